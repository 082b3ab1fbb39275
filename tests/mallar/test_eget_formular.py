"""docs/eget-formular.md: what it says can be written is tried as it stands, and printed."""

import re
from pathlib import Path

import pytest

from finsam_forms.core.kinds.registry import KINDS
from finsam_forms.mallar import HERE
from finsam_forms.mallar.trying import try_form
from finsam_forms.own_form import sample

PAGE = (Path(__file__).parents[2] / "docs" / "eget-formular.md").read_text("utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
WHOLE, *MORE = BLOCKS


def tried(folder, text, name="prov.toml"):
    (folder / name).write_text(text, "utf-8")
    return try_form(folder / name)


def test_formularet_pa_sidan_gar_att_anvanda_och_skriva_ut(tmp_path):
    mall = tried(tmp_path, WHOLE)
    assert [section.heading for section in mall.sections] == ["Om insatsen", "Hur går det?", "Deltagare"]
    assert sample(mall).startswith(b"%PDF")


@pytest.mark.parametrize("more", MORE, ids=[re.search('id = "(.*?)"', one)[1] for one in MORE])
def test_varje_fraga_pa_sidan_gar_att_satta_till(tmp_path, more):
    mall = tried(tmp_path, WHOLE + more)
    added = [*mall.fields()][-1]
    assert added.type in KINDS
    assert sample(mall).startswith(b"%PDF")


def test_en_rubrik_andras_som_sidan_sager(tmp_path):
    text = (HERE / "nulagesanalys.toml").read_text("utf-8")
    for line in re.findall(r"^ {7}(\w+ = .*)$", PAGE, re.MULTILINE):
        key = line.split(" = ")[0]
        text, changed = re.subn(rf'^{key} = "(?!oversikt|om).*"$', line, text, count=1, flags=re.MULTILINE)
        assert changed
    mall = tried(tmp_path, text)
    assert mall.id == "var_nulagesanalys"
    assert "Vilka målgrupper behöver stöd hos oss?" in [section.heading for section in mall.sections]


def test_felet_som_sidan_visar_ser_ut_sa(tmp_path, capsys):
    from finsam_forms.cli import main

    head, *_ = WHOLE.partition("[[section]]")
    text = "\n".join(line for line in head.splitlines() if not line.startswith(("noun", "family", "title_path"))) + (
        '\n[[section]]\nid = "fragan"\nheading = "F"\nshort = "F"\n[[section.field]]\nid = "svar"\ntype = "line"\nlable = "x"\n'
    )
    lines = text.splitlines()
    (tmp_path / "prov.toml").write_text("\n".join([*lines[:5], *lines[-8:]]), "utf-8")
    assert main(["--data", str(tmp_path / "data"), "kontrollera", str(tmp_path / "prov.toml")]) == 1
    said = re.sub(r"rad \d+", "rad 12", capsys.readouterr().out.strip())
    assert said in PAGE
