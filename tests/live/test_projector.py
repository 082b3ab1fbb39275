"""What is on the projector, and whom it follows."""

import pytest

from finsam_forms.live.projector import LIVES, Place, Projector

ANNA, BO = "Anna (Kommunen)", "Bo (Region)"


@pytest.fixture
def clock():
    return [100.0]


@pytest.fixture
def projector(clock):
    return Projector(lambda: clock[0])


def test_det_som_visas_sist_ar_det_som_visas_och_tystnar_det_visas_inget(projector, clock):
    assert projector.shown() is None
    projector.seen(1, "syfte", ANNA)
    clock[0] += 1
    projector.seen(2, "mal", ANNA)
    assert (projector.shown().draft_id, projector.shown().section) == (2, "mal")
    clock[0] += LIVES + 1
    assert projector.shown() is None
    assert projector.leader(1) == ""


def test_bara_nar_nagon_annan_ska_foljas_sags_det(projector):
    assert projector.seen(1, "syfte", ANNA)
    assert not projector.seen(1, "mal", ANNA)
    assert projector.seen(1, "mal", BO)


def test_bara_den_som_leder_flyttar_projektorn_och_bara_nar_hen_flyttat_sig(projector):
    projector.seen(1, "syfte", ANNA)
    place = Place("syfte", "syfte", 12)
    assert not projector.led(1, BO, place)
    assert projector.led(1, ANNA, place)
    assert not projector.led(1, ANNA, place)
    assert projector.place(1) == place
    assert not projector.led(2, ANNA, place)


def test_nar_nagon_annan_leder_ar_den_forras_plats_glomd(projector):
    projector.seen(1, "syfte", ANNA)
    projector.led(1, ANNA, Place("syfte", "syfte", 12))
    projector.seen(1, "syfte", BO)
    assert projector.place(1) == Place()


def test_ett_raderat_utkast_visas_inte(projector):
    projector.seen(1, "syfte", ANNA)
    projector.forget(1)
    assert projector.shown() is None
