"""What the budget page fetches again by itself."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from .context import desk
from .kinds import budget as budget_view

bp = Blueprint("budget", __name__, url_prefix="/utkast/<int:draft_id>")


@bp.get("/vem-betalar")
def who_pays(draft_id: int) -> ResponseReturnValue:
    """The bars of who pays what."""
    sheet = desk().sheet(draft_id)
    if sheet.ledger is None:
        abort(404)
    return render_template("budget/_betalar.html", budget=budget_view.budget_page(sheet))


@bp.get("/kalenderar")
def by_year(draft_id: int) -> ResponseReturnValue:
    """The amounts per calendar year, for an insats over a new year."""
    sheet = desk().sheet(draft_id)
    if sheet.ledger is None:
        abort(404)
    return render_template("budget/_kalenderar.html", sheet=sheet, budget=budget_view.budget_page(sheet))
