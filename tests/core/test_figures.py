"""Figures: always what the cells give, whatever is changed, in whatever order and by whom; and a change knows which of them are news."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.document import Document
from finsam_forms.core.figure import BARE, NOTHING, Formula, Sum
from finsam_forms.core.kinds.figures import Counting, circle_in, figures
from finsam_forms.core.kinds.number import Number
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.references import References
from tests.builder import LON, OWNER, PARTNER, document
from tests.kinds.case import EXAMPLES, ODD, form_of

NUMBERS = st.integers(-(10**6), 10**6).map(str)
TEXTS = st.one_of(NUMBERS, st.sampled_from(["", "9,000 000", "12*100", "x", "75"]))
BUDGET = [
    f"{LON}/belopp/{OWNER}",
    f"budget/ovrigt/resor/belopp/{OWNER}",
    f"budget/lokal/lokalhyra/belopp/{PARTNER}",
    f"budget/egenfinansiering/lokal/lokalhyra/belopp/{PARTNER}",
    f"budget/egenfinansiering/lokal/lokalhyra/belopp/{OWNER}",
    f"{LON}/tjanst_procent",
    f"{LON}/benamning",
    "budget/enhet",
]
PLACES = [f"{LON}/_plats", f"insatsagare/{OWNER}/_plats", f"samverkansparter/{PARTNER}/_plats"]
ODD_DOCUMENT = EXAMPLES[ODD].document()
ODD_CELLS = [
    path
    for field in ODD_DOCUMENT.mall.fields()
    if isinstance(field, Counting)
    for path in [leaf.path for leaf in field.answer(ODD_DOCUMENT).leaves()]
]


def changes_of(paths, places=()):
    """A list of changes, each of one to three values at once."""
    cell = st.tuples(st.sampled_from(paths), TEXTS)
    one = st.one_of(cell, st.tuples(st.sampled_from(places), st.sampled_from(["", "g", "t"]))) if places else cell
    return st.lists(st.lists(one, min_size=1, max_size=3).map(dict), max_size=12)


def anew(doc):
    return figures(Document(doc.mall, doc.values)).all()


def same(some, others):
    return all(some.get(key, NOTHING) == others.get(key, NOTHING) for key in some.keys() | others.keys())


def follow(doc, edits):
    """Each change gives what adding up anew gives, and its news are just the figures that differ."""
    figures(doc).all()
    for changes in edits:
        before, doc = doc, doc.replace(changes)
        was, now = figures(before).all(), figures(doc).all()
        assert same(now, anew(doc))
        differ = {key for key in was.keys() | now.keys() if was.get(key, NOTHING) != now.get(key, NOTHING)}
        assert figures(doc).news.keys() == differ


@settings(deadline=None, max_examples=60)
@given(changes_of(BUDGET, PLACES))
def test_andring_for_andring_ger_samma_summor_som_att_rakna_om_allt(edits):
    follow(document(), edits)


@settings(deadline=None, max_examples=30)
@given(changes_of(ODD_CELLS))
def test_ocksa_nar_flera_slag_raknar_i_samma_formular(edits):
    follow(ODD_DOCUMENT, edits)


def test_en_andring_som_inte_andrar_nagon_summa_ar_ingen_nyhet():
    cell = f"budget/ovrigt/resor/belopp/{OWNER}"
    doc = document().replace({cell: "1200"})
    figures(doc).all()
    assert figures(doc.replace({cell: "12*100"})).news.keys() == frozenset()
    assert "total" in figures(doc.replace({cell: "12*101"})).news
    assert figures(doc.replace({cell: "7"}).replace({"syfte": "Ett stöd."})).news.keys() == frozenset()


def test_ett_falt_rader_andra_dokument_inte():
    """What a later document adds up for the first time is never seen in the one before."""
    cell = f"budget/ovrigt/resor/belopp/{OWNER}"
    before = document()
    figures(before)
    after = before.replace({cell: "5"})
    assert figures(after).sum("total").value == 5
    assert figures(before).sum("total") == NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Counting):
    """Came, left: so many are here, and such a share of them went on."""

    parts_of_it = ("in", "ut", "vidare")

    def leaf_at(self, rest):
        return Number(id=rest[0]) if len(rest) == 1 and rest[0] in self.parts_of_it else None

    def parts(self, at):
        return (at.below(Number(id=one), one) for one in self.parts_of_it)

    def keys_at(self, at, rest):
        return (f"{at.path}/{rest[0]}",) if self.leaf_at(rest) else ()

    def formulas(self, at):
        def share(part: Sum, whole: Sum) -> Sum:
            return Sum(100 * part.value // whole.value if whole.value else 0, part.unread + whole.unread)

        yield f"{at.path}/andel", Formula((f"{at.path}/vidare", f"{at.path}/har"), share)
        yield (
            f"{at.path}/har",
            Formula((f"{at.path}/in", f"{at.path}/ut"), lambda a, b: Sum(a.value - b.value, a.unread + b.unread)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion(Counting):
    """A formula of another field's formula."""

    of: str = ""

    def leaf_at(self, rest):
        return None

    def keys_at(self, at, rest):
        return ()

    def formulas(self, at):
        yield f"{at.path}/dubbelt", Formula((self.of,), lambda one: Sum(2 * one.value, one.unread))


