"""Drafting together: two and three people in browsers of their own, and what may go wrong between them."""

import re
import sqlite3
import time
from itertools import zip_longest

import pytest
from playwright.sync_api import expect

from tests.browser import writing
from tests.browser.conftest import Server

pytestmark = pytest.mark.long

TEXT = "#f-syfte"
# Several hundred different words: a text as long as a real one, in which a word that is lost or doubled is found.
LONG = "\n\n".join(" ".join(f"ord{part}x{word}" for word in range(80)) + "." for part in range(5))
ANNA, BO, CILLA = "Anna Andersson (Försäkringskassan)", "Bo Berg (Region Uppsala)", "Cilla Ceder (Arbetsförmedlingen)"
PAUSE = "|"
"""In what `both_type` writes: the writer thinks for a moment, and what stands there is saved."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One server for the file; every test has a draft of its own."""
    server = Server(tmp_path_factory.mktemp("tillsammans"))
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def running(server):
    if server.process.poll() is not None:
        server.start()


@pytest.fixture
def draft(person, server):
    """Anna with a new draft open, made from the worked example."""
    anna = person()
    anna.click("text=Titta på ett exempel")
    anna.wait_for_url("**/avsnitt/**")
    anna.number = int(re.search(r"/utkast/(\d+)/", anna.url)[1])
    return anna


@pytest.fixture
def pair(draft, person, server):
    """Anna and Bo in the same section of the same draft."""
    bo = person("Bo Berg", "Region Uppsala")
    bo.number = draft.number
    for page in (draft, bo):
        open_section(page, server, "syfte")
    return draft, bo


def open_section(page, server, section, **options):
    page.goto(f"{server.url}/utkast/{page.number}/avsnitt/{section}", **options)


def text_of(page):
    return page.locator(TEXT).input_value()


def all_saved(*pages):
    for page in pages:
        expect(page.locator("[data-unsaved]")).to_have_count(0, timeout=30_000)
        expect(page.locator("#natet")).to_be_empty(timeout=30_000)
        for _ in range(100):
            if page.evaluate("finsam.waiting.size") == 0:
                break
            page.wait_for_timeout(50)
        assert page.evaluate("finsam.waiting.size") == 0


def write_long_text(page):
    writing.put_text(page, "f-syfte", LONG)
    page.keyboard.press("Tab")
    all_saved(page)


def place_caret(page, place):
    """The caret at a place of the text."""
    writing.place_caret(page, "f-syfte", place)


def both_type(*writers, key=0.06):
    """(page, words) each: they type at the same time, a key every 60 ms; `|` is a pause long enough for a save."""
    for letters in zip_longest(*(words for _, words in writers)):
        started = time.monotonic()
        for (page, _), letter in zip(writers, letters, strict=True):
            if letter == PAUSE:
                page.wait_for_timeout(700)
            elif letter:
                page.keyboard.type(letter)
        time.sleep(max(0, key - (time.monotonic() - started)))


def same_text(*pages):
    """The text that all of them end with."""
    all_saved(*pages)
    for _ in range(200):
        texts = {text_of(page) for page in pages}
        if len(texts) == 1:
            break
        pages[0].wait_for_timeout(50)
    assert len(texts) == 1
    return texts.pop()


def caret_stands_after(page, words):
    """The caret stands, and the focus is, where this person last typed."""
    text = writing.before_caret(page, "f-syfte")
    assert text.endswith(words), text[-60:]


def log_of(server, draft):
    """(op, value) of every change of the text, the oldest first."""
    with sqlite3.connect(server.data / "finsam_forms.sqlite3") as data:
        return data.execute(
            "SELECT op, value FROM change WHERE draft_id = ? AND path = 'syfte' ORDER BY id", (draft,)
        ).fetchall()


def once_in_the_log(server, draft, *words):
    """Every edit was written once, and every version holds each of the words at most once."""
    log = log_of(server, draft)
    ops = [op for op, _ in log]
    assert len(ops) == len(set(ops))
    values = [value for _, value in log]
    assert all(first != second for first, second in zip(values, values[1:], strict=False))
    for word in words:
        assert max(value.count(word) for value in values) == 1, word
        assert values[-1].count(word) == 1, word


def words_at(text, mark, words):
    """The words stand once, right after the mark, in a text that otherwise is unchanged."""
    assert text.count(words) == 1, words
    assert mark + words in text


def test_bada_skriver_i_en_lang_text_och_alla_ord_finns_hos_bada(pair):
    anna, bo = pair
    write_long_text(anna)
    expect(bo.locator(TEXT)).to_have_value(LONG)
    place_caret(anna, LONG.index("ord0x40 "))
    place_caret(bo, LONG.index("ord4x40 "))
    hers, his = "Anna skriver om |målgruppen medan |de andra ", "Bo skriver om |samverkan och |ser allt "
    both_type((anna, hers), (bo, his))
    text = same_text(anna, bo)
    hers, his = hers.replace(PAUSE, ""), his.replace(PAUSE, "")
    assert text == LONG.replace("ord0x40 ", hers + "ord0x40 ").replace("ord4x40 ", his + "ord4x40 ")
    caret_stands_after(anna, hers)
    caret_stands_after(bo, his)


