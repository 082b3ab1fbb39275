"""Our own Word file after somebody has changed it, by the anchors in it (export/anchors.py)."""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from ..core.document import PLACE
from ..core.mall import Mall
from ..core.markup import Run
from ..export.anchors import seal
from .brought import Brought, Comment, Doubt, Refused, Unplaced
from .word_cells import Unclear, unchanged, values_of, with_unit, written
from .word_prose import item_in, text_in
from .word_rows import NewRows, What, paired, parent_of
from .word_text import Paragraph, Row, Said, Table, WordText

FIXED: What = {"kind": "fixed"}
ALTERED = "Delen som säger vad filen är gjord av är ändrad, så filen går inte att läsa in. Spara ut en ny Word-fil och för över ändringarna."
TRACKED = "Filen har spårade ändringar. Texten gäller som om alla är godkända."
SUMS = "Något som programmet räknar ut, eller formulärets egna ord, är ändrat i filen. Det läses inte in: {}"
MOST_TOLD = 5
MOST_ALIKE = 20
"""Rows with the same words in a cell that are looked through for one that has lost its anchors."""
LONGEST_BOXES = 5_000
"""Characters that boxes are looked for in."""
NOTHING = seal("")
TICKED = re.compile(r"[☑☒✓✔✗✘⊠■xX]")


