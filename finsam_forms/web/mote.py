"""Letting the others in: the meeting's code and address on the projector, and the page where one joins."""

from __future__ import annotations

import io
from urllib.parse import urlsplit

from flask import Blueprint, Flask, abort, current_app, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from ..forms.person import PersonForm
from ..live.meeting import TooManyGuesses, WrongCode, spoken
from .context import known_person, remember_person, running
from .htmx import wants_message
from .security import LOOPBACK, from_network, only_here

bp = Blueprint("mote", __name__, url_prefix="/motet")

OPEN_TO_ALL = ("mote.join", "mote.let_in", "static")
"""What can be seen from the network without the code. A read-only link is a key of its own."""
LINKS = ("visa.show", "visa.stream")


def guard() -> ResponseReturnValue | None:
    """Before every request: those on the network need the code, and nothing foreign may change anything."""
    origin = request.headers.get("Origin")
    if origin and request.method not in ("GET", "HEAD") and urlsplit(origin).netloc != request.host:
        abort(403)
    if not from_network() or request.endpoint in OPEN_TO_ALL or request.endpoint in LINKS:
        return None
    if running().meeting.is_in(session.get("motet", "")):
        return None
    if wants_message() or request.method != "GET":
        return jsonify({"error": "Mötet är stängt, eller så behövs koden igen. Ladda om sidan."}), 403
    return redirect(url_for("mote.join"))


def join_app(app: Flask) -> None:
    app.before_request(guard)


@bp.get("")
def show() -> ResponseReturnValue:
    """The code, large enough for the projector; from the network, the page where one joins."""
    if from_network():
        return redirect(url_for("mote.join"))
    addresses = running().door.open_addresses
    code = running().meeting.code
    return render_template(
        "mote/mote.html",
        me=known_person(),
        code=spoken(code) if code else "",
        addresses=addresses,
        qr=qr(addresses[0] + "motet/gå-med".replace("å", "a")) if addresses else "",
        hours=round(running().meeting.seconds_left / 3600),
        failed=request.args.get("fel", ""),
    )


@bp.post("/oppna")
def open_meeting() -> ResponseReturnValue:
    only_here()
    addresses = running().door.open()
    if not addresses:
        return redirect(url_for("mote.show", fel="nat"))
    running().meeting.open()
    trust(addresses)
    return redirect(url_for("mote.show"))


@bp.post("/stang")
def close_meeting() -> ResponseReturnValue:
    only_here()
    running().meeting.close()
    running().door.close()
    trust([])
    return redirect(url_for("mote.show"))


def trust(addresses: list[str]) -> None:
    """Only the computer's own addresses are answered; a foreign Host gets 400."""
    current_app.config["TRUSTED_HOSTS"] = [*LOOPBACK, *(urlsplit(address).hostname or "" for address in addresses)]


@bp.get("/ga-med")
def join() -> ResponseReturnValue:
    person = known_person()
    form = PersonForm(data={"namn": person.name, "organisation": person.organisation} if person else None)
    return render_template("mote/ga_med.html", me=None, form=form, fault="")


@bp.post("/ga-med")
def let_in() -> ResponseReturnValue:
    """Code, name and organisation: that is all."""
    form = PersonForm(request.form)
    address = request.remote_addr or ""
    fault, status = "", 422
    if form.validate():
        try:
            session["motet"] = running().meeting.let_in(request.form.get("kod", ""), address)
            remember_person(form.person())
            return redirect(url_for("oversikt.show"))
        except WrongCode as wrong:
            fault, status = str(wrong), 403
        except TooManyGuesses as slow:
            fault, status = str(slow), 429
    return render_template("mote/ga_med.html", me=None, form=form, fault=fault), status


def qr(text: str) -> Markup:
    """A QR code as SVG without styles: the page's own stylesheet decides its size."""
    import segno  # 60 ms that only a meeting needs

    out = io.BytesIO()
    segno.make(text, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, nl=False, svgclass="qr", lineclass=None, omitsize=True, border=0
    )
    return Markup(out.getvalue().decode().replace("<svg", '<svg role="img" aria-label="QR-kod till adressen"', 1))
