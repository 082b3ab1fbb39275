"""What a form says of itself and its fields, and what the copies that drafts keep of older forms are given instead."""

import io
import json
import re
import sqlite3
import tomllib
from pathlib import Path

import pytest
from pypdf import PdfReader

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.kinds.budget.parts import CostTable, FormLine
from finsam_forms.core.kinds.goals import GoalList
from finsam_forms.core.kinds.grid.parts import CountRow
from finsam_forms.core.kinds.registry import KINDS
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.mall_reader import read_mall
from finsam_forms.export.stamp import Stamp
from finsam_forms.mallar import HERE, ROLLER, load_malls, mall_from_files
from tests.core.checks.complete import CORRECT, as_it_stood, complete, worked_example
from tests.export import printing

MALLS = load_malls()
BEFORE = Path(__file__).parents[1] / "store" / "data" / "version-2.sql"
"""A database as the program wrote it before forms said their family."""
OLDER = {file.stem: {file.name: file.read_text("utf-8")} for file in (Path(__file__).parent / "aldre").glob("*.toml")}
"""Forms as they were, of which drafts keep copies: id → its files."""
PRINT = "93f52a8ca58d51b4b50537f728fe2f1f77792044f1a8eb78f3e0208680dba10e"
ADDED = re.compile(r'^(?:family|noun|\s*role) = .*\n|, role = "\w+"', re.M)


@pytest.fixture(scope="module")
def kept():
    """The ansökan as a draft of that database has it."""
    database = sqlite3.connect(":memory:")
    database.executescript(BEFORE.read_text("utf-8"))
    ((files,),) = database.execute("SELECT files FROM mall WHERE fingerprint = ?", (PRINT,))
    return mall_from_files("ansokan", json.loads(files))


def roles_of(thing, above=""):
    """(path in the form, role) of everything that has a role."""
    path = f"{above}{thing.id}"
    if getattr(thing, "role", ""):
        yield path, thing.role
    for name in ("columns", "lists", "tables", "groups", "rows"):
        parts = getattr(thing, name, ())
        for part in parts if isinstance(parts, tuple) else ():
            yield from roles_of(part, f"{path}/")


def all_roles(mall):
    return {pair for field in mall.fields() for pair in roles_of(field)}


def test_en_gammal_kopia_har_dagens_roller_utan_att_vara_andrad(kept):
    assert "family" not in tomllib.loads(kept.files["ansokan.toml"])
    assert (kept.family, kept.noun) == (MALLS["ansokan"].family, MALLS["ansokan"].noun)
    assert all_roles(kept) == {one for one in all_roles(MALLS["ansokan"]) if kept.field(one[0].partition("/")[0])}
    assert kept.fingerprint == PRINT


@pytest.mark.parametrize("form", ["ansokan", "nulagesanalys"])
def test_varje_roll_i_roller_traffar_nagot_i_sitt_formular(form):
    (given,) = [one for one in tomllib.loads((HERE / ROLLER).read_text("utf-8"))["form"] if one["id"] == form]
    files = OLDER.get(form) or MALLS[form].files
    whole = mall_from_files(form, files)
    bare = mall_from_files(form, {name: ADDED.sub("", text) for name, text in files.items()})
    assert "role" not in bare.files[f"{form}.toml"]
    assert all_roles(bare) == set(given["roles"].items()) <= all_roles(whole)
    assert (bare.family, bare.noun) == (whole.family, whole.noun) == (MALLS[form].family, MALLS[form].noun)


def test_ett_formular_som_sager_sin_familj_far_inga_roller_av_andra():
    own = {name: ADDED.sub("", text) for name, text in MALLS["ansokan"].files.items()}
    own["ansokan.toml"] = 'family = "rapport"\n' + own["ansokan.toml"]
    assert all_roles(mall_from_files("ansokan", own)) == set()


def test_diarienumret_star_overst_ocksa_i_ett_gammalt_utkast(kept):
    document = worked_example()
    old = Document(kept, {**document.values, "diarienummer": "2027:20"})
    first = PdfReader(io.BytesIO(printing.pdf(old, Stamp("nu")))).pages[0].extract_text()
    assert "2027:20" in first


