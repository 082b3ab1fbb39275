"""A long text is written as it will look: tools, keys, living amounts, paste, and two people in the same words."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Server
from tests.browser.writing import before_caret, paste, place_caret, put_text, text_box

pytestmark = pytest.mark.long

FIELD = "f-syfte"
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm}</style></head><body>
  <!--StartFragment--><h1 style='mso-list:none'><b>Bakgrund</b></h1>
  <p class=MsoNormal>Ett <b style='mso-bidi-font-weight:normal'>fett</b> och <i>kursivt</i>
  ord,<span style='font-weight:700'> tungt</span>.<o:p></o:p></p><p class=MsoNormal>&nbsp;</p>
  <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span
  style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>ett</p>
  <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>två</p>
  <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>första</p>
  <script>window.varningen = 1</script><img src=x onerror="window.varningen = 1"><!--EndFragment--></body></html>"""
WORD_TEXT = "## Bakgrund\n\nEtt **fett** och *kursivt* ord, **tungt**.\n\n- ett\n- två\n\n1. första"
EXCEL = """<table style='border-collapse:collapse'><tr height=20><td style='width:48pt'>Lön</td><td align=right>325 000</td></tr>
  <tr><td>Lokal</td><td>42 000</td></tr></table>"""
WEB = """<meta charset="utf-8"><div style="color:red"><h3>Mål</h3><p onclick="x()">Se <a href="http://x.example">här</a>.</p>
  <ul><li><p>a</p><ul><li>under</li></ul></li><li>b</li></ul></div>"""
PDF = """Insatsen riktar sig till unga vuxna som står långt från arbets-
marknaden och som behöver stöd från flera myndigheter samtidigt.
Stödet ges av en processledare.
En kartläggning görs inom fyra veckor och följs av en plan som
alla fyra parterna har skrivit under och arbetar efter hela tiden."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One server for the file; every test has a draft of its own."""
    server = Server(tmp_path_factory.mktemp("texten"))
    yield server
    server.stop()


@pytest.fixture
def anna(person, server):
    page = person()
    page.click("text=Titta på ett exempel")
    page.wait_for_url("**/avsnitt/**")
    page.number = int(re.search(r"/utkast/(\d+)/", page.url)[1])
    return opened(page, server, page.number)


def opened(page, server, number, section="syfte"):
    page.number = number
    page.goto(f"{server.url}/utkast/{number}/avsnitt/{section}")
    return page


def saved(page):
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    expect(page.locator("#sparat")).to_contain_text("Sparat")


def says(page, text):
    expect(page.locator(f"#{FIELD}")).to_have_value(text)


def test_verktygen_ar_ett_stopp_for_tabb_och_sager_vad_som_ar_pa(anna):
    put_text(anna, FIELD, "Ett två")
    box = text_box(anna, FIELD)
    box.press("Control+End")
    anna.keyboard.press("Shift+Control+ArrowLeft")
    anna.keyboard.press("Shift+Tab")
    expect(anna.get_by_role("button", name="Fetstil")).to_be_focused()
    anna.keyboard.press("ArrowRight")
    anna.keyboard.press("ArrowLeft")
    anna.keyboard.press("Enter")
    says(anna, "Ett **två**")
    expect(anna.get_by_role("button", name="Fetstil")).to_have_attribute("aria-pressed", "true")
    anna.keyboard.press("Control+i")
    says(anna, "Ett ***två***")
    anna.keyboard.press("Control+b")
    says(anna, "Ett *två*")
    expect(anna.get_by_role("button", name="Kursiv")).to_have_attribute("aria-pressed", "true")
    anna.get_by_role("button", name="Punktlista").click()
    says(anna, "- Ett *två*")
    anna.get_by_role("button", name="Numrerad lista").click()
    says(anna, "1. Ett *två*")
    anna.get_by_role("button", name="Numrerad lista").click()
    anna.get_by_role("button", name="Rubrik", exact=True).click()
    says(anna, "## Ett *två*")


def test_textrutan_har_namn_och_ar_en_flerradig_textruta(anna):
    box = anna.get_by_role("textbox", name="Beskriv syftet med insatsen")
    expect(box).to_have_attribute("aria-multiline", "true")
    expect(box).to_have_attribute("spellcheck", "true")
    expect(box).to_have_attribute("lang", "sv")


