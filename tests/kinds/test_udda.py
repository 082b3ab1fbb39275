"""What a form may do that the förbund's own forms do not: each rule in the smallest form that shows it."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from finsam_forms.core.charts import lokus_dates
from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.export.stamp import Stamp
from tests.export import printing
from tests.kinds.case import EXAMPLES, ODD, form_of, squeezed
from tests.kinds.conftest import Case

AT = "2026-11-23 14:00"
SECTION = '[[section]]\nid = "a"\nheading = "Avsnittet"\nshort = "Avsnitt"\n'


def field(**keys: str) -> str:
    return "\n[[section.field]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


def part(key: str, **keys: str) -> str:
    return f"\n[[section.field.{key}]]\n" + "".join(f"{name} = {value}\n" for name, value in keys.items())


LINE_COLUMN = part("column", id='"namn"', type='"line"', label='"Namn"')
TEXT_COLUMN = part("column", id='"text"', type='"long_text"', label='"Text"')
ROWS = field(id='"rader"', type='"rows"', label='"Raderna"')
PARTIES = field(id='"agare"', type='"parties"', label='"Ägare"', owners="true")
SIGNATURE = field(id='"hand"', type='"signature"', label='"Hand"', owners="true")
PLAN = ROWS + "".join(
    part("column", id=f'"{name}"', type=f'"{kind}"', label=f'"{name}"', role=f'"{role}"')
    for name, kind, role in (
        ("fran", "date", "fran"),
        ("till", "date", "till"),
        ("etikett", "line", "etikett"),
        ("vem", "line", ""),
        ("text", "long_text", ""),
    )  # fmt: skip
)


def on_paper(fields: str, values: dict[str, str]) -> str:
    document = Document(form_of(SECTION + fields), values)
    data = printing.pdf(document, Stamp(AT))
    return squeezed(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


@pytest.mark.parametrize("column", [LINE_COLUMN, TEXT_COLUMN], ids=["rad", "lång text"])
def test_rader_med_en_enda_kolumn_gar_att_skriva_ut(column):
    assert "Skutskär" in on_paper(
        ROWS + column, {"rader/aa1/_plats": "g", "rader/aa1/namn": "Skutskär", "rader/aa1/text": "Skutskär"}
    )


def test_andra_falt_bland_underskrifterna_star_pa_papperet():
    values = {"agare/aa1/_plats": "g", "agare/aa1/organisation": "Tierps kommun", "ort": "Gävle"}
    assert "Gävle" in on_paper(PARTIES + field(id='"ort"', type='"line"', label='"Ort"') + SIGNATURE, values)


def test_en_tidplans_egna_kolumner_star_pa_papperet():
    values = {"rader/aa1/_plats": "g", "rader/aa1/etikett": "Uppstart", "rader/aa1/vem": "Processledaren"}
    assert "Processledaren" in on_paper(PLAN, values)


def test_rader_har_sin_etikett_pa_papperet():
    values = {"rader/aa1/_plats": "g", "rader/aa1/namn": "Skutskär"}
    other = part("column", id='"annat"', type='"line"', label='"Annat"')
    assert "Raderna" in on_paper(ROWS + LINE_COLUMN + other + field(id='"b"', type='"line"', label='"B"'), values)


def test_langa_texter_i_rader_skrivs_ut_som_text():
    values = {"rader/aa1/_plats": "g", "rader/aa1/namn": "Skutskär", "rader/aa1/text": "Ett **viktigt** ord"}
    found = on_paper(ROWS + LINE_COLUMN + TEXT_COLUMN, values)
    assert "Ettviktigtord" in found


def test_det_som_bara_ar_gruppens_skrivs_inte_ut():
    own = field(id='"internt"', type='"line"', label='"Internt"', printed="false")
    other = field(id='"ort"', type='"line"', label='"Ort"')
    found = on_paper(own + other, {"internt": "Hemligt", "ort": "Gävle"})
    assert "Gävle" in found and "Hemligt" not in found and "Internt" not in found


def test_en_fast_text_behaller_stycken_och_listor_pa_sidan(house):
    (page,) = Case(EXAMPLES["fixed_text"], house).pages()
    assert "<li>" in page[page.find("Parternas ansvar") : page.find("Tvister")]


def test_en_kalkyl_i_tkr_visas_i_tkr_vad_den_an_heter(house):
    case = Case(EXAMPLES[ODD], house)
    (page,) = [text for text in case.pages() if 'data-name="kalkyl/enhet"' in text]
    assert 'value="210\u00a0tkr"' in page
    assert 'data-unit="tkr"' in page


@pytest.mark.parametrize("field", ["kalkyl", "hand", "vittnen", "summering"])
def test_en_sida_som_visar_parterna_foljer_deras_rader_vad_de_an_heter(house, field):
    found = [
        text
        for text in Case(EXAMPLES[ODD], house).pages()
        if f'data-field="{field}" data-follows="agare vanner"' in text
    ]
    assert len(found) == 1


BUDGET = field(id='"b"', type='"budget"') + part(
    "table",
    id='"t"', heading='"T"', total_label='"T"', row_sum_label='"S"', summary_label='"T"', short_label='"T"',
)  # fmt: skip
UNUSABLE = {
    "en grupp som heter po": PARTIES
    + BUDGET
    + part("table.group", id='"po"', heading='"P"', sum_label='"S"', own_rows='"Ny"'),
    "en grupp under po": PARTIES
    + BUDGET
    + part("table.group", id='"po/lon"', heading='"P"', sum_label='"S"', own_rows='"Ny"'),
    "columns i rader": ROWS + "columns = []\n",
    "columns i parter": PARTIES + "columns = []\n",
    "columns i en lista med mål": field(id='"mal"', type='"goals"')
    + part("list", id='"m"', label='"Mål"', columns="[]"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_ett_formular_vars_fil_inte_gar_att_lasa_tas_inte_emot(name):
    with pytest.raises(MallFault):
        form_of(SECTION + UNUSABLE[name])


def test_en_dag_i_en_annan_fraga_ar_inget_lokusmote():
    assert not list(lokus_dates(EXAMPLES[ODD].document()))


REPORT = (
    field(id='"insats"', type='"line"', label='"Insats"', required="true")
    + field(id='"metod"', type='"long_text"', label='"Metod"', required="true")
    + field(id='"kontakt"', type='"line"', label='"Kontaktperson"')
    + field(id='"prova"', type='"yes_no"', label='"Har metoden prövats?"', comment='"När:"')
)


def test_en_rapport_med_fyra_falt_far_inga_anmarkningar_for_att_den_inte_ar_en_ansokan():
    values = {
        "insats": "Vägen in",
        "metod": "Deltagarna får samtal varje vecka.",
        "kontakt": "Processledaren",
        "prova": "ja",
        "prova/kommentar": "Två gånger, till exempel 2024-05-06.",
    }
    assert not check_document(Document(form_of(SECTION + REPORT), values))


RULES_OF_ALL = {
    "datum utanför insatsen": ("text", "Vi mötte 40 personer den 3 maj 2019."),
    "ordet projekt": ("text", "Insatsen, ett projekt, hade en projektägare."),
    "ordet lokus": ("prova", "ja"),
}


@pytest.mark.parametrize("name", RULES_OF_ALL)
@pytest.mark.parametrize("family", ["", "rapport", "analys"])
def test_en_rapport_om_insatsen_granskas_inte_som_en_ansokan(family, name):
    """It has the time, the parties and the texts of its application, and tells of what has been."""
    sections = (
        SECTION
        + field(id='"text"', type='"long_text"', label='"Text"', role='"metod"')
        + field(id='"tid"', type='"period"', label='"Tid"', role='"insatstid"')
        + field(id='"prova"', type='"yes_no"', label='"Har LOKUS mötts?"', comment='"När:"', required="true")
        + PARTIES
    )
    path, text = RULES_OF_ALL[name]
    values = {
        "text": "Vi mötte deltagarna.", "tid/start": "2026-01-01", "tid/slut": "2026-12-31", "prova": "ja",
        "agare/aa1/_plats": "g", "agare/aa1/organisation": "Tierps kommun", "agare/aa1/kontaktperson": "Enhetschef",
        "agare/aa1/epost": "enhet@tierp.example",
        path: text,
    }  # fmt: skip
    found = {
        said: {remark.code for remark in check_document(Document(form_of(sections, family=said), values))}
        for said in (family, "ansokan")
    }
    asked = {"G49"} if family == "rapport" else set()  # its form has the field of the method
    assert found[family] == asked
    assert found["ansokan"] >= {"G30", "G49"}


def test_ett_formular_kallas_vid_sitt_eget_ord():
    text = field(id='"text"', type='"long_text"', label='"Text"')
    document = Document(
        form_of(SECTION + text, noun="rapporten"), {"text": "Se bilaga 7. Personnumret är 640823-3234."}
    )
    said = " ".join(remark.sentence for remark in check_document(document))
    assert "finns i rapporten" in said and "rapporten blir en allmän handling" in said
    assert "ansökan" not in said


def test_en_rad_dar_bara_mallens_ord_star_kan_tas_bort_vad_den_an_ar():
    document = Document(
        form_of(SECTION + ROWS + LINE_COLUMN + TEXT_COLUMN),
        {
            "rader/aa1/_plats": "g",
            "rader/aa1/namn": "NAMN",
            "rader/bb1/_plats": "h",
            "rader/bb1/namn": "NAMN",
            "rader/bb1/text": "Kvar.",
        },
    )
    alone, beside = (remark for remark in check_document(document) if remark.code == "G41")
    assert alone.fixes[0].changes == {"rader/aa1/_plats": ""}
    assert beside.path == "rader/bb1/namn" and beside.fixes == ()


def test_ett_belopp_per_ar_i_en_rad_med_egna_dagar_galler_radens_tid():
    plan = PLAN + part("column", id='"kostnad"', type='"amount"', label='"Kostnad"')
    values = {
        "rader/aa1/_plats": "g", "rader/aa1/fran": "2026-01-01", "rader/aa1/till": "2026-06-30",
        "rader/aa1/etikett": "Vår", "rader/aa1/kostnad": "12 000 per år",
    }  # fmt: skip
    (remark,) = (one for one in check_document(Document(form_of(SECTION + plan), values)) if one.code == "G06")
    assert remark.fixes[0].changes == {"rader/aa1/kostnad": "12000*6/12"}
