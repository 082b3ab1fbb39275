"""Files that nobody should send, and that somebody will: each with what makes it dangerous."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
)
WORD = TYPES.format(main="word/document.xml", kind="wordprocessingml.document")
EXCEL = TYPES.format(main="xl/workbook.xml", kind="spreadsheetml.sheet")
MEGA = 1024 * 1024


def packed(parts: Mapping[str, bytes | str], types: str = WORD, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as package:
        package.writestr("[Content_Types].xml", types)
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


@cache
def half_a_gigabyte() -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MEGA)) for _ in range(512)) + packer.flush()


def bomb() -> bytes:
    """90 megabytes in 90 kilobytes, in one part."""
    return packed({"word/document.xml": bytes(90 * MEGA)})


def bomb_of_many() -> bytes:
    """Each part is small enough, all of them are not."""
    return packed({f"word/{number}.xml": bytes(MEGA) for number in range(80)})


def lying(declared: int = 1000) -> bytes:
    """Half a gigabyte that says it is a kilobyte, in the list of contents and beside the part."""
    data = half_a_gigabyte()[2:-4]  # without the head and the sum that zlib has and zip has not
    name = b"word/document.xml"
    crc = zlib.crc32(b"")
    head = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, crc, len(data), declared, len(name), 0)
    entry = struct.pack(
        "<IHHHHHHIIIHHHHHII",
        *(0x02014B50, 20, 20, 0, 8, 0, 33, crc, len(data), declared, len(name)),
        *(0, 0, 0, 0, 0, 0),
    )
    start = len(head) + len(name) + len(data)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(entry) + len(name), start, 0)
    return head + name + data + entry + name + end


def endless_contents() -> bytes:
    """Nothing but a list of contents: 400 000 names, that zipfile would make objects of."""
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = entry * (19 * MEGA // len(entry))
    return listed + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(listed), 0, 0)


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new) and old in data
    return data.replace(old, new)


def encrypted() -> bytes:
    """The sign for a password is set on every part."""
    data = bytearray(packed({"word/document.xml": "<a/>"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 1)
    return bytes(data)


def doubled() -> bytes:
    """Two parts of one name: one program reads the first, another the last."""
    data = packed({"word/document.xml": "<a/>", "word/documenu.xml": "<b/>"})
    return changed(data, b"documenu", b"document")


def entities() -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return packed({"word/document.xml": f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>'})


def entities_in_utf_16() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    return packed({"word/document.xml": text.encode("utf-16")})


def entities_in_the_types() -> bytes:
    """UTF-7: the mark of a document type can't be seen in the bytes."""
    text = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a [+ADwAIQ-ENTITY x "y">]><a>&x;</a>'
    return packed({}, types=text)


def deep() -> bytes:
    return packed({}, types="<a>" * 100_000 + "</a>" * 100_000)


def many_tags() -> bytes:
    """Small as a file, and a tree of gigabytes."""
    return packed({"word/document.xml": b"<w>" + b"<a/>" * 14_000_000 + b"</w>"})


def many_attributes() -> bytes:
    inner = b" ".join(b'a%d=""' % number for number in range(400_000))
    return packed({}, types=f"<a {inner.decode()}/>")


def macros() -> bytes:
    return packed({"word/document.xml": "<a/>", "word/vbaProject.bin": b"x"})


def macros_by_type() -> bytes:
    return packed(
        {"word/document.xml": "<a/>"},
        types=WORD.replace("openxmlformats-officedocument.wordprocessingml", "ms-word").replace(
            ".document.main", ".document.macroEnabled.main"
        ),
    )


def excel_4_macros() -> bytes:
    return packed({"xl/macrosheets/sheet1.xml": "<a/>"}, types=EXCEL)


