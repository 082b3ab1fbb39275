"""Where things lie: the templates and static files of the program, and the data of its users."""

import os
import shlex
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource_root() -> Path:
    """The folder that holds `templates/` and `static/`.

    In a checkout that is the folder above the package, in an installed wheel `finsam_forms/_assets`.
    """
    packed = PACKAGE / "_assets"
    return packed if packed.is_dir() else PACKAGE.parent


def data_dir(chosen: str | os.PathLike[str] | None = None) -> Path:
    """The absolute folder of the database, the secret key and the backups; it need not exist yet.

    `--data` (given as `chosen`) goes before the environment's `FINSAM_DATA`, which goes before the usual place:
    `instance/` in a checkout, the user's own data folder when the program is installed.
    """
    chosen = chosen or os.environ.get("FINSAM_DATA")
    if chosen:
        return Path(os.path.expanduser(chosen)).absolute()  # a user that isn't there is a folder's name; pathlib raises
    if not (PACKAGE / "_assets").is_dir():
        return PACKAGE.parent / "instance"
    from platformdirs import user_data_path

    return user_data_path("finsam-forms", appauthor=False)


def command_words(*words: str, data: Path | None = None) -> str:
    """A command as the person at the keyboard writes it: with start.py in a checkout, by its own name when installed.

    `data`: the folder that it is about, named when it is not the usual one.
    """
    start = os.environ.get("FINSAM_START") or "finsam-forms"
    place = ("--data", str(data)) if data is not None and data != data_dir() else ()
    return " ".join([start, *(quoted(word) for word in (*words, *place))])


def quoted(word: str) -> str:
    if os.name == "nt":
        return f'"{word}"' if " " in word else word
    return shlex.quote(word)
