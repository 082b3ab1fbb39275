"""A file is brought, what differs is shown, and only what somebody says yes to is taken in."""

import io
import json
import re

import pytest

from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.export.exchange import dumps
from finsam_forms.incoming.brought import Brought, Comment, Doubt, Refused, Stranger, Unplaced, WhichForm
from finsam_forms.store import Person
from tests.incoming.xlsx import foreign
from tests.web.guests import inside, outside

FILE = "Ansökan ändrad av Eva.docx"


@pytest.fixture
def base(exempel, sheet):
    """The example, as it is when the file is made."""
    return sheet().document


@pytest.fixture
def brings(base, monkeypatch):
    """A file of Word's as its reader understands it: `brings(values, …)`, and from then on every file is that one."""

    def brings(values, **more):
        stored = {path: text for path, text in base.values.items() if not path.startswith("_")}
        known = {"form": base.mall.id, "form_mark": base.mall.fingerprint, "draft": "1", "base": stored}
        brought = Brought(**{**known, "fingerprint": fingerprint(base).sha256, "values": values, **more})
        monkeypatch.setattr("finsam_forms.web.inlasning.read_file", lambda data, malls, beside=None: brought)
        return brought

    return brings


def upload(client, url="/utkast/1/las-in", name=FILE, data=b"PK"):
    return client.post(url, data={"fil": (io.BytesIO(data), name)}, headers={"Accept": "text/html"})


def compared(client, **more):
    """(address of the comparison, its page)."""
    answer = upload(client, **more)
    assert answer.status_code == 302, answer.text
    return answer.location, client.get(answer.location)


def after_of(page):
    return page.page.all("input", name="after")[0]["value"]


def keys(page, checked=None):
    return [
        one["value"] for one in page.page.all("input", name="ta") if checked is None or ("checked" in one) == checked
    ]


def test_inget_andras_forran_nagon_sager_ja(exempel, brings, sheet):
    brings({"syfte": "Ett nytt syfte."})
    before = sheet().document.values
    url, page = compared(exempel)
    assert "Läs in Ansökan ändrad av Eva.docx" in page.text
    assert "<ins>Ett nytt" in page.text
    assert keys(page) == ["syfte"]
    assert sheet().document.values == before


def test_en_i_taget_i_historiken_med_filens_namn(exempel, brings, sheet):
    before = sheet().document.title
    brings({"syfte": "Ett nytt syfte.", "insatsens_namn": "Nytt namn"})
    url, page = compared(exempel)
    answer = exempel.post(url, data={"bara": "syfte", "ta": ["syfte", "insatsens_namn"], "after": after_of(page)})
    assert answer.status_code == 302
    assert (sheet().document.text("syfte"), sheet().document.title) == ("Ett nytt syfte.", before)
    page = exempel.get(answer.location)
    assert "En ändring är intagen" in page.text
    assert keys(page) == ["insatsens_namn"]
    history = exempel.get("/utkast/1/historik?falt=syfte").text
    assert "Anna Andersson (Försäkringskassan), ur filen Ansökan ändrad av Eva.docx" in re.sub(r"\s+", " ", history)
    assert "Ändringar togs in ur en fil" in exempel.get("/utkast/1/skriv-ut").text


def test_alla_valda_pa_en_gang_och_angrade_med_ett_tryck(exempel, brings, sheet):
    before = sheet().document.values
    brings({"syfte": "Ett nytt syfte.", "insatsens_namn": "Nytt namn"})
    url, page = compared(exempel)
    answer = exempel.post(url, data={"ta": keys(page), "after": after_of(page)})
    assert sheet().document.title == "Nytt namn"
    page = exempel.get(answer.location)
    assert "2 ändringar är intagna" in page.text and FILE in page.text
    assert exempel.get(url).status_code == 404, "filen är glömd när inget mer skiljer"
    exempel.post("/utkast/1/angra")
    assert sheet().document.values == before


