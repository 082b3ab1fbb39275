"""A saved value as it comes from a browser."""

from __future__ import annotations

import json

from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField
from wtforms.validators import InputRequired, Length, Optional, Regexp

from ..core.edit import Edit
from .whole import WholeField

PATH = r"^[a-z0-9_]+(/[a-z0-9_]+)*\Z"
OP = r"^[A-Za-z0-9_-]{8,64}\Z"
MOST_EDITS = 5_000
"""Cells in one pasted block."""


class Unreadable(Exception):
    """The request itself could not be understood: answered 422 with this Swedish sentence."""


class EditForm(Form):
    """`path`, `value`, `base` (the version it was based on) and `op` (the edit's own id)."""

    path = StringField(validators=[InputRequired(), Length(max=200), Regexp(PATH)])
    value = StringField(validators=[Optional()])
    base = WholeField(validators=[InputRequired()])
    op = StringField(validators=[InputRequired(), Regexp(OP)])

    def edit(self) -> Edit:
        return Edit(path=self.path.data, value=clean(self.value.data or ""), base=self.base.data or 0, op=self.op.data)


def clean(text: str) -> str:
    """Newlines as \\n; without NUL and lone surrogates, which neither SQLite nor paper can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text.encode("utf-8", "ignore").decode("utf-8")


def text_of(given: object) -> str:
    """A text or a whole number of JSON as the text of a form. Raises TypeError for anything else."""
    if isinstance(given, str):
        return given
    if isinstance(given, int) and not isinstance(given, bool) and abs(given) < 2**53:
        return str(given)
    raise TypeError


def read_edit(form: MultiDict[str, str]) -> Edit:
    """The edit of a POST. Raises Unreadable."""
    edit_form = EditForm(form)
    if not edit_form.validate():
        raise Unreadable("Ändringen gick inte att läsa. Ladda om sidan och försök igen.")
    return edit_form.edit()


def read_edits(body: str) -> list[Edit]:
    """Several edits saved as one: JSON `{"op", "edits": [{"path", "value", "base"}]}`. Raises Unreadable."""
    try:
        data = json.loads(body)
        op, items = data["op"], data["edits"]
        if not isinstance(op, str) or not isinstance(items, list):
            raise TypeError
        forms = [
            MultiDict({key: text_of(item[key]) for key in ("path", "value", "base")} | {"op": op}) for item in items
        ]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Unreadable("Ändringarna gick inte att läsa. Ladda om sidan och försök igen.") from None
    if not 0 < len(forms) <= MOST_EDITS:
        raise Unreadable(f"Högst {MOST_EDITS} rutor kan ändras på en gång.")
    return [read_edit(form) for form in forms]
