"""Blocks from Excel and Word pasted into the budget: no amount goes to another line or party than it had."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_skriva import CELL, in_tkr, open_section, saved, sums

pytestmark = pytest.mark.long

OWN = "egenfinansiering/lokal/lokalhyra"


def paste(page, cell, text="", html=""):
    cell.focus()
    page.evaluate(
        """([element, text, html]) => { const data = new DataTransfer();
          if (text) data.setData('text/plain', text); if (html) data.setData('text/html', html);
          element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }""",
        [cell.element_handle(), text, html],
    )


def amounts(page, row):
    """Party's name → what stands in its column of a line."""
    return {
        one.get_attribute("aria-label").rpartition(", ")[2]: re.sub(r"\s", "", one.input_value())
        for one in page.locator(CELL.format(row)).all()
        if one.input_value()
    }


@pytest.fixture
def budget(exempel, server):
    open_section(exempel, server, "budget")
    return exempel


MERGED = (
    "<tr><td colspan=2 rowspan=2>{}</td><td>3000</td></tr><tr><td>4000</td></tr>",
    "<tr><td colspan=2 style='mso-ignore:colspan'>{}</td><td>3000</td></tr><tr><td></td><td></td><td>4000</td></tr>",
    "<tr style='display:none'><td></td><td></td><td></td></tr>"
    "<tr><td>{}</td><td></td><td>3000</td></tr><tr><td></td><td></td><td>4000</td></tr>",
)


@pytest.mark.parametrize("rows", MERGED, ids=["sammanslagen", "mso-ignore", "dold rad"])
@pytest.mark.parametrize("with_text", [True, False], ids=["Excel", "bara HTML"])
def test_sammanslagna_celler_flyttar_inget_belopp(budget, rows, with_text):
    text = "1000\t\t3000\r\n\t\t4000\r\n" if with_text else ""
    first = budget.locator(CELL.format("egenfinansiering/lokal/ovriga_lokalkostnader")).first
    paste(budget, first, text, f"<table>{rows.format('1000')}</table>")
    expect(budget.locator("#klistrat")).to_contain_text("2 rutor fylldes")
    saved(budget)
    assert amounts(budget, "egenfinansiering/lokal/ovriga_lokalkostnader") == {
        "Älvkarleby kommun": "1000",
        "Region Uppsala": "3000",
    }


WORD = (
    (
        "1000\t3000\r\n2000\t4000\r\n",
        "<tr><td colspan=2>1000</td><td>3000</td></tr><tr><td>2000</td><td colspan=2>4000</td></tr>",
    ),
    ("1000\t\r\n\t4000\r\n", "<tr><td colspan=2>1000</td><td></td></tr><tr><td></td><td colspan=2>4000</td></tr>"),
    (
        "1000\t3000\r\n2000\t4000\r\n",
        "<tr><td colspan=2>1000</td><td>3000</td></tr><tr><td colspan=2>2000</td><td>4000</td></tr>",
    ),
)
PLACED = (
    ({0: "1000", 2: "3000"}, {0: "2000", 1: "4000"}),
    ({0: "1000"}, {1: "4000"}),
    ({0: "1000", 1: "3000"}, {0: "2000", 1: "4000"}),
)


@pytest.mark.parametrize(("block", "placed"), [*zip(WORD, PLACED, strict=True)], ids=["olika", "tomma", "lika"])
def test_lika_langa_rader_ur_word_kan_ha_sammanslagna_celler_pa_olika_stallen(budget, block, placed):
    text, rows = block
    lines = ("egenfinansiering/lokal/lokalhyra", "egenfinansiering/lokal/ovriga_lokalkostnader")
    parties = [
        one.get_attribute("aria-label").rpartition(", ")[2] for one in budget.locator(CELL.format(lines[0])).all()
    ]
    budget.locator(CELL.format(lines[0])).first.fill("")
    budget.locator(CELL.format(lines[0])).first.blur()
    saved(budget)
    paste(budget, budget.locator(CELL.format(lines[0])).first, text, f"<table>{rows}</table>")
    expect(budget.locator("#klistrat")).to_contain_text("rutor fylldes")
    saved(budget)
    for line, expected in zip(lines, placed, strict=True):
        assert amounts(budget, line) == {parties[column]: words for column, words in expected.items()}


