"""Three ways: as exported, as it is here now, as it is in the file. Only what the file changed is brought up."""

import time

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.position import spread
from finsam_forms.export.exchange import dumps
from finsam_forms.incoming.brought import Brought, Comment, Doubt, Refused, Unplaced
from finsam_forms.incoming.chosen import lines, written
from finsam_forms.incoming.compare import NO_BASE, OTHER_DRAFT, OTHER_FORM, SINCE, akin, compare
from finsam_forms.incoming.difference import OVER, Changed, What
from finsam_forms.incoming.readers import read_file
from tests.builder import LON, MALLS, OWNER, PARTNER, document, worked_example

DOC = document(syfte="Fler ska få arbete.", insatstid__start="2021-02-21", **{f"{LON}/belopp/{OWNER}": "325000"})
ROW = "mal/resultatmal/aa11"
EMPTY = Document(MALLS["ansokan"], {})


def brought(values, base=DOC, **more):
    """A file that was exported from `base` and says `values` now."""
    stored = None if base is None else {path: text for path, text in base.values.items() if not path.startswith("_")}
    told = {"fingerprint": fingerprint(base).sha256, "draft": "1"} if base else {}
    return Brought(form="ansokan", form_mark=MALLS["ansokan"].fingerprint, base=stored, values=values, **told, **more)


def differences(values, here=DOC, base=DOC, **more):
    return compare(brought(values, base, **more), here, "1").differences


def only(found):
    (one,) = found
    return one


def test_en_ororda_fil_har_inga_andringar():
    found = compare(brought(dict(DOC.values)), DOC, "1")
    assert found.differences == found.facts == found.unplaced == ()


def test_det_som_filen_inte_talar_om_ar_orort():
    assert differences({}) == ()


def test_bara_andrat_i_filen():
    one = only(differences({"syfte": "Fler ska få ett arbete."}))
    assert (one.what, one.changed, one.clear) == (What.VALUE, Changed.FILE, True)
    assert (one.base, one.here, one.file) == ("Fler ska få arbete.",) * 2 + ("Fler ska få ett arbete.",)
    assert one.taken == {"syfte": "Fler ska få ett arbete."}


def test_bara_andrat_har_ar_ingen_nyhet():
    found = compare(brought({"syfte": "Fler ska få arbete."}), DOC.replace({"syfte": "Alla ska få arbete."}), "1")
    assert found.differences == ()
    assert found.facts == (SINCE,)


LONG = document(syfte="Först kommer detta. Sedan kommer något annat. Sist kommer slutet.")


def test_ett_belopp_som_bara_ar_andrat_har_ar_ingen_nyhet():
    path = f"{LON}/belopp/{OWNER}"
    assert differences({path: "325 000"}, DOC.replace({path: "350000"})) == ()


def test_bada_andringarna_slas_ihop_och_ar_sedan_inget_nytt():
    here = LONG.replace({"syfte": "Först kommer detta nya. Sedan kommer något annat. Sist kommer slutet."})
    file = {"syfte": "Först kommer detta. Sedan kommer något annat. Sist kommer det goda slutet."}
    one = only(differences(file, here, LONG))
    assert one.changed is Changed.BOTH and one.clear
    assert one.taken == {"syfte": "Först kommer detta nya. Sedan kommer något annat. Sist kommer det goda slutet."}
    assert differences(file, here.replace(one.taken), LONG) == ()


def test_bada_har_andrat_samma_ord_och_nagon_maste_valja():
    here = LONG.replace({"syfte": LONG.text("syfte").replace("annat", "helt nytt")})
    one = only(differences({"syfte": LONG.text("syfte").replace("annat", "gammalt")}, here, LONG))
    assert one.merged is None and not one.clear
    assert one.taken == one.values


def test_ett_belopp_som_bada_har_andrat_slas_inte_ihop():
    path = f"{LON}/belopp/{OWNER}"
    one = only(differences({path: "400 000 kr"}, DOC.replace({path: "350000"})))
    assert (one.base, one.here, one.file, one.merged, one.clear) == ("325000", "350000", "400000", None, False)


