"""What a person sees when something can't be done: a Swedish sentence, in the page or in the message; never a stack trace."""

from __future__ import annotations

import secrets

from flask import Flask, Response, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.exceptions import HTTPException, SecurityError

from ..core.mall_fault import MallFault
from ..export.formats import Unmade
from ..forms.edit import Unreadable
from ..live.desk import NoRoom, NoSuchPlace
from ..store import Clash, Locked, NotFound, StoreError, TooLarge, TooManyOpen, What, out_of_files
from .context import desk, known_person, running
from .htmx import wants_message
from .prose import both_seen
from .security import BRINGS
from .trouble import Clashes, WhoAreYou, WrittenIn
from .typed import typed
from .words import clock

SENTENCES = {
    400: "Begäran gick inte att läsa. Gå tillbaka och försök igen.",
    403: "Det här är inte öppet för dig.",
    404: "Sidan finns inte. Den kan ha tagits bort, eller så är adressen fel.",
    405: "Så går den här sidan inte att använda. Gå tillbaka och försök igen.",
    413: "Det är för mycket på en gång (högst 2 megabyte). Dela upp texten och spara en del i taget.",
    415: "Filen är av fel sort.",
}

TOO_LARGE_A_FILE = "Filen är för stor. Högst 20 megabyte kan läsas in, och högst 2 från en annan dator i mötet."


def join(app: Flask) -> None:
    """Register a handler for each kind of trouble."""
    app.register_error_handler(WhoAreYou, who_are_you)
    app.register_error_handler(Clash, clash)
    app.register_error_handler(Clashes, clashes)
    app.register_error_handler(Locked, lambda error: answer(423, locked_words() or str(error)))
    app.register_error_handler(NotFound, lambda error: answer(404, str(error)))
    app.register_error_handler(TooLarge, lambda error: answer(413, str(error)))
    app.register_error_handler(Unreadable, lambda error: answer(422, str(error)))
    app.register_error_handler(NoSuchPlace, lambda error: answer(422, "Fältet finns inte i det här formuläret."))
    app.register_error_handler(WrittenIn, written_in)
    app.register_error_handler(NoRoom, lambda error: answer(422, str(error)))
    app.register_error_handler(TooManyOpen, too_many_open)
    app.register_error_handler(StoreError, lambda error: answer(507, str(error)))
    app.register_error_handler(Unmade, lambda error: answer(507, str(error)))
    app.register_error_handler(MallFault, lambda error: answer(507, str(error)))
    app.register_error_handler(CSRFError, csrf)
    app.register_error_handler(HTTPException, http)
    app.register_error_handler(Exception, bug)


def answer(status: int, sentence: str) -> ResponseReturnValue:
    """The same sentence as a page or as a message; as bare text where no page can be made (the request has no address of ours).

    The page shows what was typed: it is refused, not thrown away. The scripts have theirs in the browser.
    """
    if request.routing_exception is not None and isinstance(request.routing_exception, SecurityError):
        return Response(sentence, status, mimetype="text/plain")
    if wants_message():
        return jsonify({"error": sentence}), status
    return render_template("fel/fel.html", sentence=sentence, typed=typed(), me=known_person()), status


def locked_words() -> str:
    """«Utkastet låstes 14:03 av Anna Andersson (Försäkringskassan).»; empty when nobody knows."""
    draft_id = (request.view_args or {}).get("draft_id", 0)
    lock = next((one for one in running().store.dossier.events(draft_id) if one.what is What.LOCKED), None)
    return f"Utkastet låstes {clock(lock.at)} av {lock.by.said}." if lock else ""


def who_are_you(error: WhoAreYou) -> ResponseReturnValue:
    """Ask for a name; what was posted goes along as hidden fields, so that nothing has to be typed again."""
    if wants_message():
        return jsonify({"who": True, "error": "Skriv först vem du är."}), 403
    posted = [(key, text) for key, text in request.form.items(multi=True) if key not in ("csrf_token",)]
    return render_template("jag/fraga.html", posted=posted, action=request.full_path.rstrip("?")), 403