BLOCK = (
    "Egenfinansiering\t\t\t\r\n"
    "Benämning\tRegion Uppsala\tÄlvkarleby kommun\tSumma alla parter\r\n"
    "Övriga lokalkostnader\t7 000\t5 000\t12 000\r\n"
    "Lokalhyra\t\t42 000\t42 000\r\n"
    "Summa lokalkostnader\t7 000\t47 000\t54 000\r\n"
)


def test_ett_block_med_rubriker_placeras_efter_dem_och_visas_forst(budget):
    paste(budget, budget.locator(CELL.format("ovrigt/resor")), BLOCK)
    told = budget.locator("#klistrat")
    expect(told).to_contain_text("2 rutor tas in efter rubrikerna. 2 summor stämmer.")
    expect(told.locator("tbody tr")).to_have_count(3)
    expect(told.locator("tbody tr").nth(0)).to_have_text("Egenfinansiering")
    expect(told.locator("tbody tr").nth(1)).to_contain_text("Övriga lokalkostnader, Region Uppsala")
    assert amounts(budget, "egenfinansiering/lokal/ovriga_lokalkostnader") == {}, "inget är intaget än"
    told.locator("button:has-text('Ta in 2 rutor')").click()
    expect(told).to_contain_text("2 rutor fylldes")
    saved(budget)
    assert amounts(budget, "egenfinansiering/lokal/ovriga_lokalkostnader") == {
        "Älvkarleby kommun": "5000",
        "Region Uppsala": "7000",
    }
    assert amounts(budget, "ovrigt/resor") == {}
    assert sums(budget, "tabell-egenfinansiering") == {"54 000"}


def test_en_summa_i_blocket_som_inte_ar_radernas_sags(budget):
    paste(budget, budget.locator(CELL.format(OWN)).first, BLOCK.replace("7 000\t47 000", "7 000\t45 000"))
    expect(budget.locator("#klistrat")).to_contain_text(
        re.compile("Summa lokalkostnader säger 45 000, men raderna ger 47.000")
    )


def test_det_som_inte_far_plats_namns_och_tas_inte_in(budget):
    block = "\tÄlvkarleby kommun\tUppsala kommun\r\nResor\t3 000\t4 000\r\nLokalkostnader\t\t\r\nFika\t500\t\r\n"
    paste(budget, budget.locator(CELL.format("ovrigt/tolk")), block)
    told = budget.locator("#klistrat")
    expect(told).to_contain_text("2 fick inte plats: Resor 4 000, Fika 500.")
    told.locator("button:has-text('Ta inte in något')").click()
    expect(told).to_be_empty()
    assert amounts(budget, "ovrigt/resor") == {}


def named(page, group):
    """What the group's own rows are called → the amounts in them."""
    return {
        one.input_value(): amounts(page, one.get_attribute("name").removeprefix("budget/").removesuffix("/benamning"))
        for one in page.locator(f"[name^='budget/{group}/'][name$='/benamning']").all()
    }


def test_en_rad_som_gruppen_inte_har_blir_en_ny_egen_rad(budget):
    block = "\tÄlvkarleby kommun\r\nResor\t3 000\r\nFika\t500\r\nBuss\t700\r\nSumma övriga kostnader\t4 200\r\n"
    paste(budget, budget.locator(CELL.format("ovrigt/tolk")), block)
    told = budget.locator("#klistrat")
    expect(told).to_contain_text("3 rutor tas in efter rubrikerna. 2 nya rader: Fika, Buss. 1 summa stämmer.")
    expect(told.locator("tbody tr").nth(2)).to_contain_text("Fika, Älvkarleby kommun (ny rad)")
    assert named(budget, "ovrigt") == {}, "inget är intaget än"
    told.locator("button:has-text('Ta in 3 rutor')").click()
    expect(told).to_contain_text("1 ruta fylldes. 2 rader lades till.")
    expect(budget.locator("[name^='budget/ovrigt/'][name$='/benamning']")).to_have_count(2)
    saved(budget)
    assert named(budget, "ovrigt") == {"Fika": {"Älvkarleby kommun": "500"}, "Buss": {"Älvkarleby kommun": "700"}}
    assert amounts(budget, "ovrigt/resor") == {"Älvkarleby kommun": "3000"}


