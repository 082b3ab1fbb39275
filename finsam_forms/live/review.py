"""Granska while people write: the checks of the open drafts, a moment after each change, only what the change can have touched.

A review never holds up anything else: one thread works on all the drafts in turn, a slice at a time, and rests between the
slices. A draft that has been changed meanwhile is begun anew: the newest text wins.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.checks import AsRead, Checker, Remark
from ..store.errors import NotFound
from .desk import Desk, Sheet
from .following import Following

REST = 0.35
"""Seconds to wait after a change: a sentence that is being typed is not judged letter by letter."""
LONGEST_REST = 3.0
"""Seconds after which a draft is reviewed although somebody goes on typing, and a review no longer gives way to newer text."""
SLICE = 0.005
"""Seconds of checking at a time. A single check can't be parted: it takes as long as its text is long, and no longer."""
PAUSE = 0.001
"""Seconds of rest between two slices, for those who save."""
PATIENCE = 1.0
"""Seconds that a page waits for its remarks before it is shown without the last of them."""
OPEN = 50
"""Drafts whose remarks are kept."""

Steps = Generator[None, None, Checker]


class Reviewed(NamedTuple):
    """What the checks say about a draft as it stood after a change."""

    sheet: Sheet
    remarks: tuple[Remark, ...]
    complete: bool = True
    """False: the review goes on, and the remarks are those of an earlier text."""


@dataclass(slots=True)
class Latest:
    checker: Checker
    reviewed: Reviewed


@dataclass(slots=True)
class Job:
    """A review that the thread is in the middle of."""

    sheet: Sheet
    steps: Steps
    asked: float
    """When it was first asked for, of all the times that it has been begun anew."""


@dataclass(slots=True)
class Waiting:
    asked: float
    due: float


