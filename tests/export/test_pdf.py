"""The printed pages, opened again and read."""

import io
import re
import subprocess

import pytest
import segno
from PIL import Image
from pypdf import PdfReader

from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.party import parties_of
from finsam_forms.export.elements import Entries, Picture
from finsam_forms.export.pdf import page as p
from finsam_forms.export.pdf.qr import SIDE
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.words import share_words
from tests.builder import ANSOKAN, MALLS, worked_example
from tests.export import printing
from tests.others import needs

AT = "2026-11-23 14:00"


def pages(data):
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def flat(text):
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def example_pages():
    return pages(printing.pdf(worked_example(), Stamp(AT)))


def test_summorna_pa_papperet_ar_summorna_pa_skarmen(example_pages):
    whole = flat(" ".join(example_pages))
    assert "Totalt från Samordningsförbundet 355 000 355 000" in whole
    assert "Total kostnad för insatsen 397 000" in whole
    assert whole.count("Älvkarleby kommun 355 000 42 000 0 397 000") == 1
    assert "Älvkarleby kommun, huvudinsatsägare 355 000 42 000 0 397 000" in whole
    assert "Insatsen söker totalt 355 000 kr." in whole


def test_varje_sida_bar_namn_sidnummer_mallversion_och_tid(example_pages):
    for number, text in enumerate(example_pages, 1):
        words = flat(text)
        assert f"Sida {number} av {len(example_pages)}" in words
        assert f"mallversion 2020-10-09. Utskrivet {AT}" in words
        assert "Vägen in – processledare för samverkan i Älvkarleby" in words or "Vägen in – processledare" in words
        assert "UTKAST" in words.replace(" ", "")


def test_alla_rubriker_i_formularets_ordning(example_pages):
    whole = flat(" ".join(example_pages))
    places = [
        whole.find(flat(section.heading.split(" (*)")[0].split(" – ")[-1]))
        for section in ANSOKAN.sections
        if section.id != "underskrifter" and any(field.printed for field in section.fields)
    ]
    assert -1 not in places


def test_den_fasta_texten_star_ordagrant(example_pages):
    whole = flat(" ".join(example_pages)).replace(" ", "")
    for part in re.split(r"\n+(?:## )?", ANSOKAN.field("overenskommelse").text.removeprefix("## ")):
        assert flat(part).replace(" ", "") in whole, part


def test_ett_underskriftsblad_for_varje_part_pa_egen_sida(example_pages):
    sheets = [flat(text) for text in example_pages if "Namnteckning" in text]
    assert len(sheets) == 4
    for party, sheet in zip(parties_of(worked_example()), sheets, strict=True):
        assert f"Part {party.name}" in sheet
        assert "Insatsens namn" in sheet
        assert "Ankomststämpel" in sheet


@pytest.mark.parametrize(
    ("part", "has", "lacks"),
    [
        ("text", "Beskriv syftet", "Namnteckning"),
        ("budget", "Totalt från", "Beskriv syftet"),
        ("underskrifter", "Namnteckning", "Totalt från"),
        ("af", "Part Arbetsförmedlingen", "Part Region"),
    ],
)
def test_bara_en_del(part, has, lacks):
    whole = flat(" ".join(pages(printing.pdf(worked_example(), Stamp(AT), part=part))))
    assert has in whole
    assert lacks not in whole


def test_tomt_obligatoriskt_falt_far_linjer_och_ej_ifyllt():
    document = worked_example().replace({"syfte": ""})
    assert "ej ifyllt" in flat(" ".join(pages(printing.pdf(document, Stamp(AT)))))


@pytest.mark.parametrize("mall", list(MALLS), ids=str)
def test_blanketten_kan_fyllas_i_for_hand(mall):
    whole = flat(" ".join(pages(printing.pdf(Document(MALLS[mall], {}), Stamp(AT, "blankett")))))
    assert "Blankett" in whole
    assert "UTKAST" not in whole.replace(" ", "")


def test_olast_belopp_skrivs_ut_som_det_star_och_summan_sager_till():
    document = worked_example().replace({"budget/ovrigt/resor/belopp/alvkarleby": "9,000 000"})
    whole = flat(" ".join(pages(printing.pdf(document, Stamp(AT)))))
    assert "9,000 000*" in whole
    assert "355 000*" in whole
    assert "går inte att läsa" in whole


def extreme():
    values = {f"samverkansparter/p{n}/_plats": f"i{n:02d}" for n in range(11)}
    values |= {
        f"samverkansparter/p{n}/organisation": f"Organisation nummer {n} med ett ovanligt långt namn" for n in range(11)
    }
    values |= {f"budget/ovrigt/r{n}/_plats": f"k{n:03d}" for n in range(210)}
    values |= {f"budget/ovrigt/r{n}/benamning": f"Egen kostnad {n}" for n in range(210)}
    values |= {f"budget/ovrigt/r{n}/belopp/alvkarleby": str(1000 + n) for n in range(210)}
    values["insatsens_namn"] = (
        "Ett mycket långt namn 😀 مرحبا " + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten " * 3
    )
    values["bakgrund"] = worked_example().text("bakgrund") * 10 + "\n\n" + "x" * 400
    values["samverkansparter/p1/epost"] = "a" * 60 + "@" + "b" * 50 + ".example"
    return worked_example().replace(values)


def test_ytterligheter_blir_anda_ett_ordentligt_dokument():
    found = pages(printing.pdf(extreme(), Stamp(AT)))
    whole = flat(" ".join(found))
    assert len(found) > 30
    assert "Egen kostnad 209" in whole
    assert f"{355_000 + sum(1000 + n for n in range(210)):,}".replace(",", " ") in whole


