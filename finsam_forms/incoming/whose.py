"""Whose a column of another's budget is, when its head is no party of the draft: somebody says that it is one of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..core.document import Document
from ..core.kinds.kind import all_answers
from ..core.party import Party, parties_of
from .brought import Brought, Doubt, Stranger, Unplaced

NOT = "nej"
"""The answer that the column is left out. The id of a party says that it is that one's; no answer adds a party."""


def with_answers(brought: Brought, answers: Mapping[str, str], document: Document) -> Brought:
    """The file as somebody has said that it is to be read. `answers`: the row of a stranger → NOT, or the id of a party of the draft."""
    parties = {party.id: party for party in parties_of(document)}
    for stranger in brought.strangers:
        answer = answers.get(stranger.row, "")
        if answer == NOT:
            brought = without(brought, stranger)
        elif answer in parties:
            brought = as_party(brought, stranger, parties[answer], document)
    return brought


def without(brought: Brought, stranger: Stranger) -> Brought:
    mine = [path for path in brought.values if stranger.row in path.split("/")]
    amounts = sum(not path.startswith(f"{stranger.path}/") for path in mine)
    told = f"”{stranger.name}” läggs inte till som part, så {'ett belopp' if amounts == 1 else f'{amounts} belopp'} i filen är inte med."
    return replace(
        brought,
        values={path: text for path, text in brought.values.items() if path not in mine},
        doubts=tuple(one for one in brought.doubts if stranger.row not in one.path.split("/")),
        said=(*brought.said, told),
    )


def as_party(brought: Brought, stranger: Stranger, party: Party, document: Document) -> Brought:
    """Its amounts are the party's. What another column says of the same amount stays, and is asked about; what stands in a table where
    the party has no column is told."""
    values = {path: text for path, text in brought.values.items() if stranger.row not in path.split("/")}
    places = {leaf.path for one in all_answers(document.replace(values)) for leaf in one.leaves()}
    doubts, unplaced = [], []
    for path, text in brought.values.items():
        if path in values or path.startswith(f"{stranger.path}/"):
            continue
        there = moved(path, stranger, party)
        if there not in places:
            unplaced.append(Unplaced(f"I kolumnen ”{stranger.name}” i filen", text))
        elif values.setdefault(there, text) != text:
            doubts.append(Doubt(there, f"Filen säger både {values[there]} och {text}. Det första har lästs."))
    kept = (one for one in brought.doubts if not one.path.startswith(f"{stranger.path}/"))
    asked = (Doubt(moved(one.path, stranger, party), one.sentence) for one in kept)
    return replace(
        brought,
        values=values,
        doubts=(*asked, *doubts),
        unplaced=(*brought.unplaced, *unplaced),
        said=(*brought.said, f"Kolumnen ”{stranger.name}” i filen läses som ”{party.shown_name}”."),
    )


def moved(path: str, stranger: Stranger, party: Party) -> str:
    return "/".join(party.id if step == stranger.row else step for step in path.split("/"))
