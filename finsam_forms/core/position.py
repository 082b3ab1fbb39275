"""Where a row stands among its siblings: a text key that sorts, with room for another between any two.

A moved row changes its own key and no other, so two people can move rows at once without a clash.
"""

from __future__ import annotations

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def first() -> str:
    return between(None, None)


def between(before: str | None, after: str | None) -> str:
    """A key that sorts after `before` and before `after` (None: the end). A key never ends in «0».

    When the two do not come in order (rows placed at the same spot by two people), the key comes right after `before`.
    """
    low = before or ""
    high = after if after and after > low else None
    key = ""
    place = 0
    while True:
        low_digit = DIGITS.index(low[place]) if place < len(low) else 0
        high_digit = DIGITS.index(high[place]) if high is not None and place < len(high) else len(DIGITS)
        if high is None and place < len(low) and low_digit < len(DIGITS) - 1:
            return key + DIGITS[low_digit + 1]
        middle = (low_digit + high_digit) // 2
        if middle > low_digit:
            return key + DIGITS[middle]
        key += DIGITS[low_digit]
        if high_digit > low_digit:
            high = None
        place += 1


def spread(count: int) -> list[str]:
    """Keys for so many rows, in order."""
    keys: list[str] = []
    for _ in range(count):
        keys.append(between(keys[-1] if keys else None, None))
    return keys
