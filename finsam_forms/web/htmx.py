"""The one place that knows how a request tells that scripts sent it (htmx-flask) and that it wants a message, not a page."""

from __future__ import annotations

from flask import Flask, request
from htmx_flask import Htmx


def join(app: Flask) -> None:
    Htmx(app)


def wants_message() -> bool:
    """True for fetch and htmx: they are answered with JSON or a fragment, not with a whole page."""
    return request.headers.get("Accept", "").startswith("application/json") or bool(request.htmx)  # type: ignore[attr-defined]
