"""One fault is planted in an application of chance, and Granska says it; of the untouched one it says nothing.

Every kind of fault has its code. The wording, the place and the slip are new each time, so this tells how many of them are caught.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from finsam_forms.core.checks import AsRead, check_document
from finsam_forms.core.kinds.intake import StatedBlock
from finsam_forms.core.kronor import format_kronor
from tests.core.checks.builder import ansokan, rows
from tests.core.checks.generated import PEOPLE, Made, local, made, written

ALL = range(20)
FEW = (1, 7, 13)
CAUGHT = 0.95

Changes = dict[str, str] | AsRead
Plant = Callable[[Made], Changes]
FAULTS: dict[str, tuple[str, Plant]] = {}
"""What is done → (the code that tells it, how)."""


def fault(code: str, name: str) -> Callable[[Plant], Plant]:
    def keep(plant: Plant) -> Plant:
        FAULTS[name] = (code, plant)
        return plant

    return keep


def slip(one: Made, word: str) -> str:
    """A letter lost, doubled or changed for its neighbour, not the first one."""
    place = one.chance.randrange(1, len(word) - 1)
    ways = (
        word[:place] + word[place + 1 :],
        word[:place] + word[place] + word[place:],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    )
    return one.chance.choice([way for way in ways if way != word])


def some(one: Made, among: list[str] | None = None) -> str:
    return one.chance.choice(among or one.parties)


def said(one: Made, path: str, *ways: str) -> dict[str, str]:
    """A sentence more in a text."""
    return {path: f"{one.values[path]} {one.chance.choice(ways)}"}


def wage(one: Made, part: str) -> str:
    return f"budget/lon/wage0/{part}"


@fault("G05", "totalen i texten är en annan av budgetens summor")
def _(one):
    amount = format_kronor(one.sought + one.own, with_unit=True)
    return {
        "finansiering": one.chance.choice(
            ("Vi söker totalt {}.", "Sökt belopp: {}", "Totalt söks {} från förbundet.")
        ).format(amount)
    }


@fault("G05", "ett belopp i texten finns inte i budgeten")
def _(one):
    return said(one, "finansiering", f"Material {format_kronor(one.sought + 1234, with_unit=True)}.")


@fault("G06", "ett belopp går att läsa på flera sätt")
def _(one):
    return {
        wage(one, f"belopp/{one.owners[0]}"): one.chance.choice(("3,104.45", "9,000 000", "tolv tusen", "27 083,50"))
    }


@fault("G07", "ett belopp är negativt")
def _(one):
    return {f"budget/ovrigt/resor/belopp/{one.owners[0]}": one.chance.choice(("-5000", "−5 000", "-5 tkr"))}


@fault("G09", "en tjänst saknar omfattning")
def _(one):
    return {wage(one, "tjanst_procent"): ""}


@fault("G11", "en tjänst är på mer än hundra procent")
def _(one):
    return {wage(one, "tjanst_procent"): str(one.chance.choice((110, 750, 200)))}


@fault("G15", "en finansiär saknar namn")
def _(one):
    return rows("budget/ovrig_finansiering", "esff") | {
        f"budget/ovrig_finansiering/esff/belopp/{one.owners[0]}": "100000"
    }


@fault("G15", "ESF står i texten men inte i tabellen")
def _(one):
    return said(
        one, "finansiering", "Insatsen får även medel ur ESF.", "Europeiska socialfonden (ESF) bidrar med resten."
    )


@fault("G20", "insatsen saknar start eller slut, eller slutar före den börjar")
def _(one):
    part = one.chance.choice(("start", "slut"))
    backwards = {"insatstid/start": one.end.isoformat(), "insatstid/slut": one.start.isoformat()}
    return one.chance.choice(({f"insatstid/{part}": ""}, backwards))


@fault("G21", "lönen gäller förra året")
def _(one):
    return {
        wage(one, part): day.replace(year=day.year - 1).isoformat()
        for part, day in (("fran", one.start), ("till", one.end))
    }


@fault("G22", "insatsen går över ett årsskifte utan fördelning")
def _(one):
    end = one.end.replace(year=one.end.year + 1).isoformat()
    return {"insatstid/slut": end, wage(one, "till"): end}


@fault("G23", "ett datum går inte att läsa säkert")
def _(one):
    typed = one.chance.choice(("21/02/21", "30 juni – 2021", "snart", "2027-02-30", "4/3/2027", "31 april 2027"))
    return {one.chance.choice(("insatstid/slut", f"{one.block(some(one))}/datum")): typed}


@fault("G24", "insatsen börjar före styrelsens beslut")
def _(one):
    return {"styrelsebeslut": (one.start + timedelta(days=one.chance.randint(1, 60))).isoformat()}


@fault("G25", "en part skrev under före LOKUS godkännande")
def _(one):
    return {f"{one.block(some(one))}/datum": (one.approved - timedelta(days=one.chance.randint(1, 30))).isoformat()}


@fault("G26", "tidplanen har en lucka")
def _(one):
    return {"tidplan/phas4/fran": date(one.end.year, 10, one.chance.randint(5, 28)).isoformat()}


@fault("G26", "kvartalet heter fel")
def _(one):
    return {"tidplan/phas4/etikett": one.chance.choice(("Q1", "Kvartal 3", "kv 2", f"Q4 {one.end.year - 1}"))}


@fault("G27", "texten talar om förra året")
def _(one):
    old = written(one.chance, one.start.replace(year=one.start.year - 1))
    while old[:6].isdigit() or "/" in old or old[-5:-4].isalpha():
        old = written(one.chance, one.start.replace(year=one.start.year - 1))
    return said(one, "syfte", f"Teamet startar {old}.", f"Arbetet börjar {old}.")


@fault("G30", "samma part står två gånger")
def _(one):
    name = one.name(one.owners[0])
    return {f"{one.row(some(one, one.others))}/organisation": one.chance.choice((name, name.upper(), f" {name} "))}


@fault("G31", "en av de fyra parterna saknas")
def _(one):
    return {f"{one.row(some(one, one.others))}/organisation": "Kriminalvården"}


@fault("G32", "en adress går inte att skriva till")
def _(one):
    path = f"{one.chance.choice((one.row, one.block))(some(one))}/epost"
    name, _, domain = one.values[path].partition("@")
    ways = (
        f"{name} @{domain}",
        f"{name}@ {domain}",
        f"{name}{domain}",
        f"{name}@{domain}, a@b.example",
        f"{name}@{domain[:-8]}.gm",
    )
    return {path: one.chance.choice(ways)}


@fault("G33", "en adress har en felstavad domän")
def _(one):
    party = some(one)
    path = f"{one.chance.choice((one.row, one.block))(party)}/epost"
    name, _, domain = one.values[path].partition("@")
    return {path: f"{name}@{slip(one, one.domains[party])}.example"}


@fault("G33", "en adress hör till en annan part")
def _(one):
    party = some(one)
    other = some(one, [theirs for theirs in one.parties if theirs != party])
    return {f"{one.block(party)}/epost": f"registrator@{one.domains[other]}.example"}


@fault("G33", "en adress hör till en annan part och är felstavad")
def _(one):
    party = some(one)
    other = some(one, [theirs for theirs in one.parties if theirs != party and len(one.domains[theirs]) > 5])
    return {f"{one.block(party)}/epost": f"registrator@{slip(one, one.domains[other])}.example"}


@fault("G33", "ett mellanslag döljer en felstavad domän")
def _(one):
    party = some(one)
    return {f"{one.block(party)}/epost": f"registrator @{slip(one, one.domains[party])}.example"}


@fault("G34", "efternamnet i adressen är ett annat")
def _(one):
    party, (name, other) = some(one), one.chance.sample(PEOPLE, 2)
    address = f"{local(name).partition('.')[0]}.{local(other).partition('.')[2]}@{one.domains[party]}.example"
    space = one.chance.choice(("", " "))
    return {f"{one.row(party)}/kontaktperson": name, f"{one.row(party)}/epost": address.replace("@", f"{space}@")}


@fault("G36", "ett ombud skriver under utan fullmakt")
def _(one):
    block, (name, other) = one.block(some(one)), one.chance.sample(PEOPLE, 2)
    ways = (
        (f"{name} gm {other}", "Chef"), (f"{name} genom {other}", "Chef"), (f"{name} g.m. {other}", "Chef"), (f"{name} för {other}", "Chef"),
        (f"{name} / {other}", "Chef"), (name, "ombud"), (name, "Enhetschef, e.u."), (name, "för förvaltningschefen"),
        (name, f"Vikarierande chef för {other}"), (name, f"på {other}s vägnar"), (f"{name} (för {other})", "Chef"),
    )  # fmt: skip
    return dict(zip((f"{block}/namn", f"{block}/roll"), one.chance.choice(ways), strict=True))


@fault("G36", "undertecknaren har ingen befattning")
def _(one):
    block = one.block(some(one))
    return {f"{block}/namn": "Mika Granö", f"{block}/roll": ""}


@fault("G36", "undertecknaren är en annan parts kontaktperson")
def _(one):
    party, other = one.chance.sample(one.parties, 2)
    return {f"{one.row(other)}/kontaktperson": "Mika Granö", f"{one.block(party)}/namn": "Mika Granö"}


@fault("G37", "budgeten har en part som inte finns")
def _(one):
    return {"budget/ovrigt/resor/belopp/okand": "5000"}


@fault("G38", "en delinsatsägare har inga pengar")
def _(one):
    new = rows("insatsagare", *one.owners, "ownx")
    about = {"organisation": "Sala kommun", "kontaktperson": "Enhetschef", "epost": "a@sala.example"}
    return new | {f"insatsagare/ownx/{part}": text for part, text in about.items()}


@fault("G40", "ett obligatoriskt fält är tomt")
def _(one):
    paths = (
        "syfte",
        "bakgrund",
        "malgrupp",
        "metod",
        "uppfoljning",
        "forankring",
        "insatsens_namn",
        f"{one.row(some(one))}/epost",
    )
    return {one.chance.choice(paths): one.chance.choice(("", "  "))}


@fault("G41", "mallens platshållare står kvar")
def _(one):
    return said(
        one,
        one.chance.choice(("syfte", "metod", "bakgrund")),
        "NAMN",
        "xx personer",
        "???",
        "från ååmmdd",
        "Fyll i färgmarkerade fält",
    )


@fault("G41", "ett levande belopp har ingen källa")
def _(one):
    return said(one, "metod", "Vi söker [[rad/lon/gone]].")


@fault("G43", "ett personnummer står i texten")
def _(one):
    number = one.chance.choice(
        (
            "19811218-9876",
            "811218-9876",
            "8112189876",
            "811218–9876",
            "1981-12-18-9876",
            "811218\u20119876",
            "19 811218 9876",
            "81 12 18-9876",
            "81-12-18 9876",
            "**8112**18-9876",
            "811218\n9876",
            "811218  9876",
        )
    )
    return said(one, one.chance.choice(("bakgrund", "metod", "syfte")), f"Deltagaren ({number}) vill arbeta.")


@fault("G44", "LOKUS är obesvarat, eller utan dag")
def _(one):
    return one.chance.choice(({"lokus": ""}, {"lokus/kommentar": "Diskuterad och godkänd."}))


@fault("G45", "insatsens sort är inte angiven")
def _(one):
    return {"insatstyp": ""}


@fault("G46", "målgruppens ålder är en annan")
def _(one):
    return {
        "malgrupp": one.chance.choice(("Personer 13–19 år.", "Vuxna 30–67 år.", "15-åringar", "Personer över 65 år"))
    }


@fault("G47", "ett mål går inte att mäta")
def _(one):
    wishes = (
        "Förbättrad samverkan mellan alla parter.",
        "Fler kommer närmare arbete.",
        "God samverkan mellan de fyra parterna",
        "Ökad kunskap.",
    )
    return {f"mal/{one.chance.choice(('resultatmal', 'insatsmal', 'effektmal'))}/goal/text": one.chance.choice(wishes)}


@fault("G48", "SUS har ett nytt namn")
def _(one):
    return {
        "uppfoljning": one.chance.choice(
            ("Deltagare registreras i SUS.", "Statistik ur SUS redovisas.", "SUS-registrering sker.")
        )
    }


@fault("G49", "inga risker är beskrivna")
def _(one):
    words = ("Vi arbetar i team.", "Personer som riskerar sjukskrivning får stöd.", "Unga i riskzonen får stöd.")
    return {"metod": f"{one.chance.choice(words)} Arbetssättet blir en del av ordinarie verksamhet."}


@fault("G50", "en bilaga finns inte")
def _(one):
    return said(one, "bakgrund", "Se bilaga 7.", "Statistiken finns i Bilaga B.", "Bifogas: bilaga med nulägesanalys.")


@fault("G51", "projekt och insats är samma sak")
def _(one):
    return said(one, "syfte", "Insatsen och projektet börjar.", "Insatsens projektägare leder arbetet.")


@fault("G53", "utbildning för medarbetare står på deltagarnas rad")
def _(one):
    text = one.chance.choice(
        ("Alla medarbetare utbildas.", "Handläggare och chefer går en kurs.", "Parternas personal får utbildning.")
    )
    return said(one, "metod", text) | {f"budget/ovrigt/inkopta_utredningar/belopp/{one.owners[0]}": "30000"}


@fault("G05", "en parts bidrag i texten är ett annat")
def _(one):
    amount = f"{one.sought // 1000 - 1}" + one.chance.choice((" tkr", "k", " 000 kr", " tusen kronor"))
    kommun = (
        f"{one.name(one.owners[0])}s insats"
        if len(one.owners) > 1
        else one.chance.choice(("Kommunens insats", "Kommunens bidrag"))
    )
    return said(one, "finansiering", f"{kommun}: {amount}.", f"{kommun} är {amount}.")


@fault("G05", "hela budgeten i texten är en annan")
def _(one):
    amount = format_kronor(one.sought - one.chance.choice((1_000, 30_000)), with_unit=True)
    return {
        "finansiering": one.chance.choice(
            ("Hela budgeten är {}.", "Insatsens budget: {}", "Budgeten omfattar {}.")
        ).format(amount)
    }


@fault("G08", "ett påslag är ett annat än procenten ger")
def _(one):
    line, percent = "budget/ovrigt/ohoh", one.chance.choice((5, 10, 12))
    amount = (one.sought * percent) // 100 + one.chance.choice((-5_000, 2_000, 7_777))
    return rows("budget/ovrigt", "ohoh") | {
        f"{line}/benamning": one.chance.choice(("OH {} %", "Overhead {} %", "Påslag {} %")).format(percent),
        f"{line}/belopp/{one.owners[0]}": str(amount),
    }


@fault("G12", "ett belopp är skrivet i fel enhet")
def _(one):
    return one.chance.choice(
        (
            {wage(one, f"belopp/{one.owners[0]}"): str(one.chance.randint(150, 480))},
            {f"budget/ovrigt/resor/belopp/{one.owners[0]}": str(one.chance.randint(20, 40) * 1_000_000)},
            {f"budget/egenfinansiering/lokal/lokalhyra/belopp/{one.owners[0]}": str(one.chance.randint(42, 95))},
        )
    )


@fault("G54", "ett svar på en rad är längre än en sida")
def _(one):
    return {
        one.chance.choice(
            (f"{one.row(some(one))}/organisation", f"{one.block(some(one))}/roll")
        ): "Enheten för samverkan " * 40
    }


@fault("G55", "papperets typsnitt saknar bokstäver")
def _(one):
    foreign = one.chance.choice(("محمد", "שלום", "漢字", "😀", "ไทย", "한글", "हिन्दी"))
    paths = (
        "syfte",
        "metod",
        f"{one.row(some(one))}/kontaktperson",
        f"{one.block(some(one))}/namn",
        wage(one, "benamning"),
    )
    path = one.chance.choice(paths)
    return {path: f"{one.values[path]} {foreign}"}


@fault("G01", "dokumentets delsumma är en annan")
def _(one):
    return AsRead({"summa": {"lon": one.sought + one.chance.choice((1, 1000, 30_000))}})


@fault("G03", "dokumentets totala kostnad är en annan")
def _(one):
    return AsRead({"total_kostnad": one.sought + one.own - one.chance.choice((1, 1000, 30_000))})


@fault("G02", "dokumentet sade själv en annan summa")
def _(one):
    return AsRead({"total_rekvirera": one.sought - one.chance.choice((1, 1000, 30_000))})


@fault("G04", "dokumentets sammanställning är en annan")
def _(one):
    return AsRead({"sammanstallning": {"Summa": {"rekvirera": one.sought - 30_000}}})


@fault("G35", "en part står på två underskriftsblock och en på inget")
def _(one):
    names = [one.name(party) for party in one.others]
    wrong, right = one.chance.sample(range(len(names)), 2)
    names[wrong] = names[right]
    return AsRead(blocks={"underskrifter_samverkanspart": tuple(map(StatedBlock, names))})


@fault("G42", "överenskommelsen är ändrad")
def _(one):
    words = ansokan().field("overenskommelse").text.split(" ")
    del words[one.chance.randrange(len(words))]
    return AsRead(texts={"overenskommelse": " ".join(words)})


def caught(name: str, seed: int) -> bool:
    code, plant = FAULTS[name]
    one = made(seed)
    planted = plant(one)
    changes, as_read = ({}, planted) if isinstance(planted, AsRead) else (planted, None)
    return code in {remark.code for remark in check_document(one.document(changes), as_read=as_read)}


def missed(seeds, names) -> list[str]:
    return [f"{name} ({seed})" for name in names for seed in seeds if not caught(name, seed)]


@pytest.mark.parametrize("seed", ALL)
def test_en_ansokan_utan_fel_lamnas_helt_i_fred(seed):
    assert [(remark.code, remark.sentence) for remark in check_document(made(seed).document())] == []


def test_planterade_fel_hittas_i_nagra_ansokningar():
    few = missed(FEW, FAULTS)
    assert len(few) <= (1 - CAUGHT) * len(FEW) * len(FAULTS), few


@pytest.mark.long
@pytest.mark.parametrize("name", FAULTS)
def test_planterade_fel_hittas_i_nitton_av_tjugo(name):
    lost = missed(ALL, [name])
    assert len(lost) <= (1 - CAUGHT) * len(ALL), lost


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 300))
def test_fler_ansokningar_utan_fel_lamnas_i_fred(seed):
    assert check_document(made(seed).document()) == ()
