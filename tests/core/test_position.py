"""Where rows stand: there is always room for one more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.position import DIGITS, LONGEST, between, first, good_place, spread


def neighbours(keys, place):
    return (keys[place - 1] if place else None), (keys[place] if place < len(keys) else None)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 10_000), max_size=120), st.integers(0, 50))
def test_rader_kan_alltid_skjutas_in_och_ordningen_bestar(places, from_start):
    keys = spread(from_start)
    for place in places:
        place %= len(keys) + 1
        keys.insert(place, between(*neighbours(keys, place)))
    assert keys == sorted(set(keys))
    assert all(set(key) <= set(DIGITS) and key[-1] != "0" for key in keys)


@pytest.mark.parametrize("place", ["first", "second", "middle"])
def test_tusen_rader_pa_samma_stalle(place):
    keys = spread(4)
    for _ in range(1_000):
        at = {"first": 0, "second": 1, "middle": 2}[place]
        keys.insert(at, between(*neighbours(keys, at)))
    assert keys == sorted(set(keys))


def test_nyckeln_emellan_ar_sa_kort_den_kan():
    assert len(between("a", "c")) == 1
    assert len(between("i5", "j1")) == 2
    assert len(between("a", "b")) == 2


def test_en_lang_lista_har_korta_nycklar():
    keys = [first()]
    for _ in range(20_000):
        keys.append(between(keys[-1], None))
    assert keys == sorted(set(keys))
    assert max(map(len, keys[:50])) <= 3
    assert max(map(len, keys)) <= 8


@pytest.mark.parametrize("count", [0, 1, 35, 36, 500, 2_000])
def test_utspridda_nycklar_star_i_ordning_och_har_rum_emellan(count):
    keys = spread(count)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    assert not any(key.endswith("0") for key in keys)
    for before, after in zip(keys, keys[1:], strict=False):
        assert before < between(before, after) < after
    assert max(map(len, keys), default=0) <= 3


def test_tva_rader_pa_samma_plats_hindrar_ingen():
    assert between("i", "i") > "i"
    assert between("k", "i") > "k"


@pytest.mark.parametrize("foreign", ["Ä", "I", "i i", "-", "0", "000", "i0", "z" * 5_000, "1" * 5_000, "az" * 4_000])
def test_en_framman_nyckel_hindrar_ingen_rad(foreign):
    assert between(foreign, None)
    assert between(None, foreign)
    assert between(foreign, foreign)


@pytest.mark.parametrize(
    "place", ["", "hello world", "Å", "A", "i-", "i\n", "i" * 2 * LONGEST + "i"], ids=lambda text: text[:12]
)
def test_en_plats_ar_siffror_och_sma_bokstaver_och_inte_hur_lang_som_helst(place):
    assert not good_place(place)


@settings(max_examples=60)
@given(st.text(DIGITS, min_size=LONGEST - 2, max_size=2 * LONGEST), st.text(DIGITS, min_size=1, max_size=3))
def test_mellan_tva_platser_finns_en_plats(long, short):
    assert all(good_place(between(*two)) for two in ((long, None), (None, long), (long, short), (short, long)))
