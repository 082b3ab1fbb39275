"""A post that is refused without JavaScript: what was typed is shown with the refusal, and can be copied."""

import errno
import html
import re
import sqlite3

import pytest

from finsam_forms.app import create_app
from finsam_forms.live.door import LAN_NAME
from finsam_forms.store import DiskFull
from tests.client import client_of

TYPED = "Vi vill att fler ska få <b>stöd</b> & hjälp.\nOch en rad till."
LAN = {"SERVER_NAME": LAN_NAME, "REMOTE_ADDR": "127.0.0.2"}


def shown(answer):
    """Label → text of the boxes that a page of refusal has."""
    found = re.findall(
        r'<label class="label" for="(skrivet-\d+)">(.*?)</label>\s*<textarea[^>]*id="\1"[^>]*readonly>\n(.*?)</textarea>',
        answer.text,
        re.DOTALL,
    )
    return {html.unescape(label): html.unescape(text) for _, label, text in found}


def post(client, section="syfte", after="1", **values):
    return client.post(f"/utkast/1/avsnitt/{section}", data={"section": section, "after": after, **values})


def lock(app):
    app.extensions["finsam_forms"].store.database.connection().execute("UPDATE draft SET state = 'locked'")
    app.extensions["finsam_forms"].desk.forget(1)


def test_det_som_skrevs_i_ett_utkast_som_last_under_tiden_star_pa_sidan(ansokan, app):
    lock(app)
    answer = post(ansokan, syfte=TYPED)
    assert answer.status_code == 423
    assert shown(answer) == {"Syfte": TYPED}


def test_det_som_skrevs_i_ett_utkast_som_kastats_star_pa_sidan(ansokan):
    ansokan.post("/utkast/1/kasta")
    answer = post(ansokan, syfte=TYPED)
    assert answer.status_code == 404
    assert shown(answer) == {"Syfte": TYPED}


def test_det_som_skrevs_i_ett_utkast_som_inte_finns_star_pa_sidan(ansokan):
    answer = ansokan.post("/utkast/99/avsnitt/syfte", data={"syfte": TYPED, "after": "1"})
    assert answer.status_code == 404
    assert shown(answer) == {"syfte": TYPED}


def test_det_som_skrevs_pa_en_sida_som_varit_oppen_for_lange_star_pa_sidan(tmp_path):
    app = create_app(tmp_path / "data")
    try:
        answer = app.test_client().post("/utkast/1/avsnitt/syfte", data={"syfte": TYPED, "after": "1"})
        assert answer.status_code == 400
        assert shown(answer) == {"syfte": TYPED}
    finally:
        app.extensions["finsam_forms"].feed.stop()
        app.extensions["finsam_forms"].store.close()


def test_en_text_som_ar_for_lang_star_pa_sidan(ansokan, app):
    app.config.update(MAX_CONTENT_LENGTH=None, MAX_FORM_MEMORY_SIZE=None)
    long = "x" * 2_100_000
    answer = post(ansokan, syfte=long)
    assert answer.status_code == 413
    assert shown(answer) == {"Syfte": long}


def test_det_som_ar_for_mycket_for_att_lasas_sags_sta_kvar_i_webblasaren(ansokan):
    answer = post(ansokan, syfte="x" * 2_100_000)
    assert answer.status_code == 413
    assert "Gå tillbaka i webbläsaren: där står det du skrev kvar." in answer.text


def test_det_som_skrevs_nar_disken_var_full_star_pa_sidan(ansokan, app, monkeypatch):
    def full(*_, **__):
        raise DiskFull

    monkeypatch.setattr(app.extensions["finsam_forms"].desk, "save", full)
    answer = post(ansokan, syfte=TYPED)
    assert (answer.status_code, shown(answer)) == (507, {"Syfte": TYPED})


def test_det_som_skrevs_nar_programmet_gick_fel_star_pa_sidan(ansokan, app, monkeypatch):
    def wrong(*_, **__):
        raise RuntimeError

    app.logger.disabled = True
    monkeypatch.setattr(app.extensions["finsam_forms"].desk, "save", wrong)
    answer = post(ansokan, syfte=TYPED)
    assert (answer.status_code, shown(answer)) == (500, {"Syfte": TYPED})


def test_det_som_skrevs_nar_filerna_var_slut_star_i_svaret(ansokan, app, monkeypatch):
    def wrong(*_, **__):
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(app.extensions["finsam_forms"].desk, "save", wrong)
    answer = post(ansokan, syfte=TYPED)
    assert answer.status_code == 503
    assert TYPED in answer.text


def test_det_som_en_gast_skrev_nar_motet_stangdes_star_pa_sidan_utan_nagot_ur_utkastet(exempel, app):
    stranger = app.test_client()
    answer = stranger.post("/utkast/1/avsnitt/syfte", data={"syfte": TYPED, "after": "1"}, environ_overrides=LAN)
    assert answer.status_code == 403
    assert shown(answer) == {"syfte": TYPED}
    stands = exempel.get("/utkast/1/avsnitt/syfte").page
    assert stands
    same = app.extensions["finsam_forms"].desk.sheet(1).document.text("syfte")
    again = stranger.post("/utkast/1/avsnitt/syfte", data={"syfte": same, "after": "1"}, environ_overrides=LAN)
    assert shown(again) == {"syfte": same}


