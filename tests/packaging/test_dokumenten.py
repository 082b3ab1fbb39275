"""The documents say what the program does: the words, commands, files and pictures that they name exist."""

import re
from pathlib import Path

import pytest

from finsam_forms.cli import COMMANDS

ROOT = Path(__file__).parents[2]
DECISIONS = sorted((ROOT / "docs" / "beslut").glob("*.md"))
PAGES = [
    ROOT / "README.md",
    ROOT / "docs" / "ordlista.md",
    ROOT / "docs" / "arkitektur.md",
    ROOT / "docs" / "formular.md",
    ROOT / "docs" / "eget-formular.md",
    *DECISIONS,
]
CODE = "\n".join(
    path.read_text("utf-8")
    for folder in ("finsam_forms", "static/js")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".py", ".toml", ".js")
)
NAMES = set(re.findall(r"[A-Za-z_]\w*", CODE))


def glossary():
    """Word → the code's names for it, from the tables of the glossary."""
    lines = (ROOT / "docs" / "ordlista.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {word: re.findall(r"`([^`]+)`", code) for word, _, code in rows if word != "Ord"}


WORDS = glossary()


@pytest.mark.parametrize(("word", "code"), WORDS.items(), ids=WORDS.keys())
def test_ordlistans_namn_finns_i_koden(word, code):
    for name in code:
        if "/" in name:
            module, dot, inner = name.partition(".")
            path = ROOT / "finsam_forms" / (name if name.endswith((".py", ".toml")) else f"{module}.py")
            assert path.is_file(), name
            assert name.endswith((".py", ".toml")) or not dot or inner in path.read_text("utf-8"), name
        else:
            assert set(re.findall(r"[A-Za-z_]\w*", name)) <= NAMES, name


def test_ordlistan_har_ett_ord_en_gang():
    words = [word for row in WORDS for word in row.split(", ")]
    assert len(words) == len(set(words)) > 35


def test_besluten_ar_numrerade_i_foljd_och_ryms_pa_en_sida():
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]
    for path in DECISIONS:
        text = path.read_text("utf-8")
        assert text.startswith(f"# {path.name[:4]} ")
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Läge", "Beslut", "Följder"]
        assert len(text.splitlines()) <= 40


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_filer_och_bilder_som_namns_finns(page):
    text = page.read_text("utf-8")
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)|<img src=\"([^\"]+)\"", text)
    for picture in ("".join(found) for found in pictures):
        assert (page.parent / picture).is_file(), picture
    for name in re.findall(r"`((?:core|export|web|live|store|static|docs|tests|templates)/[\w/.-]*[\w/])`", text):
        inside = ROOT if name.startswith(("static", "docs", "tests", "templates")) else ROOT / "finsam_forms"
        options = [
            inside / name,
            inside / f"{name}.py",
            ROOT / name,
            (inside / name.partition(".")[0]).with_suffix(".py"),
        ]
        assert any(option.exists() for option in options), name


def test_readme_namner_kommandon_som_finns():
    named = re.findall(r"python3 start\.py ([a-z]+)", (ROOT / "README.md").read_text("utf-8"))
    assert named
    assert set(named) <= {*COMMANDS, "test", "bench"}
    assert set(COMMANDS) - {"serve"} <= set(named)
