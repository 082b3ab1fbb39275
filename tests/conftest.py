"""Which tests run when: all but the long ones and the benchmarks, unless asked for."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.others import UNTRIED

HERE = Path(__file__).parent

# Every test reads dates and times as the users do, whatever the machine's own clock says.
os.environ["TZ"] = "Europe/Stockholm"
if hasattr(time, "tzset"):
    time.tzset()

# How long one example takes depends on what else the machine does: speed is for the benchmarks.
settings.register_profile("finsam", deadline=None)
settings.load_profile("finsam")


MEMORY = Path("/dev/shm")
"""A disk in memory: Linux has one."""
ROOM = 2**31
"""Bytes that must be free there."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """What the tests write lies in memory where there is room, and waits for no disk. What is measured is measured on a disk."""
    roomy = not config.getoption("--bench") and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    if roomy and not config.option.basetemp:
        config.option.basetemp = own = MEMORY / f"finsam-forms-{os.getpid()}"
        config.add_cleanup(lambda: shutil.rmtree(own, ignore_errors=True))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="run the long tests too")
    parser.addoption("--bench", action="store_true", help="run the benchmarks")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        folder = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
        if folder == "benchmarks":
            item.add_marker("bench")
        if folder == "browser":
            item.add_marker("browser")
    wanted = {
        "long": config.getoption("--all"),
        "bench": config.getoption("--bench"),
    }
    unwanted = [item for item in items if any(mark in item.keywords and not on for mark, on in wanted.items())]
    if unwanted:
        config.hook.pytest_deselected(items=unwanted)
        items[:] = [item for item in items if item not in set(unwanted)]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """All of tests/browser on one worker: two Chromiums on two cores make each other's waits too short.

    A file's tests share what it makes once, so they go together too; but not the long ones, or the last file would be waited for.
    """
    from xdist.scheduler import LoadScopeScheduling

    class OneBrowser(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            if nodeid.startswith("tests/browser/"):
                return "tests/browser"
            return nodeid if config.getoption("--all") else nodeid.partition("::")[0]

    return OneBrowser(config, log)


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page waits for its remarks: how long a busy machine takes is nothing a test should depend on."""
    monkeypatch.setattr("finsam_forms.live.review.PATIENCE", 60.0)


def untried(reporter: Any) -> list[str]:
    """What no program here has looked at, in words."""
    reasons = (report.longrepr[2] for report in reporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple))
    return sorted({reason.partition(UNTRIED)[2] for reason in reasons if UNTRIED in reason})


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: Any) -> Iterator[None]:
    """After all else that is told, before the counts."""
    yield
    found = untried(terminalreporter)
    if found:
        terminalreporter.write_line(f"{UNTRIED}{'; '.join(found)}", yellow=True, bold=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything is installed, nothing that is to be tried may be passed by."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and untried(reporter) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
