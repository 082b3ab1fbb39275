"""Many people and many strangers at the door of a computer that allows few open files: the host's own work goes on."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import pytest

from finsam_forms.limits import share
from tests.stress.visitor import DOOR, Crowd, Program, guest, host, versions

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of open files that can be set"),
]
PEOPLE, SAVES = 40, 10
IDLE = 2_000


@pytest.fixture
def program(tmp_path):
    started = []

    def program(files):
        started.append(Program(tmp_path / "data", files))
        return started[-1]

    yield program
    for one in started:
        one.stop()
        assert "Traceback" not in one.complaints


def timed_saves(person, number):
    """Milliseconds that each took, in order of size. Every one is saved."""
    took = []
    for path, version in islice(versions(person.program.places()[:20]), number):
        began = time.perf_counter()
        status, said = person.save(path, f"Nytt {len(took)}", version)
        took.append((time.perf_counter() - began) * 1000)
        assert status == 200, (status, said)
    return sorted(took)


def test_ett_arligt_mote_med_fyrtio_gar_med_tvahundrafemtiosex_filer(program):
    program = program(256)
    owner = host(program)
    places = program.places()[: PEOPLE + 1]
    assert len(places) == PEOPLE + 1

    def take_part(number):
        person = guest(program, number)
        streaming = person.listen()
        path, version = places[number]
        failed = []
        for turn in range(SAVES):
            status, said = person.save(path, f"Gäst {number} skriver {turn}", version + turn)
            if status != 200:
                failed.append((status, said))
            if not streaming:
                status, _ = person.hear()
                if status != 200:
                    failed.append((status, "fråga"))
        return person, streaming, failed

    with ThreadPoolExecutor(PEOPLE) as pool:
        met = list(pool.map(take_part, range(1, PEOPLE + 1)))
    assert [failed for _, _, failed in met if failed] == []
    assert 0 < sum(streaming for _, streaming, _ in met) <= share(256).streams
    assert owner.save(places[0][0], "Värden", places[0][1])[0] == 200


@pytest.mark.parametrize("files", [256, 1024])
@pytest.mark.parametrize("addresses", [1, 200])
@pytest.mark.parametrize("says", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n"], ids=["tysta", "halva"])
def test_varden_sparar_medan_framlingar_tar_alla_anslutningar(program, files, addresses, says):
    program = program(files)
    owner = host(program)
    with Crowd(program, files + 100, addresses, says) as crowd:
        timed_saves(owner, 40)
        crowd.thread.join()
        timed_saves(owner, 40)
        assert guest(program, 1).hear()[0] == 200
    assert program.process.poll() is None


def test_tvatusen_tysta_framlingar_gor_inte_varden_tre_ganger_langsammare(program):
    program = program(4096)
    owner = host(program)
    timed_saves(owner, 60)
    calm = timed_saves(owner, 100)
    with Crowd(program, IDLE, 200) as crowd:
        crowd.thread.join()
        crowded = timed_saves(owner, 100)
        assert len(crowd.sockets) == IDLE
    assert crowded[94] <= 3 * calm[94], (calm[94], crowded[94])


def test_hundratals_uppladdningar_utan_koden_blir_inga_megabyte(program, tmp_path):
    program = program(1024)
    owner = host(program)
    before = memory(program)
    body = b"x" * 60_000
    big = b"POST /motet/ga-med HTTP/1.1\r\nHost: %s\r\nContent-Length: 2000000\r\n\r\n" % DOOR.encode()
    slow = b"POST /motet/ga-med HTTP/1.1\r\nHost: %s\r\nContent-Length: 64000\r\n\r\n" % DOOR.encode()
    for says in (big + body, slow + body):
        with Crowd(program, 300, 100, says) as crowd:
            crowd.thread.join()
            assert temporary_files(program) == 0
            timed_saves(owner, 20)
    assert memory(program) - before < 60_000_000


def memory(program):
    import psutil

    return psutil.Process(program.process.pid).memory_info().rss


def temporary_files(program):
    """Files that are open and have no name any longer: what waitress keeps large bodies in."""
    folder = f"/proc/{program.process.pid}/fd"
    if not os.path.isdir(folder):
        pytest.skip("needs /proc")
    found = 0
    for one in os.listdir(folder):
        try:
            found += "(deleted)" in os.readlink(f"{folder}/{one}")
        except OSError:
            continue
    return found
