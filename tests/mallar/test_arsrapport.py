"""Årsrapporten: formulärets egna ord, ett utkast med flera blad, och det som skrivs en gång."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.following import begun
from finsam_forms.core.kinds.figures import figures
from finsam_forms.export import elements as e
from finsam_forms.export.exchange import dumps, read_exchange
from finsam_forms.export.printout import parts_of, printout
from finsam_forms.export.stamp import Stamp
from tests.core.checks.builder import application, following
from tests.core.checks.reports import MALLS, report
from tests.export import printing

ARSRAPPORT = MALLS["arsrapport"]
BLAD_A = [
    "Insatsens namn",
    "Samverkansparter (som är delaktiga i insatsen)",
    "Insatsens innehåll (resurser, metoder, aktiviteter, bortfall, avvikelser m.m)",
    "Målgrupp",
    "Fastställda mål",
    "Bortfall (personer som registrerats i SUS men som inte fullföljt insatsen)",
    "Framgångsfaktorer för att uppnå resultat",
    "Systemfel för att uppnå resultat",
    "Aktuell insatsperiod (beviljad)",
    "Budget (prognos, avvikelser m.m)",
    "LOKUS-gruppens/styr-gruppens analys (måluppfyllelse, budget, avvikelser, plan för implementering m.m.)",
    "Underskrift",
]
LOKUS = [
    "Utsett ordförande",
    "Haft möte minst 4 gånger under året",
    "Vid minst 4 möten under året diskuterat budget-utfall",
    "Varje huvudman har deltagit vid minst tre möten under året",
    "Varje huvudman har deltagit med personer med lednings-, strategisk- och beställarkompetens",
]
KOORDINATOR = [
    "Registrerat samtliga insatser i enlighet med SUS",
    "Kontrollerat att tilläggsresursen registrerat samtliga deltagare i enlighet med SUS",
    "Initierat möten på önskemål från berörda/ansvariga tjänstemän",
    "Föreslagit kompetensutvecklingsinsatser",
    "Anordnat kompetensutvecklingsinsatser",
]
BOTH = "Kommentarer (om ni angett nej ovan ska detta kommenteras här)"
LS_HELAR = {"rapporttyp": "helår", "bilaga": "Bilaga LS"}
SHEETS = {
    "inget valt": ({}, ["Blad A", "Ekonomirapport"]),
    "långsiktig samverkan, helår": (LS_HELAR, ["Blad A", "Bilaga LS Helår", "Ekonomirapport"]),
    "långsiktig samverkan, delår": (
        LS_HELAR | {"rapporttyp": "delår"},
        ["Blad A", "Bilaga LS Delår", "Ekonomirapport"],
    ),
    "projekt, delår": (
        {"rapporttyp": "delår", "bilaga": "Bilaga Projekt"},
        ["Blad A", "Bilaga Projekt", "Ekonomirapport"],
    ),
    "projekt, helår": (
        {"rapporttyp": "helår", "bilaga": "Bilaga Projekt"},
        ["Blad A", "Bilaga Projekt", "Ekonomirapport"],
    ),
}


def sections_of(sheet):
    return [one for one in ARSRAPPORT.sections if (begins := ARSRAPPORT.begins.get(one.id)) and begins.sheet == sheet]


def words(document, part="allt"):
    return repr(printout(document, Stamp("2028-01-28 10:00"), part).elements)


def test_blad_a_har_formularets_egna_rubriker_i_ordning():
    assert [one.heading for one in sections_of("Blad A")] == BLAD_A


def test_bilaga_ls_helar_har_formularets_egna_fragor_i_ordning():
    lokus, koordinator = ARSRAPPORT.field("ls_lokus"), ARSRAPPORT.field("ls_koordinator")
    assert [row.label for row in lokus.rows] == LOKUS and lokus.label == "LOKUS-grupp"
    assert [row.label for row in koordinator.rows] == KOORDINATOR and koordinator.label == "Samverkanskoordinator"
    assert lokus.comment == koordinator.comment == BOTH
    assert ARSRAPPORT.field("ls_beskrivning").label == "Beskriv anordnade kompetensutvecklingsinsatser:"


@pytest.mark.parametrize("name", SHEETS)
def test_svaren_bestammer_vilka_blad_rapporten_har(name):
    answers, wanted = SHEETS[name]
    assert [label for _, label, _ in parts_of(Document(ARSRAPPORT, answers)) if label in dict(SHEET_SLUGS)] == wanted


SHEET_SLUGS = [(one.sheet, one.sheet_part) for one in ARSRAPPORT.sections if one.sheet]


@pytest.mark.parametrize(
    ("name", "sheet"), [("arsrapport_helar", "Bilaga LS Helår"), ("arsrapport_delar", "Bilaga Projekt")]
)
def test_namn_nummer_tid_och_ordforande_skrivs_en_gang_och_star_pa_varje_blad(name, sheet):
    document = report(name)
    for part in ("blad-a", dict(SHEET_SLUGS)[sheet]):
        found = words(document, part)
        for path in ("insatsens_namn", "diarienummer", "rapportperiod/slut", "underskrift/namn"):
            assert repr(document.read(path).value) in found, (part, path)
        signs = [one for one in printout(document, Stamp(""), part).elements if isinstance(one, e.Signature)]
        assert len(signs) == 1, "varje blad har sin egen underskrift"


def top_of(document):
    """The form's name at the top of the first page."""
    first = PdfReader(io.BytesIO(printing.pdf(document, Stamp("2028-01-28 10:00")))).pages[0].extract_text()
    return " ".join(first.partition("Samordningsförbundet Uppsala")[0].removeprefix("UTKAST").split())


