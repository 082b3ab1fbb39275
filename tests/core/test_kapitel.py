"""Chapters: what counts in one counts for itself, what is required is asked of each, and the next report begins with them."""

import re

import pytest

from finsam_forms.core.checks import check_document, place_name
from finsam_forms.core.document import Document
from finsam_forms.core.following import Followed, begun
from finsam_forms.core.kinds.figures import figure_names, figures
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.references import References
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.kinds.case import EXAMPLES, form_of
from tests.mallar import sofint as delarsrapport

CASE = EXAMPLES["chapters"]
ONE, OTHER = "aktiviteter/v1aa", "aktiviteter/v2aa"


def test_varje_kapitel_raknas_for_sig():
    document = CASE.document(**{f"{OTHER}/arenden/kvinnor/k1aa": "5"})
    assert figures(document).sum(ONE, "arenden", "alla").value == 40
    assert figures(document).sum(OTHER, "arenden", "alla").value == 5
    assert figures(document).sum(ONE, "bemanning", "summa", "omfattning").value == 12_500


def test_en_andring_i_ett_kapitel_ror_inte_det_andra():
    before = CASE.document()
    for chapter in (ONE, OTHER):
        figures(before).sum(chapter, "arenden", "alla")
    after = before.replace({f"{ONE}/arenden/man/k1aa": "13"})
    assert figures(after).sum(ONE, "arenden", "alla").value == 41
    assert {key.split("/")[1] for key in figures(after).news} == {"v1aa"}


def test_ett_kapitel_som_tas_bort_raknas_inte():
    document = CASE.document().replace({f"{ONE}/_plats": ""})
    assert not figures(document).sum(ONE, "arenden", "alla").written
    assert not any(key.startswith(ONE) for key in figure_names(document))


def test_en_text_hanvisar_till_ett_tal_i_ett_kapitel_vid_dess_namn():
    found = {one.key: one.label for one in References(CASE.document())}
    assert found[f"{ONE}/arenden/alla"].startswith("Samverkansteamet: ")


def test_det_som_kravs_kravs_av_varje_kapitel():
    document = CASE.document().replace({f"{OTHER}/beskrivning": "", f"{ONE}/rubrik": ""})
    told = {one.path: one.sentence for one in check_document(document) if one.code == "G40"}
    assert set(told) == {f"{OTHER}/beskrivning", f"{ONE}/rubrik"}
    assert "Mottagningsteamet" in told[f"{OTHER}/beskrivning"]


def test_minst_ett_kapitel_kravs():
    document = Document(CASE.mall, {})
    assert "aktiviteter" in {one.path for one in check_document(document) if one.code == "G40"}


def test_en_plats_i_ett_kapitel_sager_vilket():
    assert place_name(CASE.document(), f"{ONE}/bemanning/b2aa/funktion").startswith("Samverkansteamet, ")


def test_ett_slags_regler_galler_ocksa_i_kapitlen():
    document = CASE.document().replace(
        {f"{ONE}/mal/malen/m1aa/malvarde": "8", f"{ONE}/mal/malen/m1aa/utfallsvarde": "5"}
    )
    assert [one.path for one in check_document(document) if one.code == "G70"] == [f"{ONE}/mal/malen/m1aa/analys"]


def test_nasta_rapport_borjar_med_kapitlen_men_inte_med_det_som_galler_en_tid():
    values, _ = begun(CASE.mall, Followed(documents={"forra": CASE.document()}))
    assert values[f"{ONE}/rubrik"] == "Samverkansteamet"
    assert values[f"{ONE}/bemanning/b1aa/funktion"] == "Socialsekreterare"
    assert values[f"{ONE}/mal/malen/m1aa/text"] == "Åtta personer är i arbete inom två år."
    assert not {path for path in values if path.startswith((f"{ONE}/arenden", f"{ONE}/mal/malen/m1aa/utfall"))}


def test_oversikten_har_det_som_nagot_kapitel_har_raknat():
    field = CASE.mall.field("aktiviteter")
    assert [one.label for one in field.overviewed(field.answer(CASE.document()))] == ["Inkomna kvinnor", "Kostade"]
    counted = {f"{ONE}/mal/malen/m1aa/{part}": "8" for part in ("malvarde", "utfallsvarde")}
    with_goal = CASE.document().replace(counted)
    assert [one.id for one in field.overviewed(field.answer(with_goal))] == ["kvinnor", "mal", "utfall"]
    counted = {f"{ONE}/arenden/kvinnor/{one}": "" for one in ("k1aa", "k2aa")}
    emptied = CASE.document().replace(counted | {"pengar/v1aa/utfall": ""})
    assert field.overviewed(field.answer(emptied)) == ()


