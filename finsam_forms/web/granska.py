"""Granska: everything that is wrong or doubtful, on one page and beside the fields, with buttons that put it right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..core.checks import Fix, Remark, Severity, place_name
from ..core.checks.personal import fault_of_reason
from ..core.checks.places import margin_of
from ..core.edit import Person
from ..core.following import inside
from ..core.mall import Section
from ..core.progress import State
from ..core.waiver import PUT_AWAY
from ..forms.edit import Unreadable
from ..forms.whole import whole
from ..live.desk import Sheet
from ..live.review import Reviewed
from . import fragments
from .came import waiting
from .change import answer, change, mark
from .context import feed, running
from .marks import EMPTY_FIELD, Marks, done_words, marks_of, part_marks, section_of, where_begun
from .pages import ReviewPage, counts, draft_now, html_of
from .places import path_url
from .posted import save_page_too
from .words import fid


@dataclass(frozen=True, slots=True)
class Group:
    """The remarks about one section."""

    section: Section | None
    remarks: tuple[Remark, ...]


def show(draft_id: int) -> ResponseReturnValue:
    reviewed = running().review.seen(draft_id)
    return html_of("granska/granska.html", page(reviewed, request.args.get("bara", "")))


def page(reviewed: Reviewed, only: str) -> ReviewPage:
    sheet = reviewed.sheet
    wanted = [remark for remark in reviewed.remarks if only in ("", remark.severity.value)]
    marks = marks_in(reviewed)
    return ReviewPage(
        now=draft_now(sheet, reviewed.remarks),
        marks=marks,
        part_marks=part_marks(sheet.document, reviewed.remarks),
        progress=done_words(marks),
        groups=list(grouped(sheet, wanted)),
        only=only,
        complete=reviewed.complete,
        where=lambda path: place_name(sheet.document, path),
        address=lambda path: path_url(sheet, path),
    )


def grouped(sheet: Sheet, remarks: Iterable[Remark]) -> Iterator[Group]:
    """By section, in the form's order."""
    mall = sheet.mall
    by_section: dict[str, list[Remark]] = {}
    for remark in remarks:
        section = section_of(mall, remark.path)
        by_section.setdefault(section.id if section else "", []).append(remark)
    for section in mall.sections:
        if section.id in by_section:
            yield Group(section, tuple(by_section[section.id]))
    if "" in by_section:
        yield Group(None, tuple(by_section[""]))


def marks_in(reviewed: Reviewed) -> Marks:
    return marks_of(reviewed.sheet.mall, reviewed.sheet.states, reviewed.remarks)


AGREES = "G67"
"""«Samma som i ansökan»: told on the page Granska, too, while a change there waits beside the answer."""


def margins(reviewed: Reviewed) -> dict[str, list[Remark]]:
    """What stands in the margins, by the path of a field or a budget line.

    An empty field is no news to somebody who is just about to fill it in; what can't be read, and what has changed in a document
    that is followed, is told at the input itself.
    """
    document, states, told = reviewed.sheet.document, reviewed.sheet.states, waiting(reviewed.sheet)
    found: dict[str, list[Remark]] = {}
    for remark in reviewed.remarks:
        section = section_of(reviewed.sheet.mall, remark.path)
        begun = section is None or states.get(section.id, State.EMPTY) is not State.EMPTY
        quiet = (
            remark.code == EMPTY_FIELD or remark.waived is not None or document.read(remark.path).problem is not None
        )
        beside = remark.code == AGREES and any(inside(path, remark.path) for path in told)
        if begun and not quiet and not beside:
            found.setdefault(margin_of(document, remark.path), []).append(remark)
    return found


def put_right(draft_id: int) -> ResponseReturnValue:
    """Do what a remark's button says: `ratta` = key:number of the button."""
    key, _, number = request.form.get("ratta", "").partition(":")
    save_page_too(draft_id)
    running().review.now(draft_id)  # so that nobody's saving has to wait for it
    message = change(draft_id, lambda sheet: chosen(found(draft_id, key), number).changes)
    return answer(message, url_for("granska.show", draft_id=draft_id))


