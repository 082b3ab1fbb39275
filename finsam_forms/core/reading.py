"""The outcome of reading a typed text: a value, a problem said in plain Swedish, or nothing (empty)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A button: what it says, and the text that it puts in the field."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text could not be understood. `message` says what is wrong and what to do."""

    message: str
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a text means. Neither value nor problem: it was empty."""

    value: T | None = None
    problem: Problem | None = None
