"""Where Arial is missing another typeface stands for it, and is wider: no amount and no address is broken in its column."""

import re

import pytest

from finsam_forms.export.formats import DOCX, Order
from finsam_forms.export.stamp import Stamp
from tests.builder import worked_example
from tests.export.docx.seen import W, tree_of, words_of
from tests.export.docx.test_egen_mall import template

AT = "2026-11-23 14:00"
EXAMPLE = worked_example()
ADDED = ("tierp", "gavle", "sandviken", "heby")
BOLD_FIGURE, BOLD_SPACE = 0.696, 0.348
"""How wide they are in DejaVu Sans, that stands for Arial: parts of the size of the type."""
WORDS = {"arbetsmarknad@alvkarleby.example": 18.31, "norduppland@af.example": 12.85, "Arbetsförmedlingen": 9.91}
SIDES = 5.5
"""Points beside the words of a cell."""


def five_parties():
    first = EXAMPLE.rows("insatsagare")[0]
    rows = {f"insatsagare/{one}/_plats": f"x{number}" for number, one in enumerate(ADDED, 1)}
    names = {f"insatsagare/{one}/organisation": f"{one.capitalize()} kommun" for one in ADDED}
    lines = [path.removesuffix(first) for path in EXAMPLE.values if path.endswith(f"/belopp/{first}")]
    return EXAMPLE.replace({**rows, **names, **{f"{line}{one}": "1250000" for line in lines for one in ADDED}})


def cells(document, **order):
    """(words, size of the type in points, room in points) of each cell."""
    tree = tree_of(DOCX.make(Order(document=document, stamp=Stamp(AT), **order)))
    for cell in tree.iter(f"{W}tc"):
        size = cell.find(f".//{W}r/{W}rPr/{W}sz")
        room = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) / 20 - SIDES
        yield words_of(cell).strip(), 9 if size is None else int(size.get(f"{W}val")) / 2, room


@pytest.mark.parametrize("own", [template("{{ budget }}"), b""], ids=["stående i en egen mall", "liggande"])
def test_inget_belopp_bryts_med_fem_parter(own):
    amounts = [one for one in cells(five_parties(), template=own) if re.fullmatch(r"\d[\d\u00a0]{5,}", one[0])]
    assert len(amounts) > 40
    for words, size, room in amounts:
        assert size * sum(BOLD_SPACE if sign == "\u00a0" else BOLD_FIGURE for sign in words) <= room, (
            words,
            size,
            room,
        )


def test_ingen_adress_bryts_i_parternas_tabell():
    found = {words: (size, room) for words, size, room in cells(EXAMPLE) if words in WORDS}
    assert found.keys() == WORDS.keys()
    for words, (size, room) in found.items():
        assert size * WORDS[words] <= room, words
