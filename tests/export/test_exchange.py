"""The exchange format: out and in again gives the same document; a faulty file gives every fault and nothing is read in."""

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.export.exchange import ExchangeFaults, dumps, read_exchange, schema, to_exchange
from tests.builder import ANSOKAN, MALLS, leaves_of, worked_example


def again(document):
    found = read_exchange(dumps(document), MALLS)
    return Document(found.mall, found.values)


def test_exemplet_ut_och_in_ar_samma_dokument():
    document = worked_example()
    assert again(document).values == document.values
    assert fingerprint(again(document)) == fingerprint(document)


def test_fingeravtrycket_bryr_sig_inte_om_radernas_id():
    data = to_exchange(worked_example())
    for row in data["innehall"]["tidplan"]:
        row["id"] = "ny" + row["id"]
    found = read_exchange(json.dumps(data), MALLS)
    assert fingerprint(Document(found.mall, found.values)) == fingerprint(worked_example())


def test_en_andrad_krona_ger_ett_annat_fingeravtryck():
    document = worked_example()
    changed = document.replace({"budget/ovrigt/resor/belopp/alvkarleby": "1"})
    assert fingerprint(changed) != fingerprint(document)


def test_exemplet_foljer_schemat():
    jsonschema.Draft202012Validator(schema(ANSOKAN)).validate(to_exchange(worked_example()))


LEAVES = sorted(path for path, _ in leaves_of(worked_example()))
texts = st.one_of(
    st.text(max_size=30), st.integers(-(10**9), 10**9).map(str), st.sampled_from(["", "ja", "12*5", "9,000 000"])
)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from(LEAVES), texts, max_size=12))
def test_varje_dokument_overlever_ut_och_in(changes):
    document = worked_example()
    tidied = {path: ANSOKAN.leaf_at(path).canonical(text) for path, text in changes.items()}
    tidied = {
        p: t
        for p, t in tidied.items()
        if ANSOKAN.leaf_at(p).type != "choice" or ANSOKAN.leaf_at(p).read(t).problem is None
    }
    document = document.replace({path: text.replace("\0", "").replace("\r", "\n") for path, text in tidied.items()})
    assert fingerprint(again(document)) == fingerprint(document)


FAULTY = {
    "inte JSON": "{",
    "annat format": '{"format": "annat", "formatversion": 1, "mall": "ansokan", "innehall": {}}',
    "okänt formulär": '{"format": "finsam-forms", "formatversion": 1, "mall": "x", "innehall": {}}',
    "okänd nyckel": '{"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", "innehall": {"hej": 1}}',
    "decimaltal": (
        '{"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", '
        '"innehall": {"budget": {"lokal": [{"benamning": "Lokalhyra", "belopp": {"#1": 1.5}}]}}}'
    ),
    "nyckel två gånger": '{"format": "finsam-forms", "format": "finsam-forms"}',
    "NaN": '{"format": NaN}',
    "en lista": "[]",
    "djup": "[" * 5000 + "]" * 5000,
    "ensam surrogat": '{"format": "\\ud800"}',
    "UTF-16 utan märke": '{"format": "x"}'.encode("utf-16-le"),
}


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY.keys())
def test_felaktig_fil_sager_vad_och_var(text):
    with pytest.raises(ExchangeFaults) as found:
        read_exchange(text, MALLS)
    assert all(place and sentence for place, sentence in found.value.faults)


def test_alla_fel_kommer_pa_en_gang():
    data = to_exchange(worked_example())
    data["innehall"]["syfte"] = 3
    data["innehall"]["budget"]["lon"][0]["belopp"] = {"Okänd part": 1}
    data["innehall"]["nytt"] = ""
    with pytest.raises(ExchangeFaults) as found:
        read_exchange(json.dumps(data), MALLS)
    assert len(found.value.faults) == 3


@settings(deadline=None, max_examples=80)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda x: (
            st.lists(x, max_size=3)
            | st.dictionaries(
                st.sampled_from(["id", "lon", "belopp", "organisation", "svar", "text", "start"]), x, max_size=3
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from([field.id for field in ANSOKAN.fields()]),
)
def test_inget_innehall_far_inlasningen_att_krascha(data, key):
    body = {"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", "innehall": {key: data}}
    try:
        read_exchange(json.dumps(body), MALLS)
    except ExchangeFaults as faults:
        assert faults.faults


def test_egna_summor_som_inte_stammer_foljer_med_till_granskningen():
    data = to_exchange(worked_example())
    data["summor"] = {"total_rekvirera": 325_000, "sammanstallning": {"Summa": {"totalt": "367 000"}}}
    found = read_exchange(json.dumps(data), MALLS)
    remarks = check_document(Document(found.mall, found.values), given_sums=found.stated)
    codes = {remark.code for remark in remarks}
    assert {"G02", "G04"} <= codes


def test_egna_summor_som_stammer_lamnar_inget_efter_sig():
    found = read_exchange(dumps(worked_example()), MALLS)
    assert found.stated == {}
