"""History: who wrote what when, what has changed since a meeting, taking back, undo and redo of one's own."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..core.checks import place_name
from ..core.dates import read_date
from ..core.document import PLACE, Document
from ..core.edit import Person
from ..core.kinds.kind import all_answers
from ..core.kinds.own import NOTES
from ..core.mall import Section
from ..core.merge import Part, word_diff
from ..core.personal_number import masked
from ..core.references import References
from ..forms.edit import Unreadable
from ..forms.whole import whole
from ..live.desk import Effect, NoSuchPlace, Sheet
from ..store import Change, Clash, NotFound
from .change import answer, carry_out, change
from .context import current_person, desk, running
from .pages import ChangesPage, HistoryPage, draft_now, html_of
from .prose import as_seen

UNDO, REDO = "angra-", "gorom-"


@dataclass(frozen=True, slots=True)
class Step:
    """A change of a value, beside what stood before; both as people see them."""

    change: Change
    before: str
    now: str
    file: str = ""
    """The name of the file that it came from."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return word_diff(self.before, self.now)

    @property
    def looks_only(self) -> bool:
        """Bold, a heading, a blank line: the words are the same."""
        return bool(self.now) and self.before == self.now


@dataclass(frozen=True, slots=True)
class Changed:
    """A value that is not what it was; both as people see them."""

    path: str
    name: str
    before: str
    now: str

    @property
    def looks_only(self) -> bool:
        return bool(self.now) and self.before == self.now

    @property
    def parts(self) -> tuple[Part, ...]:
        return word_diff(self.before, self.now)


def field_history(draft_id: int) -> ResponseReturnValue:
    """Every change of one value, or the fields of the draft to choose from."""
    sheet = desk().sheet(draft_id)
    path = request.args.get("falt", "")
    if not sheet.mall.leaf_at(path):
        abort(404)
    before = whole(request.args.get("fore", ""))
    references = References(sheet.document)
    changes = running().store.log.history(draft_id, path, before=before)
    files = running().store.dossier.files(draft_id)
    steps = steps_of(changes, lambda text: as_seen(sheet.document, path, text, references), files)
    older = steps[-1].change.version if steps and steps[-1].change.version > 1 else None
    newest = sheet.version(path)
    section = sheet.mall.section_of(path)
    name = place_name(sheet.document, path)
    page = HistoryPage(
        now=draft_now(sheet), path=path, name=name, section=section, steps=steps, older=older, newest=newest
    )
    return html_of("historik/falt.html", page)


def steps_of(changes: list[Change], seen: Callable[[str], str], files: Mapping[str, str]) -> list[Step]:
    """Each change beside the one before it. The oldest of a page is there for that only, unless nothing stood before it.

    `files`: a change's own id → the file that it came from."""
    values = [seen(change.value) for change in changes]
    befores = values[1:]
    if changes and changes[-1].version == 1:
        befores.append("")
    return [
        Step(change, before, now, masked(files.get(change.op, "")))
        for change, before, now in zip(changes, befores, values, strict=False)
    ]


def take_back(draft_id: int) -> ResponseReturnValue:
    """Let an earlier version of a value stand again; what stood between stays in the history."""
    current_person()
    path, version = request.form.get("falt", ""), request.form.get("version", "")
    if path.startswith(NOTES):
        raise NoSuchPlace(path)
    try:
        chosen = running().store.log.change_at(draft_id, path, whole(version) or 0)
    except NotFound:
        raise Unreadable("Versionen finns inte. Ladda om sidan.") from None
    change(draft_id, {path: chosen.value})
    return redirect(url_for("historik.field_history", draft_id=draft_id, falt=path))


