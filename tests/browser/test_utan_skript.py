"""Without scripts nothing is offered that only scripts can do."""

import pytest
from playwright.sync_api import expect

from tests.sample import some_of


@pytest.fixture
def bare(browser, exempel, server):
    cookies = exempel.context.cookies()
    context = browser.new_context(locale="sv-SE", java_script_enabled=False)
    context.add_cookies(cookies)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("section", some_of(["budget", "syfte", "mal", "tidplan", "insatstid", "lokus"], 6))
def test_knappar_som_bara_skript_kan_gora_nagot_med_syns_inte(bare, exempel, server, section):
    exempel.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    exempel.evaluate("finsam.put('syfte', 'Vi söker 355 000 kr.', 1)")
    exempel.evaluate("finsam.put('insatstid/slut', '31/12', 1)")
    expect(exempel.locator("#sparat")).to_contain_text("Sparat")
    bare.goto(f"{server.url}/utkast/1/avsnitt/{section}")
    dead = bare.locator("button[type=button]:not([popovertarget]):visible, .tools:visible, details.insert:visible")
    assert [one.inner_text() or one.get_attribute("aria-label") for one in dead.all()] == []
    assert bare.get_by_role("button", name="Spara").is_visible()
