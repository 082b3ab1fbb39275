"""The forms as data: one TOML file a form, with its fixed texts beside it, and a förbund's own variants."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from ..core.mall import Mall
from ..core.mall_reader import KeptRoles, MallFault, faults_in, read_mall
from ..core.toml_lines import with_lines

HERE = Path(__file__).parent
ROLLER = "roller.toml"
"""No form: what the forms' own copies, kept with drafts, did not say of themselves before."""


def load_malls(extra: Path | None = None) -> dict[str, Mall]:
    """Every form by id, in the order it is offered. `extra`: a folder of a förbund's own. Raises MallFault."""
    own = read_folder(HERE)
    others = read_folder(extra) if extra and extra.is_dir() else {}
    malls = {mall.id: mall for mall in (read_mall(name, own) for name in own if name.endswith(".toml"))}
    for name in sorted(others):
        if name.endswith(".toml"):
            mall = read_mall(name, {**own, **others})
            if mall.id in malls:
                raise taken_id(name, mall)
            malls[mall.id] = mall
    return dict(sorted(malls.items(), key=lambda item: (item[1].order, item[1].title)))


def read_folder(folder: Path) -> dict[str, str]:
    """File name → text of the forms and fixed texts in a folder. Raises MallFault."""
    found = {}
    for file in sorted(folder.iterdir()):
        if file.suffix in (".toml", ".md") and file != HERE / ROLLER:
            try:
                found[file.name] = text_of(file.name, file.read_bytes())
            except OSError:
                raise MallFault(file.name, "filen", "går inte att läsa som text i UTF-8") from None
    return found


def text_of(name: str, content: bytes) -> str:
    """The text of a file; Notepad's mark before it is let be. Raises MallFault."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        fault = "går inte att läsa som text. Spara den med teckenkodningen UTF-8"
        raise MallFault(name, "filen", fault, line) from None


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


def taken_id(name: str, mall: Mall) -> MallFault:
    line = with_lines(mall.files[name]).lines["id"]
    return MallFault(name, "formuläret", f"id ”{mall.id}” finns redan. Ge varianten ett eget id", line)


def word_template(folder: Path, mall_id: str) -> bytes:
    """The förbund's own Word file for a form, beside its own forms; empty when it has none. Raises OSError."""
    file = folder / f"{mall_id}.docx"
    return file.read_bytes() if file.is_file() else b""


def mall_from_files(mall_id: str, files: Mapping[str, str]) -> Mall:
    """The form as it was when a draft was made, from the copy kept with the draft. Raises MallFault."""
    return cached_mall(mall_id, json.dumps(dict(files), sort_keys=True))


class KeepsMalls(Protocol):
    """A store that has the form definitions of its drafts."""

    def mall_files(self, fingerprint: str) -> tuple[str, dict[str, str]]: ...


def mall_kept(store: KeepsMalls, fingerprint: str) -> Mall:
    """The form definition that a draft was made with: its own copy, whatever has been installed since."""
    return mall_from_files(*store.mall_files(fingerprint))


@lru_cache(maxsize=200)
def cached_mall(mall_id: str, files_as_json: str) -> Mall:
    files = json.loads(files_as_json)
    name = next((name for name in files if name.endswith(".toml")), "")
    if not name:
        raise MallFault(mall_id, "utkastet", "har ingen kopia av sitt formulär")
    return read_mall(name, files, kept_roles(), offered=False)


@cache
def kept_roles() -> tuple[KeptRoles, ...]:
    """Family, noun and roles of the forms as they were kept with drafts before they said so themselves."""
    return tuple(KeptRoles(**form) for form in tomllib.loads((HERE / ROLLER).read_text("utf-8"))["form"])


def example() -> bytes:
    """The worked example in the exchange format."""
    return (HERE / "exempel.json").read_bytes()
