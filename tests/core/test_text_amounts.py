"""What is money in a text, and what is a year, a share, a telephone number or a number of people."""

import pytest

from finsam_forms.core.text_amounts import find_amounts
from finsam_forms.core.text_parts import replaced, searchable, sentences


def found(text):
    return [amount.kronor for amount in find_amounts(searchable(text))]


@pytest.mark.parametrize(
    ("text", "kronor"),
    [
        ("Vi söker 355 000 kr.", [355_000]),
        ("Vi söker 355\u00a0000\u00a0kronor", [355_000]),
        ("Lönen är **325 000** kr, lokalen 42000 kr", [325_000, 42_000]),
        ("325 tkr och 1,2 mkr", [325_000, 1_200_000]),
        ("325 tusen kronor och 1,2 miljoner kronor", [325_000, 1_200_000]),
        ("summa: 355000", [355_000]),
        ("Totalt 355 000 för hela insatsen", [355_000]),
        ("processledare 75 % 325 000, lokal", [325_000]),
        ("utbildning 30 000 per år", [30_000]),
        ("1 500 årligen", [1_500]),
        ("under 2021 325 000 kr", [325_000]),
        ("2 500:- för resor", [2_500]),
        ("2 500,- för resor", [2_500]),
        ("Vi söker 360 tusen", [360_000]),
        ("360 t kr, 360 t.kr, 360 kkr och 360 ksek", [360_000] * 4),
        ("1,2 miljoner till lön och 1,2 m kr", [1_200_000, 1_200_000]),
        ("| Summa | 335 000 |", [335_000]),
        ("| Resor | 5 000 | 335000 |", [5_000, 335_000]),
        ("Sökt belopp: 335000", [335_000]),
        ("Kostnaden uppgår till 335000.", [335_000]),
        ("kr 325 000 till lön", [325_000]),
        ("SEK 325 000, Kr: 42 000", [325_000, 42_000]),
        ("30 000 kr 40 000", [30_000, 40_000]),
    ],
    ids=str,
)
def test_belopp_i_text(text, kronor):
    assert found(text) == kronor


@pytest.mark.parametrize(
    "text",
    [
        "Insatsen pågår 2021-04-01 till 2021-12-31, alltså under 2021.",
        "75 % av tjänsten, eller 37,5 procent",
        "Ring 018-611 00 00 eller 0173 860 00",
        "Älvkarleby har 9 600 invånare och länet 390 000 invånare",
        "Totalt 40 personer, sammanlagt 1 200 deltagare",
        "Omkring 1 200 besök per år",
        "Lagen (2003:1210) och dnr 2021:20",
        "450 kr per deltagare, 1 200 kr i månaden och à 300 kr",
        "Högst 500 000 kr kan sökas",
        "Totalt [[total]] söks",
        "postnummer 814 30",
        "66 tusen invånare och 1,2 miljoner människor i länet",
        "Ansökan söktes 210121, dnr 335000",
        "| Deltagare | 12 | 2027 |",
    ],
)
def test_inte_belopp(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["3,104.45 kr", "9,000 000 kr", "27 083,50 kr"])
def test_tvetydigt_belopp_gissas_aldrig(text):
    (amount,) = find_amounts(searchable(text))
    assert amount.kronor is None
    assert amount.problem


def test_cirka_per_ar_och_platsen():
    text = "Kommunen står för lokal, cirka **42 000** kr per år."
    (amount,) = find_amounts(searchable(text))
    assert (amount.roughly, amount.per_year, amount.precision) == (True, True, 1)
    assert amount.words == "cirka 42 000 kr per år"
    assert replaced(text, amount.start, amount.end, "42 000 kr") is None, "fetstilen skulle delas"


def test_ungefar_med_tecken():
    (amount,) = find_amounts("Lokalen kostar ~42 000")
    assert (amount.roughly, amount.words) == (True, "~42 000")


def test_enheten_forst_hor_till_beloppet():
    text = "Lön kr 325 000 i år"
    (amount,) = find_amounts(text)
    assert replaced(text, amount.start, amount.end, "355 000 kr") == "Lön 355 000 kr i år"


def test_precision_av_det_som_ar_avrundat():
    precisions = [amount.precision for amount in find_amounts("325 tkr, 1,2 mkr och 1 mkr")]
    assert precisions == [1_000, 100_000, 1_000_000]


def test_sokbar_text_ar_lika_lang():
    text = "## Lön\n**325 000** kr av [[total|totalen]] den 1 april"
    assert len(searchable(text)) == len(text)
    assert "[[" not in searchable(text)


def test_meningar():
    text = "Det kostar ca. 3 kr. Den 1. april börjar vi.\n- En punkt\n- En till"
    assert [text[start:end] for start, end in sentences(text)] == [
        "Det kostar ca. 3 kr.",
        "Den 1. april börjar vi.",
        "- En punkt",
        "- En till",
    ]
