"""G60, G64, G71, G72, G74: what the counts of a table have to do with each other, with their total and with the report before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ...kinds.figures import figure_names, figures, in_a_sentence
from ...kinds.grid.parts import BEFORE, IN, OUT, PARTS, CountColumn, CountLine
from ...kinds.kind import Answer, every, reading_of
from ...kinds.table.definition import CountTable
from ...kinds.table.sums import whole_key
from ..facts import FIGURES, PARTIES, ROW, Facts
from ..registry import Finding, Severity, check

READS = f"{CountTable.type} {FIGURES} {ROW} {PARTIES}"
RIGHT = "Rätta det tal som är fel."


def tables(facts: Facts) -> Iterator[Answer[CountTable]]:
    return every(facts.document, CountTable)


def count(at: Answer[CountTable], line: CountLine, column: CountColumn, *more: str) -> int | None:
    """What stands in a cell; None for nothing, and for what can't be read."""
    found: int | None = reading_of(at.below(at.field.cell(line, column), line.id, column.id, *more)).value
    return found


def called(at: Answer[CountTable], column: CountColumn) -> str:
    """The table, and the column where it has several."""
    return at.field.label if at.field.one_column else f"{at.field.label}, {column.label}"


@check("G60", Severity.ERROR, reads=READS)
def split_against_its_total(facts: Facts) -> Iterator[Finding]:
    """The rows of a table make the total that they split. While a row is empty and something is left, the table itself says so."""
    known = figures(facts.document)
    for at in tables(facts):
        field, columns = at.field, at.field.columns_of(at)
        wholes = (
            [(whole_key(field, at.path, one.id), f"{at.path}/kolumn/{one.id}", called(at, one)) for one in columns]
            if field.total_per
            else [(field.whole_key(at), f"{at.path}/alla", field.label)]
        )
        for whole, split, name in wholes if field.total or field.total_label else ():
            total, given = known.sum(whole), known.sum(split)
            readable = total.written and given.written and not total.unread and not given.unread
            if readable and (given.value > total.value or (given.value < total.value and not has_empty_row(at))):
                sentence = (
                    f"{name}: fördelningen ger {given.value}, men {total_name(at, whole)} är {total.value}. {RIGHT}"
                )
                yield Finding(at.path, sentence, f"{whole} {given.value} {total.value}")


def total_name(at: Answer[CountTable], key: str) -> str:
    """What the total is called in a sentence: «antal inskrivna»."""
    if at.field.total_label:
        return in_a_sentence(at.field.total_label)
    field = at.form.field(key)
    if field is not None:
        return in_a_sentence(field.label)
    named = figure_names(at.document).get(key)
    return named[0].name.rpartition(", ")[2] if named else "det som ska fördelas"


def has_empty_row(at: Answer[CountTable]) -> bool:
    return any(not at.text(line.id, column.id) for line in at.field.lines(at) for column in at.field.columns_of(at))


@check("G60", Severity.ERROR, reads=READS)
def groups_that_split_the_same(facts: Facts) -> Iterator[Finding]:
    """Each group of a table gives the same count in every column: women and men are as many as the young and the old."""
    known = figures(facts.document)
    for at in tables(facts):
        for column in at.field.columns_of(at) if at.field.groups else ():
            given = [(group, known.sum(at.path, "grupp", group.id, column.id)) for group in at.field.groups]
            full = [(group, found) for group, found in given if found.written and not found.unread]
            for (one, first), (other, second) in combinations(full, 2):
                if first.value != second.value:
                    sentence = f"{called(at, column)}: {one.label} ger {first.value}, men {other.label} ger {second.value}. {RIGHT}"
                    path = f"{at.path}/{other.rows[0].id}"
                    yield Finding(path, sentence, f"{one.id} {first.value} {other.id} {second.value} {column.id}")


@check("G64", Severity.ERROR, reads=READS)
def parts_of_a_row(facts: Facts) -> Iterator[Finding]:
    """What a row is said to be made of is no more than the row."""
    known = figures(facts.document)
    for at in tables(facts):
        for line in at.field.lines(at):
            parts, row = known.sum(at.path, PARTS, line.id), known.sum(at.path, "rad", line.id)
            if line.has_parts and parts.written and row.written and parts.value > row.value:
                sentence = f"{line.label}: raderna därunder ger {parts.value}, men raden är {row.value}."
                yield Finding(f"{at.path}/{line.id}", sentence, f"{parts.value} {row.value}")


@check("G71", Severity.WARNING, reads=READS)
def count_that_fell(facts: Facts) -> Iterator[Finding]:
    """What is counted from a day before the period never becomes less than in the report before."""
    for at in tables(facts):
        for line in at.field.lines(at) if at.field.previous else ():
            for column in at.field.columns_of(at) if line.says_since else ():
                now, before = count(at, line, column), count(at, line, column, BEFORE)
                if now is not None and before is not None and now < before:
                    where = "" if at.field.one_column else f", {column.label}"
                    since = at.text(line.id, "tid").strip()
                    name = f"{line.label}{f' sedan {since}' if since else ''}{where}"
                    sentence = f"{name} var {before} i förra rapporten men är {now} här."
                    yield Finding(f"{at.path}/{line.id}/{column.id}", sentence, f"{now} {before}")


@check("G72", Severity.WARNING, reads=READS)
def more_out_than_in(facts: Facts) -> Iterator[Finding]:
    """No more leave a column than have come to it, now or before. Rows that are counted from another day say nothing of this period."""
    for at in tables(facts):
        lines = [line for line in at.field.lines(at) if line.row is not None and not line.says_since]
        came, left = ([line for line in lines if line.row and line.row.role == role] for role in (IN, OUT))
        for column in at.field.columns_of(at) if came and left else ():
            entered, gone = (added(at, some, column) for some in (came, left))
            before = (added(at, came, column, BEFORE) or 0) - (added(at, left, column, BEFORE) or 0)
            if gone and gone > (entered or 0) + max(before, 0):
                one = "avslutat" if gone == 1 else "avslutade"
                where = at.field.label if at.field.one_column else column.label
                sentence = f"{where}: {gone} {one} men {entered or 0} inkomna. Kom ärendet före perioden, eller är ett tal fel?"
                yield Finding(f"{at.path}/{left[0].id}/{column.id}", sentence, f"{gone} {entered}")


def added(at: Answer[CountTable], lines: list[CountLine], column: CountColumn, *more: str) -> int | None:
    """What rows come to in a column; None while none of them is written."""
    found = [one for line in lines if (one := count(at, line, column, *more)) is not None]
    return sum(found) if found else None


@check("G74", Severity.TIP, reads=READS)
def count_that_points_somebody_out(facts: Facts) -> Iterator[Finding]:
    """A count as small as the förbund has said can point a person out. Off until it has."""
    smallest = facts.mall.settings.smallest_count or 0
    for at in tables(facts) if smallest else ():
        for line in at.field.lines(at):
            for column in at.field.columns_of(at):
                found = count(at, line, column)
                if found is not None and 0 < found < smallest:
                    where = line.label if at.field.one_column else f"{line.label}, {column.label}"
                    who = at.field.noun or "person"
                    sentence = f"{found} {who} i {where}: ett så litet antal kan peka ut en person."
                    yield Finding(f"{at.path}/{line.id}/{column.id}", sentence, str(found))
