"""How far a section has come: nothing written, begun, or nothing required missing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.document import Document
from finsam_forms.core.progress import State, section_state, section_states
from tests.builder import ANSOKAN, worked_example

EXAMPLE = worked_example()
NEW = Document(ANSOKAN, ANSOKAN.start_values())


def state(section, values):
    return section_state(Document(ANSOKAN, values), ANSOKAN.section(section))


def test_en_ny_ansokan_ar_tom_utom_forbundets_egen_text():
    done = {section: found for section, found in section_states(NEW).items() if found is not State.EMPTY}
    assert done == {"overenskommelse": State.DONE}


def test_varje_avsnitt_har_sitt_lage_i_formularets_ordning():
    assert list(section_states(NEW)) == [section.id for section in ANSOKAN.sections]


def goals(*lists):
    return {
        f"mal/{one}/m1/{what}": text for one in lists for what, text in (("_plats", "i"), ("text", "Minst 40 personer"))
    }


def test_det_som_varken_trycks_eller_kravs_star_vid_sidan_av_formularet():
    assert [one.id for one in ANSOKAN.sections if one.aside] == ["uppfoljning_finsam"]
    section = ANSOKAN.section("uppfoljning_finsam")
    assert not replace(section, fields=(replace(section.fields[0], required=True),)).aside
    assert not replace(section, fields=(replace(section.fields[0], printed=True),)).aside


CASES = {
    "en fråga besvarad": ("syfte", {"syfte": "Att hjälpas åt."}, State.DONE),
    "bara blanksteg": ("syfte", {"syfte": " \n"}, State.EMPTY),
    "bara start": ("insatstid", {"insatstid/start": "2021-04-01"}, State.STARTED),
    "start och slut": ("insatstid", {"insatstid/start": "2021-04-01", "insatstid/slut": "2021-12-31"}, State.DONE),
    "mål i en enda av listorna": ("mal", goals("insatsmal"), State.STARTED),
    "ett mål i varje lista": ("mal", goals("resultatmal", "insatsmal", "effektmal"), State.DONE),
    "en tom målrad": ("mal", {"mal/insatsmal/m1/_plats": "i"}, State.EMPTY),
    "en part utan adress": (
        "samverkansparter",
        {"samverkansparter/af/_plats": "i", "samverkansparter/af/organisation": "Arbetsförmedlingen"},
        State.STARTED,
    ),
    "en borttagen part": (
        "samverkansparter",
        {"samverkansparter/af/_plats": "", "samverkansparter/af/organisation": "Arbetsförmedlingen"},
        State.EMPTY,
    ),
    "något som inte gick att läsa är ändå skrivet": ("insatstid", {"insatstid/start": "i vår"}, State.STARTED),
}


@pytest.mark.parametrize(("section", "values", "wanted"), CASES.values(), ids=CASES.keys())
def test_laget(section, values, wanted):
    assert state(section, values) is wanted


def test_i_exemplet_saknas_bara_namnen_pa_dem_som_skriver_under():
    found = section_states(EXAMPLE)
    undone = {section for section, state in found.items() if state is not State.DONE}
    assert {section for section in undone if not ANSOKAN.section(section).aside} <= {"underskrifter"}


PATHS = [path for path, text in EXAMPLE.values.items() if text and not path.endswith("_plats")]


@settings(deadline=None, max_examples=80)
@given(st.sets(st.sampled_from(PATHS)))
def test_det_som_tas_bort_tar_bara_ned_sitt_eget_avsnitt(emptied):
    before, after = section_states(EXAMPLE), section_states(EXAMPLE.replace(dict.fromkeys(emptied, "")))
    touched = {ANSOKAN.section_of(path).id for path in emptied}
    order = list(State)
    for section, now in after.items():
        assert order.index(now) <= order.index(before[section])
        assert section in touched or now is before[section]


SIGNED = EXAMPLE.replace({"underskrifter/alvkarleby/namn": "Anna Andersson", "budget/lokal/lokalhyra/belopp/skr": "1"})
CHANGES = st.dictionaries(st.sampled_from([*SIGNED.values]), st.sampled_from(["", "i", "x", "2021-04-01"]), max_size=3)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(CHANGES, st.booleans()), max_size=8))
def test_det_som_foljt_med_ar_som_om_det_raknats_pa_nytt(changes):
    document = SIGNED
    for values, asked in changes:
        if asked:
            section_states(document)
        document = document.replace(values)
    assert section_states(document) == section_states(Document(document.mall, document.values))


def test_avsnitten_om_parterna_foljer_raderna_av_parter():
    rows = [
        path for path in SIGNED.values if path.endswith("_plats") and ANSOKAN.field(path.split("/")[0]).names_parties
    ]
    assert section_states(SIGNED)["underskrifter"] is not State.EMPTY
    after = SIGNED.replace(dict.fromkeys(rows, ""))
    assert section_states(after)["underskrifter"] is State.EMPTY
    assert section_states(after)["budget"] is section_states(Document(ANSOKAN, after.values))["budget"]


@settings(deadline=None, max_examples=80)
@given(st.sets(st.sampled_from(PATHS)))
def test_klart_ar_bara_det_dar_inget_obligatoriskt_saknas(emptied):
    document = EXAMPLE.replace(dict.fromkeys(emptied, ""))
    for section in ANSOKAN.sections:
        missing = [lack for field in section.fields for lack in field.answer(document).lacks()]
        found = section_state(document, section)
        assert not (found is State.DONE and missing)
        assert not (found is State.STARTED and not missing)
