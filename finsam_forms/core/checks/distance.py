"""How far apart two words are: a slip of the hand, or another word."""

from __future__ import annotations


def distance(one: str, other: str, most: int = 3) -> int:
    """Edits (a letter put in, taken out, changed, or two that change places) between two short words; `most` or more is `most`."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) >= most or len(set(one) ^ set(other)) >= 2 * most:
        return most
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, theirs in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return min(rows[-1][-1], most)
