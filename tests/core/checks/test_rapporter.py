"""G52 and G60–G63: rules for the reports, on any form with fields of those kinds and roles."""

from pathlib import Path

from finsam_forms.core.document import Document
from finsam_forms.mallar import mall_from_files
from tests.core.checks.builder import ansokan, application, codes, following, of_code, other_mall

FIELD = "[[section.field]]\n"
ARENDEN = other_mall(
    FIELD
    + 'id = "lots"\ntype = "table"\nlabel = "Lotsärenden"\n'
    + 'row = [{ id = "kv", label = "Kvinnor" }, { id = "man", label = "Män" }, { id = "und", label = "Under 30 år" },'
    + ' { id = "over", label = "Över 30 år" }, { id = "alla", label = "Totalt" }]\n'
    + 'column = [{ id = "fk", label = "FK" }, { id = "af", label = "AF" }]\n'
)


def counts(*numbers):
    rows = ("kv", "man", "und", "over", "alla")
    return {f"lots/{row}/fk": str(number) for row, number in zip(rows, numbers, strict=True) if number is not None}


def test_g60_fordelningar_som_stammer():
    assert codes(Document(ARENDEN, counts(2, 2, 2, 2, 4))) == []


def test_g60_fordelning_som_inte_ar_totalen():
    (remark,) = of_code("G60", Document(ARENDEN, counts(2, 2, None, None, 5)))
    assert "4" in remark.sentence
    assert "5" in remark.sentence


def test_g60_tva_fordelningar_mot_varandra():
    assert of_code("G60", Document(ARENDEN, counts(2, 2, 2, 3, None)))
    assert of_code("G60", Document(ARENDEN, counts(2, None, 2, 3, None))) == [], "en halv fördelning jämförs inte"


def two_tables():
    """The nulägesanalys as it was, which drafts keep copies of."""
    file = Path(__file__).parents[2] / "mallar" / "aldre" / "nulagesanalys.toml"
    return mall_from_files("nulagesanalys", {file.name: file.read_text("utf-8")})


def test_g60_tva_tabeller_over_samma_personer():
    mall = two_tables()
    equal = {"lots_kon/fk/kvinnor": "2", "lots_kon/fk/man": "2", "lots_alder/fk/under": "2", "lots_alder/fk/over": "2"}
    assert of_code("G60", Document(mall, equal)) == []
    (remark,) = of_code("G60", Document(mall, equal | {"lots_alder/fk/over": "3"}))
    assert remark.sentence.startswith("Försäkringskassan")
    assert of_code("G60", Document(mall, {"lots_kon/fk/kvinnor": "2"})) == [], "den andra tabellen är inte ifylld"


def test_g61_prognos_over_beviljat():
    mall = other_mall(
        FIELD
        + 'id = "ekonomi"\ntype = "table"\nrow = [{ id = "personal", label = "Personal" }]\n'
        + 'column = [{ id = "b", label = "Budget" }, { id = "p", label = "Prognos" }]\n'
    )
    assert of_code("G61", Document(mall, {"ekonomi/personal/b": "100", "ekonomi/personal/p": "101"}))
    assert of_code("G61", Document(mall, {"ekonomi/personal/b": "100", "ekonomi/personal/p": "100"})) == []


def test_g62_samma_ordforande_pa_alla_blad():
    mall = other_mall(
        FIELD
        + 'id = "ordforande_a"\ntype = "line"\nlabel = "Ordförande"\nrole = "ordforande"\n'
        + FIELD
        + 'id = "ordforande_b"\ntype = "line"\nlabel = "Ordförande"\nrole = "ordforande"\n'
    )
    different = Document(mall, {"ordforande_a": "Ordförande Norrby", "ordforande_b": "Ordförande Söderby"})
    assert [remark.path for remark in of_code("G62", different)] == ["ordforande_b"]
    assert of_code("G62", different.replace({"ordforande_b": "ordförande  Norrby"})) == []


def test_g63_for_fa_moten():
    mall = other_mall(
        FIELD
        + 'id = "moten"\ntype = "yes_no"\nlabel = "Haft möte minst 4 gånger under året"\n'
        + FIELD
        + 'id = "lokus_moten"\ntype = "number"\nat_least = 4\n'
    )
    few = Document(mall, {"moten": "nej", "lokus_moten": "3"})
    assert len(of_code("G63", few)) == 2
    assert of_code("G63", few.replace({"moten": "ja", "lokus_moten": "4"})) == []


def test_g52_rapporten_heter_som_ansokan():
    granted = application({"diarienummer": "2027:20"})
    report = Document(ansokan(), {**granted.values, "insatsens_namn": "Vägen ut"})
    (remark,) = of_code("G52", report, followed=following(granted))
    assert remark.fixes[0].changes == {"insatsens_namn": "Vägen in"}
    assert of_code("G52", report.replace({"insatsens_namn": "Vägen  In"}), followed=following(granted)) == []
    assert of_code("G52", report.replace({"diarienummer": "2028:1"}), followed=following(granted)) == []


def test_reglerna_ar_tysta_dar_falten_inte_finns():
    mall = other_mall(FIELD + 'id = "fri"\ntype = "long_text"\n')
    assert codes(Document(mall, {"fri": "Vi söker 5 000 kr av ESF den 1 april 2027, se NAMNGIVEN part."})) == []
