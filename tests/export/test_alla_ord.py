"""Paper never loses a word: long answers in every field of every form, found again word by word in the printed pages."""

import re
import subprocess
from itertools import count, cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.document import Document
from finsam_forms.export.stamp import Stamp
from tests.builder import MALLS, leaves_of, worked_example
from tests.export import printing
from tests.kinds.case import EXAMPLES

AT = "2026-11-23 14:00"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
NOT_PRINTED = ("forra", "forra_skrivs", "enhet", "underlag", "not", "per_ar")
"""Leaves of a budget that say how it is shown and what an amount was worked out from."""


def rows_in(document):
    """The document with a row in every list that has none. A party's id is its own in the whole document."""
    lists = []
    for form_field in document.mall.fields():
        at = form_field.answer(document)
        if form_field.type in ("parties", "rows", "attendance"):
            lists.append(at)
        if form_field.type in ("goals", "outcomes"):
            lists += at.parts()
    empty = [at.path for at in lists if not tuple(at.parts())]
    return document.replace({f"{path}/aa{number}/_plats": "g" for number, path in enumerate(empty, 1)})


DOCUMENTS = {
    "exemplet": worked_example(),
    **{name: rows_in(Document(mall, {})) for name, mall in MALLS.items()},
    **{f"prov {name}": rows_in(example.document()) for name, example in EXAMPLES.items()},
}
del DOCUMENTS["prov fixed_text"]  # there is nothing to fill in


def word(number):
    """A word of five letters and figures that stands once: no column is too narrow for it."""
    found = ""
    for _ in range(4):
        number, digit = divmod(number, 36)
        found = DIGITS[digit] + found
    return f"q{found}"


def printed_paths(document):
    """Where something is written that stands on paper."""
    fields = {field.id: field for field in document.mall.fields()}
    for path, _ in leaves_of(document):
        field = fields[path.split("/")[0]]
        on_paper = field.printed or field.role == "diarienummer" or field.id == document.mall.title_path
        if on_paper and not set(path.split("/")) & set(NOT_PRINTED):
            yield path


def filled(document, length):
    """A text of so many characters, of words that stand nowhere else, at every place; and the words of each place."""
    numbers, texts = count(), {}
    for path in printed_paths(document):
        texts[path] = [word(next(numbers)) for _ in range(max(1, length // 6))]
    return document.replace({path: " ".join(words) for path, words in texts.items()}), texts


def read(data):
    """Every word of a PDF in the order that it was drawn."""
    args = ["pdftotext", "-raw", "-", "-"]
    return subprocess.run(args, input=data, capture_output=True, check=True).stdout.decode()


def lost(document, texts, stamp):
    found = set(re.findall("q[0-9a-z]{4}", read(printing.pdf(document, stamp))))
    return {path: gone for path, words in texts.items() if (gone := [one for one in words if one not in found])}


STAMPS = {"utkast": Stamp(AT), "låst": Stamp.locked(AT, 3, "a" * 64)}


@pytest.mark.parametrize("length", [70, *(pytest.param(length, marks=pytest.mark.long) for length in (1_150, 5_000))])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_inget_ord_forsvinner_nar_alla_svar_ar_langa(name, length):
    document, texts = filled(DOCUMENTS[name], length)
    assert lost(document, texts, STAMPS["låst"]) == {}


@pytest.mark.long
def test_ett_enda_langt_svar_star_helt():
    example, words = DOCUMENTS["exemplet"], [word(number) for number in range(830)]
    gone = {
        path: lost(example.replace({path: " ".join(words)}), {path: words}, STAMPS["utkast"])
        for path in printed_paths(example)
    }
    assert {path: found for path, found in gone.items() if found} == {}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name.startswith("prov") else pytest.mark.long) for name in DOCUMENTS]
)
def test_inget_av_ett_ord_utan_slut_forsvinner(name):
    """Broken wherever a line ends."""
    document = DOCUMENTS[name]
    places = tuple(printed_paths(document))
    text = read(printing.pdf(document.replace(dict.fromkeys(places, "ø" * 400)), STAMPS["utkast"]))
    assert text.count("ø") >= 400 * len(places)


@pytest.mark.long
@given(st.lists(st.text(max_size=300), min_size=5, max_size=5))
@settings(max_examples=25)
def test_vilken_text_som_helst_i_vilket_falt_som_helst_blir_ett_papper(texts):
    for name in ("exemplet", "prov _udda"):
        document = DOCUMENTS[name]
        values = dict(zip(printed_paths(document), cycle(texts), strict=False))
        assert printing.pdf(document.replace(values), STAMPS["låst"]).startswith(b"%PDF")
