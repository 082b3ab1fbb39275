"""What stands over and under every page, and the sections that a Word file is divided into."""

from __future__ import annotations

from typing import NamedTuple

from .. import elements as e
from . import measure as m
from .rows import cell, grid, row
from .xml import field, paragraph, run

BOLD = "<w:b/>"
NBSP = "\u00a0"
MARK_W, NUMBER_W = m.mm(30), m.mm(24)
"""Of the word UTKAST, and of «Sida 12 av 14»."""
SPACED = f'{BOLD}<w:spacing w:val="40"/><w:sz w:val="19"/><w:szCs w:val="19"/><w:bdr w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
"""The word UTKAST in its box."""
HEADER_AT = 510
"""From the upper edge to what stands over a page."""


class Section(NamedTuple):
    """Pages with the same paper and the same running head. `kind`: `first`, `page`, `sign`, `annex`, `land`."""

    kind: str
    head: str
    content: list[str]

    @property
    def land(self) -> bool:
        return self.kind == "land"

    @property
    def own_head(self) -> bool:
        """Does its first page have the form's own head instead of a running one?"""
        return self.kind in ("first", "sign")


def running_head(section: Section, marks: e.Marks) -> str:
    """What the part is called, the document's name, and what it is printed as."""
    whole = m.LAND_WIDTH if section.land else m.WIDTH
    widths = [m.COL, whole - m.COL - MARK_W, MARK_W]
    rule = f'<w:tabs><w:tab w:val="clear" w:pos="{m.COL}"/><w:tab w:val="right" w:leader="underscore" w:pos="{widths[1]}"/></w:tabs>'
    name = paragraph("Sidhuvud", run(marks.name, BOLD)) if marks.name else paragraph("Sidhuvud", run("Namn \t"), rule)
    made = row(
        [
            cell(widths[0], paragraph("Sidhuvud", run(section.head))),
            cell(widths[1], name),
            cell(widths[2], draft_mark(marks)),
        ]
    )
    below = (m.LAND_TOP if section.land else m.TOP) - HEADER_AT - 400
    return grid(widths, [made], "Normaltabell") + paragraph("Tunn", "", f'<w:spacing w:before="0" w:after="{below}"/>')


def draft_mark(marks: e.Marks) -> str:
    return paragraph("Sidhuvud", run("UTKAST", SPACED) if marks.state == "utkast" else "", '<w:jc w:val="right"/>')


def foot(land: bool, marks: e.Marks) -> str:
    whole = m.LAND_WIDTH if land else m.WIDTH
    widths = [m.COL, whole - m.COL - NUMBER_W, NUMBER_W]
    first, second = {
        "last": (f"Version{NBSP}{marks.version}, låst", marks.fingerprint),
        "utkast": ("Utkast", "skrivs inte under"),
        "blankett": ("Blankett", "fylls i för hand"),
    }[marks.state]
    printed = f"{marks.form}, mallversion {marks.form_version}. Utskrivet {marks.printed_at}"
    number = run("Sida ", BOLD) + field("PAGE", "1", BOLD) + run(" av ", BOLD) + field("NUMPAGES", "1", BOLD)
    made = row(
        [
            cell(widths[0], paragraph("Sidfot", run(first, BOLD)) + paragraph("Sidfot", run(second))),
            cell(widths[1], paragraph("Sidfot", run(marks.forbund)) + paragraph("Sidfot", run(printed))),
            cell(widths[2], paragraph("Sidfot", number, '<w:jc w:val="right"/>')),
        ]
    )
    return grid(widths, [made], "Normaltabell") + paragraph("Tunn")


def section_settings(section: Section, references: str) -> str:
    """`references`: to what stands over and under its pages."""
    wide, high = (m.PAGE_H, m.PAGE_W) if section.land else (m.PAGE_W, m.PAGE_H)
    turned = ' w:orient="landscape"' if section.land else ""
    left, right = (m.LAND_SIDE, m.LAND_SIDE) if section.land else (m.LEFT, m.RIGHT)
    below = m.LAND_BOTTOM if section.land else m.BOTTOM
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        f'<w:pgMar w:top="{m.HEAD_TOP}" w:right="{right}" w:bottom="{below}" w:left="{left}" '
        f'w:header="{HEADER_AT}" w:footer="{m.mm(9)}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if section.own_head else ''}</w:sectPr>"
    )
