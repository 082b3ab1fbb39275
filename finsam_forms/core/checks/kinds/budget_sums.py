"""G01–G04 and a part of G41: the sums that a document states itself when it is read in, against those that its cells give. Tolerance 0 kr.

Two shapes are understood, alone or together; an amount is an `int` or a text such as «325 000»:

- nested, as the paper has it: `{"summa": {"lon": kr, "egenfinansiering/lokal": kr, …}, "total_rekvirera": kr,
  "total_egenfinansiering": kr, "total_kostnad": kr, "sammanstallning": {PARTY: {"rekvirera": kr, "egenfinansiering": kr,
  "ovrig_finansiering": kr, "totalt": kr}, "Summa": {…}}}`, where `sammanstallning` is a list when the paper has several
  of them, and `"enhet": "tkr"` is what the heading says (G12);
- flat, by the keys of `core.kinds.budget.ledger`: `{"grupp/lon": kr, "tabell/rekvirera": kr, "total": kr}`, as the export writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...kinds.budget.ledger import Ledger
from ...kinds.budget_summary import BudgetSummary
from ...kinds.kind import every
from ...kronor import read_kronor
from ...party import Party, parties_of
from ..content import PLACEHOLDER
from ..facts import Facts
from ..registry import Finding, Severity, check
from ..wording import kr, listed, quoted, small
from .budget_facts import money

BUDGET = "budget parties"
SUM_ROW = "summa"
SUMMARY = "sammanstallning"
"""Where such a document has its Budgetsammanställning."""


def as_kronor(stated: Any) -> int | None:
    if isinstance(stated, bool) or not isinstance(stated, int | str):
        return None
    return stated if isinstance(stated, int) else read_kronor(stated).value


def mapping(found: Any) -> Mapping[str, Any]:
    return {str(key): value for key, value in found.items()} if isinstance(found, Mapping) else {}


def flat(given: Any, base: str = "") -> Iterator[tuple[str, Any]]:
    """Nested keys joined by /: {"egenfinansiering": {"lon": 5}} → egenfinansiering/lon."""
    for key, value in mapping(given).items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{base}{key}/")
        else:
            yield f"{base}{key}", value


@check("G01", Severity.ERROR, reads=BUDGET)
def stated_group_sum(facts: Facts) -> Iterator[Finding]:
    """«Summa lönekostnader» and the other sums of a group."""
    ledger, given = money(facts).ledger, facts.as_read.sums
    stated = {**dict(flat(given.get("summa"))), **without("grupp/", given)}
    for table in ledger.tables if ledger else ():
        for group in table.groups:
            definition = group.definition
            found = as_kronor(stated.get(definition.id))
            right = ledger.sum("grupp", definition.id) if ledger else None
            if ledger and right and found is not None and found != right.value:
                name = f"{definition.sum_label} ({table.definition.heading})"
                yield Finding(ledger.path, against(name, found, right.value), f"{definition.id} {found} {right.value}")


@check("G02", Severity.ERROR, reads=BUDGET)
def stated_table_total(facts: Facts) -> Iterator[Finding]:
    """«Totalt från Samordningsförbundet», and the totals of the other tables."""
    ledger, given = money(facts).ledger, facts.as_read.sums
    for table in ledger.tables if ledger else ():
        definition = table.definition
        found = as_kronor(given.get(f"total_{definition.id}", given.get(f"tabell/{definition.id}")))
        right = ledger.sum("tabell", definition.id).value if ledger else 0
        if ledger and found is not None and found != right:
            yield Finding(
                ledger.path, against(definition.total_label, found, right), f"{definition.id} {found} {right}"
            )


@check("G03", Severity.ERROR, reads=BUDGET)
def stated_grand_total(facts: Facts) -> Iterator[Finding]:
    """«Total kostnad för insatsen»."""
    ledger, given = money(facts).ledger, facts.as_read.sums
    found = as_kronor(given.get("total_kostnad", given.get("total")))
    if ledger and found is not None and found != ledger.total.value:
        sentence = against(ledger.field.grand_total_label, found, ledger.total.value)
        yield Finding(ledger.path, sentence, f"{found} {ledger.total.value}")


def against(name: str, found: int, right: int) -> str:
    return (
        f"{name}: dokumentet självt säger {kr(found)}, men raderna ger {kr(right)}. "
        f"Skillnaden är {kr(abs(found - right))}. Kontrollera raderna: summan räknas alltid fram ur dem."
    )


def without(prefix: str, given: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).removeprefix(prefix): value for key, value in given.items() if str(key).startswith(prefix)}


@check("G04", Severity.ERROR, reads=BUDGET)
def stated_summary(facts: Facts) -> Iterator[Finding]:
    """A Budgetsammanställning that was copied by hand, row by row against the detailed budget."""
    ledger = money(facts).ledger
    if ledger is None:
        return
    path = next((at.path for at in every(facts.document, BudgetSummary)), ledger.path)
    by_name: dict[str, Party] = {}
    for party in parties_of(facts.document):
        by_name.setdefault(plain_name(party.name), party)
    for summary in summaries(facts.as_read.sums):
        for name, row in summary.items():
            right = summary_row(ledger, name, by_name.get(plain_name(name)))
            stated = {
                key: value for key, value in ((key, as_kronor(one)) for key, one in row.items()) if value is not None
            }
            if right is None:
                if any(stated.values()):
                    sentence = (
                        f"Dokumentets egen budgetsammanställning har en rad för {quoted(name)}, som inte är part i {facts.mall.noun}. "
                        "Lägg till parten, eller kontrollera vems beloppen är."
                    )
                    yield Finding(path, sentence, f"{name} {sorted(stated.items())}")
                continue
            wrong = [
                (key, value, right[key]) for key, value in stated.items() if key in right and right[key][1] != value
            ]
            if wrong:
                told = listed(
                    f"{small(label)} {kr(value)} (budgeten ger {kr(true)})" for _, value, (label, true) in wrong
                )
                sentence = (
                    f"Dokumentets egen budgetsammanställning stämmer inte med detaljbudgeten. Raden {quoted(name)} säger "
                    f"{told}. Sammanställningen räknas nu fram ur budgeten: kontrollera att inget belopp saknas där."
                )
                yield Finding(
                    path, sentence, " ".join(f"{name} {key} {value} {true}" for key, value, (_, true) in wrong)
                )


def summaries(given: Mapping[str, Any]) -> Iterator[dict[str, Mapping[str, Any]]]:
    """The summary tables of a document: one, or a list of several."""
    found = given.get(SUMMARY)
    for one in found if isinstance(found, list) else [found]:
        yield {name: mapping(row) for name, row in mapping(one).items()}


def plain_name(name: str) -> str:
    return " ".join(name.lower().split())


def summary_row(ledger: Ledger, name: str, same: Party | None) -> dict[str, tuple[str, int]] | None:
    """Column → (its heading, whole kronor) of a party's row, or of the last row «Summa»; None for somebody unknown.

    same: the party of that name.
    """
    tables = ledger.field.tables
    if name.strip().lower() == SUM_ROW and same is None:
        sums = {table.id: (table.summary_label, ledger.sum("tabell", table.id).value) for table in tables}
        return sums | {"totalt": (ledger.field.summary_total_label, ledger.total.value)}
    if same is None:
        return None
    party = same.id
    sums = {table.id: (table.summary_label, ledger.sum("tabell", table.id, party).value) for table in tables}
    return sums | {"totalt": (ledger.field.summary_total_label, ledger.sum("part", party).value)}


@check("G41", Severity.ERROR, reads=BUDGET)
def placeholder_in_summary(facts: Facts) -> Iterator[Finding]:
    """A row «NAMN» in the summary of a document that was read in."""
    given, ledger = facts.as_read.sums.get(SUMMARY), money(facts).ledger
    names = [
        str(name) for one in (given if isinstance(given, list) else [given]) if isinstance(one, dict) for name in one
    ]
    for name in dict.fromkeys(names):
        if ledger and PLACEHOLDER.fullmatch(name.strip()):
            sentence = (
                f"Det inlästa dokumentets budgetsammanställning har en rad där {quoted(name)} står kvar från mallen."
            )
            yield Finding(ledger.path, f"{sentence} Här hämtas namnen ur parterna.", name)
