"""The history that is handed in with a draft."""

from __future__ import annotations

from functools import lru_cache

from ..core.checks import place_name
from ..core.document import PLACE, Document
from ..core.edit import Person
from ..core.kinds.own import NOTES
from ..core.personal_number import masked
from ..export.happened import Happening
from ..store import Event, Store
from .dossier import told
from .words import local


def history(store: Store, draft_id: int, document: Document) -> list[Happening]:
    """A line for each person, place and day, and the events, in order of time. The group's own notes are not told of."""
    name = lru_cache(maxsize=None)(lambda path: place_name(document, path))
    lines: dict[tuple[str, Person, str], list[str]] = {}
    for at, path, who in store.log.written(draft_id):
        if not path.startswith(NOTES):
            moment, place = local(at), path.removesuffix(f"/{PLACE}")
            lines.setdefault((f"{moment:%Y-%m-%d}", who, name(place)), []).append(f"{moment:%H:%M}")
    found = [
        Happening(
            day=day,
            start=times[0],
            end=times[-1],
            name=who.name,
            organisation=who.organisation,
            what="Ändrade",
            where=masked(place),
            times=len(times),
        )
        for (day, who, place), times in lines.items()
    ]
    found += [happening(event) for event in store.dossier.events(draft_id)]
    return sorted(found, key=lambda one: (one.day, one.start))


def happening(event: Event) -> Happening:
    moment, one = local(event.at), told(event)
    clock = f"{moment:%H:%M}"
    return Happening(
        day=f"{moment:%Y-%m-%d}",
        start=clock,
        end=clock,
        name=event.by.name,
        organisation=event.by.organisation,
        what=f"{one.said}: {one.why}" if one.why else one.said,
    )
