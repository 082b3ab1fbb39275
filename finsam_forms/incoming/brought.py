"""What a file says, before anything of it is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from ..core.following import Follows


class Refused(Exception):
    """A file that can't be read, in a Swedish sentence that is said as it is.

    `faults`: (place, sentence) of each thing that is wrong, where the file has places to tell; the sentence alone says enough.
    """

    def __init__(self, sentence: str, faults: Sequence[tuple[str, str]] = ()):
        super().__init__(sentence)
        self.sentence = sentence
        self.faults = tuple(faults)


class WhichForm(Refused):
    """The file is nobody's in particular: it can be read when it is said which form, or which draft, it is to be read as."""

    def __init__(self) -> None:
        super().__init__("Filen säger inte vilket formulär den hör till. Läs in den i ett utkast som finns.")


class Comment(NamedTuple):
    """What somebody has written in the margin of the file."""

    path: str
    """Of the field or the section that it stands at; "" is the whole document."""
    author: str
    text: str


class Unplaced(NamedTuple):
    """Words that stand where the form has no place for them."""

    where: str
    """«Under rubriken 5 Syfte»."""
    words: str


class Doubt(NamedTuple):
    """Something understood that is asked about before it is taken in."""

    path: str
    """Of the value, the row or the field; "" is the whole file."""
    sentence: str


class Stranger(NamedTuple):
    """A party in the head of a column that the draft has not."""

    path: str
    """Of the row that it would be: `insatsagare/7f3a`."""
    name: str

    @property
    def row(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What was understood. Values are as a person would type them: the form reads and tidies them when they are compared."""

    form: str | None
    """The id of the form; None when a foreign file doesn't say."""
    form_mark: str = ""
    """The fingerprint of that version of the form."""
    draft: str = ""
    """The number of the draft that the file was made from; "" is not ours, or not told."""
    change: str = ""
    """The number of the last change of that draft when the file was made; "" is not told."""
    fingerprint: str = ""
    """SHA-256 of the document as it was exported."""
    base: Mapping[str, str] | None = None
    """Path → stored text as exported; None when the file doesn't tell."""
    values: Mapping[str, str]
    """Path → the text as it stands in the file, of the paths that it speaks of. A row that is gone: its `_plats` is "". A new row: a
    new id with a `_plats`, and its values."""
    whole: bool = False
    """Does it hold the whole document, so that what it does not say is empty there?"""
    comments: tuple[Comment, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    """Parties that are rows among the values, and about which somebody can say something else (`incoming.whose`)."""
    said: tuple[str, ...] = ()
    """Sentences to tell: «Filen hade spårade ändringar; den godkända texten gäller.»"""
    stated: Mapping[str, Any] = field(default_factory=dict)
    """What the file states itself and ours computes, when it is another (`core.checks.AsRead.stated`)."""
    follows: Follows = field(default_factory=dict)
    """The documents that it follows, where the file tells."""

    def along_with(self, budget: Brought) -> Brought:
        """With what another reader has understood of the file's budget."""
        return replace(
            self,
            values={**self.values, **budget.values},
            unplaced=self.unplaced + budget.unplaced,
            doubts=self.doubts + budget.doubts,
            strangers=budget.strangers,
            said=self.said + budget.said,
        )


def sentences(brought: Brought) -> Iterator[str]:
    """All that there is to tell about a file beside its values, for those who can only be told."""
    yield from brought.said
    for doubt in brought.doubts:
        yield f"Tveksamt: {doubt.sentence}"
    for one in brought.unplaced:
        yield f"{one.where} står något som inte har någon plats i formuläret: {one.words}"
    for comment in brought.comments:
        yield f"Kommentar av {comment.author or 'någon'}: {comment.text}"
