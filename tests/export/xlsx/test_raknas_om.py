"""LibreOffice works every formula out anew, and comes to the program's own figures."""

from __future__ import annotations

import io
import zipfile

import pytest

from finsam_forms.core.document import Document
from tests.builder import ANSOKAN, worked_example
from tests.export import soffice
from tests.export.test_elements import DOCUMENTS, LON
from tests.export.xlsx.book import BLANK, by_chance, cells, formulas, in_words, made, values

pytestmark = [soffice.needed, pytest.mark.long]
YEARS = {"insatstid/start": "2021-02-15", "insatstid/slut": "2024-05-10", f"{LON}/till": "2023-10-20"}
ODD_YEARS = YEARS | {
    "budget/ovrigt/tolk/belopp/alvkarleby": "100001",
    f"{LON}/ar/2022/alvkarleby": "400000",
    "budget/ovrigt/resor/belopp/alvkarleby": "-7",
    "budget/ovrigt/resor/ar/2023/alvkarleby": "2",
}


BOOKS = {
    **{name: made(document) for name, document in DOCUMENTS.items()},
    "fyra år": made(worked_example().replace(YEARS)),
    "udda år": made(worked_example().replace(ODD_YEARS)),
    "udda år i tkr": made(worked_example().replace(ODD_YEARS | {"budget/enhet": "tkr"})),
    "blankett": made(Document(ANSOKAN, {}), BLANK),
    **{f"slump {seed}": made(document, stamp) for seed, document, stamp in by_chance(40)},
}


def planted(data: bytes) -> bytes:
    """The same with a wrong value stored beside every formula that has a number."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(name, part.replace("</f><v>355000</v>", "</f><v>999</v>"))
    return target.getvalue()


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Name → the workbook as LibreOffice saves it after it has worked it out."""
    folder = tmp_path_factory.mktemp("soffice")
    books = BOOKS | {"fel värde": planted(BOOKS["exemplet"])}
    files = {name: folder / f"bok{number}.xlsx" for number, name in enumerate(books)}
    for name, file in files.items():
        file.write_bytes(books[name])
    (folder / "ut").mkdir()
    found = soffice.converted(files.values(), folder / "ut", soffice.profile(folder / "profil"))
    return dict(zip(files, (file.read_bytes() for file in found), strict=True))


@pytest.mark.parametrize("name", BOOKS, ids=str)
def test_varje_formel_ger_det_varde_som_star_lagrat(name, opened):
    ours, theirs = values(BOOKS[name]), values(opened[name])
    for sheet, cell in cells(formulas(BOOKS[name])):
        if cell.data_type == "f":
            stored, worked = ours[sheet][cell.coordinate].value, theirs[sheet][cell.coordinate].value
            assert in_words(stored) == in_words(worked), (sheet, cell.coordinate, cell.value)


def test_ett_fel_lagrat_varde_skulle_synas(opened):
    """Else the test above would compare what is stored with itself."""
    wrong, right = values(planted(BOOKS["exemplet"])), values(opened["fel värde"])
    found = [(right[sheet][cell.coordinate].value) for sheet, cell in cells(wrong) if cell.value == 999]
    assert found and set(found) == {355_000}


def test_utan_omrakning_star_det_lagrade_kvar(tmp_path):
    file = tmp_path / "bok.xlsx"
    file.write_bytes(planted(BOOKS["exemplet"]))
    (tmp_path / "ut").mkdir()
    (found,) = soffice.converted([file], tmp_path / "ut", soffice.profile(tmp_path / "profil", soffice.NEVER))
    assert 999 in {cell.value for _, cell in cells(values(found.read_bytes()))}
