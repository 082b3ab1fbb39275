"""Every kind of answer × everything that can be done with an answer. What a kind is comes from its example alone, so a new kind needs
a file in `exempel/` and nothing here."""

from __future__ import annotations

import io
import json
import random
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from pypdf import PdfReader

from finsam_forms.core.checks import check_document, place_exists, place_name
from finsam_forms.core.checks.facts import TEXTS, Facts, aspects
from finsam_forms.core.checks.rules import CHECKS
from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.kinds.kind import answer_at
from finsam_forms.core.kinds.registry import KINDS
from finsam_forms.export.exchange import ExchangeFaults, read_exchange, schema, to_exchange
from finsam_forms.export.formats import DOCX, Order
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.incoming.readers import read_file
from tests.builder import Watched, leaves_of
from tests.client import Page
from tests.export import printing
from tests.export.docx.seen import own_faults, tree_of, words_of
from tests.kinds.case import EXAMPLES, ODD, computed_on, shown_on, squeezed

AT = "2026-11-23 14:00"
SIGNED = Stamp(AT, "last", "1", "AAAA-BBBB-CCCC")


def test_varje_slag_har_ett_exempel_och_varje_exempel_ett_slag():
    """A list inside another kind is tried with the kind that it stands in."""
    assert set(EXAMPLES) - {ODD} == set(KINDS)
    for name in KINDS:
        assert name in {one.type for one in EXAMPLES[name].mall.fields()}


def test_det_udda_formularet_har_alla_sammansatta_slag():
    odd = EXAMPLES[ODD].mall
    used = {one.type for one in odd.fields()} | {leaf.type for _, leaf in leaves_of(EXAMPLES[ODD].document())}
    assert used >= set(KINDS) - {"choice"} and "choice" in used