def read_ours(kept_text: str, word: WordText, malls: Mapping[str, Mall]) -> Brought:
    """Raises Refused."""
    try:
        kept = json.loads(kept_text)
        form, base = str(kept["form"]), {str(path): str(text) for path, text in kept["base"].items()}
        reading = Ours(kept["anchors"], frozenset(kept["fixed"]), base, malls.get(form))
        reading.read(word)
        return Brought(
            form=form,
            form_mark=str(kept["form_mark"]),
            draft=str(kept["draft"]),
            fingerprint=str(kept["fingerprint"]),
            base=base,
            values=reading.found(),
            comments=tuple(reading.comments),
            unplaced=tuple(reading.unplaced),
            doubts=tuple(reading.doubts),
            said=tuple(reading.told(word)),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused(ALTERED) from None


@dataclass(slots=True)
class Stretch:
    """Paragraphs that stand after an anchor, up to the next."""

    what: What
    where: str
    paragraphs: list[Paragraph] = field(default_factory=list)


class Ours:
    """A file while it is read."""

    def __init__(self, anchors: Mapping[str, What], fixed: frozenset[str], base: Mapping[str, str], mall: Mall | None):
        self.anchors, self.fixed, self.base = anchors, fixed, base
        self.by_seal = one_each((what["seal"], name) for name, what in anchors.items() if what["kind"] == "fixed")
        self.runs: list[Stretch] = []
        self.seen: set[str] = set()
        self.changed: dict[str, list[str]] = {}
        self.same: set[str] = set()
        self.rows_seen: set[str] = set()
        self.rows_read: set[str] = set()
        """Anchors of the rows of tables that have been read."""
        items = (str(what["path"]) for what in anchors.values() if what["kind"] == "item")
        self.new = NewRows(mall, base, items)
        self.margin: dict[str, Said] = {}
        """Comments that have not been met yet."""
        self.comments: list[Comment] = []
        self.unplaced: list[Unplaced] = []
        self.doubts: list[Doubt] = []
        self.altered: list[str] = []
        self.texts: dict[str, list[Stretch]] = {}
        self.gone: set[str] = set()
        self.where = "I början av filen"
        self.path = ""
        self.wider = (0, 0)
        """Where the table that is read has columns that somebody has added, and how many."""

    # The walk.

    def read(self, word: WordText) -> None:
        present = {*names_in(word)}
        self.missing = {name: what for name, what in self.anchors.items() if name not in present}
        self.by_cell: dict[str, list[str]] = {}
        for name, what in self.missing.items():
            for cell in what.get("cells") or ():
                if cell and cell["seal"] != NOTHING and len(self.by_cell.setdefault(cell["seal"], [])) < MOST_ALIKE:
                    self.by_cell[cell["seal"]].append(name)
        self.runs.append(Stretch(FIXED, self.where))
        self.margin = dict(word.comments)
        for block in word.blocks:
            if isinstance(block, Paragraph):
                self.paragraph(block)
            else:
                self.table(block)
        self.comments += (Comment("", one.author, one.text) for one in self.margin.values() if one.text)
        self.lost_anchors()
        for run in self.runs:
            self.close(run)
        self.close_texts()
        self.rows_that_are_gone()

    def names_of(self, paragraph: Paragraph) -> list[str]:
        """Of the anchors of the form's own words in it; words that have lost theirs are still known."""
        names = [name for name in paragraph.names if self.anchors.get(name, {}).get("kind") in ("fixed", "head")]
        self.seen.update(name for name in paragraph.names if name in self.anchors)
        lost = self.by_seal.get(seal(paragraph.text)) if not names and paragraph.text.strip() else None
        if lost in self.missing:
            self.seen.add(lost)
            return [lost]
        return names

    def paragraph(self, one: Paragraph) -> None:
        self.in_the_line(one)
        names = self.names_of(one)
        if names:
            self.own_words(one)
            if one.style.startswith(("heading", "bilagerubrik", "namnets")):
                self.where = f"Under rubriken ”{' '.join(one.text.split())}”"
            self.begin(self.anchors[names[-1]].get("then", FIXED))
        else:
            self.runs[-1].paragraphs.append(one)
        self.commented(one)

    def begin(self, what: What) -> None:
        self.path = str(what.get("path", self.path))
        self.runs.append(Stretch(what, self.where))

    def own_words(self, one: Paragraph) -> None:
        """The form's own words are nobody's to change, but what somebody has written among them is not lost."""
        if one.text.strip() and seal(one.text) not in self.fixed and not self.only_in_line(one):
            self.unplaced.append(Unplaced(self.where, one.text.strip()))

    def in_the_line(self, one: Paragraph) -> None:
        """Values among other words, between an anchor and the next."""
        what: What = FIXED
        words = ""
        for piece in one.pieces:
            if isinstance(piece, Run):
                words += piece.text
            elif not piece.ends and piece.name in self.anchors:
                self.in_line_ends(what, words)
                what, words = self.anchors[piece.name], ""
        self.in_line_ends(what, words)

    def in_line_ends(self, what: What, words: str) -> None:
        if what["kind"] == "inline":
            self.put(what["path"], None if seal(words) == what["seal"] else written(words))

    def commented(self, one: Paragraph) -> None:
        """A comment stands where it begins: one over several paragraphs is met again where it ends."""
        for known in one.comments:
            said = self.margin.pop(known, None)
            if said and said.text:
                self.comments.append(Comment(self.path, said.author, said.text))

    def put(self, path: str, text: str | None) -> None:
        """`text`: what stands there now; None for what is unchanged."""
        if not path:
            return
        if text is None or text == self.base.get(path, ""):
            self.same.add(path)
        elif text not in self.changed.setdefault(path, []):
            self.changed[path].append(text)

    # Tables.

    def table(self, table: Table) -> None:
        known = [self.row_anchor(row) for row in table.rows]
        head: What = next((self.anchors[name] for row in table.rows for name in row.names if self.is_head(name)), FIXED)
        then, anchored = FIXED, any(known) or head is not FIXED
        self.wider = (0, 0)
        first = next((str(one["row"]) for one in known if one and one.get("row")), "")
        above = accumulate(known, lambda last, one: one if one and stands(one) else last, initial=FIXED)
        for row, what, last in zip(table.rows, known, above, strict=False):
            if self.holds_texts(row):
                for one in row.paragraphs:
                    self.paragraph(one)
                then = FIXED
                continue
            if row.names:
                self.seen.update(name for name in row.names if name in self.anchors)
                for one in row.paragraphs:
                    self.in_the_line(one)
            written_in = self.written_in(row)
            if what is not None and not (what.get("free") and written_in):
                self.known_row(row, what)
                then = what.get("then", then)
            elif not anchored:
                self.foreign_row(row)
            elif written_in:
                self.new_row(row, place_of(last, first, head), head)
            for one in row.paragraphs:
                self.commented(one)
        self.begin(then)

    def written_in(self, row: Row) -> bool:
        """Does anything stand in it that is not the form's own?"""
        return any(text and mark not in self.fixed for text, mark in zip(row.texts, row.seals, strict=True))

    def holds_texts(self, row: Row) -> bool:
        """Do texts stand in it, each under a title of its own?"""
        return any(self.anchors.get(name, FIXED).get("then", FIXED).get("in_row") for name in row.names)

    def is_head(self, name: str) -> bool:
        return name in self.anchors and self.anchors[name]["kind"] == "head"

    def row_anchor(self, row: Row) -> What | None:
        """Of a row that has been copied with its bookmarks the first is the row, and the others are new."""
        names = [name for name in row.names if self.anchors.get(name, {}).get("kind") == "cells"]
        if names:
            copied = self.rows_read.issuperset(names)
            self.rows_read.update(names)
            return None if copied else self.anchors[names[0]]
        found = next((self.anchors[name] for name in row.names if name in self.anchors), None)
        if found is not None and found["kind"] in ("fixed", "head"):
            return found
        return self.lost_row(row)

    def lost_row(self, row: Row) -> What | None:
        """A row whose bookmarks are gone, known by what stands in it."""
        if not self.by_cell:
            return None
        seals = row.seals
        for name in dict.fromkeys(name for mark in seals for name in self.by_cell.get(mark, ())):
            cells = self.missing[name]["cells"]
            alike = [mark == cell["seal"] for mark, cell in zip(seals, cells, strict=False) if cell]
            if name not in self.seen and len(cells) <= len(seals) and sum(alike) * 2 > len(alike):
                self.seen.add(name)
                return self.missing[name]
        return None

    def known_row(self, row: Row, what: What) -> None:
        self.path = str(what.get("row") or self.path)
        if what.get("row"):
            self.rows_seen.add(what["row"])
        places = what.get("cells", ())
        texts = self.without_added(row, places)
        if len(texts) < len(places):
            self.doubts.append(
                Doubt(self.path, "En rad har färre rutor i filen än i formuläret. Se efter att den är rätt läst.")
            )
        for text, place in zip(texts, places, strict=False):
            if place is None:
                if text and seal(text) not in self.fixed:
                    self.altered.append(text)
            elif unchanged(text, place):
                for piece in place["pieces"]:
                    self.put(piece["path"], None)
            else:
                self.changed_cell(text, place)
        paths = [piece["path"] for place in places if place for piece in place["pieces"] if piece["path"]]
        self.path = paths[0] if paths else self.path

    def without_added(self, row: Row, places: Sequence[What | None]) -> list[str]:
        """The cells of a row that has got more of them: the others stand where most of them are as they were."""
        more = len(row.texts) - len(places)
        if not places or more <= 0:
            return row.texts

        def as_before(at: int) -> tuple[int, int]:
            left = row.texts[:at] + row.texts[at + more :]
            same = sum(self.as_it_was(text, place) for text, place in zip(left, places, strict=True))
            return same, at  # beside what is there, when nothing tells

        same, at = max(map(as_before, range(len(places) + 1)))
        if same < len(places):
            wider = "En rad har fler rutor i filen än i formuläret. Se efter att den är rätt läst."
            self.doubts.append(Doubt(self.path, wider))
        self.wider = (at, more)
        return self.cut(row, at, more)

    def as_it_was(self, text: str, place: What | None) -> bool:
        return unchanged(text, place) if place else not text or seal(text) in self.fixed

    def cut(self, row: Row, at: int, more: int) -> list[str]:
        added = (text for text in row.texts[at : at + more] if text and seal(text) not in self.fixed)
        self.unplaced += [Unplaced(self.where, text) for text in added]
        return row.texts[:at] + row.texts[at + more :]

    def changed_cell(self, text: str, place: What) -> None:
        try:
            for path, words in values_of(text, place):
                self.put(path, words)
        except Unclear:
            self.unplaced.append(Unplaced(self.where, text))
            for piece in place["pieces"]:
                self.put(piece["path"], None)

    def foreign_row(self, row: Row) -> None:
        if self.written_in(row):
            words = " | ".join(text for text in row.texts if text)
            self.unplaced.append(Unplaced(self.where, words))

    def new_row(self, row: Row, place: tuple[str, str], head: What) -> None:
        """A row that somebody has added. `place`: the list of those that it stands among, and the one above it."""
        if self.new.full:
            self.foreign_row(row)
            return
        parent, above = place
        steps = list(head.get("steps", ()))
        if not parent or not steps or not self.new.can_grow(parent):
            self.foreign_row(row)
            return
        at, more = self.wider
        texts = self.cut(row, at, more) if more and len(row.texts) == len(steps) + more else row.texts
        path = self.new.added(parent, above, " ".join(texts))
        for step, text in zip(steps, texts, strict=False):
            if step and text:
                words = re.sub(r"^\d{1,3}\.\s+", "", text) if step == steps[0] else text
                self.new.values[f"{path}/{step}"] = with_unit(
                    written(words), str(head.get("unit", "")) if "/" in step else ""
                )
            elif text and seal(text) not in self.fixed:
                self.altered.append(text)

    # What stands after the anchors.

    def lost_anchors(self) -> None:
        """An anchor that is gone leaves what stood after it behind what stood before."""
        opened = [(at, path_after(what)) for at, (name, what) in enumerate(self.anchors.items()) if name in self.seen]
        opened = [one for one in opened if one[1]]
        known = {path for _, path in opened}
        for at, (name, what) in enumerate(self.anchors.items()):
            path = path_after(what)
            if path and name not in self.seen and path not in known:
                before = bisect(opened, (at, "")) - 1
                self.doubts.append(Doubt(opened[before][1] if before >= 0 else "", MERGED))

    def close(self, run: Stretch) -> None:
        match run.what["kind"]:
            case "text":
                self.texts.setdefault(str(run.what["path"]), []).append(run)
            case "list":
                self.list_of(run)
            case "line":
                words = " ".join(one.text.strip() for one in run.paragraphs if one.text.strip())
                self.put(run.what["path"], None if seal(words) == run.what["seal"] else written(words))
            case "boxes":
                self.boxes(run)
            case "contents":
                pass  # the program's own, made anew by whoever opens the file
            case _:
                for one in run.paragraphs:
                    if one.text.strip() and seal(one.text) not in self.fixed and not self.only_in_line(one):
                        self.unplaced.append(Unplaced(run.where, one.text.strip()))

    def only_in_line(self, one: Paragraph) -> bool:
        return any(self.anchors.get(name, {}).get("kind") == "inline" for name in one.names)

    def close_texts(self) -> None:
        for path, runs in self.texts.items():
            paragraphs = [one for run in runs for one in run.paragraphs if written(one.text)]
            text = text_in(paragraphs, self.anchors)
            if seal(text) == runs[0].what["seal"]:
                self.put(path, None)
            elif self.new.is_list(path):
                self.new_items(path, paragraphs)
            else:
                self.put(path, text)

    def new_items(self, path: str, paragraphs: list[Paragraph]) -> None:
        for one in paragraphs:
            self.new_item(path, "", item_in(one, self.anchors))

    def new_item(self, path: str, above: str, words: str) -> None:
        if self.new.full:
            self.unplaced.append(Unplaced(self.where, words))
        else:
            self.new.add_text(path, above, words)

    def list_of(self, run: Stretch) -> None:
        """Texts in a list: those that are the same, then those that have their anchor, then those that are alike; the rest is new."""
        path = str(run.what["path"])
        items = [one for one in self.anchors.values() if one["kind"] == "item" and one["path"].startswith(f"{path}/")]
        paragraphs = [one for one in run.paragraphs if written(one.text)]
        words = [item_in(one, self.anchors) for one in paragraphs]
        anchored = [[str(self.anchors.get(name, {}).get("path", "")) for name in one.names] for one in paragraphs]
        pairs = paired(items, words, anchored, self.base)
        above = ""
        for number, text in enumerate(words):
            what = pairs.get(number)
            if what is None:
                self.new_item(path, above, text)
                continue
            above = parent_of(what["path"])
            self.rows_seen.add(above)
            self.put(what["path"], None if seal(text) == what["seal"] else text)

    def boxes(self, run: Stretch) -> None:
        """The answer whose box is ticked, however somebody has ticked it."""
        path, text = str(run.what["path"]), "\n".join(one.text for one in run.paragraphs)[:LONGEST_BOXES]
        ticked = [value for value, label in run.what["offered"] if is_ticked(text, label)]
        was = run.what["chosen"]
        if seal(text) == run.what["seal"] or ticked == ([was] if was else []):
            self.put(path, None)
            return
        self.put(path, next((value for value in ticked if value != was), ""))
        if len(ticked) > 1:
            self.doubts.append(Doubt(path, "Fler än en ruta är kryssad i filen."))

    # What it came to.

    def rows_that_are_gone(self) -> None:
        rows = {str(what["row"]) for what in self.anchors.values() if what.get("row")}
        rows |= {parent_of(str(what["path"])) for what in self.anchors.values() if what["kind"] == "item"}
        self.gone = {row for row in rows - self.rows_seen if self.base.get(f"{row}/{PLACE}")}

    def found(self) -> dict[str, str]:
        """What the file says of every place that it speaks of."""
        values = {path: self.base.get(path, "") for path in self.same}
        places = (f"{row}/{PLACE}" for row in self.rows_seen)
        values |= {path: self.base[path] for path in places if path in self.base}
        for path, texts in self.changed.items():
            values[path] = texts[0]
            if len(texts) > 1:
                others = " och ".join(f"”{text}”" for text in texts)
                self.doubts.append(Doubt(path, f"Svaret står på flera ställen i filen, och de säger olika: {others}."))
        inside = tuple(f"{row}/" for row in self.gone)
        kept = {path: text for path, text in values.items() if not path.startswith(inside)}
        return kept | {f"{row}/{PLACE}": "" for row in self.gone} | self.new.values

    def told(self, word: WordText) -> Iterator[str]:
        if word.tracked:
            yield TRACKED
        if self.altered:
            yield SUMS.format("; ".join(list(dict.fromkeys(self.altered))[:MOST_TOLD]))


MERGED = "En rubrik efter det här är borta i filen. Se efter att texten inte har fått med det som stod under den."


def stands(what: What) -> bool:
    """Is it a row of a list, or what a list stands under?"""
    return "list" in what or bool(what.get("row"))


def place_of(above: What, first: str, head: What) -> tuple[str, str]:
    """The list that a new row stands in, and the row of that list above it. `above`: the last row before it that is in a list; `first`:
    the first such row of the table, which comes below it when there is none above."""
    if "list" in above:
        return str(above["list"]), ""
    if above.get("row"):
        return parent_of(above["row"]), str(above["row"])
    return parent_of(first) or str(head.get("path", "")), ""


def path_after(what: What) -> str:
    return str(what.get("then", {}).get("path", ""))


def is_ticked(text: str, label: str) -> bool:
    found = re.search(rf"(\S)?[^\S\n]*{re.escape(label)}(?!\w)", text)
    return bool(found and found[1] and TICKED.fullmatch(found[1]))


def one_each(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By seal, those that no other has."""
    found: dict[str, list[str]] = {}
    for mark, name in pairs:
        found.setdefault(mark, []).append(name)
    return {mark: names[0] for mark, names in found.items() if len(names) == 1 and mark != NOTHING}


def names_in(word: WordText) -> Iterator[str]:
    """Of the bookmarks that begin in a file."""
    for block in word.blocks:
        if isinstance(block, Paragraph):
            yield from block.names
        else:
            yield from (name for row in block.rows for name in row.names)
