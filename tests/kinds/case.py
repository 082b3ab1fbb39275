"""Small forms, one a kind of answer, each in a file of its own: its sections as in any form, and below them what is written in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from finsam_forms.core.document import Document
from finsam_forms.core.mall import Mall
from finsam_forms.core.mall_reader import read_mall

FOLDER = Path(__file__).parent / "exempel"
FIXED = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.md")}
HEAD = """
id = "{id}"
version = "1"
title = "Prov av {id}"
description = "Ett litet formulär"
forbund = "Samordningsförbundet Prov"

"""
ODD = "_udda"
"""A form with every kind in unusual combinations, under unusual names."""


@dataclass(frozen=True, slots=True)
class Example:
    """A form and what is written in it. Keys of all but `words` are paths."""

    name: str
    source: str
    mall: Mall
    values: dict[str, str]
    changes: dict[str, str]
    """What somebody else writes."""
    unread: dict[str, str]
    """What can't be read."""
    words: tuple[str, ...]
    """What page, paper and view must show of `values`."""

    @property
    def files(self) -> dict[str, str]:
        return {f"{self.mall.id}.toml": self.source} | FIXED

    def document(self, **more: str) -> Document:
        return Document(self.mall, self.values | more)

    def lists(self) -> tuple[str, ...]:
        """The paths where rows stand."""
        return tuple(dict.fromkeys(path.rsplit("/", 2)[0] for path in self.values if path.endswith("/_plats")))


def form_of(sections: str, form_id: str = "prov", **says: str) -> Mall:
    """A form with these sections, written as in a form's own file; `says`: more about the form. Raises MallFault."""
    more = "".join(f'{key} = "{text}"\n' for key, text in says.items())
    return read_mall("prov.toml", {"prov.toml": HEAD.format(id=form_id) + more + sections} | FIXED)


def example(name: str) -> Example:
    sections, mark, answers = (FOLDER / f"{name}.toml").read_text("utf-8").partition("\n[varden]\n")
    found = tomllib.loads(mark + answers)
    source = HEAD.format(id=f"prov{name}".replace("__", "_")) + sections
    mall = read_mall("prov.toml", {"prov.toml": source} | FIXED)
    return Example(name, source, mall, found["varden"], found["andring"], found["olast"], tuple(found["ord"].values()))


EXAMPLES = {file.stem: example(file.stem) for file in sorted(FOLDER.glob("*.toml"))}


def squeezed(text: str) -> str:
    """Without spaces of any kind: where a line breaks or a number is grouped says nothing."""
    return re.sub(r"[\s\u00a0\u00ad]+", "", text)


def shown_on(html: str) -> str:
    """What a reader of a page sees, the contents of its inputs too, squeezed."""
    main = html[html.find("<main") : html.find("</main>")] if "<main" in html else html
    main = re.sub(r'<input type="hidden"[^>]*>', "", main)
    inputs = " ".join(re.findall(r'<input[^>]* value="([^"]*)"', main))
    return squeezed(unescape(re.sub(r"<[^>]+>", "", main) + " " + inputs))


def computed_on(html: str) -> dict[str, str]:
    """The class of each computed sum of a page → its words."""
    found = re.findall(r'<(td|b|p|dd) class="(?:[^"]* )?(s-[a-z0-9_-]+)[^"]*"[^>]*>(.*?)</\1>', html, re.S)
    return {name: squeezed(unescape(re.sub(r"<[^>]+>", "", words))) for _, name, words in found}
