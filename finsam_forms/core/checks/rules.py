"""Every rule of Granska. They are many, so they are read when something is first checked, and not when the program starts."""

from __future__ import annotations

from . import addresses, content, kinds, language, personal, report_time, reports, time
from .registry import CHECKS

RULES = (addresses, content, language, personal, report_time, reports, time, *kinds.RULES)
"""The modules whose rules are in CHECKS."""

__all__ = ["CHECKS", "RULES"]
