"""Budget against outcome: the figures of real reports, what is said in words, what comes along."""

import pytest

from finsam_forms.core.bars import HATCH, OPEN, SOLID, Part
from finsam_forms.core.document import Document
from finsam_forms.core.following import begun
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.references import References
from tests.builder import worked_example
from tests.core.checks.builder import following
from tests.kinds.case import form_of

SECTION = '[[section]]\nid = "a"\nheading = "Ekonomi"\nshort = "Ekonomi"\n'
ROWS = '[{ id = "lon", label = "Personal" }, { id = "lokal", label = "Lokaler" }, { id = "ovrigt", label = "Övriga kostnader" }]'
COLUMNS = '["budget", "utfall", "differens", "forbrukat", "prognos"]'
PERIOD = '\n[[section.field]]\nid = "tid"\ntype = "period"\nlabel = "Tid"\nrole = "rapportperiod"\n'
AVESTA = {
    "lon/budget": 1_775_000, "lon/utfall": 819_000, "lon/prognos": 0,
    "lokal/budget": 165_000, "lokal/utfall": 88_000, "lokal/prognos": -9_000,
    "ovrigt/budget": 160_000, "ovrigt/utfall": 81_000, "ovrigt/prognos": "+ 20 000",
    "prognos_som": "avvikelse", "budgettid/start": "2016-01-01", "budgettid/slut": "2016-12-31", "tom": "2016-06-30",
}  # fmt: skip
ALVKARLEBY = {
    "lon/budget": 1_170_000, "lon/utfall": 905_000, "ovrigt/budget": 200_000, "ovrigt/utfall": 69_000,
    "budgettid/start": "2016-01-01", "budgettid/slut": "2016-12-31", "tom": "2016-12-31",
}  # fmt: skip
PARTS = {"resor": 13_000, "förbrukningsinventarier": 12_000, "personalsociala kostnader": 41_000, "telefoni": 3_000}


def form(**keys):
    lines = {"show": COLUMNS, "varav": '"helt"', "sentences": "true", "row": ROWS} | keys
    field = '\n[[section.field]]\nid = "e"\ntype = "budget_outcome"\nlabel = "Utfall"\ntitle = "Utfall {tom} av {år}"\n'
    said = "".join(f"{key} = {value}\n" for key, value in lines.items())
    return form_of(SECTION + field + said + PERIOD, family="rapport")


def document(values, **keys):
    mall = form(**keys)
    typed = {f"e/{path}": str(text) for path, text in values.items()}
    return Document(mall, {path: mall.leaf_at(path).canonical(text) for path, text in typed.items()})


def parted(values):
    parts = {}
    for number, (name, kronor) in enumerate(PARTS.items()):
        row = f"ovrigt/varav/vv{number}"
        parts |= {f"{row}/_plats": "abcd"[number], f"{row}/benamning": name, f"{row}/utfall": kronor}
    return values | parts


def column(found, what, rows=("rad/lon", "rad/lokal", "rad/ovrigt", "summa")):
    known = figures(found)
    return [known.sum("e", row, what).value for row in rows]


def plain(text):
    return text.replace("\u00a0", " ")


def test_avestas_budgetutfall():
    found = document(AVESTA)
    assert column(found, "differens") == [956_000, 77_000, 79_000, 1_112_000]
    assert column(found, "forbrukat") == [4600, 5300, 5100, 4700]
    assert column(found, "helar") == [1_775_000, 174_000, 140_000, 2_089_000]
    assert column(found, "prognos", ("summa",)) == [11_000]
    assert figures(found).sum("e/tid").value == 5000


def test_prognosen_for_helaret_ger_avvikelsen():
    found = document(AVESTA | {"prognos_som": "helår", "lokal/prognos": 174_000})
    assert figures(found).sum("e/rad/lokal/avvikelse").value == -9_000
    assert figures(found).sum("e/rad/lokal/helar").value == 174_000


