"""What is said of a form that can't be used."""

from __future__ import annotations


class MallFault(Exception):
    """A form definition that can't be used: file, place and fault in one Swedish sentence. `line`: from 1; 0 when it has none."""

    def __init__(self, file: str, place: str, fault: str, line: int = 0):
        where = f"rad {line}, {place}" if line else place
        super().__init__(f"Formuläret {file} går inte att använda ({where}): {fault}.")
        self.file, self.place, self.fault, self.line = file, place, fault, line
