"""Who you are: a name and an organisation."""

from __future__ import annotations

from wtforms import Form, StringField
from wtforms.validators import DataRequired, Length

from ..core.edit import Person
from ..core.reading import one_line

ROOM = Length(max=80, message="Högst 80 tecken får plats. Korta av.")


def tidy(text: str | None) -> str:
    return one_line(text or "")


class PersonForm(Form):
    """Asked once, on the first change."""

    namn = StringField("Ditt namn", filters=[tidy], validators=[DataRequired("Skriv ditt namn."), ROOM])
    organisation = StringField(
        "Organisation",
        filters=[tidy],
        validators=[DataRequired("Skriv vilken organisation du kommer från."), ROOM],
    )

    def person(self) -> Person:
        return Person(str(self.namn.data), str(self.organisation.data))
