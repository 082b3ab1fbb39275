"""Granska: what is wrong or doubtful in a document, each with a code, a severity, a sentence and a place. Pure functions.

The codes and severities are those of «Granska: the checks before printing»; each rule stands in the module of its group, and all of them are
in rules.py, which whoever checks something reads then.
"""

from __future__ import annotations

from .checker import Checker, check_document, recheck
from .facts import AsRead, aspects
from .places import place_exists, place_name
from .registry import Check, Fix, Remark, Severity, check

__all__ = [
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
