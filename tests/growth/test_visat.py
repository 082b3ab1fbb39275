"""No text and no number of rows keeps the printer, the preview or the reading of a file busy."""

import contextlib
import json
import subprocess
from types import SimpleNamespace

import pytest

from finsam_forms.core.references import References
from finsam_forms.export import printing
from finsam_forms.export.exchange import ExchangeFaults, dumps, read_exchange
from finsam_forms.export.stamp import Stamp
from finsam_forms.web.borttagna import MOST as MOST_REMOVED
from finsam_forms.web.borttagna import removed_rows
from finsam_forms.web.prose import preview_html
from tests.builder import MALLS, leaves_of, worked_example
from tests.growth.hostile import MAKERS, QUICK, repeated
from tests.growth.measure import SIZES, SMALL, grows_evenly

EXAMPLE = worked_example()
HARD = (*map(repr, ("a", "a ", "**a** ", "a\n", "- a\n")), "bara olika ord")


def printed(document):
    return printing.pdf(document, Stamp("2027-01-01 12:00"))


def grown(rows, values, count):
    return EXAMPLE.replace(
        {
            f"{rows}/r{n}/{key}": text.format(n=n)
            for n in range(count)
            for key, text in ({"_plats": f"{n:06d}1"} | values).items()
        }
    )


@pytest.mark.long
@pytest.mark.parametrize("name", HARD)
def test_ingen_text_haller_utskriften_upptagen(name):
    assert not grows_evenly(lambda size: lambda: printed(EXAMPLE.replace({"metod": MAKERS[name](size)})))


@pytest.mark.long
@pytest.mark.parametrize("mark", ["a", "a "])
def test_inget_svar_ar_for_langt_for_papperet(mark):
    places = [path for path, _ in leaves_of(EXAMPLE)]
    assert printed(EXAMPLE.replace(dict.fromkeys(places, repeated(mark)(5_000)))).startswith(b"%PDF")


@pytest.mark.long
@pytest.mark.parametrize("bold", ["{}", "**{}**"], ids=["enkelt", "med fetstil"])
def test_ett_langt_stycke_over_manga_sidor_har_alla_sina_ord(bold, tmp_path):
    text = " ".join(bold.format(f"o{n}d") if n % 50 == 0 else f"o{n}d" for n in range(4_000))
    (tmp_path / "lang.pdf").write_bytes(printed(EXAMPLE.replace({"metod": text})))
    read = subprocess.run(
        ["pdftotext", "lang.pdf", "-"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert [n for n in range(4_000) if f"o{n}d" not in read.split()] == []


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        ("tidplan", {"etikett": "Fas {n}", "fran": "2021-04-01", "till": "2021-05-01", "text": "Text"}),
        ("samverkansparter", {"organisation": "Kommun {n}", "kontaktperson": "Anna", "epost": "a@ort{n}.se"}),
    ],
    ids=["faser", "parter"],
)
def test_manga_rader_haller_inte_utskriften_upptagen(rows, values):
    assert not grows_evenly(lambda count: lambda: printed(grown(rows, values, count)), (30, 300))


@pytest.mark.parametrize("path", ["tidplan", "samverkansparter", "budget/lon", "mal/resultatmal"])
def test_manga_borttagna_rader_haller_inte_sidan_upptagen(path):
    (section,) = [one for one in EXAMPLE.mall.sections if path.partition("/")[0] in [field.id for field in one.fields]]
    texts = {
        "tidplan": "etikett",
        "samverkansparter": "organisation",
        "budget/lon": "benamning",
        "mal/resultatmal": "text",
    }

    def prepare(count):
        removed = {f"{path}/r{n}/{texts[path]}": f"Rad {n}" for n in range(count)} | {
            f"{path}/r{n}/_plats": "" for n in range(count)
        }
        sheet = SimpleNamespace(document=EXAMPLE.replace(removed), versions=dict.fromkeys(removed, 1))
        assert len(removed_rows(sheet, section)) == min(count, MOST_REMOVED)
        return lambda: removed_rows(sheet, section)

    assert not grows_evenly(prepare, (300, 3_000))


@pytest.mark.parametrize("name", HARD)
def test_ingen_text_haller_forhandsvisningen_upptagen(name):
    references = References(EXAMPLE)

    def prepare(size):
        text = MAKERS[name](size)
        return lambda: preview_html(text, references)

    assert not grows_evenly(prepare, SMALL)


def test_en_fil_med_en_nyckel_tva_ganger_sags_pa_en_gang():
    def prepare(count):
        text = "{" + ",".join(f'"k{n}": 1' for n in [*range(count), count - 1]) + "}"
        return lambda: refused(text)

    assert not grows_evenly(prepare, (2_000, 20_000))


def refused(text):
    with pytest.raises(ExchangeFaults) as caught:
        read_exchange(text, MALLS)
    return caught.value.faults


def test_en_fil_med_manga_parter_lases_och_skrivs():
    def prepare(count):
        many = grown("samverkansparter", {"organisation": "Kommun {n}"}, count)
        return lambda: read_exchange(dumps(many), MALLS)

    assert not grows_evenly(prepare, (30, 300))


def everywhere(data, text):
    """The same file with this text as every answer."""
    if isinstance(data, dict):
        return {key: everywhere(value, text) for key, value in data.items()}
    return [everywhere(value, text) for value in data] if isinstance(data, list) else text


def imported(text):
    with contextlib.suppress(ExchangeFaults):
        read_exchange(text, MALLS)


FILES = {
    "en lång text": lambda data, text: data | {"titel": text, "innehall": data["innehall"] | {"metod": text}},
    "alla svar": lambda data, text: data | {"innehall": everywhere(data["innehall"], text[: len(text) // 20])},
    "summorna": lambda data, text: data | {"summor": {f"{text[:5]}{n}": text[:20] for n in range(len(text) // 30)}},
    "inget formulär": lambda data, text: text,
}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK[:4] else pytest.mark.long) for name in MAKERS]
)
@pytest.mark.parametrize("kind", FILES)
def test_ingen_text_i_en_fil_haller_inlasningen_upptagen(kind, name):
    data = json.loads(dumps(EXAMPLE))

    def prepare(size):
        file = json.dumps(FILES[kind](data, MAKERS[name](size)), ensure_ascii=False)
        return lambda: imported(file)

    assert not grows_evenly(prepare, SIZES if name in QUICK else SMALL)


def test_sa_manga_fel_som_en_fil_an_har_ar_de_en_lista_att_lasa():
    data = json.loads(dumps(EXAMPLE))
    data["innehall"] |= {f"okand{n}" + "/" * 100: 1 for n in range(5_000)}
    faults = refused(json.dumps(data))
    assert len(faults) == 201
    assert "fler fel" in faults[-1][1]
