"""What a report has from the application that it follows, from the report before it, from a report that is a sheet of it, from the
drafts that its chapters are begun from and from the rekvisitioner of its insats: begun with or fetched, and told of when it changes there.

Nothing is taken in by itself: `changes` says what differs since somebody last took it or let it be, and what to write to take it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from .document import PLACE, Document
from .kinds.kind import Claim, Given, Kind, Source, Taken, answer_at, answers
from .mall import Mall, mall_of
from .party import parties_of, same_name
from .references import References
from .roles import ANALYS, ANSOKAN, DIARIENUMMER, RAPPORT
from .span import report_period
from .text_parts import REFERENCE

APPLICATION, PREVIOUS, SHEET = "ansokan", "forra", "blad"
"""What a draft that is followed is to the one that follows it."""
BEGINS = "[["
"""How a living amount begins in a text."""
SAID = {APPLICATION: "ansökan", PREVIOUS: "förra rapporten", SHEET: "ekonomirapporten"}
"""The same in a sentence."""
CLAIMS = "rekvisitioner"
"""The rekvisitioner of the insats together, to the one that tells what has been asked for in all. No document that is tied to."""
OF_CLAIMS = "rekvisitionerna"
OF_A_PART = "insatsens utkast"
"""The same of a draft that a chapter is begun from."""


def said(role: str) -> str:
    """What a followed draft is, in a sentence."""
    return OF_CLAIMS if role == CLAIMS else SAID.get(role, OF_A_PART)


class Told(NamedTuple):
    """A followed document as a file tells of it: enough to find it again where the file is read in."""

    number: str
    title: str
    sha256: str
    """Its fingerprint when it was begun from."""


Years = tuple[int, ...]
Follows = Mapping[str, Told]
NO_FOLLOWS: Follows = MappingProxyType({})


class Came(NamedTuple):
    """What a followed document gives to a path. `once`: only to begin with."""

    role: str
    text: str
    once: bool = False


class Mark(NamedTuple):
    """What a followed document gave to a path when somebody last took it. `kept`: or looked at it and let be what stands here."""

    role: str
    text: str
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The documents that a draft follows, by what they are to it, and its marks by path.

    One that a chapter is begun from is by the chapter's path: what it is to the draft.
    """

    documents: Mapping[str, Document] = field(default_factory=lambda: MappingProxyType({}))
    marks: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}))
    sheets: tuple[Document, ...] = ()
    """The reports that are sheets of it, where there are several: one of each insatsägare."""
    asking: tuple[Document, ...] = ()
    """The rekvisitioner of its insats, of a draft that tells what has been asked for in all."""
    kept: dict[tuple[str, str, Years], Mapping[str, Came]] = field(default_factory=dict, compare=False, repr=False)
    """What each gives to a form, by its fingerprint, and to the years that it is about."""

    @property
    def application(self) -> Document | None:
        return self.documents.get(APPLICATION)

    @property
    def previous(self) -> Document | None:
        return self.documents.get(PREVIOUS)

    def coming(self, mall: Mall, years: Years = ()) -> Mapping[str, Came]:
        """Path of the follower → what comes to it. Where both give the same it is from the last report; where they differ the
        application decides, but for what is worked out for the start: a report begins where the last one ended. `years`: the calendar
        years that the follower is about, as far as they are known. What a report that is a sheet of it says stands before both.
        What has been asked for in all is what the rekvisitioner come to.
        """
        own, last, sheet = (self.given(mall, role, years) for role in (APPLICATION, PREVIOUS, SHEET))
        decided = {
            path: one
            for path, one in own.items()
            if path not in last or (last[path].text != one.text and not last[path].once)
        }
        both = {**last, **decided}
        several = len(self.sheets) > 1  # then each tells of its part, and what the application says is of the whole
        fetched = {
            path: one
            for path, one in sheet.items()
            if path not in both or (both[path].text != one.text and not several)
        }
        parts = {path: one for part in self.parts for path, one in self.given(mall, part, years).items()}
        return {**both, **fetched, **parts, **self.given(mall, CLAIMS, years)}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the rekvisitioner of the insats ask for, in the order that they were begun."""
        return tuple(claim for one in self.asking for at in answers(one) for claim in at.field.asked_for(at))

    @property
    def parts(self) -> list[str]:
        """The paths of the chapters that are begun from a draft each."""
        return [one for one in self.documents if one not in SAID]

    def given(self, mall: Mall, role: str, years: Years = ()) -> Mapping[str, Came]:
        """What one of them gives to a form."""
        key = mall.fingerprint, role, years
        if key not in self.kept:
            self.kept[key] = {one.path: Came(role, one.text, one.once) for one in self._given(mall, role, years)}
        return self.kept[key]

    def _given(self, mall: Mall, role: str, years: Years) -> Iterator[Taken]:
        document = self.documents.get(role)
        if role == CLAIMS:
            yield from claimed_in_all(mall, self.claims)
        elif document is not None and role not in SAID:
            yield from begun_part(mall, role, document, years)
        elif role == SHEET and len(self.sheets) > 1:
            yield from of_sheets(mall, self.sheets)
        elif document is not None:
            for one in mall.fields():
                there = one.from_sheet if role == SHEET else one.comes_from(role == PREVIOUS)
                source = Source(document, there, role == PREVIOUS, years, sheet=role == SHEET)
                for taken in one.taken(one.id, source) if there else ():
                    yield taken._replace(text=in_words(taken.text, document))


NOBODY = Followed()


def in_words(text: str, document: Document) -> str:
    """A text of a followed document: its living amounts are that document's, and stand as they are said there."""
    if BEGINS not in text:
        return text
    resolve = References(document).resolve
    return REFERENCE.sub(lambda found: resolve(found[1]) or found[0], text)


