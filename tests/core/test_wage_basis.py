"""What a wage was worked out from stays on its line, and gives the same kronor again."""

import pytest

from finsam_forms.core.kinds.budget.wage_basis import basis_at, basis_words, cost_of, po_rate
from finsam_forms.core.kinds.budget.wages import NoRate
from tests.builder import worked_example

LINE = "budget/lon/processledare"
BASIS = {f"{LINE}/underlag/manadslon": "34355", f"{LINE}/underlag/arbetsgivare": "kommun"}


def test_underlaget_ger_det_verkliga_exemplets_lon():
    document = worked_example().replace(BASIS)
    assert abs(cost_of(document, basis_at(document, LINE)).kronor - 325_000) < 10


def test_utan_underlag_finns_inget_att_rakna():
    document = worked_example()
    assert not basis_at(document, LINE).complete
    assert basis_words(document, basis_at(document, LINE)) == ""
    with pytest.raises(ValueError):
        cost_of(document, basis_at(document, LINE))


def test_ett_ar_utan_po_palagg_fragas_efter_och_gissas_inte():
    document = worked_example().replace(BASIS | {f"{LINE}/till": "2022-03-31"})
    with pytest.raises(NoRate, match="2022"):
        cost_of(document, basis_at(document, LINE))


def test_utkastets_tabell_gar_fore_formularets_och_eget_palagg_fore_bada():
    document = worked_example().replace(BASIS)
    assert po_rate(document, 2021, "kommun") == 4015
    document = document.replace({"budget/po/2021/kommun": "41"})
    assert po_rate(document, 2021, "kommun") == 4100
    document = document.replace({f"{LINE}/underlag/po": "50"})
    assert {month.po for month in cost_of(document, basis_at(document, LINE)).months} == {5000}


def test_annan_arbetsgivare_behover_eget_palagg():
    document = worked_example().replace(BASIS | {f"{LINE}/underlag/arbetsgivare": "annan"})
    assert not basis_at(document, LINE).complete


def test_underlaget_i_ord_namner_allt_som_behovs_for_att_rakna_om():
    document = worked_example().replace(BASIS)
    words = basis_words(document, basis_at(document, LINE)).replace("\u00a0", " ")
    for part in ("34 355 kr", "75 %", "40,15 %", "9 månader"):
        assert part in words
