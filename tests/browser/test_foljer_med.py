"""What is computed follows on the others' pages, and what was done to the draft is seen by whoever has it open."""

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


def test_ett_levande_belopp_foljer_nar_nagon_annan_andrar_budgeten(exempel, person, server):
    anna, bo = two(exempel, person, server, "syfte", "budget")
    anna.locator("#f-syfte").fill("Insatsen kostar [[total]].")
    saved(anna)
    anna.get_by_text("Så här skrivs det ut").click()
    preview, menu = anna.locator("#v-syfte"), anna.locator(".insert__list li").first
    expect(preview).to_contain_text("397\u00a0000")
    cell = bo.locator("input.cell[name^='budget/lon/'][name*='/belopp/']").first
    cell.fill("425 000")
    cell.press("Enter")
    saved(bo)
    expect(preview).not_to_contain_text("397\u00a0000")
    total = bo.locator(".s-total").first.inner_text()
    expect(preview).to_contain_text(total)
    expect(menu.locator("..")).to_contain_text(total)


def test_enheten_star_ratt_hos_den_som_bara_ser_sammanstallningen(exempel, person, server):
    anna, bo = two(exempel, person, server, "finansiering", "budget")
    words = anna.locator("p.hint", has_text="Kostnader i")
    expect(words).to_contain_text("Kostnader i kr")
    bo.locator("label", has_text="tkr").first.click()
    expect(words).to_contain_text("Kostnader i tkr (tusentals kronor)")


def test_den_som_har_utkastet_oppet_ser_att_det_kastas_och_kommer_tillbaka(exempel, person, server):
    anna, bo = two(exempel, person, server, "syfte", "syfte")
    bo.goto(server.url)
    bo.locator("form[action$='/kasta'] button").evaluate("button => button.click()")
    expect(anna.locator(".notice--locked")).to_contain_text("ligger i papperskorgen")
    expect(anna.locator("#f-syfte")).to_be_disabled()
    bo.locator("form[action$='/aterta'] button").first.click()
    expect(anna.locator("#f-syfte")).to_be_enabled()
    expect(anna.locator(".notice--locked")).to_have_count(0)
