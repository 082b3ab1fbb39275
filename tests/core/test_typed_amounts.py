"""A typed amount that is a figure of the budget is offered as a living one; nothing else is."""

import pytest

from finsam_forms.core.references import References
from finsam_forms.core.typed_amounts import offers
from tests.builder import worked_example

REFERENCES = References(worked_example())


def tokens(text):
    return [(one.words, one.reference.token) for one in offers(text, REFERENCES)]


def test_summan_att_rekvirera_kanns_igen():
    assert tokens("Vi söker 355 000 kr för insatsen.") == [("355 000 kr", "[[tabell/rekvirera]]")]


def test_ett_belopp_sags_en_gang():
    assert len(tokens("355 000 kr. Som sagt 355 000 kr.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Vi söker 300 000 kr.",
        "cirka 355 000 kr",
        "355 000 kr per år",
        "355 000 kr/år",
        "[[tabell/rekvirera]] är allt",
        "0 kr",
        "",
    ],
)
def test_annat_erbjuds_inte(text):
    assert tokens(text) == []


def test_hogst_tre_i_taget():
    assert len(tokens("355 000 kr, 397 000 kr, 42 000 kr, 325 000 kr och 30 000 kr")) == 3


def test_ersatt_text_skrivs_ut_likadant():
    (offer,) = offers("Vi söker 355 000 kr.", REFERENCES)
    assert REFERENCES.resolve(offer.reference.key).replace("\u00a0", " ") == offer.words
