"""A hostile file is refused with a sentence: never more than 200 MB of memory, never more than 5 seconds, whatever it holds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.incoming.hostile import FILES

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES, MOST_SECONDS = 200, 5
MOST_LOOKED_AT = 110
"""Megabytes, the program itself and a file of twenty of them included."""

pytestmark = pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="minnet mäts på Linux")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """What came of each file."""
    folder = tmp_path_factory.mktemp("fientliga")
    paths = [folder / str(number) for number in range(len(FILES))]
    for path, (make, _) in zip(paths, FILES.values(), strict=True):
        path.write_bytes(make())
    return dict(zip(FILES, read_apart(paths), strict=True))


def read_apart(paths):
    """All read by one process that is not this one."""
    result = subprocess.run(
        [sys.executable, "-P", "-m", "tests.incoming.reading", *map(str, paths)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    lines = result.stdout.splitlines()
    assert len(lines) == len(paths), f"dog efter {len(lines)} filer: {result.stderr[-2000:]}"
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", FILES)
def test_en_fientlig_fil_avvisas_med_en_mening(outcomes, name):
    outcome = outcomes[name]
    assert FILES[name][1] in outcome["utfall"], outcome
    assert outcome["megabyte"] <= MOST_MEGABYTES, outcome
    assert outcome["sekunder"] <= MOST_SECONDS, outcome


def test_tvahundra_megabyte_lases_inte(tmp_path):
    """Not even to be refused."""
    file = tmp_path / "stor.docx"
    with file.open("wb") as made:
        made.write(b"PK\x03\x04")
        made.truncate(200 * 1024 * 1024)
    (outcome,) = read_apart([file])
    assert "för stor" in outcome["utfall"] and outcome["megabyte"] <= MOST_LOOKED_AT


BEFORE_UNPACKED = (
    "en innehållsförteckning utan slut",
    "en bomb",
    "en bomb i många delar",
    "pdf-bomb",
    "pdf-bomb i pdf-bomb",
)


@pytest.mark.parametrize("name", BEFORE_UNPACKED)
def test_det_som_syns_pa_utsidan_ses_innan_nagot_packas_upp(outcomes, name):
    """What is refused by its list of contents, or by what a document can be at most, costs next to nothing."""
    outcome = outcomes[name]
    assert outcome["megabyte"] <= MOST_LOOKED_AT, outcome
    assert outcome["sekunder"] <= 1, outcome
