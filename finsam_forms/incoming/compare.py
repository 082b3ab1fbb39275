"""A file beside a draft, in three ways: as it was exported, as it is here now, as it is in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..core.checks.places import place_at, place_name, place_order
from ..core.document import Document
from ..core.fingerprint import fingerprint
from ..core.kinds.own import NOTES
from ..core.mall import Mall, mall_of
from ..core.merge import merge
from ..export.exchange import dumps, read_exchange
from .brought import Brought, Comment, Doubt, Refused, Unplaced
from .difference import Changed, Comparison, Difference, What
from .noted import noted
from .rows import END, Values, row_differences, row_of
from .taken import canonical

NO_BASE = "Filen säger inte hur utkastet såg ut när den sparades. Därför visas allt som skiljer, också det som ni har ändrat här sedan dess."
SINCE = "Utkastet har ändrats sedan filen sparades. Det som bara är ändrat här står kvar."
OTHER_DRAFT = (
    "Filen är sparad ur ett annat utkast, så allt som skiljer visas. Se noga efter att den hör hit innan något tas in."
)
OTHER_NUMBER = "Filen är sparad ur utkast {}, och det här är utkast {}: en kopia, eller samma utkast på en annan dator."
OTHER_FORM = "Filen är gjord med en annan version av formuläret. Det som har en plats i utkastets version visas."

BRINGS = "Tas det in kommer ”{}” med."


def compare(brought: Brought, document: Document, draft: str = "") -> Comparison:
    """What differs. `draft`: the number of the draft, as the file would tell it. Raises Refused for a file of another form."""
    mall = mall_of(document)
    if brought.form not in (None, mall.id):
        raise Refused(f"Filen hör till formuläret ”{brought.form}”, men utkastet är en ”{mall.title}”.")
    file = canonical(mall, brought.values) | (gone_from(document, brought.values) if brought.whole else {})
    # What another draft was is no beginning of this one.
    base = brought.base if akin(brought, document, draft) else None
    rows = [*row_differences(document, file, base)]
    moved = {one.path for one in rows if one.what is not What.ORDER}
    after = document.replace({path: text for one in rows for path, text in one.values.items()})
    values, lost = [], []
    for path, text in file.items():
        row = row_of(document, path)
        if path.endswith(END) or row in moved or (row and not document.text(row + END)):
            continue
        if not place_at(after, path).stands and not path.startswith("_"):
            lost += [Unplaced("I filen", text)] if text else []
        elif found := value(document, path, text, base):
            values.append(found)
    lost += [Unplaced("I filen", text) for path, text in brought.values.items() if text and no_place(mall, path)]
    placed = with_their_rows([dressed(one, document, after, brought.doubts) for one in (*rows, *values)])
    order, order_here = place_order(after), place_order(document)
    differences = sorted(
        placed, key=lambda one: ((order_here if one.what is What.GONE_ROW else order)(one.path, 0), one.path)
    )
    return Comparison(
        differences=(*differences, *notes(document, brought.comments)),
        facts=tuple(facts(brought, document, draft, differs=bool(differences))),
        said=brought.said,
        doubts=tuple(
            dict.fromkeys(one.sentence for one in brought.doubts if not any(about(one, other) for other in placed))
        ),
        unplaced=(*brought.unplaced, *lost),
        strangers=brought.strangers,
        after=after,
    )


def no_place(mall: Mall, path: str) -> bool:
    return not path.startswith(NOTES) and not path.endswith(END) and mall.leaf_at(path) is None


def gone_from(document: Document, values: Values) -> dict[str, str]:
    """What the draft would say in a file of its own and a file of the whole document does not say: it is empty there."""
    mall = mall_of(document)
    own = read_exchange(dumps(document), {mall.id: mall}).values
    return dict.fromkeys(own.keys() - values.keys(), "")


def value(document: Document, path: str, text: str, base: Values | None) -> Difference | None:
    """A value that another has been written for in the file; None when the file brings nothing new."""
    leaf = document.mall.leaf_at(path)
    here, was = document.text(path), None if base is None else base.get(path, "")
    if text in (here, was) or leaf is None:
        return None
    both = was is not None and was != here
    merged = merge(was or "", text, here) if both and leaf.merges else None
    if merged == here:
        return None  # what the file changed has been taken in already
    problem = leaf.read(text).problem
    return Difference(
        what=What.VALUE,
        key=path,
        path=path,
        changed=Changed.UNKNOWN if was is None else Changed.BOTH if both else Changed.FILE,
        base=was or "",
        here=here,
        file=text,
        values={path: text},
        merged=merged,
        problem=problem.message if problem else "",
    )


def about(doubt: Doubt, one: Difference) -> bool:
    """Is it asked about this difference: its value, its row, or something in it?"""
    return bool(doubt.path) and (
        doubt.path == one.path or doubt.path.startswith(f"{one.path}/") or doubt.path in one.values
    )


def dressed(one: Difference, document: Document, after: Document, doubts: Sequence[Doubt]) -> Difference:
    """With its name, and what is asked about it."""
    name = place_name(document if one.what is What.GONE_ROW else after, one.path)
    return replace(one, name=name, doubts=tuple(doubt.sentence for doubt in doubts if about(doubt, one)))


def with_their_rows(placed: Sequence[Difference]) -> list[Difference]:
    """What stands in, or speaks of, a new row that is asked about is asked about too: it would bring the row along."""
    rows = {one.path.rpartition("/")[2]: one for one in placed if one.what is What.NEW_ROW and one.doubts}

    def brings(one: Difference) -> Iterator[str]:
        named = dict.fromkeys(step for path in one.values for step in path.split("/") if step in rows)
        return (BRINGS.format(rows[step].name) for step in named if rows[step] is not one)

    return [replace(one, doubts=(*one.doubts, *brings(one))) for one in placed]


def notes(document: Document, comments: Sequence[Comment]) -> Iterator[Difference]:
    """Comments that are no notes yet."""
    for note in noted(mall_of(document), comments):
        if not document.text(f"{note.path}/text"):
            yield Difference(
                what=What.NOTE,
                key=note.path,
                path=note.section.id,
                name=f"{note.section.short}, kommentar av {note.by}",
                changed=Changed.FILE,
                file=note.text,
                values=note.values,
            )


def facts(brought: Brought, document: Document, draft: str, *, differs: bool) -> Iterator[str]:
    """What is worth knowing about the file before anything of it is taken in."""
    if brought.form_mark not in ("", mall_of(document).fingerprint):
        yield OTHER_FORM
    same = brought.fingerprint == fingerprint(document).sha256
    if not same and not akin(brought, document, draft):
        yield OTHER_DRAFT
        return
    if not same and brought.draft not in ("", draft):
        yield OTHER_NUMBER.format(brought.draft, draft)
    if brought.base is None:
        yield from [NO_BASE] if differs else []
    elif not same and brought.fingerprint:
        yield SINCE


def akin(brought: Brought, document: Document, draft: str) -> bool:
    """Can the file be of this draft? Numbers of drafts are each computer's own, ids of rows are nobody else's. A foreign file doesn't
    tell."""
    if brought.base is None and not brought.draft:
        return True
    rows = {path for path in (brought.values if brought.base is None else brought.base) if path.endswith(END)}
    return any(path in document.values for path in rows) if rows else brought.draft in ("", draft)