def since(draft_id: int) -> ResponseReturnValue:
    """What has changed since a day, by section; to be read out at the next meeting, and printed."""
    sheet = desk().sheet(draft_id)
    typed = request.args.get("sedan", "")
    day = read_date(typed).value
    groups: list[tuple[Section, list[Changed]]] = []
    if day:
        start = datetime(day.year, day.month, day.day).astimezone().astimezone(tz=None)
        last = running().store.log.change_before(draft_id, utc(start))
        groups = list(by_section(sheet, running().store.log.values_at(draft_id, last) if last else {}))
    problem = read_date(typed).problem
    page = ChangesPage(now=draft_now(sheet), typed=typed, day=day, problem=problem, groups=groups)
    return html_of("historik/andrat.html", page)


def utc(moment: datetime) -> str:
    from datetime import UTC

    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def by_section(sheet: Sheet, before: dict[str, str]) -> Iterator[tuple[Section, list[Changed]]]:
    """(section, changed values), in the form's order."""
    document = sheet.document
    paths = (path for path in before.keys() | document.values.keys() if not path.startswith("_"))
    references = References(document)
    changed = in_order(document, [path for path in paths if before.get(path, "") != document.text(path)])
    for section in sheet.mall.sections:
        inside = [path for path in changed if sheet.mall.section_of(path) == section]
        found = [one for path in inside if (one := described(document, path, before, inside, references))]
        if found:
            yield section, found


def in_order(document: Document, paths: list[str]) -> list[str]:
    """As they stand in the form; a row's place with the row, and what stands there no more last."""
    order: dict[str, int] = {}
    for at in all_answers(document):
        for leaf in at.leaves():
            order.setdefault(leaf.path.rpartition("/")[0] + "/" + PLACE, len(order))
            order[leaf.path] = len(order)
    return sorted(paths, key=lambda path: (order.get(path, len(order)), path))


def described(
    document: Document, path: str, before: dict[str, str], changed: list[str], references: References
) -> Changed | None:
    """A changed value, or a row that came or went. That a row is new need not be said where something is written in it."""
    if not path.endswith("/" + PLACE):
        was, now = (as_seen(document, path, text, references) for text in (before.get(path, ""), document.text(path)))
        return Changed(path, place_name(document, path), was, now)
    row, stood, stands = path.removesuffix("/" + PLACE), bool(before.get(path)), bool(document.text(path))
    written = any(other.startswith(row + "/") and other != path for other in changed)
    if stood == stands or (stands and written):
        return None
    return Changed(row, place_name(document, row), "raden fanns" if stood else "", "ny rad" if stands else "")


def undo(draft_id: int) -> ResponseReturnValue:
    """Undo one's own last change, or with `om` do it again."""
    again = request.form.get("om", "") == "1"

    def work(sheet: Sheet, who: Person) -> Effect:
        stacks = own_stacks(running().store.log.own_edits(draft_id, who)[::-1])
        stack = stacks[1] if again else stacks[0]
        if not stack:
            raise Unreadable("Det finns inget mer att göra om." if again else "Det finns inget mer att ångra.")
        op = (REDO if again else UNDO) + secrets.token_hex(10)
        try:
            return desk().undo(draft_id, stack[-1], who, op)
        except (Clash, NotFound):
            raise Unreadable("Någon annan har ändrat samma sak sedan dess, så det går inte att ångra.") from None

    return answer(carry_out(draft_id, work), url_for("avsnitt.start", draft_id=draft_id))


def own_stacks(ops: list[str]) -> tuple[list[str], list[str]]:
    """What can be undone and what can be done again, the next one last. `ops`: a person's own edits in order.

    The first of them may take back what is no longer known: that is not to be done again.
    """
    undo_stack: list[str] = []
    redo_stack: list[str] = []
    for op in ops:
        if op == "ny":
            continue
        if op.startswith(UNDO):
            if undo_stack:
                undo_stack.pop()
                redo_stack.append(op)
        elif op.startswith(REDO):
            if redo_stack:
                redo_stack.pop()
                undo_stack.append(op)
        else:
            undo_stack.append(op)
            redo_stack.clear()
    return undo_stack, redo_stack
