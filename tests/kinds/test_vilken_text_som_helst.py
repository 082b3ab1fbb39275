"""Any text in any field of any form: paper, blank paper, the page for those who only listen and Granska, without an exception and with
every word of it. What is typed is kept as the product keeps it; what is read as a number, a day or a choice may be said in other words."""

import re
import subprocess
import unicodedata
from collections import Counter
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finsam_forms.core.checks import check_document
from finsam_forms.core.glyphs import printable
from finsam_forms.core.markup import REFERENCE
from finsam_forms.core.reading import seen as kept
from finsam_forms.export.paper import Stamp
from tests.client import OF_A_FAULT
from tests.export import printing
from tests.export.test_alla_ord import DOCUMENTS, STAMPS, printed_paths
from tests.kinds.conftest import ANNA

WORDS = frozenset({"words", "texts", "addresses"})
MARKS = (
    "**", "*", "***", "## ", "- ", "1. ", "7. ", "[[", "]]", "[[tabell/rekvirera]]", "[[x|y]]", "\n", "\n\n", "\r\n", "\t", "<b>", "</b>",
    "<br/>", "<para>", "&amp;", "&", "<", ">", "<font size=99>", "{{7*7}}", "{% x %}", "%s", "\\", "|", '"', "'", "\x00", "\x1b[31m", "\x85",
    "\u2028", "\u00a0", "\u202f", "\u00ad", "\u200b", "\u200d", "\u202e", "\ufeff", "\ufffe", "\ufffc", "e\u0301", "\u0301", "ﬁ", "漢字", "שלום",
    "مرحبا", "👩\u200d👧", "🇸🇪", "\U000e0041", "\uf0b7", "Ǩ", "½", "²", "…", "—",
)  # fmt: skip
SIGNS = st.characters(exclude_categories=("Cs",))
ENDLESS = st.builds(lambda sign, many: sign * many, st.sampled_from("øWi.-_@/é漢"), st.integers(60, 900))
PIECES = st.one_of(
    st.text(SIGNS, max_size=12),
    st.sampled_from(MARKS),
    st.sampled_from(("Åsa", "förvaltningschef", "a@b.example", "12 500 kr", "2027-01-20", "samverkansöverenskommelse")),
    ENDLESS,
)
TEXTS = st.builds(
    lambda between, pieces: between.join(pieces), st.sampled_from(("", " ")), st.lists(PIECES, max_size=14)
).filter(lambda text: not OF_A_FAULT.search(re.sub(r"[*_]", " ", kept(text))))
SMALL = [name for name in DOCUMENTS if name.startswith("prov ")]
LARGE = [name for name in DOCUMENTS if name not in SMALL]
LONGEST_HELD = 24
"""Signs of a word that is looked for as a word."""


def places(names):
    return [(name, path) for name in names for path in printed_paths(DOCUMENTS[name])]


def is_on_page(place):
    """The sheets to sign are only paper."""
    name, path = place
    return DOCUMENTS[name].mall.field(path.split("/")[0]).type != "signature"


ON_PAGES = [place for place in places(SMALL) if is_on_page(place)]


