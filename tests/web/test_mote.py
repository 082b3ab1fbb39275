"""Letting the others in: without the code nothing is seen; nothing foreign gets to change anything."""

import errno
import json

import pytest

from finsam_forms.app import create_app
from finsam_forms.live.door import Door
from finsam_forms.live.meeting import CODE_LENGTH, spoken
from finsam_forms.web.guests import known_guests
from tests.web.guests import inside, outside, routes


@pytest.fixture
def opened(app):
    """An open meeting: its code."""
    return app.extensions["finsam_forms"].meeting.open()


def test_utan_kod_syns_ingenting_inte_ens_namn_pa_utkast(exempel, app, opened):
    client = outside(app)
    for rule, url in routes(app):
        for method in rule.methods & {"GET", "POST"}:
            answer = client.open(url, method=method)
            assert b"V\xc3\xa4gen in" not in answer.data, url
            if rule.endpoint not in ("mote.join", "mote.let_in", "static"):
                assert answer.status_code in (302, 403, 404), (url, answer.status_code)


def test_ratt_kod_slapper_in_och_stangt_mote_stanger_ute(exempel, app, opened):
    client = inside(app, opened)
    assert "Vägen in" in client.get("/").text
    assert client.save("syfte", "Skrivet från nätet", base=1).status_code == 200
    app.extensions["finsam_forms"].meeting.close()
    assert client.get("/").status_code == 302
    assert client.save("syfte", "x", base=2).status_code == 403


def test_fel_kod_bromsas(app, opened):
    client = outside(app)
    data = {"kod": "A" * CODE_LENGTH, "namn": "Elak", "organisation": "Okänd"}
    statuses = [client.post("/motet/ga-med", data=data).status_code for _ in range(200)]
    assert statuses.count(403) == 5
    assert statuses.count(429) == 195


def test_den_som_ar_inslappt_far_inte_stanga_eller_oppna_motet(exempel, app, opened):
    client = inside(app, opened)
    assert client.post("/motet/stang").status_code == 403
    assert client.post("/motet/oppna").status_code == 403
    assert outside(app).get("/motet").headers["Location"].startswith("/motet/ga-med")


def test_inne_i_ett_utkast_ser_alla_att_motet_ar_oppet_och_kan_visa_koden(exempel, app):
    meeting = app.extensions["finsam_forms"].meeting
    (button,) = exempel.get("/utkast/1/avsnitt/mal").page.all("button", popovertarget="motet", type="button")[:1]
    assert "hidden" in button
    code = spoken(meeting.open())
    for client in (exempel, inside(app, meeting.code)):
        answer = client.get("/utkast/1/avsnitt/mal")
        (button,) = answer.page.all("button", popovertarget="motet", type="button")[:1]
        assert "hidden" not in button
        assert code in answer.text
        assert code in client.get("/motet").text


def test_den_som_har_utkastet_oppet_far_veta_nar_motet_oppnas_och_stangs(exempel, app):
    meeting = app.extensions["finsam_forms"].meeting
    here = {"flik": "ab" * 8, "avsnitt": "mal", "falt": ""}
    code = spoken(meeting.open())
    assert exempel.say("/utkast/1/har", **here, kod="").json["meeting"]["code"] == code
    assert "meeting" not in (exempel.say("/utkast/1/har", **here, kod=code).json or {})
    meeting.close()
    assert exempel.say("/utkast/1/har", **here, kod=code).json["meeting"] is None


def test_motets_sida_sager_vilka_som_ar_med_och_har_varit(exempel, app, monkeypatch):
    meeting = app.extensions["finsam_forms"].meeting
    guest = inside(app, meeting.open())
    guest.get("/")
    assert "<b>AF</b> <span>Cilla</span>" in exempel.get("/motet").text
    assert "Har varit med" not in exempel.get("/motet").text
    monkeypatch.setattr("finsam_forms.live.meeting.THERE", -1.0)
    text = exempel.get("/motet").text
    assert "Cilla" in text.split("Har varit med")[1]
    meeting.open()
    assert "Cilla" not in exempel.get("/motet").text


