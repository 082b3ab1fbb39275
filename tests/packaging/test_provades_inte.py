"""What no program here could look at is told on the last lines of a run, and in CI, which installs them all, it is a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.export.pdf.vera import JAXB

ROOT = Path(__file__).parents[2]
INSTALLED = {
    *("chromium", "firefox-esr", "poppler-utils", "qpdf", "nodejs", "npm", "libreoffice-writer-nogui"),
    *("libreoffice-calc-nogui", "python3-uno", "default-jre-headless", "libjaxb-java"),
}
"""Debian's packages of what the tests ask."""


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_ett_program_som_saknas_sags_sist(ci, code, tmp_path):
    run = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", "tests/editor", "-q", "-p", "no:cacheprovider"],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path), "CI": ci, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )
    *_, told, last = run.stdout.splitlines()
    assert told == "Prövades inte: Redigeraren (node finns inte)", run.stdout
    assert "skipped" in last and run.returncode == code


def test_ci_installerar_allt_som_proven_fragar_och_las_mig_namner_det():
    script, readme = ((ROOT / name).read_text("utf-8") for name in (".ci/run", "README.md"))
    assert {name for name in INSTALLED if name not in script} == set()
    assert str(JAXB) in script
    assert {name for name in INSTALLED - {"poppler-utils", "npm"} if name not in readme} == set()
    assert "poppler-utils" in readme and "`npm`" in readme
