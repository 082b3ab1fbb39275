"""Dependencies point inwards: the contracts stand in pyproject.toml."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    linter = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return subprocess.run(
        [sys.executable, "-c", linter, "--no-cache"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
    )


def test_beroenden_pekar_inat():
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_en_ring_som_bryts_upptacks(tmp_path):
    """The contracts are read, and can fail: a core that asks the store and the clock, a document that knows what it means."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "finsam_forms", tmp_path / "finsam_forms", ignore=shutil.ignore_patterns("__pycache__"))
    core = tmp_path / "finsam_forms" / "core"
    (core / "slarv.py").write_text("import time\nfrom finsam_forms.store import database\n")
    with (core / "document.py").open("a") as document:
        document.write("\n\nfrom .mall import Mall\nfrom .kinds.kind import Kind\nfrom .party import Party\n")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    for above in ("mall", "kinds.kind", "party"):
        assert f"finsam_forms.core.document -> finsam_forms.core.{above}" in result.stdout
    assert "finsam_forms.core.slarv -> finsam_forms.store" in result.stdout
    assert "finsam_forms.core.slarv -> time" in result.stdout
