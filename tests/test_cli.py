"""The command line's contract: results on stdout, Swedish on stderr, exit 0, 1 or 2."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from finsam_forms.cli import main
from tests.sample import some_of


@pytest.fixture
def run(tmp_path, capfdbinary):
    def run(*words):
        try:
            code = main(["--data", str(tmp_path / "data"), *map(str, words)])
        except SystemExit as stop:
            code = stop.code
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return run


def test_exempel_list_export_import(run, tmp_path):
    code, out, _ = run("exempel")
    assert (code, out.strip()) == (0, b"1")
    code, out, _ = run("list", "--json")
    assert json.loads(out)[0]["titel"].startswith("Vägen in")
    file = tmp_path / "a.json"
    assert run("export", 1, "--format", "json", "-o", file)[0] == 0
    code, out, _ = run("import", file)
    assert (code, out.strip()) == (0, b"2")
    first, second = (json.loads(run("export", number, "--format", "json")[1]) for number in (1, 2))
    assert (first.pop("utkast"), second.pop("utkast")) == ("1", "2")
    assert first.pop("andring") != second.pop("andring")
    assert first == second


def test_pdf_pa_stdout(run):
    run("exempel")
    code, out, _ = run("export", 1, "--format", "pdf")
    assert code == 0
    assert out.startswith(b"%PDF")


def test_new_med_titel(run):
    assert run("new", "ansokan", "--titel", "Nytt namn")[0] == 0
    assert "Nytt namn" in run("list")[1].decode()


def test_felaktig_fil_ger_alla_fel_och_laser_inte_in_nagot(run, tmp_path):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    run("exempel")
    run("export", 1, "--format", "json", "-o", good)
    data = json.loads(good.read_text("utf-8"))
    data["innehall"] |= {"syfte": 1, "nytt": 2}
    bad.write_text(json.dumps(data), "utf-8")
    code, _, err = run("import", good, bad)
    assert code == 1
    assert "syfte" in err
    assert "nytt" in err
    assert len(json.loads(run("list", "--json")[1])) == 1


@pytest.mark.parametrize(
    "words", [("export", "99", "--format", "pdf"), ("new", "nej"), ("import", "finns-inte.json"), ("restore", "nej")]
)
def test_det_som_inte_gar_ar_en_svensk_mening_och_1(run, words):
    code, out, err = run(*words)
    assert code == 1
    assert out == b""
    assert err.strip().endswith(".")
    assert "Traceback" not in err


def test_fel_anvandning_ar_2(run):
    assert run("nonsens")[0] == 2
    assert run("export", "x", "--format", "pdf")[0] == 2


def test_backup_och_restore(run, tmp_path):
    run("exempel")
    code, out, _ = run("backup", tmp_path / "kopia.sqlite3")
    assert code == 0
    run("new", "ansokan")
    assert run("restore", tmp_path / "kopia.sqlite3")[0] == 0
    assert len(json.loads(run("list", "--json")[1])) == 1


def test_en_kopia_laggs_i_den_mapp_som_sags(run, tmp_path):
    run("exempel")
    (tmp_path / "usb").mkdir()
    code, out, _ = run("backup", tmp_path / "usb")
    assert code == 0
    (kept,) = (tmp_path / "usb").iterdir()
    assert out.decode().strip() == str(kept)
    assert run("restore", kept)[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("export", 1, "--format", "json", "-o", "data/secret.key"),
        ("export", 1, "--format", "json", "-o", "data/mallar/ansokan.toml"),
        ("export", 1, "--format", "pdf", "-o", "."),
        ("backup", "data/secret.key"),
        ("backup", "data/server.lock"),
        ("restore", ""),
        ("restore", "data"),
    ],
)
def test_det_som_inte_ar_en_plats_for_en_fil_tas_inte(run, tmp_path, monkeypatch, words):
    run("exempel")
    monkeypatch.chdir(tmp_path)
    key = (tmp_path / "data" / "secret.key").read_bytes() if (tmp_path / "data" / "secret.key").exists() else None
    code, _, said = run(*words)
    assert code == 1
    assert "ingen fil" in said or "programmets egen" in said
    assert not key or (tmp_path / "data" / "secret.key").read_bytes() == key


def test_schema_ar_json_schema(run):
    code, out, _ = run("schema", "ansokan")
    assert json.loads(out)["properties"]["innehall"]["properties"]["syfte"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [(["import", "{}/finns-inte.json"], "finns inte"), (["import", "{}"], "en mapp, inte en fil")],
)
def test_en_fil_som_inte_gar_att_lasa_sags_pa_svenska(tmp_path, capsys, words, reason):
    assert main(["--data", str(tmp_path / "data"), *(word.format(tmp_path) for word in words)]) == 1
    said = capsys.readouterr().err
    assert reason in said
    assert "No such" not in said


ODD = (
    "²",
    "٣",
    "-1",
    "1_0",
    "9" * 20,
    "9" * 5_000,
    "",
    " ",
    "\udcff",
    "a" * 5_000,
    "~finnsinte/x",
    "a\nb",
    "[",
    "../..",
)


@pytest.mark.parametrize("odd", some_of(ODD), ids=lambda odd: ascii(odd)[:20])
@pytest.mark.parametrize(
    "words",
    [
        ("granska", "{}"),
        ("export", "{}", "--format", "json"),
        ("export", "1", "--format", "json", "-o", "{}"),
        ("new", "{}"),
        ("new", "ansokan", "--titel", "{}"),
        ("import", "{}"),
        ("backup", "{}"),
        ("restore", "{}"),
        ("schema", "{}"),
        ("--data", "{}", "list"),
    ],
    ids=" ".join,
)
def test_vilket_ord_som_an_skrivs_blir_svaret_en_svensk_mening(run, tmp_path, monkeypatch, words, odd):
    run("exempel")
    (tmp_path / "här").mkdir()
    monkeypatch.chdir(tmp_path / "här")
    code, _, said = run(*(word.format(odd) for word in words))
    assert code in (0, 1, 2)
    assert "Något gick fel" not in said
    assert "Traceback" not in said
    assert bool(code) == bool(said.strip())


@pytest.mark.parametrize("number", ["²", "9" * 20, "99"])
def test_ett_utkast_som_inte_finns_sags_sa(run, number):
    run("exempel")
    said = run("granska", number)[2]
    assert "finns inte" in said


def test_ett_namn_som_inte_gar_att_lasa_blir_inget_utkast(run):
    code, _, said = run("new", "ansokan", "--titel", "V\udce4gen in")
    assert (code, json.loads(run("list", "--json")[1])) == (1, [])
    assert "Namnet" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "words",
    some_of(
        [
            ("list",),
            ("list", "--json"),
            ("granska", "1", "--json"),
            ("export", "1", "--format", "json"),
            ("export", "1", "--format", "pdf"),
            ("schema",),
            ("--help",),
            ("--version",),
        ]
    ),
    ids=" ".join,
)
def test_en_full_disk_dar_svaret_ska_ligga_sags_pa_svenska(run, tmp_path, words):
    run("exempel")
    with open("/dev/full", "wb") as full:
        for extra in ({}, {"PYTHONUNBUFFERED": "1"}):
            said = subprocess.run(
                as_person(tmp_path, *words),
                stdout=full,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                env={key: text for key, text in os.environ.items() if key != "PYTHONUNBUFFERED"} | extra,
            )
            assert (said.returncode, said.stderr) == (1, "Det gick inte att skriva ut svaret: disken är full.\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes stdout")
@pytest.mark.parametrize("words", ["list", "export 1 --format pdf", "schema"])
def test_utan_nagonstans_att_skriva_sags_det_pa_svenska(run, tmp_path, words):
    run("exempel")
    command = [*as_person(tmp_path), *words.split()]
    said = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], capture_output=True, encoding="utf-8")
    assert "Något gick fel" not in said.stderr
    assert "Traceback" not in said.stderr


def as_person(tmp_path, *words):
    return [sys.executable, "-m", "finsam_forms", "--data", str(tmp_path / "data"), *words]


def test_granska_en_fil_sager_vad_filens_egna_block_har_for_fel(run, tmp_path):
    run("exempel")
    data = json.loads(run("export", 1, "--format", "json")[1])
    data["innehall"]["underskrifter_samverkanspart"] = {"Håbo kommun": {"namn": "Ekonomichefen"}}
    file = tmp_path / "a.json"
    file.write_text(json.dumps(data), "utf-8")
    for what in (file, 2):
        code, out, _ = run("granska", what)
        assert code == 1
        assert "Håbo kommun" in out.decode()
        run("import", file)
