"""What the pages say of the files, and what no file and no clock may stop."""

import re
import time

import pytest

from finsam_forms.app import create_app
from finsam_forms.live import caretaker as care
from finsam_forms.store import Damaged, DiskFull, ReadOnly
from finsam_forms.web.security import secret_key


@pytest.fixture
def parts(app):
    return app.extensions["finsam_forms"]


def test_klockan_stalls_tillbaka_och_sparandet_gar_anda(tmp_path, monkeypatch):
    app = create_app(tmp_path / "data")
    try:
        client = app.test_client()
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/jag").get_data(True))[1]
        me = {"namn": "Anna Andersson", "organisation": "Försäkringskassan", "csrf_token": token}
        assert client.post("/jag", data=me).status_code < 400
        now = time.time()
        monkeypatch.setattr(time, "time", lambda: now - 3600)
        assert client.post("/exempel", data={"csrf_token": token}).status_code == 302
    finally:
        app.extensions["finsam_forms"].feed.stop()
        app.extensions["finsam_forms"].store.close()


@pytest.mark.parametrize("found", ["", "\n", "abc", "\0" * 64, "å" * 64, None], ids=repr)
def test_en_nyckel_som_inte_ar_nagon_gors_om(tmp_path, found):
    if found is not None:
        (tmp_path / "secret.key").write_text(found, "utf-8")
    key = secret_key(tmp_path)
    assert len(key) == 64
    assert secret_key(tmp_path) == key


def test_utan_plats_for_nyckeln_startar_programmet(tmp_path):
    (tmp_path / "secret.key").mkdir()
    assert len(secret_key(tmp_path)) == 64


def test_dagens_kopia_tas_i_bakgrunden_och_syns_medan_den_tas(client, parts, monkeypatch, capfd):
    seen = []
    real = parts.store.backups.daily
    monkeypatch.setattr(parts.store.backups, "daily", lambda: seen.append(client.get("/").get_data(True)) or real())
    assert not parts.store.backups.todays_copy().exists(), "the start itself copies nothing"
    parts.caretaker.round()
    assert care.AT_WORK in seen[0]
    assert care.AT_WORK not in client.get("/").get_data(True)
    assert parts.store.backups.todays_copy().exists()
    assert capfd.readouterr().err.splitlines() == [care.AT_WORK, care.TAKEN]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (DiskFull(), "disken är full"),
        (Damaged("data"), "är skadad"),
        (ReadOnly("data"), "skrivrättighet"),
        (RuntimeError("oj"), "gick inte att ta"),
    ],
    ids=repr,
)
def test_en_kopia_som_inte_gar_att_ta_sags_och_hindrar_inget(client, parts, monkeypatch, fault, said):
    def fails():
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(parts.store.backups, "daily", fails)
        parts.caretaker.round()
    assert said in client.get("/").get_data(True)
    assert client.post("/exempel").status_code == 302
    parts.caretaker.round()
    assert said not in client.get("/").get_data(True), "next time it went"


def test_utan_ny_kopia_lases_databasen_igenom_en_gang_per_start(parts, monkeypatch):
    parts.caretaker.round()
    looked = []
    monkeypatch.setattr(parts.store.backups, "look_through", lambda: looked.append(1))
    parts.caretaker.round()
    care.Caretaker(parts.store, parts.feed.stopping, print).round()
    assert looked == [1]


def test_raderat_for_alltid_finns_inte_kvar_i_minnet(exempel, parts):
    exempel.save("syfte", "Hemligordet", base=1)
    parts.review.now(1)
    exempel.post("/utkast/1/har", data={"flik": "f1", "avsnitt": "syfte", "falt": "", "sett": ""})
    exempel.post("/utkast/1/kasta")
    assert "sakerhetskopior" in exempel.get("/utkast/1/radera").get_data(True)
    exempel.post("/utkast/1/radera")
    assert 1 not in parts.desk._sheets
    assert 1 not in parts.review._latest
    assert 1 not in parts.feed._channels
    assert 1 not in parts.presence._rooms
    assert exempel.get("/utkast/1", follow_redirects=True).status_code == 404
    data = b"".join(file.read_bytes() for file in parts.store.folder.glob("*.sqlite3*"))
    assert b"Hemligordet" not in data


def test_olasliga_tecken_sags_i_utkastet(exempel, parts):
    assert "gick inte att läsa från disken" not in exempel.get("/utkast/1", follow_redirects=True).get_data(True)
    parts.store.database.connection().execute("UPDATE value SET value = CAST(x'4865ff6a' AS TEXT) WHERE path = 'syfte'")
    parts.desk.forget(1)
    page = exempel.get("/utkast/1", follow_redirects=True).get_data(True)
    assert "gick inte att läsa från disken" in page