@pytest.mark.parametrize("name", [*CORRECT, "exemplet", "2021"])
def test_ett_gammalt_utkast_far_samma_anmarkningar(kept, name):
    document, given = (
        as_it_stood() if name == "2021" else (worked_example() if name == "exemplet" else complete(name), {})
    )
    told, today = (check_document(one, **given) for one in (Document(kept, document.values), document))
    assert [offered_then(one) for one in told] == [offered_then(one) for one in today]


def offered_then(remark):
    """Without the answers that it offers to choose: the form of today has one more."""
    return remark._replace(fixes=()) if remark.code == "G45" else remark


SMALL = """
id = "liten"
version = "1"
title = "Liten"
description = "Ett prov"
forbund = "Provförbundet"
[[section]]
id = "ett"
heading = "Ett"
short = "Ett"
[[section.field]]
id = "svar"
type = "long_text"
role = "metod"
"""
SECOND = '[[section.field]]\nid = "annat"\ntype = "long_text"\nrole = "metod"\n'
ROWS = '[[section.field]]\nid = "rader"\ntype = "rows"\n'
COLUMN = '[[section.field.column]]\nid = "{id}"\ntype = "{type}"\nlabel = "K"\nrole = "{role}"\n'
UNUSABLE = {
    "okänd familj": ('family = "ansokn"\n' + SMALL, "okänd family ”ansokn” (familjerna är analys, ansokan, rapport)"),
    "okänd roll": (SMALL.replace('role = "metod"', 'role = "metdo"'), "okänd roll ”metdo” (menade du ”metod”?)"),
    "ett annat slags roll": (
        SMALL.replace('role = "metod"', 'role = "insatstid"'),
        "okänd roll ”insatstid” (rollerna här är avvikelser, bakgrund, finansiering, forankring, malgrupp, metod)",
    ),
    "ett slag utan roller": (
        SMALL.replace("long_text", "amount"),
        "okänd roll ”metod” (rollerna här är inga)",
    ),
    "två fält med samma roll": (SMALL + SECOND, "två fält har rollen ”metod”"),
    "en kolumns roll på ett fält": (
        SMALL.replace("long_text", "date").replace("metod", "fran"),
        "ett fält kan inte ha rollen ”fran”, den är en kolumns",
    ),
    "ett fälts roll på en kolumn": (
        SMALL + ROWS + COLUMN.format(id="k", type="long_text", role="malgrupp"),
        "kolumnen ”k” kan inte ha rollen ”malgrupp”, den är ett fälts",
    ),
    "två kolumner med samma roll": (
        SMALL + ROWS + "".join(COLUMN.format(id=one, type="date", role="fran") for one in "ab"),
        "två kolumner har rollen ”fran”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", UNUSABLE)
def test_fel_i_familj_och_roller_sags_i_en_mening(name):
    text, fault = UNUSABLE[name]
    with pytest.raises(MallFault, match=re.escape(fault)):
        read_mall("liten.toml", {"liten.toml": text})


def test_flera_texter_far_beratta_om_det_som_har_varit():
    text = SMALL.replace("metod", "bakgrund") + SECOND.replace("metod", "bakgrund")
    assert len(all_roles(read_mall("liten.toml", {"liten.toml": text}))) == 2


def test_varje_roll_anvands_av_ett_formular():
    possible = frozenset().union(*(kind.roles for kind in (*KINDS.values(), GoalList, CostTable, FormLine, CountRow)))
    assert {role for mall in MALLS.values() for _, role in all_roles(mall)} == possible


def test_beskrivningen_av_formular_har_varje_roll_en_gang():
    text = (BEFORE.parents[3] / "docs" / "formular.md").read_text("utf-8")
    told = [
        role
        for line in text.splitlines()
        if line.startswith("| `")
        for role in re.findall(r"`(\w+)`", line.split("|")[1])
    ]
    roles = {role for mall in MALLS.values() for _, role in all_roles(mall)} - CountRow.roles  # told with the table
    assert sorted(role for role in told if role in roles) == sorted(set(roles))
