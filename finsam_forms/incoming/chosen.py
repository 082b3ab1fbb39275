"""What is written in the draft when somebody has chosen among the differences; and the differences in words, for those who can only be told."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .difference import Changed, Comparison, Difference, What
from .word_by_word import word_by_word

WRITTEN = ("texts", "words")
"""The topics of what a person writes in words: compared word by word. An amount, a day or an address is another as a whole."""
NEW = (What.NEW_ROW, What.ROW_BACK)
ROWS = {
    What.NEW_ROW: "ny rad",
    What.GONE_ROW: "raden är borttagen i filen",
    What.ROW_BACK: "raden är borttagen här, men ändrad i filen",
    What.ORDER: "raderna står i en annan ordning i filen",
}


def written(comparison: Comparison, chosen: Collection[str], files: Collection[str] = ()) -> dict[str, str]:
    """Path → text. `chosen`: keys. `files`: those of them where the file's text is wanted though both could be had.

    A value about a row that is new (an amount of a new party) brings the row along.
    """
    picked = [one for one in comparison.differences if one.key in chosen]
    picked += [row for row in comparison.differences if row not in picked and any(needs(one, row) for one in picked)]
    return {path: text for one in picked for path, text in (one.values if one.key in files else one.taken).items()}


def needs(one: Difference, row: Difference) -> bool:
    """Does what is written stand in, or speak of, a row that comes with the file?"""
    if row.what not in NEW:
        return False
    steps = row.path.rpartition("/")[2]
    return any(steps in path.split("/") for path in one.values)


def lines(comparison: Comparison) -> Iterator[str]:
    """A difference a line: «Syfte: [−Fler−]{+Alla+} ska få arbete.», «Planerat startdatum: «2021-02-21» → tomt.»"""
    for one in comparison.differences:
        yield line(one, comparison)


def line(one: Difference, comparison: Comparison) -> str:
    more = [*one.asked]
    if one.changed is Changed.BOTH:
        more.append(
            "Båda ändringarna går att få med." if one.merged is not None else "Ändrat också här: ni behöver välja."
        )
    return " ".join([f"{one.name}: {words(one, comparison)}.", *more])


def words(one: Difference, comparison: Comparison) -> str:
    if one.what is What.NOTE:
        return f"«{one.file}»"
    if one.what is not What.VALUE:
        return ROWS[one.what]
    leaf = comparison.after.mall.leaf_at(one.path)
    file = one.file if one.merged is None else one.merged
    if leaf.topic in WRITTEN and one.here and file:
        return word_by_word(one.here, file)
    was, becomes = (f"«{leaf.show(text)}»" if text else "tomt" for text in (one.here, file))
    return f"{was} → {becomes}"
