"""An input of the budget: what stands in it, in the budget's own unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....core.document import Document
from ....core.expression import is_expression
from ....core.kinds.budget.ledger import CostLine, LedgerGroup
from ....core.kinds.budget.parts import AMOUNT, LABEL, UNIT
from ....core.kinds.kind import Leaf
from ....core.kronor import AmountFormat
from ....core.party import Party
from ....live.desk import Sheet
from ...words import fid

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An input of the budget."""

    path: str
    version: int
    typed: str
    shown: str
    label: str
    bad: bool
    mode: str
    """The keyboard that a telephone shows; empty for letters."""
    unit: str
    """What a bare number in it means: `kr`, or `tkr`; empty where no amount stands."""

    @property
    def fid(self) -> str:
        return "f-" + fid(self.path)

    @property
    def calculated(self) -> bool:
        return is_expression(self.typed) and not self.bad


def cell(sheet: Sheet, path: str, leaf: Leaf, label: str) -> Cell:
    typed = sheet.document.text(path)
    return Cell(
        path=path,
        version=sheet.version(path),
        typed=typed,
        shown=shown(sheet.document, path, leaf),
        label=label,
        bad=bool(typed) and leaf.read(typed).problem is not None,
        mode="text" if leaf is AMOUNT else "" if leaf is LABEL else "decimal",
        unit=unit_at(sheet.document, path) if leaf is AMOUNT else "",
    )


def name_cell(sheet: Sheet, line: CostLine, group: LedgerGroup) -> Cell:
    return cell(sheet, f"{line.path}/{LABEL.id}", LABEL, group.definition.own_label)


def extra_cell(sheet: Sheet, line: CostLine, leaf: Leaf) -> Cell:
    """A cell between a line's name and its money."""
    return cell(sheet, f"{line.path}/{leaf.id}", leaf, f"{line.label or 'Ny rad'}, {leaf.label.lower()}")


def amount_cells(sheet: Sheet, line: CostLine, parties: tuple[Party, ...]) -> Iterator[Cell]:
    name = line.label or "Ny rad"
    for party in parties:
        yield cell(sheet, f"{line.path}/{AMOUNT.id}/{party.id}", AMOUNT, f"{name}, {party.shown_name}")


def input_text(document: Document, path: str) -> str:
    """What stands in the input at a path of a budget."""
    leaf = document.mall.leaf_at(path)
    return shown(document, path, leaf) if leaf is not None else document.text(path)


def shown(document: Document, path: str, leaf: Leaf) -> str:
    """Amounts are grouped, in tkr with the unit written out; what was not understood stands as it was typed."""
    text = document.text(path)
    if leaf is not AMOUNT or not text:
        return text
    value = AMOUNT.read(text).value
    if value is None:
        return text
    if unit_at(document, path) == "tkr":
        return f"{AmountFormat.of([value], 'tkr').show(value)}{NBSP}tkr"
    return AmountFormat().show(value)


def unit_at(document: Document, path: str) -> str:
    """How the budget that a path lies in shows its amounts: `kr` or `tkr`."""
    return document.text(f"{path.partition('/')[0]}/{UNIT.id}") or "kr"
