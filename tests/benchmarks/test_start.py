"""From the command to the first page, and what the program holds then."""

from contextlib import ExitStack

from tests.benchmarks.measure import interleaved
from tests.benchmarks.servers import Browser, bare_server, our_server


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
    figures.ratio("start till första sidan", *times, 1.3)
    figures.value("minne efter första sidan", round(sorted(memories)[len(memories) // 2], 1), 60, "MB")