@pytest.mark.parametrize("typed", ["325 000", "325 000 kr", "325000"])
def test_samma_belopp_skrivet_pa_annat_satt_ar_ingen_andring(typed):
    assert differences({f"{LON}/belopp/{OWNER}": typed}) == ()


def test_samma_andring_pa_bada_hallen_ar_ingen_skillnad():
    assert differences({"syfte": "Nytt"}, DOC.replace({"syfte": "Nytt"})) == ()


def test_det_som_inte_gar_att_lasa_sags_och_tas_inte_in_med_de_andra():
    one = only(differences({"insatstid/start": "trettonde i nionde"}))
    assert one.problem and not one.clear
    assert one.file == "trettonde i nionde"


def test_en_tomd_text_ar_en_andring():
    assert only(differences({"syfte": ""})).taken == {"syfte": ""}


def test_en_ny_rad_kommer_hel_och_dar_den_star_i_filen():
    base = document(
        **{
            "mal/resultatmal/aa11/_plats": "c",
            "mal/resultatmal/aa11/text": "Ett",
            "mal/resultatmal/bb22/_plats": "k",
            "mal/resultatmal/bb22/text": "Två",
        }
    )
    new = "mal/resultatmal/cc33"
    one = only(differences({f"{new}/_plats": "e", f"{new}/text": "Ett och ett halvt"}, base, base))
    assert (one.what, one.changed, one.path, one.clear) == (What.NEW_ROW, Changed.FILE, new, True)
    after = base.replace(one.taken)
    assert after.rows("mal/resultatmal") == ("aa11", "cc33", "bb22")
    assert after.text(f"{new}/text") == "Ett och ett halvt"
    # Others have added a row, and removed the one before it: it still comes before «Två».
    here = base.replace({"mal/resultatmal/aa11/_plats": "", "mal/resultatmal/dd44/_plats": "z"})
    one = only(differences({f"{new}/_plats": "e", f"{new}/text": "x"}, here, base))
    assert here.replace(one.taken).rows("mal/resultatmal") == ("cc33", "bb22", "dd44")


def test_flera_nya_rader_star_i_filens_ordning():
    values = {f"mal/resultatmal/ny{n}/_plats": f"i{n}" for n in (1, 2, 3)}
    found = differences(values)
    after = DOC.replace({path: text for one in found for path, text in one.taken.items()})
    assert after.rows("mal/resultatmal")[-3:] == ("ny1", "ny2", "ny3")
    assert [one.path for one in found] == [f"mal/resultatmal/ny{n}" for n in (1, 2, 3)]


def test_en_borttagen_rad():
    one = only(differences({f"samverkansparter/{PARTNER}/_plats": ""}))
    assert (one.what, one.changed) == (What.GONE_ROW, Changed.FILE)
    assert DOC.replace(one.taken).rows("samverkansparter") == ()
    here = DOC.replace({f"samverkansparter/{PARTNER}/kontaktperson": "Eva Ek"})
    one = only(differences({f"samverkansparter/{PARTNER}/_plats": ""}, here))
    assert one.changed is Changed.BOTH and not one.clear


def test_en_rad_som_ar_borttagen_har_ar_ingen_nyhet_om_filen_inte_har_andrat_den():
    here = DOC.replace({f"samverkansparter/{PARTNER}/_plats": ""})
    path = f"samverkansparter/{PARTNER}"
    assert differences({f"{path}/_plats": "i", f"{path}/organisation": "Arbetsförmedlingen"}, here) == ()
    assert differences({f"{path}/organisation": "Arbetsförmedlingen"}, here) == ()
    one = only(differences({f"{path}/organisation": "Af i Uppsala"}, here))
    assert (one.what, one.changed) == (What.ROW_BACK, Changed.BOTH)
    after = here.replace(one.taken)
    assert after.rows("samverkansparter") == (PARTNER,)
    assert after.text(f"{path}/organisation") == "Af i Uppsala"


