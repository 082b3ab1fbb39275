"""Samverkansteamets rapport: originalets ord och siffror, det som följer med, och felen som det tryckta hade."""

import pytest

from finsam_forms.core.checks import AsRead, Severity, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.following import begun
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.references import References
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.builder import worked_example
from tests.core.checks.builder import following, of_code
from tests.core.checks.reports import MALLS, report

TEAM = MALLS["samverkansteam"]
AVESTA = report("samverkansteam_avesta")
CHAPTERS = [
    ("Deltagare", "Deltagare – insatsens förutsättningar"),
    ("Deltagare", "Deltagare – genomförande och process"),
    ("Deltagare", "Deltagare – resultat och effekter"),
    ("Personal", "Personalen – insatsens förutsättningar"),
    ("Personal", "Personal – arbetssätt och metoder"),
    ("Personal", "Personal – Resultat och effekter"),
    ("Organisation", "Organisation – förutsättningar"),
    ("Organisation", "Organisation – genomförande och process"),
    ("Organisation", "Organisation – Resultat och effekter"),
]
FLOW = [
    "Antal inskrivna Tom 2016-06-30",
    "Antal avslut totalt",
    "Varav dropouts (tidiga avhopp)",
    "Antal i arbete",
    "Antal i studier",
    "Antal till annan arbetslivsinriktad rehab",
    "Antal till sjukersättning",
    "Antal till annat",
    "Antal aktiva 2016-06-30",
]


def elements(document, state="last"):
    return printout(document, Stamp("2016-09-01 10:00", state, "1", "AAAA-BBBB-CCCC")).elements


def plain(text):
    return text.replace("\u00a0", " ")


def told(code, document, **given):
    return [plain(one.sentence) for one in of_code(code, document, **given)]


def test_nio_kapitel_i_tre_delar():
    assert [(one.part, one.heading) for one in TEAM.sections if one.number] == CHAPTERS
    assert [one.number for one in TEAM.sections if one.number] == list("123456789")
    for number in range(1, 10):
        labels = [field.label for field in TEAM.section(f"k{number}").fields]
        assert labels[-2:] == ["Reflektion", "Utvecklingsområden"], "i originalets ordning efter texten"


def test_rapporten_heter_efter_sin_sort():
    assert TEAM.title_of(AVESTA) == "Helårsrapport. Samverkansteam"
    assert TEAM.title_of(AVESTA.replace({"rapporttyp": "Halvårsrapport"})) == "Halvårsrapport. Samverkansteam"


def test_resultattabellen_har_originalets_rader_i_ordning():
    (table,) = [one for one in elements(AVESTA) if isinstance(one, e.Table) and one.path == "deltagare"]
    labels = [row.cells[0].value for row in table.rows]
    assert labels[2:11] == FLOW


