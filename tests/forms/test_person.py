"""Who you are: a name and an organisation, both needed, written in any way."""

import pytest
from werkzeug.datastructures import MultiDict

from finsam_forms.core.edit import Person
from finsam_forms.forms.person import PersonForm


def form(namn="Anna Berg", organisation="Kommunen"):
    return PersonForm(MultiDict({"namn": namn, "organisation": organisation}))


def test_namn_och_organisation_racker():
    asked = form()
    assert asked.validate()
    assert asked.person() == Person("Anna Berg", "Kommunen")


def test_overflodiga_blanksteg_tas_bort():
    assert form("  Anna \u00a0 Berg\n", "\tKommunen ").person() == Person("Anna Berg", "Kommunen")


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"namn": ""}, "namn", "Skriv ditt namn."),
        ({"namn": " \n "}, "namn", "Skriv ditt namn."),
        ({"organisation": ""}, "organisation", "Skriv vilken organisation du kommer från."),
    ],
    ids=str,
)
def test_det_som_saknas_fragas_efter(given, field, sentence):
    asked = form(**given)
    assert not asked.validate()
    assert asked.errors == {field: [sentence]}


@pytest.mark.parametrize(("length", "accepted"), [(80, True), (81, False)])
def test_ett_namn_ryms_i_listan(length, accepted):
    asked = form("a" * length)
    assert asked.validate() is accepted
    assert all("Field" not in message for messages in asked.errors.values() for message in messages)


def test_utan_svar_blir_det_ingen():
    asked = PersonForm(MultiDict())
    assert not asked.validate()
    assert set(asked.errors) == {"namn", "organisation"}
