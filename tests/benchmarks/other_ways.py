"""The same printout made in other ways, for the program's own to stand beside: not tagged, from HTML, as a bare workbook of the same cells."""

from __future__ import annotations

import io
from datetime import datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

import xlsxwriter
from openpyxl import load_workbook
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
    """A cell as a script would have it in a list of its own."""

    row: int
    col: int
    value: object
    formula: str
    look: tuple[tuple[str, object], ...]


def written(data: bytes) -> dict[str, list[Written]]:
    """All cells of a workbook, sheet by sheet."""
    formulas, values = (load_workbook(io.BytesIO(data), data_only=stored) for stored in (False, True))
    found: dict[str, list[Written]] = {}
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in (one for one in row if one.value is not None or one.has_style):
                look = {"bold": cell.font.b, "num_format": cell.number_format, "locked": cell.protection.locked}
                is_formula = cell.data_type == "f"
                value = values[sheet.title][cell.coordinate].value if is_formula else cell.value
                formula = str(cell.value) if is_formula else ""
                one = Written(cell.row - 1, cell.column - 1, value, formula, tuple(look.items()))
                found.setdefault(sheet.title, []).append(one)
    return found


def workbook(sheets: dict[str, list[Written]]) -> bytes:
    """Written one after the other as XlsxWriter's guide does: values, formulas with what they come to, formats, landscape, locked."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    looks: dict[tuple[tuple[str, object], ...], object] = {}
    for name, cells in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 8, 20)
        for row, col, value, formula, look in cells:
            style = looks[look] if look in looks else looks.setdefault(look, book.add_format(dict(look)))
            if formula:
                sheet.write_formula(row, col, formula, style, value)
            elif isinstance(value, datetime):
                sheet.write_datetime(row, col, value, style)
            else:
                sheet.write(row, col, value, style)
        sheet.protect()
    book.close()
    return out.getvalue()
