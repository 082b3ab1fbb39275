"""A section posted without JavaScript: a field for everything that can be filled in now, and for nothing else."""

import pytest
from werkzeug.datastructures import MultiDict

from finsam_forms.forms.section import posted_values, section_form, section_leaves
from tests.builder import ANSOKAN, LON, OWNER, PARTNER, document, worked_example


def read(section, posted, doc=None):
    posted = MultiDict(posted)
    return posted_values(section_form(doc or document(), ANSOKAN.section(section), posted), posted)


def paths(section, doc=None):
    return {leaf.path for leaf in section_leaves(doc or document(), ANSOKAN.section(section))}


def test_det_som_postas_kommer_tillbaka_under_sin_vag():
    assert read("syfte", {"syfte": "Att hjälpas åt."}) == {"syfte": "Att hjälpas åt."}


def test_ett_falt_som_sidan_inte_skickade_ror_inget():
    assert read("insatstid", {"insatstid/start": "2021-04-01"}) == {"insatstid/start": "2021-04-01"}


def test_ett_tomt_falt_toms():
    assert read("syfte", {"syfte": ""}) == {"syfte": ""}


@pytest.mark.parametrize(
    "path", ["bakgrund", "syfte/mer", "_titel", "csrf_token", "after", "samverkansparter/part1/_plats"]
)
def test_det_som_inte_hor_till_avsnittet_lases_inte(path):
    assert read("syfte", {path: "x"}) == {}


def test_rader_har_ett_falt_for_varje_kolumn():
    row = f"samverkansparter/{PARTNER}"
    assert paths("samverkansparter") == {f"{row}/organisation", f"{row}/kontaktperson", f"{row}/epost"}


def test_en_borttagen_rad_har_inga_falt():
    gone = document().replace({f"samverkansparter/{PARTNER}/_plats": ""})
    assert paths("samverkansparter", gone) == set()
    assert read("samverkansparter", {f"samverkansparter/{PARTNER}/organisation": "Ny"}, gone) == {}


def test_budgeten_har_en_ruta_for_varje_part_som_har_en_kolumn():
    found = paths("budget")
    assert f"{LON}/belopp/{OWNER}" in found
    assert f"{LON}/belopp/{PARTNER}" not in found
    assert f"budget/egenfinansiering/lokal/lokalhyra/belopp/{PARTNER}" in found


def test_radslut_ur_en_webblasare_blir_programmets():
    assert read("syfte", {"syfte": "a\r\nb"}) == {"syfte": "a\nb"}


@pytest.mark.parametrize("section", [section.id for section in ANSOKAN.sections])
def test_varje_avsnitt_gar_att_posta_som_det_star(section):
    example = worked_example()
    values = {path: example.text(path) for path in paths(section, example)}
    assert read(section, values, example) == values


def test_den_fasta_texten_gar_inte_att_posta():
    assert paths("overenskommelse") == set()