def test_den_som_har_sidan_oppen_hor_andringen(exempel, brings):
    brings({"syfte": "Ett nytt syfte."})
    url, page = compared(exempel)
    after = after_of(page)
    exempel.post(url, data={"ta": ["syfte"], "after": after})
    messages = exempel.get(f"/utkast/1/handelser.json?after={after}").get_json()["messages"]
    assert [one["path"] for message in messages for one in message["values"]] == ["syfte"]


def test_bada_har_andrat_och_bada_gar_att_fa_eller_bara_filens(exempel, base, brings, sheet):
    text = base.text("syfte")
    first, *_, last = text.split(" ")
    brings({"syfte": text[: -len(last)] + "slutet.", "insatstid/start": "2022-01-01"})
    exempel.save("syfte", "Nytt" + text[len(first) :], base=1)
    url, page = compared(exempel)
    assert "Utkastet har ändrats sedan filen sparades" in page.text
    assert "Ta in båda ändringarna" in page.text and "Se de två ändringarna var för sig" in page.text
    assert keys(page, checked=True) == ["insatstid/start", "syfte"] or keys(page, checked=True) == [
        "syfte",
        "insatstid/start",
    ]
    exempel.post(url, data={"bara": "syfte", "after": after_of(page)})
    assert sheet().document.text("syfte").startswith("Nytt ") and sheet().document.text("syfte").endswith("slutet.")
    exempel.post("/utkast/1/angra")
    page = exempel.get(url)
    exempel.post(url, data={"fil": "syfte", "after": after_of(page)})
    assert sheet().document.text("syfte") == text[: -len(last)] + "slutet."


def test_det_tveksamma_ar_inte_valt_fran_borjan(exempel, brings):
    brings(
        {"syfte": "Nytt.", "insatstid/start": "i våras", "insatsens_namn": "X"},
        doubts=(Doubt("insatsens_namn", "Är det namnet?"), Doubt("", "Filen är lappad.")),
        unplaced=(Unplaced("Sist i filen", "Hälsningar från Eva"),),
        said=("Filen hade spårade ändringar; den godkända texten gäller.",),
    )
    url, page = compared(exempel)
    assert keys(page, checked=True) == ["syfte"]
    assert set(keys(page, checked=False)) == {"insatstid/start", "insatsens_namn"}
    for words in ("Är det namnet?", "Filen är lappad.", "Hälsningar från Eva", "Sist i filen", "spårade ändringar"):
        assert words in page.text
    assert "1 är vald, 2 är det inte" in " ".join(page.text.split())
    exempel.post(url, data={"ta": ["syfte", "insatstid/start", "insatsens_namn"], "after": after_of(page)})
    page = exempel.get(url)
    assert "Inga ändringar" in page.text and "Hälsningar från Eva" in page.text


def test_det_som_nagon_hann_andra_tas_inte_over(exempel, brings, sheet):
    brings({"syfte": "Filens.", "insatsens_namn": "Nytt namn"})
    url, page = compared(exempel)
    exempel.save("syfte", "Någon annans, just nu.", base=1)
    answer = exempel.post(url, data={"ta": keys(page), "after": after_of(page)})
    assert sheet().document.text("syfte") == "Någon annans, just nu."
    assert sheet().document.title == "Nytt namn"
    assert "En av de valda är kvar" in exempel.get(answer.location).text


def test_rader_kommer_gar_och_byter_plats(exempel, base, brings, sheet):
    goals = base.rows("mal/resultatmal")
    new = {"mal/resultatmal/ny77/_plats": "zzzz", "mal/resultatmal/ny77/text": "Ett mål till"}
    brings(new | {f"mal/resultatmal/{goals[0]}/_plats": ""})
    url, page = compared(exempel)
    assert "Ny rad" in page.text and "Ett mål till" in page.text and "Raden är borttagen i filen" in page.text
    exempel.post(url, data={"ta": keys(page), "after": after_of(page)})
    assert sheet().document.rows("mal/resultatmal") == (*goals[1:], "ny77")


