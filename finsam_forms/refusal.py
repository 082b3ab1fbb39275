"""When a command can't do its work: a Swedish sentence on stderr, and exit code 1."""

import contextlib
import errno
import sys
import traceback
from pathlib import Path


class Refusal(Exception):
    """A command could not do its work; the text is the Swedish sentence that the person gets."""


REASONS = {
    errno.ENOENT: "filen eller mappen finns inte",
    errno.EACCES: "du har inte rätt att läsa eller skriva där",
    errno.EPERM: "du har inte rätt att läsa eller skriva där",
    errno.EROFS: "platsen går bara att läsa",
    errno.ENOSPC: "disken är full",
    errno.EISDIR: "det är en mapp, inte en fil",
    errno.ENOTDIR: "en del av sökvägen är en fil, inte en mapp",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EIO: "disken svarar inte som den ska",
}


def file_trouble(error: OSError) -> Refusal:
    """A file that could not be read or written: which, and why, in Swedish."""
    reason = REASONS.get(error.errno or 0, "datorn säger nej")
    return Refusal(f"Det gick inte att läsa eller skriva {error.filename or 'filen'}: {reason}.")


def our_bug(error: Exception, data: Path) -> str:
    """An apology; what a developer needs to know lies in a file beside the data, or is gone if that can't be written."""
    from .store.folder import write_whole

    with contextlib.suppress(OSError):
        write_whole(data / "fel.txt", "".join(traceback.format_exception(error)).encode(), private=True)
    return (
        f"Något gick fel i programmet ({type(error).__name__}). Det som var sparat finns kvar. "
        f"Vad som hände står i {data / 'fel.txt'}: skicka den till den som hjälper er."
    )


def say(sentence: str) -> None:
    """A message to the person."""
    print(sentence, file=sys.stderr, flush=True)
