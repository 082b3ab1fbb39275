"""The house's own rules for code, as far as tools can see them."""

import ast
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


PARTS = ("changes", "drafts", "dossier", "desk")
"""What holds drafts: a page that calls a method of them that writes must do it within the recipe."""
RECIPE = ("carry_out", "mark", "change")
OUTSIDE = {
    "delete": "nobody can be told of a draft that is gone: its streams end instead",
    "create": "nobody has a new one open",
}


def writing_methods() -> set[str]:
    """The public methods of the store's parts, and of the desk, that write in a draft: themselves, or through one that does."""
    found: list[tuple[str, str]] = []
    for file in (*sorted((ROOT / "finsam_forms" / "store").glob("*.py")), ROOT / "finsam_forms" / "live" / "desk.py"):
        for part in (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ClassDef)):
            for method in (node for node in part.body if isinstance(node, ast.FunctionDef)):
                if "draft_id" in (argument.arg for argument in method.args.args):
                    found.append((method.name, ast.unparse(method)))
    writing = {name for name, code in found if ".writing()" in code}
    while more := {name for name, code in found if name not in writing and any(f".{one}(" in code for one in writing)}:
        writing |= more
    return {name for name in writing if not name.startswith("_")}


def written_outside(tree: ast.Module, writing: set[str]) -> list[str]:
    """Calls that write in a draft and stand in no function that is handed to the recipe."""
    handed, inside = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RECIPE:
            handed |= {one.id for one in node.args if isinstance(one, ast.Name)}
            inside |= {id(one) for given in node.args if isinstance(given, ast.Lambda) for one in ast.walk(given)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in handed:
            inside |= {id(one) for one in ast.walk(node)}
    return [ast.unparse(node) for node in ast.walk(tree) if writes(node, writing) and id(node) not in inside]


def writes(node: ast.AST, writing: set[str]) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in writing):
        return False
    return ast.unparse(node.func.value).rpartition(".")[2].removesuffix("()") in PARTS


def test_den_som_skriver_fran_en_sida_gor_det_pa_ett_enda_satt():
    """Who, the draft's turn, saved, told to everybody: web/change.py is the only page module that does it."""
    writing = writing_methods() - {*OUTSIDE}
    assert writing >= {"save", "save_many", "undo", "bin", "take_back", "lock", "unlock", "waive"}
    found = [
        f"{file.name}: {call}"
        for file in sorted((ROOT / "finsam_forms" / "web").rglob("*.py"))
        if file.name
        not in ("change.py", "dossier.py")  # the latter fills in what the store has lacked, before anybody has come
        for call in written_outside(ast.parse(file.read_text("utf-8")), writing)
    ]
    assert not found


def test_receptet_kanner_igen_den_som_gar_vid_sidan_av():
    writing = writing_methods()
    for code in (
        "running().store.drafts.bin(1, who)",
        "desk().save_many(1, edits, who)",
        "store.dossier.lock(1, x, who)",
    ):
        assert written_outside(ast.parse(code), writing)
        assert not written_outside(ast.parse(f"mark(1, lambda sheet, who: {code})"), writing)
        assert not written_outside(ast.parse(f"def work(s, who): {code}\ncarry_out(1, work)"), writing)
