"""Paragraphs of a Word file as a long text in light markup: lists, sub-headings, bold and italics, amounts that are still living."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..core.markup import Block, Bullets, Heading, Numbers, Run, Runs
from ..core.markup import Paragraph as Plain
from ..core.markup_source import source, source_of_runs
from ..export.anchors import seal
from .word_text import Mark, Paragraph

Kept = Mapping[str, Mapping[str, Any]]
"""What each anchor stands for, by the name of its bookmark."""
MOST_INSIDE = 40
"""Pieces that an amount may be parted in by whoever has only looked at it."""
HEADING = re.compile(r"heading [1-9]|rubrik [1-9]|title|rubrik")


def text_in(paragraphs: Iterable[Paragraph], kept: Kept) -> str:
    """The text as a person would type it in the form."""
    return source(tuple(blocks_in(paragraphs, kept)))


def item_in(paragraph: Paragraph, kept: Kept) -> str:
    """A paragraph that is a text of its own, such as a goal."""
    return source_of_runs(living(paragraph, kept)).strip()


def blocks_in(paragraphs: Iterable[Paragraph], kept: Kept) -> Iterator[Block]:
    listed: list[Runs] = []
    kind, start = "", 1
    for one in paragraphs:
        runs = stripped(living(one, kept))
        if one.listed != kind and listed:
            yield of_list(kind, listed, start)
            listed = []
        if one.listed and runs:
            start = start if listed else one.start
            listed.append(runs)
        elif runs:
            yield Heading(runs) if HEADING.match(one.style) else Plain(runs)
        kind = one.listed if runs or not listed else kind
    if listed:
        yield of_list(kind, listed, start)


def of_list(kind: str, items: list[Runs], start: int) -> Block:
    return Bullets(tuple(items)) if kind == "bullets" else Numbers(tuple(items), start)


def living(paragraph: Paragraph, kept: Kept) -> Runs:
    """Its words. What stands between the marks of a living amount, and says what it said, is still that amount."""
    found: list[Run] = []
    pieces = paragraph.pieces
    ends = {one.name: at for at, one in enumerate(pieces) if isinstance(one, Mark) and one.ends}
    at = 0
    while at < len(pieces):
        one = pieces[at]
        at += 1
        if isinstance(one, Run):
            found.append(one)
            continue
        what = kept.get(one.name, {})
        end = ends.get(one.name, 0)
        if one.ends or what.get("kind") != "amount" or not at <= end <= at + MOST_INSIDE:
            continue
        inside = [piece for piece in pieces[at:end] if isinstance(piece, Run)]
        words = "".join(piece.text for piece in inside)
        if inside and seal(words) == what["seal"]:
            found.append(Run(words, inside[0].bold, inside[0].italic, what["key"]))
            at = end + 1
    return tuple(found)


def stripped(runs: Runs) -> Runs:
    """Without spaces at its ends and without lines that say nothing."""
    text = "".join(run.text for run in runs)
    if not text.strip():
        return ()
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    found, at = [], 0
    for run in runs:
        words = run.text[max(left - at, 0) : max(right - at, 0)]
        at += len(run.text)
        if words:
            found.append(run if words == run.text else Run(words, run.bold, run.italic, run.reference))
    return tuple(found)
