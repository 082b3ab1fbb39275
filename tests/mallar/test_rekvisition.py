"""Rekvisitionen: kvartal efter kvartal, aldrig mer än beviljat."""

from dataclasses import replace

import pytest

from finsam_forms.core.bars import HATCH, OPEN, SOLID, Part
from finsam_forms.core.checks import Severity, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.following import begun
from finsam_forms.core.kinds.figures import figures
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.builder import worked_example
from tests.core.checks.builder import following, of_code
from tests.core.checks.reports import MALLS, report

REKVISITION = MALLS["rekvisition"]
Q3 = report("rekvisition_q3")
QUARTERS = REKVISITION.field("kvartalet").options
WORKED_UP = {"lon": (101_200, 110_000, 113_800), "ovrigt": (0, 10_000, 20_000)}


def plain(text):
    return text.replace("\u00a0", " ")


def told(document, **given):
    return [(one.severity, plain(one.sentence)) for one in of_code("G76", document, **given)]


def asked(quarter, number, previous=None):
    """The quarter's own, begun from the application and the one before, with what the work has cost."""
    values, _ = begun(REKVISITION, following(worked_example(), previous))
    costs = {f"rekvisition/{row}/nu": str(kronor[number]) for row, kronor in WORKED_UP.items()}
    return Document(REKVISITION, values | costs | {"kvartalet": quarter, "aret": "2021"})


def test_kvartal_efter_kvartal_upp_till_det_beviljade():
    found = []
    last = None
    for number, quarter in enumerate(QUARTERS[1:]):
        last = asked(quarter, number, last)
        known = figures(last)
        found.append([known.sum("rekvisition/summa", what).value for what in ("budget", "tidigare", "nu", "aterstar")])
        assert told(last) == []
    assert found == [
        [355_000, 0, 101_200, 253_800],
        [355_000, 101_200, 120_000, 133_800],
        [355_000, 221_200, 133_800, 0],
    ]


def test_det_som_kostade_mer_ar_insatsagarens():
    more = asked(QUARTERS[3], 2, asked(QUARTERS[2], 1, asked(QUARTERS[1], 0))).replace({"rekvisition/lon/nu": "120000"})
    assert told(more) == [(Severity.ERROR, "Rekvirerat hittills 361 200 kr är 6 200 kr mer än beviljat.")]


@pytest.mark.parametrize(
    ("quarter", "year", "said"),
    [
        (3, "2021", []),
        (2, "2021", ["Förra rekvisitionen gällde kvartal 3 2021. Är kvartal 3 2021 rätt kvartal?"]),
        (0, "2022", ["Kvartal 4 2021 är inte rekvirerat: förra rekvisitionen gällde kvartal 3 2021."]),
        (3, "", []),
    ],
    ids=["nästa", "samma", "ett hoppat över", "utan år"],
)
def test_inget_kvartal_hoppas_over_eller_kommer_tva_ganger(quarter, year, said):
    now = Q3.replace({"kvartalet": QUARTERS[quarter], "aret": year})
    assert [sentence for _, sentence in told(now, followed=following(previous=Q3))] == said
    assert told(now) == [], "utan förra rekvisitionen sägs ingenting"


def test_en_bra_rekvisition_far_inga_anmarkningar():
    assert check_document(Q3) == ()


def test_det_som_rekvireras_star_stort_och_bilden_visar_det_som_ar_kvar():
    elements = printout(Q3, Stamp("2021-10-08 10:00", "last", "1", "AAAA-BBBB-CCCC")).elements
    (band,) = [one for one in elements if isinstance(one, e.Band)]
    assert (band.label, band.cell.value) == ("Rekvireras nu (kr)", 120_000)
    (picture,) = [one for one in elements if isinstance(one, e.Picture)]
    assert plain(picture.alt) == "Rekvirerat 221 200 av 355 000 kr efter Q3, 133 800 kr återstår."
    assert picture.chart.bars[0].parts == (Part(101_200, SOLID), Part(120_000, HATCH), Part(133_800, OPEN))


def pictures(document):
    field = document.mall.field("rekvisition")
    return [*field.bars(field.answer(document))]


