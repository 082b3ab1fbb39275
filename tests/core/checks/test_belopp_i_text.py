"""G05 and G06: the amounts in «Ange budget/finansiering» against the budget."""

import pytest

from tests.core.checks.builder import FINANSIERING, application, of_code, pressed, says
from tests.core.checks.test_belopp import LON, TWO_YEARS

OVRIGT = "budget/ovrigt/ovriga_aktiviteter"


def remarks(text, changes=None):
    return says("G05", {FINANSIERING: text, **(changes or {})})


@pytest.mark.parametrize(
    "text",
    [
        "Vi söker totalt 355 000 kr.",
        "Totalt söker vi 325 000 kr för lön och 30 000 kr till stöd för deltagarna.",
        "Total kostnad för insatsen är 397 000 kr.",
        "Kommunen bidrar med 42 000 kr i lokal.",
        "Lön 325 tkr.",
        "Total kostnad: **397 000** kr",
        "Under 2026 beviljades 300 000 kr till en tidigare insats.",
        "75 % av 40 personer i 9 månader, ring 018-611 00 00.",
        "Insatsen kostar 0 kr för deltagarna.",
        "Lön och aktiviteter är 355 000 kr.",
        "Totalt [[tabell/rekvirera]] söks.",
        "Totalt 355 000 kr.",
        "Totalsumma: 397 000 kr",
        "Kommunen står för lokal. Totalt 42 000 kr.",
        "Lönekostnader: processledare 325 000 kr. Summa 325 000 kr.",
        "Vi söker 325 000 kr för lön.",
        "Vi söker totalt 355 000 kr från Samordningsförbundet Uppsala län.",
        "Vi söker 355 000 kr, varav 325 000 kr till lön och 30 000 kr till aktiviteter.",
        "Lön 325 000 kr och aktiviteter 30 000 kr, summa 355 000 kr.",
        "325 000 kr lön och 30 000 kr aktiviteter",
        "Lön till processledaren, som leder aktiviteterna, 325 000 kr.",
        "För studiebesök söker vi 30 000 kr.",
        "Utöver det sökta beloppet bidrar kommunen med 42 000 kr.",
        "Insatsen kostar 397 000 kr.",
        "Utbildning 30 000 kr.",
        "| Summa | 355 000 | 42 000 | 0 | 397 000 |",
        "Av totalkostnaden 397 000 kr söks 355 000 kr.",
        "Av totalkostnaden 397 000 kr söks hos förbundet, som beslutat, 355 000 kr.",
        "Av totalt 397 000 kr söker vi 355 000 kr från Samordningsförbundet Uppsala län.",
        "Av de totala kostnaderna på 397 000 kr söks 355 000 kr.",
        "Av 397 000 kr söker vi 355 000 kr.",
        "Av 397 000 kr söks 355 000 kr och 42 000 kr är egenfinansiering.",
        "Av lönen på 325 000 kr söks 325 000 kr.",
        "Av personalkostnaden på 325 000 kr söks 325 000 kr.",
        "Insatsen kostar 397 000 kr inklusive egenfinansiering 42 000 kr.",
        "Av 355 000 kr söker vi 325 000 kr till personal.",
        "Av det sökta beloppet går 325 000 kr till lön.",
        "Av det sökta beloppet används 325 000 kr under våren.",
        "Av det sökta beloppet är 325 000 kr lön.",
        "Summa 355 000 kr: lön 325 000 kr, aktiviteter 30 000 kr.",
        "Totalt 355 000 kr: lön 325 000 kr och aktiviteter 30 000 kr.",
        "Totalt 355 000 kr: lön för processledare.",
        "Summan 355 000 kr fördelas på lön 325 000 kr och aktiviteter 30 000 kr.",
        "355 000 kr söks: lön 325 000 kr, aktiviteter 30 000 kr.",
        "355 000 kr fördelas på lön 325 000 kr och aktiviteter 30 000 kr.",
        "Total kostnad 397 000 kr, varav sökt 355 000 kr.",
        "Total kostnad 397 000 kr, varav sökt för lön 325 000 kr.",
        "Total kostnad 397 000 kr, varav egenfinansiering 42 000 kr.",
        "Ansökan omfattar 355 000 kr från Finsam.",
        "Hela kostnaden är 397 000 kr.",
        "Lokalen finns redan. Hela kostnaden är 42 000 kr.",
        "Kommunen betalar hela kostnaden, 42 000 kr.",
        "Vi köper en utbildning av Folkuniversitetet. Hela kostnaden är 30 000 kr.",
        "Älvkarleby kommun får 355 000 kr.",
        "Aktiviteter för deltagare 30 000 kr.",
        "Totalt för deltagarna 30 000 kr.",
        "Budgeten för lön är 325 000 kr",
        "Budgeten för aktiviteter: 30 000 kr",
        "I budgeten är 325 000 kr lön",
        "Av budgeten går 325 000 kr till lön",
        "Av budgeten är 325 000 kr till lön",
        "I budgeten finns 30 000 kr för aktiviteter",
        "I budgeten: 325 000 kr",
        "Budgeten innehåller 325 000 kr för lön",
        "Budget lön 325 000 kr",
        "Budget: lön 325 000 kr, aktiviteter 30 000 kr",
        "Budgeten är 355 000 kr, varav lön 325 000 kr",
        "Budgeten består av lön 325 000 kr",
        "Budgeten omfattar 355 000 kr från Samordningsförbundet",
        "Budgeten är 42 000 kr i egenfinansiering",
        "Kommunens budget är 42 000 kr",
        "Kommunens budget är 355 000 kr",
        "Regionens budget för insatsen är 0 kr",
        "Aktiviteter. Budget: 30 000 kr",
        "Budgeten är 355 000 kr och egenfinansieringen 42 000 kr",
        "Kommunen bidrar med lokal 42 000 kr",
        "Kommunen bidrar med 42 000 kr i lokal",
        "Kommunen bidrar med lokalhyra om 42 000 kr",
        "Kommunen är insatsägare och får 355 000 kr",
        "Kommunen får 355 000 kr",
        "Kommunen får 325 000 kr för lön",
        "Kommunens lön 325 000 kr",
        "Kommunen ansöker om 355 000 kr",
        "Kommunen söker 325 000 kr till lön",
        "Regionen och kommunen bidrar med 42 000 kr",
        "Kommunens egenfinansiering är 42 000 kr",
        "Totalt från kommunen 42 000 kr",
        "Kommunens insats Vägen in kostar 397 000 kr",
        "Kommunens insats kostar 397 000 kr",
        "Kommunens insats: 355 000 kr",
        "Kommunens insats är totalt 397 000 kr",
        "Insatsägarens insats 42 000 kr",
        "Regionens insats: 0 kr",
        "Kommunens totala kostnad är 397 000 kr",
        "Samordningsförbundets bidrag är 355 000 kr",
        "Förbundets del 355 000 kr",
        "Av förbundets medel går 325 000 kr till lön",
        "Kommunen anställer en processledare, 325 000 kr",
        "Kommunens processledare kostar 325 000 kr",
        "Kommunen rekvirerar 355 000 kr",
        "Kommunen betalar lokalen, 42 000 kr",
        "Kommunen betalar lön 325 000 kr",
        "Kommunen står för 42 000 kr",
        "Vi har en budget på 355 000 kr",
        "Vi har en budget på 30 000 kr för aktiviteter",
        "Totalt 355k",
        "5 k om dagen, 10k-loppet och 7 k-märkta hus",
        "Ring 018-36 k eller rum 360K2",
        "Kommunens bidrag till insatsen är 42 000 kr.",
        "Kommunens bidrag i form av lokal är 42 000 kr.",
        "Parternas bidrag 42 000 kr",
        "Kommunens del av budgeten är 355 000 kr",
        "Sökt: 355k",
        "Vi söker 355 k",
        "Sökt: 355 tkr, 0,355 mkr",
        "Kommunens insats: 42 000 kr",
        "Budgeten är 355 000 kr",
        "Hela budgeten är 397 000 kr",
        "Region Uppsala bidrar med 0 kr",
        "Region Uppsala: 0 kr",
        "Deltagarna har en budget på 30 000 kr.",
        "Processledaren förfogar över en budget på 30 000 kr.",
        "Den största posten i budgeten är 325 000 kr för en processledare.",
        "AF och FK bidrar med tid, kommunen med 42 000 kr.",
        "Övriga parter bidrar med tid. Kommunen: 42 000 kr.",
        "Kommunen: lokal 42 000 kr. Förbundet: 355 000 kr.",
        "Ansökan gäller en processledare, 325 000 kr, och aktiviteter, 30 000 kr.",
        "Älvkarleby kommun: 42 000 kr",
        "Lokal hos Region Uppsala: 42 000 kr",
        "Hyra till Region Uppsala: 42 000 kr",
        "Sökt belopp är 355 000 kr (totalt 397 000 kr inklusive egenfinansiering).",
        "Total kostnad inklusive egenfinansiering: 397 000 kr",
        "Totalt inkl. egenfinansiering 397 000 kr",
        "Inklusive egenfinansiering kostar insatsen 397 000 kr",
        "Totalt 355 000 kr exklusive egenfinansiering",
        "Totalkostnad 397 000 kr med kommunens egenfinansiering",
        "Utan egenfinansiering 355 000 kr",
        "397 000 kr inklusive lokal",
        "Totalt 397 000 kr, inklusive egenfinansiering om 42 000 kr",
        "Kommunen går in med egenfinansiering, 42 000 kr",
    ],
)
def test_belopp_som_finns_i_budgeten(text):
    assert remarks(text) == []