def test_alvkarlebys_ekonomirapport():
    found = document(ALVKARLEBY)
    assert column(found, "differens", ("rad/lon", "rad/ovrigt", "summa")) == [265_000, 131_000, 396_000]
    assert column(found, "forbrukat", ("rad/lon", "rad/ovrigt", "summa")) == [7700, 3500, 7100], "34,5 är 35"
    assert plain(References(found).resolve("e/summa/utfall")) == "974 000 kr"
    assert plain(References(found).resolve("e/summa/forbrukat")) == "71 %"


def test_meningarna_ar_originalets():
    found = document(parted(ALVKARLEBY | {"enhet": "tkr"}))
    assert [plain(one) for one in form().field("e").in_words(form().field("e").answer(found))] == [
        "Totalt utfall är 974 tkr, förbrukat 71 % av årsbudget.",
        "Personal utfall 905 tkr och övriga kostnader 69 tkr.",
        "Övriga kostnader för år 2016 är resor 13 tkr, förbrukningsinventarier 12 tkr, personalsociala kostnader 41 tkr "
        "samt telefoni 3 tkr.",
    ]


def test_en_rad_utan_egen_siffra_ar_sina_delar():
    without = {path: kronor for path, kronor in ALVKARLEBY.items() if path != "ovrigt/utfall"}
    assert column(document(parted(without)), "utfall", ("rad/ovrigt", "summa")) == [69_000, 974_000]
    own = document(parted(ALVKARLEBY | {"ovrigt/utfall": 71_000}))
    assert column(own, "utfall", ("rad/ovrigt", "rest/ovrigt")) == [71_000, 2_000], "det som är skrivet gäller"
    assert (
        plain(form().field("e").said("e/rest/ovrigt/utfall", figures(own).sum("e/rest/ovrigt/utfall")))
        == "rest 2 000 kr"
    )


def test_utan_budget_ar_ingenting_forbrukat():
    assert figures(document({"lon/utfall": 5_000})).sum("e/summa/forbrukat").void
    assert figures(document({"lon/budget": 0, "lon/utfall": 5_000})).sum("e/rad/lon/forbrukat").void


def test_en_cell_som_inte_gar_att_lasa_ar_inte_med():
    found = document(AVESTA | {"lokal/utfall": "9,000 000"})
    total = figures(found).sum("e/summa/utfall")
    assert (total.value, total.unread) == (900_000, 1)


@pytest.mark.parametrize(
    ("start", "end", "last", "gone"),
    [
        ("2016-01-01", "2016-12-31", "2016-12-31", 10_000),
        ("2016-01-01", "2016-12-31", "2017-03-31", 10_000),
        ("2016-04-01", "2016-12-31", "2016-01-31", 0),
    ],
    ids=["hela", "efter", "före"],
)
def test_sa_mycket_av_tiden_har_gatt(start, end, last, gone):
    times = {"budgettid/start": start, "budgettid/slut": end, "tom": last}
    assert figures(document(AVESTA | times)).sum("e/tid").value == gone


def test_utan_kand_tid_har_ingen_tid_gatt():
    assert figures(document({"lon/budget": 1})).sum("e/tid").void


def test_bilden_visar_utfall_i_budgeten_och_det_som_ar_over():
    field = form().field("e")
    (chart,) = field.bars(field.answer(document(AVESTA | {"lokal/utfall": 180_000})))
    assert chart.bars[0].parts == (Part(819_000, SOLID), Part(956_000, OPEN), Part(0, HATCH))
    assert chart.bars[1].parts == (Part(165_000, SOLID), Part(0, OPEN), Part(15_000, HATCH))
    assert chart.bars[0].mark == 887_500
    assert plain(chart.alt).startswith("Utfall av budget: Personal 819 000 av 1 775 000 kr (46 %), Lokaler 180 000 av")
    assert plain(chart.alt).endswith(" 50 % av tiden har gått.")


@pytest.mark.parametrize(
    "keys",
    [
        {"show": '["differens"]'},
        {"show": '["budget", "kostnad"]'},
        {"varav": '"alltid"'},
        {"parties": '"owners"', "varav": '""'},
        {"row": '[{ id = "tom", label = "Tom" }]'},
        {"heads": '{ nu = "Nu" }'},
        {"row": "[]"},
        {"claim_label": '"Nu"'},
    ],
    ids=[
        "inget att skriva",
        "okänd kolumn",
        "okänd varav",
        "utan parter",
        "upptaget id",
        "rubrik utan kolumn",
        "utan rader",
        "nu utan kolumn",
    ],
)
def test_ett_formular_som_inte_gar_att_anvanda_sags_nar_det_lases(keys):
    with pytest.raises(MallFault):
        form(**keys)


