"""G40, G41, G46, G49 and G50: what the document has to say, and has not said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import PLACE
from ..kinds.kind import answer_at, answers
from ..roles import ANSOKAN, INSATSTID, LOKUS, MALGRUPP, METOD, RAPPORT
from ..text_parts import REFERENCE, sentences
from .facts import ANY, FIGURES, PARTIES, ROW, Facts, Prose
from .places import place_name
from .registry import Finding, Fix, Severity, check
from .wording import listed, quoted

PLACEHOLDER = re.compile(
    r"(?<![\wåäö])(?:NAMN|Kostnadsbeteckning|Fyll i (?:de )?(?:färgmarkerade|gulmarkerade) fält\w*|[xX]{2,}|[åÅ]{2,4}-?[mM]{2}-?[dD]{2}"
    r"|\(?Texten under hela detta avsnitt skall stå kvar orörd\)?|Lorem ipsum|TODO|\?{3,}|_{4,}|\.{6,})(?![\wåäö])",
)
AGES = re.compile(r"(?<![\d.,])(\d{2}) ?(?:[-–]|till|och) ?(\d{2})(?: ?år(?!\w)|-åring)", re.I)
ONE_AGE = re.compile(
    r"(?<!i )\b(?:från|över|upp till|till och med|t\.o\.m\.|fyllda|äldre än|yngre än|lägst|högst|minst) (?:och med )?(?:det år de fyller )?(\d{2}) ?år(?!\w)"
    r"|(?<!\d)(\d{2})-åring",
    re.I,
)
THEMES = {
    "jämställdhet": re.compile(
        r"jämställd|jämlik|könsuppdel|genus|\bkvinnor(?:na)?\b[^.\n]{0,60}\bmän(?:nen)?\b|\bmän(?:nen)?\b[^.\n]{0,60}\bkvinnor(?:na)?\b",
        re.I,
    ),
    "risker": re.compile(
        r"(?<!löper )(?<!högre )(?<!större )(?<!ökad )(?<!förhöjd )(?<!hög )(?<!stor )(?<!med )(?<!i )\brisk(?:en)?(?!\w)"
        r"(?! (?:\w+ ){0,2}för (?:\w+ ){0,2}(?:\w*ohälsa|utanförskap|\w*sjukskriv|\w*arbetslös|\w*isoler|\w*missbruk|hemlös|fattigdom|\w*beroende)"
        r"(?![^.\n]{0,80}(?:medarbet|personal|team)))"
        r"|\brisk(?:er|erna|ernas|ers|analys\w*|bedömning\w*|hantering\w*|inventering\w*|matris\w*)\b",
        re.I,
    ),
    "implementering": re.compile(
        r"implementer|ordinarie verksamhet|förvaltas|ordinarie arbete|permanenta\w|bli\w* permanent|permanent verksamhet",
        re.I,
    ),
}
ANNEX = re.compile(r"\bbilag(?:a|an|or|orna)\b(?: (?:nr )?(\d{1,2}|[A-Z])(?![\wåäö]))?", re.I)
ATTACHED = re.compile(r"\b(?:se|bifog\w+|bilägg\w*|bilagd\w*)\b", re.I)
OWN_ANNEXES = re.compile(r"tidplan|tidsplan|budget|underskrift|överenskomm|fullmakt", re.I)


@check("G40", Severity.ERROR, reads=ANY)
def required_but_empty(facts: Facts) -> Iterator[Finding]:
    """Everything that the form requires is written. Periods, answers and parties in all have rules of their own (G20, G44, G30)."""
    for at in answers(facts.document):
        for lack in at.lacks():
            if lack.code == "G40":
                yield Finding(lack.path, f"{quoted(place_name(facts.document, lack.path))} är inte ifyllt. {lack.ask}")


@check("G41", Severity.ERROR, reads=ROW, each="words")
def placeholder_left(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """The form's own instructions and placeholders are written over."""
    found = PLACEHOLDER.search(prose.words)
    if found:
        row = prose.path.rpartition("/")[0]
        own = answer_at(facts.document, row.rpartition("/")[0])
        loose = own and own[0].field.rows_at(own[1]) and facts.document.text(f"{row}/{PLACE}")
        fixes = (Fix("Ta bort raden", {f"{row}/{PLACE}": ""}),) if loose and facts.written_below[row] == 1 else ()
        sentence = f"{quoted(found[0])} står kvar från mallen. Skriv det rätta i stället{', eller ta bort raden' if fixes else ''}."
        yield Finding(prose.path, sentence, found[0], fixes)


