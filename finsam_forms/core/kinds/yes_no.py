"""«Ja» or «Nej» at the field's own path, and a comment at `path/kommentar` when the form has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from ..dates import told_days
from ..document import Form
from ..roles import ESF, LOKUS
from .choice import Choice
from .group import schema_of_parts
from .intake import Intake
from .kind import NOWHERE, Answer, Kind, Lack, Leaf, Place, Rest
from .long_text import LongText

COMMENT = "kommentar"


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Kind):
    """A question that is answered by one of two words."""

    type: ClassVar[str] = "yes_no"
    stays: ClassVar[bool] = False
    roles: ClassVar[frozenset[str]] = frozenset({ESF, LOKUS})
    comment: str = ""
    """The form's words for the comment, such as «Kommentar:»; none when empty."""
    comment_on_no: bool = False
    """A Nej has to be commented on (Bilaga LS)."""

    def idle(self, form: Form) -> Iterator[str]:
        yield from Kind.idle(self, form)
        if self.comment_on_no and not self.comment:
            yield "comment_on_no behöver en ”comment” att skriva i"

    def reply(self) -> Choice:
        return Choice(id=self.id, label=self.label, hint=self.hint, required=self.required, options=("ja", "nej"))

    def comment_leaf(self) -> LongText:
        return LongText(id=COMMENT, label=self.comment, rows=3)

    def leaf_at(self, rest: Rest) -> Leaf | None:
        if not rest:
            return self.reply()
        return self.comment_leaf() if self.comment and rest == (COMMENT,) else None

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        yield Answer(self.reply(), at.path, at.document)
        if self.comment:
            yield at.below(self.comment_leaf(), COMMENT)

    @property
    def echoed(self) -> bool:
        return self.role == LOKUS

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        for lack in Kind.lacks(self, at):
            yield lack._replace(code="G44")

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        if not rest:
            return Place(True)
        return Place(True, (self.comment,), (1,)) if self.leaf_at(rest) else NOWHERE

    def days(self, at: Answer[Any]) -> Iterator[date]:
        """The meetings of LOKUS, where this is the question about it."""
        comment = at.text(COMMENT) if self.role == LOKUS else ""
        return iter(sorted({found.date for found in told_days(comment) if found.date}))

    @property
    def topics(self) -> frozenset[str]:
        return frozenset({Choice.topic, LongText.topic} if self.comment else {Choice.topic})

    def to_json(self, at: Answer[Any]) -> Any:
        found = {"svar": at.text(), COMMENT: at.text(COMMENT)}
        return {key: value for key, value in found.items() if value} or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if intake.known_keys(data, path, {"svar", COMMENT} if self.comment else {"svar"}):
            self.reply().from_json(data.get("svar"), path, intake)
            if self.comment:
                self.comment_leaf().from_json(data.get(COMMENT), f"{path}/{COMMENT}", intake)

    def schema(self) -> dict[str, Any]:
        found = schema_of_parts((), svar=self.reply().schema())
        found["properties"] |= {COMMENT: {"type": "string"}} if self.comment else {}
        return found
