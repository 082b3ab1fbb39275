"""The pages that a kind of answer has beside those of the sections."""

from __future__ import annotations

from .budget import routes, wage

BLUEPRINTS = (routes.bp, wage.bp)
