"""The sums of the budget: always the sum of the cells, whatever is changed and in whatever order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.figure import NOTHING
from finsam_forms.core.kinds.budget.ledger import ledger_of
from tests.builder import LON, OWNER, PARTNER, with_values, worked_example

CELLS = [
    f"{LON}/belopp/{OWNER}",
    f"budget/ovrigt/resor/belopp/{OWNER}",
    f"budget/lokal/lokalhyra/belopp/{PARTNER}",
    f"budget/egenfinansiering/lokal/lokalhyra/belopp/{PARTNER}",
    f"budget/egenfinansiering/lokal/lokalhyra/belopp/{OWNER}",
    f"{LON}/tjanst_procent",
]
texts = st.one_of(st.integers(-(10**6), 10**6).map(str), st.sampled_from(["", "9,000 000", "12*100", "x", "75"]))


def test_det_verkliga_exemplets_summor():
    ledger = ledger_of(worked_example())
    assert ledger.sum("tjanst", "lon")[:2] == (7_500, 0)
    assert ledger.sum("grupp", "lon")[:2] == (325_000, 0)
    assert ledger.sum("grupp", "lokal") == NOTHING
    assert ledger.sum("grupp", "ovrigt")[:2] == (30_000, 0)
    assert ledger.sum("tabell", "rekvirera")[:2] == (355_000, 0)
    assert ledger.sum("tabell", "egenfinansiering")[:2] == (42_000, 0)
    assert ledger.total[:2] == (397_000, 0)
    first, *others = ledger.summary()
    assert [part.value for part in first.parts] == [355_000, 42_000, 0]
    assert first.total[:2] == (397_000, 0)
    assert all(row.total == NOTHING for row in others)


def test_olast_belopp_raknas_inte_och_varje_summa_det_ror_sager_det():
    ledger = ledger_of(with_values({f"{LON}/belopp/{OWNER}": "9,000 000", f"budget/ovrigt/resor/belopp/{OWNER}": "5"}))
    for key in (("rad", "lon", "lon1"), ("grupp", "lon"), ("grupp", "lon", OWNER)):
        assert ledger.sum(*key)[:2] == (0, 1)
    for key in (("tabell", "rekvirera"), ("part", OWNER), ("total",)):
        assert ledger.sum(*key)[:2] == (5, 1)
    assert ledger.sum("grupp", "ovrigt")[:2] == (5, 0)


def test_belopp_hos_den_som_inte_har_en_kolumn_raknas_inte():
    assert ledger_of(with_values({f"budget/ovrigt/resor/belopp/{PARTNER}": "5"})).total == NOTHING


def test_borttagen_part_och_rad_raknas_inte_men_kommer_tillbaka():
    full = with_values({f"{LON}/belopp/{OWNER}": "7"})
    assert ledger_of(full).total[:2] == (7, 0)
    assert ledger_of(full.replace({f"insatsagare/{OWNER}/_plats": ""})).total == NOTHING
    gone = full.replace({f"{LON}/_plats": ""})
    assert ledger_of(gone).total == NOTHING
    assert ledger_of(gone.replace({f"{LON}/_plats": "i"})).total[:2] == (7, 0)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from(CELLS[:5]), st.integers(-(10**6), 10**6)))
def test_totalerna_ar_summan_av_rutorna(cells):
    counted = {path: value for path, value in cells.items() if path != CELLS[2]}
    ledger = ledger_of(with_values({path: str(value) for path, value in cells.items()}))
    assert ledger.total.value == sum(counted.values())
    assert sum(row.total.value for row in ledger.summary()) == ledger.total.value
    tables = [ledger.sum("tabell", table.id).value for table in ledger.field.tables]
    assert sum(tables) == ledger.total.value
