"""Budget against outcome, a row each, with what a row is made of: `path/<row>/<column>`, or `path/<row>/<column>/<party>`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import Any, ClassVar

from ...bars import BarChart
from ...document import PLACE, Form
from ...figure import Formula, Sum
from ...kronor import AmountFormat, in_unit
from ...party import Party, parties_of, party_fields
from ...row_id import good_row_id
from ...unit import Unit
from ..figures import Counting, FigureName, Keys, figures
from ..intake import Intake
from ..kind import NOWHERE, Answer, Claim, Given, Inside, Kind, Lack, Leaf, Place, Rest, Room, Source, Taken
from ..period import PeriodField
from ..rows import STANDS, Rows
from .carried import added_up, carried, row_about
from .claims import COLUMNS, claim_of, claims_carried
from .exchange import outcome_from_json, outcome_schema, outcome_to_json
from .parts import (
    BEFORE,
    BUDGET,
    CLAIMED_IN_ALL,
    COMMENT,
    FORECAST,
    FORECAST_AS,
    GRANTED,
    GRANTED_IN_ALL,
    HEADS,
    LABEL,
    NOW,
    OF_PART,
    OUTCOME,
    PARTIAL,
    SPLIT,
    SPLIT_COLUMNS,
    TAKEN,
    TIME,
    TYPED,
    UNIT,
    UP_TO,
    WHOLE,
    WORKED_OUT,
    MoneyLine,
    OutcomeRow,
    amount,
)
from .pictures import outcome_bars
from .sums import DIFFERENCES, SHARES, formulas_of_outcome, keys_of_cell, names_of_sums, rest_words, unit_of
from .words import claimed_words, in_head, sentences_of, terms_in_words
from .years import form_rows, years_of

YEAR = re.compile("[0-9]{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetOutcome(Counting):
    """Amounts are whole kronor. Every difference, share and sum is computed, none is stored."""

    type: ClassVar[str] = "budget_outcome"
    stands_alone: ClassVar[bool] = True
    inside: ClassVar[Inside] = {"row": OutcomeRow}
    show: tuple[str, ...] = ("budget", "utfall", "differens")
    """Its columns, in the order of print."""
    title: str = ""
    """What stands over the table, with «{år}» and «{tom}» in it; by itself the label."""
    heads: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """Column → what it is called, where it is not the usual word."""
    sum_label: str = "Summa"
    own_rows: str = ""
    """The button that adds a row of one's own; empty when there can be none."""
    rows_from: str = ""
    """The id of rows elsewhere in the form that are rows here too, after the form's own: an activity each."""
    years: str = ""
    """The id of a time: when it goes over a new year, the form's rows stand once for each of its calendar years."""
    varav: str = ""
    """What a row is made of: `helt`, its parts make it, or `delvis`, at most; empty when no parts are asked for."""
    parties: str = ""
    """`owners`: a column for each insatsägare."""
    sentences: bool = False
    """Do the sentences that its figures make stand over it?"""
    claims: str = ""
    """The id of rows elsewhere: what was asked for in the quarters before, a row each."""
    claim_label: str = ""
    """What the sum of what is asked for now is called where it stands large; empty where it does not."""
    granted: bool = True
    """Is it asked what was granted in all?"""
    claimed: bool = False
    """Is it asked what has been asked for in all? Then what is left to ask for, or to pay back, is said."""
    time: bool = True
    """Are the budget's days and the last day of the outcome asked for?"""
    whole: bool = False
    """Is its outcome that of the whole insats?"""
    previous: bool = False
    """Does it hold the outcome of the report before?"""
    any_time: bool = False
    """May its days lie outside the time of the report (G69)?"""
    rows: tuple[OutcomeRow, ...] = ()

    # The definition.

    def faults(self, form: Form) -> Iterator[str]:
        unknown = [one for one in self.show if one not in (*TYPED, *WORKED_OUT)]
        yield from (f"”show” har ”{one}”, kolumnerna är {', '.join((*TYPED, *WORKED_OUT))}" for one in unknown)
        if not self.typed:
            yield "minst en kolumn att skriva i behövs i ”show”"
        yield from (f"”heads” har ”{one}”, som inte är någon kolumn" for one in self.heads if one not in self.show)
        beside = form.field(self.claims) if self.claims else None
        if self.claims and not (isinstance(beside, Rows) and {one.id for one in beside.columns} >= set(COLUMNS)):
            yield f"claims ”{self.claims}” är inga rader med kolumnerna {', '.join(COLUMNS)}"
        if self.claim_label and NOW not in self.show:
            yield f"claim_label kräver kolumnen ”{NOW}” i ”show”"
        if self.claimed and not {BUDGET, OUTCOME} <= set(self.typed):
            yield f"claimed kräver kolumnerna ”{BUDGET}” och ”{OUTCOME}” i ”show”"
        if any(not isinstance(head, str) for head in self.heads.values()):
            yield "”heads” ska ha text inom citattecken"
        yield from self.row_faults(form)

    def row_faults(self, form: Form) -> Iterator[str]:
        if not self.rows and not self.own_rows and not self.rows_from:
            yield "minst en ”row”, rows_from eller own_rows behövs"
        if self.rows_from and self.given_by(form) is None:
            yield f"rows_from ”{self.rows_from}” är varken rader med en rad text eller en tid i formuläret"
        yield from (f"en rad kan inte heta ”{row.id}”" for row in self.rows if row.id in TAKEN)
        if self.years and not isinstance(form.field(self.years), PeriodField):
            yield f"years ”{self.years}” är ingen tid i formuläret"
        if self.years and self.parties:
            yield "years går inte ihop med parties"
        if self.varav not in ("", PARTIAL, WHOLE):
            yield f"varav ska vara ”{WHOLE}” eller ”{PARTIAL}”"
        if self.varav and self.parties:
            yield "varav går inte ihop med parties: delarna har inga parter"
        if self.parties not in ("", "owners"):
            yield "parties ska vara ”owners”"
        if self.parties and not any(one.names_parties and one.owners for one in form.fields()):
            yield "parties kräver ett fält av typen parties med owners = true"

    def follows(self, form: Form) -> frozenset[str]:
        return (party_fields(form) if self.parties else frozenset()) | frozenset({self.rows_from, self.years} - {""})

    def given_by(self, form: Form) -> Kind | None:
        """What stands elsewhere and gives rows here."""
        field: Kind | None = form.field(self.rows_from) if self.rows_from else None
        return field if field is not None and field.gives_columns else None

    @property
    def typed(self) -> tuple[str, ...]:
        """The columns that are written in."""
        return tuple(one for one in self.show if one in TYPED)

    @property
    def split(self) -> bool:
        return bool(self.varav)

    def plain_head(self, column: str) -> str:
        """What a column is called where no year is told."""
        return in_head(self.heads.get(column, HEADS[column]), "")

    def whole_parts(self) -> Iterator[Kind]:
        """What is asked about the whole of it."""
        yield UNIT
        if FORECAST in self.typed:
            yield FORECAST_AS
        if self.granted and GRANTED not in self.typed:
            yield GRANTED_IN_ALL
        if self.claimed:
            yield CLAIMED_IN_ALL
        if self.time:
            yield TIME
            yield UP_TO

    # The structure.

    @property
    def wide(self) -> bool:
        return True

    def plain_row(self, row: str) -> OutcomeRow | None:
        return next((one for one in self.rows if one.id == row), None)

    def row_of(self, row: str) -> OutcomeRow | None:
        """A row of the form, in a year too where there can be such."""
        plain, _, year = row.rpartition("_")
        in_year = self.plain_row(plain) if self.years and YEAR.fullmatch(year) else None
        return self.plain_row(row) or (in_year and in_year.in_year(year))

    def stands(self, at: Answer[Any], row: str) -> bool:
        own, given = self.own_rows and at.document.row_number(at.path, row) is not None, self.given_by(at.form)
        fixed = any(one.id == row for one, _ in form_rows(self, at)) if self.years else self.row_of(row)
        return bool(fixed or own or (given and given.has_column(given.answer(at.document), row)))

    def lines(self, at: Answer[Any], *, named: bool = True) -> tuple[MoneyLine, ...]:
        """Its rows as the document stands, those of one's own last; without asking what those are called when not `named`."""
        fixed = (*form_rows(self, at), *((row, "") for row in self.given_rows(at, named=named)))
        stands = {row.id for row, _ in fixed}
        own = [row for row in at.rows() if row not in stands] if self.own_rows else ()
        return (
            *(MoneyLine(row.id, row.label, row, year) for row, year in fixed),
            *(
                MoneyLine(row, (at.text(row, LABEL.id).strip() or f"rad {number}") if named else "", None)
                for number, row in enumerate(own, len(fixed) + 1)
            ),
        )

    def given_rows(self, at: Answer[Any], *, named: bool = True) -> Iterator[OutcomeRow]:
        """Those that stand elsewhere, as the document stands."""
        given = self.given_by(at.form)
        if given is not None:
            there = given.answer(at.document)
            for one in given.column_ids(there):
                yield OutcomeRow(id=one, label=given.called(there, one) if named else "")

    def parties_of(self, at: Answer[Any]) -> tuple[Party, ...]:
        return parties_of(at.document, self.parties) if self.parties else ()

    def leaf_at(self, rest: Rest) -> Leaf | None:
        whole = next((one for one in self.whole_parts() if rest and one.id == rest[0]), None)
        if whole is not None:
            return whole.leaf_at(rest[1:])
        fixed = self.row_of(rest[0]) if rest else None
        if len(rest) < 2 or (fixed is None and not ((self.own_rows or self.rows_from) and good_row_id(rest[0]))):
            return None
        return self.leaf_of(fixed, rest[1:])

    def leaf_of(self, row: OutcomeRow | None, steps: Rest) -> Leaf | None:
        """What stands in a row of the form, or in one of one's own (None)."""
        if row is None and steps in ((PLACE,), (LABEL.id,)):
            return STANDS if steps == (PLACE,) else LABEL
        if steps == (COMMENT.id,):
            return COMMENT
        column, *more = steps
        if column == SPLIT:
            if not self.split or len(more) != 2 or not good_row_id(more[0]):
                return None
            return amount(more[1], "") if more[1] in SPLIT_COLUMNS else OF_PART.get(more[1])
        if self.previous and steps == (OUTCOME, BEFORE) and not self.parties:
            return amount(BEFORE, "förra perioden")
        fits = len(more) == 1 and good_row_id(more[0]) if self.parties else not more
        return amount(column, self.plain_head(column)) if column in self.typed and fits else None

    def meant(self, rest: Rest, typed: str, seen: Mapping[str, str]) -> str:
        leaf = self.leaf_at(rest)
        money = leaf is not None and leaf.unit is Unit.KRONOR
        return in_unit(typed, seen.get(f"{self.id}/{UNIT.id}") or "kr") if money else typed

    def rows_at(self, rest: Rest) -> Room | None:
        if not rest:
            return Room("rad") if self.own_rows else None
        return Room("rad") if self.split and rest[1:] == (SPLIT,) else None

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        yield from (at.below(one, one.id) for one in self.whole_parts())
        for line in self.lines(at, named=False):
            if line.row is None:
                yield at.below(LABEL, line.id, LABEL.id)
            yield from (at.below(leaf, line.id, *steps) for leaf, steps in self.cells_of(at))
            for part in at.rows(line.id, SPLIT) if self.split else ():
                yield at.below(LABEL, line.id, SPLIT, part, LABEL.id)
                yield from (at.below(amount(one, ""), line.id, SPLIT, part, one) for one in self.split_columns)
            if self.previous and OUTCOME in self.typed and not self.parties:
                yield at.below(amount(BEFORE, "förra perioden"), line.id, OUTCOME, BEFORE)
            yield at.below(COMMENT, line.id, COMMENT.id)

    @property
    def split_columns(self) -> tuple[str, ...]:
        return tuple(one for one in SPLIT_COLUMNS if one in self.typed)

    def cells_of(self, at: Answer[Any]) -> Iterator[tuple[Leaf, Rest]]:
        """The amounts of a row, and where each stands below it."""
        for column in self.typed:
            for party in self.parties_of(at):
                yield amount(column, f"{self.plain_head(column)}, {party.shown_name}"), (column, party.id)
            if not self.parties:
                yield amount(column, self.plain_head(column)), (column,)

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        known = figures(at.document)
        if self.required and not any(known.sum(at.path, "summa", column).written for column in self.typed):
            yield Lack(at.path, self.label or "tabell")

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        """A row has a margin of its own; a cell is called by its row and its column."""
        if not rest:
            return Place(True)
        for number, one in enumerate(self.whole_parts()):
            if one.id == rest[0]:
                inner = one.place(at.below(one, one.id), rest[1:])
                return inner._replace(
                    names=(*([one.label] if one is not TIME else []), *inner.names), order=(0, number, *inner.order)
                )
        lines = self.lines(at)
        number = next((number for number, one in enumerate(lines, 1) if one.id == rest[0]), 0)
        leaf = self.leaf_at(rest)
        if not number or (len(rest) > 1 and leaf is None and self.rows_at(rest) is None):
            return NOWHERE
        row, names = f"{at.path}/{rest[0]}", [lines[number - 1].label]
        order = [number]
        if rest[1:2] == (SPLIT,):
            part = at.document.row_number(f"{row}/{SPLIT}", rest[2]) if rest[2:] else 0
            names += [f"varav {part}"] if rest[2:] else ["varav"]
            names += [HEADS_OF_PART.get(rest[3], "")] if rest[3:] else []
            return Place(part is not None, tuple(filter(None, names)), (number, 100, part or 0), row, row)
        if leaf is not None and rest[1:] and leaf is not STANDS:
            order.append(self.show.index(rest[1]) + 1 if rest[1] in self.show else 50)
            names += [self.plain_head(rest[1])] if rest[1] in self.typed else [leaf.label]
            names += [party.shown_name for party in self.parties_of(at) if party.id == rest[-1]]
            names += ["förra perioden"] if rest[-1] == BEFORE else []
            if self.parties and len(rest) == 3 and not any(party.id == rest[2] for party in self.parties_of(at)):
                return NOWHERE
        return Place(True, tuple(names), tuple(order), row, row)

    @property
    def topics(self) -> frozenset[str]:
        days = TIME.topics if self.time else frozenset()
        return frozenset({"amounts", LABEL.topic, UNIT.topic}) | days

    # Its figures.

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        return keys_of_cell(self, at, rest)

    def formulas(self, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
        return formulas_of_outcome(self, at)

    def decides(self, rest: Rest) -> bool:
        of_all = bool(rest) and rest[0] in (FORECAST_AS.id, TIME.id, UP_TO.id)
        return of_all or (bool(self.years and rest) and self.row_of(rest[0]) is not None)

    def figure_unit(self, key: str) -> Unit:
        return unit_of(key)

    def taken_from(self, key: str) -> Keys:
        base, _, what = key.rpartition("/")
        return tuple(f"{base}/{one}" for one in DIFFERENCES.get(what, ()))

    def said(self, key: str, found: Sum) -> str | None:
        return rest_words(key, found)

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        return names_of_sums(self, at)

    def stated(self, at: Answer[Any]) -> dict[str, int]:
        """The sums of the form's own rows: the ids of others mean nothing outside the draft."""
        known = figures(at.document)
        bases = [f"{at.path}/summa", *(f"{at.path}/rad/{row.id}" for row, _ in form_rows(self, at))]
        bases += [f"{at.path}/ar/{year}" for year in years_of(self, at)]
        found = {f"{base}/{column}": known.sum(base, column) for base in bases for column in self.show}
        return {key: one.value for key, one in found.items() if one.written and not one.unread and not one.void}

    def spent(self, at: Answer[Any]) -> Iterator[tuple[str, int]]:
        known = figures(at.document)
        for line in self.lines(at) if OUTCOME in self.typed else ():
            found = known.sum(at.path, "rad", line.id, OUTCOME)
            if found.written and not found.unread:
                yield line.label, found.value

    def asked_for(self, at: Answer[Any]) -> Iterator[Claim]:
        found = claim_of(at.document, at.path) if NOW in self.typed else None
        if found is not None:
            yield found

    @property
    def claimed_at(self) -> str:
        return CLAIMED_IN_ALL.id if self.claimed else ""

    def unit_in(self, at: Answer[Any]) -> str:
        return "tkr" if at.text(UNIT.id) == "tkr" else "kr"

    def amounts(self, at: Answer[Any]) -> AmountFormat:
        """With as many decimals as any of its sums and cells needs."""
        if self.unit_in(at) == "kr":
            return AmountFormat()
        sums = (one.value for key, one in figures(at.document).of(self).items() if key.rpartition("/")[2] not in SHARES)
        values = (reading.value for _, reading in self.cells(at) if reading.value)
        return AmountFormat.of(chain(sums, values), "tkr")

    def in_words(self, at: Answer[Any]) -> Iterator[str]:
        yield from sentences_of(self, at)
        yield from claimed_words(self, at)
        yield from terms_in_words(self, at)

    def most(self, at: Answer[Any]) -> int:
        """What was granted: as it is written, else what the budget comes to, kronor; 0 while nobody knows."""
        written = GRANTED_IN_ALL.read(at.text(GRANTED_IN_ALL.id)).value if self.granted else None
        found = (figures(at.document).sum(at.path, "summa", one) for one in (GRANTED, BUDGET) if one in self.typed)
        return int(written or next((one.value for one in found if one.written), 0))

    def bars(self, at: Answer[Any]) -> Iterator[BarChart]:
        return outcome_bars(self, at)

    def drawn_from(self, form: Form) -> frozenset[str]:
        return Counting.drawn_from(self, form) | ({self.claims} if self.claims else frozenset())

    # What it follows.

    def taken(self, path: str, source: Source) -> Iterator[Taken]:
        yield from Counting.taken(self, path, source) if source.sheet else carried(self, path, source)
        if source.previous and self.claims:
            yield from claims_carried(self, source)

    def together(self, path: str, given: Sequence[Given]) -> Iterator[Taken]:
        yield from added_up(self, path, given)

    @property
    def gathers(self) -> bool:
        return bool(self.own_rows or self.rows_from) and not self.parties

    def row_taken(self, row: str, name: str, source: Source) -> Iterator[Taken]:
        return row_about(self, row, name, source)

    def agrees(self, rest: Rest) -> bool:
        """The budget does, and what has been asked for; what its parts are called, and how finely it is parted, is the report's own."""
        return BUDGET in rest[1:] or rest in ((GRANTED_IN_ALL.id,), (CLAIMED_IN_ALL.id,))

    # The exchange format.

    def to_json(self, at: Answer[Any]) -> Any:
        return outcome_to_json(self, at)

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        outcome_from_json(self, data, path, intake)

    def schema(self) -> dict[str, Any]:
        return outcome_schema(self)


HEADS_OF_PART = {LABEL.id: LABEL.label, **{column: in_head(HEADS[column], "") for column in SPLIT_COLUMNS}}
