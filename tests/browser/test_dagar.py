"""A day is written as people write it, or picked in the browser's own calendar; a page that opens on a field shows its heading too."""

import pytest
from playwright.sync_api import expect

PICK = """() => { const day = document.querySelector(".day__calendar");
  day.value = "2021-05-02"; day.dispatchEvent(new Event("change", { bubbles: true })); }"""


@pytest.mark.long
@pytest.mark.parametrize("how", ["med musen", "med tangenterna"])
def test_en_dag_valjs_i_kalendern_och_sparas(exempel, server, how):
    page = exempel
    page.goto(f"{server.url}/utkast/1/avsnitt/insatstid")
    expect(page.locator("#har .person")).to_have_count(1)
    field = page.locator("#f-insatstid-start")
    if how == "med musen":
        page.locator("[data-day=f-insatstid-start]").click()
    else:
        field.focus()
        page.keyboard.press("Alt+ArrowDown")
    page.evaluate(PICK)
    expect(field).to_have_value("2021-05-02")
    expect(page.locator("#sparat")).to_contain_text("Sparat")
    field.focus()
    expect(page.locator(".day__calendar")).to_have_count(0)
    page.reload()
    expect(field).to_have_value("2021-05-02")


@pytest.mark.long
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (360, 640)])
def test_ett_nytt_utkast_visar_rubriken_over_faltet_man_skriver_i(person, server, width, height):
    page = person(viewport={"width": width, "height": height})
    page.get_by_role("button", name="Ansökan samverkansinsats").click()
    expect(page.locator("#f-insatsens_namn")).to_be_focused()
    expect(page.locator("#rubrik")).to_be_in_viewport()
    assert page.evaluate("document.querySelector('.bar').getBoundingClientRect().bottom") <= page.evaluate(
        "document.getElementById('rubrik').getBoundingClientRect().top"
    )