def test_belopp_som_inte_finns():
    (remark,) = remarks("Utbildningen kostar 35 000 kr.")
    assert remark.severity.value == "fel"
    assert "35 000 kr" in remark.sentence


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Den sökta summan är totalt 325 000 kr.", "355\u00a0000\u00a0kr"),
        ("Vi söker totalt 367 000 kr.", "355\u00a0000\u00a0kr"),
        ("Total kostnad för insatsen är 325 000 kr.", "397\u00a0000\u00a0kr"),
        ("Total summa 325 000 kr", "355\u00a0000\u00a0kr"),
        ("Totalt 325 000 kr", "355\u00a0000\u00a0kr"),
        ("Summa: 30 000 kr", "355\u00a0000\u00a0kr"),
        ("Vi söker totalt 397 000 kr från förbundet", "355\u00a0000\u00a0kr"),
        ("Sökt belopp: 397 000 kr", "355\u00a0000\u00a0kr"),
        ("Sökt belopp 360 tusen", "355\u00a0000\u00a0kr"),
        ("Vi söker 360 t kr", "355\u00a0000\u00a0kr"),
        ("| Summa | 335 000 |", "355\u00a0000\u00a0kr"),
        ("Sökt summa 335000", "355\u00a0000\u00a0kr"),
        ("Vi ansöker om medel om 325 000 kr.", "355\u00a0000\u00a0kr"),
        ("Att rekvirera från Samordningsförbundet: 397 000 kr", "355\u00a0000\u00a0kr"),
        ("397 000 kr söks från förbundet.", "355\u00a0000\u00a0kr"),
        ("Samordningsförbundet finansierar 397 000 kr.", "355\u00a0000\u00a0kr"),
        ("Älvkarleby kommun söker 397 000 kr.", "355\u00a0000\u00a0kr"),
        ("Lön 325 000 kr och aktiviteter 30 000 kr, summa 325 000 kr.", "355\u00a0000\u00a0kr"),
        ("Processledare 325 000 kr. Totalt 325 000 kr.", "355\u00a0000\u00a0kr"),
        ("Totalkostnad: 355 000 kr", "397\u00a0000\u00a0kr"),
        ("Egenfinansieringen är 355 000 kr.", "42\u00a0000\u00a0kr"),
        ("Summa egenfinansiering 397 000 kr", "42\u00a0000\u00a0kr"),
        ("Medfinansieringen uppgår till 30 000 kr", "42\u00a0000\u00a0kr"),
        ("Av totalkostnaden 397 000 kr söks 325 000 kr.", "355\u00a0000\u00a0kr"),
        ("Av totalkostnaden 355 000 kr söks 355 000 kr.", "397\u00a0000\u00a0kr"),
        ("Summa 325 000 kr: lön 325 000 kr, aktiviteter 30 000 kr.", "355\u00a0000\u00a0kr"),
        ("Total kostnad 397 000 kr, varav sökt 325 000 kr", "355\u00a0000\u00a0kr"),
        ("Ansökan omfattar 325 000 kr från Finsam.", "355\u00a0000\u00a0kr"),
        ("Hela kostnaden är 325 000 kr", "397\u00a0000\u00a0kr"),
        ("Sökt: 360k", "355\u00a0000\u00a0kr"),
        ("Ansökan gäller 397 000 kr", "355\u00a0000\u00a0kr"),
        ("Slutsumma 325 000 kr", "355\u00a0000\u00a0kr"),
        ("Vi söker 360 k.", "355\u00a0000\u00a0kr"),
        ("Sökt 360tkr", "355\u00a0000\u00a0kr"),
        ("Sökt: 0,397 mkr", "355\u00a0000\u00a0kr"),
        ("Hela budgeten är 325 000 kr", "397\u00a0000\u00a0kr"),
        ("Insatsens budget: 325k", "397\u00a0000\u00a0kr"),
        ("Den totala budgeten uppgår till 325 000 kr", "397\u00a0000\u00a0kr"),
        ("Förbundets bidrag är 325 000 kr", "355\u00a0000\u00a0kr"),
        ("Kommunen söker 397 000 kr", "355\u00a0000\u00a0kr"),
        ("Kommunen bidrar med 30 000 kr", "42\u00a0000\u00a0kr"),
        ("Total kostnad 355 000 kr inklusive egenfinansiering", "397\u00a0000\u00a0kr"),
        ("Total kostnad inklusive egenfinansiering: 355 000 kr", "397\u00a0000\u00a0kr"),
        ("Totalt 397 000 kr, inklusive egenfinansiering 30 000 kr", "42\u00a0000\u00a0kr"),
    ],
    ids=str,
)
def test_totalen_i_texten_ar_totalen(text, right):
    (remark,) = remarks(text)
    assert remark.severity.value == "fel"
    assert right in remark.sentence
    assert of_code("G05", pressed(application({FINANSIERING: text}), remark)) == []


