"""A form definition (mall): sections, fields, fixed texts, the förbund's settings. Read by core/mall_reader.py, frozen at start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from .condition import Condition
from .document import Document
from .kinds.kind import Kind, Leaf
from .kinds.own import NOTE_PARTS, RESERVED
from .party import all_parties
from .settings import Help, Settings
from .span import report_year

ANSWER = re.compile(r"\{([a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*)\}")
"""In an instruction or a heading: the answer of a field, or the year that the report is about («{ar}»); in capitals when it is named so."""
YEAR, UNANSWERED = "ar", "________"
MOST_KNOWN = 10_000
"""Paths whose kind of value is kept in mind."""


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
    sheet: str = ""
    """The sheet that begins with it, such as «Bilaga LS Helår»: those that follow belong to it, up to the next sheet."""
    part: str = ""
    """A heading over this section and those that follow with the same."""
    intro: str = ""
    """The form's own instruction under the heading; paragraphs are parted by an empty line. «{ar}» in it is the year of the report,
    «{senast}» the answer of that field."""
    months: int = 0
    """How many months from January on its sheet is about, such as 12: the time of the report has to be that (G69)."""
    shown_when: tuple[Condition, ...] = ()
    """All of them hold where it is shown; of a sheet's first section, those of the whole sheet."""

    @property
    def sheet_part(self) -> str:
        """What its sheet is called among the parts that can be printed by themselves: «bilaga-ls-helar»."""
        return plain_name(self.sheet)

    def instructions(self, document: Document) -> tuple[str, ...]:
        """The paragraphs of `intro`, with the answers that they have among their words."""
        paragraphs = (" ".join(one.split()) for one in self.intro.split("\n\n"))
        return tuple(with_answers(one, document) for one in paragraphs if one)

    def heading_in(self, document: Document) -> str:
        """A heading has no room to write what is not known."""
        return with_answers(self.heading, document).replace(UNANSWERED, "").strip()

    def part_in(self, document: Document) -> str:
        return with_answers(self.part, document).replace(UNANSWERED, "").strip()

    @property
    def aside(self) -> bool:
        """Does it stand beside the form, neither printed nor required? A draft is no less finished without it."""
        return not any(one.printed or one.required for one in self.fields)

    @property
    def wide(self) -> bool:
        """Does the editor need the whole width?"""
        return any(field.wide for field in self.fields)


