"""What a page raises that is answered with more than a sentence (errors.py)."""

from __future__ import annotations

from collections.abc import Sequence

from ..store import Clash


class WhoAreYou(Exception):
    """A change was asked for by somebody who has not said their name. Answered 403 with the question."""


class Clashes(Exception):
    """Somebody was first with some of the values; the others are saved. Answered with the section's page and both texts."""

    def __init__(self, draft_id: int, section_id: str, clashes: Sequence[Clash]):
        self.draft_id, self.section_id, self.clashes = draft_id, section_id, clashes


class WrittenIn(Exception):
    """Others write in the row that is to go. Done all the same when it is asked for again with `anda`."""

    def __init__(self, who: str):
        super().__init__(f"{who} skriver i raden just nu.")
