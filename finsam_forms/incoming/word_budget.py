"""The budget of a Word form that is not ours: its tables are read as the sheets of a workbook are, by their words (foreign_sheet.py)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..core.document import PLACE, Document
from ..core.party import parties_of, same_name
from . import foreign_budget
from .brought import Brought, Doubt, Refused, Unplaced
from .budget_pattern import BudgetPattern, pattern_of
from .foreign_rows import is_amount
from .grid import Grid, Value
from .labels import best
from .party_columns import with_probes
from .word_text import Block, Paragraph, Row, Table

FEWEST = 2
"""Labels of the budget in a table of it: one alone can stand in any table."""
MOST_ROWS = 300
"""Of the tables that are looked through."""
LONGEST_HEADING = 120
ASKED = "Läst ur en tabell i en fil som inte är sparad härifrån. Se efter att det är rätt."
NUMBER = re.compile(r"[-−–]?\d[\d\s]*(?:,\d+)?")


class Left(NamedTuple):
    """What nothing else has taken."""

    heading: str
    """That it stands under."""
    block: Block


class Tables(Grid):
    """Tables of a text, as one sheet."""

    @property
    def called(self) -> str:
        return "Budgeten i filen"

    def place(self, row: int) -> str:
        return "I budgeten i filen"


def read(left: Sequence[Left], document: Document, values: Mapping[str, str]) -> tuple[Brought | None, list[Left]]:
    """What the tables say that are a budget's, and what is left then. `document`: the draft that the file is read in to, or an empty
    one; `values`: what the rest of the file says."""
    document = with_parties(document, values)
    pattern = pattern_of(with_probes(document))
    tables = [one for one in first_tables(left) if pattern and is_budget(one, pattern)]
    if pattern is None or not tables:
        return None, [*left]
    headings = [table.heading for table in pattern.tables]
    mine = [one for one in left if one in tables or is_heading(one.block, headings)]
    try:
        found = foreign_budget.read([sheet_of(mine, headings)], {}, document)
    except Refused:
        return None, [*left]
    doubts = (*found.doubts, *(Doubt(path, ASKED) for path in asked(found.values)))
    unplaced = (*found.unplaced, *(one for table in tables for one in words_alone(table, pattern)))
    return replace(found, doubts=doubts, unplaced=unplaced), [one for one in left if one not in mine]


def with_parties(document: Document, values: Mapping[str, str]) -> Document:
    """The draft with the parties that the file has besides."""
    here = {same_name(one.name) for one in parties_of(document)}
    twice = {
        path.rpartition("/")[0]
        for path, text in values.items()
        if path.endswith("/organisation") and same_name(text) in here
    }
    return document.replace({path: text for path, text in values.items() if path.rpartition("/")[0] not in twice})


def first_tables(left: Sequence[Left]) -> Iterator[Left]:
    rows = 0
    for one in left:
        if isinstance(one.block, Table):
            rows += len(one.block.rows)
            if rows > MOST_ROWS:
                return
            yield one


def is_budget(one: Left, pattern: BudgetPattern) -> bool:
    return foreign_budget.recognised(sheet_of([one], []), pattern) >= FEWEST


def is_heading(block: Block, headings: Sequence[str]) -> bool:
    return (
        isinstance(block, Paragraph) and len(block.text) <= LONGEST_HEADING and best(block.text, headings) is not None
    )


def sheet_of(left: Iterable[Left], headings: Sequence[str]) -> Grid:
    """The rows one after the other, after what stands over them and says which table it is."""
    made, before = Tables(""), ""
    for heading, block in left:
        lines: list[dict[int, Value]] = [{1: heading}] if heading != before and best(heading, headings) else []
        before = heading
        if isinstance(block, Paragraph):
            lines.append({1: block.text.strip()})
        else:
            lines += (cells for row in block.rows if (cells := dict(cells_of(row))))
        for cells in lines:
            made.rows[len(made.rows) + 1] = cells
    return made


def cells_of(row: Row) -> Iterator[tuple[int, Value]]:
    at = 1
    for text, span in zip(row.texts, row.spans, strict=True):
        if text:
            yield at, number_in(text)
        at += span


def number_in(text: str) -> Value:
    """A number that stands alone, as a spreadsheet would have it."""
    if not NUMBER.fullmatch(text):
        return text
    bare = "".join(text.split()).translate(str.maketrans("−–,", "--."))
    return float(bare) if "." in bare else int(bare)


def asked(values: Mapping[str, str]) -> Iterator[str]:
    """A row of one's own is asked about as a whole."""
    rows = {path.removesuffix(f"/{PLACE}") for path in values if path.endswith(f"/{PLACE}")}
    yield from rows
    yield from (path for path in values if not any(path.startswith(f"{row}/") for row in rows))


def words_alone(one: Left, pattern: BudgetPattern) -> Iterator[Unplaced]:
    """Rows of a table that hold a text and nothing else, and are no heading."""
    assert isinstance(one.block, Table)
    known = [*pattern.labels, *pattern.others]
    for row in one.block.rows:
        texts = [text for text in row.texts if text]
        if len(texts) == 1 and not is_amount(texts[0]) and not any(best(texts[0], [label]) for label in known):
            yield Unplaced(f"Under rubriken ”{one.heading}”", texts[0])
