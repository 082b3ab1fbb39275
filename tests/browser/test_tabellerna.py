"""Tables have room on the screen that they are looked at on: one that is wider than its section is moved sideways in its own frame, and
nothing of it lies beside the sheet."""

import re

import pytest

BESIDE = """[...document.querySelectorAll(".ledger-scroll")]
    .filter((one) => one.scrollWidth > one.clientWidth).map((one) => getComputedStyle(one).overflowX)"""


def lots(person, server, width):
    page = person(viewport={"width": width, "height": 800})
    page.locator("form:has([name=mall][value=nulagesanalys]) button, button[name=mall][value=nulagesanalys]").click()
    page.wait_for_url(re.compile(r"/utkast/\d+/avsnitt/"))
    page.goto(re.sub(r"/avsnitt/.*", "/avsnitt/lotsarenden", page.url))
    return page


@pytest.mark.long
def test_en_tabell_som_ar_bredare_an_avsnittet_gar_att_rulla_i_sidled(person, server):
    assert lots(person, server, 360).evaluate(BESIDE) == ["auto"]


@pytest.mark.long
def test_fyra_parters_kolumner_och_summan_far_plats_pa_en_vanlig_skarm(person, server):
    assert lots(person, server, 1280).evaluate(BESIDE) == []


@pytest.mark.long
def test_ja_nej_och_inte_besvarat_star_pa_en_rad_i_en_telefon(exempel, server):
    exempel.goto(f"{server.url}/utkast/1/nasta")
    exempel.locator("form:has([name=mall][value=arsrapport]) button").click()
    exempel.wait_for_url("**/utkast/2/avsnitt/**")
    exempel.set_viewport_size({"width": 360, "height": 800})
    exempel.goto(f"{server.url}/utkast/2/avsnitt/ls_helar")
    tops = exempel.evaluate(
        "[...document.querySelector('.question .radios').children].map((one) => one.getBoundingClientRect().top)"
    )
    assert len(tops) == 3 and len(set(tops)) == 1
    assert exempel.evaluate("document.documentElement.scrollWidth") <= 360
