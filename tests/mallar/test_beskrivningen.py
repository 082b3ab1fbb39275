"""docs/formular.md names every key that a form can write, where it can be written, and no other."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from finsam_forms.core.kinds.kind import Kind, Leaf
from finsam_forms.core.kinds.registry import KINDS
from finsam_forms.core.mall import Mall, Section
from finsam_forms.core.mall_keys import inside, key_of, keys_of
from finsam_forms.core.settings import Help, Settings

TEXT = (Path(__file__).parents[2] / "docs" / "formular.md").read_text("utf-8")
PLAIN = "Slag utan egna nycklar"
COMMON = keys_of(Kind)


class Part(NamedTuple):
    """What can be written in a part of a form, and what has to be there."""

    keys: frozenset[str]
    required: frozenset[str]


def part_of(cls: type, *lists: str, without: frozenset[str] = frozenset()) -> Part:
    """`lists`: what the reader takes out by itself."""
    keys = keys_of(cls) | set(lists)
    required = {
        one.name for one in dataclasses.fields(cls) if one.default is one.default_factory is dataclasses.MISSING
    }
    return Part(keys - without, frozenset(required & keys - without))


def parts_inside(name: str, cls: type) -> Iterator[tuple[str, Part]]:
    without = COMMON if issubclass(cls, Kind) else frozenset()
    yield name, part_of(cls, without=without)
    for key, one in inside(cls).items():
        if one not in (Kind, Leaf):
            yield from parts_inside(f"{name}.{key}", one)


PARTS = {
    "Formuläret": part_of(Mall, "section"),
    "settings": part_of(Settings, "po"),
    "section": part_of(Section, "field"),
    "shown_when": Part(frozenset({"field", "is"}), frozenset({"field", "is"})),
    "help": part_of(Help),
    "field": part_of(Kind, "type"),
    **{name: part for kind in KINDS.values() for name, part in parts_inside(kind.type, kind)},
}


def told() -> Iterator[tuple[str, Part]]:
    """Heading → the keys in the first column of the table under it; those in bold have to be there."""
    for chunk in re.split(r"^#+ ", TEXT, flags=re.MULTILINE)[1:]:
        heading, _, below = chunk.partition("\n")
        cells = [line.split("|")[1] for line in below.splitlines() if line.startswith("| ") and "`" in line]
        keys, bold = (re.findall(pattern, " ".join(cells)) for pattern in (r"`(\w+)`", r"\*\*`(\w+)`\*\*"))
        yield heading.strip("`"), Part(frozenset(keys), frozenset(bold))


TOLD = dict(told())


@pytest.mark.parametrize("name", [name for name, part in PARTS.items() if part.keys])
def test_varje_nyckel_star_i_beskrivningen(name):
    assert TOLD[name].keys == PARTS[name].keys
    assert TOLD[name].required >= PARTS[name].required
    assert TOLD[name].required <= PARTS[name].required | {"type"} | {key for key in PARTS[name].keys if is_list(key)}


def is_list(key: str) -> bool:
    return key in ("section", "field", "column", "list", "row", "row_in", "row_out", "table", "group")


def test_varje_slag_utan_egna_nycklar_star_i_beskrivningen():
    paragraph = TEXT.partition(f"### {PLAIN}\n")[2].partition("\n###")[0]
    assert set(re.findall(r"`([a-z_]+)`", paragraph)) == {kind for kind in KINDS if not PARTS[kind].keys}


@pytest.mark.parametrize("kind", KINDS)
def test_det_som_ett_slag_inte_tar_emot_star_dar(kind):
    section = TEXT.partition(f"### `{kind}`\n")[2].partition("\n#")[0]
    (refused,) = re.findall(r"Tar inte emot ([^.]*)", section) or [""]
    assert set(re.findall(r"`(\w+)`", refused)) == {key_of(one) for one in KINDS[kind].unheard}


def test_det_som_beskrivs_finns():
    assert {name for name in TOLD if name not in PARTS} <= {
        "Att skriva ett formulär",
        "Avsnitten",
        "Fälten",
        PLAIN,
        "Roller",
        "När ett formulär ändras",
    }
