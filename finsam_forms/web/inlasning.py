"""A file is brought: what it says is shown beside the draft, and nothing of it is taken in before somebody has said so."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..core.document import Document
from ..core.edit import Edit, Person
from ..core.mall import mall_of
from ..core.party import Party, parties_of
from ..forms.edit import Unreadable
from ..forms.whole import whole
from ..incoming.brought import Brought, Refused, Stranger, WhichForm, sentences
from ..incoming.chosen import written
from ..incoming.compare import akin, compare
from ..incoming.difference import Comparison
from ..incoming.history import with_history
from ..incoming.readers import read_file
from ..incoming.taken import new_document
from ..incoming.whose import with_answers
from ..live.desk import Effect, Sheet
from ..store import StoreError
from ..store.inbox import NotInInbox, Waiting
from .brought_page import BringPage, BroughtPage, groups_of
from .change import carry_out, new_op
from .context import current_person, desk, known_person, running
from .oversikt import overview
from .pages import draft_now, html_of
from .understood_page import UnderstoodPage

READING = threading.Lock()
"""One file at a time is read: what a hostile one may cost is not multiplied by how many bring them."""
NO_ANSWERS: Mapping[str, str] = {}
NONE = "Ingen fil är vald."


def bring() -> ResponseReturnValue:
    """On the overview: to the draft that the file was made from, else a new draft; what there is to ask is asked first."""
    try:
        name, data = posted_file()
        try:
            brought = read(data)
        except WhichForm:
            return asked_about(name, data)
        draft_id = draft_of(brought)
        if draft_id:
            token = running().store.inbox.put(name, data, draft_id)
            return redirect(url_for("inlasning.compared", draft_id=draft_id, token=token))
        if known_person() is None or not brought.draft or any(True for _ in sentences(brought)):
            return asked_about(name, data)
        return made(brought)
    except Refused as refused:
        return overview("oversikt/oversikt.html", faults=refused.faults or [("", refused.sentence)]), 422


def asked_about(name: str, data: bytes) -> ResponseReturnValue:
    return redirect(url_for("inlasning.understood", token=running().store.inbox.put(name, data)))


def understood(token: str) -> ResponseReturnValue:
    """What there is to know before a new draft is made of a file. `mall`: the form that a foreign file is read as."""
    waiting = running().store.inbox.get(token)
    return understood_html(token, waiting, request.args.get("mall", ""))


def understood_html(token: str, waiting: Waiting, form: str, fault: str = "") -> str:
    brought, document, parties = None, None, tuple[Party, ...]()
    try:
        found = read_as(waiting, form)
        parties = parties_of(new_document(found, running().malls))
        brought = answered(found, waiting.answers)
        document = new_document(brought, running().malls)
    except WhichForm:
        pass
    except Refused as refused:
        fault = refused.sentence
    page = UnderstoodPage(
        token=token,
        file=waiting.name,
        me=known_person(),
        form=form,
        forms=running().malls.heads,
        brought=brought,
        fault=fault,
        doubts=() if brought is None else not_whose(brought),
        parties=parties,
        answers=waiting.answers,
    )
    return (page.with_draft(document) if document else page).html()


def make(token: str) -> ResponseReturnValue:
    """The new draft."""
    current_person()
    waiting, form = running().store.inbox.get(token), request.form.get("mall", "")
    try:
        answer = made(answered(read_as(waiting, form), waiting.answers))
    except Refused as refused:
        return understood_html(token, waiting, form, refused.sentence), 422
    running().store.inbox.forget(token)
    return answer


def read_as(waiting: Waiting, form: str) -> Brought:
    """A file as a new draft of a form; without one, of that which it says itself. Raises Refused."""
    mall = running().malls.get(form)
    brought = read(waiting.data, Document(mall, mall.start_values()) if mall else None)
    return replace(brought, form=mall.id) if mall and brought.form is None else brought


def answered(brought: Brought, answers: Mapping[str, str]) -> Brought:
    """As somebody has said whose its columns are, among the parties that it has itself. Raises Refused."""
    if not brought.strangers:
        return brought
    return with_answers(brought, answers, new_document(brought, running().malls))


def not_whose(brought: Brought) -> Sequence[str]:
    """The sentences of what is asked about, each once, without those about the columns."""
    columns = tuple(f"{one.path}/" for one in brought.strangers)
    return [*dict.fromkeys(one.sentence for one in brought.doubts if not one.path.startswith(columns))]


def say_whose_in_new(token: str) -> ResponseReturnValue:
    """Whose the columns are, before a new draft is made: as `say_whose`, and a column can be the same party's as another."""
    current_person()
    waiting, form = running().store.inbox.get(token), request.args.get("mall", "")
    try:
        strangers = read_as(waiting, form).strangers
    except Refused as refused:
        return understood_html(token, waiting, form, refused.sentence), 422
    running().store.inbox.answer(token, said_of(strangers))
    return redirect(url_for("inlasning.understood", token=token, mall=form or None))


