"""Delår eller helår: stämmer rapportens tid inte med svaret erbjuds den tid som gör det, aldrig av sig själv."""

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.kinds.kind import suggestion_at
from finsam_forms.core.mall_fault import MallFault
from tests.builder import MALLS
from tests.kinds.case import form_of
from tests.kinds.test_udda import SECTION
from tests.sample import some_of

NONE = ("", "")


def offered(answer, start="", end="", form="arsrapport", insats=NONE):
    values = {"rapporttyp": answer, "rapportperiod/start": start, "rapportperiod/slut": end}
    values |= {f"insatsperiod/{part}": day for part, day in zip(("start", "slut"), insats, strict=True)}
    found = suggestion_at(Document(MALLS[form], values), "rapportperiod")
    return tuple(found.values.values()) if found else None


YEAR = ("2021-01-01", "2021-12-31")


@pytest.mark.parametrize(
    ("answer", "period", "wanted"),
    [
        ("helår", ("2021-01-01", "2021-06-30"), YEAR),
        ("helår", ("2021-07-01", "2021-12-31"), YEAR),
        ("helår", YEAR, None),
        ("delår", YEAR, ("2021-01-01", "2021-06-30")),
        ("delår", ("2021-07-01", "2021-12-31"), None),
        ("delår", ("2021-09-01", "2021-11-30"), ("2021-07-01", "2021-12-31")),
        ("", ("2021-01-01", "2021-06-30"), None),
        ("helår", ("", ""), None),
    ],
)
def test_den_tid_som_svaret_sager(answer, period, wanted):
    assert offered(answer, *period) == wanted


def test_inte_langre_an_insatsen_ar():
    insats = ("2021-04-01", "2023-03-31")
    assert offered("helår", "2021-04-01", "2021-06-30", insats=insats) == ("2021-04-01", "2021-12-31")
    assert offered("delår", "2021-04-01", "2021-06-30", insats=insats) is None
    assert offered("helår", insats=insats) == ("2021-04-01", "2021-12-31"), "utan tid: det första året"


def test_ett_svar_som_inte_sager_hur_lange_sager_inget_om_tiden():
    assert offered("Delårsrapport", "2021-01-01", "2021-08-31", form="samverkansteam") is None
    assert offered("Helårsrapport", "2021-01-01", "2021-08-31", form="samverkansteam") == YEAR


def test_knappen_star_vid_tiden_och_satter_in_den(exempel, sheet):
    exempel.post("/utkast/1/nasta", data={"mall": "arsrapport"})
    page = "/utkast/2/avsnitt/vilken"
    assert "Enligt svaret" not in exempel.get(page).text
    exempel.post("/utkast/2/varde", data={"path": "rapporttyp", "value": "helår", "base": "0", "op": "a" * 24})
    assert "Enligt svaret ”helår”" in exempel.get(page).text and "2021-04-01–2021-12-31" in exempel.get(page).text
    exempel.post("/utkast/2/forslag", data={"forslag": "rapportperiod"})
    assert sheet(2).document.text("rapportperiod/slut") == "2021-12-31"
    assert "Enligt svaret" not in exempel.get(page).text


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ('months_by = "borta"\nmonths = { "ja" = 12 }', "months_by"),
        ('months_by = "typ"\nmonths = { "kvartal" = 3 }', "kvartal"),
        ('months_by = "typ"\nmonths = { "hel" = 5 }', "går att dela i"),
    ],
)
def test_ett_formular_som_sager_fel_om_manaderna(keys, fault):
    choice = '[[section.field]]\nid = "typ"\ntype = "choice"\nlabel = "Typ"\noptions = ["hel", "halv"]\n'
    period = f'[[section.field]]\nid = "tid"\ntype = "period"\nlabel = "Tid"\n{keys}\n'
    with pytest.raises(MallFault, match=fault):
        form_of(SECTION + choice + period)


@pytest.mark.parametrize("form", some_of(MALLS))
def test_varje_avsnitt_gar_att_visa_och_att_lagga_i_en_mangd(client, form):
    """Whether it is shown by a choice or not, and whatever its fields hold."""
    client.post("/utkast", data={"mall": form})
    assert len({*MALLS[form].sections}) == len(MALLS[form].sections)
    shown = {one.id: client.get(f"/utkast/1/avsnitt/{one.id}").status_code for one in MALLS[form].sections}
    assert set(shown.values()) == {200}
