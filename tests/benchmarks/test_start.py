"""From the command to the first page, and what the program holds then."""

from contextlib import ExitStack

from tests.benchmarks.measure import interleaved
from tests.benchmarks.servers import Browser, bare_server, our_server
from tests.benchmarks.test_oversikt import overview


def test_start_till_forsta_sidan(tmp_path, figures):
    memories = []

    def first_page(server_of, stack):
        server = stack.enter_context(server_of)
        status, _ = Browser(server.port).get("/")
        assert status == 200
        memory = server.memory
        server.process.kill()  # how long a tidy end takes is another matter
        stack.close()
        return memory

    with ExitStack() as stack:

        def real():
            memories.append(first_page(our_server(tmp_path), stack))

        def floor():
            first_page(bare_server("start", tmp_path), stack)

        times = interleaved(6, real, floor, warm=1)
    figures.ratio("start till första sidan", *times, 1.5)
    figures.value("minne efter första sidan", round(sorted(memories)[len(memories) // 2], 1), 60, "MB")


def test_start_med_tiotusen_utkast(tmp_path, figures):
    """The first page does not wait for how much is stored."""
    for count in (10_000, 100):
        app, _ = overview(tmp_path / str(count), count)
        app.extensions["finsam_forms"].feed.stop()
        app.extensions["finsam_forms"].store.close()

    def first_page(count):
        with our_server(tmp_path / str(count)) as server:
            status, _ = Browser(server.port).get("/")
            assert status == 200
            server.process.kill()

    times = interleaved(6, lambda: first_page(10_000), lambda: first_page(100), warm=1)
    figures.ratio("start till första sidan med 10 000 utkast mot 100", *times, 1.5)
