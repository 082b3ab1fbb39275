"""What must hold between the parts of a form definition: seen only when the whole of it is read."""

from __future__ import annotations

from collections.abc import Iterator

from .figure import BARE
from .kinds.figures import circle_in
from .kinds.kind import Kind
from .mall import Mall
from .roles import COLUMN_ROLES, FAMILIES, RAPPORTPERIOD, SEVERAL, role_twice
from .unit import Unit

Fault = tuple[str, str]
"""Place and fault, as they stand in the sentence of a MallFault."""


def names_twice(mall: Mall) -> Iterator[Fault]:
    """Two that have the same id; told where the second stands."""
    sections = [(f"avsnittet ”{section.id}”", section) for section in mall.sections]
    yield from twice("avsnitt", [(place, section.id) for place, section in sections])
    yield from twice(
        "fält", [(f"{place}, fältet ”{field.id}”", field.id) for place, section in sections for field in section.fields]
    )
    yield from twice("blad", [(place, section.sheet_part) for place, section in sections if section.sheet])


def twice(what: str, named: list[tuple[str, str]]) -> Iterator[Fault]:
    """named: the place of each, and its id."""
    seen: set[str] = set()
    for place, one in named:
        if one in seen:
            yield place, f"två {what} har samma id ”{one}”"
        seen.add(one)


def broken_rules(mall: Mall) -> Iterator[Fault]:
    """What is wrong between the parts of a form that can all be read, beside `names_twice`."""
    if mall.family and mall.family not in FAMILIES:
        yield "formuläret", f"okänd family ”{mall.family}” (familjerna är {', '.join(sorted(FAMILIES))})"
    yield from (("formuläret", f"två fält har rollen ”{role}”") for role in role_twice(mall.fields()))
    if mall.leaf_at(mall.title_path) is None:
        yield "formuläret", f"title_path ”{mall.title_path}” är inget fält i formuläret"
    if mall.title_else and mall.leaf_at(mall.title_else) is None:
        yield "formuläret", f"title_else ”{mall.title_else}” är inget fält i formuläret"
    yield from wrong_titles(mall)
    for place, now in mall.former.items():
        if mall.field(place.partition("/")[0]) or not isinstance(now, str) or not mall.field(now.partition("/")[0]):
            yield "formuläret", f"former har ”{place}”, som ska vara ett svar som fanns förr, och peka på ett som finns"
    yield from wrong_conditions(mall)
    circle = circle_in(mall, mall.start_values())
    if circle:
        yield "formuläret", f"”{circle}” räknas ut ur sig själv"
    for section in mall.sections:
        for field in section.fields:
            for fault in (*own_name(field), *field.faults(mall)):
                yield f"avsnittet ”{section.id}”, fältet ”{field.id}”", fault


def wrong_titles(mall: Mall) -> Iterator[Fault]:
    """A title goes by the answers of a question, and by a day."""
    by = mall.leaf_at(mall.title_by) if mall.title_by else None
    strange = [answer for answer in mall.titles if by is None or answer not in by.offered]
    yield from (("formuläret", f"titles har ”{answer}”, som inte är något svar på title_by") for answer in strange)
    if mall.title_by and not mall.titles:
        yield "formuläret", "title_by gör ingenting utan titles"
    if not all(isinstance(title, str) and title.strip() for title in mall.titles.values()):
        yield "formuläret", "titles ska vara text inom citattecken för varje svar"
    day = mall.leaf_at(mall.title_day) if mall.title_day else None
    if mall.title_day and (day is None or day.topic != "days"):
        yield "formuläret", f"title_day ”{mall.title_day}” är ingen dag i formuläret"
    for section in mall.sections:
        if section.months and (section.months not in range(1, 13) or mall.of_role(RAPPORTPERIOD) is None):
            yield f"avsnittet ”{section.id}”", "months ska vara 1–12, i ett formulär som har en rapportperiod"


def wrong_conditions(mall: Mall) -> Iterator[Fault]:
    """What decides which sections are shown is a question with given answers, always asked; what others go by always stands."""
    if mall.sections[0].id in mall.conditions:
        yield "formuläret", "det första avsnittet ska alltid visas"
    for section in mall.sections:
        place = f"avsnittet ”{section.id}”, shown_when"
        for one in section.shown_when:
            leaf, stands = mall.leaf_at(one.field), mall.section_of(one.field)
            if leaf is None or not leaf.offered or "/" in one.field:
                yield place, f"”{one.field}” är inget fält med svar att välja bland"
            elif stands is not None and stands.id in mall.conditions:
                yield place, f"”{one.field}” står i ett avsnitt som inte alltid visas"
            else:
                strange = [answer for answer in one.answers if answer not in leaf.offered]
                yield from ((place, f"”{answer}” är inget svar på ”{one.field}”") for answer in strange)
        for field in section.fields if section.id in mall.conditions else ():
            if field.stands_always or (field.role and field.role not in SEVERAL) or field.id in mall.names:
                yield place, f"fältet ”{field.id}” behövs på andra ställen och ska stå i ett avsnitt som alltid visas"


def idle_words(mall: Mall) -> Iterator[Fault]:
    """What a form says and nothing heeds. A draft's own copy of a form is let be: it was accepted once."""
    for key, path in (("title_path", mall.title_path), ("title_else", mall.title_else)):
        title = mall.leaf_at(path) if path else None
        if path and ("/" in path or title is None or title.unit is not Unit.TEXT):
            yield "formuläret", f"{key} ”{path}” ska vara ett svar på en rad text"
    for section in mall.sections:
        for field in section.fields:
            for fault in field.idle(mall):
                yield f"avsnittet ”{section.id}”, fältet ”{field.id}”", fault


def own_name(field: Kind) -> Iterator[str]:
    if field.id in BARE:
        yield f"ett fält kan inte heta ”{field.id}”, det är budgetens summors eget"
    if field.role in COLUMN_ROLES:
        yield f"ett fält kan inte ha rollen ”{field.role}”, den är en kolumns"
