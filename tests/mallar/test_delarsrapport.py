"""The half-year report of a förbund: a good one is let be, its figures are those of the original, and each of the original's faults is told."""

import pytest

from finsam_forms.core.checks import Severity, check_document
from finsam_forms.core.document import Document
from finsam_forms.core.following import begun
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.kinds.kind import every
from finsam_forms.core.kinds.table.definition import CountTable
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.export.xlsx import xlsx
from tests.core.checks.builder import following
from tests.export import printing
from tests.mallar.sofint import ADVICE, INTAG, IPS, KOMMUNER, MALL, STATISTICS, TEAM, report, rows


def told(document):
    return [(one.code, one.path) for one in check_document(document)]


def test_en_hel_rapport_har_inga_fel_och_hogst_tva_varningar():
    remarks = check_document(report())
    assert not [(one.code, one.path, one.sentence) for one in remarks if one.severity is Severity.ERROR]
    assert len([one for one in remarks if one.severity is Severity.WARNING]) <= 2


def sums(document, table, *keys):
    return [figures(document).sum(table, *key.split("/")).value for key in keys]


def test_samverkansteamets_statistik():
    document, table = report(), f"{TEAM}/statistik"
    rows = ("tidigare", "forra_aret", "i_ar", "avslutade", "anstallning", "studier")
    assert sums(document, table, *(f"rad/{row}" for row in rows)) == [1, 5, 29, 17, 7, 5]
    assert sums(document, table, *(f"grupp/aktuella/{one}" for one in KOMMUNER)) == [8, 1, 24, 2]
    assert sums(document, table, "alla") == [35]
    printed = document.replace({f"{TEAM}/statistik/totalt": "31"})
    assert [sums(one, f"{TEAM}/arbetstraning", "andel") for one in (printed, document)] == [[4_500], [4_000]]


def test_mottagningsteamets_arenden_andelar_och_rekommendationer():
    document = report(**{f"{INTAG}/arenden/inkomna/nora": "0", f"{INTAG}/konen/kvinnor/antal": "21"})
    assert sums(document, f"{INTAG}/arenden", "rad/inkomna", "rad/avslutade") == [33, 20]
    assert sums(document, f"{INTAG}/konen", "alla") == [33]
    assert sums(document, f"{INTAG}/rekommendationer", "alla") == [20]
    shares = sums(document, f"{INTAG}/konen", "andel/kvinnor/antal", "andel/man/antal")
    assert shares == [6_400, 3_600]


def test_inkomna_arenden_ritas_kommun_for_kommun_bredvid_forra_periodens():
    before = {f"{INTAG}/arenden/inkomna/{one}/forra": count for one, count in zip(KOMMUNER, "5497", strict=True)}
    document = report(**before)
    at = next(one for one in every(document, CountTable) if one.path == f"{INTAG}/arenden")
    (picture,) = at.field.bars(at)
    assert picture.alt == (
        "Inkomna ärenden: Hällefors 6 (förra perioden 5), Ljusnarsberg 6 (förra perioden 4), "
        "Lindesberg 21 (förra perioden 9), Nora 1 (förra perioden 7)."
    )
    nobody = document.replace({f"{INTAG}/arenden/inkomna/nora": "0"})
    assert [path for code, path in told(nobody) if code == "G72"] == [], "den som slutade kan ha kommit förra perioden"


def test_forsta_rapportens_bild_jamfor_inte_med_en_period_som_ingen_vet_nagot_om():
    at = next(one for one in every(report(), CountTable) if one.path == f"{INTAG}/arenden")
    (picture,) = at.field.bars(at)
    assert picture.alt == "Inkomna ärenden: Hällefors 6, Ljusnarsberg 6, Lindesberg 21, Nora 1." and not picture.key


def test_nasta_rapport_har_forra_rapportens_rekommendationer_bredvid():
    values, _ = begun(MALL, following(previous=report()))
    document, path = Document(MALL, values), f"{INTAG}/rekommendationer"
    before = [document.text(f"{path}/{row}/antal/forra") for row in document.rows(path)]
    assert before == [str(number) for number in ADVICE.values()]


def varav(row, **parts):
    """What a row of the statistics is made of: «2 personer 2016 och 5 personer 2017»."""
    path = f"{TEAM}/statistik/{row}/varav"
    values = {}
    for place, (part, count) in zip("gm", parts.items(), strict=True):
        values |= {f"{path}/{part}/_plats": place, f"{path}/{part}/benamning": part, f"{path}/{part}/antal": str(count)}
    return values


