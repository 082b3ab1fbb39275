"""G37 and G38: whose money it is."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.budget.definition import budget_field, line_label
from ...kinds.budget.parts import AMOUNT, YEARS
from ...party import parties_of, party_at, party_fields
from ...roles import ANSOKAN
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import kr, quoted
from .budget_facts import money
from .parties import begun


@check("G37", Severity.ERROR, reads="budget parties")
def stranger_in_budget(facts: Facts) -> Iterator[Finding]:
    """Every amount of the budget belongs to a party that has a column in its table."""
    budget = budget_field(facts.mall)
    if budget is None:
        return
    document, asked = facts.document, party_fields(facts.mall)
    known = {path.split("/")[1] for path in document.values if path.count("/") >= 2 and path.partition("/")[0] in asked}
    for table, group in budget.groups():
        columns = {party.id for party in parties_of(document, table.parties)}
        rows = set(group.row_ids(document, budget.id))
        lost: dict[tuple[str, str], list[str]] = {}
        start = f"{budget.id}/{group.id}/"
        for path, typed in document.values.items():
            if typed and path.startswith(start):
                row, *column = path.removeprefix(start).split("/")
                party = column[-1] if column else ""
                money = (len(column) == 2 and column[0] == AMOUNT.id) or column[:1] == [YEARS]
                # The amounts of a party that was removed stay, uncounted, for as long as the removal can be taken back.
                removed = party in known and party_at(document, party) is None
                if row in rows and money and party not in columns and not removed:
                    lost.setdefault((row, party), []).append(path)
        for (row, party), paths in sorted(lost.items()):
            amounts = [path for path in sorted(paths) if f"/{AMOUNT.id}/" in path]
            if amounts:
                yield stranger(facts, f"{start}{row}", party, amounts[0], paths, table.heading)


def stranger(facts: Facts, line: str, party_id: str, path: str, paths: list[str], heading: str) -> Finding:
    document = facts.document
    party = party_at(document, party_id)
    value = AMOUNT.read(document.text(path)).value
    told = kr(value) if value is not None else quoted(document.text(path))
    label = line_label(document, line)
    if party is None:
        sentence = f"Raden {quoted(label)} har {told} för en part som inte finns i {facts.mall.noun}. Lägg till parten eller ta bort beloppet."
    else:
        sentence = (
            f"Raden {quoted(label)} har {told} för {party.shown_name}, som inte har någon kolumn under "
            f"{quoted(heading)}. Beloppet räknas inte: flytta det eller ta bort det."
        )
    return Finding(path, sentence, fixes=(Fix("Ta bort beloppet", dict.fromkeys(paths, "")),))


@check("G38", Severity.TIP, reads="budget parties", families={ANSOKAN})
def owner_without_money(facts: Facts) -> Iterator[Finding]:
    """A delinsatsägare that neither gets nor gives anything is perhaps only a samverkanspart."""
    ledger = money(facts).ledger
    owners = [party for party in parties_of(facts.document, "owners") if begun(party)] if ledger else []
    paying = {cell.party.id for cell in money(facts).cells if cell.reading.value or cell.reading.problem}
    for party in owners[1:]:
        if paying and party.id not in paying:
            sentence = (
                f"{party.shown_name} är {party.label.lower()} men har 0 kr i alla kolumner. "
                "Är den bara samverkanspart, så hör den hemma där."
            )
            yield Finding(party.path, sentence, party.name)
