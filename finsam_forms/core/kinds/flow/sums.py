"""Which figures a flow has, and what they are called. Each stands in all, and with `/<column>` for each of several columns.

| key, after the flow's path | figure |
|---|---|
| `rad/<row>` | a way in or a reason to leave, in all |
| `inskrivna`, `avslut` | all who came, all who left |
| `aktiva` | inskrivna − avslut |
| `bortfall` | those who left early |
| `slutfort`, `vidare`, `andel_vidare` | avslut − bortfall; those of them who went on; as hundredths of a percent |
| `kontroll`, `skillnad` | the count that was typed; how many more the sum gives |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...figure import VOID, Formula, Sum, differ, percent_of
from ...unit import Unit
from ..figures import FigureName, Keys, in_a_sentence
from ..kind import Answer, Rest

if TYPE_CHECKING:
    from .definition import Flow

CONTROL = "aktiva"
"""Where the typed count of those who are left stands."""


def keys_of_cell(flow: Flow, at: Answer[Any], rest: Rest) -> Keys:
    """None for a cell of a row or a column that does not stand, and for the name of a row."""
    if len(rest) != 2 or not flow.can_be_column(rest[1]) or not flow.column_stands(at, rest[1]):
        return ()
    row, column = rest
    if row == CONTROL:
        sums = ["kontroll"]
    elif not flow.stands(at, row):
        return ()
    elif any(one.id == row for one in flow.row_ins):
        sums = ["inskrivna"]
    else:
        out = next((one for one in flow.row_outs if one.id == row), None)
        sums = ["avslut"] + ["bortfall"] * bool(out and out.dropout) + ["vidare"] * bool(out and out.forward)
    keys = [f"{at.path}/{one}{below}" for one in sums for below in ends(flow, column)]
    return tuple(keys) if row == CONTROL else (f"{at.path}/rad/{row}", *keys)


def ends(flow: Flow, column: str) -> tuple[str, ...]:
    return ("",) if flow.one_column else ("", f"/{column}")


def formulas_of_flow(flow: Flow, at: Answer[Any]) -> Iterator[tuple[str, Formula]]:
    columns = () if flow.one_column else tuple(f"/{one.id}" for one in flow.unnamed_columns(at))
    for end in ("", *columns):

        def key(name: str, end: str = end) -> str:
            return f"{at.path}/{name}{end}"

        yield key("aktiva"), Formula((key("inskrivna"), key("avslut")), differ)
        yield key("slutfort"), Formula((key("avslut"), key("bortfall")), differ)
        yield key("andel_vidare"), Formula((key("vidare"), key("slutfort")), percent_of)
        yield key("skillnad"), Formula((key("aktiva"), key("kontroll")), compared)


def compared(left: Sum, control: Sum) -> Sum:
    """How many more the sum gives than was typed; void while that can't be said."""
    known = control.written and left.written and not left.unread and not control.unread
    return differ(left, control) if known else VOID


def too_few_words(key: str, found: Sum) -> str | None:
    """What is said where the typed count is another; None for a figure that is a plain number."""
    if key.split("/")[1] != "skillnad":
        return None
    if found.void or not found.value:
        return ""
    than = f"{abs(found.value)} {'fler' if found.value > 0 else 'färre'}"
    return f"Inskrivna minus avslut ger {than} än ni har skrivit."


def unit_of(key: str) -> Unit:
    return Unit.SHARE if key.split("/")[1] == "andel_vidare" else Unit.COUNT


def names_of_sums(flow: Flow, at: Answer[Any]) -> Iterator[FigureName]:
    from .definition import without_end  # stands above: it reads what is defined here

    names = [("inskrivna", flow.total), ("avslut", flow.out), ("aktiva", flow.left), ("bortfall", "tidiga avhopp")]
    names += [("slutfort", flow.finished_label)]
    if flow.forward_label:
        names += [("vidare", flow.forward_label), ("andel_vidare", f"andel {flow.forward_label}")]
    columns = () if flow.one_column else flow.columns_of(at)
    for key, label in names:
        said = in_a_sentence(without_end(label))
        yield FigureName(f"{at.path}/{key}", said)
        for one in columns:
            yield FigureName(f"{at.path}/{key}/{one.id}", f"{said}, {one.label}")
    for line in flow.lines(at):
        yield FigureName(f"{at.path}/rad/{line.id}", without_end(line.label))
