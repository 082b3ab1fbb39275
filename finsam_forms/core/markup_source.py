"""Blocks of a long text as the light markup that they are read from: the opposite of `markup.blocks`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from .markup import Block, Bullets, Heading, Numbers, Paragraph, Run, Runs


def source(found: tuple[Block, ...]) -> str:
    """Blocks as the text that they are read from: the opposite of `blocks`."""
    return "\n\n".join(block_source(block) for block in found)


def block_source(block: Block) -> str:
    match block:
        case Bullets(items):
            return "\n".join(f"- {item_source(runs)}" for runs in items)
        case Numbers(items, start):
            return "\n".join(f"{number}. {item_source(runs)}" for number, runs in enumerate(items, start))
        case Heading(runs):
            return "## " + "".join(map(bare, runs)).replace("\n", " ")
        case Paragraph(runs):
            return source_of_runs(runs)


def item_source(runs: Runs) -> str:
    return source_of_runs(runs).replace("\n", "\n  ")


def source_of_runs(runs: Runs) -> str:
    """Words with the marks of their looks, bold outside italics."""
    out = ""
    for bold, group in groupby(looks(runs), lambda piece: piece[1]):
        inside = "".join(marked(text, "*" * italic) for text, _, italic in group)
        out += marked(inside, "**" * bold)
    return out


def looks(runs: Runs) -> Iterator[tuple[str, bool, bool]]:
    """Neighbours of one look together: text, bold, italic. Spaces take the look of what stands before them."""
    text, bold, italic = "", False, False
    for run in runs:
        if not run.text.strip() or (run.bold, run.italic) == (bold, italic):
            text += bare(run)
            continue
        if text:
            yield text, bold, italic
        text, bold, italic = bare(run), run.bold, run.italic
    if text:
        yield text, bold, italic


def marked(text: str, mark: str) -> str:
    """Marks stand at words, never at spaces: `** so **` would be stars."""
    words = text.strip()
    if not words or not mark:
        return text
    before, _, after = text.partition(words)
    return f"{before}{mark}{words}{mark}{after}"


def bare(run: Run) -> str:
    return f"[[{run.reference}]]" if run.reference else run.text
