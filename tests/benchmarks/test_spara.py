"""Saving a budget cell in process, beside what the same save costs with nothing around it."""

import json
import secrets
import sqlite3

import pytest
from jinja2 import Environment

from finsam_forms.app import create_app
from finsam_forms.store import Edit, Person
from finsam_forms.store.database import FILE
from finsam_forms.web import fragments
from tests.benchmarks.measure import interleaved
from tests.builder import worked_example

ANNA = Person("Anna Andersson", "Försäkringskassan")
ROUNDS = 400

LAST = iter(range(10**9))


@pytest.fixture
def app(tmp_path):
    app = create_app(tmp_path / "data")
    yield app
    app.extensions["finsam_forms"].feed.stop()
    app.extensions["finsam_forms"].store.close()


class Saver:
    """Saves the same cell of a draft again and again, a new amount each time."""

    def __init__(self, app, values):
        self.desk = app.extensions["finsam_forms"].desk
        self.draft_id = app.extensions["finsam_forms"].store.drafts.create(worked_example().mall, values, ANNA)
        self.path = next(path for path in values if path.startswith("budget/lon/") and "/belopp/" in path)
        self.version = 1

    def __call__(self):
        edit = Edit(self.path, str(100_000 + next(LAST)), self.version, secrets.token_hex(8))
        effect = self.desk.save(self.draft_id, edit, ANNA)
        self.version = effect.saved[0].version
        return fragments.message_of(effect, ANNA)


class Floor:
    """The same statements on the same schema, and the same fragment from sums that are already known."""

    def __init__(self, folder, source, message, draft_id):
        self.file = sqlite3.connect(folder / FILE, isolation_level=None)
        self.file.execute("PRAGMA journal_mode = wal")
        self.file.execute("PRAGMA synchronous = full")
        self.file.execute("PRAGMA foreign_keys = 1")
        source.backup(self.file)
        self.draft_id, self.path = draft_id, message["values"][0]["path"]
        inside = [piece.partition(">") for piece in message["html"].split("<hx-partial ")[1:]]
        self.sums = [(head.split('"')[1], html.removesuffix("</hx-partial>")) for head, _, html in inside]
        words = '{% for target, html in sums %}<hx-partial hx-target="{{ target }}">{{ html }}</hx-partial>{% endfor %}'
        self.template = Environment(autoescape=False).from_string(words)

    def __call__(self):
        draft, path, op, value = self.draft_id, self.path, secrets.token_hex(8), str(100_000 + next(LAST))
        run = self.file.execute
        run("BEGIN IMMEDIATE")
        run("SELECT state, title_path, binned FROM draft WHERE id = ?", (draft,)).fetchone()
        run("SELECT id FROM change WHERE draft_id = ? AND op = ? AND path = ?", (draft, op, path)).fetchone()
        row = run("SELECT value, version FROM value WHERE draft_id = ? AND path = ?", (draft, path)).fetchone()
        change = run(
            "INSERT INTO change (draft_id, path, value, version, name, organisation, op, at) VALUES (?,?,?,?,?,?,?,?)",
            (draft, path, value, row[1] + 1, ANNA.name, ANNA.organisation, op, "2026-11-22T10:00:00Z"),
        ).lastrowid
        run("UPDATE value SET value = ?, version = version + 1 WHERE draft_id = ? AND path = ?", (value, draft, path))
        run(
            "UPDATE draft SET changed = ?, changed_name = ?, changed_organisation = ?, last_change = ? WHERE id = ?",
            ("2026-11-22T10:00:00Z", ANNA.name, ANNA.organisation, change, draft),
        )
        run("COMMIT")
        return self.template.render(sums=self.sums)


def test_en_sparad_budgetcell(app, tmp_path, figures):
    with app.test_request_context():
        saver = Saver(app, worked_example().values)
        message = saver()
        (tmp_path / "floor").mkdir()
        store = app.extensions["finsam_forms"].store
        floor = Floor(tmp_path / "floor", store.database.connection(), message, saver.draft_id)
        assert floor() in message["html"]
        size = len(json.dumps(saver(), ensure_ascii=False, separators=(",", ":")).encode())
        ours, bare = interleaved(ROUNDS, saver, floor)
    figures.ratio("spara en budgetcell, i processen", ours, bare, 1.5)
    figures.value("svaret på en sparad cell", size, 1024, "byte")


def with_rows(count):
    """The worked example with this many wage lines of its own."""
    values = dict(worked_example().values)
    cells = [path for path in values if path.startswith("budget/lon/") and "/belopp/" in path]
    party = cells[0].rsplit("/", 1)[1]
    for number in range(count):
        line = f"budget/lon/r{number:05d}"
        values |= {f"{line}/_plats": f"i{number:05d}", f"{line}/benamning": f"Rad {number}"}
        values[f"{line}/belopp/{party}"] = str(1000 + number)
    return values


def test_en_stor_budget_kostar_inte_mer_an_en_liten(app, figures):
    with app.test_request_context():
        small, large = Saver(app, with_rows(20)), Saver(app, with_rows(500))
        twenty, many = interleaved(150, small, large)
    figures.ratio("en ändring i en budget med 500 rader mot 20", many, twenty, 2)
