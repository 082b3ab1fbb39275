"""Words: headings, long texts, lists, space to write in, the förbund's own text, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.markup import Block, Bullets, Numbers, Run, block_seen
from ...core.markup import Heading as SubHead
from ...core.markup_source import source, source_of_runs
from .. import elements as e
from ..anchors import path_kept, seal
from ..words import EMPTY, alone
from . import measure as m
from .pen import Pen
from .xml import look_of, paragraph, run, tabs

DEEPEST = 4
"""Of the template's headings; the document's name is above them."""
SMALL = '<w:b w:val="0"/><w:sz w:val="18"/><w:szCs w:val="18"/>'


def heading_style(level: int) -> str:
    return f"Rubrik{min(max(level - 1, 1), DEEPEST)}"


def heading(element: e.Heading, pen: Pen) -> str:
    """The number in the margin column as plain words: it is the form's, and no program counts it anew."""
    note = alone(element.note)
    said = f"{element.number}\t{element.text}"
    if element.cell.path:
        number = f"{element.number}\t"
        inside = pen.anchors.own(run(number), number) + written_in_line(element.cell, pen)
    else:
        inside = pen.anchors.own(run(said), f"{said}\t{note}" if note else said)
    settings = ""
    if note:
        inside += run(f"\t{note}", SMALL)
        settings = tabs(("left", pen.column), ("right", pen.width))
    name = pen.listed.pop(element.path, "")
    inside = pen.anchors.mark(inside, name) if name else inside
    if element.level > 2:  # its look is the same
        settings += f'<w:outlineLvl w:val="{min(element.level, DEEPEST) - 2}"/>'
    return paragraph("Bilagerubrik" if element.annex else "Rubrik1", inside, settings)


def written_in_line(cell: e.Cell, pen: Pen) -> str:
    """What somebody has written among words of the form's own, between two anchors."""
    said = alone(cell)
    start = pen.anchors.on("", kind="inline", path=cell.path, seal=seal(said))
    return start + run(said) + pen.anchors.on("", kind="end")


def sub_heading(element: e.SubHeading, pen: Pen) -> str:
    made = label(element.text, element.level, pen)
    return made + (paragraph("Anmarkning", pen.fixed(element.note), "<w:keepNext/>") if element.note else "")


def label(text: str, level: int, pen: Pen) -> str:
    return paragraph(heading_style(level), pen.fixed(text))


def opened(text: str, level: int, path: str, pen: Pen, **what: Any) -> str:
    """The label of something that is written below it, if it has one; else the anchor above does for it."""
    above = label(text, level, pen) if text else ""
    if not path_kept(path):
        return above
    if pen.anchors.taken:  # nothing stands between it and what can be written above it
        above += paragraph("Tunn", pen.fixed(""))
    pen.anchors.then(path=path, **what)
    return above


def prose(element: e.Prose, pen: Pen) -> str:
    if not element.path:
        return "".join(paragraph("Brodtext", pen.fixed(block_seen(one))) for one in element.blocks)
    words = seal(source(element.blocks))
    above = opened(element.label, element.level, element.path, pen, kind="text", seal=words)
    return above + "".join(blocks(element.blocks, element.inner_level, pen))


FLUSH = '<w:ind w:left="0" w:firstLine="0"/>'
"""Without the margin column, as in a cell."""
ITEM_IN_CELL = f'<w:ind w:left="{m.mm(5.5)}" w:hanging="{m.mm(5.5)}"/>'


def blocks(found: tuple[Block, ...], level: int, pen: Pen, *, in_cell: bool = False) -> Iterator[str]:
    plain, listed = (FLUSH, ITEM_IN_CELL) if in_cell else ("", "")
    for block in found:
        match block:
            case SubHead(runs):
                yield paragraph(heading_style(level), said(runs, pen), plain)
            case Bullets(items):
                for item in items:
                    yield paragraph("Punktlista", said(item, pen), listed)
            case Numbers(items, start):
                yield from numbered(items, start, pen, indent=listed)
            case _:
                yield paragraph("Brodtext", said(block.runs, pen), plain)


def numbered(
    items: tuple[tuple[Run, ...], ...], start: int, pen: Pen, anchors: tuple[str, ...] = (), indent: str = ""
) -> Iterator[str]:
    """A list of its own. `anchors`: before the words of each. `indent`: another than that of the style."""
    number = pen.list_from(start)
    settings = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>{indent}'
    for place, item in enumerate(items):
        yield paragraph("Numreradlista", (anchors[place] if anchors else "") + said(item, pen), settings)


