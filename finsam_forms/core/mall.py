"""A form definition (mall): sections, fields, fixed texts, the förbund's settings. Read by core/mall_reader.py, frozen at start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from .document import Document
from .kinds.kind import Kind, Leaf
from .kinds.own import NOTE_PARTS, RESERVED
from .settings import Help, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered heading of the form with its fields."""

    worked_out: ClassVar[frozenset[str]] = frozenset({"fields"})

    id: str
    number: str = ""
    heading: str
    short: str
    """Its name in the list of sections."""
    help: Help | None = None
    fields: tuple[Kind, ...] = ()
    annex: str = ""
    """«Bilaga 1» when it is printed as an annex."""
    landscape: bool = False
    new_page: bool = False

    @property
    def wide(self) -> bool:
        """Does the editor need the whole width?"""
        return any(field.wide for field in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mall:
    """A whole form. `files` are the texts it was read from: every draft keeps a copy, so that an upgrade changes no old draft."""

    worked_out: ClassVar[frozenset[str]] = frozenset({"sections", "files", "fingerprint", "stands", "by_role"})

    id: str
    version: str
    title: str
    description: str
    forbund: str
    title_path: str = "_titel"
    """The value that names the document: `insatsens_namn`."""
    order: int = 100
    """Its place among the forms offered."""
    valid_from: date | None = None
    footnote: str = ""
    family: str = ""
    """The sort of form, see core/roles.py: whose rules it is checked by beside those for all."""
    noun: str = "dokumentet"
    """What it is called in a sentence, in the definite form: «ansökan», «rapporten»."""
    sections: tuple[Section, ...]
    settings: Settings = Settings()
    files: Mapping[str, str]
    fingerprint: str
    """SHA-256 of `files`."""
    stands: Mapping[str, tuple[Kind, Section]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Id of a field → the field, and the section that it stands in."""

    by_role: Mapping[str, Kind] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Role → the first field that has it."""

    def __post_init__(self) -> None:
        stands = {field.id: (field, section) for section in reversed(self.sections) for field in section.fields[::-1]}
        object.__setattr__(self, "stands", stands)
        by_role = {field.role: field for field in [*self.fields()][::-1] if field.role}
        object.__setattr__(self, "by_role", by_role)

    def fields(self) -> Iterator[Kind]:
        for section in self.sections:
            yield from section.fields

    def field(self, field_id: str) -> Kind | None:
        found = self.stands.get(field_id)
        return found[0] if found else None

    def of_role(self, role: str) -> Kind | None:
        """The field that is this in the form."""
        return self.by_role.get(role)

    def named(self, typed: str) -> dict[str, str]:
        """The value that gives a draft this name."""
        leaf = self.leaf_at(self.title_path)
        return {self.title_path: leaf.canonical(typed) if leaf else typed}

    def section(self, section_id: str) -> Section | None:
        return next((section for section in self.sections if section.id == section_id), None)

    def section_of(self, path: str) -> Section | None:
        """The section that a path belongs to; `_notes/<section>/…` belongs to that section."""
        first, _, rest = path.partition("/")
        if first == "_notes":
            return self.section(rest.partition("/")[0])
        found = self.stands.get(first)
        return found[1] if found else None

    def leaf_at(self, path: str) -> Leaf | None:
        """What kind of value a path holds; None when the form has no such place."""
        first, *rest = path.split("/")
        if first in RESERVED:
            return RESERVED[first] if self.is_reserved_place(first, rest) else None
        field = self.field(first)
        return field.leaf_at(tuple(rest)) if field else None

    def is_reserved_place(self, first: str, rest: list[str]) -> bool:
        """`_titel` alone, and `_notes/<section>/<note>/<part>`: nothing may be written beside them."""
        if first != "_notes":
            return not rest
        return len(rest) == 3 and rest[2] in NOTE_PARTS and self.section(rest[0]) is not None

    def start_values(self) -> dict[str, str]:
        """What a new draft holds before anybody has written: its first empty rows."""
        return {path: text for field in self.fields() for path, text in field.start_values(field.id)}


def mall_of(document: Document) -> Mall:
    """The form definition of a document as what it is: the document itself asks it less (core/document.py, Form)."""
    assert isinstance(document.mall, Mall)
    return document.mall
