"""A value in words, by what it counts."""

from datetime import date

import pytest

from finsam_forms.core.kinds.kind import Leaf
from finsam_forms.core.kinds.registry import KINDS
from finsam_forms.core.kronor import AmountFormat
from finsam_forms.core.unit import Unit, words

TKR = AmountFormat.of([1_500, 325_000], "tkr")


@pytest.mark.parametrize(
    ("value", "unit", "amounts", "said"),
    [
        (325_000, Unit.KRONOR, AmountFormat(), "325 000"),
        (325_000, Unit.KRONOR, TKR, "325,0"),
        (-500, Unit.KRONOR, AmountFormat(), "\u2212500"),
        (0, Unit.KRONOR, TKR, "0"),
        (3_750, Unit.SHARE, AmountFormat(), "37,5 %"),
        (1_234, Unit.COUNT, TKR, "1234"),
        (-3, Unit.COUNT, TKR, "\u22123"),
        (1, Unit.MONTHS, TKR, "1 månad"),
        (9, Unit.MONTHS, TKR, "9 månader"),
        (date(2027, 4, 1), Unit.DAY, AmountFormat(), "2027-04-01"),
        (date(2027, 4, 1), Unit.SHORT_DAY, AmountFormat(), "270401"),
        (None, Unit.KRONOR, AmountFormat(), ""),
        ("9,000 000", Unit.KRONOR, TKR, "9,000 000"),
        ("Vägen in", Unit.TEXT, AmountFormat(), "Vägen in"),
    ],
    ids=str,
)
def test_ett_varde_i_ord(value, unit, amounts, said):
    assert words(value, unit, amounts).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("amount", "12*1000", "12 000"),
        ("amount", "9,000 000", "9,000 000"),
        ("percent", "37,5", "37,5 %"),
        ("number", "12", "12"),
        ("date", "2027-04-01", "2027-04-01"),
        ("date", "snart", "snart"),
        ("email", "stab@tierp.example", "stab@tierp.example"),
        ("line", "Vägen in", "Vägen in"),
        ("long_text", "**Fet**", "**Fet**"),
    ],
    ids=str,
)
def test_ett_slag_visas_efter_sin_enhet(kind, text, said):
    field = KINDS[kind](id="a")
    assert isinstance(field, Leaf)
    assert field.show(text).replace("\u00a0", " ") == said
