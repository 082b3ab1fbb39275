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
    ],
)
def test_g36_den_som_skriver_for_sig_sjalv(name, role):
    assert says("G36", {f"{BLOCK}/namn": name, f"{BLOCK}/roll": role}) == []


def test_g36_undertecknaren_ar_en_annan_parts_kontaktperson():
    contact = {"samverkansparter/regn/kontaktperson": "Kim Västby"}
    (remark,) = says("G36", contact | {f"{BLOCK}/namn": "Kim  västby".title(), f"{BLOCK}/roll": "Områdeschef"})
    assert remark.path == f"{BLOCK}/namn"
    assert "kontaktperson för Region Uppsala" in remark.sentence


@pytest.mark.parametrize(
    ("contact", "own", "name"),
    [
        ("Kim Västby", "Kim Västby", "Kim Västby"),
        ("Enhetschef", "Samverkansansvarig", "Enhetschef"),
        ("Enhetschef Vuxen", "Samverkansansvarig", "Enhetschef Vuxen"),
        ("Kim Västby", "Samverkansansvarig", "Lo Västby"),
    ],
    ids=["båda parternas", "en befattning", "en längre befattning", "en annan"],
)
def test_g36_samma_ord_ar_inte_alltid_samma_person(contact, own, name):
    changes = {"samverkansparter/regn/kontaktperson": contact, "samverkansparter/fkas/kontaktperson": own}
    assert says("G36", changes | {f"{BLOCK}/namn": name, f"{BLOCK}/roll": "Områdeschef"}) == []


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
