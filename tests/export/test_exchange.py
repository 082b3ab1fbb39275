"""The exchange format: out and in again gives the same document; a faulty file gives every fault and nothing is read in."""

import io
import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from finsam_forms.core.checks import AsRead, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.export.exchange import ExchangeFaults, dumps, read_exchange, schema, to_exchange
from finsam_forms.export.stamp import Stamp
from tests.builder import ANSOKAN, MALLS, leaves_of, worked_example
from tests.export import printing


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
    remarks = check_document(Document(found.mall, found.values), as_read=found.as_read)
    codes = {remark.code for remark in remarks}
    assert {"G02", "G04"} <= codes


def test_egna_summor_som_stammer_lamnar_inget_efter_sig():
    found = read_exchange(dumps(worked_example()), MALLS)
    assert found.stated == {}


def of_file(**content):
    """The example with other content, read in; and what Granska says about it."""
    data = to_exchange(worked_example())
    data["innehall"] |= content
    data["innehall"] = {key: one for key, one in data["innehall"].items() if one is not None}
    jsonschema.Draft202012Validator(schema(ANSOKAN)).validate(data)
    found = read_exchange(json.dumps(data), MALLS)
    return found, check_document(
        Document(found.mall, found.values), as_read=AsRead.of(json.loads(json.dumps(found.stated)))
    )


def said(code, remarks):
    return [remark.sentence for remark in remarks if remark.code == code]


def block(part, name):
    return {"part": part, "namn": name, "roll": "Chef"}


OTHERS = "underskrifter_samverkanspart"


def test_en_fils_underskriftsblock_som_de_stod_jamfors_med_parterna():
    blocks = [
        block("AF", "Sektionschefen"),
        block("Region Uppsala", "Regionchefen"),
        block("Region Uppsala", "Ombudet"),
    ]
    found, remarks = of_file(**{OTHERS: blocks})
    told = said("G35", remarks)
    assert len(told) == 2
    assert any("Region Uppsala står på 2 underskriftsblock" in one and "Ombudet, Chef" in one for one in told)
    assert any("Försäkringskassan saknar underskriftsblock" in one for one in told)
    names = {
        path.split("/")[1]: text
        for path, text in found.values.items()
        if path.startswith(OTHERS) and path.endswith("/namn")
    }
    assert sorted(names.values()) == ["Ombudet", "Regionchefen", "Sektionschefen"], "den parts som saknar block"


def test_en_fils_block_for_nagon_som_inte_ar_part_sags_med_vad_som_stod_i_det():
    for blocks in ({"Håbo kommun": {"namn": "Ekonomichefen"}}, [block("Håbo kommun", "Ekonomichefen")]):
        _, remarks = of_file(**{OTHERS: blocks})
        assert any("Håbo kommun" in one and "Ekonomichefen" in one for one in said("G35", remarks))


def test_en_fil_med_ratt_block_lamnar_inget_efter_sig():
    blocks = [block(part, "Chefen") for part in ("Arbetsförmedlingen", "Region Uppsala", "FK")]
    found, remarks = of_file(**{OTHERS: blocks})
    assert found.stated == {}
    assert said("G35", remarks) == []


@pytest.mark.parametrize(
    "wrong", [[1], [{"namn": "Utan part"}], [{"part": 1}], [{"part": "X", "nyckel": ""}], [{"part": "X", "namn": 1}]]
)
def test_ett_block_som_inte_gar_att_lasa_sags(wrong):
    data = to_exchange(worked_example())
    data["innehall"][OTHERS] = wrong
    with pytest.raises(ExchangeFaults) as found:
        read_exchange(json.dumps(data), MALLS)
    assert all(place.startswith(f"{OTHERS}[1]") and sentence for place, sentence in found.value.faults)


def test_en_fils_fasta_text_jamfors_med_mallens():
    text = ANSOKAN.field("overenskommelse").text
    found, remarks = of_file(overenskommelse={"text": text.replace("skall", "bör")})
    (sentence,) = said("G42", remarks)
    assert "bör" in sentence
    assert "inlästa dokumentet" in sentence
    assert not any(path.startswith("overenskommelse") for path in found.values), "texten är alltid mallens"
    _, remarks = of_file(overenskommelse={"fingeravtryck": "0" * 64})
    assert len(said("G42", remarks)) == 1
    same, remarks = of_file(overenskommelse={"text": text.replace("\n", " \n\n")})
    assert same.stated == {}
    assert said("G42", remarks) == []


def owners(count):
    return [
        {"id": f"kom{n}", "organisation": f"Ort{n} kommun", "kontaktperson": "Enhetschef", "epost": f"a@ort{n}.example"}
        for n in range(count)
    ]


def test_fler_insatsagare_an_formularet_har_rader_for_lases_in_och_skrivs_ut():
    found, remarks = of_file(insatsagare=owners(7), underskrifter_insatsagare=None, budget=None)
    assert len(Document(found.mall, found.values).rows("insatsagare")) == 7
    (told,) = said("G30", remarks)
    assert "7 organisationer" in told
    assert "plats för 5" in told
    pages = PdfReader(io.BytesIO(printing.pdf(Document(found.mall, found.values), Stamp("2027-01-20 10:00")))).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert all(printed.count(f"Ort{n} kommun") >= 3 for n in range(7)), "bland parterna, i budgeten och på sitt blad"
    _, remarks = of_file(insatsagare=owners(5), underskrifter_insatsagare=None, budget=None)
    assert said("G30", remarks) == []


@pytest.mark.parametrize("name", ["a\nb\tc\x07", "å" * 30_000], ids=["flera rader", "långt"])
def test_utkastets_namn_blir_som_om_nagon_hade_skrivit_det(name):
    data = to_exchange(worked_example()) | {"titel": name}
    read = read_exchange(json.dumps(data), MALLS).values["_titel"]
    assert read == ANSOKAN.leaf_at("_titel").canonical(name)
    assert len(read) <= 300 and read.isprintable()


def test_en_aldre_fil_med_formularets_rader_som_id_och_parter_i_nummerordning_gar_att_lasa():
    content = {
        "insatsagare": [{"id": "aa"}, {"id": "bb", "kontaktperson": "Chefen"}],
        "budget": {"lokal": [{"id": "lokalhyra", "benamning": "Lokalhyra", "belopp": {"#2": 5}}]},
    }
    data = {"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", "innehall": content}
    assert read_exchange(json.dumps(data), MALLS).values["budget/lokal/lokalhyra/belopp/bb"] == "5"


@pytest.mark.parametrize("said", ["Kommunen", "#0", 2, "#1"])
def test_en_part_kallas_ett_nummer_som_ingen_annan_har(said):
    parties = [{"id": "aa", "kallas": "#1"}, {"id": "bb", "kallas": said}]
    data = {"format": "finsam-forms", "formatversion": 1, "mall": "ansokan", "innehall": {"insatsagare": parties}}
    with pytest.raises(ExchangeFaults, match=r"insatsagare\[2\]/kallas"):
        read_exchange(json.dumps(data), MALLS)
