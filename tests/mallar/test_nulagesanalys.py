"""Nulägesanalysen: formulärets frågor, en tabell över lotsarna i stället för två, och utkast från före ändringen."""

import json
from pathlib import Path

import pytest

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.progress import State, section_states
from finsam_forms.export import elements as e
from finsam_forms.export.exchange import ExchangeFaults, dumps, read_exchange
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.mallar import mall_from_files
from finsam_forms.store import Edit, Person, Store
from tests.core.checks.builder import of_code
from tests.core.checks.reports import MALLS, report
from tests.export import printing

MALL = MALLS["nulagesanalys"]
HABO = report("nulagesanalys_habo")
QUESTIONS = [
    "Vilka målgrupper behöver stöd inom ramen för långsiktig samverkan?",
    "Vilka behov har dessa målgrupper på geografisk kommunnivå?",
    "Vilka behov har dessa målgrupper på länsnivå?",
    "Hur skiljer sig dessa behov mellan män och kvinnor i målgruppen?",
    "Vilka strukturområden behöver arbetas med inom ramen för långsiktig samverkan?",
    "Vilka specifika kompetenshöjande insatser finns det behov av på geografisk kommunnivå?",
    "Vilka specifika kompetenshöjande insatser finns det behov av på länsnivå?",
]
FORMER = Path(__file__).parent / "aldre" / "nulagesanalys.toml"
ENKOPING = {
    "kvinnor": (2, 11, 4, 3),
    "man": (2, 1, 9, 4),
    "under": (2, 1, 9, 2),
    "over": (2, 11, 4, 5),
}
"""Rows × Försäkringskassan, Arbetsförmedlingen, kommunen, Regionen."""
PARTIES = ("fk", "af", "kommun", "region")
ANNA = Person("Anna", "Håbo kommun")


def lots(rows=ENKOPING, **more):
    values = {
        f"lots/{row}/{one}": str(n) for row, counts in rows.items() for one, n in zip(PARTIES, counts, strict=True)
    }
    return Document(MALL, values | more)


def plain(remarks):
    return [one.sentence.replace("\u00a0", " ") for one in remarks]


def test_de_sju_fragorna_har_formularets_egna_ord():
    assert [one.heading for one in MALL.sections if one.number] == QUESTIONS


def test_den_attonde_fragan_och_inledningen_far_lamnas_tomma():
    headings = [one.heading for one in MALL.sections]
    eighth = headings.index("Vilka övriga behov finns?")
    assert headings[eighth - 1 : eighth + 2 : 2] == QUESTIONS[4:6]
    assert not {"inledning", "ovriga_behov", "gemensamt_med", "strukturer_finns"} & {
        one.path for one in check_document(Document(MALL, {}))
    }


@pytest.mark.parametrize(
    ("missing", "exists", "lacks"),
    [("", "", True), ("Samtycke.", "", False), ("", "Lotsmöten.", False), ("Samtycke.", "Lotsmöten.", False)],
)
def test_strukturer_som_saknas_eller_som_finns_racker(missing, exists, lacks):
    document = HABO.replace({"strukturer_saknas": missing, "strukturer_finns": exists})
    told = [one.sentence for one in of_code("G40", document)]
    assert bool(told) == lacks
    assert not told or "eller under ”Strukturer som finns, men behöver förstärkas”." in told[0]
    assert section_states(document)["strukturer"] is (State.DONE if not lacks else State.EMPTY)
    printed = {
        one.path
        for one in printout(document, Stamp("2026-08-20 10:00", "last", "1", "AAAA-BBBB-CCCC")).elements
        if getattr(one, "path", "").startswith("strukturer_")
    }
    answered = {"strukturer_saknas": missing, "strukturer_finns": exists}
    assert lacks or printed == {path for path, text in answered.items() if text}


def test_huvudet_sager_ar_och_sista_dag():
    section = MALL.section("lokus_grupp")
    assert section.instructions(HABO) == (
        "Blankett för nulägesanalys 2027. Ska ha inkommit till förbundet senast 2026-09-01.",
    )
    (empty,) = section.instructions(Document(MALL, {}))
    assert empty == "Blankett för nulägesanalys ________. Ska ha inkommit till förbundet senast ________."


def test_analysen_heter_som_omradet_pa_papper_och_pa_skarmen():
    assert HABO.title == "Håbo"
    assert printout(HABO, Stamp("")).marks.name == "Håbo"
    assert HABO.replace({"_titel": "Håbo, andra utkastet"}).title == "Håbo, andra utkastet"


