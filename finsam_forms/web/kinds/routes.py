"""The pages that a kind of answer has beside those of the sections."""

from __future__ import annotations

from . import signature
from .budget import routes, wage

BLUEPRINTS = (routes.bp, wage.bp, signature.bp)
