"""A sheet of another's budget, read from the top by the words of its rows and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..core import position
from ..core.document import PLACE, Document
from ..core.kronor import format_kronor, read_kronor
from ..core.reading import shortened
from ..core.row_id import new_row_id
from ..core.unit import Unit
from .brought import Doubt, Unplaced
from .budget_pattern import BudgetPattern, GroupPattern, TablePattern
from .cell_words import typed
from .column_heads import Holds, holds, told
from .foreign_rows import LETTERS, SheetRow, is_amount, lines_of, says_nothing, unit_of
from .grid import Grid, Value
from .labels import Likeness, Match, bare, best, words
from .party_columns import PartyColumns

SUMS = ("summa", "totalt")
DIGIT = re.compile(r"\d")


@dataclass(slots=True, kw_only=True)
class Found:
    """What is understood so far, of all the sheets."""

    document: Document
    pattern: BudgetPattern
    parties: PartyColumns
    values: dict[str, str] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    total: int = 0
    """Kronor of all lines."""
    totals: list[tuple[str, int]] = field(default_factory=list)
    """Where the file states the total of everything, and what it states."""

    def sentences(self) -> tuple[str, ...]:
        """What there is to say, the totals compared with what all the sheets hold together."""
        wrong = (differs(where, stated, self.total) for where, stated in self.totals if stated != self.total)
        return (*self.said, *wrong)


def differs(where: str, stated: int, kronor: int) -> str:
    told_as, is_now = format_kronor(stated, with_unit=True), format_kronor(kronor, with_unit=True)
    return f"{where} är {told_as} i filen, men raderna blir {is_now}."


class SheetReading:
    """One sheet, from the top: the table and the group that it has come to, and what stands over the columns."""

    def __init__(self, book: Found, grid: Grid):
        self.book, self.grid = book, grid
        pattern = book.pattern
        self.lines = [*lines_of(grid, pattern.labels)]
        self.tables = pattern.tables
        named = best(grid.name, [one.heading for one in self.tables])
        self.table = next((one for one in self.tables if named and one.heading == named.label), self.tables[0])
        self.group: GroupPattern | None = None
        self.ended = False
        """Is the table ended by its total?"""
        self.silent = False
        """Is it a table that repeats what the others say?"""
        self.heads: dict[int, list[str]] = {}
        self.fresh = False
        """Do new heads stand for a new table?"""
        self.exact = {
            match.label for line in self.lines if (match := self.surest(line)) and match.likeness is Likeness.SAME
        }
        self.used: set[str] = set()
        self.added: dict[tuple[str, int], int] = {}
        """(what it is added up in, column) → kronor."""
        self.scale, self.unsure = unit_of(grid, self.lines)

    def surest(self, line: SheetRow) -> Match | None:
        return best(line.label, self.book.pattern.labels)

    def read(self) -> None:
        if self.unsure:
            self.book.doubts.append(Doubt("", f"{self.grid.called}: {self.unsure}"))
        for line in self.lines:
            self.take(line)

    def take(self, line: SheetRow) -> None:
        first = words(line.label)[:1]
        if line.label and first and first[0] in SUMS:
            self.sum(line)
            return
        match = self.heading(line)
        if match is None and not self.silent and (line.amounts or self.unread(line)):
            self.line(line)
        elif match is None and not line.amounts or match is not None and line.texts and not line.amounts:
            self.head(line)

    def unread(self, line: SheetRow) -> bool:
        """Is it a line of the form with something that could be an amount and can't be read, such as «ca 50 tkr»?"""
        labels = [label for group in self.table.groups for label in group.lines]
        match = best(line.label, labels)
        return match is not None and match.likeness > Likeness.NEAR and any(map(DIGIT.search, line.texts.values()))

    def heading(self, line: SheetRow) -> Match | None:
        """Goes to the table or the group whose heading a row without amounts is."""
        if not line.label or line.amounts:
            return None
        ahead = self.ahead()
        groups = {group.heading: (table, group) for table in reversed(ahead) for group in table.groups}
        tables = {table.heading: table for table in self.tables}
        near = [group.heading for table in ahead[:1] for group in table.groups]
        match = best(line.label, [*tables, *groups, *self.book.pattern.others]) or best(line.label, near)
        if match is None or match.likeness is Likeness.NEAR and line.texts:
            return None
        self.silent = match.label in self.book.pattern.others and match.label not in tables
        if match.label in tables and (match.label not in groups or self.ended):
            self.begin(tables[match.label])
        elif match.label in groups:
            table, group = groups[match.label]
            if table is not self.table:
                self.begin(table)
            self.group = group
        return match

    def ahead(self) -> list[TablePattern]:
        """The tables that can follow here, the likeliest first: this one, until its total or when a group of it comes again."""
        here = self.tables.index(self.table)
        return self.tables[here + 1 :] + [self.table] if self.ended else self.tables[here:]

    def begin(self, table: TablePattern) -> None:
        self.fresh = self.fresh or table is not self.table
        self.table, self.group, self.ended, self.silent = table, None, False, False

    def head(self, line: SheetRow) -> None:
        """What stands over the columns; that of a new table takes the place of the one before."""
        texts = line.texts
        if not texts:
            return
        if self.fresh and len(texts) > 1:
            self.heads, self.fresh = {}, False
        if not self.heads or len(texts) > 1 or not self.used:
            for col, text in texts.items():
                self.heads.setdefault(col, []).append(text)

    def line(self, line: SheetRow) -> None:
        """A row with amounts: a line of the form, or one of their own where the group has such."""
        place, doubt = self.place(line)
        if not place:
            self.unplaced(line)
            return
        self.fresh = True
        parties = 0
        for col, value in line.cells.items():
            steps, unit = self.column(col, value)
            path = f"{place}/{steps}"
            stands = bool(steps) and self.book.document.mall.leaf_at(path) is not None
            text = typed(value, unit, self.scale)
            if unit is Unit.KRONOR:
                parties += self.count(col, text)
                if says_nothing(value) and not (stands and self.book.document.text(path)):
                    continue
            if stands:
                self.say(path, text, doubt)
            elif unit is Unit.KRONOR or isinstance(value, str) and LETTERS.search(value):
                self.stray(line, f"{line.label} {told(self.heads.get(col, []))} {typed(value, Unit.TEXT)}")
        self.check_row(line, parties)

    def count(self, col: int, text: str) -> int:
        """Adds an amount up in what it belongs to."""
        kronor = read_kronor(text).value or 0
        self.book.total += kronor
        for key in (f"grupp {id(self.group)}", f"tabell {id(self.table)}"):
            self.added[key, col] = self.added.get((key, col), 0) + kronor
        return kronor

    def say(self, path: str, text: str, doubt: str) -> None:
        before = self.book.values.get(path)
        if before is None:
            self.book.values[path] = text
        elif before != text:
            self.book.doubts.append(Doubt(path, f"Filen säger både {before} och {text}. Det första har lästs."))
        for sentence in filter(None, (doubt, self.unsure)):
            self.book.doubts.append(Doubt(path, sentence))

    def place(self, line: SheetRow) -> tuple[str, str]:
        """The path of the line that a row is, and what is not sure about that. Where it stands tells more than words that are almost
        those of a line in another group."""
        here = [self.group] if self.group else []
        others = [group for group in self.table.groups if group is not self.group]
        for groups in [] if self.ended else [here, others]:
            lines = {label: (group, paths) for group in groups for label, paths in group.lines.items()}
            match = best(line.label, lines) if line.label else None
            elsewhere = groups is others and bool(here)
            if match is None or (match.likeness is not Likeness.SAME and (elsewhere or match.label in self.exact)):
                continue
            group, paths = lines[match.label]
            free = next((path for path in paths if path not in self.used), "")
            if free:
                self.group = group
                self.used.add(free)
                same = match.likeness is Likeness.SAME
                return (
                    free,
                    "" if same else f"Raden ”{shortened(line.label, 60)}” i filen har lästs som ”{match.label}”.",
                )
        if self.group is None or self.ended or not self.group.own or all(map(says_nothing, line.amounts.values())):
            return "", ""
        return self.own(line, self.group), ""

    def own(self, line: SheetRow, group: GroupPattern) -> str:
        """A new line of their own, last in its group."""
        into, label = group.own, bare(line.label)
        row = new_row_id(f"{into} {label} {self.grid.name} {line.number}")
        document, values = self.book.document, self.book.values
        places = [document.text(f"{into}/{one}/{PLACE}") for one in document.rows(into)]
        places += [text for path, text in values.items() if path.startswith(f"{into}/") and path.endswith(f"/{PLACE}")]
        values[f"{into}/{row}/{PLACE}"] = position.between(max(places, default=None), None)
        values[f"{into}/{row}/{self.table.label}"] = label
        self.used.add(f"{into}/{row}")
        return f"{into}/{row}"

    def holds(self, col: int) -> Holds:
        return holds(told(self.heads.get(col, [])), self.table.row_sum)

    def column(self, col: int, value: Value) -> tuple[str, Unit]:
        """The steps from a line to what stands in a column, and what it counts; none for sums and for what has no place."""
        what = self.holds(col)
        start, end = self.table.days if len(self.table.days) == 2 else ("", "")
        if what in (Holds.FROM, Holds.TO):
            return (start if what is Holds.FROM else end), Unit.SHORT_DAY
        if what is Holds.SHARE:
            return self.table.share, Unit.SHARE
        amount = is_amount(value) or (isinstance(value, str) and bool(DIGIT.search(value)))
        if what is Holds.PARTY and amount:
            return self.book.parties.steps(told(self.heads[col]), self.table), Unit.KRONOR
        if what is Holds.UNSAID and amount:
            return self.only_party(col), Unit.KRONOR
        return "", Unit.TEXT

    def only_party(self, col: int) -> str:
        """A column that does not say whose it is: the only one is the first insatsägare's; beside others it has no place."""
        amounts = {other for line in self.lines for other in line.amounts}
        unsaid = {other for other in amounts if self.holds(other) is Holds.UNSAID}
        if any(self.holds(other) is Holds.PARTY for other in amounts) or min(unsaid) != col:
            return ""
        return self.book.parties.first(self.table)

    def unplaced(self, line: SheetRow) -> None:
        if not all(map(says_nothing, line.amounts.values())):
            self.stray(line, " ".join(typed(value, Unit.TEXT) for value in (line.label, *line.cells.values()) if value))

    def stray(self, line: SheetRow, words: str) -> None:
        self.book.unplaced.append(Unplaced(self.grid.place(line.number), shortened(" ".join(words.split()), 120)))

    def check_row(self, line: SheetRow, parties: int) -> None:
        for col, value in line.amounts.items():
            if self.holds(col) is Holds.SUM:
                self.compare(line.label, value, parties)

    def sum(self, line: SheetRow) -> None:
        """A sum: compared with what was read, never added. Ends the group or the table that it is of."""
        groups = {group.total: group for group in self.table.groups}
        match = best(line.label, [*groups, self.table.total, self.book.pattern.grand_total])
        if match is None and len(words(line.label)) == 1:
            match = Match(self.group.total if self.group else self.table.total, Likeness.SAME)
        if match is None or self.silent:
            return
        if match.label == self.book.pattern.grand_total:
            for value in [*line.amounts.values()][-1:]:
                stated = read_kronor(typed(value, Unit.KRONOR, self.scale)).value
                self.book.totals += [] if stated is None else [(self.where(line.label), stated)]
            return
        is_table = match.label == self.table.total
        key = f"tabell {id(self.table)}" if is_table else f"grupp {id(groups[match.label])}"
        columns = {col: kronor for (one, col), kronor in self.added.items() if one == key}
        for col, value in line.amounts.items():
            if col in columns:
                self.compare(line.label, value, columns[col])
            elif self.holds(col) is Holds.SUM:
                self.compare(line.label, value, sum(columns.values()))
        if is_table:
            self.ended = True
        self.group = None

    def compare(self, label: str, value: Value, kronor: int) -> None:
        stated = read_kronor(typed(value, Unit.KRONOR, self.scale)).value
        wrong = "" if stated in (None, kronor) else differs(self.where(label), stated, kronor)
        if wrong and wrong not in self.book.said:  # one party's column says the same as the sum of all
            self.book.said.append(wrong)

    def where(self, label: str) -> str:
        return f"{self.grid.called}: ”{shortened(label, 60)}”"
