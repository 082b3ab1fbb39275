"""A section of a form as it is posted without JavaScript: one value a field, named by its path."""

from __future__ import annotations

import re

from werkzeug.datastructures import MultiDict

from ..core.mall import Mall, Section
from .edit import PATH, clean


def posted_values(mall: Mall, section: Section, posted: MultiDict[str, str]) -> dict[str, str]:
    """Path → posted text of what the section has a place for. What was typed in a row that has been removed since is there too:
    it is saved with the row, and comes back with it."""
    return {path: clean(text) for path, text in posted.items() if is_value_of(mall, section, path)}


def is_value_of(mall: Mall, section: Section, path: str) -> bool:
    """Notes, and where a row stands, have buttons of their own."""
    own = re.match(PATH, path) and not any(step.startswith("_") for step in path.split("/"))
    return bool(own) and mall.section_of(path) == section and mall.leaf_at(path) is not None
