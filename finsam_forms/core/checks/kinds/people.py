"""Who a name and a role beside it stand for: a person, somebody who signs for another, with or without a fullmakt."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .parties import huvudman_of

LACKS = (
    r"(?<!inte )(?<!ej )\butan (?:(?!inte\b|ej\b)\w+ )?(?:fullmakt|deleg)|\bsaknar (?:(?!inte\b|ej\b)\w+ )?(?:fullmakt|deleg)"
    r"|(?:fullmakt|delegation|delegering)(?:en)? saknas(?! (?:inte|ej)\b)"
)
OMBUD = re.compile(
    r"(?<!personligt )\bombud(?:et|en)?\b|\be\. ?u\.?(?!\w)|(?-i:\be ?u\b)(?!-)|\benl(?:igt|\.)? uppdrag|på uppdrag"
    r"|\bp\. ?p\.?(?!\w)|(?-i:\bpp\b)|\bg\. ?m\.?(?!\w)|(?-i:\b[Gg]m\b)|i stället för"
    r"|\bgenom\b(?! (?:\w+ )?(?:\w*förordnande|\w*beslut|\w*val\b|utnämning|tillsättning|anställning))"
    r"|\bi (?:[\w-]+ ){0,2}[\w-]+s ställe\b|(?:chefen|direktören|ansvarige|ordföranden|ledaren|samordnaren)s vägnar\b"
    rf"|{LACKS}",
    re.I,
)
FOR_THE_CHIEF = re.compile(
    r"^för\b|\bför (?:[\w-]+ ){0,2}[\w-]*(?:chefen|direktören|ansvarige|ordföranden|ledaren|samordnaren)\b", re.I
)
FOR_SOMEBODY = re.compile(
    r"\b(?:vik\w*\.?|ställföreträd\w+|ersätt\w+|stf\.?) (?:[\w-]+ )?för (?P<of>.+)|\b(?:på|å) (?P<on>.+)s vägnar", re.I
)
"""«Vikarierande chef för Eva Ek», «på Eva Eks vägnar»; a chief of Norra Uppland, or who acts for the whole region, is none."""
OF_A_PLACE = re.compile(
    r"\b(?:norr|söder|öster|väster|nord|syd|öst|väst|stad|city|innerstad|landsbygd|skärgård|tätort|län|kontoret?)\b",
    re.I,
)
BETWEEN = re.compile(r" \(?(?:för|f\.?|via) ")
POWER = re.compile(r"fullmakt|delegation|delegering", re.I)
NO_POWER = re.compile(
    rf"{LACKS}|(?<!saknar )(?<!saknas )\b(?:ingen|inte|ej) (?:(?!utan\b)\w+ )?(?:fullmakt|deleg)"
    r"|(?:fullmakt|delegation|delegering)\w* (?:inte|ej|kommer)\b",
    re.I,
)
ROLE = re.compile(
    r"chef|ansvarig|samordn|ledare|handlägg|direktör|sekreterare|strateg|utveckl|registrator|koordinator|konsulent|ordförande|enhet"
    r"|avdelning|förvaltning|ombud|^(?:tf|t\.f|bitr|vik)\b|\b(?:norra|södra|östra|västra|mellersta|vuxen|unga|centrum|\w*(?:stöd|omsorg|verksamhet|center))\b",
    re.I,
)
"""What a role is called, and no person."""
NAME = re.compile(r"[A-ZÅÄÖÉÜ][\w.'’-]*(?: [A-ZÅÄÖÉÜ][\w.'’-]*)+")
SMALL_WORD = re.compile(r"\b(?:av|för|hos|i|inom|med|och|på|till|utan|vid)\b", re.I)
BESIDE = re.compile(r"[(/].*")
LONGEST = 200
"""Characters of a name or a role that are looked at: nobody is called more."""


def person(words: str) -> bool:
    """«Förnamn Efternamn», and neither a role nor an organisation."""
    name = " ".join(words[:LONGEST].split())
    return bool(NAME.fullmatch(name)) and not ROLE.search(name) and huvudman_of(name) is None


def same_person(words: str) -> tuple[str, ...]:
    """Who it is, however it is written: «Anna Berg, chef», «Enhetschef Anna Berg», «Berg, Anna» and «anna k berg» are one.

    Empty for what is no name. Initials and roles are left out, and the order of the names.
    """
    first, comma, last = BESIDE.sub("", " ".join(words[:LONGEST].split())).partition(",")
    whole = f"{last} {first}" if comma and " " not in first and not ROLE.search(last) else first
    name = [word for word in whole.split() if not ROLE.search(word) and len(word.rstrip(".")) > 1]
    told = " ".join(name)
    # «enhetschef arbetsmarknad vuxna» is nobody's name.
    told = told if ROLE.search(whole) or SMALL_WORD.search(told) else told.title()
    return tuple(sorted(told.lower().replace("-", " ").split())) if person(told) else ()


def for_another(name: str, role: str, organisations: Iterable[str] = ()) -> bool:
    """Does what stands at the signature say that it is written for somebody else? «genom», «gm», «e.u.», «för», «/», «ombud».

    `organisations`: those of the document; who is chief of a place that one of them is named after stands in for nobody.
    """
    name, role = name[:LONGEST].strip(), role[:LONGEST].strip()
    said = any(OMBUD.search(words) or FOR_THE_CHIEF.search(words) for words in (name, role))
    first, slash, last = name.partition("/")
    before, *between = BETWEEN.split(name, maxsplit=1)
    whom = FOR_SOMEBODY.search(role)
    beside = slash and (person(last) or (person(first) and not ROLE.search(last)) or not first)
    instead = bool(whom and person(whom["of"] or whom["on"]) and not of_place(whom["of"] or "", organisations))
    within = "/" in role and person(role.rpartition("/")[2])
    return bool(said or beside or instead or within or (between and person(before)))


def without_power(told: str) -> bool:
    """Is no fullmakt told of, or that there is none?"""
    return not POWER.search(told) or bool(NO_POWER.search(told))


def of_place(words: str, organisations: Iterable[str]) -> bool:
    """«Tierp Norr» where Tierps kommun takes part."""
    first = words.partition(" ")[0].lower()
    named = {word.lower().removesuffix("s") for name in organisations for word in name[:LONGEST].split()}
    return bool(OF_A_PLACE.search(words)) or first.removesuffix("s") in named
