"""The overview with very many drafts."""

import threading

from finsam_forms.app import create_app
from finsam_forms.live.indexer import Indexer
from finsam_forms.store import Person
from tests.benchmarks.measure import interleaved
from tests.builder import worked_example


def overview(folder, count):
    """Asks for the overview of a folder with this many copies of the worked example."""
    app = create_app(folder)
    store = app.extensions["finsam_forms"].store
    example = worked_example()
    first = store.drafts.create(example.mall, example.values, Person("Anna", "FK"))
    with store.database.writing() as connection:
        columns = "mall_id, mall_title, mall_fingerprint, title_path, state, created, changed_name, changed_organisation, last_change"
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            f"INSERT INTO draft (title, changed, {columns}) "
            "SELECT title || ' ' || i, strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || i || ' minutes'), "
            f"{columns} FROM n, draft WHERE draft.id = ?",
            (count - 1, first),
        )
        connection.execute(
            "INSERT INTO value SELECT draft.id, path, value, version FROM draft, value "
            "WHERE draft_id = ? AND draft.id > ? AND path IN ('insatsens_namn', 'syfte', 'budget/enhet')",
            (first, first),
        )
    store.drafts.create(example.mall, {"insatsens_namn": "Näckrosen"}, Person("Anna", "FK"))
    client = app.test_client()

    def ask(search=""):
        answer = client.get("/", query_string={"sok": search} if search else {})
        assert answer.status_code == 200 and len(answer.data) > (5_000 if search else 10_000)

    return app, ask


def test_tiotusen_utkast(tmp_path, figures):
    made = [overview(tmp_path / str(count), count) for count in (10_000, 100)]
    many, few = interleaved(30, *(ask for _, ask in made))
    figures.ratio("översikten med 10 000 utkast mot 100", many, few, 2)
    for app, _ in made:
        Indexer(app.extensions["finsam_forms"].store, threading.Event()).round()
    rare = interleaved(30, *(lambda ask=ask: ask("näckros") for _, ask in made))
    figures.ratio("söka det som står i ett av 10 000 utkast mot 100", *rare, 3)
    common = interleaved(10, *(lambda ask=ask: ask("arbete") for _, ask in made))
    figures.ratio("söka det som står i alla 10 000 utkast mot 100", *common, 15)
    for app, _ in made:
        app.extensions["finsam_forms"].feed.stop()
        app.extensions["finsam_forms"].store.close()
