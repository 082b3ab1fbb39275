"""Who is here: a sign of life is heard by the others as a change, and answered with the roster when one is needed."""

import json
import time

import pytest

from tests.client import client_of

TAB, OTHER = "ab" * 8, "cd" * 8


@pytest.fixture
def told(app):
    """What has been told so far, waited for."""

    def wait(count=1):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            channel = app.extensions["finsam_forms"].feed._channels.get(1)
            steps = (
                [json.loads(event.message)["here"] for event in channel.events if not event.change] if channel else []
            )
            if len(steps) >= count:
                return steps
            time.sleep(0.02)
        raise AssertionError(steps)

    return wait


def test_vem_som_ar_har_och_var(exempel, app, told):
    other = client_of(app, "Bo Berg", "Region")
    first = other.say("/utkast/1/har", flik=TAB, avsnitt="mal", falt="syfte")
    era = first.json["here"]["era"]
    (step,) = told()
    assert step == {"era": era, "from": 0, "to": 1, "came": [[TAB, "Bo Berg", "Region", "BB", "mal", "syfte"]]}
    other.say("/utkast/1/borta", flik=TAB)
    assert told(2)[1] == {"era": era, "from": 1, "to": 2, "gone": [TAB]}
    assert app.extensions["finsam_forms"].presence.here(1) == ()


def test_den_som_flyttar_sig_sags_med_bara_det(exempel, app, told):
    other = client_of(app, "Bo Berg", "Region")
    other.say("/utkast/1/har", flik=TAB, avsnitt="mal", falt="")
    told()
    other.say("/utkast/1/har", flik=TAB, avsnitt="syfte", falt="syfte")
    step = told(2)[1]
    assert step["moved"] == [[TAB, "syfte", "syfte"]]
    assert "came" not in step


def test_en_ny_sida_far_listan_en_gang_och_sedan_inte(exempel, app, told):
    client_of(app, "Bo Berg", "Region").say("/utkast/1/har", flik=TAB, avsnitt="mal", falt="")
    told()
    roster = exempel.say("/utkast/1/har", flik=OTHER, avsnitt="mal", falt="").json["here"]
    assert roster["all"] == [[TAB, "Bo Berg", "Region", "BB", "mal", ""]]
    told(2)
    known = f"{roster['era']}:2"
    assert exempel.say("/utkast/1/har", flik=OTHER, avsnitt="mal", falt="", sett=known).status_code == 204


def test_den_som_inte_sagt_sitt_namn_ser_de_andra(exempel, app, told):
    client_of(app, "Bo Berg", "Region").say("/utkast/1/har", flik=TAB, avsnitt="mal", falt="")
    told()
    nameless = client_of(app, "")
    assert [entry[1] for entry in nameless.get("/utkast/1/har").json["here"]["all"]] == ["Bo Berg"]
    assert len(app.extensions["finsam_forms"].presence.here(1)) == 1


@pytest.mark.parametrize(
    "posted",
    [{"flik": "x"}, {"flik": TAB, "avsnitt": "finns_inte", "falt": "../x"}, {"flik": TAB, "falt": "a/" * 5000 + "a"}],
    ids=["flik", "avsnitt", "falt"],
)
def test_det_som_inte_gar_att_forsta_sprids_inte(exempel, app, posted):
    assert exempel.say("/utkast/1/har", **posted).status_code in (200, 204)
    assert all(one.section == one.path == "" for one in app.extensions["finsam_forms"].presence.here(1))


def test_ett_utkast_som_inte_finns(exempel):
    assert exempel.get("/utkast/99/har").status_code == 404
