"""What must hold between the parts of a form definition: seen only when the whole of it is read."""

from __future__ import annotations

from collections.abc import Iterator

from .figure import BARE
from .kinds.figures import circle_in
from .kinds.kind import Kind
from .mall import Mall
from .roles import COLUMN_ROLES, FAMILIES, role_twice
from .unit import Unit

Fault = tuple[str, str]
"""Place and fault, as they stand in the sentence of a MallFault."""


def broken_rules(mall: Mall) -> Iterator[Fault]:
    """Everything that is wrong with a form whose parts can be read one by one."""
    yield from doubles("avsnitt", [section.id for section in mall.sections])
    yield from doubles("fält", [field.id for field in mall.fields()])
    if mall.family and mall.family not in FAMILIES:
        yield "formuläret", f"okänd family ”{mall.family}” (familjerna är {', '.join(sorted(FAMILIES))})"
    yield from (("formuläret", f"två fält har rollen ”{role}”") for role in role_twice(mall.fields()))
    if mall.leaf_at(mall.title_path) is None:
        yield "formuläret", f"title_path ”{mall.title_path}” är inget fält i formuläret"
    circle = circle_in(mall, mall.start_values())
    if circle:
        yield "formuläret", f"”{circle}” räknas ut ur sig själv"
    for section in mall.sections:
        for field in section.fields:
            for fault in (*own_name(field), *field.faults(mall)):
                yield f"avsnittet ”{section.id}”, fältet ”{field.id}”", fault


def idle_words(mall: Mall) -> Iterator[Fault]:
    """What a form says and nothing heeds. A draft's own copy of a form is let be: it was accepted once."""
    title = mall.leaf_at(mall.title_path)
    if "/" in mall.title_path or title is None or title.unit is not Unit.TEXT:
        yield "formuläret", f"title_path ”{mall.title_path}” ska vara ett svar på en rad text"
    for section in mall.sections:
        for field in section.fields:
            for fault in field.idle(mall):
                yield f"avsnittet ”{section.id}”, fältet ”{field.id}”", fault


def own_name(field: Kind) -> Iterator[str]:
    if field.id in BARE:
        yield f"ett fält kan inte heta ”{field.id}”, det är budgetens summors eget"
    if field.role in COLUMN_ROLES:
        yield f"ett fält kan inte ha rollen ”{field.role}”, den är en kolumns"


def doubles(what: str, ids: list[str]) -> Iterator[Fault]:
    for one in sorted({one for one in ids if ids.count(one) > 1}):
        yield "formuläret", f"två {what} har samma id ”{one}”"
