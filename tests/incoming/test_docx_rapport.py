"""A report in Word read back: texts that stand side by side, and tables of questions, as what is read in a line."""

import pytest

from tests.core.checks.reports import FORMS, report
from tests.incoming.test_docx import brought, new_in, nothing_else, rewritten, written

HELAR = report("arsrapport_helar")
GOAL = next(path for path, text in HELAR.values.items() if text.startswith("30 personer")).rpartition("/")[0]


@pytest.mark.parametrize("name", FORMS)
def test_en_rapport_som_ingen_har_andrat_sager_inget_nytt(name):
    document = report(name)
    found = brought(written(document), document)
    assert new_in(found) == {} and found.said == ()
    nothing_else(found)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("text", "Minst 40 personer", "Minst 45 personer"),
        ("utfall", "17 kvinnor", "18 kvinnor"),
        ("analys", "uteblev under sommaren", "uteblev i juli"),
    ],
)
def test_ett_mal_ett_utfall_och_en_analys_som_andras_i_word_kommer_tillbaka(part, old, new):
    found = brought(rewritten(old, new, written(HELAR)), HELAR)
    path = f"{GOAL}/{part}"
    assert new_in(found) == {path: HELAR.text(path).replace(old, new)}
    nothing_else(found)


def test_talet_under_ett_utfall_ar_inte_textens():
    found = brought(rewritten("30 av 40", "31 av 40", written(HELAR)), HELAR)
    assert new_in(found) == {} and [one.words for one in found.unplaced] == ["31 av 40 (75\u00a0%)"]
