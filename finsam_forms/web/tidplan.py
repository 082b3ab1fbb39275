"""What the tidplan fetches again by itself."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from .context import desk
from .kinds.time_axis import time_picture


def chart(draft_id: int) -> ResponseReturnValue:
    """The picture of the tidplan on one axis."""
    return render_template("tidplan/_tidsaxel.html", picture=time_picture(desk().sheet(draft_id).document))
