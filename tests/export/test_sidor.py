"""Pages that nobody chose: documents of chance, laid out, and looked at as a reader does."""

import pytest

from finsam_forms.export import printing
from finsam_forms.export.pdf.layout import Layout
from finsam_forms.export.printout import printout
from tests.export.any_document import some_document
from tests.export.seen import collisions, heading_last, outside, pages_of

OF_CHANCE = [pytest.param(range(40), id="några"), pytest.param(range(40, 540), id="femhundra", marks=pytest.mark.long)]
BAND = "Total kostnad"
"""One line of figures, in the type of a heading."""


def faults(document, stamp):
    pages = list(pages_of(printing.pdf(document, stamp)))
    for number, page in enumerate(pages, 1):
        yield from ((number, "över varandra", words) for words in collisions(page))
        yield from ((number, "utanför", word) for word in outside(page))
        if number < len(pages):
            yield from ((number, "rubrik sist", line) for line in heading_last(page) if not line.startswith(BAND))
    for part in Layout(printout(document, stamp)).parts_laid_out():
        *before, last = part.pages()
        if before and last.used < last.height / 5 - 1:
            yield part.head, "nästan tom sida", last.used


@pytest.mark.parametrize("seeds", OF_CHANCE)
def test_varje_sida_ar_en_ordentlig_sida(seeds):
    found = {seed: wrong for seed in seeds if (wrong := list(faults(*some_document(seed))))}
    assert found == {}