def said_of(strangers: Sequence[Stranger]) -> Mapping[str, str]:
    """What a posted form says about the columns: `part-<row>` is a party, NOT, or empty."""
    return {one.row: answer for one in strangers if (answer := request.form.get(f"part-{one.row}", ""))}


def made(brought: Brought) -> ResponseReturnValue:
    """Raises Refused, WhoAreYou."""
    document, who = new_document(brought, running().malls), current_person()
    ties, marks = running().following.found_again(document, brought.follows)
    draft_id = running().store.drafts.create(
        mall_of(document), signed(document.values, who), who, stated=brought.stated, follows=ties, taken=marks
    )
    return redirect(url_for("avsnitt.start", draft_id=draft_id))


def draft_of(brought: Brought) -> int | None:
    """The draft here that the file was made from; None when it doesn't tell, or when it can't be that one."""
    draft_id = whole(brought.draft)
    try:
        sheet = desk().sheet(draft_id) if draft_id else None
    except StoreError:
        return None
    if sheet is None or sheet.binned or sheet.mall.id != brought.form:
        return None
    return draft_id if akin(brought, sheet.document, brought.draft) else None


def choose(draft_id: int) -> ResponseReturnValue:
    """Where a file is chosen for a draft."""
    return bring_page(draft_id)


def bring_page(draft_id: int, refused: Refused | None = None) -> str:
    page = BringPage(
        now=draft_now(desk().sheet(draft_id)),
        fault=refused.sentence if refused and not refused.faults else "",
        faults=refused.faults if refused else (),
        done=whole(request.args.get("tagna", "")),
        file=request.args.get("fil", ""),
    )
    return html_of("inlasning/valj.html", page)


def bring_to(draft_id: int) -> ResponseReturnValue:
    """A file beside a draft."""
    sheet = desk().sheet(draft_id)
    try:
        name, data = posted_file()
        compared_with(sheet, data)
    except Refused as refused:
        return bring_page(draft_id, refused), 422
    return redirect(
        url_for("inlasning.compared", draft_id=draft_id, token=running().store.inbox.put(name, data, draft_id))
    )


def compared(draft_id: int, token: str) -> ResponseReturnValue:
    """What differs. `tagna`, `forbi`: how many were just taken in, and how many of the chosen were not. `valda`: all or none are
    chosen, not those that are clear."""
    return comparison(draft_id, token)


def comparison(draft_id: int, token: str, *, none_chosen: bool = False) -> ResponseReturnValue:
    """`none_chosen`: somebody has just asked to take in nothing."""
    waiting = waiting_for(draft_id, token)
    sheet = desk().sheet(draft_id)
    try:
        found = compared_with(sheet, waiting.data, waiting.answers)
    except Refused as refused:
        return bring_page(draft_id, refused), 422
    choice = request.args.get("valda", "")
    groups = groups_of(sheet, found, choice)
    chosen = sum(one.chosen for _, ones in groups for one in ones)
    page = BroughtPage(
        now=draft_now(sheet),
        token=token,
        file=waiting.name,
        groups=groups,
        strangers=found.strangers,
        parties=parties_of(sheet.document),
        answers=waiting.answers,
        facts=(*found.facts, *found.said),
        doubts=found.doubts,
        unplaced=found.unplaced,
        chosen=chosen,
        left=len(found.differences) - chosen,
        none_chosen=none_chosen,
        done=whole(request.args.get("tagna", "")),
        passed=whole(request.args.get("forbi", "")) or 0,
    )
    return html_of("inlasning/jamfor.html", page), 422 if none_chosen else 200


