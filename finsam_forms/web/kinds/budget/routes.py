"""What the budget page fetches again by itself."""

from __future__ import annotations

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from ...context import desk
from .page import BudgetPage, budget_page


def shown(draft_id: int) -> BudgetPage:
    """404 for a draft without a budget."""
    return budget_page(desk().sheet(draft_id)) or abort(404)


def who_pays(draft_id: int) -> ResponseReturnValue:
    """The bars of who pays what."""
    return render_template("falt/budget/_betalar.html", pays=shown(draft_id).pays)


def time(draft_id: int) -> ResponseReturnValue:
    """The time of the insats, over the budget."""
    return render_template("falt/budget/_loptid.html", time=shown(draft_id).time)


def by_year(draft_id: int) -> ResponseReturnValue:
    """The amounts per calendar year, for an insats over a new year."""
    return render_template("falt/budget/_kalenderar.html", budget=shown(draft_id))
