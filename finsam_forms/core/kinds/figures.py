"""The figures of a document: every computed number by its key, worked out here and nowhere else.

A cell says which few sums it counts in, so that one changed cell changes just those and the formulas of them; a document that
another was changed into knows which of its figures are news. A field is added up the first time that somebody asks for a figure of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any, NamedTuple

from ..dates import Period
from ..document import Document, Form, View, no_row_moves, sections_stand, view
from ..figure import NOTHING, Formula, Sum, as_sum
from ..kronor import AmountFormat
from ..party import names_stand, parties_of
from ..reading import Reading
from ..unit import KR, Unit
from .kind import Answer, Kind, Leaf, Rest, Suggested

Keys = tuple[str, ...]
Sums = Mapping[str, Sum]


class Counting(Kind):
    """A kind that computes. The keys of its figures begin with its id."""

    __slots__ = ()

    @property
    def echoed(self) -> bool:
        return True

    @property
    def counts(self) -> bool:
        """Does it compute, as this form uses it?"""
        return True

    @property
    def roots(self) -> Iterable[str]:
        """How the keys of its figures begin."""
        return (self.id,)

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        """The sums that the cell `rest` steps below counts in; none for what does not count, as the document stands."""
        raise NotImplementedError

    def cells(self, at: Answer[Any]) -> Iterator[tuple[Keys, Reading[int]]]:
        """Every written cell that counts."""
        for leaf in at.leaves():
            text = leaf.text()
            below = leaf.path[len(at.path) + 1 :]
            keys = self.keys_at(at, tuple(below.split("/")) if below else ()) if text else ()
            if keys:
                yield keys, self.counted(leaf.field, text)

    def counted(self, leaf: Leaf, text: str) -> Reading[int]:
        """What a cell adds."""
        return leaf.read(text)

    def formulas(self, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
        """Its figures of other figures, by key. They may hang on which rows there are and on what `decides`, and on nothing else."""
        return iter(())

    def decides(self, rest: Rest) -> bool:
        """Does the value `rest` steps below decide which formulas there are, or what they are?"""
        return False

    def taken_from(self, key: str) -> Keys:
        """Of a figure that is a difference: the figure that something is taken from, and those that are taken."""
        return ()

    def figure_unit(self, key: str) -> Unit:
        return Unit.COUNT

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        """What a text may refer to, the most general first. They may hang on which rows there are, on the names of the organisations
        and on words in the field itself, and on nothing else: no sum, no other field."""
        return iter(())

    def stated(self, at: Answer[Any]) -> dict[str, Any]:
        """The sums that its file states beside the answers, for whoever reads them with other eyes than ours."""
        return {}

    def held_in(self, row: str) -> str:
        """The key of what counts here for the row of another field: the money of an organisation."""
        return ""

    def counted_for(self, at: Answer[Any]) -> Period | None:
        """The days that it counts, where it says them itself."""
        return None

    def amounts(self, at: Answer[Any]) -> AmountFormat:
        """How its kronor are shown."""
        return KR

    def said(self, key: str, found: Sum) -> str | None:
        """The words of a figure that is read as a sentence; None for a plain number."""
        return None


class FigureName(NamedTuple):
    """What a figure is called in a sentence. `something`: a text may refer to it only while it is not 0."""

    key: str
    name: str
    something: bool = False


def in_a_sentence(label: str) -> str:
    """Names in it keep their capitals."""
    return label[:1].lower() + label[1:]


class Change(NamedTuple):
    """A figure that a change has made another."""

    was: Sum
    now: Sum


News = dict[str, Change]
"""By the figures' keys."""


class Counted:
    """What has been worked out so far of a document's figures."""

    __slots__ = ("news", "sums", "worked")

    def __init__(self, sums: dict[str, Sums], worked: dict[str, Sum], news: News):
        self.sums = sums
        """Id of a field → its sums of cells. The inner maps are never changed."""
        self.worked = worked
        """The formulas."""
        self.news = news


class Figures:
    """A light reading of a document's figures."""

    __slots__ = ("counted", "document")

    def __init__(self, document: Document, counted: Counted):
        self.document, self.counted = document, counted

    def sum(self, *key: str) -> Sum:
        """The figure of a key given in steps: `sum("rad", "lon", "91c2")`. NOTHING for what nothing counts in."""
        whole, worked = "/".join(key), self.counted.worked
        if whole in worked:
            return worked[whole]
        formula = formulas_of(self.document).get(whole)
        if formula:
            worked.update(self.work_out(formula.of))
            return worked[whole]
        field = field_of(self.document, whole)
        return self.of(field).get(whole, NOTHING) if field else NOTHING

    def work_out(self, of: Keys) -> Iterator[tuple[str, Sum]]:
        """All the formulas of the same figures: these are fetched once, however many the shares of a column are."""
        sums = tuple(map(self.sum, of))
        return ((key, work(*sums)) for key, work in formulas_by_parts(self.document)[of])

    def of(self, field: Counting) -> Sums:
        """The sums of a field's cells."""
        found = self.counted.sums.get(field.id)
        if found is None:
            found = self.counted.sums[field.id] = add_up(field.cells(field.answer(self.document)))
        return found

    def keys_of(self, field: Counting) -> Iterator[str]:
        """Every figure of a field."""
        yield from self.of(field)
        yield from (key for key in formulas_of(self.document) if field_of(self.document, key) is field)

    @property
    def news(self) -> Mapping[str, Change]:
        """The figures that differ from those of the document it was changed from, of the fields that were worked out there."""
        return self.counted.news

    def all(self) -> dict[str, Sum]:
        """Every figure that something counts in, by key."""
        return {key: self.sum(key) for field in counting(self.document) for key in self.keys_of(field)}


