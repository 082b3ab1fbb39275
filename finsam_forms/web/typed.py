"""What somebody had typed in a request that is refused: shown with the refusal, so that it can be copied."""

from __future__ import annotations

from typing import NamedTuple

from flask import request
from werkzeug.exceptions import HTTPException

from ..core.checks import place_name
from ..live.desk import Sheet
from .context import desk
from .security import is_outside

NOT_TYPED = frozenset(
    (
        "csrf_token",
        "after",
        "section",
        "avsnitt",
        "op",
        "base",
        "path",
        "version",
        "falt",
        "fran",
        "flik",
        "sett",
        "om",
        "gor",
    )
) | frozenset(
    (
        "rad",
        "ratta",
        "bocka",
        "anteckna",
        "lapp",
        "anteckning_falt",
        "anteckning_citat",
        "nyckel",
        "mall",
        "kod",
        "till",
        "ta",
        "bara",
        "fil",
    )
)
"""What buttons and hidden fields carry. Any other name is taken for a field that somebody has written in."""
NAMES = {
    "anteckning": "Anteckning",
    "anteckning_vem": "Vem gör det?",
    "anteckning_nar": "Till när?",
    "vem": "Vem gör det?",
    "nar": "Till när?",
    "svar": "Svar",
    "skal": "Skäl",
    "text": "Text",
    "value": "Text",
    "namn": "Namn",
    "jag_namn": "Ditt namn",
    "jag_organisation": "Din organisation",
    "organisation": "Organisation",
    "diarienummer": "Diarienummer",
}


class Typed(NamedTuple):
    """A text and what its field is called."""

    name: str
    text: str

    @property
    def rows(self) -> int:
        """Lines of the box that it is shown in."""
        return min(16, max(1, len(self.text) // 80 + self.text.count("\n") + 1))


def typed() -> tuple[Typed, ...] | None:
    """In the order of the page, without what stands in the draft already; None when the request itself can't be read."""
    try:
        posted = [
            (name, text) for name, text in request.form.items(multi=True) if text.strip() and name not in NOT_TYPED
        ]
    except HTTPException:
        return None
    sheet = sheet_asked_for()
    return tuple(Typed(name_of(sheet, name), text) for name, text in posted if not stands(sheet, name, text))


def sheet_asked_for() -> Sheet | None:
    """The draft that the request is about, when there is one and whoever asks may see it."""
    draft_id = (request.view_args or {}).get("draft_id")
    if draft_id is None or is_outside():
        return None
    try:
        return desk().sheet(draft_id)
    except Exception:  # whatever is wrong with the draft, what was typed is shown
        return None


def stands(sheet: Sheet | None, path: str, text: str) -> bool:
    return sheet is not None and same(sheet, path, text, sheet.document.text(path))


def same(sheet: Sheet, path: str, one: str, other: str) -> bool:
    """Would the two be stored as the same text?"""
    leaf = sheet.mall.leaf_at(path)
    return leaf is not None and leaf.canonical(one) == leaf.canonical(other)


def name_of(sheet: Sheet | None, name: str) -> str:
    path = request.form.get("path", "") if name == "value" else name
    if sheet is not None and sheet.mall.leaf_at(path) is not None:
        return place_name(sheet.document, path)
    return NAMES.get(name, name)
