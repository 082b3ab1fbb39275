"""What has changed in the documents that a draft follows, in words for the page, and what can be fetched from them or from the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.checks import place_name
from ..core.checks.reports import changed_since
from ..core.document import Document
from ..core.following import (
    APPLICATION,
    PREVIOUS,
    SAID,
    SHEET,
    Changed,
    Followed,
    can_follow,
    changes,
    followed_by,
    in_words,
    inside,
    list_of,
    same_part,
    whose,
)
from ..core.following import said as source_said
from ..core.kinds.kind import answer_at
from ..core.mall import Mall, Section, mall_of
from ..core.reading import shortened
from ..core.references import References
from ..core.roles import AVVIKELSER, RAPPORT
from ..core.span import report_period
from ..live.desk import Sheet
from ..live.following import ties_of
from ..store import StoreError
from .context import running
from .prose import as_seen

BEFORE = 60
"""Characters before the first difference, so that it is seen where it stands."""
FORM = "mall"
"""Where a text to begin with is fetched from when it is the form's own."""
FETCHED = {role: f"Hämta ur {said}" for role, said in SAID.items()} | {FORM: "Börja med förbundets text"}
"""Where a text is fetched from → what the button says."""
LONGEST = 300
"""Characters of a text that are shown of what it was and is."""


class CameHere(NamedTuple):
    """A change there, as it is told here. `path` is what the buttons say."""

    path: str
    role: str
    field: str
    name: str
    source: str
    """«ansökan», «förra rapporten»."""
    row: bool
    now: str
    here: str

    @property
    def inside(self) -> bool:
        """Is it a part of the field's answer, and not the whole?"""
        return self.path != self.field

    @property
    def said(self) -> str:
        """What the change is about, for those who hear its buttons."""
        return f"{self.name}, {self.now}" if self.row and self.now else self.name


class Fetch(NamedTuple):
    """A text of a followed document, or of the form, that can be put in an empty answer. `words`: of its button."""

    path: str
    role: str
    words: str


class TieHere(NamedTuple):
    """A document that is followed."""

    draft_id: int
    source: str
    title: str
    version: int


class SheetHere(NamedTuple):
    """A draft that is a sheet of this one, written by itself. `said`: whose it is and its time. `beside`: is it added to others, of
    other insatsägare?"""

    draft_id: int
    title: str
    said: str
    beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What the page of a section tells of the documents that are followed."""

    changes: Sequence[CameHere] = ()
    fetches: Sequence[Fetch] = ()
    ties: Sequence[TieHere] = ()
    sheets: Sequence[SheetHere] = ()
    """Those that can be fetched to the section."""
    otherwise: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Path of an answer about it → in sentences, what is otherwise than in the application."""

    def at(self, path: str) -> list[CameHere]:
        return [one for one in self.changes if inside(one.path, path)]

    def fetched(self, field_id: str) -> list[Fetch]:
        return [one for one in self.fetches if one.path == field_id]

    @property
    def by_source(self) -> list[tuple[str, list[CameHere]]]:
        """«ansökan» → what has changed there."""
        found: dict[str, list[CameHere]] = {}
        for one in self.changes:
            found.setdefault(one.role, []).append(one)
        return [(came[0].source, came) for came in found.values()]


def came_of(sheet: Sheet, section: Section) -> Came:
    """For the page of a section. `changes` are those of the whole draft."""
    followed = running().following.of(sheet)
    return Came(
        changes=[told(sheet.document, one) for one in changes(sheet.document, followed)],
        fetches=[*fetches(sheet, section, followed)],
        ties=[*ties(sheet)],
        sheets=[*sheets(sheet, section)],
        otherwise={one.id: otherwise(sheet) for one in section.fields if one.role == AVVIKELSER},
    )


def otherwise(sheet: Sheet) -> list[str]:
    """What is otherwise in a draft than in the application that it follows."""
    return [*changed_since(sheet.document, running().following.of(sheet))]


