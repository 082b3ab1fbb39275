"""Numbers with decimals, and organisation numbers: what is read, what is asked about, what is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.hundredths import format_hundredths
from finsam_forms.core.kinds.decimal import DecimalNumber
from finsam_forms.core.kinds.orgnr import OrganisationNumber
from finsam_forms.core.unit import Unit, words
from tests.kinds.case import EXAMPLES
from tests.kinds.test_udda import field, on_paper

MONTHS = DecimalNumber(id="tid", unit_name="månader")
ONE_PLACE = DecimalNumber(id="alder", places=1)


@pytest.mark.parametrize(
    ("typed", "hundredths", "stored"),
    [
        ("8,46", 846, "8,46"), ("8.46", 846, "8,46"), ("8,5", 850, "8,5"), ("8", 800, "8"), ("8,460", 846, "8,46"),
        ("0,07", 7, "0,07"), ("-4,57", -457, "-4,57"), ("−4,57", -457, "-4,57"), ("1 234,5", 123450, "1234,5"),
        ("8,46 månader", 846, "8,46"), ("8,5månader", 850, "8,5"),
    ],
)  # fmt: skip
def test_tal_som_man_skriver_dem(typed, hundredths, stored):
    assert MONTHS.read(typed).value == hundredths
    assert MONTHS.canonical(typed) == stored
    assert MONTHS.read(stored).value == hundredths


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [(MONTHS, "8,467", ["8,46", "8,47"]), (ONE_PLACE, "31,57", ["31,5", "31,6"]), (ONE_PLACE, "-0,05", ["0", "-0,1"])],
)
def test_for_manga_decimaler_avrundas_inte_utan_fragas_om(kind, typed, meant):
    reading = kind.read(typed)
    assert reading.value is None
    assert [one.value for one in reading.problem.suggestions] == meant
    assert kind.canonical(typed) == typed


@pytest.mark.parametrize("typed", ["åtta", "8,4,6", "8–9", "8 %", "1e3", "²"])
def test_det_som_inte_ar_ett_tal_blir_en_mening(typed):
    assert MONTHS.read(typed).problem and MONTHS.canonical(typed) == typed


@given(st.integers(-(10**9), 10**9))
def test_det_som_skrivs_ut_gar_att_lasa_in(value):
    assert MONTHS.read(format_hundredths(value)).value == value
    assert words(value, Unit.HUNDREDTHS) == format_hundredths(value)


def test_det_som_raknas_star_efter_talet_pa_papper():
    tid = field(id='"tid"', type='"decimal"', label='"Tid"', unit_name='"månader"')
    assert "8,46månader" in on_paper(tid, {"tid": "8,46"})
    assert "åttamånader" not in on_paper(tid, {"tid": "åtta"})


ORGNR = OrganisationNumber(id="orgnr")


@pytest.mark.parametrize("typed", ["222000-1818", "2220001818", "222000 1818", "16222000-1818", "222000–1818"])
def test_ett_organisationsnummer_som_man_skriver_det(typed):
    assert ORGNR.read(typed).value == ORGNR.canonical(typed) == "222000-1818"


@pytest.mark.parametrize(
    ("typed", "said", "stored"),
    [
        ("222111-1818", "222111-1818 är inget organisationsnummer: kontrollsiffran stämmer inte.", "222111-1818"),
        ("2221111818", "222111-1818 är inget organisationsnummer: kontrollsiffran stämmer inte.", "222111-1818"),
        ("640823-3234", "Numret är en persons. Skriv organisationens nummer, aldrig ett personnummer.", "640823-3234"),
        ("22000", "”22000” är inget organisationsnummer. Skriv tio siffror, till exempel 222000-1818.", "22000"),
    ],
)  # fmt: skip
def test_ett_nummer_som_inte_stammer_lagras_och_sags(typed, said, stored):
    assert ORGNR.read(typed).problem.message == said
    assert ORGNR.canonical(typed) == stored


def test_exemplen_ar_hela():
    assert EXAMPLES["decimal"].mall.field("stod").unit is Unit.HUNDREDTHS
