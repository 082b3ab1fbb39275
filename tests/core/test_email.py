"""One e-mail address in a field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.email import read_email
from tests.steps import steps

PUT_RIGHT = [
    ("namn@kommun .se", "mellanslag", ["namn@kommun.se"]),
    ("namn @kommun.example", "mellanslag", ["namn@kommun.example"]),
    ("anna berg@kommun.se", "mellanslag", ["annaberg@kommun.se", "anna.berg@kommun.se"]),
    ("namn@kommun se", "mellanslag", ["namn@kommun.se"]),
    ("a@x.se, b@y.se", "flera adresser", ["a@x.se", "b@y.se"]),
    ("a@x.se; b@y.se", "flera adresser", ["a@x.se", "b@y.se"]),
    ("a@x.se eller b@y.se", "flera adresser", ["a@x.se", "b@y.se"]),
    ("a@x.se/b@y.se", "flera adresser", ["a@x.se", "b@y.se"]),
    ("a@x.seb@y.se", "flera adresser", []),
    ("namn@forening.gm", "Kontrollera", ["namn@forening.com"]),
    ("namn@gmail.con", "Kontrollera", ["namn@gmail.com"]),
    ("namn@gmail", "saknar slutet", ["namn@gmail.com"]),
    ("namn@kommun", "saknar slutet", ["namn@kommun.se"]),
    ("namn@kommunse", "saknar slutet", ["namn@kommun.se"]),
    ("namn@kommun,se", "Kontrollera", ["namn@kommun.se"]),
    ("namn@kommun..se", "Kontrollera", ["namn@kommun.se"]),
    ("namn@kommun.se.", "Kontrollera", ["namn@kommun.se"]),
    ("namn@@kommun.se", "Kontrollera", ["namn@kommun.se"]),
    ("mailto:namn@kommun.se", "Kontrollera", ["namn@kommun.se"]),
    ("Namn <namn@kommun.se>", "bara adressen", ["namn@kommun.se"]),
    ("namn(at)kommun.se", "saknar @", ["namn@kommun.se"]),
    ("namn", "saknar @", []),
    ("@kommun.se", "Kontrollera", []),
    ("namn@", "saknar slutet", []),
    ("n" * 65 + "@kommun.se", "Kontrollera", []),
]


@pytest.mark.parametrize(
    "typed",
    [
        "namn@kommun.se", "for.efternamn@region.example", "namn+lokus@kommun.se", "NAMN@KOMMUN.SE",
        "namn@älvkarleby.se", "anna.gm@kommun.se", "namn@part.sub.example", "namn@kommun.test",
    ],
)  # fmt: skip
def test_adresser_som_godtas_som_de_ar(typed):
    assert read_email(typed).value == typed


def test_osynliga_tecken_och_mellanrum_runt_om_raknas_inte():
    assert read_email(" namn@kommun.se\u200b\u00a0").value == "namn@kommun.se"


@pytest.mark.parametrize(("typed", "said", "offered"), PUT_RIGHT, ids=lambda found: str(found)[:25])
def test_en_felskriven_adress_far_en_mening_och_forslag(typed, said, offered):
    reading = read_email(typed)
    assert reading.value is None
    assert said in reading.problem.message
    assert [one.value for one in reading.problem.suggestions] == offered


def test_tomt_ar_tomt():
    assert read_email("  ") == read_email("")
    assert read_email("").problem is None


@given(st.text(max_size=40) | st.text(alphabet="ab@. ,;<>()se", max_size=40))
def test_vad_som_helst_kan_skrivas_och_forslagen_godtas(typed):
    reading = read_email(typed)
    assert reading.value is None or reading.problem is None
    for suggestion in reading.problem.suggestions if reading.problem else ():
        assert read_email(suggestion.value).value == suggestion.value


@pytest.mark.parametrize("typed", ["a@" * 100_000, "a@x.se " * 50_000, "a b " * 100_000, "@" * 200_000], ids=len)
def test_en_orimligt_lang_text_kostar_inget(typed):
    assert steps(lambda: read_email(typed)) < 1_000
    assert read_email(typed).problem
