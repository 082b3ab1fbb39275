"""A report begins with what is known, and is told when it changes there; nothing comes by itself."""

from datetime import date

import pytest

from finsam_forms.core.checks import check_document
from finsam_forms.core.dates import Period
from finsam_forms.core.document import Document
from finsam_forms.core.following import APPLICATION, PREVIOUS, Followed, Mark, begun, can_follow, changes
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.mallar import load_malls
from tests.builder import worked_example
from tests.core.checks.builder import following
from tests.following import TOML, form

MALL = form()
GRANTED = worked_example().replace({"diarienummer": "2027:20", "metod": "Kostar [[total]] i allt."})
GOALS = [path for path in GRANTED.values if path.startswith("mal/resultatmal/") and path.endswith("/text")]


def report(application=GRANTED, previous=None, **changed):
    """(the report as it was begun, what it follows)"""
    followed = following(application, previous)
    values, marks = begun(MALL, followed)
    return Document(MALL, values).replace(changed), Followed(documents=followed.documents, marks=marks)


def again(followed, application=None, previous=None):
    """The same ties when the followed documents say something else now."""
    now = {APPLICATION: application, PREVIOUS: previous}
    return Followed(documents={role: one for role, one in now.items() if one is not None}, marks=followed.marks)


def test_rapporten_borjar_med_det_som_star_i_ansokan():
    document, _ = report()
    for path in ("insatsens_namn", "diarienummer", "malgrupp", *GOALS):
        assert document.text(path) == GRANTED.text(path) != "", path
    assert document.rows("insatsagare") == GRANTED.rows("insatsagare"), "samma rader, så att partens id är detsamma"
    assert document.rows("mal/resultatmal") == GRANTED.rows("mal/resultatmal")
    assert document.text("insatsperiod/start") == GRANTED.text("insatstid/start")


def test_det_som_formularet_inte_fragar_om_foljer_inte_med():
    document, _ = report()
    assert not [path for path in document.values if path.startswith(("budget/", "syfte", "mal/effektmal"))]
    assert document.text("innehall") == "", "hämtas med en knapp"
    assert [document.text(f"tidplan/{row}/vad") for row in document.rows("tidplan")] == [""], "from = ”” är ingenstans"


def test_borttagna_rader_foljer_inte_med():
    row = GRANTED.rows("mal/resultatmal")[0]
    document, _ = report(GRANTED.replace({f"mal/resultatmal/{row}/_plats": ""}))
    assert row not in document.rows("mal/resultatmal")
    assert not [path for path in document.values if f"/{row}/" in path]


def test_levande_belopp_star_som_ord_i_det_som_hamtas():
    text = GRANTED.replace({"malgrupp": "Vi söker [[total]]. Och [[finns/inte]]."})
    document, _ = report(text)
    assert document.text("malgrupp") == "Vi söker 397\u00a0000\u00a0kr. Och [[finns/inte]]."


@pytest.mark.parametrize(
    ("start", "end", "first"),
    [
        ("2027-04-01", "2028-12-31", ("2027-04-01", "2027-06-30")),
        ("2027-09-01", "2028-12-31", ("2027-09-01", "2027-12-31")),
        ("2027-01-01", "2027-03-31", ("2027-01-01", "2027-03-31")),
        ("", "2027-03-31", ("", "")),
    ],
    ids=["till halvårets slut", "till årets slut", "inte längre än insatsen", "utan känd tid"],
)
def test_den_forsta_rapportens_tid(start, end, first):
    document, _ = report(GRANTED.replace({"insatstid/start": start, "insatstid/slut": end}))
    assert tuple(document.text(f"rapportperiod/{part}") for part in ("start", "slut")) == first


@pytest.mark.parametrize(
    ("last", "following"),
    [
        (("2027-01-01", "2027-06-30"), ("2027-07-01", "2027-12-31")),
        (("2027-04-01", "2027-06-30"), ("2027-07-01", "2027-09-30")),
        (("2027-01-01", "2027-12-31"), ("2028-01-01", "2028-12-31")),
        (("2027-05-03", "2027-05-12"), ("2027-05-13", "2027-05-22")),
    ],
    ids=["halvår", "kvartal", "år", "tio dagar"],
)
def test_nasta_tid_ar_lika_lang(last, following):
    found = Period(*map(date.fromisoformat, last)).after()
    assert (str(found.start), str(found.end)) == following


