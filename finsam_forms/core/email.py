"""One e-mail address, read without asking the network."""

from __future__ import annotations

import re

from email_validator import EmailNotValidError, validate_email

from .percent import shortened
from .reading import Problem, Reading, Suggestion


def read_email(text: str) -> Reading[str]:
    """The address, or what is wrong with it: a space, two addresses, a mistyped ending (check G32)."""
    words = text.strip()
    if not words:
        return Reading()
    shown = shortened(words, 60)
    if words.count("@") > 1:
        parts = tuple(Suggestion(part, part) for part in re.split(r"[\s,;/]+", words) if valid(part))
        return Reading(problem=Problem(f"”{shown}” är flera adresser. Skriv en adress i fältet.", parts))
    if re.search(r"\s", words):
        whole = re.sub(r"\s+", "", words)
        fix = (Suggestion(f"Ta bort mellanslaget: {whole}", whole),) if valid(whole) else ()
        return Reading(problem=Problem(f"”{shown}” har ett mellanslag, och då kommer posten inte fram.", fix))
    if valid(words):
        return Reading(words)
    if "@" not in words:
        return Reading(problem=Problem(f"”{shown}” saknar @. En adress ser ut så här: namn@kommun.se."))
    fixed = likely(words)
    fix = (Suggestion(f"Menade ni {fixed}?", fixed),) if fixed else ()
    return Reading(problem=Problem(f"”{shown}” är ingen e-postadress som går att skriva till. Kontrollera den.", fix))


def valid(address: str) -> bool:
    if re.search(r"\.(gm|con|cmo|ocm|comm|see|ss)$", address, re.I):
        return False
    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except (EmailNotValidError, ValueError):
        return address.endswith(".example") and valid(address.removesuffix(".example") + ".se")
    return "." in address.partition("@")[2]


def likely(address: str) -> str:
    """A common slip put right, or nothing."""
    for pattern, right in (
        (r"\.(gm|con|cmo|ocm|comm)$", ".com"),
        (r"\.(see|ss)$", ".se"),
        (r",(se|com|nu|org)$", r".\1"),
        (r"\.{2,}", "."),
        (r"[.,;]+$", ""),
    ):
        fixed = re.sub(pattern, right, address, flags=re.I)
        if fixed != address and valid(fixed):
            return fixed
    return ""
