"""Fields with one value: lines, texts, dates, amounts, choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from .. import dates, email, kronor, markup, percent
from ..reading import Problem, Reading
from .base import Intake, Leaf

if TYPE_CHECKING:
    from datetime import date

    from ..document import Document

NBSP = "\u00a0"


def one_line(typed: str) -> str:
    return " ".join(typed.split())


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
        return dates.format_date(reading.value) if reading.value else typed.strip()


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
        if isinstance(data, int) and not isinstance(data, bool):
            Leaf.from_json(self, str(data), path, intake)
        elif isinstance(data, float):
            intake.fault(path, "beloppet ska vara ett heltal i kronor, utan decimaler")
        else:
            Leaf.from_json(self, data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


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
            return typed.strip()
        return percent.format_percent(reading.value).removesuffix("%").strip().replace(NBSP, "").replace("\u2212", "-")

    def show(self, text: str) -> str:
        reading = self.read(text)
        return text if reading.value is None else percent.format_percent(reading.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Leaf):
    """A whole number, such as a count of participants."""

    type: ClassVar[str] = "number"

    def read(self, text: str) -> Reading[int]:
        compact = text.replace(" ", "").replace(NBSP, "")
        if not compact:
            return Reading()
        if compact.isascii() and compact.removeprefix("-").isdigit() and len(compact) <= 12:
            return Reading(int(compact))
        return Reading(problem=Problem(f"”{text}” är inte ett helt antal. Skriv bara siffror."))

    def canonical(self, typed: str) -> str:
        reading = self.read(typed)
        return typed.strip() if reading.value is None else str(reading.value)

    def to_json(self, document: Document, path: str) -> Any:
        return as_whole_number(document.text(path))

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        whole = isinstance(data, int) and not isinstance(data, bool)
        Leaf.from_json(self, str(data) if whole else data, path, intake)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Leaf):
    """One of a few given answers."""

    type: ClassVar[str] = "choice"
    options: tuple[str, ...] = ()

    def read(self, text: str) -> Reading[str]:
        if text and text not in self.options:
            return Reading(
                problem=Problem(f"”{text}” finns inte bland svaren. Välj ett av: {', '.join(self.options)}.")
            )
        return Reading(text or None)

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if isinstance(data, str) and data and data not in self.options:
            intake.fault(path, f"”{data}” finns inte bland svaren. Välj ett av: {', '.join(self.options)}")
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
        return typed.strip()
