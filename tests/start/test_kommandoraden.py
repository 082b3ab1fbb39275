"""The command line's own words: the commands themselves are proved where they live."""

import pytest

from finsam_forms import __version__, cli, places


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
