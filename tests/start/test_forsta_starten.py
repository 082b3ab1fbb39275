"""`python3 start.py` on a machine that has nothing but Python."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.environment import ROOT, Environment


def test_forsta_starten_installerar_och_kor_programmet(fresh, tmp_path):
    result = fresh.start("list", "--json", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout == f"hej ['list', '--json'] {tmp_path}\n"
    assert "Hämtar det som programmet behöver" in result.stderr


@pytest.mark.long
def test_programmets_slutkod_ar_startens(started):
    assert started.start(env={"SLUTKOD": "2"}).returncode == 2


def test_andra_starten_hamtar_inget(started):
    result = started.start(env={"PIP_FIND_LINKS": "", "PIP_INDEX_URL": "http://127.0.0.1:9/"})
    assert result.returncode == 0
    assert result.stderr == ""


def test_andrade_krav_installeras_vid_nasta_start(started):
    pins = started.root / "requirements" / "app.txt"
    pins.write_text("# en ny version av programmet\n" + pins.read_text())
    assert "Hämtar" in started.start().stderr
    assert started.start().stderr == ""


@pytest.mark.long
def test_den_som_provat_programmet_kan_ocksa_starta_det(started):
    for name in ("app", "test"):
        pins = started.root / "requirements" / f"{name}.txt"
        pins.write_text("# mer\n" + pins.read_text())
    tested = started.start("test")
    assert "Hämtar" in tested.stderr
    assert "No module named pytest" in tested.stderr  # it was handed over to, but the tiny checkout has none
    assert started.start().stderr == ""


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda site: (site / "liten" / "__init__.py").unlink(), id="en fil borta"),
        pytest.param(lambda site: (site / "liten" / "__init__.py").write_text(""), id="en fil tom"),
        pytest.param(lambda site: next(site.glob("liten-*")).rename(site / "x"), id="paketets beskrivning borta"),
        pytest.param(lambda site: (next(site.glob("liten-*")) / "RECORD").write_text(""), id="beskrivningen tom"),
        pytest.param(lambda site: site.rename(site.with_name("borta")), id="alla paket borta"),
        pytest.param(lambda site: (site.parents[2] / "bin" / "python").unlink(), id="Python borta"),
        pytest.param(lambda site: (site.parents[2] / "finsam-start.json").write_text("{"), id="avbruten"),
        pytest.param(lambda site: (site.parents[2] / "finsam-start.json").write_text("[]"), id="stampeln en annan"),
        pytest.param(lambda site: made_with(site.parents[2], "3.10 linux"), id="en annan Python"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the folders have other names")
def test_skador_upptacks(started, harm):
    environment = Environment(started.root)
    assert environment.is_ready("app")
    harm(started.site_packages)
    assert not environment.is_ready("app")


def made_with(folder: Path, python: str) -> None:
    stamp = folder / "finsam-start.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"python": python}))


@pytest.mark.long
def test_en_skadad_miljo_gors_om(started):
    (started.site_packages / "liten" / "__init__.py").unlink()
    result = started.start()
    assert result.returncode == 0
    assert result.stdout.startswith("hej")
    assert "skadad" in result.stderr
    assert started.start().stderr == ""


@pytest.mark.long
def test_dubbelklick_tva_ganger_installerar_en_gang(fresh):
    starts = [
        subprocess.Popen(
            [sys._base_executable, str(fresh.root / "start.py")],
            env=fresh.surroundings(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    answers = [start.communicate(timeout=120) for start in starts]
    assert [start.returncode for start in starts] == [0, 0]
    assert all(out.startswith("hej") for out, _ in answers)
    assert sum("Hämtar" in err for _, err in answers) == 1


@pytest.mark.skipif(not Environment(ROOT).is_ready("app"), reason="this checkout has not been started by start.py")
def test_det_riktiga_programmet_startar_andra_gangen_utan_natverk(tmp_path):
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_NO_INDEX": "1"}
    result = subprocess.run(
        [sys._base_executable, str(ROOT / "start.py"), "--version"],
        env=os.environ | nowhere,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert (result.returncode, result.stderr) == (0, "")
