"""The meeting as it ends, with the whole program: nobody hears any more, and nothing is listened for."""

import http.client
import os
import time

import pytest

from finsam_forms.app import create_app
from finsam_forms.live import meeting as meetings
from finsam_forms.web import guests
from tests.stress.visitor import Person, Program, guest, host

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the other addresses of the loopback are Linux's")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("mote") / "data", 1024)
    yield program
    program.stop()
    assert "Traceback" not in program.complaints


@pytest.fixture(scope="module")
def owner(program):
    return host(program)


def rest_of(person):
    """What the stream still says until it ends; it must end well before a quiet one looks around."""
    began = time.monotonic()
    try:
        said = person.stream.read()
    except (OSError, http.client.HTTPException):
        said = b""
    return said, time.monotonic() - began


def code_now(owner):
    found = owner.ask("GET", "/motet")[1].split("Koden är </span>")[1]
    return found.split("<")[0].strip()


def test_byts_koden_slutar_de_gamlas_strommar_och_fragor_och_den_nya_galler(program, owner):
    person = guest(program, 1)
    assert person.listen()
    assert owner.ask("POST", "/motet/oppna", x=1)[0] == 302
    path, version = program.places()[0]
    assert owner.save(path, "HEMLIGT EFTERÅT", version)[0] == 200
    said, took = rest_of(person)
    assert b"HEMLIGT" not in said
    assert took < 3
    person.connection = person.connect()
    assert person.hear()[0] == 403
    old, program.code = program.code, code_now(owner)
    assert old != program.code
    assert guest(program, 2).hear()[0] == 200


def test_stangs_motet_laggs_alla_pa_och_dorren_svarar_inte(program, owner):
    person = guest(program, 3)
    assert person.listen()
    assert owner.ask("POST", "/motet/stang", x=1)[0] == 302
    assert rest_of(person)[1] < 3
    with pytest.raises(ConnectionRefusedError):
        Person(program, address="127.0.2.4", to="127.0.0.2").ask("GET", "/motet/ga-med")
    assert owner.ask("GET", "/")[0] == 200
    assert owner.ask("POST", "/motet/oppna", x=1)[0] == 302
    program.code = code_now(owner)
    assert guest(program, 5).hear()[0] == 200


def test_tar_tiden_slut_stangs_dorren_av_sig_sjalv(tmp_path, monkeypatch):
    monkeypatch.setattr(meetings, "OPEN_FOR", 0.3)
    app = create_app(tmp_path, LAN_ADDRESSES=["127.0.0.2"])
    parts, closed = app.extensions["finsam_forms"], []

    class Server:
        def __init__(self, sockets):
            self.sockets = sockets

        def close(self):
            closed.extend(sock.close() for sock in self.sockets)

    parts.door.prepare(lambda sockets: Server(sockets), 0)
    try:
        assert guests.begin(app)
        assert app.config["TRUSTED_HOSTS"][-1] == "127.0.0.2"
        deadline = time.monotonic() + 10
        while not closed and time.monotonic() < deadline:
            time.sleep(0.02)
        assert closed
        assert parts.door.open_addresses == []
        assert parts.meeting.code is None
        assert parts.feed.looks > 1
        time.sleep(0.05)
        assert "127.0.0.2" not in app.config["TRUSTED_HOSTS"]
    finally:
        parts.feed.stop()
        parts.store.close()
