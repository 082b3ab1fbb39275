"""The log grows for years; what is asked of it costs what is asked for, not what has been written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finsam_forms.store import Edit, NotFound, Person
from finsam_forms.store.log import PAGE, PAGE_CHARACTERS
from tests.store.conftest import ANNA, BO, MALL, changes_of, counted

CLARA = Person("Clara", "Kommunen")


def written(store, draft, count, paths=20):
    """A log of so many changes: Anna's first, then Bo's over many values and one text."""
    with store.database.writing() as connection:
        rows = [(draft, "syfte", f"Anna {number}", number, "Anna", "FK", f"a{number}") for number in range(1, 11)]
        versions = {"syfte": 10}
        for number in range(count):
            path = "syfte" if number % 2 else f"f{number % paths}"
            versions[path] = versions.get(path, 0) + 1
            rows.append((draft, path, f"Bo {number}", versions[path], "Bo", "Region", f"b{number}"))
        connection.executemany(
            "INSERT INTO change (draft_id, path, value, version, name, organisation, op, at) VALUES (?, ?, ?, ?, ?, ?, ?, "
            "strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || (SELECT count(*) FROM change) || ' seconds'))",
            rows,
        )
        connection.execute(
            "INSERT OR REPLACE INTO value SELECT draft_id, path, value, max(version) FROM change GROUP BY draft_id, path"
        )
        connection.execute("UPDATE draft SET last_change = (SELECT max(id) FROM change) WHERE id = ?", (draft,))
    return draft


READINGS = {
    "historik": lambda store, draft, last: store.log.history(draft, "syfte"),
    "äldre historik": lambda store, draft, last: store.log.history(draft, "syfte", before=40),
    "en version": lambda store, draft, last: store.log.change_at(draft, "syfte", 3),
    "det som stod sist": lambda store, draft, last: store.log.last_written(draft, "syfte"),
    "ångra": lambda store, draft, last: store.log.own_edits(draft, ANNA),
    "ångra av den som inget skrivit": lambda store, draft, last: store.log.own_edits(draft, CLARA),
    "ikapp från början": lambda store, draft, last: store.log.paths_since(draft, 5),
    "ikapp nyss": lambda store, draft, last: store.log.paths_since(draft, last - 3),
    "som det var först": lambda store, draft, last: store.log.values_at(draft, 5),
    "som det var i mitten": lambda store, draft, last: store.log.values_at(draft, last // 2),
    "versionerna i mitten": lambda store, draft, last: store.log.versions_at(draft, last // 2),
    "dagen före": lambda store, draft, last: store.log.change_before(draft, "2026-01-01T00:05:00.000Z"),
}


@pytest.fixture(scope="module")
def logs(tmp_path_factory):
    """The same draft with few and with ten times as many changes."""
    from finsam_forms.store import Store

    stores = {}
    for count in (1_000, 10_000):
        store = Store(tmp_path_factory.mktemp("logg"))
        stores[count] = (store, written(store, store.drafts.create(MALL, {"namn": "Ett"}, ANNA), count))
    yield stores
    for store, _ in stores.values():
        store.close()


@pytest.mark.parametrize("reading", READINGS)
def test_en_lang_logg_kostar_inte_mer_an_en_kort(logs, reading):
    cost = {}
    for count, (store, draft) in logs.items():
        last = store.drafts.about(draft).last_change
        with counted(store) as steps:
            READINGS[reading](store, draft, last)
        cost[count] = len(steps) + 5
    assert cost[10_000] <= 2 * cost[1_000]


def test_historiken_bladdras_och_allt_finns_pa_nagon_sida(logs):
    store, draft = logs[1_000]
    seen, before = [], None
    while page := store.log.history(draft, "syfte", before=before):
        assert len(page) <= PAGE
        seen += [change.version for change in page]
        before = seen[-1]
    assert seen == list(range(510, 0, -1))


def test_valdigt_langa_texter_ger_kortare_sidor(store, draft):
    for number in range(6):
        store.changes.save(draft, Edit("syfte", f"{number}" * PAGE_CHARACTERS, number, f"op{number}"), ANNA)
    assert [change.version for change in store.log.history(draft, "syfte")] == [6, 5]


def test_en_version_som_inte_finns(store, draft):
    with pytest.raises(NotFound):
        store.log.change_at(draft, "namn", 2)


def test_det_som_stod_sist_fast_det_ar_tomt_nu(store, draft):
    store.changes.save(draft, Edit("namn", "", 1, "op1"), ANNA)
    assert store.log.last_written(draft, "namn") == "Ett"
    assert store.log.last_written(draft, "syfte") == ""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 1), st.sampled_from("xyz"), st.sampled_from(["", "a", "b"])), max_size=25),
    st.integers(0, 30),
)
def test_som_det_var_ar_loggen_spelad_fram_till_dess(store, edits, steps):
    """Two drafts written in turns: each is as if its changes up to then had been played one by one."""
    drafts = [store.drafts.create(MALL, {"namn": "Ett"}, who) for who in (ANNA, BO)]
    for number, (which, path, text) in enumerate(edits):
        version = store.drafts.load(drafts[which]).versions.get(path, 0)
        store.changes.save(drafts[which], Edit(path, text, version, f"op{number}"), ANNA)
    for draft in drafts:
        changes = changes_of(store, draft, 0)
        moment = changes[0].id + steps
        before = [change for change in changes if change.id <= moment]
        values = {change.path: change.value for change in before}
        assert store.log.values_at(draft, moment) == {path: value for path, value in values.items() if value}
        assert store.log.versions_at(draft, moment) == {change.path: change.version for change in before}
        after = {change.path for change in changes if change.id > moment}
        assert store.log.paths_since(draft, moment) == after


def test_en_klocka_som_stallts_tillbaka_andrar_inte_vad_som_var_sist(store):
    clock = ["2026-01-01T12:00:00.000Z"]
    store.database.now = lambda: clock[0]
    draft = store.drafts.create(MALL, {}, ANNA)
    for number, day in enumerate((2, 4, 3, 5)):
        clock[0] = f"2026-01-0{day}T12:00:00.000Z"
        store.changes.save(draft, Edit("x", str(number), number, f"op{number}"), ANNA)
    ids = [change.id for change in changes_of(store, draft, 0)]
    assert store.log.change_before(draft, "2026-01-06") == ids[-1]
    assert store.log.change_before(draft, "2026-01-03") == ids[0]
    assert store.log.change_before(draft, "2026-01-01") == 0