@pytest.mark.parametrize(
    ("row", "before", "now", "whole"), [("anstallning", 2, 5, 7), ("avslutade", 7, 10, 17)], ids=["2 + 5", "7 + 10"]
)
def test_det_som_en_rad_i_statistiken_bestar_av_ar_raden(row, before, now, whole):
    document, table = report(**varav(row, ar2016=before, ar2017=now)), f"{TEAM}/statistik"
    assert sums(document, table, f"varav/{row}", f"rad/{row}") == [whole, whole]
    assert [path for code, path in told(document) if code == "G64"] == []
    more = report(**varav(row, ar2016=before, ar2017=now + 1))
    assert [path for code, path in told(more) if code == "G64"] == [f"{table}/{row}"]


def test_bemanning_och_revisorer_laggs_ihop():
    assert sums(report(), f"{TEAM}/bemanning", "summa/tjanst_procent") == [29_500]
    shares = rows(
        f"{INTAG}/bemanning",
        *({"benamning": f"Funktion {one}", "tjanst_procent": one} for one in ("25", "50", "20", "5")),
    )
    assert sums(report(**dict(shares)), f"{INTAG}/bemanning", "summa/tjanst_procent") == [10_000]
    assert sums(report(), "revisorer", "summa/antal") == [6]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2017-02-17", "2017-04-28", "2017-06-02"), "Styrelsen har haft tre styrelsemöten."),
        (("2017-02-17", "", "i vår"), "Styrelsen har haft ett styrelsemöte."),
        (("2017-02-17",) * 13, "Styrelsen har haft 13 styrelsemöten."),
        (("",), ""),
    ],
    ids=["tre", "ett", "många", "inget"],
)
def test_styrelsens_moten_raknas_i_en_mening_som_trycks(days, said):
    none = {path: "" for path in report().values if path.startswith("styrelsemoten/")}
    document = report(**none | dict(rows("styrelsemoten", *({"datum": day} for day in days))))
    at = MALL.field("styrelsemoten").answer(document)
    assert "".join(at.field.in_words(at)) == said
    assert said in repr(printout(document, Stamp("")).elements)


STATISTIK = [f"statistik/{row}/{kommun}" for row in STATISTICS for kommun in KOMMUNER]
FAULTS = {
    "kvinnor och män är inte de inkomna": ({f"{INTAG}/konen/man/antal": "11"}, "G60", f"{INTAG}/konen"),
    "35 aktuella, men 31 inregistrerade": ({f"{TEAM}/statistik/totalt": "31"}, "G60", f"{TEAM}/statistik"),
    "fler rekommendationer än avslutade ärenden": ({f"{INTAG}/rekommendationer/r01a/antal": "8"}, "G60", f"{INTAG}/rekommendationer"),
    "ett avslutat ärende i en kommun utan inkomna": ({f"{INTAG}/arenden/inkomna/nora": "0"}, "G72", f"{INTAG}/arenden"),
    "styrelsemöten förra året": ({"styrelsemoten/r01a/datum": "2016-02-17"}, "G69", "styrelsemoten"),
    "statistik räknad till en annan dag": ({f"{INTAG}/arenden/tid/start": "2017-01-01", f"{INTAG}/arenden/tid/slut": "2017-08-30"}, "G69", f"{INTAG}/arenden"),
    "organisationsnummer som inte stämmer": ({"organisationsnummer": "222111-1818"}, "G68", "organisationsnummer"),
    "en verksamhet som är slut och inget utfall har": (
        {f"{IPS}/mal/mal/r01a/{part}": "" for part in ("malvarde", "utfallsvarde", "utfall")}, "G75", IPS,
    ),
    "varken syfte eller beskrivning": ({f"{IPS}/beskrivning": ""}, "G40", f"{IPS}/beskrivning"),
    "en verksamhet som inte säger vad det blev": (
        {f"{TEAM}/{one}": "" for one in ("statistik/totalt", "arbetstraning/antal", *STATISTIK)}, "G75", TEAM,
    ),
    "förbundschefen på heltid är också processinspiratör": (
        {f"{TEAM}/bemanning/r05a/benamning": "Processinspiratör, tillika förbundschef"}, "G11", f"{TEAM}/bemanning/r05a",
    ),
    "samma tjänst två gånger i samma lag": ({f"{TEAM}/bemanning/r03a/benamning": "Socialsekreterare"}, "G11", f"{TEAM}/bemanning/r03a"),
    "samma person stavad på två sätt": ({f"{INTAG}/styrgrupp/r03a/namn": "Karin Dahlström"}, "G62", f"{INTAG}/styrgrupp"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "code", "place"), FAULTS.values(), ids=FAULTS.keys())
