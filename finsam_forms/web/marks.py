"""How each section of a draft stands, in one mark."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..core.checks import AsRead, Remark, Severity
from ..core.checks.checker import Checker
from ..core.checks.wording import span
from ..core.document import Document
from ..core.following import NOBODY, inside
from ..core.mall import Mall, Section, mall_of
from ..core.progress import State, section_states, state_of
from ..core.span import report_period
from ..live.review import driven
from ..mallar import mall_kept
from ..store import Listed
from .contents import own_pages
from .context import running

EMPTY_FIELD = "G40"
"""«Obligatoriskt fält tomt»: told on the page Granska; in the section list the empty ring says it."""


class Mark(NamedTuple):
    shape: str
    word: str


MARKS = {
    State.EMPTY: Mark("empty", "Tom"),
    State.STARTED: Mark("started", "Påbörjad"),
    State.DONE: Mark("done", "Klar"),
}
ASIDE = Mark("empty", "Frivillig")
"""What is empty and may stay so: it is not counted."""
FLAGS = {Severity.ERROR: Mark("error", "Fel"), Severity.WARNING: Mark("flag", "Varning")}
"""The worse first."""

Marks = Mapping[str, Mark]


def section_of(mall: Mall, path: str) -> Section | None:
    """The section that a remark is about; None for the whole document."""
    return mall.section_of(path) or mall.section(path)


def marks_of(mall: Mall, states: Mapping[str, State], remarks: Iterable[Remark]) -> Marks:
    """By section: a fel or a varning before how far it has come, but nothing is wrong before anyone has begun."""
    flagged: dict[str, set[Severity]] = {}
    for remark in remarks:
        section = section_of(mall, remark.path)
        if section and is_flagged(remark):
            flagged.setdefault(section.id, set()).add(remark.severity)
    found = {one.id: mark(states[one.id], flagged.get(one.id, set())) for one in mall.sections if one.id in states}
    return found | {one.id: ASIDE for one in mall.sections if one.aside and states.get(one.id) is State.EMPTY}


def counting(marks: Marks) -> list[Mark]:
    """Those that say how far a draft has come."""
    return [one for one in marks.values() if one != ASIDE]


def part_marks(document: Document, remarks: Sequence[Remark]) -> Marks:
    """The same of what has a page of its own, by its path: of each chapter."""
    found = {}
    for section in mall_of(document).shown(document):
        for _, page in own_pages(section, document):
            flags = {one.severity for one in remarks if inside(one.path, page.path) and is_flagged(one)}
            found[page.path] = mark(state_of(page.questions), flags)
    return found


def is_flagged(remark: Remark) -> bool:
    return remark.waived is None and remark.code != EMPTY_FIELD


def mark(begun: State, flags: set[Severity]) -> Mark:
    worst = next((flag for severity, flag in FLAGS.items() if severity in flags), None)
    return worst if worst and begun is not State.EMPTY else MARKS[begun]


def where_begun(mall: Mall, states: Mapping[str, State], remarks: Iterable[Remark]) -> Iterator[Remark]:
    """Without those about sections that nobody has written in: they are empty, not wrong."""
    for remark in remarks:
        section = section_of(mall, remark.path)
        if section is None or states.get(section.id, State.EMPTY) is not State.EMPTY:
            yield remark


def done_words(marks: Marks) -> str:
    """«6 av 17 klara»: what is flagged is not done."""
    counted = counting(marks)
    return f"{counted.count(MARKS[State.DONE])} av {len(counted)} klara"


class Glance:
    """The marks of a draft in a list. A long text is looked through a bit at each visit, so that no list waits for it."""

    def __init__(self, draft_id: int) -> None:
        store = running().store
        draft, ties = store.drafts.load(draft_id), store.following.ties(draft_id)
        document = Document(mall_kept(store.drafts, draft.mall_fingerprint), draft.values)
        followed = running().following.of(running().desk.sheet(draft_id)) if ties else NOBODY
        self._mall, self._states = mall_of(document), section_states(document)
        read, waivers = AsRead.of(store.dossier.stated(draft_id)), store.dossier.waivers(draft_id)
        self._steps = Checker.stepwise(document, as_read=read, followed=followed, waivers=waivers)
        period = report_period(document)
        self.period = span(period) if period else ""
        """The time that a report is about, in words."""
        self._marks: Marks | None = None
        self._lock = threading.Lock()

    def marks(self, until: float) -> Marks:
        """`until`: on the clock `time.monotonic`; what is flagged is not known before the draft has been looked through."""
        with self._lock:
            if self._marks is None:
                checker = driven(self._steps, until) if time.monotonic() < until else None
                if checker is None:
                    return marks_of(self._mall, self._states, ())
                self._marks = marks_of(self._mall, self._states, checker.remarks)
                del self._steps  # and the draft with it
            return self._marks


def glance(item: Listed) -> Glance:
    """Made once per change of a draft. Raises StoreError, MallFault for one that can't be read."""
    store = running().store
    return _glance(str(store.folder), item.id, item.last_change, frozenset(store.dossier.waivers(item.id)))


@lru_cache(maxsize=500)
def _glance(folder: str, draft_id: int, last_change: int, waived: frozenset[str]) -> Glance:
    return Glance(draft_id)
