"""Our Excel workbook read back after somebody has changed it: by the keys that stand in its hidden row, column and sheet.

What still says what was stored is given back as it was stored, so that nothing but what somebody changed differs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..core.document import PLACE
from ..core.mall import Mall
from ..core.reading import shortened
from ..core.row_id import new_row_id
from ..core.unit import Unit
from .brought import Brought, Doubt, Refused, Unplaced
from .cell_words import says_the_same, typed
from .grid import Grid, Value
from .row_places import placed
from .sheet_sums import Keyed, wrong_sums

HIDDEN, MARK = "_finsam", "finsam-forms/xlsx/1"
CHANGED = (
    "Det dolda bladet i filen är ändrat, så den går inte att läsa in. Hämta filen på nytt och för över ändringarna."
)
UNWORKED = "Filen är sparad av ett program som inte har räknat ut formlerna. Öppna den i Excel eller LibreOffice, spara den och läs in den igen."
MOST_TOLD = 20
"""Sums that are told to be wrong."""


def hidden_sheet(sheets: Iterable[Grid]) -> Grid | None:
    """The sheet that says what the others are; none in a file that is not ours."""
    return next((one for one in sheets if one.name == HIDDEN and one.at(1, 1) == MARK), None)


def read(sheets: Sequence[Grid], hidden: Grid, malls: Mapping[str, Mall]) -> tuple[Brought, tuple[Grid, ...]]:
    """What the file says, and the sheets of a blank form's budget: those who have a column there are not known until they are
    filled in, so it is read as another's is. Raises Refused."""
    try:
        told = json.loads("".join(str(hidden.at(row, 1)) for row in sorted(hidden.rows)[1:]))
        book = OwnBook(told, malls.get(told["form"]))
        for sheet in sheets:
            if sheet is not hidden:
                book.take(sheet)
        return book.brought(), tuple(book.left)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        raise Refused(CHANGED) from None


