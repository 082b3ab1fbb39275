"""Who you are: a name and an organisation."""

from __future__ import annotations

from wtforms import Form, StringField
from wtforms.validators import InputRequired, Length

from ..core.edit import Person


def tidy(text: str | None) -> str:
    return " ".join((text or "").split())


class PersonForm(Form):
    """Asked once, on the first change."""

    namn = StringField("Ditt namn", filters=[tidy], validators=[InputRequired("Skriv ditt namn."), Length(max=80)])
    organisation = StringField(
        "Organisation",
        filters=[tidy],
        validators=[InputRequired("Skriv vilken organisation du kommer från."), Length(max=80)],
    )

    def person(self) -> Person:
        return Person(str(self.namn.data), str(self.organisation.data))
