"""The real app on a real SQLite file."""

import pytest

from finsam_forms.app import create_app
from tests.client import client_of


@pytest.fixture(autouse=True)
def list_in_no_hurry(monkeypatch):
    """The list looks its drafts through however slow the machine is."""
    monkeypatch.setattr("finsam_forms.web.oversikt.PATIENCE", 60.0)


@pytest.fixture
def app(tmp_path):
    app = create_app(tmp_path / "data", TESTING=False, WTF_CSRF_ENABLED=False)
    yield app
    app.extensions["finsam_forms"].feed.stop()
    app.extensions["finsam_forms"].store.close()


@pytest.fixture
def client(app):
    return client_of(app)


@pytest.fixture
def ansokan(client):
    """A client with an empty ansökan as draft 1."""
    client.post("/utkast", data={"mall": "ansokan"})
    return client


@pytest.fixture
def exempel(client):
    """A client with the worked example as draft 1."""
    client.post("/exempel")
    return client


@pytest.fixture
def sheet(app):
    return lambda draft=1: app.extensions["finsam_forms"].desk.sheet(draft)
