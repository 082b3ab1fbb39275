"""Ekonomirapporten: originalets meningar ur tabellen, och det som hämtas ur ansökan."""

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.following import begun
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.party import parties_of
from finsam_forms.export import elements as e
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.builder import worked_example
from tests.core.checks.builder import following, of_code
from tests.core.checks.reports import MALLS, report

EKONOMI = MALLS["ekonomirapport"]
ALVKARLEBY = report("ekonomirapport_2016")


def plain(text):
    return text.replace("\u00a0", " ")


def elements(document):
    return printout(document, Stamp("2017-01-20 10:00", "last", "1", "AAAA-BBBB-CCCC")).elements


def test_meningarna_ovanfor_tabellen_ar_originalets():
    said, *means = [one for one in elements(ALVKARLEBY) if isinstance(one, e.Prose) and not one.path]
    assert plain(said.blocks[0].runs[0].text) == (
        "Totalt utfall är 974 tkr, förbrukat 71 % av årsbudget. Personalkostnad utfall 905 tkr och övriga kostnader 69 tkr. "
        "Övriga kostnader för år 2016 är resor 13 tkr, förbrukningsinventarier och kontorsmaterial 12 tkr, "
        "personalsociala kostnader (kurs- och konferens mm) 41 tkr samt telefoni 3 tkr."
    )
    assert "utnyttjat 83 %" in plain("".join(one.blocks[0].runs[0].text for one in means))


def test_lokaler_trycks_inte_nar_raden_ar_tom():
    def rows(document):
        (table,) = [one for one in elements(document) if isinstance(one, e.Table) and one.path == "ekonomi"]
        return [row.cells[0].value for row in table.rows]

    assert "Lokaler" not in rows(ALVKARLEBY)
    assert "Lokaler" in rows(ALVKARLEBY.replace({"ekonomi/lokal/utfall": "1000"}))


def test_tabellens_rubrik_ar_aret_bara_nar_budgeten_galler_hela_aret():
    def head(document):
        (table,) = [one for one in elements(document) if isinstance(one, e.Table) and one.path == "ekonomi"]
        return table.columns[1].head.value

    assert head(ALVKARLEBY) == "Budget 2016"
    assert head(ALVKARLEBY.replace({"ekonomi/budgettid/start": "2016-04-01"})) == "Budget 2016-04-01–2016-12-31"


def test_en_bra_ekonomirapport_far_inga_anmarkningar():
    assert check_document(ALVKARLEBY) == ()


def test_delarna_ar_raden_och_budgeten_det_beviljade():
    wrong = ALVKARLEBY.replace({"ekonomi/ovrigt/utfall": "71000", "ekonomi/beviljat": "1300000"})
    assert [one.code for one in check_document(wrong)] == ["G67", "G64"]


def test_ekonomirapporten_borjar_med_ansokans_budget_och_tjanster():
    values, marks = begun(EKONOMI, following(worked_example()))
    found = Document(EKONOMI, values)
    assert figures(found).sum("ekonomi/summa/budget").value == 355_000
    (wage,) = found.rows("tjanster")
    assert found.text(f"tjanster/{wage}/tjanst_procent") == "75" and not found.text(f"tjanster/{wage}/utnyttjat")
    assert found.text("insatsagare/alvkarleby/organisation") == "Älvkarleby kommun"
    less = found.replace({f"ekonomi/lon/varav/{wage}/budget": "300000", f"tjanster/{wage}/till": "2021-06-30"})
    said = [plain(one.sentence) for one in of_code("G67", less, followed=following(worked_example(), marks=marks))]
    assert [one for one in said if "325 000" in one and "ansökan" in one], said
    assert not [one for one in said if "Tjänster" in one], "tjänsterna får skilja: där står vad de blev"


def posts(*rows):
    """The used and budgeted share of one post, each for its time of 2016."""
    found = {"rapportperiod/start": "2016-01-01", "rapportperiod/slut": "2016-12-31"}
    for number, (start, end, budget, used) in enumerate(rows):
        row = f"tjanster/t{number}aa"
        found |= {
            f"{row}/_plats": f"g{number + 1}",
            f"{row}/benamning": "Arbetscoach",
            f"{row}/fran": start,
            f"{row}/till": end,
        }
        found |= {f"{row}/tjanst_procent": budget, f"{row}/utnyttjat": used}
    document = Document(MALLS["ekonomirapport"], found)
    field = document.mall.field("tjanster")
    return [one.replace("\u00a0", " ") for one in field.in_words(field.answer(document))]


def test_en_tjanst_som_har_andrats_sags_i_medeltal_over_aret():
    halves = ("2016-01-01", "2016-02-29", "100", "50"), ("2016-03-01", "2016-12-31", "100", "90")
    assert posts(*halves) == ["Arbetscoach, i medeltal 2016: utnyttjat 83 %, budget 100 %."]
    assert posts(halves[0]) == ["Arbetscoach, i medeltal 2016: utnyttjat 8 %, budget 17 %."]


def test_en_tjanst_som_ar_sig_lik_eller_inte_gar_att_lasa_sags_inte():
    assert posts(("2016-01-01", "2016-12-31", "100", "90")) == []
    assert posts(("2016-01-01", "2016-06-30", "", "")) == []
    assert posts(("2015-01-01", "2015-06-30", "100", "100")) == []


def test_organisationen_star_i_versaler_over_rapporten_som_i_originalet():
    headings = [one.text for one in elements(ALVKARLEBY) if isinstance(one, e.Heading)]
    assert headings[headings.index("EKONOMIRAPPORT, LOKUS") - 1] == "ÄLVKARLEBY KOMMUN"
    nobody = elements(Document(EKONOMI, {"ekonomi/lon/utfall": "1000"}))
    assert "" not in [one.text for one in nobody if isinstance(one, e.Heading)]
    two = Document(MALLS["arsrapport"], begun(MALLS["arsrapport"], following(worked_example()))[0])
    owners = ", ".join(party.name.upper() for party in parties_of(two, "owners"))
    assert owners in [one.text for one in elements(two) if isinstance(one, e.Heading)]
