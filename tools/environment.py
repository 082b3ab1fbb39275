"""The program's own virtual environment: made at the first start, checked at every later one.

Only the standard library is used here, and a start that finds everything in place touches neither pip nor network.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools.damage import damaged_files, installed_packages
from tools.lock import alone
from tools.trouble import Trouble, no_venv, not_writable, pip_failed

ROOT = Path(__file__).resolve().parent.parent


def say(sentence: str) -> None:
    """A message to the person; stdout is kept for results."""
    print(sentence, file=sys.stderr, flush=True)


class Environment:
    """`.venv` beside `start.py`. `name` is everywhere the requirements file: `app`, or `test` which holds more."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self._stamp = self.folder / "finsam-start.json"

    def make_ready(self, name: str) -> None:
        """Install what is missing, anew if the environment is damaged or of another Python. Raises Trouble."""
        if self.is_ready(name):
            return
        try:
            with alone(self.root / ".venv.lock", lambda: say("Programmet förbereds i ett annat fönster, väntar …")):
                if not self.is_ready(name):  # nobody else did it meanwhile
                    if not self._is_sound():
                        self._make()
                    self._install(name)
        except OSError as fault:
            raise not_writable(self.root, fault) from None

    def is_ready(self, name: str) -> bool:
        """Everything of `name` is installed for this Python, and nothing of it has gone since."""
        return self._installed().get(name) == self._digest(name) and self._is_sound()

    def _is_sound(self) -> bool:
        stamp = self._installed()
        return (
            stamp.get("python") == _this_python()
            and self.python.exists()
            and next(damaged_files(self.folder, stamp.get("packages", ())), None) is None
        )

    def _installed(self) -> dict[str, Any]:
        """What the stamp says was installed to the end; empty when nothing was."""
        try:
            stamp = json.loads(self._stamp.read_bytes())
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _digest(self, name: str) -> str:
        return hashlib.sha256(self._pins(name).read_bytes()).hexdigest()

    def _pins(self, name: str) -> Path:
        pins = self.root / "requirements" / f"{name}.txt"
        if not pins.is_file():
            raise Trouble(f"Filen {pins} saknas: hämta hela programmet på nytt och starta igen.")
        return pins

    def _make(self) -> None:
        try:
            import ensurepip  # noqa: F401
            import venv
        except ImportError:
            raise no_venv() from None
        if self.folder.exists():
            say("Miljön i .venv är skadad eller gjord för en annan Python, den görs om.")
            self._remove()
        try:
            venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(self.folder)
        except subprocess.CalledProcessError:
            raise no_venv() from None

    def _remove(self) -> None:
        try:
            if self.folder.is_dir() and not self.folder.is_symlink():
                shutil.rmtree(self.folder)
            else:
                self.folder.unlink()
        except OSError:
            raise Trouble(
                f"Miljön i {self.folder} är skadad och går inte att ta bort: stäng programmet om det är igång,"
                " ta bort mappen .venv och starta igen."
            ) from None

    def _install(self, name: str) -> None:
        say("Hämtar det som programmet behöver, bara den här gången. Det tar någon minut …")
        done = self._installed()
        self._stamp.unlink(missing_ok=True)  # an installation that is cut off leaves no stamp, and is done anew
        pip = subprocess.run(
            [
                *(self.python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"),
                *("--require-hashes", "--only-binary", ":all:", "--retries", "2", "-r", self._pins(name)),
            ],
            env=os.environ | {"PIP_USER": "0", "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )
        if pip.returncode:
            raise pip_failed(pip.stdout + pip.stderr)
        # test.txt holds every pin of app.txt (a test says so): who can test can also serve
        done |= {part: self._digest(part) for part in ("app", name)}
        done |= {"python": _this_python(), "packages": installed_packages(self.folder)}
        self._stamp.write_text(json.dumps(done), "utf-8")


def _this_python() -> str:
    return "{}.{} {}".format(*sys.version_info[:2], sys.platform)
