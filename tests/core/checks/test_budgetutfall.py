"""What is told of a budget against its outcome, and what is not."""

from dataclasses import replace

import pytest

from finsam_forms.core.checks import AsRead, Severity, check_document
from finsam_forms.core.document import Document
from tests.core.checks.builder import of_code, pressed
from tests.core.test_budgetutfall import ALVKARLEBY, AVESTA, document, parted, plain


def told(code, found, **given):
    return [plain(one.sentence) for one in of_code(code, found, **given)]


def test_avestas_tabell_ger_bara_ett_tips_om_lokalerna():
    (remark,) = check_document(document(AVESTA))
    assert (remark.code, remark.severity, remark.path) == ("G61", Severity.TIP, "e/lokal/prognos")
    assert plain(remark.sentence) == "Lokaler: prognosen är 174 000 kr, 9 000 kr över radens budget 165 000 kr."


def test_alvkarlebys_tabell_ar_utan_anmarkning():
    assert check_document(document(parted(ALVKARLEBY))) == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"lon/prognos": -61_000}, ["Prognosen för helåret är 2 150 000 kr, 50 000 kr över det beviljade 2 100 000 kr. Beviljade medel är ett maxbelopp."]),
        ({"lon/prognos": -61_000, "beviljat": 2_150_000}, []),
        ({"lon/prognos": 61_000}, []),
    ],
    ids=["över budgeten", "inte över det beviljade", "under"],
)  # fmt: skip
def test_g61_prognosen_over_det_beviljade(changes, said):
    found = of_code("G61", document(AVESTA | changes))
    assert [plain(one.sentence) for one in found if one.severity is Severity.WARNING] == said


def test_g61_utan_prognos_sags_ingenting():
    assert told("G61", document(ALVKARLEBY | {"prognos_som": "helår"})) == []


@pytest.mark.parametrize(
    ("row", "severity"),
    [(66_000, Severity.ERROR), (71_000, Severity.WARNING), (69_000, None)],
    ids=["delarna är mer", "delarna är mindre", "lika"],
)
def test_g64_delarna_ar_raden(row, severity):
    found = of_code("G64", document(parted(ALVKARLEBY | {"ovrigt/utfall": row})))
    assert [one.severity for one in found] == ([severity] if severity else [])
    if severity is Severity.ERROR:
        assert (
            plain(found[0].sentence)
            == "Övriga kostnader, utfall: raderna därunder ger 69 000 kr, men raden är 66 000 kr."
        )


def test_g64_delvis_delar_far_vara_mindre():
    less = parted(ALVKARLEBY | {"ovrigt/utfall": 71_000})
    assert told("G64", document(less, varav='"delvis"')) == []
    assert len(told("G64", document(less | {"ovrigt/utfall": 1_000}, varav='"delvis"'))) == 1


def test_g67_budgeten_ar_det_beviljade():
    assert told("G67", document(AVESTA | {"beviljat": 2_000_000})) == [
        "Budgeten i tabellen är 2 100 000 kr, 100 000 kr mer än det beviljade 2 000 000 kr."
    ]
    assert told("G67", document(AVESTA | {"beviljat": 2_100_000})) == told("G67", document(AVESTA)) == []


def test_g69_utfallets_dag_ar_en_av_budgetens():
    assert told("G69", document(AVESTA | {"tom": "2017-06-30"})) == [
        "Utfallet är till och med 30 juni 2017, men budgeten gäller 1 januari–31 december 2016."
    ]


def claimed(**amounts):
    keys = {"show": '["budget", "tidigare", "nu", "aterstar"]', "varav": '""', "time": "false", "granted": "false"}
    return document({f"lon/{column}": kronor for column, kronor in amounts.items()}, **keys)


def test_g76_inte_mer_an_beviljat():
    assert told("G76", claimed(budget=355_000, tidigare=221_200, nu=140_000)) == [
        "Rekvirerat hittills 361 200 kr är 6 200 kr mer än beviljat."
    ]
    assert told("G76", claimed(budget=355_000, tidigare=221_200, nu=133_800)) == []


def with_margin(found, margin):
    mall = found.mall
    return Document(replace(mall, settings=replace(mall.settings, spend_margin=margin)), found.values)


def test_g79_forbrukat_och_tid_foljs_at():
    fast = document(AVESTA | {"lon/utfall": 1_331_250})
    assert told("G79", with_margin(fast, 20)) == [
        "Personal: 75 % av budgeten är förbrukad när 50 % av tiden har gått. Kommentera avvikelsen."
    ]
    assert told("G79", with_margin(fast, 25)) == [], "inte mer än förbundet har sagt"
    assert told("G79", fast) == [], "förbundet har inget sagt"
    assert told("G79", with_margin(fast.replace({"e/lon/kommentar": "Två slutade."}), 20)) == []


def test_g12_tusental_i_kronor():
    thousands = {"lon/budget": 1_170, "lon/utfall": 905, "ovrigt/budget": 200, "ovrigt/utfall": 69}
    (remark,) = of_code("G12", document(thousands))
    assert pressed(document(thousands), remark).text("e/lon/budget") == "1170000"
    assert told("G12", document(AVESTA)) == []


def test_g07_en_budget_ar_inte_negativ_men_ett_utfall_kan_vara_det():
    (remark,) = of_code("G07", document(AVESTA | {"lokal/budget": -165_000}))
    assert remark.path == "e/lokal/budget"
    assert told("G07", document(AVESTA | {"lokal/utfall": -5_000})) == []


def test_g60_avestas_tryckta_differenser():
    """The printed column adds up in itself, and two of its numbers are wrong."""
    printed = {"e/rad/lon/differens": 955_000, "e/rad/lokal/differens": 77_000, "e/summa/differens": 1_111_000}
    assert told("G60", document(AVESTA), as_read=AsRead(sums=printed)) == [
        "Personal, differens är 955 000 kr i det inlästa dokumentet, men talen ger 956 000 kr (1 775 000 kr − 819 000 kr).",
        "Summa differens är 1 111 000 kr i det inlästa dokumentet, men talen ger 1 112 000 kr (2 100 000 kr − 988 000 kr).",
    ]
