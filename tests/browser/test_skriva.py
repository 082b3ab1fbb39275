"""What only a browser shows: typing, keys, paste, a killed server, two people at once."""

import io
import re
import time

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.writing import before_caret, paste, put_text, text_box

CELL = "input[name^='budget/{}'][name*='/belopp/']"


def saved(page):
    expect(page.locator("#sparat")).to_contain_text(re.compile(r"Sparat \d\d:\d\d:\d\d"))
    expect(page.locator("[data-unsaved]")).to_have_count(0)


def sums(page, key):
    return {words.replace("\u00a0", " ").strip() for words in page.locator(f".s-{key}").all_inner_texts()}


def open_section(page, server, section, draft=1):
    page.goto(f"{server.url}/utkast/{draft}/avsnitt/{section}")


def tab_to(page, selector):
    """Tab until the focus is there, as somebody without a mouse does."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{selector} nås inte med Tabb")


def test_det_verkliga_exemplet_skrivet_bara_med_tangentbord(person, server):
    page = person()
    tab_to(page, ".choices button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/avsnitt/insatsens_namn#f-insatsens_namn")
    expect(page.locator("#f-insatsens_namn")).to_be_focused()
    page.keyboard.type("Vägen in – processledare för samverkan i Älvkarleby")
    page.keyboard.press("Tab")
    saved(page)
    open_section(page, server, "insatsagare")
    tab_to(page, "[name$='/organisation']")
    page.keyboard.type("Älvkarleby kommun")
    page.keyboard.press("Tab")
    saved(page)
    open_section(page, server, "syfte")
    tab_to(page, ".editor .longtext")
    page.keyboard.type("Syftet är ")
    page.keyboard.press("Control+b")
    page.keyboard.type("samordnat")
    page.keyboard.press("Control+b")
    page.keyboard.type(" stöd:")
    for words in ("- från början", "i rätt tid", ""):
        page.keyboard.press("Enter")
        page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.keyboard.type("Vi söker ")
    page.keyboard.press("Shift+Tab")
    for key in ("End", "Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    page.keyboard.press("Tab")
    expect(page.locator("#f-syfte")).to_have_value(
        re.compile(r"^Syftet är \*\*samordnat\*\* stöd:\n\n- från början\n- i rätt tid\n\nVi söker \[\[.*\]\]$")
    )
    saved(page)
    open_section(page, server, "budget")
    tab_to(page, "[name$='/benamning']")
    for words, key in (
        ("Processledare", "Tab"),
        ("75", "Tab"),
        ("2021-04-01", "ArrowRight"),
        ("2021-12-31", "ArrowRight"),
        ("325 000", "Enter"),
    ):
        page.keyboard.type(words)
        page.keyboard.press(key)
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    expect(page.locator(CELL.format("ovrigt/inkopta_utredningar"))).to_be_focused()
    page.keyboard.type("30 000")
    page.keyboard.press("Enter")
    tab_to(page, CELL.format("egenfinansiering/lokal/lokalhyra"))
    page.keyboard.type("42 000")
    page.keyboard.press("Tab")
    saved(page)
    for key, kronor in (
        ("tabell-rekvirera", "355 000"),
        ("tabell-egenfinansiering", "42 000"),
        ("total", "397 000"),
        ("grupp-lon", "325 000"),
    ):
        assert sums(page, key) == {kronor}
    assert sums(page, "tjanst-lon") == {"75 %"}

    server.kill()
    server.start()
    open_section(page, server, "finansiering")
    assert sums(page, "total") == {"397 000"}
    data = page.context.request.get(f"{server.url}/utkast/1/utskrift.pdf").body()
    text = " ".join("".join(p.extract_text() for p in PdfReader(io.BytesIO(data)).pages).replace("\u00a0", " ").split())
    for words in (
        "Totalt från Samordningsförbundet 355 000",
        "Summa egenfinansiering 42 000",
        "Total kostnad för insatsen 397 000",
    ):
        assert words in text


def test_server_som_dor_mitt_i_skrivandet_och_kommer_tillbaka(exempel, server):
    page = exempel
    open_section(page, server, "syfte")
    server.kill()
    text_box(page, "f-syfte").press("Control+End")
    page.keyboard.type(" Skrivet utan kontakt.")
    page.keyboard.press("Tab")
    expect(page.locator("#natet")).to_contain_text("1 ändring väntar")
    server.start()
    expect(page.locator("#natet")).to_be_empty(timeout=25_000)
    saved(page)
    page.reload()
    expect(page.locator("#f-syfte")).to_have_value(re.compile("Skrivet utan kontakt"))


def test_stangd_flik_med_osparat_skickas_nar_sidan_oppnas_igen(exempel, server):
    page = exempel
    open_section(page, server, "syfte")
    server.kill()
    text_box(page, "f-syfte").press("Control+End")
    page.keyboard.type(" Blev kvar.")
    page.keyboard.press("Tab")
    expect(page.locator("#natet")).to_contain_text("väntar")
    context = page.context
    page.close()
    server.start()
    page = context.new_page()
    page.faults = []
    open_section(page, server, "syfte")
    expect(page.locator("#f-syfte")).to_have_value(re.compile("Blev kvar"), timeout=20_000)
    saved(page)


def test_block_ur_excel_fyller_och_skriver_inte_over_tyst(exempel, server):
    page = exempel
    open_section(page, server, "budget")
    first = page.locator(CELL.format("ovrigt/utvardering"))
    paste = """([element, text]) => { const data = new DataTransfer(); data.setData('text/plain', text);
      element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }"""
    first.focus()
    page.evaluate(paste, [first.element_handle(), "1 000\r\n2 000\r\n\r\n4 000\r\n"])
    expect(page.locator("#klistrat")).to_contain_text("2 rutor fylldes")
    expect(page.locator("#klistrat")).to_contain_text("1 ruta hade redan")
    saved(page)
    assert sums(page, "grupp-ovrigt") == {"33 000"}
    page.click("#klistrat button")
    expect(page.locator(".s-grupp-ovrigt").first).to_have_text(re.compile("7.000"))


@pytest.mark.long
def test_escape_tar_tillbaka_det_skrivna(exempel, server):
    page = exempel
    open_section(page, server, "budget")
    cell = page.locator(CELL.format("lon/")).first
    cell.focus()
    page.keyboard.type("1")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(cell).to_have_value("325\u00a0000")
    assert sums(page, "grupp-lon") == {"325 000"}


def test_olast_belopp_med_knappar(exempel, server):
    page = exempel
    open_section(page, server, "budget")
    cell = page.locator(CELL.format("ovrigt/resor"))
    cell.focus()
    page.keyboard.type("9,000 000")
    page.keyboard.press("Tab")
    expect(page.locator(".explain__in")).to_contain_text("går inte att läsa entydigt")
    expect(cell).to_have_attribute("aria-invalid", "true")
    page.click(".explain__in button:has-text('9 000 kr')")
    expect(page.locator(".s-total").first).to_have_text(re.compile("406.000"))
    expect(page.locator(".explain__in")).to_have_count(0)


def test_text_ur_word_behaller_listor_och_stycken(exempel, server):
    page = exempel
    open_section(page, server, "syfte")
    area = page.locator("#f-syfte")
    put_text(page, "f-syfte", "")
    html = """<html><body><p class=MsoNormal>Ett <b>fett</b> stycke.</p><p class=MsoListParagraph style='mso-list:l0'>
      <span style='mso-list:Ignore'>·<span>   </span></span>ett</p><p class=MsoListParagraph style='mso-list:l0'>
      <span style='mso-list:Ignore'>·</span>två</p><script>alert(1)</script><p>Sist</p></body></html>"""
    paste(page, text_box(page, "f-syfte"), html=html, plain="x")
    expect(area).to_have_value("Ett **fett** stycke.\n\n- ett\n- två\n\nSist")


def test_tva_som_skriver_i_samma_text_samtidigt(person, exempel, server):
    """One at the projector, the other on a phone."""
    anna, bo = exempel, person("Bo Berg", "Region Uppsala")
    bo.set_viewport_size({"width": 360, "height": 740})
    for page in (anna, bo):
        open_section(page, server, "syfte")
    text_box(anna, "f-syfte").press("Control+Home")
    text_box(bo, "f-syfte").press("Control+End")
    for a, b in zip("Annas ord först. ", " Bos ord sist av", strict=False):
        anna.keyboard.type(a)
        bo.keyboard.type(b)
        time.sleep(0.03)
    for page in (anna, bo):
        expect(page.locator("#f-syfte")).to_have_value(
            re.compile(r"^Annas ord först\..*Bos ord sist av$", re.S), timeout=15_000
        )
    assert before_caret(anna, "f-syfte") == "Annas ord först."
    assert anna.locator("#f-syfte").input_value() == bo.locator("#f-syfte").input_value()


def test_samma_belopp_av_tva_blir_ett_val(person, exempel, server):
    anna, bo = exempel, person("Bo Berg", "Region Uppsala")
    cell = CELL.format("ovrigt/tolk")
    for page in (anna, bo):
        open_section(page, server, "budget")
        page.locator(cell).focus()
    anna.keyboard.type("100")
    bo.keyboard.type("200")
    anna.keyboard.press("Tab")
    saved(anna)
    time.sleep(0.3)
    bo.keyboard.press("Tab")
    clash = bo.locator(".clash")
    expect(clash).to_contain_text("Två skrev här samtidigt")
    expect(clash).to_contain_text("Anna Andersson")
    expect(bo.locator("#sparat")).to_contain_text("Två skrev samtidigt: välj")
    open_section(bo, server, "syfte")  # a choice left behind is reminded of everywhere, with the way back
    bo.get_by_role("link", name="Välj vad som ska stå").click()
    bo.locator(".clash").get_by_role("button", name="Behåll min").click()
    expect(anna.locator(cell)).to_have_value("200")
    expect(bo.locator("#sparat")).to_contain_text("Sparat")
    expect(bo.locator("#natet")).to_be_empty()


def test_den_andra_ser_rader_summor_och_lagen_utan_att_gora_nagot(person, exempel, server):
    anna, bo = exempel, person("Bo Berg", "Region Uppsala")
    open_section(bo, server, "samverkansparter")
    open_section(anna, server, "samverkansparter")
    count = bo.locator("[name$='/organisation']").count()
    anna.click("text=Lägg till samverkanspart")
    expect(bo.locator("[name$='/organisation']")).to_have_count(count + 1)
    anna.locator("[name$='/organisation']").last.fill("Ny part")
    expect(bo.locator("[name$='/organisation']").last).to_have_value("Ny part")


def test_namnet_fragas_vid_forsta_andringen_och_det_skrivna_sparas(browser, server, exempel):
    context = browser.new_context()
    page = context.new_page()
    open_section(page, server, "forankring")
    put_text(page, "f-forankring", "Skrivet före namnet.")
    page.keyboard.press("Tab")
    expect(page.locator("#vem")).to_be_visible()
    page.fill("#jag-namn", "Cilla")
    page.fill("#jag-organisation", "Arbetsförmedlingen")
    page.click("#vem button")
    saved(page)
    context.close()


@pytest.mark.long
def test_bakat_visar_det_som_ar_sparat(exempel, server):
    page = exempel
    open_section(page, server, "forankring")
    put_text(page, "f-forankring", "Nytt.")
    page.keyboard.press("Tab")
    saved(page)
    open_section(page, server, "lokus")
    page.go_back()
    expect(page.locator("#f-forankring")).to_have_value("Nytt.")


def test_det_som_togs_tillbaka_kommer_inte_igen_pa_nasta_sida(exempel, server):
    """Typed and taken back before it was saved: by Backspace, by Escape in a cell, by Ctrl+Z after everything was deleted."""
    page = exempel
    open_section(page, server, "insatsens_namn")
    name = page.locator("#f-insatsens_namn")
    before = name.input_value()
    name.press("End")
    page.keyboard.type("x")
    page.keyboard.press("Backspace")
    open_section(page, server, "budget")
    cell = page.locator(CELL.format("egenfinansiering/lokal/lokalhyra")).first
    cell.press("End")
    page.keyboard.type("7")
    page.keyboard.press("Escape")
    open_section(page, server, "syfte")
    text = page.locator("#f-syfte")
    whole = text.input_value()
    text_box(page, "f-syfte").press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Control+z")
    expect(text).to_have_value(whole)
    for section, field, value in (
        ("insatsens_namn", "#f-insatsens_namn", before),
        ("budget", CELL.format("egenfinansiering/lokal/lokalhyra"), "42\u00a0000"),
        ("syfte", "#f-syfte", whole),
    ):
        open_section(page, server, section)
        page.wait_for_timeout(300)
        expect(page.locator(field).first).to_have_value(value)


def test_en_ny_rad_far_fokus_och_det_som_skrivs_hamnar_dar(person, server):
    page = person()
    tab_to(page, ".choices button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/avsnitt/**")
    open_section(page, server, "insatsagare")
    tab_to(page, "[name$='/organisation']")
    page.keyboard.type("Älvkarleby kommun")
    for number, words in enumerate(("Tierps kommun", "Östhammars kommun"), 2):
        tab_to(page, "button[value^='ny:insatsagare']")
        page.keyboard.press("Enter")
        expect(page.locator("[name$='/organisation']").nth(number - 1)).to_be_focused()
        page.keyboard.type(words)
    page.keyboard.press("Tab")
    saved(page)
    page.reload()
    names = page.locator("[name$='/organisation']").evaluate_all("all => all.map((one) => one.value)")
    assert names == ["Älvkarleby kommun", "Tierps kommun", "Östhammars kommun"]


@pytest.mark.long
def test_en_lista_sist_i_texten_slutar_med_enter(exempel, server):
    page = exempel
    open_section(page, server, "syfte")
    text = page.locator("#f-syfte")
    put_text(page, "f-syfte", "")
    for words in ("- ett", "två", ""):
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    page.keyboard.type("Slut.")
    expect(text).to_have_value("- ett\n- två\n\nSlut.")


@pytest.mark.long
def test_tabb_gar_vidare_i_tabellen_over_po_palagg(exempel, server):
    page = exempel
    page.goto(f"{server.url}/utkast/1/lon?rad=budget/lon/processledare")
    page.locator(".wage__po input").first.focus()
    page.keyboard.type("41")
    page.keyboard.press("Tab")
    expect(page.locator(".wage__po input").nth(1)).to_be_focused()


@pytest.mark.long
def test_beloppslistan_stangs_och_beloppet_far_mellanrum(exempel, server):
    page = exempel
    open_section(page, server, "syfte")
    text = page.locator("#f-syfte")
    put_text(page, "f-syfte", "söker pengar")
    text_box(page, "f-syfte").press("Control+Home")
    page.click(".insert summary")
    page.keyboard.press("Escape")
    expect(page.locator(".insert")).not_to_have_attribute("open", "")
    page.click(".insert summary")
    page.click("[data-insert='total']")
    expect(text).to_have_value("[[total]] söker pengar")
    expect(text_box(page, "f-syfte")).to_have_text("397\u00a0000\u00a0kr söker pengar")


def in_tkr(page, server):
    open_section(page, server, "budget")
    page.check("input[name='budget/enhet'][value=tkr]")
    expect(page.locator(CELL.format("lon/")).first).to_have_value("325\u00a0tkr")
    saved(page)


@pytest.mark.long
def test_i_tkr_foljer_allt_som_skrivs_enheten_och_sags_i_kronor(exempel, server):
    page = exempel
    in_tkr(page, server)
    for row, typed, told, total in (
        ("resor", "2", "= 2 000 kr", "2"),
        ("tolk", "2*3", None, "6"),
        ("utvardering", "−5", "= −5 000 kr", "-5"),
        ("spridningsseminarier", "1 250,5", "= 1 250 500 kr", "1 250,5"),
    ):
        cell = page.locator(CELL.format(f"ovrigt/{row}"))
        cell.focus()
        page.keyboard.type(typed)
        if told:
            expect(page.locator(".calc")).to_have_text(told.replace(" ", "\u00a0").replace("=\u00a0", "= "))
        page.keyboard.press("Tab")
        saved(page)
        expect(cell).to_have_value(total.replace("-", "−").replace(" ", "\u00a0") + "\u00a0tkr")


@pytest.mark.long
def test_i_tkr_sparas_det_halvskrivna_i_tkr(exempel, server):
    """A pause in the middle of a number saves it: with the unit that it is going to have."""
    page = exempel
    in_tkr(page, server)
    cell = page.locator(CELL.format("ovrigt/resor"))
    cell.focus()
    page.keyboard.type("12")
    saved(page)
    expect(cell).to_be_focused()
    expect(page.locator(".s-total").first).to_have_text(re.compile("409"))


@pytest.mark.long
def test_i_tkr_fragas_det_som_ar_tusen_ganger_for_mycket(exempel, server):
    page = exempel
    in_tkr(page, server)
    cell = page.locator(CELL.format("ovrigt/inkopta_utredningar"))
    cell.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("30 000")
    expect(page.locator(".calc")).to_have_text("= 30\u00a0000\u00a0000\u00a0kr")
    page.keyboard.press("Tab")
    remark = page.locator("#m-budget-ovrigt-inkopta_utredningar")
    expect(remark).to_contain_text("Menas 30\u00a0000\u00a0kr?")
    remark.locator("button:has-text('Skriv 30')").click()
    expect(cell).to_have_value("30\u00a0tkr")
    saved(page)


@pytest.mark.long
def test_knappen_vid_ett_olast_belopp_ger_kronor_ocksa_i_tkr(exempel, server):
    page = exempel
    in_tkr(page, server)
    cell = page.locator(CELL.format("ovrigt/resor"))
    cell.focus()
    page.keyboard.type("9.125")
    page.keyboard.press("Tab")
    expect(cell).to_have_attribute("aria-invalid", "true")
    page.click(".explain__in button:has-text('9 125 kr')")
    saved(page)
    page.keyboard.press("Tab")
    saved(page)
    expect(page.locator(".s-total").first).to_have_text(re.compile("^406,125$"))


@pytest.mark.long
def test_ett_namn_pa_en_rad_visas_helt_och_forblir_en_rad(exempel, server):
    page = exempel
    page.goto(f"{server.url}/utkast/1/avsnitt/samverkansparter")
    field = page.locator("#f-samverkansparter-af-organisation")
    low = field.bounding_box()["height"]
    field.fill("Arbetsförmedlingen,\nEnheten för arbetsmarknadsinsatser i Norduppland och södra Gästrikland")
    page.keyboard.press("Enter")
    expect(field).to_have_value(
        "Arbetsförmedlingen, Enheten för arbetsmarknadsinsatser i Norduppland och södra Gästrikland"
    )
    assert field.bounding_box()["height"] > low
    assert field.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    page.keyboard.press("Tab")
    expect(page.locator("#sparat")).to_contain_text("Sparat")
