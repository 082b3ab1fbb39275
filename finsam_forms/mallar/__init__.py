"""The forms as data: one TOML file a form, with its fixed texts beside it, and a förbund's own variants."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..core.mall import Mall
from ..core.mall_fault import MallFault
from .offered import Forms, Head, head_in, head_of

if TYPE_CHECKING:
    from ..core.mall_reader import KeptRoles

HERE = Path(__file__).parent
ROLLER = "roller.toml"
"""No form: what the forms' own copies, kept with drafts, did not say of themselves before."""


def load_malls(extra: Path | None = None) -> Forms:
    """The program's forms and a förbund's own. `extra`: the folder of its own: they are read at once, so that it is told of a fault
    when the program starts. Raises MallFault.
    """
    own = read_folder(HERE)
    others = read_folder(extra) if extra and extra.is_dir() else {}
    forms: dict[Head, Callable[[], Mall]] = {head_in(own[name]): partial(reader, name, own) for name in forms_in(own)}
    files = {**own, **others}
    for name in forms_in(others):
        mall = reader(name, files)
        if any(head.id == mall.id for head in forms):
            raise taken_id(name, mall)
        forms[head_of(mall)] = partial(reader, name, files)
    return Forms(forms)


def forms_in(files: Iterable[str]) -> Iterator[str]:
    return (name for name in sorted(files) if name.endswith(".toml"))


def reader(name: str, files: Mapping[str, str]) -> Mall:
    """The form in a file. What reads forms knows every kind of answer: it is loaded for the first form."""
    from ..core.mall_reader import read_mall

    return read_mall(name, files)


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


def taken_id(name: str, mall: Mall) -> MallFault:
    from ..core.toml_lines import with_lines  # only for who hears of a fault

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
    from ..core.mall_reader import read_mall  # as in `reader`

    return read_mall(name, files, kept_roles(), offered=False)


@cache
def kept_roles() -> tuple[KeptRoles, ...]:
    """Family, noun and roles of the forms as they were kept with drafts before they said so themselves."""
    from ..core.mall_reader import KeptRoles

    return tuple(KeptRoles(**form) for form in tomllib.loads((HERE / ROLLER).read_text("utf-8"))["form"])


def example() -> bytes:
    """The worked example in the exchange format."""
    return (HERE / "exempel.json").read_bytes()
