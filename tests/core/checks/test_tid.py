"""G20–G25 and G27: the time of the insats."""

import pytest

from tests.core.checks.builder import LON, application, of_code, pressed, says

SIGNED = "underskrifter_insatsagare/komm/datum"


@pytest.mark.parametrize("part", ["start", "slut"])
def test_g20_datum_saknas(part):
    (remark,) = says("G20", {f"insatstid/{part}": ""})
    assert remark.path == f"insatstid/{part}"


def test_g20_start_efter_slut():
    swapped = {"insatstid/start": "2027-12-31", "insatstid/slut": "2027-04-01"}
    (remark,) = says("G20", swapped)
    assert of_code("G20", pressed(application(swapped), remark)) == []


def test_g20_en_dag_ar_ocksa_en_tid():
    assert says("G20", {"insatstid/start": "2027-12-31"}) == []


def test_g21_loneraden_fran_forra_aret():
    old = {f"{LON}/fran": "2026-04-01", f"{LON}/till": "2026-12-31"}
    (remark,) = says("G21", old)
    assert remark.fixes[0].label == "Flytta perioden till 2027"
    assert "1\u00a0april–31\u00a0december\u00a02026" in remark.sentence
    fixed = pressed(application(old), remark)
    assert fixed.text(f"{LON}/fran") == "2027-04-01"
    assert of_code("G21", fixed) == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({f"{LON}/till": "2028-01-31"}, f"{LON}/till"),
        ({f"{LON}/fran": "2027-03-01"}, f"{LON}/fran"),
        ({f"{LON}/fran": "", f"{LON}/till": "2028-01-31"}, f"{LON}/fran"),
        ({f"{LON}/fran": "2027-12-31", f"{LON}/till": "2027-04-01"}, f"{LON}/fran"),
    ],
    ids=["slutar efter", "börjar före", "bara slut", "baklänges"],
)
def test_g21_utanfor_insatstiden(changes, path):
    (remark,) = says("G21", changes)
    assert remark.path == path
    assert of_code("G21", pressed(application(changes), remark)) == []


@pytest.mark.parametrize(
    "changes", [{}, {f"{LON}/fran": "2027-08-01"}, {f"{LON}/fran": "", f"{LON}/till": ""}, {"insatstid/start": ""}]
)
def test_g21_inom_insatstiden(changes):
    assert says("G21", changes) == []


@pytest.mark.parametrize("path", ["insatstid/start", f"{LON}/fran", SIGNED, "tidplan/phas1/fran"])
@pytest.mark.parametrize("typed", ["21/02/21", "snart", "2027-02-30", "0227-02-21"])
def test_g23_datum_som_inte_ar_ett_datum(path, typed):
    (remark,) = says("G23", {path: typed})
    assert remark.path == path


@pytest.mark.parametrize("typed", ["2027-04-01", "270401", "1/4 2027", "1 apr 2027", ""])
def test_g23_datum_som_manniskor_skriver_dem(typed):
    assert says("G23", {"insatstid/start": typed}) == []


@pytest.mark.parametrize(
    "typed",
    ["30 juni – 2027", "30 juni -2027", "30-juni-2027", "30. juni 2027", "juni 30, 2027", "30 juni, år 2027", "30–6, 2027",
     "2027 – 06 – 30", "onsdag 30 juni - 2027"],
)  # fmt: skip
def test_g23_det_som_star_mellan_dagens_delar_ar_ingen_gåta(typed):
    changes = {"insatstid/slut": typed}
    (remark,) = says("G23", changes)
    assert [fix.changes for fix in remark.fixes] == [{"insatstid/slut": "2027-06-30"}]


@pytest.mark.parametrize(
    "typed", ["30 juni", "1–30 juni 2027", "juni – juli 2027", "30 juni – 2 juli 2027", "kl 30 juni – 2027"]
)
def test_g23_flera_dagar_ar_ingen_dag(typed):
    (remark,) = says("G23", {"insatstid/slut": typed})
    assert remark.fixes == ()


def test_g24_start_fore_beslutet():
    assert says("G24", {"styrelsebeslut": "2027-04-15"})
    assert says("G24", {"styrelsebeslut": "2027-03-15"}) == []
    assert says("G24") == [], "bara när dagen är angiven"


def test_g25_underskrift_fore_godkannandet():
    (remark,) = says("G25", {SIGNED: "2027-01-19"})
    assert remark.path == SIGNED
    assert "20\u00a0januari\u00a02027" in remark.sentence


@pytest.mark.parametrize("signed", ["2027-01-20", "2027-02-21", "", "någon gång"])
def test_g25_underskrift_efter(signed):
    assert says("G25", {SIGNED: signed}) == []