def test_ett_block_kan_borja_i_en_rads_namn(budget):
    name = budget.locator("[name^='budget/lon/'][name$='/benamning']").first
    paste(budget, name, "\tÄlvkarleby kommun\r\nResor\t3 000\r\nTolk\t4 000\r\n")
    budget.locator("#klistrat button:has-text('Ta in 2 rutor')").click()
    saved(budget)
    assert amounts(budget, "ovrigt/tolk") == {"Älvkarleby kommun": "4000"}


def test_en_ny_rad_i_tkr_ar_tusental(budget, server):
    in_tkr(budget, server)
    paste(budget, budget.locator(CELL.format("ovrigt/tolk")), "Resor\t3\r\nFika\t5\r\n")
    budget.locator("#klistrat button:has-text('Ta in 2 rutor')").click()
    expect(budget.locator("#klistrat")).to_contain_text("1 rad lades till")
    expect(budget.locator("[name^='budget/ovrigt/'][name$='/benamning']")).to_have_count(1)
    saved(budget)
    expect(budget.locator(".s-grupp-ovrigt").first).to_have_text("38")


def test_rader_och_etiketter_utan_kolumnrubriker(budget):
    paste(budget, budget.locator(CELL.format("ovrigt/utvardering")), "Tolk\t3 000\r\nResor:\t4 000\r\n")
    budget.locator("#klistrat button:has-text('Ta in 2 rutor')").click()
    saved(budget)
    assert amounts(budget, "ovrigt/resor") == {"Älvkarleby kommun": "4000"}
    assert amounts(budget, "ovrigt/tolk") == {"Älvkarleby kommun": "3000"}
    assert amounts(budget, "ovrigt/utvardering") == {}


def test_kolumnrubriker_utan_etiketter(budget):
    paste(
        budget,
        budget.locator(CELL.format("egenfinansiering/lokal/ovriga_lokalkostnader")).first,
        "Region Uppsala\tÄlvkarleby kommun\r\n7 000\t5 000\r\n",
    )
    budget.locator("#klistrat button:has-text('Ta in 2 rutor')").click()
    saved(budget)
    assert amounts(budget, "egenfinansiering/lokal/ovriga_lokalkostnader") == {
        "Älvkarleby kommun": "5000",
        "Region Uppsala": "7000",
    }


def test_en_kolumn_med_sina_summor_laggs_inte_dubbelt(budget):
    """As it stands on the page, on the form and in our own Excel file: headings and sums have rows of their own."""
    column = "325 000\r\n325 000\r\n\r\n1 000\r\n2 000\r\n3 000\r\n\r\n4 000\r\n"
    paste(budget, budget.locator(CELL.format("lon/")).first, column)
    expect(budget.locator("#klistrat")).to_contain_text("3 rutor fylldes. 2 summor stämmer.")
    saved(budget)
    assert sums(budget, "grupp-lokal") == {"3 000"}
    assert amounts(budget, "ovrigt/utvardering") == {"Älvkarleby kommun": "4000"}
    assert sums(budget, "tabell-rekvirera") == {"362 000"}


@pytest.mark.parametrize(
    ("column", "held"),
    [("1 000\r\n2 000\r\n3 000\r\n", "3 000"), ("1 000\r\n\r\n\r\n1 000\r\n", "1 000")],
    ids=["tre rader", "tomma rader"],
)
def test_en_summa_pa_fel_stalle_fragas_om(budget, column, held):
    paste(budget, budget.locator(CELL.format("ovrigt/telefon_it")), column)
    told = budget.locator("#klistrat")
    expect(told).to_contain_text(f"{held} ser ut som en summa av det ovanför och togs inte in.")
    saved(budget)
    before = sums(budget, "grupp-ovrigt")
    told.locator("button:has-text('Ta in ändå')").click()
    expect(told).to_contain_text("1 ruta fylldes")
    saved(budget)
    assert sums(budget, "grupp-ovrigt") != before


def test_det_som_tas_in_visas_utan_att_skymma_bladet(budget):
    paste(budget, budget.locator(CELL.format("ovrigt/resor")), BLOCK)
    expect(budget.locator("#klistrat table")).to_be_visible()
    expect(budget.locator("#klistrat button").first).to_be_focused()
    assert budget.locator("#klistrat").bounding_box()["height"] < 0.6 * budget.viewport_size["height"]
    head, first = (budget.locator(f"#klistrat {part}").first.bounding_box() for part in ("thead tr", "tbody tr"))
    assert head["y"] + head["height"] <= first["y"] + 1


