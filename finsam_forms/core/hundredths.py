"""Numbers with at most two decimals, as hundredths: 8,46 is 846."""

from __future__ import annotations

MINUS = "\u2212"


def format_hundredths(value: int) -> str:
    """846 → «8,46», 850 → «8,5», 800 → «8»."""
    whole, rest = divmod(abs(value), 100)
    decimals = f"{rest:02d}".rstrip("0")
    return (MINUS if value < 0 else "") + str(whole) + (f",{decimals}" if decimals else "")
