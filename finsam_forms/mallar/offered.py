"""The forms that drafts can be made with. What is said of one where it is offered stands at its head; the rest is read when somebody
asks for it, so that the first page waits for no form."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ..core.mall import Mall

SECTIONS = "\n[[section]]"
"""Where the head of one of our own forms ends."""


class Head(NamedTuple):
    """What is said of a form where it is offered; heads sort as they are offered."""

    order: int
    title: str
    id: str
    description: str


class Forms(Mapping[str, Mall]):
    """Every form by id, in the order that it is offered."""

    def __init__(self, forms: Mapping[Head, Callable[[], Mall]]) -> None:
        """`forms`: what reads each."""
        self.heads = tuple(sorted(forms))
        self._readers = {head.id: read for head, read in forms.items()}
        self._read: dict[str, Mall] = {}

    def __getitem__(self, mall_id: str) -> Mall:
        if mall_id not in self._read:
            self._read.setdefault(mall_id, self._readers[mall_id]())
        return self._read[mall_id]

    def __contains__(self, mall_id: object) -> bool:
        return mall_id in self._readers

    def __iter__(self) -> Iterator[str]:
        return (head.id for head in self.heads)

    def __len__(self) -> int:
        return len(self.heads)


def head_of(mall: Mall) -> Head:
    return Head(mall.order, mall.title, mall.id, mall.description)


def head_in(text: str) -> Head:
    """The head of one of the program's own forms, in its text."""
    said = tomllib.loads(text.partition(SECTIONS)[0])
    return Head(said["order"], said["title"], said["id"], said["description"])
