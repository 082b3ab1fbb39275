"""The printed pages, by ReportLab. Imported when something is printed, not at start."""

from .layout import render

__all__ = ["render"]
