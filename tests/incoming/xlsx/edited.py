"""Our workbook after somebody has changed it, by openpyxl or in LibreOffice, and what of it is read back."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

from openpyxl import load_workbook

from finsam_forms.core.document import Document
from finsam_forms.incoming.brought import Brought
from finsam_forms.incoming.readers import read_file
from tests.builder import MALLS
from tests.export.xlsx.book import made
from tests.kinds.case import EXAMPLES
from tests.others import NO_UNO, SYSTEM_PYTHON, has_uno, without

FORMS = {**MALLS, **{one.mall.id: one.mall for one in EXAMPLES.values()}}
needs_uno = without("Excel-filen ändrad i LibreOffice", has_uno(), NO_UNO)


def read(data: bytes, document: Document) -> Brought:
    return read_file(data, FORMS | {document.mall.id: document.mall})


def changes(brought: Brought) -> dict[str, str]:
    """What the file says otherwise than when it was made."""
    assert brought.base is not None
    return {path: text for path, text in brought.values.items() if text != brought.base.get(path, "")}


def with_cells(document: Document, cells: dict[str, object]) -> bytes:
    """«sheet!C8» → what is written there, as another program that saves the file."""
    book = load_workbook(io.BytesIO(made(document)))
    for place, value in cells.items():
        sheet, _, cell = place.rpartition("!")
        book[sheet][cell] = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def place_of(document: Document, words: object, sheet: str = "") -> str:
    """The first cell that says something, as «sheet!C8»."""
    book = load_workbook(io.BytesIO(made(document)), data_only=True)
    return next(
        f"{one.title}!{cell.coordinate}"
        for one in book
        if one.title.startswith(sheet) and one.title != "_finsam"
        for row in one.iter_rows(min_row=2, min_col=2)
        for cell in row
        if cell.value == words
    )


def in_libreoffice(folder: Path, jobs: dict[str, tuple[bytes, list[list[object]]]]) -> dict[str, bytes]:
    """Name → the file after the edits, all made in one run."""
    listed = []
    for number, (data, edits) in enumerate(jobs.values()):
        source, target = folder / f"in{number}.xlsx", folder / f"ut{number}.xlsx"
        source.write_bytes(data)
        listed.append([source.as_uri(), target.as_uri(), edits])
    file = folder / "jobb.json"
    file.write_text(json.dumps(listed), "utf-8")
    script = Path(__file__).with_name("uno_edits.py")
    command = [SYSTEM_PYTHON, str(script), str(file), (folder / "profil").as_uri()]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
    assert result.returncode == 0, result.stderr
    return {name: (folder / f"ut{number}.xlsx").read_bytes() for number, name in enumerate(jobs)}
