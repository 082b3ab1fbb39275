"""Two hundred people in one draft against forty: everybody is seen by everybody, and it costs by how many they are, not by their square."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager

from tests.benchmarks.servers import HERE, ROOT, Browser, our_server
from tests.benchmarks.test_strommar import PATH

SECONDS, PER_SECOND = 8, 20


@contextmanager
def crowd(port, people):
    """So many people with the draft open. Gives what they heard, once they have gone."""
    found = {}
    process = subprocess.Popen(
        [sys.executable, str(HERE / "crowd.py"), str(port), str(people)],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout.readline().strip() == "alla är här"
        yield found
        found |= json.loads(process.communicate(timeout=30)[0])
    finally:
        process.kill()
        process.wait()


def saves(browser):
    times = []
    for number in range(SECONDS * PER_SECOND):
        began = time.perf_counter()
        browser.save(PATH, str(100_000 + number))
        times.append(time.perf_counter() - began)
        time.sleep(max(0, 1 / PER_SECOND - times[-1]))
    return times


def test_tvahundra_ar_har_mot_fyrtio(tmp_path, figures):
    times, memory, heard = {}, {}, {}
    for people in (40, 200):
        with our_server(tmp_path / str(people), example=True) as server:
            browser = Browser(server.port, named=True)
            saves(browser)
            with crowd(server.port, people) as found:
                times[people] = saves(browser)
                memory[people] = server.memory
                assert len(json.loads(browser.get("/utkast/1/har")[1])["here"]["all"]) == people
            heard[people] = found["heard"] / people
    figures.ratio("spara när 200 är här mot 40, p50", times[200], times[40], 1.5)
    figures.ratio("spara när 200 är här mot 40, p95", times[200], times[40], 2, percent=95)
    note = f"{memory[200]:.0f} mot {memory[40]:.0f} MB"
    figures.value("minne när 200 är här mot 40", round(memory[200] / memory[40], 3), 1.5, note=note)
    note = f"{heard[200] / 1000:.0f} mot {heard[40] / 1000:.0f} kB på {SECONDS} s"
    figures.value("vad var och en hör när 200 är här mot 40", round(heard[200] / heard[40], 2), 2, note=note)
