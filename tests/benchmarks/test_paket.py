"""«Gör i ordning»: the parcel of the worked example, beside the files in it, each made by itself."""

from finsam_forms.export import parcel
from finsam_forms.export.formats import ZIP, Order
from finsam_forms.export.stamp import Stamp
from tests.benchmarks.measure import interleaved
from tests.benchmarks.test_utskrift import AT
from tests.builder import worked_example


def test_allt_som_skickas_in(figures):
    order = Order(document=worked_example(), stamp=Stamp(AT), draft="1")
    ours, parts = interleaved(8, lambda: ZIP.make(order), lambda: [*parcel.files(order)], warm=2)
    figures.ratio("paketet mot summan av delarna", ours, parts, 1.2)
    figures.value("paketet av exemplet", round(max(ours), 2), 2.0, "s", f"{parcel.count(order)} filer")
