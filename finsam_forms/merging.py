"""`import FIL --till ID`: what a file would change in a draft, told a line each; with `--ja` what is not doubtful is taken in."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path

from .core.edit import Edit, Person
from .core.mall import Mall
from .incoming.brought import Refused
from .incoming.chosen import lines, written
from .incoming.compare import compare
from .incoming.difference import Comparison
from .incoming.history import with_history
from .incoming.readers import read_file
from .live.desk import Desk, NoRoom
from .mallar import mall_kept
from .refusal import Refusal, say
from .store import Store

NOTHING = "Inga ändringar: det som står i filen står i utkastet."
NOT_TAKEN = "Ingenting är intaget. Lägg till --ja för att ta in det som inte är tveksamt."


def merge_file(
    data: Path, draft_id: int, file: tuple[str, bytes], malls: Mapping[str, Mall], who: Person, *, take: bool
) -> int:
    """`file`: (name, bytes). Exit 1 when something is left for a person to decide. Raises Refusal, StoreError.

    What is taken in is written by nobody else at the same time: with the program open it is done there, so that all see it.
    """
    name, content = file
    with Store(data, exclusive=take) as store:
        desk = Desk(store, lambda draft: mall_kept(store.drafts, draft.mall_fingerprint))
        sheet = desk.sheet(draft_id)
        try:
            brought = read_file(content, malls, sheet.document)
            brought = with_history(brought, sheet.document, draft_id, store.log.values_at)
            found = compare(brought, sheet.document, str(draft_id))
        except Refused as refused:
            raise Refusal("\n".join(f"{name}: {line}" for line in refused.sentence.splitlines())) from None
        for sentence in told(found):
            say(sentence)
        for one in lines(found):
            print(one)
        if not found.differences:
            say(NOTHING)
            return 0
        if not take:
            say(NOT_TAKEN)
            return 1
        values = written(found, {one.key for one in found.clear})
        if values:
            op = secrets.token_hex(12)
            edits = [Edit(path, text, sheet.version(path), op) for path, text in values.items()]
            try:
                desk.save_many(draft_id, edits, who)
            except NoRoom as fault:
                raise Refusal(f"{fault} Ingenting är intaget.") from None
            store.dossier.note_file(draft_id, op, Path(name).name, who)
        left = len(found.differences) - len(found.clear)
        say(f"Intaget: {len(found.clear)}. Kvar att ta ställning till: {left}.")
        return 1 if left else 0


def told(found: Comparison) -> Iterator[str]:
    """What is said beside the differences."""
    yield from found.facts
    yield from found.said
    for doubt in found.doubts:
        yield f"Tveksamt: {doubt}"
    for one in found.unplaced:
        yield f"{one.where} står något som inte har någon plats i formuläret: {one.words}"
