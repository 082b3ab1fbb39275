"""Goals and their outcomes: what is required, what is computed, what is told, what stands beside what on paper."""

import io

import pytest
from pypdf import PdfReader

from finsam_forms.core.bars import HATCH, OPEN, SOLID, Part
from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.following import begun
from finsam_forms.core.kinds.figures import figures
from finsam_forms.export import elements as e
from finsam_forms.export import printing
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.core.checks.builder import following, of_code
from tests.kinds.case import EXAMPLES, form_of
from tests.kinds.test_udda import SECTION, field, part

EXAMPLE = EXAMPLES["outcomes"]
GOAL = "mal/resultatmal/aa1"
FREE = form_of(
    SECTION + field(id='"mal"', type='"outcomes"', label='"Mål"') + part("list", id='"r"', label='"Resultatmål"'),
    family="rapport",
)
ROW = "mal/r/aa1"


def free(**parts):
    return Document(FREE, {f"{ROW}/_plats": "g"} | {f"{ROW}/{name}": text for name, text in parts.items()})


def codes(document, code):
    return [one.path for one in check_document(document) if one.code == code]


@pytest.mark.parametrize(
    ("target", "result", "share", "said"),
    [
        ("40", "30", 7500, "30 av 40 (75 %)"),
        ("12", "2", 1700, "2 av 12 (17 %)"),
        ("30", "45", 15000, "45 av 30 (150 %)"),
    ],
)
def test_maluppfyllelsen_ar_hela_procent(target, result, share, said):
    document = EXAMPLE.document(**{f"{GOAL}/malvarde": target, f"{GOAL}/utfallsvarde": result})
    assert figures(document).sum(f"{GOAL}/uppfyllelse").value == share
    (goal, *_) = EXAMPLE.mall.field("mal").goals(EXAMPLE.mall.field("mal").answer(document))
    assert goal.said.replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    "numbers", [{}, {"malvarde": "40"}, {"utfallsvarde": "30"}, {"malvarde": "0", "utfallsvarde": "3"}]
)
def test_utan_bada_talen_finns_ingen_maluppfyllelse_och_ingen_bild(numbers):
    document = free(text="Fyrtio personer", **numbers)
    assert figures(document).sum(f"{ROW}/uppfyllelse").void
    assert not list(FREE.field("mal").bars(FREE.field("mal").answer(document)))


def test_bilden_sager_i_ord_vad_den_visar():
    at = EXAMPLE.mall.field("mal").answer(EXAMPLE.document())
    (chart,) = EXAMPLE.mall.field("mal").bars(at)
    assert chart.alt.replace("\u00a0", " ") == "Måluppfyllelse: Resultatmål tilläggsresurs: 30 av 40 (75 %)."
    assert chart.bars[0].parts == (Part(75, SOLID), Part(25, OPEN))


def test_det_som_ar_over_malet_ar_randat():
    document = free(text="Trettio samtal", malvarde="30", utfallsvarde="45")
    (chart,) = FREE.field("mal").bars(FREE.field("mal").answer(document))
    assert chart.bars[0].parts == (Part(100, SOLID), Part(50, HATCH))
    assert (HATCH, "över målet") in chart.key


@pytest.mark.parametrize("missing", ["text", "utfall", "analys"])
def test_ett_mal_som_krävs_har_text_utfall_och_analys(missing):
    document = EXAMPLE.document(**{f"{GOAL}/{missing}": ""})
    assert codes(document, "G40") == [f"{GOAL}/{missing}"]


def test_en_tom_rad_saknar_inget_men_ett_formular_utan_mal_gor_det():
    assert codes(EXAMPLE.document(**{"mal/resultatmal/aa3/_plats": "p"}), "G40") == []
    assert codes(Document(EXAMPLE.mall, EXAMPLE.mall.start_values()), "G40") == ["mal"]


def test_utfallet_i_malets_ruta_sags():
    """The second goal of Älvkarleby 2016: the outcome stands among the goals and no goal is stated."""
    document = EXAMPLE.document(**{f"{GOAL}/text": "", f"{GOAL}/utfall": "30 personer har fått stöd."})
    assert codes(document, "G40") == [f"{GOAL}/text"]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"malvarde": "40", "utfallsvarde": "30"}, True),
        ({"malvarde": "40", "utfallsvarde": "30", "analys": "Remisserna kom sent."}, False),
        ({"malvarde": "40", "utfallsvarde": "40"}, False),
        ({"malvarde": "40", "utfallsvarde": "41"}, False),
        ({"malvarde": "40"}, False),
        ({"utfallsvarde": "30"}, False),
    ],
)
def test_ett_mal_som_inte_nas_far_en_analys(parts, told):
    document = free(text="Fyrtio personer får stöd", utfall="Trettio fick det.", **parts)
    assert codes(document, "G70") == ([f"{ROW}/analys"] if told else [])
    for one in check_document(document):
        if one.code == "G70":
            assert one.sentence.replace("\u00a0", " ") == "Målet är 40 och utfallet 30 (75 %). Skriv en analys."


