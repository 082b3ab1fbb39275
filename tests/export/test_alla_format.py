"""One document, all formats: what is written and what is worked out stands in PDF, Word, Excel, JSON and on the page, and is the same."""

import json
import re
from datetime import date, timedelta
from html import unescape
from itertools import count
from types import SimpleNamespace

import pytest

from finsam_forms.app import create_app
from finsam_forms.core.document import Document
from finsam_forms.core.edit import Person
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.unit import Unit, words
from finsam_forms.export import elements as e
from finsam_forms.export.exchange import read_exchange
from finsam_forms.export.formats import DOCX, JSON, PDF, XLSX, Order
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.readers import read_file
from tests.builder import MALLS, leaves_of, worked_example
from tests.client import client_of
from tests.export.docx.seen import tree_of, words_of
from tests.export.pdf.heard import heard
from tests.export.test_alla_ord import printed_paths, read, word
from tests.export.xlsx.book import cells, values
from tests.kinds.case import shown_on, squeezed
from tests.sample import some_of

AT = Stamp("2026-11-23 14:00")
ANNA = Person("Anna Andersson", "Försäkringskassan")
AMOUNT = re.compile(r"(?<![\d-])-?\d{1,3}(?:[\u00a0 ]\d{3})+(?!\d)")


def of_its_kind(leaf, numbers):
    """Something to write there that stands nowhere else, as it is stored."""
    number = next(numbers)
    if leaf.unit is Unit.KRONOR:
        return str(100_003 + 7 * number)
    if leaf.unit is Unit.COUNT:
        return str(1_000 + number)
    if leaf.unit is Unit.DAY:
        return (date(2021, 1, 1) + timedelta(number % 300)).isoformat()
    if leaf.unit is Unit.EMAIL:
        return f"{word(number)}@prov.example"
    if leaf.unit is Unit.SHARE:
        return str(1 + number % 99)
    return f"{word(number)} {word(next(numbers))}" if leaf.topic in ("words", "texts") else ""


def rows_of(document, ids):
    """A row in every list, each of a name of its own."""
    for form_field in document.mall.fields():
        at, lists = form_field.answer(document), []
        if form_field.type in ("parties", "rows"):
            lists = [form_field.id]
        elif form_field.type == "goals":
            lists = [part.path for part in at.parts()]
        elif form_field.type == "budget":
            lists = [f"{form_field.id}/{group.id}" for _, group in form_field.groups() if group.own_rows]
        yield from (f"{path}/rad{next(ids)}/_plats" for path in lists)


def filled(document):
    """With a row in every list, and an answer at every place that is printed."""
    document = document.replace(dict.fromkeys(rows_of(document, count()), "g"))
    numbers, leaves = count(), dict(leaves_of(document))
    more = {path: of_its_kind(leaves[path], numbers) for path in printed_paths(document)}
    return document.replace({path: text for path, text in more.items() if text})


DOCUMENTS = {"exemplet": worked_example()} | {name: filled(Document(mall, {})) for name, mall in MALLS.items()}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    app = create_app(tmp_path_factory.mktemp("data"), TESTING=False, WTF_CSRF_ENABLED=False)
    yield SimpleNamespace(anna=client_of(app, ANNA.name, ANNA.organisation), store=app.extensions["finsam_forms"].store)
    app.extensions["finsam_forms"].feed.stop()
    app.extensions["finsam_forms"].store.close()


@pytest.fixture(scope="module", params=some_of(DOCUMENTS, 3))
def made(request, house):
    """A document as it is read in each format: words as they stand, and a workbook's cells."""
    document = DOCUMENTS[request.param]
    draft = house.store.drafts.create(document.mall, document.values, ANNA)
    house.anna.post(f"/utkast/{draft}/lank")
    (link,) = house.store.links.of_draft(draft)
    pages = [house.anna.get(f"/utkast/{draft}/avsnitt/{section.id}").text for section in document.mall.sections]
    order = Order(document=document, stamp=AT, draft=str(draft))
    files = {one.name: one.make(order) for one in (PDF, DOCX, XLSX, JSON)}
    return SimpleNamespace(
        document=document,
        draft=str(draft),
        files=files,
        printed=printout(document, AT),
        seen=house.anna.get(f"/visa/{link.token}").text,
        words={
            "pdf": read(files["pdf"]),
            "docx": words_of(tree_of(files["docx"])),
            "sidorna": "".join(map(shown_on, pages)),
            "json": json.dumps(json.loads(files["json"])["innehall"], ensure_ascii=False),
        },
        cells={cell.value for _, cell in cells(values(files["xlsx"]))},
    )