@pytest.mark.long
def test_tre_skriver_i_en_lang_text_och_alla_ord_finns_hos_alla(pair, person, server):
    anna, bo = pair
    cilla = person("Cilla Ceder", "Arbetsförmedlingen")
    cilla.number = anna.number
    open_section(cilla, server, "syfte")
    write_long_text(anna)
    places = {anna: "ord0x40 ", bo: "ord2x40 ", cilla: "ord4x40 "}
    expected = LONG
    writers = []
    for n, (page, mark) in enumerate(places.items()):
        expect(page.locator(TEXT)).to_have_value(LONG)
        place_caret(page, LONG.index(mark))
        words = "".join(f"n{n}{'|' if word % 7 == 6 else ''}u{word} " for word in range(30))
        writers.append((page, words))
        expected = expected.replace(mark, words.replace(PAUSE, "") + mark)
    both_type(*writers)
    assert same_text(*places) == expected
    for page, words in writers:
        caret_stands_after(page, words.replace(PAUSE, ""))


def test_den_som_skriver_vidare_medan_svaret_drojer_far_den_andras_ord_och_tappar_inget(pair, server):
    anna, bo = pair
    write_long_text(anna)
    expect(bo.locator(TEXT)).to_have_value(LONG)
    held = []
    anna.route("**/varde", lambda route: held.append(route))
    place_caret(anna, LONG.index("ord0x40 "))
    both_type((anna, "först "))
    for _ in range(100):
        anna.wait_for_timeout(50)
        if held:
            break
    place_caret(bo, LONG.index("ord4x40 "))
    bo.keyboard.type("hans ")
    all_saved(bo)
    anna.keyboard.type("sedan ")
    held[0].continue_()
    anna.unroute("**/varde")
    text = same_text(anna, bo)
    assert text == LONG.replace("ord0x40 ", "först sedan ord0x40 ").replace("ord4x40 ", "hans ord4x40 ")
    caret_stands_after(anna, "först sedan ")
    once_in_the_log(server, anna.number, "först", "sedan", "hans")


def test_ett_svar_som_kom_bort_ger_varken_dubbel_text_eller_krock_med_sig_sjalv(pair, server):
    anna, bo = pair
    lost = []

    def lose(route):
        # The server saves, and the answer never arrives.
        lost.append(route.fetch().status)
        route.abort()

    anna.route("**/varde", lose)
    place_caret(anna, 0)
    both_type((anna, "Första. "))
    expect(bo.locator(TEXT)).to_have_value(re.compile("^Första. Syftet"))
    both_type((anna, "Andra. "))
    expect(anna.locator("#natet")).to_contain_text("1 ändring väntar")
    anna.unroute("**/varde", lose)
    text = same_text(anna, bo)
    assert text.startswith("Första. Andra. Syftet")
    assert lost[0] == 200
    expect(anna.locator(".clash")).to_have_count(0)
    once_in_the_log(server, anna.number, "Första.", "Andra.")


def test_avbruten_kontakt_visar_lugnt_hur_mycket_som_vantar_och_allt_kommer_fram(pair, server):
    anna, bo = pair
    cut(anna)
    place_caret(anna, 0)
    place_caret(bo, len(text_of(bo)))
    both_type((anna, "Utan kontakt. "), (bo, " Med kontakt."))
    notice = anna.locator("#natet")
    expect(notice).to_contain_text("1 ändring väntar")
    expect(notice).to_contain_text("Allt är kvar här och sparas när kontakten är tillbaka")
    expect(notice).to_have_attribute("role", "status")
    expect(anna.locator("#sparat")).to_contain_text("1 ändring väntar")
    assert "Med kontakt" not in text_of(anna)
    join(anna)
    text = same_text(anna, bo)
    assert text.startswith("Utan kontakt. Syftet")
    assert text.endswith(" Med kontakt.")
    expect(notice).to_be_empty()


def cut(page):
    """The network is gone: what is open is broken off, nothing new gets through."""
    page.context.set_offline(True)


def join(page):
    page.context.set_offline(False)


def test_servern_dor_mitt_i_tvas_skrivande_och_inget_ar_borta(pair, server):
    anna, bo = pair
    place_caret(anna, 0)
    place_caret(bo, len(text_of(bo)))
    both_type((anna, "Före. "), (bo, " Innan."))
    server.kill()
    both_type((anna, "Under tiden. "), (bo, " Medan den var borta."))
    expect(anna.locator("#natet")).to_contain_text("väntar", timeout=20_000)
    server.start()
    text = same_text(anna, bo)
    assert text.startswith("Före. Under tiden. Syftet")
    assert text.endswith(" Innan. Medan den var borta.")
    once_in_the_log(server, anna.number, "Före.", "tiden.", "Innan.", "borta.")
    caret_stands_after(anna, "Före. Under tiden. ")


