"""Reads a form definition from TOML into frozen dataclasses, or says in one sentence what is wrong with it."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from inspect import get_annotations
from itertools import chain
from types import UnionType
from typing import Any, ClassVar, NamedTuple, TypeVar, Union, get_args, get_origin

from .condition import Condition
from .kinds import KINDS
from .kinds.kind import FIELD_ID, NOTHING_INSIDE, Inside, Kind, Leaf, Shape, Unfit
from .mall import Mall, Section
from .mall_rules import broken_rules, idle_words
from .percent import read_percent
from .settings import Help, PoRate, Settings

T = TypeVar("T")


class MallFault(Exception):
    """A form definition that can't be used: file, place and fault in one Swedish sentence."""

    def __init__(self, file: str, place: str, fault: str):
        super().__init__(f"Formuläret {file} går inte att använda ({place}): {fault}.")
        self.file, self.place, self.fault = file, place, fault


class KeptRoles(NamedTuple):
    """What a form says today of itself and its fields, for a copy of it that was kept before forms said so.

    roles: the ids from the field down to the thing, joined by / (`tidplan/fran`, `budget/rekvirera/ovrigt/resor`) → its role.
    """

    id: str
    version: str
    family: str
    noun: str
    roles: Mapping[str, str]

    def fill_in(self, data: dict[str, Any]) -> None:
        """Into a form as read from TOML. A form that says its family, or is another, is left as it is."""
        if "family" not in data and (data.get("id"), data.get("version")) == (self.id, self.version):
            data |= {"family": self.family, "noun": self.noun}
            for section in tables_in(data, "section"):
                for field in tables_in(section, "field"):
                    self.give(field, "")

    def give(self, thing: dict[str, Any], above: str) -> None:
        path = f"{above}{thing.get('id')}"
        if path in self.roles:
            thing.setdefault("role", self.roles[path])
        for key in list(thing):
            for part in tables_in(thing, key):
                self.give(part, f"{path}/")


