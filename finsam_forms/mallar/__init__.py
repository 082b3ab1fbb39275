"""The forms as data: one TOML file a form, with its fixed texts beside it, and a förbund's own variants."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from ..core.mall import Mall
from ..core.mall_reader import KeptRoles, MallFault, read_mall

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
                raise MallFault(name, "formuläret", f"id ”{mall.id}” finns redan. Ge varianten ett eget id")
            malls[mall.id] = mall
    return dict(sorted(malls.items(), key=lambda item: (item[1].order, item[1].title)))


def read_folder(folder: Path) -> dict[str, str]:
    """File name → text of the forms and fixed texts in a folder. Raises MallFault."""
    found = {}
    for file in sorted(folder.iterdir()):
        if file.suffix in (".toml", ".md") and file != HERE / ROLLER:
            try:
                found[file.name] = file.read_text("utf-8").replace("\r\n", "\n")
            except (OSError, UnicodeDecodeError):
                raise MallFault(file.name, "filen", "går inte att läsa som text i UTF-8") from None
    return found


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
