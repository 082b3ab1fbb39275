"""An answer as a page shows it: with the words over it and the template of its kind."""

from __future__ import annotations

from typing import Any, cast

from ...core.document import Document
from ...core.kinds.kind import Answer, Kind, Leaf
from ...core.mall import Mall, Section


class Shown(Answer[Kind]):
    """What the macros of templates/falt/ call `f`."""

    __slots__ = ("inside", "label", "named", "titled")

    def __init__(
        self,
        field: Any,
        path: str,
        document: Document,
        label: str,
        *,
        inside: bool = True,
        titled: bool = False,
        named: bool = False,
    ):
        super().__init__(field, path, document)
        self.label, self.inside, self.titled, self.named = label, inside, titled, named

    @property
    def template(self) -> str:
        return f"falt/{self.field.type}.html"

    @property
    def follows(self) -> str:
        """The fields whose rows it shows, for `data-follows`: its page is fetched again when they come or go."""
        return " ".join(sorted(self.field.follows(self.form)))

    @property
    def pictured(self) -> str:
        """The fields that its pictures are drawn from, for `data-follows`."""
        return " ".join(sorted({self.path.partition("/")[0], *self.field.drawn_from(self.form)}))

    @property
    def bad(self) -> bool:
        """Could what stands in it, a leaf, not be read?"""
        return cast(Leaf, self.field).read(self.text()).problem is not None

    def part(self, field: Kind, *steps: str, label: str | None = None) -> Shown:
        """A part of it, some steps below."""
        return Shown(field, "/".join((self.path, *steps)), self.document, field.label if label is None else label)


def shown(field: Kind, section: Section, document: Document) -> Shown:
    """A question of a section. It is `titled` when the section's heading is all that stands over it; a question of several inputs
    is `named` by its label when that says more than the heading and its inputs do."""
    titled = not field.label or field.label == section.heading
    named = not titled and (len(section.fields) > 1 or not field.self_named)
    return Shown(field, field.id, document, field.label or section.short, inside=False, titled=titled, named=named)


def shown_in_chapter(at: Answer[Kind]) -> Shown:
    """A question of a page of its own: its label stands over it, however many inputs it has."""
    return Shown(at.field, at.path, at.document, at.field.label, inside=False, named=True)


def echoed(mall: Mall) -> str:
    """The fields that are told outside their own place too, or decide what is, for `data-follows`."""
    return " ".join(one.id for one in mall.fields() if one.echoed or one.id in mall.deciders)
