"""Reads a form definition from TOML into frozen dataclasses, or says in one sentence what is wrong with it."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from difflib import get_close_matches
from functools import partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from .condition import Condition
from .kinds.kind import Kind, Leaf, Unfit
from .kinds.registry import KINDS
from .mall import Mall, Section
from .mall_fault import MallFault
from .mall_keys import fits, hints_of, id_shape, inside, key_of, keys_of, roles_of, wanted, worked_out
from .mall_rules import broken_rules, idle_words, names_twice
from .percent import read_percent
from .settings import Help, PoRate, Settings
from .toml_faults import toml_fault
from .toml_lines import Table, with_lines

T = TypeVar("T")


class Unread(Exception):
    """A part of a form that can't be read. Why is told already."""


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


@dataclasses.dataclass(slots=True)
class Reader:
    """Reads one file; `files` holds it and the fixed texts beside it, by name. What is wrong is told in `faults`, and the rest is read
    on. `placed`: say the line of each fault, which takes time that only somebody who writes a form has use of."""

    file: str
    files: Mapping[str, str]
    kept: tuple[KeptRoles, ...] = ()
    offered: bool = True
    placed: bool = False
    faults: list[MallFault] = dataclasses.field(default_factory=list)
    tables: dict[str, Table] = dataclasses.field(default_factory=dict)
    """Place in words → the table that stands there, when lines are to be said."""
    whole: bool = True
    """Could every part be made, so that what holds between them can be asked?"""

    def tell(self, place: str, fault: str, key: str = "") -> None:
        """`key`: the one at fault; by itself the first that the sentence names."""
        table = self.tables.get(place)
        keys = [key, *re.findall("”([^”]+)”", fault)]
        line = next((table.lines[key] for key in keys if key in table.lines), table.line) if table is not None else 0
        self.faults.append(MallFault(self.file, place, fault, line))

    def fault(self, place: str, fault: str, key: str = "") -> Unread:
        """Told of what can't be made without it."""
        self.tell(place, fault, key)
        self.whole = False
        return Unread()

    def stands(self, data: Mapping[str, Any], place: str) -> str:
        """The place, which is where that table stands."""
        if isinstance(data, Table):
            self.tables[place] = data
        return place

    def replace(self, data: dict[str, Any], key: str, read: Callable[[Any], Any]) -> None:
        """What stands under a key, as what it is read to; left out when it can't be read."""
        if key in data:
            given = data.pop(key)
            with suppress(Unread):
                data[key] = read(given)

    def each(self, items: Iterable[dict[str, Any]], read: Callable[[dict[str, Any], int], T]) -> tuple[T, ...]:
        """Those that can be read, each with its number."""
        found = []
        for number, item in enumerate(items, 1):
            with suppress(Unread):
                found.append(read(item, number))
        return tuple(found)

    def mall(self) -> Mall | None:
        """The form, when there is no fault in it."""
        with suppress(Unread):
            mall = self.read()
            rules = (broken_rules(mall), idle_words(mall) if self.offered else ()) if self.whole else ()
            for place, fault in chain(names_twice(mall), *rules):
                self.tell(place, fault)
            return None if self.faults else mall
        return None

    def read(self) -> Mall:
        """What can be made of the form, part by part."""
        data = self.toml()
        self.stands(data, "formuläret")
        for one in self.kept:
            one.fill_in(data)
        items = self.list_of(data, "section", "formuläret")
        if not items:
            self.fault("formuläret", "har inga avsnitt, lägg till minst ett [[section]]")
        self.no_keys(data, Mall.worked_out, "formuläret")
        data["sections"] = sections = self.each(items, lambda item, n: self.section(item, f"avsnitt {n}"))
        self.replace(data, "settings", self.settings)
        used = {name for section in sections for field in section.fields for name in field.files()}
        kept = {name: self.files[name] for name in sorted({self.file, *used})}
        return self.build(Mall, {**data, "files": kept, "fingerprint": fingerprint_of(kept)}, "formuläret")

    def toml(self) -> dict[str, Any]:
        try:
            return with_lines(self.files[self.file]) if self.placed else tomllib.loads(self.files[self.file])
        except RecursionError:
            raise self.fault("filen", "är inte giltig TOML, den har för många nivåer") from None
        except ValueError as error:  # tomllib's own, and a number of thousands of digits
            sentence, line = toml_fault(str(error), self.files[self.file])
            self.faults.append(MallFault(self.file, "filen", sentence, line))
            raise Unread from None

    def no_keys(self, data: dict[str, Any], keys: Iterable[str], place: str) -> None:
        for key in keys:
            if key in data:
                self.tell(place, f"okänd nyckel ”{key}”")
                del data[key]

    def list_of(self, data: dict[str, Any], key: str, place: str) -> list[dict[str, Any]]:
        items = data.pop(key, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise self.fault(place, f"”{key}” ska skrivas som [[…{key}]]")
        return items

    def section(self, data: dict[str, Any], place: str) -> Section:
        place = self.stands(data, named(place, "avsnittet", data))
        fields = self.list_of(data, "field", place)
        self.no_keys(data, Section.worked_out, place)
        data["fields"] = self.each(fields, lambda item, n: self.field(item, place, f"fält {n}"))
        self.replace(data, "shown_when", lambda given: self.conditions(given, f"{place}, shown_when"))
        self.replace(data, "help", lambda given: self.help(given, f"{place}, help"))
        return self.build(Section, data, place)

    def help(self, data: Any, place: str) -> Help:
        return self.build(Help, self.table(data, place), place)

    def conditions(self, data: Any, place: str) -> list[Condition]:
        return [self.condition(one, place) for one in (data if isinstance(data, list) else [data])]

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
        self.stands(data, place)
        return dict(data)

    def field(self, data: dict[str, Any], around: str, number: str, of: type[Kind] = Kind) -> Kind:
        """A field inside `around`; `of`: what kinds can stand there."""
        place = self.stands(data, f"{around}, {named(number, 'fältet', data)}")
        kind = data.pop("type", None)
        kinds = sorted(name for name, cls in KINDS.items() if issubclass(cls, of))
        if kind is None:
            raise self.fault(place, f"”type” saknas (typerna är {', '.join(kinds)})")
        if kind not in kinds:
            near = get_close_matches(str(kind), kinds, 1)
            meant = f"menade du ”{near[0]}”? " if near else ""
            raise self.fault(place, f"okänd typ ”{kind}” ({meant}typerna är {', '.join(kinds)})", "type")
        try:
            return self.part(KINDS[kind], data, place).prepared(self.files)
        except Unfit as fault:
            raise self.fault(place, str(fault)) from None

    def part(self, cls: type[T], data: dict[str, Any], place: str) -> T:
        """A dataclass with lists of parts inside it, each read by its own class."""
        self.stands(data, place)
        self.no_keys(data, worked_out(cls), place)
        for key, kind in inside(cls).items():
            attribute = f"{key}s"
            if attribute in data:
                raise self.fault(place, f"okänd nyckel ”{attribute}” (menade du ”{key}”?)")
            items = self.list_of(data, key, place)
            data[attribute] = self.each(items, partial(self.inner, place, key, kind))
            twice = first_double(part.id for part in data[attribute])
            if twice:
                raise self.fault(place, f"två ”{key}” har samma id ”{twice}”")
        return self.build(cls, data, place)

    def inner(self, around: str, key: str, kind: type[Any], data: dict[str, Any], number: int) -> Any:
        """One of a list inside a part: a field of any kind that can stand there, or what the part's class says it is."""
        if kind in (Leaf, Kind):
            return self.field(data, around, f"{key} {number}", kind)
        return self.part(kind, data, f"{around}, {named(f'{key} {number}', key, data)}")

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
        known = {key_of(field.name): field for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
        self.no_unknown_keys(cls, data, known, place)
        self.right_values(cls, data, known, place)
        role, roles = data.get("role"), roles_of(cls)
        if role and role not in roles:
            near = get_close_matches(role, roles, 1)
            meant = f"menade du ”{near[0]}”?" if near else f"rollerna här är {', '.join(sorted(roles)) or 'inga'}"
            self.tell(place, f"okänd roll ”{role}” ({meant})", "role")
        if "id" in data and not id_shape(cls).fullmatch(data["id"]):
            self.tell(place, f"id ”{data['id']}” ska börja med en bokstav och bara ha a–z, 0–9 och _", "id")
        return cls(**{known[key].name: value for key, value in data.items()})

    def no_unknown_keys(self, cls: type, data: dict[str, Any], known: Mapping[str, Any], place: str) -> None:
        for key in [key for key in data if key not in known]:
            near = get_close_matches(key, keys_of(cls), 1)
            self.tell(place, f"okänd nyckel ”{key}”" + (f" (menade du ”{near[0]}”?)" if near else ""))
            del data[key]

    def right_values(
        self, cls: type, data: dict[str, Any], known: Mapping[str, dataclasses.Field[Any]], place: str
    ) -> None:
        """Each value is of the kind that it should be, and none is missing that must be there."""
        hints, before = hints_of(cls), len(self.faults)
        for key, value in data.items():
            data[key] = value = tuple(value) if isinstance(value, list) else value
            if not fits(value, hints[known[key].name]):
                self.tell(place, f"”{key}” ska vara {wanted(hints[known[key].name])}")
        for name, field in known.items():
            no_default = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            if no_default and (name not in data or data[name] == "" or str(data[name]).isspace()):
                self.tell(place, f"”{name}” saknas")
        if len(self.faults) > before:
            self.whole = False
            raise Unread


def named(number: str, what: str, data: Mapping[str, Any]) -> str:
    """«fältet ”syfte”», or «fält 3» for one without a usable id."""
    return f"{what} ”{data['id']}”" if isinstance(data.get("id"), str) and data["id"] else number


def first_double(ids: Iterable[str]) -> str:
    """The first id that stands twice, or nothing."""
    seen: set[str] = set()
    return next((one for one in ids if one in seen or seen.add(one)), "")  # type: ignore[func-returns-value]


def fingerprint_of(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name, text in sorted(files.items()):
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    return digest.hexdigest()


def read_mall(file: str, files: Mapping[str, str], kept: tuple[KeptRoles, ...] = (), *, offered: bool = True) -> Mall:
    """The form in `files[file]`. Raises MallFault, with the first fault.

    `files` holds file name → text of the form and of every fixed text that it may refer to. kept: what copies of old
    forms don't say themselves. offered: can new drafts be made with it? Then it may say nothing that does nothing.
    """
    mall = Reader(file, files, kept, offered).mall()
    if mall is None:
        again = Reader(file, files, kept, offered, placed=True)
        again.mall()
        raise again.faults[0]
    return mall


def faults_in(file: str, files: Mapping[str, str]) -> list[MallFault]:
    """Everything that is wrong with the form in `files[file]`, from its first line to its last."""
    reader = Reader(file, files, placed=True)
    reader.mall()
    return sorted(reader.faults, key=lambda fault: fault.line)
