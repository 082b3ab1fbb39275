"""The same printout made in other ways, for the program's own to stand beside: not tagged, from HTML, as a bare workbook of the same sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from finsam_forms.export import elements as e
from finsam_forms.export.pdf import page as p
from finsam_forms.export.pdf.furniture import SheetCanvas
from finsam_forms.export.pdf.layout import Layout
from finsam_forms.export.words import alone, in_table
from finsam_forms.places import resource_root

STYLE = """
@font-face { font-family: Source; src: url(%(folder)s/SourceSans3_400Regular.ttf) }
@font-face { font-family: Source; font-weight: bold; src: url(%(folder)s/SourceSans3_600SemiBold.ttf) }
@page {
  size: A4; margin: 27mm 24mm 25mm 25mm;
  @top-left { content: string(name); font: 8pt Source }
  @bottom-left { content: "Utkast %(at)s"; font: 8pt Source }
  @bottom-right { content: "Sida " counter(page) " av " counter(pages); font: bold 8pt Source }
}
@page land { size: A4 landscape; margin: 34mm 20mm 23mm }
.land { page: land } .page, .sign, .annex { break-before: page }
body { font: 11pt/15pt Source } h1 { string-set: name content() }
h2, h3 { break-after: avoid; border-top: 0.75pt solid #14354F; margin-left: 0; padding: 7.5pt 0 0 41mm }
.row { display: flex; margin: 0 0 7.5pt } .label { flex: 0 0 41mm; font-size: 9.5pt } .said { flex: 1 }
.said p { margin: 0 0 7.5pt } .entry { border-bottom: 0.3pt solid }
table { border-collapse: collapse; width: 100%% } td, th { border-bottom: 0.3pt solid; font-size: 9.5pt; text-align: left }
.whole { break-inside: avoid }
"""
"""A margin column for labels, rules, running heads, pages that lie down: what a template for this paper has."""


class Untagged(SheetCanvas):
    """Draws the same, and says nothing of what it is."""

    def begin_page(self):
        self.contents = []

    def end_page(self):
        Canvas.showPage(self)

    def complete(self):
        pass

    def begin(self, node):
        pass

    def drawText(self, text):
        Canvas.drawText(self, text)
        if self.then is not None:
            self.node, self.then = self.then, None

    def first(self, node):
        return node

    def begin_figure(self, node, room):
        pass

    def end_figure(self):
        pass

    def furnish(self, kind):
        pass

    def furnished(self):
        pass

    def link(self, node, address, box):
        self.linkURL(address, box, relative=1)


class PlainLayout(Layout):
    def canvas(self, out):
        canvas = Untagged(out, pagesize=A4, initialFontName=p.REG)
        canvas.foot = self.furniture.foot
        return canvas


def untagged(printout: e.Printout) -> bytes:
    return PlainLayout(printout).pdf()


def html(printout: e.Printout, strings) -> str:
    """As a template for print would write it. `strings`: what an element says."""
    folder = (resource_root() / "static" / "fonts").as_uri()
    parts = [f"<style>{STYLE % {'folder': folder, 'at': printout.marks.printed_at}}</style><div>"]
    for element in printout.elements:
        if isinstance(element, e.NewPage):
            parts.append(f'</div><div class="{element.kind}">')
        elif isinstance(element, e.Table):
            heads = "".join(f"<th>{escape(in_table(column.head, element))}</th>" for column in element.columns)
            rows = (
                "".join(f"<td>{escape(in_table(cell, element))}</td>" for cell in row.cells) for row in element.rows
            )
            parts.append(f"<table><thead><tr>{heads}</tr></thead><tr>{'</tr><tr>'.join(rows)}</tr></table>")
        elif isinstance(element, e.Heading | e.Title | e.SubHeading):
            tag = {e.Title: "h1", e.Heading: "h2"}.get(type(element), "h3")
            parts += [f"<{tag}>{text}</{tag}>" for text in strings(element) if text]
        elif isinstance(element, e.Entries | e.Signature):
            rows = (text.partition(": ") for text in strings(element))
            entries = (row("row entry", label if said else "", said or label) for label, _, said in rows)
            parts.append(f'<div class="whole">{"".join(entries)}</div>')
        else:
            said = "".join(f"<p>{text}</p>" for text in strings(element) if text)
            label = getattr(element, "label", "")
            parts.append(row("row", escape(alone(label) if isinstance(label, e.Cell) else label), said))
    said = escape(printout.marks.name)
    return f'<!doctype html><html lang="sv"><title>{said}</title><body>{"".join(parts)}</div></body></html>'


def row(kind: str, label: str, said: str) -> str:
    return f'<div class="{kind}"><div class="label">{label}</div><div class="said">{said}</div></div>'


def weasy(source: str, weasyprint) -> bytes:
    """Tagged, as PDF/UA-1."""
    made: bytes = weasyprint.HTML(string=source, base_url=str(Path.cwd())).write_pdf(pdf_variant="pdf/ua-1")
    return made


class Written(NamedTuple):
    """A cell as a script would have it in a list of its own. `look`: which of the formats."""

    row: int
    col: int
    value: object
    formula: str
    look: int


@dataclass
class Page:
    """A sheet as a script would have it: its cells, and what is set for the whole of it."""

    name: str
    state: str
    cells: list[Written] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    widths: list[tuple[int, int, float, bool]] = field(default_factory=list)
    heights: list[tuple[int, float | None, bool]] = field(default_factory=list)
    rules: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """What may be typed in which cells."""
    heads: tuple[int, int] | None = None
    frozen: tuple[int, int] | None = None
    header: str = ""
    footer: str = ""
    protected: bool = False


@dataclass
class Script:
    looks: list[dict[str, Any]] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)


def written(data: bytes) -> Script:
    """All that a workbook holds, read with openpyxl: what a script that makes the same has to say."""
    formulas, values = (load_workbook(io.BytesIO(data), data_only=stored) for stored in (False, True))
    script, numbers = Script(), {}
    for sheet in formulas:
        page = Page(sheet.title, sheet.sheet_state, protected=bool(sheet.protection.sheet))
        script.pages.append(page)
        for cell in (one for row in sheet.iter_rows() for one in row if one.value is not None or one.has_style):
            look = look_of(cell)
            number = numbers.setdefault(tuple(look.items()), len(numbers))
            script.looks += [look] if number == len(script.looks) else []
            is_formula = cell.data_type == "f"
            stored = values[sheet.title][cell.coordinate].value if is_formula else cell.value
            value, formula = (shown(stored), str(cell.value)) if is_formula else (stored, "")
            page.cells.append(Written(cell.row - 1, cell.column - 1, value, formula, number))
        page.merged = [
            (one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1) for one in sheet.merged_cells
        ]
        page.widths = [(one.min - 1, one.max - 1, one.width, one.hidden) for one in sheet.column_dimensions.values()]
        page.heights = [
            (row - 1, one.height, one.hidden) for row, one in sheet.row_dimensions.items() if one.height or one.hidden
        ]
        page.rules = list(rules_of(sheet))
        if sheet.print_title_rows:
            first, last = (int(row) - 1 for row in sheet.print_title_rows.replace("$", "").split(":"))
            page.heads = first, last
        if sheet.freeze_panes:
            at = sheet[sheet.freeze_panes]
            page.frozen = at.row - 1, at.column - 1
        page.header, page.footer = str(sheet.oddHeader), str(sheet.oddFooter)
    return script


def shown(stored: Any) -> Any:
    """What a formula comes to, as it is written beside it."""
    return to_excel(stored) if isinstance(stored, datetime) else "" if stored is None else stored


def look_of(cell: Any) -> dict[str, Any]:
    """What XlsxWriter calls it."""
    sides = {side: getattr(cell.border, side) for side in ("left", "right", "top", "bottom")}
    look = {
        "font_name": cell.font.name,
        "font_size": cell.font.sz,
        "bold": cell.font.b,
        "italic": cell.font.i,
        "font_color": color(cell.font.color),
        "bg_color": color(cell.fill.fgColor) if cell.fill.fill_type else None,
        "num_format": cell.number_format,
        "locked": cell.protection.locked,
        "align": cell.alignment.horizontal,
        "valign": {"center": "vcenter"}.get(cell.alignment.vertical, cell.alignment.vertical),
        "text_wrap": cell.alignment.wrap_text,
    }
    for side, line in sides.items():
        if line is not None and line.style:
            look |= {side: {"thin": 1, "medium": 2, "double": 6}[line.style], f"{side}_color": color(line.color)}
    return {name: said for name, said in look.items() if said is not None}


def color(said: Any) -> str | None:
    return f"#{said.rgb[2:]}" if said is not None and said.type == "rgb" else None


def rules_of(sheet: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """A rule for all the cells that have the same."""
    found: dict[tuple[tuple[str, Any], ...], list[str]] = {}
    for one in sheet.data_validations.dataValidation:
        said = {
            "validate": {"whole": "integer"}.get(one.type, one.type),
            "error_title": one.errorTitle,
            "error_message": one.error,
            "error_type": one.errorStyle,
        }
        if one.type == "list":
            said["source"] = one.formula1
        else:
            said |= {"criteria": "between", "minimum": f"={one.formula1}", "maximum": f"={one.formula2}"}
        rule = tuple((name, value) for name, value in said.items() if value)
        found.setdefault(rule, []).append(str(one.sqref))
    for rule, places in found.items():
        yield " ".join(places), dict(rule)


def workbook(script: Script) -> bytes:
    """Written one after the other as XlsxWriter's guide does, by a script that has everything at hand and decides nothing."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    looks = [book.add_format(look) for look in script.looks]
    for page in script.pages:
        sheet = book.add_worksheet(page.name)
        for place in page.merged:
            sheet.merge_range(*place, "")
        for row, col, value, formula, look in page.cells:
            if formula:
                sheet.write_formula(row, col, formula, looks[look], value)
            elif isinstance(value, datetime):
                sheet.write_datetime(row, col, value, looks[look])
            else:
                sheet.write(row, col, value, looks[look])
        if page.state == "veryHidden":
            sheet.very_hidden()
        else:
            set_up(sheet, page)
    book.close()
    return out.getvalue()


def set_up(sheet: Any, page: Page) -> None:
    """Widths, heights, rules, how it is printed, locked."""
    for first, last, width, hidden in page.widths:
        sheet.set_column(first, last, width, None, {"hidden": hidden})
    for row, height, hidden in page.heights:
        sheet.set_row(row, height, None, {"hidden": hidden})
    for places, rule in page.rules:
        sheet.data_validation(places.split()[0], {**rule, "multi_range": places})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.hide_gridlines(2)
    sheet.set_header(page.header)
    sheet.set_footer(page.footer)
    if page.heads:
        sheet.repeat_rows(*page.heads)
    if page.frozen:
        sheet.freeze_panes(*page.frozen)
    if page.protected:
        sheet.protect()