class OwnBook:
    """What is understood so far. `mall`: the form, when it is here."""

    def __init__(self, told: Mapping[str, Any], mall: Mall | None):
        self.told, self.mall = told, mall
        self.base: dict[str, str] = dict(told["base"])
        self.descriptions = {one["key"]: one for one in told["sheets"]}
        self.sheets: dict[str, Keyed] = {}
        self.values: dict[str, str] = {}
        self.orders: dict[str, list[str]] = {}
        """List → the ids of its rows in the order of the file, the new ones too."""
        self.unplaced: list[Unplaced] = []
        self.doubts: list[Doubt] = []
        self.unworked = 0
        self.left: list[Grid] = []

    def brought(self) -> Brought:
        for path, order in self.orders.items():
            before = {row: self.base[f"{path}/{row}/{PLACE}"] for row in order if f"{path}/{row}/{PLACE}" in self.base}
            for row, place in placed(before, order).items():
                self.values[f"{path}/{row}/{PLACE}"] = place
        told = self.told
        return Brought(
            form=str(told["form"]),
            form_mark=str(told["form_mark"]),
            draft=str(told["draft"]),
            fingerprint=str(told["fingerprint"]),
            base=self.base,
            values=self.values,
            unplaced=tuple(self.unplaced),
            doubts=tuple(self.doubts),
            said=tuple(self.sentences()),
        )

    def sentences(self) -> Iterator[str]:
        for key, one in self.descriptions.items():
            if key not in self.sheets and one["cells"]:
                yield "Ett av bladen saknas i filen. Det som stod där lämnas som det är."
        if self.unworked:
            yield UNWORKED
        yield from list(wrong_sums(self.sheets))[:MOST_TOLD]

    def take(self, grid: Grid) -> None:
        """A sheet of the file. One that somebody has added, or copied, has no places to take."""
        key = grid.at(1, 1)
        if not isinstance(key, str) or key not in self.descriptions or key in self.sheets:
            words = (str(value) for row in grid.rows.values() for col, value in row.items() if col > 1 or key is None)
            said = shortened(" ".join(words))
            self.unplaced += [Unplaced(f"På bladet ”{grid.name}”", said)] if said else []
            return
        told = self.descriptions[key]
        if not self.told["draft"] and any(kind == "group" for kind, _ in told["rows"].values()):
            self.sheets[key] = Keyed(grid, told, {}, {})
            self.left.append(without_keys(grid))
            return
        columns: dict[str, int] = {}
        for col, name in sorted(grid.rows.get(1, {}).items()):
            if col > 1:
                columns.setdefault(str(name), col)
        sheet = Keyed(grid, told, {}, columns)
        self.sheets[key] = sheet
        self.unworked += grid.unworked
        self.rows(sheet)
        self.gone(sheet)
        self.beside(sheet)

    def rows(self, sheet: Keyed) -> None:
        """The rows from the top, and where one that is new belongs."""
        rows, into, begun = sheet.rows, "", False
        for number in sorted(sheet.grid.rows):
            key = sheet.grid.at(number, 1)
            kind, path = sheet.told["rows"].get(key, ("", "")) if isinstance(key, str) and key not in rows else ("", "")
            if number == 1:
                continue
            if kind:
                rows[str(key)] = number
            if kind in ("head", "group"):
                into, begun = (path if kind == "group" else sheet.told["grows"]), True
            elif kind in ("sum", "total"):
                into = ""
            elif kind == "fact" or (kind == "row" and path and "+" not in path):
                self.standing(sheet, number, str(key), path if kind == "row" else "")
            elif kind == "row" and path and of_the_form(path):
                self.not_there(sheet, number, path)
            elif kind == "row" or (not kind and begun):
                self.new(sheet, number, str(key or ""), into)
            elif not kind:
                self.strange(sheet, number)

    def standing(self, sheet: Keyed, number: int, key: str, path: str) -> None:
        """A row that was there."""
        above, _, row = path.rpartition("/")
        if path and f"{path}/{PLACE}" in self.base:
            self.orders.setdefault(above, []).append(row)
            self.values[f"{path}/{PLACE}"] = self.base[f"{path}/{PLACE}"]
        for name, col in sheet.columns.items():
            value = sheet.grid.at(number, col)
            cell = f"{key} {name}"
            if cell in sheet.told["cells"]:
                path, unit, scale, proposed = sheet.told["cells"][cell]
                stored = self.base.get(path, "")
                same = (proposed and (number, col) in sheet.grid.formulas) or says_the_same(
                    value, stored, Unit[unit], scale
                )
                text = stored if same else typed(value, Unit[unit], scale)
                self.values[self.part(sheet, path) if text and "/+" in path else path] = text
            elif isinstance(value, int | float) and self.unasked(sheet, cell, name):
                self.stray(sheet, number, value)

    def unasked(self, sheet: Keyed, cell: str, name: str) -> bool:
        """Is it a place among those that are filled in, which has nothing to fill in?"""
        return cell not in sheet.told["sums"] and bool(sheet.told["columns"].get(name, [""])[0])

    def new(self, sheet: Keyed, number: int, key: str, into: str) -> None:
        """A row that somebody has added, or filled in where there was room for one."""
        columns = sheet.told["columns"]
        found: dict[str, str] = {}
        for name, col in sheet.columns.items():
            value = sheet.grid.at(number, col)
            steps, unit, scale = columns.get(name, ["", "TEXT", 1])
            if value is None or (number, col) in sheet.grid.formulas:
                continue
            if steps and into and self.has(f"{into}/x/{steps}"):
                found[steps] = typed(value, Unit[unit], scale)
            elif steps or not key:
                self.stray(sheet, number, value)
        if found:
            words = json.dumps([into, sorted(found.items())], ensure_ascii=False)
            row = new_row_id(f"{self.told['fingerprint']} {len(self.orders.get(into, ()))} {words}")
            self.orders.setdefault(into, []).append(row)
            self.values |= {f"{into}/{row}/{steps}": text for steps, text in found.items()}

    def not_there(self, sheet: Keyed, number: int, path: str) -> None:
        """A row of the form in a part that the document doesn't have, such as an activity that nobody has added: with what is counted
        there the part is new, and asked about."""
        for name, col in sheet.columns.items():
            value = sheet.grid.at(number, col)
            steps, unit, scale = sheet.told["columns"].get(name, ["", "TEXT", 1])
            if not isinstance(value, int | float) or (number, col) in sheet.grid.formulas:
                continue
            if steps and self.has(f"{path}/{steps}"):
                self.values[f"{self.part(sheet, path)}/{steps}"] = typed(value, Unit[unit], scale)
            elif self.unasked(sheet, "", name):
                self.stray(sheet, number, value)

    def part(self, sheet: Keyed, path: str) -> str:
        """The path where it is new: the same part for all that the file says of it."""
        above, mark, below = path.partition("/+")
        number, _, rest = below.partition("/")
        row = new_row_id(f"{self.told['fingerprint']} {above}{mark}{number}")
        order = self.orders.setdefault(above, [])
        if row not in order:
            order.append(row)
            sentence = f"På bladet ”{sheet.grid.name}” är något ifyllt för {self.called(above)} som inte finns. Ska den läggas till?"
            self.doubts.append(Doubt(f"{above}/{row}", sentence))
        return f"{above}/{row}/{rest}"

    def called(self, above: str) -> str:
        """What a part of a list is called: «en verksamhet»."""
        field = self.mall.field(above) if self.mall else None
        room = field.rows_at(()) if field else None
        return f"en {room.row_name}" if room else "en del"

    def has(self, path: str) -> bool:
        """Has the form a place there? One that is not here is asked later."""
        return self.mall is None or self.mall.leaf_at(path) is not None

    def gone(self, sheet: Keyed) -> None:
        """Rows that were there and are not: a row of a list is removed, what stood in others is emptied when that is not doubted."""
        for key, (kind, path) in sheet.told["rows"].items():
            if key in sheet.rows or kind not in ("row", "fact"):
                continue
            if path and f"{path}/{PLACE}" in self.base:
                self.values[f"{path}/{PLACE}"] = ""
                continue
            for cell, (where, *_) in sheet.told["cells"].items():
                if cell.partition(" ")[0] == key and self.base.get(where):
                    self.values[where] = ""
                    self.doubts.append(
                        Doubt(
                            where, f"Raden finns inte kvar på bladet ”{sheet.grid.name}”. Ska det som stod där tömmas?"
                        )
                    )

    def beside(self, sheet: Keyed) -> None:
        """Columns that were not there, and columns that were and are not."""
        known = {1, *sheet.columns.values()}
        words: dict[int, list[str]] = {}
        for row in sheet.grid.rows.values():
            for col, value in row.items():
                if col not in known:
                    words.setdefault(col, []).append(str(value))
        for col, said in sorted(words.items()):
            self.unplaced.append(
                Unplaced(f"På bladet ”{sheet.grid.name}”, i kolumnen {letters(col)},", shortened(" ".join(said)))
            )
        lost = [name for name in sheet.told["columns"] if name not in sheet.columns]
        if lost:
            sentence = f"På bladet ”{sheet.grid.name}” saknas en kolumn som fanns när filen gjordes. Det som stod där lämnas som det är."
            self.doubts.append(Doubt("", sentence))

    def stray(self, sheet: Keyed, number: int, value: Value) -> None:
        self.unplaced.append(Unplaced(f"På bladet ”{sheet.grid.name}”, rad {number},", shortened(str(value))))

    def strange(self, sheet: Keyed, number: int) -> None:
        """A row that somebody has written outside the table."""
        words = " ".join(str(value) for col, value in sorted(sheet.grid.rows[number].items()) if col > 1)
        if words:
            self.stray(sheet, number, words)


def of_the_form(path: str) -> bool:
    """Is it a row of the form's own in a row that is not there (`+1`), and not one that is not there itself?"""
    return not path.rpartition("/")[2].startswith("+")


def without_keys(grid: Grid) -> Grid:
    """As somebody sees it."""
    rows = {row: {col: value for col, value in cells.items() if col > 1} for row, cells in grid.rows.items() if row > 1}
    return Grid(grid.name, rows, grid.formulas, grid.unworked)


def letters(col: int) -> str:
    """What a spreadsheet calls a column: 28 is AB."""
    said = ""
    while col:
        col, rest = divmod(col - 1, 26)
        said = chr(65 + rest) + said
    return said
