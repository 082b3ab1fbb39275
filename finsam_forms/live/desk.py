"""The open drafts as working copies in memory. Every change goes through here: saved first, then worked out what it changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, NamedTuple

from ..core.document import PLACE, Document, characters
from ..core.following import Mark
from ..core.kinds.figures import figures, moves_columns
from ..core.kinds.kind import Leaf
from ..core.mall import Mall, mall_of
from ..core.progress import State, section_states
from ..core.roles import DIARIENUMMER
from ..core.row_rule import fault_of_rows
from ..core.state import DraftState
from ..core.waiver import Waiver
from ..store import Draft, Edit, Person, Saved, Store, Tie, Version

OPEN_DRAFTS = 50
"""How many working copies are kept; the one that has rested longest goes first."""
OPEN_CHARACTERS = 20_000_000
"""Characters of the texts of all working copies; the one that is written in is kept however large."""


class Sheet(NamedTuple):
    """A draft as it stands: immutable, so that a page is rendered from one moment."""

    draft_id: int
    document: Document
    versions: Mapping[str, int]
    last_change: int
    state: DraftState = DraftState.WRITING
    binned: bool = False
    """It lies in the bin: it can be read, and taken back."""
    versions_made: tuple[Version, ...] = ()
    """What has been locked for signature, the newest first."""
    waivers: Mapping[str, Waiver] = MappingProxyType({})
    """Remarks that may stand, by their key."""
    stated: Mapping[str, Any] = MappingProxyType({})
    """What the file it was read in from states itself (`core.checks.AsRead.stated`)."""
    ties: tuple[Tie, ...] = ()
    """What it follows."""
    marks: Mapping[str, Mark] = MappingProxyType({})
    """What it has from there, by path."""

    @property
    def mall(self) -> Mall:
        """The form definition that the draft was made with."""
        return mall_of(self.document)

    @property
    def states(self) -> Mapping[str, State]:
        """How far each section has come."""
        return section_states(self.document)

    @property
    def locked(self) -> bool:
        """Locked for signature: nothing can be changed."""
        return not self.state.may_be_written

    @property
    def partly_read(self) -> bool:
        """Some text has a sign that stands for what the disk could not give back."""
        return any("\ufffd" in text for text in self.document.values.values())

    @property
    def latest(self) -> Version | None:
        """The latest version; what is on paper while the draft is locked."""
        return self.versions_made[0] if self.versions_made else None

    def version(self, path: str) -> int:
        """How many times a value has been written; 0 for one that never was."""
        return self.versions.get(path, 0)


class Effect(NamedTuple):
    """What a change did: the draft before and after, and what must be shown anew."""

    before: Sheet
    after: Sheet
    saved: tuple[Saved, ...]
    stale: tuple[str, ...]
    """Where rows came, moved or went: pages that show them fetch themselves again."""


class Desk:
    """Working copies by draft. `turn` gives one thread at a time a draft, so that answers and pushes keep the order of changes."""

    def __init__(self, store: Store, mall_of: Callable[[Draft], Mall]):
        self.store = store
        self._mall_of = mall_of
        self._sheets: OrderedDict[int, Sheet] = OrderedDict()
        self._sizes: dict[int, int] = {}
        self._turns: dict[int, threading.RLock] = {}
        self._guard = threading.Lock()

    @contextmanager
    def turn(self, draft_id: int) -> Iterator[None]:
        """One at a time with this draft."""
        with self._guard:
            lock = self._turns.setdefault(draft_id, threading.RLock())
        with lock:
            yield

    def sheet(self, draft_id: int) -> Sheet:
        """The draft as it stands. Raises NotFound."""
        with self._guard:
            if draft_id in self._sheets:
                self._sheets.move_to_end(draft_id)
                return self._sheets[draft_id]
        with self.turn(draft_id):
            sheet = self._load(draft_id)
            self._put(sheet)
            return sheet

    def forget(self, draft_id: int) -> None:
        """Read the draft anew next time: something else than a value changed (bin, lock)."""
        with self._guard:
            self._sheets.pop(draft_id, None)
            self._sizes.pop(draft_id, None)

    def save(self, draft_id: int, edit: Edit, who: Person) -> Effect:
        """Save one value. Raises Clash, Locked, NotFound, NoSuchPlace, NoRoom.

        The diarienummer is the förbund's, no part of what is signed, and may come after the lock.
        """
        with self.turn(draft_id):
            before = self.sheet(draft_id)
            (edit,) = self._tidied(before.document, [edit])
            mergeable = merged(before.document, edit.path)
            late = role_at(before.document, edit.path) == DIARIENUMMER
            saved = self.store.changes.save(draft_id, edit, who, mergeable=mergeable, locked_too=late)
            return self._apply(before, (saved,))

    def save_many(self, draft_id: int, edits: Sequence[Edit], who: Person) -> Effect:
        """Save several values as one: all or nothing. Raises as `save`."""
        with self.turn(draft_id):
            before = self.sheet(draft_id)
            saved = self.store.changes.save_many(draft_id, self._tidied(before.document, edits), who)
            return self._apply(before, tuple(saved))

    def undo(self, draft_id: int, op: str, who: Person, new_op: str) -> Effect:
        """Put back what an edit changed. Raises as `save`; Clash when somebody has changed it since."""
        with self.turn(draft_id):
            return self.save_many(draft_id, self.store.changes.opposite(draft_id, op, new_op), who)

    def _load(self, draft_id: int) -> Sheet:
        draft = self.store.drafts.load(draft_id)
        document = Document(self._mall_of(draft), draft.values)
        # Worked out before the first change, so that every change can tell which of them are news.
        figures(document).all()
        return Sheet(
            draft_id=draft_id,
            document=document,
            versions=draft.versions,
            last_change=draft.last_change,
            state=draft.state,
            binned=draft.about.binned is not None,
            versions_made=self.store.dossier.versions(draft_id),
            waivers=self.store.dossier.waivers(draft_id),
            stated=self.store.dossier.stated(draft_id),
            ties=(ties := self.store.following.ties(draft_id)),
            marks=self.store.following.marks(draft_id) if ties else {},
        )

    def _put(self, sheet: Sheet) -> None:
        with self._guard:
            self._sheets[sheet.draft_id] = sheet
            self._sheets.move_to_end(sheet.draft_id)
            self._sizes[sheet.draft_id] = characters(sheet.document)
            while len(self._sheets) > 1 and (
                len(self._sheets) > OPEN_DRAFTS or sum(self._sizes.values()) > OPEN_CHARACTERS
            ):
                oldest, _ = self._sheets.popitem(last=False)
                del self._sizes[oldest]

    def _tidied(self, document: Document, edits: Sequence[Edit]) -> list[Edit]:
        """The edits as they are stored, when all of them may be made."""
        tidied = [edit._replace(value=leaf_of(document, edit.path).canonical(edit.value)) for edit in edits]
        fault = fault_of_rows(document, {edit.path: edit.value for edit in tidied})
        if fault:
            raise NoRoom(fault)
        return tidied

    def _apply(self, before: Sheet, saved: tuple[Saved, ...]) -> Effect:
        news = {one.path: one for one in saved if one.version > before.version(one.path)}
        document = before.document.replace({path: one.value for path, one in news.items()})
        after = before._replace(
            document=document,
            versions={**before.versions, **{path: one.version for path, one in news.items()}},
            last_change=max([before.last_change, *(one.change_id for one in news.values())]),
        )
        self._put(after)
        stale = tuple(sorted({base for path in news if (base := region_of(document, path))}))
        return Effect(before=before, after=after, saved=saved, stale=stale)


def merged(document: Document, path: str) -> bool:
    """Is the value at a path merged word by word when two write at once?"""
    leaf = document.mall.leaf_at(path)
    return leaf is not None and bool(leaf.merges)


def role_at(document: Document, path: str) -> str:
    """What the field of a path is in its form; empty for most."""
    field = document.mall.field(path)
    return field.role if field else ""


def region_of(document: Document, path: str) -> str:
    """The list of rows, or of notes, that a page must fetch again when this value changes, or the field whose columns it shows;
    empty for an ordinary value."""
    if path.startswith("_notes/"):
        return path.rsplit("/", 2)[0]
    if moves_columns(document, path):
        return path.partition("/")[0]
    return path.rsplit("/", 2)[0] if path.endswith("/" + PLACE) else ""


class NoSuchPlace(Exception):
    """The form has no value at this path."""


class NoRoom(Exception):
    """A row may not come, or not stand there. The message is for the user."""


def leaf_of(document: Document, path: str) -> Leaf:
    leaf: Leaf | None = document.mall.leaf_at(path)
    if leaf is None:
        raise NoSuchPlace(path)
    return leaf
