"""A form definition: which section a value belongs to, what a new draft begins with, what the förbund has decided."""

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.party import parties_of
from finsam_forms.core.settings import PoRate, Settings
from tests.builder import ANSOKAN, MALLS, leaves_of

PLACES = {
    "syfte": "syfte",
    "insatstid/start": "insatstid",
    "budget/lon/91c2/belopp/agare": "budget",
    "_notes/mal/n1/text": "mal",
}


@pytest.mark.parametrize(("path", "section"), PLACES.items(), ids=PLACES.keys())
def test_varje_varde_hor_till_ett_avsnitt(path, section):
    assert ANSOKAN.section_of(path).id == section


@pytest.mark.parametrize("path", ["", "finnsinte", "_titel", "_waived/g40/skal", "_notes", "_notes/finnsinte/n1"])
def test_det_som_ar_hela_utkastets_hor_till_inget_avsnitt(path):
    assert ANSOKAN.section_of(path) is None


@pytest.mark.parametrize("mall", MALLS.values(), ids=MALLS.keys())
def test_ett_nytt_utkast_borjar_med_tomma_rader_som_finns_i_formularet(mall):
    document = Document(mall, mall.start_values())
    assert all(path.endswith("/_plats") and place for path, place in document.values.items())
    assert all(mall.leaf_at(path) for path in document.values)
    assert not any(document.text(path) for path, _ in leaves_of(document))


@pytest.mark.parametrize("mall", MALLS.values(), ids=MALLS.keys())
def test_varje_fraga_hittar_sitt_eget_falt(mall):
    document = Document(mall, mall.start_values())
    assert all(mall.field(field.id) is field for field in mall.fields())
    for path, leaf in leaves_of(document):
        assert mall.leaf_at(path).type == leaf.type
        assert mall.section_of(path) is not None


def test_tva_nya_utkast_har_inga_rader_gemensamt():
    first, second = (set(ANSOKAN.start_values()) for _ in range(2))
    assert first and not first & second


def test_ansokan_borjar_med_en_insatsagare_och_minst_en_samverkanspart():
    parties = parties_of(Document(ANSOKAN, ANSOKAN.start_values()))
    assert [party.role for party in parties if party.owner] == ["Huvudinsatsägare"]
    assert any(not party.owner for party in parties)


@pytest.mark.parametrize(
    ("year", "employer", "rate"),
    [(2021, "kommun", 4015), (2021, "region", 4615), (2022, "kommun", None), (2021, "annan", None)],
)
def test_ett_okant_palagg_gissas_aldrig(year, employer, rate):
    settings = Settings(po_rates=(PoRate(year=2021, kommun=4015, region=4615),))
    assert settings.po_rate(year, employer) == rate


def test_det_forbundet_inte_har_bestamt_ar_inte_pahittat():
    given = ANSOKAN.settings
    assert (given.max_amount, given.overhead_cap, given.days_before_board) == (None, None, None)
