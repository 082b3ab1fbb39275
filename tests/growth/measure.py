"""Does a piece of work grow with its input, or faster? Told by ratios within one run: no second on the wall is ever judged."""

import gc
import time
from collections.abc import Callable
from itertools import pairwise

SIZES = (3_000, 30_000)
SMALL = (1_000, 10_000)
"""Characters, for what does more than read a text."""
MOST = 20
"""Times as much work for ten times the text: even growth is 10, what a machine's caches add makes it 14 or 15, and a text gone
through again at each of its characters is 100."""
FLOOR = 0.004
"""Seconds of this thread's own processor time. Work that small is told from nothing only by chance."""
TRIES = 4
"""A machine that others use too now and then takes its time: only work that is slow every time is slow."""


def used(act: Callable[[], object]) -> float:
    gc.disable()
    try:
        begun = time.thread_time()
        act()
        return time.thread_time() - begun
    finally:
        gc.enable()


def grows_evenly(prepare: Callable[[int], Callable[[], object]], sizes: tuple[int, ...] = SIZES) -> str:
    """Nothing, or what grew too fast. `prepare` makes the work for a size: it is called anew for each try, so nothing is cached."""
    least: dict[int, float] = {}
    for smaller, larger in pairwise(sizes):
        told = ""
        for _ in range(TRIES):
            least[larger] = min(least.get(larger, float("inf")), used(prepare(larger)))
            if least[larger] <= MOST * FLOOR:
                told = ""
                break
            least[smaller] = min(least.get(smaller, float("inf")), used(prepare(smaller)))
            if least[larger] <= MOST * max(least[smaller], FLOOR):
                told = ""
                break
            told = f"{smaller}: {least[smaller]:.4f} s, {larger}: {least[larger]:.4f} s"
        if told:
            return told
    return ""
