"""Texts that nobody writes and that a program must live through: one small piece, over and over, to any length."""

from collections.abc import Callable
from itertools import count, islice

Maker = Callable[[int], str]
"""Length in characters → the text."""

PIECES = (
    # what sentences, words and lines are parted at
    "a",
    "a ",
    "a. ",
    "a.",
    ". ",
    ".",
    " ",
    "\n",
    "\t",
    "\u00a0",
    " \n",
    "a\n",
    "a\n\n",
    "t.ex. ",
    "bl.a. och ",
    "20. ",
    "å-",
    "a-b.c_",
    "🙂",
    "e\u0301",
    # figures, amounts, days
    "1",
    "1 ",
    "1,",
    "1.",
    "1. ",
    "12 345 ",
    "1 000 ",
    "42 000 kr ",
    "42 000 kr per år ",
    "cirka 5 tkr. ",
    "summa 42 000 ",
    "totalt söks 42 000 kr ",
    "total kostnad ",
    "Processledare och lön 42 000 kr ",
    "sökt belopp 42000 ",
    "kr 42 000, ~42 000, 42 tusen ",
    "| 42 000 ",
    "9,000 000 kr ",
    "42 000 kr för ",
    "2021-02-21 ",
    "21 februari 2021 ",
    "21/2 2021 ",
    "april 2021 ",
    "1+",
    "1*(",
    "-",
    "=",
    "%",
    # the marks of a long text
    "*",
    "**",
    "*a",
    "a*",
    "**a** ",
    "*a **b ",
    "***a",
    "- a\n",
    "1. a\n",
    "## a\n",
    "  a\n",
    "[[",
    "[[a",
    "[[a|",
    "[[tabell/rekvirera]] ",
    "[[a|b]]",
    "]]",
    "\\",
    "`",
    "_a_",
    # what the checks look for
    "ESF ",
    "ESF",
    "inte ESF. ",
    "bilaga ",
    "se bilaga 9 ",
    "Bilaga",
    "bifogad ",
    "NAMN ",
    "xx",
    "XXX",
    "___",
    "....",
    "???",
    "åååå-mm-dd ",
    "TODO ",
    "SUS ",
    "SUS:a ",
    "projekt ",
    "projektägare ",
    "insatsen ",
    "esf-projekt",
    "19900101-1234 ",
    "900101 - 1234 ",
    "640823-3234 ",
    "en kvinna på 43 år ",
    "en 43-årig ",
    "kvinnor ",
    "för alla ",
    "för Bo Ek / ",
    "210120 ",
    "född ",
    "16-64 år ",
    "från 16 år ",
    "upp till ",
    "utbildning för medarbetare ",
    "utbildning. ",
    "lokus godkände 2021-02-21. ",
    "godkänt ",
    "tidigare ",
    "beslut ",
    "Q1–",
    "kv ",
    "region ",
    "kommun ",
    "e.u. ",
    "ombud ",
    "per ",
    "lön ",
    "OH 10 % ",
    "högst ",
    "max ",
    "per år ",
    "a per år",
    # addresses
    "@",
    "a@",
    "a@b.se ",
    "@b.",
    "a@b,",
    "<a@b.se>",
    "(at)",
    "<",
    ">",
    "mailto:",
)


def repeated(piece: str) -> Maker:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def all_different(size: int) -> str:
    """Words that never come twice."""
    return " ".join(islice((f"ord{number}" for number in count()), size // 6 + 1))[:size]


def counted_lines(size: int) -> str:
    return "\n".join(islice((f"{number % 1000}. Rad nummer {number} om {number * 37} kr" for number in count()), size))[
        :size
    ]


def at_the_end(piece: str) -> Maker:
    """A long word, and then what is looked for."""
    return lambda size: "x" * (size - len(piece) - 1) + " " + piece


MAKERS: dict[str, Maker] = {
    **{repr(piece): repeated(piece) for piece in PIECES},
    "bara olika ord": all_different,
    "numrerade rader": counted_lines,
    "ett långt ord, sedan ESF": at_the_end("ESF"),
    "ett långt ord, sedan en bilaga": at_the_end("se bilaga 9"),
}


QUICK = (
    *map(
        repr,
        ("a", "a ", "t.ex. ", "20. ", "1 ", "42 000 kr per år ", "totalt söks 42 000 kr ", "**a** ", "[[a|", "a\n"),
    ),
    *map(repr, (" ", "se bilaga 9 ", "ESF ", "640823-3234 ", "utbildning för medarbetare ", "(at)")),
    "bara olika ord",
    "ett långt ord, sedan ESF",
)
"""Those that each found something once, or stand for a kind: tried always. The rest are tried with --all."""
