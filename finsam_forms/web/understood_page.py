"""What the page of a file shows that is to become a new draft: what could not be placed, and how the whole was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask import render_template

from ..core.document import Document
from ..core.mall import mall_of
from ..core.party import Party
from ..export import elements as e
from ..export.kinds import SCREEN
from ..export.printout import printout
from ..export.stamp import Stamp
from ..incoming.brought import Brought
from ..incoming.noted import Noted, noted
from ..mallar.offered import Head
from ..store import Person
from .kinds.pay_chart import PayPicture, pay_picture
from .kinds.time_axis import TimePicture, time_picture
from .read_page import IN_WORDS, shown_elements
from .render import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodPage:
    token: str
    file: str
    """The file's name."""
    me: Person | None
    form: str
    """The form that a foreign file is read as."""
    forms: Sequence[Head]
    brought: Brought | None
    """None while nobody has said which form it is, or it can't be read as that one."""
    fault: str
    doubts: Sequence[str]
    """Without those about the columns, which are asked about by themselves."""
    parties: Sequence[Party]
    """Of the draft that it would be if nobody had said whose the columns are."""
    answers: Mapping[str, str]
    """What has been said about the columns: incoming/whose.py."""
    elements: Sequence[tuple[str, e.Element]] = ()
    """The draft that it would be, as it is read: each after its macro."""
    notes: Sequence[Noted] = ()
    """What the comments of the file become in it."""
    pays: PayPicture | None = None
    picture: TimePicture | None = None

    def html(self) -> str:
        return render_template("inlasning/forstatt.html", **names_of(self), **IN_WORDS)

    def with_draft(self, document: Document) -> UnderstoodPage:
        """The same with all that is understood."""
        return replace(
            self,
            elements=shown_elements(printout(document, Stamp(""), SCREEN).elements),
            notes=noted(mall_of(document), self.brought.comments if self.brought else ()),
            pays=pay_picture(document),
            picture=time_picture(document),
        )
