"""What has been found out about a text, kept for the next one who asks: the longer the texts, the fewer of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Found = TypeVar("Found")

CHARACTERS = 2_000_000
"""Characters of the texts, of each of the lengths below, that one function remembers."""
LENGTHS = (2_000, 30_000)
"""Texts up to these lengths are remembered by themselves, so that one long text doesn't drive out all the short ones."""
LONGER = 2
"""How many of the texts that are longer than that."""


def remembered(function: Callable[[str], Found]) -> Callable[[str], Found]:
    """A function of a text that remembers its latest answers."""
    by_length = [(length, lru_cache(maxsize=CHARACTERS // length)(function)) for length in LENGTHS]
    longer = lru_cache(maxsize=LONGER)(function)

    @wraps(function)
    def answer(text: str) -> Found:
        for length, known in by_length:
            if len(text) <= length:
                return known(text)
        return longer(text)

    return answer
