"""The door to the network, with real connections: strangers are few, short and slow; guests and the host are not held up."""

import errno
import os
import socket
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from werkzeug.utils import send_file

from finsam_forms import listening, serving
from finsam_forms.limits import ONE_SELECT, share
from finsam_forms.listening import GUESTS_BODY, HOST_BODY, STRANGERS_BODY
from finsam_forms.web.security import LARGEST_FILE

HERE = "127.0.0.2"
LIMITS = share(256)
CODE = b"Cookie: kod=ratt\r\n"


class App:
    """Answers with how much was sent; `/langsam` and `/handelser` answer when `go` is set."""

    def __init__(self):
        self.go, self.inside, self.answer = threading.Event(), [], b""

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        self.inside.append(path)
        if path != "/":
            self.go.wait(20)
        size = len(environ["wsgi.input"].read())
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [self.answer or str(size).encode()]


class Visit:
    """A connection from an address of one's own."""

    def __init__(self, port, address):
        self.sock = socket.create_connection((HERE, port), timeout=10, source_address=(address, 0))

    def say(self, head, body=b""):
        self.sock.sendall(head + b"\r\n" + body)
        return self

    def get(self, path="/", extra=b""):
        return self.say(b"GET %s HTTP/1.1\r\nHost: x\r\n%s" % (path.encode(), extra))

    def answer(self):
        """The status of the answer; None when the connection is ended without one."""
        try:
            first = self.sock.recv(65536)
        except ConnectionError:
            return None
        return int(first.split()[1]) if first else None

    def all(self):
        """Everything until the connection is ended."""
        got = b""
        try:
            while more := self.sock.recv(65536):
                got += more
        except ConnectionError:
            pass
        return got

    def is_open(self):
        self.sock.settimeout(0.01)
        try:
            return self.sock.recv(1) != b""
        except TimeoutError:
            return True
        except ConnectionError:
            return False
        finally:
            self.sock.settimeout(10)


@pytest.fixture
def app():
    app = App()
    yield app
    app.go.set()


@pytest.fixture
def door(app):
    """A door that is open: gives `door.visit()`, which connects."""
    yield from opened(app, known=lambda cookie: cookie == "kod=ratt")


@pytest.fixture
def own_door(app):
    """The host's."""
    yield from opened(app, known=None)


def opened(app, known):
    sock = serving.bind(HERE, 0)
    server = serving.NetworkServer(app, [sock], "motet", known=known, limits=LIMITS)
    server.port = sock.getsockname()[1]
    with ExitStack() as visits:

        def visit(address="127.0.0.3"):
            found = Visit(server.port, address)
            visits.callback(found.sock.close)
            return found

        server.visit = visit
        yield server
        app.go.set()
        server.close()


def still_open(visits):
    return [one for one in visits if one.is_open()]


def until(true, seconds=10):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_en_adress_har_bara_nagra_anslutningar_och_den_nya_kommer_alltid_in(door):
    idle = [door.visit() for _ in range(3 * LIMITS.per_address)]
    until(lambda: len(still_open(idle)) <= LIMITS.per_address)
    assert still_open(idle) == idle[-LIMITS.per_address :]
    assert door.visit().get().answer() == 200
    assert door.visit("127.0.0.4").get().answer() == 200


def test_ett_helt_rum_bakom_en_adress_kommer_in_pa_en_gang(door):
    """A router between the room and the computer makes all of them one address: what is asked for is answered."""
    room = [door.visit().get() for _ in range(2 * LIMITS.per_address)]
    assert [one.answer() for one in room] == [200] * len(room)


def test_framlingar_fran_manga_adresser_ar_inte_fler_an_sin_del(door):
    crowd = [door.visit(f"127.0.1.{number}") for number in range(1, 3 * LIMITS.strangers)]
    until(lambda: len(still_open(crowd)) <= LIMITS.strangers)
    assert door.visit().get().answer() == 200


def test_den_som_har_koden_trangs_inte_ut_av_framlingar(door):
    guests = []
    for _ in range(2 * LIMITS.per_address):
        guests.append(door.visit().get(extra=CODE))
        assert guests[-1].answer() == 200
        door.visit()
    for number in range(1, 2 * LIMITS.strangers):
        door.visit(f"127.0.1.{number}")
    assert len(still_open(guests)) == len(guests)
    assert guests[0].get(extra=CODE).answer() == 200


