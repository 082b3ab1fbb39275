"""G30, G31, G35–G38: the parties."""

import pytest

from tests.core.checks.builder import application, of_code, party, pressed, rows, says

BLOCK = "underskrifter_samverkanspart/fkas"


def second_owner(name="Tierps kommun"):
    return rows("insatsagare", "komm", "tier") | party(
        "insatsagare/tier", name, "Enhetschef", "arbetsmarknad@tierp.example"
    )


def test_g30_farre_an_tva_parter():
    alone = {f"samverkansparter/{row}/_plats": "" for row in ("arbf", "regn", "fkas")}
    (remark,) = says("G30", alone)
    assert remark.path == "samverkansparter"


def test_g30_ingen_huvudinsatsagare():
    (remark,) = says("G30", {"insatsagare/komm/_plats": ""})
    assert remark.path == "insatsagare"
    assert "Huvudinsatsägare" in remark.sentence


def test_g30_samma_part_tva_ganger():
    (remark,) = says("G30", {"samverkansparter/regn/organisation": "arbetsförmedlingen "})
    assert remark.path == "samverkansparter/regn/organisation"
    assert says("G30", {"samverkansparter/regn/organisation": "AF"})


def test_g30_tva_enheter_i_samma_kommun_ar_tva():
    assert says("G30", {"samverkansparter/regn/organisation": "Älvkarleby kommun, socialförvaltningen"}) == []


def test_g31_nagon_saknas():
    (remark,) = says("G31", {"samverkansparter/fkas/organisation": "Kriminalvården"})
    assert remark.sentence.startswith("Försäkringskassan är inte med")
    assert says("G31") == []


def test_g31_frivarden_ar_ingen_kommun_och_regionen_kanns_igen():
    assert says("G31", {"samverkansparter/regn/organisation": "Vårdcentralen i Skutskär"}) == []


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        (["Älvkarleby kommun", "Arbetsförmedlingen", "Region Uppsala"], ["saknar"]),
        (["Älvkarleby kommun", "AF", "Region Uppsala", "Försäkringskassan", "FK"], ["på 2 underskriftsblock"]),
        (
            ["Älvkarleby kommun", "Arbetsförmedlingen", "Region Uppsala", "Försäkringskassan", "Håbo kommun"],
            ["Håbo kommun"],
        ),
        (["Älvkarleby kommun", "Arbetsförmedlingen", "Region Uppsala", "Försäkringskassan"], []),
    ],
    ids=["saknas", "två gånger", "främmande", "rätt"],
)
def test_g35_underskriftsblock_i_ett_inlast_dokument(blocks, told):
    remarks = says("G35", given_blocks=blocks)
    assert len(remarks) == len(told)
    for remark, words in zip(remarks, told, strict=True):
        assert words in remark.sentence


def test_g35_vara_egna_block_foljer_alltid_parterna():
    assert says("G35") == []


def test_g36_annan_undertecknare_utan_befattning():
    (remark,) = says("G36", {f"{BLOCK}/namn": "Områdeschef"})
    assert remark.path == f"{BLOCK}/roll"
    assert says("G36", {f"{BLOCK}/namn": "Områdeschef", f"{BLOCK}/roll": "Områdeschef"}) == []
    assert says("G36", {f"{BLOCK}/namn": "samverkansansvarig"}) == [], "kontaktpersonen själv"


@pytest.mark.parametrize("role", ["ombud", "Enhetschef, e.u.", "på uppdrag av generaldirektören"])
def test_g36_ombud_utan_fullmakt(role):
    assert says("G36", {f"{BLOCK}/namn": "Områdeschef", f"{BLOCK}/roll": role})
    assert says("G36", {f"{BLOCK}/namn": "Områdeschef", f"{BLOCK}/roll": f"{role}, enligt fullmakt 2027-01-02"}) == []


def test_g37_part_som_inte_finns():
    changes = {"budget/ovrigt/resor/belopp/okand": "5000"}
    (remark,) = says("G37", changes)
    assert of_code("G37", pressed(application(changes), remark)) == []


def test_g37_samverkanspart_kan_inte_rekvirera():
    (remark,) = says("G37", {"budget/ovrigt/resor/belopp/fkas": "5000"})
    assert "Försäkringskassan" in remark.sentence
    assert says("G37", {"budget/egenfinansiering/lokal/lokalhyra/belopp/fkas": "5000"}) == []


def test_g37_borttagen_part_kan_tas_tillbaka():
    removed = {"budget/egenfinansiering/lokal/lokalhyra/belopp/fkas": "5000", "samverkansparter/fkas/_plats": ""}
    assert says("G37", removed) == []


def test_g38_delinsatsagare_utan_pengar():
    (remark,) = says("G38", second_owner())
    assert remark.path == "insatsagare/tier"
    assert says("G38", second_owner() | {"budget/ovrigt/resor/belopp/tier": "5000"}) == []
    assert says("G38", {"budget/lon/wage/belopp/komm": ""}) == [], "huvudinsatsägaren är alltid insatsägare"
