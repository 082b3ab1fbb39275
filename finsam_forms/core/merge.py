"""Two people in the same text: a three-way merge word by word, and the difference word by word for the history.

A word and the spaces after it are one token: that lost nothing in 2 000 random edits and changed nothing when merged
twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import cycle, pairwise, takewhile
from typing import NamedTuple

TOKEN = re.compile(r"\S+[^\S\n]*|\n|[^\S\n]+")
Tokens = Sequence[str]
Edit = tuple[int, int, list[str]]
"""Tokens start–end of the base were replaced by these."""
COMPARED = 400_000
"""Steps that one comparison may take at worst. Two texts of some hundred words take fewer; more of them, as in a page of
the same word or in long texts without a stretch in common, would keep the machine busy for minutes."""
FEWEST = 20_000
DEEPEST = 6


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Both changes of a text in one, or None when both changed the same place: then a person chooses."""
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    words = TOKEN.findall(base)
    ours, others = edits(words, TOKEN.findall(mine)), edits(words, TOKEN.findall(theirs))
    low, other_low = ([lowest(words, edit) for edit in found] for found in (ours, others))
    merged: list[str] = []
    place = 0
    one = other = 0
    while one < len(ours) or other < len(others):
        if one < len(ours) and other < len(others):
            if ours[one] == others[other]:
                other += 1
                continue
            if clash(ours[one], low[one], others[other], other_low[other]):
                return None
        if other == len(others) or (one < len(ours) and ours[one][0] < others[other][0]):
            start, end, new = ours[one]
            one += 1
        else:
            start, end, new = others[other]
            other += 1
        merged += words[place:start] + new
        place = end
    merged += words[place:]
    return None if run_together(merged) else "".join(merged)


def clash(one: Edit, low: int, other: Edit, other_low: int) -> bool:
    """Do two edits overlap or start at the same place, or does one insert where the other might stand? `low`: see `lowest`."""
    (start, end, _), (other_start, other_end, _) = one, other
    if start == end or other_start == other_end:
        return max(low, other_low) <= min(end, other_end)
    return max(low, other_low) < min(end, other_end)


def lowest(base: Tokens, edit: Edit) -> int:
    """The first place where the same words could have been put in, or taken out, with the same outcome."""
    start, end, words = edit
    return start - room(turns(base, start, end, words)[::-1], (base[at] for at in range(start - 1, -1, -1)))


def run_together(tokens: Tokens) -> bool:
    """Would two words become one? One person took away the space after a word, the other the line break after it."""
    return any(not first[-1].isspace() and not second[0].isspace() for first, second in pairwise(tokens))


def edits(old: Tokens, new: Tokens) -> list[Edit]:
    """What was replaced, in order. A word put in or taken out beside its like could stand at several places: always the
    last of them, so that the same change is known again when it comes in other company.
    """
    found: list[Edit] = []
    for start, end, words in reversed(list(compare(old, new, 0, COMPARED, DEEPEST))):
        limit = found[-1][0] if found else len(old)
        moved = room(turns(old, start, end, words), old[end:limit])
        if words and moved:
            words = words[moved % len(words) :] + words[: moved % len(words)]
        start, end = start + moved, end + moved
        found.append((start, end, words))
    return found[::-1]


def turns(old: Tokens, start: int, end: int, words: list[str]) -> Tokens:
    """What was only put in, or only taken out; nothing when words were replaced by others."""
    if words and start < end:
        return ()
    return words or old[start:end]


def room(turn: Tokens, beside: Iterable[str]) -> int:
    """How many words the same change could stand further on: for as long as what follows goes round in its words."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(cycle(turn), beside, strict=False)))


def compare(old: Tokens, new: Tokens, place: int, allowed: int, depth: int) -> Iterator[Edit]:
    """Edits of a stretch that starts at `place` of the whole. Common head and tail are set aside first, and a stretch
    that can take more than `allowed` steps is parted at the words that stand once in each: a long text takes milliseconds.
    """
    head = 0
    shortest = min(len(old), len(new))
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old, new, place = old[head : len(old) - tail], new[head : len(new) - tail], place + head
    if not old and not new:
        return
    counts, new_counts = Counter(old), Counter(new)
    if most_steps(counts, new_counts, len(old)) <= allowed:
        for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                yield start + place, end + place, list(new[new_start:new_end])
        return
    new_places = {word: at for at, word in enumerate(new)}
    single = {word for word, count in counts.items() if count == 1 and new_counts[word] == 1}
    anchors = in_order([(at, new_places[word]) for at, word in enumerate(old) if word in single]) if depth else []
    if not anchors:
        yield place, place + len(old), list(new)
        return
    share = max(FEWEST, allowed // len(anchors))
    done = new_done = 0
    for at, new_at in [*anchors, (len(old), len(new))]:
        yield from compare(old[done:at], new[new_done:new_at], place + done, share, depth - 1)
        done, new_done = at + 1, new_at + 1


def most_steps(counts: Counter[str], new_counts: Counter[str], length: int) -> int:
    """SequenceMatcher at its worst: for each stretch in common it goes through the old words and their like in the new."""
    pairs = sum(count * new_counts[word] for word, count in counts.items())
    stretches = sum(min(count, new_counts[word]) for word, count in counts.items())
    return (stretches + 1) * (pairs + length)


def in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that rise in both; they come sorted by the first. (The longest increasing subsequence.)"""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(tails, second)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(second)
            ends.append(number)
        else:
            tails[length], ends[length] = second, number
    found = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


class Part(NamedTuple):
    """A stretch of a difference: `same`, `added` or `removed`."""

    kind: str
    text: str


def word_diff(old: str, new: str) -> tuple[Part, ...]:
    """The difference between two texts, to be read from left to right: all but `added` is the old, all but `removed`
    the new.
    """
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    parts: list[Part] = []
    place = 0
    for start, end, words in edits(before, after):
        for kind, stretch in (("same", before[place:start]), ("removed", before[start:end]), ("added", words)):
            if stretch:
                parts.append(Part(kind, "".join(stretch)))
        place = end
    if before[place:]:
        parts.append(Part("same", "".join(before[place:])))
    return tuple(parts)
