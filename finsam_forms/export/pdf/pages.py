"""Flowables on pages: what stands together, where a page ends, and what each of them holds before anything is drawn.

A flowable may say more than ReportLab asks of it:
`opens`: it says what follows, and never stands last on a page, such as a heading.
`whole`: it is not split when a page can hold it.
`beginning`: the least of it (points) that stands at the bottom of a page.
`reach`: how far down (points) what stands beside it goes, when that is further than itself.
`air`: as much of the space before it (points) as can be spared, such as over a heading.
`signs`: it is for a hand, and stands on a page with some of what it signs.
`nodes`: the elements that it begins in the structure of the document (structure.py); the parts that it is split in have them too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportlab.platypus import Spacer

from . import page as p

FOURTH = 0.25
"""Of a page: the least that stands on the last one before a new part begins, when the page before can spare it."""
BARE = 0.7
"""Of an upright page: with less on it than that, what is to stand whole is split all the same."""
LINES = 3
"""Of what is signed, at least, on the page of the signature."""
EDGE = 1e-6


class Snap(Spacer):
    """Fills up to the next half line: brings the text back to the grid after a table."""

    def __init__(self, space: float = 0.0):
        super().__init__(0, space)


class Start(NamedTuple):
    """Where a page begins: so many flowables are placed, and these are left of one that was split."""

    number: int = 0
    rest: tuple[Any, ...] = ()


TOP = Start()


@dataclass(slots=True)
class Page:
    """What stands on a page: each flowable with the distance from the top to its lower edge."""

    start: Start
    height: float
    placed: list[tuple[Any, float]] = field(default_factory=list)
    used: float = 0.0
    end: Start = TOP


class Part:
    """A part of a printout that begins on a page of its own, and the flowables in it."""

    def __init__(self, kind: str, head: str, width: float, heights: tuple[float, float], follows: bool = False):
        """`head`: what the running head calls it. `heights`: of its first page, and of those that follow. `follows`: it need
        not begin a page when there is room for the whole of it."""
        self.kind, self.head, self.width, self.follows = kind, head, width, follows
        self.first, self.others = heights
        self.story: list[Any] = []
        self._filled: list[Page] = []
        """Its pages as they are filled from the top, once that is known."""

    def take_in(self, other: Part) -> bool:
        """The other part follows here when the whole of it fits where this one ends."""
        last = self.whole()[-1]
        if last.used + height_of(other.story, self.width) > last.height:
            return False
        self.story += other.story
        self._filled = []
        return True

    def whole(self) -> list[Page]:
        """All its pages, filled from the top."""
        self._filled = self._filled or list(self.filled())
        return self._filled

    def pages(self) -> list[Page]:
        """Filled from the top. When the last would be almost empty, or a signature alone, it is spared if closer headings make room for
        what is on it; else the last two share what they have."""
        pages = [*self.whole()]
        if len(pages) > 1 and pages[-1].used < self.least(pages[-1]):
            pages = self.closer() or pages
        least = self.least(pages[-1])
        if len(pages) > 1 and pages[-1].used < least:
            pages[-2:] = self.shared(pages[-2], pages[-1], least)
        return pages

    def least(self, last: Page) -> float:
        """How much stands on a last page at least."""
        least = FOURTH * last.height
        return max(least, last.used + LINES * p.LINE) if signature_alone(last, self.width) else least

    def closer(self) -> list[Page]:
        """Its pages with less air over the headings, where they are fewer so; else none."""
        airy = [(one, one.spaceBefore, one.air) for one in self.story if getattr(one, "air", 0.0)]
        for one, space, air in airy:
            one.spaceBefore = space - air
        found = list(self.filled())
        if len(found) < len(self.whole()):
            self._filled = found
            return [*found]
        for one, space, _ in airy:
            one.spaceBefore = space
        return []

    def filled(self, start: Start = TOP, height: float | None = None) -> Iterator[Page]:
        height = self.first if height is None else height
        while True:
            page = self.page(start, height)
            yield page
            start, height = page.end, self.others
            if start.number >= len(self.story) and not start.rest:
                return

    def shared(self, before: Page, last: Page, least: float) -> tuple[Page, Page]:
        """Lines move over until so much of the last page is used, if they can without leaving the page before half empty."""
        shared = before, last
        limit = before.used - (least - last.used)
        while limit > before.height / 2:
            found = self.filled(before.start, limit)
            first, second = next(found), next(found, None)
            if second is None or next(found, None) is not None:
                break
            if second.used >= least:
                shared = first, second
                if not signature_alone(second, self.width):
                    break
            limit = min(limit, first.used) - p.LINE
        return shared

    def page(self, start: Start, height: float) -> Page:
        """One page from here on."""
        page, after = Page(start, height), 0.0
        number, rest = start
        while rest or number < len(self.story):
            one = rest[0] if rest else self.story[number]
            left = rest[1:]
            following = number if rest else number + 1
            if isinstance(one, Spacer):
                if page.placed:
                    page.used += (-page.used) % p.UNIT if isinstance(one, Snap) else 0
                    page.used += one.height
                number, rest, after = following, left, 0.0
                continue
            space = max(one.getSpaceBefore() - after, 0) if page.placed else 0.0
            room = height - page.used - space
            _, tall = one.wrap(self.width, max(room, 1))
            fits = max(tall, getattr(one, "reach", 0.0)) <= room + EDGE
            parts = [one] if fits else self.parts(one, tall, room, page)
            if not parts:
                break
            page.used += space + (tall if parts[0] is one else parts[0].wrap(self.width, room)[1])
            page.placed.append((parts[0], page.used))
            after = parts[0].getSpaceAfter() if len(parts) == 1 else 0.0
            page.used += after
            number, rest = following, (*parts[1:], *left)
            if len(parts) > 1:
                page.end = Start(number, rest)
                return page
        page.end = Start(number, rest)
        if rest or number < len(self.story):
            self.pull_back(page)
        return page

    def parts(self, one: Any, tall: float, room: float, page: Page) -> list[Any]:
        """What does not fit, in two parts, or shorter; nothing when it goes on the next page."""
        over = opening(page)
        fresh = over == len(page.placed)
        if not fresh:
            above = height_of([found for found, _ in page.placed[len(page.placed) - over :]], self.width)
            bare = self.kind != "land" and page.used - above < BARE * page.height
            if getattr(one, "whole", False) and above + tall <= self.others and not bare:
                return []
            if room < min(tall, getattr(one, "beginning", 0.0)):
                return []
        parts = one.split(self.width, room) if room > 0 else []
        if parts and parts[0] is not one:
            return list(parts)
        return [] if page.placed else [one]

    def pull_back(self, page: Page) -> None:
        """What opens the next page goes with it."""
        over = opening(page)
        if over and over < len(page.placed):
            moved = [found for found, _ in page.placed[-over:]]
            del page.placed[-over:]
            page.used = page.placed[-1][1]
            page.end = Start(page.end.number, (*moved, *page.end.rest))


def signature_alone(page: Page, width: float) -> bool:
    """Is there a signature on the page, and next to nothing of what it signs beside the heading over it?"""
    signs = any(getattr(one, "signs", False) for one, _ in page.placed)
    signed = [one for one, _ in page.placed if not (getattr(one, "signs", False) or getattr(one, "opens", False))]
    return signs and height_of(signed, width) < LINES * p.LINE


def opening(page: Page) -> int:
    """How many of the last flowables on a page open what follows."""
    count = 0
    while count < len(page.placed) and getattr(page.placed[-1 - count][0], "opens", False):
        count += 1
    return count


def height_of(story: list[Any], width: float) -> float:
    """Of flowables over each other, with the space between them."""
    total = after = 0.0
    for one in story:
        if isinstance(one, Spacer):
            total += one.height + (p.UNIT if isinstance(one, Snap) else 0)
            after = 0.0
            continue
        total += max(one.getSpaceBefore() - after, 0) + one.wrap(width, 1e6)[1] + one.getSpaceAfter()
        after = one.getSpaceAfter()
    return total
