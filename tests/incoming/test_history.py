"""JSON, the PDF and the parcel say which change they were made at: the draft's own history says how it stood then."""

import json

import pytest

from finsam_forms.export.exchange import dumps
from finsam_forms.incoming.compare import NO_BASE, SINCE, compare
from finsam_forms.incoming.difference import Changed
from finsam_forms.incoming.history import with_history
from finsam_forms.incoming.readers import read_file
from tests.builder import MALLS, worked_example

THEN = worked_example().replace({"diarienummer": "1/2021"})
NOW = THEN.replace({"syfte": "Ändrat här.", "insatsens_namn": "Nytt namn"})


def read(draft="7", change="40", **answers):
    data = json.loads(dumps(THEN, draft, change=change))
    data["innehall"] |= answers
    return read_file(json.dumps(data).encode(), MALLS)


def compared(brought, here=NOW, then=THEN):
    return compare(with_history(brought, here, 7, lambda draft, change: then.values), here, "7")


def test_det_som_bara_ar_andrat_har_star_kvar():
    found = compared(read(insatsens_namn="Filens namn", diarienummer="2/2021"))
    assert found.facts == (SINCE,)
    assert {one.path: (one.changed, one.clear) for one in found.differences} == {
        "insatsens_namn": (Changed.BOTH, False),
        "diarienummer": (Changed.FILE, True),
    }
    assert compared(read()).differences == ()


@pytest.mark.parametrize(
    ("more", "then"),
    [
        ({"draft": "8"}, THEN),
        ({"change": ""}, THEN),
        ({"change": "²"}, THEN),
        ({"change": "9" * 40}, THEN),
        ({}, THEN.replace({"syfte": "Något annat än filen säger"})),
    ],
    ids=["ett annat utkast", "säger inte", "inget tal", "för stort", "en annan dators nummer"],
)
def test_utan_ett_sakert_da_ar_inget_valt(more, then):
    found = compared(read(**more), then=then)
    assert NO_BASE in found.facts
    assert {one.path: one.changed for one in found.differences} == dict.fromkeys(
        ("syfte", "insatsens_namn"), Changed.UNKNOWN
    )
    assert found.clear == ()