# What comes along.

FOLLOWING = {"from": '"budget/rekvirera"', "previous": "true", "sentences": "false"}


def follower(application=None, previous=None, **keys):
    mall = form(**FOLLOWING | keys)
    values, marks = begun(mall, following(application, previous))
    return Document(mall, values), marks


def test_rapporten_borjar_med_ansokans_budget():
    """A group is a row, a line a part of it."""
    found, _ = follower(worked_example())
    assert column(found, "budget", ("rad/lon", "rad/ovrigt", "summa")) == [325_000, 30_000, 355_000]
    (wage,) = found.rows("e/lon/varav")
    assert found.text(f"e/lon/varav/{wage}/benamning") == "Processledare"
    assert found.text("e/beviljat") == "355000"
    assert (found.text("e/budgettid/start"), found.text("e/budgettid/slut")) == ("2021-04-01", "2021-12-31")
    assert found.text("e/tom") == "2021-06-30"


def test_utan_delar_ar_gruppen_ett_belopp():
    found, _ = follower(worked_example(), varav='""')
    assert found.text("e/lon/budget") == "325000"
    assert not [path for path in found.values if "varav" in path]


def test_over_ett_nyar_ar_budgeten_rapportens_kalenderar():
    """Eighteen months of pay: nine in each of two years, by the months of the line."""
    two_years = {"insatstid/start": "2021-04-01", "insatstid/slut": "2022-12-31"}
    application = worked_example()
    wage = application.rows("budget/lon")[0]
    line = {f"budget/lon/{wage}/fran": "2021-04-01", f"budget/lon/{wage}/till": "2022-12-31"}
    first, _ = follower(application.replace(two_years | line), varav='""')
    assert first.text("e/lon/budget") == "139286", "9 av 21 månader"
    last = first.replace({"tid/start": "2021-07-01", "tid/slut": "2021-12-31", "e/lon/utfall": "100000"})
    second, _ = follower(application.replace(two_years | line), last, varav='""')
    assert second.text("tid/start") == "2022-01-01"
    assert second.text("e/lon/budget") == "185714", "12 av 21 månader"
    assert second.text("e/budgettid/start") == "2022-01-01"
    assert second.text("e/lon/utfall/forra") == "100000"


def test_nasta_rapport_samma_ar_har_budgeten_kvar_och_utfallet_bredvid():
    told = document(AVESTA, previous="true").replace({"tid/start": "2016-01-01", "tid/slut": "2016-06-30"})
    found, _ = follower(None, told)
    assert column(found, "budget") == [1_775_000, 165_000, 160_000, 2_100_000]
    assert found.text("e/lon/utfall/forra") == "819000"
    assert found.text("e/prognos_som") == "avvikelse"
    assert found.text("e/lon/utfall") == found.text("e/lon/prognos") == ""
    assert found.text("e/tom") == "2016-12-31"


def test_nasta_ar_har_en_ny_budget():
    told = document(AVESTA, previous="true").replace({"tid/start": "2016-07-01", "tid/slut": "2016-12-31"})
    found, _ = follower(None, told)
    assert found.text("e/lon/budget") == found.text("e/budgettid/start") == ""
    assert found.text("e/lon/utfall/forra") == "819000"


def test_rekvirerat_nu_ar_tidigare_nasta_gang():
    keys = {"show": '["budget", "tidigare", "nu", "aterstar"]', "varav": '""', "time": "false", "granted": "false"}
    told = document({"lon/budget": 355_000, "lon/tidigare": 101_200, "lon/nu": 120_000}, **keys)
    found, _ = follower(None, told, **keys)
    assert (found.text("e/lon/tidigare"), found.text("e/lon/nu")) == ("221200", "")
    assert figures(found.replace({"e/lon/nu": "133800"})).sum("e/summa/aterstar").value == 0


