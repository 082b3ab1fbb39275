"""Is every installed file still there, in full? A virus scanner, a sync client or a full disk may have taken some."""

import csv
import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def installed_packages(environment: Path) -> list[str]:
    """The folders that describe each installed package, as paths from the environment."""
    return sorted(
        folder.relative_to(environment).as_posix()
        for site in ("lib/python*/site-packages", "Lib/site-packages")
        for folder in environment.glob(f"{site}/*.dist-info")
    )


def damaged_files(environment: Path, packages: Iterable[str]) -> Iterator[Path]:
    """The files of `packages` that are gone or of another size than when they were installed.

    Every package lists its files with their sizes in RECORD (the Python packaging standard «Recording installed
    projects»). A look at the sizes takes some hundredths of a second; reading all contents would take seconds.
    """
    for package in packages:
        record = environment / package / "RECORD"
        try:
            rows = list(csv.reader(record.read_text("utf-8").splitlines()))
        except (OSError, ValueError):
            rows = []
        if not rows:
            yield record
        for name, _, size in rows:
            file = os.path.join(environment, package, "..", name)
            if size and _size(file) != int(size):
                yield Path(file)


def _size(path: str) -> int | None:
    try:
        return os.stat(path).st_size
    except OSError:
        return None
