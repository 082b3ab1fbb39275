"""The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8): what is a heading, a list, a cell, in the order that it is read.

Elements are made when the flowables are, in the order of the printout; drawing adds the marked content to them. They are written as
ready bytes: an object of ReportLab's own for each cell of a table would take longer than the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject

DEEPEST = 6
"""Levels of headings that PDF 1.7 has a name for."""
MAY_BE_EMPTY = frozenset({"TH", "TD"})
"""A row has as many cells as the others, whatever stands in them."""


class Placed(NamedTuple):
    """An annotation on a page: the number of the page, and the reference to it."""

    page: int
    annotation: bytes


class Node:
    """A structure element. `tag`: its standard type. `level`: of a heading, whose type is given when all of them are
    known."""

    __slots__ = ("actual", "alt", "attributes", "kids", "level", "parent", "ref", "tag")

    def __init__(self, tag: str, *kids: Node, attributes: bytes = b"", alt: str = "", actual: str = "", level: int = 0):
        self.tag, self.attributes, self.alt, self.actual, self.level = tag, attributes, alt, actual, level
        self.parent: Node | None = None
        self.ref = b""
        """To it, once it is written."""
        self.kids: list[Node | int | Placed] = []
        """A number is content that is marked on a page: see `marked`."""
        self.add(*kids)

    def add(self, *kids: Node) -> None:
        for kid in kids:
            kid.parent = self
        self.kids += kids

    def below(self, tag: str, **more: Any) -> Node:
        """A new element, last in this one."""
        made = Node(tag, **more)
        self.add(made)
        return made

    def after(self, made: Node) -> None:
        """A new element after this one: what goes on, on another page."""
        if self.parent is not None:
            made.parent = self.parent
            self.parent.kids.insert(self.parent.kids.index(self) + 1, made)


def top(node: Node) -> Node:
    """The outermost element that it is in, before the document has it."""
    while node.parent is not None:
        node = node.parent
    return node


def continued(figure: Node) -> Node:
    """The picture's other part, on the next page."""
    more = Node("Figure", alt=f"{figure.alt} (Bilden fortsätter.)")
    figure.after(more)
    return more


def heading(level: int) -> Node:
    return Node("H", level=level)


def bullets(numbered: bool = False) -> Node:
    return Node("L", attributes=NUMBERED if numbered else UNNUMBERED)


def item(listed: Node) -> tuple[Node, Node]:
    """Label and body of a new item of a list."""
    made = listed.below("LI")
    return made.below("Lbl"), made.below("LBody")


def linked(node: Node, address: str) -> Node:
    """Where the words of an element stand: in a link in it, when there is an address to follow."""
    return node.below("Link") if address else node


def scoped(scope: str = "", columns: int = 1) -> bytes:
    """Attributes of a cell. `scope`: `Column` or `Row` for a head. `columns`: so many that it takes."""
    said = (b"/Scope/%s" % scope.encode() if scope else b"") + (b"/ColSpan %d" % columns if columns > 1 else b"")
    return b"<</O/Table%s>>" % said if said else b""


NUMBERED, UNNUMBERED = b"<</O/List/ListNumbering/Decimal>>", b"<</O/List/ListNumbering/None>>"


class Tree:
    """All of a document."""

    def __init__(self) -> None:
        self.root = Node("Document")

    def add(self, nodes: Iterable[Node]) -> None:
        """Those that it has already are passed by."""
        for node in nodes:
            if node.parent is None and node is not self.root:
                self.root.add(node)

    def write(self, document: Any, pages: list[bytes], parents: dict[int, Node | list[Node]]) -> Any:
        """Into ReportLab's document. `pages`: references to them. `parents`: for each key of the parent tree, the element of an
        annotation, or those of the content of a page. Returns the reference to the root."""
        top = Ready()
        root = document.Reference(top)
        found: list[Node] = []
        gather(self.root, found)
        give_levels(found)
        made = [numbered(node, document) for node in found]
        above = root.format(document)
        for node, one in zip(found, made, strict=True):
            one.data = element(node, above if node.parent is None else node.parent.ref, pages)
        keys = b" ".join(b"%d %s" % (key, refs(parents[key])) for key in sorted(parents))
        top.data = (
            b"<</Type/StructTreeRoot/K[%s]/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>"
            % (self.root.ref, keys, max(parents, default=-1) + 1)
        )  # fmt: skip
        return root


class Ready(PDFObject):
    """An object whose bytes are ready."""

    data = b""

    def format(self, document: Any) -> bytes:
        return self.data


ON_PAGE = 1_000_000
"""More than the contents that are marked on a page."""


def marked(page: int, number: int) -> int:
    """The content of a number on a page, both counted from 0, as one number: a document has thousands of them."""
    return page * ON_PAGE + number


def gather(node: Node, found: list[Node]) -> bool:
    """The element and those in it, from the top, without those that nothing was drawn of. Is there anything left of it?"""
    place = len(found)
    found.append(node)
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or gather(kid, found)]
    if node.kids or node.tag in MAY_BE_EMPTY:
        return True
    del found[place:]
    return False


def give_levels(found: list[Node]) -> None:
    """The types of the headings that are left, with no gaps between levels: a part that is printed by itself begins at the first."""
    now = 0
    for node in found:
        if node.level:
            now = min(node.level, now + 1, DEEPEST)
            node.tag = f"H{now}"


def numbered(node: Node, document: Any) -> Ready:
    """The object that it is to be. As `PDFDocument.Reference` gives an object its number, without looking for it among the others."""
    made = Ready()
    document.objectcounter = number = document.objectcounter + 1
    name = f"R{number}"
    document.idToObject[name], document.numberToId[number] = made, name
    document.idToObjectNumberAndVersion[name] = (number, 0)
    node.ref = b"%d 0 R" % number
    return made


def element(node: Node, parent: bytes, pages: list[bytes]) -> bytes:
    """Content on the first of its pages needs only its number; the page of the rest is said."""
    first = None
    kids = []
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(kid.ref)
        elif isinstance(kid, int):
            page, number = divmod(kid, ON_PAGE)
            first = page if first is None else first
            kids.append(b"%d" % number if page == first else b"<</Type/MCR/Pg %s/MCID %d>>" % (pages[page], number))
        else:
            kids.append(b"<</Type/OBJR/Pg %s/Obj %s>>" % (pages[kid.page], kid.annotation))
    said = b"" if first is None else b"/Pg " + pages[first]
    if node.attributes:
        said += b"/A " + node.attributes
    if node.alt:
        said += b"/Alt " + text(node.alt)
    if node.actual:
        said += b"/ActualText " + text(node.actual)
    return b"<</Type/StructElem/S/%s/P %s%s/K[%s]>>" % (node.tag.encode(), parent, said, b" ".join(kids))


def refs(parent: Node | list[Node]) -> bytes:
    return parent.ref if isinstance(parent, Node) else b"[%s]" % b" ".join([node.ref for node in parent])


def text(words: str) -> bytes:
    """A text string in whichever letters."""
    return b"<FEFF%s>" % words.encode("utf-16-be", "replace").hex().upper().encode()
