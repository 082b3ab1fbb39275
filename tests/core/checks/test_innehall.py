"""G40–G42, G44–G47, G49, G50 and G53: what the application says."""

from dataclasses import replace

import pytest

from finsam_forms.core.checks import AsRead, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.kinds.fixed_text import FixedText
from tests.core.checks.builder import ansokan, application, of_code, other_mall, pressed, rows, says
from tests.mallar import sofint

OWN = rows("budget/egenfinansiering/ovrigt", "ownn")
OWN_LABEL = "budget/egenfinansiering/ovrigt/ownn/benamning"
FOR_PARTICIPANTS = "budget/ovrigt/inkopta_utredningar/belopp/komm"


@pytest.mark.parametrize(
    "path",
    ["insatsens_namn", "syfte", "malgrupp", "samverkansparter/arbf/epost"],
)
def test_g40_obligatoriskt_falt_tomt(path):
    (remark,) = says("G40", {path: "  "})
    assert path.startswith(remark.path)


def test_g40_inga_mal():
    goals = {path: "" for path in application().values if path.startswith("mal/") and path.endswith("/text")}
    assert [remark.path for remark in says("G40", goals)] == ["mal"]


def test_g40_tom_partsrad_sags_en_gang_och_kan_tas_bort():
    changes = {f"samverkansparter/fkas/{part}": "" for part in ("organisation", "kontaktperson", "epost")}
    (remark,) = says("G40", changes)
    assert "organisation, kontaktperson och e-post" in remark.sentence
    assert of_code("G40", pressed(application(changes), remark)) == []


def test_g40_tomma_faser_och_tom_budget():
    blank = {
        path: ""
        for path in application().values
        if path.startswith(("tidplan/", "budget/")) and not path.endswith("_plats")
    }
    assert [remark.path for remark in says("G40", blank)] == ["tidplan", "budget"]


def test_g40_det_frivilliga_far_vara_tomt():
    assert says("G40", {"insatstyp": "", "lokus": "", "insatstid/start": ""}) == []


@pytest.mark.parametrize(
    "text",
    [
        "NAMN",
        "Fyll i färgmarkerade fält",
        "från ååmmdd",
        "xx personer deltar",
        "XXX kr",
        "Ansvarig: ???",
        "Kostnadsbeteckning",
    ],
)
def test_g41_platshallare(text):
    assert says("G41", {"syfte": text})


@pytest.mark.parametrize(
    "text", ["Insatsens namn är Vägen in.", "Exxon och maxxa", "namn@kommun.example", "Varför? För att det behövs."]
)
def test_g41_vanlig_text(text):
    assert says("G41", {"syfte": text}) == []


def test_g41_egen_rad_tas_bort_med_en_knapp():
    changes = {**OWN, OWN_LABEL: "Kostnadsbeteckning"}
    (remark,) = says("G41", changes)
    assert of_code("G41", pressed(application(changes), remark)) == []
    (with_money,) = says("G41", changes | {"budget/egenfinansiering/ovrigt/ownn/belopp/komm": "500"})
    assert not with_money.fixes


def test_g41_namn_i_den_inlasta_sammanstallningen():
    (remark,) = says("G41", as_read=AsRead({"sammanstallning": {"NAMN": {"totalt": 0}}}))
    assert remark.path == "budget"


def test_g41_levande_belopp_vars_rad_ar_borta():
    assert says("G41", {"syfte": "Vi söker [[rad/lon/gone]]."})
    assert says("G41", {"syfte": "Vi söker [[tabell/rekvirera]]."}) == []


def test_g42_den_fasta_texten():
    text = ansokan().field("overenskommelse").text
    (remark,) = says("G42", as_read=AsRead(texts={"overenskommelse": text.replace("skall", "bör", 1)}))
    assert "bör" in remark.sentence
    assert "skall" in remark.sentence.partition("i stället för")[2]
    assert says("G42", as_read=AsRead(texts={"overenskommelse": ""})), "bara ett annat fingeravtryck är känt"
    assert says("G42", as_read=AsRead(texts={"overenskommelse": text.replace(" ", "\n")})) == []


def test_g42_mallens_egen_text_har_sitt_fingeravtryck():
    sections = tuple(
        replace(
            section,
            fields=tuple(
                replace(one, text=one.text + "!") if isinstance(one, FixedText) else one for one in section.fields
            ),
        )
        for section in ansokan().sections
    )
    assert says("G42", mall=replace(ansokan(), sections=sections))


def test_g44_obesvarat():
    (remark,) = says("G44", {"lokus": ""})
    assert remark.path == "lokus"


def test_g44_ja_utan_datum():
    (remark,) = says("G44", {"lokus/kommentar": "Diskuterad under hösten."})
    assert remark.path == "lokus/kommentar"


@pytest.mark.parametrize("comment", ["Godkänd 2027-01-20", "20 januari", "20/1", "i januari 2027", "270120"])
def test_g44_ja_med_datum(comment):
    assert says("G44", {"lokus/kommentar": comment}) == []