@dataclass(slots=True)
class Turn:
    """Who is working out a draft's remarks for a page: the others wait for the same outcome."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    users: int = 0


class Review:
    """Remarks by draft. `now` works them out at once, `soon` lets the thread do it and tells `announce` what they were and are,
    `seen` is for a page: as far as the review has come within PATIENCE."""

    def __init__(
        self, desk: Desk, following: Following, announce: Callable[[Reviewed | None, Reviewed], None] | None = None
    ):
        self.desk = desk
        self.following = following
        self.announce = announce
        self._latest: dict[int, Latest] = {}
        self._told: dict[int, Reviewed] = {}
        """What everybody was last told; a page that is opened in between has its own look at the draft."""
        self._guard = threading.Lock()
        self._turns: dict[int, Turn] = {}
        self._waiting: dict[int, Waiting] = {}
        self._jobs: dict[int, Job] = {}
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._stopped = False

    def now(self, draft_id: int) -> Reviewed:
        """The remarks about the draft as it stands. Raises NotFound."""
        found = self._work_out(draft_id, None)
        assert found is not None
        return found

    def seen(self, draft_id: int) -> Reviewed:
        """The draft as it stands with its remarks, or with the latest known ones when they take long: those that are missing
        are told of when they come. Raises NotFound.
        """
        found = self._work_out(draft_id, time.monotonic() + PATIENCE)
        if found is not None:
            return found
        self._told.pop(draft_id, None)  # the page is behind: it must hear of everything
        self.soon(draft_id)
        sheet = self.desk.sheet(draft_id)
        latest = self._latest_of(draft_id)
        return Reviewed(sheet, latest.reviewed.remarks if latest else (), complete=False)

    def _work_out(self, draft_id: int, until: float | None) -> Reviewed | None:
        """The remarks; None when they are not ready in time. A draft waits for nobody but itself."""
        sheet = self.desk.sheet(draft_id)
        latest = self._latest_of(draft_id)
        if latest and self._holds(latest, sheet):
            return latest.reviewed
        with self._guard:
            turn = self._turns.setdefault(draft_id, Turn())
            turn.users += 1
        try:
            if not turn.lock.acquire(timeout=-1 if until is None else max(0.0, until - time.monotonic())):
                return None
            try:
                sheet = self.desk.sheet(draft_id)
                latest = self._latest_of(draft_id)
                if latest and self._holds(latest, sheet):
                    return latest.reviewed
                checker = driven(self._steps(latest, sheet), until)
                return self._keep(sheet, checker) if checker else None
            finally:
                turn.lock.release()
        finally:
            with self._guard:
                turn.users -= 1
                if not turn.users:
                    del self._turns[draft_id]

    def _latest_of(self, draft_id: int) -> Latest | None:
        with self._guard:
            return self._latest.get(draft_id)

    def _keep(self, sheet: Sheet, checker: Checker) -> Reviewed:
        """Remember the outcome, unless that of a newer text is known already."""
        reviewed = Reviewed(sheet, checker.remarks)
        with self._guard:
            known = self._latest.get(sheet.draft_id)
            if known is None or known.reviewed.sheet.last_change <= sheet.last_change:
                self._latest.pop(sheet.draft_id, None)
                self._latest[sheet.draft_id] = Latest(checker, reviewed)
            while len(self._latest) > OPEN:
                del self._latest[next(iter(self._latest))]
        return reviewed

    def _holds(self, latest: Latest, sheet: Sheet) -> bool:
        """Do the remarks still hold?"""
        return latest.reviewed.sheet is sheet and latest.checker.facts.followed is self.following.of(sheet)

    def _steps(self, latest: Latest | None, sheet: Sheet) -> Steps:
        followed = self.following.of(sheet)
        same_form = latest is not None and latest.reviewed.sheet.document.mall is sheet.document.mall
        if latest is None or not same_form or latest.checker.facts.followed is not followed:
            return Checker.stepwise(
                sheet.document, as_read=AsRead.of(sheet.stated), followed=followed, waivers=sheet.waivers
            )
        before, after = latest.reviewed.sheet.document.values, sheet.document.values
        changed = [path for path in before.keys() | after.keys() if before.get(path, "") != after.get(path, "")]
        return latest.checker.after_stepwise(sheet.document, changed, waivers=sheet.waivers)

    def soon(self, draft_id: int) -> None:
        """Work the remarks out in a moment, and tell."""
        with self._wake:
            now = time.monotonic()
            job, waiting = self._jobs.get(draft_id), self._waiting.get(draft_id)
            asked = waiting.asked if waiting else job.asked if job else now
            self._waiting[draft_id] = Waiting(asked, min(now + REST, max(now, asked + LONGEST_REST)))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="review", daemon=True)
                self._thread.start()
            if waiting is None:  # else the thread will look by itself, no later than it is due now
                self._wake.notify()

    def forget(self, draft_id: int) -> None:
        """Keep nothing of a draft that is gone."""
        with self._wake:
            self._waiting.pop(draft_id, None)
        with self._guard:
            self._latest.pop(draft_id, None)
            self._told.pop(draft_id, None)

    def stop(self) -> None:
        with self._wake:
            self._stopped = True
            self._wake.notify()

    def _run(self) -> None:
        while self._take_up():
            for draft_id, job in list(self._jobs.items()):
                self._go_on(draft_id, job)
                time.sleep(PAUSE)

    def _take_up(self) -> bool:
        """Begin what is due; sleep while there is nothing to do. False when everything is to end."""
        while True:
            with self._wake:
                if self._stopped:
                    return False
                now = time.monotonic()
                due = [draft_id for draft_id, waiting in self._waiting.items() if waiting.due <= now]
                if not due and not self._jobs:
                    next_due = min((waiting.due for waiting in self._waiting.values()), default=None)
                    self._wake.wait(None if next_due is None else next_due - now)
                    continue
                begun = {draft_id: self._waiting.pop(draft_id).asked for draft_id in due if draft_id not in self._jobs}
            for draft_id, asked in begun.items():
                self._begin(draft_id, asked)
            return True

    def _begin(self, draft_id: int, asked: float) -> None:
        try:
            sheet = self.desk.sheet(draft_id)
            steps = self._steps(self._latest_of(draft_id), sheet)
        except NotFound:  # thrown away meanwhile
            return
        with self._wake:
            self._jobs[draft_id] = Job(sheet, steps, asked)

    def _go_on(self, draft_id: int, job: Job) -> None:
        """A slice of a review; the last one tells. A draft with newer text is left for that, but not for ever."""
        with self._wake:
            newer = draft_id in self._waiting and time.monotonic() < job.asked + LONGEST_REST
            if newer:
                del self._jobs[draft_id]
                return
        try:
            checker = driven(job.steps, time.monotonic() + SLICE)
            if checker is None:
                return
            reviewed = self._keep(job.sheet, checker)
        except Exception as fault:
            failed(draft_id, fault)
            reviewed = None
        with self._wake:
            del self._jobs[draft_id]
            if waiting := self._waiting.get(draft_id):
                waiting.asked = time.monotonic()
        if reviewed is not None:
            self._announce(draft_id, reviewed)

    def _tell(self, draft_id: int) -> None:
        self._announce(draft_id, self.now(draft_id))

    def _announce(self, draft_id: int, after: Reviewed) -> None:
        try:
            if self.announce:
                self.announce(self._told.get(draft_id), after)
            self._told.pop(draft_id, None)
            self._told[draft_id] = after
            while len(self._told) > OPEN:
                del self._told[next(iter(self._told))]
        except Exception as fault:
            failed(draft_id, fault)


def driven(steps: Steps, until: float | None) -> Checker | None:
    """Go on with a review until it is done, or until that time: then None, and the steps can be driven further."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            checker: Checker = stop.value
            return checker
        if until is not None and time.monotonic() >= until:
            return None


def failed(draft_id: int, fault: Exception) -> None:
    """A check that fails must not end the thread; the page itself says what went wrong."""
    import logging

    logging.getLogger(__name__).error("Granskningen av utkast %s gick inte", draft_id, exc_info=fault)
