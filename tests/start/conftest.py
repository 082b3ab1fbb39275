"""A small checkout of its own: the real start.py and tools, one tiny package to install, a program that answers."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import os, sys, liten
print(liten.HEJ, sys.argv[1:], os.getcwd())
sys.exit(int(os.environ.get("SLUTKOD", "0")))
"""


class Checkout:
    """A folder with start.py in it, and the means to start it as a person would."""

    def __init__(self, root: Path, packages: Path) -> None:
        self.root = root
        self.packages = packages

    def start(
        self, *words: str, env: Mapping[str, str] | None = None, **how: object
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys._base_executable, str(self.root / "start.py"), *words],
            env=self.surroundings() | dict(env or {}),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            **how,
        )

    def surroundings(self) -> dict[str, str]:
        """Packages come from a folder; nothing of this machine's own pip settings."""
        own = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON"))}
        return own | {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.packages)}

    @property
    def site_packages(self) -> Path:
        return next((self.root / ".venv").glob("[lL]ib/**/site-packages"))


def make_checkout(root: Path) -> Checkout:
    root.mkdir()
    packages = root.parent / "paket"
    packages.mkdir(exist_ok=True)
    wheel = tiny_wheel(packages)
    shutil.copytree(ROOT / "tools", root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "start.py", root)
    (root / "finsam_forms").mkdir()
    (root / "finsam_forms" / "__main__.py").write_text(PROGRAM)
    (root / "requirements").mkdir()
    pin = f"liten==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    for name in ("app", "test"):
        (root / "requirements" / f"{name}.txt").write_text(pin)
    return Checkout(root, packages)


def tiny_wheel(folder: Path) -> Path:
    """A package with nothing but a greeting, built by hand."""
    wheel = folder / "liten-1.0-py3-none-any.whl"
    info = "liten-1.0.dist-info"
    files = {
        "liten/__init__.py": "HEJ = 'hej'\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: liten\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{name},,{len(text)}\n" for name, text in files.items()] + [f"{info}/RECORD,,\n"]
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(f"{info}/RECORD", "".join(record))
    return wheel


@pytest.fixture
def fresh(tmp_path: Path) -> Checkout:
    """A checkout that has never been started."""
    return make_checkout(tmp_path / "program å")


@pytest.fixture(scope="session")
def _started(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    root = tmp_path_factory.mktemp("startad") / "program"
    checkout = make_checkout(root)
    first = checkout.start()
    assert first.returncode == 0, first.stderr
    return checkout


@pytest.fixture
def started(_started: Checkout, tmp_path: Path) -> Checkout:
    """A checkout that has been started once (a copy: do with it what you like)."""
    root = tmp_path / "program"
    shutil.copytree(_started.root, root, symlinks=True)
    return Checkout(root, _started.packages)


@pytest.fixture
def one_sentence() -> Callable[[subprocess.CompletedProcess[str]], str]:
    """What a start that could not go on has said: its last line, with no trace of a Python error."""

    def last(result: subprocess.CompletedProcess[str]) -> str:
        assert result.returncode == 1, result
        assert result.stdout == ""
        assert "Traceback" not in result.stderr
        said = [line for line in result.stderr.splitlines() if not line.startswith(("Hämtar det", "Miljön i .venv är"))]
        assert len(said) == 1, result.stderr
        return said[0]

    return last
