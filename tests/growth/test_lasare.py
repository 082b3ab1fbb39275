"""No text keeps a reader busy: every kind of field, every function that reads a text, and every pattern of the program."""

import importlib
import pkgutil
import random
import re
import re._constants as sre
import re._parser as parser
from pathlib import Path

import pytest

import finsam_forms
from finsam_forms.core import (
    dates,
    email,
    expression,
    kronor,
    markup,
    merge,
    percent,
    reading,
    text_amounts,
    text_parts,
)
from finsam_forms.core.checks.kinds import goals, people
from finsam_forms.core.kinds.fixed_text import FixedText
from finsam_forms.core.kinds.kind import Leaf
from finsam_forms.core.kinds.registry import KINDS
from finsam_forms.core.kinds.signature import Signatures
from finsam_forms.core.per_year import yearly
from finsam_forms.core.references import References
from finsam_forms.core.typed_amounts import offers
from finsam_forms.export.pdf import page
from finsam_forms.forms.edit import clean
from tests.builder import worked_example
from tests.growth.hostile import MAKERS
from tests.growth.measure import SIZES, SMALL, grows_evenly

REFERENCES = References(worked_example())
LEAVES = [kind(id="x") for kind in KINDS.values() if issubclass(kind, Leaf) and kind not in (FixedText, Signatures)]


def uncached(function):
    return getattr(function, "__wrapped__", function)


