"""What each page of a draft shows: one frozen object a page, whose names are the names of its template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import render_template
from markupsafe import Markup

from ..core.checks import Remark, Severity
from ..core.document import Document
from ..core.following import APPLICATION
from ..core.kinds.kind import Answer, Leaf, same_elsewhere, suggestion_at
from ..core.mall import Section, mall_of
from ..core.markup import words
from ..core.party import Party
from ..core.reading import Problem
from ..core.references import Reference, References
from ..core.roles import ANSOKAN
from ..core.typed_amounts import Offer, offers
from ..live.desk import Sheet
from ..store import Clash, Person
from ..store.links import Link
from .bars import ChartShown, charts_at, words_at
from .came import next_said
from .contents import Turn, groups, listed_by
from .context import known_person, running
from .earlier import EarlierHere, earlier_of
from .figures import FigureShown, figure_shown
from .invitation import Invitation, invitation
from .kinds import view_of
from .kinds.shown import Shown, echoed, shown, shown_in_chapter
from .marks import where_begun
from .places import source_of
from .prose import preview_html
from .render import names_of

TEXTS = "texts"
"""The topic of long texts."""

if TYPE_CHECKING:
    from ..core.kinds.kind import Kind, OwnPage
    from ..export.formats import Format
    from .anteckningar import Note
    from .borttagna import RemovedRow
    from .came import Came
    from .dossier import Told
    from .ersatt import Found
    from .granska import Group
    from .historik import Changed, Step
    from .marks import Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNow:
    """What every page of a draft shows: the draft, who looks, and how many remarks are left."""

    sheet: Sheet
    me: Person | None
    counts: Mapping[Severity, int]
    tally: Mapping[Severity, int]
    """Those of them about sections that somebody has written in."""
    meeting: Invitation | None
    """How to come in to the meeting that is open."""
    locking: tuple[Person, int] | None
    """Who is about to lock it for signature, and in how many seconds."""


class SuggestedHere(NamedTuple):
    """`source`: the question that it is taken from. `figure`: what that says, where it is a number; `words`: where it is none."""

    source: str
    figure: FigureShown | None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage:
    now: DraftNow


@dataclass(frozen=True, kw_only=True)  # no slots: what few sections need is kept once it has been worked out
class SectionPage(DraftPage):
    section: Section
    own: OwnPage | None
    """The part of the section that has this page of its own; None for the section's page."""
    before: Turn | None
    after: Turn | None
    absent: bool
    """Is it none of the sections that there are, as the document stands?"""
    marks: Marks
    part_marks: Marks
    """By path, of what has a page of its own."""
    progress: str
    """«6 av 17 klara»."""
    notes: Sequence[Note]
    owners: Sequence[str]
    """Those who could be asked to do something."""
    removed: Sequence[RemovedRow]
    clashes: Sequence[tuple[Clash, str, str]]
    """Where two wrote at once; mine and theirs as people see them."""
    undone: bool
    """The button that was pressed has not done its work, because of them."""
    came: Came
    """What has changed in the documents that are followed."""
    stay_folded: Sequence[str] | None
    """The questions that were folded when the page was opened, and stay so while it is fetched again; None for a page that opens."""
    note: Callable[[str], str]
    """HTML of what is said beside the input at a path."""
    beside: Callable[[str], Sequence[Remark]]
    """The remarks in the margin of a field or a budget line."""

    @property
    def sheet(self) -> Sheet:
        return self.now.sheet

    @property
    def decided_in(self) -> Sequence[Section]:
        """Where the answers are given that decide whether it is shown."""
        mall = self.now.sheet.mall
        found = (mall.section_of(one.field) for one in mall.conditions.get(self.section.id, ()))
        return list(dict.fromkeys(section for section in found if section is not None))

    @cached_property
    def questions(self) -> Sequence[Shown]:
        """What is asked on the page."""
        if self.own:
            return [shown_in_chapter(one) for one in self.own.questions]
        return [shown(field, self.section, self.now.sheet.document) for field in self.section.fields]

    @cached_property
    def earlier(self) -> Mapping[str, Sequence[EarlierHere]]:
        """What the reports before told, by the path of the answer."""
        return earlier_of(self.now.sheet, self.questions)

    @cached_property
    def folded(self) -> Sequence[Shown]:
        """Those of a page of its own that nobody has answered and nobody must: at its foot, so that one sees what there is."""
        if self.stay_folded is not None:
            return [one for one in self.questions if one.field.id in self.stay_folded]
        document = self.now.sheet.document
        chapters = (one.answer(document) for one in self.section.fields if self.own and one.has_pages)
        asked = {lack.path for at in chapters for lack in at.lacks()}
        return [
            one
            for one in self.questions
            if self.own and not (one.field.required or one.path in asked or one.begun or self.came.at(one.path))
        ]

    @property
    def fold(self) -> str:
        """The same in the address that the page fetches itself from."""
        return ".".join(one.field.id for one in self.folded)

    @property
    def unfolded(self) -> Sequence[Shown]:
        folded = {one.path for one in self.folded}
        return [one for one in self.questions if one.path not in folded]

    @property
    def wide(self) -> bool:
        return any(one.field.wide for one in self.questions)

    @property
    def texts(self) -> Iterator[Answer[Leaf]]:
        """Those on the page that can refer to figures, names and days of the document."""
        return (leaf for one in self.questions if not one.field.has_pages for leaf in one.leaves() if leaf.field.merges)

    @cached_property
    def references(self) -> References:
        """What a long text can refer to: worked out for the pages that have one."""
        return References(self.now.sheet.document)

    @property
    def living(self) -> str:
        """The fields that its texts can refer to, for `data-follows`; empty for a page without texts."""
        return echoed(self.now.sheet.mall) if any(True for _ in self.texts) else ""

    @property
    def has_texts(self) -> bool:
        """Can long texts be written in it, now or when a row is added? Then it needs the editor."""
        return any(TEXTS in one.field.topics and not one.field.has_pages for one in self.questions)

    @property
    def lends_tools(self) -> bool:
        """Can they stand in rows, or beside another answer?"""
        for one in self.questions:
            own = one.field.leaf_at(())
            if TEXTS in one.field.topics and not one.field.has_pages and not (own and own.merges):
                return True
        return False

    def words(self, at: Shown) -> int:
        """How many a text has."""
        return words(at.text())

    def offers(self, at: Shown) -> tuple[Offer, ...]:
        """Typed amounts of a text that could follow the figures."""
        return offers(at.text(), self.references)

    def address(self, one: Reference) -> str:
        """The page that a living amount comes from; empty when it has none."""
        return source_of(self.now.sheet, one)

    def preview(self, at: Shown) -> Markup:
        """A text as it will be printed."""
        return preview_html(at.text(), self.references)

    def sentences(self, at: Shown) -> tuple[str, ...]:
        """What its figures say in words."""
        return words_at(self.now.sheet.document, at.path)

    def charts(self, at: Shown) -> tuple[ChartShown, ...]:
        """Its pictures."""
        return charts_at(self.now.sheet.document, at.path)

    def suggested(self, path: str) -> SuggestedHere | None:
        """What the rest of the document says that the answer at a path is."""
        document = self.now.sheet.document
        found = suggestion_at(document, path)
        if found is None:
            return None
        return SuggestedHere(found.source, figure_shown(document, found.key) if found.key else None, found.words)

    def same(self, at: Shown) -> Iterator[tuple[str, str]]:
        """(What the button sends, whose it is): the answers elsewhere that an answer can be made the same as."""
        return same_elsewhere(self.now.sheet.document, at.path)

    def view(self, at: Shown) -> Any:
        """What the page of its kind needs more (web/kinds)."""
        return view_of(at, self.now.sheet)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage(DraftPage):
    marks: Marks
    part_marks: Marks
    progress: str
    groups: Sequence[Group]
    only: str
    """The severity that is shown alone; empty for all."""
    complete: bool
    where: Callable[[str], str]
    """A place in words."""
    address: Callable[[str], str]
    """The page where a path is written."""
    section: None = None
    """No section is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPage(DraftPage):
    notes: Sequence[Note]
    owners: Sequence[str]
    """Those who could be asked to do something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage(DraftPage):
    path: str
    name: str
    section: Section | None
    steps: Sequence[Step]
    older: int | None
    """The version before which older ones are found."""
    newest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage(DraftPage):
    typed: str
    day: date | None
    problem: Problem | None
    groups: Sequence[tuple[Section, Sequence[Changed]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacePage(DraftPage):
    find: str
    put: str
    asked: bool
    found: Sequence[Found]
    done: int | None
    """How many places were just changed."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed in a field, and the sentence beside it that says what is wrong with it."""

    sentence: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPage(DraftPage):
    number: Kind | None
    """The diarienummer, where the form has one."""
    fingerprint: str
    """Of the version that a locked draft is, as it stands on paper."""
    events: Sequence[Told]
    parts: Sequence[tuple[str, str, str]]
    """(part, name, what it is) of all that can be printed by itself."""
    parties: Sequence[Party]
    formats: Sequence[Format]
    """The files that the whole draft can be saved as here."""
    parcel: Format | None
    """All that is handed in, in one file; None when it can't be made here."""
    writing: Sequence[str]
    """Others who write in the draft now, and where."""
    not_locked: str
    """Why a lock that was announced was not done; empty when there is nothing to tell."""
    slip: Slip | None = None
    """About the reason for unlocking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksPage(DraftPage):
    links: Sequence[Link]
    base: str
    """Where others reach them; empty while no meeting is open."""


def texts_of(section: Section, document: Document) -> Iterator[Answer[Leaf]]:
    """The texts of a section that can refer to figures, names and days of the document."""
    return (leaf for one in section.fields for leaf in one.answer(document).leaves() if leaf.field.merges)


def draft_now(sheet: Sheet, remarks: Iterable[Remark] | None = None) -> DraftNow:
    """`remarks`: those of the draft, when they are at hand."""
    if remarks is None:
        remarks = running().review.seen(sheet.draft_id).remarks
    locking = running().locking.coming(sheet.draft_id)
    remarks = tuple(remarks)
    return DraftNow(
        sheet=sheet,
        me=known_person(),
        counts=counts(remarks),
        tally=counts(where_begun(sheet.mall, sheet.states, remarks)),
        meeting=invitation(),
        locking=locking,
    )


def counts(remarks: Iterable[Remark]) -> dict[Severity, int]:
    """How many of each severity are left to deal with."""
    found = dict.fromkeys(Severity, 0)
    for remark in remarks:
        if remark.waived is None:
            found[remark.severity] += 1
    return found


def html_of(template: str, page: DraftPage, **words: object) -> str:
    """The page in HTML: its template sees the names of the object, those of `now`, and the draft's document, form and list of sections.
    `words`: functions that put what it shows in words."""
    now, document = page.now, page.now.sheet.document
    names = {**names_of(now), **names_of(page)}
    return render_template(
        template,
        page=page,
        document=document,
        mall=document.mall,
        contents=groups(document),
        contents_follow=listed_by(document),
        next_said=next_said(running().malls, document),
        followed_up=mall_of(document).family == ANSOKAN or any(tie.role == APPLICATION for tie in now.sheet.ties),
        **names,
        **words,
    )
