"""Rows of a file beside rows of a draft: those that have come, those that are gone, and where they stand among the others."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from ..core.document import PLACE, Document
from ..core.position import between
from .difference import Changed, Difference, What

Values = Mapping[str, str]
END = "/" + PLACE


def row_of(document: Document, path: str) -> str:
    """The path of the row that a value stands in; empty for one in no row that can come and go."""
    steps = path.split("/")
    for length in range(2, len(steps)):
        row = "/".join(steps[:length])
        leaf = document.mall.leaf_at(row + END)
        if leaf is not None and leaf.id == PLACE:  # an amount has a place for each party, whatever it is called
            return row
    return ""


def below(row: str, values: Values) -> dict[str, str]:
    """What stands in a row, without its place."""
    return {path: text for path, text in values.items() if path.startswith(row + "/") and path != row + END}


def inside(rows: Collection[str], values: Values) -> dict[str, dict[str, str]]:
    """Row → what stands in it, as `below` says it of one; a file can have many."""
    found: dict[str, dict[str, str]] = {row: {} for row in rows}
    for path, text in values.items():
        steps = path.split("/")
        above = ("/".join(steps[:length]) for length in range(2, len(steps)))
        row = next((one for one in above if one in found), "")
        if row and path != row + END:
            found[row][path] = text
    return found


def row_differences(document: Document, file: Values, base: Values | None) -> Iterator[Difference]:
    """Rows that stand on one side alone, and lists in another order. `file` and `base`: path → stored text."""
    listed = sorted({row for path in file if (row := row_of(document, path))})
    lists = sorted({row.rpartition("/")[0] for row in listed})
    said = inside(listed, {**(base or {}), **file})
    places = {row: place for path in lists for row, place in places_among(document, path, file, base).items()}
    for row in listed:
        found = one_row(document, row, file, base, said[row], places.get(row, ""))
        if found:
            yield found
    for path in lists:
        yield from order_of(document, path, file, base)


def one_row(
    document: Document, row: str, file: Values, base: Values | None, said: Values, new_place: str
) -> Difference | None:
    """`said`: what stands in the row, as it was and as the file says it. `new_place`: where it would come to stand here."""
    place = row + END
    here, was = bool(document.text(place)), bool(base and base.get(place))
    in_file = bool(file[place]) if place in file else was or (base is None and here)
    if here == in_file:
        return None
    changed = Changed.FILE if base is not None else Changed.UNKNOWN
    if here:
        if base is not None and any(base.get(path, "") != text for path, text in stored_below(document, row)):
            changed = Changed.BOTH
        return Difference(what=What.GONE_ROW, key=place, path=row, changed=changed, values={place: ""})
    if was and all((base or {}).get(path, "") == text for path, text in said.items()):
        return None  # removed here, and left as it was in the file
    what = What.ROW_BACK if was else What.NEW_ROW
    values = {place: new_place, **said}
    return Difference(
        what=what,
        key=place,
        path=row,
        changed=Changed.BOTH if was else changed,
        values=values_to_write(document, values),
    )


def stored_below(document: Document, row: str) -> Iterator[tuple[str, str]]:
    return iter(below(row, document.values).items())


def values_to_write(document: Document, values: Values) -> dict[str, str]:
    """Without what stands there already, empty or not."""
    return {path: text for path, text in values.items() if document.text(path) != text}


def in_order(path: str, file: Values, base: Values | None) -> list[str]:
    """The rows of a list as the file has them: as it was exported, with what the file says anew."""
    places = {
        one.removesuffix(END): place
        for one, place in {**(base or {}), **file}.items()
        if place and one.endswith(END) and one.removesuffix(END).rpartition("/")[0] == path
    }
    return sorted(places, key=lambda row: (places[row], row))


def places_among(document: Document, path: str, file: Values, base: Values | None) -> dict[str, str]:
    """Row → a place here, of those of the file that don't stand here: each after the row that it comes after in the file."""
    here = {f"{path}/{one}": document.text(f"{path}/{one}{END}") for one in document.rows(path)}
    taken, found = sorted(here.values()), dict[str, str]()
    before = None
    for one in in_order(path, file, base):
        if one in here:
            before = here[one]
            continue
        at = 0 if before is None else bisect(taken, before)
        found[one] = before = between(before, taken[at] if at < len(taken) else None)
        insort(taken, before)
    return found


def order_of(document: Document, path: str, file: Values, base: Values | None) -> Iterator[Difference]:
    """A list whose rows stand in another order in the file, as far as they stand on both sides."""
    if not any(one.endswith(END) and one.startswith(path + "/") for one in file):
        return
    here = [f"{path}/{row}" for row in document.rows(path)]
    theirs = in_order(path, file, base)
    common = [row for row in theirs if row in here]
    ours = [row for row in here if row in theirs]
    was = [row for row in in_order(path, base, None) if row in common] if base is not None else None
    if common in (ours, was):
        return
    places = sorted(document.text(row + END) for row in ours)
    if any(one == other for one, other in pairwise(places)):
        return  # two that were put at the same place: their order is by id, and no exchange of places changes it
    values = {row + END: place for row, place in zip(common, places, strict=True) if document.text(row + END) != place}
    changed = Changed.UNKNOWN if was is None else Changed.FILE if was == ours else Changed.BOTH
    yield Difference(what=What.ORDER, key=f"{path}/_ordning", path=path, changed=changed, values=values)
