"""What stops a start is one Swedish sentence that says what to do, and exit code 1."""

import ast
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tools import trouble
from tools.environment import ROOT, Environment

OLD = ["python2", "python2.7", *(f"python3.{minor}" for minor in range(4, 11))]


def test_for_gammal_python_far_en_mening():
    pretend = "import sys; sys.version_info = (3, 9, 2, 'final', 0); exec(open(sys.argv[1], encoding='utf-8').read())"
    result = subprocess.run(
        [sys.executable, "-c", pretend, ROOT / "start.py"], capture_output=True, encoding="utf-8", timeout=30
    )
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "Det här är Python 3.9, men programmet behöver Python 3.11 eller nyare: installera det från python.org"
        " (eller be er IT-avdelning) och starta igen."
    ]


def test_start_py_kan_lasas_av_gammal_python():
    tree = ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 4))
    new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match, ast.arg, ast.Nonlocal, ast.Starred)
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, new)]


def test_riktiga_gamla_python():
    found = [
        old for old in OLD if shutil.which(old) and not subprocess.run([old, "-V"], capture_output=True).returncode
    ]
    if not found:
        pytest.skip("no Python older than 3.11 here")
    for old in found:
        result = subprocess.run([old, str(ROOT / "start.py")], capture_output=True, timeout=30)
        assert result.returncode == 1
        assert b"beh\xc3\xb6ver Python 3.11 eller nyare" in result.stderr
        assert result.stderr.count(b"\n") == 1


@pytest.mark.long
def test_inget_internet(fresh, one_sentence):
    nowhere = {"PIP_NO_INDEX": "", "PIP_FIND_LINKS": "", "PIP_INDEX_URL": "http://127.0.0.1:9/"}
    assert one_sentence(fresh.start(env=nowhere)).startswith("Internet nås inte, och det behövs vid den första starten")


@pytest.mark.long
def test_ingen_fardig_del_for_denna_python(started, one_sentence):
    pins = started.root / "requirements" / "app.txt"
    pinned = pins.read_text()
    pins.write_text(pinned.replace("1.0", "2.0"))
    assert one_sentence(started.start()).startswith("Det finns inga färdiga delar för Python")
    pins.write_text(pinned)
    assert started.start().returncode == 0  # nothing was made worse


@pytest.mark.long
def test_nagot_annat_an_det_provade_installeras_inte(fresh, one_sentence):
    (fresh.root / "requirements" / "app.txt").write_text("liten==1.0 --hash=sha256:" + "0" * 64)
    assert "så ingenting installerades" in one_sentence(fresh.start())


def test_debian_utan_venv(fresh, one_sentence, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None")
    said = one_sentence(fresh.start(env={"PYTHONPATH": str(tmp_path)}))
    assert "sudo apt install python{}.{}-venv".format(*sys.version_info[:2]) in said
    assert not (fresh.root / ".venv").exists()


def test_kravfilen_saknas(fresh, one_sentence):
    (fresh.root / "requirements" / "app.txt").unlink()
    assert one_sentence(fresh.start()).endswith("saknas: hämta hela programmet på nytt och starta igen.")


def test_mappen_far_inte_skrivas_i(monkeypatch, tmp_path, one_sentence):
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    environment = Environment(tmp_path)
    monkeypatch.setattr(environment, "is_ready", lambda name: False)
    with pytest.raises(trouble.Trouble, match="får inte skriva i mappen .*: flytta hela mappen dit du får skriva"):
        environment.make_ready("app")


@pytest.mark.skipif(os.name == "nt", reason="folders are protected in another way")
def test_en_skrivskyddad_mapp_pa_riktigt(one_sentence):
    from tests.start.conftest import make_checkout

    python = "/usr/bin/python3" if os.geteuid() == 0 else sys._base_executable
    how = {"user": "nobody"} if os.geteuid() == 0 else {}  # root may write anywhere
    probe = shutil.which(python) and subprocess.run(
        [python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"], cwd="/", **how
    )
    if not probe or probe.returncode:
        pytest.skip("no Python here that somebody else than root can start")
    with tempfile.TemporaryDirectory() as folder:
        checkout = make_checkout(Path(folder, "program"))
        for path in (Path(folder), checkout.root):
            path.chmod(0o555)
        try:
            result = subprocess.run(
                [python, checkout.root / "start.py"],
                env=checkout.surroundings(),
                cwd="/",
                capture_output=True,
                encoding="utf-8",
                **how,
            )
        finally:
            for path in (Path(folder), checkout.root):
                path.chmod(0o755)
    assert "får inte skriva i mappen" in one_sentence(result)


@pytest.mark.parametrize(
    ("pip_said", "sentence"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching", "Internet nås inte"),
        ("ERROR: ... ProxyError('Cannot connect to proxy.')", "Internet nås inte"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "litar inte på dess certifikat"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "Disken är full"),
        ("x\nERROR: något nytt\n", "gick inte att installera: ERROR: något nytt"),
        ("", "gick inte att installera: ?"),
    ],
)
def test_det_pip_sager_blir_en_mening(pip_said, sentence):
    assert sentence in str(trouble.pip_failed(pip_said))


def test_full_disk():
    assert str(trouble.not_writable(Path("x"), OSError(errno.ENOSPC, "No space left"))).startswith("Disken är full")
