"""The picture of a flow: one bar of all enrolled, cut into those who are left and the reasons to leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...bars import BESIDE_EACH_OTHER, SOLID, Bar, BarChart, Part
from ..figures import figures, in_a_sentence
from ..kind import Answer

if TYPE_CHECKING:
    from .definition import Flow

FEWEST = 10
"""Shares of fewer people are no picture."""


def flow_bars(flow: Flow, at: Answer[Any]) -> Iterator[BarChart]:
    known = figures(at.document)
    total, out, left = (known.sum(at.path, key) for key in ("inskrivna", "avslut", "aktiva"))
    short = {row.id: row.short for row in flow.row_outs}
    reasons = [
        (short.get(line.id) or in_a_sentence(line.label), known.sum(at.path, "rad", line.id).value)
        for line in flow.ways_out(at)
    ]
    smallest = at.form.settings.smallest_count or 0
    hidden = any(0 < count < smallest for _, count in reasons)
    if total.value < FEWEST or total.unread or out.unread or left.value < 0 or hidden:
        return
    parts = [Part(left.value, SOLID)]
    parts += [Part(max(count, 0), BESIDE_EACH_OTHER[number % 2]) for number, (_, count) in enumerate(reasons)]
    told = ", ".join(f"{count} {label}" for label, count in reasons)
    yield BarChart(
        title=f"{flow.label or 'Deltagare'}: {total.value} inskrivna",
        bars=(Bar(label=f"{left.value} aktiva", words=told, parts=tuple(parts)),),
        key=((SOLID, "aktiva"),),
        alt=f"Av {total.value} inskrivna är {left.value} aktiva. {out.value} har avslutats: {told}.",
    )
