"""Labels and values on hairlines: the heads of pages, single answers, days of a phase, the sheets to sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .. import elements as e
from ..anchors import seal
from ..words import alone, starred
from . import measure as m
from .pen import Pen, alone_in_cell, in_cell
from .xml import paragraph, run

ACCENT = "14354F"
BOLD = "<w:b/>"


def grid(widths: Iterable[int], rows: Iterable[str], style: str, title: str = "", *, indent: int = 0) -> str:
    """A table. `title`: what it is called by a screen reader."""
    wide = list(widths)
    named = f'<w:tblCaption w:val="{title}"/>' if title else ""
    place = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in wide)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(wide)}" w:type="dxa"/>{place}'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{named}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[str], *, height: int = 0, head: bool = False, whole: bool = True) -> str:
    """`height`: at least so high. `head`: repeated on every page. `whole`: never parted between two pages."""
    settings = (
        "<w:cantSplit/>" * whole
        + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
        + "<w:tblHeader/>" * head
    )
    return "<w:tr>" + (f"<w:trPr>{settings}</w:trPr>" if settings else "") + "".join(cells) + "</w:tr>"


def cell(width: int, inside: str, settings: str = "", span: int = 1) -> str:
    """`settings`: elements of `w:tcPr` after width and span, in the order of the schema."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{settings}</w:tcPr>{inside}</w:tc>'


def border(**sides: int) -> str:
    """Eighths of a point of each side; 0 is no line."""
    lines = (
        f'<w:{side} w:val="{kind(width)}" w:sz="{width}" w:space="0" w:color="{color(width)}"/>'
        for side, width in sides.items()
    )
    return f"<w:tcBorders>{''.join(lines)}</w:tcBorders>"


def kind(width: int) -> str:
    return "single" if width else "nil"


def color(width: int) -> str:
    return ACCENT if width > 2 else "000000"


LONGEST_WHOLE = 1_200
"""Characters of a row that stays on one page: a row higher than a page must be parted."""


def stays_whole(*texts: str) -> bool:
    return sum(map(len, texts)) <= LONGEST_WHOLE


def entries(element: e.Entries, pen: Pen) -> str:
    code = element.code if element.code and element.rows else None
    side = m.mm(30) if code else 0
    widths = [pen.column, pen.width - pen.column - side]
    made = []
    for number, one in enumerate(element.rows):
        said, place = alone_in_cell(one.cell, element.amounts)
        cells = [
            cell(widths[0], paragraph("Etikett", labelled(one.label, place, pen))),
            cell(widths[1], paragraph("Varde", value(said, one.strong, pen))),
        ]
        if code:
            cells.append(code_cell(code, side, pen) if number == 0 else under_code(side))
        made.append(row(cells, whole=stays_whole(one.label, said)))
    return grid([*widths, *([side] if code else [])], made, "Rader") + after_table()


def labelled(label: str, place: Mapping[str, Any] | None, pen: Pen) -> str:
    """A label with the anchor of its row."""
    pen.anchors.fixed.add(seal(label))
    return pen.anchors.on(run(label), kind="cells", cells=[None, place])


def value(said: str, strong: bool, pen: Pen) -> str:
    """What stands beside a label, after the second anchor of its row."""
    pen.anchors.fixed.add(seal(said))
    return pen.anchors.again("") + run(said, BOLD * strong)


def before_table() -> str:
    """Two tables that meet would become one; a heading over it stays with the table."""
    return paragraph("Tunn", "", "<w:keepNext/>")


def after_table() -> str:
    """Two tables that meet would become one, and a cell or a page can't end with a table."""
    return paragraph("Tunn")


def code_cell(code: e.Code, width: int, pen: Pen) -> str:
    from .drawing import picture
    from .qr import code_as_png

    side = m.mm(23)
    drawn = picture(pen.picture(code_as_png(code.words)), side, side, f"QR-kod: {code.words}", pen.drawing_id())
    middle = '<w:jc w:val="right"/>'
    inside = paragraph("Bild", drawn, middle) + paragraph("Tabellhuvud", pen.shown(code.caption), middle)
    return cell(width, inside, f'<w:vMerge w:val="restart"/>{border(bottom=0)}')


def under_code(width: int) -> str:
    return cell(width, paragraph("Tunn"), f"<w:vMerge/>{border(top=0, bottom=0)}")


STAMP_W, STAMP_H = m.mm(62), m.mm(38)
LABEL = m.mm(24)


