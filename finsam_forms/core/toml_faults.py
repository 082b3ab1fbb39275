"""What is wrong with a file that is no TOML, for somebody who has never heard of TOML."""

from __future__ import annotations

import re

SAID = (
    ("Unclosed array", "en lista saknar sin slutparentes ]"),
    ("Unclosed inline table", "det som börjar med { saknar sitt slut }"),
    ("Unterminated string", "ett citattecken saknas: texten tar aldrig slut"),
    ("Illegal character '\\n'", "ett citattecken saknas: texten tar slut vid radens slut"),
    ("Expected '=' after a key", "det saknas ett likhetstecken (=) efter nyckeln"),
    ("Expected newline or end of document", "det står något mer på raden, efter det som kan stå där"),
    ("at the end of a table declaration", "klamrarna runt namnet stämmer inte: skriv [[section]] eller [[section.field]]"),
    ("Cannot overwrite a value", "nyckeln står två gånger här. Ta bort en av dem"),
    ("Duplicate inline table key", "en nyckel står två gånger. Ta bort en av dem"),
    ("Cannot declare", "rubriken kan inte stå en gång till med de klamrarna: skriv [[section]] eller [[section.field]]"),
    ("Cannot mutate", "rubriken kan inte stå här: den hör till något som redan är skrivet färdigt"),
    ("Unescaped '\\'", "tecknet \\ betyder något särskilt inom citattecken: skriv \\\\"),
    ("Invalid value", "svaret efter likhetstecknet går inte att läsa. Text ska stå inom raka citattecken (\"), ja och nej är true och false"),
    ("Invalid initial character for a key part", "det saknas en nyckel där, eller så står det ett tecken som inte går att ha i en"),
    ("Invalid date or datetime", "en dag går inte att läsa: skriv den som 2027-01-31"),
    ("Found invalid character", "det står ett osynligt tecken som inte kan vara där"),
    ("Illegal character", "det står ett osynligt tecken som inte kan vara där"),
    ("Invalid statement", "raden är varken en rubrik i klamrar eller en nyckel med likhetstecken"),
    ("digits", "ett tal är för långt"),
)  # fmt: skip
"""Words of the standard reader's message → what they mean. The first that fits."""


def toml_fault(message: str, text: str) -> tuple[str, int]:
    """What is wrong, and on which line. `message`: the standard reader's."""
    said = next((sentence for words, sentence in SAID if words in message), "går inte att tolka")
    place = re.search(r"line (\d+), column (\d+)", message)
    line = int(place[1]) if place else text.rstrip().count("\n") + 1
    column = f", vid tecken {place[2]}" if place else ", vid filens slut" if "end of document" in message else ""
    return f"är inte giltig TOML{column}: {said}", line
