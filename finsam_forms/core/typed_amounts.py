"""Amounts typed in a long text that equal a figure of the budget: offered as living amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .references import Reference, References
from .text_amounts import find_amounts
from .text_parts import searchable

MOST_OFFERS = 3
"""At a time, so that the note stays a quiet one."""


@dataclass(frozen=True, slots=True)
class Offer:
    """`words` as they stand in the text, and what they can refer to instead."""

    words: str
    reference: Reference


def offers(text: str, references: References) -> tuple[Offer, ...]:
    """The first typed amounts that are figures of the budget; the most general figure when several are equal."""
    return tuple(found for found, _ in zip(found_offers(text, references), range(MOST_OFFERS), strict=False))


def found_offers(text: str, references: References) -> Iterator[Offer]:
    told = set()
    for amount in find_amounts(searchable(text)):
        words = text[amount.number_start : amount.number_end]
        matches = references.for_amount(amount.kronor or 0)
        if matches and words not in told and not amount.per_year and not amount.roughly and amount.precision == 1:
            told.add(words)
            yield Offer(words, matches[0])