def test_ett_mal_utan_matt_ar_ett_tips_ocksa_i_en_rapport():
    assert codes(free(text="Bättre samverkan", utfall="Det blev bättre."), "G47") == [f"{ROW}/text"]


APPLICATION = form_of(
    SECTION + field(id='"mal"', type='"goals"', label='"Mål"') + part("list", id='"r"', label='"Resultatmål"')
)


def asked(document, text):
    application = Document(APPLICATION, {"mal/r/aa1/_plats": "g", "mal/r/aa1/text": text})
    return of_code("G67", document, followed=following(application))


def test_mal_som_andrats_sedan_ansokan_sags_och_gar_att_ratta():
    document = free(text="30 personer får stöd", utfall="30 fick det.")
    (remark,) = asked(document, "40 personer får stöd")
    assert (remark.path, remark.fixes[0].changes) == (f"{ROW}/text", {f"{ROW}/text": "40 personer får stöd"})
    assert asked(document, "30 Personer   får stöd") == []
    assert asked(document, "") == []


def test_ett_mal_som_tagits_bort_sags():
    gone = free(text="30 personer", utfall="x").replace({f"{ROW}/_plats": ""})
    assert [one.path for one in asked(gone, "40 personer får stöd")] == ["mal/r"]


def test_i_nasta_rapport_star_malen_men_inte_vad_det_blev_av_dem():
    told = {
        "text": "30 personer",
        "malvarde": "30",
        "utfall": "Det blev 25.",
        "utfallsvarde": "25",
        "analys": "För få.",
    }
    values, _ = begun(FREE, following(previous=free(**told)))
    assert {path for path, text in values.items() if text} == {f"{ROW}/_plats", f"{ROW}/text", f"{ROW}/malvarde"}


def facing(document):
    (found,) = [one for one in printout(document, Stamp("")).elements if isinstance(one, e.Facing)]
    return found


def test_malet_star_till_vanster_och_utfall_och_analys_till_hoger():
    found = facing(EXAMPLE.document())
    assert found.heads == ("Fastställda mål", "Utfall")
    first, second, third = found.rows
    assert [one.title.value for one in first.left.passages] == ["Resultatmål tilläggsresurs"]
    assert [one.title.value for one in first.right.passages] == [
        "Utfall resultatmål tilläggsresurs",
        "Analys av utfall resultatmål tilläggsresurs",
    ]
    assert [cell.value for cell in (first.right.cell, *first.right.cell.also)] == [30, 40, 7500]
    assert second.left.passages[0].title.value == "Resultatmål 2"
    assert third.left.passages[0].title.value == "Effektmål"


def pages(document, **stamp):
    data = printing.pdf(document, Stamp("2026-11-23 14:00", **stamp))
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def test_en_rad_delas_bara_mellan_stycken():
    """The original broke one in the middle of a sentence."""
    texts = [f"Stycke {number} " + "ord som fyller ut raden " * 25 + f"slut {number}." for number in range(12)]
    document = EXAMPLE.document(**{f"{GOAL}/utfall": "\n\n".join(texts), f"{GOAL}/analys": "\n\n".join(texts[::-1])})
    found = pages(document)
    assert len(found) > 2
    for number in range(12):
        begins = [n for n, page in enumerate(found) if f"Stycke {number} " in page]
        ends = [n for n, page in enumerate(found) if f"slut {number}." in page]
        assert begins == ends and len(begins) in (1, 2), number
    middle = [page for page in found if "Stycke" in page]
    assert all("Fastställda mål" in page for page in middle), "huvudet upprepas"


def test_ett_stycke_som_ingen_sida_rymmer_delas_anda():
    text = " ".join(f"ord{number}" for number in range(2500))
    found = " ".join(pages(EXAMPLE.document(**{f"{GOAL}/utfall": text})))
    assert all(f"ord{number}" in found for number in (0, 1250, 2499))


def test_en_tom_blankett_har_linjer_for_varje_slag_av_mal():
    blank = Document(EXAMPLE.mall, {})
    (found,) = [one for one in printout(blank, Stamp("", "blankett")).elements if isinstance(one, e.Facing)]
    assert [row.left.passages[0].title.value for row in found.rows] == ["Resultatmål"] * 2 + ["Effektmål"] * 2
    assert all(one.lines for row in found.rows for one in (*row.left.passages, *row.right.passages))


def test_nadda_mal_raknas_bland_dem_som_har_bada_talen():
    goals = {"aa1": ("40", "30"), "aa2": ("12", "12"), "aa3": ("5", "7"), "aa4": ("5", "")}
    values = {f"mal/r/{row}/_plats": "gjnt"[number] for number, row in enumerate(goals)}
    values |= {f"mal/r/{row}/malvarde": target for row, (target, _) in goals.items()}
    values |= {f"mal/r/{row}/utfallsvarde": result for row, (_, result) in goals.items()}
    known = figures(Document(FREE, values))
    assert (known.sum("mal/matta").value, known.sum("mal/natta").value) == (3, 2)
    assert not figures(Document(FREE, {})).sum("mal/natta").written
