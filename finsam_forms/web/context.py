"""What a route needs of the running app: the desk, the feed, the store, the forms, and who is asking."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, request, session

from ..core.reading import one_line
from ..live.caretaker import Caretaker
from ..live.desk import Desk
from ..live.door import Door
from ..live.feed import Feed
from ..live.following import Following
from ..live.locking import Locking
from ..live.meeting import Meeting
from ..live.presence import Presence
from ..live.projector import Projector
from ..live.review import Review
from ..mallar.offered import Forms
from ..store import Person, Store
from .trouble import WhoAreYou

KEY = "finsam_forms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The parts of one running app. Made in app.py, kept in `app.extensions`."""

    store: Store
    desk: Desk
    feed: Feed
    malls: Forms
    presence: Presence
    projector: Projector
    locking: Locking
    meeting: Meeting
    review: Review
    following: Following
    door: Door
    caretaker: Caretaker

    def forget(self, draft_id: int) -> None:
        """Keep nothing in memory of a draft that is deleted for good."""
        for part in (self.desk, self.following, self.review, self.feed, self.presence, self.locking):
            part.forget(draft_id)


def running() -> Running:
    found: Running = current_app.extensions[KEY]
    return found


def desk() -> Desk:
    return running().desk


def feed() -> Feed:
    return running().feed


def known_person() -> Person | None:
    """The name and organisation that were given once, from the signed cookie."""
    name, organisation = session.get("namn", ""), session.get("organisation", "")
    return Person(name, organisation) if name and organisation else None


def current_person() -> Person:
    """Who makes this change. Raises WhoAreYou."""
    person = known_person()
    if person is None:
        raise WhoAreYou
    return person


def remember_person(person: Person) -> None:
    session.permanent = True
    session["namn"], session["organisation"] = person.name, person.organisation


def take_name() -> None:
    """A posted form may bring along who the person is, when that was asked in the same go (without JavaScript)."""
    if request.method == "POST" and "jag_namn" in request.form:
        name, organisation = (one_line(request.form.get(key, ""))[:80] for key in ("jag_namn", "jag_organisation"))
        if name and organisation:
            remember_person(Person(name, organisation))
