"""Granska while people write: the checks of the open drafts, a moment after each change, only what the change can have touched."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from ..core.checks import AsRead, Checker, Remark
from .desk import Desk, Sheet

REST = 0.35
"""Seconds to wait after a change: a sentence that is being typed is not judged letter by letter."""
OPEN = 50
"""Drafts whose remarks are kept."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the checks say about a draft as it stood after a change."""

    sheet: Sheet
    remarks: tuple[Remark, ...]


@dataclass(slots=True)
class Latest:
    checker: Checker
    reviewed: Reviewed


class Review:
    """Remarks by draft. `now` works them out at once; `soon` lets a thread do it and tells `announce` what they were and are."""

    def __init__(self, desk: Desk, announce: Callable[[Reviewed | None, Reviewed], None] | None = None):
        self.desk = desk
        self.announce = announce
        self._latest: dict[int, Latest] = {}
        self._told: dict[int, Reviewed] = {}
        """What everybody was last told; a page that is opened in between has its own look at the draft."""
        self._guard = threading.Lock()
        self._waiting: dict[int, float] = {}
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._stopped = False

    def now(self, draft_id: int) -> Reviewed:
        """The remarks about the draft as it stands. Raises NotFound."""
        sheet = self.desk.sheet(draft_id)
        with self._guard:
            latest = self._latest.get(draft_id)
            if latest and latest.reviewed.sheet is sheet:
                return latest.reviewed
            checker = self._checker(latest, sheet)
            reviewed = Reviewed(sheet, checker.remarks)
            self._latest[draft_id] = Latest(checker, reviewed)
            while len(self._latest) > OPEN:
                del self._latest[next(iter(self._latest))]
            return reviewed

    @staticmethod
    def _checker(latest: Latest | None, sheet: Sheet) -> Checker:
        if latest is None or latest.reviewed.sheet.document.mall is not sheet.document.mall:
            stated = AsRead(sums=sheet.stated)
            return Checker(sheet.document, as_read=stated, ledger=sheet.ledger, waivers=sheet.waivers)
        before, after = latest.reviewed.sheet.document.values, sheet.document.values
        changed = [path for path in before.keys() | after.keys() if before.get(path, "") != after.get(path, "")]
        return latest.checker.after(sheet.document, changed, ledger=sheet.ledger, waivers=sheet.waivers)

    def soon(self, draft_id: int) -> None:
        """Work the remarks out in a moment, and tell."""
        with self._wake:
            self._waiting[draft_id] = time.monotonic() + REST
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="review", daemon=True)
                self._thread.start()
            self._wake.notify()

    def stop(self) -> None:
        with self._wake:
            self._stopped = True
            self._wake.notify()

    def _run(self) -> None:
        while True:
            with self._wake:
                if self._stopped:
                    return
                due = min(self._waiting.values(), default=None)
                if due is None or due > time.monotonic():
                    self._wake.wait(None if due is None else due - time.monotonic())
                    continue
                draft_id = min(self._waiting, key=lambda one: self._waiting[one])
                del self._waiting[draft_id]
            self._tell(draft_id)

    def _tell(self, draft_id: int) -> None:
        try:
            after = self.now(draft_id)
            if self.announce:
                self.announce(self._told.get(draft_id), after)
            self._told.pop(draft_id, None)
            self._told[draft_id] = after
            while len(self._told) > OPEN:
                del self._told[next(iter(self._told))]
        except Exception:  # a check that fails must not end the thread; the page itself says what went wrong
            import logging

            logging.getLogger(__name__).exception("Granskningen av utkast %s gick inte", draft_id)
