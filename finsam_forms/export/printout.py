"""A document as a list of elements, section by section in the form's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..core.checks import Remark
from ..core.document import Document
from ..core.kinds.kind import Kind
from ..core.mall import Section, mall_of
from . import elements as e
from .kinds import BUDGET, SCREEN, SHEETS, TEXT, printed
from .kinds.head import head, time_words
from .paper import Paper
from .parts import ALL, REVIEW
from .printout_review import review_elements
from .stamp import Stamp

WORDS = {
    ALL: ("Hela dokumentet", "Alla sidor i formulärets ordning"),
    TEXT: ("Bara texten", "Avsnitten utan underskrifter och budget"),
    BUDGET: ("Bara budgeten", "Liggande blad"),
    SHEETS: ("Underskriftsblad", "Ett blad för varje part"),
    REVIEW: ("Granskningen", "Anmärkningarna, att gå igenom tillsammans"),
}
"""What each part of a document is called, and what it is."""


def printout(
    document: Document,
    stamp: Stamp,
    part: str = ALL,
    remarks: Iterable[Remark] | None = None,
    *,
    fillable: bool = False,
    texts: bool = True,
) -> e.Printout:
    """The document as elements to lay out. `part`: `allt`, `text`, `budget`, `underskrifter`, `granskning`, a sheet of the form, or the id
    of a party. `remarks`: printed on pages of their own at the end. `fillable`: for a file to go on writing in, where also tables and
    lines that are still empty stand. `texts`: are its long texts wanted?"""
    paper = Paper(document, stamp, part, fillable=fillable, texts=texts)
    review = tuple(review_elements(document, remarks)) if remarks is not None else ()
    content = () if part == REVIEW else tuple(elements(paper))
    content = with_contents(content, paper) if part == ALL and paper.form.contents else content
    return e.Printout(marks(paper), content + review)


def parts_of(document: Document) -> Iterator[tuple[str, str, str]]:
    """What can be printed by itself of a document, with its words: the whole, those of its parts and sheets that it has, and the remarks."""
    mall = mall_of(document)
    has = {printed(field).part for field in mall.shown_fields(document)}
    found = [(part, *words) for part, words in WORDS.items() if part in {ALL, TEXT, REVIEW} | has]
    sheets = [(one.sheet_part, one.sheet, "Ett blad för sig") for one in mall.shown(document) if one.sheet]
    return iter((*found[:-1], *sheets, *found[-1:]))


def marks(paper: Paper) -> e.Marks:
    form, stamp = paper.form, paper.stamp
    return e.Marks(
        form=paper.form_title,
        forbund=form.forbund,
        form_version=form.version,
        name=paper.document.title,
        printed_at=stamp.printed_at,
        state=stamp.state,
        version=stamp.version,
        fingerprint=stamp.fingerprint,
    )


def elements(paper: Paper) -> Iterator[e.Element]:
    before: Section | None = None
    starred = paper.form.footnote
    for part in paper.form.shown(paper.document, unanswered=paper.blank):
        made = tuple(section(part, before, paper))
        yield from made
        if made and starred and part.heading.endswith("(*)"):
            yield e.Note(starred)
            starred = ""
        before = part if made else before
    if before is None:
        yield paper.form_head()
        yield e.Note("Det finns inget att skriva ut i den här delen.")


def with_contents(content: tuple[e.Element, ...], paper: Paper) -> tuple[e.Element, ...]:
    """With a list of its headings before the first of them, on a page that begins with it: where it ends is much the same in Word."""
    first = next((number for number, one in enumerate(content) if isinstance(one, e.Heading)), None)
    if first is None:
        return content
    while first and isinstance(content[first - 1], e.NewPage):
        first -= 1
    depths = sorted({one.level for one in content if isinstance(one, e.Heading)})
    lines = tuple(
        e.ContentsLine(one.number, one.text.removesuffix(" (*)"), one.path, depths.index(one.level))
        for one in content
        if isinstance(one, e.Heading)
    )
    return (*content[:first], e.NewPage("page"), e.Contents(paper.form.contents, lines), *content[first:])


def in_part(part: Section, paper: Paper) -> Paper:
    """Under the heading of a part everything stands one level down."""
    return paper.below() if part.part else paper


def section(part: Section, before: Section | None, paper: Paper) -> Iterator[e.Element]:
    """`before`: the section that is printed above it."""
    fields = [
        field for field in part.fields if field.printed and wanted(field, part, paper) and not left_out(field, paper)
    ]
    sheets = [field for field in fields if printed(field).part == SHEETS]
    fields = [field for field in fields if field not in sheets]
    if fields:
        yield from opening(part, before, fields, paper)
        yield from body(part, fields, in_part(part, paper))
    for field in sheets:
        yield from printed(field).elements(field.answer(paper.document), paper)


def left_out(field: Kind, paper: Paper) -> bool:
    """What is signed has no empty place for what may be left empty, and no heading over nothing."""
    at = field.answer(paper.document)
    return field.optional and paper.stamp.state == "last" and not at.begun and not any(True for _ in at.lacks())


def wanted(field: Kind, part: Section, paper: Paper) -> bool:
    """What stands beside a budget is printed with it; sheets to sign are a part of their own, wherever they stand."""
    if paper.part == ALL or paper.is_of_sheet(part):
        return True
    if paper.part == SCREEN:
        return printed(field).part != SHEETS
    kinds = {printed(one).part for one in part.fields}
    of_field = printed(field).part
    of_field = BUDGET if of_field == TEXT and BUDGET in kinds else of_field
    return of_field == (paper.part if paper.part in (TEXT, BUDGET) else SHEETS)


def opening(part: Section, before: Section | None, fields: list[Kind], paper: Paper) -> Iterator[e.Element]:
    """Where the section begins, and its heading."""
    named = any(field.id == paper.form.title_path for field in fields)
    begins = paper.form.begins.get(part.id)
    if begins is not None and (before is None or paper.form.begins.get(before.id) is not begins):
        yield from sheet_head(begins, paper, named=named)
    elif part.annex or part.landscape:
        yield e.NewPage("land" if part.landscape else "annex", part.annex or paper.form_title)
    elif before is None:
        yield paper.form_head()
    elif part.new_page or before.annex or before.landscape:
        yield e.NewPage("page", follows=not (before.annex or before.landscape))
    over = part.part_in(paper.document) if before is None or before.part != part.part else ""
    if over:
        yield e.Heading("", over, level=2, annex=True, path=f"{part.id}/del")
    if named:
        yield e.Title(part.number, part.heading, paper.title())
        yield head(paper)
    elif part.annex:
        text = part.heading.removeprefix(part.annex).lstrip(" –-")
        note = time_words(paper) if part.landscape else e.Cell()
        yield e.Heading(part.annex, text, note, annex=True, path=part.id)
    elif begins is not part or part.heading != part.sheet:
        yield e.Heading(
            part.number, part.heading_in(paper.document), level=in_part(part, paper).level - 1, path=part.id
        )
    yield from (e.Note(words, part.id) for words in part.instructions(paper.document))


def sheet_head(first: Section, paper: Paper, *, named: bool) -> Iterator[e.Element]:
    """The form's head, the word of the sheet, and what the document is. `named`: its name stands as a title under this."""
    yield e.NewPage("sign", f"{paper.form_title}, {first.sheet}")
    yield paper.form_head()
    yield e.Heading("", first.sheet, level=1, annex=True, path=first.id)
    if not named:
        yield head(paper, paper.named())


def body(part: Section, fields: list[Kind], paper: Paper) -> Iterator[e.Element]:
    """A field says what it is called where the section has several, and a question always, unless the heading says it already."""
    several = sum(field.printed for field in part.fields) > 1
    for field in fields:
        at = field.answer(paper.document)
        if field.id == paper.form.title_path:
            continue
        kind, on = printed(field), paper
        if (several or kind.asks) and field.label and field.label != part.heading and not kind.says_label:
            yield e.SubHeading(field.label, level=paper.level, path=field.id)
            on = paper.below()
        yield from kind.elements(at, on)