def form_head(element: e.FormHead, form: str, forbund: str, pen: Pen) -> str:
    """The form's name and förbund to the left, the stamp box to the right, and the entries beside it."""
    gap = m.mm(9)
    room = pen.width - STAMP_W - gap
    widths = [LABEL, room - LABEL, gap, STAMP_W]
    box = border(top=2, left=2, bottom=2, right=2)
    stamp = paragraph("Tabellhuvud", run("Ankomststämpel"), '<w:ind w:left="80"/>')
    beside = [cell(gap, paragraph("Tunn")), cell(STAMP_W, stamp, f'<w:vMerge w:val="restart"/>{box}')]
    name = f"{form} {alone(element.day)}".strip()
    names = paragraph("Formular", pen.fixed(name)) + paragraph("Forbund", pen.fixed(forbund))
    high = STAMP_H - m.mm(8) * len(element.entries)
    made = [row([cell(room, names, span=2), *beside], height=max(high, m.mm(20)), whole=True)]
    for one in element.entries:
        said, place = alone_in_cell(one.cell)
        bottom = f'{border(bottom=2)}<w:vAlign w:val="bottom"/>'
        cells = [
            cell(widths[0], paragraph("Etikett", labelled(one.label, place, pen)), '<w:vAlign w:val="bottom"/>'),
            cell(widths[1], paragraph("Varde", value(said, one.strong, pen)), bottom),
            cell(gap, paragraph("Tunn")),
            cell(STAMP_W, paragraph("Tunn"), f"<w:vMerge/>{box}"),
        ]
        made.append(row(cells, height=m.mm(8), whole=True))
    return grid(widths, made, "Normaltabell") + paragraph("Etikett")


def title(element: e.Title, pen: Pen) -> str:
    """The document's name, as the form's first answer."""
    said = alone(element.cell) if element.cell.value else ""
    words = f"{element.number}\t{element.label}"
    number = run(element.number, f'{BOLD}<w:color w:val="{ACCENT}"/><w:sz w:val="24"/><w:szCs w:val="24"/>')
    above = paragraph("Namnrubrik", pen.anchors.own(number + run(f"\t{element.label}"), words))
    place = in_cell(element.cell, said)
    if place:
        pen.anchors.then(kind="line", path=element.cell.path, seal=place["seal"])
    return above + (paragraph("Rubrik", run(said)) if said else paragraph("Skrivrad") * 2)


NO_DAYS = f"Från {'_' * 14} till {'_' * 14}"


def phase(element: e.Phase, pen: Pen) -> str:
    """Label and days of a phase, above its text."""
    start, end = element.days
    both = start._replace(also=(end._replace(lead="\u00a0– "),))
    written = alone(both)
    said = written or NO_DAYS
    name, label = alone_in_cell(element.label)
    widths = [pen.column, pen.width - pen.column]
    days = in_cell(both, said)
    mark = pen.anchors.on("", kind="cells", row=element.path, cells=[label, days])
    bold = "<w:keepNext/>"
    cells = [
        cell(widths[0], paragraph("Varde", mark + run(name), bold)),
        cell(widths[1], paragraph("Varde", value(said, bool(written), pen), bold)),
    ]
    return before_table() + grid(widths, [row(cells, whole=stays_whole(name))], "Normaltabell") + after_table()


def band(element: e.Band, pen: Pen) -> str:
    """One line over the whole width, such as «Total kostnad för insatsen»."""
    said = starred(element.cell, element.amounts)
    line = f'<w:{{}} w:val="single" w:sz="12" w:space="3" w:color="{ACCENT}"/>'
    settings = (
        f"<w:pBdr>{line.format('top')}{line.format('bottom')}</w:pBdr>"
        f'<w:tabs><w:tab w:val="right" w:pos="{pen.width}"/></w:tabs><w:spacing w:before="300" w:after="300"/>'
    )
    own = pen.anchors.own(run(element.label), f"{element.label}\t{said}")
    return paragraph("Summalinje", own + run(f"\t{said}"), settings)


PEN_HEIGHT = m.mm(30)
ENTRY_HEIGHT = m.mm(13)
TOLD = "Undertecknas av partens behöriga beslutsfattare. Namnet textas eller trycks på raden Namn."
NOT_SIGNED = "Utkast: skrivs inte under. Underskrift sker på den låsta versionen."


def signature(element: e.Signature, pen: Pen) -> str:
    """Who signs, each on a line of its own, and a line for the hand: last on a sheet of its own, under a text after the day."""
    entries = [(one.label, *alone_in_cell(one.cell)) for one in element.entries]
    hand = (element.hand or "Namnteckning", NOT_SIGNED if element.draft else "", None)
    found = (
        [entries[0], hand, *entries[1:]] if element.hand else [("Part", *alone_in_cell(element.party)), *entries, hand]
    )
    made = [signing_row(*one, pen, first=one is found[0] and not element.hand, hand=one is hand) for one in found]
    widths = [pen.column, pen.width - pen.column]
    if element.hand:
        return before_table() + grid(widths, made, "Normaltabell")
    return before_table() + grid(widths, made, "Normaltabell") + paragraph("Instruktion", pen.fixed(TOLD))


def signing_row(label: str, said: str, place: Mapping[str, Any] | None, pen: Pen, *, first: bool, hand: bool) -> str:
    low = '<w:vAlign w:val="bottom"/>'
    line = "" if first and said else border(bottom=6 if hand else 2)
    named = paragraph("Etikett", labelled(label, place, pen))
    words = pen.anchors.again("") + (pen.shown(said, "<w:i/>") if hand else run(said))
    cells = [
        cell(pen.column, named, low),
        cell(pen.width - pen.column, paragraph("Part" if first else "Varde", words), f"{line}{low}"),
    ]
    return row(cells, height=PEN_HEIGHT if hand else ENTRY_HEIGHT, whole=stays_whole(said))