def test_angra_tar_tillbaka_en_fras_och_de_tva_heter_olika(anna):
    put_text(anna, FIELD, "Start. ")
    text_box(anna, FIELD).press("Control+End")
    anna.keyboard.type("En mening. En till")
    anna.keyboard.press("Control+z")
    says(anna, "Start. En mening. ")
    anna.keyboard.press("Control+z")
    says(anna, "Start. ")
    anna.keyboard.press("Control+y")
    anna.get_by_role("button", name="Gör om i texten").click()
    says(anna, "Start. En mening. En till")
    expect(anna.get_by_role("button", name="Ångra i texten")).to_have_count(1)
    expect(anna.get_by_role("button", name="Ångra min senaste ändring i utkastet")).to_have_count(1)


def test_antalet_ord_star_bredvid_hur_langt_det_brukar_vara(anna):
    put_text(anna, FIELD, "Tre **små** ord\n\n- ett")
    expect(anna.locator(".tools__end")).to_have_text(re.compile(r"^\s*5 ord, lagom är \d+–\d+ ord\s*$"))


def test_ett_levande_belopp_foljer_budgeten_medan_man_ser_pa(anna, person, server):
    bo = opened(person("Bo Berg", "Region Uppsala"), server, anna.number, "budget")
    put_text(anna, FIELD, "Kostar [[total]] i år.")
    place_caret(anna, FIELD, 3)
    chip = text_box(anna, FIELD).locator(".amount")
    expect(chip).to_have_text("397\u00a0000\u00a0kr")
    bo.locator("input[name='budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby']").fill("52000")
    bo.keyboard.press("Tab")
    expect(chip).to_have_text("407\u00a0000\u00a0kr")
    assert before_caret(anna, FIELD) == "Kos"
    says(anna, "Kostar [[total]] i år.")
    chip.click()
    menu = anna.get_by_role("group", name="Om beloppet")
    expect(menu).to_contain_text("total kostnad för insatsen")
    anna.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    place_caret(anna, FIELD, 7)
    anna.keyboard.press("Alt+ArrowDown")
    expect(menu.get_by_role("link", name="Gå dit")).to_be_focused()
    anna.keyboard.press("Tab")
    anna.keyboard.press("Enter")
    says(anna, "Kostar 407\u00a0000\u00a0kr i år.")
    put_text(anna, FIELD, "Kostar [[rad/borta]] i år.")
    expect(text_box(anna, FIELD).locator(".amount--gone")).to_have_text("belopp som saknas")
    text_box(anna, FIELD).locator(".amount").click()
    menu.get_by_role("button", name="Ta bort").click()
    says(anna, "Kostar  i år.")
    put_text(anna, FIELD, "Se [[total]].")
    text_box(anna, FIELD).locator(".amount").click()
    saved(anna)
    menu.get_by_role("link", name="Gå dit").click()
    anna.wait_for_url("**/avsnitt/budget")


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        ({"html": WORD}, WORD_TEXT),
        ({"html": EXCEL}, "Lön – 325 000\nLokal – 42 000"),
        ({"html": WEB}, "## Mål\n\nSe här.\n\n- a\n- under\n- b"),
        (
            {"plain": PDF},
            "Insatsen riktar sig till unga vuxna som står långt från arbetsmarknaden och som behöver stöd från flera "
            "myndigheter samtidigt. Stödet ges av en processledare.\n\nEn kartläggning görs inom fyra veckor och följs av "
            "en plan som alla fyra parterna har skrivit under och arbetar efter hela tiden.",
        ),
        ({"plain": "•\tett\r\n•\ttvå"}, "- ett\n- två"),
    ],
    ids=["Word", "Excel", "webben", "PDF", "punkter"],
)
def test_det_som_klistras_in_behaller_stycken_listor_fetstil_och_rubriker(anna, kinds, text):
    put_text(anna, FIELD, "")
    paste(anna, text_box(anna, FIELD), **kinds)
    says(anna, text)
    assert anna.evaluate("window.varningen") is None
    anna.keyboard.press("Control+z")
    says(anna, "")


