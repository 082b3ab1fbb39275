"""Nothing stands in the program that nobody uses: no dead code, no dependency that is never imported."""

import ast
import keyword
import re
import sys
import tomllib
from pathlib import Path

import pytest
from vulture import Vulture

from finsam_forms.web.addresses import ADDRESSES

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "finsam_forms"
NAMED_BY_OTHERS = [
    *(
        "undefined",
        "ensure_ascii",
        "trim_blocks",
        "lstrip_blocks",
        "permanent",
        "session_interface",
        "open_session",
        "regex",
        "url_rule_class",
        "_compile_builder",
        "max_content_length",
        "external_attr",
    ),  # Flask, Werkzeug, zipfile
    *("optimized", "bytecode_cache"),  # Jinja
    *("manadslon", "fran", "till", "skriv_not", "validate_*", "process_formdata"),  # WTForms
    *("spaceBefore", "spaceAfter", "hAlign", "_get_split_blParaFunc", "apply", "doc", "useA85"),  # ReportLab
    *("StructTreeRoot", "MarkInfo", "Metadata", "OutputIntents", "StructParents", "Tabs", "Contents"),  # ReportLab: PDF
    *("beginText", "__InternalName__"),  # ReportLab
    *("pending", "text_factory", "_missing_", "_print_message"),  # markdown-it, sqlite3, enum, argparse
    *("modified", "language", "subject"),  # python-docx
    *("_prepare_formula", "expand_future_functions"),  # XlsxWriter
    *("response_headers", "content_length", "task_class", "error_task_class", "parser_class"),  # waitress
    *("max_request_body_size", "handle_accept", "maintenance", "add_task", "completed", "expect_continue"),  # waitress
]
"""Names that a library asks for, not our own code."""
SAID_BY_FORMS = ["days_before_board", "valid_from", "footnote"]
"""What a form's file may say and nothing in the program asks about yet."""
FOR_OTHERS = [
    "alt",
    "changes_since",
    "sentence_at",
    "_tell",
    "BEAT",
    "full_months",
    "NOTE",
    "known",
    "percent_of",
    "repacked",
    "any_time",
    "RAPPORTPERIOD",
]
"""What tests ask for, the pace of static/js/presence.js, and words of the core and the paper that wait for their form."""
IMPORT_NAMES = {
    "email-validator": "email_validator",
    "flask-wtf": "flask_wtf",
    "htmx-flask": "htmx_flask",
    "markdown-it-py": "markdown_it",
    "python-docx": "docx",
    "python-stdnum": "stdnum",
}
BESIDE = {"rl_accel", "defusedxml"}
"""Dependencies that another dependency picks up by itself when they are there: ReportLab is faster with rl_accel, openpyxl safer with
defusedxml."""


def words_of_templates() -> str:
    """What templates ask for, as Python that a reader of names understands."""
    inside = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
    texts = [file.read_text("utf-8") for file in (ROOT / "templates").rglob("*.html")]
    names = {name for text in texts for part in inside.findall(text) for name in re.findall(r"[A-Za-z_]\w*", part)}
    return "\n".join(f"_.{name}" for name in sorted(names) if not keyword.iskeyword(name))


def imported() -> set[str]:
    """The first names of everything that the program imports, anywhere in its files."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(str(node.module).split(".")[0])
    return found


def test_ingen_dod_kod():
    finder = Vulture(ignore_names=[*NAMED_BY_OTHERS, *SAID_BY_FORMS, *FOR_OTHERS], ignore_decorators=["@check"])
    finder.scavenge([PACKAGE])
    finder.scan(words_of_templates(), filename="templates")
    finder.scan("\n".join(f"_.{one.endpoint}" for one in ADDRESSES), filename="addresses")
    assert [item.get_report() for item in finder.get_unused_code()] == []


@pytest.mark.long
def test_varje_beroende_importeras_av_programmet():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>= ;]", line)[0] for line in project["dependencies"]} - BESIDE
    assert {name for name in names if IMPORT_NAMES.get(name, name) not in imported()} == set()


def test_allt_som_importeras_star_bland_beroendena():
    """Itsdangerous, Jinja, MarkupSafe and Werkzeug come with Flask, Playhouse with Peewee; the rest is asked for by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[<>= ;]", line)[0] for line in project["dependencies"]}
    known = {IMPORT_NAMES.get(name, name) for name in names} | {
        "itsdangerous",
        "jinja2",
        "markupsafe",
        "werkzeug",
        "playhouse",
    }
    assert imported() - sys.stdlib_module_names - known - {"finsam_forms"} == set()
