"""Fields with one value: lines, texts, dates, amounts, choices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from .. import dates, email, kronor, markup, percent
from ..reading import Problem, Reading, shortened, squeezed
from .base import Intake, Leaf

if TYPE_CHECKING:
    from datetime import date

    from ..document import Document

NBSP = "\u00a0"


CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""No part of any text. What joins and directs letters (emoji, Arabic) stays."""


def one_line(typed: str) -> str:
    return " ".join(CONTROLS.sub("", typed).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Leaf):
    """One line of text."""

    type: ClassVar[str] = "line"

    def canonical(self, typed: str) -> str:
        return one_line(typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText(Leaf):
    """Paragraphs, lists, sub-headings: light markup, see core/markup.py. Merged word by word when two write."""

    type: ClassVar[str] = "long_text"
    rows: int = 10
    """Ruled lines on a blank printed form."""

    def canonical(self, typed: str) -> str:
        return markup.tidy_typed(typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Leaf):
    """A day, stored as ISO."""

    type: ClassVar[str] = "date"

    def read(self, text: str) -> Reading[date]:
        return dates.read_date(text)

    def canonical(self, typed: str) -> str:
        reading = dates.read_date(typed)
        return dates.format_date(reading.value) if reading.value else one_line(typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Leaf):
    """Whole kronor. An expression is kept as it was written and counts as its result."""

    type: ClassVar[str] = "amount"

    def read(self, text: str) -> Reading[int]:
        return kronor.read_kronor(text)

    def canonical(self, typed: str) -> str:
        return kronor.canonical_kronor(typed)

    def show(self, text: str) -> str:
        reading = self.read(text)
        return text if reading.value is None else kronor.format_kronor(reading.value)

    def to_json(self, document: Document, path: str) -> Any:
        return as_whole_number(document.text(path))

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if whole_number(data):
            Leaf.from_json(self, str(data), path, intake)
        elif isinstance(data, float):
            intake.fault(path, "beloppet ska vara ett heltal i kronor, utan decimaler")
        else:
            Leaf.from_json(self, data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


def whole_number(data: Any) -> bool:
    """A whole number of JSON; true and false are none."""
    return isinstance(data, int) and not isinstance(data, bool)


def as_whole_number(text: str) -> int | str | None:
    """'325000' → 325000. What is not a plain whole number stays text, so that nothing is lost on the way."""
    digits = text.removeprefix("-")
    plain = digits.isascii() and digits.isdigit() and len(digits) <= 15 and str(int(text)) == text
    return int(text) if plain else text or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent(Leaf):
    """A share, read as hundredths of a percent."""

    type: ClassVar[str] = "percent"

    def read(self, text: str) -> Reading[int]:
        return percent.read_percent(text)

    def canonical(self, typed: str) -> str:
        reading = percent.read_percent(typed)
        if reading.value is None:
            return one_line(typed)
        return percent.format_percent(reading.value).removesuffix("%").strip().replace(NBSP, "").replace("\u2212", "-")

    def show(self, text: str) -> str:
        reading = self.read(text)
        return text if reading.value is None else percent.format_percent(reading.value)

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        Leaf.from_json(self, str(data) if whole_number(data) else data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Leaf):
    """A whole number, such as a count of participants."""

    type: ClassVar[str] = "number"

    def read(self, text: str) -> Reading[int]:
        compact = squeezed(text).replace(" ", "")
        if not compact:
            return Reading()
        if compact.isascii() and compact.removeprefix("-").isdigit() and len(compact) <= 12:
            return Reading(int(compact))
        return Reading(problem=Problem(f"”{shortened(text)}” är inte ett helt antal. Skriv bara siffror."))

    def canonical(self, typed: str) -> str:
        reading = self.read(typed)
        return one_line(typed) if reading.value is None else str(reading.value)

    def to_json(self, document: Document, path: str) -> Any:
        return as_whole_number(document.text(path))

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        Leaf.from_json(self, str(data) if whole_number(data) else data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Leaf):
    """One of a few given answers."""

    type: ClassVar[str] = "choice"
    options: tuple[str, ...] = ()

    def read(self, text: str) -> Reading[str]:
        return Reading(text or None) if not text or text in self.options else Reading(problem=self.unknown(text))

    def unknown(self, text: str) -> Problem:
        return Problem(f"”{shortened(text)}” finns inte bland svaren. Välj ett av: {', '.join(self.options)}.")

    def canonical(self, typed: str) -> str:
        words = one_line(typed)
        return next((option for option in self.options if option.casefold() == words.casefold()), words)

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        problem = self.read(self.canonical(data)).problem if isinstance(data, str) else None
        if problem:
            intake.fault(path, problem.message.removesuffix("."))
        else:
            Leaf.from_json(self, data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"enum": ["", *self.options]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Email(Leaf):
    """One e-mail address."""

    type: ClassVar[str] = "email"

    def read(self, text: str) -> Reading[str]:
        return email.read_email(text)

    def canonical(self, typed: str) -> str:
        return one_line(typed)