def clash(error: Clash) -> ResponseReturnValue:
    """Both versions and a choice; see static/js/outbox.js."""
    draft_id = (request.view_args or {}).get("draft_id", 0)
    facts = {
        "path": error.path,
        "mine": error.mine,
        "theirs": error.theirs,
        "version": error.version,
        "who": error.who,
        "at": error.at,
    }
    if wants_message():
        return jsonify({"clash": facts, "html": choice_html(error, draft_id)}), 409
    mine, theirs = both_seen(error, desk().sheet(draft_id).document)
    return render_template("fel/krock.html", clash=error, mine=mine, theirs=theirs, draft_id=draft_id), 409


def choice_html(error: Clash, draft_id: int) -> str:
    """Both texts as people see them, and the buttons."""
    document = desk().sheet(draft_id).document
    (mine, theirs), leaf = both_seen(error, document), document.mall.leaf_at(error.path)
    merges = leaf is not None and leaf.merges
    return render_template("falt/_clash.html", clash=error, mine=mine, theirs=theirs, merges=merges)


def clashes(error: Clashes) -> ResponseReturnValue:
    """The page that was posted, with both texts where somebody was first."""
    from . import avsnitt  # a page of a draft: loaded when one is asked for
    from .pages import html_of

    sheet = desk().sheet(error.draft_id)
    section = sheet.mall.section(error.section_id)
    assert section  # or nothing could have been saved in it
    saves = ("avsnitt.save", "avsnitt.save_part", "anteckningar.add")  # and does nothing more
    undone, row = request.endpoint not in saves, request.form.get("del", "")
    return html_of("avsnitt/avsnitt.html", avsnitt.page(sheet, section, row, error.clashes, undone=undone)), 409


def written_in(error: WrittenIn) -> ResponseReturnValue:
    """The scripts offer to do it anyway; without them it waits until the others have left the row."""
    if wants_message():
        return jsonify({"error": str(error), "anyway": True}), 409
    return answer(409, f"{error} Ta bort den när ni har kommit överens om det.")


def csrf(error: CSRFError) -> ResponseReturnValue:
    """A message brings a fresh token along, so that the scripts can send the same once more: no other site can read it."""
    sentence = "Sidan har varit öppen för länge eller kom från fel ställe. Ladda om sidan och försök igen."
    if wants_message():
        return jsonify({"error": sentence, "token": generate_csrf()}), 400
    return answer(400, sentence)


def http(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None and error.code and error.code < 400:
        return error.get_response()
    status = error.code or 500
    if status == 413 and request.endpoint in BRINGS:
        return answer(status, TOO_LARGE_A_FILE)
    return answer(status, SENTENCES.get(status, "Det gick inte. Gå tillbaka och försök igen."))


def too_many_open(error: TooManyOpen) -> ResponseReturnValue:
    """Without a page: its template is a file too."""
    sentence = str(error)
    answer = (
        jsonify({"error": sentence})
        if wants_message()
        else Response(with_what_was_typed(sentence), mimetype="text/plain")
    )
    answer.headers["Retry-After"] = "5"
    return answer, 503


def with_what_was_typed(sentence: str) -> str:
    texts = typed() or ()
    return "\n\n".join([sentence, *(f"{one.name}:\n{one.text}" for one in texts)])


def bug(error: Exception) -> ResponseReturnValue:
    """Our own fault: logged in full, shown as an apology with a number to quote."""
    from flask import current_app

    if out_of_files(error):
        return too_many_open(TooManyOpen())
    number = secrets.token_hex(3).upper()
    current_app.logger.exception("Fel %s vid %s %s", number, request.method, request.path)
    return answer(500, f"Något gick fel i programmet. Det som var sparat finns kvar. Felets nummer är {number}.")