def test_avestas_siffror():
    known = figures(AVESTA)
    given = {key: known.sum("deltagare", key).value for key in ("inskrivna", "avslut", "aktiva", "slutfort", "vidare")}
    assert given == {"inskrivna": 57, "avslut": 18, "aktiva": 39, "slutfort": 14, "vidare": 7}
    shares = {
        "remittent": {"soc": 44, "fk": 37, "landstinget": 14, "af": 5},
        "forsorjning": {"socialtjanst": 58, "forsakringskassan": 39, "annan": 3},
        "kon": {"kvinnor": 53, "man": 47},
    }
    for table, rows in shares.items():
        assert {row: known.sum(table, "andel", row, "antal").value // 100 for row in rows} == rows
    assert known.sum("ekonomi/summa/differens").value == 1_112_000
    assert plain(References(AVESTA).resolve("deltagare/andel_vidare")) == "50 %"
    assert known.sum("bemanning/summa/tjanst_procent").value == 32_000, "320 %"


def test_rubriken_sager_att_prognosen_ar_avvikelsen():
    (table,) = [one for one in elements(AVESTA) if isinstance(one, e.Table) and one.path == "ekonomi"]
    assert table.title == "Budgetutfall med utfall per 2016-06-30 och helårsprognos 2016"
    assert [column.head.value for column in table.columns[1:]] == [
        "Budget", "Utfall period", "Differens", "Prognos (avvikelse mot budget)"
    ]  # fmt: skip


def test_utvecklingsomraden_som_ingen_har_skrivit_star_inte_pa_den_lasta():
    headings = [one.text for one in elements(AVESTA) if isinstance(one, e.SubHeading)]
    assert headings.count("Utvecklingsområden") == 2
    drafted = [one.text for one in elements(AVESTA, "utkast") if isinstance(one, e.SubHeading)]
    assert drafted.count("Utvecklingsområden") == 9


def test_en_bra_rapport_far_inga_fel_och_inga_varningar():
    found = check_document(AVESTA)
    assert [(one.code, one.severity, one.path) for one in found] == [("G61", Severity.TIP, "ekonomi/lokal/prognos")]


@pytest.mark.parametrize(
    ("changes", "code", "said"),
    [
        ({"k2_text": "Hur gruppen arbetade står i bilaga 1."}, "G50", None),
        ({"remittent/tid/start": "2015-05-13", "remittent/tid/slut": "2016-06-30"}, "G69", None),
        ({"deltagare/aktiva/antal": "38"}, "G66", "57 inskrivna − 18 avslut = 39, men aktiva är 38. Rätta det tal som är fel."),
        ({"remittent/fk/antal": "20"}, "G60", "Remitterande aktör: fördelningen ger 56, men antal inskrivna är 57. Rätta det tal som är fel."),
        ({"k1_text": "Under året har vi arbetat med 45 deltagare."}, "G73", None),
        ({"rapportperiod/slut": "2010701"}, "G23", None),
        ({"ekonomi/lokal/prognos": "-60000", "ekonomi/ovrigt/prognos": "0"}, "G61", None),
    ],
    ids=["bilaga", "tabellens tid", "aktiva", "fördelning", "tal i texten", "datum", "prognos"],
)  # fmt: skip
def test_det_som_inte_gar_ihop_sags(changes, code, said):
    found = told(code, AVESTA.replace(changes))
    assert found and (said is None or said in found), found


def test_det_tryckta_originalets_differens_sags():
    printed = {"ekonomi/rad/lon/differens": 955_000, "ekonomi/summa/differens": 1_111_000}
    assert len(told("G60", AVESTA, as_read=AsRead(sums=printed))) == 2


# Den nästa.


def test_nasta_rapport_borjar_med_dem_som_var_kvar():
    values, _ = begun(TEAM, following(previous=AVESTA))
    found = Document(TEAM, values)
    assert found.text("deltagare/ingaende/antal") == "39" and not found.text("deltagare/nya/antal")
    assert (found.text("rapportperiod/start"), found.text("rapportperiod/slut")) == ("2016-07-01", "2017-06-30")
    assert found.text("remittent/soc/antal/forra") == "25" and not found.text("remittent/soc/antal")
    assert found.rows("bemanning") == AVESTA.rows("bemanning") and found.rows("styrgrupp") == AVESTA.rows("styrgrupp")
    assert not found.text("k2_utveckling") and not found.text("alder")
    assert [found.text(f"moten/{row}/datum") for row in found.rows("moten")] in ([], [""])


def test_g66_de_som_rapporten_borjar_med_ar_de_som_var_kvar():
    values, _ = begun(TEAM, following(previous=AVESTA))
    now = Document(TEAM, values).replace({"deltagare/nya/antal": "3"})
    assert told("G66", now, followed=following(previous=AVESTA)) == []
    other = now.replace({"deltagare/ingaende/antal": "38"})
    assert told("G66", other, followed=following(previous=AVESTA)) == [
        "Ingående är 38, men förra rapporten slutade med 39 aktiva."
    ]
    assert told("G66", other) == [], "utan förra rapporten sägs ingenting"


def test_rapporten_borjar_med_ansokans_budget_och_tjanster():
    values, _ = begun(TEAM, following(worked_example()))
    found = Document(TEAM, values)
    (wage,) = found.rows("bemanning")
    assert found.text(f"bemanning/{wage}/benamning") == "Processledare"
    assert found.text(f"bemanning/{wage}/tjanst_procent") == "75"
    assert figures(found).sum("ekonomi/summa/budget").value == 355_000


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Deltagarna är mellan 20 till 61 år.", 1),
        ("Deltagarnas ålder är från 19 till 58 år.", 1),
        ("Deltagarna är mellan 21 och 58 år.", 0),
        ("Deltagarna har varit sjukskrivna mellan 10 och 15 år.", 0),
        ("Hälften av deltagarna är mellan 21 och 30 år.", 0),
        ("Gruppen är öppen för den som är mellan 18 och 29 år.", 0),
    ],
)
def test_aldrar_som_texten_sager_annorlunda_an_de_ar_ifyllda(text, told):
    found = [one for one in check_document(AVESTA.replace({"s_deltagare": text})) if one.code == "G73"]
    assert len(found) == told
    for one in found[:1]:
        assert one.path == "s_deltagare"
        assert one.sentence.endswith("men åldrarna är ifyllda som 21–58 år.")


def test_utan_ifyllda_aldrar_jamfors_ingen_text():
    without = AVESTA.replace({"alder_fran": "", "s_deltagare": "Deltagarna är mellan 20 till 61 år."})
    assert [one for one in check_document(without) if one.code == "G73"] == []
