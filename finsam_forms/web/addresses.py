"""Every address of the program: what answers there, and for whom (docs/beslut/0028).

The endpoint `granska.show` is `show` in `granska.py`, `kinds.budget.wage.show` is `show` in `kinds/budget/wage.py`. A page's module is
loaded when somebody first goes there, so that the first page does not wait for all the others (docs/beslut/0026).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import cache, cached_property, partial
from importlib import import_module
from typing import Any, NamedTuple, cast

from flask import Flask
from flask.typing import ResponseReturnValue
from werkzeug.routing import Rule


class For(Enum):
    """Who may use an address; each includes those below it."""

    STRANGERS = auto()
    """Can be seen from the network without the code."""
    LINKS = auto()
    """Whoever has a read-only link: it is a key of its own."""
    GUESTS = auto()
    """Whoever has given the meeting's code: reads and writes."""
    LOCKING = auto()
    """The host, and the guests of a meeting whose host has allowed it."""
    HOST = auto()
    """Only at the computer itself: what decides over whole drafts, and over the meeting."""


class Address(NamedTuple):
    """`methods` are parted by spaces; `whose` is asked before every request, and by the pages before they offer it (rights.py)."""

    methods: str
    path: str
    endpoint: str
    whose: For


STRANGERS, LINKS, GUESTS, LOCKING, HOST = For
DRAFT = "/utkast/<int:draft_id>"