def test_oversikten_foljer_omradet_tills_nagon_ger_analysen_ett_namn(tmp_path):
    names = []
    with Store(tmp_path) as store:
        draft = store.drafts.create(MALL, {}, ANNA)
        for path, value, base in (("omrade", "Tierp", 0), ("_titel", "Tierp 2027", 0), ("_titel", "", 1)):
            store.changes.save(draft, Edit(path, value, base, f"{path}{base}aaaaaaaaaaaa"), ANNA)
            names.append(store.drafts.about(draft).title)
    assert names == ["Tierp", "Tierp 2027", "Tierp"]


def test_det_som_far_vara_tomt_har_ingen_rubrik_pa_den_lasta_utskriften():
    bare = Document(MALL, {"omrade": "Heby", "malgrupper": "Unga vuxna."})
    shown = {
        state: {one.text for one in printout(bare, stamp).elements if isinstance(one, e.Heading | e.SubHeading)}
        for state, stamp in (("utkast", Stamp("")), ("last", Stamp.locked("", 1, "b" * 64)))
    }
    may_be_empty = {"Inledning", "Vilka övriga behov finns?", "Strukturer som finns, men behöver förstärkas"}
    assert may_be_empty < shown["utkast"] and not may_be_empty & shown["last"]
    assert shown["utkast"] - shown["last"] > {"Lotsärenden (fylls i om området har lots)"}
    assert {QUESTIONS[0], "Strukturer som saknas"} < shown["last"]


def test_enkopings_tabell_at_alla_hall():
    known = figures(lots())
    assert [known.sum(f"lots/kolumn/{one}").value for one in PARTIES] == [4, 12, 13, 7]
    assert [known.sum(f"lots/rad/{row}").value for row in ENKOPING] == [20, 16, 14, 22]
    assert known.sum("lots/alla").value == 36 and of_code("G60", lots()) == []


def test_enkopings_tabell_pa_papper_har_grupperna_nedat_och_summan_sist():
    (table,) = [one for one in printout(lots(), Stamp("")).elements if isinstance(one, e.Table) and one.path == "lots"]
    labels = [row.cells[0].value for row in table.rows]
    assert labels == [
        "Unika handläggare", "Gick vidare till tilläggsresurs", "Kön", "Kvinnor", "Män", "Ålder", "Under 30 år", "Över 30 år",
        "Antal från resp. part",
    ]  # fmt: skip
    assert [cell.value for cell in table.rows[-1].cells[1:]] == [4, 12, 13, 7, 36]


@pytest.mark.parametrize(
    ("omrade", "women", "men", "total"), [("Heby", 6, 13, 19), ("Älvkarleby", 3, 1, 4), ("Håbo", 7, 6, 13)]
)
def test_de_andra_omradenas_lotsar_ar_sa_manga_som_kvinnor_och_man_tillsammans(omrade, women, men, total):
    document = lots({}, omrade=omrade, **{"lots/kvinnor/kommun": str(women), "lots/man/kommun": str(men)})
    known = figures(document)
    assert [known.sum(f"lots/{one}").value for one in ("rad/kvinnor", "rad/man", "kolumn/kommun", "alla")] == [
        women,
        men,
        total,
        total,
    ]
    assert of_code("G60", document) == []
    assert of_code("G60", document.replace({"lots/under/kommun": str(total - 1), "lots/over/kommun": "2"}))


def test_kon_och_alder_som_inte_ger_samma_antal_sags():
    (remark,) = of_code("G60", lots(ENKOPING | {"over": (2, 11, 4, 6)}))
    assert "Regionen" in remark.sentence


def test_tierps_text_sager_46_men_tabellen_har_48():
    tierp = lots({"kvinnor": (14, 8, 26, 0)}, **{"lots/kvinnor/region": "–"})
    text = {"lots_text": "De redovisade 46 lots uppdragen gäller hela året."}
    assert plain(of_code("G73", tierp.replace(text))) == ["I texten står 46 lots, men tabellen ”Lotsärenden” har 48."]
    assert of_code("G73", tierp.replace({"lots_text": "De redovisade 48 lots uppdragen."})) == []


def test_enkoping_och_habo_samma_dag_stammer_bara_for_det_ena():
    flow = "tillaggsresurs/{}/antal".format
    enkoping = HABO.replace({flow("tidigare"): "26", flow("ko"): "6", flow("koordinator"): "2"})
    assert of_code("G66", HABO) == []
    assert plain(of_code("G66", enkoping)) == [
        "34 inskrivna − 4 avslut = 30, men aktiva är 35. Rätta det tal som är fel."
    ]


def test_habos_aktiva_delas_pa_tre_satt_och_arbetstraningen_ar_72_procent():
    known = figures(HABO)
    assert known.sum("tillaggsresurs/aktiva").value == 35 and known.sum("arbetstraning/andel").value == 7_200
    assert of_code("G60", HABO) == []
    assert of_code("G60", HABO.replace({"aktiva/andra/antal": "27"}))


