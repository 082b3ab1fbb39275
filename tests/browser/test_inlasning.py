"""A file that somebody has changed is dropped on the page, approved a change at a time, and seen by the others at once."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser import writing
from tests.browser.test_granska import Keyboard
from tests.browser.test_tillganglighet import OUTSIDE, faults
from tests.incoming.xlsx import foreign

pytestmark = pytest.mark.long

DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    const at = document.querySelector("main");
    for (const type of ["dragover", "drop"])
        at.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
SYFTE = "Syftet är att deltagarna ska komma närmare arbete eller studier."


@pytest.fixture
def changed(exempel, server, tmp_path):
    """The example as a file, changed in three places."""
    with exempel.expect_download() as download:
        exempel.evaluate("location.href = '/utkast/1/utskrift.json?spara=1'")
    data = json.loads(download.value.path().read_text("utf-8"))
    data["innehall"]["syfte"] = SYFTE
    data["innehall"]["insatsens_namn"] = "Vägen in, andra året"
    data["innehall"]["mal"]["resultatmal"].append({"id": "nytt1", "text": "Tio deltagare har praktik"})
    file = tmp_path / "vagen-in ändrad.json"
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return file


def drop(page, file):
    page.evaluate(DROP, [file.name, file.read_text("utf-8")])
    page.wait_for_url("**/las-in/*")


def test_slapp_en_fil_ta_in_en_i_taget_och_se_det_pa_en_annan_sida(exempel, person, server, changed):
    page, other = exempel, person("Bo Bengtsson", "Region Uppsala")
    other.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    page.goto(f"{server.url}/utkast/1/avsnitt/mal")
    drop(page, changed)
    expect(page.get_by_role("heading", name="Läs in vagen-in ändrad.json")).to_be_visible()
    expect(page.locator("input[name=ta]")).to_have_count(3)
    assert "komma närmare" not in other.locator("#f-syfte").input_value()

    keys = Keyboard(page)
    page.locator("body").press("Tab")
    assert keys.tab_to(page.locator("button[name=bara][value=syfte]"))
    keys.choose()
    expect(page.get_by_role("status").filter(has_text="En ändring är intagen")).to_be_visible()
    expect(page.locator("input[name=ta]")).to_have_count(2)
    expect(other.locator("#f-syfte")).to_have_value(SYFTE)

    page.locator("body").press("Tab")
    assert keys.tab_to(page.get_by_role("button", name="Ta in de valda"))
    keys.choose()
    expect(page.get_by_text("2 ändringar är intagna ur vagen-in ändrad.json")).to_be_visible()
    expect(other.locator(".titel").first).to_have_text("Vägen in, andra året")

    page.goto(f"{server.url}/utkast/1/historik?falt=syfte")
    expect(page.locator(".where").first).to_contain_text("ur filen vagen-in ändrad.json")
    page.goto(f"{server.url}/utkast/1/avsnitt/mal")
    expect(page.locator("#blad")).to_contain_text("Tio deltagare har praktik")


def test_pa_oversikten_och_utan_skript(exempel, browser, server, changed):
    page = exempel
    page.goto(server.url)
    page.evaluate(DROP, [changed.name, changed.read_text("utf-8")])
    page.wait_for_url("**/utkast/1/las-in/*")
    context = browser.new_context(java_script_enabled=False, locale="sv-SE")
    plain = context.new_page()
    plain.goto(f"{server.url}/utkast/1/las-in")
    plain.set_input_files("#fil", changed)
    plain.get_by_role("button", name="Läs in").click()
    expect(plain.locator("input[name=ta]")).to_have_count(3)
    plain.get_by_role("button", name="Ta in de valda").click()
    plain.fill("#jag-namn", "Cilla")
    plain.fill("#jag-organisation", "AF")
    plain.locator("main button.btn--primary").click()
    expect(plain.get_by_text("3 ändringar är intagna")).to_be_visible()
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_sidorna_gar_att_lasa_pa_en_telefon(exempel, server, changed, width, scheme):
    page = exempel
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server.url}/utkast/1/las-in")
    assert not page.evaluate(OUTSIDE) and not faults(page)
    drop(page, changed)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert not page.evaluate(OUTSIDE) and not faults(page)


def test_sa_lases_filen_bryter_inget_belopp_pa_en_telefon(exempel, server, tmp_path):
    page = exempel
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(server.url)
    file = tmp_path / "budget.xlsx"
    file.write_bytes(foreign.TWO_SHEETS)
    page.set_input_files("#fil", file)
    page.get_by_role("button", name="Läs in").click()
    expect(page.get_by_role("heading", name="Vems kolumnerna är")).to_be_visible()
    assert not page.evaluate(OUTSIDE) and not faults(page)
    amount = page.locator(".facts dd").filter(has_text=re.compile(r"\d\skr")).first
    assert amount.bounding_box()["height"] < 40, "beloppet står på en rad"


def test_medan_en_annan_skriver_i_samma_falt_forsvinner_inga_ord(exempel, person, server, changed):
    """What can be had of both is had; where it can't, the one who writes chooses."""
    page, other = exempel, person("Bo Bengtsson", "Region Uppsala")
    data = json.loads(changed.read_text("utf-8"))
    other.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    data["innehall"]["syfte"] = f"{other.locator('#f-syfte').input_value()} Filens sista mening."
    data["innehall"]["malgrupp"] = "Filens målgrupp."
    changed.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    page.goto(f"{server.url}/utkast/1/las-in")
    page.set_input_files("#fil", changed)
    page.get_by_role("button", name="Läs in").click()

    writing.place_caret(other, "f-syfte", 0)
    other.keyboard.type("Bos inledning. ")
    page.locator("button[name=bara][value=syfte]").click()
    expect(page.get_by_text("En ändring är intagen")).to_be_visible()
    other.keyboard.type("Bos fortsättning. ", delay=20)
    expect(other.locator("#f-syfte")).to_have_value(
        re.compile(r"^Bos inledning\. Bos fortsättning\. Syftet .* Filens sista mening\.$", re.S)
    )

    other.goto(f"{server.url}/utkast/1/avsnitt/malgrupp")
    other.route("**/varde", lambda route: (other.wait_for_timeout(1500), route.continue_()))
    writing.put_text(other, "f-malgrupp", "Bos målgrupp.")
    page.locator("button[name=bara][value=malgrupp]").click()
    expect(page.locator("button[name=bara][value=malgrupp]")).to_have_count(0)
    clash = other.get_by_text("Två skrev här samtidigt")
    expect(clash).to_be_visible()
    expect(other.locator("#f-malgrupp")).to_have_value("Bos målgrupp.")
    expect(other.locator("#blad")).to_contain_text("Filens målgrupp.")


def test_alla_ingen_och_en_sida_som_star_kvar_nar_inget_ar_valt(exempel, server, changed):
    page = exempel
    page.goto(f"{server.url}/utkast/1/las-in")
    page.set_input_files("#fil", changed)
    page.get_by_role("button", name="Läs in").click()
    page.get_by_role("link", name="Välj ingen").click()
    expect(page.locator("input[name=ta]:checked")).to_have_count(0)
    page.get_by_role("button", name="Ta in de valda").click()
    expect(page.get_by_role("alert").filter(has_text="Ingenting är valt, så ingenting är ändrat.")).to_be_visible()
    page.get_by_role("link", name="Välj alla").click()
    expect(page.locator("input[name=ta]:checked")).to_have_count(3)
    page.get_by_role("button", name="Ta in de valda").click()
    expect(page.get_by_text("3 ändringar är intagna")).to_be_visible()
