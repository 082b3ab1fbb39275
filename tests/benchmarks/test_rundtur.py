"""The full round trip of an edit, over loopback, on the server that the program has."""

from tests.benchmarks.measure import interleaved
from tests.benchmarks.servers import Browser
from tests.builder import worked_example

PATH = next(path for path in worked_example().values if path.startswith("budget/lon/") and "/belopp/" in path)


def test_en_sparad_cell_fram_och_ater(ours, bare, figures):
    real, floor = Browser(ours.port, named=True), Browser(bare.port)
    numbers = iter(range(100_000, 10**9))
    work = (lambda: real.save(PATH, str(next(numbers))), lambda: floor.save(PATH, str(next(numbers))))
    times = interleaved(300, *work, warm=90)  # every one of the server's threads opens its file at its first edit
    figures.ratio("spara en budgetcell, fram och åter", *times, 1.5)
