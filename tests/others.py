"""Other programs that look at what ours makes, or use it as people do. What one that is missing would have seen is told on the last lines of
the run; in CI, where all of them are installed, it is a failure (conftest.py)."""

from __future__ import annotations

import functools
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

UNTRIED = "Prövades inte: "
"""So begins why a test is skipped that another program is missing for."""
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one that Debian's python3-uno is for."""


def untried(what: str, why: str) -> NoReturn:
    """`what`: that nobody sees now."""
    pytest.skip(f"{UNTRIED}{what} ({why})")


def needs(what: str, *programs: str) -> pytest.MarkDecorator:
    """A test that asks programs by these names."""
    gone = [one for one in programs if shutil.which(one) is None]
    return pytest.mark.skipif(bool(gone), reason=f"{UNTRIED}{what} ({', '.join(gone)} finns inte)")


def without(what: str, present: object, why: str) -> pytest.MarkDecorator:
    """A test that asks for what is found in another way than by a name."""
    return pytest.mark.skipif(not present, reason=f"{UNTRIED}{what} ({why})")


@functools.cache
def has_uno() -> bool:
    """Can LibreOffice be driven as a person drives it?"""
    if shutil.which("soffice") is None or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


NO_UNO = "LibreOffice med python3-uno finns inte"