def test_inget_ritas_utanfor_papperet():
    for document in (worked_example(), extreme()):
        for page in PdfReader(io.BytesIO(printing.pdf(document, Stamp(AT)))).pages:
            width = float(page.mediabox.width)
            found = []
            page.extract_text(
                visitor_text=lambda text, cm, tm, font, size, found=found: (
                    found.append((tm[4] + cm[4], text)) if text.strip() else None
                )
            )
            assert all(15 < x < width - 15 for x, _ in found)


@needs("PDF-filerna av qpdf", "qpdf")
def test_filen_ar_hel_enligt_qpdf(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(printing.pdf(worked_example(), Stamp(AT)))
    assert subprocess.run(["qpdf", "--check", str(file)], capture_output=True).returncode == 0


def test_typsnitten_ar_inbaddade_och_spraket_ar_svenska():
    reader = PdfReader(io.BytesIO(printing.pdf(worked_example(), Stamp(AT))))
    assert reader.trailer["/Root"]["/Lang"] == "sv-SE"
    assert reader.outline
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "SourceSans3" in font.get_object()["/BaseFont"]


def budget_text(document):
    return flat(" ".join(pages(printing.pdf(document, Stamp(AT), part="budget"))))


def test_en_insats_over_arsskiftet_skrivs_ut_ar_for_ar():
    document = worked_example().replace({"insatstid/slut": "2022-03-31", "budget/lon/processledare/till": "2022-03-31"})
    text = budget_text(document)
    assert "per kalenderår" in text
    assert "266 250" in text
    assert "2022 Q1: 88 750" in text


def test_lonens_underlag_skrivs_ut_bara_nar_gruppen_vill():
    line = "budget/lon/processledare/underlag"
    basis = {f"{line}/manadslon": "34355", f"{line}/arbetsgivare": "kommun"}
    said = "34 355 kr i månaden"
    for note, seen in (("ja", True), ("nej", False), ("", False)):
        document = worked_example().replace(basis | {f"{line}/not": note})
        assert (said in budget_text(document)) is seen


LOCKED = worked_example()


def stamped(state):
    """As version 3 of the worked example."""
    return Stamp(AT, state, "3", fingerprint(LOCKED).shown) if state == "last" else Stamp(AT, state)


def codes(state):
    elements = printout(LOCKED, stamped(state)).elements
    return [one.code.words for one in elements if isinstance(one, Entries) and one.code]


def test_en_last_version_har_en_kod_pa_forsta_sidan_och_pa_varje_underskriftsblad():
    mark = fingerprint(LOCKED).shown
    assert codes("last") == [f"FINSAM-FORMS ANSOKAN V3 {mark}"] + [
        f"FINSAM-FORMS ANSOKAN V3 {mark} BLAD {number}-4" for number in range(1, 5)
    ]
    assert all(re.fullmatch(r"[A-Z0-9 -]+", code) for code in codes("last")), "läsare gissar fel på å, ä och ö"
    assert codes("utkast") == []


@needs("Koden på papperet", "pdftoppm")
def test_koden_pa_papperet_ar_den_som_ska_lasas(tmp_path):
    """The printed page is rendered, and each module of the code looked at."""
    data = printing.pdf(LOCKED, stamped("last"), part="af")
    subprocess.run(["pdftoppm", "-r", "300", "-gray", "-", str(tmp_path / "blad")], input=data, check=True)
    (file,) = tmp_path.glob("blad*")
    (code,) = [one for one in codes("last") if one.endswith("BLAD 2-4")]
    modules = [[bool(one) for one in row] for row in segno.make(code, error="m").matrix]
    with Image.open(file) as page:
        dots = 300 / 72
        left = (p.LEFT + p.WIDTH - SIDE) * dots
        side = SIDE * dots / len(modules)
        dark = [page.getpixel((round(left + side / 2), y)) < 128 for y in range(page.height)]
        corner = 7 * side  # the first mark of the code that is as tall as a corner of it
        top = next(y for y in range(page.height) if all(dark[y : y + round(corner) - 2]))
        seen = [
            [
                page.getpixel((round(left + (x + 0.5) * side), round(top + (y + 0.5) * side))) < 128
                for x in range(len(modules))
            ]
            for y in range(len(modules))
        ]
    assert seen == modules


def test_andelarna_av_vem_som_betalar_blir_hundra():
    document = worked_example().replace({"budget/egenfinansiering/lokal/ovriga_lokalkostnader/belopp/af": "200"})
    elements = printout(document, Stamp(AT)).elements
    (picture,) = [one for one in elements if isinstance(one, Picture) and one.alt.startswith("Vem betalar")]
    shares = [share_words(part.share).replace("\u00a0", " ") for part in picture.chart.parts]
    assert shares == ["89 %", "11 %", "under 1 %"]


@pytest.mark.long
def test_sammanstallningens_rubrik_star_aldrig_pa_en_annan_sida_an_tabellen():
    """However far down the page the text before it reaches."""
    for lines in range(0, 44, 2):
        document = worked_example().replace({"finansiering": "\n\n".join(["En rad."] * lines)})
        (page,) = [
            flat(text)
            for text in pages(printing.pdf(document, Stamp(AT), part="text"))
            if "Budgetsammanställning" in text
        ]
        assert "Summa 355 000 42 000 0 397 000" in page, lines