def chosen(remark: Remark, number: str) -> Fix:
    index = whole(number)
    if index is None or index >= len(remark.fixes):
        raise Unreadable("Knappen finns inte längre. Ladda om sidan.")
    return remark.fixes[index]


def waive(draft_id: int) -> ResponseReturnValue:
    """Let a remark stand, with a reason and a name; an empty reason takes it back."""
    return stands(draft_id, request.form.get("skal", "").strip()[:500], frozenset(Severity))


def put_away(draft_id: int) -> ResponseReturnValue:
    """A tip that the group has read needs no reason."""
    return stands(draft_id, PUT_AWAY, frozenset({Severity.TIP}))


def stands(draft_id: int, reason: str, which: frozenset[Severity]) -> ResponseReturnValue:
    """Let the remark `nyckel` stand, when it is one of those that may stand so. Raises Unreadable."""
    key = request.form.get("nyckel", "")
    running().review.now(draft_id)  # so that nobody's saving has to wait for it

    def work(sheet: Sheet, who: Person) -> None:
        if found(draft_id, key).severity not in which:
            raise Unreadable("Ett fel eller en varning behöver ett skäl för att få stå kvar.")
        if fault := fault_of_reason(reason, sheet.mall):
            raise Unreadable(fault)
        running().store.dossier.waive(draft_id, key, reason, who)

    return answer(mark(draft_id, work, "_granska"), url_for("granska.show", draft_id=draft_id))


def found(draft_id: int, key: str) -> Remark:
    remark = next((one for one in running().review.now(draft_id).remarks if one.key == key), None)
    if remark is None:
        raise Unreadable("Anmärkningen finns inte längre: något har ändrats sedan sidan visades.")
    return remark


def tell(before: Reviewed | None, after: Reviewed) -> None:
    """Everybody which remarks came and went."""
    html = fragments.partials(changed(before, after))
    feed().publish(after.sheet.draft_id, {"values": [], "stale": ["_granska"], "html": html}, name="har")


def changed(before: Reviewed | None, after: Reviewed) -> Iterator[fragments.Fragment]:
    """Margins, marks and counts that are not what they were."""
    mall = after.sheet.mall
    were, are = margins(before) if before else {}, margins(after)
    for path in sorted({*were, *are} if before else {*are, *(field.id for field in mall.fields())}):
        if before is None or were.get(path) != are.get(path):
            html = render_template("granska/_margin.html", remarks=are.get(path, []), draft_id=after.sheet.draft_id)
            yield f"#m-{fid(path)}", html
    was, now = marks_in(before) if before else {}, marks_in(after)
    for section, one in now.items():
        if was.get(section) != one:
            for target, word in ((f"#t-{section}", False), (f"#h-{section}", True)):
                yield target, render_template("falt/_mark.html", mark=one.shape, said=one.word, word=word)
    parts = part_marks(before.sheet.document, before.remarks) if before else {}
    for path, one in part_marks(after.sheet.document, after.remarks).items():
        if parts.get(path) != one:
            yield f"#t-{fid(path)}", render_template("falt/_mark.html", mark=one.shape, said=one.word, word=False)
    if done_words(was) != done_words(now):
        yield "#klara", done_words(now)
    if before is None or tallies(before) != tallies(after):
        whole, begun = tallies(after)
        yield "#antal", render_template("granska/_antal.html", counts=whole, tally=begun, Severity=Severity)


def tallies(reviewed: Reviewed) -> tuple[dict[Severity, int], dict[Severity, int]]:
    """How many remarks there are, and how many about what somebody has written."""
    sheet = reviewed.sheet
    return counts(reviewed.remarks), counts(where_begun(sheet.mall, sheet.states, reviewed.remarks))
