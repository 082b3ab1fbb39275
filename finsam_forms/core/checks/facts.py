"""What the checks ask about a document: its texts, its time. Worked out at most once, and kept while it still holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from ..dates import Period
from ..document import PLACE, Document
from ..following import NOBODY, Followed
from ..kinds.figures import counting, followed, moves_columns
from ..kinds.intake import StatedBlock
from ..kinds.kind import Answer, Kind, Leaf, answers, of_role
from ..mall import Mall, mall_of
from ..references import References
from ..roles import EFFEKTMAL, FINANSIERING
from ..span import insats_period
from ..text_parts import searchable
from .registry import SHOWN

T = TypeVar("T")
TEXTS = frozenset({"texts"})
WORDS = frozenset({"texts", "words", "addresses"})
"""What a person writes."""
ANY, ROW, PARTIES, FIGURES = "any", "row", "names_parties", "figures"
"""Aspects, see `aspects`."""


BLOCKS, FIXED = "_underskriftsblock", "_fasta_texter"
"""Keys beside the sums in what is kept."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """What a document said when it was read in that ours computes or takes from the form."""

    sums: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """The document's own sums, see `checks.kinds.budget_sums`."""
    blocks: Mapping[str, tuple[StatedBlock, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Path of the signatures → each block there, when they are known; at "" those of nobody who was a party."""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Id of a fixed text → how it stood; "" when only its fingerprint was told, and that is another."""

    @classmethod
    def of(cls, stated: Mapping[str, Any]) -> AsRead:
        """What is kept beside a draft that was read in, see `stated`."""
        blocks = {
            path: tuple(
                StatedBlock(*map(str, block)) for block in listed if isinstance(block, list) and len(block) == 2
            )
            for path, listed in mapping(stated.get(BLOCKS)).items()
            if isinstance(listed, list)
        }
        texts = {path: text for path, text in mapping(stated.get(FIXED)).items() if isinstance(text, str)}
        return cls({key: value for key, value in stated.items() if key not in (BLOCKS, FIXED)}, blocks, texts)

    @property
    def stated(self) -> dict[str, Any]:
        """As JSON data: the sums under their own keys, the rest under its."""
        blocks = {path: [list(block) for block in listed] for path, listed in self.blocks.items()}
        return {
            **self.sums,
            **({BLOCKS: blocks} if blocks else {}),
            **({FIXED: dict(self.texts)} if self.texts else {}),
        }


def mapping(found: Any) -> Mapping[str, Any]:
    return found if isinstance(found, Mapping) else {}


class Prose(NamedTuple):
    """A text that somebody has written. `words` is its beginning made ready for searching, place by place the same."""

    path: str
    raw: str
    words: str
    field: Kind


MOST_CHECKED = 200_000
"""Characters of a text that the checks read, some 80 pages: no text can keep them busy for long (G54 says where they stopped)."""


def prose_of(path: str, raw: str, one: Kind) -> Prose:
    return Prose(path, raw, searchable(raw[:MOST_CHECKED]), one)


class Facts:
    """A document as the checks see it."""

    def __init__(
        self,
        document: Document,
        *,
        as_read: AsRead | None = None,
        followed: Followed = NOBODY,
    ):
        self.document = document
        self.mall: Mall = mall_of(document)
        self.as_read = as_read or AsRead()
        self.followed = followed
        """What a report follows."""
        self._worked: dict[Callable[[Facts], Any], Any] = {}

    def text(self, path: str) -> str:
        return self.document.text(path)

    @cached_property
    def references(self) -> References:
        """Everything that the texts can refer to."""
        return References(self.document)

    @cached_property
    def written_below(self) -> Counter[str]:
        """How many values are written below a path, by path: of a row, its cells."""
        steps = (path.split("/") for path, text in self.document.values.items() if text and not path.endswith(PLACE))
        return Counter("/".join(parts[:end]) for parts in steps for end in range(1, len(parts)))

    def of(self, work: Callable[[Facts], T]) -> T:
        """What the rules about one kind work out of the document, once for all of them."""
        if work not in self._worked:
            self._worked[work] = work(self)
        found: T = self._worked[work]
        return found

    def of_role(self, role: str) -> Answer[Kind] | None:
        """The answer that is this in the form."""
        field = self.mall.of_role(role)
        return field.answer(self.document) if field else None

    def each_of_role(self, role: str) -> Iterator[Answer[Kind]]:
        """The answers that are this: in the form, and in each of its chapters."""
        return (at for one in answers(self.document) for at in of_role(one, role))

    @property
    def noun_first(self) -> str:
        """The form's own word, as it begins a sentence: «Ansökan»."""
        return self.mall.noun[:1].upper() + self.mall.noun[1:]

    @cached_property
    def afterwards(self) -> frozenset[str]:
        """The paths of lists about what will be seen when the insats is over."""
        inner = (part for at in answers(self.document) if at.field.nests for part in at.parts())
        return frozenset(part.path for part in inner if part.field.role == EFFEKTMAL)

    @cached_property
    def period(self) -> Period | None:
        """The planned time of the insats."""
        return insats_period(self.document)

    @cached_property
    def texts(self) -> tuple[Prose, ...]:
        """Every long text that holds something, in the form's order."""
        return tuple(self._prose(TEXTS))

    @cached_property
    def all_words(self) -> tuple[Prose, ...]:
        """Every text that a person writes, lines and labels of the budget too."""
        return tuple(self._prose(WORDS))

    def searchable(self, path: str) -> str:
        """The beginning of a text, as much of it as is checked, made ready for searching."""
        return searchable(self.text(path)[:MOST_CHECKED])

    @cached_property
    def own_words(self) -> tuple[Prose, ...]:
        """What the group writes beside the form: the draft's name and the notes."""
        paths = sorted(path for path in self.document.values if path == "_titel" or path.startswith("_notes/"))
        leaves = ((path, self.mall.leaf_at(path)) for path in paths)
        return tuple(
            prose_of(path, self.text(path), leaf)
            for path, leaf in leaves
            if leaf is not None and self.text(path).strip()
        )

    def subjects(self, each: str) -> tuple[Prose, ...]:
        """The texts that a check is asked about one by one, see `registry.check`."""
        if each == "words":
            return self.all_words
        if each == "own":
            return self.own_words
        return self.texts if each == "text" else self.finance

    def _prose(self, topics: frozenset[str]) -> Iterator[Prose]:
        for leaf, one in self.leaves(topics):
            raw = leaf.text()
            if raw.strip():
                yield prose_of(leaf.path, raw, one)

    def leaves(self, topics: frozenset[str]) -> Iterator[tuple[Answer[Leaf], Kind]]:
        """Every value whose text is about one of these topics, and the field that it stands in."""
        for at in answers(self.document):
            if topics & at.field.topics:
                for leaf in at.leaves():
                    if leaf.field.topic in topics:
                        yield leaf, at.field

    @cached_property
    def finance(self) -> tuple[Prose, ...]:
        """The budget in words («Ange budget/finansiering»), when something is written."""
        at = self.of_role(FINANSIERING)
        return (prose_of(at.path, at.text(), at.field),) if at and at.begun else ()


def aspects(document: Document, path: str) -> frozenset[str]:
    """What a change at a path of the form touches. What the group keeps for itself touches nothing.

    | aspect | a change of |
    |---|---|
    | `any` | any answer |
    | `title` | what the document is called |
    | `#<role>` | the field that is this in the form, or whose questions are in each of its parts |
    | `in:<topic>` | a field where texts of this topic can stand: their text, their row, what their row is called |
    | `row` | a cell of a row that comes and goes, or the row itself; what decides the columns of tables |
    | `shown` | a field that decides which sections are shown: every rule reads it |
    | `names_parties`, `figures` | a field that names parties, or the columns of a table; a field that computes |
    | `<type>` | a field of this kind: for the rules of the kind itself, in checks/kinds/ |
    """
    mall = mall_of(document)
    first, *rest = path.split("/")
    one = mall.field(first)
    found = {"title"} if path in mall.names else set()
    if one is None:
        return frozenset(found)
    found |= {ANY, *one.types, *(f"#{role}" for role in one.all_roles), *(f"in:{topic}" for topic in one.topics)}
    moved = moves_columns(document, path)
    questions = {
        ROW: moved or any(one.rows_at(tuple(rest[:end])) for end in range(len(rest))),
        PARTIES: one.names_parties or one.id in followed(document),
        FIGURES: moved or one in counting(document),
        SHOWN: first in mall.deciders,
    }
    return frozenset(found | {aspect for aspect, yes in questions.items() if yes})