def test_oversikten_raknar_nadda_mal_och_lagger_ihop_det_som_ar_antal():
    document = delarsrapport.report()
    goals = {
        f"{delarsrapport.TEAM}/mal/mal/g{number}aa/{part}": text
        for number, result in enumerate(("12", "8"))
        for part, text in (("_plats", "gn"[number]), ("malvarde", "10"), ("utfallsvarde", result), ("text", "Tio."))
    }
    elements = printout(document.replace(goals), Stamp("")).elements
    (table,) = [one for one in elements if isinstance(one, e.Table) and one.path == "aktiviteter"]
    heads = [one.head.value for one in table.columns]
    team, *_, whole = ({head: cell.value for head, cell in zip(heads, row.cells, strict=True)} for row in table.rows)
    assert team["Mål nådda"] == 1
    assert (whole["Verksamhet"], whole["Mål nådda"]) == ("Summa", 2)
    assert whole["Aktuella deltagare"] == 35
    assert table.rows[-1].adds == (0, 1, 2)


TEAM, INTAG, IPS = delarsrapport.TEAM, delarsrapport.INTAG, delarsrapport.IPS
MONEY = {
    f"ekonomi/{chapter.partition('/')[2]}/{column}": str(kronor)
    for chapter, budget, outcome in ((TEAM, 2_000_000, 980_000), (INTAG, 600_000, 480_000), (IPS, 900_000, 450_000))
    for column, kronor in (("budget", budget), ("utfall", outcome))
}


def overview_of(**changes):
    """The rows of the overview, each by the heads of its columns; the last is the sum. Then what is said under it."""
    elements = printout(delarsrapport.report(**(MONEY | changes)), Stamp("")).elements
    number, table = next(
        (n, one) for n, one in enumerate(elements) if isinstance(one, e.Table) and one.path == "aktiviteter"
    )
    heads = [one.head.value for one in table.columns]
    rows = [{head: cell.value for head, cell in zip(heads, row.cells, strict=True)} for row in table.rows]
    told = []
    for one in elements[number + 1 :]:
        if not isinstance(one, e.Note):
            break
        told.append(one.text)
    return rows, table.rows[-1].adds, " ".join(told)


def test_oversikten_har_pengarna_som_star_vid_varje_verksamhet_i_ekonomin():
    (team, intag, _, whole), _, _ = overview_of()
    assert (team["Budget"], team["Utfall"], team["Förbrukat"]) == (2_000_000, 980_000, 4_900)
    assert intag["Förbrukat"] == 8_000
    assert (whole["Budget"], whole["Utfall"], whole["Förbrukat"]) == (3_500_000, 1_910_000, None)


def test_en_egen_rad_om_en_verksamhet_star_inte_en_gang_till():
    document = delarsrapport.report(**MONEY, **{"ekonomi/team/_plats": "g", "ekonomi/team/benamning": "Teamet"})
    at = document.mall.field("ekonomi").answer(document)
    assert [line.label for line in at.field.lines(at)] == ["Administration", *delarsrapport.CHAPTERS.values()]
    assert figures(document).sum("ekonomi/summa/utfall").value == 441_000 + 980_000 + 480_000 + 450_000


def test_oversikten_sager_i_ett_ord_hur_varje_verksamhet_ligger_till():
    (team, intag, ips, whole), _, told = overview_of(
        **{f"{IPS}/tid/start": "2016-01-01", f"{IPS}/tid/slut": "2017-06-30"}
    )
    assert [one["Läge"] for one in (team, intag, ips, whole)] == ["i fas", "avviker", "avslutad", None]
    assert "mer än 20 procentenheter" in told
    (_, _, going_on, _), _, _ = overview_of(**{f"{IPS}/tid/start": "2016-01-01", f"{IPS}/tid/slut": "2017-07-01"})
    assert going_on["Läge"] == "i fas"


def test_oversikten_sager_inget_om_laget_forran_bade_pengar_och_tid_ar_kanda():
    (team, *_), _, told = overview_of(**{"ekonomi/tom": "", f"{IPS}/tid/slut": ""})
    assert "Läge" not in team and "procentenheter" not in told
    (team, intag, *_), _, _ = overview_of(**{"ekonomi/team/utfall": ""})
    assert (team["Läge"], intag["Läge"]) == (None, "avviker")


def test_en_verksamhet_som_ar_raknad_for_en_annan_tid_ar_markt_och_inte_med_i_summan():
    other = {f"{INTAG}/arenden/tid/start": "2017-01-01", f"{INTAG}/arenden/tid/slut": "2017-08-30"}
    (_, intag, _, whole), added, told = overview_of(**other)
    assert intag["Läge"] == "avviker, annan tid"
    assert (added, whole["Budget"]) == ((0, 2), 2_900_000)
    assert "inte med i summan: Mottagningsteamet (2017-01-01\u00a0– 2017-08-30)" in told
    same = {f"{INTAG}/arenden/tid/start": "2017-01-01", f"{INTAG}/arenden/tid/slut": "2017-06-30"}
    assert overview_of(**same)[0][1]["Läge"] == "avviker"


