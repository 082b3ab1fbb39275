"""Rows that somebody has added in a Word file, and texts of a list that have been changed: which is which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from ..core.document import PLACE, Document
from ..core.mall import Mall
from ..core.position import between
from ..core.row_id import new_row_id
from ..core.row_rule import room_at
from ..export.anchors import seal

What = Mapping[str, Any]
"""What an anchor stands for."""
ALIKE = 0.5
"""Of two texts, from 0 to 1: as much is one text that has been changed."""
LONGEST_COMPARED = 1_000
"""Characters of two texts that are asked how alike they are."""
MOST_COMPARED = 400
"""Pairs of texts."""
MOST_ITEMS = 1_000
"""Of a list that are put beside each other in order."""
MOST_NEW = 500
"""Rows that one file can bring: nobody has added more by hand."""


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:LONGEST_COMPARED], other[:LONGEST_COMPARED]).ratio()


def parent_of(path: str) -> str:
    return path.rpartition("/")[0]


class NewRows:
    """Those of one file, among the rows of the document that it was made from."""

    def __init__(self, mall: Mall | None, base: Mapping[str, str], items: Iterable[str]) -> None:
        self.document = Document(mall, base) if mall else None
        self.base = base
        self.items = tuple(items)
        """Paths of the texts that the file was made with in lists."""
        self.values: dict[str, str] = {}
        self.count = 0
        self.last_after: dict[tuple[str, str], str] = {}
        """The last new row after each."""

    @property
    def full(self) -> bool:
        """Has the file brought as many as one may?"""
        return self.count >= MOST_NEW

    def can_grow(self, path: str) -> bool:
        return self.document is None or self.is_list(path)

    def is_list(self, path: str) -> bool:
        return self.document is not None and room_at(self.document, path) is not None

    def added(self, parent: str, above: str, words: str) -> str:
        """The path of a new row after another; "" is before all. Its id comes of its words: the same file brings the same row again."""
        row = f"{parent}/{new_row_id(f'{parent}:{above}:{words}:{len(self.values)}')}"
        after = self.last_after.get((parent, above), above)
        places = dict(self.base) | self.values
        low = places.get(f"{after}/{PLACE}") if after else None
        own = (places[path] for path in places if path.endswith(f"/{PLACE}") and parent_of(parent_of(path)) == parent)
        high = min((place for place in own if place and (low is None or place > low)), default=None)
        self.values[f"{row}/{PLACE}"] = between(low, high)
        self.last_after[parent, above] = row
        self.count += 1
        return row

    def add_text(self, parent: str, above: str, words: str) -> None:
        """A row of a list of texts."""
        self.values[f"{self.added(parent, above, words)}/{self.step_of(parent)}"] = words

    def step_of(self, path: str) -> str:
        """Where the text of a row in a list of texts is written."""
        found = next((one.rpartition("/")[2] for one in self.items if one.startswith(f"{path}/")), "")
        room = room_at(self.document, path) if self.document and not found else None
        return found or (room.columns[0].id if room and room.columns else "text")


def paired(
    items: Sequence[What], words: Sequence[str], anchored: Sequence[Sequence[str]], base: Mapping[str, str]
) -> dict[int, What]:
    """Which texts of a list as it stands are which of its items: those that are the same, then those that have their anchor, then
    those that are alike. `anchored`: the paths of the anchors in each."""
    left = {str(what["path"]): what for what in items}
    pairs: dict[int, What] = {}
    seals = [what["seal"] for what in items]
    alike = SequenceMatcher(None, seals[:MOST_ITEMS], [*map(seal, words[:MOST_ITEMS])], autojunk=False)
    for start, at, size in alike.get_matching_blocks():
        for step in range(size):
            pairs[at + step] = left.pop(items[start + step]["path"])
    for number, paths in enumerate(anchored):
        for path in paths:
            if number not in pairs and path in left:
                pairs[number] = left.pop(path)
    for number, text in enumerate(words if len(left) * len(words) <= MOST_COMPARED else ()):
        near = [(likeness(base.get(path, ""), text), path) for path in left]
        if number not in pairs and near and max(near)[0] >= ALIKE:
            pairs[number] = left.pop(max(near)[1])
    return pairs