def test_rapporten_heter_efter_vad_den_ar_och_nar_den_ska_vara_inne():
    helar, delar = report("arsrapport_helar"), report("arsrapport_delar")
    assert top_of(helar) == "Årsrapport till Samordningsförbundet 2028-01-31"
    assert top_of(delar) == "Delårsrapport till Samordningsförbundet 2027-08-31"
    assert top_of(Document(ARSRAPPORT, {})) == "Årsrapport till Samordningsförbundet"


def test_aret_i_bilagan_ar_rapportens_eget():
    told = "Rapporten gäller för perioden januari-december år:"
    section = ARSRAPPORT.section("ls_helar")
    assert section.instructions(report("arsrapport_helar"))[1] == f"{told} 2027"
    assert section.instructions(Document(ARSRAPPORT, {}))[1] == f"{told} ________"


def test_parterna_ar_en_enda_lista_med_insatsagaren_forst():
    tables = [one for one in printout(report("arsrapport_helar"), Stamp("")).elements if isinstance(one, e.Table)]
    (listed,) = [one for one in tables if one.path == "insatsagare"]
    assert [row.cells[1].value for row in listed.rows] == [
        "Älvkarleby kommun", "Arbetsförmedlingen", "Försäkringskassan", "Region Uppsala"
    ]  # fmt: skip


def test_en_arsrapport_borjar_ur_ansokan():
    granted = application({"diarienummer": "2027:20"})
    values, _ = begun(ARSRAPPORT, following(granted))
    found = Document(ARSRAPPORT, values)
    assert found.text("insatsens_namn") == "Vägen in" and found.text("diarienummer") == "2027:20"
    assert found.text("insatsagare/komm/organisation") == "Älvkarleby kommun"
    assert found.rows("samverkansparter") == granted.rows("samverkansparter")
    assert "insatsagare/komm/kontaktperson" not in values, "i rapporten räcker organisationen"
    assert found.text("mal/resultatmal/goala/text") == granted.text("mal/resultatmal/goala/text")
    assert found.text("insatsperiod/slut") == "2027-12-31"
    assert (found.text("rapportperiod/start"), found.text("rapportperiod/slut")) == ("2027-04-01", "2027-06-30")
    assert found.text("malgrupp") == granted.text("malgrupp") and not found.text("innehall")
    assert [found.text(f"tidplan_lage/{row}/etikett") for row in found.rows("tidplan_lage")] == ["Q2", "Q3", "Q4"]


def test_nasta_rapport_borjar_ur_den_forra():
    last = report("arsrapport_delar")
    values, _ = begun(ARSRAPPORT, following(previous=last))
    found = Document(ARSRAPPORT, values)
    for path in ("insatsens_namn", "bilaga", "underskrift/namn", "insatsperiod/slut"):
        assert found.text(path) == last.text(path), path
    assert (found.text("rapportperiod/start"), found.text("rapportperiod/slut")) == ("2027-07-01", "2027-12-31")
    goal = f"mal/resultatmal/{last.rows('mal/resultatmal')[0]}"
    assert found.text(f"{goal}/text") == last.text(f"{goal}/text") and not found.text(f"{goal}/utfall")
    for path in ("underskrift/datum", "inlamning", "analys", "projekt_styrgrupp/moten", "bortfall/antal"):
        assert not found.text(path), path


@pytest.mark.parametrize("name", ["arsrapport_helar", "arsrapport_delar"])
def test_en_rapport_ut_som_fil_och_in_igen_ar_densamma(name):
    document = report(name)
    again = read_exchange(dumps(document), MALLS)
    assert fingerprint(Document(again.mall, again.values)) == fingerprint(document)


def test_ingaende_ar_de_som_var_kvar_i_forra_rapporten():
    values, _ = begun(ARSRAPPORT, following(previous=report("arsrapport_delar")))
    assert (values["deltagare/ingaende/kvinnor"], values["deltagare/ingaende/man"]) == ("14", "20")
    assert not any(path.startswith("deltagare/nya") for path in values)


def test_ekonomirapporten_ar_densamma_som_den_som_lamnas_for_sig():
    alone = MALLS["ekonomirapport"]
    for section in sections_of("Ekonomirapport"):
        here = {one.id: replace(one, from_sheet="") for one in section.fields if one.type != "sign"}
        assert here == {one.id: one for one in alone.section(section.id).fields if one.id in here}
        assert section.heading == alone.section(section.id).heading


def test_budgeten_kommer_ur_ansokan_och_gar_att_hanvisa_till_i_blad_a():
    values, _ = begun(ARSRAPPORT, following(application({"diarienummer": "2027:20"})))
    assert figures(Document(ARSRAPPORT, values)).sum("ekonomi/summa/budget").value == 355_000
    document = report("arsrapport_helar").replace({"budget_text": "Utfallet är [[ekonomi/summa/utfall]]."})
    assert "1 254 000 kr" in repr(printout(document, Stamp("")).elements).replace("\\xa0", " ")