def test_word_med_sammanslagna_celler_lases_ur_sin_tabell(budget):
    """Word's plain text has one tab for merged cells: its rows differ in length."""
    html = "<table><tr><td colspan=2><p>1000</p></td><td><p>3000</p></td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    first = budget.locator(CELL.format("egenfinansiering/lokal/lokalhyra")).first
    paste(budget, first, "1000\t3000\r\n1\t2\t3\r\n", html)
    expect(budget.locator("#klistrat")).to_contain_text("4 rutor fylldes")
    assert amounts(budget, "egenfinansiering/lokal/lokalhyra")["Region Uppsala"] == "3000"


def test_enheten_sags_dar_den_kan_forvaxlas(budget, server):
    block = "Kostnader i tkr\t\r\nResor\t3 000\r\n"
    paste(budget, budget.locator(CELL.format("ovrigt/tolk")), block)
    expect(budget.locator("#klistrat")).to_contain_text("Blocket säger tkr, men bladet räknar i kr.")
    in_tkr(budget, server)
    paste(budget, budget.locator(CELL.format("ovrigt/tolk")), "3\r\n4\r\n")
    expect(budget.locator("#klistrat")).to_contain_text("Talen läses i tkr.")
    saved(budget)
    assert amounts(budget, "ovrigt/informationsmaterial") == {"Älvkarleby kommun": "4tkr"}


def test_det_som_inte_gick_att_lasa_sags_och_beskedet_gar_med_det_som_angras(budget):
    row = "egenfinansiering/lokal/ovriga_lokalkostnader"
    paste(budget, budget.locator(CELL.format(row)).first, "1000\t\t9,000 000\r\n")
    told = budget.locator("#klistrat")
    expect(told).to_contain_text("2 rutor fylldes. 1 av dem gick inte att läsa och är märkt: 9,000 000.")
    saved(budget)
    budget.locator("[data-angra]").click()
    expect(told).to_be_empty()
    assert amounts(budget, row) == {}


def test_ett_klistrat_belopp_som_inte_gar_att_lasa_sags_ocksa_nar_det_skrivs_over(budget):
    row = "egenfinansiering/lokal/ovriga_lokalkostnader"
    first = budget.locator(CELL.format(row)).first
    paste(budget, first, "1000\t\t2000\r\n")
    saved(budget)
    paste(budget, first, "9,000 000\t\t3000\r\n")
    budget.get_by_role("button", name=re.compile("Skriv över")).click()
    expect(budget.locator("#klistrat")).to_contain_text("2 rutor skrevs över. 1 av dem gick inte att läsa")


HELD = {
    "lönen med sina summor": (
        "lon/",
        "325000\n325000\n\n30000\n30000\n355000",
        "325000, 30000, 355000 ser ut som summor",
    ),
    "en rad, dess summa, en rad": ("ovrigt/resor", "25 000\n25 000\n7 000", "25 000 ser ut som en summa"),
    "delsumma och lika total": ("ovrigt/resor", "1 000\n2 000\n3 000\n3 000", "3 000, 3 000 ser ut som summor"),
    "i tkr": ("ovrigt/resor", "2 tkr\n3 tkr\n5 tkr", "5 tkr ser ut som en summa"),
    "i blandad enhet": ("ovrigt/resor", "2 000 kr\n3 tkr\n0,005 mkr", None),
    "i SEK": ("ovrigt/resor", "2 000 SEK\n3 000 SEK\n5 000 SEK", "5 000 SEK ser ut som en summa"),
    "med kr först": ("ovrigt/resor", "kr 2 000\nkr 3 000\nkr 5 000", "kr 5 000 ser ut som en summa"),
    "med punkt": ("ovrigt/resor", "2.000\n3.000\n5.000", "5.000 ser ut som en summa"),
    "med stjärna": ("ovrigt/resor", "2 000\n3 000\n5 000*", "5 000* ser ut som en summa"),
    "med t kr": ("ovrigt/resor", "2 t kr\n3 t kr\n5 t kr", "5 t kr ser ut som en summa"),
    "tre lika": ("ovrigt/resor", "5 000\n5 000\n5 000", None),
    "två lika och deras summa": ("ovrigt/resor", "5 000\n5 000\n10 000", "10 000 ser ut som en summa"),
    "två lika, en till och summan": ("ovrigt/resor", "5 000\n5 000\n2 000\n12 000", "12 000 ser ut som en summa"),
}


