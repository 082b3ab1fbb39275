"""G06–G08, G12, G15, G16 and G22: the amounts of the budget."""

import pytest

from finsam_forms.core.checks import AsRead, check_document
from finsam_forms.core.kronor import format_kronor
from tests.core.checks.builder import LON, application, of_code, pressed, rows, says, with_settings

OVRIGT = "budget/ovrigt"
OWN = rows(OVRIGT, "ownn")
TWO_YEARS = {
    "insatstid/start": "2027-04-01",
    "insatstid/slut": "2028-03-31",
    f"{LON}/till": "2028-03-31",
}


@pytest.mark.parametrize("typed", ["3,104.45", "9,000 000", "27 083,50", "tolv tusen", "12*"])
def test_g06_otydligt_belopp_fragas_om(typed):
    (remark,) = says("G06", {f"{OVRIGT}/resor/belopp/komm": typed})
    assert remark.path == f"{OVRIGT}/resor/belopp/komm"
    assert "Resor, Älvkarleby kommun" in remark.sentence


def test_g06_knapparna_ar_de_tankbara_beloppen():
    (remark,) = says("G06", {f"{OVRIGT}/resor/belopp/komm": "9,000 000"})
    assert "Det är 9\u00a0000\u00a0000\u00a0kr" in [fix.label for fix in remark.fixes]
    assert of_code("G06", pressed(application({f"{OVRIGT}/resor/belopp/komm": "9,000 000"}), remark)) == []


@pytest.mark.parametrize("typed", ["325 000", "325000 kr", "325 tkr", "1,2 mkr", "2*1600+700", ""])
def test_g06_tydliga_belopp(typed):
    assert says("G06", {f"{OVRIGT}/resor/belopp/komm": typed}) == []


def test_g06_ocksa_i_ar_och_underlag():
    assert len(says("G06", {f"{LON}/ar/2027/komm": "x", f"{LON}/underlag/manadslon": "trettio"})) == 2


def test_g07_negativt_belopp():
    (remark,) = says("G07", {f"{OVRIGT}/resor/belopp/komm": "-5000"})
    assert remark.fixes[0].changes == {f"{OVRIGT}/resor/belopp/komm": "5000"}


def test_g07_noll_ar_inte_negativt():
    assert says("G07", {f"{OVRIGT}/resor/belopp/komm": "0"}) == []


def overhead(amount, label="OH 10 % på lön"):
    return {**OWN, f"{OVRIGT}/ownn/benamning": label, f"{OVRIGT}/ownn/belopp/komm": amount}


def test_g08_paslag_som_avviker():
    (remark,) = says("G08", overhead("30000"))
    assert "10\u00a0% av 325\u00a0000\u00a0kr är 32\u00a0500\u00a0kr" in remark.sentence
    assert of_code("G08", pressed(application(overhead("30000")), remark)) == []


@pytest.mark.parametrize("amount", ["32500", "32501", "32499"])
def test_g08_en_krona_ar_avrundning(amount):
    assert says("G08", overhead(amount)) == []


def test_g08_av_alla_direkta_kostnader():
    assert says("G08", overhead("35500", "Overhead 10 %")) == []


@pytest.mark.parametrize("label", ["Rabatt 10 %", "OH", "Handledning inkl PO-pålägg 40,15 %"])
def test_g08_bara_paslagsrader_med_procent(label):
    assert says("G08", overhead("1", label)) == []


def wage_basis(amount="325000", po="40,15"):
    basis = {f"{LON}/underlag/manadslon": "34355", f"{LON}/underlag/po": po}
    return basis | {f"{LON}/belopp/komm": amount}


def test_g08_lonen_ar_den_som_underlaget_ger():
    (remark,) = says("G08", wage_basis("300000"))
    assert "324\u00a0999\u00a0kr" in remark.sentence
    assert says("G08", wage_basis("324999")) == []
    assert says("G08", wage_basis("300000", po="")) == [], "ett år utan PO-sats gissas inte"


def test_g12_tusental_som_kronor():
    low = {
        f"{LON}/belopp/komm": "325",
        f"{OVRIGT}/ovriga_aktiviteter/belopp/komm": "30",
        "budget/egenfinansiering/lokal/lokalhyra/belopp/komm": "42",
    }
    (remark,) = says("G12", low)
    assert pressed(application(low), remark).text(f"{LON}/belopp/komm") == "325000"


def test_g12_kronor_under_tkr():
    odd = {"budget/enhet": "tkr", f"{OVRIGT}/resor/belopp/komm": "4215"}
    (remark,) = says("G12", odd)
    assert of_code("G12", pressed(application(odd), remark)) == []


def test_g12_jamna_tusental_i_tkr_ar_ratt():
    assert says("G12", {"budget/enhet": "tkr"}) == []


def test_g12_rubriken_sade_tkr_over_kronor():
    given = {"as_read": AsRead({"enhet": "tkr"})}
    (remark,) = says("G12", {"budget/enhet": "tkr"}, **given)
    assert of_code("G12", pressed(application({"budget/enhet": "tkr"}), remark), **given) == []


LOKAL = "budget/egenfinansiering/lokal/lokalhyra/belopp/komm"
AKTIVITETER = f"{OVRIGT}/ovriga_aktiviteter/belopp/komm"


@pytest.mark.parametrize("unit", ["kr", "tkr"])
@pytest.mark.parametrize(
    ("path", "typed", "meant"),
    [
        (f"{LON}/belopp/komm", "325 000 tkr", 325_000),
        (AKTIVITETER, "30 000 tkr", 30_000),
        (AKTIVITETER, "30", 30_000),
        (LOKAL, "42", 42_000),
    ],
    ids=str,
)
def test_g12_ett_belopp_tusen_ganger_de_andra(unit, path, typed, meant):
    wrong = {"budget/enhet": unit, path: typed}
    found = [remark for remark in says("G12", wrong) if remark.path == path]
    (remark,) = found
    assert f"Menas {format_kronor(meant, with_unit=True)}?" in remark.sentence
    assert [one.path for one in of_code("G12", pressed(application(wrong), remark))] == []


