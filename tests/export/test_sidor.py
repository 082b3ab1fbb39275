"""Pages that nobody chose: documents of chance, laid out, and looked at as a reader does."""

import pytest

from finsam_forms.core.document import Document
from finsam_forms.export.pdf import page as p
from finsam_forms.export.pdf.layout import Layout
from finsam_forms.export.pdf.pages import signature_alone
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.builder import MALLS, worked_example
from tests.core.checks.reports import report
from tests.export import printing
from tests.export.any_document import some_document
from tests.export.seen import collisions, heading_last, outside, pages_of

AT = "2026-11-23 14:00"
STAMP = Stamp(AT)
EXAMPLE = worked_example()
OF_CHANCE = [
    pytest.param(range(12), id="några"),
    pytest.param([207], id="en rad längst ner med två i marginalen"),
    pytest.param(range(12, 512), id="femhundra", marks=pytest.mark.long),
]
BANDS = ("Total kostnad", "Rekvireras nu", "Begärs nu")
"""Lines of figures, in the type of a heading."""


def faults(document, stamp):
    pages = list(pages_of(printing.pdf(document, stamp)))
    for number, page in enumerate(pages, 1):
        yield from ((number, "över varandra", words) for words in collisions(page))
        yield from ((number, "utanför", word) for word in outside(page))
        if number < len(pages):
            yield from ((number, "rubrik sist", line) for line in heading_last(page) if not line.startswith(BANDS))
    for part in Layout(printout(document, stamp)).parts_laid_out():
        *before, last = part.pages()
        if before and last.used < last.height / 5 - 1:
            yield part.head, "nästan tom sida", last.used


@pytest.mark.parametrize("seeds", OF_CHANCE)
def test_varje_sida_ar_en_ordentlig_sida(seeds):
    found = {seed: wrong for seed in seeds if (wrong := list(faults(*some_document(seed))))}
    assert found == {}


def seen(document, stamp=STAMP, **how):
    return list(pages_of(printing.pdf(document, stamp, **how)))


def no_faults(pages):
    return not [found for page in pages for found in (*collisions(page), *outside(page))]


@pytest.mark.parametrize("rows", range(1, 13))
def test_bilagans_rubrik_star_med_sin_tabell(rows):
    """However many wages there are."""
    values = {
        f"budget/lon/k{n:02d}/{key}": text
        for n in range(rows)
        for key, text in {"_plats": f"z{n:02d}", "benamning": f"Processledare {n}", "belopp/alvkarleby": "1000"}.items()
    }
    (page,) = [page for page in seen(EXAMPLE.replace(values), part="budget") if "Budget - detaljerad" in page.text]
    assert "Lönekostnader inkl PO-pålägg" in page.text


@pytest.mark.long
def test_overenskommelsen_foljer_efter_fraga_13_nar_den_far_plats():
    """Never over two pages, and never after a page with question 13 alone."""
    followed = set()
    for lines in range(0, 44, 2):
        pages = seen(EXAMPLE.replace({"forankring": "\n\n".join(["En rad."] * lines)}), part="text")
        (page,) = [page for page in pages if "Överenskommelse" in page.text]
        assert "ramarna överenskommits" in page.text, "hela texten står på samma sida"
        followed.add("Har ansökan diskuterats" in page.text)
        (asked,) = [page for page in pages if "Har ansökan diskuterats" in page.text]
        assert max(word.bottom for word in asked.words if word.bottom < asked.foot) > asked.height / 4, lines
    assert followed == {True, False}


@pytest.mark.parametrize("lines", range(0, 46, 3))
def test_det_som_hor_ihop_star_pa_samma_sida(lines):
    text = "\n\n".join(["En rad."] * lines)
    pages = [page.text for page in seen(EXAMPLE.replace({"bakgrund": text, "finansiering": text}))]
    assert [page for page in pages if "7 Planerad insatstid" in page and "Planerat slutdatum" in page]
    assert [page for page in pages if "Vem betalar vad" in page and "Egenfinansiering, Älvkarleby kommun" in page]


@pytest.mark.long
@pytest.mark.parametrize("heading", ["Processledare", "Vi kommer att:", "**Risker**"])
def test_en_kort_rad_som_ar_en_rubrik_star_med_det_som_foljer(heading):
    """However far down the page it comes."""
    word = heading.strip("*").split()[-1]
    for lines in range(4, 34):
        text = "\n\n".join([*["En rad som slutar."] * lines, heading, "Sedan kommer stycket om det."])
        (page,) = [one for one in seen(EXAMPLE.replace({"metod": text}), part="text") if "Sedan kommer" in one.text]
        assert page.text.split("Sedan kommer")[0].rstrip().endswith(word), lines


def test_dagar_i_lokus_som_star_tatt_star_inte_over_varandra():
    days = ", ".join(f"2021-05-{day:02d}" for day in (1, 3, 10, 20, 22, 25, 27))
    pages = seen(EXAMPLE.replace({"lokus/kommentar": f"Behandlas {days}, 2021-12-20 och 2021-12-28."}))
    (page,) = [page for page in pages if "Bilaga 1 Tidplan" in page.text]
    assert no_faults(pages)
    assert "20 dec" in page.text and "28 dec" in page.text


def test_en_lang_fas_har_hela_sitt_namn_vid_tidsaxeln():
    names = ("Uppstart och rekrytering av processledare", "En etikett som är mycket längre än raden " * 5)
    values = {
        f"tidplan/x{n}/{key}": text
        for n, name in enumerate(names)
        for key, text in {"_plats": f"z{n}", "fran": "2021-06-01", "till": "2021-08-01", "etikett": name}.items()
    }
    pages = seen(EXAMPLE.replace(values))
    assert no_faults(pages)
    (page,) = [page for page in pages if "Bilaga 1 Tidplan" in page.text]
    for name in names:
        assert " ".join(name.split()[-3:]) in page.text.replace("\u00a0", " ")


