"""Files made by others are unchanged, named with version and licence, and nothing else lies among them."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "folder", ["static/vendor", "static/vendor/prosemirror", "static/fonts", "static/icc", "tests/vendor"]
)
def test_filerna_ar_de_som_readme_sager(folder):
    files = {path.name: path for path in (ROOT / folder).iterdir() if path.is_file()}
    readme = files["README.md"].read_text("utf-8")
    stated = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", readme, re.MULTILINE)}
    licences = {name for name in files if name.startswith("LICENSE") or name == "OFL.txt"}
    assert licences
    assert set(files) == stated.keys() | licences | {"README.md"}
    for name, digest in stated.items():
        assert hashlib.sha256(files[name].read_bytes()).hexdigest() == digest, name


def test_licensen_ar_hela_eupl():
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert all(f"\n{number}." in text for number in range(1, 16))
    assert text.rstrip().endswith("require the production of a new EUPL version.")