def truncated() -> bytes:
    data = packed({"word/document.xml": bytes(range(256)) * 100})
    return data[: len(data) // 2]


def spoiled() -> bytes:
    """Whole to look at; one bit within a part is another."""
    data = bytearray(packed({"word/document.xml": bytes(range(256)) * 100}))
    data[len(data) // 2] ^= 4
    return bytes(data)


def unusual_packing() -> bytes:
    return packed({"word/document.xml": bytes(MEGA)}, method=zipfile.ZIP_LZMA)


def zip_64() -> bytes:
    data = packed({"word/document.xml": "<a/>"})
    return data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:]


def pdf(*objects: bytes) -> bytes:
    """A PDF that is whole, of these objects."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    xref = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size %d >>\n" % (size, table, size)
    return data + xref + b"startxref\n%d\n%%%%EOF\n" % len(data)


def attached(data: bytes, filters: int = 1) -> bytes:
    """A PDF with an attached file that is packed so many times."""
    return pdf(
        b"<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(a.json) 2 0 R] >> >> >>",
        b"<< /Type /Filespec /F (a.json) /EF << /F 3 0 R >> >>",
        b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(data), b"/FlateDecode " * filters, data),
    )


def pdf_bomb() -> bytes:
    """The attached file is half a gigabyte when it is unpacked."""
    return attached(half_a_gigabyte())


def pdf_bomb_in_bombs() -> bytes:
    """Packed many times over."""
    data = zlib.compress(bytes(100 * MEGA), 9)
    for _ in range(3):
        data = zlib.compress(data, 9)
    return attached(data, filters=4)


def pdf_in_circles() -> bytes:
    return pdf(b"<< /Type /Catalog /Names 2 0 R >>", b"2 0 R")


def pdf_of_garbage() -> bytes:
    """As large as may be, with nothing that can be found in it."""
    return b"%PDF-1.7\n" + b"1 0 obj << /a [ " * (MEGA + MEGA // 4 - 1)


def pdf_with_a_password() -> bytes:
    from pypdf import PdfWriter

    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("hemligt", algorithm="RC4-128")
    writer.write(target)
    return target.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>'
)
BOOK_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
)
WHOLE_EXCEL = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)


def excel(inside: str, **more: bytes | str) -> bytes:
    """A workbook of one sheet. `more`: other parts of `xl`, with `__` for `/`."""
    parts = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": BOOK_RELS,
        "xl/worksheets/sheet1.xml": SHEET.format(inside),
    }
    return packed(parts | {f"xl/{name.replace('__', '/')}.xml": part for name, part in more.items()}, types=WHOLE_EXCEL)


def last_cell() -> bytes:
    """The only cell stands in the last column of the last row."""
    return excel('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def many_cells() -> bytes:
    row = "".join(f'<c r="{chr(65 + n)}1"><v>1</v></c>' for n in range(25))
    return excel(f"<sheetData>{f'<row>{row}</row>' * 5_000}</sheetData>")


def as_many_cells_as_are_read() -> bytes:
    row = "".join(f'<c r="{letters}{{0}}" t="inlineStr"><is><t>Hej {{0}}</t></is></c>' for letters in "ABCDEF")
    rows = "".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(1, 5_000))
    return excel(f"<sheetData>{rows}</sheetData>")


def long_words() -> bytes:
    return excel("<sheetData/>", sharedStrings=b"<sst><si><t>" + b"a" * 50 * MEGA + b"</t></si></sst>")


def links_to_files() -> bytes:
    return excel("<sheetData/>", externalLinks__externalLink1="<externalLink/>")


def a_number_of_many_digits() -> bytes:
    return excel(f'<sheetData><row r="1"><c r="A1"><v>{"9" * 100_000}</v></c></row></sheetData>')


def no_budget() -> bytes:
    return excel('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Hej</t></is></c></row></sheetData>')


FILES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "en bomb": (bomb, "mycket större uppackad"),
    "en bomb i många delar": (bomb_of_many, "mycket större uppackad"),
    "storlekar som ljuger": (lying, "skadad"),
    "en innehållsförteckning utan slut": (endless_contents, "inget vanligt program"),
    "fler delar än någon fil har": (lambda: packed({f"a{n}": "" for n in range(401)}), "inget vanligt program"),
    "lösenord": (encrypted, "lösenord"),
    "samma namn två gånger": (doubled, "inget vanligt program"),
    "samma namn med stora bokstäver": (lambda: packed({"a.xml": "<a/>", "A.xml": "<a/>"}), "inget vanligt program"),
    "ett namn som leder ut": (lambda: packed({"word/../../x": "x"}), "inget vanligt program"),
    "ett namn från roten": (lambda: packed({"/etc/passwd": "x"}), "inget vanligt program"),
    "ett namn på en enhet": (lambda: packed({"C:x": "x"}), "inget vanligt program"),
    "entiteter": (entities, "inget vanligt program"),
    "entiteter i UTF-16": (entities_in_utf_16, "inget vanligt program"),
    "entiteter i UTF-7": (entities_in_the_types, "inget vanligt program"),
    "element i varandra": (deep, "skadad"),
    "element utan ände": (many_tags, "mycket större uppackad"),
    "attribut utan ände": (many_attributes, "mycket större uppackad"),
    "makron": (macros, "makron"),
    "makron som heter något annat": (macros_by_type, "makron"),
    "makron från Excel 4": (excel_4_macros, "makron"),
    "avkortad": (truncated, "avkortad"),
    "en bit är en annan": (spoiled, "skadad"),
    "ovanlig packning": (unusual_packing, "inget vanligt program"),
    "zip64": (zip_64, "inget vanligt program"),
    "bara början på en zip": (lambda: b"PK\x03\x04", "skadad"),
    "en bild som heter docx": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000), "av en sort som inte går"),
    "gammal Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), "äldre format"),
    "rtf": (lambda: b"{\\rtf1 hej}", "RTF"),
    "OpenDocument": (lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "en tom fil": (lambda: b"", "tom"),
    "tjugoen megabyte": (lambda: b"PK\x03\x04" + bytes(21 * MEGA), "för stor"),
    "en zip utan dokument": (lambda: packed_plain({"a.txt": "hej"}), "inget dokument"),
    "en zip med två dokument": (lambda: packed_plain({"a.json": "{}", "b.json": "{}"}), "flera dokument"),
    "json som är djup": (lambda: b"[" * 1_000_000, "JSON"),
    "json som är stor": (lambda: b"[" + b"1," * (10 * MEGA - 2) + b"1]", "för stor"),
    "json av tal": (lambda: b"[" + b"9" * MEGA + b"]", "JSON"),
    "en cell längst bort": (last_cell, "längre bort"),
    "celler utan ände": (many_cells, "mycket större uppackad"),
    "ord utan ände": (long_words, "mycket större uppackad"),
    "länkar till andra filer": (links_to_files, "andra filer"),
    "ett tal av hundra tusen siffror": (a_number_of_many_digits, "skadad"),
    "ett blad utan innehåll att läsa": (lambda: excel("<sheetData>"), "skadad"),
    "en bok utan blad": (lambda: packed({"xl/workbook.xml": "<a/>"}, types=EXCEL), "ingen budget"),
    "så många celler som läses": (as_many_cells_as_are_read, "ingen budget"),
    "en bok utan budget": (no_budget, "ingen budget"),
    "pdf-bomb": (pdf_bomb, "PDF-filen"),
    "pdf-bomb i pdf-bomb": (pdf_bomb_in_bombs, "PDF-filen"),
    "pdf i ring": (pdf_in_circles, "PDF-filen"),
    "pdf av skräp": (pdf_of_garbage, "PDF-filen"),
    "pdf med lösenord": (pdf_with_a_password, "lösenord"),
    "pdf utan dokument": (lambda: pdf(b"<< /Type /Catalog >>"), "inget dokument"),
    "pdf med en annan fil i sig": (lambda: attached(zlib.compress(b"hej")), "filen inte att läsa"),
}
"""What each is: (makes it, words of the sentence that refuses it)."""


def packed_plain(parts: Mapping[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()
