"""Shares, in hundredths of a percent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.percent import format_percent, read_percent

UNDERSTOOD = [
    ("75", 7_500), ("75 %", 7_500), ("75%", 7_500), ("75\u202f%", 7_500), ("37,5", 3_750), ("37.5 %", 3_750),
    ("40,15", 4_015), ("100 procent", 10_000), ("0", 0), ("0,75", 75), ("75,500", 7_550), ("-5", -500), ("−5 %", -500),
    ("250", 25_000),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "hundredths"), UNDERSTOOD, ids=str)
def test_procent_som_man_skriver_dem(typed, hundredths):
    assert read_percent(typed).value == hundredths


@pytest.mark.parametrize(
    "typed", ["sjuttiofem", "37,555", "75 % av lönen", "3/4", "7 5", "75,", "50-75", "½", "1" * 999]
)
def test_det_som_inte_ar_en_procentsats_sags(typed):
    reading = read_percent(typed)
    assert reading.value is None
    assert "ingen procentsats" in reading.problem.message
    assert len(reading.problem.message) < 200


def test_tomt_ar_tomt():
    assert read_percent(" \u00a0").value is None
    assert read_percent("").problem is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [(3_750, "37,5\u00a0%"), (7_500, "75\u00a0%"), (4_015, "40,15\u00a0%"), (5, "0,05\u00a0%"), (-500, "−5\u00a0%")],
)
def test_procent_visas_med_komma_och_fast_mellanslag(value, shown):
    assert format_percent(value) == shown


@given(st.integers(-10_000_000, 10_000_000))
def test_det_som_visas_gar_att_lasa_igen(value):
    assert read_percent(format_percent(value)).value == value


@given(st.text(max_size=30))
def test_vad_som_helst_kan_skrivas(typed):
    reading = read_percent(typed)
    assert reading.value is None or reading.problem is None
