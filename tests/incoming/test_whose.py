"""A column of another's budget whose head is no party here: a new party, one of the draft's, or none, as somebody says."""

from __future__ import annotations

from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.readers import read_file
from finsam_forms.incoming.whose import NOT, with_answers
from tests.builder import MALLS
from tests.incoming.xlsx import foreign
from tests.incoming.xlsx.foreign import DRAFT, A

PL = "budget/lon/pl/belopp"
RESOR = "budget/ovrigt/resor/belopp"
FILE = read_file(foreign.TWO_SHEETS, MALLS, beside=DRAFT)
(TIERP,) = FILE.strangers


def answered(answer, brought=FILE):
    return with_answers(brought, {TIERP.row: answer}, DRAFT)


def mentions(brought):
    return [path for path in (*brought.values, *(one.path for one in brought.doubts)) if TIERP.row in path.split("/")]


def test_den_som_inte_ar_part_har_sags_med_sitt_namn():
    assert (TIERP.name, TIERP.path) == ("Tierps kommun", f"insatsagare/{TIERP.row}")
    assert answered("") == answered("ingen som finns") == FILE


def test_nej_tar_med_varken_parten_eller_dess_belopp_och_sager_hur_manga():
    found = answered(NOT)
    assert mentions(found) == []
    assert found.said[-1] == "”Tierps kommun” läggs inte till som part, så 3 belopp i filen är inte med."
    assert found.values[f"{PL}/{A}"] == FILE.values[f"{PL}/{A}"]


def test_det_ar_en_part_som_finns_flyttar_beloppen_dit():
    draft = DRAFT.replace({"insatsagare/gavle/_plats": "k", "insatsagare/gavle/organisation": "Gävle kommun"})
    found = with_answers(FILE, {TIERP.row: "gavle"}, draft)
    assert mentions(found) == [] and found.unplaced == FILE.unplaced
    assert found.values[f"{RESOR}/gavle"] == FILE.values[f"{RESOR}/{TIERP.row}"]
    assert found.said[-1] == "Kolumnen ”Tierps kommun” i filen läses som ”Gävle kommun”."


def test_det_som_parten_inte_har_nagon_kolumn_for_sags():
    found = answered("af")
    assert mentions(found) == []
    assert f"{PL}/af" not in found.values and f"{RESOR}/af" not in found.values
    told = [one.words for one in found.unplaced if one.where == "I kolumnen ”Tierps kommun” i filen"]
    assert sorted(told) == ["125000", "5000", "50000"]


def test_sager_tva_kolumner_olika_om_samma_part_fragas_det():
    found = answered(A)
    assert found.values[f"{PL}/{A}"] == FILE.values[f"{PL}/{A}"]
    assert "Filen säger både 200000 och 125000. Det första har lästs." in [
        one.sentence for one in found.doubts if one.path == f"{PL}/{A}"
    ]


def test_den_nya_partens_belopp_fragas_det_om_som_om_parten():
    asked = {one.path: one for one in compare(FILE, DRAFT, "1").differences}
    assert not asked[TIERP.path].clear
    assert asked[f"{PL}/{TIERP.row}"].doubts == ("Tas det in kommer ”Tierps kommun” med.",)
    assert asked[f"{RESOR}/{A}"].clear
    assert [one.clear for one in asked.values() if one.name == "Coach"] == [False], "en ny rad med parten i"


def test_den_som_betalar_sjalv_men_inte_star_bland_dem_som_rekvirerar_ar_samverkanspart():
    found = read_file(foreign.TWO_SHEETS, MALLS)
    lists = {one.name: one.path.partition("/")[0] for one in found.strangers}
    assert lists == {
        "Älvkarleby kommun": "insatsagare",
        "Tierps kommun": "insatsagare",
        "AF": "samverkansparter",
        "Region": "samverkansparter",
    }