def test_en_kommentar_blir_en_anteckning_med_den_som_skrev_den(exempel, brings, sheet):
    brings({}, comments=(Comment("syfte", "Eva Ek", "Stämmer siffran?"),))
    url, page = compared(exempel)
    assert "kommentar av Eva Ek" in page.text
    exempel.post(url, data={"ta": keys(page), "after": after_of(page)})
    notes = exempel.get("/utkast/1/att-gora").text
    assert "Stämmer siffran?" in notes
    assert "Eva Ek (i en fil, inläst av Anna Andersson (Försäkringskassan))" in notes


def test_en_kommentar_blir_en_anteckning_ocksa_nar_filen_blir_ett_nytt_utkast(exempel, brings):
    brings({"syfte": "Fler."}, base=None, draft="", comments=(Comment("syfte", "Eva Ek", "Stämmer siffran?"),))
    url = upload(exempel, "/las-in").location
    assert "Eva Ek. Blir en anteckning vid Syfte." in exempel.get(url).text
    exempel.post(url)
    notes = exempel.get("/utkast/2/att-gora").text
    assert "Stämmer siffran?" in notes
    assert "Eva Ek (i en fil, inläst av Anna Andersson (Försäkringskassan))" in notes
    assert "Inga ändringar" in compared(exempel, url="/utkast/2/las-in")[1].text, "den är en anteckning redan"


def test_ett_last_utkast_visar_vad_som_skiljer_men_tar_inte_in_nagot(exempel, brings, app, sheet):
    brings({"syfte": "Nytt."})
    parts = app.extensions["finsam_forms"]
    parts.store.dossier.lock(1, fingerprint(sheet().document), Person("Anna", "FK"))
    parts.desk.forget(1)
    url, page = compared(exempel)
    assert "Låst för underskrift" in page.text and "<ins>" in page.text
    assert not page.page.all("button", name="bara")
    answer = exempel.post(url, data={"ta": ["syfte"], "after": after_of(page)})
    assert answer.status_code == 423
    assert sheet().document.text("syfte") != "Nytt."


def test_filen_blir_kvar_efter_en_omstart_och_gar_att_glomma(exempel, brings, app):
    brings({"syfte": "Nytt."})
    url, _ = compared(exempel)
    store = app.extensions["finsam_forms"].store
    assert type(store.inbox)(store.folder).get(url.rsplit("/", 1)[1]).name == FILE
    assert exempel.post(f"{url}/glom").status_code == 302
    assert exempel.get(url).status_code == 404
    assert "Filen är inte kvar" in exempel.get(url).text


def test_en_fil_hor_till_sitt_utkast(exempel, brings):
    brings({"syfte": "Nytt."})
    url, _ = compared(exempel)
    exempel.post("/exempel")
    assert exempel.get(url.replace("/utkast/1/", "/utkast/2/")).status_code == 404
    assert exempel.get("/utkast/1/las-in/../../x").status_code == 404


def test_pa_oversikten_gar_filen_till_sitt_utkast(exempel, brings):
    brings({"syfte": "Nytt."})
    answer = upload(exempel, "/las-in")
    assert answer.location.startswith("/utkast/1/las-in/")
    page = exempel.get(answer.location)
    made = exempel.post(next(one for one in page.page.all("button") if "formaction" in one)["formaction"])
    assert made.location == "/utkast/2/"
    assert "Nytt." in exempel.get("/utkast/2/avsnitt/syfte").text


