"""The budget by calendar year and quarter: proposed by months, changed by hand, and always adding up."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.figure import Sum
from finsam_forms.core.kinds.budget.calendar import crosses_new_year, insats_years, quarters, year_tables
from finsam_forms.core.kinds.budget.ledger import ledger_of
from tests.builder import LON, OWNER, PARTNER, document, with_values

TIME = {"insatstid/start": "2021-04-01", "insatstid/slut": "2022-03-31"}
CELL = f"{LON}/belopp/{OWNER}"
RENT = "budget/egenfinansiering/lokal/lokalhyra"


def over_new_year(values=None):
    return ledger_of(with_values(TIME | {CELL: "325000"} | (values or {})))


def year(number, party=OWNER, line=LON):
    return f"{line}/ar/{number}/{party}"


def only_cell(ledger):
    (cell,) = [cell for table in year_tables(ledger) for cell in table.cells]
    return cell


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2021-04-01", "2021-12-31", (2021,)),
        ("2021-04-01", "2022-01-01", (2021, 2022)),
        ("2021-12-31", "2024-01-01", (2021, 2022, 2023, 2024)),
        ("", "2021-12-31", ()),
        ("2022-01-01", "2021-12-31", ()),
    ],
    ids=str,
)
def test_insatsens_kalenderar(start, end, years):
    ledger = ledger_of(document(insatstid__start=start, insatstid__slut=end))
    assert insats_years(ledger) == years
    assert crosses_new_year(ledger) == (len(years) > 1)


def test_inom_ett_ar_finns_inget_att_fordela():
    assert year_tables(over_new_year({"insatstid/slut": "2021-12-31"})) == ()


def test_forslaget_foljer_insatsens_manader():
    cell = only_cell(over_new_year())
    assert cell.by_year == {2021: 243_750, 2022: 81_250}
    assert cell.proposed
    assert cell.adds_up


def test_radens_egen_period_gar_fore_insatsens():
    cell = only_cell(over_new_year({f"{LON}/fran": "2021-12-01", f"{LON}/till": "2022-03-31"}))
    assert cell.by_year == {2021: 81_250, 2022: 243_750}


def test_ett_ar_som_raden_inte_beror_far_noll():
    cell = only_cell(over_new_year({f"{LON}/fran": "2021-04-01", f"{LON}/till": "2021-12-31"}))
    assert cell.by_year == {2021: 325_000, 2022: 0}


def test_det_skrivna_star_och_resten_foljer_manaderna():
    cell = only_cell(over_new_year({year(2021): "300 000"}))
    assert cell.by_year == {2021: 300_000, 2022: 25_000}
    assert cell.typed == {2021}
    assert cell.adds_up


def test_en_skriven_nolla_ar_ocksa_skriven():
    cell = only_cell(over_new_year({year(2022): "0"}))
    assert cell.by_year == {2021: 325_000, 2022: 0}
    assert not cell.proposed


@pytest.mark.parametrize(
    ("typed", "adds_up"),
    [
        ({2021: "300000", 2022: "25000"}, True),
        ({2021: "300000", 2022: "20000"}, False),
        ({2021: "400000"}, False),
        ({2021: "325000"}, True),
        ({2021: "12*20000", 2022: "85000"}, True),
        ({2023: "25000"}, True),
    ],
    ids=str,
)
def test_aren_ska_ga_ihop_med_totalen(typed, adds_up):
    cell = only_cell(over_new_year({year(number): text for number, text in typed.items()}))
    assert cell.adds_up is adds_up


def test_mer_an_totalen_pa_ett_ar_ger_inget_minus_pa_nasta():
    assert only_cell(over_new_year({year(2021): "400000"})).by_year == {2021: 400_000, 2022: 0}


def test_ett_ar_utanfor_insatsen_som_nagon_skrivit_syns_anda():
    assert list(only_cell(over_new_year({year(2023): "25000"})).by_year) == [2021, 2022, 2023]


def test_varje_rad_och_part_for_sig():
    rent = {f"{RENT}/belopp/{OWNER}": "1200", f"{RENT}/belopp/{PARTNER}": "2400", year(2021, PARTNER, RENT): "2000"}
    applied, own, _ = year_tables(over_new_year(rent))
    assert applied.party_sums() == {OWNER: {2021: 243_750, 2022: 81_250}}
    assert own.party_sums() == {OWNER: {2021: 900, 2022: 300}, PARTNER: {2021: 2_000, 2022: 400}}
    assert own.sums() == {2021: Sum(2_900), 2022: Sum(700)}


def test_alla_celler_i_en_tabell_har_samma_ar():
    """A line that goes on after the insats has a year of its own, and the others nothing in it."""
    travel = "budget/ovrigt/resor"
    applied, *_ = year_tables(
        over_new_year({f"{LON}/fran": "2021-04-01", f"{LON}/till": "2023-01-31", f"{travel}/belopp/{OWNER}": "1200"})
    )
    assert applied.years == (2021, 2022, 2023)
    assert [tuple(cell.by_year) for cell in applied.cells] == [applied.years] * 2
    assert applied.cells[1].by_year == {2021: 900, 2022: 300, 2023: 0}


def test_ett_belopp_som_inte_gar_att_lasa_raknas_inte_och_summan_sager_det():
    applied, *_ = year_tables(over_new_year({year(2021): "9,000 000"}))
    (cell,) = applied.cells
    assert (cell.unread, cell.by_year) == ({2021}, {2021: 0, 2022: 325_000})
    assert applied.sums() == {2021: Sum(0, 1), 2022: Sum(325_000)}


def test_kvartalen_ar_insatsens_egna():
    ledger = over_new_year()
    found = quarters(ledger, ledger.tables[0])
    assert found == {(2021, 2): 81_250, (2021, 3): 81_250, (2021, 4): 81_250, (2022, 1): 81_250}


def test_kvartalen_foljer_ett_ar_som_andrats_for_hand():
    ledger = over_new_year({year(2021): "300001"})
    found = quarters(ledger, ledger.tables[0])
    assert found == {(2021, 2): 100_001, (2021, 3): 100_000, (2021, 4): 100_000, (2022, 1): 24_999}


def test_pengar_pa_ett_ar_dar_raden_ingen_period_har_laggs_i_insatsens_kvartal():
    line = {f"{LON}/fran": "2022-01-01", f"{LON}/till": "2022-03-31"}
    ledger = over_new_year(line | {year(2021): "9000"})
    found = quarters(ledger, ledger.tables[0])
    assert found == {(2021, 2): 3_000, (2021, 3): 3_000, (2021, 4): 3_000, (2022, 1): 316_000}


days = st.dates(date(2020, 1, 1), date(2024, 12, 31))
amounts = st.integers(-(10**6), 10**7)


@st.composite
def budgets(draw):
    """An insats over at least one new year, lines with and without a period, some years written by hand."""
    start, end = sorted((draw(days), draw(days)))
    end = max(end, date(start.year + 1, 1, 1))
    values = {"insatstid/start": str(start), "insatstid/slut": str(end)}
    for line, parties in ((LON, [OWNER]), ("budget/ovrigt/resor", [OWNER]), (RENT, [OWNER, PARTNER])):
        for party in parties:
            values[f"{line}/belopp/{party}"] = str(draw(amounts))
            typed = draw(st.dictionaries(st.integers(2020, 2026), amounts, max_size=3))
            values |= {year(number, party, line): str(kronor) for number, kronor in typed.items()}
    if draw(st.booleans()):
        first, last = sorted((draw(days), draw(days)))
        values |= {f"{LON}/fran": str(first), f"{LON}/till": str(last)}
    return ledger_of(with_values(values))


@settings(deadline=None)
@given(budgets())
def test_orort_forslag_gar_alltid_ihop_och_skrivna_ar_star_kvar(ledger):
    for table in year_tables(ledger):
        for cell in table.cells:
            assert cell.adds_up or cell.typed
            assert not cell.proposed or all(kronor * cell.total >= 0 for kronor in cell.by_year.values())
            for number in cell.typed:
                assert str(cell.by_year[number]) == ledger.document.text(year(number, cell.party.id, cell.line.path))


@settings(deadline=None)
@given(budgets())
def test_kvartalen_delar_upp_aren(ledger):
    for table in year_tables(ledger):
        found: dict[int, int] = {}
        for (number, quarter), kronor in quarters(ledger, table.table).items():
            assert quarter in (1, 2, 3, 4)
            found[number] = found.get(number, 0) + kronor
        sums = table.sums()
        assert found == {number: sums[number].value for number in sums if number in found}
        assert not any(one.value for number, one in sums.items() if number not in found)


@settings(deadline=None)
@given(budgets())
def test_parternas_ar_blir_tabellens_ar(ledger):
    for table in year_tables(ledger):
        for number, one in table.sums().items():
            assert one.value == sum(years.get(number, 0) for years in table.party_sums().values())
