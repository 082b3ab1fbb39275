"""Sections that are shown by a choice, on the pages."""

import re
from types import SimpleNamespace

import pytest

from finsam_forms.app import create_app
from finsam_forms.core.edit import Person
from tests.client import client_of
from tests.core.test_blad import FORM, FULL, LS
from tests.kinds.case import HEAD

ANNA = Person("Anna Andersson", "Försäkringskassan")


@pytest.fixture
def house(tmp_path):
    (tmp_path / "mallar").mkdir()
    source = HEAD.format(id="prov") + 'title_path = "namn"\n' + FORM
    (tmp_path / "mallar" / "prov.toml").write_text(source, "utf-8")
    app = create_app(tmp_path, TESTING=False, WTF_CSRF_ENABLED=False)
    running = app.extensions["finsam_forms"]
    draft = running.store.drafts.create(running.malls["prov"], FULL, ANNA)
    yield SimpleNamespace(anna=client_of(app, ANNA.name, ANNA.organisation), running=running, draft=draft)
    running.feed.stop()
    running.store.close()


def page(house, section):
    return house.anna.get(f"/utkast/{house.draft}/avsnitt/{section}").text


def choose(house, **answers):
    for path, text in answers.items():
        base = house.running.desk.sheet(house.draft).version(path)
        assert house.anna.save(path, text, base=base, draft=house.draft).status_code == 200


def listed(html):
    contents = html[html.index('<nav class="toc"') : html.index("</nav>")]
    return re.findall(r"<h3[^>]*>([^<]*)</h3>|<span>([^<]+)</span>", contents)


def test_listan_over_avsnitt_har_blad_och_delar_som_rubriker(house):
    choose(house, **LS)
    said = ["".join(pair) for pair in listed(page(house, "valet"))]
    assert said == ["Vilken", "Blad A", "Namn", "Arbetet", "Arbetet", "Bilaga LS Helår", "Grupp", "Tabell"]


def test_listan_foljer_svaren_som_bestammer_den(house):
    html = page(house, "namnet")
    assert "Bilaga LS Helår" not in html and 'data-follows="bilaga tid"' in html
    choose(house, **LS)
    assert "Bilaga LS Helår" in page(house, "namnet")


def test_den_som_star_i_ett_avsnitt_som_valts_bort_far_veta_det_och_kan_lasa_det(house):
    choose(house, **LS)
    assert "ingår inte" not in page(house, "grupp")
    choose(house, tid="delår")
    html = page(house, "grupp")
    assert "ingår inte i dokumentet nu" in html and "Gruppen möttes" in html
    assert house.anna.save("grupptext", "Ändrat ändå", base=1, draft=house.draft).status_code == 200


def test_lagena_i_listan_ar_desamma_efter_ett_val_som_pa_en_ny_sida(house):
    choose(house, **LS, grupptext="")
    live = dict(house.running.desk.sheet(house.draft).states)
    house.running.desk.forget(house.draft)
    assert live == dict(house.running.desk.sheet(house.draft).states)
    choose(house, tid="delår", grupptext="Kvar")
    assert set(house.running.desk.sheet(house.draft).states) == {"valet", "namnet", "arbetet"}


def test_anvisningen_star_over_hjalpen(house):
    assert "Första stycket." in page(house, "namnet")


def test_skriv_ut_har_varje_blad_som_finns_nu(house):
    assert "del=bilaga-ls-helar" not in house.anna.get(f"/utkast/{house.draft}/skriv-ut").text
    choose(house, **LS)
    html = house.anna.get(f"/utkast/{house.draft}/skriv-ut").text
    assert "del=bilaga-ls-helar" in html and "del=bilaga-projekt" not in html
    for part in ("blad-a", "bilaga-ls-helar"):
        assert house.anna.get(f"/utkast/{house.draft}/utskrift.pdf?del={part}").data.startswith(b"%PDF")


@pytest.mark.parametrize("where", ["valet", "tabell", "projekt"])
def test_projektorn_raknar_bara_de_avsnitt_som_finns(house, where):
    choose(house, **LS)
    html = house.anna.get(f"/utkast/{house.draft}/projektor/{where}").text
    said = {"valet": "Avsnitt 1 av 5", "tabell": "Avsnitt 5 av 5", "projekt": "Ingår inte"}[where]
    assert said in html
