"""What one person's browser shows: values by version, rows in their order, sums. As static/js/inlet.js takes messages in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html.parser import HTMLParser

DRAFT = 1
SECTIONS = {
    "tidplan": ("tidplan",),
    "mal": ("mal/resultatmal", "mal/insatsmal"),
    "samverkansparter": ("samverkansparter",),
    "budget": ("budget/lon", "budget/ovrigt", "budget/ovrig_finansiering"),
}
"""Section → the lists of rows of it that are changed in the meeting."""
BASES = tuple(base for bases in SECTIONS.values() for base in bases)
PARTIAL = re.compile(r'<hx-partial hx-target="\.(s-[^"]+)">(.*?)</hx-partial>', re.DOTALL)
Value = tuple[str, int]


class Screen:
    """A browser with the pages of `SECTIONS` open. `old` are those that have been told to fetch themselves again."""

    def __init__(self, values: dict[str, Value]):
        self.values = dict(values)
        self.rows: dict[str, tuple[str, ...]] = {}
        self.seen_rows: dict[str, list[str]] = {base: [] for base in BASES}
        """All that have ever stood there: one that was removed can be taken back."""
        self.sums: dict[str, str] = {}
        self.old = set(SECTIONS)

    def version(self, path: str) -> int:
        return self.values.get(path, ("", 0))[1]

    def text(self, path: str) -> str:
        return self.values.get(path, ("", 0))[0]

    def take(self, message: dict) -> None:
        for one in message.get("values", []):
            if one["version"] > self.version(one["path"]):
                self.values[one["path"]] = (one["value"], one["version"])
        for name, html in PARTIAL.findall(message.get("html", "")):
            if name in self.sums:
                self.sums[name] = words_of(html)
        self.old |= stale_sections(message.get("stale", []))

    def fetch(self, get: Callable[[str], str]) -> None:
        """The pages that are old, again."""
        for section in sorted(self.old):
            page = get(f"/utkast/{DRAFT}/avsnitt/{section}")
            for base in SECTIONS[section]:
                self.rows[base] = tuple(re.findall(rf'value="bort:{base}:(\w+)"', page))
                self.seen_rows[base] += [row for row in self.rows[base] if row not in self.seen_rows[base]]
            if section == "budget":
                self.sums = sums_of(page)
        self.old = set()


def stale_sections(stale: Iterable[str]) -> set[str]:
    """Which of the open pages show rows that came, moved or went. A party has its column in the budget."""
    told = set(stale)
    parties = any(path.startswith(("insatsagare", "samverkansparter")) for path in told)
    return {
        section
        for section, bases in SECTIONS.items()
        if "*" in told or told & set(bases) or (section == "budget" and parties)
    }


def words_of(html: str) -> str:
    return re.sub("<[^>]+>", "", html).strip()


def sums_of(page: str) -> dict[str, str]:
    """Class of a sum → what stands there. The same sum in two places must say the same."""
    reader = SumReader()
    reader.feed(page)
    found: dict[str, str] = {}
    for name, words in reader.found:
        assert found.setdefault(name, words) == words, f"{name} står med två olika belopp"
    return found


class SumReader(HTMLParser):
    """Collects the text inside elements with a class `s-…`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._tag, self._name, self._depth, self._words = "", "", 0, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._name:
            self._depth += tag == self._tag
            return
        names = [one for one in (dict(attrs).get("class") or "").split() if one.startswith("s-")]
        if names:
            self._tag, self._name, self._depth, self._words = tag, names[0], 1, ""

    def handle_data(self, data: str) -> None:
        if self._name:
            self._words += data

    def handle_endtag(self, tag: str) -> None:
        if self._name and tag == self._tag:
            self._depth -= 1
            if not self._depth:
                self.found.append((self._name, self._words.strip()))
                self._name = ""