def pdf_text(data: bytes) -> str:
    return squeezed(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def first_page(case):
    """Each value has an input of its own, and what is written stands in it."""
    pages = case.pages()
    names = {one.get("name") or one.get("data-name") for page in pages for _, one in Page(page).elements}
    for path, _ in leaves_of(case.document):
        assert path in names or not case.document.text(path), path
    seen = "".join(map(shown_on, pages))
    for words in case.example.words:
        plain = squeezed(words)
        assert plain in seen.replace("*", ""), words
    for section, page in zip(case.mall.sections, pages, strict=False):
        labels = [field.label for field in section.fields] if len(section.fields) > 1 else []
        assert all(squeezed(label) in shown_on(page) for label in labels), labels
    for page in ("granska", "skriv-ut", "att-gora", "andrat", "lank"):
        assert case.anna.get(case.url(page)).status_code == 200, page


def saved(case):
    """What is typed is kept: tidied when it was understood, as it was when not."""
    for path, text in case.example.changes.items():
        assert case.save(path, text).status_code == 200, path
        assert case.document.text(path) == case.mall.leaf_at(path).canonical(text)
    for path, text in case.example.unread.items():
        assert case.save(path, text).status_code == 200, path
        assert case.document.text(path) == text
        assert case.document.read(path).problem, path
    assert case.save("finns/inte", "x").status_code in (404, 422)
    case.pages()


def told(case):
    """A message brings the others' pages to what a page that is fetched anew shows: values, and everything that is computed."""
    screens = case.screens()
    for path, text in (case.example.changes | case.example.unread).items():
        after = case.sheet.last_change
        answer = case.save(path, text, case.bo).json
        messages = case.anna.get(case.url(f"handelser.json?after={after}")).json["messages"]
        (message,) = [one for one in messages if one.get("values")]
        assert message["values"] == answer["values"]
        (value,) = message["values"]
        assert (value["path"], value["value"]) == (path, case.document.text(path))
        now = case.screens()
        for heard, fresh in zip(screens, now, strict=True):
            heard.take(message)
            heard.preview(path)
            assert heard.words() == fresh.words(), f"{path}: {heard.url}"
        screens = now


def rows_move(case):
    """Rows come, move, go and come back with what stood in them."""
    for path in case.example.lists():
        rows = case.document.rows(path)
        held = {place: text for place, text in case.example.values.items() if place.startswith(f"{path}/{rows[0]}/")}
        held.pop(f"{path}/{rows[0]}/_plats")
        if len(rows) > 1:
            assert case.rows("ner", path, rows[0]).status_code == 200
            assert case.document.rows(path)[1] == rows[0]
            assert case.rows("upp", path, rows[0]).status_code == 200
            assert case.document.rows(path) == rows
        assert case.rows("bort", path, rows[0]).status_code == 200
        assert rows[0] not in case.document.rows(path)
        case.pages()
        assert case.rows("tillbaka", path, rows[0]).status_code == 200
        assert case.document.rows(path) == rows
        assert {place: case.document.text(place) for place in held} == held
        added = case.rows("ny", path)
        assert added.status_code == 200
        assert case.document.rows(path)[-1] == added.json["row"]
    case.pages()


def rows_have_a_limit(case):
    """No more rows than the form holds, whichever list they stand in."""
    for path in case.example.lists():
        at, rest = answer_at(case.document, path)
        room = at.field.rows_at(rest)
        most = room.max_rows if room else 0
        if most:
            while len(case.document.rows(path)) < most:
                assert case.rows("ny", path).status_code == 200
            assert case.rows("ny", path).status_code == 422, path
            assert case.save(f"{path}/zz99/_plats", "z").status_code == 422, path
            (page,) = [text for text in case.pages() if f'data-rows="{path}"' in text]
            assert f'value="ny:{path}:"' not in page


def without_scripts(case):
    """A page that is posted whole saves what was changed on it, each number in the unit that the page has."""
    expected = {}
    for section in case.mall.sections:
        inside = {
            path: text for path, text in case.example.changes.items() if case.mall.section_of(path).id == section.id
        }
        shown = case.document.values
        for path, text in inside.items():
            first, *rest = path.split("/")
            expected[path] = case.mall.field(first).meant(tuple(rest), text, shown)
        posted = {"after": str(case.sheet.last_change), "section": section.id} | inside
        assert case.anna.post(case.url(f"avsnitt/{section.id}"), data=posted).status_code == 302
    for path, text in expected.items():
        assert case.document.text(path) == case.mall.leaf_at(path).canonical(text), path


def printed(case):
    """What is written stands on paper, as a draft and as a locked version."""
    for stamp in (Stamp(AT), Stamp(AT, "last", "1", "AAAA-BBBB-CCCC")):
        found = pdf_text(printing.pdf(case.document, stamp))
        for words in case.example.words:
            assert squeezed(words) in found.replace("*", "•") or squeezed(words) in found, words
        assert "**" not in found


def printed_part_by_part(case):
    for part in ("text", "budget", "underskrifter", "granskning"):
        answer = case.anna.get(case.url(f"utskrift.pdf?del={part}"))
        assert answer.data.startswith(b"%PDF"), part


def printed_blank(case):
    """The form to fill in by hand: its labels, and nothing that somebody wrote."""
    found = pdf_text(printing.pdf(Document(case.mall, {}), Stamp(AT, "blankett")))
    for section in case.mall.sections:
        assert squeezed(section.heading) in found or any(one.type == "signature" for one in section.fields)
    new = Document(case.mall, case.mall.start_values())
    assert printing.pdf(new, Stamp(AT)).startswith(b"%PDF")


def in_word(case):
    """What is written stands in the Word file too, and comes back out of it as it went in."""
    order = Order(document=case.document, stamp=Stamp(AT), draft=str(case.draft))
    data = DOCX.make(order)
    found = squeezed(words_of(tree_of(data)))
    for words in case.example.words:
        assert squeezed(words) in found.replace("*", "•") or squeezed(words) in found, words
    assert "**" not in found and own_faults(data) == []
    brought = read_file(data, {case.mall.id: case.mall})
    assert {path: text for path, text in brought.values.items() if text != brought.base.get(path, "")} == {}
    assert (brought.unplaced, brought.doubts, brought.said) == ((), (), ())


def looked_at(case):
    """Who only listens sees it, by the link."""
    case.anna.post(case.url("lank"))
    (link,) = case.running.store.links.of_draft(case.draft)
    seen = shown_on(case.anna.get(f"/visa/{link.token}").text)
    signing = {one.id for one in case.mall.fields() if one.type == "signature"}
    hidden = {squeezed(text) for path, text in case.example.values.items() if path.partition("/")[0] in signing}
    for words in case.example.words:
        assert squeezed(words) in seen or squeezed(words) in hidden, words
    assert "**" not in seen


def tidied(case):
    return {path: case.mall.leaf_at(path).canonical(text) for path, text in case.example.changes.items()}


def as_file(case):
    """Out as a file that its schema knows, and in again as the same document."""
    for document in (
        case.document,
        case.document.replace(tidied(case)),
        case.document.replace(case.example.unread),
        Document(case.mall, case.mall.start_values()),
        Document(case.mall, {}),
    ):
        data = to_exchange(document)
        jsonschema.Draft202012Validator(schema(case.mall)).validate(data)
        again = read_exchange(json.dumps(data), {case.mall.id: case.mall})
        assert fingerprint(Document(again.mall, again.values)) == fingerprint(document)
        written = {path: text for path, text in document.values.items() if text and not path.endswith("/_plats")}
        assert {path: again.values.get(path) for path in written} == written


def faulty_file(case):
    """What the schema refuses, the reader refuses too, with a sentence."""
    validator = jsonschema.Draft202012Validator(schema(case.mall))
    for field in case.mall.fields():
        for wrong in ([[1]], {"finns inte": 1}, 1.5, True):
            data = to_exchange(Document(case.mall, {})) | {"innehall": {field.id: wrong}}
            assert not validator.is_valid(data), (field.id, wrong)
            with pytest.raises(ExchangeFaults) as told:
                read_exchange(json.dumps(data), {case.mall.id: case.mall})
            assert all(place and sentence for place, sentence in told.value.faults)


def reviewed(case):
    """Every value has a name of its own in its section; what can't be read is told once; a good answer is not remarked on."""
    document = case.document
    names = [(case.mall.section_of(path).id, place_name(document, path)) for path, _ in leaves_of(document)]
    assert all(name for _, name in names)
    assert len(set(names)) == len(names), sorted(name for name in set(names) if names.count(name) > 1)
    assert all(place_exists(document, path) for path, _ in leaves_of(document))
    wrong = [(one.code, one.sentence) for one in check_document(document)]
    assert not wrong
    for path, text in case.example.unread.items():
        about = [one for one in check_document(document.replace({path: text})) if one.path == path]
        assert len(about) == 1, (path, about)


def remarks_in_order(case):
    """An empty form is remarked on from the top down."""
    document = Document(case.mall, case.mall.start_values())
    order = [section.id for section in case.mall.sections]
    sections = [
        order.index((case.mall.section_of(one.path) or case.mall.section(one.path)).id)
        for one in check_document(document)
    ]
    assert sections == sorted(sections)


def compared(case):
    """«Vad har ändrats» tells each value by its name."""
    for path, text in case.example.changes.items():
        case.save(path, text)
    answer = case.anna.get(case.url(f"andrat?sedan={date.today().isoformat()}"))
    assert answer.status_code == 200
    seen = shown_on(answer.text)
    for path in case.example.changes:
        assert squeezed(place_name(case.document, path)) in seen, path


def copied(case):
    """Next year's draft begins with this year's answers."""
    answer = case.anna.post(case.url("kopiera"))
    new = int(answer.location.rstrip("/").split("/")[-1])
    kept = self_written(case.running.desk.sheet(new).document.values)
    assert kept == {path: text for path, text in self_written(case.document.values).items() if in_copy(case.mall, path)}


def in_copy(mall, path):
    """A day of signing is not next year's."""
    return mall.leaf_at(path).in_copy


def self_written(values):
    return {path: text for path, text in values.items() if not path.startswith("_")}


def figures_in_any_order(case):
    """Sums that follow one change at a time are those of the whole, worked out anew."""
    changes = list((case.example.changes | case.example.unread).items())
    random.Random(4).shuffle(changes)
    for path, text in changes:
        assert case.save(path, text).status_code == 200
    live = [computed_on(page) for page in case.pages()]
    case.running.desk.forget(case.draft)
    assert live == [computed_on(page) for page in case.pages()]


def read_by_the_checks(case):
    """A check says what it reads, so that a change of it makes the check run again."""
    document = case.document.replace(case.example.unread)
    told = {leaf.path: "NAMN [[total]]" for leaf, _ in Facts(document).leaves(TEXTS)}
    document = document.replace(told)
    for check in CHECKS:
        watched = Watched(document.values)
        facts = Facts(Document(case.mall, watched))
        for subject in [[prose] for prose in facts.subjects(check.each)] if check.each else [[]]:
            watched.asked.clear()
            list(check.remarks(facts, *subject))
            unsaid = {
                path
                for path in watched.asked - {prose.path for prose in subject}
                if case.mall.field(path.partition("/")[0]) and not aspects(document, path) & check.reads
            }
            assert unsaid == set(), check.name


def other_text(leaf) -> str:
    """Something else than what stands, whatever it is."""
    return next(iter(getattr(leaf, "options", ())), "") or {
        "days": "2031-05-06", "amounts": "4711", "shares": "13", "addresses": "annan@annat.example",
    }.get(leaf.topic, "Något annat")  # fmt: skip


def signed_for(case):
    """What stands anywhere on paper is in the fingerprint, whether the form prints the field at its own place or not."""
    for mall in (case.mall, *(not_printed(case.mall, field.id) for field in case.mall.fields())):
        document = Document(mall, case.document.values)
        own = {field.id for field in mall.fields() if not field.printed}
        before, mark = printout(document, SIGNED), fingerprint(document)
        for path, leaf in leaves_of(document):
            for text in ("", other_text(leaf)) if not own or path.partition("/")[0] in own else ():
                changed = document.replace({path: text})
                if printout(changed, SIGNED) != before:
                    assert fingerprint(changed) != mark, (own, path, text)


def not_printed(mall, field_id):
    sections = tuple(
        replace(part, fields=tuple(replace(one, printed=one.printed and one.id != field_id) for one in part.fields))
        for part in mall.sections
    )
    return replace(mall, sections=sections)


def unread_is_told(case):
    """What can't be read is told by a check, the one that its kind names where it names one."""
    document = case.document.replace(case.example.unread)
    told = {(remark.path, remark.code) for remark in check_document(document)}
    for path in case.example.unread:
        leaf = case.mall.leaf_at(path)
        if leaf and leaf.read(document.text(path)).problem:
            assert {code for place, code in told if place == path and leaf.asks in ("", code)}, path


FACES = (
    first_page, saved, told, rows_move, rows_have_a_limit, without_scripts, printed, printed_part_by_part, printed_blank,
    in_word, looked_at, as_file, faulty_file, reviewed, remarks_in_order, compared, copied, figures_in_any_order, read_by_the_checks, unread_is_told,
    signed_for,
)  # fmt: skip

SLOW = {("_udda", "told")}
"""More than some seconds: only with --all."""
CASES = [
    pytest.param(
        name,
        face,
        id=f"{name}-{face.__name__}",
        marks=[pytest.mark.long] if (name, face.__name__) in SLOW else [],
    )
    for name in EXAMPLES
    for face in FACES
]


@pytest.mark.parametrize(("case", "face"), CASES, indirect=["case"])
def test_varje_slag_gar_hela_vagen(case, face):
    face(case)
