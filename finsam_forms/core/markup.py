"""The light markup of long texts: paragraphs, `- ` and `1. ` lists, `## ` sub-headings, **bold**, *italics*, `[[living amounts]]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .reading import UNSEEN

if TYPE_CHECKING:  # else where they are used: the overview is shown without them
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

Resolve = Callable[[str], "str | None"]
REFERENCE = re.compile(r"\[\[([a-z0-9_]+(?:/[a-z0-9_]+)*)(?:\|[^\[\]\n]{0,80})?\]\]")
LONGEST_MARKED = 200_000
"""Characters; a longer text is read as plain paragraphs, so that a hostile one can't keep the machine busy."""
MOST_STARS = 10_000
"""A text with more of them is read as plain paragraphs too: each is looked at, and each pair is a piece of the page."""


class Run(NamedTuple):
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
    """Only bold and italics with stars: no HTML, links, code, escapes or underscores, so that all else stays as it is."""
    from markdown_it import MarkdownIt

    found = MarkdownIt("zero").enable(["emphasis", "newline", "balance_pairs", "fragments_join"])
    found.inline.ruler.at("emphasis", stars)
    return found


def stars(state: StateInline, silent: bool) -> bool:
    """Markdown's own rule, but `_` is no mark, nor is a star inside a word or a number: 12*27083*2 keeps both."""
    if state.src[state.pos] != "*":
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before = state.src[state.pos - 1] if state.pos else ""
    after = state.src[end] if end < state.posMax else ""
    inside = before.isalnum() and after.isalnum()
    if not inside:
        from markdown_it.rules_inline import emphasis

        return emphasis.tokenize(state, silent)
    if not silent:
        state.pending += state.src[state.pos : end]
        state.pos = end
    return True


BLANK = re.compile(r"\s*")
HEADING = re.compile(r"[ \t]*##[ \t]+(\S.*)")
BULLET = re.compile(r"[ \t]*-[ \t]+(.*)")
NUMBER = re.compile(r"[ \t]*([0-9]{1,3})\.[ \t]+(.*)")
INDENTED = re.compile(r"(?: {2}|\t)[ \t]*\S")


def blocks(text: str, resolve: Resolve | None = None) -> tuple[Block, ...]:
    """A text as it is shown and printed. `resolve` gives what a living amount says now; None: it stands for nothing.

    A list ends at the first line that is neither an item nor indented: whoever leaves a list with Enter is out of it.
    Lists do not nest, and a year first in a line (`2021. Ett bra år`) is no number of a list.
    """
    return tuple(
        block
        for part in (parts(text) if marked_up(text) else plain_parts(text))
        if (block := read_part(part, resolve)) is not None
    )


def marked_up(text: str) -> bool:
    """Is a text shown with its marks? One that is not is told so, here and by check G54."""
    return len(text) <= LONGEST_MARKED and text.count("*") <= MOST_STARS


@dataclass(slots=True)
class Part:
    """Lines that belong together: a paragraph or heading has one item, a list one or more."""

    kind: str
    items: list[list[str]]
    start: int = 1


def parts(text: str) -> Iterator[Part]:
    part: Part | None = None
    blank = False
    for line in text.split("\n"):
        if BLANK.fullmatch(line):
            blank = True
            continue
        kind, words, number = kind_of(line)
        if part and kind == part.kind in ("bullets", "numbers"):
            part.items.append([words])
        elif part and kind == "paragraph" and not blank and goes_on(part, line):
            part.items[-1].append(words)
        else:
            if part:
                yield part
            part = Part(kind, [[words]], number)
        blank = False
    if part:
        yield part


def kind_of(line: str) -> tuple[str, str, int]:
    """What a line is, its words, and its number in a list."""
    if found := BULLET.fullmatch(line):
        return "bullets", found[1].strip(), 1
    if found := NUMBER.fullmatch(line):
        return "numbers", found[2].strip(), int(found[1])
    if found := HEADING.fullmatch(line):
        return "heading", found[1].strip(), 1
    return "paragraph", line.strip(), 1


def goes_on(part: Part, line: str) -> bool:
    """Does a plain line belong to what stands above it?"""
    return part.kind == "paragraph" or (part.kind != "heading" and INDENTED.match(line) is not None)


def plain_parts(text: str) -> Iterator[Part]:
    """A text too long to be marked up: its lines."""
    return (Part("plain", [[line.strip()]]) for line in text.split("\n") if line.strip())


def read_part(part: Part, resolve: Resolve | None) -> Block | None:
    if part.kind == "plain":
        return Paragraph((Run(part.items[0][0]),))
    items = tuple(runs for lines in part.items if (runs := tuple(read_runs("\n".join(lines), resolve))))
    if not items:
        return None
    match part.kind:
        case "bullets":
            return Bullets(items)
        case "numbers":
            return Numbers(items, part.start)
        case "heading":
            return Heading(items[0])
        case _:
            return Paragraph(items[0])


def read_runs(text: str, resolve: Resolve | None) -> Iterator[Run]:
    bold = italic = 0
    for token in parser().parseInline(text)[0].children or []:
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


PASTED_BULLET = re.compile(r"^[ \t]*(?:[•·▪◦‣●○\uf0b7\uf0a7]|o(?=\t)|[-–—](?=\t))[ \t\u00a0]*", re.M)
PASTED_NUMBER = re.compile(r"^[ \t]*([0-9]{1,3})[.)]\t[ \t]*", re.M)
NEWLINES = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
SEPARATORS = re.compile("[\x1c-\x1f]")
"""White space to Python, signs to Markdown and to browsers: a text with one would be read in two ways."""


def tidy_typed(text: str) -> str:
    """What was typed or pasted: Word's bullets become `- `, unseen characters go. Spaces at the end stay: no caret moves."""
    text = SEPARATORS.sub(" ", UNSEEN.sub("", NEWLINES.sub("\n", text)))
    return PASTED_NUMBER.sub(r"\1. ", PASTED_BULLET.sub("- ", text))


def plain(text: str, resolve: Resolve | None = None) -> str:
    """The words without their markup: for checks, search and counting."""
    lines = []
    for block in blocks(text, resolve):
        items = block.items if isinstance(block, Bullets | Numbers) else (block.runs,)
        lines += [said(runs) for runs in items]
    return "\n".join(lines)


GONE = "(uppgift som inte finns kvar)"
"""What stands for a living amount whose row was removed, to people."""


def seen(text: str, resolve: Resolve) -> str:
    """The text as people see it, where it can't be laid out: bullets and numbers, but no marks and no keys."""
    return "\n\n".join(block_seen(block) for block in blocks(text, lambda key: resolve(key) or GONE))


def block_seen(block: Block) -> str:
    match block:
        case Bullets(items):
            return "\n".join(f"• {said(runs)}" for runs in items)
        case Numbers(items, start):
            return "\n".join(f"{number}. {said(runs)}" for number, runs in enumerate(items, start))
        case _:
            return said(block.runs)


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def words(text: str) -> int:
    return len(plain(text).split())
