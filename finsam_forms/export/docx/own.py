"""A förbund's own Word file as the template: `{{ syfte }}` is replaced by what our layout makes of that answer.

Nothing in the file is executed: a placeholder is a name, and what it stands for is made here. The words are anchored as in our own
file, so that this one can be read back too.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from difflib import get_close_matches
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from lxml.etree import LxmlError

from .. import elements as e
from ..anchors import Anchors, path_kept, seal
from ..formats import Unmade
from ..paper import Paper
from ..printout import marks
from . import measure as m
from .borrowed import Borrowed
from .file import File, Kept
from .layout import drawn
from .names import Names
from .pen import Pen
from .xml import DECLARED, NAMESPACES, paragraph, run

W = f"{{{NAMESPACES['w']}}}"
PLACEHOLDER = re.compile(r"\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*+)\}\}")
"""A name between two pairs of braces. No pair stands within it, so a text of nothing but braces is gone through once."""
UNREADABLE = "Förbundets egen Word-mall går inte att läsa. Öppna den i Word och spara den som .docx."


def filled(template: bytes, paper: Paper, kept: Kept) -> bytes:
    """The template with everything put in. Raises Unmade with what is wrong in it."""
    try:
        document = docx.Document(io.BytesIO(template))
    except (ValueError, KeyError, OSError, LxmlError, BadZipFile, PackageNotFoundError):
        raise Unmade(UNREADABLE) from None
    filling = Filling(document, paper)
    filling.fill()
    return filling.file.finished(marks(paper), filling.pen, kept)


class Filling:
    """A template while it is filled."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self.file = File(document)
        self.marks, self.names = marks(paper), Names(paper)
        self.body = document.element.body
        self.others = [
            relation.target_part.element
            for relation in document.part.rels.values()
            if relation.reltype in (RT.HEADER, RT.FOOTER) and not relation.is_external
        ]
        for text in map(words_in, self.paragraphs(self.body, *self.others)):
            self.refuse(text)
        self.borrowed = Borrowed(document)
        self.pen = Pen(Anchors(self.borrowed.last_bookmark), self.file.picture)
        self.pen.first_list, self.pen.bullets = self.borrowed.first_list, self.borrowed.bullets
        self.file.numbered = self.borrowed.numbered
        self.pen.drawn = max((int(one) for one in self.body.xpath(".//wp:docPr/@id")), default=0)

    def paragraphs(self, *parts: Any) -> Iterator[Any]:
        return (one for part in parts for one in list(part.iter(f"{W}p")))

    def refuse(self, text: str) -> None:
        """What stands for nothing, and what can't stand where it does. Raises Unmade."""
        for name in map(str.strip, PLACEHOLDER.findall(text)):
            if not self.names.known(name):
                near = get_close_matches(name, self.names.all(), 1)
                meant = f" Menas {{{{ {near[0]} }}}}?" if near else ""
                raise Unmade(f"Förbundets egen Word-mall har {{{{ {name} }}}}, som inte finns i formuläret.{meant}")
            if not self.names.is_words(name) and not alone(text):
                raise Unmade(
                    f"I förbundets egen Word-mall står {{{{ {name} }}}} bland annan text. Det är mer än några ord, så "
                    "det måste stå i ett eget stycke."
                )

    def fill(self) -> None:
        for element in self.paragraphs(self.body):
            text = words_in(element)
            self.pen.anchors.fixed.add(seal(text))
            name = alone(text)
            if name and not self.names.is_words(name):
                self.replace(element, self.names.elements(name))
            else:
                self.put_words(element, anchored=True)
        for element in self.paragraphs(*self.others):
            self.put_words(element, anchored=False)

    def replace(self, element: Any, found: Iterable[e.Element]) -> None:
        """A paragraph by all that an answer is, between two anchors: what stands after it is the template's own again."""
        self.pen.width = self.borrowed.width_at(element)
        self.pen.column = m.COL if self.pen.width >= m.mm(140) else self.pen.width // 4
        pieces = [
            paragraph("Tunn", self.pen.fixed(""), "<w:keepNext/>")
        ]  # the template's heading stays with what follows
        pieces += [drawn(one, self.marks, self.pen) for one in found]
        pieces.append(paragraph("Tunn", self.pen.fixed("")))
        for piece in elements_of("".join(pieces)):
            self.borrowed.dress(piece)
            element.addprevious(piece)
        if element.find(f"{W}pPr/{W}sectPr") is None:
            element.getparent().remove(element)
        else:  # it ends a section of the template
            for one in texts_of(element):
                one.text = ""

    def put_words(self, element: Any, *, anchored: bool) -> None:
        """The words that placeholders among others stand for, in the look of where they stand."""
        while found := PLACEHOLDER.search(words_in(element)):
            said, path = self.names.words(found[1].strip())
            said = " ".join(said.split("\n"))
            before = cut_out(element, found.start(), found.end())
            pieces = elements_of(paragraph("Normal", self.anchored(said, path_kept(path) if anchored else "")))[0]
            look = before.find(f"{W}rPr")
            for piece in reversed([one for one in pieces if one.tag != f"{W}pPr"]):
                if piece.tag == f"{W}r" and look is not None:
                    piece.insert(0, deepcopy(look))
                before.addnext(piece)

    def anchored(self, said: str, path: str) -> str:
        """Between two anchors, where somebody can write it."""
        safe = said.replace("{{", "{\u200b{")  # what a person has written is no placeholder
        if not path:
            return run(safe)
        start = self.pen.anchors.on("", kind="inline", path=path, seal=seal(safe))
        return start + run(safe) + self.pen.anchors.on("", kind="end")


def alone(text: str) -> str:
    """The name of the placeholder that a paragraph is; "" for other paragraphs."""
    found = PLACEHOLDER.fullmatch(text.strip())
    return found[1].strip() if found else ""


def texts_of(element: Any) -> list[Any]:
    return [one for one in element.iter(f"{W}t") if next(one.iterancestors(f"{W}p")) is element]


def words_in(element: Any) -> str:
    return "".join(one.text or "" for one in texts_of(element))


def elements_of(xml: str) -> list[Any]:
    return list(parse_xml(f"<w:body {DECLARED}>{xml}</w:body>"))


def cut_out(element: Any, start: int, end: int) -> Any:
    """Takes some letters out of a paragraph, however many runs they are parted in. The run that something can be put after."""
    at, first = 0, None
    for text in texts_of(element):
        words = text.text or ""
        left, right = max(start - at, 0), min(end - at, len(words))
        if left < right:
            if first is None:
                first = text
                split_after(text, words[right:])
                text.text = words[:left]
            else:
                text.text = words[right:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(words)
    assert first is not None
    return first.getparent()


def split_after(text: Any, rest: str) -> None:
    """What stands after a text in its run, and `rest` of the text itself, as a run of its own."""
    whole = text.getparent()
    after = deepcopy(whole)
    place = whole.index(text)
    look = after.find(f"{W}rPr")
    for number, child in enumerate(list(after)):
        if number < place and child is not look:
            after.remove(child)
    after[0 if look is None else 1].text = rest
    after[0 if look is None else 1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for child in list(whole)[place + 1 :]:
        whole.remove(child)
    whole.addnext(after)
