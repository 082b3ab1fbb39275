"""The wheel, installed in an environment of its own and used from another folder: pages, static files and a PDF."""

import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WINDOWS = os.name == "nt"

pytestmark = pytest.mark.long


class Installed:
    """`finsam-forms` as a person has it after `pip install`, in a home folder and a working folder of their own."""

    def __init__(self, environment: Path, home: Path) -> None:
        self.environment = environment
        self.program = environment / ("Scripts/finsam-forms.exe" if WINDOWS else "bin/finsam-forms")
        self.python = environment / ("Scripts/python.exe" if WINDOWS else "bin/python")
        self.home = home
        home.mkdir(exist_ok=True)

    @property
    def surroundings(self) -> dict[str, str]:
        places = dict.fromkeys(("HOME", "LOCALAPPDATA", "APPDATA", "USERPROFILE"), str(self.home))
        own = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "FINSAM", "XDG_"))}
        return own | places

    def run(self, *words: str | Path) -> str:
        return self._run([self.program, *words])

    def run_python(self, code: str) -> str:
        return self._run([self.python, "-c", code])

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.program, "--port", "0", "--no-browser"],
            cwd=self.home,
            env=self.surroundings,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def _run(self, command: Sequence[str | Path]) -> str:
        result = subprocess.run(
            command, cwd=self.home, env=self.surroundings, capture_output=True, encoding="utf-8", timeout=120
        )
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paket")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT],
        check=True,
    )
    return next(folder.glob("finsam_forms-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel alone in a new environment. What it depends on is borrowed from this one: nothing is fetched."""
    folder = tmp_path_factory.mktemp("installerad")
    environment = folder / "miljö"
    venv.create(environment, with_pip=False)
    installed = Installed(environment, folder / "hemma")
    site = Path(installed.run_python("import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", installed.python, "install", "-q", "--no-deps", "--no-index", wheel],
        check=True,
    )
    return installed


def test_det_ar_paketet_som_kors(installed):
    where = installed.run_python("import finsam_forms; print(finsam_forms.__file__)").strip()
    assert Path(where).is_relative_to(installed.environment)


def test_sidor_och_filer_fran_en_annan_mapp(installed):
    server = installed.start()
    try:
        address = server.stdout.readline().split()[-1]
        data = Path(server.stdout.readline().removeprefix("Allt sparas i ").rstrip())
        assert data.is_relative_to(installed.home)
        assert data.is_dir()
        with urllib.request.urlopen(address) as page:
            html = page.read().decode()
        assert page.status == 200
        files = re.findall(r'(?:src|href)="/(static/[^"?]+)', html)
        assert files
        for file in files:
            with urllib.request.urlopen(address + file) as answer:
                assert answer.read() == (ROOT / file).read_bytes()
    finally:
        server.terminate()
        server.wait(10)


def test_pdf_fran_en_annan_mapp(installed):
    draft = installed.run("exempel").strip()
    installed.run("export", draft, "--format", "pdf", "-o", "ansökan.pdf")
    assert (installed.home / "ansökan.pdf").read_bytes().startswith(b"%PDF-1.")
