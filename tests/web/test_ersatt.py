"""Find and replace in a whole draft: seen first, chosen, one change for all."""


def places_of(client, **asked):
    return [one["value"] for one in client.get("/utkast/1/ersatt", query_string=asked).page.all("input", name="plats")]


def test_ett_ord_byts_pa_de_valda_stallena_och_tas_tillbaka_med_ett_tryck(exempel, sheet):
    before = dict(sheet().document.values)
    found = places_of(exempel, sok="Älvkarleby", med="Tierp")
    assert len(found) > 3
    exempel.post("/utkast/1/ersatt", data={"sok": "Älvkarleby", "med": "Tierp", "plats": found[1:]})
    after = sheet().document
    assert after.text(found[0]) == before[found[0]]
    for path in found[1:]:
        assert after.text(path) == before[path].replace("Älvkarleby", "Tierp")
    assert places_of(exempel, sok="Älvkarleby", med="Tierp") == found[:1]
    exempel.say("/utkast/1/angra")
    assert {path: after for path, after in sheet().document.values.items() if after} == {
        path: text for path, text in before.items() if text
    }


def test_forhandsvisningen_visar_bara_orden_omkring(exempel):
    text = exempel.get("/utkast/1/ersatt", query_string={"sok": "kartläggning", "med": "utredning"}).text
    assert "<del>" in text and "<ins>" in text
    assert " … " in text


def test_det_som_har_andrats_sedan_forhandsvisningen_ersatts_som_det_star_nu(exempel, sheet):
    exempel.save("syfte", "Älvkarleby och mer som Bo skrev", base=1)
    exempel.post("/utkast/1/ersatt", data={"sok": "Älvkarleby", "med": "Tierp", "plats": ["syfte"]})
    assert sheet().document.text("syfte") == "Tierp och mer som Bo skrev"


def test_ingen_annan_plats_an_de_som_har_ordet_andras(exempel, sheet):
    before = dict(sheet().document.values)
    data = {"sok": "finns ingenstans", "med": "x", "plats": ["syfte", "_titel", "budget/enhet", "../x"]}
    assert exempel.post("/utkast/1/ersatt", data=data).status_code == 302
    assert sheet().document.values == before


def test_utan_val_eller_ord_sags_det(exempel):
    for data in ({"sok": "Älvkarleby", "med": "Tierp"}, {"sok": "", "med": "Tierp", "plats": "syfte"}, {}):
        answer = exempel.post("/utkast/1/ersatt", data=data)
        assert answer.status_code == 422
        assert "Ingen plats är vald" in answer.text


def test_ett_ord_som_inte_finns_sags(exempel):
    assert "står ingenstans i utkastet" in exempel.get("/utkast/1/ersatt?sok=xyzzy&med=").text


def test_i_ett_last_utkast_erbjuds_och_gors_inget(exempel, sheet):
    exempel.post("/utkast/1/las")
    assert "Ersätt på de valda" not in exempel.get("/utkast/1/ersatt?sok=Älvkarleby&med=Tierp").text
    answer = exempel.say("/utkast/1/ersatt", sok="Älvkarleby", med="Tierp", plats="syfte")
    assert answer.status_code == 423
