"""How many rows somebody has written, in a sentence of the form's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .kind import Answer, reading_of

ONE, MANY, COUNT = "ett", "flera", "{antal}"
"""The sentence of one row, that of more, and where their number stands in it."""
NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
"""Numbers up to twelve are written as words in a text."""


def counted(at: Answer[Any], sentences: Mapping[str, str]) -> Iterator[str]:
    """«Styrelsen har haft tre styrelsemöten.» Of rows that can be read; nothing while there are none."""
    many = sum(row.begun and not any(reading_of(leaf).problem for leaf in row.leaves()) for row in at.parts())
    if many:
        said = NUMBERS[many] if many < len(NUMBERS) else str(many)
        yield sentences[ONE if many == 1 else MANY].replace(COUNT, said)


def faults_of(sentences: Mapping[str, str]) -> Iterator[str]:
    """A sentence of one and one of more, where the number stands."""
    texts = all(isinstance(sentence, str) for sentence in sentences.values())
    if not texts or sentences.keys() != {ONE, MANY} or COUNT not in sentences[MANY]:
        yield f"”count” ska ha en mening för ”{ONE}” och en för ”{MANY}” med {COUNT} i"
