"""The app put together: store, forms, desk, feed and pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from . import places
from .core.checks import Severity
from .limits import WHEN_UNKNOWN, share
from .live.caretaker import Caretaker
from .live.desk import Desk
from .live.door import Door
from .live.feed import Feed
from .live.following import Following
from .live.indexer import Indexer
from .live.locking import Locking
from .live.meeting import Meeting
from .live.presence import Presence, Teller
from .live.projector import Projector
from .live.review import Review, Reviewed
from .mallar import load_malls, mall_kept
from .refusal import say
from .store import Store
from .store.folder import FORMS
from .web import addresses, compiled, dossier, errors, guests, htmx, security, squeezed, words
from .web.context import KEY, Running, take_name


def create_app(data_dir: Path | None = None, **config: Any) -> Flask:
    """The app on a data folder. Raises StoreError and MallFault, whose messages are for the user.

    `EXCLUSIVE=False` in the config opens the folder beside a running server (tests, the command line). `LIMITS`: how much
    may be open at once.
    """
    data = places.data_dir(data_dir)
    root = places.resource_root()
    app = Flask(
        __name__,
        template_folder=str(root / "templates"),
        static_folder=str(root / "static"),
        instance_path=str(data),
    )
    app.config.update(config)
    app.jinja_env.undefined = StrictUndefined
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    compiled.join(app)
    limits = app.config.get("LIMITS") or share(WHEN_UNKNOWN)
    malls = load_malls(data / FORMS)
    store = Store(data, exclusive=app.config.get("EXCLUSIVE", True))
    dossier.fill_in_fingerprints(store)
    desk = Desk(store, lambda draft: mall_kept(store.drafts, draft.mall_fingerprint))
    following = Following(desk)
    feed = Feed(limits.streams, limits.readers)
    app.extensions[KEY] = Running(
        store=store,
        malls=malls,
        desk=desk,
        review=Review(desk, following, announcer(app)),
        following=following,
        feed=feed,
        presence=Presence(time.monotonic),
        projector=Projector(time.monotonic),
        locking=Locking(time.monotonic, feed.stopping),
        meeting=Meeting(time.monotonic),
        door=Door(addresses=app.config.get("LAN_ADDRESSES")),
        caretaker=Caretaker(store, feed.stopping, say),
    )
    security.protect(app, data)
    squeezed.join(app)
    htmx.join(app)
    errors.join(app)
    words.join(app)
    app.jinja_env.globals.update(Severity=Severity)
    guests.join(app)
    app.teardown_appcontext(lambda _: store.rest(limits.kept_open))
    app.before_request(take_name)
    if app.config.get("EXCLUSIVE", True):
        Indexer(store, feed.stopping).start()
    Teller(
        app.extensions[KEY].presence,
        lambda draft_id, step: feed.publish(draft_id, {"here": step}, name="har"),
        feed.stopping,
    ).start()
    addresses.join(app)
    return app


def announcer(app: Flask) -> Callable[[Reviewed | None, Reviewed], None]:
    """What the review thread calls: everybody who has the draft open is told what is new."""

    def announce(before: Reviewed | None, after: Reviewed) -> None:
        if before is not None and before.remarks == after.remarks and before.sheet.states == after.sheet.states:
            return
        from .web import granska  # no page is loaded before somebody needs it

        with app.test_request_context("/"):
            granska.tell(before, after)

    return announce
