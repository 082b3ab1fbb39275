"""A long text as HTML: for those whose browser runs no scripts, in the view of those who only listen, and in the förbund's own text."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..core.document import Document
from ..core.expression import is_expression
from ..core.markup import LONGEST_MARKED, Block, Bullets, Heading, Numbers, Run, blocks, marked_up, seen
from ..core.references import References
from ..core.unit import NBSP, Unit
from ..store import Clash

MUTED = Markup('<p class="muted">{}</p>')
BREAK = Markup("<br>")
BOLD, ITALIC = Markup("<b>{}</b>"), Markup("<i>{}</i>")
AMOUNT = Markup('<span class="amount"><b>{}</b> <span>· {}</span></span>')


TOO_LONG = "Texten är så lång att bara början visas här. Allt är sparat och skrivs ut."
TOO_MARKED = "Texten har så många stjärnor att den visas och skrivs ut utan fetstil, listor och mellanrubriker."
PREVIEW_LEVEL = 4


def preview_html(text: str, references: References) -> Markup:
    """A long text as it will be printed, or as much of it as a page has room for."""
    note = "" if marked_up(text) else TOO_LONG if len(text) > LONGEST_MARKED else TOO_MARKED
    found = blocks(text[:LONGEST_MARKED], references.resolve)
    shown = prose_html(found, PREVIEW_LEVEL, references) if found else MUTED.format("Inget skrivet än.")
    return MUTED.format(note) + shown if note else shown


def as_seen(document: Document, path: str, text: str, references: References) -> str:
    """A value that a path has or had, as people see it: a long text without its markup and keys, an amount with its unit.

    An expression stands with what it comes to, an answer to choose as its button says.
    """
    leaf = document.mall.leaf_at(path)
    if leaf is None or not text:
        return text
    if leaf.merges:
        return seen(text, references.resolve)
    if leaf.offered:
        return text[:1].upper() + text[1:]
    shown: str = leaf.show(text)
    if leaf.unit is not Unit.KRONOR or leaf.read(text).value is None:
        return shown
    return f"{text.strip()} = {shown}{NBSP}kr" if is_expression(text) else f"{shown}{NBSP}kr"


def both_seen(clash: Clash, document: Document) -> tuple[str, str]:
    """(mine, theirs) of two that wrote at once, as people see them."""
    references = References(document)
    mine, theirs = (as_seen(document, clash.path, text, references) for text in (clash.mine, clash.theirs))
    return mine, theirs


def prose_html(blocks: Iterable[Block], level: int, references: References | None = None) -> Markup:
    """`level`: of the headings in the text. `references`: living amounts say what they are; without, they are words like the others."""
    return Markup("\n").join(block_html(block, level, references) for block in blocks)


def block_html(block: Block, level: int, references: References | None) -> Markup:
    if isinstance(block, Bullets | Numbers):
        items = Markup().join(Markup("<li>{}</li>").format(runs_html(item, references)) for item in block.items)
        if isinstance(block, Bullets):
            return Markup("<ul>{}</ul>").format(items)
        return Markup('<ol start="{}">{}</ol>').format(block.start, items)
    tag = f"h{min(level, 6)}" if isinstance(block, Heading) else "p"
    return Markup(f"<{tag}>{{}}</{tag}>").format(runs_html(block.runs, references))


def runs_html(runs: Iterable[Run], references: References | None = None) -> Markup:
    return Markup().join(run_html(run, references) for run in runs)


def run_html(run: Run, references: References | None) -> Markup:
    if run.reference and references is not None:
        return AMOUNT.format(run.text, references.label(run.reference))
    if run.text == "\n":
        return BREAK
    words = ITALIC.format(run.text) if run.italic else Markup.escape(run.text)
    return BOLD.format(words) if run.bold else words
