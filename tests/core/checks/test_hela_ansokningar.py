"""Whole documents: the faulty application of 2021, and complete ones that must be left in peace."""

import pytest

from finsam_forms.core.checks import Severity, check_document, place_exists, place_name
from finsam_forms.core.document import Document
from finsam_forms.core.settings import PoRate
from tests.core.checks.builder import ansokan, application, codes, of_code, with_settings
from tests.core.checks.complete import CORRECT, as_it_stood, complete, worked_example

LISTED = [
    "G04", "G05", "G12", "G21", "G23", "G25", "G26", "G32", "G33", "G34", "G35", "G36", "G41", "G44", "G45", "G47", "G48", "G49",
    "G51", "G53",
]  # fmt: skip
"""What the list at the end of «Granska: the checks before printing» says that the real application triggers, and nothing else."""


AS_IT_STOOD = {
    "sammanställningen säger 325 000 i stället för 355 000": ("G04", "325 000 kr (budgeten ger 355 000 kr)"),
    "sammanställningen säger 367 000 i stället för 397 000": ("G04", "367 000 kr (budgeten ger 397 000 kr)"),
    "30 000 per år": ("G05", "30 000 × 9/12 = 22 500 kr"),
    "42 000 per år": ("G05", "42 000 × 9/12 = 31 500 kr"),
    "tkr i rubriken över kronor": ("G12", "rubrik säger tkr"),
    "lönen gäller året före": ("G21", "1 april–31 december 2020, men insatsen pågår"),
    "21/02/21": ("G23", "”21/02/21” går inte att läsa säkert"),
    "kommunen skrev under före LOKUS": ("G25", "19 januari 2021, före LOKUS godkände ansökan 20 januari 2021"),
    "Q1 är april till juni": ("G26", "”Q1” gäller april–juni 2021"),
    "mellanslag i regionens adress": ("G32", "vardcentral @"),
    "kommunens adress felstavad": ("G33", "”alvkarelby.example” ser ut att vara en felstavning"),
    "Arbetsförmedlingens adress felstavad": ("G33", "”arbetsformedligen.example” ser ut att vara en felstavning"),
    "Försäkringskassans adress är regionens": ("G33", "hör till Region Uppsala"),
    "efternamnet i adressen är ett annat": ("G34", "efternamnet i ”Kontakt Norrby”"),
    "regionen har två block": ("G35", "Region Uppsala står på 2"),
    "Försäkringskassan har inget block": ("G35", "Försäkringskassan saknar"),
    "ett ombud utan fullmakt": ("G36", "Försäkringskassan: undertecknaren är ombud"),
    "NAMN står kvar": ("G41", "”NAMN”"),
    "Kostnadsbeteckning står kvar": ("G41", "”Kostnadsbeteckning”"),
    "LOKUS obesvarat": ("G44", "”LOKUS” är inte besvarad"),
    "sorts insats inte vald": ("G45", "individinriktad eller strukturövergripande"),
    "ett insatsmål går inte att mäta": ("G47", "Insatsmål 2"),
    "effektmålet går inte att mäta": ("G47", "Effektmål 1"),
    "SUS": ("G48", "”SUS” heter numera"),
    "jämställdhet och risker saknas": ("G49", "jämställdhet eller risker"),
    "projekt och insats": ("G51", "”Projektet”"),
    "utbildning för medarbetare på deltagarnas rad": ("G53", "Hör det hemma på ”Utbildning insatsmedarbetare”"),
}
AS_THEY_WROTE = AS_IT_STOOD | {
    "totalen i texten är lönens": ("G05", "”325 000 kr” som total, men budgeten ger 355 000 kr"),
    "30 juni – 2021": ("G23", "”30 juni – 2021” går inte att läsa säkert"),
    "mellanslaget i kommunens adress": ("G32", "kontakt.soderby @"),
    "mellanslaget i Arbetsförmedlingens adress": ("G32", "sektion @"),
    "Försäkringskassans adress är regionens": ("G33", "ser ut att höra till Region Uppsala, och vara felstavad"),
    "Arbetsförmedlingens block har regionens kontaktperson": (
        "G36",
        "”Kontakt Västby” är kontaktperson för Region Uppsala",
    ),
    "regionens undertecknare utan befattning": ("G36", "Region Uppsala: undertecknaren är en annan"),
}
"""Fault → (the code that tells it, words of the remark). The second version is worded as people wrote."""
VERSIONS = {"som_den_stod_2021": AS_IT_STOOD, "som_de_skrev_2021": AS_THEY_WROTE}


def errors(remarks):
    return [remark for remark in remarks if remark.severity is Severity.ERROR]


def test_bygget_ar_en_ratt_ansokan():
    assert codes(application()) == []


def test_ansokan_fran_2021_ger_just_det_som_star_i_listan():
    document, given = as_it_stood()
    assert sorted({remark.code for remark in check_document(document, **given)}) == LISTED