def test_en_total_ar_det_sokta_eller_hela_kostnaden():
    (remark,) = remarks("Totalt 325 000 kr")
    assert [fix.label for fix in remark.fixes] == ["Skriv 355\u00a0000\u00a0kr", "Skriv 397\u00a0000\u00a0kr"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Processledare 75 % 30 000 kr.", "för ”Processledare”, men budgeten ger 325\u00a0000\u00a0kr"),
        ("Lönekostnaden är 30 000 kr.", "för ”Lönekostnader inkl PO-pålägg”, men budgeten ger 325\u00a0000\u00a0kr"),
        ("Lokalhyran är 325 000 kr.", "för ”Lokalhyra”, men budgeten ger 42\u00a0000\u00a0kr"),
        ("Aktiviteter för deltagare 325 000 kr", "men budgeten ger 30\u00a0000\u00a0kr"),
        ("Region Uppsala får 30 000 kr", "för ”Region Uppsala”, men budgeten ger 0\u00a0kr"),
        ("Kommunens insats: 30 000 kr", "för ”Älvkarleby kommun”, men budgeten ger 42\u00a0000\u00a0kr"),
        (
            "Kommunens bidrag till insatsen är 30 000 kr",
            "för ”Älvkarleby kommun”, men budgeten ger 42\u00a0000\u00a0kr",
        ),
        ("Älvkarlebys insats är 30 000 kr", "för ”Älvkarleby kommun”, men budgeten ger 42\u00a0000\u00a0kr"),
        ("Region Uppsala: 42 000 kr", "för ”Region Uppsala”, men budgeten ger 0\u00a0kr"),
        ("Regionens insats: 42 000 kr", "för ”Region Uppsala”, men budgeten ger 0\u00a0kr"),
        ("Parternas bidrag är 355 000 kr", "som egenfinansiering, men budgeten ger 42\u00a0000\u00a0kr"),
        ("Vi har en budget på 325 000 kr", "som total, men budgeten ger 355\u00a0000\u00a0kr att rekvirera"),
        ("Budgeten är 325 000 kr", "som total, men budgeten ger 355\u00a0000\u00a0kr att rekvirera"),
        ("Vi söker 30 000 kr för en processledare.", "för ”Processledare”, men budgeten ger 325\u00a0000\u00a0kr"),
    ],
    ids=str,
)
def test_radens_namn_sager_vilket_belopp_som_menas(text, said):
    (remark,) = remarks(text)
    assert remark.severity.value == "varning", "beloppet finns på en annan rad, och namnet kan stå där av annat skäl"
    assert said in remark.sentence


