"""What the tidplan fetches again by itself."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from .context import desk
from .kinds.time_axis import time_picture

bp = Blueprint("tidplan", __name__, url_prefix="/utkast/<int:draft_id>")


@bp.get("/tidsaxel")
def chart(draft_id: int) -> ResponseReturnValue:
    """The picture of the tidplan on one axis."""
    return render_template("tidplan/_tidsaxel.html", picture=time_picture(desk().sheet(draft_id).document))
