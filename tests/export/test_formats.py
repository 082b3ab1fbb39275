"""The files that a draft can be saved as, from one list."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from finsam_forms.core.document import Document
from finsam_forms.export.formats import FORMATS, JSON, PDF, Order
from finsam_forms.export.stamp import Stamp
from tests.builder import ANSOKAN, worked_example

ORDER = Order(document=worked_example(), stamp=Stamp("2026-11-23 14:00"))


@pytest.mark.parametrize("name", FORMATS, ids=str)
def test_varje_format_gar_att_gora_och_heter_som_utkastet(name):
    made = FORMATS[name]
    assert made.name == name and not made.lacks
    assert made.make(ORDER)
    assert made.file_name(ORDER.document) == f"vagen-in-processledare-for-samverkan-i-alvkarleby{made.ending}"


def test_filerna_ar_av_sitt_slag():
    assert PDF.make(ORDER).startswith(b"%PDF")
    assert json.loads(JSON.make(ORDER))["mall"] == "ansokan"


def test_ett_utkast_utan_namn_far_formularets():
    assert PDF.file_name(Document(ANSOKAN, {})).startswith("ansok")


def test_ett_format_sager_vad_det_saknar():
    assert replace(PDF, needs=("reportlab", "finns_inte")).lacks == ("finns_inte",)


def test_listan_kostar_inget_att_lasa():
    """ReportLab takes half a second: only when something is printed."""
    names = ("reportlab", "docx", "lxml", "openpyxl", "xlsxwriter", "pypdf", "finsam_forms.core")
    heavy = f"import sys, finsam_forms.export.formats; print([name for name in {names} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True).stdout.strip() == "[]"
