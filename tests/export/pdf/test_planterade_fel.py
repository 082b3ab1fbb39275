"""Faults planted in a good file: each is seen by one of those who look. What nobody sees proves nothing."""

import io

import pytest

pikepdf = pytest.importorskip("pikepdf")

from finsam_forms.export.stamp import Stamp  # noqa: E402
from tests.builder import worked_example  # noqa: E402
from tests.export import printing  # noqa: E402
from tests.export.pdf.vera import lacking, vera  # noqa: E402
from tests.others import untried  # noqa: E402

pytestmark = pytest.mark.long
NEEDS_VERA = {"huvud utan riktning", "två sidor som har bytt plats i trädet"}
"""page-validation does not see them."""


def first(file, tag):
    """The first element of a type, from the top."""
    waiting = [file.Root.StructTreeRoot.K[0]]
    while waiting:
        found = waiting.pop(0)
        if str(found.S) == f"/{tag}":
            return found
        waiting += [kid for kid in found.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    raise LookupError(tag)


def without(key):
    return lambda thing: thing.__delitem__(f"/{key}")


def renamed(file, tag, to):
    first(file, tag).S = pikepdf.Name(f"/{to}")


def untagged_text(file):
    page = file.pages[2]
    text = page.Contents.read_bytes()
    start = text.index(b"/P <</MCID")
    middle, end = text.index(b"BDC", start), text.index(b"EMC", start)
    bare = text[:start] + b"q " + text[middle + 3 : end] + b" Q " + text[end + 3 :]
    page.Contents = file.make_stream(bare)


def swapped(file):
    keys = file.Root.StructTreeRoot.ParentTree.Nums
    pages = [number for number in range(1, len(keys), 2) if isinstance(keys[number], pikepdf.Array)]
    one, other = pages[:2]
    keys[one], keys[other] = keys[other], keys[one]


def no_title(file):
    with file.open_metadata() as about:
        del about["dc:title"]


def not_embedded(file):
    font = next(iter(file.pages[0].Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]


FAULTS = {
    "huvud utan riktning": lambda file: without("A")(first(file, "TH")),
    "bild utan ord": lambda file: without("Alt")(first(file, "Figure")),
    "rubrik som hoppar": lambda file: renamed(file, "H2", "H4"),
    "inget språk": lambda file: without("Lang")(file.Root),
    "text som inget är": untagged_text,
    "två sidor som har bytt plats i trädet": swapped,
    "ingen titel": no_title,
    "ingen ordning på en sida med länkar": lambda file: without("Tabs")(file.pages[0].obj),
    "typsnitt som inte är med": not_embedded,
    "cell utan rad": lambda file: renamed(file, "TR", "P"),
    "bilaga utan samband": lambda file: without("AF")(file.Root),
    "inga färger": lambda file: without("OutputIntents")(file.Root),
    "punkt utan lista": lambda file: renamed(file, "P", "LI"),
}


@pytest.fixture(scope="module")
def good():
    return printing.pdf(worked_example(), Stamp("2026-11-23 14:00"))


@pytest.fixture(scope="module")
def spoilt(good, tmp_path_factory):
    """A file for each fault, and a good one that has been saved the same way."""
    folder = tmp_path_factory.mktemp("fel")
    for name, plant in {**FAULTS, "felfri": lambda file: None}.items():
        with pikepdf.open(io.BytesIO(good)) as file:
            plant(file)
            file.save(folder / f"{name}.pdf")
    return folder


@pytest.fixture(scope="module")
def seen_by_vera(spoilt):
    return {} if lacking() else vera(*sorted(spoilt.iterdir()))


@pytest.mark.parametrize("name", FAULTS)
def test_ett_planterat_fel_syns(spoilt, seen_by_vera, name):
    if name in NEEDS_VERA and lacking():
        untried("PDF-filerna av veraPDF", lacking())
    assert printing.faults((spoilt / f"{name}.pdf").read_bytes()) or seen_by_vera[f"{name}.pdf"]


def test_den_felfria_ar_felfri(spoilt, seen_by_vera):
    assert printing.faults((spoilt / "felfri.pdf").read_bytes()) == []
    assert seen_by_vera.get("felfri.pdf", []) == []
