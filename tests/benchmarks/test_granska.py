"""Merging and checking: both happen while somebody waits."""

from random import Random
from statistics import median

from finsam_forms.core.checks import Checker
from finsam_forms.core.document import Document
from finsam_forms.core.merge import merge
from tests.benchmarks.measure import interleaved
from tests.builder import worked_example
from tests.core.checks.reports import FORMS, report

WORDS = [
    "insatsen",
    "ska",
    "stödja",
    "unga",
    "vuxna",
    "som",
    "står",
    "långt",
    "från",
    "arbete",
    "och",
    "studier",
    "i",
    "kommunen",
    "med",
    "samordnad",
    "hjälp",
]


def long_text(words=3000, seed=1):
    dice = Random(seed)
    return " ".join(dice.choice(WORDS) + str(dice.randrange(40)) for _ in range(words))


def test_tva_andringar_i_en_lang_text(figures):
    base = long_text().split(" ")
    mine, theirs = list(base), list(base)
    mine[300:303] = ["en", "annan", "början"]
    theirs[2500] = "slutet"
    texts = [" ".join(words) for words in (base, mine, theirs)]
    merged = merge(*texts)
    assert merged and "en annan början" in merged and "slutet" in merged
    (times,) = interleaved(30, lambda: merge(*texts))
    figures.value("sammanfoga två ändringar i 3 000 ord", round(median(times) * 1000, 2), 20, "ms")


def test_hela_ansokan_granskad(figures):
    document = worked_example()
    checker = Checker(document)
    text = "syfte"
    cell = next(path for path in document.values if path.startswith("budget/lon/") and "/belopp/" in path)
    edits = iter(range(10**9))

    def one_edit(path):
        value = f"{document.text(path)} Och {next(edits)}." if path == text else str(100_000 + next(edits))
        return checker.after(document.replace({path: value}), [path]).remarks

    works = (
        lambda: Checker(document).remarks,
        lambda: one_edit(cell),
        lambda: one_edit(text),
    )
    names = ("granska hela exemplet", "granska efter en ändrad budgetcell", "granska efter en ändrad text")
    for name, times in zip(names, interleaved(30, *works), strict=True):
        figures.value(name, round(median(times) * 1000, 2), 20, "ms")


def test_den_storsta_rapporten_granskad(figures):
    """Of the complete reports written for the tests, the one that takes the longest."""
    reports = [report(name) for name in FORMS]
    works = [lambda one=one: Checker(Document(one.mall, one.values)).remarks for one in reports]
    slowest = max(median(times) for times in interleaved(15, *works))
    figures.value("granska den största rapporten", round(slowest * 1000, 2), 20, "ms")
