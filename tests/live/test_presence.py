"""Who is here: names come with a sign of life and go within 15 seconds of silence."""

import pytest

from finsam_forms.live.presence import LIVES, Presence, people
from finsam_forms.store import Person

ANNA = Person("Anna Andersson", "Försäkringskassan")
BO = Person("Bo", "Region Uppsala")


class Clock:
    now = 50.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def presence(clock):
    return Presence(clock)


def test_den_som_kommer_syns_och_nyheten_sags_en_gang(presence):
    assert presence.seen(1, "flik-a", ANNA, "syfte")
    assert not presence.seen(1, "flik-a", ANNA, "syfte")
    assert [here.person for here in presence.here(1)] == [ANNA]


def test_nytt_avsnitt_eller_falt_ar_en_nyhet(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    assert presence.seen(1, "flik-a", ANNA, "syfte", "syfte")
    assert presence.seen(1, "flik-a", ANNA, "mal")


def test_tystnad_tar_bort_namnet_inom_femton_sekunder(presence, clock):
    presence.seen(1, "flik-a", ANNA, "syfte")
    presence.seen(2, "flik-b", BO, "mal")
    clock.now += LIVES / 2
    presence.seen(2, "flik-b", BO, "mal")
    clock.now += LIVES / 2 + 0.1
    assert presence.here(1) == ()
    assert presence.sweep() == (1,)
    assert [here.person for here in presence.here(2)] == [BO]
    assert LIVES < 15


def test_stangd_flik_gar_genast(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    assert presence.left(1, "flik-a")
    assert not presence.left(1, "flik-a")
    assert presence.here(1) == ()


def test_utkasten_vet_inget_om_varandra(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    assert presence.here(2) == ()


def test_tva_flikar_ar_en_person_och_den_som_skriver_visas(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    presence.seen(1, "flik-b", ANNA, "mal", "mal/resultatmal/abc/text")
    (anna,) = people(presence.here(1))
    assert anna.section == "mal"


@pytest.mark.parametrize(("name", "initials"), [("Anna Andersson", "AA"), ("Bo", "BO"), ("Eva von Essen", "EE")])
def test_initialer(name, initials):
    assert Person(name, "FK").initials == initials
