"""Who makes a change: a name, an organisation, and two letters for the mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.edit import Edit, Person


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Anna Berg", "AB"),
        ("anna maria åström", "AÅ"),
        ("  Örjan   Ek ", "ÖE"),
        ("Siv", "SI"),
        ("X", "X"),
        ("", ""),
        ("ßa ßb", "SS"),
    ],
    ids=repr,
)
def test_initialerna(name, initials):
    assert Person(name, "Kommunen").initials == initials


@given(st.text())
def test_hogst_tva_bokstaver_vad_man_an_heter(name):
    assert len(Person(name, "").initials) <= 2


def test_samma_namn_fran_tva_organisationer_ar_tva_personer():
    assert Person("Anna Berg", "Kommunen") != Person("Anna Berg", "Regionen")
    assert len({Person("Anna Berg", "Kommunen"), Person("Anna Berg", "Kommunen")}) == 1


def test_en_andring_ar_sin_vag_sitt_varde_sin_grund_och_sitt_id():
    assert Edit("syfte", "a", 1, "op") == Edit("syfte", "a", 1, "op")
    assert Edit("syfte", "a", 1, "op") != Edit("syfte", "a", 1, "op2")