def test_i_motet_raknas_den_som_sitter_vid_datorn_med(exempel, app):
    app.extensions["finsam_forms"].meeting.open()
    exempel.say("/utkast/1/har", flik="ab" * 8, avsnitt="mal", falt="")
    assert "<b>Försäkringskassan</b> <span>Anna Andersson</span>" in exempel.get("/motet").text


def test_forfalskad_kaka_ar_ingen_kod(exempel, app, opened):
    client = outside(app)
    client.set_cookie("finsam", "eyJtb3RldCI6IngifQ.aaaa.bbbb")
    assert client.get("/").status_code == 302


FOREIGN = (
    "http://elak.example", "null", "http://127.0.0.1:9999", "http://[", "http://[x]", "http://localhost@elak.example", "localhost",
    "http://localhost/x", "http://localhost.elak.example", "://", "9" * 5_000,
)  # fmt: skip


@pytest.mark.parametrize("origin", FOREIGN, ids=lambda origin: origin[:30])
def test_frammande_ursprung_far_inte_andra_nagot(exempel, app, opened, origin):
    edit = {"path": "syfte", "value": "x", "base": 1, "op": "abcdefgh"}
    headers = {"Origin": origin}
    assert exempel.post("/utkast/1/varde", data=edit, headers=headers).status_code == 403
    assert outside(app).post("/motet/ga-med", data={"kod": "x"}, headers=headers).status_code == 403


def test_det_egna_ursprunget_far_andra(exempel):
    edit = {"path": "syfte", "value": "x", "base": 1, "op": "abcdefgh"}
    assert exempel.post("/utkast/1/varde", data=edit, headers={"Origin": "http://localhost"}).status_code in (200, 409)


def test_frammande_vard_avvisas(exempel):
    assert exempel.get("/", headers={"Host": "elak.example"}).status_code == 400


@pytest.mark.parametrize(
    "url",
    [
        "/static/../instance/secret.key",
        "/static/%2e%2e/finsam_forms.sqlite3",
        "/static/..%5c..%5csecret.key",
        "//etc/passwd",
        "/utkast/1/../../secret.key",
    ],
)
def test_inga_vagar_till_filer(exempel, url):
    answer = exempel.get(url)
    assert answer.status_code in (302, 308, 400, 404)


def test_csrf_behovs_for_varje_andring(tmp_path):
    app = create_app(tmp_path / "skyddad")
    client = app.test_client()
    try:
        for rule, url in routes(app):
            if "POST" in rule.methods:
                assert client.post(url).status_code == 400, url
    finally:
        app.extensions["finsam_forms"].store.close()


def test_kakan_ar_httponly_och_samesite(client):
    cookie = client.post("/jag", data={"namn": "A", "organisation": "B"}).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_hemliga_nyckeln_overlever_en_omstart(tmp_path):
    keys = []
    for _ in range(2):
        app = create_app(tmp_path)
        keys.append(app.secret_key)
        app.extensions["finsam_forms"].store.close()
    assert keys[0] == keys[1]
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0


def test_motets_sida_visar_kod_adress_qr_och_att_trafiken_inte_ar_krypterad(client, app):
    parts = app.extensions["finsam_forms"]
    door = Door(addresses=["127.0.0.2"])
    door.prepare(lambda sockets: type("S", (), {"close": lambda self: [sock.close() for sock in sockets]})(), 0)
    object.__setattr__(parts, "door", door)
    assert client.post("/motet/oppna").status_code == 302
    text = client.get("/motet").text
    code = parts.meeting.code
    assert f"{code[:4]}-{code[4:]}" in text
    assert "127.0.0.2" in text
    assert "<svg" in text
    assert "inte krypterad" in text
    assert client.post("/motet/stang").status_code == 302
    assert parts.meeting.code is None