def waiting(sheet: Sheet) -> tuple[str, ...]:
    """The paths of what has changed in the documents that are followed and nobody has decided on."""
    return tuple(one.path for one in changes(sheet.document, running().following.of(sheet))) if sheet.ties else ()


def told(document: Document, change: Changed) -> CameHere:
    field_id = change.path.partition("/")[0]
    if change.row:
        name = place_name(document, list_of(change.path) if change.now else change.path)
        now, here = shortened(change.now, LONGEST), ""
    else:
        name = place_name(document, change.path)
        now, here = both_excerpts(
            *(said(document, change.path, text) for text in (change.now, document.text(change.path)))
        )
    return CameHere(change.path, change.role, field_id, name, source_said(change.role), change.row, now, here)


def said(document: Document, path: str, text: str) -> str:
    """A text as it is read at a path."""
    return as_seen(document, path, text, References(document))


def both_excerpts(now: str, here: str) -> tuple[str, str]:
    """Two texts from some words before they differ, and not too much of either."""
    alike = next(
        (at for at, (one, other) in enumerate(zip(now, here, strict=False)) if one != other), min(len(now), len(here))
    )
    start = now.rfind(" ", 0, max(alike - BEFORE, 0)) + 1 if alike > BEFORE else 0
    return excerpt(now, start), excerpt(here, start)


def excerpt(text: str, start: int) -> str:
    return ("… " if start else "") + shortened(text[start:], LONGEST)


def fetches(sheet: Sheet, section: Section, followed: Followed) -> Iterator[Fetch]:
    """The texts that can be fetched to empty answers of a section."""
    for one in section.fields:
        for role, words in FETCHED.items():
            if not sheet.document.text(one.id) and fetched_text(sheet.mall, followed, one.id, role):
                yield Fetch(one.id, role, words)


def fetched_text(mall: Mall, followed: Followed, path: str, role: str) -> str:
    """What the button beside an answer puts in; empty where there is none."""
    one, source = mall.field(path), followed.documents.get(role)
    if role == FORM:
        return one.begins_with if one else ""
    there = one.fetched_from(role == PREVIOUS) if one and source else ""
    found = answer_at(source, there) if source and there else None
    return in_words(source.text(there), source) if source and found and found[0].place(found[1]).stands else ""


def ties(sheet: Sheet) -> Iterator[TieHere]:
    """What is followed, with the version that counts; 0 while it has not been locked."""
    for tie in ties_of(sheet):
        try:
            counted = running().following.counted(tie.source_id)
        except StoreError:
            continue
        yield TieHere(tie.source_id, source_said(tie.role), counted.document.title, counted.version)


def sheets(sheet: Sheet, section: Section) -> Iterator[SheetHere]:
    """What the first section that a sheet is fetched to offers: those that are not followed yet."""
    first = next((one for one in sheet.mall.sections if any(field.from_sheet for field in one.fields)), None)
    if section is not first:
        return
    followed = {tie.source_id for tie in sheet.ties if tie.role == SHEET}
    there = running().following.of(sheet).sheets
    for draft_id, document in running().following.sheets_of(sheet):
        if draft_id not in followed:
            period = report_period(document)
            said = ", ".join(filter(None, (whose(document), f"{period.start}–{period.end}" if period else "")))
            beside = any(not same_part(document, one) for one in there)
            yield SheetHere(draft_id, document.title, said, beside)


def following_forms(malls: Mapping[str, Mall], document: Document) -> list[Mall]:
    """The forms that a next document about the same can be written in."""
    return [mall for mall in malls.values() if can_follow(mall, document)]


def next_said(malls: Mapping[str, Mall], document: Document) -> str:
    """What the link to the next document is called; empty where there can be none."""
    if not following_forms(malls, document):
        return ""
    if followed_by(document) == APPLICATION:
        return "Ny rapport om insatsen"
    mall = mall_of(document)
    return "Nästa rapport" if mall.family == RAPPORT else f"Nästa {mall.title.lower()}"
