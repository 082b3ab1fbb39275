"""The typefaces of the paper: embedded, with every letter said in Unicode, and each with a second one for the letters that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

SPACE, NBSP = 0x20, 0xA0
MOST_IN_BLOCK = 100
"""Lines of a block in a character map (Adobe technical note 5014)."""
BEFORE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
AFTER = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


SECOND = 1_000
"""Added to the number of a subset of the second typeface: the first has no letters for so many of its own."""


class Typeface(TTFont):
    """ReportLab's own map to Unicode says U+0000 of codes that are not used, and more lines at a time than a block may hold."""

    second: Typeface | None = None

    def with_second(self, other: Typeface) -> Typeface:
        """Letters that this one lacks are measured and drawn with the other, which holds no others."""
        self.second = other
        self.face.charWidths = {**other.face.charWidths, **self.face.charWidths}
        return self

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """Letters that have been drawn before, all of them in the first subset, at once; ReportLab looks at each by itself."""
        state = self.state.get(doc)
        if state is None:
            state = self._assignState(doc)
            state.assignments[NBSP] = SPACE
        try:
            codes = bytes(map(state.assignments.__getitem__, map(ord, text)))
            return [(0, codes)] if codes else []
        except (KeyError, ValueError):
            return list(self.runs(text, doc))

    def runs(self, text: str, doc: Any) -> Iterator[tuple[int, bytes]]:
        """The letters of each typeface that stand together, in codes of its subsets."""
        for is_second, letters in groupby(text, self.leaves):
            if is_second and self.second:
                yield from (
                    (SECOND + subset, codes) for subset, codes in self.second.splitString("".join(letters), doc)
                )
            else:
                yield from super().splitString("".join(letters), doc)

    def leaves(self, letter: str) -> bool:
        """Is it one that the second typeface alone has?"""
        return (
            self.second is not None
            and ord(letter) not in self.face.charToGlyph
            and ord(letter) in self.second.face.charToGlyph
        )

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """Asked of the typeface that the subset is of."""
        name: str = (
            self.second.getSubsetInternalName(subset - SECOND, doc)
            if self.second and subset >= SECOND
            else super().getSubsetInternalName(subset, doc)
        )
        return name

    def addObjects(self, doc: Any) -> None:
        state = self.state[doc]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(state.subsets):
            font = fonts[f"{state.internalName}+{number}"]
            doc.idToObject[font.ToUnicode.name].content = unicode_map(subset)


def unicode_map(subset: list[int]) -> str:
    """From codes to characters. `subset`: the character of each code, 0 where there is none."""
    lines = [f"<{code:02X}> <{utf_16(sign)}>" for code, sign in enumerate(subset) if sign]
    return "\n".join((BEFORE, *blocks(lines), AFTER))


def blocks(lines: list[str]) -> Iterator[str]:
    for start in range(0, len(lines), MOST_IN_BLOCK):
        some = lines[start : start + MOST_IN_BLOCK]
        yield from (f"{len(some)} beginbfchar", *some, "endbfchar")


def utf_16(sign: int) -> str:
    return chr(sign).encode("utf-16-be").hex().upper()
