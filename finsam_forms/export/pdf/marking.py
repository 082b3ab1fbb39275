"""A canvas that tells what it draws: text belongs to the element that it is drawn for, everything else is decoration.

A page begins as an artifact. Text of an element closes it, and opens it again after itself: rules, boxes and backgrounds need
nothing said about them. Text that no element was said for is no part of what is read aloud, so tests/export/test_lasordning.py
finds every word of a printout in its structure.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from .streams import stream
from .structure import ON_PAGE, Node, Placed, Tree, marked

OPEN = "/Artifact BMC"
AGAIN = f"EMC {OPEN}"
ON_PRINT = 4
"""The flag of an annotation that is printed with its page."""


def target_name(path: str) -> str:
    """What a heading is called where a link leads to it."""
    return f"r-{path.replace('/', '-')}"


class Words(PDFTextObject):
    """A line ends with a space, so that what is read from the file has its words apart."""

    def _textOut(self, text: str, TStar: int = 0) -> None:
        super()._textOut(f"{text} " if TStar and text and not text.endswith(" ") else text, TStar)

    def textLine(self, text: str = "") -> None:
        super().textLine(f"{text} ")


class MarkingCanvas(Canvas):
    """`node`: whose text is drawn. `then`: whose the text after it is, where ReportLab draws a bullet and its words in one go."""

    def __init__(self, *args: Any, **kwargs: Any):
        self.tree = Tree()
        self.parents: dict[int, Node | list[Node]] = {}
        """What the key of each page and annotation stands for in the parent tree."""
        self.pages: list[Any] = []
        """References to those that are written."""
        self.node: Node | None = None
        self.then: Node | None = None
        super().__init__(*args, **kwargs)
        self.begin_page()

    def _startPage(self) -> None:
        super()._startPage()
        self.begin_page()

    def begin_page(self) -> None:
        self.contents: list[Node] = []
        """Of the page: the element of each content in it, by number."""
        self._code.append(OPEN)

    def end_page(self) -> None:
        """Written as it is: a page of the file, that knows the elements in it."""
        self._code.append("EMC")
        key = len(self.parents)
        self.parents[key] = self.contents
        document = self._doc
        add = document.addPage

        def add_page(page: Any) -> None:
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = key, PDFName("S")
            page.Contents = stream(page.stream, packed=bool(page.compression))
            self.pages.append(document.thisPageRef())
            add(page)

        document.addPage = add_page
        try:
            super().showPage()
        finally:
            del document.addPage

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> Words:
        return Words(self, x, y, direction=direction)

    def drawString(self, x: float, y: float, text: str, **how: Any) -> None:
        """ReportLab measures each text before it draws it, to turn what is read from the right; there is none of that here."""
        line = self.beginText(x, y)
        space = how.get("charSpace", 0)
        if space:
            line.setCharSpace(space)
        line.textLine(text)
        if space:
            line.setCharSpace(0)
        self.drawText(line)

    def drawText(self, text: Any) -> None:
        if self.node is None:
            super().drawText(text)
            return
        self.begin(self.node)
        super().drawText(text)
        self._code.append(AGAIN)
        if self.then is not None:
            self.node, self.then = self.then, None

    def begin(self, node: Node) -> None:
        """The same element goes on where it left off, when nothing was drawn since."""
        code, number = self._code, len(self.contents)
        if code[-1] is AGAIN:
            code.pop()
            if self.contents[-1] is node:
                return
        node.kids.append(marked(self._pageNumber - 1, number))
        self.contents.append(node)
        code.append(f"EMC /{node.tag} <</MCID {number}>> BDC")

    def first(self, node: Node) -> Node | None:
        """The element, unless it has stood on another page: what is repeated is read once."""
        before = (self._pageNumber - 1) * ON_PAGE
        return None if any(isinstance(kid, int) and kid < before for kid in node.kids) else node

    def begin_figure(self, node: Node, room: tuple[float, float, float, float]) -> None:
        """All that is drawn belongs to the picture, text too. `room`: what it takes, in the coordinates that are drawn in."""
        box = self._absRect(room, relative=1)
        node.attributes = f"<</O/Layout/Placement/Block/BBox[{fp_str(*box)}]>>".encode()
        self.begin(node)

    def end_figure(self) -> None:
        self._code.append(AGAIN)

    def furnish(self, kind: str) -> None:
        """What is drawn now stands on every page. `kind`: `Header` or `Footer`."""
        self._code.append(f"EMC /Artifact <</Type/Pagination/Subtype/{kind}>> BDC")

    def furnished(self) -> None:
        self._code += ["EMC", OPEN]

    def go_to(self, node: Node, target: str, said: str, box: tuple[float, float, float, float]) -> None:
        """A place to click that leads to a heading of this file (`SheetCanvas.mark`). `said`: where it leads, in words."""
        to = {"Contents": PDFString(said), "Dest": self._bookmarkReference(target_name(target))}
        self.place_to_click(node, box, to)

    def link(self, node: Node, address: str, box: tuple[float, float, float, float]) -> None:
        """A place to click, in the coordinates that are drawn in, and that it belongs to a link whose words are drawn."""
        to = {
            "Contents": PDFString(address),
            "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)}),
        }
        self.place_to_click(node, box, to)

    def place_to_click(self, node: Node, box: tuple[float, float, float, float], to: dict[str, Any]) -> None:
        key = len(self.parents)
        self.parents[key] = node
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray(self._absRect(box, relative=1)),
                "Border": "[0 0 0]",
                "F": ON_PRINT,
                "StructParent": key,
                **to,
            }
        )
        self._addAnnotation(annotation)
        node.kids.append(Placed(self._pageNumber - 1, self._annotationrefs[-1].format(self._doc)))
