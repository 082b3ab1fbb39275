"""The exchange format: a whole draft as readable JSON, and back again. A file with any fault is not read in at all.

`{"format": "finsam-forms", "formatversion": 1, "mall": …, "mallversion": …, "innehall": {…}, "summor": {…}}`
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.checks import AsRead, check_document
from ..core.document import Document
from ..core.fingerprint import fingerprint, left_out_of
from ..core.following import NO_FOLLOWS, SAID, Follows, Told
from ..core.former import as_now
from ..core.kinds.figures import counting
from ..core.kinds.intake import LONGEST_PLACE, Intake
from ..core.kinds.kind import Kind, all_answers
from ..core.kinds.own import RESERVED
from ..core.mall import Mall, mall_of
from ..core.party import parties_of, party_keys
from ..core.reading import shortened

FORMAT = "finsam-forms"
VERSION = 1
LARGEST = 2 * 1024 * 1024
DEEPEST = 40
SUM_CHECKS = frozenset({"G01", "G02", "G03", "G04", "G60"})
TOLD = ("diarienummer", "titel", "fingeravtryck")
"""What a file says of each document that it follows."""
KEYS = {
    "format", "formatversion", "mall", "mallversion", "mallavtryck", "innehall", "summor", "titel", "fingeravtryck", "utkast",
    "andring", "foljer",
}  # fmt: skip


class ExchangeFaults(Exception):
    """Everything that is wrong with a file: (place, Swedish sentence) each."""

    def __init__(self, faults: list[tuple[str, str]]):
        super().__init__("\n".join(f"{place}: {sentence}" for place, sentence in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Imported:
    """A document read in."""

    mall: Mall
    values: dict[str, str]
    stated: Mapping[str, Any]
    """What the file states itself and ours computes or takes from the form, when it is another (`AsRead.stated`): its sums (G01–G04),
    signature blocks (G35) and fixed texts (G42). Kept beside the draft."""
    form_mark: str = ""
    """The fingerprint of the version of the form that the file was made with; empty when it doesn't say."""
    fingerprint: str = ""
    """What the file says is the document's SHA-256."""
    draft: str = ""
    """The number of the draft that the file was made from; empty when it doesn't say."""
    change: str = ""
    """The number of the last change of that draft then."""
    follows: Follows = field(default_factory=dict)
    """The documents that it follows."""

    @property
    def as_read(self) -> AsRead:
        return AsRead.of(self.stated)


def to_exchange(document: Document, draft: str = "", follows: Follows = NO_FOLLOWS, change: str = "") -> dict[str, Any]:
    """The document as JSON data. Empty answers are left out; those of sections that are not shown now come along.

    `draft`, `change`: its number where it is kept and that of its last change, for a file that may come back there. `follows`: what
    the draft follows.
    """
    mall = mall_of(document)
    content = {at.path: at.json() for at in all_answers(document)}
    found = {
        "format": FORMAT,
        "formatversion": VERSION,
        "mall": mall.id,
        "mallversion": mall.version,
        "mallavtryck": mall.fingerprint,
        "innehall": {key: value for key, value in content.items() if value is not None},
    }
    if draft:
        found["utkast"] = draft
    if change:
        found["andring"] = change
    if document.text("_titel"):
        found["titel"] = document.text("_titel")
    if follows:
        found["foljer"] = {role: dict(zip(TOLD, told, strict=True)) for role, told in follows.items()}
    mark = fingerprint(document)
    found["fingeravtryck"] = {"metod": mark.method, "utan": left_out_of(document), "sha256": mark.sha256}
    sums = [field.stated(field.answer(document)) for field in counting(document)]
    if sums:
        found["summor"] = {key: value for stated in sums for key, value in stated.items()}
    return found


def dumps(document: Document, draft: str = "", follows: Follows = NO_FOLLOWS, change: str = "") -> str:
    return json.dumps(to_exchange(document, draft, follows, change), ensure_ascii=False, indent=2)