@pytest.mark.parametrize(
    "says",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\nabc",
    ],
    ids=["ingenting", "halva raden", "halva huvudet", "halva innehållet"],
)
def test_en_framling_som_droppar_far_inte_vara_kvar(door, monkeypatch, says):
    monkeypatch.setattr(listening, "STRANGERS_PATIENCE", 1)
    stranger = door.visit()
    began = time.monotonic()
    stranger.sock.sendall(says)
    while stranger.is_open():
        assert time.monotonic() - began < 15
        time.sleep(0.2)
        if says:
            try:
                stranger.sock.sendall(b"x")
            except ConnectionError:
                break


def test_en_framling_som_inte_hamtar_sitt_svar_far_inte_vara_kvar(door, app, monkeypatch):
    monkeypatch.setattr(listening, "STRANGERS_DOWNLOAD", 1)
    app.answer = b"x" * 15_000_000
    stranger = door.visit().get()
    until(lambda: app.inside)
    until(lambda: not list(door._doors[0].connections()), 20)
    assert len(stranger.all()) < len(app.answer)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_en_fil_som_hamtas_langsamt_ar_inte_oppen_sa_lange(door, app, tmp_path):
    file = tmp_path / "stor.bin"
    file.write_bytes(b"x" * 15_000_000)
    door._doors[0].application = lambda environ, start: send_file(file, environ)(environ, start)
    stranger = door.visit().get()
    stranger.sock.recv(1)
    until(lambda: str(file) not in {os.path.realpath(one) for one in Path("/proc/self/fd").iterdir()})
    assert stranger.is_open()


SIZED = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n"
CHUNKED = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"


@pytest.mark.parametrize("size", [STRANGERS_BODY + 1, GUESTS_BODY, 600_000_000, 10**18])
def test_en_framling_som_vill_sanda_mycket_avvisas_innan_det_tas_emot(door, app, size):
    assert door.visit().say(SIZED % size).answer() == 413
    assert app.inside == []


def test_en_framling_som_inte_sager_hur_mycket_avvisas_nar_det_blir_for_mycket(door, app):
    stranger = door.visit().say(CHUNKED)
    sent = 0
    try:
        while sent < 50 * STRANGERS_BODY:
            stranger.sock.sendall(b"1000\r\n" + b"x" * 4096 + b"\r\n")
            sent += 4096
    except OSError:
        pass
    assert sent < 50 * STRANGERS_BODY
    assert app.inside == []


@pytest.mark.parametrize("forged", [b"", b"Cookie: kod=fel\r\n", b"X-Cookie: kod=ratt\r\n", b"Cookie2: kod=ratt\r\n"])
def test_en_kaka_som_inte_ar_kodens_ger_ingen_ratt(door, forged):
    assert door.visit().say(SIZED % (STRANGERS_BODY + 1) + forged).answer() == 413


def test_den_som_har_koden_far_sanda_det_som_programmet_tar_emot(door, app):
    size = 2 * 1024 * 1024
    guest = door.visit().say(SIZED % size + CODE, b"x" * size)
    assert guest.answer() == 200
    assert door.visit().say(SIZED % (GUESTS_BODY + 1) + CODE).answer() == 413


def test_vardens_dorr_slapper_in_den_storsta_fil_som_far_lasas_in(own_door):
    """And somewhat more, so that it is the app that says what may be at most."""
    host = own_door.visit().say(SIZED % (LARGEST_FILE + 1), bytes(LARGEST_FILE + 1))
    assert host.answer() == 200
    assert own_door.visit().say(SIZED % (HOST_BODY + 1)).answer() == 413


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_framlingars_uppladdningar_blir_inga_filer(door):
    def files():
        found = []
        for one in Path("/proc/self/fd").iterdir():
            try:
                found.append(os.readlink(one))
            except OSError:
                continue
        return [one for one in found if "(deleted)" in one]

    before = len(files())
    for number in range(1, 2 * LIMITS.strangers):
        stranger = door.visit(f"127.0.1.{number}").say(SIZED % STRANGERS_BODY)
        stranger.sock.sendall(b"x" * (STRANGERS_BODY - 1))
    assert len(files()) == before


NO_REQUESTS = (
    b"hej\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
    b"get / HTTP/1.1\r\n\r\n",
    b"GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://[x]/ HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://[::1/ HTTP/1.0\r\n\r\n",
    b"POST http://]/ HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd",
    "GET http://a\u2100b/ HTTP/1.1\r\n\r\n".encode(),
    b"POST / HTTP/1.1\r\nContent-Length: %s\r\n\r\n" % (b"9" * 4_301),
    b"POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: %s\r\n\r\n" % (b"9" * 4_301),
    b"POST / HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: \xb2\r\n\r\n",
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
    b"GET / HTTP/1.1\r\n: x\r\n\r\n",
    b"GET / HTTP/1.1\r\n x\r\n\r\n",
)


