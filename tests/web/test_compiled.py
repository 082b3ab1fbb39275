"""Templates that are kept compiled: what is shown is always what the template says now."""

import sys

import pytest
from flask import Flask, render_template

from finsam_forms.web import compiled


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "sida.html").write_text("{% if 1 %}\nHej {{ namn }}{% endif %}", "utf-8")
    return tmp_path


def started(folder, *, trim=False):
    """The program started anew: nothing in memory."""
    app = Flask(__name__, template_folder=str(folder))
    app.jinja_env.trim_blocks = trim
    compiled.join(app)
    return app


def shown(app):
    with app.app_context():
        return render_template("sida.html", namn="Anna")


def test_det_som_kompilerats_en_gang_kompileras_inte_igen(folder, monkeypatch):
    assert shown(started(folder)) == "\nHej Anna"
    again = started(folder)
    monkeypatch.setattr(again.jinja_env, "compile", lambda *_: pytest.fail("kompilerades igen"))
    assert shown(again) == "\nHej Anna"


def test_en_andrad_mall_eller_ett_annat_satt_att_lasa_den_ger_aldrig_det_gamla(folder):
    assert shown(started(folder)) == "\nHej Anna"
    assert shown(started(folder, trim=True)) == "Hej Anna"
    (folder / "sida.html").write_text("Hej då {{ namn }}", "utf-8")
    assert shown(started(folder)) == "Hej då Anna"


def test_en_trasig_fil_ar_som_ingen(folder):
    shown(started(folder))
    for kept in (folder / "__pycache__").iterdir():
        kept.write_bytes(kept.read_bytes()[:-20])
    assert shown(started(folder)) == "\nHej Anna"


def test_dar_inget_far_skrivas_visas_sidan_anda(folder):
    (folder / "__pycache__").write_text("här kan ingen mapp stå")
    assert shown(started(folder)) == "\nHej Anna"


def test_nar_python_inte_far_spara_sparas_inget(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown(started(folder)) == "\nHej Anna"
    assert not (folder / "__pycache__").exists()
