"""The ledger of what is printed, and its figures as cells."""

from __future__ import annotations

from ....core.kinds.budget.ledger import Ledger, ledger_of
from ....core.kronor import AmountFormat
from ....core.unit import KR, Unit
from ... import elements as e
from ...paper import Paper

NBSP = "\u00a0"


def ledger_of_form(paper: Paper) -> Ledger | None:
    return ledger_of(paper.document)


def ledger_on(paper: Paper) -> Ledger:
    """Of a form that has a budget."""
    found = paper.once(ledger_of_form)
    assert found is not None
    return found


def amounts_of(paper: Paper) -> AmountFormat:
    """How the document's kronor are shown; in kr when it has no budget."""
    return paper.once(own_format)


def own_format(paper: Paper) -> AmountFormat:
    ledger = paper.once(ledger_of_form)
    return ledger.amounts if ledger else KR


def figure(paper: Paper, *key: str, unit: Unit = Unit.KRONOR) -> e.Cell:
    """A sum of the budget; its place on a blank form."""
    words = "/".join(key)
    if paper.blank:
        return e.Cell(None, unit, key=words)
    found = ledger_on(paper).sum(words)
    return e.Cell(found.value, unit, key=words, unread=found.unread)


def unit_words(paper: Paper) -> str:
    return f"Kostnader i ☐{NBSP}kr ☐{NBSP}tkr" if paper.blank else f"Kostnader i {amounts_of(paper).unit}"
