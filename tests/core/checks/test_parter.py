"""G30, G31, G35–G38: the parties."""

import pytest

from finsam_forms.core.checks import AsRead
from finsam_forms.core.kinds.intake import StatedBlock
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
    first, *others = (StatedBlock(part) for part in blocks)
    given = {"underskrifter_insatsagare": (first,), "underskrifter_samverkanspart": tuple(others)}
    remarks = says("G35", as_read=AsRead(blocks=given))
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


POWER = "enligt fullmakt 2027-01-02"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Områdeschef", "ombud"),
        ("Områdeschef", "Enhetschef, e.u."),
        ("Områdeschef", "Enhetschef, ombud"),
        ("Områdeschef", "på uppdrag av generaldirektören"),
        ("Lo Södergren", "Sektionschef, ombud för områdeschefen"),
        ("Lo Södergren, ombud", "Sektionschef"),
        ("Kim Västby gm Lo Södergren", "Områdeschef"),
        ("Kim Västby g.m. Lo Södergren", "Områdeschef"),
        ("Områdeschefen Kim Västby genom Lo Södergren", "Områdeschef"),
        ("Lo Södergren för Kim Västby", "Områdeschef"),
        ("Lo Södergren", "för områdeschefen"),
        ("Lo Södergren", "Handläggare, för den ordinarie chefen"),
        ("Kim Västby / Lo Södergren", "Områdeschef"),
        ("Kim Västby/Lo Södergren", "Områdeschef"),
        ("/Lo Södergren", "Områdeschef"),
        ("Lo Södergren", "Områdeschef / Kim Västby"),
        ("Lo Södergren", "ombud, fullmakt saknas"),
        ("Lo Södergren", "ombud utan fullmakt"),
        ("Lo Södergren", "Chef, utan fullmakt"),
        ("Kim Västby via Lo Södergren", "Områdeschef"),
        ("Lo Södergren f. Kim Västby", "Områdeschef"),
        ("Lo Södergren", "Vik. för Kim Västby"),
        ("Lo Södergren", "Vikarierande chef för Kim Västby"),
        ("Lo Södergren", "på Kim Västbys vägnar"),
        ("Lo Södergren", "på enhetschefens vägnar"),
        ("Lo Södergren", "i enhetschefens ställe"),
        ("Lo Södergren", "Vikarierande enhetschef för Kim Norrby"),
        ("Lo Södergren", "ombud, fullmakten saknas"),
        ("Lo Södergren", "Enhetschef e u"),
        ("Lo Södergren", "ställföreträdare för Kim Västby"),
        ("Lo Södergren", "ersättare för Kim Västby"),
        ("Lo Södergren (för Kim Västby)", "Områdeschef"),
        ("Lo Södergren", "enl. uppdrag"),
        ("Lo Södergren", "Vikarie för enhetschefen"),
        ("Lo Södergren", "ombud, har ingen fullmakt"),
        ("Lo Södergren", "ombud, fullmakt ej bifogad"),
    ],
)
def test_g36_nagon_skriver_for_en_annan_utan_fullmakt(name, role):
    (remark,) = says("G36", {f"{BLOCK}/namn": name, f"{BLOCK}/roll": role})
    assert "ingen fullmakt" in remark.sentence
    if "fullmakt" not in role:
        assert says("G36", {f"{BLOCK}/namn": name, f"{BLOCK}/roll": f"{role}, {POWER}"}) == []


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Lo Södergren", "Enhetschef för arbetsmarknad och vuxenutbildning"),
        ("Lo Södergren", "Tf. förvaltningschef för utbildning och omsorg"),
        ("Lo Södergren", "Chef för Försäkringskassan i Tierp"),
        ("Lo Södergren", "Enhetschef/samordnare"),
        ("Lo Södergren / enhetschef", "Enhetschef"),
        ("Lo Södergren", "Chef, Lokalkontor Uppsala/Tierp"),
        ("Lo Södergren", "EU-samordnare"),
        ("Lo Södergren", "Personligt ombud"),
        ("Lo Södergren", "Kommunens jämställdhetsombud"),
        ("Lo Södergren", "Ombudsman"),
        ("Lo Södergren", "Programansvarig GMF"),
        ("Enhetschef för arbetsmarknad", "Enhetschef"),
        ("Lo Södergren, chef för vuxenenheten", "Enhetschef"),
        ("Lo Södergren", "Chef genom förordnande"),
        ("Lo Södergren", "Chef (genom beslut 2027-01-10)"),
        ("Lo Södergren", "Vikarierande chef för Norra Uppland"),
        ("Lo Södergren", "Vik. chef för Boendestöd Vuxen"),
        ("Lo Södergren", "Vikarierande chef för Tierp Centrum"),
        ("Lo Södergren", "Vikarierande enhetschef"),
        ("Lo F. Södergren", "Enhetschef"),
        ("Lo Södergren", "Chef, på Region Uppsalas vägnar"),
        ("Lo Södergren", "Chef, fullmakt behövs inte"),
        ("Lo Södergren", "Vikarierande chef för Tierp Norr"),
        ("Lo Södergren", "Vikarierande enhetschef för Enköping Söder"),
        ("Lo Södergren", "Vik. områdeschef för Älvkarleby Skutskär"),
        ("Lo Södergren", "Vik. chef för Uppsala Gottsunda"),
        ("Lo Södergren", "Vik. chef för Knivsta Stad"),
        ("Lo Södergren", "Vik. för Uppsala Norr"),
        ("Lo Södergren", "Chef, fullmakt saknas inte"),
        ("Lo Södergren", "Ställföreträdande enhetschef"),
        ("Lo Södergren", "Ersättare för Region Uppsala i LOKUS"),
        ("Lo Södergren (chef för vuxenenheten)", "Enhetschef"),
        ("Lo Södergren", "Chef, fullmakt saknas ej"),
        ("Lo Södergren", "ombud, saknar inte fullmakt"),
        ("Lo Södergren", "ombud, inte utan fullmakt"),
        ("Lo Södergren", "ombud, fullmakten saknas inte"),
    ],
)
def test_g36_den_som_skriver_for_sig_sjalv(name, role):
    assert says("G36", {f"{BLOCK}/namn": name, f"{BLOCK}/roll": role}) == []