READERS = {
    **{f"{leaf.type}.{name}": getattr(leaf, name) for leaf in LEAVES for name in ("read", "canonical", "show")},
    "datum": dates.read_date,
    "datum i text": dates.find_dates,
    "dagar i en kommentar": lambda text: list(dates.told_days(text)),
    "dagen som menas": dates.meant_day,
    "på en rad": reading.one_line,
    "e-post": email.read_email,
    "ett mål": goals.measurable,
    "för en annan": lambda text: people.for_another(text, text),
    "utan fullmakt": people.without_power,
    "uträkning": expression.evaluate,
    "är det en uträkning": expression.is_expression,
    "belopp": kronor.read_kronor,
    "belopp att spara": kronor.canonical_kronor,
    "per år": yearly,
    "procent": percent.read_percent,
    "belopp i text": uncached(text_amounts.find_amounts),
    "meningar": lambda text: uncached(text_parts.sentences)(uncached(text_parts.searchable)(text)),
    "inskrivet": markup.tidy_typed,
    "märkt upp": lambda text: markup.blocks(text, REFERENCES.resolve),
    "ord": markup.words,
    "levande belopp": lambda text: offers(text, REFERENCES),
    "ur webbläsaren": clean,
    "på papper": page.tidy,
    "rubrik": lambda text: page.balanced(text, page.BODY, page.TEXT),
    "ändringar": lambda text: merge.word_diff(text, text[::-1]),
    "ändringar i ord": lambda text: merge.word_diff(text, " ".join(reversed(text.split()))),
    "sammanslagning": lambda text: merge.merge(text, f"före {text}", f"{text} efter"),
    "sammanslagning i mitten": lambda text: merge.merge(
        text, text[: len(text) // 2] + " mitt " + text[len(text) // 2 :], text.replace("a", "b")
    ),
    "sammanslagning av många": lambda text: merge.merge(*far_apart(text)),
    "sammanslagning av olika": lambda text: merge.merge(text, text.replace(" ", " x "), text.replace(" ", " y ")),
}


def far_apart(text: str) -> tuple[str, str, str]:
    """One person takes out every second word, another adds one word more of what is said over and over at the end."""
    pairs = len(text) // 20
    every = "".join(f"w{n} x{n} " for n in range(pairs)) + "Q "
    second = "".join(f"w{n} " for n in range(pairs)) + "Q "
    return every + text, second + text, every + text + text[: max(1, len(text) // 100)]


def slow(name, makers, sizes):
    read = READERS[name]

    def prepare(make):
        return lambda size: (lambda text: lambda: read(text))(make(size))

    return {made: told for made in makers if (told := grows_evenly(prepare(MAKERS[made]), sizes))}


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_ingen_text_haller_en_lasare_upptagen(name):
    kronor.read_short.cache_clear()
    assert slow(name, MAKERS, SIZES) == {}


def all_patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that a module of core, export or forms keeps, by its place."""
    found = {}
    for part in ("core", "export", "forms"):
        package = importlib.import_module(f"finsam_forms.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"finsam_forms.{part}."):
            loaded = importlib.import_module(module.name)
            for name, value in vars(loaded).items():
                kept = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
                inner = [one for some in kept for one in (some if isinstance(some, tuple) else (some,))]
                for number, one in enumerate(inner):
                    if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                        found.setdefault(f"{module.name.removeprefix('finsam_forms.')}.{name}[{number}]", one)
    return found


PATTERNS = all_patterns()


def sample(nodes, chance: random.Random, groups: dict[int, str]) -> str:
    """A text that a pattern is likely to like: its branches and repeats taken by chance, what looks ahead left out."""
    out = ""
    for kind, value in nodes:
        if kind is sre.LITERAL:
            out += chr(value)
        elif kind is sre.NOT_LITERAL:
            out += "a" if value != ord("a") else "b"
        elif kind is sre.ANY:
            out += chance.choice("a 1")
        elif kind is sre.IN:
            out += one_of(value, chance)
        elif kind is sre.BRANCH:
            out += sample(chance.choice(value[1]), chance, groups)
        elif kind is sre.SUBPATTERN:
            groups[value[0]] = inner = sample(value[-1], chance, groups)
            out += inner
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            low, high, inner = value
            for _ in range(chance.randint(low, min(int(high), low + 2))):
                out += sample(inner, chance, groups)
        elif kind is sre.GROUPREF:
            out += groups.get(value, "")
    return out


def one_of(items, chance: random.Random) -> str:
    if items[0][0] is sre.NEGATE:
        ours = re.compile(
            "[^" + "".join(re.escape(chr(value)) for kind, value in items[1:] if kind is sre.LITERAL) + "]"
        )
        return next(sign for sign in "a1 -x" if ours.match(sign))
    kind, value = chance.choice(items)
    if kind is sre.LITERAL:
        return chr(value)
    if kind is sre.RANGE:
        return chr(chance.randint(*value))
    return {sre.CATEGORY_DIGIT: "7", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a"}.get(value, "é")


BOUNDED = {
    "core.expression": expression.LONGEST,
    "core.kronor": kronor.LONGEST,
    "core.email": email.LONGEST,
    "core.dates": None,
}
"""Modules that look at so many characters and no more before they use their patterns (tried whole above)."""


def anchored(name: str) -> bool:
    """Is a pattern only tried at places that its user has chosen, a line or an amount? Then it begins anew at none of its own."""
    module, _, kept = name.partition("[")[0].rpartition(".")
    file = Path(importlib.import_module(f"finsam_forms.{module}").__file__)
    used = re.findall(rf"\b{kept}\b(?! =)(?!: )(\.\w+)?", file.read_text("utf-8"))
    return set(used) <= {".match", ".fullmatch"} and bool(used)


FEW = {"core.text_amounts.UNIT_FIRST[0]"}
"""Patterns that are only tried on the few characters before an amount."""
SOUGHT = [
    name for name in PATTERNS if name.rpartition(".")[0] not in BOUNDED and name not in FEW and not anchored(name)
]


@pytest.mark.long
@pytest.mark.parametrize("name", SOUGHT)
def test_inget_monster_borjar_om_vid_varje_tecken(name):
    pattern = PATTERNS[name]
    chance = random.Random(name)
    slow = {}
    for _ in range(6):
        liked = sample(parser.parse(pattern.pattern, pattern.flags), chance, {}) or "a"
        for piece in {liked, liked[:-1] or "a", liked[: len(liked) // 2] or "a", liked[-1] * 2, liked[0]}:
            told = grows_evenly(lambda size, piece=piece: search(pattern, (piece * size)[: 2 * size]), SMALL)
            if told:
                slow[piece] = told
    assert slow == {}


def search(pattern, text):
    return lambda: (sum(1 for _ in pattern.finditer(text)), pattern.fullmatch(text))


def test_varje_del_av_programmet_har_monster_som_provas():
    assert len(PATTERNS) > 80
    assert finsam_forms.__version__
