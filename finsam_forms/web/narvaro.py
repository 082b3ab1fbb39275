"""Who is here: browsers say that they are, and everybody sees it."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator

from flask import Blueprint, Flask, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import escape

from ..forms.edit import PATH
from ..live.presence import Here, Presence, people
from . import fragments
from .context import current_person, desk, feed, running

bp = Blueprint("narvaro", __name__, url_prefix="/utkast/<int:draft_id>")

TAB = r"^[a-f0-9]{8,64}$"


@bp.post("/har")
def here(draft_id: int) -> ResponseReturnValue:
    """A sign of life: which section, and which value is being written."""
    tab, section, path = (request.form.get(key, "") for key in ("flik", "avsnitt", "falt"))
    if re.match(TAB, tab):
        known = path if re.match(PATH, path) else ""
        mall = desk().sheet(draft_id).document.mall
        where = section if section == "granska" or mall.section(section) else ""
        if running().presence.seen(draft_id, tab, current_person(), where, known):
            tell(draft_id)
    return "", 204


@bp.post("/borta")
def gone(draft_id: int) -> ResponseReturnValue:
    """The tab is being closed."""
    if running().presence.left(draft_id, request.form.get("flik", "")):
        tell(draft_id)
    return "", 204


def tell(draft_id: int) -> None:
    """Everybody's list of who is here, rendered once."""
    tabs = running().presence.here(draft_id)
    feed().publish(draft_id, message_of(draft_id, tabs), name="har")


def message_of(draft_id: int, tabs: tuple[Here, ...]) -> dict[str, object]:
    typing = [{"path": one.path, "who": said(one), "tab": one.tab} for one in tabs if one.path]
    where = {said(one): one.section for one in people(tabs) if one.section}
    return {
        "values": [],
        "stale": [],
        "html": fragments.partials(shown(draft_id, tabs)),
        "typing": typing,
        "where": where,
    }


def said(here: Here) -> str:
    return f"{here.person.name} ({here.person.organisation})"


def shown(draft_id: int, tabs: tuple[Here, ...]) -> Iterator[fragments.Fragment]:
    found = people(tabs)
    yield "#har", render_template("narvaro/_personer.html", people=found, draft_id=draft_id)
    for section in desk().sheet(draft_id).document.mall.sections:
        inside = [one for one in found if one.section == section.id]
        marks = "".join(
            f'<span class="toc__who"><span aria-hidden="true">{escape(one.person.initials)}</span>'
            f'<span class="hidden">{escape(one.person.name)} är här</span></span>'
            for one in inside[:2]
        )
        yield (
            f"#w-{section.id}",
            marks + (f'<span class="toc__who">+{len(inside) - 2}</span>' if len(inside) > 2 else ""),
        )


class Sweeper:
    """Takes away the names of those who have gone silent."""

    EVERY = 1.0

    def __init__(self, app: Flask, presence: Presence, tell: Callable[[int], None] = tell):
        self.app, self.presence, self.tell = app, presence, tell
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="narvaro", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while not feed_of(self.app).stopping.is_set():
            time.sleep(self.EVERY)
            for draft_id in self.presence.sweep():
                with self.app.test_request_context("/"):
                    self.tell(draft_id)


def feed_of(app: Flask):  # type: ignore[no-untyped-def]
    from .context import KEY

    return app.extensions[KEY].feed
