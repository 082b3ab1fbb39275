"""A value on its way to be saved, and who saves it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Who makes a change: a name and an organisation, asked once, no account."""

    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A value to be saved: based on version `base` of it, with an id of its own so that it is saved once."""

    path: str
    value: str
    base: int
    op: str
