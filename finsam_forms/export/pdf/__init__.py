"""The printed pages, by ReportLab. Imported when something is printed, not at start."""

from .archive import Attachment
from .layout import render

__all__ = ["Attachment", "render"]