@pytest.mark.parametrize(
    "contact",
    [
        "Kim Västby",
        "Kim Västby, enhetschef",
        "Kim Västby (enhetschef)",
        "Enhetschef Kim Västby",
        "Kim Västby/enhetschef",
    ],
)
@pytest.mark.parametrize(
    "name",
    ["Kim  Västby", "Kim Västby, chef", "Chef Kim Västby", "Västby Kim", "Västby, Kim", "Kim K Västby", "kim västby"],
)
def test_g36_undertecknaren_ar_en_annan_parts_kontaktperson(contact, name):
    contact = {"samverkansparter/regn/kontaktperson": contact}
    (remark,) = says("G36", contact | {f"{BLOCK}/namn": name, f"{BLOCK}/roll": "Områdeschef"})
    assert remark.path == f"{BLOCK}/namn"
    assert "kontaktperson för Region Uppsala" in remark.sentence


@pytest.mark.parametrize(
    ("contact", "own", "name"),
    [
        ("Kim Västby", "Kim Västby", "Kim Västby"),
        ("Enhetschef", "Samverkansansvarig", "Enhetschef"),
        ("Enhetschef Vuxen", "Samverkansansvarig", "Enhetschef Vuxen"),
        ("Kim Västby", "Samverkansansvarig", "Lo Västby"),
        ("enhetschef arbete vuxna", "Samverkansansvarig", "enhetschef arbete vuxna"),
        ("Enhetschef för arbete", "Samverkansansvarig", "Enhetschef för arbete"),
        ("någon hos regionen", "Samverkansansvarig", "Någon hos regionen"),
    ],
    ids=[
        "båda parternas",
        "en befattning",
        "en längre befattning",
        "en annan",
        "med liten bokstav",
        "med för",
        "ingen namngiven",
    ],
)
def test_g36_samma_ord_ar_inte_alltid_samma_person(contact, own, name):
    changes = {"samverkansparter/regn/kontaktperson": contact, "samverkansparter/fkas/kontaktperson": own}
    assert says("G36", changes | {f"{BLOCK}/namn": name, f"{BLOCK}/roll": "Områdeschef"}) == []


@pytest.mark.parametrize("name", ["Kim Västby", "Kim Västby, områdeschef"])
def test_g36_kontaktpersonen_skriver_under_hur_namnet_an_ar_skrivet(name):
    assert says("G36", {"samverkansparter/fkas/kontaktperson": "Kim Västby (enhetschef)", f"{BLOCK}/namn": name}) == []


OTHER_BLOCK = "underskrifter_samverkanspart/regn"


def test_g36_ingen_skriver_under_for_tva_parter():
    both = {f"{BLOCK}/namn": "Kim Västby", f"{BLOCK}/roll": "Chef", f"{OTHER_BLOCK}/roll": "Chef"}
    (remark,) = says("G36", both | {f"{OTHER_BLOCK}/namn": "Kim Västby, chef"})
    assert "Region Uppsala" in remark.sentence
    assert "Försäkringskassan" in remark.sentence
    assert says("G36", both | {f"{OTHER_BLOCK}/namn": "Lo Västby"}) == []


def test_g36_tva_enheter_hos_samma_huvudman_far_ha_samma_chef():
    units = {
        "samverkansparter/regn/organisation": "Psykiatrin",
        "samverkansparter/fkas/organisation": "Vårdcentralen i Skutskär",
    }
    signs = {
        f"{block}/{part}": text
        for block in (BLOCK, OTHER_BLOCK)
        for part, text in (("namn", "Kim Västby"), ("roll", "Chef"))
    }
    assert says("G36", units | signs) == []


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
