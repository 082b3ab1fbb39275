"""The workbook of the worked example, beside a bare XlsxWriter script that writes the same workbook."""

from finsam_forms.export.formats import XLSX, Order
from finsam_forms.export.stamp import Stamp
from tests.benchmarks.measure import interleaved
from tests.benchmarks.other_ways import workbook, written
from tests.benchmarks.test_utskrift import AT
from tests.builder import worked_example


def test_hela_ansokan_som_excel(figures):
    order = Order(document=worked_example(), stamp=Stamp(AT), draft="1")
    script = written(XLSX.make(order))
    again = written(workbook(script))
    assert (again.looks, [page.cells for page in again.pages]) == (script.looks, [page.cells for page in script.pages])
    ours, floor = interleaved(30, lambda: XLSX.make(order), lambda: workbook(script), warm=3)
    figures.ratio("Excel av exemplet, varm", ours, floor, 1.3)
