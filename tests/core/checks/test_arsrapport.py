"""Årsrapporten: hela goda rapporter lämnas i fred, och varje fel som originalen hade sägs."""

import pytest

from finsam_forms.core.checks import Severity, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.kinds.kind import suggestion_at
from tests.core.checks.builder import application, following, of_code, other_mall, pressed, rows
from tests.core.checks.reports import FORMS, MALLS, report

HELAR, DELAR = report("arsrapport_helar"), report("arsrapport_delar")
GOAL = f"mal/resultatmal/{HELAR.rows('mal/resultatmal')[0]}"
MEETING = f"moten/{HELAR.rows('moten')[0]}"
GOOD = [name for name in FORMS if name.startswith("arsrapport")]


def said(document, **given):
    """(code, sentence) of everything that is told, with plain spaces."""
    return [(one.code, one.sentence.replace("\u00a0", " ")) for one in check_document(document, **given)]


@pytest.mark.parametrize("name", GOOD)
def test_en_hel_och_god_rapport_lamnas_i_fred(name):
    remarks = check_document(report(name))
    assert [one for one in remarks if one.severity is Severity.ERROR] == []
    assert len([one for one in remarks if one.severity is Severity.WARNING]) <= 2


FAULTS = {
    "bortfall är tomt": (HELAR, {"bortfall/antal": ""}, "G40", "inte ifyllt"),
    "ett mål utan utfall": (HELAR, {f"{GOAL}/utfall": ""}, "G40", "inte ifyllt"),
    "ett utfall utan mål": (HELAR, {f"{GOAL}/text": ""}, "G40", "inte ifyllt"),
    "ett mål som inte går att mäta": (HELAR, {f"{GOAL}/text": "Fler får ett bättre stöd."}, "G47", "varken tal, datum eller sätt att mäta"),
    "systemets gamla namn i egen text": (HELAR, {"analys": "Alla är registrerade i SUS."}, "G48", "”SUS” heter numera"),
    "en bilaga som inte finns": (HELAR, {"analys": "Se bilaga 7."}, "G50", "”bilaga 7”"),
    "en fråga är obesvarad": (HELAR, {"ls_lokus/ordforande": ""}, "G44", "Frågan ”Utsett ordförande” är inte besvarad. Välj ja eller nej."),
    "ett nej utan kommentar": (HELAR, {"ls_lokus/kompetens/kommentar": ""}, "G44", "är nej, och då ska det kommenteras"),
    "ett nej på det som lovats": (HELAR, {"ls_lokus/deltagit": "nej"}, "G63", "Skriv hur det ska nås nästa år"),
    "ja till fyra möten, men det var tre": (
        HELAR,
        {"ls_lokus/moten/antal": "3"},
        "G65",
        "Svaret är ja på ”Haft möte minst 4 gånger under året”, men antalet möten är 3.",
    ),
    "ja till deltagandet, men en part kom två gånger": (
        HELAR,
        {f"{MEETING}/narvaro/{HELAR.rows('samverkansparter')[1]}": "", "ls_lokus/deltagit": "ja"}
        | {f"moten/{row}/narvaro/{HELAR.rows('samverkansparter')[1]}": "" for row in HELAR.rows("moten")[:3]},
        "G65",
        "Svaret är ja på ”Varje huvudman har deltagit vid minst tre möten under året”, men antalet är 2.",
    ),
    "utbildat utan att beskriva": (HELAR, {"ls_beskrivning": ""}, "G78", "Beskriv vad som gjordes"),
    "beskrivet men nej": (HELAR, {"ls_koordinator/anordnat": "nej"}, "G78", "men det finns en beskrivning"),
    "fler som hoppade av än som kom": (HELAR, {"bortfall/antal": "58"}, "G60", "är fler än 57"),
    "flödet går inte ihop": (HELAR, {"deltagare/aktiva/man": "17"}, "G66", "Män: 27 inskrivna − 9 avslut = 18, men aktiva är 17."),
    "mötet hör till ett annat år": (
        HELAR,
        {f"{MEETING}/datum": "2026-02-17"},
        "G69",
        "17 februari 2026 ligger utanför rapportens tid 1 januari–31 december 2027.",
    ),
    "utfallet är hämtat för en annan tid": (
        DELAR,
        {"ekonomi/tom": "2027-08-30"},
        "G69",
        "Utfallet är till och med 30 augusti 2027, men rapporten gäller 1 januari–30 juni 2027.",
    ),
    "bilagan gäller ett helt år": (
        HELAR,
        {"rapportperiod/slut": "2027-06-30", "moten": ""},
        "G69",
        "Bilaga LS Helår gäller 1 januari–31 december 2027, men rapportens tid är 1 januari–30 juni 2027.",
    ),
    "underskriven för sent": (
        DELAR,
        {"underskrift/datum": "2027-09-28"},
        "G77",
        "Underskriven 28 september 2027, efter 31 augusti 2027 som är sista dag att lämna in.",
    ),
    "slut utan utfall": (
        DELAR,
        {"insatsperiod/slut": "2027-06-30"}
        | {path: "" for path in DELAR.values if path.startswith("deltagare/") or path.endswith(("/utfall", "/utfallsvarde"))},
        "G75",
        "Insatsen avslutades 30 juni 2027, men inget mål har något utfall.",
    ),
    "ett datum som inte är ett datum": (HELAR, {"insatsperiod/start": "2010701"}, "G23", "2010701"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_ett_fel_i_en_god_rapport_sags(name):
    document, changes, code, words = FAULTS[name]
    told = said(document.replace(changes))
    assert any(one == code and words in sentence for one, sentence in told), told
    assert code not in {one for one, _ in said(document)}


# What two sheets, two reports and an application say of the same.


def test_fel_som_bara_kan_bli_pa_tva_lappar_kan_inte_bli_i_ett_utkast():
    """Two names of the insats, two of the chair: each is asked for once."""
    mall = HELAR.mall
    assert sum(field.id.endswith("namn") for field in mall.fields()) == 1
    assert mall.leaf_at("ls_underskrift/namn") is None and mall.leaf_at("projekt_underskrift/namn") is None


def test_g52_insatsen_heter_som_i_ansokan():
    granted = application({"diarienummer": "2026:31", "insatsens_namn": "Vägen vidare – samverkan i Älvkarleby"})
    (remark,) = of_code("G52", HELAR, followed=following(granted))
    assert "Vägen vidare – samverkan i Älvkarleby" in remark.sentence


@pytest.mark.parametrize(
    ("name", "told"), [("Ordföranden Lindgren", 0), ("Ordföranden Lingren", 1), ("Ordföranden Ek", 0)]
)
def test_g62_ordforandens_namn_felskrivet_sedan_forra_rapporten(name, told):
    last = HELAR.replace({"underskrift/namn": "Ordföranden Lindgren"})
    found = of_code("G62", HELAR.replace({"underskrift/namn": name}), followed=following(previous=last))
    assert len(found) == told, "ett helt annat namn är en annan person"
    for remark in found:
        assert pressed(HELAR, remark).text("underskrift/namn") == "Ordföranden Lindgren"


YEAR_BEFORE = HELAR.replace({"rapportperiod/start": "2026-01-01", "rapportperiod/slut": "2026-12-31"})


def test_g66_ingaende_ar_de_som_var_kvar():
    now = HELAR.replace({"deltagare/ingaende/kvinnor": "21", "deltagare/ingaende/man": "18"})
    computed = now.replace({"deltagare/aktiva/kvinnor": "", "deltagare/aktiva/man": ""})
    assert of_code("G66", computed, followed=following(previous=YEAR_BEFORE)) == []
    (remark,) = of_code(
        "G66",
        HELAR.replace({"deltagare/ingaende/kvinnor": "20", "deltagare/ingaende/man": "", "deltagare/aktiva/kvinnor": "", "deltagare/aktiva/man": ""}),
        followed=following(previous=YEAR_BEFORE),
    )  # fmt: skip
    assert remark.sentence == "Kvinnor: Ingående är 20, men förra rapporten slutade med 21 aktiva."
    assert pressed(HELAR, remark).text("deltagare/ingaende/kvinnor") == "21"


@pytest.mark.parametrize(("began", "right"), [("14", "14"), ("", "0")])
def test_g66_en_helarsrapport_borjar_som_halvarets(began, right):
    """Not with those who were left in June: the year began in January."""
    half = HELAR.replace(
        {"rapportperiod/slut": "2027-06-30", "rapporttyp": "delår", "deltagare/ingaende/kvinnor": began}
    )
    year = HELAR.replace({"deltagare/ingaende/kvinnor": "21"})
    (remark,) = (one for one in of_code("G66", year, followed=following(previous=half)) if "Ingående" in one.sentence)
    assert remark.sentence == f"Kvinnor: Ingående är 21, men förra rapporten från samma dag började med {right}."
    assert pressed(year, remark).text("deltagare/ingaende/kvinnor") == right
    good = year.replace({"deltagare/ingaende/kvinnor": right})
    assert not [one for one in of_code("G66", good, followed=following(previous=half)) if "Ingående" in one.sentence]


def test_g66_sager_inget_om_en_tid_som_borjar_mitt_i_den_forra():
    spring = HELAR.replace({"rapportperiod/start": "2027-04-01", "deltagare/ingaende/kvinnor": "3"})
    assert not [one for one in of_code("G66", spring, followed=following(previous=HELAR)) if "Ingående" in one.sentence]


# Silent where they must be.


def test_g69_tidigare_perioder_och_tidplanen_far_ligga_utanfor():
    assert of_code("G69", HELAR) == of_code("G69", DELAR) == []
    assert HELAR.text(f"tidigare_perioder/{HELAR.rows('tidigare_perioder')[0]}/fran") == "2025-01-01"


def test_g69_ett_blad_som_inte_visas_har_ingen_tid():
    half = HELAR.replace({"rapportperiod/slut": "2027-06-30", "rapporttyp": "delår"})
    assert not any("Bilaga LS" in sentence for _, sentence in said(half))


def test_g69_insatsen_far_borja_under_aret():
    late = {"insatsperiod/start": "2027-04-01", "rapportperiod/start": "2027-04-01"}
    assert not any("Bilaga LS Helår gäller" in sentence for _, sentence in said(HELAR.replace(late)))


def test_g69_utan_rapportens_tid():
    mall = other_mall(
        '[[section.field]]\nid = "moten"\ntype = "rows"\ncolumn = [{ id = "dag", type = "date", label = "Dag" }]\n'
    )
    assert of_code("G69", Document(mall, rows("moten", "aa11") | {"moten/aa11/dag": "2016-02-17"})) == []


def test_g75_tyst_nar_nagot_ar_berattat():
    over = DELAR.replace({"insatsperiod/slut": "2027-06-30"})
    assert of_code("G75", over) == []
    assert (
        of_code("G75", over.replace({path: "" for path in over.values if path.endswith(("/utfall", "/utfallsvarde"))}))
        == []
    )
    assert of_code("G75", DELAR) == [], "insatsen går vidare efter rapporten"


def test_g77_tyst_utan_sista_dag_och_utan_dag():
    assert of_code("G77", DELAR.replace({"underskrift/datum": "2027-09-28", "inlamning": ""})) == []
    assert of_code("G77", DELAR.replace({"underskrift/datum": ""})) == []


def test_vid_delar_jamfors_inte_antalet_moten():
    answers = {f"ls_lokus_delar/{row.id}": "ja" for row in HELAR.mall.field("ls_lokus_delar").rows}
    half = {"rapporttyp": "delår", "rapportperiod/slut": "2027-06-30", "ls_lokus_delar/moten/antal": "2"}
    few = HELAR.replace(answers | half)
    assert not {"G63", "G65"} & {code for code, _ in said(few)}


def test_vid_delar_hamtas_antalet_moten_men_inget_svar():
    half = HELAR.replace({"rapporttyp": "delår", "rapportperiod/slut": "2027-06-30"})
    given = {row: suggestion_at(half, f"ls_lokus_delar/{row}") for row in ("moten", "budget", "deltagit")}
    assert given["moten"].values == {"ls_lokus_delar/moten/antal": "5"}
    assert given["budget"].values == {"ls_lokus_delar/budget/antal": "4"}
    assert given["deltagit"] is None


def test_en_tom_rapport_far_veta_vad_som_saknas_men_inget_om_bladen_som_inte_valts():
    empty = Document(MALLS["arsrapport"], {})
    paths = {one.path.partition("/")[0] for one in check_document(empty)}
    assert {"rapporttyp", "bilaga", "insatsens_namn", "bortfall", "underskrift"} <= paths
    assert not {"ls_lokus", "projekt_styrgrupp", "tidplan_lage"} & paths
