"""A section of a form as it is posted without JavaScript: one WTForms field a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField

from ..core.document import Document
from ..core.kinds.kind import Answer, Leaf
from ..core.mall import Section
from .edit import clean


def section_form(document: Document, section: Section, posted: MultiDict[str, str]) -> Form:
    """The form of a section: a field for every value that can be filled in now, named by its path."""
    fields: dict[str, Any] = {leaf.path: StringField(leaf.field.label) for leaf in section_leaves(document, section)}
    return type("SectionForm", (Form,), fields)(posted)


def section_leaves(document: Document, section: Section) -> Iterator[Answer[Leaf]]:
    for field in section.fields:
        yield from field.answer(document).leaves()


def posted_values(form: Form, posted: MultiDict[str, str]) -> dict[str, str]:
    """Path → posted text, for what the page had a field for."""
    return {path: clean(field.data or "") for path, field in form._fields.items() if path in posted}
