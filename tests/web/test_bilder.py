"""Pictures beside the tables of a page."""

import pytest

from finsam_forms.store import Person
from tests.mallar import sofint

TEAM = Person("Kim Chef", "Förbundet")
PAGE = "/utkast/1/avsnitt/aktiviteter/del/intag"


@pytest.fixture
def rapporten(client, app):
    app.extensions["finsam_forms"].store.drafts.create(sofint.MALL, dict(sofint.report().values), TEAM)
    return client


@pytest.mark.parametrize("address", [PAGE, f"/utkast/1/bild?falt={sofint.INTAG}/konen"])
def test_en_tabell_i_ett_kapitel_har_sin_bild(rapporten, address):
    assert "Inkomna ärenden, fördelning" in rapporten.get(address).text


@pytest.mark.parametrize("path", ["finns/inte", sofint.INTAG, f"{sofint.INTAG}/syfte", "aktiviteter/borta/konen"])
def test_det_som_inte_har_nagon_bild_far_ingen(rapporten, path):
    assert "fördelning" not in rapporten.get(f"/utkast/1/bild?falt={path}").text
