"""The report at the end of an insats: begun from the application or the last report, and about the whole of it."""

import pytest

from finsam_forms.core.checks import Severity, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.following import Followed, begun, can_follow
from finsam_forms.core.kinds.figures import figures
from finsam_forms.export.stamp import Stamp
from tests.builder import MALLS, worked_example
from tests.export import printing

MALL = MALLS["slutrapport"]
APPLICATION = worked_example()
TEXTS = {
    "diarienummer": "2021:7",
    "genomford": "Insatsen har genomförts som i ansökan. Styrelsen beslutade om en månads förlängning.",
    "budget_text": "Hela budgeten är inte förbrukad, för processledaren började senare.",
    "innehall": (
        "Processledaren har tagit fram en rutin tillsammans med parterna och prövat den i tre möten i månaden. Kvinnor och män "
        "har fått samma stöd. Risken att samtycken dröjer inträffade."
    ),
    "malgrupp": "Unga vuxna mellan 18 och 29 år som har kontakt med flera parter.",
    "framgang": "Parternas chefer har deltagit i varje möte.",
    "systemfel": "Parternas olika regler för samtycke försenar planeringen. Frågan är lyft till den strategiska gruppen.",
    "implementering": "Kommunen fortsätter med rutinen från 1 januari, med egna pengar, enligt beslut i nämnden.",
    "larande": "Vi skulle börja med samtyckena nästa gång.",
    "spridning": "Rutinen är presenterad för de andra kommunerna i länet.",
    "analys": "Gruppen bedömer att målen är nådda och att arbetet lever vidare.",
    "underskrift/namn": "Anna Berggren",
}
COUNTS = {
    "deltagare/nya/kvinnor": "24", "deltagare/nya/man": "16", "deltagare/avhopp/kvinnor": "2", "deltagare/avhopp/man": "1",
    "deltagare/arbete/kvinnor": "12", "deltagare/arbete/man": "8", "deltagare/studier/kvinnor": "7",
    "deltagare/annat/man": "5", "overlamnade/o1aa/_plats": "g", "overlamnade/o1aa/till": "Kommunens arbetsmarknadsenhet",
    "overlamnade/o1aa/antal": "5", "forsorjning/forsorjningsstod/fore": "30", "forsorjning/annan/fore": "5",
    "forsorjning/egen/efter": "27", "forsorjning/forsorjningsstod/efter": "8",
    "ekonomi/lon/utfall": "310000", "ekonomi/ovrigt/utfall": "25000", "ekonomi/rekvirerat": "335000",
}  # fmt: skip


def report(**more: str) -> Document:
    values, _ = begun(MALL, Followed(documents={"ansokan": APPLICATION}))
    document = Document(MALL, values | TEXTS | COUNTS)
    goals = {
        f"{path.removesuffix('/text')}/{part}": said
        for path in values
        if path.startswith("mal/") and path.endswith("/text")
        for part, said in (("utfall", "Målet är nått."), ("analys", "Parterna har arbetat tillsammans."))
    }
    return document.replace(goals | more)


def test_den_borjar_ur_ansokan_och_galler_hela_insatsen():
    document = report()
    assert document.title == APPLICATION.title
    whole = APPLICATION.text("insatstid/start"), APPLICATION.text("insatstid/slut")
    assert (document.text("rapportperiod/start"), document.text("rapportperiod/slut")) == whole
    assert document.text("ekonomi/tom") == whole[1]
    assert document.rows("insatsagare") == APPLICATION.rows("insatsagare")
    assert any(document.rows(f"mal/{one}") for one in ("resultatmal", "insatsmal", "effektmal"))


@pytest.mark.parametrize("name", ["arsrapport", "ekonomirapport"])
def test_den_gar_att_borja_ur_insatsens_andra_rapporter(name):
    assert can_follow(MALL, Document(MALLS[name], {}))


def test_en_hel_slutrapport_har_inga_fel_och_hogst_tva_varningar():
    remarks = check_document(report(), followed=Followed(documents={"ansokan": APPLICATION}))
    assert [(one.code, one.path, one.sentence) for one in remarks if one.severity is Severity.ERROR] == []
    assert len([one for one in remarks if one.severity is Severity.WARNING]) <= 2, remarks


def left_over(document):
    return [one.sentence for one in check_document(document) if one.code == "G66"]