def said(runs: tuple[Run, ...], pen: Pen) -> str:
    """Words with their bold and italics. A living amount has an anchor: what is the same when it is read back is still living."""
    return "".join(
        pen.anchors.on(run(one.text, look_of(one)), kind="amount", key=one.reference, seal=seal(one.text))
        if one.reference
        else run(one.text, look_of(one))
        for one in runs
    )


def ruled(element: e.Ruled, pen: Pen) -> str:
    """Lines to write on; where there are none on paper, an empty one all the same."""
    above = opened(element.label, element.level, element.path, pen, kind="text", seal=seal(""))
    if element.missing:
        above += paragraph("Ejifyllt", pen.fixed(EMPTY))
        if path_kept(element.path):
            pen.anchors.then(path=element.path, kind="text", seal=seal(""))
    return above + (paragraph("Skrivrad") * element.lines or paragraph("Brodtext"))


def list_block(element: e.ListBlock, pen: Pen) -> str:
    above = opened(element.label, element.level, element.path, pen, kind="list")
    items = tuple(in_one(item.blocks) for item in element.items)
    marks = tuple(
        pen.anchors.on("", kind="item", path=item.path, seal=seal(source_of_runs(runs)))
        for item, runs in zip(element.items, items, strict=True)
    )
    return above + "".join(numbered(items, 1, pen, marks))


def in_one(found: tuple[Block, ...]) -> tuple[Run, ...]:
    """The words of all blocks as one item of a list."""
    runs: tuple[Run, ...] = ()
    for block in found:
        inner = block.items if isinstance(block, Bullets | Numbers) else (block.runs,)
        for one in inner:
            runs += ((Run("\n"),) if runs else ()) + one
    return runs


def fixed_text(element: e.Verbatim, pen: Pen) -> str:
    """The förbund's own words behind a bar, chapter by chapter."""
    plain = "Fastutdrag" if element.extract else "Fasttext"
    found = [paragraph("Fastnot", pen.fixed(element.label.replace("\n", ", ")))]
    if element.note:
        found.append(paragraph("Fastnot", pen.fixed(element.note)))
    for block in element.blocks:
        match block:
            case SubHead(runs):
                found.append(paragraph("Fastrubrik", unchanged(runs, pen)))
            case Bullets(items) | Numbers(items):
                number = pen.list_from(block.start) if isinstance(block, Numbers) else pen.bullets
                settings = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
                found += [paragraph(plain, unchanged(item, pen), settings) for item in items]
            case _:
                found.append(paragraph(plain, unchanged(block.runs, pen)))
    return "".join(found)


def unchanged(runs: tuple[Run, ...], pen: Pen) -> str:
    words = "".join(one.text for one in runs)
    return pen.anchors.own("".join(run(one.text, look_of(one)) for one in runs), words)


TICK = '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>'
TICKED, UNTICKED = "☑", "☐"
LONGEST_BESIDE = 20
"""Characters of an answer that has others beside it."""


def boxes(element: e.Boxes, pen: Pen) -> str:
    chosen = next((box.value for box in element.options if box.chosen), "")
    offered = [[box.value, box.label] for box in element.options]
    as_it_stands = seal(" ".join(f"{TICKED if box.chosen else UNTICKED} {box.label}" for box in element.options))
    above = opened("", 0, element.path, pen, kind="boxes", offered=offered, chosen=chosen, seal=as_it_stands)
    made = [
        run(TICKED if box.chosen else UNTICKED, TICK) + run(f" {box.label}", "<w:b/>" * bool(box.chosen))
        for box in element.options
    ]
    if all(len(box.label) <= LONGEST_BESIDE for box in element.options):
        stops = tabs(*(("left", pen.column + m.mm(30) * number) for number in range(1, len(made))))
        return above + paragraph("Kryssruta", run("\t").join(made), stops if len(made) > 1 else "")
    return above + "".join(paragraph("Kryssruta", one) for one in made)


def note(element: e.Note, pen: Pen) -> str:
    place = '<w:ind w:left="0"/>' if pen.land else ""
    return paragraph("Anmarkning", pen.fixed(element.text), place)