@pytest.mark.parametrize(
    "comment",
    [
        "Godkänd den 20 januari 2027, diskuterad 2026-11-16.",
        "2027-01-20 godkändes ansökan.",
        "Möten 2027-01-20 och 2027-02-20.",
    ],
)
def test_g25_dagen_som_lokus_godkande(comment):
    assert says("G25", {"lokus/kommentar": comment, SIGNED: "2027-01-19"})
    assert says("G25", {"lokus/kommentar": comment, SIGNED: "2027-01-20"}) == []


@pytest.mark.parametrize(
    "day",
    [
        "270120",
        "20270120",
        "20/1 2027",
        "20.1.2027",
        "2027.01.20",
        "20 jan 27",
        "20/1-27",
        "27-01-20",
        "2027–01–20",
        "den 20:e januari 2027",
    ],
)
@pytest.mark.parametrize(
    "comment", ["Diskuterad 161116, godkänd {}", "Diskuterad 2016-11-16. Reviderad och godkänd {}."]
)
def test_g25_godkannandets_dag_som_man_skriver_den(comment, day):
    comment = comment.format(day)
    (remark,) = says("G25", {"lokus/kommentar": comment, SIGNED: "2027-01-19"})
    assert "20\u00a0januari\u00a02027" in remark.sentence
    assert says("G25", {"lokus/kommentar": comment, SIGNED: "2027-01-20"}) == []


def test_ett_datum_som_fragas_om_doljer_inget_annat_fel():
    approved = {"lokus/kommentar": "Godkänd 2027-01-20"}
    assert says("G25", approved | {SIGNED: "19 januari – 2027"})
    assert says("G25", approved | {SIGNED: "20 januari – 2027"}) == []
    assert says("G26", {"tidplan/phas1/till": "30 juni – 2027", "tidplan/phas1/etikett": "Q1"})
    assert says("G26", {"tidplan/phas1/till": "30 juni – 2027"}) == []


def test_g25_godkannandets_manad_racker():
    month = {"lokus/kommentar": "Diskuterad i november 2026, godkänd i januari 2027."}
    assert says("G25", month | {SIGNED: "2026-12-30"})
    assert says("G25", month | {SIGNED: "2027-01-05"}) == []


@pytest.mark.parametrize("comment", ["Godkänd, dnr 355000", "Godkänd 27/01/20", "Godkänd. Ring 018-611 00 00."])
def test_g25_det_som_inte_ar_en_saker_dag_ar_tyst(comment):
    assert says("G25", {"lokus/kommentar": comment, SIGNED: "2020-01-19"}) == []


def test_g25_godkannandet_star_under_forankring():
    told = {"lokus/kommentar": "", "forankring": "LOKUS godkände ansökan den 3 februari 2027."}
    assert says("G25", told | {SIGNED: "2027-01-29"})


@pytest.mark.parametrize(
    "text",
    ["Teamet startar i januari 2027.", "Teamet startar 2026-04-01.", "Alla har en plan den 1 mars 2028.",
     "Rekryteringen är klar i mars 2026.", "Var och en med diabetes börjar 1 mars 2026.", "En sista intervju görs 31 mars 2029.",
     "Metoden som prövades i Tierp införs 1 mars 2028."],
)  # fmt: skip
def test_g27_datum_utanfor_insatstiden(text):
    (remark,) = says("G27", {"syfte": text})
    assert "1\u00a0april–31\u00a0december\u00a02027" in remark.sentence


def test_g27_forra_arets_text():
    changes = {"syfte": "Teamet startar 2026-04-01."}
    (remark,) = says("G27", changes)
    assert pressed(application(changes), remark).text("syfte") == "Teamet startar 2027-04-01."


@pytest.mark.parametrize(
    "changes",
    [
        {"syfte": "Teamet startar 1 april 2027 och slutar i december 2027."},
        {"bakgrund": "Under våren 2019 och den 1 mars 2020 prövades arbetssättet. Kvinnor och män deltog."},
        {"forankring": "Behandlad 2026-11-16."},
        {"uppfoljning": "Slutrapporten lämnas den 28 februari 2028."},
        {"metod": "Risken finns. Ordinarie verksamhet. Enligt beslut 2026-10-01 gäller rutinen."},
        {"mal/effektmal/goalc/text": "Hälften arbetar den 31 december 2029."},
        {"syfte": "Lagen (2003:1210) gäller, liksom dnr 2026-12."},
        {"syfte": "Metoden prövades i Tierp 2024-02-01 till 2025-01-31."},
        {"syfte": "Arbetssättet har prövats av teamet i mars 2026."},
        {"syfte": "Rekryteringen av processledaren är klar 15 mars 2027."},
        {"syfte": "En sista intervju görs 31 mars 2028."},
        {"syfte": "Deltagarna är 40 personer inskrivna per 2026-10-31."},
    ],
)
def test_g27_datum_som_far_ligga_utanfor(changes):
    assert says("G27", changes) == []
