"""axe-core finds nothing on any page."""

from pathlib import Path

import pytest

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text("utf-8")
SECTIONS = [
    "insatsens_namn",
    "insatsagare",
    "syfte",
    "mal",
    "insatstid",
    "finansiering",
    "lokus",
    "overenskommelse",
    "underskrifter",
    "tidplan",
    "budget",
]
PAGES = ["/", "/jag", "/papperskorgen", "/utkast/1/skriv-ut", *(f"/utkast/1/avsnitt/{section}" for section in SECTIONS)]


def faults(page):
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found["violations"]]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_hittar_ingenting(exempel, server, scheme, width):
    page = exempel
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    bad = {}
    for url in PAGES:
        page.goto(server.url + url)
        found = faults(page)
        if found:
            bad[url] = found
    assert bad == {}