def test_rader_i_annan_ordning():
    base = document(
        **{f"mal/resultatmal/{row}/_plats": place for row, place in (("aa", "c"), ("bb", "g"), ("cc", "m"))}
    )
    moved = {"mal/resultatmal/cc/_plats": "a"}
    one = only(differences(moved, base, base))
    assert (one.what, one.changed, one.path) == (What.ORDER, Changed.FILE, "mal/resultatmal")
    assert base.replace(one.taken).rows("mal/resultatmal") == ("cc", "aa", "bb")
    assert differences(moved, base.replace(one.taken), base) == ()
    here = base.replace({"mal/resultatmal/aa/_plats": "z"})
    assert only(differences(moved, here, base)).changed is Changed.BOTH
    assert differences({"mal/resultatmal/aa/_plats": "c"}, here, base) == ()


def test_en_ny_part_och_dess_belopp_hor_ihop():
    party = "samverkansparter/ny77"
    values = {f"{party}/_plats": "z", f"{party}/organisation": "Region Uppsala", f"{LON}/belopp/ny77": "10 000"}
    row, amount = differences(values)
    assert (row.path, amount.path) == (party, f"{LON}/belopp/ny77")
    assert (row.name, amount.name) == (
        "Region Uppsala",
        "rad 1 under Lönekostnader inkl PO-pålägg, Region Uppsala, Belopp",
    )
    assert amount.values == {f"{LON}/belopp/ny77": "10000"}


def test_utan_bas_visas_allt_som_skiljer_och_bara_det_som_ar_tomt_har_ar_valt():
    new = {f"{ROW}/_plats": "i", f"{ROW}/text": "Ett mål"}
    file = {"syfte": "Annat", "insatsens_namn": "Ett namn", f"samverkansparter/{PARTNER}/_plats": "", **new}
    found = compare(brought(file, base=None), DOC.replace({"insatsens_namn": ""}))
    assert found.facts == (NO_BASE,)
    told = {one.path: (one.changed, one.clear, one.asked) for one in found.differences}
    assert told == {
        "insatsens_namn": (Changed.UNKNOWN, True, ()),
        "syfte": (Changed.UNKNOWN, False, (OVER,)),
        f"samverkansparter/{PARTNER}": (Changed.UNKNOWN, False, (OVER,)),
        ROW: (Changed.UNKNOWN, True, ()),
    }


def test_utan_bas_ar_en_annan_ordning_inte_vald():
    places = {f"mal/resultatmal/{row}/_plats": place for row, place in (("aa", "c"), ("bb", "g"))}
    one = only(
        compare(brought({**places, "mal/resultatmal/bb/_plats": "a"}, base=None), document(**places)).differences
    )
    assert (one.what, one.clear, one.asked) == (What.ORDER, False, (OVER,))


def test_utan_bas_och_utan_skillnad_finns_inget_att_saga():
    found = compare(brought({"syfte": DOC.text("syfte")}, base=None), DOC)
    assert (found.differences, found.facts) == ((), ())


def test_json_ar_hela_dokumentet_sa_det_som_saknas_ar_tomt():
    example = worked_example()
    brought = read_file(dumps(example).encode(), MALLS, beside=example)
    assert compare(brought, example).differences == ()
    here = example.replace({"insatsens_namn": "Annat namn", "samverkansparter/ny77/_plats": "zz"})
    changed = compare(brought, here).differences
    assert {(one.what, one.path) for one in changed} == {
        (What.VALUE, "insatsens_namn"),
        (What.GONE_ROW, "samverkansparter/ny77"),
    }
    shorter = example.replace({"syfte": ""})
    one = only(compare(read_file(dumps(shorter).encode(), MALLS), example).differences)
    assert one.taken == {"syfte": ""}


