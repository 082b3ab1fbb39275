"""«Räkna ut lönekostnad»: what is asked, and how the answers become values of a budget line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form, SelectChoice, SelectField, StringField
from wtforms.validators import InputRequired, ValidationError

from ...core.document import Document
from ...core.kinds.budget.parts import (
    AMOUNT,
    BASIS,
    BASIS_EMPLOYER,
    BASIS_NOTE,
    BASIS_PAY,
    BASIS_PO,
    FROM,
    PO,
    PO_EMPLOYERS,
    SHARE,
    TO,
)
from ...core.kinds.kind import Leaf
from ...core.party import Party
from ...core.reading import Problem, Suggestion
from ..edit import clean

EMPLOYERS = [
    SelectChoice("kommun", "Kommun"),
    SelectChoice("region", "Region"),
    SelectChoice("annan", "Annan, eget PO-pålägg"),
]
ON_LINE: dict[str, tuple[Leaf, str]] = {
    "manadslon": (BASIS_PAY, f"{BASIS}/{BASIS_PAY.id}"),
    "arbetsgivare": (BASIS_EMPLOYER, f"{BASIS}/{BASIS_EMPLOYER.id}"),
    "po": (BASIS_PO, f"{BASIS}/{BASIS_PO.id}"),
    "tjanst": (SHARE, SHARE.id),
    "fran": (FROM, FROM.id),
    "till": (TO, TO.id),
    "skriv_not": (BASIS_NOTE, f"{BASIS}/{BASIS_NOTE.id}"),
}
"""Field of the form → what kind of value it is, and where it stands below the line."""


class Readable:
    """What is written can be read; the sentence is that of the value's kind."""

    def __init__(self, leaf: Leaf):
        self.leaf = leaf

    def __call__(self, form: Form, field: StringField) -> None:
        problem = self.leaf.read(self.leaf.canonical(field.data or "")).problem
        if problem:
            raise ValidationError(problem.message)


class WageForm(Form):
    """Monthly pay, PO-pålägg, tjänst and period of one line, and whose column the cost goes in."""

    part = SelectField("Kolumn", validate_choice=False)
    manadslon = StringField(
        "Månadslön på heltid, kr", validators=[InputRequired("Skriv månadslönen utan PO-pålägg."), Readable(BASIS_PAY)]
    )
    tjanst = StringField(
        "Tjänst, %", validators=[InputRequired("Skriv hur stor tjänsten är, till exempel 75."), Readable(SHARE)]
    )
    fran = StringField("Från", validators=[Readable(FROM)])
    till = StringField("Till", validators=[Readable(TO)])
    arbetsgivare = SelectField("PO-pålägg enligt", choices=EMPLOYERS)
    po = StringField("Eget PO-pålägg, %", validators=[Readable(BASIS_PO)])
    skriv_not = SelectField(
        "Skriv ut underlaget under tabellen", choices=[SelectChoice("nej", "Nej"), SelectChoice("ja", "Ja")]
    )

    def validate_part(self, field: SelectField) -> None:
        """Somebody may have removed the party while the page was open."""
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError("Den parten finns inte längre i ansökan. Välj en annan kolumn.")

    def validate_po(self, field: StringField) -> None:
        if self.arbetsgivare.data == "annan" and not (field.data or "").strip():
            raise ValidationError("Skriv arbetsgivarens PO-pålägg i procent.")


def wage_form(
    document: Document, line: str, parties: tuple[Party, ...], posted: MultiDict[str, str] | None
) -> WageForm:
    """The form of a line, with what stands there or what was posted."""
    texts: dict[str, Any] = {name: document.text(f"{line}/{place}") for name, (_, place) in ON_LINE.items()}
    texts = {name: text for name, text in texts.items() if text}
    mine = next((party.id for party in parties if document.text(f"{line}/{AMOUNT.id}/{party.id}")), None)
    form = WageForm(posted, data={"part": mine or (parties[0].id if parties else ""), **texts})
    form.part.choices = [SelectChoice(party.id, party.shown_name) for party in parties]
    return form


def ways_out(form: WageForm, name: str) -> tuple[Suggestion, ...]:
    """How what stands in a field could be written instead, when it can't be read: «36 501 kr»."""
    problem = problem_of(name, form[name].data or "") if name in ON_LINE else None
    return problem.suggestions if problem else ()


def problem_of(name: str, text: str) -> Problem | None:
    leaf, _ = ON_LINE[name]
    return leaf.read(leaf.canonical(text)).problem


def with_way(posted: MultiDict[str, str]) -> MultiDict[str, str]:
    """What was posted, with the way out that was pressed (`valt` = field=text) in its field.

    Enter presses it too: what has been corrected by hand since stands.
    """
    name, _, text = posted.get("valt", "").partition("=")
    if name not in ON_LINE or not problem_of(name, posted.get(name, "")):
        return posted
    found = posted.copy()
    found[name] = text
    return found


def line_values(form: WageForm, line: str) -> dict[str, str]:
    """Path → canonical text of everything that is kept on the line; the cost itself is not among them."""
    return {f"{line}/{place}": leaf.canonical(clean(form[name].data or "")) for name, (leaf, place) in ON_LINE.items()}


def rate_values(budget: str, years: range, posted: MultiDict[str, str]) -> Iterator[tuple[str, str]]:
    """(path, canonical text) of the PO table's cells: `po-2027-kommun`."""
    for year in years:
        for employer in PO_EMPLOYERS:
            if f"po-{year}-{employer}" in posted:
                text = clean(posted[f"po-{year}-{employer}"])
                yield f"{budget}/{PO}/{year}/{employer}", BASIS_PO.canonical(text)
