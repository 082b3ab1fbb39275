"""Arithmetic in an amount cell."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.expression import evaluate, is_expression
from finsam_forms.core.rounding import half_up
from tests.steps import steps

WORKED_OUT = [
    ("12*27083", 324_996),
    ("=325000*9/12", 243_750),
    ("2*1600+700", 3_900),
    ("2*(1600+700)", 4_600),
    ("325 000 * 9 / 12", 243_750),
    ("325\u00a0000*9/12", 243_750),
    ("27083×12", 324_996),
    ("27083 x 12", 324_996),
    ("325000÷12", 27_083),
    ("325000*40,15%", 130_488),
    ("40.15%*325000", 130_488),
    ("325000*(100%+40,15%)", 455_488),
    ("0,75*34355*12", 309_195),
    ("1,4015*325000", 455_488),
    ("1600 kr * 12", 19_200),
    ("325 tkr + 12 500 kr", 337_500),
    ("1,2 mkr/4", 300_000),
    ("=400 000 – 25 000", 375_000),
    ("400 000 – 25 000 – 5 000", 370_000),
    ("2*100 tkr", 200_000),
    ("100+50 tkr", 150_000),
    ("9*325/12 tkr", 243_750),
    ("(100+50) tkr", 150_000),
    ("325*40,15% tkr", 130_488),
    ("=77-9 tkr", 68_000),
    ("-5*3", -15),
    ("3*-5", -15),
    ("−(1600+400)", -2_000),
    ("1/3+1/3+1/3", 1),
    ("=5", 5),
    ("=10/12", 1),
    ("1/2*1", 1),
    ("-1/2*1", -1),
]
FAULTS = [
    ("1/0*5", "dela med noll"),
    ("1/(2-2)", "dela med noll"),
    ("2*(3", "inte stängd"),
    ("2*3)", "inte öppnad"),
    ("2*", "på slutet"),
    ("2**3", "saknas ett tal"),
    ("2*()", "saknas ett tal"),
    ("=", "inget att räkna"),
    ("=A1*2", "”A” hör inte hemma"),
    ("=__import__('os')", "hör inte hemma"),
    ("=9**9**9**9", "saknas ett tal"),
    ("(2)(3)", "saknas ett räknetecken"),
    ("(2 (3))", "saknas ett räknetecken"),
    ("2 3*4", "”2 3” går inte att läsa"),
    ("1,234.5*2", "”1,234.5” går inte att läsa"),
    ("325000+40,15%", "vad procenten ska räknas på"),
    ("(" * 30 + "1" + ")" * 30, "för många parenteser"),
    ("=" + "-" * 100 + "1", "för många parenteser"),
    ("=" + "9" * 90 + "*" + "9" * 90, "orimligt stort"),
    ("=" + "1+" * 200 + "1", "för lång"),
]
NOT_EXPRESSIONS = [
    "", "-5", "− 5", "325 000", "325000 kr", "325000,-", "325 000:-", "1,2 mkr", "(500)", "abc", "a+b", "12 st", "-",
    "2021-02-21", "21/2 2021", "21/2-2021", "21.2.2021", "21/2", "12/2021", "2021/22", "2020-2021",
    "08-123 45 67", "070-123 45 67", "0500-12 34", "0500-123", "300 000–400 000", "300-400 tkr", "1e9",
    "77 000-9 000", "77 000 – 9 000", "77 000 kr-9 000 kr", "77,5-9 tkr", "21/2 tkr", "21/2 2021 tkr", "(500) tkr", "tolv*2",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "kronor"), WORKED_OUT, ids=str)
def test_det_som_raknas_ut(typed, kronor):
    assert is_expression(typed)
    assert evaluate(typed).value == kronor


@pytest.mark.parametrize(("typed", "said"), FAULTS, ids=lambda text: text[:20])
def test_fel_i_en_utrakning_sags_pa_svenska(typed, said):
    reading = evaluate(typed)
    assert reading.value is None
    assert said in reading.problem.message
    assert len(reading.problem.message) < 200


@pytest.mark.parametrize("typed", NOT_EXPRESSIONS)
def test_det_som_inte_ska_raknas_ut(typed):
    assert not is_expression(typed)


def test_ett_tal_med_tva_meningar_fragas_efter_ocksa_i_en_utrakning():
    reading = evaluate("2*325.000")
    assert reading.value is None
    assert [one.value for one in reading.problem.suggestions] == ["2*325000", "2*325,0000"]
    assert [evaluate(one.value).value for one in reading.problem.suggestions] == [650_000, 650]


def test_fragan_behaller_uttryckets_enhet():
    reading = evaluate("2*325.000 tkr")
    assert [evaluate(one.value).value for one in reading.problem.suggestions] == [650_000_000, 650_000]


# Expressions as (text, exact value). A number of three digits and three decimals would be asked about.
numbers = st.integers(0, 9_999).map(lambda n: (str(n), Fraction(n)))
decimals = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(
    lambda n: (f"{n[0]},{n[1]:02d}", Fraction(n[0] * 100 + n[1], 100))
)


def joined(parts):
    return st.tuples(parts, st.sampled_from("+-*"), parts).map(
        lambda found: (
            f"({found[0][0]}{found[1]}{found[2][0]})",
            {"+": Fraction.__add__, "-": Fraction.__sub__, "*": Fraction.__mul__}[found[1]](found[0][1], found[2][1]),
        )
    )


@given(st.recursive(numbers | decimals, joined, max_leaves=6))
def test_resultatet_ar_det_exakta_avrundat_en_gang(expression):
    text, exact = expression
    reading = evaluate(text)
    if abs(exact) <= 10**12:
        assert reading.value == half_up(exact)
    else:
        assert reading.problem


@given(st.text(alphabet="0123456789 ,.+-*/()%=xkrt×–", max_size=60) | st.text(max_size=40))
def test_vad_som_helst_ger_ett_svar(typed):
    reading = evaluate(typed)
    assert (reading.value is None) != (reading.problem is None)
    is_expression(typed)


@pytest.mark.parametrize(
    "typed", ["1" * 500_000, "1 " * 250_000, "1+" * 250_000, "(" * 500_000, " " * 500_000, "1x" * 250_000], ids=len
)
def test_en_orimligt_lang_text_kostar_inget(typed):
    assert steps(lambda: (is_expression(typed), evaluate(typed))) < 1_000