def test_originalets_fel_sags(changes, code, place):
    assert not [path for found, path in told(report()) if found == code and path.startswith(place)]
    assert [path for found, path in told(report(**changes)) if found == code and path.startswith(place)]


@pytest.mark.parametrize(
    "changes",
    [
        {f"{IPS}/bemanning/b1aa/benamning": "Socialsekreterare"},
        {f"{TEAM}/bemanning/r03a/benamning": "Socialsekreterare", f"{TEAM}/bemanning/r03a/organisation": "Nora kommun"},
        {
            f"{TEAM}/bemanning/r03a/benamning": "Socialsekreterare",
            f"{TEAM}/bemanning/r02a/fran": "2017-01-01",
            f"{TEAM}/bemanning/r02a/till": "2017-03-31",
            f"{TEAM}/bemanning/r03a/fran": "2017-04-01",
            f"{TEAM}/bemanning/r03a/till": "2017-06-30",
        },
        {f"{TEAM}/bemanning/r05a/benamning": "Processinspiratör, tillika kurator"},
    ],
    ids=["i ett annat lag", "hos en annan", "efter varandra", "tillika någon som inte finns här"],
)
def test_tva_som_heter_lika_i_olika_lag_eller_tider_ar_inte_mer_an_en_heltid(changes):
    more = {f"{IPS}/bemanning/b1aa/_plats": "g", f"{IPS}/bemanning/b1aa/tjanst_procent": "100"}
    assert "G11" not in [code for code, _ in told(report(**more, **changes))]


def test_en_person_med_namn_ar_densamma_i_alla_lag():
    both = {f"{IPS}/bemanning/b1aa/_plats": "g", f"{IPS}/bemanning/b1aa/tjanst_procent": "20"}
    names = {
        f"{TEAM}/bemanning/r01a/benamning": "Anna Berggren, samordnare",
        f"{IPS}/bemanning/b1aa/benamning": "Anna Berggren",
    }
    assert [path for code, path in told(report(**both, **names)) if code == "G11"] == [
        f"{IPS}/bemanning/b1aa/tjanst_procent"
    ]


def test_syfte_racker_i_stallet_for_beskrivning_och_utvardering_i_stallet_for_statistik():
    changes = {f"{TEAM}/{one}": "" for one in ("statistik/totalt", "arbetstraning/antal", *STATISTIK)}
    more = {f"{IPS}/beskrivning": "", f"{IPS}/syfte": "Fler i arbete.", f"{TEAM}/utvardering": "Hälften är i arbete."}
    assert not {"G40", "G75"} & {code for code, _ in told(report(**changes, **more))}


@pytest.mark.parametrize("name", ["Carin Dahl", "Carina Lindström", "Vakant", "Anna Berggren"])
def test_den_som_heter_nagot_annat_ar_en_annan(name):
    assert "G62" not in [code for code, _ in told(report(**{f"{INTAG}/styrgrupp/r03a/namn": name}))]


def test_en_verksamhet_som_fortsatter_behover_inget_utfall_an():
    changes = {f"{IPS}/mal/mal/r01a/{part}": "" for part in ("malvarde", "utfallsvarde", "utfall")}
    assert "G75" not in [code for code, _ in told(report(**changes, **{f"{IPS}/tid/slut": "2017-12-31"}))]


def test_aret_star_i_rubriken():
    found = printing.printed_text(report()) if hasattr(printing, "printed_text") else ""
    section = MALL.section("aktiviteter")
    assert section.heading_in(report()) == "Finansierade aktiviteter 2017"
    assert section.heading_in(Document(MALL, {})) == "Finansierade aktiviteter"
    assert "{ar}" not in found


@pytest.mark.parametrize("document", [report(), Document(MALL, MALL.start_values()), Document(MALL, {})])
def test_den_gar_att_skriva_ut_ocksa_tom(document):
    for state in ("utkast", "blankett"):
        assert printing.pdf(document, Stamp("2026-11-23 14:00", state)).startswith(b"%PDF")
    assert xlsx(document, Stamp("2026-11-23 14:00"), "1").startswith(b"PK")


def test_nasta_ansokan_borjar_ingen_delarsrapport():
    """It is about the whole förbund, and follows the last one of its own."""
    from finsam_forms.core.following import can_follow
    from tests.builder import worked_example

    assert not can_follow(MALL, worked_example())
    assert can_follow(MALL, report())


@pytest.mark.parametrize(
    ("kind", "title"), [("helår", "HELÅRSRAPPORT"), ("delår", "DELÅRSRAPPORT"), ("", "DELÅRSRAPPORT")]
)
def test_ett_helar_ar_samma_formular_under_ett_annat_namn(kind, title):
    assert MALL.title_of(report().replace({"rapporttyp": kind})) == title
