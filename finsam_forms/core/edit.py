"""A value on its way to be saved, and who saves it."""

from __future__ import annotations

from typing import NamedTuple


class Person(NamedTuple):
    """Who makes a change: a name and an organisation, asked once, no account."""

    name: str
    organisation: str

    @property
    def said(self) -> str:
        """As others see it: «Anna Andersson (Kommunen)»."""
        return f"{self.name} ({self.organisation})"

    @property
    def initials(self) -> str:
        """Two letters for the mark: of first and last name, else the first two."""
        words = self.name.split()
        letters = words[0][:1] + words[-1][:1] if len(words) > 1 else self.name[:2]
        return letters.upper()[:2]


class Edit(NamedTuple):
    """A value to be saved: based on version `base` of it, with an id of its own so that it is saved once."""

    path: str
    value: str
    base: int
    op: str