def test_det_som_klistras_in_i_en_mening_blir_en_del_av_den(anna):
    put_text(anna, FIELD, "Före efter")
    place_caret(anna, FIELD, 5)
    paste(anna, text_box(anna, FIELD), html="<p><b>ett</b> ord </p>")
    says(anna, "Före **ett** ordefter")


def test_en_lista_i_ett_mal_blir_ett_mal_for_varje_punkt(anna, server):
    opened(anna, server, anna.number, "mal")
    goals = anna.locator("textarea[data-goal]")
    before = goals.count()
    first = goals.first
    base = first.get_attribute("name").rsplit("/", 2)[0]
    box = text_box(anna, first.get_attribute("id"))
    box.press("Control+a")
    paste(
        anna,
        box,
        html="<ul><li>Minst <b>40</b> kartläggningar</li><li>Färre väntar</li><li>Alla får en plan</li></ul>",
    )
    expect(goals).to_have_count(before + 2)
    expect(first).to_have_value("Minst **40** kartläggningar")
    saved(anna)
    anna.reload()
    values = anna.locator(f"textarea[name^='{base}/']").evaluate_all("all => all.map((one) => one.value)")
    assert values[0] == "Minst **40** kartläggningar"
    assert values[-2:] == ["Färre väntar", "Alla får en plan"]


def test_tva_skriver_i_samma_lista(anna, person, server):
    put_text(anna, FIELD, "Vi ska:\n- kartlägga\n- planera\n- följa upp")
    anna.keyboard.press("Tab")
    saved(anna)
    bo = opened(person("Bo Berg", "Region Uppsala"), server, anna.number)
    place_caret(anna, FIELD, len("Vi ska:\n- kartlägga"))
    place_caret(bo, FIELD, len("Vi ska:\n- kartlägga\n- planera\n- följa upp"))
    anna.keyboard.press("Enter")
    bo.keyboard.press("Enter")
    for a, b in zip("annas punkt|", "bos egen rad", strict=True):
        if a != "|":
            anna.keyboard.type(a)
        bo.keyboard.type(b)
        anna.wait_for_timeout(40)
    for page in (anna, bo):
        says(page, "Vi ska:\n- kartlägga\n- annas punkt\n- planera\n- följa upp\n- bos egen rad")
    assert before_caret(anna, FIELD) == "annas punkt"
    assert before_caret(bo, FIELD) == "bos egen rad"
    for _ in ("the words", "the new item"):
        anna.keyboard.press("Control+z")
    says(anna, "Vi ska:\n- kartlägga\n- planera\n- följa upp\n- bos egen rad")


def test_en_bokstav_som_satts_samman_brys_inte_av_vad_andra_skriver(anna, person, server):
    """Dead keys and telephones: the letter being composed is left alone until it is done."""
    put_text(anna, FIELD, "Början här och slutet")
    anna.keyboard.press("Tab")
    saved(anna)
    bo = opened(person("Bo Berg", "Region Uppsala"), server, anna.number)
    place_caret(anna, FIELD, len("Början"))
    keys = anna.context.new_cdp_session(anna)
    keys.send("Input.imeSetComposition", {"text": " kaf", "selectionStart": 4, "selectionEnd": 4})
    text_box(bo, FIELD).press("Control+End")
    bo.keyboard.type(" av allt.")
    saved(bo)
    anna.wait_for_timeout(1000)
    keys.send("Input.imeSetComposition", {"text": " kafé", "selectionStart": 5, "selectionEnd": 5})
    keys.send("Input.insertText", {"text": " kafé"})
    for page in (anna, bo):
        says(page, "Början kafé här och slutet av allt.")
    assert before_caret(anna, FIELD) == "Början kafé"


def test_ett_last_utkast_gar_inte_att_skriva_i_och_ett_upplast_gor_det_genast(anna, person, server):
    bo = opened(person("Bo Berg", "Region Uppsala"), server, anna.number)
    box = text_box(bo, FIELD)
    anna.goto(f"{server.url}/utkast/{anna.number}/skriv-ut")
    anna.get_by_role("button", name="Lås för underskrift").click()
    expect(box).to_have_attribute("contenteditable", "false")
    expect(bo.locator(".tools").first).to_be_hidden()
    anna.fill("#las-upp-skal", "Någon hade mer att skriva")
    anna.get_by_role("button", name="Lås upp").click()
    expect(box).to_have_attribute("contenteditable", "true")


