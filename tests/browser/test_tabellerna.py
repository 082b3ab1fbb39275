"""A table that is wider than its section is moved sideways in its own frame: nothing of it lies beside the sheet."""

import re

BESIDE = """[...document.querySelectorAll(".ledger-scroll")]
    .filter((one) => one.scrollWidth > one.clientWidth).map((one) => getComputedStyle(one).overflowX)"""


def test_en_tabell_som_ar_bredare_an_avsnittet_gar_att_rulla_i_sidled(person, server):
    page = person(viewport={"width": 1280, "height": 800})
    page.locator("form:has([name=mall][value=nulagesanalys]) button, button[name=mall][value=nulagesanalys]").click()
    page.wait_for_url(re.compile(r"/utkast/\d+/avsnitt/"))
    page.goto(re.sub(r"/avsnitt/.*", "/avsnitt/lotsarenden", page.url))
    assert page.evaluate(BESIDE) == ["auto"]
