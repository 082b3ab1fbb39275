"""What may be done with a draft as it stands: one rule, asked by the store, the desk and the pages."""

from __future__ import annotations

from enum import StrEnum


class DraftState(StrEnum):
    """How far a draft has come on its way to the förbund. The values are what is stored."""

    WRITING = "skrivs"
    LOCKED = "last"

    @classmethod
    def _missing_(cls, value: object) -> DraftState:
        """A word that the disk has changed: nothing can be written until somebody unlocks it and says why."""
        return cls.LOCKED

    @property
    def may_be_written(self) -> bool:
        """Can its answers be changed? (A draft in the bin never can.)"""
        return self is DraftState.WRITING