def test_json_som_tas_in_blir_samma_dokument():
    example = worked_example()
    here = example.replace({"syfte": "", "mal/resultatmal/ny/_plats": "zzz", "budget/lon/ny/_plats": "1"})
    found = compare(read_file(dumps(example).encode(), MALLS), here)
    after = here.replace({path: text for one in found.differences for path, text in one.taken.items()})
    assert fingerprint(after) == fingerprint(example)


def test_en_fil_ur_ett_annat_utkast_sags():
    stranger = document(**{"samverkansparter/zz99/_plats": "i"})
    other = {path.replace(PARTNER, "qq").replace(OWNER, "ww").replace("lon1", "ee"): "x" for path in stranger.values}
    file = Brought(form="ansokan", draft="1", fingerprint="abc", base=other, values={})
    assert compare(file, DOC, "1").facts == (OTHER_DRAFT,)
    moved = DOC.replace({"syfte": "Ändrat."})
    (copied,) = (one for one in compare(brought({}), moved, "2").facts if one != SINCE)
    assert copied.startswith("Filen är sparad ur utkast 1, och det här är utkast 2")
    assert compare(brought({}), moved, "1").facts == (SINCE,)
    assert compare(brought({}), DOC, "2").facts == ()


def test_en_orord_fil_ur_ett_annat_utkast_ar_det_andra_utkastets_ord():
    """It is not what this draft was once: what nobody has written here is not there already."""
    found = compare(brought({"syfte": DOC.text("syfte"), f"{LON}/_plats": DOC.text(f"{LON}/_plats")}), EMPTY, "2")
    assert found.facts == (OTHER_DRAFT,)
    assert {(one.path, one.changed) for one in found.differences} == {
        ("syfte", Changed.UNKNOWN),
        (LON, Changed.UNKNOWN),
    }


def test_numret_pa_ett_utkast_ar_bara_den_datorns_eget():
    """Draft 1 of another computer is another draft 1; ids of rows are nobody else's."""
    alien = Brought(form="ansokan", draft="1", values={"samverkansparter/zz99/_plats": "i"}, whole=True)
    assert not akin(alien, DOC, "1")
    assert akin(Brought(form="ansokan", draft="1", values={f"samverkansparter/{PARTNER}/_plats": "i"}), DOC, "1")
    assert akin(Brought(form="ansokan", draft="1", values={}), DOC, "1")
    assert not akin(Brought(form="ansokan", draft="1", values={}), DOC, "2")
    assert akin(Brought(form=None, values={"samverkansparter/zz99/_plats": "i"}), DOC, "2")


def test_en_annan_version_av_formularet_sags_och_ett_annat_formular_avvisas():
    assert compare(Brought(form="ansokan", form_mark="annan", base={}, values={}), DOC).facts[0] == OTHER_FORM
    with pytest.raises(Refused, match="Filen hör till formuläret ”nulagesanalys”"):
        compare(Brought(form="nulagesanalys", values={}), DOC)


def test_det_som_inte_har_nagon_plats_tappas_inte():
    found = compare(
        brought({"finns/inte": "Några ord", "syfte": DOC.text("syfte")}, unplaced=(Unplaced("Sist", "Mer"),)), DOC
    )
    assert found.unplaced == (Unplaced("Sist", "Mer"), Unplaced("I filen", "Några ord"))


def test_tveksamt_star_vid_det_som_det_galler():
    doubts = (Doubt("syfte", "Två rubriker."), Doubt("", "Hela filen."), Doubt("insatstid/slut", "Oviktigt."))
    found = compare(brought({"syfte": "Nytt"}, doubts=doubts), DOC, "1")
    assert only(found.differences).doubts == ("Två rubriker.",)
    assert not only(found.differences).clear
    assert found.doubts == ("Hela filen.", "Oviktigt.")
    row = {f"{ROW}/_plats": "i", f"{ROW}/text": "x"}
    assert only(differences(row, doubts=(Doubt(f"{ROW}/text", "Säkert?"),))).doubts == ("Säkert?",)