SIGNAL = """
[[section]]
id = "a"
heading = "A"
short = "A"
[[section.field]]
id = "k"
type = "chapters"
signal = {signal}
[[section.field.field]]
id = "tid"
type = "period"
[[section.field]]
id = "p"
type = "budget_outcome"
show = ["budget", "utfall", "forbrukat"]
rows_from = "k"
"""
SPENT, GONE = "p/rad/{kapitel}/forbrukat", "p/tid"


@pytest.mark.parametrize(
    ("signal", "fault"),
    [
        (f'{{ forbrukat = "{SPENT}", gatt = "{GONE}" }}', "ska säga forbrukat, gatt, tid"),
        (
            f'{{ forbrukat = "{SPENT}", gatt = "p/borta", tid = "tid" }}',
            "”p/borta”, som inte är något tal utanför kapitlen",
        ),
        (f'{{ forbrukat = "{SPENT}", gatt = "{GONE}", tid = "rubrik" }}', "”rubrik”, som inte är någon tid i kapitlet"),
    ],
)
def test_laget_kan_bara_ga_efter_det_som_finns(signal, fault):
    form_of(SIGNAL.replace("{signal}", f'{{ forbrukat = "{SPENT}", gatt = "{GONE}", tid = "tid" }}'))
    with pytest.raises(MallFault, match=re.escape(fault)):
        form_of(SIGNAL.replace("{signal}", signal))


def test_oversikten_kan_bara_ha_tal_som_finns():
    head = '[[section]]\nid = "a"\nheading = "A"\nshort = "A"\n[[section.field]]\nid = "k"\ntype = "chapters"\n'
    more = 'overview = [{ id = "x", label = "X", of = "t/rad/borta" }]\n[[section.field.field]]\nid = "t"\ntype = "table"\n'
    with pytest.raises(MallFault, match="inte är något tal"):
        form_of(head + more + 'row = [{ id = "r", label = "R" }]\n')


SPLIT = """
[[section]]
id = "a"
heading = "A"
short = "A"
[[section.field]]
id = "k"
type = "chapters"
[[section.field.field]]
id = "alla"
type = "number"
label = "Alla"
[[section.field.field]]
id = "t"
type = "table"
label = "Kön"
row = [{ id = "kvinnor", label = "Kvinnor" }, { id = "man", label = "Män" }]
[[section.field.field]]
id = "delar"
type = "table"
label = "Ålder"
total = "HELA"
row = [{ id = "unga", label = "Unga" }, { id = "aldre", label = "Äldre" }]
[[section.field.field]]
id = "andel"
type = "proportion"
label = "I arbete"
of = "t/rad/kvinnor"
"""


def test_en_fraga_i_ett_kapitel_delar_det_som_kapitlet_sjalvt_har_raknat():
    mall = form_of(SPLIT.replace("HELA", "t/alla"))
    counts = {
        "k/a1aa/t/kvinnor/antal": "12",
        "k/a1aa/t/man/antal": "8",
        "k/a1aa/delar/unga/antal": "5",
        "k/a1aa/andel/antal": "3",
    }
    document = Document(mall, counts | {"k/a1aa/_plats": "g", "k/a2aa/_plats": "n", "k/a2aa/t/kvinnor/antal": "40"})
    assert figures(document).sum("k/a1aa/delar/kvar").value == 15
    assert figures(document).sum("k/a1aa/andel/andel").value == 2_500
    after = document.replace({"k/a1aa/t/kvinnor/antal": "6"})
    assert (
        figures(after).sum("k/a1aa/delar/kvar").value == 9 and figures(after).sum("k/a1aa/andel/andel").value == 5_000
    )


def test_det_som_delas_i_ett_kapitel_ska_raknas_dar_eller_i_formularet():
    with pytest.raises(MallFault, match="inget som räknas"):
        form_of(SPLIT.replace("HELA", "finns_inte/alla"))


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        ('id = "p"\ntype = "parties"\nlabel = "P"', "kan inte stå i ett kapitel"),
        ('id = "p"\ntype = "chapters"\nlabel = "P"\n[[section.field.field.field]]\nid = "x"\ntype = "line"', "kan inte stå i ett kapitel"),
        ('id = "rubrik"\ntype = "line"', "kapitlets eget"),
        ('id = "p"\ntype = "long_text"\nrole = "metod"', "”role” gör ingenting"),
        (
            'id = "p"\ntype = "long_text"\nrole = "malgrupp"\n[[section.field.field]]\nid = "q"\ntype = "long_text"\nrole = "malgrupp"',
            "två frågor har rollen",
        ),
        ('id = "p"\ntype = "period"\nprinted = false', "”printed” gör ingenting"),
    ],
)  # fmt: skip
def test_vad_som_inte_gar_i_ett_kapitel(question, fault):
    head = '[[section]]\nid = "a"\nheading = "A"\nshort = "A"\n[[section.field]]\nid = "k"\ntype = "chapters"\n'
    with pytest.raises(MallFault, match=fault):
        form_of(f"{head}[[section.field.field]]\n{question}\n")
