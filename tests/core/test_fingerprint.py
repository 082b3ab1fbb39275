"""The fingerprint: the same for documents that say the same, another as soon as one word or figure differs."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.fingerprint import fingerprint
from tests.builder import LON, OWNER, PARTNER, document, with_values, worked_example

EXAMPLE = worked_example()
MARK = fingerprint(EXAMPLE)


def test_fingeravtrycket_ar_tolv_tecken_i_tre_grupper():
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", MARK)


def test_varje_andrat_varde_andrar_fingeravtrycket():
    filled = [path for path, text in EXAMPLE.values.items() if text and not path.endswith("_plats")]
    assert len(filled) > 40
    for path in filled:
        assert fingerprint(EXAMPLE.replace({path: EXAMPLE.text(path) + "1"})) != MARK, path
        assert fingerprint(EXAMPLE.replace({path: ""})) != MARK, path


@pytest.mark.parametrize(
    "changes",
    [
        {"_titel": "Vårt utkast"},
        {"_notes/syfte/n1/text": "Fråga chefen"},
        {"_waived/g45/skal": "Vet inte än"},
        {"_version": "2"},
        {"samverkansparter/borta/_plats": "", "samverkansparter/borta/organisation": "Någon"},
        {"bakgrund_som_inte_finns": "x"},
    ],
    ids=str,
)
def test_gruppens_eget_och_det_borttagna_ingar_inte(changes):
    assert fingerprint(EXAMPLE.replace(changes)) == MARK


def test_radernas_id_ingar_inte_men_deras_ordning():
    first = {"tidplan/a/_plats": "b", "tidplan/a/text": "Ett", "tidplan/b/_plats": "c", "tidplan/b/text": "Två"}
    renamed = {"tidplan/x/_plats": "b", "tidplan/x/text": "Ett", "tidplan/y/_plats": "c", "tidplan/y/text": "Två"}
    moved = first | {"tidplan/a/_plats": "d"}
    assert fingerprint(with_values(first)) == fingerprint(with_values(renamed))
    assert fingerprint(with_values(first)) != fingerprint(with_values(moved))


def test_beloppet_hos_en_part_med_ett_ovanligt_namn_ingar():
    named = document().replace({f"insatsagare/{OWNER}/organisation": "id"})
    assert fingerprint(named.replace({f"{LON}/belopp/{OWNER}": "5"})) != fingerprint(
        named.replace({f"{LON}/belopp/{OWNER}": "6"})
    )


def test_samma_belopp_hos_en_annan_part_ar_ett_annat_dokument():
    cell = "budget/egenfinansiering/lokal/lokalhyra/belopp"
    assert fingerprint(with_values({f"{cell}/{OWNER}": "5"})) != fingerprint(with_values({f"{cell}/{PARTNER}": "5"}))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=30), st.text(max_size=30))
def test_olika_texter_ger_olika_avtryck_och_lika_ger_lika(one, other):
    prints = [fingerprint(document(syfte=text)) for text in (one, other)]
    assert (prints[0] == prints[1]) == (one == other)
