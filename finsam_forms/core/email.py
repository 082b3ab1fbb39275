"""One e-mail address, read without asking the network."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .reading import Problem, Reading, Suggestion, shortened, squeezed

LONGEST = 1_000
SLIPS = (
    (r"\.(?:gm|con|cmo|ocm|comm)$", ".com"),
    (r"\.(?:see|ss|sse)$", ".se"),
    (r"[.,;:]+$", ""),
    (r",(?=[a-z]+$)", "."),
    (r"\.{2,}", "."),
    (r"@{2,}", "@"),
    (r"^mailto:", ""),
    (r"^<(.*)>$", r"\1"),
    (r" ?[([](?:at|snabel-a|snabela)[)\]] ?", "@"),
    (r"(?<=@)(gmail|hotmail|outlook|live|icloud)(?:com)?$", r"\1.com"),
    (r"(@[a-z0-9-]{2,})(se|com|nu|org)$", r"\1.\2"),
    (r"(@[a-z0-9-]+)$", r"\1.se"),
)
"""What is often mistyped, and what was meant."""
MISTYPED = re.compile(r"\.(?:gm|con|cmo|ocm|comm|see|sse|ss)$", re.I)
"""Endings that are slips here, although Gambia and South Sudan exist."""
MOST_SLIPS = 3
"""In one address. More, and it is another address."""


def read_email(text: str) -> Reading[str]:
    """The address, or what is wrong with it: a space, two addresses, a mistyped ending (check G32)."""
    words = squeezed(text)
    if not words:
        return Reading()
    if valid(words):
        return Reading(words)
    shown = shortened(words, 60)
    if len(words) > LONGEST:
        return Reading(problem=Problem(f"”{shown}” är för långt för en e-postadress."))
    parts = [part for part in re.split(r"[\s,;/<>()]+", words) if "@" in part]
    if len(parts) > 1 or re.search(r"@[^@]+@", words):
        message = f"”{shown}” är flera adresser. Skriv en adress i fältet."
        return Reading(problem=Problem(message, offered((part, part) for part in parts)))
    named = re.search(r"<([^<>\s]+)>$", words)
    if named and valid(named[1]):
        message = f"”{shown}” är mer än en adress. Skriv bara adressen."
        return Reading(problem=Problem(message, offered([(named[1], named[1])])))
    if " " in words and "@" in words:
        message = f"”{shown}” har ett mellanslag, och då kommer posten inte fram."
        return Reading(problem=Problem(message, without_space(words)))
    meant = likely(words)
    if "@" not in words:
        message = f"”{shown}” saknar @. En adress ser ut så här: namn@kommun.se."
    elif not re.search(r"@.*[.,]", words):
        message = f"”{shown}” saknar slutet efter @, till exempel .se."
    else:
        message = f"”{shown}” är ingen e-postadress som går att skriva till. Kontrollera den."
    return Reading(problem=Problem(message, offered([(f"Menade ni {meant}?", meant)])))


def without_space(words: str) -> tuple[Suggestion, ...]:
    """«anna berg@kommun.se» lacks a dot as likely as it has a space too many; «anna@kommun .se» has a space too many.
    What else is mistyped in it is put right at once."""
    joined, dotted = (right(words.replace(" ", between)) for between in ("", "."))
    found = offered([(f"Ta bort mellanslaget: {joined}", joined)])
    if not found or re.search(r"\w \w.*@", words):
        found += offered([(f"Punkt i stället: {dotted}", dotted)])
    return found


def offered(ways: Iterable[tuple[str, str]]) -> tuple[Suggestion, ...]:
    """Buttons for those that are addresses."""
    return tuple(Suggestion(label, value) for label, value in dict.fromkeys(ways) if valid(value))


def valid(address: str) -> bool:
    """An address that post can be sent to. Reserved names (.example, .test) count: the example uses them."""
    if len(address) > 254 or MISTYPED.search(address):
        return False
    from email_validator import EmailNotValidError, validate_email  # slow to load, and no list of drafts needs it

    try:
        validate_email(address, check_deliverability=False, test_environment=True, strict=True)
    except (EmailNotValidError, ValueError):
        return False
    return "." in address.partition("@")[2]


def right(address: str) -> str:
    """An address as it can be used: as it stands, or with its slips put right."""
    return address if valid(address) else likely(address)


def likely(address: str) -> str:
    """Common slips put right, the fewest that make it an address; or nothing."""
    tried = [address]
    for _ in range(MOST_SLIPS):
        fixed = [re.sub(pattern, meant, one, flags=re.I) for one in tried for pattern, meant in SLIPS]
        tried = list(dict.fromkeys(one for one in fixed if one not in tried))
        good = next((one for one in tried if valid(one)), "")
        if good:
            return good
    return ""
