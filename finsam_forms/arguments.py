"""argparse with Swedish in every place where its own English would reach the person at the keyboard."""

import argparse
from collections.abc import Iterable
from typing import Any, NoReturn

_HEADINGS = {"positional arguments": "vad", "options": "val"}


class _Swedish(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Så här skrivs det: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """Wrong usage ends with exit code 2 and how the command is written."""

    def __init__(self, **settings: Any) -> None:
        ours: dict[str, Any] = {"add_help": False, "formatter_class": _Swedish, "allow_abbrev": False}
        super().__init__(**ours | settings)
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"Kommandot gick inte att förstå. {self.format_usage()}")


def port(text: str) -> int:
    """A port number; 0 stands for any free one. Raises ValueError."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number