def tables_in(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The tables of a list in TOML; nothing where something else stands, which is told when it is read."""
    items = data.get(key)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Reads one file; `files` holds it and the fixed texts beside it, by name."""

    file: str
    files: Mapping[str, str]
    kept: tuple[KeptRoles, ...] = ()
    offered: bool = True

    def fault(self, place: str, fault: str) -> MallFault:
        return MallFault(self.file, place, fault)

    def mall(self) -> Mall:
        data = self.toml()
        for one in self.kept:
            one.fill_in(data)
        sections = self.list_of(data, "section", "formuläret")
        self.no_keys(data, Mall.worked_out, "formuläret")
        data["sections"] = tuple(self.section(item, f"avsnitt {n}") for n, item in enumerate(sections, 1))
        if not data["sections"]:
            raise self.fault("formuläret", "har inga avsnitt, lägg till minst ett [[section]]")
        data["settings"] = self.settings(data.get("settings", {}))
        used = {name for section in data["sections"] for field in section.fields for name in field.files()}
        kept = {name: self.files[name] for name in sorted({self.file, *used})}
        mall = self.build(Mall, {**data, "files": kept, "fingerprint": fingerprint_of(kept)}, "formuläret")
        for place, fault in chain(broken_rules(mall), idle_words(mall) if self.offered else ()):
            raise self.fault(place, fault)
        return mall

    def toml(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.files[self.file])
        except tomllib.TOMLDecodeError as error:
            raise self.fault("filen", f"är inte giltig TOML, {swedish_toml_fault(str(error))}") from None
        except RecursionError:
            raise self.fault("filen", "är inte giltig TOML, den har för många nivåer") from None

    def no_keys(self, data: Mapping[str, Any], keys: Iterable[str], place: str) -> None:
        for key in keys:
            if key in data:
                raise self.fault(place, f"okänd nyckel ”{key}”")

    def list_of(self, data: dict[str, Any], key: str, place: str) -> list[dict[str, Any]]:
        items = data.pop(key, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise self.fault(place, f"”{key}” ska skrivas som [[…{key}]]")
        return items

    def section(self, data: dict[str, Any], place: str) -> Section:
        place = named(place, "avsnittet", data)
        fields = self.list_of(data, "field", place)
        self.no_keys(data, Section.worked_out, place)
        data["fields"] = tuple(self.field(item, place, f"fält {n}") for n, item in enumerate(fields, 1))
        if "shown_when" in data:
            given = data["shown_when"]
            listed = given if isinstance(given, list) else [given]
            data["shown_when"] = [self.condition(item, f"{place}, shown_when") for item in listed]
        if "help" in data:
            data["help"] = self.build(Help, self.table(data["help"], f"{place}, help"), f"{place}, help")
        return self.build(Section, data, place)

    def condition(self, data: Any, place: str) -> Condition:
        """`{ field = "bilaga", is = ["Bilaga LS"] }`."""
        data = self.table(data, place)
        self.no_keys(data, [key for key in data if key not in ("field", "is")], place)
        field, answers = data.get("field"), data.get("is")
        if not isinstance(field, str) or not answers or not isinstance(answers, list):
            raise self.fault(place, "skrivs { field = ”ett fält”, is = [”ett av dess svar”] }")
        if not all(isinstance(answer, str) for answer in answers):
            raise self.fault(place, "”is” ska vara svar inom citattecken")
        return Condition(field, tuple(answers))

    def table(self, data: Any, place: str) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise self.fault(place, "ska vara en tabell i TOML")
        return dict(data)

    def field(self, data: dict[str, Any], around: str, number: str, of: type[Kind] = Kind) -> Kind:
        """A field inside `around`; `of`: what kinds can stand there."""
        place = f"{around}, {named(number, 'fältet', data)}"
        kind = data.pop("type", None)
        kinds = sorted(name for name, cls in KINDS.items() if issubclass(cls, of))
        if kind is None:
            raise self.fault(place, f"”type” saknas (typerna är {', '.join(kinds)})")
        if kind not in kinds:
            raise self.fault(place, f"okänd typ ”{kind}” (typerna är {', '.join(kinds)})")
        try:
            return self.part(KINDS[kind], data, place).prepared(self.files)
        except Unfit as fault:
            raise self.fault(place, str(fault)) from None

    def part(self, cls: type[T], data: dict[str, Any], place: str) -> T:
        """A dataclass with lists of parts inside it, each read by its own class."""
        self.no_keys(data, worked_out(cls), place)
        for key, kind in inside(cls).items():
            attribute = f"{key}s"
            if attribute in data:
                raise self.fault(place, f"okänd nyckel ”{attribute}” (menade du ”{key}”?)")
            items = self.list_of(data, key, place)
            data[attribute] = parts = tuple(
                self.field(item, place, f"{key} {n}", kind)
                if kind in (Leaf, Kind)
                else self.part(kind, item, f"{place}, {named(f'{key} {n}', key, item)}")
                for n, item in enumerate(items, 1)
            )
            twice = first_double(part.id for part in parts)
            if twice:
                raise self.fault(place, f"två ”{key}” har samma id ”{twice}”")
        return self.build(cls, data, place)

    def settings(self, data: Any) -> Settings:
        data = self.table(data, "settings")
        rates = self.table(data.pop("po", {}), "settings.po")
        self.no_keys(data, Settings.worked_out, "settings")
        data["po_rates"] = tuple(self.po_rate(year, rate) for year, rate in sorted(rates.items()))
        if "overhead_cap" in data:
            data["overhead_cap"] = self.share(data["overhead_cap"], "settings, overhead_cap", "10")
        return self.build(Settings, data, "settings")

    def po_rate(self, year: str, data: Any) -> PoRate:
        place = f"settings.po.{year}"
        rate = self.table(data, place)
        if not re.fullmatch(r"20[0-9]{2}", year) or set(rate) != {"kommun", "region"}:
            raise self.fault(place, "ska vara ett årtal med kommun och region i procent, till exempel kommun = ”40,15”")
        kommun, region = (self.share(rate[employer], place, "40,15") for employer in ("kommun", "region"))
        return PoRate(year=int(year), kommun=kommun, region=region)

    def share(self, data: Any, place: str, example: str) -> int:
        """A percentage written as people write it, in hundredths of a percent."""
        value = read_percent(data).value if isinstance(data, str) else None
        if value is None:
            raise self.fault(place, f"ska vara procent inom citattecken, till exempel ”{example}”")
        return value

    def build(self, cls: type[T], data: dict[str, Any], place: str) -> T:
        """Make a dataclass of a TOML table: unknown keys, missing keys and wrong kinds of value are faults."""
        hints = hints_of(cls)  # type: ignore[arg-type]
        known = {key_of(field.name): field for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
        for key, value in data.items():
            if key not in known:
                near = get_close_matches(key, keys_of(cls), 1)
                raise self.fault(place, f"okänd nyckel ”{key}”" + (f" (menade du ”{near[0]}”?)" if near else ""))
            data[key] = value = tuple(value) if isinstance(value, list) else value
            if not fits(value, hints[known[key].name]):
                raise self.fault(place, f"”{key}” ska vara {wanted(hints[key])}")
        role, roles = data.get("role"), roles_of(cls)
        if role and role not in roles:
            near = get_close_matches(role, roles, 1)
            meant = f"menade du ”{near[0]}”?" if near else f"rollerna här är {', '.join(sorted(roles)) or 'inga'}"
            raise self.fault(place, f"okänd roll ”{role}” ({meant})")
        for name, field in known.items():
            no_default = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            if no_default and (name not in data or data[name] == "" or str(data[name]).isspace()):
                raise self.fault(place, f"”{name}” saknas")
        if "id" in data and not id_shape(cls).fullmatch(data["id"]):
            raise self.fault(place, f"id ”{data['id']}” ska börja med en bokstav och bara ha a–z, 0–9 och _")
        return cls(**{known[key].name: value for key, value in data.items()})


def key_of(attribute: str) -> str:
    """What an attribute is called in a form: `from_` is written `from`, which Python keeps for itself."""
    return attribute.rstrip("_")


def named(number: str, what: str, data: Mapping[str, Any]) -> str:
    """«fältet ”syfte”», or «fält 3» for one without a usable id."""
    return f"{what} ”{data['id']}”" if isinstance(data.get("id"), str) and data["id"] else number


def inside(cls: type) -> Inside:
    """The lists that stand inside a part, by the key they are written under."""
    found: Inside = getattr(cls, "inside", NOTHING_INSIDE)
    return found


def keys_of(cls: type) -> frozenset[str]:
    """The keys that a form can write in a part."""
    lists = inside(cls)
    attributes = {key_of(field.name) for field in dataclasses.fields(cls)}
    return frozenset(attributes - worked_out(cls) - {f"{key}s" for key in lists} | lists.keys())


def worked_out(cls: type) -> frozenset[str]:
    """Attributes that are no keys of the TOML."""
    found: frozenset[str] = getattr(cls, "worked_out", frozenset())
    return found


def roles_of(cls: type) -> frozenset[str]:
    """What it can be in its form."""
    found: frozenset[str] = getattr(cls, "roles", frozenset())
    return found


def id_shape(cls: type) -> Shape:
    found: Shape = getattr(cls, "id_shape", FIELD_ID)
    return found


@cache
def hints_of(cls: type) -> Mapping[str, Any]:
    """The types of a class's attributes, those of its bases too: the same for every field of a kind."""
    above = (hints_of(base) for base in reversed(cls.__bases__))
    return {key: hint for hints in (*above, get_annotations(cls, eval_str=True)) for key, hint in hints.items()}


def first_double(ids: Iterable[str]) -> str:
    """The first id that stands twice, or nothing."""
    seen: set[str] = set()
    return next((one for one in ids if one in seen or seen.add(one)), "")  # type: ignore[func-returns-value]


def wanted(hint: Any) -> str:
    """What a value should have been, in words."""
    words = {str: "text inom citattecken", int: "ett heltal", bool: "true eller false", date: "ett datum"}
    options = [one for one in (get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)) if one in words]
    return words[options[0]] if options else "av ett annat slag"


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
    return isinstance(value, hint) and not (hint is date and isinstance(value, datetime))


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


def read_mall(file: str, files: Mapping[str, str], kept: tuple[KeptRoles, ...] = (), *, offered: bool = True) -> Mall:
    """The form in `files[file]`. Raises MallFault.

    `files` holds file name → text of the form and of every fixed text that it may refer to. kept: what copies of old
    forms don't say themselves. offered: can new drafts be made with it? Then it may say nothing that does nothing.
    """
    return Reader(file, files, kept, offered).mall()
