"""When a command can't do its work: a Swedish sentence on stderr, and exit code 1."""

import sys


class Refusal(Exception):
    """A command could not do its work; the text is the Swedish sentence that the person gets."""


def say(sentence: str) -> None:
    """A message to the person."""
    print(sentence, file=sys.stderr, flush=True)
