"""Complete applications with texts of real length, written for the tests: `ansokningar/*.toml` in the shape of the exchange format."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from finsam_forms.core.document import Document
from finsam_forms.export.exchange import read_exchange
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
    return read_in(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")))


def as_it_stood() -> tuple[Document, dict[str, Any]]:
    """The application of 2021 with all that was wrong in it, and what it said itself (the keywords of `check_document`)."""
    data = tomllib.loads((FOLDER / "som_den_stod_2021.toml").read_text("utf-8"))
    given = data.pop("inlast")
    return read_in(data), {"given_sums": given["summor"], "given_blocks": given["block"]}


def read_in(content: dict[str, Any]) -> Document:
    file = {"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", "innehall": content}
    imported = read_exchange(json.dumps(file, ensure_ascii=False), {"ansokan": ansokan()})
    return Document(imported.mall, imported.values)
