"""Search finds every draft that holds the words, before and after it is indexed, and nothing of what is deleted for good."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finsam_forms.store import Edit
from finsam_forms.store import search as searching
from tests.store.conftest import ANNA, BO, MALL, counted


def titles(store, words, **kind):
    return {item.title for item in store.drafts.page(search=words, **kind).items}


def index(store):
    store.search.gather()
    while store.search.index():
        pass


@pytest.fixture(params=["fore", "efter", "utan"])
def searchable(request, store, monkeypatch):
    """Before anything is indexed, after, and where SQLite has no FTS5. Calls `ready` when the drafts are there."""
    if request.param == "utan":
        monkeypatch.setattr(searching, "can_index", lambda connection: False)
    store.ready = (lambda: None) if request.param == "fore" else (lambda: index(store))
    return store


@pytest.mark.parametrize(
    "words",
    ["ÅLDER", "ålder", "medelål", "delålder", "år", "ä", "anna@reg", "2021-02", "insats medel", "kr/mån", '"citat"', "AND"],
)  # fmt: skip
def test_det_som_star_nagonstans_i_texten_hittas(searchable, words):
    text = 'Medelåldern i insatsen är 40 år. Fråga anna@region.example före 2021-02-21: 500 kr/mån, "citat" and more'
    searchable.drafts.create(MALL, {"namn": "Rätt", "text": text}, ANNA)
    searchable.drafts.create(MALL, {"namn": "Fel", "text": "xyz"}, ANNA)
    searchable.ready()
    assert titles(searchable, words) == {"Rätt"}


def test_alla_ord_ska_finnas_i_utkastet(searchable):
    searchable.drafts.create(MALL, {"namn": "Båda", "text": "unga vuxna"}, ANNA)
    searchable.drafts.create(MALL, {"namn": "Ett", "text": "unga"}, ANNA)
    searchable.ready()
    assert titles(searchable, "unga") == {"Båda", "Ett"}
    assert titles(searchable, "vuxna unga") == {"Båda"}
    assert titles(searchable, "ungav") == set()


def test_det_som_andras_hittas_genast_och_det_gamla_inte_mer(searchable):
    draft = searchable.drafts.create(MALL, {"namn": "Ett", "text": "gammalt"}, ANNA)
    searchable.ready()
    searchable.changes.save(draft, Edit("text", "nytillkommet", 1, "op1"), BO)
    assert titles(searchable, "nytillkom") == {"Ett"}
    assert titles(searchable, "gammalt") == set()
    searchable.ready()
    assert titles(searchable, "nytillkom") == {"Ett"}
    assert titles(searchable, "gammalt") == set()


def test_kastat_utkast_hittas_i_papperskorgen(searchable):
    draft = searchable.drafts.create(MALL, {"namn": "Ett"}, ANNA)
    searchable.ready()
    searchable.drafts.bin(draft, ANNA)
    assert titles(searchable, "ett") == set()
    assert titles(searchable, "ett", binned=True) == {"Ett"}


def test_raderat_for_alltid_finns_inte_kvar_i_sokregistret(searchable):
    draft = searchable.drafts.create(MALL, {"namn": "Kvar", "text": "vanligt"}, ANNA)
    secret = searchable.drafts.create(MALL, {"namn": "Bort", "text": "qzxhemligtw"}, ANNA)
    searchable.ready()
    searchable.drafts.bin(secret, ANNA)
    searchable.drafts.delete(secret, ANNA)
    assert titles(searchable, "hemligt") == set()
    assert titles(searchable, "vanligt") == {"Kvar"}
    connection = searchable.database.connection()
    assert not connection.execute("SELECT 1 FROM search WHERE text LIKE '%hemligt%'").fetchall()
    if searching.has_index(connection):
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, triples, row)")
        assert not connection.execute("SELECT 1 FROM words WHERE term IN ('qzx', 'zxh', 'gtw')").fetchall()
        blocks = b"".join(block for (block,) in connection.execute("SELECT block FROM triples_data"))
        assert b"qzx" not in blocks
        connection.execute("INSERT INTO triples (triples, rank) VALUES ('integrity-check', 0)")
    assert draft


def test_bara_det_som_andrats_samlas_in_igen(store, draft):
    for number in range(20):
        store.drafts.create(MALL, {"namn": f"Nummer {number}"}, ANNA)
    index(store)
    store.changes.save(draft, Edit("namn", "Nytt", 1, "op1"), ANNA)
    stale = store.database.connection().execute("SELECT draft_id FROM search_stale").fetchall()
    assert stale == [(draft,)]


def test_en_sokning_kostar_efter_vad_den_hittar(tmp_path):
    from finsam_forms.store import Store

    cost = {}
    for count in (100, 1_000):
        with Store(tmp_path / str(count)) as store:
            for number in range(count):
                store.drafts.create(MALL, {"namn": f"Nummer {number:04d}", "text": "samma i alla"}, ANNA)
            index(store)
            with counted(store) as steps:
                assert titles(store, "0042") == {"Nummer 0042"}
            cost[count] = len(steps)
    assert cost[1_000] <= 4 * cost[100]


def test_registret_hinner_ikapp_i_sma_steg(store, monkeypatch):
    monkeypatch.setattr(searching, "AT_A_TIME", 3)
    for number in range(7):
        store.drafts.create(MALL, {"namn": f"Nummer {number}"}, ANNA)
    store.search.gather()
    assert [store.search.index() for _ in range(4)] == [True, True, True, False]
    assert len(titles(store, "nummer")) == 7


def test_langa_texter_tas_i_lika_sma_steg_som_korta(store, monkeypatch):
    monkeypatch.setattr(searching, "AT_ONCE", 50)
    for number in range(7):
        store.drafts.create(MALL, {"namn": f"Nummer {number}", "text": "ord " * 20}, ANNA)
    store.search.gather()
    assert [store.search.index() for _ in range(8)] == [True] * 7 + [False]
    assert len(titles(store, "nummer ord")) == 7


def test_bokstaverna_i_det_som_raderats_ligger_inte_kvar_i_registret(store, tmp_path):
    """A letter that stands in one draft only, so that its triples are known in the file."""
    for number in range(5):
        text = "ŧŋðħ " * 50 if number == 2 else f"vanlig text {number} " * 30
        draft = store.drafts.create(MALL, {"namn": text}, ANNA)
        store.search.gather()
        store.search.index()
        if number == 2:
            gone = draft
    assert holds(tmp_path, "ŧ")
    store.drafts.bin(gone, ANNA)
    store.drafts.delete(gone, ANNA)
    assert not holds(tmp_path, "ŧ")
    assert len(titles(store, "vanlig")) == 4


def holds(folder, letters):
    return any(letters.encode() in file.read_bytes() for file in folder.rglob("*.sqlite3*"))


words = st.text(st.sampled_from("abåÄö-@" + '"' + "ß\u00a0 \nİ"), max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(words, min_size=1, max_size=5), words, st.booleans())
def test_sokningen_hittar_precis_de_utkast_dar_orden_star(store, texts, wanted, indexed):
    for item in store.drafts.page(per_page=1000).items:
        store.drafts.bin(item.id, ANNA)
    made = {store.drafts.create(MALL, {"namn": text, "text": text[::-1]}, ANNA): text for text in texts}
    if indexed:
        index(store)
    looked = wanted.casefold().split()
    expected = {
        draft
        for draft, text in made.items()
        if all(word in "\n".join([text, "Ansökan", text, text[::-1]]).casefold() for word in looked)
    }
    assert {item.id for item in store.drafts.page(search=wanted, per_page=1000).items} == expected
