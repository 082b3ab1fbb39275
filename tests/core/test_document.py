"""A draft is a map from path to text: nothing typed is lost, nothing typed breaks the reading, rows and parties follow their places."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finsam_forms.core.document import Document, characters
from finsam_forms.core.kinds.amount import Amount
from finsam_forms.core.kinds.budget.parts import years_at
from finsam_forms.core.kinds.choice import Choice
from finsam_forms.core.kinds.date import Date
from finsam_forms.core.kinds.email import Email
from finsam_forms.core.kinds.line import Line
from finsam_forms.core.kinds.long_text import LongText
from finsam_forms.core.kinds.number import Number
from finsam_forms.core.kinds.percent import Percent
from finsam_forms.core.party import parties_of, party_key, party_keys
from tests.builder import ANSOKAN, LON, OWNER, PARTNER, document, with_values, worked_example

EXAMPLE = worked_example()
KINDS = [
    Line(id="x"),
    LongText(id="x"),
    Date(id="x"),
    Amount(id="x"),
    Percent(id="x"),
    Number(id="x"),
    Choice(id="x", options=("ja", "nej")),
    Email(id="x"),
]
figures = st.text(alphabet="0123456789 ,.-/:*+()%krtm\u00a0", max_size=20)


@given(st.lists(st.dictionaries(st.sampled_from(["syfte", "bakgrund", LON]), st.text(max_size=9)), max_size=6))
def test_hur_langa_texterna_ar_tillsammans_foljer_varje_andring(edits):
    doc = document()
    assert characters(doc) == sum(map(len, doc.values.values()))
    for changes in edits:
        doc = doc.replace(changes)
        assert characters(doc) == sum(map(len, doc.values.values()))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
@settings(deadline=None)
@given(text=st.one_of(st.text(max_size=40), figures))
@example(text="0/3/2021")
@example(text="4/3/0000")
@example(text="\ud800")
def test_inget_som_skrivs_far_lasningen_att_ga_sonder(kind, text):
    reading = kind.read(text)
    assert reading.value is None or reading.problem is None
    if reading.problem:
        assert reading.problem.message.endswith((".", "?"))
    assert isinstance(kind.show(text), str)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
@settings(deadline=None)
@given(text=st.one_of(st.text(max_size=40), figures))
def test_det_som_sparas_betyder_det_som_skrevs_och_stadas_en_gang(kind, text):
    stored = kind.canonical(text)
    assert kind.canonical(stored) == stored
    if kind.type not in ("line", "long_text", "choice"):
        assert kind.read(stored).value == kind.read(text).value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
@settings(deadline=None)
@given(text=st.one_of(st.text(max_size=40), figures))
def test_det_som_visas_gar_att_lasa_igen(kind, text):
    value = kind.read(text).value
    if value is not None and kind.type not in ("line", "long_text"):
        assert kind.read(kind.show(kind.canonical(text))).value == value


def test_en_vag_som_inte_finns_ar_tom():
    assert EXAMPLE.text("finns/inte") == ""
    assert EXAMPLE.read("finns/inte").value is None
    assert EXAMPLE.rows("finns/inte") == ()


PATHS = {
    "syfte": "long_text",
    "insatstid/start": "date",
    "lokus": "choice",
    "lokus/kommentar": "long_text",
    "samverkansparter/af/epost": "email",
    "mal/resultatmal/c01d/text": "long_text",
    "budget/enhet": "choice",
    "budget/lon/91c2/tjanst_procent": "percent",
    "budget/lon/91c2/belopp/agare": "amount",
    "budget/lon/91c2/underlag/manadslon": "amount",
    "budget/lon/91c2/ar/2022/agare": "amount",
    "budget/egenfinansiering/lokal/lokalhyra/belopp/agare": "amount",
    "budget/po/2027/kommun": "percent",
    "underskrifter_insatsagare/agare/roll": "line",
    "_titel": "line",
    "_notes/syfte/n1/text": "long_text",
}


@pytest.mark.parametrize(("path", "kind"), PATHS.items(), ids=PATHS.keys())
def test_vad_en_vag_rymmer(path, kind):
    assert ANSOKAN.leaf_at(path).type == kind


@pytest.mark.parametrize(
    "path",
    [
        "",
        "finnsinte",
        "syfte/mer",
        "insatstid",
        "insatstid/mitten",
        "samverkansparter",
        "samverkansparter/af/telefon",
        "budget",
        "budget/lon/91c2",
        "budget/lon/91c2/belopp",
        "budget/lon/91c2/ar/22/agare",
        "budget/lokal/lokalhyra/benamning",
        "budget/lokal/lokalhyra/tjanst_procent",
        "budget/lokal/lokalhyra/_plats",
        "budget/lokal/lokalhyra/underlag/manadslon",
        "budget/po/1999/kommun",
        "budget/po/2027/annan",
        "overenskommelse",
        "overenskommelse/text",
        "finansiering_sammanstallning",
    ],
    ids=repr,
)
def test_vad_formularet_inte_har_gar_inte_att_skriva(path):
    assert ANSOKAN.leaf_at(path) is None


def test_rader_star_i_sina_platsers_ordning_och_borttagna_star_inte_alls():
    rows = {"tidplan/b/_plats": "c", "tidplan/a/_plats": "d", "tidplan/c/_plats": "", "tidplan/d/_plats": "b"}
    assert with_values(rows).rows("tidplan") == ("d", "b", "a")


def test_en_borttagen_rads_innehall_finns_kvar():
    gone = EXAMPLE.replace({"tidplan/q3/_plats": ""})
    assert gone.rows("tidplan") == ("q2", "q4")
    assert gone.text("tidplan/q3/text") == EXAMPLE.text("tidplan/q3/text")
    back = gone.replace({"tidplan/q3/_plats": EXAMPLE.text("tidplan/q3/_plats")})
    assert back.rows("tidplan") == ("q2", "q3", "q4")


def test_parternas_ordning_och_vad_de_kallas():
    more = {f"insatsagare/{row}/_plats": place for row, place in (("d1", "m"), ("d2", "s"))}
    parties = parties_of(EXAMPLE.replace(more))
    assert [party.role for party in parties] == [
        "Huvudinsatsägare", "Delinsatsägare 1", "Delinsatsägare 2",
        "Samverkanspart 1", "Samverkanspart 2", "Samverkanspart 3",
    ]  # fmt: skip
    assert [party.shown_name for party in parties][:3] == ["Älvkarleby kommun", "Delinsatsägare 1", "Delinsatsägare 2"]
    assert [party.owner for party in parties] == [True] * 3 + [False] * 3


def test_huvudinsatsagaren_ar_den_som_star_forst():
    swapped = document().replace({"insatsagare/b/_plats": "a", "insatsagare/b/organisation": "Tierps kommun"})
    assert [(party.name, party.role) for party in parties_of(swapped, "owners")] == [
        ("Tierps kommun", "Huvudinsatsägare"), ("Älvkarleby kommun", "Delinsatsägare 1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        (["A", "B"], ["A", "B"]),
        (["A", "A"], ["#1", "#2"]),
        (["", "B"], ["#1", "B"]),
        (["#2", "B"], ["#1", "B"]),
    ],
    ids=str,
)
def test_vad_parter_heter_i_filen(names, keys):
    assert list(party_keys(dict(enumerate(names))).values()) == keys


@given(st.lists(st.sampled_from(["", "A", "B", "#1", "#2"]), max_size=6))
def test_tva_parter_far_aldrig_samma_namn_i_filen(names):
    keys = party_keys({str(number): name for number, name in enumerate(names)})
    assert len(set(keys.values())) == len(names)


def test_titeln_ar_insatsens_namn_och_annars_utkastets():
    assert document().title == "Vägen in"
    assert document(insatsens_namn="", _titel="Höstens ansökan").title == "Höstens ansökan"


def test_aren_som_nagot_ar_skrivet_for():
    years = {f"{LON}/ar/2022/{OWNER}": "5", f"{LON}/ar/2021/{OWNER}": "", f"{LON}/ar/2023/{PARTNER}": "0"}
    found = with_values(years | {"budget/po/2027/kommun": "41"})
    assert years_at(found, f"{LON}/ar") == ("2022", "2023")
    assert years_at(found, "budget/po") == ("2027",)


EDITS = [
    "syfte",
    f"insatsagare/{OWNER}/_plats",
    f"insatsagare/{OWNER}/organisation",
    f"samverkansparter/{PARTNER}/_plats",
    f"samverkansparter/{PARTNER}/organisation",
    f"{LON}/_plats",
    f"{LON}/ar/2022/{OWNER}",
    "budget/po/2027/kommun",
    "insatsens_namn",
]


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(EDITS), st.sampled_from(["", "a", "i", "A", "2"])), max_size=6))
def test_andring_for_andring_ger_samma_dokument_som_allt_pa_en_gang(edits):
    changed = document()
    for edit in edits:
        changed = changed.replace(edit)
        fresh = Document(ANSOKAN, dict(changed.values))
        assert parties_of(changed) == parties_of(fresh)
        assert [party_key(changed, party) for party in parties_of(changed)] == [
            party_key(fresh, party) for party in parties_of(fresh)
        ]
        for base in ("budget/lon", "insatsagare", "samverkansparter"):
            assert changed.rows(base) == fresh.rows(base)
        assert years_at(changed, f"{LON}/ar") == years_at(fresh, f"{LON}/ar")
        assert changed.title == fresh.title