def bare(text):
    """Letters and figures, however they are put together: where lines break, hyphens, stars and the marks of letters say nothing."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if unicodedata.category(part)[0] not in "MZC" and part not in "*#-‐‑•")


def written(document, path, *, as_printed=True):
    """The words that must be seen of a value, on paper in the letters that its typeface has."""
    text, leaf = document.text(path), document.mall.leaf_at(path)
    if of_a_yes(document, path):
        return []
    if leaf.topic not in WORDS and leaf.read(text).value is not None:
        return []
    text = REFERENCE.sub(" ", text) if leaf.topic == "texts" else text
    words = (printable(text) if as_printed else text).split()
    return [word for word in words if bare(word) and not re.fullmatch(r"[*]*\d+\.[*]*", word)]


def of_a_yes(document, path):
    """A comment of a question in a table that is answered with yes is kept, not printed."""
    question, _, last = path.rpartition("/")
    kind = document.mall.field(path.partition("/")[0]).type
    return kind == "yes_no_table" and last == "kommentar" and document.text(question) == "ja"


def lost(words, seen):
    """Long words are held by their letters: they can go on after the foot of one page and of the next."""
    short = [bare(word) for word in words if len(word) <= LONGEST_HELD]
    many, signs = Counter(seen), Counter(bare("".join(word for word in words if len(word) > LONGEST_HELD)))
    return [word for word in short if not stands(word, seen)] + [
        sign for sign, times in signs.items() if many[sign] < times
    ]


def stands(word, seen):
    """In one piece, or in two where a page ends."""
    return word in seen or any(word[:cut] in seen and word[cut:] in seen for cut in range(1, len(word)))


def read(data):
    args = ["pdftotext", "-raw", "-", "-"]
    return bare(subprocess.run(args, input=data, capture_output=True, check=True).stdout.decode())


def with_text(name, path, typed):
    document = DOCUMENTS[name]
    return document.replace({path: document.mall.leaf_at(path).canonical(typed)})


def on_paper(name, path, typed, state):
    document = with_text(name, path, typed)
    remarks = check_document(document)
    if state == "granskning":
        assert printing.pdf(document, STAMPS["utkast"], part=state, remarks=remarks).startswith(b"%PDF")
    elif state == "blankett":
        assert printing.pdf(document, Stamp("2026-11-23 14:00", state)).startswith(b"%PDF")
    else:
        assert lost(written(document, path), read(printing.pdf(document, STAMPS[state]))) == [], path


PAPERS = st.sampled_from((*STAMPS, *STAMPS, "granskning", "blankett"))


@given(st.sampled_from(places(SMALL)), TEXTS, PAPERS)
@settings(max_examples=20)
def test_pa_papperet(place, typed, state):
    on_paper(*place, typed, state)


@pytest.mark.long
@given(st.sampled_from(places(SMALL)), TEXTS, PAPERS)
@settings(max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
def test_pa_papperet_ofta(place, typed, state):
    on_paper(*place, typed, state)


@pytest.mark.long
@pytest.mark.parametrize("name", LARGE)
@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_pa_papperet_av_formularen(name, data):
    on_paper(*data.draw(st.sampled_from(places([name]))), data.draw(TEXTS), data.draw(PAPERS))


@pytest.fixture(scope="module")
def drafts(house):
    """Name → a draft of that form with a row in every list, and the address of its page for those who only listen."""
    found = {}
    for name in SMALL:
        document = DOCUMENTS[name]
        draft = house.running.store.drafts.create(house.running.malls[document.mall.id], document.values, ANNA)
        assert house.anna.post(f"/utkast/{draft}/lank").status_code in (200, 302, 303)
        (link,) = house.running.store.links.of_draft(draft)
        found[name] = (draft, f"/visa/{link.token}")
    return found


def shown(page):
    main = page[page.find("<main") : page.rfind("</main>")]
    return bare(unescape(re.sub(r"<[^>]+>", "", main)))


def on_the_pages(house, drafts, name, path, typed):
    draft, address = drafts[name]
    before = save(house, draft, path, typed)
    try:
        document, seen = house.running.desk.sheet(draft).document, house.anna.get(address)
        assert seen.status_code == 200
        assert lost(written(document, path, as_printed=False), shown(seen.text)) == [], path
        section = next(
            one for one in document.mall.sections if path.split("/")[0] in {field.id for field in one.fields}
        )
        for page in ("granska", f"avsnitt/{section.id}"):
            assert house.anna.get(f"/utkast/{draft}/{page}").status_code == 200, page
    finally:
        save(house, draft, path, before)


def save(house, draft, path, text):
    """What stood there before."""
    sheet = house.running.desk.sheet(draft)
    assert house.anna.save(path, text, base=sheet.version(path), draft=draft).status_code == 200
    return sheet.document.text(path)


@given(st.sampled_from(ON_PAGES), TEXTS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pa_sidorna(house, drafts, place, typed):
    on_the_pages(house, drafts, *place, typed)


@pytest.mark.long
@given(st.sampled_from(ON_PAGES), TEXTS)
@settings(max_examples=1_500, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_pa_sidorna_ofta(house, drafts, place, typed):
    on_the_pages(house, drafts, *place, typed)
