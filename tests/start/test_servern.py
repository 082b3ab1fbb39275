"""The server: its port, what it says, and how it stops."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import psutil
import pytest

from finsam_forms import serving
from finsam_forms.store import Person, Store
from tests.builder import leaves_of, worked_example
from tests.start.conftest import ROOT

STREAMING = """
import sys, threading
from pathlib import Path
from flask import Flask
from finsam_forms import serving

app, stopping = Flask("provet"), threading.Event()

@app.get("/strom")
def stream():
    def words():
        yield "hej\\n"
        stopping.wait()
    return words()

sock = serving.bind("127.0.0.1", int(sys.argv[1]))
serving.serve(app, sock, data=Path("data"), open_browser=False, on_stop=stopping.set)
print("slut", flush=True)
"""


def listening(*command: str, env: dict[str, str] | None = None) -> tuple[subprocess.Popen[str], list[str]]:
    """A started server and the lines that it said."""
    server = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | (env or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert server.stdout
    return server, [server.stdout.readline().rstrip() for _ in range(3)]


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as busy:
        yield busy.getsockname()[1]


def test_en_upptagen_port_ger_nasta_lediga(taken_port):
    with serving.bind("127.0.0.1", taken_port) as sock:
        assert taken_port < sock.getsockname()[1] <= taken_port + serving.PORTS_TO_TRY


def test_samma_port_kan_anvandas_direkt_efter_ett_stopp():
    with serving.bind("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            first.accept()[0].close()
    with serving.bind("127.0.0.1", port) as again:
        assert again.getsockname()[1] == port


def test_ingen_ledig_port_sags_pa_svenska(monkeypatch, taken_port):
    monkeypatch.setattr(serving, "PORTS_TO_TRY", 1)
    with pytest.raises(serving.NoFreePort, match=f"^Ingen port från {taken_port} .* ledig"):
        serving.bind("127.0.0.1", taken_port)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_stopp_sker_genast_aven_med_oppna_strommar(name):
    server, said = listening("-c", STREAMING, "0")
    address = said[0].split()[-1]
    assert said == [f"Finsam-formulär är igång: {address}", "Allt sparas i data", "Stäng med Ctrl+C."]
    with urllib.request.urlopen(f"{address}strom") as stream:
        assert stream.readline() == b"hej\n"
        server.send_signal(getattr(signal, name))
        out, err = server.communicate(timeout=10)
    assert (server.returncode, out, err) == (0, "slut\n", "")


def test_webblasaren_oppnas_inte_utan_skarm(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(serving, "Timer", None)
    serving._open_browser("http://127.0.0.1:1/")


@pytest.mark.skipif(not (ROOT / "finsam_forms" / "app.py").exists(), reason="there is no app yet")
class TestProgrammet:
    def test_startsidan_finns_och_upptagen_port_sags(self, tmp_path: Path, taken_port: int):
        server, said = listening(
            "-m", "finsam_forms", "--port", str(taken_port), "--no-browser", "--data", str(tmp_path)
        )
        try:
            address = said[0].split()[-1]
            assert address != f"http://127.0.0.1:{taken_port}/"
            assert said[1] == f"Allt sparas i {tmp_path}"
            with urllib.request.urlopen(address) as page:
                assert page.status == 200
        finally:
            server.terminate()
            _, err = server.communicate(timeout=10)
        assert f"Port {taken_port} är upptagen" in err
        assert server.returncode == 0


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
def test_en_granskning_av_mycket_text_hindrar_inte_stoppet(tmp_path):
    long = [path for path, leaf in leaves_of(worked_example()) if leaf.type == "long_text"]
    with Store(tmp_path) as store:
        text = "t.ex. 42 000 kr per år se bilaga 9 " * 5_000
        store.drafts.create(
            worked_example().mall, worked_example().values | dict.fromkeys(long, text), Person("A", "B")
        )
    server, said = listening("-m", "finsam_forms", "--port", "0", "--no-browser", "--data", str(tmp_path))
    address = urllib.parse.urlsplit(said[0].split()[-1])
    with socket.create_connection((address.hostname, address.port)) as asking:
        asking.sendall(f"GET /utkast/1/granska HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
        time.sleep(0.5)
        server.terminate()
        server.communicate(timeout=20)
    assert server.returncode == 0


def test_en_server_som_ingen_anvander_vilar():
    """Its loop sleeps between two looks: a whole core kept busy is a fan that everybody in the room hears."""
    server, _ = listening("-c", STREAMING, "0")
    try:
        process = psutil.Process(server.pid)
        time.sleep(0.3)
        before = sum(process.cpu_times()[:2])
        time.sleep(2)
        assert sum(process.cpu_times()[:2]) - before < 0.5
    finally:
        server.kill()
        server.communicate()
