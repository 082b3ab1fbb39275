"""G32–G34: e-mail addresses."""

import pytest

from tests.core.checks.builder import application, of_code, pressed, says

AF_MAIL = "samverkansparter/arbf/epost"
AF_SIGNS = "underskrifter_samverkanspart/arbf/epost"
FK_SIGNS = "underskrifter_samverkanspart/fkas/epost"


@pytest.mark.parametrize(
    "typed",
    [
        "sektion @arbetsformedlingen.example",
        "a@b.example, c@d.example",
        "sektion@arbetsformedlingen.gm",
        "sektion",
        "a@b@c.example",
    ],
)
@pytest.mark.parametrize("path", [AF_MAIL, AF_SIGNS])
def test_g32_ogiltig_adress(path, typed):
    (remark,) = says("G32", {path: typed})
    assert remark.path == path


def test_g32_ta_bort_mellanslaget():
    changes = {AF_MAIL: "sektion @arbetsformedlingen.example"}
    (remark,) = says("G32", changes)
    assert remark.fixes[0].label.startswith("Ta bort mellanslaget")
    assert of_code("G32", pressed(application(changes), remark)) == []


@pytest.mark.parametrize("typed", ["sektion@arbetsformedlingen.se", "sektion.norr@arbetsformedlingen.example", ""])
def test_g32_giltig_adress(typed):
    assert says("G32", {AF_SIGNS: typed}) == []


@pytest.mark.parametrize(
    "typed", ["chef@arbetsformedligen.example", "chef@arbetsfromedlingen.example", "chef@arbetsformedlinggen.example"]
)
def test_g33_felstavad_doman(typed):
    changes = {AF_SIGNS: typed}
    (remark,) = says("G33", changes)
    assert remark.path == AF_SIGNS
    assert pressed(application(changes), remark).text(AF_SIGNS) == "chef@arbetsformedlingen.example"


def test_g33_kontaktpersonens_adress_ar_den_felstavade():
    (remark,) = says("G33", {AF_MAIL: "sektion@arbetsformedligen.example", AF_SIGNS: "chef@arbetsformedlingen.example"})
    assert remark.path == AF_MAIL


def test_g33_en_annan_parts_adress():
    (remark,) = says("G33", {FK_SIGNS: "chef@regionuppsala.example"})
    assert remark.path == FK_SIGNS
    assert "Region Uppsala" in remark.sentence


@pytest.mark.parametrize(
    "changes",
    [
        {AF_SIGNS: "chef@arbetsformedlingen.example"},
        {AF_SIGNS: "chef@gmail.com"},
        {AF_SIGNS: "chef@af.example", FK_SIGNS: "chef@fk.example"},
        {AF_SIGNS: "chef@norduppland.example"},
        {AF_MAIL: "asa@afuppsala.example"},
        {FK_SIGNS: "chef@fk-uppsala.example"},
        {"insatsagare/komm/organisation": "Socialförvaltningen", "samverkansparter/regn/organisation": "Arbetsmarknadsenheten",
         "insatsagare/komm/epost": "a@tierp.example", "samverkansparter/regn/epost": "b@tierp.example"},
    ],
    ids=["egen", "öppen", "korta", "annan egen", "förkortad", "förkortad med streck", "två enheter med samma domän"],
)  # fmt: skip
def test_g33_adresser_som_far_vara(changes):
    assert says("G33", changes) == []


KOMM_MAIL = "insatsagare/komm/epost"
REGION_MAIL = "samverkansparter/regn/epost"


@pytest.mark.parametrize(
    "typed",
    [
        "chef@regionupsala.example",
        "chef@regionuppsalla.example",
        "chef@region-upsala.example",
        "chef@regionuppsaal.example",
    ],
)
def test_g33_en_annan_parts_doman_felstavad(typed):
    (remark,) = says("G33", {FK_SIGNS: typed})
    assert remark.path == FK_SIGNS
    assert "Region Uppsala" in remark.sentence
    assert "felstavad" in remark.sentence


@pytest.mark.parametrize(
    "typed",
    ["arbetsmarknad@alvkarelby.example", "arbetsmarknad@alvkareby.example", "arbetsmarknad@alvkarlebby.example"],
)
def test_g33_partens_enda_adress_ar_partens_namn_felstavat(typed):
    (remark,) = says("G33", {KOMM_MAIL: typed})
    assert remark.path == KOMM_MAIL
    assert "partens namn" in remark.sentence


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        (KOMM_MAIL, "a@alvkarleby.example"),
        (KOMM_MAIL, "a@utb.alvkarleby.example"),
        (KOMM_MAIL, "a@norduppland.example"),
        (REGION_MAIL, "a@akademiska.example"),
        (FK_SIGNS, "a@fk.example"),
        (FK_SIGNS, "a@forsakringskassan.test"),
    ],
)
def test_g33_ett_annat_namn_ar_ingen_felstavning(path, typed):
    assert says("G33", {path: typed}) == []


