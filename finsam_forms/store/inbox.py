"""Files that somebody has brought and not yet decided about: kept for a day, in the data folder, outside the drafts and their copies."""

from __future__ import annotations

import contextlib
import json
import re
import secrets
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from .errors import NotFound, guarded
from .folder import make_folder, write_whole

FOLDER = "inlasta"
KEPT = 24 * 3600
"""Seconds that a file waits."""
MOST = 20
"""Files that wait at the same time; the oldest go first."""
LONGEST_NAME = 120
TOKEN = re.compile(r"[0-9a-f]{32}")


class Waiting(NamedTuple):
    """A file that waits. `draft_id` is the draft that it is compared with; 0 for none."""

    name: str
    draft_id: int
    data: bytes
    answers: Mapping[str, str]
    """What somebody has said about how it is to be read."""


class Inbox:
    """By a token that nobody can guess. `clock` gives seconds since 1970."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time):
        self.folder = folder / FOLDER
        self._clock = clock

    def put(self, name: str, data: bytes, draft_id: int = 0) -> str:
        """Keep a file, and give its token. Raises StoreError."""
        token = secrets.token_hex(16)
        self._write(token, Waiting(name[:LONGEST_NAME], draft_id, data, {}))
        self.sweep()
        return token

    def answer(self, token: str, answers: Mapping[str, str]) -> None:
        """Keep what somebody has said about a file. Raises NotInInbox, StoreError."""
        self._write(token, self.get(token)._replace(answers=answers))

    def get(self, token: str) -> Waiting:
        """Raises NotInInbox."""
        self.sweep()
        try:
            about, _, data = self._file(token).read_bytes().partition(b"\n")
            told = json.loads(about)
            return Waiting(str(told["namn"]), int(told["utkast"]), data, dict(told.get("svar", {})))
        except (OSError, ValueError, KeyError, TypeError):
            raise NotInInbox from None

    def forget(self, token: str) -> None:
        """One that is gone already is no trouble."""
        with contextlib.suppress(OSError, NotInInbox):
            self._file(token).unlink()

    def sweep(self) -> None:
        """Those that have waited too long go, and the oldest when there are too many."""
        with contextlib.suppress(OSError):
            listed = sorted(((file.stat().st_mtime, file) for file in self.folder.iterdir()), reverse=True)
            for number, (at, file) in enumerate(listed):
                if number >= MOST or self._clock() - at > KEPT:
                    file.unlink(missing_ok=True)

    def _write(self, token: str, waiting: Waiting) -> None:
        about = json.dumps({"namn": waiting.name, "utkast": waiting.draft_id, "svar": waiting.answers})
        with guarded(str(self.folder)):
            make_folder(self.folder)
            write_whole(self.folder / token, f"{about}\n".encode() + waiting.data, private=True)

    def _file(self, token: str) -> Path:
        if not TOKEN.fullmatch(token):
            raise NotInInbox
        return self.folder / token


class NotInInbox(NotFound):
    def __init__(self) -> None:
        Exception.__init__(
            self, "Filen är inte kvar: den är redan intagen eller har väntat i mer än ett dygn. Läs in den igen."
        )
