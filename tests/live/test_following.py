"""What a file says of the documents that a draft follows is found again where the file is read in, when it is one and no more."""

import json

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.following import APPLICATION, Followed, Told, begun, changes
from finsam_forms.export.exchange import ExchangeFaults, dumps, read_exchange, schema, to_exchange
from finsam_forms.live.desk import Desk
from finsam_forms.live.following import Following
from finsam_forms.mallar import load_malls, mall_kept
from finsam_forms.store import Person, Store
from tests.builder import worked_example
from tests.following import form

SAM = Person("Sam Samordnare", "Förbundet")
MALL = form()
EXAMPLE = worked_example().replace({"diarienummer": "2027:20"})
MALLS = {**load_malls(), MALL.id: MALL}


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "data") as store:
        yield store


@pytest.fixture
def following(store):
    return Following(Desk(store, lambda draft: mall_kept(store.drafts, draft.mall_fingerprint)))


def begin(store, following):
    """The example as draft 1, and a report about it."""
    store.drafts.create(EXAMPLE.mall, EXAMPLE.values, SAM)
    ties = [following.tie(APPLICATION, 1)]
    values, marks = begun(MALL, Followed(documents={APPLICATION: following.counted(1).document}))
    return following.desk.sheet(store.drafts.create(MALL, values, SAM, follows=ties, taken=marks))


def test_filen_sager_vad_utkastet_foljer_och_gar_att_lasa_tillbaka(store, following):
    sheet = begin(store, following)
    told = following.told(sheet)
    assert told == {APPLICATION: Told("2027:20", EXAMPLE.title, fingerprint(EXAMPLE).sha256)}
    text = dumps(sheet.document, follows=told)
    assert json.loads(text)["foljer"]["ansokan"]["diarienummer"] == "2027:20"
    assert read_exchange(text, MALLS).follows == told
    assert "foljer" not in to_exchange(sheet.document)


def test_bandet_knyts_igen_och_ingenting_ar_andrat(store, following):
    sheet = begin(store, following)
    ties, marks = following.found_again(Document(MALL, {}), following.told(sheet))
    assert [(tie.role, tie.source_id) for tie in ties] == [(APPLICATION, 1)]
    again = following.desk.sheet(store.drafts.create(MALL, sheet.document.values, SAM, follows=ties, taken=marks))
    assert changes(again.document, following.of(again)) == ()


def test_bandet_knyts_till_en_last_version_fast_utkastet_har_andrats(store, following):
    begin(store, following)
    document = following.desk.sheet(1).document
    store.dossier.lock(1, fingerprint(document), SAM)
    store.dossier.unlock(1, "rättelse", SAM)
    following.desk.forget(1)
    ties, _ = following.found_again(Document(MALL, {}), {APPLICATION: Told("", "", fingerprint(document).sha256)})
    assert [tie.source_id for tie in ties] == [1]


def test_bandet_knyts_inte_till_ett_av_flera(store, following):
    begin(store, following)
    store.drafts.create(EXAMPLE.mall, EXAMPLE.values, SAM)
    told = {APPLICATION: Told("", EXAMPLE.title, fingerprint(EXAMPLE).sha256)}
    assert following.found_again(Document(MALL, {}), told) == ([], {})
    store.drafts.bin(3, SAM)
    assert [tie.source_id for tie in following.found_again(Document(MALL, {}), told)[0]] == [1]


@pytest.mark.parametrize("sha256", ["", "0" * 64], ids=["inget", "ett annat"])
def test_bandet_knyts_inte_utan_ratt_fingeravtryck(store, following, sha256):
    begin(store, following)
    assert following.found_again(Document(MALL, {}), {APPLICATION: Told("2027:20", EXAMPLE.title, sha256)}) == ([], {})


@pytest.mark.parametrize(
    "wrong", ["ansokan", {"mamma": {}}, {"ansokan": "x"}, {"ansokan": {"titel": 3}}, {"ansokan": {"namn": ""}}], ids=str
)
def test_ett_fel_i_filens_band_sags(wrong):
    data = to_exchange(Document(MALL, {})) | {"foljer": wrong}
    with pytest.raises(ExchangeFaults) as trouble:
        read_exchange(json.dumps(data), MALLS)
    assert "foljer" in str(trouble.value)


def test_schemat_kanner_bandet(store, following):
    jsonschema = pytest.importorskip("jsonschema")
    sheet = begin(store, following)
    jsonschema.Draft202012Validator(schema(MALL)).validate(to_exchange(sheet.document, follows=following.told(sheet)))


def test_det_som_foljs_ar_samma_tills_nagot_andras(store, following):
    sheet = begin(store, following)
    assert following.of(sheet) is following.of(sheet)
    store.following.mark(sheet.draft_id, {"diarienummer": None})
    following.desk.forget(sheet.draft_id)
    assert following.of(following.desk.sheet(sheet.draft_id)) is not following.of(sheet)