@pytest.mark.parametrize(
    ("begun", "said"),
    [
        ("28", "Målet är 60 %. 72 % är över målet."),
        ("15", "Målet är 60 %. 38 % är under målet."),
        ("", "Målet är 60 %."),
        ("många", "Målet är 60 %."),
    ],
)
def test_arbetstraningen_jamfors_med_malet(begun, said):
    document = HABO.replace({"arbetstraning/antal": begun})
    at = MALL.field("arbetstraning").answer(document)
    assert " ".join(at.field.in_words(at)).replace("\u00a0", " ") == said
    assert said in repr(printout(document, Stamp("")).elements).replace("\\xa0", " ").replace("\u00a0", " ")


def test_lotsarnas_initierande_parter_ritas_som_staplar():
    (picture,) = MALL.field("lots").bars(MALL.field("lots").answer(HABO))
    assert picture.alt == "Initierande part: Försäkringskassan 3, Arbetsförmedlingen 4, Kommunen 6, Regionen 0."
    few = HABO.replace({f"lots/{row}/kommun": "" for row in ("kvinnor", "man", "under", "over")})
    assert not list(MALL.field("lots").bars(MALL.field("lots").answer(few))), "färre än tio är ingen bild"
    unread = HABO.replace({"lots/kvinnor/fk": "två", "lots/under/fk": "noll"})
    assert not list(MALL.field("lots").bars(MALL.field("lots").answer(unread)))


def test_underskriven_efter_sista_dagen():
    late = HABO.replace({"underskrift/datum": "2026-09-28"})
    assert plain(of_code("G77", late)) == [
        "Underskriven 28 september 2026, efter 1 september 2026 som är sista dag att lämna in."
    ]


def test_en_hel_och_god_analys_lamnas_i_fred():
    assert check_document(HABO) == ()


def test_ut_som_fil_och_in_igen():
    again = read_exchange(dumps(HABO), MALLS)
    assert again.values == dict(HABO.values)


# A draft keeps the form that it began with.


@pytest.fixture(scope="module")
def former():
    return mall_from_files("nulagesanalys", {FORMER.name: FORMER.read_text("utf-8")})


def test_ett_gammalt_utkast_har_kvar_sina_tva_tabeller(former):
    old = Document(former, {"omrade": "Enköping", "lots_kon/fk/kvinnor": "2", "ordforande": "Ordföranden Ek"})
    assert printing.pdf(old, Stamp("nu")).startswith(b"%PDF")
    assert "lots_kon/fk/kvinnor" in {path for path in old.values if former.leaf_at(path)}
    again = read_exchange(json.dumps(json.loads(dumps(old))), {former.id: former})
    assert again.values == dict(old.values)


def test_en_fil_fran_den_gamla_blanketten_blir_ett_utkast_pa_den_nya(former):
    """Two tables of parts × answers are one of answers × parts."""
    turned = {"kvinnor": "lots_kon", "man": "lots_kon", "under": "lots_alder", "over": "lots_alder"}
    counts = {
        f"{turned[row]}/{one}/{row}": str(n)
        for row, found in ENKOPING.items()
        for one, n in zip(PARTIES, found, strict=True)
    }
    signed = {"ordforande": "Ordföranden Ek", "datum": "2016-08-20"}
    old = Document(former, {"omrade": "Enköping", "ar": "2017", "malgrupper": "Unga vuxna."} | counts | signed)
    found = read_exchange(dumps(old), MALLS)
    now = Document(found.mall, found.values)
    assert found.mall is MALL and dict(found.stated) == {}
    assert {path: now.text(path) for path in lots().values} == dict(lots().values)
    assert (now.text("underskrift/namn"), now.text("underskrift/datum")) == tuple(signed.values())
    assert now.text("malgrupper") == "Unga vuxna." and of_code("G60", now) == []


def test_det_som_bade_den_gamla_och_den_nya_platsen_har_ar_den_nyas(former):
    content = {"ordforande": "Ek", "underskrift": {"namn": "Alm"}}
    file = {"format": "finsam-forms", "formatversion": 1, "mall": MALL.id, "innehall": content}
    assert read_exchange(json.dumps(file), MALLS).values == {"underskrift/namn": "Alm"}


def test_en_nyckel_som_aldrig_har_funnits_ar_ett_fel_som_forr():
    file = {"format": "finsam-forms", "formatversion": 1, "mall": MALL.id, "innehall": {"ordforanden": "Ek"}}
    with pytest.raises(ExchangeFaults):
        read_exchange(json.dumps(file), MALLS)
