"""What a reader sees of a PDF: where its words stand and in which type, and where its rules are drawn. By poppler and pypdf."""

import io
import re
import subprocess
from html import unescape
from typing import NamedTuple

from pypdf import PdfReader

from finsam_forms.export.pdf import page as p

BOX = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
STRINGS = re.compile(rb"\((?:\\.|[^\\)])*\)", re.S)
N = rb"([-\d.]+)"
DRAWN = re.compile(
    rb"(?<![\w.])(?:(?P<q>q)|(?P<Q>Q)|(?P<cm>[-\d. ]+) cm|(?P<Tm>[-\d. ]+) Tm|/(?P<Tf>[^ ]+ [\d.]+) Tf|(?P<TL>[\d.]+) TL|(?P<next>T\*)"
    rb"|n (?P<rule>[-\d.]+ [-\d.]+ m [-\d.]+ [-\d.]+) l S|(?P<Tj>\(\) Tj))(?!\w)"
)


class Word(NamedTuple):
    """Points, from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def letters(self):
        """The room that they take: the boxes of two lines meet."""
        high = self.bottom - self.top
        return self.left, self.top + high * 0.3, self.right, self.bottom - high * 0.3


class Typed(NamedTuple):
    """Words in one type: how far down their baseline is."""

    down: float
    font: str
    size: float


class Rule(NamedTuple):
    """A level one."""

    left: float
    right: float
    down: float


class Seen(NamedTuple):
    width: float
    height: float
    words: tuple[Word, ...]
    typed: tuple[Typed, ...]
    rules: tuple[Rule, ...]

    @property
    def land(self):
        return self.width > self.height

    @property
    def foot(self):
        """Where the text ends and what stands at the foot of every page begins."""
        return self.height - (p.LAND_BOTTOM if self.land else p.BOTTOM)

    @property
    def text(self):
        return " ".join(word.text for word in self.words)


def pages_of(data):
    args = ["pdftotext", "-bbox", "-", "-"]
    found = subprocess.run(args, input=data, capture_output=True, check=True).stdout.decode()
    reader = PdfReader(io.BytesIO(data))
    for (width, height, inside), page in zip(PAGE.findall(found), reader.pages, strict=True):
        words = (Word(*map(float, box), unescape(text)) for *box, text in BOX.findall(inside))
        fonts = {name: font.get_object()["/BaseFont"] for name, font in page["/Resources"]["/Font"].items()}
        drawn = list(strokes(page.get_contents().get_data(), float(height), fonts))
        yield Seen(
            float(width),
            float(height),
            tuple(word for word in words if word.text.strip()),
            tuple(one for one in drawn if isinstance(one, Typed)),
            tuple(one for one in drawn if isinstance(one, Rule)),
        )


def strokes(stream, height, fonts):
    """The drawing itself, as far as ReportLab writes it: moves and turns, lines of words, level rules."""
    kept, now, line, font, leading = [], (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), (0.0, 0.0), ("", 0.0), 0.0
    for found in DRAWN.finditer(STRINGS.sub(b"()", stream)):
        what, value = found.lastgroup, found[found.lastgroup].decode()
        if what == "q":
            kept.append(now)
        elif what == "Q":
            now = kept.pop()
        elif what == "cm":
            now = times(numbers(value), now)
        elif what == "Tm":
            line = numbers(value)[4:]
        elif what == "Tf":
            name, size = value.split()
            font = (fonts["/" + name], float(size))
        elif what == "TL":
            leading = float(value)
        elif what == "next":
            line = (line[0], line[1] - leading)
        elif what == "Tj":
            yield Typed(height - at(*line, now)[1], *font)
        else:
            x1, y1, x2, y2 = numbers(value.replace("m", " "))
            (left, low), (right, high) = at(x1, y1, now), at(x2, y2, now)
            if abs(low - high) < 0.1:
                yield Rule(min(left, right), max(left, right), height - low)


def numbers(text):
    return tuple(map(float, text.split()))


def times(new, old):
    a, b, c, d, e, f = new
    g, h, i, j, k, m = old
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def at(x, y, moved):
    a, b, c, d, e, f = moved
    return a * x + c * y + e, b * x + d * y + f


OVER = 2.6
"""Points across that the boxes of two lines of words read upwards meet."""


def collisions(page):
    """Words over each other, or over a rule."""
    words = sorted(((word.letters, word.text) for word in page.words), key=lambda word: word[0][1])
    for number, ((left, top, right, bottom), text) in enumerate(words):
        for box, other in words[number + 1 :]:
            if box[1] >= bottom:
                break
            if min(right, box[2]) - max(left, box[0]) > OVER:
                yield text, other
        for rule in page.rules:
            if top < rule.down < bottom and min(right, rule.right) - max(left, rule.left) > OVER:
                yield text, "en linje"


def outside(page):
    """Words that do not stand between the margins."""
    left, right = (p.LAND_LEFT, p.LAND_RIGHT) if page.land else (p.LEFT, p.RIGHT)
    for word in page.words:
        foot = page.foot + 3 < word.bottom < page.foot + 15
        if foot or word.left < left - 1 or word.right > page.width - right + 1 or word.bottom > page.height - 15:
            yield word.text


def heading_last(page):
    """The words of a heading that stands last on a page, with no line to write on under it."""
    lines = [typed for typed in page.typed if typed.down < page.foot + 1]
    lowest = max((typed.down for typed in lines), default=0)
    last = [typed for typed in lines if typed.down > lowest - 2]
    ruled = any(lowest + 8 < rule.down < page.foot + 1 for rule in page.rules)
    if last and not ruled and all("SemiBold" in typed.font and typed.size >= 11 for typed in last):
        yield " ".join(word.text for word in page.words if word.top < lowest < word.bottom)
