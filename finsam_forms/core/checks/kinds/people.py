"""Who a name and a role beside it stand for: a person, somebody who signs for another, with or without a fullmakt."""

from __future__ import annotations

import re

from .parties import huvudman_of

OMBUD = re.compile(
    r"(?<!personligt )\bombud(?:et|en)?\b|\be\. ?u\.?(?!\w)|(?-i:\beu\b)(?!-)|enligt uppdrag|på uppdrag"
    r"|\bp\. ?p\.?(?!\w)|(?-i:\bpp\b)|\bg\. ?m\.?(?!\w)|(?-i:\b[Gg]m\b)|\bgenom\b|vikarie för|i stället för",
    re.I,
)
FOR_THE_CHIEF = re.compile(
    r"^för\b|\bför (?:[\w-]+ ){0,2}[\w-]*(?:chefen|direktören|ansvarige|ordföranden|ledaren|samordnaren)\b", re.I
)
POWER = re.compile(r"fullmakt|delegation|delegering", re.I)
NO_POWER = re.compile(
    r"\b(?:utan|saknar|ingen|inte|ej) (?:\w+ )?(?:fullmakt|deleg)|(?:fullmakt|delegation|delegering)\w* (?:saknas|inte|ej|kommer)\b",
    re.I,
)
ROLE = re.compile(
    r"chef|ansvarig|samordn|ledare|handlägg|direktör|sekreterare|strateg|utveckl|registrator|koordinator|konsulent|ordförande|enhet"
    r"|avdelning|förvaltning|ombud|^(?:tf|t\.f|bitr|vik)\b",
    re.I,
)
"""What a role is called, and no person."""
NAME = re.compile(r"[A-ZÅÄÖÉÜ][\w.'’-]*(?: [A-ZÅÄÖÉÜ][\w.'’-]*)+")
LONGEST = 200
"""Characters of a name or a role that are looked at: nobody is called more."""


def person(words: str) -> bool:
    """«Förnamn Efternamn», and neither a role nor an organisation."""
    name = " ".join(words[:LONGEST].split())
    return bool(NAME.fullmatch(name)) and not ROLE.search(name) and huvudman_of(name) is None


def for_another(name: str, role: str) -> bool:
    """Does what stands at the signature say that it is written for somebody else? «genom», «gm», «e.u.», «för», «/», «ombud»."""
    name, role = name[:LONGEST].strip(), role[:LONGEST].strip()
    said = any(OMBUD.search(words) or FOR_THE_CHIEF.search(words) for words in (name, role))
    first, slash, last = name.partition("/")
    before, between, _ = name.partition(" för ")
    beside = slash and (person(last) or (person(first) and not ROLE.search(last)) or not first)
    return bool(said or beside or (between and person(before)) or person(role.rpartition("/")[2]) and "/" in role)


def without_power(told: str) -> bool:
    """Is no fullmakt told of, or that there is none?"""
    return not POWER.search(told) or bool(NO_POWER.search(told))