def test_nasta_rapport_borjar_dar_den_forra_slutade_och_slutar_med_insatsen():
    first, _ = report(GRANTED.replace({"insatstid/start": "2027-01-01", "insatstid/slut": "2027-10-31"}))
    second, _ = report(None, first)
    assert second.text("rapportperiod/start") == "2027-07-01"
    assert second.text("rapportperiod/slut") == "2027-10-31"
    third, _ = report(None, second)
    assert third.text("rapportperiod/start") == "", "insatsen är slut"


def test_nasta_rapport_tar_med_det_som_ar_sig_likt_och_inte_det_som_berattades():
    first, _ = report()
    row = first.rows("tidplan")[0]
    told = {"deltagare": "12", "innehall": "Nytt.", f"tidplan/{row}/vad": "Träffar", f"tidplan/{row}/antal": "3"}
    second, _ = report(None, first.replace(told | {f"moten/{first.rows('moten')[0]}/dag": "2027-05-03"}))
    assert second.text("insatsens_namn") == GRANTED.text("insatsens_namn")
    assert second.text(f"tidplan/{row}/vad") == "Träffar"
    assert second.text("deltagare") == second.text("innehall") == ""
    assert second.text("malgrupp") == "", "en text om förra tiden hämtas med en knapp"
    assert [second.text(f"moten/{one}/dag") for one in second.rows("moten")] == [""], "from_previous = ”” är ingenstans"


def test_nar_bada_sager_olika_galler_ansokan_och_det_lika_ar_ur_forra_rapporten():
    first, _ = report()
    followed = following(GRANTED.replace({"diarienummer": "2027:21"}), first)
    coming = followed.coming(MALL)
    assert (coming["diarienummer"].role, coming["diarienummer"].text) == (APPLICATION, "2027:21")
    assert coming["insatsens_namn"].role == PREVIOUS


def test_nasta_rapport_borjar_dar_den_forra_slutade_ocksa_nar_den_foljer_ansokan():
    first, _ = report()
    second, _ = report(GRANTED, first)
    assert first.text("rapportperiod/slut") == "2021-06-30"
    assert second.text("rapportperiod/start") == "2021-07-01"


def test_ingenting_ar_andrat_i_en_nyborjad_rapport():
    document, followed = report()
    assert changes(document, followed) == ()


def test_det_som_andras_i_ansokan_sags_och_det_som_andras_har_ar_skribentens():
    document, followed = report()
    document = document.replace({"diarienummer": "2027:99"})
    assert changes(document, followed) == (), "ansökan är densamma"
    (found,) = changes(document, again(followed, GRANTED.replace({"diarienummer": "2027:21"})))
    assert (found.path, found.role, found.now) == ("diarienummer", APPLICATION, "2027:21")
    assert found.values == {"diarienummer": "2027:21"}
    same = document.replace({"diarienummer": "2027:21"})
    assert changes(same, again(followed, GRANTED.replace({"diarienummer": "2027:21"}))) == (), "står redan så här"


def test_det_som_tagits_in_eller_fatt_sta_sags_inte_igen():
    document, followed = report()
    moved = again(followed, GRANTED.replace({"diarienummer": "2027:21"}))
    (found,) = changes(document, moved)
    let_be = Followed(documents=moved.documents, marks={**moved.marks, **found.marks})
    assert changes(document, let_be) == ()
    (next_one,) = changes(
        document, Followed(documents={APPLICATION: GRANTED.replace({"diarienummer": "2027:22"})}, marks=let_be.marks)
    )
    assert next_one.now == "2027:22"


def test_en_ny_rad_sags_hel_och_en_borttagen_for_sig():
    document, followed = report()
    new = {"mal/resultatmal/nytt/_plats": "zz", "mal/resultatmal/nytt/text": "20 nya kartläggningar"}
    (came,) = changes(document, again(followed, GRANTED.replace(new)))
    assert (came.path, came.row, came.now) == ("mal/resultatmal/nytt", True, "20 nya kartläggningar")
    assert document.replace(came.values).text("mal/resultatmal/nytt/text") == "20 nya kartläggningar"
    row = GRANTED.rows("mal/resultatmal")[0]
    (went,) = changes(document, again(followed, GRANTED.replace({f"mal/resultatmal/{row}/_plats": ""})))
    assert (went.path, went.row, went.now) == (f"mal/resultatmal/{row}", True, "")
    assert row not in document.replace(went.values).rows("mal/resultatmal")


