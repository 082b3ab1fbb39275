"""Another's spreadsheet: what its rows say is understood, sums are compared and never added, what is not sure is asked about."""

from __future__ import annotations

import pytest

from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.incoming.brought import Refused
from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.labels import Likeness, best
from finsam_forms.incoming.readers import read_file
from finsam_forms.incoming.taken import canonical, new_document
from tests.builder import MALLS
from tests.incoming.xlsx import foreign
from tests.incoming.xlsx.foreign import DRAFT, A, book

PL = "budget/lon/pl"
DELTAGARE = "budget/ovrigt/inkopta_utredningar"
HYRA = "budget/egenfinansiering/lokal/lokalhyra/belopp"


def read(data, beside=DRAFT):
    return read_file(data, MALLS, beside=beside)


def values(brought):
    """As they are stored, without where rows stand."""
    found = canonical(MALLS["ansokan"], brought.values)
    return {path: text for path, text in found.items() if not path.endswith("_plats")}


def told(brought):
    return " ".join(
        [*brought.said, *(one.sentence for one in brought.doubts), *(f"{a} {b}" for a, b in brought.unplaced)]
    )


def test_formularets_egen_budget_avskriven_i_ett_kalkylblad():
    brought = read(foreign.PAPER)
    assert values(brought) == {
        f"{PL}/tjanst_procent": "75",
        f"{PL}/fran": "2021-04-01",
        f"{PL}/till": "2021-12-31",
        f"{PL}/belopp/{A}": "325000",
        f"{DELTAGARE}/belopp/{A}": "30000",
        f"{HYRA}/{A}": "42000",
    }
    assert not brought.doubts and not brought.said and not brought.unplaced
    assert {one.path for one in compare(brought, DRAFT, "1").differences} == set(values(brought))


def test_i_tkr_med_forkortade_ord_och_partens_roll():
    brought = read(foreign.IN_TKR)
    assert values(brought) == {
        f"{PL}/tjanst_procent": "75",
        f"{PL}/fran": "2021-04-01",
        f"{PL}/till": "2021-12-31",
        f"{PL}/belopp/{A}": "325000",
        f"{DELTAGARE}/belopp/{A}": "30000",
    }
    assert [one.path for one in brought.doubts] == [f"{DELTAGARE}/belopp/{A}"], "raden heter inte riktigt så"
    assert not brought.said and not brought.unplaced


def test_belopp_som_text_egna_rader_och_tomma_kolumner():
    brought = read(foreign.TEXTS)
    found = values(brought)
    (own,) = {path.split("/")[2] for path in found} & {
        path.split("/")[2] for path in brought.values if path.endswith("_plats")
    }
    assert found == {
        f"budget/lokal/lokalhyra/belopp/{A}": "12000",
        f"budget/lokal/ovriga_lokalkostnader/belopp/{A}": "3500",
        f"budget/ovrigt/tolk/belopp/{A}": "9500",
        f"budget/ovrigt/telefon_it/belopp/{A}": "1200",
        f"budget/ovrigt/{own}/benamning": "Studiebesök i Tierp",
        f"budget/ovrigt/{own}/belopp/{A}": "4000",
    }
    assert "Telefon-, IT-kostnader" in told(brought) and not brought.said


def test_ett_blad_per_tabell_och_en_part_som_inte_finns():
    brought = read(foreign.TWO_SHEETS)
    found = values(brought)
    new = next(path.split("/")[1] for path, text in found.items() if text == "Tierps kommun")
    coach = next(path.rpartition("/")[0] for path, text in found.items() if text == "Coach")
    handlaggare = next(path.rpartition("/")[0] for path, text in found.items() if text == "Handläggare")
    assert found == {
        f"insatsagare/{new}/organisation": "Tierps kommun",
        f"{PL}/belopp/{A}": "200000",
        f"{PL}/belopp/{new}": "125000",
        f"{coach}/benamning": "Coach",
        f"{coach}/belopp/{A}": "100000",
        f"{coach}/belopp/{new}": "50000",
        f"budget/ovrigt/resor/belopp/{A}": "10000",
        f"budget/ovrigt/resor/belopp/{new}": "5000",
        f"{handlaggare}/benamning": "Handläggare",
        f"{handlaggare}/belopp/af": "40000",
        f"{HYRA}/{A}": "42000",
        f"{HYRA}/region": "8000",
    }
    said = told(brought)
    assert "”Tierps kommun” är ingen part" in said and "”Läs mig”" in said and "”Region” i filen" in said
    assert "men raderna blir" not in said


def test_tkr_over_kronor_och_en_rad_som_inte_kom_med_i_summan():
    brought = read(foreign.WRONG_SUM)
    assert values(brought) == {
        f"budget/ovrigt/utbildning_insatsmedarbetare/belopp/{A}": "30000",
        f"budget/ovrigt/resor/belopp/{A}": "25000",
    }
    said = told(brought).replace("\u00a0", " ")
    assert "lästs som kronor" in said
    assert said.count("25 000 kr i filen, men raderna blir 55 000 kr") == 2
    assert {one.path for one in brought.doubts} >= set(values(brought)), "varje belopp frågas det om"


