"""A förbund's own form, tried before it is used."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from pathlib import Path

from ..core.mall import Mall
from ..core.mall_fault import MallFault
from ..core.mall_reader import faults_in, read_mall
from . import HERE, ROLLER, read_folder, taken_id, text_of


def try_form(file: Path, extra: Path | None = None) -> Mall | list[MallFault]:
    """The form in a file, or everything that is wrong with it. `extra`: a folder of a förbund's own, whose forms it will stand among.
    Raises OSError."""
    texts, faults = read_folder(HERE), []
    content = file.read_bytes()
    for beside in sorted(file.parent.glob("*.md")):
        try:
            texts[beside.name] = text_of(beside.name, beside.read_bytes())
        except MallFault as fault:
            if beside.name.encode() in content:
                faults.append(fault)
    try:
        texts[file.name] = text_of(file.name, content)
    except MallFault as fault:
        return [*faults, fault]
    faults += faults_in(file.name, texts)
    if faults:
        return faults
    mall = read_mall(file.name, texts)
    return [taken_id(file.name, mall)] if mall.id in other_ids(file, extra) else mall


def other_ids(file: Path, extra: Path | None) -> set[str]:
    """The ids of the forms that there are, but for the one in the file itself."""
    folders = [folder for folder in (HERE, extra) if folder is not None and folder.is_dir()]
    found = set()
    for one in (one for folder in folders for one in folder.glob("*.toml")):
        if one != HERE / ROLLER and not one.samefile(file):
            with suppress(MallFault, OSError, tomllib.TOMLDecodeError):
                found.add(str(tomllib.loads(text_of(one.name, one.read_bytes())).get("id")))
    return found
