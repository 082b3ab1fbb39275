"""A kind of answer has one home in each ring; outside them nobody asks what class a field is, or names one. The numbers may only fall."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from finsam_forms.core.kinds import KINDS

ROOT = Path(__file__).parents[2]
HOMES = re.compile(
    r"core/kinds/|core/checks/kinds/|export/kinds/|web/kinds/|web/(budget|lon)\.py|forms/wage\.py|templates/falt/"
)
WORDS = {name for name in KINDS if name not in ("line", "date", "table", "number", "choice", "amount", "rows")}
"""Types that are hardly ever anything else in quotes. The others are English words; they are counted by `.type` and by class."""
CLASSES = {kind.__name__ for kind in KINDS.values()} | {"GoalList", "Leaf", "Kind"}

AT_MOST = {"isinstance": 24, "class": 69, "type": 20}


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
    """Every type in quotes, in code, templates and scripts; the common words only beside `type`."""
    quoted = re.compile(rf"""["']({"|".join(WORDS)})["']""")
    compared = re.compile(r"""\.type (?:==|!=|in) \(?["']|\.type\]|\.get\([a-z.]+\.type""")
    found = []
    for name, text in sources(".py", ".html", ".js"):
        for number, line in enumerate(text.splitlines(), 1):
            found += [f"{name}:{number} {one}" for one in quoted.findall(line)]
            found += [f"{name}:{number} .type"] * len(compared.findall(line))
    return found


def test_utanfor_ett_slags_hem_fragar_ingen_efter_dess_klass():
    found = {"isinstance": asked_for_class(), "class": named_by_class(), "type": named_by_type()}
    more = {what: places for what, places in found.items() if len(places) > AT_MOST[what]}
    assert not more, {what: (len(places), places) for what, places in more.items()}


def test_talen_sanks_nar_det_blir_farre():
    """Or somebody uses up what another has won."""
    now = {"isinstance": len(asked_for_class()), "class": len(named_by_class()), "type": len(named_by_type())}
    assert now == AT_MOST
