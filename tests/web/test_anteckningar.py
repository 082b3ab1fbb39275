"""A note says who does it and when, can be tied to words of a text, answered and ticked, and stands in a list to print."""

from datetime import date

import pytest

from finsam_forms.web.anteckningar import notes_of
from tests.client import client_of
from tests.web.guests import inside

BO = "Bo Berg (Region Uppsala)"


@pytest.fixture
def notes(sheet):
    return lambda today=date(2027, 1, 1): notes_of(sheet().document, today=today)


@pytest.fixture
def write(exempel):
    def write(text="Fråga ekonomen", section="syfte", **more):
        sent = {f"anteckning_{name}": value for name, value in more.items()}
        assert exempel.say("/utkast/1/anteckning", avsnitt=section, anteckning=text, **sent).status_code == 200

    return write


def test_en_anteckning_sager_vem_som_gor_det_och_nar(write, notes, exempel):
    write(vem=BO, nar="15 mars 2027")
    (note,) = notes()
    assert (note.owner, note.day) == (BO, "2027-03-15")
    for page in ("/utkast/1/avsnitt/syfte", "/utkast/1/att-gora"):
        text = exempel.get(page).text
        assert BO in text
        assert "senast 15 mars 2027" in text.replace("\u00a0", " ")


def test_den_som_bara_skriver_en_sak_slipper_saga_mer(write, notes):
    write()
    (note,) = notes()
    assert (note.owner, note.day, note.quote, note.answers, note.late) == ("", "", "", (), False)


def test_en_dag_som_inte_gar_att_lasa_star_som_den_skrevs(write, notes):
    write(nar="före midsommar")
    (note,) = notes()
    assert note.day == "före midsommar"
    assert not note.late


def test_det_som_borde_vara_gjort_sags_tills_det_ar_klart(write, notes, exempel):
    write(nar="2027-03-15")
    assert not notes(date(2027, 3, 15))[0].late
    assert notes(date(2027, 3, 16))[0].late
    exempel.say("/utkast/1/anteckning/klar", bocka=notes()[0].path)
    assert not notes(date(2027, 3, 16))[0].late


def test_det_som_ska_goras_forst_star_forst_och_det_klara_sist(write, notes, exempel):
    for text, day in (("utan dag", ""), ("maj", "2027-05-01"), ("mars", "2027-03-01"), ("klar", "2027-01-01")):
        write(text, nar=day)
    done = next(note for note in notes() if note.text == "klar")
    exempel.say("/utkast/1/anteckning/klar", bocka=done.path)
    assert [note.text for note in notes()] == ["mars", "maj", "utan dag", "klar"]


def test_en_anteckning_knyts_till_ord_i_en_text_och_leder_dit(write, notes, exempel):
    write(falt="syfte", citat="ett  samordnat\nstöd")
    (note,) = notes()
    assert (note.about, note.quote) == ("syfte", "ett samordnat stöd")
    for page in ("/utkast/1/avsnitt/syfte", "/utkast/1/att-gora"):
        (link,) = exempel.get(page).page.all("a", **{"data-passage": "syfte"})
        assert link["href"] == "/utkast/1/avsnitt/syfte#f-syfte"


@pytest.mark.parametrize("path", ["finns/inte", "_notes/syfte/abcd/text", "_titel", "../x", ""])
def test_orden_maste_sta_i_formularet(write, notes, path):
    write(falt=path, citat="ord")
    (note,) = notes()
    assert (note.about, note.quote) == ("", "")


def test_den_besvaras_av_flera_och_svaren_sager_vems_de_ar(write, notes, exempel, app):
    write(vem=BO)
    path = notes()[0].path
    bo = client_of(app, "Bo Berg", "Region Uppsala")
    assert bo.say("/utkast/1/anteckning/andra", lapp=path, svar="Ja, i mars.", vem=BO).status_code == 200
    exempel.say("/utkast/1/anteckning/andra", lapp=path, svar="Tack!\nx", vem="Cilla (AF)", nar="2027-04-01")
    (note,) = notes()
    assert note.answers == (f"{BO}: Ja, i mars.", "Anna Andersson (Försäkringskassan): Tack! x")
    assert (note.owner, note.day) == ("Cilla (AF)", "2027-04-01")


def test_pa_sidan_med_alla_besvaras_den_utan_skript(write, notes, exempel):
    write()
    (note,) = notes()
    data = {"fran": "alla", "lapp": note.path, "svar": "Klart på fredag", "vem": BO, "nar": ""}
    answer = exempel.post("/utkast/1/anteckning/andra", data=data)
    assert answer.headers["Location"] == "/utkast/1/att-gora"
    text = exempel.get("/utkast/1/att-gora").text
    assert "Klart på fredag" in text
    assert f'id="lapp-{note.id}"' in text


@pytest.mark.parametrize("path", ["_notes/syfte/finnsinte", "syfte", "_titel", ""])
def test_bara_en_anteckning_som_finns_gar_att_andra(exempel, path):
    assert exempel.say("/utkast/1/anteckning/andra", lapp=path, svar="x").status_code == 422


def test_en_gast_kan_svara(write, notes, app):
    write()
    guest = inside(app, app.extensions["finsam_forms"].meeting.open())
    assert guest.say("/utkast/1/anteckning/andra", lapp=notes()[0].path, svar="Jag gör det").status_code == 200
    assert notes()[0].answers == ("Cilla (AF): Jag gör det",)


def test_de_som_ar_har_foreslas(write, exempel, app):
    client_of(app, "Bo Berg", "Region Uppsala").say("/utkast/1/har", flik="ab" * 8, avsnitt="mal", falt="")
    assert f'<option value="{BO}">' in exempel.get("/utkast/1/avsnitt/syfte").text


def test_inget_av_det_ar_med_pa_papperet_eller_i_filen(write, notes, exempel):
    write("HEMLIGT", vem="HEMLIG PERSON", falt="syfte", citat="HEMLIGA ORD")
    exempel.say("/utkast/1/anteckning/andra", lapp=notes()[0].path, svar="HEMLIGT SVAR")
    assert b"HEMLIG" not in exempel.get("/utkast/1/utskrift.json").data
    assert "HEMLIG" not in exempel.get("/utkast/1/projektor/syfte").text
