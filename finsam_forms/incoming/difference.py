"""What differs between a file and the draft as it stands: each thing by itself, to be taken in or left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from ..core.document import Document
from .brought import Stranger, Unplaced

OVER = "Kan vara ändrat här sedan filen sparades: det säger inte filen."


class What(Enum):
    """What a difference is about."""

    VALUE = auto()
    NEW_ROW = auto()
    GONE_ROW = auto()
    """The row is gone in the file."""
    ROW_BACK = auto()
    """The row has been removed here, and changed in the file."""
    ORDER = auto()
    NOTE = auto()
    """A comment in the file's margin, that can become a note at its section."""


class Changed(Enum):
    """Where it has been changed since the file was made."""

    FILE = auto()
    BOTH = auto()
    UNKNOWN = auto()
    """The file doesn't tell how it stood then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Texts are as they are stored. `values` is what is written when the file's is taken in: path → text."""

    what: What
    key: str
    """Its own name among the differences: the path that is written, the row's place, the note."""
    path: str
    """Of the value, the row, or the list whose order it is; of the section for a note."""
    name: str = ""
    """What the place is called: «Resor, Region Uppsala»."""
    changed: Changed
    base: str = ""
    here: str = ""
    file: str = ""
    values: Mapping[str, str]
    merged: str | None = None
    """Both changes of a text in one, where both have changed it and that can be done."""
    problem: str = ""
    """Why the form can't read what stands in the file, as a sentence."""
    doubts: tuple[str, ...] = ()
    """Sentences about what is to be asked before it is taken in."""

    @property
    def clear(self) -> bool:
        """Can it be taken in together with the others, with nothing to ask about?"""
        return not self.asked and (self.changed is not Changed.BOTH or self.merged is not None)

    @property
    def asked(self) -> tuple[str, ...]:
        """Sentences about what to look at before it is taken in."""
        return (*self.doubts, *filter(None, (self.problem, OVER if self.over else "")))

    @property
    def over(self) -> bool:
        """Would it take the place of something here that may be written since the file was made?"""
        return self.changed is Changed.UNKNOWN and (bool(self.here) or self.what in (What.GONE_ROW, What.ORDER))

    @property
    def taken(self) -> Mapping[str, str]:
        """What is written when nobody chooses: both changes where that can be done, else the file's."""
        return self.values if self.merged is None else {self.path: self.merged}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A file beside a draft. `differences`: values and rows in the form's order, then notes."""

    differences: tuple[Difference, ...]
    facts: tuple[str, ...]
    """Sentences about the file and the draft: made of another draft, of another version of the form, before others' changes."""
    said: tuple[str, ...]
    """What the reader has to tell."""
    doubts: tuple[str, ...]
    """Sentences about the whole file, or about something that is the same in the draft."""
    unplaced: tuple[Unplaced, ...]
    strangers: tuple[Stranger, ...]
    """Parties of the file that the draft has not."""
    after: Document
    """The draft as it would be with every row that differs taken in: where the places of the file have their names."""

    @property
    def clear(self) -> tuple[Difference, ...]:
        """Those that can be taken in together."""
        return tuple(one for one in self.differences if one.clear)
