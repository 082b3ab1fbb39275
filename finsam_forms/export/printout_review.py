"""The remarks of Granska as pages of their own: printed for the meeting, beside the draft, never part of what is signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..core.checks import Remark, Severity, place_name
from ..core.document import Document
from ..core.mall import mall_of
from . import elements as e

NAMES = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.TIP: "Tips"}


def review_elements(document: Document, remarks: Iterable[Remark]) -> Iterator[e.Element]:
    """Section by section, in the form's order; a box to tick at each."""
    mall, found = mall_of(document), list(remarks)
    yield e.NewPage("page", "Granskning")
    yield e.Heading("", "Granskning", note=e.own("Skrivs inte under"))
    if not found:
        yield e.Note("Inget att anmärka på.")
    by_section: dict[str, list[Remark]] = {}
    for remark in found:
        section = mall.section_of(remark.path) or mall.section(remark.path)
        by_section.setdefault(f"{section.number} {section.short}".strip() if section else "Hela dokumentet", []).append(
            remark
        )
    for heading, group in by_section.items():
        yield e.SubHeading(heading)
        for remark in group:
            yield e.Entries(
                (e.Entry(f"☐ {NAMES[remark.severity]}", e.Cell(words(document, remark), rule=e.Rule.REMARK)),)
            )


def words(document: Document, remark: Remark) -> str:
    stands = f" Ska stå så: {remark.waived.reason} ({remark.waived.name})" if remark.waived else ""
    place = place_name(document, remark.path)
    told = place.split(",")[0] in remark.sentence
    return f"{'' if told else f'{place}: '}{remark.sentence}{stands}"
