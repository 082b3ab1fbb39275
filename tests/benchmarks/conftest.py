"""The benchmarks share one table of figures, printed when all of them have run. A slow machine never makes one fail."""

from collections.abc import Iterator

import pytest

from tests.benchmarks.measure import Figures
from tests.benchmarks.servers import Server, bare_server, our_server

FIGURES = pytest.StashKey[Figures]()


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest) -> Figures:
    return request.config.stash.setdefault(FIGURES, Figures())


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real program with the worked example as draft 1."""
    with our_server(tmp_path_factory.mktemp("ours"), example=True) as server:
        yield server


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Flask, SQLite (FULL) and one route, served as the program is."""
    with bare_server("app", tmp_path_factory.mktemp("bare")) as server:
        yield server


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash.get(FIGURES, None)
    if found:
        terminalreporter.section("benchmarks")
        terminalreporter.write_line(found.table())
