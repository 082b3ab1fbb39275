"""Det som berättades förra gången står hopfällt vid frågan som ska besvaras på nytt: läses, jämförs med, och skrivs inte in av sig självt."""

import re

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.kinds.kind import Source
from finsam_forms.store import Edit, Person
from tests.builder import MALLS

AGAIN, GOALS = "Förra gången skrev ni", "Utfall i tidigare rapporter"


@pytest.fixture
def running(client):
    return client.application.extensions["finsam_forms"]


@pytest.fixture
def write(running):
    def save(draft, **values):
        for path, value in values.items():
            sheet = running.desk.sheet(draft)
            op = f"op{draft}x{sheet.last_change}aaaaaaaaaaaaaaaa"
            running.desk.save(draft, Edit(path, value, sheet.version(path), op), Person("Sam", "Förbundet"))

    return save


@pytest.fixture
def goal(exempel, write, sheet):
    """The example as draft 1, a half-year report as draft 2, the next one as draft 3: the path of a goal that both have."""
    exempel.post("/utkast/1/nasta", data={"mall": "arsrapport"})
    path = f"mal/resultatmal/{sheet(2).document.rows('mal/resultatmal')[0]}"
    write(2, **{f"{path}/malvarde": "40", f"{path}/utfallsvarde": "18", f"{path}/utfall": "**Arton** har fått stöd."})
    write(2, systemfel="Samtycke hanteras på tre sätt.")
    exempel.post("/utkast/2/nasta", data={"mall": "arsrapport"})
    return path


def folded(client, draft, section, heading):
    """The words of each folded text under a heading."""
    page = client.get(f"/utkast/{draft}/avsnitt/{section}").text
    found = re.findall(rf"<summary>{heading}</summary>(.*?)</details>", page, re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in found]


def test_malets_utfall_sist_star_vid_malet_och_foljer_inte_med(exempel, goal, sheet):
    (told,) = folded(exempel, 3, "mal", GOALS)
    assert "18 av 40 (45" in told
    assert "Arton har fått stöd." in told
    assert sheet(3).document.text(f"{goal}/utfall") == ""


def test_slutrapporten_visar_varje_rapports_utfall_det_senaste_forst(exempel, goal, write):
    period = {"rapportperiod/start": "2022-01-01", "rapportperiod/slut": "2022-06-30"}
    write(3, **{f"{goal}/malvarde": "40", f"{goal}/utfallsvarde": "30"}, **period)
    exempel.post("/utkast/3/nasta", data={"mall": "slutrapport"})
    (told,) = folded(exempel, 4, "mal", GOALS)
    assert told.index("2022-01-01 – 2022-06-30 : 30 av 40 (75") < told.index("18 av 40 (45")


def test_en_text_som_skrivs_pa_nytt_har_den_forra_bredvid_sig_ocksa_nar_den_ar_skriven(exempel, goal, write):
    assert folded(exempel, 3, "systemfel", AGAIN)[0].endswith("Samtycke hanteras på tre sätt.")
    write(3, systemfel="En gemensam blankett finns.")
    assert folded(exempel, 3, "systemfel", AGAIN)[0].endswith("Samtycke hanteras på tre sätt.")


def test_den_forsta_rapporten_har_ingenting(exempel, goal):
    assert folded(exempel, 2, "mal", GOALS) == folded(exempel, 2, "systemfel", AGAIN) == []


def test_en_text_som_foljer_med_av_sig_sjalv_visas_inte_en_gang_till():
    mall = MALLS["delarsrapport"]
    document = Document(mall, {"finansiell_samordning": "Lagen är från 2003.", "verksamhetsberattelse": "Tre möten."})
    told = {
        one: [*mall.field(one).told_earlier(one, Source(document, one, previous=True))]
        for one in ("finansiell_samordning", "verksamhetsberattelse")
    }
    assert told["finansiell_samordning"] == []
    assert [one.there for one in told["verksamhetsberattelse"]] == ["verksamhetsberattelse"]


def test_en_forra_rapport_som_ar_kastad_visas_inte(exempel, goal):
    exempel.post("/utkast/2/kasta")
    assert folded(exempel, 3, "systemfel", AGAIN) == []