def read_exchange(data: bytes | str, malls: Mapping[str, Mall]) -> Imported:
    """A document of the exchange format. Raises ExchangeFaults with every fault and its place."""
    parsed = parse(data)
    intake = Intake()
    if not intake.known_keys(parsed, "filen", KEYS):
        raise ExchangeFaults(intake.faults)
    if parsed.get("format") != FORMAT:
        intake.fault("format", f"ska vara ”{FORMAT}”. Det här är ingen fil från Finsam-formulär")
    if parsed.get("formatversion") != VERSION:
        intake.fault("formatversion", f"ska vara {VERSION}. Filen är gjord av en annan version av programmet")
    mall = malls.get(parsed["mall"]) if isinstance(parsed.get("mall"), str) else None
    if mall is None:
        intake.fault("mall", "formuläret finns inte här. Här finns: " + ", ".join(malls))
        raise ExchangeFaults(intake.faults)
    content = as_now(parsed.get("innehall"), mall.former)
    if intake.known_keys(content, "innehall", {one.id for one in mall.fields()}):
        read_content(content, mall, intake)
    title = parsed.get("titel")
    if isinstance(title, str):
        intake.values["_titel"] = RESERVED["_titel"].canonical(title)
    elif title is not None:
        intake.fault("titel", "ska vara text inom citattecken")
    sums = read_sums(parsed.get("summor"), intake)
    follows = dict(read_follows(parsed.get("foljer"), mall, intake))
    if intake.faults:
        raise ExchangeFaults(intake.faults)
    values = {path: text for path, text in intake.values.items() if text}
    return Imported(
        mall,
        values,
        what_differs(Document(mall, values), sums, intake).stated,
        form_mark=text_at(parsed, "mallavtryck"),
        fingerprint=text_at(parsed, "fingeravtryck", "sha256"),
        draft=text_at(parsed, "utkast"),
        change=text_at(parsed, "andring"),
        follows=follows,
    )


def text_at(parsed: Any, *keys: str) -> str:
    """A text some keys down in what a file says of itself; empty where there is none."""
    for key in keys:
        parsed = parsed.get(key) if isinstance(parsed, dict) else None
    return parsed if isinstance(parsed, str) else ""


def what_differs(document: Document, sums: Mapping[str, Any], intake: Intake) -> AsRead:
    """What the file states, as far as a check has something to say about it."""
    blocks = {path: tuple(listed) for path, listed in intake.blocks.items()}
    found = [AsRead(sums=sums), AsRead(blocks=blocks), AsRead(texts=intake.texts)]
    kept = [
        bool(check_document(document, as_read=one, codes=codes))
        for one, codes in zip(found, (SUM_CHECKS, {"G35"}, {"G42"}), strict=True)
    ]
    return AsRead(sums if kept[0] else {}, blocks if kept[1] else {}, intake.texts if kept[2] else {})


def read_content(content: Any, mall: Mall, intake: Intake) -> None:
    """Parties first: amounts and signatures call them by name. Then the rows that tables have as columns."""
    followed = {name for one in mall.fields() for name in one.follows(mall)}
    fields = sorted(mall.fields(), key=lambda one: (not one.names_parties, one.id not in followed))
    parties_read = False
    for one in fields:
        if not parties_read and not one.names_parties:
            intake.parties = names_of_parties(mall, intake)
            parties_read = True
        if one.id in content:
            one.from_json(content[one.id], one.id, intake)


def names_of_parties(mall: Mall, intake: Intake) -> dict[str, str]:
    """What each party is called in the file → its id. Older files say no numbers: every row has its own as it stands."""
    parties = parties_of(Document(mall, intake.values))
    keys = party_keys({party.id: party.name for party in parties})
    numbers = not intake.parties
    return {key: party for party, key in keys.items() if numbers or not key.startswith("#")} | intake.parties


def read_follows(data: Any, mall: Mall, intake: Intake) -> Iterator[tuple[str, Told]]:
    """What a file follows: `{"ansokan": {"diarienummer": …, "titel": …, "fingeravtryck": …}, "forra": {…}}`, and of a chapter that was
    begun from a draft the same by the chapter's path: `{"aktiviteter/v1aa": {…}}`."""
    known = {*SAID, *(path for one in following_by_part(mall) for path in rows_in(one.id, intake))}
    if data is None or not intake.known_keys(data, "foljer", known):
        return
    for role, told in data.items():
        if role in known and intake.known_keys(told, f"foljer/{role}", frozenset(TOLD)):
            if all(isinstance(text, str) for text in told.values()):
                yield role, Told(*(told.get(key, "") for key in TOLD))
            else:
                intake.fault(f"foljer/{role}", "ska ha text inom citattecken")


