"""The blocks to sign: the contact person is put in by one press."""


def button_of(client):
    return client.get("/utkast/1/avsnitt/underskrifter").page.all("button", name="kontakt")[0]


def test_den_som_skriver_under_ar_samma_som_kontaktpersonen(exempel, sheet):
    path = button_of(exempel)["value"]
    exempel.post("/utkast/1/underskrift/kontaktperson", data={"kontakt": path})
    document = sheet().document
    owner = f"insatsagare/{path.rpartition('/')[2]}"
    assert document.text(f"{path}/namn") == document.text(f"{owner}/kontaktperson") != ""
    assert document.text(f"{path}/epost") == document.text(f"{owner}/epost") != ""
    assert document.text(f"{path}/roll") == "Förvaltningschef"
    assert button_of(exempel)["value"] != path


def test_en_part_som_inte_finns_ar_ingen_att_skriva_dit(exempel, sheet):
    before = sheet().document.values
    for path in ("underskrifter_insatsagare/borta", "syfte/af", "_notes/af", "", "underskrifter_insatsagare/af"):
        answer = exempel.say("/utkast/1/underskrift/kontaktperson", kontakt=path)
        assert answer.status_code == 422, path
        assert "Parten finns inte längre" in answer.json["error"]
    assert sheet().document.values == before


def test_i_ett_last_utkast_skrivs_ingen_dit(exempel, sheet):
    path = button_of(exempel)["value"]
    exempel.post("/utkast/1/las")
    assert exempel.say("/utkast/1/underskrift/kontaktperson", kontakt=path).status_code == 423