@pytest.mark.parametrize("name", ["pdf", "docx", "xlsx", "zip", "json"])
def test_en_sparad_fil_gar_till_sitt_utkast_som_oversikten_sager(exempel, name):
    words = " ".join(exempel.get("/").text.split())
    assert "Är utkastet som den är sparad ur kvar jämförs filen med det; annars blir den ett nytt." in words
    saved = exempel.get(f"/utkast/1/utskrift.{name}").data
    exempel.save("syfte", "Ändrat sedan filen sparades.", base=1)
    answer = upload(exempel, "/las-in", data=saved)
    assert answer.location.startswith("/utkast/1/las-in/")
    assert "Inga ändringar" in exempel.get(answer.location).text
    assert exempel.get("/utkast/2/").status_code == 404, "inget nytt utkast utan att någon har sagt ja"


@pytest.mark.parametrize("name", ["pdf", "docx", "zip", "json"])
def test_en_sparad_fil_vars_utkast_ar_kastat_blir_ett_nytt(exempel, name):
    saved = exempel.get(f"/utkast/1/utskrift.{name}").data
    exempel.post("/utkast/1/kasta")
    assert upload(exempel, "/las-in", data=saved).location == "/utkast/2/"


def test_pa_oversikten_blir_en_fil_ur_ett_annat_utkast_ett_nytt(exempel, base, brings):
    stranger = "samverkansparter/frammande"
    brings({"syfte": "Nytt."}, base={f"{stranger}/_plats": "i", f"{stranger}/organisation": "Någon annan"})
    assert upload(exempel, "/las-in").location == "/utkast/2/"


def test_det_som_finns_att_saga_sags_fore_ett_nytt_utkast(exempel, brings):
    brings({"insatsens_namn": "Fritt"}, base=None, draft="", unplaced=(Unplaced("Sist", "Mer text"),))
    answer = upload(exempel, "/las-in")
    page = exempel.get(answer.location)
    assert "Mer text" in page.text and "Inget utkast är gjort än" in page.text
    assert "Så läses filen" in page.text and ">Fritt</h1>" in page.text
    assert exempel.get("/utkast/2/").status_code == 404
    assert exempel.post(answer.location).location == "/utkast/2/"
    assert exempel.get(answer.location).status_code == 404


def test_en_frammande_fil_fragar_vilket_formular(exempel, monkeypatch, sheet):
    def read(data, malls, beside=None):
        if beside is None:
            raise WhichForm
        return Brought(form=None, values={"syfte": "Ur deras mall"})

    monkeypatch.setattr("finsam_forms.web.inlasning.read_file", read)
    answer = upload(exempel, "/las-in")
    page = exempel.get(answer.location)
    assert "vilket formulär den hör till" in page.text
    page = exempel.get(f"{answer.location}?mall=ansokan")
    assert "Gör ett utkast av filen" in page.text and "Ur deras mall" in page.text
    assert exempel.post(answer.location, data={"mall": "ansokan"}).location == "/utkast/2/"
    assert sheet(2).document.text("syfte") == "Ur deras mall"
    assert "Ur deras mall" in compared(exempel)[1].text


def test_en_fil_som_inte_sager_vilket_utkast_den_ar_av_blir_ett_nytt_forst_nar_det_ar_sagt(exempel, base):
    answer = upload(exempel, "/las-in", name="aldre.json", data=dumps(base).encode())
    words = " ".join(exempel.get(answer.location).text.split())
    assert "Filen säger inte vilket utkast den är gjord av, så den blir ett nytt." in words
    assert exempel.get("/utkast/2/").status_code == 404
    assert exempel.post(answer.location).location == "/utkast/2/"


def test_samma_fraga_sags_en_gang_innan_ett_utkast_blir_till(exempel, brings):
    asked = "Hittat under rubriken ”5 Mål”."
    doubts = [Doubt(path, asked) for path in ("syfte", "malgrupp")] + [Doubt("metod", "En annan.")]
    brings({"insatsens_namn": "Fritt"}, base=None, draft="", doubts=tuple(doubts))
    page = exempel.get(upload(exempel, "/las-in").location).text
    assert (page.count(asked), page.count("En annan.")) == (1, 1)


