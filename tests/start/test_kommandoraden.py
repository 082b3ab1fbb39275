"""The command line's own words: the commands themselves are proved where they live."""

import contextlib
from pathlib import Path

import pytest

from finsam_forms import __version__, cli, places
from tools import run


@pytest.fixture
def asked(monkeypatch):
    """What `serve` was asked to do."""
    seen = []
    command = cli.Command("", lambda args: seen.append(args) or 0, cli.commands.serve_words)
    monkeypatch.setitem(cli.COMMANDS, "serve", command)
    return seen


@pytest.mark.parametrize(
    ("words", "port"),
    [([], 8000), (["serve"], 8000), (["--port", "9000"], 9000), (["serve", "--port", "0"], 0)],
    ids=str,
)
def test_utan_kommando_startas_servern(asked, words, port):
    assert cli.main(words) == 0
    assert asked[0].port == port


@pytest.mark.parametrize("words", [["--data", "d"], ["serve", "--data", "d"], ["--data", "d", "serve"]], ids=str)
def test_data_kan_anges_fore_och_efter_kommandot(asked, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.main(words) == 0
    assert asked[0].data == tmp_path / "d"


@pytest.mark.parametrize("words", [["nonsens"], ["serve", "--nonsens"], ["serve", "--port", "x"], ["--port", "70000"]])
def test_fel_anvandning_ger_2_och_hur_det_skrivs(words, capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(words)
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("Kommandot gick inte att förstå. Så här skrivs det: finsam-forms")


def test_en_vagran_ar_en_mening_och_slutkod_1(monkeypatch, capsys):
    def refuse(args):
        raise cli.Refusal("Det går inte.")

    monkeypatch.setitem(cli.COMMANDS, "serve", cli.Command("", refuse))
    assert cli.main(["serve"]) == 1
    assert capsys.readouterr().err == "Det går inte.\n"


def test_vart_eget_fel_ar_en_mening_och_sparas_for_den_som_hjalper(monkeypatch, capsys, tmp_path):
    def fail(args):
        raise RuntimeError("oj")

    monkeypatch.setitem(cli.COMMANDS, "list", cli.Command("", fail))
    assert cli.main(["--data", str(tmp_path), "list"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Något gick fel i programmet")
    assert said.count("\n") == 1
    assert "Traceback" in (tmp_path / "fel.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("", "finsam-forms restore k"),
        ("python3 start.py", "python3 start.py restore k"),
        ("Starta.cmd", "Starta.cmd restore k"),
    ],
)
def test_ett_kommando_namns_som_man_startar_programmet(monkeypatch, start, said):
    monkeypatch.setenv("FINSAM_START", start)
    assert places.command_words("restore", "k", data=places.data_dir()) == said
    assert places.command_words("restore", "k", data=Path("/annan mapp")) == f"{said} --data '/annan mapp'"


def test_start_py_sager_hur_det_startades(monkeypatch):
    handed = []
    monkeypatch.setattr(run.os, "name", "posix")
    monkeypatch.setattr(run.os, "execve", lambda *all: handed.append(all), raising=False)
    monkeypatch.setattr(run.subprocess, "Popen", None)
    monkeypatch.setattr(run.sys, "argv", ["start.py"])
    monkeypatch.delenv("FINSAM_START", raising=False)
    with contextlib.suppress(TypeError):  # where the real one would not have returned
        run.hand_over(["python"])
    assert handed[0][2]["FINSAM_START"] == "python3 start.py"


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in cli.COMMANDS)], ids=" ".join)
def test_hjalpen_ar_pa_svenska(words, capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(words)
    said = capsys.readouterr().out
    assert stop.value.code == 0
    assert "Så här skrivs det" in said
    assert not [word for word in ("usage", "show this", "options:", "positional", "default") if word in said]


def test_versionen(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"{__version__}\n"


def test_data_i_en_utcheckning_ligger_i_instance(monkeypatch):
    monkeypatch.delenv("FINSAM_DATA", raising=False)
    assert places.data_dir() == places.PACKAGE.parent / "instance"
    assert places.resource_root() == places.PACKAGE.parent


def test_miljon_gar_fore_det_vanliga_stallet_och_valet_gar_fore_miljon(monkeypatch, tmp_path):
    monkeypatch.setenv("FINSAM_DATA", str(tmp_path / "miljo"))
    assert places.data_dir() == tmp_path / "miljo"
    assert places.data_dir(tmp_path / "val") == tmp_path / "val"