OVER_NEW_YEAR = {"tid/start": "2021-04-01", "tid/slut": "2022-12-31"}
BY_YEAR = {
    "lon_2021/budget": 139_286, "lon_2021/utfall": 130_000, "lon_2022/budget": 185_714, "lon_2022/utfall": 190_000,
    "ovrigt_2022/utfall": 12_000, "ny1a/_plats": "g", "ny1a/benamning": "Revision", "ny1a/utfall": 3_000,
}  # fmt: skip


def by_year(**changes):
    keys = {"years": '"tid"', "own_rows": '"Lägg till rad"'}
    return document(BY_YEAR, **keys).replace(OVER_NEW_YEAR | changes)


def line_ids(found):
    at = found.mall.field("e").answer(found)
    return [line.id for line in at.field.lines(at)]


def test_over_ett_nyar_star_raderna_en_gang_for_varje_ar():
    rows = [f"{row}_{year}" for year in (2021, 2022) for row in ("lon", "lokal", "ovrigt")]
    assert line_ids(by_year()) == [*rows, "ny1a"]
    within = document({"lon/utfall": 5}, years='"tid"').replace({"tid/start": "2021-04-01", "tid/slut": "2021-12-31"})
    assert line_ids(within) == ["lon", "lokal", "ovrigt"]


@pytest.mark.parametrize("end", ["2021-12-31", "", "i vinter"])
def test_ett_ar_som_nagot_ar_skrivet_om_star_kvar_nar_tiden_inte_langre_har_det(end):
    found = by_year()
    figures(found).all()
    found = found.replace({"tid/slut": end})
    assert "lon_2022" in line_ids(found)
    assert column(found, "utfall", ("ar/2022", "summa")) == [202_000, 335_000]
    emptied = found.replace({f"e/{path}": "" for path in BY_YEAR if "_2022/" in path})
    assert "lon_2022" not in line_ids(emptied) and column(emptied, "utfall", ("summa",)) == [133_000]


def test_varje_ar_har_sin_summa_och_alla_ar_en():
    found = by_year()
    assert column(found, "utfall", ("ar/2021", "ar/2022", "summa")) == [130_000, 202_000, 335_000]
    assert column(found, "differens", ("ar/2021", "ar/2022")) == [9_286, -16_286]
    figures(found).all()
    longer = found.replace({"tid/slut": "2023-01-31", "e/lon_2023/utfall": "5000"})
    assert column(longer, "utfall", ("ar/2023", "summa")) == [5_000, 340_000]


def test_det_som_skrevs_innan_det_var_flera_ar_star_kvar():
    before = by_year(**{"tid/slut": "2021-12-31"})
    figures(before).all()
    after = before.replace({"e/lokal/utfall": "7000"}).replace({"tid/slut": "2022-12-31"})
    assert line_ids(after)[0] == "lokal"
    assert column(after, "utfall", ("rad/lokal", "summa")) == [7_000, 342_000]
    assert "lokal" not in line_ids(after.replace({"e/lokal/utfall": ""}))
    assert column(after.replace({"e/lokal/utfall": ""}), "utfall", ("summa",)) == [335_000]


def test_ansokans_budget_star_vid_sitt_ar():
    two_years = {"insatstid/start": "2021-04-01", "insatstid/slut": "2022-12-31"}
    application = worked_example()
    wage = application.rows("budget/lon")[0]
    line = {f"budget/lon/{wage}/fran": "2021-04-01", f"budget/lon/{wage}/till": "2022-12-31"}
    found, _ = follower(application.replace(two_years | line), varav='""', years='"tid"')
    assert [found.text(f"e/lon_{year}/budget") for year in (2021, 2022)] == ["139286", "185714"]
    assert found.text("e/lon/budget") == ""
    within, _ = follower(application, varav='""', years='"tid"')
    assert within.text("e/lon/budget") == "325000"


def test_aren_kan_bara_komma_ur_en_tid():
    with pytest.raises(MallFault, match="är ingen tid i formuläret"):
        form(years='"borta"')
    with pytest.raises(MallFault, match="går inte ihop med parties"):
        form(years='"tid"', parties='"owners"', varav='""')
