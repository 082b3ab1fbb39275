"""A section posted without JavaScript: everything that the section has a place for, and nothing else."""

import pytest
from werkzeug.datastructures import MultiDict

from finsam_forms.forms.section import posted_values
from tests.builder import ANSOKAN, LON, OWNER, PARTNER, worked_example


def read(section, posted):
    return posted_values(ANSOKAN, ANSOKAN.section(section), MultiDict(posted))


def test_det_som_postas_kommer_tillbaka_under_sin_vag():
    assert read("syfte", {"syfte": "Att hjälpas åt."}) == {"syfte": "Att hjälpas åt."}


def test_ett_falt_som_sidan_inte_skickade_ror_inget():
    assert read("insatstid", {"insatstid/start": "2021-04-01"}) == {"insatstid/start": "2021-04-01"}


def test_ett_tomt_falt_toms():
    assert read("syfte", {"syfte": ""}) == {"syfte": ""}


@pytest.mark.parametrize(
    "path",
    ["bakgrund", "syfte/mer", "_titel", "csrf_token", "after", "_notes/syfte/n1/text", "syfte/", "/syfte", "Syfte", ""],
)
def test_det_som_inte_hor_till_avsnittet_lases_inte(path):
    assert read("syfte", {path: "x"}) == {}


@pytest.mark.parametrize(
    "path",
    [
        f"samverkansparter/{PARTNER}/_plats",
        f"samverkansparter/{PARTNER}",
        "samverkansparter",
        "samverkansparter/Å/epost",
    ],
)
def test_var_en_rad_star_och_det_som_inte_ar_en_kolumn_lases_inte(path):
    assert read("samverkansparter", {path: "x"}) == {}


def test_rader_har_ett_falt_for_varje_kolumn_ocksa_nar_raden_tagits_bort_under_tiden():
    posted = {f"samverkansparter/{PARTNER}/{column}": "x" for column in ("organisation", "kontaktperson", "epost")}
    assert read("samverkansparter", posted) == posted


def test_budgetens_rutor_lases():
    posted = {f"{LON}/belopp/{OWNER}": "1", f"budget/egenfinansiering/lokal/lokalhyra/belopp/{PARTNER}": "2"}
    assert read("budget", posted) == posted


def test_radslut_ur_en_webblasare_blir_programmets():
    assert read("syfte", {"syfte": "a\r\nb"}) == {"syfte": "a\nb"}


@pytest.mark.parametrize("section", [section.id for section in ANSOKAN.sections])
def test_varje_avsnitt_gar_att_posta_som_det_star(section):
    example = worked_example()
    fields = ANSOKAN.section(section).fields
    values = {leaf.path: leaf.text() for field in fields for leaf in field.answer(example).leaves()}
    assert read(section, values) == values


def test_den_fasta_texten_gar_inte_att_posta():
    assert read("overenskommelse", {"overenskommelse": "x"}) == {}
