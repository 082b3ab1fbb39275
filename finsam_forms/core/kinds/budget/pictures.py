"""Who pays what, as data. Drawn as SVG on the page and by ReportLab on paper."""

from __future__ import annotations

from dataclasses import dataclass

from .ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class PayPart:
    """One kind of money in a bar, whole kronor."""

    label: str
    kronor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PayBar:
    """What one party pays, kind by kind in the order of the budget's tables."""

    party_id: str
    name: str
    total: int
    parts: tuple[PayPart, ...]


def who_pays(ledger: Ledger) -> tuple[PayBar, ...]:
    """A bar per party that stands in the Budgetsammanställning. Negative sums are drawn as nothing."""
    labels = [table.short_label for table in ledger.field.tables]
    return tuple(
        PayBar(
            party_id=row.party.id,
            name=row.party.shown_name,
            total=row.total.value,
            parts=tuple(PayPart(label=label, kronor=part.value) for label, part in zip(labels, row.parts, strict=True)),
        )
        for row in ledger.summary()
    )
