"""Reads a form definition from TOML into frozen dataclasses, or says in one sentence what is wrong with it."""

from __future__ import annotations

import dataclasses
import hashlib
import tomllib
from collections.abc import Mapping
from datetime import date
from types import UnionType
from typing import Any, ClassVar, TypeVar, Union, get_args, get_origin, get_type_hints

from .fields import KINDS, CostTable, Field, FixedText, GoalList, LineGroup, Signatures, TableRow
from .mall import Help, Mall, PoRate, Section, Settings
from .percent import read_percent

T = TypeVar("T")
FIELD_KINDS_INSIDE = {"column"}
"""TOML keys below a field whose entries are fields of any kind; the others have one class each."""
PART_CLASSES: Mapping[str, type] = {"list": GoalList, "row": TableRow, "table": CostTable, "group": LineGroup}


class MallFault(Exception):
    """A form definition that can't be used: file, place and fault in one Swedish sentence."""

    def __init__(self, file: str, place: str, fault: str):
        super().__init__(f"Formuläret {file} går inte att använda. {place}: {fault}.")
        self.file, self.place, self.fault = file, place, fault


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Reads one file; `files` holds it and the fixed texts beside it, by name."""

    file: str
    files: Mapping[str, str]

    def fault(self, place: str, fault: str) -> MallFault:
        return MallFault(self.file, place, fault)

    def mall(self) -> Mall:
        data = self.toml()
        sections = self.list_of(data, "section", "formuläret")
        data["sections"] = tuple(self.section(item, f"avsnitt {n}") for n, item in enumerate(sections, 1))
        if not data["sections"]:
            raise self.fault("formuläret", "har inga avsnitt. Lägg till minst ett [[section]]")
        data["settings"] = self.settings(data.get("settings", {}))
        used = {field.file for section in data["sections"] for field in section.fields if isinstance(field, FixedText)}
        kept = {name: self.files[name] for name in sorted({self.file, *used})}
        mall = self.build(Mall, {**data, "files": kept, "fingerprint": fingerprint_of(kept)}, "formuläret")
        self.check_whole(mall)
        return mall

    def toml(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.files[self.file])
        except tomllib.TOMLDecodeError as error:
            raise self.fault("filen", f"är inte giltig TOML ({swedish_toml_fault(str(error))})") from None

    def list_of(self, data: dict[str, Any], key: str, place: str) -> list[dict[str, Any]]:
        items = data.pop(key, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise self.fault(place, f"”{key}” ska skrivas som [[…{key}]]")
        return items

    def section(self, data: dict[str, Any], place: str) -> Section:
        place = f"avsnittet ”{data['id']}”" if isinstance(data.get("id"), str) else place
        fields = self.list_of(data, "field", place)
        data["fields"] = tuple(self.field(item, f"{place}, fält {n}") for n, item in enumerate(fields, 1))
        if "help" in data:
            data["help"] = self.build(Help, self.table(data["help"], f"{place}, help"), f"{place}, help")
        return self.build(Section, data, place)

    def table(self, data: Any, place: str) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise self.fault(place, "ska vara en tabell i TOML")
        return dict(data)

    def field(self, data: dict[str, Any], place: str) -> Field:
        place = place.rpartition(", ")[0] + f", fältet ”{data['id']}”" if isinstance(data.get("id"), str) else place
        kind = data.pop("type", None)
        if kind not in KINDS:
            raise self.fault(place, f"okänd typ ”{kind}”. Typerna är {', '.join(sorted(KINDS))}")
        field = self.part(KINDS[kind], data, place)
        if isinstance(field, FixedText):
            return self.fixed_text(field, place)
        return field

    def part(self, cls: type[T], data: dict[str, Any], place: str) -> T:
        """A dataclass with lists of parts inside it, each read by its own class."""
        for key, attribute in getattr(cls, "nested", {}).items():
            if attribute in data:
                raise self.fault(place, f"okänd nyckel ”{attribute}”. Menade du ”{key}”?")
            items = self.list_of(data, key, place)
            data[attribute] = tuple(
                self.field(item, f"{place}, {key} {n}")
                if key in FIELD_KINDS_INSIDE and cls.__name__ != "CountTable"
                else self.part(PART_CLASSES.get(key, TableRow), item, f"{place}, {key} ”{item.get('id', n)}”")
                for n, item in enumerate(items, 1)
            )
            if len({part.id for part in data[attribute]}) < len(data[attribute]):
                raise self.fault(place, f"två ”{key}” har samma id")
        return self.build(cls, data, place)

    def fixed_text(self, field: FixedText, place: str) -> FixedText:
        if field.file not in self.files:
            raise self.fault(place, f"filen {field.file} med den fasta texten finns inte bredvid formuläret")
        text = self.files[field.file]
        found = hashlib.sha256(text.encode()).hexdigest()
        if found != field.fingerprint:
            raise self.fault(place, f"den fasta texten i {field.file} är ändrad (fingeravtrycket är {found})")
        return dataclasses.replace(field, text=text)

    def settings(self, data: Any) -> Settings:
        data = self.table(data, "settings")
        rates = self.table(data.pop("po", {}), "settings.po")
        data["po_rates"] = tuple(self.po_rate(year, rate) for year, rate in sorted(rates.items()))
        return self.build(Settings, data, "settings")

    def po_rate(self, year: str, data: Any) -> PoRate:
        place = f"settings.po.{year}"
        rate = self.table(data, place)
        shares = {employer: read_percent(str(rate.get(employer, ""))).value for employer in ("kommun", "region")}
        if not year.isdigit() or None in shares.values() or len(rate) != 2:
            raise self.fault(place, "ska ha kommun och region i procent, till exempel kommun = ”40,15”")
        return PoRate(year=int(year), kommun=shares["kommun"] or 0, region=shares["region"] or 0)

    def build(self, cls: type[T], data: dict[str, Any], place: str) -> T:
        """Make a dataclass of a TOML table: unknown keys, missing keys and wrong kinds of value are faults."""
        hints = get_type_hints(cls)
        known = {field.name: field for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
        for key, value in data.items():
            if key not in known:
                raise self.fault(place, f"okänd nyckel ”{key}”")
            data[key] = value = tuple(value) if isinstance(value, list) else value
            if not fits(value, hints[key]):
                raise self.fault(place, f"”{key}” har fel sorts värde")
        for name, field in known.items():
            no_default = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            if no_default and (name not in data or data[name] == ""):
                raise self.fault(place, f"”{name}” saknas")
        if "id" in data and not good_id(data["id"]):
            raise self.fault(place, f"id ”{data['id']}” får bara ha a–z, 0–9 och _")
        return cls(**data)

    def check_whole(self, mall: Mall) -> None:
        """What can only be seen when the whole form is read."""
        for what, ids in (
            ("avsnitt", [section.id for section in mall.sections]),
            ("fält", [field.id for field in mall.fields()]),
        ):
            twice = sorted({one for one in ids if ids.count(one) > 1})
            if twice:
                raise self.fault("formuläret", f"två {what} har samma id ”{twice[0]}”")
        if mall.leaf_at(mall.title_path) is None:
            raise self.fault("formuläret", f"title_path ”{mall.title_path}” är inget fält i formuläret")
        budget = mall.budget()
        if budget and not any(field.owners for field in mall.parties_fields()):
            raise self.fault(f"fältet ”{budget.id}”", "en budget behöver ett fält av typen parties med owners = true")
        for field in mall.fields():
            if isinstance(field, Signatures) and field.extract and not isinstance(mall.field(field.extract), FixedText):
                raise self.fault(f"fältet ”{field.id}”", f"extract ”{field.extract}” är inget fält av typen fixed_text")


def good_id(text: str) -> bool:
    return bool(text) and all(part and set(part) <= ID_CHARACTERS for part in text.split("/"))


ID_CHARACTERS = set("abcdefghijklmnopqrstuvwxyz0123456789_")


def fits(value: Any, hint: Any) -> bool:
    """Is the value of the kind that the dataclass says? Deep enough for what a TOML file can hold."""
    origin = get_origin(hint)
    if hint is Any or origin is ClassVar:
        return True
    if origin in (Union, UnionType):
        return any(fits(value, option) for option in get_args(hint))
    if origin is tuple:
        return isinstance(value, tuple) and all(fits(item, get_args(hint)[0]) for item in value)
    if origin is not None:
        return isinstance(value, origin)
    if hint is type(None):
        return value is None
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint) and not (hint is date and not isinstance(value, date))


def swedish_toml_fault(message: str) -> str:
    """tomllib says where: '… (at line 3, column 5)'. We keep the place and say the rest in Swedish."""
    _, _, where = message.rpartition("(at ")
    where = (
        where.rstrip(")").replace("line", "rad").replace("column", "kolumn").replace("end of document", "filens slut")
    )
    return f"felet är vid {where}" if where else "filen går inte att tolka"


def fingerprint_of(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name, text in sorted(files.items()):
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    return digest.hexdigest()


def read_mall(file: str, files: Mapping[str, str]) -> Mall:
    """The form in `files[file]`. Raises MallFault.

    `files` holds file name → text of the form and of every fixed text that it may refer to.
    """
    return Reader(file, files).mall()