def form_with(*fields):
    by_id = {one.id: one for one in fields}

    def leaf_at(path):
        first, *rest = path.split("/")
        return by_id[first].leaf_at(tuple(rest))

    return SimpleNamespace(field=by_id.get, fields=lambda: iter(fields), leaf_at=leaf_at, names=("_titel",))


FORM = form_with(Proportion(id="andelar", of="flode/andel"), Flow(id="flode"))
FLOW_CELLS = ["flode/in", "flode/ut", "flode/vidare"]


def test_en_formel_foljer_det_den_raknas_ut_ur():
    doc = Document(FORM, {"flode/in": "57", "flode/ut": "37", "flode/vidare": "10"})
    assert figures(doc).sum("flode/har") == Sum(20)
    assert figures(doc).sum("andelar/dubbelt") == Sum(100)
    after = doc.replace({"flode/ut": "17"})
    assert figures(after).news.keys() == {"flode/ut", "flode/har", "flode/andel", "andelar/dubbelt"}
    assert figures(after).sum("andelar", "dubbelt") == Sum(50)
    assert figures(after.replace({"flode/in": "femtio"})).sum("flode", "har") == Sum(-17, 1)


@settings(deadline=None, max_examples=60)
@given(changes_of(FLOW_CELLS))
def test_formler_i_vilken_ordning_som_helst_ger_samma_tal(edits):
    follow(Document(FORM, {}), edits)


def test_en_formel_som_raknas_ut_ur_sig_sjalv_ar_ett_fel():
    assert circle_in(FORM, {}) == ""
    turning = form_with(Proportion(id="a", of="b/dubbelt"), Proportion(id="b", of="a/dubbelt"))
    assert circle_in(turning, {}) in {"a/dubbelt", "b/dubbelt"}


@pytest.mark.parametrize("word", sorted(BARE))
def test_inget_falt_heter_som_budgetens_summor(word):
    section = '[[section]]\nid = "s"\nheading = "S"\nshort = "S"\n'
    with pytest.raises(MallFault, match=word):
        form_of(section + f'[[section.field]]\nid = "{word}"\ntype = "line"\nlabel = "Ord"\n')


def test_en_tabells_summor_gar_att_folja_i_en_text():
    references = References(EXAMPLES["table"].document())
    assert references.resolve("deltagare/alla") == "85"
    assert references.resolve("deltagare/rad/tierp") == "54"
    assert references.label("deltagare/kolumn/varen") == "deltagare per kommun, Våren"
