"""An insats over a new year: every amount by calendar year, proposed by months, changed by hand, printed and exported."""

import json

import pytest

from finsam_forms.core.party import parties_of
from finsam_forms.export.elements import Note
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp

ROW = "budget/lon/processledare"


@pytest.fixture
def over_new_year(exempel, sheet):
    """The worked example with its wage and its time until March 2022: 325 000 over 12 months."""
    exempel.save("insatstid/slut", "2022-03-31", base=1)
    exempel.save(f"{ROW}/till", "2022-03-31", base=1)
    party = next(party.id for party in parties_of(sheet().document) if party.owner)
    return exempel, party


def test_inom_ett_ar_finns_ingen_sadan_tabell(exempel):
    assert "<h2>Per kalenderår" not in exempel.get("/utkast/1/avsnitt/budget").text


def test_forslaget_foljer_manaderna(over_new_year):
    client, party = over_new_year
    page = client.get("/utkast/1/avsnitt/budget").page
    (first,) = page.all("input", name=f"{ROW}/ar/2021/{party}")
    (second,) = page.all("input", name=f"{ROW}/ar/2022/{party}")
    assert (first["placeholder"], second["placeholder"]) == ("243\u00a0750", "81\u00a0250")


def test_ett_skrivet_ar_star_och_resten_foljer(over_new_year):
    client, party = over_new_year
    client.save(f"{ROW}/ar/2021/{party}", "300 000")
    page = client.get("/utkast/1/kalenderar").page
    (second,) = page.all("input", name=f"{ROW}/ar/2022/{party}")
    assert second["placeholder"] == "25\u00a0000"
    assert "saknas" not in client.get("/utkast/1/kalenderar").text


def test_ar_som_inte_gar_ihop_sags_vid_raden_och_pa_granska(over_new_year):
    client, party = over_new_year
    client.save(f"{ROW}/ar/2021/{party}", "300 000")
    client.save(f"{ROW}/ar/2022/{party}", "20 000")
    assert "5\u00a0000 kr saknas" in client.get("/utkast/1/kalenderar").text
    assert "Skillnaden är 5\u00a0000\u00a0kr" in client.get("/utkast/1/granska").text


def test_granskas_knapp_godtar_forslaget(over_new_year, sheet):
    client, party = over_new_year
    (button,) = [
        one
        for one in client.get("/utkast/1/granska").page.all("button", name="ratta")
        if one["value"].startswith("g22")
    ]
    client.post("/utkast/1/granska/ratta", data={"ratta": button["value"]})
    assert sheet().document.text(f"{ROW}/ar/2022/{party}") == "81250"
    assert "inte fördelade per kalenderår" not in client.get("/utkast/1/granska").text


def test_aren_och_kvartalen_foljer_med_i_filen(over_new_year):
    client, _ = over_new_year
    sums = json.loads(client.get("/utkast/1/utskrift.json").data)["summor"]
    assert sums["kalenderar"]["rekvirera"]["Älvkarleby kommun"] == {"2021": 266_250, "2022": 88_750}
    assert sum(sums["kvartal"]["rekvirera"].values()) == 355_000


def test_ett_ar_som_inte_gar_att_lasa_sags_i_summorna_pa_granska_och_i_utskriften(over_new_year, sheet):
    client, party = over_new_year
    client.save(f"{ROW}/ar/2021/{party}", "9,000 000")
    assert client.get("/utkast/1/kalenderar").text.count("1 cell oläst") == 2
    assert "går inte att läsa entydigt" in client.get("/utkast/1/granska").text
    elements = printout(sheet().document, Stamp(printed_at="2026-11-23 14:00")).elements
    assert any("går inte att läsa" in one.text for one in elements if isinstance(one, Note))


def test_en_rad_som_gar_utanfor_insatsen_flyttar_ingen_annans_belopp(over_new_year):
    client, party = over_new_year
    client.save(f"{ROW}/till", "2023-01-31", base=2)
    rows = client.get("/utkast/1/kalenderar").text.split("<table")[1].split("<tr>")[1:]
    assert [row.count("<input") for row in rows] == [0, 3, 3]
    assert {row.count("<td") + row.count("<th") for row in [*rows[:2], rows[2].split("<tr")[0]]} == {6}
