"""The editor and the program read the light markup alike, and the editor gives back each text as it was."""

import json
import random
import subprocess
from pathlib import Path

import pytest

from finsam_forms.core.markup import Bullets, Heading, Numbers, Paragraph, blocks, tidy_typed
from tests.builder import worked_example
from tests.others import needs

SCRIPT = Path(__file__).with_name("markup.cjs")
KINDS = {Paragraph: "paragraph", Heading: "heading", Bullets: "bullet_list", Numbers: "ordered_list"}
PIECES = [
    "ord", "Två ord", "å", "12*27083", "*", "**", "***", "*fet*", "**fet**", "**fet *båda* fet**", "*a**b*", "\n", "\n\n",
    "\n\n\n", " ", "  ", "\t", "\u00a0", "\n- ", "\n-", "\n  ", "\n1. ", "\n3. ", "\n2021. ", "\n## ", "\n##", "##  ", "- ",
    "[[total]]", "[[tabell/rekvirera|355 000 kr]]", "[[Inte en nyckel]]", "[[", "”", "(", ")", ".", ",", "😀", "e\u0301",
    "العربية", "_", "-", "–", "½", "a*", "*a", "**a", "a**", "\u3000", "\x1c", "\u0378",
]  # fmt: skip

pytestmark = needs("Redigeraren", "node")


def in_editor(texts):
    """What the editor makes of each."""
    told = subprocess.run(
        ["node", str(SCRIPT)], input=json.dumps(texts), capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(told.stdout)


def random_texts(seed, count):
    dice = random.Random(seed)
    return [tidy_typed("".join(dice.choices(PIECES, k=dice.randint(0, 24)))) for _ in range(count)]


def read(text):
    """Kinds, first numbers and the look of every sign, as the program reads them."""
    found = []
    for block in blocks(text):
        items = block.items if isinstance(block, Bullets | Numbers) else (block.runs,)
        found.append(
            [KINDS[type(block)], block.start if isinstance(block, Numbers) else 1, [signs(one) for one in items]]
        )
    return found


def signs(runs):
    return [[sign, run.bold + 2 * run.italic] for run in runs for sign in run.text if not sign.isspace()]


def with_words(shown):
    """As the program does: what has no words is not there."""
    kept = [[kind, number, [one for one in items if one]] for kind, number, items in shown]
    return [one for one in kept if one[2]]


def letters(shown):
    return [sign for _, _, items in shown for one in items for sign, _ in one if sign.isalpha()]


@pytest.mark.parametrize(("seed", "count"), [(1, 2000), pytest.param(3, 40_000, marks=pytest.mark.long)], ids=str)
def test_texten_blir_densamma_och_lases_lika_i_redigeraren_och_i_programmet(seed, count):
    texts = random_texts(seed, count)
    for text, told in zip(texts, in_editor(texts), strict=True):
        assert told["out"] == text
        assert told["again"], text
        assert with_words(told["blocks"]) == read(text), text
        # A document that was not read from a text (pasted, typed anew) is written so that it is read as it looks; only
        # that a star is a star the markup can't say, and then the words stay.
        shown, written = read(text), read(told["rebuilt"])
        assert written == shown or ("*" in str(shown) and letters(written) == letters(shown)), (text, told["rebuilt"])


def test_exemplets_texter_skrivs_ut_likadant():
    texts = [text for text in worked_example().values.values() if text]
    assert [told["out"] for told in in_editor(texts)] == texts
    assert [told["rebuilt"] for told in in_editor(texts)] == texts
