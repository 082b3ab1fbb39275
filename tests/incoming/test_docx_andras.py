"""A Word form that is not ours, with the same headings: what stands under them is understood as far as it can be, and asked about."""

import io

import docx
import pytest

from finsam_forms.incoming.brought import Refused
from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.difference import What
from finsam_forms.incoming.foreign_headings import Names, lines_of
from finsam_forms.incoming.readers import read_file
from finsam_forms.incoming.taken import new_document
from finsam_forms.incoming.word_text import Paragraph, Run
from tests.builder import ANSOKAN, MALLS, worked_example


def saved(*blocks):
    """A file of headings (str), paragraphs (list of str) and tables (list of lists)."""
    document, out = docx.Document(), io.BytesIO()
    for block in blocks:
        if isinstance(block, str):
            document.add_heading(block, 2)
        elif isinstance(block[0], str):
            for words in block:
                bullet = words.startswith("• ")
                document.add_paragraph(words.removeprefix("• "), style="List Bullet" if bullet else None)
        else:
            table = document.add_table(len(block), len(block[0]))
            for row, texts in zip(table.rows, block, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    document.save(out)
    return out.getvalue()


def commented(*said):
    """The form with comments: (the words it begins at, the words it ends at, author, text). Words are of a paragraph or a cell."""
    document, out = docx.Document(io.BytesIO(saved(*FORM))), io.BytesIO()
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    paragraphs = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    run = {one.text: one.runs[0] for one in reversed(paragraphs) if one.runs}
    for begins, ends, author, text in said:
        document.add_comment([run[begins], run[ends]], text=text, author=author)
    document.save(out)
    return read_file(out.getvalue(), MALLS)


FORM = (
    ["Ansökan samverkansinsats", "Fyll i alla rubriker."],
    "1. Insatsens namn", ["Vägen vidare"],
    "2. Insatsägare (*)", [["Organisation", "Kontaktperson", "E-post"], ["Tierps kommun", "Eva", "eva@tierp.example"], ["", "", ""]],
    "3. Samverkansparter", [["Organisation", "Kontaktperson", "E-post"], ["Region Uppsala", "Bo", ""], ["Arbetsförmedlingen", "", ""]],
    "4. Beskriv syftet med insatsen:", ["Att fler får stöd.", "• snabbt", "• tillsammans", "På lika villkor."],
    "5. Beskriv målen med insatsen (*)", ["Resultatmål", "Tio kartläggningar.", "Fem planer.", "Effektmål", "Färre utanför."],
    "7. Planerad insatstid", ["Från 2027-01-01 till 2027-12-31"],
    "13. Har ansökan diskuterats i aktuell LOKUS-grupp eller i den strategiska utvecklingsgruppen?", ["☒ Ja   ☐ Nej", "Den 3 mars."],
    "Något helt annat", ["Egen text sist."],
)  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return read_file(saved(*FORM), MALLS)


def under(found, path):
    """The last steps of rows → their texts, in order."""
    rows = sorted(
        (text, one.rpartition("/")[0])
        for one, text in found.values.items()
        if one.startswith(f"{path}/") and one.endswith("_plats")
    )
    return [
        {
            one.rpartition("/")[2]: text
            for one, text in found.values.items()
            if one.startswith(f"{row}/") and not one.endswith("_plats")
        }
        for _, row in rows
    ]


def test_formularet_kanns_igen_pa_sina_rubriker(found):
    assert (found.form, found.base, found.draft) == ("ansokan", None, "")
    assert "efter sina rubriker" in found.said[0]


def test_texter_star_under_sina_rubriker(found):
    assert found.values["insatsens_namn"] == "Vägen vidare"
    assert found.values["syfte"] == "Att fler får stöd.\n\n- snabbt\n- tillsammans\n\nPå lika villkor."
    assert (found.values["insatstid/start"], found.values["insatstid/slut"]) == ("2027-01-01", "2027-12-31")
    assert found.values["lokus"] == "ja"


def test_rader_i_tabeller_och_listor(found):
    assert under(found, "insatsagare") == [
        {"organisation": "Tierps kommun", "kontaktperson": "Eva", "epost": "eva@tierp.example"}
    ]
    assert [row["organisation"] for row in under(found, "samverkansparter")] == ["Region Uppsala", "Arbetsförmedlingen"]
    assert under(found, "mal/resultatmal") == [{"text": "Tio kartläggningar."}, {"text": "Fem planer."}]
    assert under(found, "mal/effektmal") == [{"text": "Färre utanför."}]


def test_allt_fragas_det_om_och_inget_forsvinner(found):
    asked = {doubt.path for doubt in found.doubts}
    rows = {path.rpartition("/")[0] for path in found.values if path.endswith("/_plats")}
    assert {path for path in found.values if path not in asked and path.rpartition("/")[0] not in rows} == set()
    words = " ".join([*found.values.values(), *(one.words for one in found.unplaced)])
    for text in ("Den 3 mars.", "Egen text sist."):
        assert text in words


def test_det_som_star_vid_sidan_av_svaren_sags():
    """After an answer that has its comment, beside the days, in a column that the form has not."""
    read = read_file(
        saved(
            "Insatsens namn", ["Vägen vidare"],
            "Samverkansparter", [["Nr", "Organisation", "E-postadress", "E-post 2"], ["1", "Region Uppsala", "bo@region.example", "b@r.example"]],
            "Planerad insatstid", ["2027-01-01 till 2027-12-31", "Kan förlängas."],
            "Har ansökan diskuterats i aktuell LOKUS-grupp eller i den strategiska utvecklingsgruppen?",
            ["Sätt kryss.", "☒ Ja   ☐ Nej", "Kommentar: Den 3 mars.", "Förbundets egen fråga."],
        ),
        MALLS,
    )  # fmt: skip
    assert under(read, "samverkansparter") == [{"organisation": "Region Uppsala", "epost": "bo@region.example"}]
    assert (read.values["lokus"], read.values["lokus/kommentar"]) == ("ja", "Den 3 mars.")
    told = [one.words for one in read.unplaced]
    assert told == ["E-post 2: b@r.example", "Kan förlängas.", "Sätt kryss.", "Förbundets egen fråga."]


def test_det_blir_ett_utkast_eller_andringar_i_ett():
    found = read_file(saved(*FORM), MALLS)
    assert new_document(found, MALLS).title == "Vägen vidare"
    here = worked_example()
    differences = {one.path: one for one in compare(found, here).differences}
    assert differences["syfte"].file.startswith("Att fler får stöd.") and differences["syfte"].doubts


BUDGET = (
    "Bilaga: Budget", ["Beloppen är i kronor."],
    [
        ["Kostnader att rekvirera från Samordningsförbundet", "Tjänst %", "Tierps kommun", "Summa", "Kommentar"],
        ["Lönekostnader", "", "", "", ""],
        ["Processledare", "75", "325 000", "325 000", "inkl. PO"],
        ["Lokalkostnader", "", "", "", ""],
        ["Lokalhyra", "", "12 000", "12 000", ""],
        ["Totalt från Samordningsförbundet", "", "337 000", "340 000", ""],
        ["Beslutas av styrelsen", "", "", "", ""],
    ],
    ["Egenfinansiering"],
    [["", "Region Uppsala", "Arbetsförmedlingen"], ["Lokalhyra", "5 000", "2 500 kr"], ["Summa egenfinansiering", "5 000", "2 500"]],
)  # fmt: skip


def test_budgeten_i_formularets_tabeller_ar_parternas_belopp():
    found = read_file(saved(*FORM, *BUDGET), MALLS)
    party = {
        text: path.split("/")[1]
        for path, text in found.values.items()
        if path.endswith("/organisation") and path.startswith(("insatsagare/", "samverkansparter/"))
    }
    assert found.values[f"budget/lokal/lokalhyra/belopp/{party['Tierps kommun']}"] == "12000"
    rent = "budget/egenfinansiering/lokal/lokalhyra/belopp"
    assert found.values[f"{rent}/{party['Region Uppsala']}"] == "5000"
    assert found.values[f"{rent}/{party['Arbetsförmedlingen']}"] == "2 500 kr"
    (line,) = under(found, "budget/lon")
    assert line["benamning"] == "Processledare" and line["tjanst_procent"] == "75"
    assert line[party["Tierps kommun"]] == "325000", "radens belopp"
    told = {one.words for one in found.unplaced}
    assert "Processledare Kommentar inkl. PO" in told and "Beslutas av styrelsen" in told
    assert "Beloppen är i kronor." in told and "Lönekostnader" not in told
    assert not any("Lokalhyra" in one for one in told), "det som är läst har en plats"
    assert any("340\u00a0000" in one for one in found.said), "en summa som inte stämmer sägs"
    asked = [one.path for one in found.doubts]
    rows = {path.rpartition("/")[0] for path in found.values if path.endswith("/_plats")}
    for path in found.values:
        assert path in asked or any(path.startswith(f"{row}/") and row in asked for row in rows), path


def test_ar_parten_redan_med_i_utkastet_ar_beloppen_dess():
    draft = worked_example()
    owner = next(row for row in draft.rows("insatsagare"))
    name = draft.text(f"insatsagare/{owner}/organisation")
    table = [
        ["Kostnader att rekvirera", name],
        ["Lokalkostnader", ""],
        ["Lokalhyra", "7 000"],
        ["Övriga lokalkostnader", "0"],
    ]
    form = [
        [[text.replace("Tierps kommun", name) for text in row] for row in one] if isinstance(one[0], list) else one
        for one in FORM
    ]
    found = read_file(saved(*form, "Budget", table), MALLS, beside=draft)
    assert found.values[f"budget/lokal/lokalhyra/belopp/{owner}"] == "7000"
    (seen,) = [one for one in compare(found, draft).differences if one.path == f"budget/lokal/lokalhyra/belopp/{owner}"]
    assert seen.doubts and not seen.clear


def test_den_part_och_det_mal_som_redan_finns_i_utkastet_ar_ingen_ny_rad():
    draft = worked_example()
    goal = draft.text(f"mal/resultatmal/{draft.rows('mal/resultatmal')[0]}/text")
    region = next(
        row
        for row in draft.rows("samverkansparter")
        if draft.text(f"samverkansparter/{row}/organisation") == "Region Uppsala"
    )
    form = [
        [goal if text == "Tio kartläggningar." else text for text in one] if isinstance(one, list) else one
        for one in FORM
    ]
    found = compare(read_file(saved(*form), MALLS, beside=draft), draft)
    seen = {one.path: one for one in found.differences}
    assert seen[f"samverkansparter/{region}/kontaktperson"].file == "Bo"
    assert seen[f"samverkansparter/{region}/kontaktperson"].doubts
    new = [one for one in found.differences if one.what is What.NEW_ROW]
    words = [text for one in new for path, text in one.values.items() if not path.endswith("/_plats")]
    assert "Fem planer." in words and "Tierps kommun" in words
    assert goal not in words and "Region Uppsala" not in words and "Arbetsförmedlingen" not in words
    assert len(found.doubts) == len({*found.doubts}), "samma mening en gång"


def test_en_tabell_med_ett_ord_ur_budgeten_ar_ingen_budget():
    found = read_file(saved(*FORM, "Resultat", [["Vad", "Antal"], ["Resor", "7"]]), MALLS)
    assert not any(path.startswith("budget/") for path in found.values)
    assert "Resor | 7" in " ".join(one.words for one in found.unplaced)


def test_en_tabell_med_etikett_och_svar():
    found = read_file(
        saved(
            *FORM[:3],
            "7 Planerad insatstid",
            [["Planerat startdatum", "2027-02-01"], ["Planerat slutdatum", "2027-03-01"]],
            *FORM[7:9],
        ),
        MALLS,
    )
    assert (found.values["insatstid/start"], found.values["insatstid/slut"]) == ("2027-02-01", "2027-03-01")


def test_en_fil_utan_formularets_rubriker_avvisas():
    with pytest.raises(Refused, match="inte samma rubriker"):
        read_file(saved("Protokoll", ["Vi träffades."], "Insatsens namn", ["?"]), MALLS)


def test_en_fil_om_ett_formular_som_inte_finns_avvisas():
    with pytest.raises(Refused, match="inte samma rubriker"):
        read_file(saved(*FORM), {})


def test_ett_annat_formular_forvaxlas_inte():
    other = MALLS["nulagesanalys"]
    blocks = [part for section in other.sections[:6] for part in (section.heading, ["Text."])]
    assert read_file(saved(*blocks), MALLS).form == "nulagesanalys" != ANSOKAN.id


def renamed(*more):
    """Some of the form's headings with other words around, and more after."""
    return read_file(
        saved(
            "1. Insatsens namn", ["Vägen vidare"],
            "4. Syfte med insatsen", ["Att fler får stöd."],
            "7. Planerad insatstid", ["Från 2027-01-01 till 2027-12-31"],
            "8. Målgrupp/er", ["Unga vuxna."],
            "10. Metod och arbetssätt", ["Samtal."],
            *more,
        ),
        MALLS,
    )  # fmt: skip


def test_en_rubrik_med_nagot_mer_an_formularets_ord_kanns_igen_och_fragas_det_om():
    found = renamed()
    assert found.values["syfte"] == "Att fler får stöd."
    assert found.values["malgrupp"] == "Unga vuxna."
    assert found.values["metod"] == "Samtal."
    assert found.values["insatsens_namn"] == "Vägen vidare"
    asked = {one.path: one.sentence for one in found.doubts}
    assert asked["syfte"].startswith("Hittat under ”4. Syfte med insatsen”, som är läst som rubriken ”Syfte”")
    assert "läst som" not in asked["insatsens_namn"]


def test_det_som_kan_vara_en_rubrik_men_inte_ser_ut_som_en_ar_text_och_sags():
    found = renamed(["Bakgrund och behov", "Det saknas stöd."])
    assert "bakgrund" not in found.values
    assert found.values["metod"] == "Samtal.\n\nBakgrund och behov\n\nDet saknas stöd."
    assert [one.sentence for one in found.doubts if not one.path] == [
        "”Bakgrund och behov” kan vara rubriken ”Bakgrund”, men det som står där är läst som text under ”10. Metod och arbetssätt”."
    ]


def test_formularets_egna_ord_gar_fore_det_som_liknar():
    found = renamed("4. Syfte", ["Det rätta syftet."])
    assert found.values["syfte"] == "Det rätta syftet."
    assert [one.words for one in found.unplaced] == ["Att fler får stöd."]


def test_en_rubrik_som_ingen_kanner_ar_inte_text_under_den_forra():
    found = renamed("Förbundets egen fråga", ["Ett svar."])
    assert found.values["metod"] == "Samtal."
    assert (found.unplaced[-1].where, found.unplaced[-1].words) == (
        "Under rubriken ”Förbundets egen fråga”",
        "Ett svar.",
    )


def test_en_kommentar_pa_rubriken_hor_till_dess_avsnitt():
    heading, words = "4. Beskriv syftet med insatsen:", "Att fler får stöd."
    found = commented((heading, heading, "Eva Ek", "Vilket syfte?"), (words, words, "Bo", "Hur många?"))
    assert found.comments == (("syfte", "Eva Ek", "Vilket syfte?"), ("syfte", "Bo", "Hur många?"))


@pytest.mark.parametrize("words", ["Fyll i alla rubriker.", "Något helt annat", "Egen text sist."])
def test_en_kommentar_som_inte_star_under_nagon_rubrik_i_formularet_hor_till_hela_dokumentet(words):
    """Before the first heading, on one of the file's own, under it."""
    found = commented((words, words, "Eva Ek", "Vad är det här?"))
    assert found.comments == (("", "Eva Ek", "Vad är det här?"),)


def test_en_kommentar_over_flera_rubriker_ar_en_och_star_dar_den_borjar():
    found = commented(("Att fler får stöd.", "Fem planer.", "Eva Ek", "Är det för mycket?"))
    assert found.comments == (("syfte", "Eva Ek", "Är det för mycket?"),)


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("Syftet", ["Syfte"]),
        ("Beskriv insatsens syfte", ["Syfte"]),
        ("Målgrupper", ["Målgrupp"]),
        ("Mål", ["Mål"]),
        ("Målsättning", []),
        ("Bakgrund/behov", ["Bakgrund"]),
        ("Budget och finansiering", ["Finansiering"]),
        ("Projektets namn", ["Insatsens namn"]),
        ("Uppföljning av mål", ["Uppföljning"]),
        ("Syftet är att fler ska få arbete.", []),
        ("Vi vill", []),
    ],
)
def test_vilken_rubrik_en_rad_kan_vara(text, sections):
    (line,) = lines_of([Paragraph(pieces=[Run(text)])])
    assert [one.short for one in Names.of(ANSOKAN).alike(line.said)] == sections
