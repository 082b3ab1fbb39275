"""What nobody sees (zero width, soft hyphen, marks of direction) never gets into a name, an address or another answer on one line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.reading import UNSEEN, one_line
from finsam_forms.export.exchange import read_exchange, to_exchange
from finsam_forms.forms.person import PersonForm
from tests.builder import MALLS, leaves_of, worked_example
from tests.core.checks.builder import AF, application, codes, of_code, rows

HIDDEN = (
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u2060",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
    "\ufeff",
    "\u061c",
    "\u115f",
    "\u17b4",
    "\u2800",
    "\u3164",
    "\uffa0",
    "\ufe0f",
    "\U000e0041",
    "\U000e0100",
)


@pytest.mark.parametrize("mark", HIDDEN, ids=ascii)
def test_det_osynliga_forsvinner_ur_en_rad(mark):
    assert one_line(f"{mark}Arbets{mark}{mark}förmedlingen {mark} i Tierp{mark}") == "Arbetsförmedlingen i Tierp"


@pytest.mark.parametrize(
    "words",
    [
        "👩\u200d👧 Familjen",
        "می\u200cخواهم",
        "שלום\u200f 12",
        "क्\u200dष",
        "❤\ufe0f Hjärtat",
        "عدد\u061c 12",
        "🏴\U000e0067\U000e0062",
    ],
    ids=ascii,
)
def test_det_som_fogar_och_riktar_tecken_star_kvar(words):
    assert one_line(words) == words


def test_ett_a_med_ring_fran_en_mac_ar_alla_andras_a():
    assert one_line("A\u030agrens A\u0308lvkarleby") == "Ågrens Älvkarleby"


@given(st.text(st.characters() | st.sampled_from((*HIDDEN, "\u0323", "ש", "👩", "K", " ")), max_size=12))
def test_att_stada_en_rad_tva_ganger_andrar_inget_mer(typed):
    assert one_line(one_line(typed)) == one_line(typed)


ONE_LINE = {
    leaf.type: leaf
    for mall in MALLS.values()
    for path, leaf in leaves_of(Document(mall, mall.start_values()))
    if leaf.type != "long_text"
}


@pytest.mark.parametrize("kind", ONE_LINE)
@pytest.mark.parametrize("typed", ["9{}0", "Anna{} Berg", "a@b{}.se", "1{}2*"], ids=ascii)
def test_varje_svar_pa_en_rad_stadas_dar_det_tas_emot(kind, typed):
    assert not any(UNSEEN.search(ONE_LINE[kind].canonical(typed.format(mark))) for mark in HIDDEN)


def hidden_in(data):
    """The same data with something unseen in every text but the ids, and in every name of a party."""
    if isinstance(data, dict):
        return {
            (key[:2] + "\u200b" + key[2:] if key[:1].isupper() else key): one if key == "id" else hidden_in(one)
            for key, one in data.items()
        }
    if isinstance(data, list):
        return [hidden_in(one) for one in data]
    return data[:2] + "\u200b" + data[2:]


def test_en_inlast_fil_blir_av_med_det_osynliga_ocksa_i_parternas_nycklar():
    data = to_exchange(worked_example())
    content = data["innehall"]
    for key in ("insatsens_namn", "insatsagare", "samverkansparter", "underskrifter_insatsagare"):
        content[key] = hidden_in(content[key])
    found = read_exchange(json.dumps(data | {"titel": "Vår\u200b ansökan"}), MALLS)
    assert found.values.pop("_titel") == "Vår ansökan"
    assert fingerprint(Document(found.mall, found.values)) == fingerprint(worked_example())


def test_den_som_skriver_heter_det_som_syns():
    asked = PersonForm(MultiDict({"namn": "Anna\u200b Berg\u200e", "organisation": "\ufeffKommunen"}))
    assert asked.validate()
    assert (asked.person().name, asked.person().organisation) == ("Anna Berg", "Kommunen")


ADDRESS = "samverkansparter/arbf/epost"
NAME = "samverkansparter/arbf/organisation"


@pytest.mark.parametrize("mark", HIDDEN, ids=ascii)
def test_det_osynliga_i_aldre_utkast_ger_inga_falska_anmarkningar(mark):
    hidden = {ADDRESS: f"sektion@arbets{mark}formedlingen.example", NAME: f"Arbets{mark}förmedlingen"}
    assert codes(application(hidden)) == []


def test_en_part_tva_ganger_syns_trots_det_osynliga():
    twice = rows("samverkansparter", AF, "regn", "fkas", "afab") | {
        "samverkansparter/afab/organisation": "Arbets\u00adförmedlingen"
    }
    assert of_code("G30", application(twice))
