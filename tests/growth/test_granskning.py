"""No text keeps Granska busy: every check takes ten times as long for ten times the text, wherever it stands. A new check is
tried too, for the list of checks is what is gone through."""

from itertools import count

import pytest

from finsam_forms.core.checks import Checker
from finsam_forms.core.checks.facts import MOST_CHECKED, Facts
from finsam_forms.core.checks.kinds.budget_facts import money
from finsam_forms.core.checks.registry import MOST
from finsam_forms.core.checks.rules import CHECKS
from finsam_forms.core.document import Document
from finsam_forms.core.kinds.kind import answers
from tests.builder import MALLS, document, leaves_of, worked_example
from tests.growth.hostile import MAKERS, QUICK
from tests.growth.measure import SIZES, SMALL, grows_evenly

EXAMPLE = worked_example()


NUMBERS = count()


def fresh(text: str) -> str:
    """The text with a line of its own: what is remembered of it from an earlier try is no help."""
    return f"{text}\n{next(NUMBERS)}"


def places() -> list[str]:
    """One place of each kind that a text can stand in, and each of the fields that a check knows by name."""
    found: dict[tuple[str, str], str] = {}
    for at in answers(EXAMPLE):
        for leaf in at.leaves():
            path, kind = leaf.path, leaf.field.type
            named = path if kind == "long_text" and path == at.path else at.field.type
            found.setdefault((named, path.rpartition("/")[2] if "/" in path else kind), path)
    return list(found.values())


PLACES = places()


def too_fast(make, paths, base=EXAMPLE, sizes=SIZES):
    """What grew too fast, check by check, with the text at all the places at once."""

    def everything(size):
        facts = Facts(base.replace(dict.fromkeys(paths, fresh(make(size)))))
        return lambda: [one(check, facts) for check in CHECKS]

    def one(check, facts):
        if not check.each:
            return tuple(check.remarks(facts))
        return [tuple(check.remarks(facts, prose)) for prose in facts.subjects(check.each)]

    def alone(check):
        def prepare(size):
            facts = Facts(base.replace(dict.fromkeys(paths, fresh(make(size)))))
            _ = facts.texts, facts.all_words, facts.finance
            _ = money(facts).cells, money(facts).wages, money(facts).year_tables
            return lambda: one(check, facts)

        return prepare

    if not grows_evenly(everything, sizes):
        return []
    slow = [(check.code, check.name, told) for check in CHECKS if (told := grows_evenly(alone(check), sizes))]
    return slow or ([("alla", "alla", told)] if (told := grows_evenly(everything, sizes)) else [])


LONG_TEXTS = [path for path in PLACES if EXAMPLE.mall.leaf_at(path).type == "long_text"]
FEW = ["metod", "finansiering", "lokus/kommentar", *[path for path in LONG_TEXTS if path.startswith("mal/")]]
LINES = [path for path in PLACES if path not in LONG_TEXTS]


SOME_QUICK = [pytest.param(name, marks=() if name in QUICK[:6] else pytest.mark.long) for name in QUICK]


@pytest.mark.parametrize("name", SOME_QUICK)
def test_ingen_langtext_haller_granskningen_upptagen(name):
    assert too_fast(MAKERS[name], FEW, sizes=SMALL) == []


@pytest.mark.parametrize("name", SOME_QUICK)
def test_inget_svar_pa_en_rad_haller_granskningen_upptagen(name):
    assert too_fast(MAKERS[name], LINES, sizes=SMALL) == []


@pytest.mark.long
@pytest.mark.parametrize("name", MAKERS)
def test_ingen_text_nagonstans_haller_granskningen_upptagen(name):
    assert too_fast(MAKERS[name], PLACES) == []


@pytest.mark.long
@pytest.mark.parametrize("mall", MALLS)
@pytest.mark.parametrize("name", QUICK)
def test_inget_formular_haller_granskningen_upptagen(mall, name):
    base = Document(MALLS[mall], MALLS[mall].start_values())
    paths = [path for path, _ in leaves_of(base)]
    assert too_fast(MAKERS[name], paths, base, SMALL) == []


def test_manga_fynd_i_en_text_sags_utan_att_raknas_upp():
    found = [
        remark
        for check in CHECKS
        if check.name == "personal_number"
        for prose in Facts(document(metod="640823-3234 och 19640823-3234, " * 50)).texts
        for remark in check.remarks(Facts(document(metod="640823-3234")), prose)
    ]
    assert len(found) <= MOST + 1
    many = " ".join(f"{number} 000 kr." for number in range(101, 300))
    facts = Facts(document(finansiering=many, budget__lon__lon1__belopp__agare="5"))
    check = next(check for check in CHECKS if check.name == "amounts_of_the_text")
    (prose,) = facts.finance
    remarks = list(check.remarks(facts, prose))
    assert len(remarks) == MOST + 1
    assert "fler ställen" in remarks[-1].sentence


def test_det_som_inte_hinner_granskas_sags():
    facts = Facts(document(metod="Text utan slut. " * (MOST_CHECKED // 10)))
    check = next(check for check in CHECKS if check.name == "text_without_end")
    (remark,) = check.remarks(facts, facts.texts[0])
    assert "200\u00a0000 tecknen" in remark.sentence
    assert all(len(prose.words) <= MOST_CHECKED for prose in facts.all_words)


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        ("samverkansparter", {"organisation": "Kommun {n}", "kontaktperson": "Anna Berg{n}", "epost": "anna.berg@ort{n}.se"}),
        ("samverkansparter", {"organisation": "Älvkarleby kommun", "kontaktperson": "Anna", "epost": "a@alvkarleby.se"}),
        ("tidplan", {"etikett": "Q1 fas {n}", "fran": "2021-04-01", "till": "2021-05-{d:02d}", "text": "t.ex. 42 000 kr"}),
        ("budget/lon", {"benamning": "Lön", "tjanst_procent": "50", "fran": "2021-04-01", "belopp/alvkarleby": "1000"}),
        ("budget/lon", {"benamning": "OH 10 % NAMN", "belopp/alvkarleby": "{n}", "belopp/frammande": "1"}),
        ("mal/resultatmal", {"text": "Bra mål se bilaga 9 [[rad/lon/finnsinte]]"}),
    ],
    ids=["parter", "samma part", "faser", "löner", "påslag", "mål"],
)  # fmt: skip
def test_manga_rader_haller_inte_granskningen_upptagen(rows, values):
    def prepare(rows_in_all):
        changes = {
            f"{rows}/r{n}/{key}": text.format(n=n, d=n % 28 + 1)
            for n in range(rows_in_all)
            for key, text in ({"_plats": f"{n:06d}1"} | values).items()
        }
        grown = EXAMPLE.replace(changes)
        return lambda: Checker(grown).remarks

    assert not grows_evenly(prepare, (50, 500))
