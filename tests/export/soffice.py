"""LibreOffice, as a second program that opens what ours writes: it works formulas out anew, and saves in another format."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.others import needs

SOFFICE = shutil.which("soffice")
needed = needs("Excel-filens formler räknade av LibreOffice", "soffice")
RECALCULATES = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{mode}</value></prop></item>
</oor:items>"""
ALWAYS, NEVER = 0, 1
XLSX = "xlsx:Calc MS Excel 2007 XML"


def profile(folder: Path, recalculate: int = ALWAYS) -> Path:
    """A user profile of its own, which says whether formulas are worked out when a file is opened. By default LibreOffice believes
    what is stored beside them."""
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(RECALCULATES.format(mode=recalculate), "utf-8")
    return folder


def converted(files: Iterable[Path], into: Path, user: Path, kind: str = XLSX) -> list[Path]:
    """The files as LibreOffice saves them."""
    assert SOFFICE is not None
    listed = [*files]
    command = [SOFFICE, f"-env:UserInstallation={user.as_uri()}", "--headless", "--norestore", "--convert-to", kind]
    subprocess.run([*command, "--outdir", into, *listed], check=True, capture_output=True, timeout=300)
    found = [into / file.with_suffix(f".{kind.partition(':')[0]}").name for file in listed]
    assert all(file.exists() for file in found)
    return found
