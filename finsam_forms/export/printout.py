"""A document as a list of neutral elements. One function a kind of field; nothing knows the id of a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..core.charts import lokus_dates, time_chart
from ..core.checks import Remark
from ..core.dates import format_date
from ..core.document import Document
from ..core.kinds.budget.definition import BudgetField
from ..core.kinds.budget.ledger import Ledger, ledger_of
from ..core.kinds.budget_summary import BudgetSummary
from ..core.kinds.fixed_text import FixedText
from ..core.kinds.goals import Goals
from ..core.kinds.kind import Kind, Leaf
from ..core.kinds.long_text import LongText
from ..core.kinds.parties import Parties, owners_field
from ..core.kinds.period import PeriodField, insats_span
from ..core.kinds.rows import Rows
from ..core.kinds.signature import Signatures
from ..core.kinds.table import CountTable
from ..core.kinds.yes_no import YesNo
from ..core.kronor import AmountFormat
from ..core.mall import Mall, Section, mall_of
from ..core.markup import blocks, marked_up
from ..core.party import Party, parties_of
from ..core.references import References
from . import elements as e
from .printout_budget import budget_elements, pay_chart, summary_table
from .printout_review import review_elements

NBSP = "\u00a0"
EMPTY = "ej ifyllt"
REVIEW = "granskning"


@dataclass(frozen=True, slots=True)
class Stamp:
    """When it is printed (empty: it is looked at) and as what: a draft, a locked version with its number and fingerprint, or a
    blank form."""

    printed_at: str
    state: e.State = "utkast"
    version: str = ""
    fingerprint: str = ""


class Printer:
    """Prints one document. `part`: `allt`, `text`, `budget`, `underskrifter`, or the id of a party."""

    def __init__(self, document: Document, stamp: Stamp, part: str = "allt"):
        self.document = document
        self.mall: Mall = mall_of(document)
        self.stamp = stamp
        self.part = part
        self.blank = stamp.state == "blankett"
        self.ledger: Ledger | None = ledger_of(document)
        self.references = References(document, self.ledger)
        unit = self.ledger.unit if self.ledger else "kr"
        self.amounts = AmountFormat.of(self.ledger.amounts(), unit) if self.ledger else AmountFormat()

    def printout(self) -> e.Printout:
        return e.Printout(self.marks(), tuple(self.elements()))

    def marks(self) -> e.Marks:
        return e.Marks(
            form=self.mall.title,
            forbund=self.mall.forbund,
            form_version=self.mall.version,
            name=self.document.title,
            printed_at=self.stamp.printed_at,
            state=self.stamp.state,
            version=self.stamp.version,
            fingerprint=self.stamp.fingerprint,
        )

    def elements(self) -> Iterator[e.Element]:
        started = False
        for section in self.mall.sections:
            if not self.wanted(section):
                continue
            body = list(self.section(section, first=not started))
            if body:
                yield from body
                started = True
        if not started:
            yield e.FormHead(self.diarienummer())
            yield e.Note("Det finns inget att skriva ut i den här delen.")

    def wanted(self, section: Section) -> bool:
        signatures = any(isinstance(field, Signatures) for field in section.fields)
        budget = any(isinstance(field, BudgetField) for field in section.fields)
        if self.part == "allt":
            return True
        if self.part == "budget":
            return budget
        if self.part == "text":
            return not signatures and not budget
        return signatures

    def section(self, section: Section, *, first: bool) -> Iterator[e.Element]:
        signatures = [field for field in section.fields if isinstance(field, Signatures)]
        if signatures:
            yield from self.signature_sheets(section, signatures)
            return
        fields = [field for field in section.fields if field.printed]
        if section.annex or section.landscape:
            yield e.NewPage("land" if section.landscape else "annex", section.annex or self.mall.title)
        elif first:
            yield e.FormHead(self.diarienummer())
        elif section.new_page:
            yield e.NewPage("page")
        titled = [field for field in fields if field.id == self.mall.title_path]
        if titled:
            yield e.Title(section.number, section.heading, self.document.title)
            yield e.Facts(tuple(self.summary_facts()), self.code(), self.stamp.fingerprint)
        else:
            yield self.heading(section)
        for field in fields:
            if field not in titled:
                if len(fields) - len(titled) > 1 and field.label and field.label != section.heading and labelled(field):
                    yield e.SubHeading(field.label)
                yield from PRINTED[field.type](self, field, field.id)

    def heading(self, section: Section) -> e.Heading:
        if not section.annex:
            return e.Heading(section.number, section.heading)
        text = section.heading.removeprefix(section.annex).lstrip(" –-")
        return e.Heading(section.annex, text, note=self.period_words() if section.landscape else "", annex=True)

    def diarienummer(self) -> str:
        return self.document.text("diarienummer")

    def period_words(self) -> str:
        span = insats_span(self.document)
        return f"Insatsens löptid {span.period}" if span else ""

    def summary_facts(self) -> Iterator[e.Fact]:
        """What the reader wants first: time, owner, money."""
        span = insats_span(self.document)
        if span or any(isinstance(field, PeriodField) for field in self.mall.fields()):
            months = span.period.months() if span else 0
            yield e.Fact(
                "Insatstid", f"{span.period} ({months}{NBSP}{'månad' if months == 1 else 'månader'})" if span else ""
            )
        owners = [party for party in parties_of(self.document) if party.owner]
        if owners or owners_field(self.mall):
            yield e.Fact("Insatsägare", owners[0].name if owners else "")
        if self.ledger:
            first = self.ledger.field.tables[0]
            yield e.Fact("Sökt belopp", self.money("tabell", first.id), strong=True)
            yield e.Fact("Total kostnad", self.money("total"))
        if self.stamp.state == "utkast" and self.stamp.printed_at:
            yield e.Fact("Utkast", f"Utskrivet {self.stamp.printed_at}. Innehållet kan ändras.")
        elif self.stamp.state == "last":
            yield e.Fact("Låst version", f"Version{NBSP}{self.stamp.version}, fingeravtryck {self.stamp.fingerprint}")

    def code(self, sheet: str = "") -> str:
        """What the QR code of a locked version says. Capitals, digits, hyphen and space only: readers guess wrong about å, ä, ö."""
        if self.stamp.state != "last":
            return ""
        form = self.mall.id.upper().replace("_", "-")
        return f"FINSAM-FORMS {form} V{self.stamp.version} {self.stamp.fingerprint}{sheet}"

    def money(self, *key: str) -> str:
        if self.blank or self.ledger is None:
            return ""
        found = self.ledger.sum(*key)
        unread = f" ({found.unread}{NBSP}oläst)" if found.unread else ""
        return f"{self.amounts.show(found.value)}{NBSP}{self.amounts.unit}{unread}"

    def leaf(self, leaf: Leaf, path: str) -> Iterator[e.Element]:
        shown = self.document.show(path)
        yield e.Facts((e.Fact(leaf.label, shown if shown or self.blank or not leaf.required else f"({EMPTY})"),))

    def long_text(self, field: LongText, path: str, label: str = "") -> Iterator[e.Element]:
        text = self.document.text(path)
        found = blocks(text, self.references.resolve)
        if found and not marked_up(text):
            yield e.Note("Texten är så lång, eller har så många stjärnor, att den står utan fetstil och listor.")
        if found:
            yield e.Prose(found, label)
        elif self.blank:
            yield e.Ruled(field.rows, label)
        elif field.required:
            yield e.Ruled(4, label, EMPTY)
        elif label:
            yield e.Ruled(2, label)

    def period(self, field: PeriodField, path: str) -> Iterator[e.Element]:
        yield e.Facts(tuple(self.fact(part.label, f"{path}/{part.id}", part.required) for part in field.fixed()))

    def fact(self, label: str, path: str, required: bool) -> e.Fact:
        shown = self.document.show(path)
        return e.Fact(label, shown or (f"({EMPTY})" if required and not self.blank else ""))

    def yes_no(self, field: YesNo, path: str) -> Iterator[e.Element]:
        yield e.Answer({"ja": True, "nej": False}.get(self.document.text(path)))
        if field.comment:
            comment = field.comment_leaf()
            found = blocks(self.document.text(f"{path}/kommentar"), self.references.resolve)
            hint = "" if self.blank or not field.required else EMPTY
            yield e.Prose(found, comment.label) if found else e.Ruled(3, comment.label, hint)

    def goals(self, field: Goals, path: str) -> Iterator[e.Element]:
        for part in field.lists:
            texts = [
                self.document.text(f"{path}/{part.id}/{row}/text") for row in self.document.rows(f"{path}/{part.id}")
            ]
            items = tuple(blocks(text, self.references.resolve) for text in texts if text.strip())
            if items:
                yield e.Numbered(part.label, items)
            else:
                yield e.Ruled(3, part.label, "" if self.blank else EMPTY)

    def parties(self, field: Parties, path: str) -> Iterator[e.Element]:
        def row(party: Party) -> tuple[str, str, str, str]:
            return party.label, party.name, party.contact, party.email

        inside = [party for party in parties_of(self.document) if party.path.startswith(f"{path}/")]
        rows = tuple(row(party) for party in inside)
        if self.blank or not rows:
            rows = tuple((field.row_label(number), "", "", "") for number in range(1, (field.max_rows or 4) + 1))
        yield e.People(rows, tuple(row(party) for party in parties_of(self.document)))

    def rows(self, field: Rows, path: str) -> Iterator[e.Element]:
        if field.is_time_plan and any(column.id == "text" for column in field.columns):
            yield from self.phases(field, path)
            return
        heads = tuple(column.label for column in field.columns)
        lines = [
            e.Row("row", tuple(self.document.show(f"{path}/{row}/{column.id}") for column in field.columns))
            for row in self.document.rows(path)
        ]
        blank = [e.Row("row", ("",) * len(heads))] * 4
        yield e.Table("", "", heads, ("text",) * len(heads), tuple(blank if self.blank else lines or blank))

    def phases(self, field: Rows, path: str) -> Iterator[e.Element]:
        """A tidplan: the chart over the text."""
        chart = None if self.blank else time_chart(self.document)
        yield e.Time(chart, rows=5 if self.blank else 0)
        if chart and chart.notes:
            yield e.Note(" ".join(chart.notes))
        days = ", ".join(format_date(day) for day in lokus_dates(self.document))
        if days and not self.blank:
            yield e.Note(f"LOKUS behandlar insatsen {days}.")
        text = next(column for column in field.columns if column.id == "text")
        assert isinstance(text, LongText)
        for row in self.document.rows(path) if not self.blank else ("",) * 3:
            base = f"{path}/{row}"
            start, end, label = (self.document.show(f"{base}/{part}") for part in ("fran", "till", "etikett"))
            found = blocks(self.document.text(f"{base}/text"), self.references.resolve)
            if found or start or label or self.blank:
                yield e.Phase(label, f"{start}{NBSP}– {end}" if start or end else "")
                yield e.Prose(found) if found else e.Ruled(5 if self.blank else 3, "", "" if self.blank else EMPTY)

    def fixed_text(self, field: FixedText, path: str) -> Iterator[e.Element]:
        yield e.FixedText(
            f"Förbundets text\nmallversion {field.text_version or self.mall.version}", field.note, field.chapters()
        )

    def table(self, field: CountTable, path: str) -> Iterator[e.Element]:
        sums = field.sums(field.answer(self.document))
        show = (lambda number: "") if self.blank else str
        rows = [
            e.Row(
                "row",
                (
                    row.label,
                    *(self.document.text(f"{path}/{row.id}/{column.id}") for column in field.columns),
                    show(sums[f"rad/{row.id}"]),
                ),
            )
            for row in field.rows
        ]
        totals = (field.sum_label, *(show(sums[f"kolumn/{column.id}"]) for column in field.columns), show(sums["alla"]))
        heads = (field.corner, *(column.label for column in field.columns), field.sum_label)
        kinds = ("text", *("amount" for _ in field.columns), "sum")
        yield e.Table(field.label, "", heads, kinds, (*rows, e.Row("sum", totals)))

    def budget(self, field: BudgetField, path: str) -> Iterator[e.Element]:
        assert self.ledger is not None
        yield from budget_elements(self.ledger, self.amounts, self.blank)

    def budget_summary(self, field: BudgetSummary, path: str) -> Iterator[e.Element]:
        assert self.ledger is not None
        yield e.SubHeading(
            self.ledger.field.summary_heading,
            f"Kostnader i {self.amounts.unit}. "
            + ("Förs över från den detaljerade budgeten." if self.blank else "Hämtas ur den detaljerade budgeten."),
        )
        yield summary_table(self.ledger, self.amounts, self.blank, title="")
        if not self.blank and self.ledger.total.value > 0:
            yield e.SubHeading("Vem betalar vad")
            yield pay_chart(self.ledger, self.amounts)

    def signature_sheets(self, section: Section, fields: list[Signatures]) -> Iterator[e.Element]:
        sheets: list[tuple[Signatures, Party | None]] = []
        for field in fields:
            inside = [party for party in parties_of(self.document) if party.owner == field.owners]
            sheets += [(field, party) for party in inside] or [(field, None)]
        if self.blank:
            sheets = [(field, None) for field in fields]
        for number, (field, party) in enumerate(sheets, 1):
            if self.part not in ("allt", "underskrifter") and (party is None or party.id != self.part):
                continue
            yield e.NewPage("sign")
            yield e.FormHead(self.diarienummer())
            note = "" if self.blank else f"Blad {number} av {len(sheets)}"
            yield e.Heading(section.number, field.label, note=note, level=0 if number == 1 else 1)
            facts = (e.Fact("Insatsens namn", self.document.title, strong=True), *self.summary_facts())
            yield e.Facts(facts, self.code(f" BLAD {number}-{len(sheets)}"), self.stamp.fingerprint)
            fixed = self.mall.field(field.extract)
            if isinstance(fixed, FixedText) and fixed.chapters():
                yield e.FixedText("Förbundets text", "", (("", fixed.chapters()[-1][1]),))
            base = f"{field.id}/{party.id}" if party else ""
            name, role, email = (
                self.document.text(f"{base}/{part}") if party else "" for part in ("namn", "roll", "epost")
            )
            who = ", ".join(part for part in (name, role) if part)
            yield e.Signature(party.name if party else "", who, email, self.stamp.state == "utkast")


def labelled(field: Kind) -> bool:
    """Kinds that do not say their label themselves."""
    return isinstance(field, LongText | Goals | YesNo)


PRINTED: dict[str, Callable[[Printer, Any, str], Iterator[e.Element]]] = {
    **dict.fromkeys(("line", "date", "amount", "percent", "number", "choice", "email"), Printer.leaf),
    "long_text": Printer.long_text,
    "period": Printer.period,
    "yes_no": Printer.yes_no,
    "rows": Printer.rows,
    "goals": Printer.goals,
    "parties": Printer.parties,
    "fixed_text": Printer.fixed_text,
    "table": Printer.table,
    "budget": Printer.budget,
    "budget_summary": Printer.budget_summary,
}
"""How each kind of field is printed. Signatures are whole sheets, see `signature_sheets`."""


def printout(
    document: Document, stamp: Stamp, part: str = "allt", remarks: Iterable[Remark] | None = None
) -> e.Printout:
    """The document as elements to lay out. `part`: `allt`, `text`, `budget`, `underskrifter`, `granskning`, or the id of a party.
    `remarks`: printed on pages of their own at the end."""
    printer = Printer(document, stamp, part)
    review = tuple(review_elements(document, remarks)) if remarks is not None else ()
    if part == REVIEW:
        return e.Printout(printer.marks(), review)
    found = printer.printout()
    return e.Printout(found.marks, found.elements + review)