def test_utan_skript_ar_det_en_vanlig_textruta(anna, browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/utkast/{anna.number}/avsnitt/syfte")
    expect(page.locator(f"#{FIELD}")).to_be_visible()
    expect(page.locator(".tools")).to_be_hidden()
    expect(page.locator(".preview summary")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [360, 640, 1280])
def test_redigeraren_far_plats_och_gar_att_trycka_pa(anna, person, server, width):
    page = person("Bo Berg", "Region Uppsala", viewport={"width": width, "height": 800}, has_touch=True)
    opened(page, server, anna.number)
    put_text(page, FIELD, "Lång " * 40 + "[[total]] " * 6 + "W" * 120)
    page.locator(".amount--chip").last.click()
    expect(page.get_by_role("group", name="Om beloppet")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    sizes = page.locator(".tools > .btn").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert min(sizes) >= 44


def test_fetstil_i_ett_mal_syns_och_gors_med_verktygen_som_kommer_dit(anna, server):
    opened(anna, server, anna.number, "mal")
    field = anna.locator("textarea[data-goal]").first
    name = field.get_attribute("id")
    put_text(anna, name, "Minst **40** personer")
    box = text_box(anna, name)
    expect(box.locator("strong")).to_have_text("40")
    tools = anna.get_by_role("toolbar")
    expect(tools).to_have_count(1)
    above = box.bounding_box()
    box.press("Control+End")
    anna.keyboard.press("Control+Shift+ArrowLeft")
    tools.get_by_role("button", name="Fetstil").click()
    expect(field).to_have_value("Minst **40** **personer**")
    expect(tools.get_by_role("button", name="Fetstil")).to_have_attribute("aria-pressed", "true")
    assert box.bounding_box() == above
    anna.keyboard.press("Shift+Tab")
    expect(tools.get_by_role("button", name="Fetstil")).to_be_focused()
    anna.keyboard.press("Tab")
    expect(box).to_be_focused()
    anna.keyboard.press("Tab")
    expect(tools).to_have_count(0)


def test_manga_mal_ar_skrivbara_direkt_och_de_langre_ner_far_sin_redigerare_nar_man_kommer_dit(anna, server):
    opened(anna, server, anna.number, "mal")
    base = anna.locator("[data-rows]").first.get_attribute("data-rows")
    edits = []
    for number in range(200):
        edits += [(f"{base}/r{number}/_plats", f"n{number:03}"), (f"{base}/r{number}/text", f"Mål **{number}**")]
    assert (
        anna.evaluate(
            """edits => finsam.post(finsam.url("varden"), JSON.stringify({op: finsam.newId(),
             edits: edits.map(([path, value]) => ({path, value, base: 0}))})).then((one) => one.status)""",
            edits,
        )
        == 200
    )
    anna.reload()
    last = f"f-{base.replace('/', '-')}-r199-text"
    expect(anna.locator(f"#{last}")).to_be_attached()
    assert anna.locator(".editor:not([hidden])").count() < 100
    anna.locator(f"#{last}").scroll_into_view_if_needed()
    expect(text_box(anna, last).locator("strong")).to_have_text("199")


def test_den_som_skriver_i_ett_mal_skriver_vidare_nar_andra_flyttar_och_lagger_till(anna, person, server):
    opened(anna, server, anna.number, "mal")
    bo = person("Bo Berg", "Region Uppsala")
    opened(bo, server, anna.number, "mal")
    goals = anna.locator("textarea[data-goal]")
    field, before = goals.nth(1).get_attribute("id"), goals.count()
    text_box(anna, field).focus()
    anna.keyboard.press("Control+End")
    anna.keyboard.type(" Anna")
    bo.locator("button[value^='ner:']").first.click()
    bo.locator("button[value^='ny:']").first.click()
    anna.keyboard.type(" skriver vidare", delay=60)
    expect(goals).to_have_count(before + 1)
    anna.keyboard.type(" än.", delay=60)
    for page in (anna, bo):
        expect(page.locator(f"#{field}")).to_have_value(re.compile(r" Anna skriver vidare än\.$"))