@pytest.mark.parametrize("said", NO_REQUESTS, ids=lambda said: ascii(said)[2:60])
def test_det_som_inte_ar_en_begaran_far_en_svensk_mening(door, said, caplog):
    stranger = door.visit()
    stranger.sock.sendall(said)
    answer = stranger.all().decode()
    assert " 400 " in answer
    assert "Begäran gick inte att läsa" in answer
    assert "Bad Request\r\n\r\n" not in answer
    assert "generated" not in answer
    assert not caplog.records


def test_det_som_skickas_nar_datorn_inte_har_plats_far_en_svensk_mening(door, monkeypatch, caplog):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("waitress.buffers.TempfileBasedBuffer", full)
    guest = door.visit().say(SIZED % 2_000_000 + CODE, b"x" * 600_000)
    answer = guest.all().decode()
    assert " 507 " in answer
    assert "inte plats" in answer
    assert not caplog.records


def test_den_som_har_koden_gar_fore_och_framlingar_tar_inte_alla_tradar(door, app):
    for number in range(1, LIMITS.workers * 2):
        door.visit(f"127.0.1.{number}").get("/langsam")
    until(lambda: len(app.inside) == LIMITS.workers // 2)
    assert door.visit().get(extra=CODE).answer() == 200
    assert app.inside.count("/langsam") == LIMITS.workers // 2


def test_strommar_tar_inte_tradarna_fran_det_som_sparas(door, app):
    most = LIMITS.streams + LIMITS.readers
    ears = [door.visit().get("/utkast/1/handelser", CODE) for _ in range(most)]
    until(lambda: len(app.inside) >= most)
    assert door.visit().get(extra=CODE).answer() == 200
    assert len(still_open(ears)) == most


def test_nar_datorn_inte_har_fler_filer_vilar_dorren_och_fortsatter_sedan(door, monkeypatch):
    tries, real = [], listening.Door.handle_accept

    class Empty:
        def __init__(self, sock):
            self.sock = sock

        def accept(self):
            tries.append(1)
            raise OSError(errno.EMFILE, "Too many open files")

        def __getattr__(self, name):
            return getattr(self.sock, name)

    def handle_accept(self):
        real_socket, self.socket = self.socket, Empty(self.socket)
        try:
            real(self)
        finally:
            self.socket = real_socket

    monkeypatch.setattr(listening.Door, "handle_accept", handle_accept)
    waiting = door.visit().get()
    time.sleep(5 * listening.BREATH)
    assert 0 < len(tries) <= 8
    monkeypatch.setattr(listening.Door, "handle_accept", real)
    assert waiting.answer() == 200


def test_nar_motet_byter_kod_laggs_alla_pa_och_dorren_star_kvar(door, app):
    guests = [door.visit().get("/utkast/1/handelser", CODE), door.visit().get(extra=CODE)]
    assert guests[1].answer() == 200
    until(lambda: "/utkast/1/handelser" in app.inside)
    door.hang_up()
    until(lambda: not still_open(guests))
    assert door.visit().get(extra=CODE).answer() == 200


def test_nar_dorren_stangs_laggs_alla_pa_och_ingen_lyssnar(door, app):
    guests = [door.visit().get("/utkast/1/handelser", CODE), door.visit()]
    until(lambda: "/utkast/1/handelser" in app.inside)
    door.close()
    assert not still_open(guests)
    with pytest.raises(ConnectionRefusedError):
        door.visit()


def test_en_stangd_dorr_lamnar_inga_tradar_efter_sig(door, app):
    app.go.set()
    door.close()
    until(lambda: not door._turns.threads)


@pytest.mark.parametrize("files", [256, 512, 1024, 4096, 65_536])
def test_delarna_ryms_inom_det_som_datorn_tillater(files):
    limits = share(files)
    assert limits.files <= files * 9 // 10
    assert 40 < limits.strangers < limits.network
    assert limits.readers < limits.strangers
    assert limits.streams <= limits.network // 2
    assert limits.threads > limits.streams + limits.readers + limits.workers
    assert limits.network >= 40 * 2


def test_i_windows_vantar_ingen_dorr_pa_fler_anslutningar_an_den_kan():
    limits = share(2048, one_select=ONE_SELECT)
    assert max(limits.host, limits.network) + 2 < 512
