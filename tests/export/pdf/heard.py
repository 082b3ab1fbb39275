"""What somebody hears of a PDF: its structure from the top, each element with the words that are marked as its own."""

import io
import re
from dataclasses import dataclass, field

import pytest

pikepdf = pytest.importorskip("pikepdf")

RANGE = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


@dataclass
class Heard:
    """An element: its type, the words of its own content, the elements in it, and what it says of itself."""

    tag: str
    words: str = ""
    kids: list = field(default_factory=list)
    said: dict = field(default_factory=dict)

    def __iter__(self):
        yield self
        for kid in self.kids:
            yield from kid

    def all(self, *tags):
        return [one for one in self if one.tag in tags]

    @property
    def text(self):
        """What is read aloud: the words here and in all elements below."""
        return self.said.get("ActualText") or self.words + "".join(kid.text for kid in self.kids)


@dataclass
class Page:
    """`marked`: the words of each content by its number. `artifacts`: words that nobody hears, each with the kind of artifact."""

    marked: dict
    artifacts: list


def heard(data):
    """The whole document, and its pages."""
    with pikepdf.open(io.BytesIO(data)) as file:
        pages = [drawn(page) for page in file.pages]
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        root = file.Root.StructTreeRoot.K[0]
        return element(root, pages, numbers), pages


def element(found, pages, numbers):
    made = Heard(str(found.S)[1:], said=said_of(found))
    own = found.get("/Pg")
    for kid in found.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            assert kid.P.objgen == found.objgen
            made.kids.append(element(kid, pages, numbers))
        elif isinstance(kid, pikepdf.Dictionary) and kid.Type == pikepdf.Name.OBJR:
            made.said["link"] = linked(kid.Obj)
        else:
            page, number = (kid.Pg, int(kid.MCID)) if isinstance(kid, pikepdf.Dictionary) else (own, int(kid))
            made.words += pages[numbers[page.objgen]].marked[number]
    return made


def linked(annotation):
    address, said = str(annotation.A.URI) if "/A" in annotation else "", str(annotation.Contents)
    return address, said, int(annotation.F), "/StructParent" in annotation


def said_of(found):
    said = {key: str(found[f"/{key}"]) for key in ("Alt", "ActualText") if f"/{key}" in found}
    attributes = dict(found.get("/A", {}))
    return said | {key[1:]: plain(value) for key, value in attributes.items() if key != "/O"}


def plain(value):
    return [float(one) for one in value] if isinstance(value, pikepdf.Array) else str(value).removeprefix("/")


def drawn(page):
    fonts = {name: letters(font) for name, font in page.Resources.Font.items()}
    made, font, opened = Page({}, []), {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                about = operands[1]
                if "/MCID" in about:
                    opened.append(int(about.MCID))
                    made.marked[opened[-1]] = ""
                else:
                    opened.append(str(about.get("/Subtype", ""))[1:])
            case "BMC":
                opened.append("")
            case "EMC":
                opened.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj":
                words = "".join(font[code] for code in bytes(operands[0]))
                assert len(opened) == 1, "varje text är märkt en gång"
                if isinstance(opened[-1], int):
                    made.marked[opened[-1]] += words
                else:
                    made.artifacts.append((opened[-1], words))
    assert not opened
    return made


def letters(font):
    """The character of each code, by the font's own map."""
    pairs = RANGE.findall(font.ToUnicode.read_bytes().decode())
    return {int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in pairs}
