"""What the page of a file beside a draft shows: each difference with its words, as people see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..core.checks import place_name
from ..core.mall import Section
from ..core.merge import Part, word_diff
from ..core.party import Party
from ..core.references import References
from ..incoming.brought import Stranger, Unplaced
from ..incoming.chosen import ROWS, WRITTEN
from ..incoming.difference import Changed, Comparison, Difference, What
from ..live.desk import Sheet
from .pages import DraftPage
from .prose import as_seen


@dataclass(frozen=True, slots=True)
class Words:
    """A text that becomes another."""

    before: str
    now: str
    prose: bool
    """Is it compared word by word (`incoming.chosen.WRITTEN`)?"""

    @property
    def parts(self) -> tuple[Part, ...]:
        if self.prose:
            return word_diff(self.before, self.now)
        whole = (("removed", self.before), ("same", " "), ("added", self.now))
        return tuple(Part(kind, text) for kind, text in whole if text)

    @property
    def looks_only(self) -> bool:
        return bool(self.now) and self.before == self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A difference on the page."""

    key: str
    name: str
    chosen: bool
    """Is it ticked when the page comes, to be taken in with the others?"""
    words: Words | None
    """What would be changed here; None for a row or an order."""
    theirs: Words | None
    """What has been changed here since the file was made, where that has to be known to choose."""
    files: Words | None
    """What the file changed, where the choice is between the two or both."""
    said: str
    """«ny rad»; empty for a value."""
    inside: Sequence[tuple[str, str]]
    """What stands in a row that comes, or goes: (name, text); without a name it is what the row is."""
    asked: Sequence[str]
    """Sentences about what to look at before it is taken in."""
    button: str
    """What its own button says."""
    both: bool
    """Both changes can be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtPage(DraftPage):
    token: str
    file: str
    """The file's name."""
    groups: Sequence[tuple[Section | None, Sequence[Seen]]]
    strangers: Sequence[Stranger]
    """Parties of the file that the draft has not."""
    parties: Sequence[Party]
    answers: Mapping[str, str]
    """What has been said about them: incoming/whose.py."""
    facts: Sequence[str]
    doubts: Sequence[str]
    unplaced: Sequence[Unplaced]
    chosen: int
    """How many are ticked."""
    left: int
    """How many are not."""
    none_chosen: bool
    """Did somebody just ask to take in nothing?"""
    done: int | None
    """How many were just taken in."""
    passed: int
    """How many of the chosen were left: somebody changed the same just then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BringPage(DraftPage):
    """Where a file is chosen."""

    fault: str
    """Why a file could not be read."""
    faults: Sequence[tuple[str, str]]
    done: int | None
    file: str


ALL, NONE = "alla", "inga"
BOTH = "Ändrat både här och i filen."
BOTH_BUTTON = "Ta in båda ändringarna"
BUTTONS = {
    What.NEW_ROW: "Lägg till raden",
    What.GONE_ROW: "Ta bort raden",
    What.ROW_BACK: "Ta tillbaka raden som i filen",
    What.ORDER: "Byt ordning",
    What.NOTE: "Gör en anteckning",
}


def groups_of(sheet: Sheet, found: Comparison, choice: str = "") -> list[tuple[Section | None, Sequence[Seen]]]:
    """By section, in the form's order; what is about the whole document first. `choice`: ALL or NONE; else those are ticked that are
    clear."""
    mall = sheet.mall
    by_section: dict[str, list[Seen]] = {}
    references = References(found.after)
    for one in found.differences:
        section = mall.section_of(one.path) or mall.section(one.path)
        by_section.setdefault(section.id if section else "", []).append(
            seen(one, sheet, found, references, ticked=one.clear if choice not in (ALL, NONE) else choice == ALL)
        )
    sections = [None, *mall.sections]
    return [(one, by_section[key]) for one in sections if (key := one.id if one else "") in by_section]


def seen(one: Difference, sheet: Sheet, found: Comparison, references: References, *, ticked: bool) -> Seen:
    leaf = found.after.mall.leaf_at(one.path)

    def between(before: str, now: str) -> Words:
        was, became = (as_seen(found.after, one.path, text, references) for text in (before, now))
        return Words(was, became, prose=bool(leaf and leaf.topic in WRITTEN))

    words = theirs = files = None
    if one.what is What.NOTE:
        words = Words("", one.file, prose=True)
    elif one.what is What.VALUE:
        words = between(one.here, one.file if one.merged is None else one.merged)
        if one.changed is Changed.BOTH:
            theirs, files = between(one.base, one.here), between(one.base, one.file)
    return Seen(
        key=one.key,
        name=one.name,
        chosen=ticked,
        words=words,
        theirs=theirs,
        files=files,
        said=ROWS.get(one.what, ""),
        inside=[*inside(one, sheet, found, references)],
        asked=[*one.asked, *filter(None, [BOTH if one.changed is Changed.BOTH else ""])],
        button=BOTH_BUTTON if one.merged is not None else BUTTONS.get(one.what, "Ta in"),
        both=one.merged is not None,
    )


def inside(one: Difference, sheet: Sheet, found: Comparison, references: References) -> Iterator[tuple[str, str]]:
    """What stands in the row: as it comes, or as it stands here when it goes; for an order the rows, as they would stand."""
    if one.what is What.ORDER:
        after = sheet.document.replace(dict(one.values))
        for number, row in enumerate(after.rows(one.path), 1):
            yield f"{number}", place_name(after, f"{one.path}/{row}")
    elif one.what not in (What.VALUE, What.NOTE):
        document = sheet.document if one.what is What.GONE_ROW else found.after
        field = document.mall.field(one.path.partition("/")[0])
        for leaf in field.answer(document).leaves():
            if leaf.text() and leaf.path.startswith(f"{one.path}/"):
                name = place_name(document, leaf.path)
                text = as_seen(document, leaf.path, leaf.text(), references)
                yield name.removeprefix(place_name(document, one.path)).lstrip(", "), text