def test_bara_det_som_inte_star_i_utkastet_visas(exempel, app, sheet):
    lock(app)
    document = sheet().document
    answer = post(
        exempel, "insatstid", **{"insatstid/start": document.text("insatstid/start"), "insatstid/slut": "2099-01-01"}
    )
    assert list(shown(answer).values()) == ["2099-01-01"]


@pytest.mark.parametrize(
    ("url", "posted", "named"),
    [
        ("anteckning", {"avsnitt": "syfte", "anteckning": TYPED}, "Anteckning"),
        ("varde", {"path": "syfte", "value": TYPED, "base": "0", "op": "abcdefgh"}, "Syfte"),
        ("rad", {"rad": "ny:tidplan:", "section": "syfte", "after": "1", "syfte": TYPED}, "Syfte"),
        ("las-upp", {"skal": TYPED, "after": "x"}, "Skäl"),
    ],
)
def test_det_som_skrevs_pa_andra_stallen_star_ocksa_pa_sidan(ansokan, app, url, posted, named):
    ansokan.post("/utkast/1/kasta")
    answer = ansokan.post(f"/utkast/1/{url}", data=posted)
    assert answer.status_code == 404
    assert shown(answer) == {named: TYPED}


@pytest.mark.parametrize("after", ["", "x", "²", "-1", "1.0", "9" * 16])
@pytest.mark.parametrize("url", ["avsnitt/syfte", "rad", "anteckning", "granska/ratta"])
def test_en_sida_som_inte_gar_att_lasa_ar_inte_sparad_och_sags_inte_vara_det(ansokan, sheet, url, after):
    posted = {
        "section": "syfte",
        "syfte": TYPED,
        "after": after,
        "rad": "ny:tidplan:",
        "avsnitt": "syfte",
        "anteckning": "Kom ihåg",
    }
    answer = ansokan.post(f"/utkast/1/{url}", data=posted)
    assert answer.status_code == 422
    assert shown(answer) == {"Syfte": TYPED, "Anteckning": "Kom ihåg"}
    assert sheet().document.text("syfte") == ""


def test_en_sida_utan_after_ar_inte_sparad_och_sags_inte_vara_det(ansokan):
    answer = ansokan.post("/utkast/1/avsnitt/syfte", data={"syfte": TYPED})
    assert answer.status_code == 422
    assert shown(answer) == {"Syfte": TYPED}


def test_ett_avsnitt_som_inte_finns_ar_inte_sparat(ansokan):
    assert post(ansokan, "finnsinte", syfte=TYPED).status_code == 422


@pytest.mark.parametrize(
    ("url", "pressed"),
    [("rad", {"rad": "ny:tidplan:"}), ("anteckning", {}), ("avsnitt/syfte", {})],
    ids=["rad", "anteckning", "spara"],
)
def test_vilken_knapp_man_an_trycker_pa_sparas_hela_sidan(ansokan, sheet, url, pressed):
    posted = {"section": "syfte", "after": "1", "syfte": TYPED, "avsnitt": "syfte", "anteckning": "Kom ihåg"}
    assert ansokan.post(f"/utkast/1/{url}", data=posted | pressed).status_code == 302
    document = sheet().document
    assert document.text("syfte") == TYPED
    notes = [text for path, text in document.values.items() if path.startswith("_notes/") and path.endswith("/text")]
    assert notes == ["Kom ihåg"]


@pytest.mark.parametrize("url", ["rad", "anteckning", "avsnitt/syfte"])
def test_nagon_hann_fore_och_bada_texterna_visas_vilken_knapp_man_an_trycker_pa(exempel, app, sheet, url):
    seen = sheet().last_change
    other = client_of(app, "Bo", "Region")
    other.save("insatsens_namn", "Deras namn", base=sheet().version("insatsens_namn"))
    posted = {"section": "insatsens_namn", "after": seen, "insatsens_namn": "Mitt namn", "rad": "ny:tidplan:"}
    answer = exempel.post(f"/utkast/1/{url.replace('syfte', 'insatsens_namn')}", data=posted)
    assert answer.status_code == 409
    assert "Deras namn" in answer.text
    assert "Mitt namn" in answer.text


def test_det_som_skrevs_i_en_rad_som_tagits_bort_under_tiden_kommer_tillbaka_med_raden(exempel, app, sheet):
    row = sheet().document.rows("tidplan")[0]
    seen = sheet().last_change
    client_of(app, "Bo", "Region").say("/utkast/1/rad", rad=f"bort:tidplan:{row}", op="abcdefgh")
    section = sheet().mall.section_of("tidplan").id
    assert post(exempel, section, after=seen, **{f"tidplan/{row}/text": TYPED}).status_code == 302
    assert sheet().document.text(f"tidplan/{row}/text") == TYPED


def test_ett_fel_med_databasen_visar_anda_det_som_skrevs(ansokan, app, monkeypatch):
    def wrong(*_, **__):
        raise sqlite3.OperationalError("x")

    app.logger.disabled = True
    monkeypatch.setattr(app.extensions["finsam_forms"].desk, "sheet", wrong)
    answer = post(ansokan, syfte=TYPED)
    assert (answer.status_code, shown(answer)) == (500, {"syfte": TYPED})
