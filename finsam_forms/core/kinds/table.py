"""Fixed rows and columns of whole numbers, `path/<row>/<column>`. Its figures: `path/rad/<row>`, `path/kolumn/<column>`, `path/alla`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ..document import Form
from .figures import Counting, FigureName, Keys, figures
from .intake import Intake
from .kind import NOWHERE, Answer, Inside, Kind, Lack, Leaf, Place, Rest
from .number import Number
from .rows import TableRow, none_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable(Counting):
    """What can't be read counts as nothing in the sums."""

    type: ClassVar[str] = "table"
    inside: ClassVar[Inside] = {"row": TableRow, "column": TableRow}
    corner: str = ""
    rows: tuple[TableRow, ...] = ()
    columns: tuple[TableRow, ...] = ()
    sum_label: str = "Summa"

    def faults(self, form: Form) -> Iterator[str]:
        yield from none_of(self.rows, "row")
        yield from none_of(self.columns, "column")

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        if self.required and not self.begun(at):
            yield Lack(at.path, self.label or "tabell")

    def cell(self, row: TableRow, column: TableRow) -> Number:
        return Number(id=column.id, label=f"{row.label}, {column.label}")

    def leaf_at(self, rest: Rest) -> Leaf | None:
        row = next((line for line in self.rows if len(rest) == 2 and line.id == rest[0]), None)
        column = next((line for line in self.columns if row and line.id == rest[1]), None)
        return self.cell(row, column) if row and column else None

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        return (at.below(self.cell(row, column), row.id, column.id) for row in self.rows for column in self.columns)

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        if not rest:
            return Place(True)
        cell = self.leaf_at(rest)
        if cell is None:
            return NOWHERE
        ids = [row.id for row in self.rows], [column.id for column in self.columns]
        return Place(True, (cell.label,), (ids[0].index(rest[0]), ids[1].index(rest[1])))

    @property
    def topics(self) -> frozenset[str]:
        return frozenset({Number.topic})

    def keys_at(self, at: Answer[Any], rest: Rest) -> Keys:
        if self.leaf_at(rest) is None:
            return ()
        return (f"{at.path}/rad/{rest[0]}", f"{at.path}/kolumn/{rest[1]}", f"{at.path}/alla")

    def sum_names(self) -> Iterator[tuple[str, str]]:
        """The end of each key, and what the sum is called in the table."""
        yield "alla", self.sum_label.lower()
        yield from ((f"rad/{row.id}", row.label) for row in self.rows)
        yield from ((f"kolumn/{column.id}", column.label) for column in self.columns)

    def figure_names(self, at: Answer[Any]) -> Iterator[FigureName]:
        label = self.label[:1].lower() + self.label[1:]
        for key, name in self.sum_names():
            yield FigureName(f"{at.path}/{key}", f"{label}, {name}" if label else name)

    def stated(self, at: Answer[Any]) -> dict[str, int]:
        found = {f"{at.path}/{key}": figures(at.document).sum(at.path, key) for key, _ in self.sum_names()}
        return {key: one.value for key, one in found.items() if not one.unread}

    def to_json(self, at: Answer[Any]) -> Any:
        found: dict[str, dict[str, Any]] = {}
        for leaf in self.leaves(at):
            row, column = leaf.path.split("/")[-2:]
            value = leaf.json()
            if value is not None:
                found.setdefault(row, {})[column] = value
        return found or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        if not intake.known_keys(data, path, {row.id for row in self.rows}):
            return
        for row in self.rows:
            cells = data.get(row.id, {})
            if intake.known_keys(cells, f"{path}/{row.id}", {column.id for column in self.columns}):
                for column in self.columns:
                    if column.id in cells:
                        self.cell(row, column).from_json(cells[column.id], f"{path}/{row.id}/{column.id}", intake)

    def schema(self) -> dict[str, Any]:
        cells = {column.id: {"type": ["integer", "string"]} for column in self.columns}
        row = {"type": "object", "properties": cells, "additionalProperties": False}
        return {"type": "object", "properties": {line.id: row for line in self.rows}, "additionalProperties": False}
