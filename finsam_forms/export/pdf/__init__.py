"""The printed pages, by ReportLab. Imported when something is printed, not at start."""

from .archive import Attachment
from .layout import pages_of, render

__all__ = ["Attachment", "pages_of", "render"]
