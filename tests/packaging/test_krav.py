"""The pins: every package once, with hashes, without addresses, the same for the program and for its tests."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def pins(name: str) -> dict[str, tuple[str, str]]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert PIN.sub("", text) == "", "a line that is neither a pin nor a hash"
    return {package: (version, hashes) for package, version, _, hashes in PIN.findall(text)}


def wanted(lines: list[str]) -> set[str]:
    return {re.sub(r"[_.]", "-", line).split(" ;")[0].lower() for line in lines if line and line[0] not in "#-"}


@pytest.mark.parametrize("name", ["app", "test"])
def test_varje_krav_har_version_och_hash_och_ingen_adress(name):
    assert len(pins(name)) > 20
    assert "/" not in (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def test_proven_kor_pa_programmets_egna_versioner():
    assert pins("app").items() <= pins("test").items()


def test_paketet_och_utcheckningen_behover_samma_sak():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert wanted(project["dependencies"]) == wanted((ROOT / "requirements" / "app.in").read_text("utf-8").splitlines())


@pytest.mark.parametrize("name", ["app", "test"])
def test_allt_som_onskas_ar_last(name):
    lines = (ROOT / "requirements" / f"{name}.in").read_text("utf-8").splitlines()
    assert {re.split("[<>=]", line)[0] for line in wanted(lines)} <= pins(name).keys()
