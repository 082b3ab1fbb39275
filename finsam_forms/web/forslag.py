"""The button that puts in what the rest of the document says that an answer is."""

from __future__ import annotations

from collections.abc import Mapping

from flask import request, url_for
from flask.typing import ResponseReturnValue

from ..core.kinds.kind import suggestion_at
from ..forms.edit import Unreadable
from ..live.desk import Sheet
from .change import answer, change
from .posted import save_page_too


def put_in(draft_id: int) -> ResponseReturnValue:
    """`forslag` = the path of the answer. What is put in is worked out when it is: the page may be older."""
    path = request.form.get("forslag", "")
    save_page_too(draft_id)
    message = change(draft_id, lambda sheet: suggested_values(sheet, path))
    return answer(message, url_for("avsnitt.start", draft_id=draft_id))


def suggested_values(sheet: Sheet, path: str) -> Mapping[str, str]:
    found = suggestion_at(sheet.document, path)
    if found is None:
        raise Unreadable("Knappen finns inte längre. Ladda om sidan.")
    if not found.values:
        raise Unreadable(f"Inget är ifyllt under ”{found.source}” än.")
    return found.values
