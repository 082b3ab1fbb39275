"""A page from its template and its object."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from flask import render_template


def names_of(page: Any) -> dict[str, Any]:
    """A page's own names and what they stand for, as its template sees them."""
    return {field.name: getattr(page, field.name) for field in fields(page)}


def rendered(template: str, page: Any) -> str:
    return render_template(template, **names_of(page))
