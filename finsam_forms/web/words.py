"""Times, states and ids in the words that templates use."""

from __future__ import annotations

from datetime import datetime

from flask import Flask
from markupsafe import Markup, escape

from ..core import dates, fingerprint, kronor
from .prose import prose_html

NBSP = "\u00a0"


def join(app: Flask) -> None:
    """The filters and globals of every template."""
    app.jinja_env.filters.update(fid=fid, when=when, clock=clock, long_date=long_date, soft=soft_hyphens)
    app.jinja_env.filters["fingerprint"] = fingerprint.shown
    app.jinja_env.globals.update(
        prose_html=prose_html,
        kr=kronor.format_kronor,
    )


SOFT = (
    ("Arbetsförmedlingen", "Arbets&shy;förmedlingen"),
    ("Försäkringskassan", "Försäkrings&shy;kassan"),
    ("Samordningsförbundet", "Samordnings&shy;förbundet"),
    ("egenfinansiering", "egen&shy;finansiering"),
    ("samverkanspart", "samverkans&shy;part"),
)


def fid(path: str) -> str:
    """A path as part of a DOM id."""
    return path.replace("/", "-")


def local(at: str) -> datetime:
    """A stored time (UTC, ISO) in the computer's own zone."""
    return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()


def when(at: str) -> str:
    """«14:03 i dag», «19 november», «3 september 2025»."""
    moment, now = local(at), datetime.now().astimezone()
    if moment.date() == now.date():
        return f"{moment:%H:%M} i{NBSP}dag"
    day = f"{moment.day}{NBSP}{dates.MONTHS[moment.month - 1]}"
    return day if moment.year == now.year else f"{day}{NBSP}{moment.year}"


def clock(at: str) -> str:
    """«14:03» today, else the day and the time."""
    moment = local(at)
    return f"{moment:%H:%M}" if moment.date() == datetime.now().date() else f"{when(at)} {moment:%H:%M}"


def long_date(iso: str) -> str:
    """«2027-04-01» → «1 april 2027»; anything else as it is."""
    day = dates.read_date(iso).value
    return dates.format_date_long(day) if day else iso


def soft_hyphens(name: str) -> Markup:
    """Long names may break inside a word in a narrow column."""
    text = str(escape(name))
    for word, parts in SOFT:
        text = text.replace(word, parts)
    return Markup(text)