@check("G41", Severity.ERROR, reads=f"{FIGURES} {PARTIES} #{INSATSTID} #{LOKUS}", each="text")
def reference_to_nothing(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A living amount whose row is gone prints as its key."""
    keys = dict.fromkeys(found[1] for found in REFERENCE.finditer(prose.raw))
    if keys:
        for key in keys:
            if key not in facts.references.by_key:
                sentence = "Texten hämtar en uppgift som inte finns längre. Ta bort den, eller sätt in en annan med knappen Belopp."
                yield Finding(prose.path, sentence, key)


@check("G46", Severity.TIP, reads=f"#{MALGRUPP}")
def age_of_target_group(facts: Facts) -> Iterator[Finding]:
    """Finansiell samordning is for people of working age, 16–64 (lag 2003:1210, 2 §)."""
    for at in facts.each_of_role(MALGRUPP):
        text = facts.searchable(at.path)
        found = [int(age) for match in AGES.finditer(text) for age in match.groups() if int(match[1]) < int(match[2])]
        found += [int(match[1] or match[2]) for match in ONE_AGE.finditer(text)]
        outside = sorted({age for age in found if not 16 <= age <= 64})
        if outside:
            ages = listed(f"{age} år" for age in outside)
            sentence = f"Målgruppen nämner {ages}. Finsam gäller personer i åldern 16–64 år. Är det rätt ålder?"
            yield Finding(at.path, sentence, ages)


@check("G49", Severity.TIP, reads="in:texts", families={ANSOKAN, RAPPORT})
def themes_not_mentioned(facts: Facts) -> Iterator[Finding]:
    """Jämställdhet, risks and implementation are mentioned somewhere in a document whose method is written: a report may not lack them.
    What is written under a heading is about it."""
    at = facts.of_role(METOD)
    if at is None or not at.begun:
        return
    headings = {section.short for prose in facts.texts if (section := facts.mall.section_of(prose.path))}
    everything = "\n".join((*headings, *(prose.words for prose in facts.texts)))
    missing = [theme for theme, pattern in THEMES.items() if not pattern.search(everything)]
    if missing:
        sentence = f"{facts.noun_first} nämner inte {listed(missing, 'eller')}. Skriv något om det, här eller där det passar bättre."
        severity = Severity.WARNING if facts.mall.family == RAPPORT else Severity.TIP
        yield Finding(at.path, sentence, " ".join(missing), severity=severity)


@check("G50", Severity.TIP, each="text")
def annex_that_is_not_there(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """An annex that a text refers to is one of the form's; a sheet beside the first is one."""
    shown = facts.mall.shown(facts.document)
    annexes = {section.annex.lower() for section in shown if section.annex}
    sheets = sum(bool(section.sheet) for section in shown)
    for start, end in sentences(prose.words):
        sentence = prose.words[start:end]
        named = list(ANNEX.finditer(sentence))
        attached = bool(named and ATTACHED.search(sentence) and not OWN_ANNEXES.search(sentence))
        for found in named:
            loose = attached and not found[1] and sheets < 2
            if loose or (found[1] and f"bilaga {found[1].lower()}" not in annexes):
                told = (
                    f"Texten hänvisar till {quoted(found[0])}, som inte finns i {facts.mall.noun}. "
                    "Lägg med den när ni skickar in, eller ta bort hänvisningen."
                )
                yield Finding(prose.path, told, found[0])