def test_vems_kolumnerna_ar_sags_innan_ett_utkast_blir_till(exempel, sheet):
    url = upload(exempel, "/las-in", name="budget.xlsx", data=foreign.TWO_SHEETS).location
    page = exempel.get(url)
    rows = {one["for"].removeprefix("part-"): one for one in page.page.all("label") if "part-" in one.get("for", "")}
    assert "”Tierps kommun” i filen är en kolumn med belopp" in page.text
    assert "ingen part i utkastet" not in page.text, "det finns inget utkast"
    tierp = next(row for row in rows if f'for="part-{row}">”Tierps kommun”' in page.text)
    other = next(row for row in rows if f'for="part-{row}">”Älvkarleby kommun”' in page.text)
    values = [one["value"] for one in page.page.all("option")]
    assert values.count(tierp) == values.count(other) == len(rows) - 1, "ingen är en annan än sig själv"
    assert exempel.post(f"{url}/parter", data={f"part-{tierp}": "nej"}).location == url
    page = exempel.get(url)
    assert "”Tierps kommun” läggs inte till som part" in page.text
    assert [one["value"] for one in page.page.all("option") if "selected" in one] == ["nej"]
    exempel.post(f"{url}/parter", data={f"part-{tierp}": other})
    assert "Kolumnen ”Tierps kommun” i filen läses som ”Älvkarleby kommun”." in exempel.get(url).text
    exempel.post(url)
    document = sheet(2).document
    assert "Tierps kommun" not in {
        document.text(f"insatsagare/{row}/organisation") for row in document.rows("insatsagare")
    }
    assert not [path for path in document.values if tierp in path.split("/")]


@pytest.mark.parametrize("url", ["/las-in", "/utkast/1/las-in"])
def test_en_fil_som_inte_gar_att_lasa_sags_med_en_mening(exempel, url):
    for data, words in ((b"PK\3\4", "skadad"), (b"hej", "av en sort"), (b'{"format": 1}', "finsam-forms")):
        answer = upload(exempel, url, data=data)
        assert answer.status_code == 422
        assert words in answer.text and "Filen lästes inte in" in answer.text
    answer = exempel.post(url, data={})
    assert answer.status_code == 422 and "Ingen fil är vald" in answer.text


@pytest.mark.parametrize("url", ["/las-in", "/utkast/1/las-in"])
def test_en_for_stor_fil_sags_utan_att_lasas(exempel, url):
    answer = upload(exempel, url, data=bytes(22 * 1024 * 1024))
    assert answer.status_code == 413
    assert "Högst 20 megabyte kan läsas in" in answer.text
    assert "av en sort" in upload(exempel, url, data=b"x" * (10 * 1024 * 1024)).text


def test_json_av_ett_annat_skick_av_utkastet_visas_och_tas_in(exempel, base, sheet):
    data = json.loads(dumps(base))
    data["innehall"]["insatsens_namn"] = "Nytt namn"
    exempel.save("syfte", "Ändrat här.", base=1)
    url, page = compared(exempel, name="a.json", data=json.dumps(data).encode())
    assert "Filen säger inte hur utkastet såg ut" in page.text
    assert set(keys(page)) == {"insatsens_namn", "syfte"}
    exempel.post(url, data={"bara": "insatsens_namn", "after": after_of(page)})
    assert (sheet().document.title, sheet().document.text("syfte")) == ("Nytt namn", "Ändrat här.")


def test_en_gast_laser_in_i_utkastet_men_gor_inget_nytt(exempel, brings, app, sheet):
    guest = inside(app, app.extensions["finsam_forms"].meeting.open())
    brings({"syfte": "Gästens."})
    url, page = compared(guest)
    assert "Gör ett nytt utkast av filen" not in page.text
    guest.post(url, data={"ta": ["syfte"], "after": after_of(page)})
    assert sheet().document.text("syfte") == "Gästens."
    assert upload(guest, "/las-in").status_code == 403
    answer = upload(guest, data=bytes(3 * 1024 * 1024))
    assert answer.status_code == 413 and "högst 2 från en annan dator" in answer.text
    assert upload(outside(app)).status_code in (302, 403)


