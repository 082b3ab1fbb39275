"""A zip package from anybody (Word, Excel, our parcel): looked at before anything is unpacked, and unpacked within bounds.

A package of a few kilobytes can hold gigabytes, and the sizes that it declares can lie. So the list of contents is judged first,
every part is unpacked a little at a time, and a library gets a clean copy with nothing but what was unpacked.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from .brought import Refused

LARGEST = 20 * 1024 * 1024
"""Bytes of a file that is read in, of whatever kind."""
MOST_PARTS = 400
LARGEST_UNPACKED = 60 * 1024 * 1024
"""Bytes of all parts together."""
MOST_TAGS = 1_000_000
"""Start and end tags of all XML parts together: what reading them costs. A filled-in form of fifty pages has some 100 000."""
STEP = 64 * 1024
"""Bytes that are unpacked at a time."""
END, END_SIZE, END_64 = b"PK\x05\x06", 22, b"PK\x06\x07"
LONGEST_ENTRY = 1024
"""Bytes of the list of contents that a part may take: more is no list of names."""
XML = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
MACROS = re.compile(r"(^|/)(vba(Project|Data)\.|macrosheets/|dialogsheets/|activeX/)", re.IGNORECASE)

DAMAGED = "Filen är skadad eller avkortad och går inte att packa upp. Hämta eller spara den igen."
TOO_LARGE = "Filen är för stor. Högst 20 megabyte kan läsas in."
SWELLS = "Filen är mycket större uppackad än den ser ut att vara, så den läses inte in."
ODD = (
    "Filen är packad på ett sätt som inget vanligt program gör, så den läses inte in. Öppna den och spara den på nytt."
)
LOCKED = "Filen är skyddad med lösenord. Spara den utan lösenord och läs in den igen."
HAS_MACROS = "Filen har makron (små program), så den läses inte in. Spara den som vanlig .docx eller .xlsx utan makron."


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts by name, without folders. At most `LARGEST_UNPACKED` bytes are held. Raises Refused."""
    if len(data) > LARGEST:
        raise Refused(TOO_LARGE)
    look_at_the_end(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            listed = package.infolist()
            look_at(listed)
            parts = {one.filename: unpack(package, one) for one in listed if not one.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error):
        # RuntimeError (a password) is seen before; the rest is what zipfile says of bytes that are no zip.
        raise Refused(DAMAGED) from None
    look_inside(parts)
    return parts


def repacked(parts: Mapping[str, bytes]) -> bytes:
    """A clean package of the parts, for a library that wants a file: not compressed, sizes true, nothing beside them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part)
    return target.getvalue()


def look_at_the_end(data: bytes) -> None:
    """The list of contents is short: zipfile reads all of it into memory before anybody can ask how long it is."""
    at = len(data) - END_SIZE
    if data[at : at + 4] != END:
        at = data.rfind(END, max(0, len(data) - END_SIZE - 0xFFFF))
    if at < 0 or len(data) < at + END_SIZE:
        raise Refused(DAMAGED)
    if data[max(0, at - 20) : at].startswith(END_64):  # for packages of more than four gigabytes
        raise Refused(ODD)
    count, size = struct.unpack_from("<HI", data, at + 10)
    if count > MOST_PARTS or size > MOST_PARTS * LONGEST_ENTRY:
        raise Refused(ODD)


def look_at(listed: list[zipfile.ZipInfo]) -> None:
    """What the list of contents says, before anything is unpacked. Raises Refused."""
    if not listed or len(listed) > MOST_PARTS:
        raise Refused(ODD)
    if any(one.flag_bits & 0x1 for one in listed):
        raise Refused(LOCKED)
    if sum(one.file_size for one in listed) > LARGEST_UNPACKED:
        raise Refused(SWELLS)
    if any(one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for one in listed):
        raise Refused(ODD)
    names = [one.filename.lower() for one in listed]
    if len({*names}) < len(names) or any(wanders(name) for name in names):
        raise Refused(ODD)
    if any(MACROS.search(name) for name in names):
        raise Refused(HAS_MACROS)


def wanders(name: str) -> bool:
    """Does a name lead out of the package, or is it none that two systems read alike?"""
    return name.startswith("/") or "\\" in name or ":" in name or not name.isprintable() or ".." in name.split("/")


def unpack(package: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    """A part, a step at a time: never more than it declares, whatever it holds. Raises Refused, BadZipFile."""
    found = bytearray()
    with package.open(one) as part:
        while step := part.read(STEP):
            found += step
            if len(found) > one.file_size:
                raise Refused(SWELLS)
    if len(found) != one.file_size:
        raise zipfile.BadZipFile
    return bytes(found)


def look_inside(parts: Mapping[str, bytes]) -> None:
    """XML without a document type (entities stand there), and not more of it than can be read in a moment. Raises Refused."""
    tags = 0
    for part in xml_of(parts):
        if any(mark in part for mark in DOCTYPES):
            raise Refused(ODD)
        tags += part.count(b"<")
        if tags > MOST_TAGS:
            raise Refused(SWELLS)


def xml_of(parts: Mapping[str, bytes]) -> Iterator[bytes]:
    return (part for name, part in parts.items() if XML.search(name))
