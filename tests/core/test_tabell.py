"""Tables of counts: splits, shares, totals and columns that are rows elsewhere. The figures are those of real reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.document import Document
from finsam_forms.core.figure import NOTHING
from finsam_forms.core.following import Followed, begun
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.references import References
from finsam_forms.export import elements as e
from finsam_forms.export.exchange import dumps, read_exchange
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.kinds.case import EXAMPLES, form_of
from tests.steps import steps

SECTION = '[[section]]\nid = "a"\nheading = "Avsnittet"\nshort = "Avsnitt"\n'


def rows(*labels):
    return "[" + ", ".join(f'{{ id = "r{number}", label = "{label}" }}' for number, label in enumerate(labels)) + "]"


def table(**keys):
    return '\n[[section.field]]\nid = "t"\ntype = "table"\nlabel = "Tabellen"\n' + "".join(
        f"{key} = {value}\n" for key, value in keys.items()
    )


def filled(counts, **keys):
    """A split with one column."""
    form = form_of(SECTION + table(row=rows(*("ABCDEFGH"[: len(counts)])), percent='"column"', **keys))
    return Document(form, {f"t/r{number}/antal": str(count) for number, count in enumerate(counts)})


def shares(document):
    known, many = figures(document), len(document.values)
    return [known.sum("t", "andel", f"r{number}", "antal") for number in range(many)]


@pytest.mark.parametrize(
    ("counts", "right"),
    [
        ([25, 21, 8, 3], [44, 37, 14, 5]),
        ([33, 22, 2], [58, 39, 3]),
        ([30, 27], [53, 47]),
        ([14, 8, 26, "–"], [29, 17, 54, 0]),
        ([12, 9, 1], [55, 41, 4]),
    ],
    ids=["remittent, Avesta", "försörjning, Avesta", "kön, Avesta", "Tierp", "lika rester"],
)
def test_andelarna_av_en_fordelning_blir_hundra(counts, right):
    assert [one.value // 100 for one in shares(filled(counts))] == right


def work_of_a_count(lines):
    """Lines of Python run when a count changes in a column of so many, each with its share of them all."""
    form = form_of(SECTION + table(row=rows(*(f"Rad {number}" for number in range(lines))), percent='"column"'))
    document = Document(form, {f"t/r{number}/antal": "7" for number in range(lines)})
    figures(document).all()
    document = document.replace({"t/r1/antal": "8"})
    return steps(lambda: document.replace({"t/r1/antal": "9"}))


def test_andelarna_av_en_lang_kolumn_ar_inte_mer_arbete_an_den_ar_lang():
    assert work_of_a_count(80) < 12 * work_of_a_count(8)


def test_en_ny_siffra_andrar_alla_andelar_i_kolumnen_och_ingen_annan():
    document = filled([33, 22, 2])
    figures(document).all()
    after = document.replace({"t/r2/antal": "3"})
    assert [one.value // 100 for one in shares(after)] == [57, 38, 5]
    assert figures(after).news.keys() == {
        "t/rad/r2",
        "t/alla",
        "t/kolumn/antal",
        *(f"t/andel/r{n}/antal" for n in range(3)),
    }


def test_andelar_av_ingenting_och_av_det_som_inte_gar_att_lasa_finns_inte():
    assert all(one.void for one in shares(filled([0, 0])))
    assert all(one.void for one in shares(filled([5, "några"])))
    lone = filled([5, 7]).replace({"t/r1/antal": ""})
    assert [one.void for one in shares(lone)[:2]] == [False, True]
    assert References(lone).resolve("t/andel/r0/antal") == "100\u00a0%"
    assert References(lone).resolve("t/andel/r1/antal") == "–"


LOTS = {"kvinnor": (2, 11, 4, 3), "man": (2, 1, 9, 4), "under": (2, 1, 9, 2), "over": (2, 11, 4, 5)}
"""Enköping: Försäkringskassan, Arbetsförmedlingen, kommunen, landstinget."""
GROUPS = """
[[section.field.group]]
id = "kon"
label = "Kön"
row = [{ id = "kvinnor", label = "Kvinnor" }, { id = "man", label = "Män" }]
[[section.field.group]]
id = "alder"
label = "Ålder"
row = [{ id = "under", label = "Under 30" }, { id = "over", label = "Över 30" }]
"""
FOUR = '[{ id = "fk", label = "FK" }, { id = "af", label = "AF" }, { id = "kommun", label = "K" }, { id = "lt", label = "L" }]'


def enkoping(**changes):
    form = form_of(SECTION + table(column=FOUR, percent='"row"') + GROUPS)
    values = {
        f"t/{row}/{column}": str(count)
        for row, counts in LOTS.items()
        for column, count in zip(("fk", "af", "kommun", "lt"), counts, strict=True)
    }
    return Document(form, values | changes)


def test_enkopings_tabell_gar_ihop_at_alla_hall():
    known = figures(enkoping())
    assert [known.sum("t", "rad", row).value for row in LOTS] == [20, 16, 14, 22]
    for group in ("kon", "alder"):
        assert [known.sum("t", "grupp", group, one).value for one in ("fk", "af", "kommun", "lt")] == [4, 12, 13, 7]
    assert [known.sum("t", "kolumn", one).value for one in ("fk", "af", "kommun", "lt")] == [4, 12, 13, 7]
    assert known.sum("t", "alla").value == 36


def test_grupper_raknas_en_gang_i_summan_och_den_som_ar_skriven_galler():
    empty = {f"t/{row}/fk": "" for row in ("kvinnor", "man")}
    known = figures(enkoping(**empty))
    assert known.sum("t", "kolumn", "fk").value == 4, "åldern, när könet inte är skrivet"
    assert known.sum("t", "alla").value == 36


TOTAL = '\n[[section.field]]\nid = "inskrivna"\ntype = "number"\nlabel = "Antal inskrivna"\n'


@pytest.mark.parametrize(
    ("total", "counts", "words"),
    [("57", [25, 21, 8, 3], ""), ("58", [25, 21, 8, 3], "1 kvar att fördela"), ("55", [25, 21, 8, 3], "2 för många"), ("", [5], "")],
)  # fmt: skip
def test_det_som_ar_kvar_att_fordela_sags(total, counts, words):
    form = form_of(SECTION + TOTAL + table(row=rows(*"ABCD"), total='"inskrivna"'))
    values = {f"t/r{number}/antal": str(count) for number, count in enumerate(counts)}
    document = Document(form, values | {"inskrivna": total})
    (_, at) = form.fields()
    assert at.said("t/kvar", figures(document).sum("t/kvar")) == words


KOMMUNER = """
[[section.field]]
id = "kommuner"
type = "rows"
label = "Kommuner"
row_name = "kommun"
column = [{ id = "namn", type = "line", label = "Kommun" }]
"""
KOMMUNER = KOMMUNER.replace(
    'column = [{ id = "namn", type = "line", label = "Kommun" }]',
    '[[section.field.column]]\nid = "namn"\ntype = "line"\nlabel = "Kommun"',
)
SOFINT = {
    "r0": ("aktuella 2015", (0, 0, 1, 0)),
    "r1": ("aktuella 2016", (2, 0, 3, 0)),
    "r2": ("aktuella 2017", (6, 1, 20, 2)),
    "r3": ("avslutade", (3, 0, 7, 7)),
    "r4": ("anställning", (3, 0, 2, 2)),
    "r5": ("studier", (1, 1, 3, 0)),
}
PLACES = ("hh1", "ll1", "ll2", "nn1")


def sofint(**changes):
    form = form_of(
        SECTION + KOMMUNER + table(row=rows(*(name for name, _ in SOFINT.values())), columns_from='"kommuner"')
    )
    names = dict(zip(PLACES, ("Hällefors", "Ljusnarsberg", "Lindesberg", "Nora"), strict=True))
    values = {f"kommuner/{row}/_plats": key for row, key in zip(PLACES, "gjmp", strict=True)}
    values |= {f"kommuner/{row}/namn": name for row, name in names.items()}
    values |= {
        f"t/{row}/{column}": str(count)
        for row, (_, counts) in SOFINT.items()
        for column, count in zip(PLACES, counts, strict=True)
    }
    return Document(form, values | changes)


def test_sofints_kommuner_ar_kolumner_i_tabellen():
    document = sofint()
    known = figures(document)
    assert [known.sum("t", "rad", row).value for row in SOFINT] == [1, 5, 29, 17, 7, 5]
    there = [sum(document.read(f"t/{row}/{one}").value for row in ("r0", "r1", "r2")) for one in PLACES]
    assert there == [8, 1, 24, 2]
    assert sum(there) == 35, "texten sade 31"


def by_year(start="2027-04-01", end="2028-12-31"):
    period = '[[section.field]]\nid = "tid"\ntype = "period"\n'
    form = form_of(SECTION + period + table(row=rows("Deltagare"), columns_from='"tid"'))
    counts = {"t/r0/2027": "40", "t/r0/2028": "55", "t/r0/2029": "7"}
    return Document(form, counts | {"tid/start": start, "tid/slut": end})


def columns_of(document):
    field = document.mall.field("t")
    return [one.label for one in field.columns_of(field.answer(document))]


@pytest.mark.parametrize(
    ("start", "end", "columns"),
    [
        ("2027-04-01", "2028-12-31", ["2027", "2028"]),
        ("2027-04-01", "2027-12-31", ["2027"]),
        ("2027-04-01", "2036-01-01", [str(year) for year in range(2027, 2037)]),
        ("2027-04-01", "2037-01-01", []),
        ("2028-12-31", "2027-04-01", []),
        ("2027-04-01", "", []),
        ("nästa år", "2028-12-31", []),
    ],
)
def test_kalenderaren_i_en_tid_ar_kolumner(start, end, columns):
    assert columns_of(by_year(start, end)) == columns


def test_ett_ar_som_inte_langre_ar_med_raknas_inte_och_kommer_tillbaka_med_sitt_tal():
    document = by_year()
    known = figures(document)
    known.all()
    assert (known.sum("t", "alla").value, known.sum("t", "kolumn", "2029")) == (95, NOTHING)
    longer = document.replace({"tid/slut": "2029-06-30"})
    assert (figures(longer).sum("t", "alla").value, figures(longer).sum("t", "kolumn", "2029").value) == (102, 7)
    shorter = longer.replace({"tid/slut": "2027-12-31"})
    assert figures(shorter).sum("t", "alla").value == 40
    assert shorter.text("t/r0/2029") == "7"


def test_en_kommun_som_tas_bort_raknas_inte_och_kommer_tillbaka_med_sina_tal():
    document = sofint()
    figures(document).all()
    gone = document.replace({"kommuner/nn1/_plats": ""})
    assert figures(gone).sum("t", "rad", "r3").value == 10
    assert figures(gone).sum("t", "kolumn", "nn1") == NOTHING
    assert gone.text("t/r3/nn1") == "7"
    assert figures(gone.replace({"kommuner/nn1/_plats": "p"})).sum("t", "rad", "r3").value == 17


def test_en_kommun_byter_namn_overallt_pa_en_gang():
    document = sofint()
    assert References(document).label("t/kolumn/ll1") == "tabellen, Ljusnarsberg"
    after = document.replace({"kommuner/ll1/namn": "Ljusnarsbergs kommun"})
    assert References(after).label("t/kolumn/ll1") == "tabellen, Ljusnarsbergs kommun"
    assert References(after.replace({"kommuner/ll1/namn": ""})).label("t/kolumn/ll1") == "tabellen, Kommun 2"


CELLS = [path for path in EXAMPLES["table"].document().values if not path.endswith("_plats")]
PLACES_OF_ROWS = ["remittent/rr1/_plats", "kommuner/kk2/_plats", "lage/inkomna/varav/vv1/_plats"]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(CELLS), st.sampled_from(["", "0", "7", "–", "många", "12"]))
        | st.tuples(st.sampled_from(PLACES_OF_ROWS), st.sampled_from(["", "g", "t"])),
        max_size=10,
    )
)
def test_andring_for_andring_ger_samma_siffror_som_att_rakna_om_allt(edits):
    document = EXAMPLES["table"].document()
    figures(document).all()
    for path, text in edits:
        before, document = document, document.replace({path: text})
        anew = figures(Document(document.mall, document.values)).all()
        was, now = figures(before).all(), figures(document).all()
        assert {key: one for key, one in now.items() if one != NOTHING} == {
            key: one for key, one in anew.items() if one != NOTHING
        }
        differ = {key for key in was.keys() | now.keys() if was.get(key, NOTHING) != now.get(key, NOTHING)}
        assert figures(document).news.keys() == differ


FAULTY = {
    "inga rader": table(),
    "egna rader och grupper": table(own_rows='"Ny"') + GROUPS,
    "okänd procent": table(row=rows("A"), percent='"cell"'),
    "två totaler": TOTAL + table(row=rows("A"), total='"inskrivna"', total_label='"Alla"'),
    "en total som ingenting är": table(row=rows("A"), total='"saknas/alla"'),
    "kolumner ur ingenting": table(row=rows("A"), columns_from='"saknas"'),
    "kolumner ur två håll": KOMMUNER + table(row=rows("A"), columns_from='"kommuner"', column=FOUR),
    "en kolumn som heter varav": table(row=rows("A"), column='[{ id = "varav", label = "V" }]'),
    "en rad som heter totalt": table(row='[{ id = "totalt", label = "T" }]', total_label='"Alla"'),
    "en rad som heter forra_skrivs": table(row='[{ id = "forra_skrivs", label = "F" }]', previous="true"),
    "en bild av en kolumn": table(row=rows("A"), column_bars='"Staplar"'),
    "total per kolumn utan total": table(row=rows("A"), total_per='"column"'),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_en_tabell_som_inte_gar_att_anvanda_tas_inte_emot(name):
    with pytest.raises(MallFault):
        form_of(SECTION + FAULTY[name])


def test_en_gammal_tabell_far_ha_en_rad_som_heter_totalt():
    form = form_of(SECTION + table(row='[{ id = "totalt", label = "Totalt" }]', column=FOUR))
    assert figures(Document(form, {"t/totalt/fk": "4"})).sum("t", "rad", "totalt").value == 4


def test_en_tabell_utan_summor_ar_bara_svar_som_ingen_text_hanvisar_till():
    plain = form_of(SECTION + table(row=rows("A", "B"), column=FOUR, row_sum="false", column_sum="false"))
    summed = form_of(SECTION + table(row=rows("A", "B"), column=FOUR, row_sum="false"))
    assert not plain.field("t").echoed and summed.field("t").echoed
    keys = [[one.key for one in References(Document(form, {"t/r0/c0": "3"}))] for form in (plain, summed)]
    assert "t/alla" in keys[1] and not [one for one in keys[0] if one.startswith("t/")]


@pytest.mark.parametrize(
    ("by_form", "chosen", "printed"),
    [("false", "", False), ("false", "ja", True), ("true", "", True), ("true", "nej", False), ("true", "JA", True)],
)
def test_de_som_skriver_valjer_om_forra_periodens_antal_star_pa_papper(by_form, chosen, printed):
    form = form_of(SECTION + table(row=rows("A"), previous="true", print_previous=by_form))
    leaf = form.leaf_at("t/forra_skrivs")
    values = {"t/r0/antal": "12", "t/r0/antal/forra": "9", "t/forra_skrivs": leaf.canonical(chosen)}
    document = Document(form, values)
    (paper,) = [one for one in printout(document, Stamp("")).elements if isinstance(one, e.Table)]
    heads = [column.head.value for column in paper.columns]
    assert heads[2:] == (["Förra perioden", "Förändring"] if printed else [])
    assert not printed or [cell.value for cell in paper.rows[0].cells[2:]] == [9, 3]
    again, _ = begun(form, Followed(documents={"forra": document}))
    assert again.get("t/forra_skrivs", "") == values["t/forra_skrivs"], "valet följer med till nästa rapport"
    assert read_exchange(dumps(document), {form.id: form}).values == {
        path: text for path, text in values.items() if text
    }


def test_en_tabell_som_inte_har_forra_rapportens_antal_fragar_inte_om_dem():
    form = form_of(SECTION + table(row=rows("A")))
    assert form.leaf_at("t/forra_skrivs") is None