def test_om_en_rad_som_ar_borttagen_har_sags_ingenting():
    document, followed = report()
    row = GRANTED.rows("mal/resultatmal")[0]
    without = document.replace({f"mal/resultatmal/{row}/_plats": ""})
    other = again(followed, GRANTED.replace({f"mal/resultatmal/{row}/text": "Något annat"}))
    assert changes(without, other) == ()
    assert len(changes(document, other)) == 1


def test_utan_det_som_foljs_sags_ingenting():
    document, followed = report()
    assert changes(document, Followed(marks=followed.marks)) == ()


def of_g67(document, followed):
    return [one for one in check_document(document, followed=followed) if one.code == "G67"]


def test_g67_det_som_inte_langre_ar_som_i_ansokan():
    document, followed = report()
    assert of_g67(document, followed) == []
    (said,) = of_g67(document.replace({"insatsperiod/slut": "2030-01-31"}), followed)
    assert said.path == "insatsperiod/slut"
    assert "2030-01-31" in said.sentence
    assert GRANTED.text("insatstid/slut") in said.sentence
    assert said.fixes[0].changes == {"insatsperiod/slut": GRANTED.text("insatstid/slut")}


def test_g67_tiger_dar_det_ska():
    document, followed = report()
    party = f"insatsagare/{document.rows('insatsagare')[0]}"
    fine = {
        "insatsens_namn": "Ett annat namn",  # G52
        "malgrupp": "De som nåddes.",
        f"{party}/kontaktperson": "En annan enhetschef",
        "diarienummer": " 2027:20 ",
    }
    assert of_g67(document.replace(fine), followed) == []
    assert len(of_g67(document.replace({f"{party}/organisation": "Tierps kommun"}), followed)) == 1
    kept = {**followed.marks, "diarienummer": Mark(APPLICATION, "2027:20", kept=True)}
    other = document.replace({"diarienummer": "2027:99"})
    assert len(of_g67(other, followed)) == 1
    assert of_g67(other, Followed(documents=followed.documents, marks=kept)) == [], "någon har sagt Behåll"


def test_g67_sags_ocksa_nar_det_kom_ur_forra_rapporten():
    first, _ = report()
    second, followed = report(GRANTED, first)
    assert of_g67(second, followed) == []
    assert [one.path for one in of_g67(second.replace({"diarienummer": "1"}), followed)] == ["diarienummer"]


def test_g67_ett_mal_som_saknas():
    document, followed = report()
    row = GRANTED.rows("mal/resultatmal")[0]
    (said,) = of_g67(document.replace({f"mal/resultatmal/{row}/_plats": ""}), followed)
    assert said.path == "mal/resultatmal"
    assert said.sentence.endswith("finns i ansökan men inte här.")


def test_vad_som_kan_folja_vad():
    malls = load_malls()
    first, _ = report()
    assert can_follow(MALL, GRANTED)
    assert can_follow(MALL, first)
    assert not can_follow(malls["nulagesanalys"], GRANTED)
    assert can_follow(malls["nulagesanalys"], Document(malls["nulagesanalys"], {}))
    assert not can_follow(malls["ansokan"], GRANTED)
    assert not can_follow(malls["nulagesanalys"], first)


def test_from_ar_ordet_i_formularet():
    with pytest.raises(MallFault, match="from_"):
        form(TOML.replace('from = "metod"', 'from_ = "metod"'))


TABLE = """
  [[section.field]]
  id = "remitterat"
  type = "table"
  label = "Remitterande"
  own_rows = "Lägg till aktör"
  previous = true
  row = [{ id = "kommun", label = "Kommunen" }]
"""


def test_det_som_raknades_forra_gangen_star_bredvid_och_egna_rader_foljer_med():
    mall = form(TOML + TABLE)
    cells = {"remitterat/kommun/antal": "25", "remitterat/kommun/antal/forra": "19"}
    own = {"remitterat/ab12/_plats": "i", "remitterat/ab12/benamning": "Regionen", "remitterat/ab12/antal": "8"}
    values, _ = begun(mall, following(previous=Document(mall, cells | own)))
    assert {path: text for path, text in values.items() if path.startswith("remitterat/")} == {
        "remitterat/kommun/antal/forra": "25",
        "remitterat/ab12/_plats": "i",
        "remitterat/ab12/benamning": "Regionen",
        "remitterat/ab12/antal/forra": "8",
    }