def test_en_kolumn_utan_namn_och_belopp_utan_enhet():
    brought = read(foreign.ONE_COLUMN)
    assert values(brought) == {f"{PL}/belopp/{A}": "325", f"budget/ovrigt/informationsmaterial/belopp/{A}": "12"}
    said = told(brought)
    assert "kr eller tkr" in said and "inte vems" in said and "Informationsmaterial" in said


def test_en_rubrik_som_ingen_fyllt_i_och_en_rad_utan_plats():
    brought = read(foreign.PLACEHOLDER)
    found = values(brought)
    assert found[f"budget/lokal/lokalhyra/belopp/{A}"] == "1000"
    assert "är inget namn på en part" in told(brought)
    assert [one.words for one in brought.unplaced] == ["Städning 500 500"]
    assert f"budget/ovrigt/resor/belopp/{A}" in found


def test_inget_belopp_tappas_i_tysthet():
    brought = read(foreign.STRAYS)
    assert values(brought) == {f"budget/ovrigt/resor/belopp/{A}": "ca 50 tkr", f"budget/ovrigt/tolk/belopp/{A}": "9000"}
    assert [one.words for one in brought.unplaced] == ["Tolk Region Uppsala 3000"]
    assert "13 000 kr i filen, men raderna blir 12 000 kr" in told(brought).replace("\u00a0", " ")


def test_en_avkortad_rubrik_ar_den_i_tabellen_dar_den_star():
    """Both tables have a heading that begins so."""
    brought = read(foreign.CUT_HEADINGS, beside=None)
    names = {text: path.split("/")[:-2] for path, text in brought.values.items() if path.endswith("/benamning")}
    assert names == {"Processledare": ["budget", "lon"], "Arbetsledare": ["budget", "egenfinansiering", "lon"]}
    assert [one.words for one in brought.unplaced] == ["Städskåp 1,5 1,5"]
    assert [one for one in brought.said if "Summa lokal" in one] == [
        "Bladet ”Budget”: ”Summa lokalkostn.” är 25\u00a0000\u00a0kr i filen, men raderna blir 20\u00a0000\u00a0kr."
    ]


def test_utan_utkast_blir_det_ett_nytt_med_parterna():
    brought = read(foreign.TWO_SHEETS, beside=None)
    document = new_document(brought, MALLS)
    names = {document.text(path) for path in document.values if path.endswith("/organisation")}
    assert names == {"Älvkarleby kommun", "Tierps kommun", "AF", "Region"}
    assert fingerprint(document) == fingerprint(new_document(read(foreign.TWO_SHEETS, beside=None), MALLS))


@pytest.mark.parametrize(
    "rows",
    [[["Hej"], ["Summa", 3]], [], [["Lokalhyra", 3]], [["a"] * 150] * 20],
    ids=["annat", "tomt", "en enda rad", "brus"],
)
def test_ett_blad_utan_budget_avvisas(rows):
    with pytest.raises(Refused, match="ingen budget"):
        read(book(("Blad1", rows)))


LABELS = ["Lokalhyra", "Övriga lokalkostnader", "Utvärdering", "Utbildning insatsmedarbetare", "Telefon-, IT-kostnader",
          "Övriga aktiviteter för deltagare", "Övriga kostnader", "Övrigt", "Informationsmaterial", "Lönekostnader inkl PO-pålägg"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label", "likeness"),
    [
        ("Lokalhyra", "Lokalhyra", Likeness.SAME),
        ("1.1  LOKALHYRA:", "Lokalhyra", Likeness.SAME),
        ("- Övr. lokalkostn.", "Övriga lokalkostnader", Likeness.SHORTENED),
        ("Utb. insatsmedarbetare", "Utbildning insatsmedarbetare", Likeness.SHORTENED),
        ("Övriga aktiviteter", "Övriga aktiviteter för deltagare", Likeness.SHORTENED),
        ("Informationsmateriel", "Informationsmaterial", Likeness.NEAR),
        ("Löner", "Lönekostnader inkl PO-pålägg", Likeness.SHORTENED),
        ("Övrigt", "Övrigt", Likeness.SAME),
        ("Utvardering", "Utvärdering", Likeness.NEAR),
    ],
)
def test_en_etikett_kanns_igen_som_folk_skriver_den(text, label, likeness):
    assert best(text, LABELS) == (label, likeness)


@pytest.mark.parametrize("text", ["", "1.", "Processledare", "Övriga", "Ut", "Hyra av bil", "Lokal för möten i Tierp"])
def test_det_som_kan_vara_flera_eller_ingen_ar_ingen(text):
    assert best(text, LABELS) is None


def test_en_rad_under_en_kand_rubrik_flyttas_inte_till_en_annan_for_att_orden_liknar():
    rows = [
        ["Budget - detaljerad"],
        ["Kostnader att rekvirera från Samordningsförbundet (kr)"],
        [None, "Älvkarleby kommun"],
        ["Lokalkostnader"],
        ["Lokalhyra", 1_000],
        ["Övrigt lokaler", 2_000],
        ["Övriga kostnader"],
        ["Resor", 3_000],
    ]
    found = read(book(("Budget", rows)))
    said = values(found)
    assert said[f"budget/lokal/lokalhyra/belopp/{A}"] == "1000" and said[f"budget/ovrigt/resor/belopp/{A}"] == "3000"
    assert not [path for path, text in said.items() if text == "2000" and path.startswith("budget/ovrigt/")]
    assert "2000" in [*said.values()] or "Övrigt lokaler" in told(found)
