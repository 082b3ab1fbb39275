"""«Räkna ut lönekostnad»: asked, worked out month by month, put in the budget with its basis kept."""

import pytest

from finsam_forms.core.kinds.budget.ledger import ledger_of
from finsam_forms.core.party import parties_of

LINE = "budget/lon/processledare"


@pytest.fixture
def ask(exempel, sheet):
    """Posts the form of the wage line; what is not given is as in the worked example."""

    def ask(**answers):
        party = next(party.id for party in parties_of(sheet().document) if party.owner)
        usual = {"part": party, "manadslon": "34 355", "tjanst": "75", "fran": "2021-04-01", "till": "2021-12-31"}
        given = {"rad": LINE, "arbetsgivare": "kommun", "po": "", "skriv_not": "nej", "gor": "rakna"} | usual | answers
        return exempel.post("/utkast/1/lon", data=given)

    return ask


def test_budgetens_lonerad_har_en_vag_dit(exempel):
    page = exempel.get("/utkast/1/avsnitt/budget").page
    (link,) = [one for one in page.all("a") if one.get("href", "").startswith("/utkast/1/lon?")]
    assert exempel.get(link["href"]).status_code == 200


def test_rakna_visar_manaderna_men_sparar_inget(ask, sheet):
    before = sheet().last_change
    text = ask(till="2021-05-15").text
    assert "april 2021" in text
    assert "15/31" in text
    assert sheet().last_change == before


def test_skriv_lagger_belopp_och_underlag_pa_raden(ask, sheet):
    answer = ask(gor="skriv", tjanst="50", skriv_not="ja")
    assert answer.status_code == 302
    document = sheet().document
    party = next(party.id for party in parties_of(document) if party.owner)
    assert document.text(f"{LINE}/underlag/manadslon") == "34355"
    assert document.text(f"{LINE}/tjanst_procent") == "50"
    assert document.text(f"{LINE}/underlag/not") == "ja"
    assert ledger_of(sheet().document).sum("rad", "lon", "processledare").value == int(
        document.text(f"{LINE}/belopp/{party}")
    )
    assert abs(int(document.text(f"{LINE}/belopp/{party}")) - 216_667) < 10


def test_ett_ar_utan_po_palagg_fragas_efter(ask, sheet):
    answer = ask(till="2022-03-31", gor="skriv")
    assert answer.status_code == 422
    assert "PO-pålägget för 2022 finns inte" in answer.text
    assert ask(till="2022-03-31", gor="skriv", **{"po-2022-kommun": "41,5"}).status_code == 302
    assert sheet().document.text("budget/po/2022/kommun") == "41,5"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("manadslon", "", "Skriv månadslönen"),
        ("manadslon", "massor", "inget belopp"),
        ("tjanst", "", "hur stor tjänsten är"),
        ("fran", "21/02/21", "21/02/21"),
        ("po", "x", "x"),
    ],
)
def test_oklara_svar_star_kvar_med_en_mening_bredvid(ask, field, typed, sentence):
    answer = ask(**{field: typed, "gor": "skriv"})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert typed in answer.text


def test_bara_lonerader_har_en_sadan_sida(exempel):
    for path in ("budget/lokal/lokalhyra", "syfte", "budget/lon/finnsinte", ""):
        assert exempel.get("/utkast/1/lon", query_string={"rad": path}).status_code == 404


def test_ett_vilseledande_underlag_sags_pa_granska(ask, exempel, sheet):
    ask(gor="skriv")
    party = next(party.id for party in parties_of(sheet().document) if party.owner)
    path = f"{LINE}/belopp/{party}"
    exempel.save(path, "300000", base=sheet().version(path))
    assert "underlaget" in exempel.get("/utkast/1/granska").text


def test_en_lon_med_oren_ger_valet_att_avrunda_som_andra_belopp(ask):
    answer = ask(manadslon="36 500,50")
    ways = answer.page.all("button", name="valt")
    assert [way["value"] for way in ways] == ["manadslon=36500", "manadslon=36501"]
    assert 'value="40000"' in ask(manadslon="40000", valt=ways[1]["value"]).text
    chosen = ask(manadslon="36 500,50", valt=ways[1]["value"])
    assert chosen.page.all("input", id="lon-manadslon")[0]["value"] == "36501"
    assert not chosen.page.all("button", name="valt")
    assert "april 2021" in chosen.text
