"""A cell in words, where it stands: the same on paper, on the page for those who only listen, and in files."""

from __future__ import annotations

from collections.abc import Callable

from ..core.email import read_email
from ..core.kronor import AmountFormat
from ..core.unit import KR, Unit, words
from .elements import Cell, Table

NBSP = "\u00a0"
EMPTY = "ej ifyllt"
UNREAD = "*"
"""After an amount that can't be read, and after a sum that it should have reached."""


def in_table(cell: Cell, table: Table) -> str:
    """The head of the table says what it counts, and a note under it what the star means."""
    if any(one.unread for one in (cell, *cell.also)) and table.adds:
        return starred(cell, table.amounts)
    return joined(cell, lambda one: words(one.value, one.unit, table.amounts))


COUNTED = (Unit.KRONOR, Unit.SHARE)
"""What a table adds up."""


def starred(cell: Cell, amounts: AmountFormat) -> str:
    return joined(
        cell,
        lambda one: words(one.value, one.unit, amounts) + (UNREAD if one.unread and one.unit in COUNTED else ""),
    )


def alone(cell: Cell, amounts: AmountFormat = KR) -> str:
    """Beside a label: kronor say so, a sum says how many amounts it lacks, and what is missing is told."""
    return joined(cell, lambda one: said_alone(one, amounts))


def joined(cell: Cell, word: Callable[[Cell], str]) -> str:
    """A cell and what is said after it, each put in words."""
    said = word(cell)
    for one in cell.also:
        more = word(one)
        if more:
            said = f"{said}{one.lead}{more}{one.tail}" if said else more
    return said


def said_alone(cell: Cell, amounts: AmountFormat) -> str:
    if cell.missing:
        return f"({EMPTY})"
    said = words(cell.value, cell.unit, amounts)
    if cell.unit is Unit.KRONOR and isinstance(cell.value, int):
        said += f"{NBSP}{amounts.unit}"
    return (
        f"{said} ({cell.unread}{NBSP}{'oläst' if cell.unread == 1 else 'olästa'})" if cell.key and cell.unread else said
    )


def link(cell: Cell) -> str:
    """Where a reader comes who follows it: to an address that can be written to. Nothing for other cells."""
    if cell.unit is not Unit.EMAIL or not isinstance(cell.value, str):
        return ""
    address = read_email(cell.value).value
    return f"mailto:{address}" if address else ""


def share_words(share: int) -> str:
    """A part of a whole, in whole per cent; 0 is less than one."""
    return words(share * 100, Unit.SHARE) if share else f"under {words(100, Unit.SHARE)}"