def test_utan_nat_sags_det(client, app):
    object.__setattr__(app.extensions["finsam_forms"], "door", Door(addresses=[]))
    answer = client.post("/motet/oppna", follow_redirects=True)
    assert "inte ansluten till något nät" in answer.text


def test_las_lanken_visar_men_kan_inte_skriva_och_gar_att_dra_in(exempel, app, opened):
    exempel.post("/utkast/1/lank")
    (link,) = app.extensions["finsam_forms"].store.links.of_draft(1)
    reader = outside(app)
    assert "unga vuxna" in reader.get(f"/visa/{link.token}").text
    assert reader.save("syfte", "x", base=1).status_code == 403
    assert reader.get("/visa/gissad").status_code == 404
    exempel.post(f"/utkast/1/lank/{link.token}/dra-in")
    assert reader.get(f"/visa/{link.token}").status_code == 404


def test_en_indragen_lank_hor_inget_mer(exempel, app):
    exempel.post("/utkast/1/lank")
    (link,) = app.extensions["finsam_forms"].store.links.of_draft(1)
    with exempel.get(f"/visa/{link.token}/handelser", buffered=False) as answer:
        assert next(answer.response).startswith(b"retry")
        exempel.post(f"/utkast/1/lank/{link.token}/dra-in")
        assert list(answer.response) == []


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "POST", "PUT"])
def test_fragor_som_inte_lyssnar_tar_inga_platser(exempel, app, method):
    exempel.post("/utkast/1/lank")
    (link,) = app.extensions["finsam_forms"].store.links.of_draft(1)
    feed = app.extensions["finsam_forms"].feed
    for url in ("/utkast/1/handelser", f"/visa/{link.token}/handelser", "/utkast/1/handelser.json?vanta=1"):
        for _ in range(100):
            assert exempel.open(url, method=method).status_code in (200, 405)
        assert (feed.writers.taken, feed.readers.taken, feed.held) == (0, 0, 0), url
        if not url.endswith("vanta=1"):
            with exempel.get(url, buffered=False) as answer:
                assert next(answer.response).startswith(b"retry")


@pytest.fixture
def reader(exempel, app, opened):
    """Somebody on the network with a read-only link, and its address."""
    exempel.post("/utkast/1/lank")
    (link,) = app.extensions["finsam_forms"].store.links.of_draft(1)
    return outside(app), f"/visa/{link.token}"


def test_las_lankens_strom_bar_ingenting_av_det_som_skrivs(exempel, app, reader):
    client, url = reader
    feed = app.extensions["finsam_forms"].feed
    seen = app.extensions["finsam_forms"].desk.sheet(1).last_change
    with client.get(f"{url}/handelser?after={seen}", buffered=False) as answer:
        next(answer.response)
        exempel.post("/utkast/1/anteckning", data={"avsnitt": "mal", "anteckning": "HEMLIG ANTECKNING"})
        exempel.say("/utkast/1/har", flik="ab" * 8, avsnitt="mal", falt="syfte")
        assert exempel.save("syfte", "Det nya syftet", base=1).status_code == 200
        newest = app.extensions["finsam_forms"].desk.sheet(1).last_change
        heard = next(answer.response)
        while b"andrat" not in heard:
            heard = next(answer.response)
        assert heard == b"event: andrat\nid: %d\ndata: {}\n\n" % newest
    assert feed.readers.taken == 0


def test_nar_motet_stangs_eller_byter_kod_hor_de_gamla_inget_mer(exempel, app, opened):
    parts = app.extensions["finsam_forms"]
    for change in (parts.meeting.open, parts.meeting.close):
        client = inside(app, parts.meeting.code)
        with client.get("/utkast/1/handelser?after=9999", buffered=False) as answer:
            assert next(answer.response).startswith(b"retry")
            change()
            assert exempel.save("syfte", f"Efter {change}", base=9).status_code in (200, 409)
            (last,) = answer.response
            assert last.startswith(b"event: stangt")
            assert json.loads(last.partition(b"data: ")[2]) == {
                "error": "Mötet är stängt eller har fått en ny kod.",
                "join": "/motet/ga-med",
                "closed": parts.meeting.code is None,
            }
        for url in ("/utkast/1/handelser", "/utkast/1/handelser.json", "/utkast/1/handelser.json?vanta=1"):
            assert client.get(url).status_code == 403
            assert client.head(url).status_code == 403


