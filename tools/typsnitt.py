"""The second typeface of the paper, made of three of Noto's: `python tools/typsnitt.py FOLDER`, with fonttools at hand.

FOLDER holds the npm packages that static/fonts/README.md names, unpacked, each in a folder of its name.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TO = Path(__file__).resolve().parents[1] / "static" / "fonts"
FACES = ("400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic")
NAMES = [
    *((0x0180, 0x024F), (0x0300, 0x036F), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F)),  # Latin and its marks
    *((0x0370, 0x03FF), (0x1F00, 0x1FFF), (0x0400, 0x052F)),  # Greek, Cyrillic
    *((0x0530, 0x058F), (0x10A0, 0x10FF), (0x1C90, 0x1CBF)),  # Armenian, Georgian
]
"""The blocks of what people are called, in scripts whose letters stand after each other from the left as they are."""
SPACE = 0x20
EM = 1100
"""Units of Noto's 1 000: it is drawn larger than Source Sans, and so becomes as tall."""


def main(packages: Path) -> None:
    """Overwrites static/fonts/NotoSansNames_*.ttf."""
    for face in FACES:
        own = set(TTFont(TO / f"SourceSans3_{face}.ttf").getBestCmap())
        wanted = {sign for first, last in NAMES for sign in range(first, last + 1)} - own
        upright = face.removesuffix("_Italic")
        of = {"noto-sans": f"NotoSans_{face}", "noto-sans-armenian": f"NotoSansArmenian_{upright}"}
        of |= {"noto-sans-georgian": f"NotoSansGeorgian_{upright}"}
        parts = []
        with tempfile.TemporaryDirectory() as folder:
            for package, file in of.items():
                font = TTFont(packages / package / file.split("_", 1)[1] / f"{file}.ttf", recalcTimestamp=False)
                here = wanted & set(font.getBestCmap()) | ({SPACE} if not parts else set())
                wanted -= here
                parts.append(only(font, here, Path(folder) / f"{package}.ttf"))
            made, dated = Merger().merge(parts), TTFont(parts[0])["head"]
        made["head"].unitsPerEm = EM
        made["head"].created, made["head"].modified = dated.created, dated.modified
        made.recalcTimestamp = False
        made.save(TO / f"NotoSansNames_{face}.ttf")


def only(font: TTFont, signs: set[int], to: Path) -> str:
    """The font with nothing but the outlines of some characters."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "STAT", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)
    font.recalcTimestamp = False
    font.save(to)
    return str(to)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
