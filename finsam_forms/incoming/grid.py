"""The sheets of an .xlsx from anybody, as plain values by row and column: read with openpyxl, within bounds.

Nothing is worked out, no link is followed, no picture is looked at. A file can claim to be of any size and have its only cell in the
last column of the last row, so what is there is counted before it is read.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from .brought import Refused
from .package import DAMAGED, SWELLS, repacked

MOST_COLUMNS, MOST_ROWS = 200, 5_000
MOST_CELLS, MOST_SHEETS = 30_000, 40
LARGEST_XML = 16 * 1024 * 1024
"""Bytes of the sheets and their words together."""
FAR = (
    f"Kalkylbladet har innehåll längre bort än kolumn {MOST_COLUMNS} eller rad {MOST_ROWS}. Så stora blad läses inte in: ta bort "
    "det som inte hör till budgeten och spara på nytt."
)
LINKED = "Filen hämtar värden ur andra filer eller ur en databas, så den läses inte in. Spara en kopia med bara värden, och läs in den."
MANY = f"Filen har fler än {MOST_SHEETS} blad, så den läses inte in. Spara en kopia med bara de blad som hör till budgeten."
LINKS = re.compile(r"^xl/(externalLinks/|connections\.xml|queryTables/|ddeLinks/)", re.I)
NEEDLESS = re.compile(
    r"^xl/(media|embeddings|printerSettings|drawings|charts|comments|threadedComments|persons|theme)|thumbnail", re.I
)
SHEET = re.compile(r"^xl/worksheets/[^/]+\.xml$", re.I)
CELL = re.compile(
    rb'<(?:\w+:)?c\b[^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]*?(?<!/)>\s*<(?:\w+:)?(f\b[^<>]*|v|is)\b', re.I
)
"""A cell that has a formula, a value or words."""
DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^<>]*/>", re.I)
"""How large a sheet says that it is: believed, it makes a reader stop short or never stop."""
NO_VALUE = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*</(?:\w+:)?c>", re.I)
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Value = int | float | date | str | None


@dataclass(slots=True)
class Grid:
    """A sheet. Rows and columns are counted from 1, as a spreadsheet shows them."""

    name: str
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    formulas: frozenset[tuple[int, int]] = frozenset()
    unworked: int = 0
    """Formulas without a value: the program that saved the file did not work them out."""

    @property
    def called(self) -> str:
        """As a sentence begins with it."""
        return f"Bladet ”{self.name}”"

    def place(self, row: int) -> str:
        """Where a row stands, as a sentence begins."""
        return f"På bladet ”{self.name}”, rad {row},"

    def at(self, row: int, col: int) -> Value:
        return self.rows.get(row, {}).get(col)


def grids(parts: Mapping[str, bytes]) -> tuple[Grid, ...]:
    """Every sheet, the hidden ones too. Raises Refused."""
    if any(LINKS.match(name) for name in parts):
        raise Refused(LINKED)
    counted(parts)
    kept = {name: DIMENSION.sub(b"", part, 1) for name, part in parts.items() if not NEEDLESS.search(name)}
    try:
        return tuple(loaded(kept))
    except Refused:
        raise
    except Exception:
        # openpyxl raises whatever a broken file leads it to: ValueError, KeyError, StopIteration, its own errors …
        raise Refused(DAMAGED) from None


def counted(parts: Mapping[str, bytes]) -> None:
    """How much there is, before any of it is read. Raises Refused."""
    sheets = [part for name, part in parts.items() if SHEET.match(name)]
    if len(sheets) > MOST_SHEETS:
        raise Refused(MANY)
    if sum(len(part) for name, part in parts.items() if name.lower().endswith(".xml")) > LARGEST_XML:
        raise Refused(SWELLS)
    cells = 0
    for part in sheets:
        for found in CELL.finditer(part):
            cells += 1
            if int(found[2]) > MOST_ROWS or column_number(found[1]) > MOST_COLUMNS:
                raise Refused(FAR)
    if cells > MOST_CELLS:
        raise Refused(SWELLS)


def column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def loaded(parts: Mapping[str, bytes]) -> Iterator[Grid]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions that are not kept
        book = load_workbook(io.BytesIO(repacked(parts)), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            grid = Grid(sheet.title)
            for row, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True), 1):
                found: dict[int, Value] = {
                    col: value for col, one in enumerate(cells, 1) if (value := plain(one)) is not None
                }
                if found:
                    grid.rows[row] = found
            part = parts.get(part_name(sheet), b"")
            grid.formulas = frozenset(
                (int(one[2]), column_number(one[1])) for one in CELL.finditer(part) if one[3][:1] in b"fF"
            )
            grid.unworked = sum(1 for _ in NO_VALUE.finditer(part))
            yield grid


def part_name(sheet: object) -> str:
    """Where a sheet stands in the package."""
    return str(getattr(sheet, "_worksheet_path", "")).lstrip("/")


def plain(value: object) -> Value:
    """Numbers, days and words; a time alone, and whatever else a cell can hold, as words."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float | date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    words = ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)).replace("\r\n", "\n").replace("\r", "\n")
    return words if words.strip() else None