def expected(document):
    """(path, leaf, what it says in pieces that no line break parts) of all that is written and printed."""
    leaves = dict(leaves_of(document))
    for path in printed_paths(document):
        leaf, text = leaves[path], document.text(path)
        if leaf.unit in (Unit.TEXT, Unit.PROSE):
            pieces = [one.strip("*#-") for one in re.sub(r"\[\[.*?\]\]", " ", text).split()]
            pieces = [] if leaf.topic == "choices" else pieces
        else:
            pieces = [squeezed(leaf.show(text))]
        yield from ((path, leaf, one) for one in pieces if one)


def says(piece, leaf):
    """How a format may say it: a budget says its days as ååmmdd, and a share may stand under a heading that says what it is."""
    other = {Unit.DAY: piece.replace("-", "")[2:], Unit.SHARE: piece.removesuffix("%")}
    return {piece, other.get(leaf.unit, piece)}


@pytest.mark.parametrize("name", ["pdf", "docx", "sidorna"])
def test_allt_som_ar_skrivet_star_dar(made, name):
    text = squeezed(made.words[name])
    gone = [
        (path, one) for path, leaf, one in expected(made.document) if not any(way in text for way in says(one, leaf))
    ]
    assert gone == []


def test_allt_som_ar_skrivet_star_i_json(made):
    text = squeezed(made.words["json"])
    stored = {
        path: squeezed(json.dumps(text, ensure_ascii=False).strip('"')) for path, text in made.document.values.items()
    }
    assert [path for path, leaf, _ in expected(made.document) if stored[path] not in text] == []


def tables(printed):
    """The cells of all tables of a printout: path or key → value and unit."""
    rows = [row for one in printed.elements if isinstance(one, e.Table) for row in one.rows]
    return [cell for row in rows for cell in row.cells if cell.path or cell.key]


def test_varje_cell_i_en_tabell_star_i_kalkylbladet_som_sitt_varde(made):
    shares = {round(cell * 10_000) for cell in made.cells if isinstance(cell, float | int)}
    told = {str(cell) for cell in made.cells} | {f"{cell:%Y-%m-%d}" for cell in made.cells if isinstance(cell, date)}

    def stands(cell):
        if isinstance(cell.value, int):
            return cell.value in (shares if cell.unit is Unit.SHARE else made.cells)
        return str(cell.value or "") in told or not cell.value

    assert [cell for cell in tables(made.printed) if not stands(cell)] == []


def test_varje_summa_star_i_varje_format(made):
    """What the document counts and prints: no format works anything out for itself."""
    counted = figures(made.document)
    sums = {
        cell.key: cell.value
        for cell in tables(made.printed)
        if cell.key and cell.unit is Unit.KRONOR and cell.value is not None
    }
    assert sums or not any(one.type.startswith("budget") for one in made.document.mall.fields())
    for key, value in sums.items():
        assert value == counted.sum(key).value or key not in counted.all()
        assert value in made.cells, key
        for name, text in made.words.items():
            assert name == "json" or squeezed(words(value, Unit.KRONOR)) in squeezed(text), (key, name)


def amounts(texts):
    """Of texts that each stand by themselves: two cells beside each other are two numbers."""
    return {squeezed(one) for text in texts for one in AMOUNT.findall(text)}


def test_inget_belopp_skiljer(made):
    """A number on one paper that is not on the other would be another amount."""
    tree, _ = heard(made.files["pdf"])
    paper = amounts(one.words or one.said.get("Alt", "") for one in tree)
    assert paper == amounts(words_of(tree_of(made.files["docx"])).splitlines())
    assert paper == amounts(unescape(one) for one in re.split(r"<[^>]+>", made.seen))


@pytest.mark.parametrize("name", ["pdf", "docx", "xlsx", "json"])
def test_en_fil_som_ingen_har_andrat_har_inga_andringar(made, name):
    brought = read_file(made.files[name], MALLS)
    assert compare(brought, made.document, made.draft).differences == ()


def test_json_ar_dokumentet(made):
    again = read_exchange(made.files["json"], MALLS)
    assert fingerprint(Document(again.mall, again.values)) == fingerprint(made.document)
