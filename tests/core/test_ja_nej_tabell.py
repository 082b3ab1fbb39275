"""Questions with Ja and Nej in a table, and the meetings that they can be answered from."""

import pytest

from finsam_forms.core.checks import Severity, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.kinds.kind import suggestion_at
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.unit import Unit
from finsam_forms.export import elements as e
from finsam_forms.export.exchange import to_exchange
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.kinds.case import EXAMPLES, form_of
from tests.kinds.test_udda import PARTIES, SECTION, field

TABLE = EXAMPLES["yes_no_table"]
MEETINGS = EXAMPLES["attendance"]


def told(document, *codes):
    return [(one.code, one.severity, one.path) for one in check_document(document) if one.code in codes]


def test_varje_fraga_ska_vara_besvarad():
    empty = Document(TABLE.mall, {})
    assert told(empty, "G44") == [
        ("G44", Severity.WARNING, f"gruppen/{row}") for row in ("ordforande", "moten", "anordnat")
    ]
    assert told(TABLE.document(), "G44", "G40") == []


def test_ett_nej_utan_kommentar_ar_ett_fel():
    document = TABLE.document(**{"gruppen/anordnat/kommentar": " "})
    assert told(document, "G44") == [("G44", Severity.ERROR, "gruppen/anordnat/kommentar")]


@pytest.mark.parametrize(
    ("reply", "number", "elsewhere", "severity"),
    [
        ("ja", "3", "", Severity.ERROR), ("ja", "4", "", None), ("nej", "4", "", Severity.WARNING), ("nej", "3", "", None),
        ("ja", "", "3", Severity.ERROR), ("ja", "5", "3", None), ("ja", "", "", None), ("", "3", "3", None),
    ],
)  # fmt: skip
def test_svaret_stammer_med_antalet(reply, number, elsewhere, severity):
    document = TABLE.document(traffar=elsewhere, **{
        "gruppen/moten": reply, "gruppen/moten/antal": number, "gruppen/moten/kommentar": "Det blev så.",
    })  # fmt: skip
    found = told(document, "G65")
    assert [one[1] for one in found] == ([severity] if severity else [])
    if severity is Severity.ERROR and number:
        (remark,) = [one for one in check_document(document) if one.code == "G65"]
        assert remark.sentence == ("Svaret är ja på ”Haft möte minst 4 gånger under året”, men antalet möten är 3.")


def test_ett_nej_pa_ett_minsta_antal_ar_ett_tips():
    document = TABLE.document(
        **{"gruppen/moten": "nej", "gruppen/moten/antal": "3", "gruppen/moten/kommentar": "Sjukdom."}
    )
    assert told(document, "G63") == [("G63", Severity.TIP, "gruppen/moten")]
    assert told(TABLE.document(), "G63") == []


@pytest.mark.parametrize(
    ("reply", "text", "wanted"),
    [
        ("ja", "", Severity.ERROR),
        ("ja", "Två dagar.", None),
        ("nej", "", None),
        ("nej", "Två dagar.", Severity.WARNING),
    ],
)
def test_det_som_gjordes_beskrivs_och_inget_annat(reply, text, wanted):
    document = TABLE.document(insatserna=text, **{"gruppen/anordnat": reply})
    assert [one[1] for one in told(document, "G78")] == ([wanted] if wanted else [])


def test_svar_och_antal_kan_hamtas_fran_det_som_raknats():
    assert suggestion_at(TABLE.document(), "gruppen/moten").values == {
        "gruppen/moten": "ja",
        "gruppen/moten/antal": "5",
    }
    few = suggestion_at(TABLE.document(traffar="3"), "gruppen/moten")
    assert few.values == {"gruppen/moten": "nej", "gruppen/moten/antal": "3"}
    assert suggestion_at(TABLE.document(traffar=""), "gruppen/moten").values == {}
    assert suggestion_at(TABLE.document(), "gruppen/ordforande").values == {"gruppen/ordforande": "ja"}
    assert suggestion_at(TABLE.document(ledaren=""), "gruppen/ordforande").values == {}
    assert suggestion_at(TABLE.document(), "gruppen/anordnat") is None


def test_papperet_har_rutor_och_en_kommentar_till_varje_nej():
    elements = printout(TABLE.document(), Stamp("")).elements
    (table,) = [one for one in elements if isinstance(one, e.Table)]
    boxes = [[bool(cell.value) for cell in row.cells[1:]] for row in table.rows]
    assert boxes == [[True, False], [True, False], [False, True]]
    assert {cell.unit for row in table.rows for cell in row.cells[1:]} == {Unit.TICK}
    prose = [one for one in elements if isinstance(one, e.Prose)]
    assert [one.label for one in prose] == ["Rubrik ”Anordnat kompetensutvecklingsinsatser”:", ""]


