"""The one way to round: half up, away from zero; and what must add up is handed out so that it does."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

WHOLE = 100
"""Per cent."""


def half_up(value: Fraction) -> int:
    """0,5 is 1 and −0,5 is −1."""
    whole = int(abs(value) + Fraction(1, 2))
    return -whole if value < 0 else whole


def share_out(total: int, weights: Mapping[int, Fraction | int]) -> dict[int, int]:
    """Hand out whole units by weight so that they add up: what rounding leaves goes to the largest remainders, ties to the lowest key."""
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    exact = {key: divmod(abs(total) * weight, whole) for key, weight in weights.items()}
    found = {key: int(units) for key, (units, _) in exact.items()}
    left = abs(total) - sum(found.values())
    for key in sorted(weights, key=lambda key: (-exact[key][1], key))[:left]:
        found[key] += 1
    return {key: value if total >= 0 else -value for key, value in found.items()}


def parts_of_hundred(counts: tuple[int, ...]) -> tuple[int, ...] | None:
    """Whole per cent of each count, together 100: of 33, 22 and 2 they are 58, 39 and 3 (one by one they would make 101).

    None of nothing, and of counts below zero, which have no shares.
    """
    if sum(counts) <= 0 or min(counts) < 0:
        return None
    return tuple(share_out(WHOLE, dict(enumerate(counts))).values())


def whole_percent(part: int, whole: int) -> int | None:
    """Whole per cent, half up: 34,5 is 35. None of nothing."""
    return half_up(Fraction(WHOLE * part, whole)) if whole else None
