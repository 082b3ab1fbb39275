"""Amounts as people write them, and as we show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.kronor import AmountFormat, canonical_kronor, format_kronor, read_kronor

UNDERSTOOD = [
    ("325 000", 325_000),
    ("325000 kr", 325_000),
    ("325 tkr", 325_000),
    ("1,2 mkr", 1_200_000),
    ("27 083,00", 27_083),
    ("-5 000", -5_000),
    ("−5 000", -5_000),
    ("12*27083", 324_996),
    ("=2*1600+700", 3_900),
    ("325000*9/12", 243_750),
    ("325\u00a0000\u00a0kr", 325_000),
    ("0", 0),
]
ASKED_ABOUT = [
    ("27 083,50", ["27083", "27084"]),
    ("3,104.45", ["3104", "3105"]),
    ("9,000 000", ["9000000", "9000", "9"]),
    ("325.000", ["325000", "325"]),
]


@pytest.mark.parametrize(("typed", "kronor"), UNDERSTOOD, ids=str)
def test_belopp_som_man_skriver_dem(typed, kronor):
    assert read_kronor(typed).value == kronor


@pytest.mark.parametrize(("typed", "offered"), ASKED_ABOUT, ids=str)
def test_det_som_kan_lasas_pa_flera_satt_fragas_efter(typed, offered):
    reading = read_kronor(typed)
    assert reading.value is None
    assert [one.value for one in reading.problem.suggestions] == offered
    assert canonical_kronor(typed) == typed


@pytest.mark.parametrize(
    "typed", ["abc", "1 2", "12*", "(5", "5)", "1/0", "9" * 300, "12 * x", "1e9", "__import__('os')"]
)
def test_det_som_inte_ar_ett_belopp_sags_i_klartext(typed):
    reading = read_kronor(typed)
    assert reading.value is None
    assert reading.problem.message
    assert len(reading.problem.message) < 250


def test_tom_ruta_ar_varken_belopp_eller_fel():
    assert read_kronor(" \u00a0").value is None
    assert read_kronor("").problem is None


@given(st.integers(-(10**12), 10**12))
def test_det_som_visas_gar_att_lasa_igen(kronor):
    assert read_kronor(format_kronor(kronor)).value == kronor
    assert read_kronor(canonical_kronor(format_kronor(kronor, with_unit=True))).value == kronor


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1))
def test_en_tabell_i_tkr_visar_exakt_och_lika_manga_decimaler(amounts):
    show = AmountFormat.of(amounts, "tkr").show
    shown = [show(amount) for amount in amounts]
    assert len({len(words.partition(",")[2]) for words in shown}) == 1
    exact = [int(words.replace("\u00a0", "").replace("\u2212", "-").replace(",", "").ljust(1)) for words in shown]
    places = len(shown[0].partition(",")[2])
    assert [number * 10 ** (3 - places) for number in exact] == amounts


@given(st.text(max_size=60))
def test_vad_som_helst_kan_skrivas_utan_att_nagot_gar_sonder(typed):
    reading = read_kronor(typed)
    assert reading.value is None or reading.problem is None
    assert read_kronor(canonical_kronor(typed)) == read_kronor(canonical_kronor(canonical_kronor(typed)))