def begun(mall: Mall, followed: Followed) -> tuple[dict[str, str], dict[str, Mark]]:
    """What a new draft begins with, and where it is from. A list that gets rows has no empty ones of its own."""
    first = Document(mall, {path: one.text for path, one in followed.coming(mall).items()})
    came = followed.coming(mall, years_of(first))
    filled = {list_of(path) for path in came if path.endswith("/" + PLACE)}
    own = {path: text for path, text in mall.start_values().items() if not any(inside(path, one) for one in filled)}
    marks = {path: Mark(one.role, one.text) for path, one in came.items() if not one.once}
    return own | {path: one.text for path, one in came.items()}, marks


def begun_part(mall: Mall, part: str, document: Document, years: Years = ()) -> Iterator[Taken]:
    """What a chapter at a path is begun with from a draft about it, and what stands about it elsewhere. `years`: as in `coming`."""
    field = mall.field(part.partition("/")[0])
    for taken in field.part_taken(mall, part, document, years) if field else ():
        yield taken._replace(text=in_words(taken.text, document))


def of_sheets(mall: Mall, sheets: tuple[Document, ...]) -> Iterator[Taken]:
    """What several reports that are sheets of one say together."""
    for one in mall.fields():
        given = [
            Given(
                whose(document),
                tuple(
                    taken._replace(text=in_words(taken.text, document))
                    for taken in one.taken(one.id, Source(document, one.from_sheet, False, sheet=True))
                ),
            )
            for document in sheets
        ]
        yield from one.together(one.id, given) if one.from_sheet else ()


def whose(document: Document) -> str:
    """The insatsägare of a report: «Älvkarleby kommun»."""
    return ", ".join(one.name for one in parties_of(document, "owners") if one.name)


def tells_claims(mall: Mall) -> bool:
    """Does a form ask what has been asked for in all?"""
    return any(one.claimed_at for one in mall.fields())


def claimed_in_all(mall: Mall, claims: tuple[Claim, ...]) -> Iterator[Taken]:
    """What is told of it where some rekvisitioner ask for something."""
    for one in mall.fields() if claims else ():
        if one.claimed_at:
            yield Taken(f"{one.id}/{one.claimed_at}", str(sum(claim.kronor for claim in claims)))


def can_begin_part(mall: Mall, field: Kind) -> bool:
    """Is a form about an insats, so that a chapter can be begun from a draft of it?"""
    return mall.family in (ANSOKAN, RAPPORT) and mall.of_role(DIARIENUMMER) is not None and field.part_begins(mall)


def years_of(document: Document) -> Years:
    """The calendar years that a report is about."""
    period = report_period(document)
    return tuple(range(period.start.year, period.end.year + 1)) if period else ()


def list_of(place: str) -> str:
    """The path of the rows that a row's place is among."""
    return place.rsplit("/", 2)[0]


def inside(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}/")


class Changed(NamedTuple):
    """Something that is another in a followed document since it was last taken: a value, or a whole row that came or went."""

    path: str
    """Of the value or of the row."""
    role: str
    row: bool
    now: str
    """How it stands there; of a row its texts. Empty when it is gone there."""
    values: Mapping[str, str]
    """Path → text: what is written to take it in."""
    marks: Mapping[str, Mark | None]
    """What is remembered when it is taken in or let be; None is nothing any more."""


