"""The house's own rules for code, as far as tools can see them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "tool",
    [
        pytest.param(["ruff", "check", "--no-cache", "."], id="ruff check"),
        pytest.param(["ruff", "format", "--no-cache", "--check", "."], id="ruff format"),
        pytest.param(["mypy"], id="mypy", marks=pytest.mark.long),
    ],
)
def test_verktygen_har_inget_att_anmarka(tool):
    result = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr


PAGES = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static" / "js").glob("*.js"), ROOT / "static" / "app.css"]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_sidor_skript_och_stil_gar_att_lasa(file):
    """No line longer than a reader takes in, no tabs, nothing invisible at the end of a line."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        assert len(line) <= 120, f"rad {number} är {len(line)} tecken"
        assert "\t" not in line and line == line.rstrip(), f"rad {number} har tabbar eller mellanslag sist"


COMPUTES = re.compile(
    r"\s[-+*/%]\s|\|\s*(sum|min|max|round|int|float)\b|\.(index|count)\(|(?<![.\w])(sum|min|max|round|range)\("
)


@pytest.mark.parametrize("file", sorted((ROOT / "templates").rglob("*.html")), ids=lambda file: file.name)
def test_mallar_raknar_inte(file):
    """A template shows what it is given: no arithmetic, no sums, no widths."""
    for code in re.findall(r"\{\{(.*?)\}\}|\{%(.*?)%\}", file.read_text("utf-8"), re.S):
        words = re.sub(r"\"[^\"]*\"|'[^']*'", "", "".join(code).strip("-"))
        assert not COMPUTES.search(words), "".join(code).strip()


def test_den_som_skriver_fran_en_sida_gor_det_pa_ett_enda_satt():
    """Who, the draft's turn, saved, told to everybody: web/change.py is the only page module that does it."""
    recipe = re.compile(r"\bEdit\(.*version\(|\bannounce\(effect|\.save_many\(|\.save_value\(|desk\(\)\.save\(")
    found = [
        file.name
        for file in (ROOT / "finsam_forms" / "web").rglob("*.py")
        if file.name != "change.py" and recipe.search(file.read_text("utf-8").replace("def announce(effect", ""))
    ]
    assert not found
