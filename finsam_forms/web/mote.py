"""Letting the others in: the meeting's code and address on the projector, and the page where one joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from flask import current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from ..forms.person import PersonForm
from ..live.meeting import TooManyGuesses, WrongCode
from ..store import Person
from .addresses import For
from .context import known_person, remember_person, running
from .guests import STREAMS, begin, end
from .invitation import Invitation, invitation
from .people import ByPart, by_part
from .render import rendered
from .rights import whose
from .security import from_network, is_outside

NO_PAGES = (*STREAMS, "oversikt.show")
"""Where nobody was going in particular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """The page on the projector, and the one that opens the meeting."""

    me: Person | None
    invitation: Invitation | None
    """None while the meeting is closed."""
    hours: int
    failed: bool
    """Was there no network to open it on?"""
    guests_lock: bool
    there: Sequence[ByPart]
    """Those who are in, by part."""
    left: Sequence[ByPart]
    """Those who have been."""


def show() -> ResponseReturnValue:
    """The code, large enough for the projector or for a latecomer's telephone, and who is in."""
    came = running().meeting.came()
    me = known_person()
    there = (
        running().presence.everybody()
        | ({me} if me else set())
        | {person for person, is_there in came.items() if is_there}
    )
    page = MeetingPage(
        me=me,
        invitation=invitation(),
        hours=round(running().meeting.seconds_left / 3600),
        failed=bool(request.args.get("fel", "")),
        guests_lock=running().meeting.guests_lock,
        there=by_part(there),
        left=by_part(set(came) - there),
    )
    return rendered("mote/mote.html", page)


def open_meeting() -> ResponseReturnValue:
    addresses = begin(current_app._get_current_object())  # type: ignore[attr-defined]
    return redirect(url_for("mote.show", fel=None if addresses else "nat"))


def close_meeting() -> ResponseReturnValue:
    end(current_app._get_current_object())  # type: ignore[attr-defined]
    return redirect(url_for("mote.show"))


def allow() -> ResponseReturnValue:
    """What the host lets the guests of this meeting do: `lasa` = ja, lock and unlock."""
    running().meeting.guests_lock = request.form.get("lasa") == "ja"
    return redirect(url_for("mote.show"))


def join() -> ResponseReturnValue:
    """Whoever is let in already, from another window, goes on to the page that was asked for."""
    if from_network() and not is_outside() and "till" in request.args:
        return redirect(page_asked_for())
    person = known_person()
    form = PersonForm(data={"namn": person.name, "organisation": person.organisation} if person else None)
    return render_template("mote/ga_med.html", me=None, form=form, fault="", wanted=request.args.get("till", ""))


def let_in() -> ResponseReturnValue:
    """Code, name and organisation: that is all."""
    form = PersonForm(request.form)
    address = request.remote_addr or ""
    fault, status = "", 422
    if form.validate():
        try:
            session["motet"] = running().meeting.let_in(request.form.get("kod", ""), address)
            remember_person(form.person())
            return redirect(page_asked_for())
        except WrongCode as wrong:
            fault, status = str(wrong), 403
        except TooManyGuesses as slow:
            fault, status = str(slow), 429
    wanted = request.form.get("till", "")
    return render_template("mote/ga_med.html", me=None, form=form, fault=fault, wanted=wanted), status


def home() -> str:
    """Where one comes who asked for nothing else: what is on the projector, else the overview."""
    on = running().projector.shown()
    if on is None:
        return url_for("oversikt.show")
    return url_for("avsnitt.show", draft_id=on.draft_id, section_id=on.section)


def page_asked_for() -> str:
    """The page where somebody was, or that a link led to, before the code was asked for; else `home`.

    `till` is its path, and comes from the browser: only a page of ours will do.
    """
    try:
        asked = urlsplit(request.values.get("till", ""))
        if asked.scheme or asked.netloc or not asked.path.startswith("/"):
            return home()
        endpoint, _ = current_app.create_url_adapter(request).match(asked.path, method="GET")  # type: ignore[union-attr]
    except (ValueError, HTTPException):
        return home()
    return home() if endpoint in NO_PAGES or whose(endpoint) is For.STRANGERS else urlunsplit(asked)
