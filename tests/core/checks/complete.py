"""Complete applications with texts of real length, written for the tests: `ansokningar/*.toml` in the shape of the exchange format."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from finsam_forms.core.document import Document
from finsam_forms.export.exchange import Imported, read_exchange
from finsam_forms.mallar import example
from tests.core.checks.builder import ansokan

FOLDER = Path(__file__).parent / "ansokningar"
CORRECT = ("strukturell", "individuell", "atta_parter")


def worked_example() -> Document:
    """The example that the program comes with."""
    imported = read_exchange(example(), {"ansokan": ansokan()})
    return Document(imported.mall, imported.values)


def complete(name: str) -> Document:
    """A document of the folder, read in as a file in the exchange format is."""
    imported = read_in(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")))
    return Document(imported.mall, imported.values)


def as_it_stood(name: str = "som_den_stod_2021") -> tuple[Document, dict[str, Any]]:
    """The application of 2021 with all that was wrong in it, and what it said itself (the keyword of `check_document`)."""
    imported = read_in(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")))
    return Document(imported.mall, imported.values), {"as_read": imported.as_read}


def read_in(content: dict[str, Any]) -> Imported:
    """A file of the exchange format; `inlast` is what stands beside its content."""
    beside = content.pop("inlast", {})
    file = {"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", "innehall": content, **beside}
    return read_exchange(json.dumps(file, ensure_ascii=False), {"ansokan": ansokan()})
