"""Figures on the page: in words, and those that a change has made others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..core.document import Document
from ..core.figure import Sum
from ..core.kinds.figures import Counting, counting, field_of, figures, held_of, holders_of
from ..core.kronor import AmountFormat, format_kronor
from ..core.unit import KR, NONE, Unit, words
from .words import fid

UNIT_WORDS = {"kr": "kr", "tkr": "tkr (tusentals kronor)"}
"""What a budget's amounts are in, as it stands over its tables in elements of the class `u-<field>`."""


def figure_html(found: Sum, unit: Unit, amounts: AmountFormat = KR) -> Markup:
    """«355 000», with «1 cell oläst» under it."""
    shown = NONE if found.void else words(found.value, unit, amounts)
    html = escape(shown) if found.value else Markup('<span class="nil">{}</span>').format(shown)
    if not found.unread:
        return html
    return html + Markup('<span class="missing">{}</span>').format(unread_words(found.unread))


def unread_words(cells: int) -> str:
    return "1 cell oläst" if cells == 1 else f"{cells} celler olästa"


def figure_at(document: Document, key: str) -> Markup:
    """A figure as its page shows it."""
    field = field_of(document, key)
    assert field is not None
    return words_of(field, key, figures(document).sum(key), field.amounts(field.answer(document)))


def words_of(field: Counting, key: str, found: Sum, amounts: AmountFormat) -> Markup:
    said = field.said(key, found)
    return figure_html(found, field.figure_unit(key), amounts) if said is None else escape(said)


@dataclass(frozen=True, slots=True)
class FigureShown:
    """`look`: the class that a message finds it by."""

    look: str
    words: Markup


def figure_shown(document: Document, key: str) -> FigureShown:
    return FigureShown(f"s-{fid(key)}", figure_at(document, key))


def held_words(document: Document, row: str) -> str:
    """What counts for the row of an organisation: «355 000 kr»; empty when nothing does."""
    found = held_of(document, row)
    return format_kronor(found.value, with_unit=True) if found.value or found.unread else ""


def changed_figures(before: Document, after: Document) -> Iterator[tuple[str, str]]:
    """(selector, html) of every figure that reads otherwise. All of a field's do when its amounts get another unit or more decimals."""
    known = figures(after)
    sums = {key: now for key, (_, now) in known.news.items()}
    amounts = {field.id: field.amounts(field.answer(after)) for field in counting(after)}
    yield from changed_holdings(after)
    for field in counting(after):
        if amounts[field.id] != field.amounts(field.answer(before)):
            sums |= {key: known.sum(key) for one in (known, figures(before)) for key in one.keys_of(field)}
            yield f".u-{field.id}", UNIT_WORDS[amounts[field.id].unit]
    for key in sorted(sums):
        at = field_of(after, key)
        assert at is not None
        yield f".s-{fid(key)}", words_of(at, key, sums[key], amounts[at.id])


def changed_holdings(document: Document) -> Iterator[tuple[str, str]]:
    """What the organisations have, where it is another sum than it was: said where one can be removed, and hidden while it is nothing."""
    holders = holders_of(document)
    for row in sorted({holders[key] for key in figures(document).news.keys() & holders.keys()}):
        yield f"#b-{row}", held_words(document, row)
