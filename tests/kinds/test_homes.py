"""A kind of answer has one home in each ring; outside them nobody asks what class a field is, or names one."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from finsam_forms.core.kinds.registry import KINDS

ROOT = Path(__file__).parents[2]
HOMES = re.compile(r"(core|core/checks|export|forms|web)/kinds/|templates/falt/[a-z]")
"""What several kinds share in templates/falt/ begins with `_` and is nobody's home."""
WORDS = {
    name
    for name in KINDS
    if name not in ("line", "date", "table", "number", "choice", "amount", "rows", "email", "sign", "decimal")
}
"""Types that are hardly ever anything else in quotes. The others are English words; they are counted beside `.type` and by class."""
CLASSES = {kind.__name__ for kind in KINDS.values()} | {"GoalList", "Leaf", "Kind"}
MODULES = {kind.__module__.partition(".kinds.")[2].partition(".")[0] for kind in KINDS.values()}


def sources(*endings: str):
    for folder in ("finsam_forms", "templates", "static/js"):
        for file in sorted((ROOT / folder).rglob("*")):
            name = file.relative_to(ROOT).as_posix()
            if file.suffix in endings and not HOMES.search(name):
                yield name, file.read_text("utf-8")


def asked_for_class() -> list[str]:
    """Every `isinstance` or `case` with a kind."""
    found = []
    for name, text in sources(".py"):
        for node in ast.walk(ast.parse(text)):
            asked: list[ast.AST] = []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                asked = node.args[1:] if node.func.id in ("isinstance", "issubclass") else []
            elif isinstance(node, ast.MatchClass):
                asked = [node.cls]
            if any(isinstance(part, ast.Name) and part.id in CLASSES for one in asked for part in ast.walk(one)):
                found.append(f"{name}:{node.lineno}")
    return found


def named_by_class() -> list[str]:
    """Every word of code that is the class of a kind, imports too."""
    names = CLASSES - {"Leaf", "Kind"}
    found = []
    for name, text in sources(".py"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Name) and node.id in names:
                found.append(f"{name}:{node.lineno} {node.id}")
            elif isinstance(node, ast.ImportFrom) and re.search(r"(^|\.)kinds(\.|$)", node.module or ""):
                found += [f"{name}:{node.lineno} {one.name}" for one in node.names if one.name in names]
    return found


def named_by_type() -> list[str]:
    """Every type in quotes, in code, templates and scripts; the common words only beside `.type`, and every table by it."""
    quoted = re.compile(rf"""["']({"|".join(WORDS)})["']""")
    common = re.compile(rf"""["'](?:{"|".join(KINDS.keys() - WORDS)})["']""")
    looked_up = re.compile(r"""\.type\]|\.get\([a-z_.]+\.type\b""")
    found = []
    for name, text in sources(".py", ".html", ".js"):
        for number, line in enumerate(text.splitlines(), 1):
            found += [f"{name}:{number} {one}" for one in quoted.findall(line)]
            asked = looked_up.search(line) or (".type" in line and common.search(line))
            found += [f"{name}:{number} .type"] if asked else []
    return found


def named_among_words() -> list[str]:
    """Every type as a word of a string of the checks that is no sentence, as in what a rule `reads`."""
    types = re.compile(rf"\b(?:{'|'.join(KINDS)})\b")
    found = []
    for name, text in sources(".py"):
        strings = ast.walk(ast.parse(text)) if name.startswith("finsam_forms/core/checks/") else ()
        for node in strings:
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch("[a-z_:#* ]+", node.value)
            ):
                found += [f"{name}:{node.lineno} {one}" for one in types.findall(node.value)]
    return found


def imported_modules() -> list[str]:
    """Every import from the module of a kind: what others need of it stands below the kinds, or is asked."""
    found = []
    for name, text in sources(".py"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom):
                whole = [f"{node.module}.{one.name}".split(".") for one in node.names]
                inner = [one[one.index("kinds") + 1] for one in whole if "kinds" in one[:-1]]
                found += [f"{name}:{node.lineno} {one}" for one in sorted(set(inner)) if one in MODULES]
    return found


MEASURES = (asked_for_class, named_by_class, named_by_type, named_among_words, imported_modules)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.__name__)
def test_utanfor_ett_slags_hem_kanner_ingen_slaget(measure):
    assert measure() == []


def ids_in(form: Any) -> Iterator[str]:
    """Every id of a form definition, as its TOML is read."""
    if isinstance(form, dict):
        yield from [form["id"]] if "id" in form else []
    for inside in form.values() if isinstance(form, dict) else form if isinstance(form, list) else ():
        yield from ids_in(inside)


def test_inget_skript_vet_vad_nagot_i_ett_formular_heter():
    """A script goes by what the page says in `data-…`; no id of a form, nor of a column that a kind has itself."""
    forms = (tomllib.loads(file.read_text("utf-8")) for file in (ROOT / "finsam_forms/mallar").glob("*.toml"))
    ids = {one for form in forms for one in ids_in(form)} | {"belopp", "enhet", "benamning", "organisation"}
    ids -= {"text"}  # «text/plain»
    named = re.compile(rf"""["'`/](?:{"|".join(map(re.escape, sorted(ids)))})["'`/]""")
    found = [f"{name}: {one}" for name, text in sources(".js") for one in named.findall(text)]
    assert not found


def test_ett_dokument_vet_inget_om_budget_ar_eller_parter():
    """It is values and rows; what they mean is for the kinds and the views."""
    text = (ROOT / "finsam_forms/core/document.py").read_text("utf-8")
    assert not re.findall(r"budget|year|part(?:y|ies)\b", text, re.I)
