"""The ruler itself: it sees a pattern that goes through the text again at each character, and lets even work pass."""

import re

from tests.growth.measure import grows_evenly


def test_ett_monster_som_borjar_om_vid_varje_tecken_syns():
    greedy = re.compile(r"[^.\n]*\bESF\b")
    assert grows_evenly(lambda size: lambda: greedy.search("a" * size), (1_000, 10_000))


def test_jamnt_arbete_godtas():
    assert not grows_evenly(lambda size: lambda: [sign.upper() for sign in "a" * size * 3])
