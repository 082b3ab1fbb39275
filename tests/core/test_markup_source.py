"""A long text that is taken apart and written again says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.core.markup import Bullets, Heading, Numbers, Paragraph, Run, blocks
from finsam_forms.core.markup_source import source, source_of_runs

TEXTS = (
    "Ett stycke.",
    "Ett stycke\npå två rader.\n\nOch ett till.",
    "- ett\n- två\n  som går vidare\n\nEfter listan.",
    "3. tre\n4. fyra\n\n## Rubrik\n\nText.",
    "Ett **fett ord** och *ett kursivt* och ***båda***.",
    "**Fett med *kursivt* i** och slut",
    "12*27083*2 blir så, och 5 * 3 är 15.",
    "Vi söker [[tabell/rekvirera]] och **[[total]]**.",
)


def resolve(key):
    return {"tabell/rekvirera": "355 000 kr", "total": "397 000 kr"}.get(key)


@pytest.mark.parametrize("text", TEXTS)
def test_texten_blir_densamma(text):
    assert source(blocks(text, resolve)) == text


def test_markena_star_vid_orden():
    assert source_of_runs((Run("a "), Run(" fet ", bold=True), Run("b"))) == "a  **fet** b"
    assert (
        source_of_runs((Run("ett ", bold=True), Run("två", bold=True, italic=True), Run(" tre"))) == "**ett *två*** tre"
    )


WORDS = st.text("abcåäö 123.,:", min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and text.strip("123. ")
)
RUNS = st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), min_size=1, max_size=4).map(
    lambda found: tuple(
        run
        for n, (text, bold, italic) in enumerate(found)
        for run in ((Run(" "),) if n else ()) + (Run(text, bold, italic),)
    )
)
BLOCKS = st.one_of(
    RUNS.map(Paragraph),
    RUNS.map(lambda runs: Heading(tuple(Run(run.text) for run in runs))),
    st.lists(RUNS, min_size=1, max_size=3).map(lambda items: Bullets(tuple(items))),
    st.lists(RUNS, min_size=1, max_size=3).map(lambda items: Numbers(tuple(items), 2)),
)


@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_vilka_block_som_helst_kommer_tillbaka(found):
    """With a paragraph between: two lists that meet are one."""
    apart = [one for block in found for one in (block, Paragraph((Run("Mellan."),)))]
    text = source(tuple(apart))
    assert source(blocks(text)) == text
