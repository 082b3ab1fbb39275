"""The working copies: as many as there is room for, and never another answer because one was let go."""

import pytest

from finsam_forms.app import create_app
from finsam_forms.live import desk as desks
from finsam_forms.store import Edit, Person

ANNA = Person("Anna", "FK")


@pytest.fixture
def running(tmp_path):
    app = create_app(tmp_path)
    yield app.extensions["finsam_forms"]
    app.extensions["finsam_forms"].feed.stop()
    app.extensions["finsam_forms"].store.close()


def test_arbetskopiorna_har_en_grans_i_tecken(running, monkeypatch):
    monkeypatch.setattr(desks, "OPEN_CHARACTERS", 10_000)
    drafts = [running.store.drafts.create(running.malls["ansokan"], {}, ANNA) for _ in range(8)]
    for draft in drafts:
        for number in range(3):
            running.desk.save(draft, Edit("syfte", f"{number}" * 3000, number, f"op{draft}-{number}"), ANNA)
        kept = running.desk._sheets.values()
        assert sum(len(text) for sheet in kept for text in sheet.document.values.values()) <= 10_000
    assert all(running.desk.sheet(draft).document.text("syfte") == "2" * 3000 for draft in drafts)
    running.desk.save(drafts[0], Edit("bakgrund", "x" * 50_000, 0, "stor"), ANNA)
    assert list(running.desk._sheets) == [drafts[0]]
    running.desk.forget(drafts[0])
    assert running.desk._sizes == {}
