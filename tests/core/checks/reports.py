"""Complete reports with texts of real length, written for the tests: `rapporter/*.toml` in the shape of the exchange format."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

from finsam_forms.core.document import Document
from finsam_forms.export.exchange import Imported, read_exchange
from finsam_forms.mallar import load_malls

FOLDER = Path(__file__).parent / "rapporter"
MALLS = load_malls()


def forms() -> dict[str, str]:
    """Name of each report → the form that it is written in: what its file is called begins with it."""
    names = (file.stem for file in sorted(FOLDER.glob("*.toml")))
    return {name: max((form for form in MALLS if name.startswith(form)), key=len) for name in names}


FORMS = forms()


@cache
def as_read(name: str) -> Imported:
    """A report of the folder, read in as a file in the exchange format is. `inlast` is what stands beside its content."""
    content = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    beside = content.pop("inlast", {})
    file = {"format": "finsam-forms", "formatversion": 1, "mall": FORMS[name], "innehall": content, **beside}
    return read_exchange(json.dumps(file, ensure_ascii=False), MALLS)


def report(name: str) -> Document:
    imported = as_read(name)
    return Document(imported.mall, imported.values)
