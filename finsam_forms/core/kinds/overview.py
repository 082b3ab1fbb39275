"""What the chapters of a document are compared by, in a table before them: figures of each, and how it stands in a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..dates import Period
from ..document import Document, Form
from ..span import report_period
from .figures import Counting, figures
from .kind import Answer, Kind
from .period import END

ROW = "{kapitel}"
"""In a key: the row of a chapter."""
SPENT, GONE, TIME = "forbrukat", "gatt", "tid"
"""What the word goes by: the shares of its money that is spent and of the time that has gone, and the period that it goes on."""
SIGNALS = frozenset({SPENT, GONE, TIME})
IN_STEP, APART, ENDED, OTHER_TIME = "i fas", "avviker", "avslutad", "annan tid"
NEAR = 20
"""Percentage points that money spent may differ from time gone, where the förbund has not said how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A figure that the chapters are compared by. `of`: its key, after the path of a chapter; of one that stands elsewhere for each
    chapter its whole key, with `{kapitel}` where the row of the chapter is."""

    id: str
    label: str
    of: str

    def key(self, path: str, row: str) -> str:
        """Of a chapter. `path`: that of the chapters."""
        return self.of.replace(ROW, row) if ROW in self.of else f"{path}/{row}/{self.of}"


class Standing(NamedTuple):
    """`signal`: a word, empty while too little is known. `counted`: the days that it is counted for, when they aren't the report's; then
    it is in no sum of the chapters."""

    signal: str
    counted: Period | None

    @property
    def words(self) -> str:
        return ", ".join(filter(None, (self.signal, OTHER_TIME if self.counted else "")))


def standing_of(chapter: Answer[Kind], signal: Mapping[str, str]) -> Standing:
    """How a chapter stands, by the keys of its form."""
    return Standing(word_of(chapter, signal), counted_for(chapter))


def word_of(chapter: Answer[Kind], signal: Mapping[str, str]) -> str:
    document = chapter.document
    if SIGNALS - signal.keys():
        return ""
    report, last = report_period(document), document.read(f"{chapter.path}/{signal[TIME]}/{END}").value
    if report and last and last <= report.end:
        return ENDED
    row = chapter.path.rpartition("/")[2]
    spent, gone = (figures(document).sum(signal[one].replace(ROW, row)) for one in (SPENT, GONE))
    if not all(one.written and not one.void and not one.unread for one in (spent, gone)):
        return ""
    return APART if abs(spent.value - gone.value) > 100 * margin_of(chapter.form) else IN_STEP


def margin_of(form: Form) -> int:
    said = form.settings.spend_margin
    return NEAR if said is None else said


def counted_for(chapter: Answer[Kind]) -> Period | None:
    """The days of the first question in it that is counted for another time than the report's."""
    report = report_period(chapter.document)
    times = (at.field.counted_for(at) for at in chapter.parts() if isinstance(at.field, Counting))
    return next((one for one in times if report and one and one != report), None)


def unknown_keys(form: Form, document: Document, keys: Iterable[str], row: str) -> Iterator[str]:
    """Those that are no figures outside the chapters. `document`: with a chapter in this row."""
    for key in keys:
        field: Any = form.field(key.partition("/")[0])
        at = field.answer(document) if isinstance(field, Counting) and field.counts else None
        known = {one for one, _ in field.formulas(at)} | {one.key for one in field.figure_names(at)} if at else set()
        if key.replace(ROW, row) not in known:
            yield key
