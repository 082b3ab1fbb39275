"""The elements alone say what a file that can be filled in, counted with or read aloud has to know."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import get_args

import pytest

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import PLACE, Document
from finsam_forms.core.kinds.budget.ledger import ledger_of
from finsam_forms.core.kinds.figures import counting, field_of, figure_names, figures, formulas_of
from finsam_forms.core.kinds.kind import answers
from finsam_forms.core.markup import blocks
from finsam_forms.core.references import References
from finsam_forms.core.rounding import whole_percent
from finsam_forms.core.unit import Unit, words
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.words import alone, in_table
from tests.builder import ANSOKAN, MALLS, worked_example
from tests.kinds.case import EXAMPLES, ODD

AT = "2026-11-23 14:00"
LON = "budget/lon/processledare"
OVER_NEW_YEAR = {"insatstid/slut": "2022-03-31", f"{LON}/till": "2022-03-31", f"{LON}/ar/2022/alvkarleby": "90000"}
UNREAD = {"budget/ovrigt/resor/belopp/alvkarleby": "9,000 000", f"{LON}/tjanst_procent": "halv", f"{LON}/fran": "snart"}
OWNERS = {
    path: text
    for n in range(4)
    for path, text in {
        f"insatsagare/q{n}/_plats": f"t{n}",
        f"insatsagare/q{n}/organisation": f"Kommun nummer {n}",
        f"budget/ovrigt/resor/belopp/q{n}": str(1000 * n + 500),
    }.items()
}
DOCUMENTS = {
    "exemplet": worked_example(),
    "i tkr": worked_example().replace({"budget/enhet": "tkr"}),
    "över årsskiftet": worked_example().replace(OVER_NEW_YEAR),
    "oläst": worked_example().replace(OVER_NEW_YEAR | UNREAD | {f"{LON}/ar/2022/alvkarleby": "x1"}),
    "fem ägare": worked_example().replace(OWNERS),
    "nytt": Document(ANSOKAN, ANSOKAN.start_values()),
    **{name: EXAMPLES[name].document() for name in EXAMPLES},
    **{f"{name}, oläst": EXAMPLES[name].document().replace(EXAMPLES[name].unread) for name in EXAMPLES},
}
ABOUT_THE_BUDGET = ("enhet", "po", "underlag")
"""How it is shown, and what wages were worked out from: said in words, not in cells."""


def elements_of(document: Document, state: str = "utkast", part: str = "allt") -> tuple[e.Element, ...]:
    return printout(document, Stamp(AT, state), part).elements


def cells_of(element: e.Element):
    """Every cell of an element, and what is said after it."""
    match element:
        case e.FormHead():
            found = [row.cell for row in element.entries]
        case e.Entries():
            found = [row.cell for row in element.rows]
        case e.Title() | e.Band():
            found = [element.cell]
        case e.Heading():
            found = [element.note, element.cell]
        case e.Table():
            found = [
                *(column.head for column in element.columns),
                *(cell for row in element.rows for cell in row.cells),
            ]
        case e.Facing():
            sides = [side for row in element.rows for side in (row.left, row.right)]
            found = [cell for side in sides for cell in (*(one.title for one in side.passages), side.cell)]
        case e.Picture(chart=e.PayChart(parts=parts)):
            found = [part.label for part in parts]
        case e.Phase():
            found = [element.label, *element.days]
        case e.Signature():
            found = [element.party, *(row.cell for row in element.entries)]
        case _:
            found = []
    for cell in found:
        yield cell
        yield from cell.also


def cells(elements):
    return [cell for element in elements for cell in cells_of(element)]


def tables(document, **more):
    return [one for one in elements_of(document, **more) if isinstance(one, e.Table)]


def places(elements, document) -> dict[str, set[str]]:
    """Path → what is said there."""
    found: dict[str, set[str]] = {}

    def at(path, said):
        if path:
            found.setdefault(path, set()).add(said)

    for cell in (cell for cell in cells(elements) if cell.rule is None):
        as_stored = Unit.DAY if cell.unit is Unit.SHORT_DAY else Unit.TEXT if cell.unit is Unit.TICK else cell.unit
        at(cell.path, words(cell.value, as_stored))
    for element in elements:
        match element:
            case e.Prose():
                at(element.path, element.blocks)
            case e.ListBlock():
                for item in element.items:
                    at(item.path, item.blocks)
            case e.Facing():
                for one in (one for row in element.rows for side in (row.left, row.right) for one in side.passages):
                    at(one.path, one.blocks or "")
            case e.Boxes():
                at(element.path, "".join(box.value for box in element.options if box.chosen))
            case e.Ruled():
                at(element.path, "")
    return found


BEFORE = ("/forra", "/forra_skrivs")
"""What stood in the report before is beside on the screen; on paper only where the form or those who write ask for it."""


def printed(document):
    """The path and text of every value that is printed."""
    fields = {field.id for field in document.mall.fields() if field.printed and field.type != "fixed_text"}
    budget = {field.id for field in document.mall.fields() if field.type == "budget"}
    for path, text in document.values.items():
        first, *rest = path.split("/")
        aside = first in budget and set(rest) & set(ABOUT_THE_BUDGET)
        if text and first in fields and not aside and not path.endswith((PLACE, *BEFORE)):
            yield path, text


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_varje_varde_star_vid_sin_plats(name):
    document = DOCUMENTS[name]
    found = places(elements_of(document), document)
    resolve = References(document).resolve
    for path, text in printed(document):
        said = blocks(text, resolve) if document.mall.leaf_at(path).type == "long_text" else document.show(path)
        assert found.get(path) == {said}, path


@pytest.mark.parametrize("name", ["exemplet", "fem ägare", "goals", "yes_no", "period", "table", "long_text"], ids=str)
def test_det_som_ar_tomt_har_ocksa_en_plats(name):
    """A file to fill in needs to know where each empty answer belongs."""
    document = DOCUMENTS[name]
    values = {path: "" if not path.endswith(PLACE) else text for path, text in document.values.items()}
    emptied = Document(document.mall, values)
    found = places(printout(emptied, Stamp(AT), fillable=True).elements, emptied)
    for at in answers(emptied):
        for leaf in at.leaves() if at.field.printed and at.field.type not in ("budget", "goals", "rows") else ():
            if leaf.path.endswith(BEFORE):
                continue
            assert "" in found[leaf.path], leaf.path


def is_figure(document: Document, key: str) -> bool:
    """A formula, what a cell counts in, or (while no cell can) a key of the same field made of ids that there are."""
    counted = {
        one
        for field in counting(document)
        for leaf in field.answer(document).leaves()
        for one in field.keys_at(field.answer(document), tuple(leaf.path.split("/")[1:]))
    }
    names = {step for path in document.values for step in path.split("/")[:2]}
    names |= {one for file in document.mall.files.values() for one in re.findall(r'id *= *"(.+?)"', file)}
    steps = set("/".join(key.split("/")[1:]).split("/")) - {""}
    of_field = field_of(document, key) is not None and steps <= {step for name in names for step in name.split("/")}
    return key in counted or key in formulas_of(document) or key in figure_names(document) or of_field


@pytest.mark.parametrize("state", ["utkast", "blankett", "last"])
@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_varje_cell_sager_var_den_kommer_ifran(name, state):
    """A place to write in, a figure that is worked out, or a rule; only what is nothing says nothing."""
    document = DOCUMENTS[name] if state != "blankett" else Document(DOCUMENTS[name].mall, {})
    spare = {f"{one.id}/+1/_plats": "n" for one in document.mall.fields() if one.has_pages}
    known = cache(partial(is_figure, document.replace(spare)))
    elements = printout(document, Stamp(AT, state), remarks=check_document(document)).elements
    for cell in cells(elements):
        assert not cell.path or document.mall.leaf_at(cell.path), cell
        assert not cell.key or known(cell.key), cell
        assert cell.value is None or cell.path or cell.key or cell.rule, cell
        assert not (cell.rule is None and cell.path and cell.key), cell
    for picture in (one for one in elements if isinstance(one, e.Picture) and isinstance(one.chart, e.PayChart)):
        for part in picture.chart.parts:
            assert part.keys and part.kronor == sum(figures(document).sum(key).value for key in part.keys)


def test_ett_namn_har_sin_plats_overallt_dar_det_trycks():
    elements = elements_of(DOCUMENTS["över årsskiftet"])
    name = DOCUMENTS["exemplet"].text("insatsagare/alvkarleby/organisation")
    for table in (one for one in elements if isinstance(one, e.Table)):
        said = [cell for cell in cells_of(table) if name in str(cell.value)]
        assert {cell.path for cell in said} <= {"insatsagare/alvkarleby/organisation"}
    assert any(column.head.path for one in elements if isinstance(one, e.Table) for column in one.columns)


def test_ett_ar_som_ingen_skrivit_ar_ett_forslag_med_sin_plats():
    tables = [one for one in elements_of(DOCUMENTS["över årsskiftet"]) if isinstance(one, e.Table)]
    years = {cell.path: cell for table in tables for cell in cells_of(table) if "/ar/" in cell.path}
    assert years[f"{LON}/ar/2022/alvkarleby"].rule is None
    assert years[f"{LON}/ar/2021/alvkarleby"].rule is e.Rule.BY_MONTHS


def test_insatstiden_ar_dagar_med_sina_platser():
    (entries, *_) = [one for one in elements_of(worked_example()) if isinstance(one, e.Entries)]
    (time,) = [row.cell for row in entries.rows if row.label == "Insatstid"]
    start, end, months = time, *time.also
    assert (start.path, end.path, months.value) == ("insatstid/start", "insatstid/slut", 9)
    assert (start.unit, end.unit) == (Unit.DAY, Unit.DAY)
    assert alone(time).replace("\u00a0", " ") == f"{start.value} – {end.value} (9 månader)"


@pytest.mark.parametrize("part", ["start", "slut"])
@pytest.mark.parametrize("typed", ["i våras", "2027-04-01"])
def test_en_insatstid_som_inte_gar_att_lasa_star_som_den_skrevs(part, typed):
    """A form can print it on its first page alone."""
    document = Document(MALLS["slutrapport"], {f"insatsperiod/{part}": typed})
    head = [one for one in elements_of(document) if isinstance(one, e.Entries)][0]
    assert typed in " ".join(alone(row.cell) for row in head.rows if row.label == "Insatstid")


def test_tomt_och_saknat_ar_inte_samma_sak():
    role = "underskrifter_insatsagare/alvkarleby/roll"
    document = worked_example().replace({"syfte": "", "insatstid/start": "", role: ""})
    elements = elements_of(document)
    (syfte,) = [one for one in elements if isinstance(one, e.Ruled) and one.path == "syfte"]
    assert syfte.missing
    (start,) = [cell for cell in cells(elements) if cell.path == "insatstid/start"]
    assert start.missing and alone(start) == "(ej ifyllt)"
    (title,) = [cell for cell in cells(elements) if cell.path == role]
    assert (title.value, title.missing) == (None, False)
    assert not any(cell.missing for cell in cells(elements_of(Document(ANSOKAN, {}), "blankett")))


def number(cell: e.Cell) -> int:
    return cell.value if isinstance(cell.value, int) else 0


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_varje_summa_ar_summan_av_det_den_sager_att_den_lagger_ihop(name):
    for table in tables(DOCUMENTS[name]):
        for row in table.rows:
            for n, column in enumerate(table.columns):
                if row.kind == "group":
                    continue
                cell = row.cells[n]
                if column.less and cell.value is not None:
                    first, *others = (number(row.cells[other]) for other in column.less)
                    assert cell.value == first - sum(others), cell.key
                elif column.part_of and isinstance(cell.value, int):
                    part, whole = (number(row.cells[other]) for other in column.part_of)
                    assert cell.value == 100 * whole_percent(part, whole), cell.key
                elif row.adds is not None and (cell.key or cell.rule is e.Rule.ADDED):
                    added = [table.rows[other].cells[n] for other in row.adds]
                    nothing = cell.value is None and all(other.value is None for other in added)
                    assert nothing or cell.value == sum(map(number, added)), (cell, n)
                if column.adds is not None and row.cells[n].value is not None and (cell.key or row.kind == "row"):
                    assert cell.value == sum(number(row.cells[other]) for other in column.adds), cell.key


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_varje_rakat_tal_ar_det_som_ar_utraknat(name):
    document = DOCUMENTS[name]
    ledger = ledger_of(document)
    counted = {cell.key: cell for cell in cells(elements_of(document)) if cell.key and isinstance(cell.value, int)}
    for key, cell in counted.items():
        if ledger and key in ledger.sums:
            assert (cell.value, cell.unread) == ledger.sums[key][:2], key
    if ledger:
        assert {key for key, found in ledger.sums.items() if found.value} <= set(counted)


def test_en_cell_som_inte_gar_att_lasa_star_som_den_skrevs_och_summan_sager_till():
    document = DOCUMENTS["oläst"]
    (cost, *_) = tables(document, part="budget")
    typed = next(cell for row in cost.rows for cell in row.cells if cell.path.endswith("resor/belopp/alvkarleby"))
    assert (typed.value, typed.unread, in_table(typed, cost)) == ("9,000 000", 1, "9,000 000*")
    whole = next(cell for row in cost.rows for cell in row.cells if cell.key == "tabell/rekvirera")
    assert whole.unread == 1 and in_table(whole, cost).endswith("*")
    share = next(cell for row in cost.rows for cell in row.cells if cell.path.endswith("/tjanst_procent"))
    assert in_table(share, cost) == "halv*"
    day = next(cell for row in cost.rows for cell in row.cells if cell.path.endswith("processledare/fran"))
    assert in_table(day, cost) == "snart", "en dag läggs inte ihop med något"
    (years,) = [table for table in tables(document, part="budget") if table.title.endswith("per kalenderår")][:1]
    (year,) = [cell for row in years.rows for cell in row.cells if cell.path == f"{LON}/ar/2022/alvkarleby"]
    assert in_table(year, years) == "x1*"


@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_radens_plats_och_kolumnens_steg_ar_cellens_plats(name):
    for table in tables(DOCUMENTS[name]):
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=False):
                elsewhere = cell.path.partition("/")[0] != row.path.partition("/")[0]  # a row that is called as another
                if cell.path and column.steps and not elsewhere:
                    assert cell.path == f"{row.path}/{column.steps}"


@pytest.mark.parametrize("state", ["utkast", "blankett"])
@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_rader_och_rubriker_fyller_tabellens_bredd(name, state):
    document = DOCUMENTS[name] if state == "utkast" else Document(DOCUMENTS[name].mall, {})
    for table in tables(document, state=state):
        for heads in table.heads:
            assert sum(head.span for head in heads) == len(table.columns)
        for row in table.rows:
            assert sum(cell.span for cell in row.cells) == len(table.columns)
        assert all(column.head.value for column in table.columns[1:]), "en kolumn utan rubrik går inte att läsa upp"


def levels(elements):
    for element in elements:
        if isinstance(element, e.Title):
            yield 1
        elif (
            isinstance(element, e.Heading | e.SubHeading | e.Phase)
            or getattr(element, "label", "")
            and isinstance(element, e.Prose | e.ListBlock | e.Ruled)
        ):
            yield element.level


@pytest.mark.parametrize("part", ["allt", "text", "budget", "underskrifter", "granskning"])
@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_rubrikernas_nivaer_hoppar_inte(name, part):
    before = 1
    for level in levels(elements_of(DOCUMENTS[name], part=part)):
        assert 1 <= level <= min(6, before + 1)
        before = level


@pytest.mark.parametrize("state", ["utkast", "blankett"])
@pytest.mark.parametrize("name", DOCUMENTS, ids=str)
def test_varje_bild_sager_i_ord_vad_den_visar(name, state):
    document = DOCUMENTS[name] if state == "utkast" else Document(DOCUMENTS[name].mall, {})
    for picture in (one for one in elements_of(document, state) if isinstance(one, e.Picture)):
        assert picture.alt.endswith(".")
        match picture.chart:
            case e.PayChart(parts=parts):
                assert all(alone(part.label) in picture.alt for part in parts)
            case e.TimeAxis(chart=chart) if chart is not None:
                assert all(row.label in picture.alt for row in chart.rows if row.bars)


def test_budgetens_dagar_star_under_en_gemensam_rubrik():
    (cost, *_) = tables(worked_example(), part="budget")
    (heads,) = cost.heads
    merged = next(head for head in heads if head.text)
    start = sum(head.span for head in heads[: heads.index(merged)])
    assert [column.head.value for column in cost.columns[start : start + merged.span]] == ["från", "till"]


def test_alla_sorters_element_finns_i_provet():
    """What is tried above is all there is."""
    seen = {type(one) for document in DOCUMENTS.values() for one in elements_of(document)}
    assert seen == set(get_args(e.Element))
    assert ODD in DOCUMENTS and MALLS