def with_answers(words: str, document: Document) -> str:
    """Words of the form with the answers that they have among them, once those are known."""
    return ANSWER.sub(lambda found: said_of(document, found[1]), words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mall:
    """A whole form. `files` are the texts it was read from: every draft keeps a copy, so that an upgrade changes no old draft."""

    worked_out: ClassVar[frozenset[str]] = frozenset(
        {"sections", "files", "fingerprint", "stands", "by_role", "begins", "conditions", "deciders", "known"}
    )

    id: str
    version: str
    title: str
    description: str
    forbund: str
    title_path: str = "_titel"
    """The value that names the document: `insatsens_namn`."""
    title_else: str = ""
    """Id of the field whose answer it is called by while nobody has given it a name."""
    title_by: str = ""
    """Id of a choice whose answer gives the form another title than its own, in `titles`."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Answer → title."""
    former: Mapping[str, str] = field(default_factory=dict)
    """Where an earlier version had an answer → where it stands now (core/former.py)."""
    title_day: str = ""
    """Id of a day that is said after the title at the top of the paper."""
    order: int = 100
    """Its place among the forms offered."""
    valid_from: date | None = None
    footnote: str = ""
    contents: str = ""
    """The heading of a list of what it holds, on the first page; empty where there is none."""
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

    begins: Mapping[str, Section] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Id of a section → the section that begins its sheet, where it has one."""

    conditions: Mapping[str, tuple[Condition, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Id of a section → what holds where it is shown, of the sections that are shown by a choice."""

    deciders: frozenset[str] = field(default=frozenset(), init=False, repr=False, compare=False)
    """Ids of the fields whose answers decide which sections are shown."""

    known: dict[str, Leaf | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What the latest paths that were asked for hold: a save asks for its own again and again."""

    def __post_init__(self) -> None:
        stands = {field.id: (field, section) for section in reversed(self.sections) for field in section.fields[::-1]}
        object.__setattr__(self, "stands", stands)
        by_role = {field.role: field for field in [*self.fields()][::-1] if field.role}
        object.__setattr__(self, "by_role", by_role)
        begins = dict(sheets(self.sections))
        firsts = {section.id: begins.get(section.id, section) for section in self.sections}
        needed = {one.id: tuple(dict.fromkeys((*firsts[one.id].shown_when, *one.shown_when))) for one in self.sections}
        conditions = {section: found for section, found in needed.items() if found}
        object.__setattr__(self, "begins", begins)
        object.__setattr__(self, "conditions", conditions)
        object.__setattr__(self, "deciders", frozenset(one.field for found in conditions.values() for one in found))

    def shows(self, section: Section, document: Document, *, unanswered: bool = False) -> bool:
        """Is the section there, as the document stands? `unanswered`: also while nobody has answered what decides it."""
        needed = self.conditions.get(section.id, ())
        return all(one.holds(document.text, unanswered=unanswered) for one in needed)

    def shown(self, document: Document, *, unanswered: bool = False) -> tuple[Section, ...]:
        """The sections that there are, as the document stands. The values of the others are kept, and nothing is asked of them."""
        if not self.deciders:
            return self.sections
        return tuple(one for one in self.sections if self.shows(one, document, unanswered=unanswered))

    def shown_fields(self, document: Document) -> Iterator[Kind]:
        for section in self.shown(document):
            yield from section.fields

    def around(self, section: Section, document: Document) -> tuple[Section | None, Section | None]:
        """The sections that are shown before and after one."""
        number, shown = self.sections.index(section), self.shown(document)
        before = next((one for one in self.sections[:number][::-1] if one in shown), None)
        return before, next((one for one in self.sections[number + 1 :] if one in shown), None)

    def fields(self) -> Iterator[Kind]:
        for section in self.sections:
            yield from section.fields

    def field(self, field_id: str) -> Kind | None:
        found = self.stands.get(field_id)
        return found[0] if found else None

    def of_role(self, role: str) -> Kind | None:
        """The field that is this in the form."""
        return self.by_role.get(role)

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of what the document is called by: the first that says something."""
        return tuple(dict.fromkeys(filter(None, (self.title_path, "_titel", self.title_else))))

    def named(self, typed: str) -> dict[str, str]:
        """The value that gives a draft this name."""
        leaf = self.leaf_at(self.title_path)
        return {self.title_path: leaf.canonical(typed) if leaf else typed}

    def title_of(self, document: Document) -> str:
        """What the form is called over a document."""
        return self.titles.get(document.text(self.title_by), self.title) if self.title_by else self.title

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
        try:
            return self.known[path]
        except KeyError:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            found = self.known[path] = self.find_leaf(path)
            return found

    def find_leaf(self, path: str) -> Leaf | None:
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


def said_of(document: Document, name: str) -> str:
    """An answer as an instruction says it, of parties their names: room to write it while there is none."""
    own = name.lower()
    leaf = document.mall.leaf_at(own)
    if leaf is not None:
        said = leaf.show(document.text(own))
    elif own == YEAR:
        said = report_year(document)
    else:
        said = ", ".join(one.name for one in all_parties(document) if one.name and one.path.startswith(f"{own}/"))
    return (said if name == own else said.upper()) or UNANSWERED


def sheets(sections: Iterable[Section]) -> Iterator[tuple[str, Section]]:
    """(id of a section, the section that begins its sheet), of those that belong to one."""
    first: Section | None = None
    for section in sections:
        first = section if section.sheet else first
        if first is not None:
            yield section.id, first


def plain_name(words: str) -> str:
    """Words as they can stand in an address: «bilaga-ls-helar»."""
    plain = words.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def mall_of(document: Document) -> Mall:
    """The form definition of a document as what it is: the document itself asks it less (core/document.py, Form)."""
    assert isinstance(document.mall, Mall)
    return document.mall
