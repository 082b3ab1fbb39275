"""Granska: what is wrong or doubtful in a document, each with a code, a severity, a sentence and a place. Pure functions.

The codes and severities are those of «Granska: the checks before printing»; each rule stands in the module of its group.
"""

from __future__ import annotations

from . import addresses, content, kinds, language, personal, reports, time
from .checker import Checker, check_document, recheck
from .facts import AsRead, aspects
from .places import place_exists, place_name
from .registry import CHECKS, Check, Fix, Remark, Severity, check

RULES = (addresses, content, language, personal, reports, time, *kinds.RULES)
"""The modules whose rules are in CHECKS."""

__all__ = [
    "CHECKS",
    "RULES",
    "AsRead",
    "Check",
    "Checker",
    "Fix",
    "Remark",
    "Severity",
    "aspects",
    "check",
    "check_document",
    "place_exists",
    "place_name",
    "recheck",
]
