"""Those who are in, by part: for the projector and the meeting's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..live.presence import Here
from ..store import Person

MOST_NAMES = 12
"""More than these are counted for each part, not named."""


@dataclass(frozen=True, slots=True)
class ByPart:
    """Those of one organisation. `names` is empty when they are too many to be named."""

    organisation: str
    names: Sequence[str]
    count: int


def by_part(here: Iterable[Here | Person]) -> tuple[ByPart, ...]:
    """Everybody once, however many tabs."""
    people = {one.person if isinstance(one, Here) else one for one in here}
    named = len(people) <= MOST_NAMES
    parts: dict[str, list[str]] = {}
    for person in sorted(people, key=lambda one: (one.organisation.casefold(), one.name.casefold())):
        parts.setdefault(person.organisation, []).append(person.name)
    return tuple(ByPart(part, names if named else (), len(names)) for part, names in parts.items())