@pytest.mark.long
@pytest.mark.parametrize(("row", "column", "held"), HELD.values(), ids=HELD)
def test_summor_i_en_kolumn_laggs_inte_till(budget, row, column, held):
    paste(budget, budget.locator(CELL.format(row)).first, column)
    told = budget.locator("#klistrat")
    expect(told).to_contain_text(re.compile("rut(a|or) fylldes"))
    if held:
        expect(told).to_contain_text(f"{held} av det ovanför")
    else:
        expect(told).not_to_contain_text("ser ut som")


@pytest.mark.parametrize("first", ["kr 2 000", "SEK 2 000", "2 t kr", "2 000*"])
def test_ett_belopp_med_enhet_ar_inga_ord(budget, first):
    paste(budget, budget.locator(CELL.format("ovrigt/resor")), f"{first}\r\n3 000\r\n")
    expect(budget.locator("#klistrat")).to_contain_text("2 rutor fylldes")


def test_belopp_med_kr_forst_placeras_efter_rubrikerna(budget):
    block = "Post\tÄlvkarleby kommun\r\nResor\tkr 7 000\r\nTolk\tkr 1 000\r\n"
    paste(budget, budget.locator(CELL.format("ovrigt/utvardering")), block)
    expect(budget.locator("#klistrat")).to_contain_text("2 rutor tas in efter rubrikerna.")


@pytest.mark.parametrize("label", ["Summa", "S:a", "Sammanlagt", "Kostnader totalt"])
def test_en_summarad_som_sidan_inte_har_jamfors_med_raderna_ovanfor(budget, label):
    block = f"Post\tÄlvkarleby kommun\r\nResor\t7 000\r\nTolk\t1 000\r\n{label}\t{{}}\r\n"
    paste(budget, budget.locator(CELL.format("ovrigt/utvardering")), block.format("9 000"))
    told = budget.locator("#klistrat")
    expect(told).to_contain_text(re.compile(f"2 rutor tas in.* {label} säger 9 000, men raderna ger 8.000"))
    paste(budget, budget.locator(CELL.format("ovrigt/utvardering")), block.format("8 000"))
    expect(told).to_contain_text("2 rutor tas in efter rubrikerna. 1 summa stämmer.")


def test_en_sista_summa_far_vara_alla_raders(budget):
    block = "Post\tÄlvkarleby kommun\r\nResor\t7 000\r\nDelsumma\t7 000\r\nTolk\t1 000\r\nDelsumma\t1 000\r\nSumma\t8 000\r\n"
    paste(budget, budget.locator(CELL.format("ovrigt/utvardering")), block)
    expect(budget.locator("#klistrat")).to_contain_text("3 summor stämmer.")


@pytest.fixture
def claim(exempel, server):
    """A rekvisition begun from the example."""
    exempel.goto(f"{server.url}/utkast/1/nasta")
    exempel.locator("button.choice", has_text="Kvartalets upparbetade kostnader").click()
    exempel.wait_for_url("**/utkast/2/avsnitt/**")
    exempel.goto(f"{server.url}/utkast/2/avsnitt/rekvisition")
    return exempel


def test_i_budget_mot_utfall_ar_kommentaren_under_en_rad_ingen_rad(claim):
    """What stands is asked about, and the empty cells are filled row by row."""
    cell = claim.locator("#f-rekvisition-lon-budget")
    expect(cell).to_have_value("325\u00a0000")
    paste(claim, cell, "300000\t1000\n2000\t3000\n")
    expect(claim.locator("#klistrat")).to_contain_text("3 rutor fylldes")
    expect(claim.locator("#klistrat")).to_contain_text("325\u00a0000 → 300000")
    saved(claim)
    expect(claim.locator("#f-rekvisition-lokal-tidigare")).to_have_value("3\u00a0000")
    expect(claim.locator(".s-rekvisition-summa-tidigare").first).to_have_text("4\u00a0000")
