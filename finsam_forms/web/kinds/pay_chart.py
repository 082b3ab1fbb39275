"""«Vem betalar vad» as a picture on the page: a bar for each party, 600 units wide, and what the looks stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...core.document import Document
from ...core.kinds.budget.ledger import Ledger, ledger_of
from ...core.kinds.budget.pictures import PayBar, who_pays
from ...core.kronor import AmountFormat

BAR_WIDTH, LOOKS = 600, 3
"""The longest bar's length, and how many looks there are: the last one serves all kinds of money after it."""
EDGE = 1
"""The line inside a bar's edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPart:
    """A stretch of a bar; x and width in a picture 600 wide, and those of the line inside its edge."""

    look: int
    x: float
    width: float
    inside_x: float
    inside_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What one party pays, as a bar. Without parts, nothing is paid."""

    party_id: str
    name: str
    total: str
    words: str
    parts: tuple[BarPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayPicture:
    total: str
    """«355 000 kr»."""
    bars: tuple[Bar, ...]
    key: tuple[tuple[int, str], ...]
    """(look, kind of money)."""


def pay_picture(document: Document) -> PayPicture | None:
    """None for a form without a budget."""
    ledger = ledger_of(document)
    return picture_of(ledger) if ledger else None


def picture_of(ledger: Ledger) -> PayPicture:
    amounts, unit = ledger.amounts, ledger.unit
    return PayPicture(
        total=f"{amounts.show(ledger.total.value)} {unit}",
        bars=tuple(pay_bars(who_pays(ledger), amounts, unit)),
        key=tuple((look_of(number), table.short_label) for number, table in enumerate(ledger.field.tables)),
    )


def look_of(number: int) -> int:
    """The look of a kind of money, by its place among the budget's tables."""
    return min(number, LOOKS - 1)


def pay_bars(paid: tuple[PayBar, ...], amounts: AmountFormat, unit: str) -> Iterator[Bar]:
    """The largest payer's bar is the longest; negative sums are drawn as nothing."""
    largest = max((one.total for one in paid), default=0)
    for one in paid:
        parts = (f"{part.label.lower()} {amounts.show(part.kronor)} {unit}" for part in one.parts if part.kronor > 0)
        yield Bar(
            party_id=one.party_id,
            name=one.name,
            total=f"{amounts.show(one.total)} {unit}",
            words=f"{one.name}: {', '.join(parts)}",
            parts=tuple(bar_parts(one, largest)) if one.total > 0 else (),
        )


def bar_parts(paid: PayBar, largest: int) -> Iterator[BarPart]:
    x = 0.0
    for number, part in enumerate(paid.parts):
        if part.kronor > 0:
            width = round(part.kronor * BAR_WIDTH / largest, 1)
            inside = max(width - 2 * EDGE, 0)
            yield BarPart(look=look_of(number), x=x, width=width, inside_x=x + EDGE, inside_width=inside)
            x = round(x + width, 1)