def test_den_som_inte_har_sagt_sitt_namn_far_se_men_inte_ta_in(app, exempel, brings, sheet):
    from tests.client import client_of

    brings({"syfte": "Nytt."})
    nobody = client_of(app, name="")
    url, page = compared(nobody)
    answer = nobody.post(url, data={"ta": ["syfte"], "after": after_of(page)})
    assert answer.status_code == 403 and 'name="ta"' in answer.text
    assert sheet().document.text("syfte") != "Nytt."
    assert upload(nobody, "/las-in").status_code == 302


def test_inget_valt_ar_ingenting_gjort_och_sidan_star_kvar(exempel, brings):
    brings({"syfte": "Nytt."})
    url, page = compared(exempel)
    answer = exempel.post(url, data={"after": after_of(page)})
    assert answer.status_code == 422 and "Ingenting är valt" in answer.text and keys(answer) == ["syfte"]
    assert exempel.post(url, data={"ta": ["syfte"]}).status_code == 422


def test_alla_eller_ingen_valjs_med_ett_tryck(exempel, brings):
    brings({"syfte": "Nytt.", "insatsens_namn": "X"}, doubts=(Doubt("insatsens_namn", "Är det namnet?"),))
    url, page = compared(exempel)
    links = [one["href"] for one in page.page.all("a") if "valda=" in one.get("href", "")]
    assert [len(keys(exempel.get(link), checked=True)) for link in links] == [2, 0]
    assert len(keys(page, checked=True)) == 1


def test_en_lasare_som_inte_klarar_filen_langre_ar_en_mening(exempel, brings, monkeypatch):
    brings({"syfte": "Nytt."})
    url, page = compared(exempel)

    def refuse(data, malls, beside=None):
        raise Refused("Filen går inte att läsa.")

    monkeypatch.setattr("finsam_forms.web.inlasning.read_file", refuse)
    assert exempel.post(url, data={"ta": ["syfte"], "after": after_of(page)}).status_code == 422
    assert "Filen går inte att läsa." in exempel.get(url).text


def test_filnamnet_ar_text_och_inget_annat(exempel, brings):
    brings({"syfte": "Nytt."})
    _, page = compared(exempel, name="<script>x</script>.docx")
    assert "<script>x" not in page.text and "&lt;script&gt;" in page.text


def test_vems_en_kolumn_ar_sags_pa_sidan_och_gar_att_andra(exempel, brings, base, sheet):
    owner = base.rows("insatsagare")[0]
    amount = next(path for path in base.values if path.endswith(f"/belopp/{owner}"))
    place = amount.removesuffix(owner)
    party = {"insatsagare/ny77/_plats": "zz", "insatsagare/ny77/organisation": "Tierp"}
    brings({**party, f"{place}ny77": "1234"}, base=None, draft="", strangers=(Stranger("insatsagare/ny77", "Tierp"),))
    url, page = compared(exempel)
    assert "”Tierp” i filen är ingen part i utkastet" in page.text
    assert keys(page) == ["insatsagare/ny77/_plats", f"{place}ny77"]
    assert exempel.post(f"{url}/parter", data={"part-ny77": owner}).location == url
    page = exempel.get(url)
    assert keys(page) == [amount]
    assert [one["value"] for one in page.page.all("option") if "selected" in one] == [owner]
    exempel.post(f"{url}/parter", data={"part-ny77": "nej"})
    page = exempel.get(url)
    assert keys(page) == [] and "läggs inte till som part" in page.text
    exempel.post(f"{url}/parter", data={"part-ny77": owner})
    exempel.post(url, data={"ta": [amount], "after": after_of(exempel.get(url))})
    assert sheet().document.text(amount) == "1234"
    assert "insatsagare/ny77/_plats" not in sheet().document.values
