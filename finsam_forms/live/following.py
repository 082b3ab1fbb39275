"""The documents that the open drafts follow, as they count: the latest version of one that has been locked, else as it stands."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock
from typing import NamedTuple

from ..core.document import PLACE, Document
from ..core.fingerprint import fingerprint
from ..core.following import (
    NOBODY,
    PREVIOUS,
    SAID,
    SHEET,
    Followed,
    Follows,
    Mark,
    Told,
    is_sheet_of,
    tells_claims,
    years_of,
)
from ..core.mall import Mall, mall_of
from ..core.mall_fault import MallFault
from ..core.roles import DIARIENUMMER
from ..mallar import mall_kept
from ..store import Store, StoreError, Tie
from ..store.errors import NotFound
from .desk import Desk, Sheet

OPEN = 50
"""Drafts whose followed documents are kept."""


class Counted(NamedTuple):
    """A followed draft as it counts, and its number and fingerprint then."""

    document: Document
    version: int
    """The version that counts; 0 while it has never been locked."""
    sha256: str


class Kept(NamedTuple):
    sources: tuple[Document, ...]
    marks: object
    followed: Followed


class Following:
    """`of` gives the same object while nothing it stands on has changed: whoever works something out of it may compare by identity."""

    def __init__(self, desk: Desk):
        self.desk = desk
        self._kept: OrderedDict[int, Kept] = OrderedDict()
        self._versions: OrderedDict[tuple[int, int], Document] = OrderedDict()
        self._guard = Lock()

    @property
    def store(self) -> Store:
        return self.desk.store

    def of(self, sheet: Sheet) -> Followed:
        """What the draft follows. A source that is gone or can't be read is none."""
        if not sheet.ties:
            return NOBODY
        tied = [(tie.role, one) for tie in ties_of(sheet) if (one := self._document(tie.source_id)) is not None]
        asking = tuple(self.asking(sheet.mall, sheet.draft_id))
        sources = (*(one for _, one in tied), *asking)
        with self._guard:
            kept = self._kept.get(sheet.draft_id)
            same = kept is not None and kept.marks is sheet.marks and len(kept.sources) == len(sources)
            if kept and same and all(one is other for one, other in zip(kept.sources, sources, strict=True)):
                return kept.followed
            sheets = tuple(one for role, one in tied if role == SHEET)
            followed = Followed(documents=dict(tied), marks=sheet.marks, sheets=sheets, asking=asking)
            self._kept[sheet.draft_id] = Kept(sources, sheet.marks, followed)
            self._kept.move_to_end(sheet.draft_id)
            while len(self._kept) > OPEN:
                self._kept.popitem(last=False)
        return followed

    def earlier(self, sheet: Sheet) -> Iterator[Document]:
        """The reports before, the last one first, as far as they are still here."""
        seen = {sheet.draft_id}
        while tie := next((one for one in sheet.ties if one.role == PREVIOUS and one.source_id not in seen), None):
            seen.add(tie.source_id)
            document = self._document(tie.source_id)
            if document is None:
                return
            yield document
            sheet = self.desk.sheet(tie.source_id)

    def asking(self, mall: Mall, draft_id: int) -> Iterator[Document]:
        """The rekvisitioner in the dossier of a draft, as they count, for a form that tells what they come to."""
        dossier = self.store.drafts.about(draft_id).dossier if tells_claims(mall) else None
        for drafts in self.store.drafts.in_dossiers([dossier] if dossier else []).values():
            for one in drafts:
                document = self._document(one.id)
                if document is not None and not tells_claims(mall_of(document)) and Followed(asking=(document,)).claims:
                    yield document

    def _document(self, draft_id: int) -> Document | None:
        try:
            return self.counted(draft_id).document
        except (StoreError, MallFault):
            return None

    def counted(self, draft_id: int) -> Counted:
        """A draft as others may follow it. Raises StoreError, MallFault."""
        sheet = self.desk.sheet(draft_id)
        if sheet.binned:
            raise NotFound
        latest = sheet.latest
        if latest is None:
            return Counted(sheet.document, 0, "")
        if sheet.locked:
            return Counted(sheet.document, latest.number, latest.sha256)
        return Counted(with_number(self._version(sheet), sheet.document), latest.number, latest.sha256)

    def _version(self, sheet: Sheet) -> Document:
        """The latest version of a draft that has been unlocked since."""
        latest = sheet.latest
        assert latest is not None
        key = sheet.draft_id, latest.change_id
        with self._guard:
            found = self._versions.get(key)
        if found is None:
            mall = mall_kept(self.store.drafts, latest.mall_fingerprint)
            found = Document(mall, self.store.log.values_at(sheet.draft_id, latest.change_id))
            with self._guard:
                self._versions[key] = found
                while len(self._versions) > OPEN:
                    self._versions.popitem(last=False)
        return found

    def tie(self, role: str, draft_id: int) -> Tie:
        """What is remembered of a draft that is begun from. Raises StoreError, MallFault."""
        counted = self.counted(draft_id)
        return Tie(role, draft_id, counted.sha256 or fingerprint(counted.document).sha256)

    def sheets_of(self, sheet: Sheet) -> Iterator[tuple[int, Document]]:
        """The drafts about the same insats that are a sheet of this one, written by themselves, as they count."""
        if not any(one.from_sheet for one in sheet.mall.fields()):
            return
        here = self.store.drafts.about(sheet.draft_id)
        together = self.store.drafts.in_dossiers([here.dossier] if here.dossier else []).values()
        found = {one.id for drafts in together for one in drafts}
        found |= {*self.store.following.named(here.title)} if here.title else set()
        for one in sorted(found - {sheet.draft_id}):
            try:
                document = self.counted(one).document
            except (StoreError, MallFault):
                continue
            if is_sheet_of(sheet.mall, document):
                yield one, document

    def told(self, sheet: Sheet) -> dict[str, Told]:
        """What the draft follows, for a file."""
        found = {}
        for tie in ties_of(sheet):
            document = self._document(tie.source_id)
            if document is not None:
                found[tie.role] = Told(number_of(document), document.title, tie.sha256)
        return found

    def found_again(self, document: Document, follows: Follows) -> tuple[list[Tie], dict[str, Mark]]:
        """What a document that is read in follows here, and what it has from there as it is now: nothing to tell until it changes.

        A document is found when exactly one draft here has the fingerprint that the file says.
        """
        ties = [Tie(role, found, told.sha256) for role, told in follows.items() if (found := self._source(told))]
        sources = {tie.role: one for tie in ties if (one := self._document(tie.source_id)) is not None}
        coming = Followed(documents=sources).coming(mall_of(document), years_of(document))
        return ties, {path: Mark(one.role, one.text) for path, one in coming.items() if not one.once}

    def _source(self, told: Told) -> int:
        """The draft that a file means; 0 when it is none or several."""
        locked = [one for one in self.store.following.with_fingerprint(told.sha256) if self._is_here(one)]
        found = locked or [one for one in self.store.following.named(told.title) if self._says(one, told.sha256)]
        return found[0] if len(found) == 1 else 0

    def _is_here(self, draft_id: int) -> bool:
        return self.store.drafts.about(draft_id).binned is None

    def _says(self, draft_id: int, sha256: str) -> bool:
        """Has a draft that has never been locked this fingerprint as it stands?"""
        try:
            return fingerprint(self.desk.sheet(draft_id).document).sha256 == sha256
        except (StoreError, MallFault):
            return False

    def forget(self, draft_id: int) -> None:
        """Keep nothing of a draft that is gone."""
        with self._guard:
            self._kept.pop(draft_id, None)


def ties_of(sheet: Sheet) -> Iterator[Tie]:
    """What a draft follows; what a chapter was begun from only while the chapter stands."""
    return (tie for tie in sheet.ties if tie.role in SAID or sheet.document.text(f"{tie.role}/{PLACE}"))


def with_number(version: Document, now: Document) -> Document:
    """The förbund's number may come after the lock: it is no part of what was signed."""
    field, number = mall_of(version).of_role(DIARIENUMMER), number_of(now)
    return version.replace({field.id: number}) if field and number != version.text(field.id) else version


def number_of(document: Document) -> str:
    """The förbund's number of the insats."""
    field = mall_of(document).of_role(DIARIENUMMER)
    return document.text(field.id) if field else ""
