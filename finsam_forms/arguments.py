"""argparse with Swedish in every place where its own English would reach the person at the keyboard."""

import argparse
from collections.abc import Iterable
from pathlib import Path
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

    def _print_message(self, message: str, file: Any = None) -> None:
        """argparse's own says nothing when there is no room for what it writes."""
        if file:
            file.write(message)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"Kommandot gick inte att förstå. {self.format_usage()}")


def port(text: str) -> int:
    """A port number; 0 stands for any free one. Raises ValueError."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number


def draft_number(text: str) -> int:
    """The number of a draft, in ASCII digits («²» is a digit to Python). Raises ValueError."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def draft_number_or_file(text: str) -> int | Path:
    """What exists as a file is a file, whatever its name. Raises ValueError."""
    file = Path(text)
    return draft_number(text) if text.isascii() and text.isdigit() and not is_there(file) else file


def is_there(file: Path) -> bool:
    """Also for a name that no file can have: pathlib raises OSError for one that is too long."""
    try:
        return file.exists()
    except (OSError, ValueError):
        return False