@pytest.mark.parametrize(
    ("typed", "fixed"),
    [
        ("chef @arbetsformedligen.example", "chef@arbetsformedlingen.example"),
        ("chef@arbetsformedligen .example", "chef@arbetsformedlingen.example"),
        ("mailto:chef@arbetsformedligen.example", "chef@arbetsformedlingen.example"),
    ],
)
def test_ett_fel_doljer_inget_annat_mellanslag_och_felstavning(typed, fixed):
    changes = {AF_SIGNS: typed}
    (bounces,), (misspelt,) = says("G32", changes), says("G33", changes)
    assert bounces.path == misspelt.path == AF_SIGNS
    both = pressed(application(changes), misspelt)
    assert both.text(AF_SIGNS) == fixed
    assert of_code("G32", both) == of_code("G33", both) == []
    one = pressed(application(changes), bounces)
    assert of_code("G33", one), "det andra felet sägs än när det första är rättat"


def test_ett_mellanslag_doljer_inte_en_annan_parts_adress():
    (remark,) = says("G33", {FK_SIGNS: "chef @regionuppsala.example"})
    assert "hör till Region Uppsala" in remark.sentence


def test_ett_mellanslag_doljer_inte_ett_annat_efternamn():
    changes = {CONTACT: "Kontakt Norrby", AF_MAIL: "kontakt.soderby @arbetsformedlingen.example"}
    assert [len(says(code, changes)) for code in ("G32", "G34")] == [1, 1]


def test_ett_mellanslag_som_kan_vara_en_punkt_ar_inget_annat_efternamn():
    assert says("G34", {CONTACT: "Kontakt Norrby", AF_MAIL: "kontakt norrby@arbetsformedlingen.example"}) == []


@pytest.mark.parametrize(
    ("typed", "fixed"),
    [
        ("sektion @arbetsformedlingen.gm", "sektion@arbetsformedlingen.com"),
        ("mailto:sektion@arbetsformedlingen,se", "sektion@arbetsformedlingen.se"),
        ("sektion@@arbetsformedlingen..se.", "sektion@arbetsformedlingen.se"),
    ],
)
def test_g32_flera_fel_i_samma_adress_rattas_med_en_knapp(typed, fixed):
    (remark,) = says("G32", {AF_MAIL: typed})
    assert remark.fixes[0].changes == {AF_MAIL: fixed}


CONTACT = "samverkansparter/arbf/kontaktperson"


@pytest.mark.parametrize("mail", ["kontakt.soderby", "kontakt.norby", "kontakt.v.soderby2"])
def test_g34_efternamnet_skiljer_sig(mail):
    (remark,) = says("G34", {CONTACT: "Kontakt Norrby", AF_MAIL: f"{mail}@arbetsformedlingen.example"})
    assert remark.path == AF_MAIL


@pytest.mark.parametrize(
    ("name", "mail"),
    [
        ("Kontakt Norrby", "kontakt.norrby"),
        ("Kontakt Norrby", "kontakt.norrby2"),
        ("Kontakt Åby-Öst", "kontakt.abyost"),
        ("Kontakt Åby Öst", "kontakt.ost"),
        ("Kontakt Norrby", "k.soderby"),
        ("Kontakt Norrby", "kontakt.norrby.uppsala"),
        ("Kontakt Ek-Norrby", "kontakt.norrby"),
        ("Kontakt Ek-Norrby", "kontakt.ek"),
        ("Kontakt Öberg", "kontakt.oeberg"),
        ("Kontakt Müller", "kontakt.mueller"),
        ("Kontakt Åby", "kontakt.aaby"),
        ("Ann-Mari Åby-Öst", "ann-mari.aaby-oest"),
        ("Kontakt Norrby", "sektion.norr"),
        ("Kontakt Norrby", "registrator"),
        ("Enhetschef för arbetsmarknad", "enhetschef.vuxen"),
        ("Enhetschef, Skutskär", "enhetschef.alvkarleby"),
    ],
)
def test_g34_samma_namn_eller_inget_namn(name, mail):
    assert says("G34", {CONTACT: name, AF_MAIL: f"{mail}@arbetsformedlingen.example"}) == []