def test_beloppet_star_inte_i_andelen_i_vem_som_betalar():
    values = {"budget/egenfinansiering/lokal/ovriga_lokalkostnader/belopp/af": "200", "budget/enhet": "tkr"}
    pages = seen(EXAMPLE.replace(values))
    assert no_faults(pages)
    assert [page for page in pages if "0,2 tkr under 1 %" in page.text.replace("\u00a0", " ")]


def test_ett_langt_diarienummer_gar_runt_stampelrutan():
    for words in (3, 9, 12, 60):
        number = "Dnr 2021:20 " * words
        for page in seen(EXAMPLE.replace({"diarienummer": number})):
            stamps = [word for word in page.words if word.text == "Ankomststämpel"]
            for stamp in stamps:
                inside = [
                    word.text
                    for word in page.words
                    if word.right > stamp.left - 6
                    and stamp.top - 3 < word.bottom
                    and word.top < stamp.top + p.STAMP_H - 10
                ]
                assert inside == ["Ankomststämpel"]


@pytest.mark.parametrize(
    "address", ["arbetsmarknad@alvkarleby.example", "anna-karin.lindstrom-svensson@arbetsmarknad.example"]
)
def test_en_adress_star_pa_hogst_tva_rader(address):
    pages = seen(EXAMPLE.replace({"samverkansparter/af/epost": address}))
    lines = pages[0].text.split()
    assert address in lines or all(
        half in lines for half in (address.partition("@")[0], "@" + address.partition("@")[2])
    )


def test_en_lonerad_med_eget_nummer_numreras_inte_en_gang_till():
    values = {"budget/lon/processledare/benamning": "1. Processledare"}
    (page, *_) = seen(EXAMPLE.replace(values), part="budget")
    assert "1. Processledare" in page.text and "1. 1." not in page.text


def test_summor_av_inget_star_som_noll_i_tkr():
    values = {"budget/enhet": "tkr", "budget/ovrigt/resor/belopp/alvkarleby": "125"}
    (page, *_) = seen(EXAMPLE.replace(values), part="budget")
    said = page.text.split()
    assert "0,125" in said and "0" in said and "0,000" not in said


def test_papperet_sager_nar_versionen_lastes_och_vad_stjarnan_ar():
    stamp = Stamp.locked(AT, 3, "a" * 64, "2021-01-28T08:12:00.000Z")
    first, *others = seen(EXAMPLE, stamp)
    assert "Version 3, låst 2021-01-28 09:12" in first.text.replace("\u00a0", " ")
    assert "Rubriker med * har förklarande/stödande text i bilagan" in first.text
    sheets = [page for page in others if "Namnteckning" in page.text]
    assert all("låst 2021-01-28 09:12" in page.text for page in sheets)


def test_nulagesanalysens_underskrift_star_inte_ensam_pa_en_sida():
    for lines in range(0, 46, 3):
        document = Document(MALLS["nulagesanalys"], {"malgrupper": "\n\n".join(["En rad."] * lines)})
        *_, last = seen(document)
        assert max(word.bottom for word in last.words if word.bottom < last.foot) > last.height / 5, lines


def test_en_part_med_langt_namn_star_helt_vid_budgeten():
    name = " ".join(f"ord{n}" for n in range(150))
    pages = seen(EXAMPLE.replace({"insatsagare/alvkarleby/organisation": name}), part="budget")
    assert no_faults(pages)
    assert f"(1) {name}" in " ".join(page.text for page in pages)


@pytest.mark.parametrize("form", ["nulagesanalys", "ekonomirapport", "slutrapport"])
def test_en_underskrift_star_med_minst_tre_rader_av_det_som_skrivs_under(form):
    """However far down a page the text before it ends."""
    for lines in range(20, 44, 2):
        text = "\n\n".join(["En rad."] * lines)
        document = Document(MALLS[form], dict.fromkeys(("behov_lan", "ekonomi_kommentar", "analys"), text))
        *before, last = Layout(printout(document, STAMP)).parts_laid_out()[-1].pages()
        assert not (before and signature_alone(last, p.WIDTH)), lines


def test_ekonomirapportens_tabell_star_pa_forsta_sidan():
    first, *others = seen(report("ekonomirapport_2016"))
    assert "Summa" in first.text and not any("Summa" in page.text for page in others)


@pytest.mark.parametrize("stamp", [STAMP, Stamp(AT, "last", "1", "AAAA-BBBB-CCCC")], ids=["utkast", "låst"])
def test_ekonomirapporten_med_tjansternas_medeltal_tar_tva_sidor(stamp):
    """Its signature would be alone on a third: closer headings make room."""
    (part,) = Layout(printout(report("ekonomirapport_2016"), stamp)).parts_laid_out()
    assert len(part.whole()) == 3, "med vanlig luft över rubrikerna"
    first, second = part.pages()
    assert all(page.used <= page.height for page in (first, second))
    assert len(part.pages()) == 2


def test_fyra_parters_namn_star_upp_over_sina_kolumner():
    (page,) = [
        page for page in seen(report("nulagesanalys_habo")) if "Försäkringskassan" in page.text and "Summa" in page.text
    ]
    head = min((word for word in page.words if word.text == "Arbetsförmedlingen"), key=lambda word: word.top)
    assert head.right - head.left > head.bottom - head.top
