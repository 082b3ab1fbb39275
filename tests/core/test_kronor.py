"""Amounts as people write them, and as we show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.kronor import AmountFormat, canonical_kronor, format_kronor, in_unit, read_kronor
from tests.steps import steps

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
    ("325kr", 325),
    ("325 000:-", 325_000),
    ("325000,-", 325_000),
    ("325 000 SEK", 325_000),
    ("1.2 mkr", 1_200_000),
    ("1,5 miljoner kr", 1_500_000),
    ("27,083 tkr", 27_083),
    ("1,250 mkr", 1_250_000),
    ("−325 tkr", -325_000),
    ("–5 000", -5_000),
    ("325\u202f000", 325_000),
    ("325\u2009000\u200b", 325_000),
    ("1 250.00", 1_250),
    ("27083,000", 27_083),
    ("1 000 000 000 000", 10**12),
    ("12 x 27083", 324_996),
    ("=400 000 - 25 000", 375_000),
    ("kr 325 000", 325_000),
    ("kr. 325 000", 325_000),
    ("SEK 325000", 325_000),
    ("tkr 325", 325_000),
    ("kr -5 000", -5_000),
    ("325 t kr", 325_000),
    ("325 kkr", 325_000),
    ("−5 tkr", -5_000),
    ("+ 20 000", 20_000),
    ("+20 000 kr", 20_000),
    ("+1,5 tkr", 1_500),
    ("kr +5 000", 5_000),
]
ASKED_ABOUT = [
    ("27 083,50", ["27083", "27084"]),
    ("3,104.45", ["3104", "3105"]),
    ("9,000 000", ["9000", "9000000"]),
    ("325.000", ["325000", "325"]),
    ("325,000", ["325000", "325"]),
    ("325.000 tkr", ["325000000", "325000"]),
    ("-325.000", ["-325000", "-325"]),
    ("-27 083,50", ["-27083", "-27084"]),
    ("-0,50", ["0", "-1"]),
    ("12,345", ["12345", "12", "13"]),
    ("0,345", ["0", "1"]),
    ("1,2345 tkr", ["1234", "1235"]),
    ("1.000.000", ["1000000"]),
    ("325.000,50", ["325000", "325001"]),
    ("32 5000", ["325000"]),
    ("5,", ["5"]),
    ("(500)", ["-500", "500"]),
    ("007", ["7"]),
    ("(500) tkr", ["-500000", "500000"]),
    ("kr 325.000", ["325000", "325"]),
]
NOT_AMOUNTS = [
    "2021-02-21", "21/2 2021", "21.2.2021", "21/2", "2020-2021", "2021/22", "08-123 45 67", "300 000–400 000", "300-400 tkr",
    "77 000-9 000", "77 000 − 9 000", "400 000 - 25 000", "5 000-5 000", "77 tkr-9 tkr", "21/2 tkr",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "kronor"), UNDERSTOOD, ids=str)
def test_belopp_som_man_skriver_dem(typed, kronor):
    assert read_kronor(typed).value == kronor


@pytest.mark.parametrize(("typed", "offered"), ASKED_ABOUT, ids=str)
def test_det_som_kan_lasas_pa_flera_satt_fragas_efter(typed, offered):
    reading = read_kronor(typed)
    assert reading.value is None
    assert [one.value for one in reading.problem.suggestions] == offered
    assert canonical_kronor(typed) == typed


def test_ett_val_ger_det_belopp_som_knappen_sager():
    for typed, _ in ASKED_ABOUT:
        for one in read_kronor(typed).problem.suggestions:
            assert one.label == format_kronor(read_kronor(one.value).value, with_unit=True)


def test_det_tvetydiga_sags_med_en_mening():
    assert read_kronor("9,000 000").problem.message == (
        "”9,000 000” går inte att läsa entydigt. Det står kvar som det skrevs och räknas inte förrän någon har valt."
    )
    assert "ören" in read_kronor("27 083,50").problem.message


@pytest.mark.parametrize("typed", NOT_AMOUNTS)
def test_datum_telefonnummer_och_intervall_raknas_inte_ut_av_sig_sjalva(typed):
    reading = read_kronor(typed)
    assert reading.value is None
    assert "= först" in reading.problem.message
    assert canonical_kronor(typed) == typed


def test_ett_fallande_intervall_raknas_ut_forst_nar_nagon_sager_det():
    problem = read_kronor("77 000-9 000").problem
    assert "intervall eller en uträkning" in problem.message
    assert [read_kronor(one.value).value for one in problem.suggestions] == [68_000]
    assert read_kronor("9 000-77 000").problem.suggestions == (), "en kostnad under noll föreslås inte"


@pytest.mark.parametrize(
    ("typed", "kronor"),
    [
        ("325", 325_000), ("−5", -5_000), ("–5", -5_000), ("1\u00a0325,5", 1_325_500), ("2*100", 200_000),
        ("=100+50", 150_000), ("9*325/12", 243_750), ("12 x 27", 324_000), ("325 kr", 325), ("325:-", 325), ("325,-", 325),
        ("1,2 mkr", 1_200_000), ("0", 0),
    ],
    ids=str,
)  # fmt: skip
def test_i_tkr_foljer_varje_satt_att_skriva_ett_tal_enheten(typed, kronor):
    assert read_kronor(in_unit(typed, "tkr")).value == kronor
    assert in_unit(typed, "kr") == typed


@pytest.mark.parametrize("typed", ["77-9", "(500)", "325.000", "21/2"])
def test_i_tkr_fragas_det_som_fragas_efter_i_tkr(typed):
    reading = read_kronor(in_unit(typed, "tkr"))
    assert reading.value is None
    assert all(abs(read_kronor(one.value).value) >= 1_000 for one in reading.problem.suggestions)


@pytest.mark.parametrize("typed", ["", " ", "se bilaga", "-", "="])
def test_i_tkr_far_det_som_inte_ar_tal_ingen_enhet(typed):
    assert in_unit(typed, "tkr") == typed


@pytest.mark.parametrize(
    "typed", ["1 000 000 000 001", "-1 000 000 000 001", "2 000 000 mkr", "1000000000000,01", "9" * 150]
)
def test_ett_orimligt_stort_belopp_sags(typed):
    reading = read_kronor(typed)
    assert reading.value is None
    assert "orimligt stort" in reading.problem.message


def test_ingen_knapp_ger_ett_orimligt_belopp():
    assert read_kronor("9.000.000 mkr").problem.suggestions == ()
    assert "1000000000001" not in [one.value for one in read_kronor("1.000.000.000.000,5").problem.suggestions]


def test_ett_brak_som_kan_vara_ett_datum_raknas_ut_nar_man_ber_om_det():
    (button,) = read_kronor("10/12").problem.suggestions
    assert (button.value, read_kronor(button.value).value) == ("=10/12", 1)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("325 000 kr", "325000"),
        ("1,2 mkr", "1200000"),
        ("−5", "-5"),
        (" 12 *\u00a027 083 ", "12 * 27 083"),
        ("=5", "=5"),
        (" ca 300 000 ", "ca 300 000"),
        ("9,000  000", "9,000  000"),
        ("2*", "2*"),
        (" \u200b", ""),
    ],
    ids=ascii,
)
def test_det_som_sparas(typed, stored):
    assert canonical_kronor(typed) == stored


@pytest.mark.parametrize(
    ("kronor", "shown"),
    [
        (325_000, "325\u00a0000"),
        (0, "0"),
        (-5_000, "\u22125\u00a0000"),
        (1_234_567, "1\u00a0234\u00a0567"),
        (999, "999"),
    ],
)
def test_belopp_visas_med_fasta_mellanslag_och_ratt_minus(kronor, shown):
    assert format_kronor(kronor) == shown
    assert format_kronor(kronor, with_unit=True) == shown + "\u00a0kr"


def test_en_tabell_i_tkr():
    table = AmountFormat.of([325_000, 27_500, 0, -1_250_000], "tkr")
    assert (table.unit, table.places) == ("tkr", 1)
    assert [table.show(kronor) for kronor in (325_000, 27_500, 0, -1_250_000)] == [
        "325,0", "27,5", "0", "−1\u00a0250,0",
    ]  # fmt: skip
    assert table.show(27_083) == "27,083", "hellre en decimal för mycket än ett belopp som inte stämmer"
    assert AmountFormat.of([325_000], "kr").show(325_000) == "325\u00a0000"
    assert AmountFormat.of([], "tkr").places == 0


@pytest.mark.parametrize(
    "typed", ["9" * 1_000_000, "1 " * 500_000, "1,1." * 250_000, "-" * 1_000_000, " " * 1_000_000], ids=len
)
def test_en_orimligt_lang_text_kostar_inget(typed):
    assert steps(lambda: (read_kronor(typed), canonical_kronor(typed))) < 1_000
    assert read_kronor(typed).value is None


@pytest.mark.parametrize(
    "typed",
    [
        "abc",
        "1 2",
        "12*",
        "(5",
        "5)",
        "1/0",
        "9" * 300,
        "12 * x",
        "1e9",
        "12 st",
        "٣٢٥",
        "__import__('os')",
    ],
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


@given(st.integers(-(10**12), 10**12))
def test_det_som_visas_i_tkr_gar_att_lasa_igen(kronor):
    assert read_kronor(AmountFormat.of([kronor], "tkr").show(kronor) + "\u00a0tkr").value == kronor


@given(st.lists(st.integers(-(10**9), 10**9).filter(bool), min_size=1))
def test_en_tabell_i_tkr_visar_exakt_och_lika_manga_decimaler(amounts):
    show = AmountFormat.of(amounts, "tkr").show
    shown = [show(amount) for amount in amounts]
    assert len({len(words.partition(",")[2]) for words in shown}) == 1
    exact = [int(words.replace("\u00a0", "").replace("\u2212", "-").replace(",", "").ljust(1)) for words in shown]
    places = len(shown[0].partition(",")[2])
    assert [number * 10 ** (3 - places) for number in exact] == amounts


@given(st.text(max_size=60) | st.text(alphabet="0123456789 ,.-−–()*/=%kmtrx:\u00a0", max_size=40))
def test_vad_som_helst_kan_skrivas_utan_att_nagot_gar_sonder(typed):
    reading = read_kronor(typed)
    assert reading.value is None or reading.problem is None
    assert read_kronor(canonical_kronor(typed)) == reading
    assert read_kronor(canonical_kronor(typed)) == read_kronor(canonical_kronor(canonical_kronor(typed)))
