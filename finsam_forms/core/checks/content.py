"""G40–G42, G44–G47, G49, G50 and G53: what the application has to say, and has not said."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from ..dates import MONTH
from ..document import PLACE
from ..kinds.budget.definition import BudgetField, budget_field
from ..kinds.budget.parts import AMOUNT
from ..kinds.choice import Choice
from ..kinds.fixed_text import FixedText
from ..kinds.goals import Goals
from ..kinds.kind import answers
from ..kinds.parties import Parties
from ..kinds.yes_no import YesNo
from ..party import party_at
from ..text_parts import LIVING, REFERENCE, sentences
from .facts import Facts, Prose
from .places import place_name
from .registry import Finding, Fix, Severity, check
from .wording import listed, quoted, small

ANY_LEAF = "leaf:line leaf:long_text leaf:choice leaf:date leaf:amount leaf:number leaf:percent leaf:email"
PLACEHOLDER = re.compile(
    r"(?<![\wåäö])(?:NAMN|Kostnadsbeteckning|Fyll i (?:de )?(?:färgmarkerade|gulmarkerade) fält\w*|[xX]{2,}|[åÅ]{2,4}-?[mM]{2}-?[dD]{2}"
    r"|\(?Texten under hela detta avsnitt skall stå kvar orörd\)?|Lorem ipsum|TODO|\?{3,}|_{4,}|\.{6,})(?![\wåäö])",
)
DAY_IN_COMMENT = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\b\d{{6}}\b|\d{{1,2}}[/.]\d{{1,2}}|\d{{1,2}}(?::?e)? (?:{MONTH})|\b(?:{MONTH}) \d{{4}}", re.I
)
AGES = re.compile(r"(?<![\d.,])(\d{2}) ?(?:[-–]|till|och) ?(\d{2})(?: ?år(?!\w)|-åring)", re.I)
ONE_AGE = re.compile(
    r"(?<!i )\b(?:från|över|upp till|till och med|t\.o\.m\.|fyllda|äldre än|yngre än|lägst|högst|minst) (?:och med )?(?:det år de fyller )?(\d{2}) ?år(?!\w)"
    r"|(?<!\d)(\d{2})-åring",
    re.I,
)
MEASURE = re.compile(
    r"\d|"
    + LIVING
    + r"|%|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|fyrtio|femtio|hundra\w*|tusen|hälften|halv\w*"
    r"|tredjedel\w*|fjärdedel\w*|dubbel\w*|dubbl\w*|procent\w*|andel\w*|antal\w*|samtliga|alla|varje|ingen|inga|ett år|senast|mät\w*|uppmät\w*"
    r"|enkät\w*|intervju\w*|statistik\w*|index|skattning\w*|självskatt\w*|utvärder\w*|följs upp|uppfölj\w*|jämför\w*)\b",
    re.I,
)
THEMES = {
    "jämställdhet": re.compile(r"jämställd|jämlik|kvinnor och män|män och kvinnor|könsuppdelad|genus", re.I),
    "risker": re.compile(r"\brisk", re.I),
    "implementering": re.compile(r"implementer|ordinarie verksamhet|förvaltas|ordinarie arbete|permanent", re.I),
}
ANNEX = re.compile(r"\bbilag(?:a|an|or|orna)\b(?: (?:nr )?(\d{1,2}|[A-Z])(?![\wåäö]))?", re.I)
ATTACHED = re.compile(r"\b(?:se|bifog\w+|bilägg\w*|bilagd\w*)\b", re.I)
OWN_ANNEXES = re.compile(r"tidplan|tidsplan|budget|underskrift|överenskomm|fullmakt", re.I)
TRAINING = re.compile(r"utbild|kompetensutveckl|\bkurs", re.I)
STAFF = re.compile(r"medarbetare|personal\b|personalen|handläggare|yrkesverksamma|chefer|tjänstemän", re.I)
PARTICIPANTS = re.compile(r"deltagar", re.I)


@check("G40", Severity.ERROR, reads=ANY_LEAF)
def required_but_empty(facts: Facts) -> Iterator[Finding]:
    """Everything that the form requires is written. Periods, answers and parties in all have rules of their own (G20, G44, G30)."""
    for at in answers(facts.document):
        for lack in at.lacks():
            if lack.code == "G40":
                yield Finding(lack.path, f"{quoted(place_name(facts.document, lack.path))} är inte ifyllt. {lack.ask}")


@check("G40", Severity.ERROR, reads="parties")
def empty_party_cells(facts: Facts) -> Iterator[Finding]:
    """Every party has its name, somebody to ask and an address; a row without anything can go."""
    for one in facts.fields:
        if isinstance(one, Parties):
            yield from empty_cells_of(facts, one)


def empty_cells_of(facts: Facts, one: Parties) -> Iterator[Finding]:
    for row in facts.document.rows(one.id):
        path = f"{one.id}/{row}"
        empty = [part for part in one.columns if part.required and not facts.text(f"{path}/{part.id}").strip()]
        party = party_at(facts.document, row)
        if empty and party:
            missing = listed(small(part.label) for part in empty)
            sentence = f"{party.shown_name}: {missing} saknas."
            nothing = len(empty) == len(one.columns)
            fixes = (
                (Fix("Ta bort raden", {f"{path}/{PLACE}": ""}),)
                if nothing and len(facts.document.rows(one.id)) > 1
                else ()
            )
            about = " ".join(part.id for part in empty)
            yield Finding(
                f"{path}/{empty[0].id}", sentence + (" Fyll i raden eller ta bort den." if fixes else ""), about, fixes
            )


@check("G41", Severity.ERROR, reads="budget parties", each="words")
def placeholder_left(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """The form's own instructions and placeholders are written over."""
    found = PLACEHOLDER.search(prose.words)
    if found:
        row = prose.path.rpartition("/")[0]
        own_line = isinstance(facts.mall.field(prose.path.partition("/")[0]), BudgetField)
        empty = own_line and row not in facts.lines_with_amounts
        fixes = (Fix("Ta bort raden", {f"{row}/{PLACE}": ""}),) if empty else ()
        sentence = f"{quoted(found[0])} står kvar från mallen. Skriv det rätta i stället{', eller ta bort raden' if fixes else ''}."
        yield Finding(prose.path, sentence, found[0], fixes)