def test_en_kommentar_till_ett_ja_ar_kvar_men_skrivs_inte_ut():
    document = TABLE.document(**{"gruppen/anordnat": "ja", "insatserna": "Två dagar."})
    paths = [one.path for one in printout(document, Stamp("")).elements if isinstance(one, e.Prose)]
    assert "gruppen/anordnat/kommentar" not in paths
    assert to_exchange(document)["innehall"]["gruppen"]["anordnat"]["kommentar"] == "Ingen har haft **behov** av det."


def test_filen_har_svar_antal_och_kommentar():
    assert to_exchange(TABLE.document())["innehall"]["gruppen"] == {
        "ordforande": {"svar": "ja"},
        "moten": {"svar": "ja", "antal": 5},
        "anordnat": {"svar": "nej", "kommentar": "Ingen har haft **behov** av det."},
        "kommentar_allmant": "Gruppen har arbetat väl.",
    }


ROWS = field(id='"f"', type='"yes_no_table"', label='"F"', row='[{{ id = "a", label = "A", {more} }}]')
UNUSABLE = {
    "ett tal som inte finns": 'at_least = 4, count_from = "finns/inte"',
    "ett tal som varken jämförs eller skrivs": 'count_from = "tal"',
    "en text som inte finns": 'yes_when = "finns_inte"',
    "en beskrivning som inte är en lång text": 'described_by = "tal"',
    "ett stavfel": "at_leest = 4",
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_en_fraga_som_inte_gar_att_anvanda_stoppar_starten(name):
    number = field(id='"tal"', type='"number"', label='"Tal"')
    for more in ('at_least = 4, count_from = "tal"', 'count = "antal", count_from = "tal"'):
        assert form_of(SECTION + number + ROWS.format(more=more))
    with pytest.raises(MallFault):
        form_of(SECTION + number + ROWS.format(more=UNUSABLE[name]))


# Meetings.


def counts(document):
    known = figures(document)
    keys = ("antal", "narvaro/aa1", "narvaro/bb1", "minsta_narvaro", "budget")
    return [known.sum("moten", *key.split("/")).known for key in keys]


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, [2, 2, 1, 1, 1]),
        ({"moten/cc2/narvaro/bb1": "ja"}, [2, 2, 2, 2, 1]),
        ({"moten/cc2/narvaro/bb1": "nej"}, [2, 2, 1, 1, 1]),
        ({"moten/cc1/narvaro/bb1": ""}, [2, 2, None, 0, 1]),
        ({"moten/cc2/_plats": ""}, [1, 1, 1, 1, 1]),
        ({"moten/cc2/datum": ""}, [1, 2, 1, 1, 1]),
        ({"moten/cc1/_plats": "", "moten/cc2/_plats": ""}, [None, None, None, None, None]),
    ],
)
def test_moten_och_narvaro_raknas(changes, wanted):
    assert counts(MEETINGS.document().replace(changes)) == wanted


def test_det_raknade_foljer_med_vid_varje_andring():
    document = MEETINGS.document()
    assert counts(document) == [2, 2, 1, 1, 1]
    for path, text in (("moten/cc2/narvaro/bb1", "ja"), ("moten/cc1/datum", "i våras"), ("moten/cc1/budget", "")):
        document = document.replace({path: text})
        assert counts(document) == counts(Document(document.mall, document.values))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Region Uppsala var med minst, 1 av 2 möten."),
        ({"moten/cc2/narvaro/bb1": "ja"}, "Alla parter var med varje gång."),
        ({"moten/cc1/narvaro/aa1": ""}, "Älvkarleby kommun och Region Uppsala var med minst, 1 av 2 möten."),
        ({"moten/cc2/_plats": "", "moten/cc1/narvaro/bb1": ""}, "Region Uppsala var med minst, 0 av 1 möte."),
        ({"moten/cc2/datum": ""}, ""),
        ({"moten/cc1/datum": "i våras"}, ""),
        ({"moten/cc1/_plats": "", "moten/cc2/_plats": ""}, ""),
    ],
)
def test_den_part_som_kom_minst_sags_vid_namn(changes, said):
    at = MEETINGS.mall.field("moten").answer(MEETINGS.document().replace(changes))
    assert "".join(at.field.in_words(at)) == said


def test_narvaron_star_i_filen_vid_partens_namn():
    assert to_exchange(MEETINGS.document())["innehall"]["moten"] == [
        {"id": "cc1", "datum": "2026-02-17", "narvaro": {"Älvkarleby kommun": "ja", "Region Uppsala": "ja"}, "budget": "ja"},
        {"id": "cc2", "datum": "2026-04-28", "narvaro": {"Älvkarleby kommun": "ja"}},
    ]  # fmt: skip


def test_narvaro_kraver_parter_och_skrivs_inte_ut_om_inte_formularet_vill():
    attendance = field(id='"m"', type='"attendance"', label='"Möten"')
    with pytest.raises(MallFault, match="parties"):
        form_of(SECTION + attendance)
    form = form_of(SECTION + PARTIES + attendance)
    document = Document(form, {"m/aa1/_plats": "g", "m/aa1/datum": "2026-02-17"})
    assert not form.field("m").printed
    assert "2026-02-17" not in repr(printout(document, Stamp("")).elements)