def test_g44_nej_behover_ingen_kommentar_har():
    assert says("G44", {"lokus": "nej", "lokus/kommentar": ""}) == []


def test_g44_nej_utan_kommentar_dar_formularet_kraver_den():
    mall = other_mall(
        '[[section.field]]\nid = "ordforande"\ntype = "yes_no"\nlabel = "Utsett ordförande"\ncomment = "Kommentar"\ncomment_on_no = true\n'
    )
    (remark,) = of_code("G44", Document(mall, {"ordforande": "nej"}))
    assert remark.severity.value == "fel"
    assert of_code("G44", Document(mall, {"ordforande": "nej", "ordforande/kommentar": "Vakant."})) == []


def test_g45_sorts_insats():
    (remark,) = says("G45", {"insatstyp": ""})
    assert len(remark.fixes) == 3
    assert of_code("G45", pressed(application({"insatstyp": ""}), remark)) == []
    assert says("G45") == []


@pytest.mark.parametrize(
    "text", ["Personer 13–19 år.", "Vuxna 30–67 år.", "15-åringar", "Personer över 65 år", "Från 15 år"]
)
def test_g46_alder_utanfor(text):
    assert says("G46", {"malgrupp": text})


@pytest.mark.parametrize(
    "text",
    [
        "Personer 16–64 år.",
        "Unga 18–29 år, utanför arbete i 1–2 år.",
        "Sjuka i över 10 år",
        "Under 30 år",
        "Från 18 år",
        "65 personer",
    ],
)
def test_g46_alder_inom(text):
    assert says("G46", {"malgrupp": text}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Förbättrad samverkan.",
        "Fler kommer närmare arbete.",
        "Förbättrad samverkan mellan alla parter.",
        "Förbättrad samverkan mellan de fyra parterna",
        "Bättre samarbete mellan alla inblandade.",
        "Ökad kunskap hos samtliga parter om varandras uppdrag.",
        "Stärkt samarbete med alla berörda myndigheter.",
        "God samverkan för alla 4 parter.",
        "Utvecklad samverkan enligt lag (2003:1210).",
        "Ökad tydlighet enligt bilaga 1.",
        "Samverkan förbättras för alla",
        "God kännedom hos alla medarbetare",
        "Alla parter är mer nöjda",
        "Samtliga deltagare mår bättre.",
        "Ökad livskvalitet för varje individ",
        "Varje deltagare har ökad livskvalitet",
        "Alla parter får en stärkt samverkan",
    ],
)
def test_g47_mal_som_inte_gar_att_mata(text):
    (remark,) = says("G47", {"mal/effektmal/goalc/text": text})
    assert remark.sentence.startswith("Effektmål 1")


@pytest.mark.parametrize(
    "text",
    [
        "Minst 40 personer.",
        "Hälften arbetar.",
        "Klart senast i maj.",
        "Mäts med enkät.",
        "Alla parter har en rutin.",
        "Det kostar [[total]].",
        "",
        "En gemensam rutin används i möten mellan alla parter.",
        "Sjukskrivningen bland 40 unga minskar.",
        "Väntetiden minskar med hälften.",
        "Väntetiden minskar med två veckor för alla parter.",
        "Ökad samverkan: alla deltagare har en plan.",
        "Bättre samverkan mellan alla parter, mätt i en enkät.",
    ],
)
def test_g47_mal_som_gar_att_mata(text):
    assert says("G47", {"mal/effektmal/goalc/text": text}) == []


def test_g49_sager_vad_som_inte_namns():
    (remark,) = says("G49", {"metod": "Vi arbetar i team."})
    assert "risker eller implementering" in remark.sentence
    assert "jämställdhet" not in remark.sentence
    assert says("G49") == []
    assert says("G49", {"metod": ""}) == [], "innan metoden är skriven"


OTHERS = "Kvinnor och män. Ordinarie verksamhet."


@pytest.mark.parametrize(
    "text",
    [
        "Personer som riskerar långvarig sjukskrivning.",
        "Unga i riskzonen.",
        "Personer som löper risk att hamna utanför.",
        "De har ökad risk för ohälsa.",
        "Personer med risk för sjukskrivning.",
        "Riskbruk av alkohol.",
        "Risk finns för ohälsa i målgruppen.",
        "Risken för utanförskap är stor bland unga.",
    ],
)
def test_g49_att_nagon_riskerar_nagot_ar_ingen_riskanalys(text):
    (remark,) = says("G49", {"metod": f"{text} {OTHERS}"})
    assert "inte risker" in remark.sentence


@pytest.mark.parametrize(
    "text",
    ["En risk är vakans.", "Risk finns för att medarbetare byts ut.", "Risken för vakanser är stor.", "Risken för ohälsa i teamet är låg.",
     "Risker: vakanser.", "Risken är att medarbetare byts ut.", "Riskanalys", "Riskbedömningen görs i maj.",
     "Riskerna möts så här."],
)  # fmt: skip
def test_g49_en_riskanalys_heter_mycket(text):
    assert says("G49", {"metod": f"{text} {OTHERS}"}) == []


