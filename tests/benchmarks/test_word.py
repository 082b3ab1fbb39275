"""The Word file of the worked example, beside a bare python-docx script that puts the same words and tables in its own template."""

import io

import docx

from finsam_forms.export import elements as e
from finsam_forms.export.formats import DOCX, Order
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.words import in_table
from tests.benchmarks.measure import interleaved
from tests.benchmarks.test_utskrift import AT, strings
from tests.builder import worked_example


def bare(document):
    """Headings, paragraphs and tables as its guide writes them: no anchors, no heads that repeat, no widths."""
    made, out = docx.Document(), io.BytesIO()
    for element in document.elements:
        if isinstance(element, e.NewPage):
            made.add_page_break()
        elif isinstance(element, e.Table):
            width = len(element.columns)
            rows = [[in_table(column.head, element) for column in element.columns]]
            rows += [[in_table(cell, element) for cell in row.cells] for row in element.rows]
            table = made.add_table(len(rows), width)
            cells = table._cells  # asked for once: twenty times as quick as cell by cell
            for number, row in enumerate(rows):
                for place, text in enumerate(row):
                    cells[number * width + place].text = text
        else:
            for text in strings(element):
                if isinstance(element, e.Heading | e.Title):
                    made.add_heading(text, 1)
                else:
                    made.add_paragraph(text)
    made.save(out)
    return out.getvalue()


def test_hela_ansokan_som_word(figures):
    document = worked_example()
    ready = printout(document, Stamp(printed_at=AT))
    order = Order(document=document, stamp=Stamp(AT))
    ours, floor = interleaved(12, lambda: DOCX.make(order), lambda: bare(ready), warm=2)
    figures.ratio("Word av exemplet, varm", ours, floor, 1.3)