@pytest.mark.parametrize(
    ("version", "fault"), [(version, fault) for version, table in VERSIONS.items() for fault in table]
)
def test_varje_fel_i_2021_ars_ansokan_har_sin_anmarkning(version, fault):
    code, words = VERSIONS[version][fault]
    document, given = as_it_stood(version)
    assert any(words in one.sentence.replace("\u00a0", " ") for one in of_code(code, document, **given))


@pytest.mark.parametrize("version", VERSIONS)
def test_2021_ars_ansokan_har_inga_andra_anmarkningar_an_de_i_tabellen(version):
    document, given = as_it_stood(version)
    told = [(one.code, one.sentence.replace("\u00a0", " ")) for one in check_document(document, **given)]
    known = VERSIONS[version].values()
    assert [one for one in told if not any(one[0] == code and words in one[1] for code, words in known)] == []


def test_2021_totalen_i_texten_ar_ratt():
    document, given = as_it_stood()
    assert [remark.severity for remark in of_code("G05", document, **given)] == [Severity.WARNING] * 2


def test_2021_fyra_belopp_med_formularets_egna_ord():
    """As «Form: Budget» retells the text of heading 11: nothing but labels and figures."""
    document, given = as_it_stood()
    words = (
        "Total 355 000 kr. Processledare 75 % 325 000, utbildning 30 000 per år, lokalkostnader cirka 42 000 per år."
    )
    document = document.replace({"finansiering": words})
    assert [remark.severity for remark in of_code("G05", document, **given)] == [Severity.WARNING] * 2


@pytest.mark.parametrize("copied", ["Total summa 325 000 kr", "Totalkostnad 367 000 kr", "Sökt summa: 325000"])
def test_2021_sammanstallningens_gamla_summor_i_texten(copied):
    """The first summary of the paper had lost the 30 000."""
    document, given = as_it_stood()
    (remark,) = of_code("G05", document.replace({"finansiering": copied}), **given)
    assert remark.severity is Severity.ERROR


def test_2021_rimlig_lon_ar_tyst_ocksa_med_ett_spann():
    document, given = as_it_stood()
    rates = (PoRate(year=2020, kommun=4_015, region=4_615), PoRate(year=2021, kommun=4_015, region=4_615))
    mall = with_settings(monthly_pay_low=28_000, monthly_pay_high=45_000, po_rates=rates)
    assert of_code("G10", Document(mall, document.values), **given) == []


def test_2021_tre_adresser_i_fel_doman():
    document, given = as_it_stood()
    wrong = [place_name(document, remark.path) for remark in of_code("G33", document, **given)]
    assert wrong == ["Älvkarleby kommun, E-post", "Arbetsförmedlingen, E-post", "Försäkringskassan, E-post"]


def test_2021_knapparna_tar_bort_alla_fel():
    """What was only on the paper (summary, blocks) is gone when the document is our own."""
    document, _ = as_it_stood()
    for _ in range(20):
        remark = next((remark for remark in errors(check_document(document)) if remark.fixes), None)
        if remark is None:
            break
        document = document.replace(remark.fixes[0].changes)
    assert errors(check_document(document)) == []


@pytest.mark.parametrize("name", CORRECT)
def test_fullstandiga_ansokningar_lamnas_i_fred(name):
    remarks = check_document(complete(name))
    assert errors(remarks) == []
    assert len([remark for remark in remarks if remark.severity is Severity.WARNING]) <= 2


def test_exemplet_som_foljer_med_lamnas_i_fred():
    remarks = check_document(worked_example())
    assert errors(remarks) == []
    assert len([remark for remark in remarks if remark.severity is Severity.WARNING]) <= 2


@pytest.mark.parametrize("name", CORRECT)
def test_fullstandiga_ansokningar_ar_av_verklig_langd(name):
    assert sum(len(text.split()) for text in complete(name).values.values()) > 1_000


def test_ett_tomt_utkast_pekar_bara_pa_stallen_som_finns():
    document = Document(ansokan(), ansokan().start_values())
    remarks = check_document(document)
    assert all(place_exists(document, remark.path) for remark in remarks)
    assert {remark.code for remark in remarks} == {"G20", "G30", "G40", "G44", "G45"}


def test_anmarkningarna_star_i_formularets_ordning():
    document, given = as_it_stood()
    order = [section.id for section in document.mall.sections]
    places = [
        (order.index(document.mall.section_of(remark.path).id), remark.severity.rank)
        for remark in check_document(document, **given)
    ]
    assert places == sorted(places)


def test_varje_mening_ar_en_mening_pa_svenska():
    document, given = as_it_stood()
    for remark in check_document(document, **given):
        assert remark.sentence[-1] in ".?"
        assert remark.code not in remark.sentence
        assert len(remark.sentence) > 30