@pytest.mark.parametrize("text", ["Personer permanent utanför arbetslivet.", "Permanent boende."])
def test_g49_att_nagot_ar_permanent_ar_ingen_implementering(text):
    assert says("G49", {"metod": f"{text} En risk är vakans."})
    assert says("G49", {"metod": f"{text} En risk är vakans. Teamet permanentas 2028."}) == []


@pytest.mark.parametrize(
    "text", ["Se bilaga 7.", "Statistiken finns i Bilaga B.", "Bifogas: bilaga med nulägesanalys."]
)
def test_g50_bilaga_som_inte_finns(text):
    assert says("G50", {"syfte": text})


@pytest.mark.parametrize(
    "text", ["Se Bilaga 1.", "Beskrivs i bilaga 2.", "Se bilagan med tidplan.", "Bilagor läggs till senare."]
)
def test_g50_bilaga_som_finns(text):
    assert says("G50", {"syfte": text}) == []


def training(text, **changes):
    return {"metod": f"Risk. Ordinarie verksamhet. {text}", FOR_PARTICIPANTS: "30000"} | changes


def test_g53_utbildning_pa_fel_rad():
    changes = training("Alla medarbetare utbildas.")
    (remark,) = says("G53", changes)
    fixed = pressed(application(changes), remark)
    assert fixed.text("budget/ovrigt/utbildning_insatsmedarbetare/belopp/komm") == "30000"
    assert of_code("G53", fixed) == []


@pytest.mark.parametrize(
    "changes",
    [
        training("Två dagars utbildning hålls i maj.", malgrupp="Medarbetare och chefer hos de fyra parterna."),
        training("Två dagars utbildning hålls i maj.", insatstyp="strukturövergripande insats"),
        training("Kursen hålls i maj.", finansiering="Utbildning 30 000 kr.", malgrupp="Handläggare hos parterna."),
        training("Parternas anställda får en kurs."),
        training("Medarbetarna går kurs i MI."),
        training("Deltagarna får stöd av medarbetarna som går kurs i MI."),
        training("Coacherna och processledaren går en kurs."),
        training("Utbildning av medarbetare i maj."),
        training("Kursen är till för medarbetare som möter deltagarna."),
        training("Processledarna fortbildas i maj."),
        training("Arbetsförmedlare och socialsekreterare deltar i utbildningen."),
        training("Handläggarna utbildas."),
        training("Personalutbildning hålls i maj."),
        training("Medel avsätts till utbildning av medarbetare."),
    ],
    ids=[
        "målgruppen",
        "sorten",
        "finansieringen",
        "andra ord",
        "medarbetarna",
        "medarbetare ger stöd",
        "coacher",
        "av dem",
        "de som möter deltagarna",
        "fortbildas",
        "yrken",
        "handläggarna",
        "personalutbildning",
        "till utbildning av",
    ],
)
def test_g53_utbildning_for_dem_som_insatsen_ar_till_for(changes):
    assert says("G53", changes)


@pytest.mark.parametrize(
    "changes",
    [
        training("Två dagars utbildning hålls i maj."),
        training("Unga vuxna får en kurs.", insatstyp="strukturövergripande insats"),
        training("Alla medarbetare utbildas. De som deltar får en kurs."),
        training("Deltagarna får en utbildning."),
        training("Deltagarna får kurser av personalen."),
        training("Personalen utbildar deltagarna."),
        training("Handläggaren föreslår en utbildning till deltagaren."),
        training("Arbetsterapeuten håller kurser för deltagarna."),
        training("Vi köper kurser i svenska som parternas deltagare går."),
        training("Processledaren ger stöd på vägen mot arbete eller utbildning."),
        training("Handläggaren hjälper den unge till utbildning, praktik eller arbete."),
        training("Handläggare på Arbetsförmedlingen anvisar arbetsmarknadsutbildning."),
        training("Processledaren stöttar den som vill börja en utbildning."),
        training("Alla medarbetare utbildas. Deltagarna får en kurs."),
        training("Alla medarbetare utbildas.", **{FOR_PARTICIPANTS: ""}),
        training("Alla medarbetare utbildas.", **{"budget/ovrigt/utbildning_insatsmedarbetare/belopp/komm": "5000"}),
    ],
    ids=[
        "ingen sägs",
        "unga",
        "de som deltar",
        "deltagare",
        "av personalen",
        "personalen utbildar",
        "handläggaren föreslår",
        "yrket håller",
        "parternas deltagare",
        "arbete eller utbildning",
        "utbildning eller arbete",
        "arbetsmarknadsutbildning",
        "börja en utbildning",
        "båda",
        "inget belopp",
        "egen rad",
    ],
)
def test_g53_utbildning_pa_ratt_rad(changes):
    assert says("G53", changes) == []


def test_aldern_sags_vid_malgruppen_i_varje_verksamhet():
    found = sofint.report(
        **{f"{sofint.TEAM}/malgrupp": "Barn 12–15 år.", f"{sofint.INTAG}/malgrupp": "Vuxna 18–64 år."}
    )
    assert [one.path for one in check_document(found, codes={"G46"})] == [f"{sofint.TEAM}/malgrupp"]