def test_skript_som_laddas_langsamt_tappar_inget_som_redan_ar_skrivet(pair, server):
    anna, _ = pair
    slow = []

    def late(route):
        slow.append(route)
        if len(slow) > 1:
            route.continue_()

    anna.route("**/static/js/**", late)
    open_section(anna, server, "syfte", wait_until="commit")
    anna.wait_for_timeout(1500)
    slow[0].continue_()
    writing.text_box(anna, "f-syfte").wait_for()
    place_caret(anna, 0)
    both_type((anna, "Skrivet genast. "))
    all_saved(anna)
    assert text_of(anna).startswith("Skrivet genast. Syftet")


def test_vem_som_ar_har_och_skriver_syns_och_forsvinner(pair, server):
    anna, bo = pair
    expect(anna.locator("#har")).to_contain_text("Bo Berg")
    place_caret(bo, 0)
    bo.keyboard.type("B")
    expect(anna.locator("main")).to_contain_text(re.compile("Bo Berg.* skriver här", re.S))
    bo.close()
    expect(anna.locator("#har")).not_to_contain_text("Bo Berg", timeout=15_000)


def test_manga_som_ar_har_visas_nagra_och_hur_manga_till(draft, server):
    """Told by changes: who came, moved and left; the bar shows nine, a section how many, and a field one and how many more."""
    anna = draft
    open_section(anna, server, "syfte")
    expect(anna.locator("#har .person")).to_have_count(1)
    anna.evaluate("document.getElementById('ora').remove()")
    anna.route(re.compile("/har"), lambda route: route.abort())
    crowd = [[f"{number:02d}" * 8, f"Person {number:02d}", "Kommunen", "PK", "mal", ""] for number in range(40)]
    tell = "step => finsam.hearWho({ era: 'x', ...step })"
    anna.evaluate(tell, {"to": 1, "all": crowd})
    expect(anna.locator("#har .person")).to_have_count(9)
    expect(anna.locator("#har")).to_contain_text("+31 till")
    expect(anna.locator("#w-mal .toc__who")).to_contain_text("40 är här")
    anna.locator("#har button[data-follow]").first.focus()
    anna.evaluate(tell, {"from": 1, "to": 2, "moved": [[crowd[n][0], "syfte", "syfte"] for n in (1, 2)]})
    expect(anna.locator("main .typing__who")).to_have_text("Person 01 och Person 02 skriver här")
    expect(anna.locator("#w-syfte .toc__who")).to_contain_text(re.compile("[23] är här"))
    assert anna.evaluate("document.activeElement.dataset.follow") == "Person 00 (Kommunen)"
    anna.evaluate(tell, {"from": 2, "to": 3, "moved": [[one[0], "syfte", "syfte"] for one in crowd]})
    expect(anna.locator("main .typing__who")).to_have_text(["Person 00 och 39 till skriver här"])
    anna.evaluate(tell, {"from": 3, "to": 4, "gone": [one[0] for one in crowd[2:]]})
    expect(anna.locator("#har .person")).to_have_count(2)
    expect(anna.locator("#har")).not_to_contain_text("till")
    expect(anna.locator("main .typing__who")).to_have_text("Person 00 och Person 01 skriver här")
    # One that was missed: the roster is asked for, and it is the real one again.
    anna.unroute(re.compile("/har"))
    anna.evaluate(tell, {"from": 8, "to": 9, "gone": []})
    expect(anna.locator("#har .person")).to_have_count(1)
    expect(anna.locator("main .typing__who")).to_have_count(0)


def test_las_lanken_foljer_med_men_gar_inte_att_skriva_i(pair, person, server):
    anna, _ = pair
    anna.goto(f"{server.url}/utkast/{anna.number}/lank")
    anna.locator("main form button").first.click()
    address = anna.get_by_role("link", name="Se vad länken visar").get_attribute("href")
    token = re.search(r"/visa/([\w-]+)", address)[1]
    reader = person("Dag Dal", "Kommunen")
    reader.goto(f"{server.url}/visa/{token}")
    assert reader.locator("main textarea, main input:not([type=hidden])").count() == 0
    open_section(anna, server, "syfte")
    place_caret(anna, 0)
    both_type((anna, "Läses på en gång. "))
    expect(reader.locator("main")).to_contain_text("Läses på en gång.")


@pytest.mark.long
def test_en_strom_som_halls_inne_ersatts_av_fragor(pair, server):
    anna, bo = pair
    anna.route(re.compile(r"/handelser(\?|$)"), lambda route: None)
    open_section(anna, server, "syfte")
    place_caret(bo, 0)
    bo.keyboard.type("Kom fram ändå. ")
    expect(anna.locator(TEXT)).to_have_value(re.compile("^Kom fram ändå. "), timeout=20_000)


@pytest.mark.long
def test_tjugo_sekunder_utan_natverk_medan_bada_skriver(pair):
    anna, bo = pair
    cut(anna)
    place_caret(anna, 0)
    place_caret(bo, len(text_of(bo)))
    for part in range(10):
        both_type((anna, f"a{part} "), (bo, f" b{part}"))
        anna.wait_for_timeout(1600)
    join(anna)
    text = same_text(anna, bo)
    assert text.startswith(" ".join(f"a{part}" for part in range(10)))
    assert text.endswith(" ".join(f"b{part}" for part in range(10)))
