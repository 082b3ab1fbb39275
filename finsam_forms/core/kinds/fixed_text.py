"""The förbund's own text, kept beside the form and never editable."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, ClassVar, Self

from ..markup import Block, Heading, blocks
from .intake import Intake
from .kind import Answer, Kind, Leaf, Place, Rest, Unfit


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedText(Kind):
    """A text that shall stand as it is."""

    type: ClassVar[str] = "fixed_text"
    worked_out: ClassVar[frozenset[str]] = frozenset({"text"})
    unheard: ClassVar[frozenset[str]] = frozenset(
        {"hint", "required", "from_", "from_previous", "from_sheet", "may_differ"}
    )
    file: str
    source: str = ""
    text_version: str = ""
    fingerprint: str
    """SHA-256 of the file: a changed text is seen at start."""
    note: str = ""
    text: str = ""

    def files(self) -> tuple[str, ...]:
        return (self.file,)

    def prepared(self, files: Mapping[str, str]) -> Self:
        if self.file not in files:
            raise Unfit(f"filen {self.file} med den fasta texten finns inte bredvid formuläret")
        text = files[self.file]
        found = hashlib.sha256(text.encode()).hexdigest()
        if found != self.fingerprint:
            raise Unfit(f"den fasta texten i {self.file} är ändrad (fingeravtrycket är {found})")
        return replace(self, text=text)

    def blocks(self) -> tuple[Block, ...]:
        """The text as it is shown and printed."""
        return read_once(self.text)

    def last_part(self) -> tuple[Block, ...]:
        """What stands under its last heading; all of it when it has none."""
        found = self.blocks()
        heads = [number for number, block in enumerate(found) if isinstance(block, Heading)]
        return found[heads[-1] + 1 :] if heads else found

    def leaf_at(self, rest: Rest) -> Leaf | None:
        return None

    def begun(self, at: Answer[Any]) -> bool:
        return True

    def place(self, at: Answer[Any], rest: Rest) -> Place:
        return Place(not rest)

    def to_json(self, at: Answer[Any]) -> Any:
        return {"fingeravtryck": self.fingerprint}

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        """The text stays the form's own. Another in the file is kept beside the draft and told by check G42."""
        if intake.known_keys(data, path, {"fingeravtryck", "text"}):
            print_given, text_given = data.get("fingeravtryck"), data.get("text")
            for key, given in (("fingeravtryck", print_given), ("text", text_given)):
                if given is not None and not isinstance(given, str):
                    intake.fault(f"{path}/{key}", "ska vara text inom citattecken")
                    return
            if text_given is not None and text_given.split() != self.text.split():
                intake.texts[path] = text_given
            elif text_given is None and print_given not in (None, self.fingerprint):
                intake.texts[path] = ""

    def schema(self) -> dict[str, Any]:
        properties = {"fingeravtryck": {"type": "string"}, "text": {"type": "string"}}
        return {"type": "object", "properties": properties, "additionalProperties": False}


@lru_cache(maxsize=32)
def read_once(text: str) -> tuple[Block, ...]:
    """A text of a form is the same on every page and every sheet to sign."""
    return blocks(text)
