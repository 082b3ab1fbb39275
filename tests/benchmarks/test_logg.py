"""A draft with twenty thousand changes against one with two thousand: what is asked of its log costs what is asked for."""

from finsam_forms.app import create_app
from finsam_forms.store import Person
from tests.benchmarks.measure import interleaved
from tests.builder import worked_example
from tests.client import client_of

MANY, FEW = 20_000, 2_000


def written(folder, count):
    """The app on a folder with the worked example as draft 1, written in so many times by two people."""
    app = create_app(folder, WTF_CSRF_ENABLED=False)
    store = app.extensions["finsam_forms"].store
    example = worked_example()
    store.drafts.create(example.mall, example.values, Person("Anna Andersson", "Försäkringskassan"))
    paths = ["syfte", "bakgrund", *sorted(path for path in example.values if "/belopp/" in path)[:10]]
    with store.database.writing() as connection:
        connection.executemany(
            "INSERT INTO change (draft_id, path, value, version, name, organisation, op, at) VALUES (1, ?, ?, ?, ?, ?, ?, "
            "strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || ? || ' minutes'))",
            [
                (paths[n % len(paths)], str(1000 + n), 2 + n // len(paths), f"Person {n % 2}", "Kommunen", f"op{n}", n)
                for n in range(count)
            ],
        )
        connection.execute(
            "INSERT OR REPLACE INTO value SELECT draft_id, path, value, max(version) FROM change GROUP BY path"
        )
        connection.execute("UPDATE draft SET last_change = (SELECT max(id) FROM change)")
    return app


def test_tjugotusen_andringar_mot_tvatusen(tmp_path, figures):
    apps = [written(tmp_path / str(count), count) for count in (MANY, FEW)]
    clients = [client_of(app, "Anna Andersson", "Försäkringskassan") for app in apps]

    numbers = iter(range(10**6))

    def asking(address):
        def ask(client):
            answer = client.get(address)
            assert answer.status_code == 200, answer.status_code

        return [lambda client=client: ask(client) for client in clients]

    def undoing(client):
        number = next(numbers)
        base = client.application.extensions["finsam_forms"].desk.sheet(1).version("malgrupp")
        assert client.save("malgrupp", f"Text {number}", base=base).status_code == 200
        assert client.say("/utkast/1/angra").status_code == 200

    what = {
        "historik": asking("/utkast/1/historik?falt=syfte"),
        "«Vad har ändrats»": asking("/utkast/1/andrat?sedan=2026-01-02"),
        "ikapp": asking("/utkast/1/handelser.json?after=1000"),
        "ångra": [lambda client=client: undoing(client) for client in clients],
    }
    for name, works in what.items():
        many, few = interleaved(15, *works)
        figures.ratio(f"{name} med 20 000 ändringar mot 2 000", many, few, 1.5)
    for app in apps:
        app.extensions["finsam_forms"].feed.stop()
        app.extensions["finsam_forms"].store.close()
