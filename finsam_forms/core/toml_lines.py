"""On which line of a TOML file everything stands. The standard reader doesn't say; asked only of a file that it can read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

Steps = tuple[str | int, ...]
TOKEN = re.compile(
    r"""(?P<space>[ \t\r]+|\#[^\n]*)
      | (?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
      | (?P<mark>[\[\]{},=\n])
      | (?P<bare>\d{4}-\d\d-\d\d\ [\d:.Z+-]+ | [^\s\[\]{},=\#"']+)""",
    re.VERBOSE | re.DOTALL,
)


class Table(dict[str, Any]):
    """A table of a TOML file. `line`: where it begins; `lines`: where each of its keys stands."""

    line: int = 1
    lines: Mapping[str, int] = {}


def with_lines(text: str) -> Table:
    """What a TOML file says, as tables that know their lines. Raises as `tomllib.loads`."""
    found = laid_out(tomllib.loads(text), (), Lines(text).found)
    assert isinstance(found, Table)
    return found


def laid_out(thing: Any, at: Steps, lines: Mapping[Steps, int]) -> Any:
    if isinstance(thing, dict):
        table = Table({key: laid_out(one, (*at, key), lines) for key, one in thing.items()})
        table.line = lines.get(at, 1)
        table.lines = {key: lines[(*at, key)] for key in thing if (*at, key) in lines}
        return table
    if isinstance(thing, list):
        return [laid_out(one, (*at, number), lines) for number, one in enumerate(thing)]
    return thing


class Lines:
    """Goes through a file once. `found`: the steps to each table and value → its line, from 1."""

    def __init__(self, text: str):
        self.found: dict[Steps, int] = {}
        self.count: dict[Steps, int] = {}
        self.tokens: list[tuple[str, int]] = []
        line = 1
        for match in TOKEN.finditer(text):
            if match.lastgroup != "space":
                self.tokens.append((match[0], line))
            line += match[0].count("\n")
        self.tokens.reverse()
        table: Steps = ()
        while self.tokens:
            token, line = self.tokens[-1]
            if token == "[":
                table = self.header(line)
            elif token == "\n":
                self.tokens.pop()
            else:
                self.pair(table)

    def header(self, line: int) -> Steps:
        """`[settings.po]` or `[[section.field]]`: the steps to the table that it begins."""
        self.tokens.pop()
        several = self.tokens[-1][0] == "["
        *above, last = self.key("]")
        if several:
            self.tokens.pop()
        at: Steps = ()
        for step in above:
            at = self.latest((*at, step))
        at = (*at, last)
        if several:
            self.count[at] = self.count.get(at, -1) + 1
            at = self.latest(at)
        self.found[at] = line
        return at

    def latest(self, at: Steps) -> Steps:
        """The table that a list of tables has come to; any other table is itself."""
        return (*at, self.count[at]) if at in self.count else at

    def key(self, end: str) -> list[str]:
        """The steps of a key, up to the mark that ends it."""
        steps: list[str] = []
        while (token := self.tokens.pop()[0]) != end:
            if token[0] in "\"'":
                steps.append(token[1:-1])
            elif token != "[":
                steps += filter(None, token.split("."))
        return steps

    def pair(self, table: Steps) -> None:
        """`label = "Syfte"`."""
        line = self.tokens[-1][1]
        at = (*table, *self.key("="))
        self.found[at] = line
        self.value(at)

    def value(self, at: Steps) -> None:
        """What stands after a key, with all that stands inside it."""
        opened, number = self.tokens.pop()[0], 0
        if opened not in ("[", "{"):
            return
        while self.tokens[-1][0] not in ("]", "}"):
            token, line = self.tokens[-1]
            if token in (",", "\n"):
                self.tokens.pop()
            elif opened == "{":
                self.pair(at)
            else:
                self.found[(*at, number)] = line
                self.value((*at, number))
                number += 1
        self.tokens.pop()
