"""Browsers on the network as the server sees them, and every address that they could try."""

import re

from finsam_forms.live.door import LAN_NAME
from tests.client import Client, client_of

LAN = {"SERVER_NAME": LAN_NAME, "REMOTE_ADDR": "127.0.0.2"}


class Outside(Client):
    """A browser on the network, as the server sees it."""

    def open(self, *args, **kwargs):
        return super().open(*args, environ_overrides=LAN, **kwargs)


def outside(app):
    return client_of(app, name="", kind=Outside)


def inside(app, code):
    client = outside(app)
    answer = client.post("/motet/ga-med", data={"kod": code, "namn": "Cilla", "organisation": "AF"})
    assert answer.status_code == 302
    return client


def routes(app):
    """Every address of the app, with something in its places."""
    for rule in app.url_map.iter_rules():
        url = re.sub(r"<int:draft_id>", "1", rule.rule)
        url = re.sub(r"<path:filename>", "app.css", url)
        url = re.sub(r"<[^>]*section_id>", "syfte", url)
        yield rule, re.sub(r"<[^>]+>", "x", url)
