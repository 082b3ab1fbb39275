"""The tidplan on one axis: what stands there, where, and which days no phase or two phases cover."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.charts import holes, month_at, time_chart
from finsam_forms.core.kinds.budget.ledger import ledger_of
from finsam_forms.core.kinds.budget.pictures import who_pays
from finsam_forms.core.span import Span
from tests.builder import LON, OWNER, PARTNER, document, with_values, worked_example

INSATS = {"insatstid/start": "2021-04-01", "insatstid/slut": "2021-12-31"}
days = st.dates(date(2021, 1, 1), date(2022, 6, 30))


@st.composite
def spans(draw):
    start, end = sorted((draw(days), draw(days)))
    return Span(label="", start=start, end=end)


def plan(*phases):
    """The insats of 2021 with phases given as (from, to)."""
    values = dict(INSATS)
    for number, (start, end) in enumerate(phases):
        row = f"tidplan/fas{number}"
        values |= {f"{row}/_plats": "abcdefgh"[number], f"{row}/fran": start, f"{row}/till": end}
        values |= {f"{row}/etikett": f"Fas {number}"}
    return time_chart(with_values(values))


def said(chart):
    return [note.replace("\u00a0", " ") for note in chart.notes]


def each_day(*found):
    """The days of the spans, those of two spans twice."""
    return [span.start + timedelta(days=number) for span in found for number in range((span.end - span.start).days + 1)]


def test_insatstid_faser_lokus_och_loneperioder_star_pa_samma_axel():
    chart = time_chart(worked_example())
    assert (chart.start, chart.end) == (date(2020, 11, 16), date(2021, 12, 31))
    assert [row.label for row in chart.rows] == ["Insatstid", "LOKUS", "Q2", "Q3", "Q4", "Processledare"]
    assert [[bar.look for bar in row.bars] for row in chart.rows] == [
        ["insats"], [], ["phase"], ["phase"], ["phase"], ["wage"],
    ]  # fmt: skip
    assert chart.lokus == (date(2020, 11, 16), date(2021, 1, 20))
    assert chart.notes == ()


def test_utan_nagon_period_finns_inget_att_rita():
    assert time_chart(document()) is None
    assert time_chart(document(lokus__kommentar="Möte 2020-11-16.")) is None


@pytest.mark.parametrize(
    ("start", "end"), [("2021-12-31", "2021-04-01"), ("2021-04-01", ""), ("21/02/21", "2021-12-31")], ids=str
)
def test_en_period_som_inte_gar_att_lasa_ritas_inte(start, end):
    assert time_chart(document(insatstid__start=start, insatstid__slut=end)) is None


def test_en_loneperiod_ritas_fast_insatstiden_saknas():
    chart = time_chart(with_values({f"{LON}/fran": "2021-04-01", f"{LON}/till": "2021-06-30"}))
    assert chart.insats is None
    assert [row.label for row in chart.rows if row.bars] == [""]
    assert chart.gaps == ()


def test_en_lonerad_utanfor_insatstiden_gor_axeln_langre():
    wage = {f"{LON}/fran": "2020-04-01", f"{LON}/till": "2020-12-31"}
    chart = time_chart(with_values(INSATS | wage))
    assert (chart.start, chart.end) == (date(2020, 4, 1), date(2021, 12, 31))


def test_en_borttagen_fas_ritas_inte():
    example = worked_example()
    labels = [row.label for row in time_chart(example.replace({"tidplan/q3/_plats": ""})).rows]
    assert labels == ["Insatstid", "LOKUS", "Q2", "Q4", "Processledare"]


GAPS = {
    "ingen lucka": ([("2021-04-01", "2021-08-31"), ("2021-09-01", "2021-12-31")], []),
    "en dag": ([("2021-04-01", "2021-08-30"), ("2021-09-01", "2021-12-31")], ["2021-08-31 – 2021-08-31"]),
    "i början": ([("2021-05-01", "2021-12-31")], ["2021-04-01 – 2021-04-30"]),
    "i slutet": ([("2021-04-01", "2021-11-30")], ["2021-12-01 – 2021-12-31"]),
    "fas efter insatsen": ([("2021-04-01", "2021-11-30"), ("2022-02-01", "2022-03-31")], ["2021-12-01 – 2021-12-31"]),
    "fas före insatsen": ([("2021-01-01", "2021-02-28"), ("2021-04-01", "2021-12-31")], []),
    "inga faser": ([], []),
}


@pytest.mark.parametrize(("phases", "gaps"), GAPS.values(), ids=GAPS.keys())
def test_insatsens_dagar_utan_fas_ar_luckor(phases, gaps):
    chart = plan(*phases)
    assert said(chart) == [f"Ingen fas: {gap}." for gap in gaps]
    assert [bar.look for bar in chart.rows[0].bars] == ["insats"] + ["gap"] * len(gaps)


OVERLAPS = {
    "en dag": ([("2021-04-01", "2021-09-01"), ("2021-09-01", "2021-12-31")], ["2021-09-01 – 2021-09-01"]),
    "en inuti en annan": ([("2021-04-01", "2021-12-31"), ("2021-06-01", "2021-06-30")], ["2021-06-01 – 2021-06-30"]),
    "i annan ordning": ([("2021-08-15", "2021-12-31"), ("2021-04-01", "2021-08-31")], ["2021-08-15 – 2021-08-31"]),
    "före insatsen": (
        [("2021-01-01", "2021-02-10"), ("2021-02-01", "2021-03-31"), ("2021-04-01", "2021-12-31")],
        ["2021-02-01 – 2021-02-10"],
    ),
}


@pytest.mark.parametrize(("phases", "overlaps"), OVERLAPS.values(), ids=OVERLAPS.keys())
def test_dagar_med_tva_faser_ar_overlapp_och_syns_pa_bada(phases, overlaps):
    chart = plan(*phases)
    assert said(chart) == [f"Två faser samtidigt: {overlap}." for overlap in overlaps]
    assert sum(bar.look == "overlap" for row in chart.rows for bar in row.bars) == 2 * len(overlaps)


def test_overlapp_syns_fast_insatstiden_saknas():
    phases = (Span(label="a", start=date(2021, 4, 1), end=date(2021, 6, 30)),) * 2
    assert holes(None, phases) == ((), (Span(label="två faser", start=date(2021, 4, 1), end=date(2021, 6, 30)),))


@given(spans(), st.lists(spans(), min_size=1, max_size=6))
def test_luckor_och_overlapp_ar_just_de_dagar_som_de_sager(insats, phases):
    gaps, overlaps = holes(insats, tuple(phases))
    covered = each_day(*phases)
    assert each_day(*gaps) == [day for day in each_day(insats) if day not in set(covered)]
    assert set(each_day(*overlaps)) == {day for day in covered if covered.count(day) > 1}


@given(st.dates(date(1990, 1, 1), date(2100, 12, 30)))
def test_en_dag_slutar_pa_axeln_dar_nasta_borjar(day):
    assert month_at(day, end=True) == month_at(day + timedelta(days=1)) > month_at(day)


def test_vem_som_betalar_vad_ar_budgetsammanstallningens_rader():
    first, *others = who_pays(ledger_of(worked_example()))
    assert (first.name, first.total) == ("Älvkarleby kommun", 397_000)
    assert [(part.label, part.kronor) for part in first.parts] == [
        ("Att rekvirera", 355_000), ("Egenfinansiering", 42_000), ("Övrig finansiering", 0),
    ]  # fmt: skip
    assert [(bar.name, bar.total) for bar in others] == [
        ("Arbetsförmedlingen", 0), ("Region Uppsala", 0), ("Försäkringskassan", 0),
    ]  # fmt: skip


@given(
    st.dictionaries(
        st.sampled_from([f"{LON}/belopp/{OWNER}", f"budget/egenfinansiering/lokal/lokalhyra/belopp/{PARTNER}"]),
        st.integers(0, 10**6).map(str),
    )
)
def test_varje_stapel_ar_summan_av_sina_delar(cells):
    ledger = ledger_of(with_values(cells))
    bars = who_pays(ledger)
    assert all(bar.total == sum(part.kronor for part in bar.parts) for bar in bars)
    assert sum(bar.total for bar in bars) == ledger.total.value