class CountedView(View[Counted]):
    def carried(self, value: Counted, before: Document, after: Document, changes: Mapping[str, str]) -> Counted:
        if all(formulas_stand(after, path) for path in changes):
            return changed(value, before, after, changes)
        return compared(value, after)


def formulas_stand(document: Document, path: str) -> bool:
    """Is a change at this path one that leaves the formulas as they are?"""
    first, *rest = path.split("/")
    field = document.mall.field(first)
    decides = isinstance(field, Counting) and field.decides(tuple(rest))
    return no_row_moves(document, path) and not decides and not moves_columns(document, path)


counted = CountedView(lambda document: Counted({}, {}, {}), formulas_stand)


def figures(document: Document) -> Figures:
    return Figures(document, counted(document))


def changed(value: Counted, before: Document, after: Document, changes: Mapping[str, str]) -> Counted:
    """The difference of the changed cells, and the formulas of what it changed."""
    old = value.sums.copy()
    fresh: dict[str, dict[str, Sum]] = {}
    touched: dict[str, str] = {}
    """Key → id of the field that has it."""
    for path in changes:
        first, *rest = path.split("/")
        field = after.mall.field(first)
        if field is None or first not in old:
            continue
        steps = tuple(rest)
        keys = field.keys_at(field.answer(after), steps)
        if keys:
            leaf = after.mall.leaf_at(path)
            was, now = (as_sum(field.counted(leaf, document.text(path))) for document in (before, after))
            if was != now:
                if first not in fresh:
                    fresh[first] = dict(old[first])
                sums = fresh[first]
                for key in keys:
                    sums[key] = changed_by(sums.get(key, NOTHING), was, now)
                touched |= dict.fromkeys(keys, first)
    ways = {key: Change(old[first].get(key, NOTHING), fresh[first][key]) for key, first in touched.items()}
    news = {key: change for key, change in ways.items() if change.was != change.now}
    counts = Counted({**old, **fresh}, dict(value.worked), news)
    work_again(Figures(after, counts))
    return counts


def changed_by(one: Sum, was: Sum, now: Sum) -> Sum:
    """A sum of which a cell is another than it was."""
    return Sum(
        one.value - was.value + now.value,
        one.unread - was.unread + now.unread,
        one.written - was.written + now.written,
    )


def work_again(now: Figures) -> None:
    """The formulas of the figures that are news, and those of them that are so themselves."""
    worked, news = now.counted.worked, now.counted.news
    for of in formulas_by_parts(now.document) if news and worked else ():
        if not news.keys().isdisjoint(of):
            for key, found in now.work_out(of):
                was = worked.get(key)
                if was is not None and found != was:
                    worked[key], news[key] = found, Change(was, found)


def compared(value: Counted, after: Document) -> Counted:
    """Everything anew, when rows have come, moved or gone."""
    now = Figures(after, Counted({}, {}, {}))
    for field in counting(after):
        if field.id in value.sums:
            now.of(field)
    for key in formulas_of(after) if value.worked else ():
        now.sum(key)
    was = {key: one for sums in (*value.sums.copy().values(), value.worked) for key, one in sums.items()}
    found = {key: one for sums in (*now.counted.sums.values(), now.counted.worked) for key, one in sums.items()}
    ways = {key: Change(was.get(key, NOTHING), found.get(key, NOTHING)) for key in was.keys() | found.keys()}
    news = {key: change for key, change in ways.items() if change.was != change.now}
    return Counted(now.counted.sums, now.counted.worked, news)


def add_up(cells: Iterable[tuple[Keys, Reading[int]]]) -> Sums:
    """Sums by key. Totals are sums of the cells themselves, so a printed column adds up on a pocket calculator."""
    found: dict[str, list[int]] = {}
    for keys, reading in cells:
        value, unread, written, _ = as_sum(reading)
        for key in keys:
            parts = found.setdefault(key, [0, 0, 0])
            parts[0] += value
            parts[1] += unread
            parts[2] += written
    return {key: Sum(value, unread, written) for key, (value, unread, written) in found.items()}


