"""G60, G64, G71–G74: what the tables of a report have to do with each other, told and not told."""

from dataclasses import replace

import pytest

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.settings import Settings
from tests.core.test_tabell import KOMMUNER, SECTION, TOTAL, enkoping, rows, sofint, table
from tests.kinds.case import form_of

TEXT = '\n[[section.field]]\nid = "text"\ntype = "long_text"\nlabel = "Text"\n'


def told(document, code):
    return [one.sentence for one in check_document(document) if one.code == code]


def split(counts, total="57", **keys):
    form = form_of(SECTION + TOTAL + table(row=rows(*"ABCD"), total='"inskrivna"', **keys))
    values = {f"t/r{number}/antal": count for number, count in enumerate(counts)}
    return Document(form, values | {"inskrivna": total})


@pytest.mark.parametrize("counts", [["25", "21", "8", "2"], ["25", "21", "8", "4"], ["50", "10", "", ""]], ids=str)
def test_en_fordelning_som_inte_blir_sin_total_sags(counts):
    given = sum(int(count or 0) for count in counts)
    assert told(split(counts), "G60") == [
        f"Tabellen: fördelningen ger {given}, men antal inskrivna är 57. Rätta det tal som är fel."
    ]


@pytest.mark.parametrize(
    ("counts", "total"),
    [
        (["25", "21", "8", "3"], "57"),
        (["25", "21", "8", ""], "57"),
        (["", "", "", ""], "57"),
        (["25", "21", "8", "3"], ""),
        (["25", "21", "8", "tre"], "57"),
    ],
    ids=["rätt", "en rad kvar", "inget skrivet", "ingen total", "oläst"],
)
def test_en_fordelning_som_kan_vara_ratt_sags_inte(counts, total):
    assert not told(split(counts, total), "G60")


def test_grupper_som_delar_samma_antal_olika_sags_med_kolumnens_namn():
    assert not told(enkoping(), "G60")
    wrong = enkoping(**{"t/over/lt": "6"})
    assert told(wrong, "G60") == ["Tabellen, L: Kön ger 7, men Ålder ger 8. Rätta det tal som är fel."]


def test_ett_total_per_kolumn_jamfors_kolumn_for_kolumn():
    form = form_of(
        SECTION + table(row=rows("A", "B"), column='[{ id = "x", label = "X" }, { id = "y", label = "Y" }]',
                        total_label='"Antal ärenden"', total_per='"column"')
    )  # fmt: skip
    values = {"t/r0/x": "1", "t/r1/x": "2", "t/totalt/x": "4", "t/r0/y": "5", "t/r1/y": "0", "t/totalt/y": "5"}
    assert told(Document(form, values), "G60") == [
        "Tabellen, X: fördelningen ger 3, men antal ärenden är 4. Rätta det tal som är fel."
    ]


@pytest.mark.parametrize(("parts", "many"), [(("2", "5"), 0), (("4", "5"), 1), (("", ""), 0)])
def test_delarna_av_en_rad_ar_hogst_raden(parts, many):
    form = form_of(SECTION + table(row='[{ id = "a", label = "Anställda", varav = true }]'))
    values = {"t/a/antal": "7"}
    for number, count in enumerate(parts):
        values |= {f"t/a/varav/v{number}/_plats": "gn"[number], f"t/a/varav/v{number}/antal": count}
    assert len(told(Document(form, values), "G64")) == many


def statistics(**changes):
    form = form_of(
        SECTION
        + KOMMUNER
        + table(
            row='[{ id = "in", label = "Inkomna", role = "in" }, { id = "ut", label = "Avslutade", role = "ut" }, '
            '{ id = "alla", label = "Avslutade", role = "ut", cumulative = true }]',
            columns_from='"kommuner"', previous="true", column_sum="false",
        )
    )  # fmt: skip
    values = {
        "kommuner/ll1/_plats": "g", "kommuner/ll1/namn": "Lindesberg", "kommuner/nn1/_plats": "n", "kommuner/nn1/namn": "Nora",
        "t/in/ll1": "21", "t/in/nn1": "0", "t/ut/ll1": "13", "t/ut/nn1": "1", "t/alla/ll1": "13", "t/alla/tid": "maj 2016",
    }  # fmt: skip
    return Document(form, values | changes)


def test_nora_har_ett_avslutat_men_inga_inkomna():
    assert told(statistics(), "G72") == [
        "Nora: 1 avslutat men 0 inkomna. Kom ärendet före perioden, eller är ett tal fel?"
    ]


@pytest.mark.parametrize(
    "changes", [{"t/in/nn1": "1"}, {"t/ut/nn1": ""}, {"t/in/nn1/forra": "3"}, {"t/ut/nn1": "0"}], ids=str
)
def test_den_som_kom_fore_perioden_far_sluta(changes):
    assert not told(statistics(**changes), "G72")
    assert told(statistics(**{"t/in/nn1/forra": "3", "t/ut/nn1/forra": "3"}), "G72"), "alla hade redan slutat"


def test_det_som_raknas_fran_en_dag_blir_aldrig_mindre():
    assert told(statistics(**{"t/alla/ll1/forra": "15"}), "G71") == [
        "Avslutade sedan maj 2016, Lindesberg var 15 i förra rapporten men är 13 här."
    ]
    assert not told(statistics(**{"t/alla/ll1/forra": "13"}), "G71")
    assert not told(statistics(**{"t/ut/ll1/forra": "15"}), "G71"), "periodens egna avslut får bli färre"


def in_text(words, noun="lots", counts=("14", "8", "26", "–")):
    form = form_of(SECTION + TEXT + table(row=rows(*"ABCD"), percent='"column"', noun=f'"{noun}"'))
    values = {f"t/r{number}/antal": count for number, count in enumerate(counts)}
    return Document(form, values | {"text": words})


@pytest.mark.parametrize("words", ["De redovisade 46 lots uppdragen.", "Vi har haft 46 lotsuppdrag."])
def test_tierps_text_sager_ett_annat_antal_an_tabellen(words):
    (sentence,) = told(in_text(words), "G73")
    assert sentence.startswith("I texten står 46 lots") and sentence.endswith("men tabellen ”Tabellen” har 48.")


@pytest.mark.parametrize(
    "words",
    ["Vi har haft 48 lotsuppdrag.", "Av dem är 26 lotsuppdrag kommunens.", "54 lotsuppdrag av hundra", "46 % lotsuppdrag",
     "46 samtal har hållits.", "Under 2016 lotsades många.", "Lotsen 46 år"],
)  # fmt: skip
def test_antal_som_finns_i_tabellen_eller_ar_av_annat_slag_sags_inte(words):
    assert not told(in_text(words), "G73")


def test_en_tom_tabell_jamfors_inte_med_texten():
    assert not told(in_text("Vi har haft 46 lotsuppdrag.", counts=("", "", "", "")), "G73")


def with_smallest(document, count):
    return Document(replace(document.mall, settings=Settings(smallest_count=count)), document.values)


def test_sma_antal_sags_nar_forbundet_har_sagt_hur_sma():
    document = sofint()
    assert not told(document, "G74")
    found = told(with_smallest(document, 2), "G74")
    assert "1 person i aktuella 2017, Ljusnarsberg: ett så litet antal kan peka ut en person." in found
    assert len(found) == sum(document.text(path) == "1" for path in document.values)
