"""Where an earlier version of a form had an answer, and where it stands now: so that older files can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

ANY = re.compile(r"\{[a-z]+\}")
"""A step of a place that stands for whatever is there: «lots_kon/{part}/{kon}»."""


def as_now(content: Any, former: Mapping[str, str]) -> Any:
    """The content of a file with its answers where they stand now. What is there already is let be."""
    if not isinstance(content, dict) or not former:
        return content
    roots = {place.partition("/")[0] for place in former}
    found = {key: value for key, value in content.items() if key not in roots}
    for place, now in former.items():
        for names, value in places_of(content, place.split("/")):
            put(found, [names.get(step, step) for step in now.split("/")], value)
    return found


def places_of(content: Any, steps: list[str]) -> Iterator[tuple[dict[str, str], Any]]:
    """Each value at a place: what its steps stand for there, and the value."""
    if not steps:
        yield {}, content
        return
    first, *rest = steps
    for key, value in content.items() if isinstance(content, dict) else ():
        if key == first or ANY.fullmatch(first):
            for names, one in places_of(value, rest):
                yield names | {first: key}, one


def put(content: dict[str, Any], steps: list[str], value: Any) -> None:
    """Deep in the content, in copies of what it shares with the file."""
    first, *rest = steps
    if not rest:
        content.setdefault(first, value)
        return
    inner = content.get(first, {})
    if isinstance(inner, dict):
        content[first] = dict(inner)
        put(content[first], rest, value)
