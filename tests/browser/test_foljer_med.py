"""What is computed follows on the others' pages, and what was done to the draft is seen by whoever has it open."""

import pytest
from playwright.sync_api import expect


def two(exempel, person, server, mine, theirs):
    """Anna and Bo in a section each of the same draft."""
    bo = person("Bo Berg", "Region Uppsala")
    bo.goto(f"{server.url}/utkast/1/avsnitt/{theirs}")
    exempel.goto(f"{server.url}/utkast/1/avsnitt/{mine}")
    return exempel, bo


def saved(page):
    expect(page.locator("#sparat")).to_contain_text("Sparat")
    expect(page.locator("[data-unsaved]")).to_have_count(0)


@pytest.mark.long
def test_det_som_star_vid_en_text_foljer_nar_nagon_annan_andrar_budgeten(exempel, person, server):
    """A typed amount that becomes one of the budget's, and the amounts to choose from."""
    anna, bo = two(exempel, person, server, "syfte", "budget")
    anna.evaluate("finsam.put('syfte', 'Insatsen kostar 497 000 kr.', 1)")
    saved(anna)
    expect(anna.locator("#l-syfte")).not_to_contain_text("följa budgeten")
    cell = bo.locator("input.cell[name='budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby']")
    cell.fill("142 000")
    cell.press("Enter")
    saved(bo)
    expect(bo.locator(".s-total").first).to_have_text("497\u00a0000")
    expect(anna.locator("#l-syfte")).to_contain_text("följa budgeten")
    expect(anna.locator(".insert__list")).to_contain_text("497\u00a0000")


@pytest.mark.long
def test_enheten_star_ratt_hos_den_som_bara_ser_sammanstallningen(exempel, person, server):
    anna, bo = two(exempel, person, server, "finansiering", "budget")
    words = anna.locator("p.hint", has_text="Kostnader i")
    expect(words).to_contain_text("Kostnader i kr")
    bo.locator("label", has_text="tkr").first.click()
    expect(words).to_contain_text("Kostnader i tkr (tusentals kronor)")


@pytest.mark.long
def test_den_som_har_utkastet_oppet_ser_att_det_kastas_och_kommer_tillbaka(exempel, person, server):
    anna, bo = two(exempel, person, server, "syfte", "syfte")
    bo.goto(server.url)
    bo.locator("form[action$='/kasta'] button").evaluate("button => button.click()")
    expect(anna.locator(".notice--locked")).to_contain_text("ligger i papperskorgen")
    expect(anna.locator("#f-syfte")).to_be_disabled()
    bo.locator("form[action$='/aterta'] button").first.click()
    expect(anna.locator("#f-syfte")).to_be_enabled()
    expect(anna.locator(".notice--locked")).to_have_count(0)
