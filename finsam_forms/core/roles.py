"""What a thing is in its form: its role. Rules that are about one thing go by it, never by an id; so does the family of the form.

The words stand here and nowhere else in the program. Which roles a kind can have it says itself (`Kind.roles`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

ANSOKAN, RAPPORT, ANALYS = "ansokan", "rapport", "analys"
FAMILIES = frozenset({ANSOKAN, RAPPORT, ANALYS})
"""The sorts of form. A rule about one sort of document says which it speaks for; a form without a family gets only the others."""

INSATSTYP = "insatstyp"
UPPFOLJNINGSMETOD, INRIKTNING, ESF, PLANERADE = "uppfoljningsmetod", "inriktning", "esf", "planerade"
"""What Uppföljning Finsam asks for beside the application: how the insats is followed up, what it is about, whether ESF pays, and how
many are planned to take part, year by year."""
DIARIENUMMER = "diarienummer"
"""The förbund's number: it may be filled in after the lock."""
MALGRUPP = "malgrupp"
METOD = "metod"
BAKGRUND = "bakgrund"
"""What has been: days before the insats belong here."""
FORANKRING = "forankring"
FINANSIERING = "finansiering"
"""The budget in words: the amounts of the text are compared with the budget's."""
INSATSTID = "insatstid"
RAPPORTPERIOD = "rapportperiod"
"""The time that a report is about."""
KVARTAL, KALENDERAR = "kvartal", "kalenderar"
"""The quarter that money is asked for, by its place among the answers, and the year."""
YNGST, ALDST = "yngst", "aldst"
"""How old the youngest and the oldest of those who take part are."""
STYRELSEBESLUT = "styrelsebeslut"
INLAMNING = "inlamning"
"""The last day to hand it in."""
LOKUS = "lokus"
"""The question about LOKUS, with the days of the meetings in its comment."""
ORDFORANDE = "ordforande"
AVVIKELSER = "avvikelser"
"""What has become otherwise than in the application, in words."""
EFFEKTMAL = "effektmal"
"""A list of goals that are seen when the insats is over."""
FRAN, TILL, ETIKETT = "fran", "till", "etikett"
OVRIG_FINANSIERING = "ovrig_finansiering"
"""The table of the budget for money from others."""
FOR_MEDARBETARE, FOR_DELTAGARE = "for_medarbetare", "for_deltagare"
"""The budget's lines for the training of staff, and for what the participants get."""

PERSON = "person"
"""The name of somebody, as it stands in rows in several places."""
FUNKTION = "funktion"
"""What somebody is employed as, in rows that also tell how much of full time."""
PLAN_ROLES = frozenset({FRAN, TILL, ETIKETT})
"""All three make rows a plan, drawn on the time axis; the last names its rows."""
COLUMN_ROLES = PLAN_ROLES | {PERSON, FUNKTION}
"""What a column of rows is."""
SEVERAL = frozenset({BAKGRUND, ORDFORANDE, EFFEKTMAL, PERSON})
"""Roles that more than one thing of a form can have."""

IN_PARTS = frozenset({MALGRUPP})
"""Roles that a question of a chapter can have: the rules about them ask each chapter."""


class HasRole(Protocol):
    @property
    def role(self) -> str: ...


def role_twice(things: Iterable[HasRole]) -> Iterator[str]:
    """The roles that two things of a form have, of those that only one can have."""
    seen: set[str] = set()
    for thing in things:
        if thing.role in seen and thing.role not in SEVERAL:
            yield thing.role
        elif thing.role:
            seen.add(thing.role)