def test_partens_namn_sager_vems_belopp_som_menas():
    (remark,) = remarks("Region Uppsala bidrar med 42 000 kr.")
    assert "för ”Region Uppsala”, men budgeten ger 0\u00a0kr" in remark.sentence
    assert remark.fixes == ()
    assert remarks("Älvkarleby kommun bidrar med 42 000 kr.") == []


def test_arets_belopp_far_sokas_nar_aret_namns():
    years = {f"{LON}/ar/2027/komm": "243750", f"{LON}/ar/2028/komm": "81250"}
    assert remarks("Vi söker 273 750 kr för 2027.", TWO_YEARS | years | {f"{OVRIGT}/ar/2027/komm": "30000"}) == []
    assert remarks("Vi söker 243 750 kr.", TWO_YEARS | years) != []


def test_cirka_avser_det_belopp_som_orden_menar():
    (remark,) = remarks("Vi söker totalt cirka 325 000 kr.")
    assert "355\u00a0000\u00a0kr" in remark.sentence


@pytest.mark.parametrize(
    ("text", "working"),
    [
        ("Utbildning 30 000 per år.", "30\u00a0000 × 9/12 = 22\u00a0500\u00a0kr"),
        ("Lokal, cirka 42 000 kr per år.", "42\u00a0000 × 9/12 = 31\u00a0500\u00a0kr"),
    ],
)
def test_per_ar_varnar_med_utrakning(text, working):
    (remark,) = remarks(text)
    assert remark.severity.value == "varning"
    assert working in remark.sentence
    fixed = pressed(application({FINANSIERING: text}), remark)
    assert "per år" not in fixed.text(FINANSIERING)
    assert of_code("G05", fixed) == []


