"""The command line: one table of commands, each with its words and the function that does it.

Results go to stdout, messages in Swedish to stderr. Exit codes: 0 fine, 1 the user must act, 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from finsam_forms import __version__, places
from finsam_forms.arguments import Parser, port


class Refusal(Exception):
    """A command could not do its work; the text is the Swedish sentence that the person gets."""


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Command:
    """`words` adds the command's own arguments to its parser; `run` does it and returns the exit code."""

    help: str
    run: Callable[[argparse.Namespace], int]
    words: Callable[[argparse.ArgumentParser], None] = _no_arguments


def serve_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="porten, eller nästa lediga (8000)")
    parser.add_argument("--no-browser", action="store_true", help="öppna inte webbläsaren")


def serve(args: argparse.Namespace) -> int:
    from finsam_forms import serving
    from finsam_forms.app import create_app

    app = create_app(args.data)
    try:
        sock = serving.bind("127.0.0.1", args.port)
    except serving.NoFreePort as fault:
        raise Refusal(str(fault)) from None
    if args.port and args.port != sock.getsockname()[1]:
        say(f"Port {args.port} är upptagen av ett annat program, så port {sock.getsockname()[1]} används i stället.")
    on_stop = app.extensions["finsam_forms"].feed.stop
    serving.serve(app, sock, data=args.data, open_browser=not args.no_browser, on_stop=on_stop)
    return 0


COMMANDS: dict[str, Command] = {
    "serve": Command("starta programmet (det som sker utan kommando)", serve, serve_words),
}


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; without a command, `serve`."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    args = _parser().parse_args(_with_command(sys.argv[1:] if words is None else list(words)))
    args.data = places.data_dir(args.data)
    try:
        return COMMANDS[args.command].run(args)
    except Refusal as refusal:
        say(str(refusal))
        return 1


def say(sentence: str) -> None:
    """A message to the person."""
    print(sentence, file=sys.stderr, flush=True)


def _with_command(words: list[str]) -> list[str]:
    """`serve` is meant when there are options but no command: `finsam-forms --port 9000`."""
    general = {"-h", "--help", "--version"}
    if all(word not in COMMANDS and word not in general for word in words) and "".join(words[:1])[:1] in ("", "-"):
        return ["serve", *words]
    return words


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="finsam-forms", description="Ansökningar och rapporter som flera skriver tillsammans.")
    parser.add_argument("--version", action="version", version=__version__, help="visa versionen")
    parser.add_argument("--data", type=Path, metavar="MAPP", help="mappen där allt sparas")
    commands = parser.add_subparsers(dest="command", metavar="KOMMANDO", required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(name, help=command.help, description=command.help)
        own.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="MAPP", help="mappen där allt sparas")
        command.words(own)
    return parser


def _speak_utf8(stream: Any) -> None:
    """Windows would otherwise write redirected output in a code page without half of what people write."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
