"""The PDF of the worked example, beside a bare ReportLab script that puts the same words and tables on pages of the same size."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.flowables import HRFlowable

from finsam_forms.core.markup import Bullets, Numbers
from finsam_forms.export import elements as e
from finsam_forms.export import printing
from finsam_forms.export.pdf import page as p
from finsam_forms.export.pdf import render
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.words import alone, in_table
from tests.benchmarks.measure import interleaved
from tests.benchmarks.other_ways import html, untagged, weasy
from tests.builder import worked_example

AT = "2026-11-23 14:00"
TEXT = ParagraphStyle("text", fontName=p.REG, fontSize=10.5, leading=15, spaceAfter=6)
HEAD = ParagraphStyle("head", fontName=p.BOLD, fontSize=14, leading=18, spaceBefore=12, spaceAfter=6)
LINES = [("LINEBELOW", (0, 0), (-1, -1), 0.3, p.INK), ("FONT", (0, 0), (-1, -1), p.REG, 8)]


def strings(element):
    """What an element says: ready words, and the rows of its table."""
    match element:
        case e.Prose() | e.Verbatim() | e.ListBlock():
            listed = [one for item in element.items for one in item.blocks] if isinstance(element, e.ListBlock) else ()
            blocks = listed or element.blocks
            for block in blocks:
                for runs in block.items if isinstance(block, Bullets | Numbers) else (block.runs,):
                    yield "".join(run.text for run in runs).replace("\n", "<br/>")
        case e.Entries():
            yield from (f"{row.label}: {alone(row.cell, element.amounts)}" for row in element.rows)
        case e.Heading() | e.SubHeading() | e.Note():
            yield element.text
        case e.Title():
            yield alone(element.cell)
        case e.Signature():
            yield from (alone(element.party), *(alone(one.cell) for one in element.entries))


def bare(document):
    """Paragraphs, tables, a rule and «Sida x» on each page: nothing that makes them good."""
    story = []
    for element in document.elements:
        if isinstance(element, e.NewPage):
            story.append(PageBreak())
        elif isinstance(element, e.Table):
            width = len(element.columns)
            cells = [[in_table(cell, element) for cell in row.cells] for row in element.rows]
            rows = [
                [in_table(column.head, element) for column in element.columns],
                *([*row, *[""] * (width - len(row))] for row in cells),
            ]
            story.append(Table(rows, repeatRows=1, style=LINES))
        else:
            heading = isinstance(element, e.Heading | e.Title)
            story += [HRFlowable(width="100%")] if heading else []
            story += [Paragraph(text, HEAD if heading else TEXT) for text in strings(element) if text]
    out = io.BytesIO()

    def foot(canvas, doc):
        canvas.setFont(p.REG, 8)
        canvas.drawString(25 * mm, 13 * mm, f"{document.marks.name} {AT}")
        canvas.drawRightString(A4[0] - 24 * mm, 13 * mm, f"Sida {doc.page}")

    template = SimpleDocTemplate(out, pagesize=A4, leftMargin=66 * mm, rightMargin=24 * mm, bottomMargin=25 * mm)
    template.build(story, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def test_hela_ansokan_som_pdf(figures):
    document = worked_example()
    ready = printout(document, Stamp(printed_at=AT))
    ours, floor = interleaved(12, lambda: printing.pdf(document, Stamp(AT)), lambda: bare(ready), warm=2)
    figures.ratio("PDF av exemplet, varm", ours, floor, 1.2)


def test_uppmarkt_mot_samma_papper_utan_uppmarkning(figures):
    """The document as data, the colours and what the file says about itself included."""
    document = worked_example()
    ready = printout(document, Stamp(printed_at=AT))
    source = printing.source(document, "allt", "1")
    ours, floor = interleaved(20, lambda: render(ready, source), lambda: untagged(ready), warm=3)
    figures.ratio("uppmärkt PDF mot samma utan uppmärkning", ours, floor, 1.25)


def test_uppmarkt_mot_weasyprint(figures):
    """Which lays out HTML: the words and tables of the same document, tagged too."""
    try:
        import weasyprint
    except (ImportError, OSError) as lacking:
        pytest.skip(f"WeasyPrint går inte att ladda (i Debian: libpango-1.0-0): {lacking}")
    document = worked_example()
    source = html(printout(document, Stamp(printed_at=AT)), strings)
    ours, floor = interleaved(3, lambda: printing.pdf(document, Stamp(AT)), lambda: weasy(source, weasyprint), warm=1)
    figures.ratio("uppmärkt PDF mot WeasyPrint ur HTML", ours, floor, 0.1)