def test_per_ar_som_ger_radens_belopp_ar_ratt():
    assert remarks("Lokalen kostar 56 000 kr per år.") == []


def test_per_ar_over_tva_ar_ar_arets_belopp():
    years = {f"{LON}/ar/2027/komm": "243750", f"{LON}/ar/2028/komm": "81250"}
    assert remarks("Lönen är 243 750 kr per år.", TWO_YEARS | years) == []


def test_cirka_varnar_och_budgeten_vet():
    (remark,) = remarks("Lokalen kostar cirka 40 000 kr.")
    assert remark.severity.value == "varning"
    assert "42\u00a0000\u00a0kr" in remark.sentence


@pytest.mark.parametrize("text", ["Vi söker 0,36 mkr", "Totalt: 0,36 mkr", "Hela budgeten är 0,4 mkr"])
def test_avrundat_i_miljoner_varnar(text):
    (remark,) = remarks(text)
    assert remark.severity.value == "varning"
    assert "avrundat" in remark.sentence


def test_avrundat_i_tkr_varnar():
    (remark,) = remarks("Lokalen kostar 42 tkr.", {"budget/egenfinansiering/lokal/lokalhyra/belopp/komm": "42400"})
    assert remark.severity.value == "varning"


def test_g06_i_texten():
    changes = {FINANSIERING: "Resor kostar 9,000 000 kr."}
    (remark,) = says("G06", changes)
    assert "9,000 000" not in pressed(application(changes), remark).text(FINANSIERING)
    assert says("G06", {FINANSIERING: "Resor kostar 9 000 000 kr."}) == []


def test_andra_texter_jamfors_inte():
    assert says("G05", {"bakgrund": "Projektet kostade 777 000 kr."}) == []
