"""JSON in one way only, so that anybody can work the fingerprint out again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.canonical import canonical_json, composed, without_empty

leaves = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text()
data = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=20
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"b": 1, "a": [True, None, "å"]}, '{"a":[true,null,"å"],"b":1}'),
        ({"2027": 1, "ekonomi": 2, "10": 3}, '{"10":3,"2027":1,"ekonomi":2}'),
        ({"\U0001f600": 1, "\ufb01": 2}, '{"\U0001f600":1,"\ufb01":2}'),
        ('rad\n\t"citat" \\ \u0007 \u2028', '"rad\\n\\t\\"citat\\" \\\\ \\u0007 \u2028"'),
    ],
    ids=["inget mellanrum", "årtal som nycklar", "UTF-16-ordning", "kortaste tecken"],
)
def test_pa_ett_enda_satt(data, text):
    assert canonical_json(data) == text


@given(data)
def test_samma_data_kommer_tillbaka(data):
    assert json.loads(canonical_json(data)) == data


@pytest.mark.parametrize("number", [1.5, 2**53, -(2**53)])
def test_bara_hela_tal_som_alla_sprak_laser_lika(number):
    with pytest.raises(ValueError):
        canonical_json({"tal": number})


def test_samma_bokstav_skriven_pa_tva_satt_ar_samma():
    assert composed({"a\u030a": ["o\u0308"]}) == {"å": ["ö"]}


@pytest.mark.parametrize(
    ("data", "left"),
    [
        ({"mal": [{"id": "g1", "text": "Ett"}, {"id": "g2"}]}, {"mal": [{"text": "Ett"}]}),
        ({"a": {"b": {"c": ""}}}, {}),
        ({"rader": [{"id": "r", "inre": [{"id": "x", "text": ""}]}]}, {}),
        ({"belopp": {"id": 5}}, {"belopp": {"id": 5}}),
        ({"antal": 0, "nej": False}, {"antal": 0, "nej": False}),
    ],
    ids=["tom rad", "tomt inuti tomt", "rad med tomma rader", "en part som heter id", "noll är inte tomt"],
)
def test_det_tomma_och_radernas_id_ingar_inte(data, left):
    assert without_empty(data) == left
