"""«Räkna ut lönekostnad»: what is asked, what is answered when it can't be read, and where the answers end up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from finsam_forms.core.party import parties_of
from finsam_forms.forms.kinds.budget import line_values, rate_values, wage_form
from tests.builder import ANSOKAN, LON, OWNER, document, with_values

ANSWERS = {
    "part": OWNER,
    "manadslon": "34 355 kr",
    "tjanst": "75,0 %",
    "fran": "1 april 2021",
    "till": "",
    "arbetsgivare": "kommun",
    "po": "",
    "skriv_not": "nej",
}


def asked(doc=None, **changes):
    doc = doc or document()
    return wage_form(doc, LON, parties_of(doc, "owners"), MultiDict(ANSWERS | changes))


def shown(doc):
    return wage_form(doc, LON, parties_of(doc, "owners"), None)


def test_svaren_sparas_pa_raden_som_de_betyder():
    form = asked()
    assert form.validate()
    assert line_values(form, LON) == {
        f"{LON}/underlag/manadslon": "34355",
        f"{LON}/underlag/arbetsgivare": "kommun",
        f"{LON}/underlag/po": "",
        f"{LON}/tjanst_procent": "75",
        f"{LON}/fran": "2021-04-01",
        f"{LON}/till": "",
        f"{LON}/underlag/not": "nej",
    }


def test_varje_svar_hor_hemma_i_formularet():
    assert all(ANSOKAN.leaf_at(path) for path in line_values(asked(), LON))


def test_kostnaden_sjalv_ar_inget_svar():
    assert not any("/belopp/" in path for path in line_values(asked(), LON))


REFUSED = {
    "ingen lön": ({"manadslon": ""}, "manadslon", "Skriv månadslönen utan PO-pålägg."),
    "oläslig lön": ({"manadslon": "9,000 000"}, "manadslon", "entydigt"),
    "ingen tjänst": ({"tjanst": ""}, "tjanst", "Skriv hur stor tjänsten är"),
    "oläslig tjänst": ({"tjanst": "halv"}, "tjanst", "halv"),
    "datum att fråga om": ({"fran": "21/02/21"}, "fran", "21/02/21"),
    "oläsligt slut": ({"till": "i höst"}, "till", "i höst"),
    "eget pålägg saknas": ({"arbetsgivare": "annan"}, "po", "Skriv arbetsgivarens PO-pålägg i procent."),
    "eget pålägg av blanksteg": ({"arbetsgivare": "annan", "po": " "}, "po", "Skriv arbetsgivarens PO-pålägg"),
    "oläsligt pålägg": ({"po": "x"}, "po", "x"),
    "en part som har tagits bort": ({"part": "borta"}, "part", "finns inte längre"),
}


@pytest.mark.parametrize(("changes", "field", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_ett_svar_som_inte_gar_att_anvanda_sags_vid_sin_fraga(changes, field, sentence):
    form = asked(**changes)
    assert not form.validate()
    assert list(form.errors) == [field]
    assert sentence in form.errors[field][0]


def test_ett_eget_palagg_racker():
    assert asked(arbetsgivare="annan", po="43,2").validate()


def test_utan_svar_fragas_bara_efter_det_som_behovs():
    form = wage_form(document(), LON, parties_of(document(), "owners"), MultiDict({"part": OWNER}))
    assert not form.validate()
    assert {"manadslon", "tjanst"} <= set(form.errors)
    assert "fran" not in form.errors


def test_sidan_visar_det_som_redan_star_pa_raden():
    form = shown(with_values({f"{LON}/tjanst_procent": "50", f"{LON}/underlag/manadslon": "30000"}))
    assert (form.tjanst.data, form.manadslon.data) == ("50", "30000")


def test_den_kolumn_som_har_ett_belopp_ar_vald_och_annars_den_forsta():
    two = document().replace({"insatsagare/b/_plats": "m", "insatsagare/b/organisation": "Tierps kommun"})
    assert shown(two).part.data == OWNER
    assert shown(two.replace({f"{LON}/belopp/b": "5"})).part.data == "b"
    assert [choice.label for choice in shown(two).part.choices] == ["Älvkarleby kommun", "Tierps kommun"]


def test_bara_de_ar_som_insatsen_har_far_ett_palagg():
    posted = MultiDict({"po-2021-kommun": "41,5 %", "po-2022-region": "", "po-2030-kommun": "1", "po-2021-annan": "1"})
    assert dict(rate_values("budget", range(2021, 2023), posted)) == {
        "budget/po/2021/kommun": "41,5",
        "budget/po/2022/region": "",
    }


@given(st.dictionaries(st.sampled_from(list(ANSWERS)), st.text(max_size=20)))
def test_inget_svar_far_fragan_att_ga_sonder(changes):
    form = asked(**changes)
    assert form.validate() == (not form.errors)
    assert all(isinstance(text, str) for text in line_values(form, LON).values())
