"""A document of its own, of what a file says."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.document import Document
from ..core.kinds.own import NOTES
from ..core.mall import Mall
from ..core.row_rule import fault_of_rows
from .brought import Brought, Refused, WhichForm
from .noted import noted

WHICH = (
    "Filen säger inte vilket formulär den hör till. Läs in den i ett utkast som finns, så frågas det om varje värde."
)


def new_document(brought: Brought, malls: Mapping[str, Mall]) -> Document:
    """All that the file says, read by the form as it is here, and its comments as notes: for a new draft. Raises Refused."""
    if brought.form is None:
        raise WhichForm
    if brought.form not in malls:
        raise Refused(f"Formuläret ”{brought.form}” finns inte här. Här finns: {', '.join(malls)}.")
    mall = malls[brought.form]
    typed = {**(brought.base or {}), **brought.values}
    values = {path: text for path, text in canonical(mall, typed).items() if text}
    # The exchange format has its own rule for rows, and has been read by it.
    fault = "" if brought.whole else fault_of_rows(Document(mall, {}), values)
    if fault:
        raise Refused(fault)
    for note in noted(mall, brought.comments):
        values |= note.values
    return Document(mall, values)


def canonical(mall: Mall, typed: Mapping[str, str]) -> dict[str, str]:
    """The values as they are stored, of the places that the form has. The group's own notes are no file's to say."""
    leaves = {path: mall.leaf_at(path) for path in typed if not path.startswith(NOTES)}
    return {path: leaf.canonical(typed[path]) for path, leaf in leaves.items() if leaf is not None}