def never_changes(document: Document, path: str) -> bool:
    return True


@view(never_changes)
def counting(document: Document) -> tuple[Counting, ...]:
    """The fields that compute, in the form's order."""
    return tuple(field for field in document.mall.fields() if isinstance(field, Counting) and field.counts)


@view(never_changes)
def followed(document: Document) -> frozenset[str]:
    """Ids of the fields whose rows or answers others show."""
    return frozenset().union(*(field.follows(document.mall) for field in document.mall.fields()))


def moves_columns(document: Document, path: str) -> bool:
    """Does a change at this path give tables elsewhere other columns, without a row that comes or goes?"""
    first, *rest = path.split("/")
    return first in followed(document) and document.mall.field(first).moves_columns(tuple(rest))


@view(never_changes)
def fields_by_root(document: Document) -> dict[str, Counting]:
    return {root: field for field in counting(document) for root in field.roots}


def field_of(document: Document, key: str) -> Counting | None:
    """The field that a key is a figure of."""
    return fields_by_root(document).get(key.partition("/")[0])


def called_the_same(document: Document, path: str) -> bool:
    """Is a change at this path one that leaves what figures are called? In a field that counts only a text can name them."""
    field = document.mall.field(path.partition("/")[0])
    leaf = document.mall.leaf_at(path) if isinstance(field, Counting) and field.counts else None
    named = (leaf is not None and leaf.unit is Unit.TEXT) or (field is not None and field.id in followed(document))
    return names_stand(document, path) and sections_stand(document, path) and not named


@view(called_the_same)
def figure_names(document: Document) -> dict[str, tuple[FigureName, Counting]]:
    """Key → what a text calls the figure, and the field that has it: field by field, the most general first."""
    shown = {field.id for field in document.mall.shown_fields(document)}
    asked = (field for field in counting(document) if field.id in shown)
    fields = ((field, field.answer(document)) for field in asked)
    return {one.key: (one, field) for field, at in fields for one in field.figure_names(at)}


@view(formulas_stand)
def formulas_of(document: Document) -> dict[str, Formula]:
    """Every formula, none before those that it needs."""
    found = dict(pair for field in counting(document) for pair in field.formulas(field.answer(document)))
    order = TopologicalSorter({key: formula.of for key, formula in found.items()}).static_order()
    return {key: found[key] for key in order if key in found}


@view(formulas_stand)
def formulas_by_parts(document: Document) -> dict[Keys, list[tuple[str, Callable[..., Sum]]]]:
    """The figures that formulas need → those formulas, none before those that it needs."""
    found: dict[Keys, list[tuple[str, Callable[..., Sum]]]] = {}
    for key, formula in formulas_of(document).items():
        found.setdefault(formula.of, []).append((key, formula.work))
    return found


def circle_in(form: Form, start: Mapping[str, str]) -> str:
    """A formula that needs itself, by way of others: its key; empty when there is none. `start`: what a draft begins with."""
    try:
        formulas_of(Document(form, start))
    except CycleError as circle:
        return str(circle.args[1][0])
    return ""


def is_figure(form: Form, key: str) -> bool:
    """Is this a figure of every document of the form, whatever rows it has?"""
    empty = Document(form, {})
    field, rest = field_of(empty, key), tuple(key.split("/")[1:])
    if field is None:
        return False
    at = field.answer(empty)
    named = {one.key for one in field.figure_names(at)} | {name for name, _ in field.formulas(at)}
    return key in named or (field.leaf_at(rest) is not None and key in field.keys_at(at, rest))


def beside(at: Answer[Any], key: str) -> str:
    """The figure that a form means by a key: of a question in the same chapter, if one is called so, else of a field."""
    root, *below = at.path.split("/")
    if len(below) == 2 and at.form.field(root).asks_in_parts(key.partition("/")[0]):
        return f"{root}/{below[0]}/{key}"
    return key


def suggested_by(document: Document, key: str, path: str) -> Suggested | None:
    """A count at a path that is a figure of another question, as it stands now."""
    field = field_of(document, key)
    known = figures(document).sum(key).known
    return Suggested(key, field.label, {} if known is None else {path: str(known)}) if field else None


def held_of(document: Document, row: str) -> Sum:
    """What counts for the row of an organisation, wherever it does."""
    found = (figures(document).sum(key) for key in held_in(document, row))
    return next((one for one in found if one != NOTHING), NOTHING)


@view(names_stand)
def holders_of(document: Document) -> dict[str, str]:
    """The key of what counts for the row of an organisation → that row."""
    return {key: party.id for party in parties_of(document) for key in held_in(document, party.id)}


def held_in(document: Document, row: str) -> Iterator[str]:
    """The keys of what counts for the row of an organisation."""
    return filter(None, (field.held_in(row) for field in counting(document)))
