"""A draft as a whole: begun, read in, copied, renamed, put in the bin, taken back, deleted."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..export import exchange
from ..mallar import example
from .change import change, mark
from .context import current_person, desk, known_person, running


def create() -> ResponseReturnValue:
    """A new draft of a form."""
    who = current_person()
    mall = running().malls.get(request.form.get("mall", "")) or abort(404)
    draft_id = running().store.drafts.create(mall, mall.start_values(), who)
    first = next(iter(mall.fields()))
    return redirect(url_for("avsnitt.start", draft_id=draft_id, _anchor=f"f-{first.id}"))


def create_example() -> ResponseReturnValue:
    """The worked example as a draft of one's own."""
    who = current_person()
    found = exchange.read_exchange(example(), running().malls)
    draft_id = running().store.drafts.create(found.mall, found.values, who, stated=found.stated)
    return redirect(url_for("avsnitt.start", draft_id=draft_id))


def copy(draft_id: int) -> ResponseReturnValue:
    """Last year's application as this year's start: everything but the signatures' dates and the group's own notes."""
    who = current_person()
    sheet = desk().sheet(draft_id)
    mall = sheet.mall
    keep = {
        path: text
        for path, text in sheet.document.values.items()
        if path == "_titel" or ((leaf := mall.leaf_at(path)) is not None and leaf.in_copy and not path.startswith("_"))
    }
    keep |= mall.named(f"{sheet.document.title or mall.title} (kopia)")
    new = running().store.drafts.create(mall, keep, who, copied_from=draft_id)
    return redirect(url_for("avsnitt.start", draft_id=new))


def rename(draft_id: int) -> ResponseReturnValue:
    """The draft's name is a value of the form (insatsens namn), or its own when the form has none."""
    name = request.form.get("namn", "")[:300]
    change(draft_id, lambda sheet: {sheet.mall.title_path: name})
    return redirect(url_for("oversikt.show"))


def bin_draft(draft_id: int) -> ResponseReturnValue:
    """Whoever has it open sees that it lies there."""
    mark(draft_id, lambda sheet, who: running().store.drafts.bin(draft_id, who))
    return redirect(url_for("oversikt.show", kastat=draft_id))


def unbin_draft(draft_id: int) -> ResponseReturnValue:
    mark(draft_id, lambda sheet, who: running().store.drafts.take_back(draft_id, who))
    return redirect(url_for("oversikt.show"))


def delete(draft_id: int) -> ResponseReturnValue:
    """For good, from the bin, after a question."""
    about = running().store.drafts.about(draft_id)
    if request.method == "GET":
        return render_template("utkast/radera.html", about=about, me=known_person())
    who = current_person()
    with desk().turn(draft_id):
        running().store.drafts.delete(draft_id, who)
        running().forget(draft_id)
    return redirect(url_for("oversikt.show_bin"))