def test_kommentarer_blir_anteckningar_en_gang():
    comments = (Comment("syfte", "Eva Ek", "Stämmer det?"), Comment("budget", "", "Dyrt"), Comment("", "Bo", "Bra"))
    found = differences({}, comments=comments)
    assert [(one.what, one.file, one.clear) for one in found] == [
        (What.NOTE, text, True) for text in ("Stämmer det?", "Dyrt", "Bra")
    ]
    mall = MALLS["ansokan"]
    assert [one.path for one in found] == [
        mall.section_of("syfte").id, mall.section_of("budget").id, mall.sections[0].id,
    ]  # fmt: skip
    after = DOC.replace({path: text for one in found[:1] for path, text in one.taken.items()})
    assert after.text(f"{found[0].key}/av") == "Eva Ek"
    assert [one.file for one in differences({}, after, DOC, comments=comments)] == ["Dyrt", "Bra"]


def test_den_som_tar_in_ett_belopp_for_en_ny_part_far_parten_med():
    party = "samverkansparter/ny77"
    values = {f"{party}/_plats": "z", f"{party}/organisation": "Region Uppsala", f"{LON}/belopp/ny77": "10 000"}
    found = compare(brought(values | {"syfte": "Annat."}), DOC, "1")
    taken = written(found, {f"{LON}/belopp/ny77"})
    assert taken.keys() == {f"{party}/_plats", f"{party}/organisation", f"{LON}/belopp/ny77"}
    assert written(found, {"syfte"}) == {"syfte": "Annat."}


def test_den_som_valjer_filens_text_far_den_fast_bada_gar_att_fa():
    here = LONG.replace({"syfte": "Först kommer detta nya. Sedan kommer något annat. Sist kommer slutet."})
    file = {"syfte": "Först kommer detta. Sedan kommer något annat. Sist kommer det goda slutet."}
    found = compare(brought(file, LONG), here, "1")
    assert written(found, {"syfte"}, {"syfte"}) == file
    assert written(found, {"syfte"}) != file


def test_skillnaderna_i_ord_for_den_som_bara_kan_fa_dem_sagda():
    here = DOC.replace({f"{LON}/belopp/{OWNER}": "350000"})
    file = {f"{LON}/belopp/{OWNER}": "400 000", f"{ROW}/_plats": "i", f"{ROW}/text": "x", "insatstid/start": ""}
    comments = (Comment("syfte", "Eva Ek", "Säkert?"),)
    told = [one.replace("\u00a0", " ") for one in lines(compare(brought(file, comments=comments), here, "1"))]
    assert told == [
        "Resultatmål 1: ny rad.",
        "Insatstid, Planerat startdatum: «2021-02-21» → tomt.",
        "rad 1 under Lönekostnader inkl PO-pålägg, Älvkarleby kommun, Belopp: «350 000» → «400 000». Ändrat också här: ni behöver välja.",
        "Syfte, kommentar av Eva Ek: «Säkert?».",
    ]


def test_sa_manga_nya_rader_som_en_fil_far_ha_jamfors_pa_ett_ogonblick():
    """Each comes to stand after the one before it, and none is counted through the others."""
    places = spread(500)
    rows = {f"samverkansparter/ny{number:03}/_plats": f"z{place}" for number, place in enumerate(places)}
    rows |= {f"samverkansparter/ny{number:03}/organisation": f"Part {number}" for number in range(500)}
    here = worked_example()
    start = time.process_time()
    found = differences({**here.values, **rows}, here, here)
    assert time.process_time() - start < 1
    own = [one.values[f"{one.path}/_plats"] for one in sorted(found, key=lambda one: one.path)]
    assert own == sorted(own) and len({*own}) == 500
    assert min(own) > max(here.text(f"samverkansparter/{row}/_plats") for row in here.rows("samverkansparter"))