def take(draft_id: int, token: str) -> ResponseReturnValue:
    """Take in what was chosen, as one change: `bara` (one of them), `fil` (one, as it is in the file), or all in `ta`.

    `after`: the last change that the page knew of. What others have changed since then is left, and told. Raises Unreadable.
    """
    waiting = waiting_for(draft_id, token)
    one = request.form.get("bara") or request.form.get("fil")
    chosen = {one} if one else set(request.form.getlist("ta"))
    after = whole(request.form.get("after", ""))
    if after is None:
        raise Unreadable("Sidan sa inte vilken ändring den visade. Ladda om den och försök igen.")
    if not chosen:
        return comparison(draft_id, token, none_chosen=True)
    files = {request.form.get("fil", "")}
    taken: list[int] = []

    def work(sheet: Sheet, who: Person) -> Effect | None:
        found = understood_now(sheet, waiting)
        others = running().store.log.paths_since(draft_id, after)
        mine = {one.key for one in found.differences if one.key in chosen and others.isdisjoint(one.values)}
        taken[:] = [len(mine), len(chosen - mine)]
        values = signed(written(found, mine, files), who)
        if not values:
            return None
        op = new_op()
        edits = [Edit(path, text, sheet.version(path), op) for path, text in values.items()]
        effect = desk().save_many(draft_id, edits, who)
        running().store.dossier.note_file(draft_id, op, waiting.name, who)
        return effect

    carry_out(draft_id, work)
    done, passed = taken
    left = understood_now(desk().sheet(draft_id), waiting)
    if not left.differences and not left.unplaced:
        running().store.inbox.forget(token)
        return redirect(url_for("inlasning.choose", draft_id=draft_id, tagna=done, fil=waiting.name))
    return redirect(url_for("inlasning.compared", draft_id=draft_id, token=token, tagna=done, forbi=passed or None))


def say_whose(draft_id: int, token: str) -> ResponseReturnValue:
    """Whose the columns are that are no party of the draft."""
    current_person()
    strangers = understood_now(desk().sheet(draft_id), waiting_for(draft_id, token)).strangers
    running().store.inbox.answer(token, said_of(strangers))
    return redirect(url_for("inlasning.compared", draft_id=draft_id, token=token))


def forget(draft_id: int, token: str) -> ResponseReturnValue:
    """Nothing more is wanted of the file."""
    current_person()
    waiting_for(draft_id, token)
    running().store.inbox.forget(token)
    return redirect(url_for("avsnitt.start", draft_id=draft_id))


def signed(values: Mapping[str, str], who: Person) -> dict[str, str]:
    """A comment is its author's words; that somebody else has brought it is said beside the name."""
    return {
        path: f"{text} (i en fil, inläst av {who.said})"
        if path.startswith("_notes/") and path.endswith("/av")
        else text
        for path, text in values.items()
    }


def understood_now(sheet: Sheet, waiting: Waiting) -> Comparison:
    """Raises Unreadable when the file can't be read beside the draft any more."""
    try:
        return compared_with(sheet, waiting.data, waiting.answers)
    except Refused as refused:
        raise Unreadable(refused.sentence) from None


def compared_with(sheet: Sheet, data: bytes, answers: Mapping[str, str] = NO_ANSWERS) -> Comparison:
    """`answers`: what somebody has said about how it is to be read. Raises Refused."""
    brought = with_answers(read(data, sheet.document), answers, sheet.document)
    brought = with_history(brought, sheet.document, sheet.draft_id, running().store.log.values_at)
    return compare(brought, sheet.document, str(sheet.draft_id))


def read(data: bytes, beside: Document | None = None) -> Brought:
    """Raises Refused."""
    with READING:
        return read_file(data, running().malls, beside)


def posted_file() -> tuple[str, bytes]:
    """(name, bytes). Raises Refused."""
    file = request.files.get("fil")
    if file is None or not file.filename:
        raise Refused(NONE)
    return file.filename, file.read()


def waiting_for(draft_id: int, token: str) -> Waiting:
    """A file that was brought to this draft. Raises NotInInbox."""
    waiting = running().store.inbox.get(token)
    if waiting.draft_id != draft_id:
        raise NotInInbox
    return waiting
