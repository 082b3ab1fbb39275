"""The program knows no field of a form by its id: rules go by role and by kind, so that a förbund may call its fields what it likes.

The scripts are looked through by tests/kinds/test_homes.py.
"""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from finsam_forms.core.charts import time_chart
from finsam_forms.core.checks import AsRead, Remark, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.mall import Mall
from finsam_forms.core.mall_reader import read_mall
from finsam_forms.core.references import References
from finsam_forms.mallar import load_malls
from tests.core.checks.complete import as_it_stood, worked_example

ROOT = Path(__file__).parents[2]
FOLDERS = ("finsam_forms/core", "finsam_forms/web", "finsam_forms/live", "finsam_forms/export")
ROLES = "finsam_forms/core/roles.py"
"""Where the roles are words of the program: many fields are called what they are."""
OTHERS = {
    "aktiva": "a figure of a flow",
    "analys": "a part of a goal with its outcome",
    "ar": "years of a budget line, and the Swedish word for them in a path",
    "bilaga": "a word that a text refers to annexes with",
    "bortfall": "a figure of a flow",
    "budget": "the type of a field, an address and a folder of templates",
    "deltagare": "what a flow counts",
    "diarienummer": "an input of the page that prints",
    "implementering": "a theme that a text mentions",
    "innehall": "where the answers are in a file",
    "metod": "the method of a fingerprint, in a file",
    "sammanstallning": "what a read-in budget states itself, in a file",
    "senast": "the section last seen, in the session",
    "tidplan": "a blueprint and a folder of templates",
    "underskrift": "a word of an address",
}
"""Ids that are words of something else than a form too, and of what."""
IDS = frozenset(field.id for mall in load_malls().values() for field in mall.fields())


def words_of(text: str) -> set[str]:
    return set(re.split(r"[^a-zåäö0-9_]+", text))


def quoted_in_python(file: Path) -> set[str]:
    """Every word of a text in the code that has no other letters around it than a path has; not of docstrings."""
    found: set[str] = set()
    tree = ast.parse(file.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            found |= words_of(node.value) if re.fullmatch(r"[a-z0-9_/# .-]*", node.value) else set()
    return found


def quoted() -> dict[str, set[str]]:
    """Id → the files that say it."""
    found: dict[str, set[str]] = {}
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*")):
            name = file.relative_to(ROOT).as_posix()
            if file.suffix == ".py" and name != ROLES:
                for word in quoted_in_python(file) & IDS:
                    found.setdefault(word, set()).add(name)
    return found


def test_inget_id_ur_formularen_star_i_koden():
    found = quoted()
    assert {word: files for word, files in found.items() if word not in OTHERS} == {}


def test_inget_undantag_star_kvar_i_onodan():
    assert OTHERS.keys() == quoted().keys()


def test_provet_ser_ett_id(tmp_path):
    file = tmp_path / "regel.py"
    file.write_text('"""malgrupp i en docstring."""\nx = facts.text("uppfoljning")\ny = f"syfte/{x}"\n', "utf-8")
    assert quoted_in_python(file) & IDS == {"uppfoljning", "syfte"}


def renamed(mall: Mall) -> Mall:
    """The same form where every field has another name."""
    (name,) = (name for name in mall.files if name.endswith(".toml"))
    text = re.sub(r'(\[\[section\.field\]\]\s+id = ")', r"\1vart_", mall.files[name])
    text = re.sub(r'^(title_path|title_else|\s*extract|\s*columns_from) = "', r'\1 = "vart_', text, flags=re.M)
    return read_mall(name, {**mall.files, name: text})


def plain(remark: Remark) -> tuple[str, str, str]:
    return remark.code, remark.path.removeprefix("vart_"), remark.sentence


@pytest.mark.parametrize("name", ["ratt", "2021"])
def test_ansokan_med_andra_namn_pa_falten_far_samma_anmarkningar(name):
    document, given = as_it_stood() if name == "2021" else (worked_example(), {})
    other = renamed(document.mall)
    values = {path if path.startswith("_") else f"vart_{path}": text for path, text in document.values.items()}
    read = given.get("as_read", AsRead())
    blocks = {f"vart_{path}": listed for path, listed in read.blocks.items()}
    said = check_document(Document(other, values), as_read=replace(read, blocks=blocks))
    assert [plain(one) for one in said] == [plain(one) for one in check_document(document, **given)]
    assert time_chart(Document(other, values)) == time_chart(document)
    referred = [one._replace(path=one.path.removeprefix("vart_")) for one in References(Document(other, values))]
    assert referred == list(References(document))
