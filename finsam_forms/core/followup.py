"""What «Uppföljning Finsam» asks for about an insats, as far as an application and its latest report know it. Counts of people only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .dates import Period
from .document import Document
from .kinds.kind import Cost, answers
from .mall import mall_of
from .party import parties_of
from .roles import ESF, INRIKTNING, INSATSTYP, MALGRUPP, METOD, OVRIG_FINANSIERING, PLANERADE, UPPFOLJNINGSMETOD
from .span import insats_period, report_period

DIRECTIONS = "individinriktad", "strukturövergripande"
MIXED = re.compile("blandad", re.I)
OF_ESF = re.compile(r"\bESF\b|europeiska socialfonden|socialfonden", re.I)


class CostAsked(NamedTuple):
    """A line of the budget. `by_year`: whole kronor; empty while the time of the insats is not known."""

    label: str
    party: str
    esf: bool
    total: int
    by_year: Mapping[int, int]

    @property
    def sort(self) -> str:
        return "ESF Insatskostnad" if self.esf else "Insatskostnad"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    name: str
    time: Period | None
    direction: str
    """Individinriktad or strukturövergripande, as the application says it; empty while nobody has chosen."""
    method: str
    """How it is followed up, and what it is about more precisely: in the words of the förbund, empty while nobody has said."""
    precise: str
    planned: tuple[tuple[str, str], ...]
    """How many are planned to take part, by year: what is asked, and the count in words."""
    esf_said: str
    """Does ESF pay, as the application answers it: `ja`, `nej` or empty."""
    about: str
    """What is done, as a path to the text in the application; empty when the form asks for none."""
    target_group: str
    """The same of those whom it is for."""
    esf: bool
    """Does the budget name money from ESF?"""
    costs: tuple[CostAsked, ...]
    years: tuple[int, ...]
    report_time: Period | None
    people: tuple[tuple[str, int], ...]
    """How many have been enrolled, by the columns of the report."""
    spent: tuple[tuple[str, int], ...]
    """What each row of the report's budget has come to."""

    @property
    def registered(self) -> tuple[Registered, ...]:
        """As one; a mixed insats as two, each with a name of its own."""
        if not MIXED.search(self.direction):
            return (Registered(self.name, self.direction),)
        return tuple(Registered(f"{self.name or 'Insatsen'}, {one}", one) for one in DIRECTIONS)


class Registered(NamedTuple):
    """An insats as it is registered. `direction`: empty while nobody has chosen."""

    name: str
    direction: str


def follow_up(application: Document, report: Document | None) -> FollowUp:
    costs = tuple(costs_asked(application))
    return FollowUp(
        name=application.title,
        time=insats_period(application),
        direction=application.show(place(application, INSATSTYP)),
        method=application.text(place(application, UPPFOLJNINGSMETOD)),
        precise=application.text(place(application, INRIKTNING)),
        planned=tuple(counts(application, PLANERADE)),
        esf_said=application.read(place(application, ESF)).value or "",
        about=place(application, METOD),
        target_group=place(application, MALGRUPP),
        esf=any(one.esf for one in costs),
        costs=costs,
        years=tuple(sorted({year for one in costs for year in one.by_year})),
        report_time=report_period(report) if report else None,
        people=people_in(report) if report else (),
        spent=tuple(one for at in answers(report) for one in at.field.spent(at)) if report else (),
    )


def people_in(report: Document) -> tuple[tuple[str, int], ...]:
    """How many have been enrolled, by the columns of a report that counts them."""
    return tuple(one for at in answers(report) for one in at.field.people(at))


def counts(document: Document, role: str) -> Iterator[tuple[str, str]]:
    """What each cell of a table is, by its row and its column, and what stands in it."""
    field = mall_of(document).of_role(role)
    if field is not None:
        at = field.answer(document)
        for leaf in at.leaves():
            yield ", ".join(at.place(tuple(leaf.path.split("/")[1:])).names), leaf.field.show(leaf.text())


def place(document: Document, role: str) -> str:
    field = mall_of(document).of_role(role)
    return field.id if field else ""


def costs_asked(document: Document) -> Iterator[CostAsked]:
    """What is applied for, and what ESF pays."""
    names = {party.id: party.shown_name for party in parties_of(document)}
    for at in answers(document):
        found = [*at.field.costs(at, ())]
        for one in found:
            esf = one.role == OVRIG_FINANSIERING and bool(OF_ESF.search(one.label))
            if one.total and (esf or one.table == found[0].table):
                yield asked(one, names.get(one.party, ""), esf)


def asked(one: Cost, party: str, esf: bool) -> CostAsked:
    return CostAsked(one.label, party, esf, one.total, one.by_year)