def test_en_lasares_strom_slutar_nar_motet_stangs(exempel, app, reader):
    client, url = reader
    with client.get(f"{url}/handelser?after=9999", buffered=False) as answer:
        assert next(answer.response).startswith(b"retry")
        app.extensions["finsam_forms"].meeting.close()
        (last,) = answer.response
        assert last.startswith(b"event: stangt")


def test_vem_som_har_koden_syns_redan_pa_kakan(exempel, app, opened):
    parts = app.extensions["finsam_forms"]
    known = known_guests(app)
    client = inside(app, opened)
    cookie = f"annan=1; finsam={client.get_cookie('finsam').value}"
    assert known(cookie)
    for other in ("", "finsam=", "finsam=x.y.z", f"{cookie[:-1]}", cookie.replace("finsam=", "finsam2="), "\xff=\x00"):
        assert not known(other), other
    host = exempel.get_cookie("finsam", domain="localhost")
    assert not known(f"finsam={host.value if host else ''}")
    parts.meeting.open()
    assert not known(cookie)
    parts.meeting.close()
    assert not known(cookie)


def test_for_manga_oppna_filer_sags_med_en_egen_mening(exempel, monkeypatch):
    def no_more(*_, **__):
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("finsam_forms.live.desk.Desk.save", no_more)
    answer = exempel.save("syfte", "x", base=1)
    assert answer.status_code == 503
    assert "för många anslutningar" in answer.json["error"]
    assert "Disken" not in answer.json["error"]
    assert answer.headers["Retry-After"]


DEEP = "/utkast/1/avsnitt/metod?fran=brev"


def test_efter_koden_kommer_man_dit_man_skulle(exempel, app, opened):
    client = outside(app)
    asked = client.get(DEEP)
    assert asked.status_code == 302
    page = client.get(asked.headers["Location"])
    (hidden,) = page.page.all("input", name="till")
    data = {"namn": "Cilla", "organisation": "AF", "till": hidden["value"]}
    again = client.post("/motet/ga-med", data={**data, "kod": "FELKOD00"})
    assert again.page.all("input", name="till") == [hidden]
    assert client.post("/motet/ga-med", data={**data, "kod": opened}).headers["Location"] == DEEP
    assert client.get(asked.headers["Location"]).headers["Location"] == DEEP


ELSEWHERE = (
    "https://elak.example/", "//elak.example/x", "////elak.example", "/\\elak.example", "javascript:alert(1)", "utkast/1", "http://[",
    "/finns/inte", "/utkast/1/varde-som-inte-finns", "/motet/ga-med", "/utkast/1/handelser", "/jag\r\nSet-Cookie: x=1", "",
)  # fmt: skip


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_efter_koden_kommer_man_aldrig_nagon_annanstans(app, opened, wanted):
    data = {"kod": opened, "namn": "Cilla", "organisation": "AF", "till": wanted}
    assert outside(app).post("/motet/ga-med", data=data).headers["Location"] == "/"


def test_en_sida_som_ar_oppen_far_veta_var_koden_skrivs(exempel, app, opened):
    client = inside(app, opened)
    app.extensions["finsam_forms"].meeting.open()
    edit = {"path": "syfte", "value": "x", "base": 1, "op": "abcdefgh"}
    for answer in (
        client.post("/utkast/1/varde", data=edit, headers={"Accept": "application/json"}),
        client.get("/utkast/1/handelser.json", headers={"Accept": "application/json"}),
    ):
        assert answer.status_code == 403
        assert answer.json["join"] == "/motet/ga-med"
