"""The typefaces of the paper: embedded, with every letter said in Unicode."""

from __future__ import annotations

from collections.abc import Iterator
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


class Typeface(TTFont):
    """ReportLab's own map to Unicode says U+0000 of codes that are not used, and more lines at a time than a block may hold."""

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
            found: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return found

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
