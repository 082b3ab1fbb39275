"""Runs the checks over a document, and after an edit only those that the edit can have touched."""

from __future__ import annotations

from collections.abc import Container, Generator, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from ..document import Document
from ..following import NOBODY, Followed
from ..waiver import Waiver
from .facts import AsRead, Facts, aspects
from .places import place_order
from .registry import Check, Remark

T = TypeVar("T")
Said = tuple[Remark, ...]
Kept = dict[str, tuple[str, Said]]
"""Path of a text → (the text, what a check said about it)."""

Waivers = Mapping[str, Waiver]
NO_WAIVERS: Waivers = MappingProxyType({})


class Checker:
    """The remarks about a document. `after` gives those of the changed document; the result is the same as a new Checker's."""

    facts: Facts
    _whole: dict[Check, Said]
    _by_text: dict[Check, Kept]

    def __init__(
        self,
        document: Document,
        *,
        as_read: AsRead | None = None,
        followed: Followed = NOBODY,
        waivers: Waivers = NO_WAIVERS,
        codes: Container[str] | None = None,
    ):
        """`codes`: only the checks with these."""
        facts = Facts(document, as_read=as_read, followed=followed)
        self.waivers = waivers
        finish(self._examine(facts, None, frozenset(), codes))

    @classmethod
    def stepwise(
        cls,
        document: Document,
        *,
        as_read: AsRead | None = None,
        followed: Followed = NOBODY,
        waivers: Waivers = NO_WAIVERS,
    ) -> Generator[None, None, Checker]:
        """A new Checker worked out in small steps: whoever drives it may rest, or give up, between any two."""
        checker = object.__new__(cls)
        checker.waivers = waivers
        yield from checker._examine(Facts(document, as_read=as_read, followed=followed), None, frozenset())
        return checker

    def after(
        self,
        document: Document,
        changed_paths: Iterable[str],
        *,
        waivers: Waivers | None = None,
    ) -> Checker:
        """The same checks on a document where only these paths have changed."""
        return finish(self.after_stepwise(document, changed_paths, waivers=waivers))

    def after_stepwise(
        self,
        document: Document,
        changed_paths: Iterable[str],
        *,
        waivers: Waivers | None = None,
    ) -> Generator[None, None, Checker]:
        """`after` in small steps."""
        changed: frozenset[str] = frozenset().union(*(aspects(document, path) for path in changed_paths))
        before = self.facts
        facts = Facts(document, as_read=before.as_read, followed=before.followed)
        following = object.__new__(Checker)
        following.waivers = self.waivers if waivers is None else waivers
        yield from following._examine(facts, self, changed)
        return following

    def _examine(
        self, facts: Facts, before: Checker | None, changed: frozenset[str], codes: Container[str] | None = None
    ) -> Generator[None, None, None]:
        from .rules import CHECKS

        self.facts = facts
        self._whole = {}
        self._by_text = {}
        wanted = CHECKS if codes is None else [check for check in CHECKS if check.code in codes]
        for check in (check for check in wanted if check.speaks_for(facts.mall.family)):
            still = before is not None and not changed & check.reads
            if not check.each:
                self._whole[check] = before._whole[check] if before and still else tuple(check.remarks(facts))
                yield
            else:
                kept = before._by_text[check] if before and still else {}
                said: Kept = {}
                for prose in facts.subjects(check.each):
                    known = kept.get(prose.path)
                    same = known is not None and known[0] == prose.raw
                    said[prose.path] = known if known and same else (prose.raw, tuple(check.remarks(facts, prose)))
                    if not same:
                        yield
                self._by_text[check] = said

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """In the form's order, and in a section the most serious first; waived ones carry their waiver."""
        from .personal import in_reasons, without_number

        document = self.facts.document
        found = [remark for said in self._whole.values() for remark in said]
        found += [remark for kept in self._by_text.values() for _, said in kept.values() for remark in said]
        found += in_reasons(self.waivers, found, self.facts.mall)
        place_of = place_order(document)
        found.sort(key=lambda remark: (*place_of(remark.path, remark.severity.rank), remark.code))
        return tuple(
            remark._replace(waived=without_number(self.waivers[remark.key])) if remark.key in self.waivers else remark
            for remark in found
        )


def finish(steps: Generator[None, None, T]) -> T:
    """Everything at once."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            found: T = stop.value
            return found


def check_document(
    document: Document,
    *,
    as_read: AsRead | None = None,
    followed: Followed = NOBODY,
    waivers: Waivers = NO_WAIVERS,
    codes: Container[str] | None = None,
) -> tuple[Remark, ...]:
    """Every remark about a document. `waivers`: by the key of the remark.

    as_read: what the document said when it was read in. followed: the application and the last report, of one that follows them.
    codes: only the checks with these.
    """
    return Checker(document, as_read=as_read, followed=followed, waivers=waivers, codes=codes).remarks


def recheck(previous: Checker, document: Document, changed_paths: Iterable[str]) -> Checker:
    """The checks of a document that has changed at these paths since `previous`."""
    return previous.after(document, changed_paths)
