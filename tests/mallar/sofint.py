"""A complete half-year report of a förbund: the figures of an original of 2017 where they are right, with other words and names."""

from __future__ import annotations

from collections.abc import Iterator

from finsam_forms.core.document import Document
from finsam_forms.core.position import spread
from tests.builder import MALLS

MALL = MALLS["delarsrapport"]
KOMMUNER = {"hall": "Hällefors", "ljus": "Ljusnarsberg", "lind": "Lindesberg", "nora": "Nora"}
TEAM, INTAG, IPS = "aktiviteter/team", "aktiviteter/intag", "aktiviteter/ips1"
CHAPTERS = {TEAM: "Samverkansteamet", INTAG: "Mottagningsteamet", IPS: "IPS, individanpassat stöd till arbete"}
STATISTICS = {
    "tidigare": (0, 0, 1, 0),
    "forra_aret": (2, 0, 3, 0),
    "i_ar": (6, 1, 20, 2),
    "avslutade": (3, 0, 7, 7),
    "anstallning": (3, 0, 2, 2),
    "studier": (1, 1, 3, 0),
}
CASES = {"inkomna": (6, 6, 21, 1), "avslutade": (4, 2, 13, 1)}
"""Of the first row the original has 33 with none from Nora, where one had ended: here Nora has the one that it must have had."""
ADVICE = {
    "till Samverkansteamet": 7, "till vården": 2, "till utbildning": 1, "till kommunen": 4, "åter till Försäkringskassan": 1,
    "flytt eller ej avhörda": 3, "avbruten planering": 1, "annat": 1,
}  # fmt: skip
STEERING = (
    ("Anna Berggren", "Försäkringskassan"), ("Bo Cederlund", "Arbetsförmedlingen"), ("Carin Dahlström", "Region Örebro län"),
    ("David Ekholm", "Lindesbergs kommun"), ("Eva Falkenberg", "Nora kommun"),
)  # fmt: skip
STAFF = (
    ("Samordnare", "100"),
    ("Socialsekreterare", "100"),
    ("Arbetsförmedlare", "75"),
    ("Handläggare", "15"),
    ("Kurator", "5"),
)


def rows(path: str, *many: dict[str, str]) -> Iterator[tuple[str, str]]:
    for number, (place, values) in enumerate(zip(spread(len(many)), many, strict=True), 1):
        row = f"{path}/r{number:02}a"
        yield f"{row}/_plats", place
        yield from ((f"{row}/{key}", text) for key, text in values.items())


def counts(path: str, table: dict[str, tuple[int, ...]]) -> Iterator[tuple[str, str]]:
    for row, found in table.items():
        yield from ((f"{path}/{row}/{kommun}", str(count)) for kommun, count in zip(KOMMUNER, found, strict=True))


def steering(chapter: str) -> Iterator[tuple[str, str]]:
    return rows(f"{chapter}/styrgrupp", *({"namn": name, "organisation": of} for name, of in STEERING))


def beginning() -> Iterator[tuple[str, str]]:
    yield from {
        "forbundets_namn": "Samordningsförbundet Exempel",
        "rapportperiod/start": "2017-01-01",
        "rapportperiod/slut": "2017-06-30",
        "organisationsnummer": "222000-1818",
        "motto": "Tillsammans når vi längre",
        "finansiell_samordning": "Lagen om finansiell samordning ger parterna möjlighet att samverka om rehabilitering.",
        "organisationen": "Förbundet leds av en styrelse och har ett kansli.",
        "styrelsen_text": "Styrelsen har en ordinarie ledamot och en ersättare för varje medlem.",
        "uppgifter": "Förbundschefen leder kansliet, bereder styrelsens ärenden och följer upp verksamheterna.",
        "revisorer_text": "Varje medlem utser revisorer.",
        "verksamhetsberattelse": "Styrelsen har haft tre möten under perioden.",
        "ekonomi/budgettid/start": "2017-01-01",
        "ekonomi/budgettid/slut": "2017-12-31",
        "ekonomi/tom": "2017-06-30",
        "ekonomi/administration/budget": "900000",
        "ekonomi/administration/utfall": "441000",
        "ort": "Lindesberg",
        "underskrift/namn": "Fredrik Granath",
    }.items()
    for (kommun, name), place in zip(KOMMUNER.items(), spread(4), strict=True):
        yield f"kommuner/{kommun}/_plats", place
        yield f"kommuner/{kommun}/namn", name
    board = ({"plats": "Ordinarie", "namn": "Gun Hedlund", "organisation": "Nora kommun", "uppdrag": "Ordförande"},)
    yield from rows("styrelse", *board, {"plats": "Ersättare", "namn": "Vakant", "organisation": "Hällefors kommun"})
    yield from rows("tjanster", {"funktion": "Förbundschef", "av": "Lindesbergs kommun", "omfattning": "100"})
    auditors = (("Staten", 1), ("Region Örebro län", 1), ("Kommunerna", 4))
    yield from rows("revisorer", *({"av": of, "antal": str(number)} for of, number in auditors))
    yield from rows("styrelsemoten", *({"datum": f"2017-{day}"} for day in ("02-17", "04-28", "06-16")))
    yield from rows("natverk", {"rubrik": "Nätverk", "text": "Kansliet deltar i länets nätverk för förbundschefer."})


def chapters() -> Iterator[tuple[str, str]]:
    for (chapter, name), place in zip(CHAPTERS.items(), spread(3), strict=True):
        yield f"{chapter}/_plats", place
        yield f"{chapter}/rubrik", name
        yield f"{chapter}/beskrivning", f"{name} stöder personer som behöver insatser från flera parter."
        yield f"{chapter}/malgrupp", "Personer mellan 18 och 64 år som behöver samordnat stöd."
    yield from steering(TEAM)
    yield from rows(f"{TEAM}/bemanning", *({"benamning": role, "tjanst_procent": share} for role, share in STAFF))
    yield from counts(f"{TEAM}/statistik", STATISTICS)
    yield from {
        f"{TEAM}/statistik/totalt": "35",
        f"{TEAM}/arbetstraning/antal": "14",
        f"{INTAG}/konen/kvinnor/antal": "22",
        f"{INTAG}/konen/man/antal": "12",
        f"{IPS}/tid/start": "2015-07-01",
        f"{IPS}/tid/slut": "2017-06-30",
        f"{IPS}/utvardering": "Fyra av åtta personer har fått en anställning.",
    }.items()
    yield from steering(INTAG)
    yield from counts(f"{INTAG}/arenden", CASES)
    yield from rows(f"{INTAG}/rekommendationer", *({"benamning": what, "antal": str(n)} for what, n in ADVICE.items()))
    goal = {"text": "Minst hälften av åtta personer är i arbete inom två år.", "malvarde": "4", "utfallsvarde": "4"}
    yield from rows(f"{IPS}/mal/mal", goal | {"utfall": "Fyra personer har fått en anställning."})


def report(**more: str) -> Document:
    return Document(MALL, dict(beginning()) | dict(chapters()) | more)
