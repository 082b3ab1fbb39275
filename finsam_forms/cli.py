"""The command line: one table of commands, each with its words and the function that does it.

Results go to stdout, messages in Swedish to stderr. Exit codes: 0 fine, 1 the user must act, 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from finsam_forms import __version__, commands, own_form, places
from finsam_forms.arguments import Parser
from finsam_forms.refusal import REASONS, Refusal, our_bug, say


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    pass


class Command(NamedTuple):
    """`words` adds the command's own arguments to its parser; `run` does it and returns the exit code."""

    help: str
    run: Callable[[argparse.Namespace], int]
    words: Callable[[argparse.ArgumentParser], None] = _no_arguments


COMMANDS: dict[str, Command] = {
    "serve": Command("starta programmet (det som sker utan kommando)", commands.serve, commands.serve_words),
    "list": Command("visa utkasten", commands.list_drafts, commands.list_words),
    "new": Command("börja på ett nytt utkast", commands.new, commands.new_words),
    "exempel": Command("lägg in det ifyllda exemplet", commands.example),
    "import": Command("läs in utkast från filer", commands.read_in, commands.import_words),
    "export": Command("spara ett utkast som fil", commands.export, commands.export_words),
    "granska": Command("visa vad som är fel eller tveksamt", commands.granska, commands.granska_words),
    "kontrollera": Command("prova ett eget formulär: alla fel, och ett provtryck", own_form.try_out, own_form.words),
    "backup": Command("ta en säkerhetskopia", commands.backup, commands.backup_words),
    "restore": Command("återställ en säkerhetskopia", commands.restore_backup, commands.restore_words),
    "schema": Command("visa utbytesformatet som JSON Schema", commands.schema, commands.schema_words),
}


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; without a command, `serve`."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    args = argparse.Namespace(data=None)
    try:
        try:
            _parser().parse_args(_with_command(sys.argv[1:] if words is None else list(words)), args)
            args.data = places.data_dir(args.data)
            return COMMANDS[args.command].run(args)
        finally:
            if sys.stdout:
                sys.stdout.flush()  # here, where what it says can be told
    except Refusal as refusal:
        say(str(refusal))
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing more to say, and no noise when Python closes stdout.
        sys.stdout = None
        return 1
    except OSError as trouble:
        if trouble.filename is not None or trouble.errno not in REASONS:
            return _own_fault(trouble, args)
        sys.stdout = None
        say(f"Det gick inte att skriva ut svaret: {REASONS[trouble.errno]}.")
        return 1
    except Exception as bug:
        return _own_fault(bug, args)


def _own_fault(bug: Exception, args: argparse.Namespace) -> int:
    say(our_bug(bug, args.data or places.data_dir()))
    return 1


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
