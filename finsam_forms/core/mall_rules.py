"""What must hold between the parts of a form definition: seen only when the whole of it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .fields import BudgetField, BudgetSummary, Choice, CountTable, Field, FixedText, Goals, Parties, Rows, Signatures
from .mall import Mall

Fault = tuple[str, str]
"""Place and fault, as they stand in the sentence of a MallFault."""


def broken_rules(mall: Mall) -> Iterator[Fault]:
    """Everything that is wrong with a form whose parts can be read one by one."""
    yield from doubles("formuläret", "avsnitt", [section.id for section in mall.sections])
    yield from doubles("formuläret", "fält", [field.id for field in mall.fields()])
    if mall.leaf_at(mall.title_path) is None:
        yield "formuläret", f"title_path ”{mall.title_path}” är inget fält i formuläret"
    if sum(isinstance(field, BudgetField) for field in mall.fields()) > 1:
        yield "formuläret", "det finns två fält av typen budget, men ett formulär har högst en"
    for section in mall.sections:
        for field in section.fields:
            for fault in field_faults(mall, field):
                yield f"avsnittet ”{section.id}”, fältet ”{field.id}”", fault


def doubles(place: str, what: str, ids: list[str]) -> Iterator[Fault]:
    for one in sorted({one for one in ids if ids.count(one) > 1}):
        yield place, f"två {what} har samma id ”{one}”"


def field_faults(mall: Mall, field: Field) -> Iterator[str]:
    match field:
        case Choice():
            if len(set(field.options)) < 2 or len(set(field.options)) < len(field.options) or not all(field.options):
                yield "”options” ska vara minst två olika svar"
        case Parties():
            yield from label_faults(field)
            yield from row_faults(field)
        case Rows():
            yield from none_of(field.columns, "column")
            yield from row_faults(field)
            if any(column.id == "id" for column in field.columns):
                yield "en kolumn kan inte heta ”id”, det är radens eget"
        case Goals():
            yield from none_of(field.lists, "list")
            for part in field.lists:
                yield from row_faults(part)
        case CountTable():
            yield from none_of(field.rows, "row")
            yield from none_of(field.columns, "column")
        case Signatures():
            if not any(True for _ in mall.parties_fields()):
                yield "underskrifter behöver ett fält av typen parties"
            if field.extract and not isinstance(mall.field(field.extract), FixedText):
                yield f"extract ”{field.extract}” är inget fält av typen fixed_text"
        case BudgetSummary():
            if not isinstance(mall.field(field.budget), BudgetField):
                yield f"budget ”{field.budget}” är inget fält av typen budget"
        case BudgetField():
            yield from budget_faults(mall, field)


def none_of(parts: Iterable[object], key: str) -> Iterator[str]:
    if not any(True for _ in parts):
        yield f"minst en ”{key}” behövs"


def row_faults(field: Rows) -> Iterator[str]:
    if field.start_rows < 0 or field.max_rows < 0:
        yield "start_rows och max_rows kan inte vara mindre än noll"
    elif 0 < field.max_rows < field.start_rows:
        yield "start_rows är fler än max_rows"


def label_faults(field: Parties) -> Iterator[str]:
    try:
        field.row_label(2)
    except (ValueError, LookupError, AttributeError):
        yield f"other_label ”{field.other_label}” kan bara ha {{n}} och {{m}} inom klammer"


def budget_faults(mall: Mall, budget: BudgetField) -> Iterator[str]:
    if not any(field.owners for field in mall.parties_fields()):
        yield "en budget behöver ett fält av typen parties med owners = true"
    yield from none_of(budget.tables, "table")
    for table in budget.tables:
        yield from none_of(table.groups, "group")
        if table.parties not in ("owners", "all"):
            yield f"parties i tabellen ”{table.id}” ska vara ”owners” eller ”all”, inte ”{table.parties}”"
    groups = [group.id for _, group in budget.groups()]
    for one in groups:
        if any(f"{other}/".startswith(f"{one}/") for other in groups if other is not one):
            yield f"grupperna i budgeten ska ha olika id, men ”{one}” finns två gånger eller är början av ett annat"
        if one.split("/")[0] == "enhet":
            yield "en grupp kan inte heta ”enhet”, det är budgetens kr eller tkr"
    for _, group in budget.groups():
        if group.start_rows < 0 or (group.start_rows and not group.own_rows):
            yield f"gruppen ”{group.id}” har start_rows men inga egna rader (own_rows)"
        if not group.rows and not group.own_rows:
            yield f"gruppen ”{group.id}” har varken rader eller egna rader (own_rows)"
