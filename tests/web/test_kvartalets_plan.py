"""Vid rekvisitionen står vad ansökan räknar med för kvartalet; det skrivs inte ut och fylls inte i."""

import re

import pytest

from finsam_forms.store import Edit, Person

PAGE = "/utkast/2/avsnitt/rekvisition"


@pytest.fixture
def rekvisition(exempel, sheet):
    """The example as draft 1, its rekvisition as draft 2; writes in it, and returns what is said of the plan."""
    running = exempel.application.extensions["finsam_forms"]
    exempel.post("/utkast/1/nasta", data={"mall": "rekvisition"})

    def said(**values):
        for path, value in values.items():
            op = f"op{sheet(2).last_change}aaaaaaaaaaaaaaaaaaaa"
            edit = Edit(path.replace("__", "/"), value, sheet(2).version(path.replace("__", "/")), op)
            running.desk.save(2, edit, Person("Sam", "Förbundet"))
        found = re.search(r"Ansökan räknar med [^<]*", exempel.get(PAGE).text)
        return found[0].replace("\u00a0", " ") if found else ""

    return said


@pytest.mark.parametrize(
    ("quarter", "kronor"),
    [("april–juni", "118 334"), ("juli–september", "118 333"), ("oktober–december", "118 333"), ("januari–mars", "0")],
)
def test_ansokans_plan_for_kvartalet_star_vid_tabellen(rekvisition, quarter, kronor):
    number = {"januari–mars": 1, "april–juni": 2, "juli–september": 3, "oktober–december": 4}[quarter]
    assert rekvisition(kvartalet=quarter, aret="2021") == f"Ansökan räknar med {kronor} kr för kvartal {number} 2021."


def test_bara_det_som_den_som_rekvirerar_har_i_ansokan_raknas(rekvisition, sheet):
    owner = sheet(2).document.rows("insatsagare")[0]
    values = {f"insatsagare__{owner}___plats": "", "kvartalet": "april–juni", "aret": "2021"}
    assert rekvisition(**values) == "Ansökan räknar med 0 kr för kvartal 2 2021."


def test_innan_kvartalet_ar_valt_och_i_andra_rapporter_sags_ingenting(rekvisition, exempel):
    assert rekvisition(aret="2021") == ""
    exempel.post("/utkast/1/nasta", data={"mall": "ekonomirapport"})
    assert "Ansökan räknar med" not in exempel.get("/utkast/3/avsnitt/ekonomi").text
