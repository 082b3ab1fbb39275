"""Participants in, out and left: the figures of real reports, and what is told when they don't agree."""

import pytest

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.references import References
from tests.kinds.case import form_of

SECTION = '[[section]]\nid = "a"\nheading = "Avsnittet"\nshort = "Avsnitt"\n'
OUT = {"dropouts": 4, "arbete": 5, "studier": 0, "rehab": 2, "sjuk": 2, "annat": 5}
FORWARD = ("arbete", "studier", "rehab")


def flow(rows_in=("in",), rows_out=tuple(OUT), **keys):
    def listed(rows):
        return "[" + ", ".join(f'{{ id = "{row}", label = "{row}"{flags(row)} }}' for row in rows) + "]"

    def flags(row):
        return ", dropout = true" if row == "dropouts" else ", forward = true" if row in FORWARD else ""

    more = {"forward_label": '"i arbete"'} if set(FORWARD) & set(rows_out) else {}
    lines = {"row_in": listed(rows_in), "row_out": listed(rows_out)} | more | keys
    return '\n[[section.field]]\nid = "f"\ntype = "flow"\nlabel = "Deltagare"\n' + "".join(
        f"{key} = {value}\n" for key, value in lines.items()
    )


def document(values, **keys):
    return Document(form_of(SECTION + flow(**keys)), {f"f/{path}": str(text) for path, text in values.items()})


def avesta(**changes):
    values = {"in/antal": 57} | {f"{row}/antal": count for row, count in OUT.items()}
    return document(values | changes)


def told(found, code="G66"):
    return [one.sentence for one in check_document(found) if one.code == code]


def test_avestas_flode_gar_ihop():
    known = figures(avesta())
    given = {
        key: known.sum("f", key).value for key in ("inskrivna", "avslut", "aktiva", "slutfort", "vidare", "bortfall")
    }
    assert given == {"inskrivna": 57, "avslut": 18, "aktiva": 39, "slutfort": 14, "vidare": 7, "bortfall": 4}
    assert References(avesta()).resolve("f/andel_vidare") == "50\u00a0%"
    assert References(avesta()).resolve("f/aktiva") == "39"


def test_den_som_inte_har_slutat_har_ingen_andel():
    assert References(document({"in/antal": 57})).resolve("f/andel_vidare") == "–"
    assert figures(document({"in/antal": 57})).sum("f/aktiva").value == 57


@pytest.mark.parametrize(
    ("entered", "left", "right"),
    [((28, 4, 7), 35, True), ((26, 6, 2), 35, False)],
    ids=["Håbo", "Enköping, samma dag"],
)
def test_tva_kommuners_tal_om_samma_coacher(entered, left, right):
    rows_in = ("sara", "ko", "lots")
    values = {f"{row}/antal": count for row, count in zip(rows_in, entered, strict=True)}
    found = document(values | {"klara/antal": 4, "aktiva/antal": left}, rows_in=rows_in, rows_out=("klara",))
    assert (told(found) == []) is right
    if not right:
        assert told(found) == ["34 inskrivna − 4 avslut = 30, men aktiva är 35. Rätta det tal som är fel."]


@pytest.mark.parametrize("control", ["", "39", "fyrtio"])
def test_det_som_inte_ar_skrivet_eller_stammer_sags_inte(control):
    assert not told(avesta(**{"aktiva/antal": control}))


def test_sidan_sager_hur_mycket_det_skiljer():
    found = avesta(**{"aktiva/antal": "38"})
    assert told(found) == ["57 inskrivna − 18 avslut = 39, men aktiva är 38. Rätta det tal som är fel."]
    (at,) = found.mall.fields()
    assert at.said("f/skillnad", figures(found).sum("f/skillnad")) == (
        "Inskrivna minus avslut ger 1 fler än ni har skrivit."
    )


def test_kolumner_raknas_var_for_sig():
    columns = '[{ id = "k", label = "Kvinnor" }, { id = "m", label = "Män" }]'
    values = {"in/k": 30, "in/m": 27, "dropouts/m": 4, "arbete/k": 3, "arbete/m": 2, "aktiva/k": 27, "aktiva/m": 20}
    found = document(values, column=columns)
    assert [figures(found).sum(f"f/aktiva{end}").value for end in ("", "/k", "/m")] == [48, 27, 21]
    assert told(found) == ["Män: 27 inskrivna − 6 avslut = 21, men aktiva är 20. Rätta det tal som är fel."]


def test_bilden_sager_i_ord_vad_den_visar():
    (chart,) = avesta().mall.field("f").bars(avesta().mall.field("f").answer(avesta()))
    assert chart.alt == (
        "Av 57 inskrivna är 39 aktiva. 18 har avslutats: 4 dropouts, 5 arbete, 0 studier, 2 rehab, 2 sjuk, 5 annat."
    )
    (bar,) = chart.bars
    assert sum(part.value for part in bar.parts) == 57
    few = document({"in/antal": 9, "arbete/antal": 1})
    assert not list(few.mall.field("f").bars(few.mall.field("f").answer(few)))


FAULTY = {
    "ingen väg in": flow(rows_in=()),
    "ingen väg ut": flow(rows_out=()),
    "samma id två gånger": flow(rows_in=("in",), rows_out=("in",)),
    "en rad som heter aktiva": flow(rows_out=("aktiva",)),
    "vidare utan att säga vart": flow(forward_label='""'),
}


@pytest.mark.parametrize("name", FAULTY)
def test_ett_flode_som_inte_gar_att_anvanda_tas_inte_emot(name):
    with pytest.raises(MallFault):
        form_of(SECTION + FAULTY[name])