def changes(document: Document, followed: Followed) -> tuple[Changed, ...]:
    """In the form's order. What stands here already as it stands there is none."""
    if not (followed.documents or followed.asking):
        return ()
    mall, marks = mall_of(document), followed.marks
    coming = {path: one for path, one in followed.coming(mall, years_of(document)).items() if not one.once}
    gone = [path for path, mark in marks.items() if path not in coming and mark.role in followed.documents]
    news = rows_of(path for path in coming if path not in marks)
    lost = rows_of(gone)
    found = [
        *(row_that_came(row, coming) for row in news),
        *(row_that_went(row, marks) for row in lost),
        *(
            value_changed(path, marks.get(path), coming.get(path))
            for path in (*coming, *gone)
            if not path.endswith("/" + PLACE) and not any(inside(path, row) for row in (*news, *lost))
        ),
    ]
    order = {one.id: number for number, one in enumerate(mall.fields())}
    return tuple(
        sorted(
            (one for one in found if one is not None and differs(document, one)),
            key=lambda one: order.get(one.path.partition("/")[0], -1),
        )
    )


def rows_of(paths: Iterator[str] | list[str]) -> list[str]:
    """The rows whose places are among some paths; of rows inside rows the outermost."""
    rows = sorted(path.removesuffix("/" + PLACE) for path in paths if path.endswith("/" + PLACE))
    outer: list[str] = []
    for row in rows:
        if not outer or not inside(row, outer[-1]):
            outer.append(row)
    return outer


def row_that_came(row: str, coming: Mapping[str, Came]) -> Changed:
    values = {path: one for path, one in coming.items() if inside(path, row)}
    texts = [one.text for path, one in values.items() if not path.endswith(PLACE)]
    return Changed(
        path=row,
        role=coming[f"{row}/{PLACE}"].role,
        row=True,
        now=" · ".join(texts),
        values={path: one.text for path, one in values.items()},
        marks={path: Mark(one.role, one.text) for path, one in values.items()},
    )


def row_that_went(row: str, marks: Mapping[str, Mark]) -> Changed:
    """Only its place is emptied, as whenever a row is removed: it can be taken back."""
    return Changed(
        path=row,
        role=marks[f"{row}/{PLACE}"].role,
        row=True,
        now="",
        values={f"{row}/{PLACE}": ""},
        marks={path: None for path in marks if inside(path, row)},
    )


def value_changed(path: str, mark: Mark | None, came: Came | None) -> Changed | None:
    if came is None:
        assert mark is not None
        return Changed(path, mark.role, False, "", {path: ""}, {path: None})
    if mark is not None and mark.text == came.text:
        return None
    return Changed(path, came.role, False, came.text, {path: came.text}, {path: Mark(came.role, came.text)})


def differs(document: Document, change: Changed) -> bool:
    """Would it make a difference here? Nothing is told of rows that somebody has removed here."""
    if change.row and not change.now:
        return any(document.text(path) for path in change.values)
    if not change.row:
        found = answer_at(document, change.path)
        if found is None or not found[0].place(found[1]).stands:
            return False
    return any(document.text(path) != text for path, text in change.values.items() if not path.endswith(PLACE))


def can_follow(mall: Mall, document: Document) -> bool:
    """Can a draft of this form follow one like this? A report follows an application that has something to give to it; what is
    written again and again follows itself, and a report others about an insats with a number of its own."""
    source = mall_of(document)
    if source.family == ANSOKAN:
        return mall.family == RAPPORT and any(gives(source, one) for one in mall.fields())
    if mall.id == source.id:
        return mall.family in (RAPPORT, ANALYS)
    return mall.family == source.family == RAPPORT and all(one.of_role(DIARIENUMMER) for one in (mall, source))


def is_sheet_of(mall: Mall, document: Document) -> bool:
    """Is a document like this a sheet of a report of this form, written by itself? It has all that the form says comes from there."""
    wanted = [one.from_sheet for one in mall.fields() if one.from_sheet]
    has = [mall_of(document).field(path.partition("/")[0]) for path in wanted]
    return bool(wanted) and all(has) and not any(one.from_sheet for one in mall_of(document).fields())


def same_part(one: Document, other: Document) -> bool:
    """Do two reports that are sheets of the same tell of the same part of it? Only those of different insatsägare don't."""
    owners, others = ({same_name(party.name) for party in parties_of(found, "owners")} for found in (one, other))
    return not owners or not others or bool(owners & others)


def fits_in(document: Document, change: Changed) -> bool:
    """Would it write over nothing that stands here?"""
    return not any(document.text(path) for path in change.values)


def gives(application: Mall, one: Kind) -> bool:
    """Has the application what a field of a report is begun with?"""
    return bool(application.field(one.comes_from(False).partition("/")[0]))


def followed_by(document: Document) -> str:
    """What a draft is to those that follow it."""
    return APPLICATION if mall_of(document).family == ANSOKAN else PREVIOUS