@check("G41", Severity.ERROR, reads="budget")
def placeholder_in_summary(facts: Facts) -> Iterator[Finding]:
    """A row «NAMN» in the summary of a document that was read in."""
    given, budget = facts.as_read.sums.get("sammanstallning"), budget_field(facts.mall)
    names = [
        str(name) for one in (given if isinstance(given, list) else [given]) if isinstance(one, dict) for name in one
    ]
    for name in dict.fromkeys(names):
        if budget and PLACEHOLDER.fullmatch(name.strip()):
            sentence = (
                f"Det inlästa dokumentets budgetsammanställning har en rad där {quoted(name)} står kvar från mallen."
            )
            yield Finding(budget.id, f"{sentence} Här hämtas namnen ur parterna.", name)


@check("G41", Severity.ERROR, reads="budget parties period yes_no", each="text")
def reference_to_nothing(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """A living amount whose row is gone prints as its key."""
    keys = dict.fromkeys(found[1] for found in REFERENCE.finditer(prose.raw))
    if keys:
        for key in keys:
            if key not in facts.references.by_key:
                sentence = "Texten hämtar en uppgift som inte finns längre. Ta bort den, eller sätt in en annan med knappen Belopp."
                yield Finding(prose.path, sentence, key)


@check("G42", Severity.ERROR, reads="fixed_text")
def fixed_text_untouched(facts: Facts) -> Iterator[Finding]:
    """The text that shall stand as it is: the form's own, and that of a document that was read in."""
    for one in facts.fields:
        if isinstance(one, FixedText):
            given = facts.as_read.texts.get(one.id)
            changed = hashlib.sha256(one.text.encode()).hexdigest() != one.fingerprint
            if changed or (given is not None and given.split() != one.text.split()):
                heading = place_name(facts.document, one.id)
                sentence = (
                    f"Texten under {quoted(heading)} skall stå kvar orörd men är inte mallens. Använd mallens text."
                )
                yield Finding(one.id, sentence, given or one.fingerprint)


@check("G44", Severity.WARNING, reads="yes_no")
def questions_answered(facts: Facts) -> Iterator[Finding]:
    """Ja or nej is chosen; a nej is commented on where the form demands it; LOKUS' yes has its day."""
    for one in facts.fields:
        if isinstance(one, YesNo):
            answer, comment = facts.text(one.id), facts.searchable(f"{one.id}/kommentar").strip()
            name = quoted(place_name(facts.document, one.id) if one in facts.lokus_fields else one.label or one.id, 90)
            if not answer and one.required:
                yield Finding(one.id, f"Frågan {name} är inte besvarad. Välj ja eller nej.")
            elif answer == "ja" and one in facts.lokus_fields and not DAY_IN_COMMENT.search(comment):
                sentence = "Svaret är ja, men mötets datum saknas. Skriv i kommentaren när LOKUS diskuterade och godkände ansökan."
                yield Finding(f"{one.id}/kommentar", sentence)
            elif answer == "nej" and one.comment_on_no and not comment:
                sentence = f"Svaret på {name} är nej, och då ska det kommenteras. Skriv varför."
                path = f"{one.id}/kommentar" if one.comment else one.id
                yield Finding(path, sentence, severity=Severity.ERROR)


@check("G45", Severity.TIP, reads="choice")
def kind_of_insats(facts: Facts) -> Iterator[Finding]:
    """Individinriktad or strukturövergripande: Uppföljning Finsam asks, and the answer can't be changed there."""
    one = facts.mall.field("insatstyp")
    if isinstance(one, Choice) and not facts.text(one.id).strip():
        sentence = (
            "Det är inte angivet om insatsen är individinriktad eller strukturövergripande. Uppföljning Finsam frågar efter det, "
            "och valet går inte att ändra där. En blandad insats registreras som två."
        )
        yield Finding(one.id, sentence, fixes=tuple(Fix(f"Välj {option}", {one.id: option}) for option in one.options))


@check("G46", Severity.TIP, reads="#malgrupp")
def age_of_target_group(facts: Facts) -> Iterator[Finding]:
    """Finansiell samordning is for people of working age, 16–64 (lag 2003:1210, 2 §)."""
    text = facts.searchable("malgrupp")
    found = [int(age) for match in AGES.finditer(text) for age in match.groups() if int(match[1]) < int(match[2])]
    found += [int(match[1] or match[2]) for match in ONE_AGE.finditer(text)]
    outside = sorted({age for age in found if not 16 <= age <= 64})
    if outside and facts.mall.field("malgrupp"):
        ages = listed(f"{age} år" for age in outside)
        sentence = f"Målgruppen nämner {ages}. Finsam gäller personer i åldern 16–64 år. Är det rätt ålder?"
        yield Finding("malgrupp", sentence, ages)


@check("G47", Severity.TIP, reads="goals")
def goal_that_can_be_measured(facts: Facts) -> Iterator[Finding]:
    """A goal has a number, a day or a way to measure it."""
    for one in facts.fields:
        for goal_list in one.lists if isinstance(one, Goals) else ():
            for number, row in enumerate(facts.document.rows(f"{one.id}/{goal_list.id}"), 1):
                path = f"{one.id}/{goal_list.id}/{row}/text"
                text = facts.searchable(path)
                if text.strip() and not MEASURE.search(text):
                    sentence = f"{goal_list.label} {number} har varken tal, datum eller sätt att mäta. Hur vet ni att det är nått?"
                    yield Finding(path, sentence)


@check("G49", Severity.TIP, reads="leaf:long_text goals rows")
def themes_not_mentioned(facts: Facts) -> Iterator[Finding]:
    """Jämställdhet, risks and implementation are mentioned somewhere in an application whose method is written."""
    if facts.mall.field("metod") is None or not facts.text("metod").strip():
        return
    everything = "\n".join(prose.words for prose in facts.texts)
    missing = [theme for theme, pattern in THEMES.items() if not pattern.search(everything)]
    if missing:
        sentence = (
            f"Ansökan nämner inte {listed(missing, 'eller')}. Skriv något om det, här eller där det passar bättre."
        )
        yield Finding("metod", sentence, " ".join(missing))


@check("G50", Severity.TIP, each="text")
def annex_that_is_not_there(facts: Facts, prose: Prose) -> Iterator[Finding]:
    """An annex that a text refers to is one of the form's."""
    annexes = {section.annex.lower() for section in facts.mall.sections if section.annex}
    for start, end in sentences(prose.words):
        sentence = prose.words[start:end]
        named = list(ANNEX.finditer(sentence))
        attached = bool(named and ATTACHED.search(sentence) and not OWN_ANNEXES.search(sentence))
        for found in named:
            loose = attached and not found[1]
            if loose or (found[1] and f"bilaga {found[1].lower()}" not in annexes):
                told = f"Texten hänvisar till {quoted(found[0])}, som inte finns i ansökan. Lägg med den när ni skickar in, eller ta bort hänvisningen."
                yield Finding(prose.path, told, found[0])


@check("G53", Severity.TIP, reads="budget parties leaf:long_text goals rows")
def training_on_the_right_line(facts: Facts) -> Iterator[Finding]:
    """Training for staff has a line of its own; «avsedda för deltagare» is for what the participants get."""
    ledger = facts.ledger
    rows = (
        {line.id: (group, line) for table in ledger.tables for group in table.groups for line in group.lines}
        if ledger
        else {}
    )
    right = next((pair for pair in rows.values() if pair[1].label == "Utbildning insatsmedarbetare"), None)
    wrong = next((pair for pair in rows.values() if pair[1].label.endswith("avsedda för deltagare")), None)
    if not ledger or not right or not wrong or ledger.sum("rad", right[0].definition.id, right[1].id).value:
        return
    cells = [cell for cell in facts.cells if cell.line.path == wrong[1].path and cell.reading.value]
    training = [
        prose.words[start:end]
        for prose in facts.texts
        for start, end in sentences(prose.words)
        if TRAINING.search(prose.words, start, end)
    ]
    others = [sentence for sentence in training if not STAFF.search(sentence)]
    if cells and len(others) < len(training) and not any(PARTICIPANTS.search(sentence) for sentence in others):
        changes = {cell.path: "" for cell in cells}
        changes |= {f"{right[1].path}/{AMOUNT.id}/{cell.party.id}": facts.text(cell.path) for cell in cells}
        sentence = (
            f"Texten talar om utbildning för medarbetare, men beloppet står på raden {quoted(wrong[1].label, 90)}. "
            f"Hör det hemma på {quoted(right[1].label)}?"
        )
        total = " ".join(facts.text(cell.path) for cell in cells)
        yield Finding(cells[0].path, sentence, total, (Fix(f"Flytta till {right[1].label}", changes),))
