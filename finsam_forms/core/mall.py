"""A form definition (mall): sections, fields, fixed texts, the förbund's settings. Read by core/mall_reader.py, frozen at start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from .fields import BudgetField, Field, Leaf, Line, LongText, Parties

RESERVED: Mapping[str, Leaf] = MappingProxyType(
    {
        "_titel": Line(id="_titel", label="Namn på utkastet"),
        "_notes": LongText(id="_notes", label="Att göra"),
    }
)
"""What a group keeps about a draft beside the form's own questions. Never printed, not in the fingerprint."""
NOTE_PARTS = ("text", "av", "klar")
"""What is to be done, who wrote it, who ticked it off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoRate:
    """PO-pålägg of one year, in hundredths of a percent. Source: SKR's standard rates for budgeting."""

    year: int
    kommun: int
    region: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a förbund decides. None = not given, and every check that needs it is off (granska.md)."""

    max_amount: int | None = None
    """Largest amount that can be applied for, whole kronor."""
    overhead_cap: int | None = None
    """Largest share of overhead, hundredths of a percent."""
    days_before_board: int | None = None
    monthly_pay_low: int | None = None
    monthly_pay_high: int | None = None
    po_rates: tuple[PoRate, ...] = ()

    def po_rate(self, year: int, employer: str) -> int | None:
        """The rate of a year for `kommun` or `region`, hundredths of a percent; None when it is not known here."""
        rate = next((rate for rate in self.po_rates if rate.year == year), None)
        return None if rate is None else {"kommun": rate.kommun, "region": rate.region}.get(employer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What a good answer holds, an example sentence, the usual mistake. Our words, not the form's."""

    good: str
    example: str = ""
    mistake: str = ""
    length: str = ""
    """How long it usually is: «50–100 ord»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered heading of the form with its fields."""

    id: str
    number: str = ""
    heading: str
    short: str
    """Its name in the list of sections."""
    help: Help | None = None
    fields: tuple[Field, ...] = ()
    annex: str = ""
    """«Bilaga 1» when it is printed as an annex."""
    landscape: bool = False
    new_page: bool = False

    @property
    def wide(self) -> bool:
        """Does the editor need the whole width?"""
        return any(isinstance(field, BudgetField) for field in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mall:
    """A whole form. `files` are the texts it was read from: every draft keeps a copy, so that an upgrade changes no old draft."""

    id: str
    version: str
    title: str
    description: str
    forbund: str
    title_path: str = "_titel"
    """The value that names the document: `insatsens_namn`."""
    order: int = 100
    """Its place among the forms offered."""
    valid_from: date | None = None
    footnote: str = ""
    sections: tuple[Section, ...]
    settings: Settings = Settings()
    files: Mapping[str, str]
    fingerprint: str
    """SHA-256 of `files`."""

    def fields(self) -> Iterator[Field]:
        for section in self.sections:
            yield from section.fields

    def field(self, field_id: str) -> Field | None:
        return next((field for field in self.fields() if field.id == field_id), None)

    def of_role(self, role: str) -> Field | None:
        """The field that is this in the form."""
        return next((field for field in self.fields() if field.role == role), None)

    def section(self, section_id: str) -> Section | None:
        return next((section for section in self.sections if section.id == section_id), None)

    def section_of(self, path: str) -> Section | None:
        """The section that a path belongs to; `_notes/<section>/…` belongs to that section."""
        first, _, rest = path.partition("/")
        if first == "_notes":
            return self.section(rest.partition("/")[0])
        return next((part for part in self.sections if any(field.id == first for field in part.fields)), None)

    def parties_fields(self) -> Iterator[Parties]:
        return (field for field in self.fields() if isinstance(field, Parties))

    def budget(self) -> BudgetField | None:
        return next((field for field in self.fields() if isinstance(field, BudgetField)), None)

    def leaf_at(self, path: str) -> Leaf | None:
        """What kind of value a path holds; None when the form has no such place."""
        first, *rest = path.split("/")
        if first in RESERVED:
            return RESERVED[first] if self.is_reserved_place(first, rest) else None
        field = self.field(first)
        return field.leaf_at(tuple(rest)) if field else None

    def is_reserved_place(self, first: str, rest: list[str]) -> bool:
        """`_titel` alone, and `_notes/<section>/<note>/<part>`: nothing may be written beside them."""
        if first != "_notes":
            return not rest
        return len(rest) == 3 and rest[2] in NOTE_PARTS and self.section(rest[0]) is not None

    def start_values(self) -> dict[str, str]:
        """What a new draft holds before anybody has written: its first empty rows."""
        return {path: text for field in self.fields() for path, text in field.start_values(field.id)}


__all__ = ["RESERVED", "Help", "Mall", "PoRate", "Section", "Settings"]
