"""Parts with fixed names, each at `path/<id>`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .intake import Intake
from .kind import NOWHERE, Answer, Kind, Leaf, Place, Rest, Room


class Group(Kind):
    """What has parts says so in `fixed`; all else follows."""

    __slots__ = ()

    def fixed(self) -> tuple[Kind, ...]:
        raise NotImplementedError

    def part(self, rest: Rest) -> Kind | None:
        """The part that a path goes through."""
        return next((part for part in self.fixed() if rest and part.id == rest[0]), None)

    def start_values(self, path: str) -> Iterator[tuple[str, str]]:
        for part in self.fixed():
            yield from part.start_values(f"{path}/{part.id}")

    def leaf_at(self, rest: Rest) -> Leaf | None:
        part = self.part(rest)
        return part.leaf_at(rest[1:]) if part else None

    def rows_at(self, rest: Rest) -> Room | None:
        part = self.part(rest)
        return part.rows_at(rest[1:]) if part else None

    def parts(self, at: Answer[Any]) -> Iterator[Answer[Kind]]:
        return (at.below(part, part.id) for part in self.fixed())

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        return place_in(self.fixed(), at, rest)

    @property
    def topics(self) -> frozenset[str]:
        return frozenset().union(*(part.topics for part in self.fixed()))

    def to_json(self, at: Answer[Any]) -> Any:
        return parts_to_json(self.fixed(), at) or None

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        parts_from_json(self.fixed(), data, path, intake)

    def schema(self) -> dict[str, Any]:
        return schema_of_parts(self.fixed())


def place_in(parts: tuple[Kind, ...], at: Answer[Any], rest: Rest) -> Place:
    """A place among parts with fixed names: the part's label stands before what it calls its own places."""
    if not rest:
        return Place(True)
    number, part = next(((number, part) for number, part in enumerate(parts) if part.id == rest[0]), (0, None))
    if part is None:
        return NOWHERE
    inner = part.place(at.below(part, part.id), rest[1:])
    said = () if part.self_named or not part.label else (part.label,)
    return inner._replace(names=said + inner.names, order=(number, *inner.order))


def parts_to_json(parts: tuple[Kind, ...], at: Answer[Any]) -> dict[str, Any]:
    """The parts that hold something, by id."""
    found = ((part.id, at.below(part, part.id).json()) for part in parts)
    return {key: value for key, value in found if value is not None}


def parts_from_json(
    parts: tuple[Kind, ...], data: Any, path: str, intake: Intake, also: frozenset[str] = frozenset()
) -> None:
    """`also`: keys that are no parts, read by somebody else."""
    if intake.known_keys(data, path, {part.id for part in parts} | also):
        for part in parts:
            if part.id in data:
                part.from_json(data[part.id], f"{path}/{part.id}", intake)


def schema_of_parts(parts: tuple[Kind, ...], **more: Any) -> dict[str, Any]:
    properties = {part.id: part.schema() for part in parts} | more
    return {"type": "object", "properties": properties, "additionalProperties": False}
