"""The light markup of long texts: paragraphs, `- ` and `1. ` lists, `## ` sub-headings, **bold**, *italics*, `[[living amounts]]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

Resolve = Callable[[str], "str | None"]
REFERENCE = re.compile(r"\[\[([a-z0-9_]+(?:/[a-z0-9_]+)*)(?:\|[^\[\]\n]{0,80})?\]\]")
LONGEST_MARKED = 200_000
"""Characters; a longer text is read as plain paragraphs, so that a hostile one can't keep the machine busy."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `reference` is the key of a living amount whose text this is."""

    text: str
    bold: bool = False
    italic: bool = False
    reference: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True, slots=True)
class Heading:
    runs: Runs


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    items: tuple[Runs, ...]
    start: int = 1


Block = Paragraph | Heading | Bullets | Numbers


@cache
def parser() -> MarkdownIt:
    only = ["heading", "list", "emphasis", "newline", "balance_pairs", "fragments_join"]
    found = MarkdownIt("zero", {"maxNesting": 12}).enable(only)
    return found


def blocks(text: str, resolve: Resolve | None = None) -> tuple[Block, ...]:
    """A text as it is shown and printed. `resolve` gives what a living amount says now; None: it stands for nothing."""
    if len(text) > LONGEST_MARKED:
        return tuple(Paragraph((Run(part),)) for part in re.split(r"\n\s*\n", text) if part.strip())
    tokens = parser().parse(escape_foreign(text))
    return tuple(read_blocks(tokens, resolve))


def escape_foreign(text: str) -> str:
    """Keep apart what only looks like markup: a lone # or a year first in a line is not a heading or a list."""
    return "\n".join(line if not re.match(r"\s{4,}\S", line) else line.lstrip() for line in text.split("\n"))


def read_blocks(tokens: list[Token], resolve: Resolve | None) -> Iterator[Block]:
    items: list[Runs] | None = None
    start, depth, heading = 1, 0, False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
            if depth == 1:
                items, start = [], int(token.attrGet("start") or 1)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            if depth == 0 and items is not None:
                yield Bullets(tuple(items)) if token.type.startswith("bullet") else Numbers(tuple(items), start)
                items = None
        elif token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "inline":
            runs = tuple(read_runs(token.children or [], resolve))
            if items is not None:
                items.append(runs)
            elif runs:
                yield Heading(runs) if heading else Paragraph(runs)


def read_runs(tokens: list[Token], resolve: Resolve | None) -> Iterator[Run]:
    bold = italic = 0
    for token in tokens:
        if token.type == "strong_open":
            bold += 1
        elif token.type == "strong_close":
            bold -= 1
        elif token.type == "em_open":
            italic += 1
        elif token.type == "em_close":
            italic -= 1
        elif token.type in ("softbreak", "hardbreak"):
            yield Run("\n", bool(bold), bool(italic))
        elif token.content:
            yield from with_references(token.content, bool(bold), bool(italic), resolve)


def with_references(text: str, bold: bool, italic: bool, resolve: Resolve | None) -> Iterator[Run]:
    place = 0
    for match in REFERENCE.finditer(text) if resolve else ():
        now = resolve(match[1]) if resolve else None
        if now is not None:
            if match.start() > place:
                yield Run(text[place : match.start()], bold, italic)
            yield Run(now, bold, italic, match[1])
            place = match.end()
    if text[place:]:
        yield Run(text[place:], bold, italic)


BULLET = re.compile(r"^[ \t]*(?:[•·▪◦‣●○\uf0b7\uf0a7]|o(?=\t)|[–—](?=\t))[ \t]*", re.M)
NUMBER = re.compile(r"^[ \t]*(\d{1,3})(?:\)[ \t]+|\.\t)", re.M)
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def tidy_typed(text: str) -> str:
    """What was typed or pasted: Word's bullets become `- `, unseen characters go. Spaces at the end stay, so no caret moves."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = UNSEEN.sub("", text)
    return NUMBER.sub(r"\1. ", BULLET.sub("- ", text))


def plain(text: str, resolve: Resolve | None = None) -> str:
    """The words without their markup: for checks, search and counting."""
    lines = []
    for block in blocks(text, resolve):
        items = block.items if isinstance(block, Bullets | Numbers) else (block.runs,)
        lines += ["".join(run.text for run in runs) for runs in items]
    return "\n".join(lines)


def words(text: str) -> int:
    return len(plain(text).split())
