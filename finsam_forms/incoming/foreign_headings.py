"""The headings of a form in a Word file that is not ours: its own words, or those with something added, which is asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from ..core.document import Document
from ..core.mall import Mall, Section
from .word_text import Block, Paragraph

LONGEST = 200
LONGEST_ALIKE = 80
"""Characters of a heading that is only almost one of the form's: what is longer is somebody's sentence."""
START = 3
"""Letters that a word and what is made of it begin with both."""
FILLING = frozenset(
    (
        *(
            "ange",
            "beskriv",
            "beskrivning",
            "kort",
            "eventuella",
            "planerad",
            "de",
            "den",
            "det",
            "ni",
            "vi",
            "vår",
            "vårt",
            "våra",
        ),
        *("vilka", "vilken", "vilket", "är", "och", "eller", "av", "för", "i", "med", "om", "på", "till"),
        *("insats", "insatsen", "insatsens", "projekt", "projektet", "projektets"),
    )
)
"""Words that say nothing of which heading it is."""
ENDINGS = frozenset(
    ("a", "e", "n", "r", "s", "t", "ar", "arna", "en", "ens", "er", "erna", "et", "ets", "na", "or", "orna")
)
"""What «Målgrupp/er» and «syftet» have more than the form's word."""


class Alike(IntEnum):
    """How much a heading is the form's; the more, the surer."""

    BEGUN = 1
    """It begins with the form's words, and says more: «Metod och arbetssätt»."""
    SAID = 2
    """The same words but for those that say nothing: «Syfte med insatsen»."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`at`: of the block. `section`: None under a heading of the file's own, which is none of the form's."""

    at: int
    section: Section | None
    text: str
    sure: bool
    """Is it the form's own words?"""


@dataclass(frozen=True, slots=True)
class Unsure:
    """A line that may be a heading of the form, and was read as text. `before`: the heading that it stands under."""

    text: str
    before: str
    sections: tuple[Section, ...]


def plain(text: str) -> str:
    """A heading without its number, its star and its signs."""
    words = re.sub(r"^\s*(?:bilaga\s*)?\d*[.)]?\s+(?=\S)", "", f" {text}".casefold())
    return re.sub(r"[\W_]+", "", words.replace("(*)", ""))


class Candidate(NamedTuple):
    """A paragraph that is short enough to be a heading."""

    at: int
    paragraph: Paragraph
    text: str
    plain: str
    said: list[str]
    """The words that tell which heading it is; none of a line that can't be almost one."""


def lines_of(blocks: Iterable[Block]) -> Iterator[Candidate]:
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and 0 < len(text := " ".join(block.text.split())) <= LONGEST:
            sentence = len(text) > LONGEST_ALIKE or text.endswith((".", ",", ";"))
            yield Candidate(at, block, text, plain(text), [] if sentence else telling(text))


def headings(lines: Sequence[Candidate], mall: Mall) -> tuple[list[Heading], list[Unsure]]:
    """Each section at most once, in the order of the file; and the lines that may be more of them, the first for each."""
    exact = own_words(lines, mall)
    labels, names = labels_of(mall), Names.of(mall)
    styles = {one.paragraph.style for one in lines if one.at in exact and one.paragraph.style.startswith("heading")}
    seen = {one.id for one in exact.values()}
    found, unsure = list[Heading](), dict[tuple[str, ...], Unsure]()
    for one in lines:
        if one.at in exact:
            found.append(Heading(one.at, exact[one.at], one.text, sure=True))
        elif one.plain not in labels:
            ways = names.alike(one.said, seen)
            if len(ways) == 1 and looks(one.paragraph):
                seen.add(ways[0].id)
                found.append(Heading(one.at, ways[0], one.text, sure=False))
                continue
            if ways:
                before = found[-1].text if found else ""
                unsure.setdefault(tuple(section.id for section in ways), Unsure(one.text, before, ways))
            if found and one.paragraph.style in styles:
                found.append(Heading(one.at, None, one.text, sure=False))
    return found, [one for one in unsure.values() if any(section.id not in seen for section in one.sections)]


def own_words(lines: Sequence[Candidate], mall: Mall) -> dict[int, Section]:
    """Where the form's own words stand."""
    names, seen, found = names_of(mall), set[str](), dict[int, Section]()
    for one in lines:
        section = names.get(one.plain)
        if section is not None and section.id not in seen:
            seen.add(section.id)
            found[one.at] = section
    return found


def names_of(mall: Mall) -> dict[str, Section]:
    return {plain(name): one for one in mall.sections for name in (one.heading, one.short) if plain(name)}


def labels_of(mall: Mall) -> set[str]:
    """What the form calls its questions and the parts of them: none of these is a heading of a section."""
    document = Document(mall, {})
    answers = [one.answer(document) for one in mall.fields()]
    parts = [part for one in answers for part in (one, *one.parts(), *one.leaves())]
    return {plain(one.field.label) for one in parts if one.field.label}


def looks(line: Paragraph) -> bool:
    """Does it look like a heading: by its style, in bold, or numbered?"""
    bold = all(run.bold for run in line.runs if run.text.strip())
    return line.style.startswith("heading") or bold or bool(re.match(r"\s*\d+[.)]?\s", line.text))


@dataclass(frozen=True, slots=True)
class Names:
    """The words that tell of each heading of a form, by how the first of them begins."""

    by_start: Mapping[str, Sequence[tuple[Section, list[str]]]]

    @classmethod
    def of(cls, mall: Mall) -> Names:
        found: dict[str, list[tuple[Section, list[str]]]] = {}
        for section in mall.sections:
            for words in (telling(section.heading), telling(section.short)):
                if words:
                    found.setdefault(words[0][:START], []).append((section, words))
        return cls(found)

    def alike(self, said: list[str], seen: Collection[str] = ()) -> tuple[Section, ...]:
        """Those whose heading it may be, of those not seen: the likest."""
        ways = self.by_start.get(said[0][:START], ()) if said else ()
        ranked = [(alikeness(said, name), section) for section, name in ways if section.id not in seen]
        top = max((rank for rank, _ in ranked), default=0)
        return tuple({section.id: section for rank, section in ranked if rank == top > 0}.values())


def alikeness(said: list[str], name: list[str]) -> int:
    """An Alike, or 0."""
    if len(said) < len(name) or not all(map(same_word, said, name)):
        return 0
    return Alike.SAID if len(said) == len(name) else Alike.BEGUN


def telling(text: str) -> list[str]:
    """The words that say which heading it is, in small letters."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [one for one in words if one not in FILLING and one not in ENDINGS]


def same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= START and long.startswith(short) and long[len(short) :] in ENDINGS)