def following_by_part(mall: Mall) -> Iterator[Kind]:
    """The fields whose rows can follow a draft each."""
    return (one for one in mall.fields() if one.parts_follow)


def rows_in(field: str, intake: Intake) -> Iterator[str]:
    """The paths of the rows of a field in a file."""
    return (path for path in intake.places if path.count("/") == 1 and path.startswith(f"{field}/"))


def read_sums(data: Any, intake: Intake) -> dict[str, Any]:
    """The sums that a file states, in one of the shapes of core/checks/kinds/budget_sums.py."""
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        intake.fault("summor", "ska vara ett objekt med summornas namn som nycklar")
        return {}
    return {key: value for key, value in data.items() if not key.startswith("_")}


def parse(data: bytes | str) -> Any:
    """Strict JSON. Raises ExchangeFaults."""
    if len(data) > LARGEST:
        raise ExchangeFaults([("filen", "är för stor (högst 2 megabyte)")])
    try:
        text = decoded(data) if isinstance(data, bytes) else data
        found = json.loads(text, object_pairs_hook=no_doubles, parse_constant=no_constant)
        text.encode("utf-8")
        if "\\u" in text:
            json.dumps(found, ensure_ascii=False).encode("utf-8")
    except ExchangeFaults:
        raise
    except UnicodeError:
        raise ExchangeFaults([("filen", "innehåller tecken som inte går att läsa. Spara den som UTF-8")]) from None
    except json.JSONDecodeError as error:
        raise ExchangeFaults(
            [(f"rad {error.lineno}, tecken {error.colno}", "här går filen inte att läsa som JSON")]
        ) from None
    except (ValueError, RecursionError):
        raise ExchangeFaults([("filen", "går inte att läsa som JSON")]) from None
    if depth(found) > DEEPEST:
        raise ExchangeFaults([("filen", "har för många nivåer i varandra")])
    return clean(found)


def decoded(data: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    return data.decode("utf-8")


def no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise ExchangeFaults([(shortened(twice, LONGEST_PLACE), "nyckeln står två gånger på samma ställe")])
    return found


def no_constant(name: str) -> Any:
    raise ExchangeFaults([(name, "är inget tal")])


def depth(data: Any) -> int:
    deepest, stack = 0, [(data, 1)]
    while stack:
        item, level = stack.pop()
        deepest = max(deepest, level)
        inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        stack += [(one, level + 1) for one in inner]
    return deepest


def clean(data: Any) -> Any:
    """Without NUL characters, which can't be stored."""
    if isinstance(data, str):
        return data.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(data, list):
        return [clean(item) for item in data]
    return {clean(key): clean(value) for key, value in data.items()} if isinstance(data, dict) else data


def schema(mall: Mall) -> dict[str, Any]:
    """JSON Schema (2020-12) of a form's documents."""
    properties = {one.id: one.schema() for one in mall.fields()}
    told = {"type": "object", "properties": {key: {"type": "string"} for key in TOLD}}
    parts = {f"^{one.id}/[a-z0-9]{{2,24}}$": told for one in following_by_part(mall)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": mall.title,
        "type": "object",
        "required": ["format", "formatversion", "mall", "innehall"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "formatversion": {"const": VERSION},
            "mall": {"const": mall.id},
            "mallversion": {"type": "string"},
            "mallavtryck": {"type": "string"},
            "titel": {"type": "string"},
            "innehall": {"type": "object", "properties": properties, "additionalProperties": False},
            "summor": {"type": "object"},
            "fingeravtryck": {"type": "object"},
            "utkast": {"type": "string"},
            "andring": {"type": "string"},
            "foljer": {
                "type": "object",
                "properties": dict.fromkeys(SAID, told),
                "patternProperties": parts,
                "additionalProperties": False,
            },
        },
    }
