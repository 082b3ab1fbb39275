"""In och ut per period: every report leaves its own count to the next, and three make a picture."""

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.following import Followed, begun
from finsam_forms.core.kinds.flow.periods import FEWEST
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.builder import MALLS
from tests.kinds.case import form_of

MALL = MALLS["arsrapport"]
HALVES = (
    ("2016-01-01", "2016-06-30", 20, 5),
    ("2016-07-01", "2016-12-31", 12, 7),
    ("2017-01-01", "2017-06-30", 9, 10),
)
BEGIN = {
    "rapporttyp": "delår",
    "bilaga": "Bilaga LS",
    "insatsperiod/start": "2016-01-01",
    "insatsperiod/slut": "2018-12-31",
}


def reports(times=HALVES):
    """One after the other, each begun from the one before."""
    found = []
    for start, end, came, ended in times:
        values = begun(MALL, Followed(documents={"forra": found[-1]}))[0] if found else BEGIN
        counts = {"deltagare/nya/kvinnor": str(came), "deltagare/arbete/kvinnor": str(ended)}
        found.append(Document(MALL, values | counts | {"rapportperiod/start": start, "rapportperiod/slut": end}))
    return found


def pictures(document):
    field = document.mall.field("deltagare")
    return [one for one in field.bars(field.answer(document)) if one.title == "In och ut per period"]


def test_tre_rapporter_i_foljd_ger_en_bild_med_tva_staplar_for_varje():
    *_, last = reports()
    (picture,) = pictures(last)
    assert len(picture.bars) == 2 * FEWEST
    assert picture.alt == (
        "Våren 2016: 20 in, 5 ut, 15 aktiva. Hösten 2016: 12 in, 7 ut, 20 aktiva. Våren 2017: 9 in, 10 ut, 19 aktiva."
    )


def test_ett_halvar_ar_inte_bredvid_aret_som_det_ar_en_del_av():
    *_, year = reports((*HALVES, ("2017-01-01", "2017-12-31", 15, 12)))
    (picture,) = pictures(year)
    assert "Våren 2017" not in picture.alt and "2017: 15 in, 12 ut" in picture.alt


def test_tva_perioder_ar_ingen_utveckling():
    assert [len(pictures(one)) for one in reports()] == [0, 0, 1]


def test_de_tidigare_perioderna_star_kvar_och_gar_att_ratta():
    *_, last = reports()
    first, second = last.rows("tidigare_deltagare")
    assert last.text(f"tidigare_deltagare/{second}/aktiva") == "20"
    assert "Våren 2016: 22 in" in pictures(last.replace({f"tidigare_deltagare/{first}/in": "22"}))[0].alt
    assert pictures(last.replace({f"tidigare_deltagare/{first}/_plats": ""})) == []


def test_bilden_star_pa_papperet_bredvid_sin_tabell():
    *_, last = reports()
    found = printout(last, Stamp("2017-07-08 10:00", "last", "1", "AAAA-BBBB-CCCC")).elements
    assert any(isinstance(one, e.Picture) and one.alt.startswith("Våren 2016") for one in found)
    assert any(isinstance(one, e.Table) and one.path == "tidigare_deltagare" for one in found)


def test_raderna_ska_ha_det_som_bilden_behover():
    rows = 'id = "p"\ntype = "rows"\ncolumn = [{ id = "fran", type = "date", label = "Från" }]\n'
    flow = 'id = "f"\ntype = "flow"\nperiods = "p"\nrow_in = [{ id = "nya", label = "Nya" }]\nrow_out = [{ id = "a", label = "Ut" }]\n'
    head = '[[section]]\nid = "a"\nheading = "A"\nshort = "A"\n'
    with pytest.raises(MallFault, match="kolumnerna fran, till, in, ut, aktiva"):
        form_of(f"{head}[[section.field]]\n{flow}[[section.field]]\n{rows}")