def test_bilden_ar_steg_for_varje_kvartal_mot_det_beviljade():
    first = asked(QUARTERS[1], 0)
    third = asked(QUARTERS[3], 2, asked(QUARTERS[2], 1, first))
    (picture,) = pictures(third)
    assert picture.title == "Rekvirerat kvartal för kvartal", (
        "stegen räcker: en stapel till med samma ord säger inget mer"
    )
    assert [(one.label, [part.value for part in one.parts], one.mark) for one in picture.bars] == [
        ("Q2 2021", [0, 101_200], 355_000),
        ("Q3 2021", [101_200, 120_000], 355_000),
        ("Q4 2021", [221_200, 133_800], 355_000),
    ]
    assert plain(picture.alt) == "Rekvirerat 355 000 av 355 000 kr efter Q4, 0 kr återstår."
    assert [one.title for one in pictures(first)] == ["Rekvirerat"], "ett kvartal är inga steg"


def test_steg_som_inte_ar_det_som_ar_rekvirerat_tidigare_ritas_inte():
    third = asked(QUARTERS[3], 2, asked(QUARTERS[2], 1, asked(QUARTERS[1], 0)))
    (row, *_) = third.rows("tidigare_kvartal")
    (picture,) = pictures(third.replace({f"tidigare_kvartal/{row}/belopp": "1000"}))
    assert picture.title == "Rekvirerat"


def test_betalningen_foljer_med_till_nasta_kvartal():
    values, _ = begun(REKVISITION, following(previous=Q3))
    assert values["bankgiro"] == "000-0000" and "kvartalet" not in values and "rekvisition/lon/nu" not in values
    assert values["rekvisition/lon/tidigare"] == "211200"


def decided(document, **settings):
    """The same, where the förbund has decided something."""
    return Document(replace(document.mall, settings=replace(document.mall.settings, **settings)), document.values)


def in_words(document):
    at = document.mall.field("rekvisition").answer(document)
    return [plain(one) for one in at.field.in_words(at)]


def sentences(code, document):
    return [plain(one.sentence) for one in of_code(code, document)]


def test_det_forbundet_har_bestamt_star_vid_tabellen_och_ingenting_annars():
    assert in_words(Q3) == []
    assert in_words(decided(Q3, days_after_quarter=30, moms_in_claims=False, overhead_cap=1_000)) == [
        "Ska vara inne senast 2021-10-30, 30 dagar efter kvartalets slut.",
        "Beloppen är utan moms.",
        "Overhead får vara högst 10 % av övriga kostnader.",
    ]
    assert in_words(decided(Q3, moms_in_claims=True)) == ["Moms får vara med i beloppen."]
    assert in_words(decided(Q3.replace({"aret": ""}), days_after_quarter=30)) == []


def test_den_som_skriver_under_for_sent_efter_kvartalet_far_veta_det():
    late = Q3.replace({"underskrift/datum": "2021-10-31"})
    assert sentences("G77", late) == []
    assert sentences("G77", decided(late, days_after_quarter=31)) == []
    (said,) = sentences("G77", decided(late, days_after_quarter=30))
    assert said == "Underskriven 31 oktober 2021, efter 30 oktober 2021 som är sista dag att lämna in."


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Ingående moms", ["”Ingående moms” rekvireras, men förbundet betalar inte moms."]),
        ("Resor exkl. moms", []),
        ("Resor utan moms", []),
        ("Mervärdesskatt", ["”Mervärdesskatt” rekvireras, men förbundet betalar inte moms."]),
    ],
)
def test_moms_som_inte_far_vara_med(label, told):
    row = "rekvisition/egen"
    with_row = Q3.replace({f"{row}/_plats": "z", f"{row}/benamning": label, f"{row}/nu": "1000"})
    assert sentences("G76", with_row) == []
    assert sentences("G76", decided(with_row, moms_in_claims=True)) == []
    assert sentences("G76", decided(with_row, moms_in_claims=False)) == told
    assert sentences("G76", decided(with_row.replace({f"{row}/nu": "0"}), moms_in_claims=False)) == []


def test_overhead_over_taket():
    row = "rekvisition/egen"
    now = figures(Q3).sum("rekvisition/summa/nu").value
    with_row = Q3.replace({f"{row}/_plats": "z", f"{row}/benamning": "OH", f"{row}/nu": str(now // 10 + 1)})
    assert sentences("G16", with_row) == []
    (said,) = sentences("G16", decided(with_row, overhead_cap=1_000))
    assert (
        said
        == "OH-kostnaderna är 12 001 kr. Förbundets tak är 10 % av övriga kostnader, 120 000 kr, och det är 12 000 kr."
    )
    assert sentences("G16", decided(with_row.replace({f"{row}/nu": str(now // 10)}), overhead_cap=1_000)) == []