ADDRESSES = (
    Address("GET", "/", "oversikt.show", GUESTS),
    Address("GET", "/papperskorgen", "oversikt.show_bin", HOST),
    Address("POST", "/utkast", "utkast.create", GUESTS),
    Address("POST", "/exempel", "utkast.create_example", GUESTS),
    Address("POST", "/las-in", "inlasning.bring", HOST),
    Address("GET", "/las-in/<token>", "inlasning.understood", HOST),
    Address("POST", "/las-in/<token>", "inlasning.make", HOST),
    Address("POST", "/las-in/<token>/parter", "inlasning.say_whose_in_new", HOST),
    Address("GET", f"{DRAFT}/las-in", "inlasning.choose", GUESTS),
    Address("POST", f"{DRAFT}/las-in", "inlasning.bring_to", GUESTS),
    Address("GET", f"{DRAFT}/las-in/<token>", "inlasning.compared", GUESTS),
    Address("POST", f"{DRAFT}/las-in/<token>", "inlasning.take", GUESTS),
    Address("POST", f"{DRAFT}/las-in/<token>/parter", "inlasning.say_whose", GUESTS),
    Address("POST", f"{DRAFT}/las-in/<token>/glom", "inlasning.forget", GUESTS),
    Address("POST", f"{DRAFT}/kopiera", "utkast.copy", HOST),
    Address("GET", f"{DRAFT}/nasta", "foljer.choose", GUESTS),
    Address("POST", f"{DRAFT}/nasta", "foljer.begin", GUESTS),
    Address("POST", f"{DRAFT}/foljer", "foljer.decide", GUESTS),
    Address("GET", f"{DRAFT}/insatser", "insatser.choose", GUESTS),
    Address("POST", f"{DRAFT}/insatser", "insatser.begin", GUESTS),
    Address("POST", f"{DRAFT}/byt-namn", "utkast.rename", HOST),
    Address("POST", f"{DRAFT}/kasta", "utkast.bin_draft", HOST),
    Address("POST", f"{DRAFT}/aterta", "utkast.unbin_draft", HOST),
    Address("GET POST", f"{DRAFT}/radera", "utkast.delete", HOST),
    Address("GET", f"{DRAFT}/", "avsnitt.start", GUESTS),
    Address("GET", f"{DRAFT}/avsnitt/<section_id>", "avsnitt.show", GUESTS),
    Address("POST", f"{DRAFT}/avsnitt/<section_id>", "avsnitt.save", GUESTS),
    Address("GET", f"{DRAFT}/avsnitt/<section_id>/del/<row>", "avsnitt.show_part", GUESTS),
    Address("POST", f"{DRAFT}/avsnitt/<section_id>/del/<row>", "avsnitt.save_part", GUESTS),
    Address("GET", f"{DRAFT}/avsnitt/<section_id>/texter", "avsnitt.beside_texts", GUESTS),
    Address("POST", f"{DRAFT}/varde", "varden.save_value", GUESTS),
    Address("POST", f"{DRAFT}/varden", "varden.save_values", GUESTS),
    Address("GET", f"{DRAFT}/handelser", "varden.stream", GUESTS),
    Address("GET", f"{DRAFT}/handelser.json", "varden.poll", GUESTS),
    Address("GET", f"{DRAFT}/varde", "varden.show_value", GUESTS),
    Address("POST", f"{DRAFT}/fyll", "varden.fill", GUESTS),
    Address("GET", f"{DRAFT}/bild", "bars.show", GUESTS),
    Address("GET", f"{DRAFT}/meningar", "bars.say", GUESTS),
    Address("POST", f"{DRAFT}/rad", "rader.change_rows", GUESTS),
    Address("GET", f"{DRAFT}/tidsaxel", "tidplan.chart", GUESTS),
    Address("GET", f"{DRAFT}/granska", "granska.show", GUESTS),
    Address("POST", f"{DRAFT}/granska/ratta", "granska.put_right", GUESTS),
    Address("POST", f"{DRAFT}/granska/undantag", "granska.waive", GUESTS),
    Address("POST", f"{DRAFT}/granska/undan", "granska.put_away", GUESTS),
    Address("GET", f"{DRAFT}/har", "narvaro.who", GUESTS),
    Address("POST", f"{DRAFT}/har", "narvaro.here", GUESTS),
    Address("POST", f"{DRAFT}/borta", "narvaro.gone", GUESTS),
    Address("GET", f"{DRAFT}/historik", "historik.field_history", GUESTS),
    Address("POST", f"{DRAFT}/historik/aterstall", "historik.take_back", GUESTS),
    Address("GET", f"{DRAFT}/andrat", "historik.since", GUESTS),
    Address("POST", f"{DRAFT}/angra", "historik.undo", GUESTS),
    Address("GET", f"{DRAFT}/ersatt", "ersatt.show", GUESTS),
    Address("POST", f"{DRAFT}/ersatt", "ersatt.replace_chosen", GUESTS),
    Address("GET", f"{DRAFT}/att-gora", "anteckningar.show", GUESTS),
    Address("POST", f"{DRAFT}/anteckning", "anteckningar.add", GUESTS),
    Address("POST", f"{DRAFT}/anteckning/klar", "anteckningar.tick", GUESTS),
    Address("POST", f"{DRAFT}/anteckning/andra", "anteckningar.edit", GUESTS),
    Address("GET", f"{DRAFT}/underlag", "underlag.show", GUESTS),
    Address("GET", f"{DRAFT}/underlag.<name>", "underlag.file", GUESTS),
    Address("GET", f"{DRAFT}/skriv-ut", "utskrift.choose", GUESTS),
    Address("GET", f"{DRAFT}/utskrift.<name>", "utskrift.file", GUESTS),
    Address("GET", "/blankett/<mall_id>.<name>", "utskrift.blank", GUESTS),
    Address("POST", f"{DRAFT}/las", "lasning.lock", LOCKING),
    Address("POST", f"{DRAFT}/las/avbryt", "lasning.call_off", LOCKING),
    Address("POST", f"{DRAFT}/las-upp", "lasning.unlock", LOCKING),
    Address("POST", f"{DRAFT}/diarienummer", "lasning.number", GUESTS),
    Address("GET", "/motet", "mote.show", GUESTS),
    Address("POST", "/motet/oppna", "mote.open_meeting", HOST),
    Address("POST", "/motet/stang", "mote.close_meeting", HOST),
    Address("POST", "/motet/far", "mote.allow", HOST),
    Address("GET", "/motet/ga-med", "mote.join", STRANGERS),
    Address("POST", "/motet/ga-med", "mote.let_in", STRANGERS),
    Address("GET", f"{DRAFT}/projektor", "projektor.start", GUESTS),
    Address("GET", f"{DRAFT}/projektor/<section_id>", "projektor.show", GUESTS),
    Address("POST", f"{DRAFT}/projektor/har", "projektor.here", GUESTS),
    Address("GET", f"{DRAFT}/lank", "visa.manage", GUESTS),
    Address("POST", f"{DRAFT}/lank", "visa.make", GUESTS),
    Address("POST", f"{DRAFT}/lank/<token>/dra-in", "visa.revoke", GUESTS),
    Address("GET", "/visa/<token>", "visa.show", LINKS),
    Address("GET", "/visa/<token>/handelser", "visa.stream", LINKS),
    Address("GET", "/jag", "jag.show", GUESTS),
    Address("POST", "/jag", "jag.save", GUESTS),
    Address("GET", f"{DRAFT}/vem-betalar", "kinds.budget.routes.who_pays", GUESTS),
    Address("GET", f"{DRAFT}/loptid", "kinds.budget.routes.time", GUESTS),
    Address("GET", f"{DRAFT}/kalenderar", "kinds.budget.routes.by_year", GUESTS),
    Address("GET", f"{DRAFT}/lon", "kinds.budget.wage.show", GUESTS),
    Address("POST", f"{DRAFT}/lon", "kinds.budget.wage.work_out", GUESTS),
    Address("POST", f"{DRAFT}/forslag", "forslag.put_in", GUESTS),
    Address("POST", f"{DRAFT}/underskrift/kontaktperson", "kinds.contact.signs", GUESTS),
)


class LateRule(Rule):
    """Werkzeug's, but for what makes the links to it: that is compiled when the first one is made.

    Werkzeug makes it for every address at the start, and most pages link to a few: it was a tenth of the start.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        compiled = cache(partial(super()._compile_builder, append_unknown))

        def build(rule: Rule, /, **parts: Any) -> tuple[str, str]:
            return compiled()(rule, **parts)

        return build


class LazyView:
    """The function of an endpoint, imported at its first request: Flask's own pattern, «Lazily Loading Views»."""

    def __init__(self, endpoint: str):
        module, _, self.__name__ = endpoint.rpartition(".")
        self.__module__ = f"{__package__}.{module}"

    @cached_property
    def view(self) -> Callable[..., ResponseReturnValue]:
        return cast(Callable[..., ResponseReturnValue], getattr(import_module(self.__module__), self.__name__))

    def __call__(self, **parts: object) -> ResponseReturnValue:
        return self.view(**parts)


def join(app: Flask) -> None:
    app.url_rule_class = LateRule
    for address in ADDRESSES:
        app.add_url_rule(address.path, address.endpoint, LazyView(address.endpoint), methods=address.methods.split())
