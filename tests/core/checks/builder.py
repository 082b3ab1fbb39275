"""A correct application in a few lines, so that a test states only what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from finsam_forms.core import position
from finsam_forms.core.checks import Remark, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.following import APPLICATION, PREVIOUS, Followed
from finsam_forms.core.mall import Mall
from finsam_forms.core.mall_reader import read_mall
from finsam_forms.mallar import load_malls

KOMMUN, AF, REGION, FK = "komm", "arbf", "regn", "fkas"
FINANSIERING = "finansiering"
LON = "budget/lon/wage"


@cache
def ansokan() -> Mall:
    return load_malls()["ansokan"]


def with_settings(**settings: Any) -> Mall:
    """The application's form with settings of a förbund."""
    return replace(ansokan(), settings=replace(ansokan().settings, **settings))


def rows(path: str, *ids: str) -> dict[str, str]:
    """The rows that exist at a path, in order."""
    return {f"{path}/{row}/_plats": place for row, place in zip(ids, position.spread(len(ids)), strict=True)}


def party(path: str, name: str, contact: str, email: str) -> dict[str, str]:
    return {f"{path}/organisation": name, f"{path}/kontaktperson": contact, f"{path}/epost": email}


def phase(row: str, start: str, end: str, label: str, text: str = "Arbetet pågår enligt planen.") -> dict[str, str]:
    parts = {"fran": start, "till": end, "etikett": label, "text": text}
    return {f"tidplan/{row}/{part}": value for part, value in parts.items()}


CORRECT: Mapping[str, str] = {
    "insatsens_namn": "Vägen in",
    "insatstyp": "individinriktad insats",
    **rows("insatsagare", KOMMUN),
    **rows("samverkansparter", AF, REGION, FK),
    **party(
        "insatsagare/komm", "Älvkarleby kommun", "Enhetschef för arbetsmarknad", "arbetsmarknad@alvkarleby.example"
    ),
    **party("samverkansparter/arbf", "Arbetsförmedlingen", "Sektionschef", "sektion@arbetsformedlingen.example"),
    **party("samverkansparter/regn", "Region Uppsala", "Vårdcentralschef", "vardcentral@regionuppsala.example"),
    **party("samverkansparter/fkas", "Försäkringskassan", "Samverkansansvarig", "samverkan@forsakringskassan.example"),
    "syfte": "Insatsen ger unga vuxna ett samordnat stöd.",
    **rows("mal/resultatmal", "goala"),
    **rows("mal/insatsmal", "goalb"),
    **rows("mal/effektmal", "goalc"),
    "mal/resultatmal/goala/text": "Minst 40 personer har fått en kartläggning.",
    "mal/insatsmal/goalb/text": "Åtta av tio har en gemensam planering.",
    "mal/effektmal/goalc/text": "Andelen i arbete eller studier ökar.",
    "bakgrund": "Behovet är kartlagt av LOKUS. Kvinnor och män möter olika hinder.",
    "insatstid/start": "2027-04-01",
    "insatstid/slut": "2027-12-31",
    "malgrupp": "Kvinnor och män i åldern 18–29 år.",
    "uppfoljning": "Målen följs upp i Uppföljning Finsam.",
    "metod": "Risken är att medarbetare byts ut. Arbetssättet blir en del av ordinarie verksamhet.",
    FINANSIERING: "Vi söker totalt 355 000 kr. Av dem är 325 000 kr lön och 30 000 kr stöd till deltagarna.",
    "forankring": "Ansökan är behandlad hos alla parter.",
    "lokus": "ja",
    "lokus/kommentar": "Diskuterad i LOKUS 2026-11-16, godkänd 2027-01-20.",
    **rows("tidplan", "phas1", "phas2", "phas3"),
    **phase("phas1", "2027-04-01", "2027-06-30", "Q2"),
    **phase("phas2", "2027-07-01", "2027-09-30", "Q3"),
    **phase("phas3", "2027-10-01", "2027-12-31", "Q4"),
    **rows("budget/lon", "wage"),
    f"{LON}/benamning": "Processledare",
    f"{LON}/tjanst_procent": "75",
    f"{LON}/fran": "2027-04-01",
    f"{LON}/till": "2027-12-31",
    f"{LON}/belopp/komm": "325000",
    "budget/ovrigt/ovriga_aktiviteter/belopp/komm": "30000",
    "budget/egenfinansiering/lokal/lokalhyra/belopp/komm": "42000",
}


def application(changes: Mapping[str, str] | None = None, *, mall: Mall | None = None) -> Document:
    """A correct application of nine months with 355 000, 42 000 and 397 000 kr, with some values changed."""
    return Document(mall or ansokan(), {**CORRECT, **(changes or {})})


def of_code(code: str, document: Document, **given: Any) -> list[Remark]:
    """What one rule says about a document."""
    return [remark for remark in check_document(document, **given) if remark.code == code]


def says(
    code: str, changes: Mapping[str, str] | None = None, *, mall: Mall | None = None, **given: Any
) -> list[Remark]:
    """What one rule says about the correct application with these changes."""
    return of_code(code, application(changes, mall=mall), **given)


def codes(document: Document, **given: Any) -> list[str]:
    return [remark.code for remark in check_document(document, **given)]


def pressed(document: Document, remark: Remark, button: int = 0) -> Document:
    """The document after a remark's button."""
    return document.replace(remark.fixes[button].changes)


def other_mall(fields: str) -> Mall:
    """A small form with one section that holds these fields, written as in a form definition."""
    head = 'id = "prov"\nversion = "1"\ntitle = "Prov"\ndescription = "prov"\nforbund = "Förbundet"\n'
    section = '[[section]]\nid = "allt"\nnumber = "1"\nheading = "Allt"\nshort = "Allt"\n'
    return read_mall("prov.toml", {"prov.toml": head + section + fields})


def following(application: Document | None = None, previous: Document | None = None, **marks: Any) -> Followed:
    """What a report follows."""
    found = {APPLICATION: application, PREVIOUS: previous}
    return Followed(documents={role: one for role, one in found.items() if one is not None}, **marks)
