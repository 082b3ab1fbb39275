"""One rounding, half up; and shares that make what they are shares of."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.rounding import half_up, parts_of_hundred, share_out, whole_percent

SPLITS = {
    "Avesta, remitterande aktör": ([25, 21, 8, 3], [44, 37, 14, 5], 100),
    "Avesta, försörjningsgrund": ([33, 22, 2], [58, 39, 3], 101),
    "Avesta, kvinnor och män": ([30, 27], [53, 47], 100),
    "Avesta, avslut": ([4, 5, 0, 2, 2, 5], [22, 28, 0, 11, 11, 28], 100),
    "SOFINT, ärenden": ([21, 0, 6, 6], [64, 0, 18, 18], 100),
    "SOFINT, avslutade": ([13, 1, 2, 4], [65, 5, 10, 20], 100),
    "SOFINT, rekommendationer": ([7, 2, 1, 4, 1, 3, 1, 1], [35, 10, 5, 20, 5, 15, 5, 5], 100),
    "Enköping": ([4, 12, 13, 7], [11, 33, 36, 20], 99),
    "Tierp": ([14, 8, 26, 0], [29, 17, 54, 0], 100),
    "lika rester": ([12, 9, 1], [55, 41, 4], 101),
}
"""Counts → the shares that are right, and what they would add up to, rounded one by one."""


@pytest.mark.parametrize(
    ("value", "whole"),
    [("1/2", 1), ("-1/2", -1), ("49/100", 0), ("5/2", 3), ("3/2", 2), ("-5/4", -1)],
    ids=str,
)
def test_avrundning_halva_uppat(value, whole):
    assert half_up(Fraction(value)) == whole


@given(st.integers(-(10**9), 10**9), st.dictionaries(st.integers(2020, 2040), st.fractions(0, 12), min_size=1))
def test_det_som_delas_ut_gar_alltid_jamnt_upp(total, weights):
    found = share_out(total, weights)
    assert sum(found.values()) == (total if any(weights.values()) else 0)


@pytest.mark.parametrize("name", SPLITS)
def test_andelarna_blir_hundra(name):
    counts, right, one_by_one = SPLITS[name]
    assert list(parts_of_hundred(tuple(counts))) == right
    assert sum(right) == 100
    assert sum(whole_percent(count, sum(counts)) for count in counts) == one_by_one


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=40))
def test_ingen_andel_ar_en_hel_procent_ifran_sin_egen(counts):
    found = parts_of_hundred(tuple(counts))
    if found is None:
        assert not sum(counts)
    else:
        assert sum(found) == 100
        assert all(
            abs(share - Fraction(100 * count, sum(counts))) < 1 for share, count in zip(found, counts, strict=True)
        )


@pytest.mark.parametrize("counts", [(), (0, 0), (5, -1), (-3, 3)], ids=str)
def test_av_ingenting_finns_inga_andelar(counts):
    assert parts_of_hundred(counts) is None


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (69, 200, 35),
        (974, 1_370, 71),
        (905, 1_170, 77),
        (819, 1_775, 46),
        (4, 57, 7),
        (7, 14, 50),
        (14, 31, 45),
        (5, 0, None),
    ],
)
def test_hela_procent_av_ett_tal(part, whole, share):
    assert whole_percent(part, whole) == share
