"""What a form can write in each part of it: asked of the class that the part is read to."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from inspect import get_annotations
from types import UnionType
from typing import Any, ClassVar, Union, get_args, get_origin

from .kinds.kind import FIELD_ID, NOTHING_INSIDE, Inside, Shape


def key_of(attribute: str) -> str:
    """What an attribute is called in a form: `from_` is written `from`, which Python keeps for itself."""
    return attribute.rstrip("_")


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
