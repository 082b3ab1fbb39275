"""Where a row stands among its siblings: a text key that sorts, with room for another between any two.

A moved row changes its own key and no other, so two people can move rows at once without a clash.
"""

from __future__ import annotations

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
HIGHEST = DIGITS[-1]
LONGEST = 500
"""Digits that are counted with: more than any list needs, and fewer than would take time."""


def first() -> str:
    return between(None, None)


def between(before: str | None, after: str | None) -> str:
    """A key that sorts after `before` and before `after` (None: the end). A key never ends in «0».

    When the two do not come in order (rows placed at the same spot by two people), the key comes right after `before`.
    """
    low = known(before)
    high = known(after)
    if high <= low:
        return following(low) if low else DIGITS[len(DIGITS) // 2]
    key = ""
    place = 0
    while True:
        low_digit = DIGITS.index(low[place]) if place < len(low) else 0
        high_digit = DIGITS.index(high[place]) if place < len(high) else len(DIGITS)
        middle = (low_digit + high_digit) // 2
        if middle > low_digit:
            return key + DIGITS[middle]
        key += DIGITS[low_digit]
        if high_digit > low_digit:
            high = HIGHEST * (len(low) + 2)
        place += 1


def good_place(key: str) -> bool:
    """Can this be where a row stands? Twice as long as is counted with: so long may one become that comes between two."""
    return 0 < len(key) <= 2 * LONGEST and all(sign in DIGITS for sign in key)


def known(key: str | None) -> str:
    """As much of a key as can be counted with; a foreign one must not stop anybody from adding a row."""
    text = (key or "")[:LONGEST]
    length = next((place for place, digit in enumerate(text) if digit not in DIGITS), len(text))
    return text[:length].rstrip("0")


def following(low: str) -> str:
    """The next key at the end. So many digits are counted up as there are «z» before them: long lists, short keys."""
    run = len(low) - len(low.lstrip(HIGHEST))
    width = max(1, run)
    number = int(low[run : run + width].ljust(width, "0"), len(DIGITS)) + 1
    return (HIGHEST * run + written(number, width)).rstrip("0")


def written(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, rest = divmod(number, len(DIGITS))
        digits = DIGITS[rest] + digits
    return digits


def spread(count: int) -> list[str]:
    """Keys for so many rows, in order, with as much room between any two."""
    width = 1
    while len(DIGITS) ** width <= count:
        width += 1
    return [written((row + 1) * len(DIGITS) ** width // (count + 1), width).rstrip("0") for row in range(count)]
