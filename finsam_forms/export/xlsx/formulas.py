"""The formulas of a sheet, without «=»: sums that hold when rows come and go, amounts shared out by months, shares that add up.

Amounts are in the unit that the sheet shows, kr or tkr.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from .plan import Place, Spot

MOST_YEARS = 5
"""Years left to share out that a formula is made for."""


def at(spot: Spot) -> str:
    return str(xl_rowcol_to_cell(*spot))


def fixed(spot: Spot) -> str:
    return str(xl_rowcol_to_cell(*spot, row_abs=True, col_abs=True))


def there(place: Place) -> str:
    """A cell of another sheet."""
    name = place.sheet.name.replace("'", "''")
    return f"'{name}'!{fixed(place.spot)}"


def down(first: int, col: int) -> str:
    """The sum of everything from the row `first`, which is a heading, to the row above, wherever that comes to be: a row that
    somebody inserts between the two is always in it."""
    name = xl_col_to_name(col)
    return f"SUM({name}${first + 1}:INDEX({name}:{name},ROW()-1))"


def across(row: int, cols: Sequence[int]) -> str:
    return f"SUM({ranged(row, cols)})"


def across_if_any(row: int, cols: Sequence[int]) -> str:
    """Nothing as long as nothing is filled in."""
    cells = ranged(row, cols)
    return f'IF(COUNTA({cells})=0,"",SUM({cells}))'


def less(row: int, cols: Sequence[int], filled: Sequence[int]) -> str:
    """What is left of the first column when the others are taken from it; nothing as long as nothing is filled in in the rows `filled`."""
    cells = ",".join(at((one, col)) for one in filled for col in cols)
    return f'IF(COUNTA({cells})=0,"",{"-".join(f"N({at((row, col))})" for col in cols)})'


def left(rows: Sequence[int], col: int) -> str:
    """What is left of the first row when the others are taken from it."""
    return "-".join(f"N({at((row, col))})" for row in rows)


def share(row: int, part: int, whole: int, filled: Sequence[int]) -> str:
    """One column of another, in whole per cent, half up (core/rounding.py `whole_percent`); nothing of nothing, and as long as the part is
    not filled in in the rows `filled`."""
    cells, mine, of = (",".join(at((one, part)) for one in filled), at((row, part)), at((row, whole)))
    return f'IF(AND(COUNTA({cells})>0,N({of})>0),ROUND(100*N({mine})/N({of}),0)/100,"")'


def ranged(row: int, cols: Sequence[int]) -> str:
    if list(cols) == list(range(cols[0], cols[-1] + 1)):
        return f"{at((row, cols[0]))}:{at((row, cols[-1]))}"
    return ",".join(at((row, col)) for col in cols)


def added(rows: Sequence[int], col: int) -> str:
    """Rows here and there, such as the sums of the groups."""
    return f"SUM({','.join(at((row, col)) for row in rows)})" if rows else "0"


def added_if_any(rows: Sequence[int], col: int) -> str:
    """The same, and nothing as long as nothing is filled in."""
    cells = ",".join(at((row, col)) for row in rows)
    return f'IF(COUNTA({cells})=0,"",SUM({cells}))'


def shared_out(whole: Spot, typed: Sequence[Spot], months: Sequence[Fraction], number: int, scale: int) -> str:
    """What the written years leave of an amount, by months over those left empty, in whole kronor that add up: what rounding
    leaves goes to the largest remainders, as in core/rounding.py `share_out`. `months`: of the years left empty; `number`:
    which of them this is. `scale`: kronor in what the sheet counts."""
    unit = lcm(*(one.denominator for one in months))
    weights = [int(one * unit) for one in months]
    rest = f"N({at(whole)})" + "".join(f"-N({at(spot)})" for spot in typed)
    kronor = f"ROUND(ABS({rest})*{scale},0)" if scale > 1 else f"ABS({rest})"
    parts = [f"MOD({kronor}*{weight},{sum(weights)})" for weight in weights]
    mine = parts[number]
    before = [f"({part}{'>=' if other < number else '>'}{mine})" for other, part in enumerate(parts) if other != number]
    more = f"+IF({'+'.join(before) or 0}<({'+'.join(parts)})/{sum(weights)},1,0)"
    amount = f"INT({kronor}*{weights[number]}/{sum(weights)}){more}"
    amount = f"({amount})/{scale}" if scale > 1 else f"({amount})"
    return f"IF(({rest})*N({at(whole)})<0,0,SIGN({rest})*{amount})"


def part_of_whole(spot: Spot, first: int, last: int) -> str:
    """Whole per cent of a column's sum, handed out so that they add up to 100: what rounding leaves goes to the largest remainders."""
    column = f"{fixed((first, spot[1]))}:{fixed((last, spot[1]))}"
    whole, mine = f"SUM({column})", f"MOD({at(spot)}*100,SUM({column}))"
    rests = f"MOD({column}*100,{whole})"
    before = f"SUMPRODUCT(({rests}>{mine})+({rests}={mine})*(ROW({column})<ROW({at(spot)})))"
    left = f"SUMPRODUCT({rests})/{whole}"
    return f"IF({whole}=0,0,(INT({at(spot)}*100/{whole})+IF({before}<{left},1,0))/100)"


def months_between(start: Spot, end: Spot) -> str:
    """Whole months from one day to another, half up; a broken month counts by its days (core/dates.py `months_between`)."""
    first, last = at(start), at(end)
    whole = f"(YEAR({last})-YEAR({first}))*12+MONTH({last})-MONTH({first})"
    broken = f"DAY({last})/DAY(EOMONTH({last},0))-(DAY({first})-1)/DAY(EOMONTH({first},0))"
    return f'IF(COUNT({first},{last})<2,"",ROUND(ROUND({whole}+{broken},6),0))'