def test_nar_insatsen_ar_slut_ar_ingen_kvar_som_inte_ar_overlamnad():
    assert left_over(report()) == []
    (sentence,) = left_over(report(**{"overlamnade/o1aa/antal": "3"}))
    assert sentence.startswith("5 är aktiva när insatsen är slut, men 3 är överlämnade.")
    assert left_over(report(**{"overlamnade/o1aa/_plats": ""}))
    assert (
        left_over(report(**{"overlamnade/o1aa/_plats": "", "deltagare/annat/man": "7", "deltagare/annat/kvinnor": "3"}))
        == []
    )


@pytest.mark.parametrize("text", ["genomford", "implementering", "larande", "spridning", "systemfel"])
def test_det_som_lever_vidare_far_inte_vara_tomt(text):
    assert text in [one.path for one in check_document(report(**{text: ""})) if one.code == "G40"]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, []),
        (
            {"innehall": "En rutin togs fram.", "implementering": ""},
            ["nämner inte jämställdhet, risker eller implementering."],
        ),
        ({"innehall": "En rutin togs fram."}, ["nämner inte jämställdhet eller risker."]),
        ({"innehall": "En rutin togs fram.", "larande": "Risken var att för få kvinnor och män tackade ja."}, []),
    ],
)
def test_jamstalldhet_risker_och_implementering_far_inte_saknas(changes, missing):
    found = [one for one in check_document(report(**changes)) if one.code == "G49"]
    assert [one.severity for one in found] == [Severity.WARNING] * len(missing)
    assert all(words in one.sentence for one, words in zip(found, missing, strict=True))


@pytest.mark.parametrize("document", [report(), Document(MALL, MALL.start_values()), Document(MALL, {})])
def test_den_gar_att_skriva_ut_ocksa_tom(document):
    for state in ("utkast", "blankett"):
        assert printing.pdf(document, Stamp("2026-11-23 14:00", state)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("claimed", "words", "told"),
    [
        ("310000", "och 25 000 kr återstår att rekvirera.", []),
        ("335000", "och ingenting återstår att rekvirera eller återbetala.", []),
        ("341200", "och 6 200 kr ska återbetalas.", ["Rekvirerat 341 200 kr är 6 200 kr mer än upparbetat. Det ska återbetalas."]),
        ("361200", "och 26 200 kr ska återbetalas.", ["Rekvirerat 361 200 kr är 6 200 kr mer än beviljat. Det ska återbetalas."]),
    ],
)  # fmt: skip
def test_det_som_aterstar_att_rekvirera_eller_aterbetala_raknas_ut(claimed, words, told):
    document = report(**{"ekonomi/rekvirerat": claimed})
    at = MALL.field("ekonomi").answer(document)
    (said,) = [one.replace("\u00a0", " ") for one in at.field.in_words(at)]
    assert said.startswith(f"Av beviljade 355 000 kr är {int(claimed) // 1000} {claimed[3:]} kr rekvirerat")
    assert said.endswith(words)
    remarks = [one.sentence.replace("\u00a0", " ") for one in check_document(document) if one.code == "G76"]
    assert remarks == told


def test_innan_det_ar_skrivet_vad_som_rekvirerats_sags_inget_om_det():
    at = MALL.field("ekonomi").answer(report(**{"ekonomi/rekvirerat": ""}))
    assert [*at.field.in_words(at)] == []


def test_slutrapporten_ber_ingen_skriva_en_slutrapport_i_stallet():
    assert "ska istället mall för slutrapport" in MALLS["arsrapport"].section("namn").intro
    assert not any(section.intro for section in MALL.sections)


def test_forsorjningen_fore_och_efter_fordelar_var_for_sig_alla_som_har_avslutats():
    def split(document):
        return [one.sentence for one in check_document(document) if one.code == "G60"]

    assert split(report()) == []
    (sentence,) = split(report(**{"forsorjning/egen/efter": "29"}))
    assert "Efter: fördelningen ger 37, men antal avslut totalt är 35." in sentence
    field, fewer = MALL.field("forsorjning"), report(**{"forsorjning/egen/efter": "25"})
    key = "forsorjning/kvar/efter"
    assert field.said(key, figures(fewer).sum(key)) == "Efter: 2 kvar att fördela"
