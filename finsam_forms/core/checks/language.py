"""G48, G51, G54 and G55: old names, mixed words, texts without end, letters that the paper lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..glyphs import MISSING, lacking
from ..kronor import format_kronor
from ..markup import marked_up
from ..reading import LONGEST_LINE
from ..roles import ANSOKAN
from ..text_parts import replaced
from .facts import MOST_CHECKED, TEXTS, Facts, Prose
from .registry import Finding, Fix, Severity, check
from .wording import listed, quoted

SUS = re.compile(r"(?<![\wåäö])SUS(?:[:-]\w+)?(?![\wåäö])")
NEW_NAME = "Uppföljning Finsam"
OLD_NAME = re.compile(rf"{NEW_NAME}|f\.d\.|tidigare|före detta")
PROJEKT = re.compile(r"(?<![\wåäö-])projekt(?!or|il)\w*", re.I)
INSATS = re.compile(r"\binsats(?:en|ens|ägar\w*|tid\w*|period\w*|led\w*)\b", re.I)
ANOTHER_PROJEKT = re.compile(r"\b(?:tidigare|annat|andra|avslutat|avslutade|pågående|esf|parallella?) $|esf-$", re.I)


@check("G48", Severity.TIP, each="text")
def sus_has_a_new_name(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """The system for following up is called Uppföljning Finsam now; the form's fixed text may say what it says."""
    found = SUS.search(prose.words)
    if found and not OLD_NAME.search(prose.words[max(0, found.start() - 40) : found.end() + 40]):
        text = replaced(prose.raw, found.start(), found.end(), NEW_NAME)
        fixes = (Fix(f"Skriv {NEW_NAME}", {prose.path: text}),) if text is not None else ()
        yield Finding(prose.path, f"{quoted(found[0])} heter numera {NEW_NAME}. Skriv det nya namnet.", found[0], fixes)


@check("G51", Severity.TIP, reads="in:texts", families={ANSOKAN})
def one_word_for_one_thing(facts: Facts) -> Iterator[Finding]:
    """The form says insats and insatsägare; a text that also says projekt makes the reader wonder whether there are two things."""
    if not any(INSATS.search(prose.words) for prose in facts.texts):
        return
    for prose in facts.texts:
        for found in PROJEKT.finditer(prose.words):
            if not ANOTHER_PROJEKT.search(prose.words, max(0, found.start() - 20), found.start()):
                other = "insatsägare" if "ägar" in found[0].lower() else "insats"
                sentence = f"Texterna säger både {quoted(found[0])} och ”{other}” om samma sak. Formulärets ord är {other}: använd det överallt."
                yield Finding(prose.path, sentence, found[0])
                return


@check("G54", Severity.WARNING, each="words")
def text_without_end(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A text that is only checked in part, or an answer on one line that would fill a page."""
    leaf = facts.mall.leaf_at(prose.path)
    if len(prose.raw) > LONGEST_LINE and leaf is not None and leaf.topic not in TEXTS:
        sentence = f"Svaret är mer än {LONGEST_LINE} tecken på en rad. Det skrivs ut i sin helhet men på många rader. Korta det."
        yield Finding(prose.path, sentence, "rad")
    elif len(prose.raw) > MOST_CHECKED:
        most = format_kronor(MOST_CHECKED)
        yield Finding(
            prose.path, f"Texten är så lång att bara de första {most} tecknen är granskade. Korta den.", "del"
        )


@check("G54", Severity.WARNING, each="text")
def text_full_of_marks(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A text that is shown and printed without its marks."""
    if not marked_up(prose.raw):
        sentence = (
            "Texten är så lång, eller har så många stjärnor, att den visas och skrivs ut utan fetstil, listor och "
            "mellanrubriker. Korta den, eller ta bort de flesta stjärnorna."
        )
        yield Finding(prose.path, sentence, "märken")


MOST_NAMED = 12
"""Letters that are named; the rest are counted."""


@check("G55", Severity.WARNING, each="words")
def letters_that_the_paper_lacks(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """Every letter can be printed: the typefaces of the paper have the Latin, Greek, Cyrillic, Armenian and Georgian ones."""
    found = lacking(prose.raw[:MOST_CHECKED])
    if not found:
        return
    named = [f"”{sign}”" + (f" (blir ”{said}”)" if said.strip(MISSING) else "") for sign, said in found.items()]
    more = [f"{len(named) - MOST_NAMED} till"] if len(named) > MOST_NAMED else []
    boxes = any(MISSING in said for said in found.values())
    sentence = (
        f"Papperets typsnitt saknar {listed([*named[:MOST_NAMED], *more])}"
        + (f", och där blir det en tom ruta ({MISSING})" if boxes else "")
        + ". Skriv det med andra bokstäver."
    )
    yield Finding(prose.path, sentence, "".join(found))
