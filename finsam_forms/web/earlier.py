"""What the reports before told where this one tells anew: shown folded beside the answer, to be answered and compared with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from ..core.dates import format_date
from ..core.document import Document
from ..core.kinds.kind import Answer, Kind, Source
from ..core.references import References
from ..core.span import report_period
from ..live.desk import Sheet
from .context import running
from .prose import preview_html

REPORTS = 8
"""How many reports back are looked at."""


class EarlierHere(NamedTuple):
    """What one report told. `when`: the time that it is about; `figures`: «30 av 40 (75 %)»."""

    when: str
    figures: str
    text: Markup


def earlier_of(sheet: Sheet, questions: Iterable[Answer[Kind]]) -> Mapping[str, Sequence[EarlierHere]]:
    """Path of an answer → what was told at it, the last report first."""
    found: dict[str, list[EarlierHere]] = {}
    reports = list(islice(running().following.earlier(sheet), REPORTS)) if sheet.ties else []
    for at in questions if reports else ():
        for document in reports:
            references = References(document)
            for one in at.field.told_earlier(at.path, Source(document, at.path, previous=True)):
                text = document.text(one.there)
                words = preview_html(text, references) if text.strip() else Markup()
                found.setdefault(one.path, []).append(EarlierHere(time_of(document), one.figures, words))
    return found


def time_of(document: Document) -> str:
    period = report_period(document)
    return f"{format_date(period.start)} – {format_date(period.end)}" if period else ""
