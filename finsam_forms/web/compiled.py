"""Templates as Python has compiled them, kept beside them in `__pycache__` as its own modules are: the first page comes sooner."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from flask import Flask
from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket


def join(app: Flask) -> None:
    """Where the program's own folder can't be written in, nothing is kept. Never in the data folder: what lies there is no code."""
    assert app.template_folder
    # What is compiled must hang on the template alone, not on what a filter makes of a constant today.
    app.jinja_env.optimized = False
    app.jinja_env.bytecode_cache = Compiled(Path(app.template_folder) / "__pycache__", app.jinja_env)


class Compiled(FileSystemBytecodeCache):
    """By the text of the template and how it is read: one that has been changed is compiled anew."""

    def __init__(self, folder: Path, environment: Environment):
        super().__init__(str(folder), "%s.jinja")
        self.folder = folder
        self.read_as = f"{environment.trim_blocks} {environment.lstrip_blocks} {sorted(environment.extensions)}\n"

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(self.read_as + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                self.folder.mkdir(exist_ok=True)
                super().dump_bytecode(bucket)