def test_g12_sager_vad_det_blev():
    (remark,) = says("G12", {"budget/enhet": "tkr", f"{LON}/belopp/komm": "325 000 tkr"})
    assert "325\u00a0000\u00a0000\u00a0kr (325\u00a0000\u00a0tkr)" in remark.sentence


@pytest.mark.parametrize("unit", ["kr", "tkr"])
@pytest.mark.parametrize(
    "wrong",
    [
        {f"{LON}/belopp/komm": (325, 325_000)},
        {f"{LON}/belopp/komm": (325, 325_000), LOKAL: (42, 42_000)},
        {f"{LON}/belopp/komm": (325, 325_000), AKTIVITETER: (30, 30_000)},
    ],
    ids=["lönen", "lönen och lokalen", "lönen och aktiviteterna"],
)
def test_g12_en_lon_pa_nagra_hundra_kronor_ar_tusental(unit, wrong):
    written = {"budget/enhet": unit, **{path: f"{typed} kr" for path, (typed, _) in wrong.items()}}
    found = [remark for remark in says("G12", written) if remark.path in wrong]
    assert {one.path: one.fixes[0].changes[one.path] for one in found} == {
        path: str(meant) for path, (_, meant) in wrong.items()
    }


def test_g12_kronor_skrivna_dar_bladet_raknar_i_tkr():
    (remark,) = says("G12", {"budget/enhet": "tkr", f"{OVRIGT}/resor/belopp/komm": "8 500 tkr"})
    assert remark.fixes[0].changes == {f"{OVRIGT}/resor/belopp/komm": "8500"}
    assert says("G12", {"budget/enhet": "tkr", f"{OVRIGT}/resor/belopp/komm": "4 000 tkr"}) == []


@pytest.mark.parametrize("typed", ["400", "900"])
def test_g12_ett_litet_belopp_som_tusenfalt_skulle_bli_storst_ar_ratt(typed):
    assert says("G12", {f"{OVRIGT}/resor/belopp/komm": typed, AKTIVITETER: ""}) == []


@pytest.mark.parametrize("typed", ["500", "1 500", "2 000 000", "8 000 000", "0"])
def test_g12_sma_och_stora_belopp_som_kan_vara_ratt(typed):
    assert says("G12", {f"{OVRIGT}/resor/belopp/komm": typed, f"{OVRIGT}/tolk/belopp/komm": "1 200"}) == []


def test_g12_kronor_som_tusental():
    high = {"budget/enhet": "tkr", f"{LON}/belopp/komm": "325 000 tkr", AKTIVITETER: "30 000 tkr", LOKAL: "42 000 tkr"}
    (remark,) = says("G12", high)
    assert pressed(application(high), remark).text(f"{LON}/belopp/komm") == "325000"


FINANCIER = {**rows("budget/ovrig_finansiering", "esff"), "budget/ovrig_finansiering/esff/belopp/komm": "100000"}


def test_g15_finansiar_utan_namn():
    (remark,) = says("G15", FINANCIER)
    assert remark.path == "budget/ovrig_finansiering/esff/benamning"
    assert says("G15", FINANCIER | {"budget/ovrig_finansiering/esff/benamning": "ESF"}) == []


def test_g15_esf_i_text_men_inte_i_tabell():
    text = {"finansiering": "Insatsen får även medel ur ESF."}
    assert says("G15", text)
    assert says("G15", text | FINANCIER | {"budget/ovrig_finansiering/esff/benamning": "ESF"}) == []
    assert says("G15", {"finansiering": "Ingen ESF-finansiering söks."}) == []


def test_g16_ar_av_till_forbundet_gett_tal():
    assert says("G16", overhead("200000")) == []


def test_g16_over_maxbeloppet():
    (remark,) = says("G16", mall=with_settings(max_amount=300_000))
    assert "55\u00a0000\u00a0kr" in remark.sentence
    assert says("G16", mall=with_settings(max_amount=355_000)) == []


def test_g16_over_taket_for_oh():
    mall = with_settings(overhead_cap=1_000)
    assert says("G16", overhead("40000"), mall=mall)
    assert says("G16", overhead("35500"), mall=mall) == []


def test_g22_over_arsskiftet_utan_fordelning():
    document = application(TWO_YEARS)
    (remark,) = of_code("G22", document)
    assert "2027 och 2028" in remark.sentence
    fixed = pressed(document, remark)
    assert of_code("G22", fixed) == []
    assert fixed.text(f"{LON}/ar/2027/komm") == "243750"


def test_g22_inom_ett_ar_behovs_ingen_fordelning():
    assert says("G22") == []


def test_g22_aren_ar_inte_raden():
    document = application(TWO_YEARS | {f"{LON}/ar/2027/komm": "200000", f"{LON}/ar/2028/komm": "100000"})
    (remark,) = of_code("G22", document)
    assert remark.path == f"{LON}/belopp/komm"
    assert "25\u00a0000\u00a0kr" in remark.sentence
    assert of_code("G22", pressed(document, remark)) == []


def test_g22_ett_olasligt_ar_fragas_om_forst():
    document = application(TWO_YEARS | {f"{LON}/ar/2027/komm": "oklart"})
    assert {remark.code for remark in check_document(document)} >= {"G06"}
    assert of_code("G22", document) == []
