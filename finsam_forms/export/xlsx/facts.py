"""The first sheet: what the document is, and its short answers, with their labels."""

from __future__ import annotations

from ...core.kronor import AmountFormat
from ...core.unit import KR, Unit
from .. import elements as e
from ..words import EMPTY
from . import formulas as f
from .plan import TITLE_HEIGHT, Placed, Sheet, Use

NAME = "Uppgifter"
LABEL, ANSWER = 1, 2
WIDTHS = {LABEL: 42.0, ANSWER: 46.0, 3: 14.0, 4: 14.0, 5: 14.0}
HOW = (
    "Fyll i de färgade fälten. Det som räknas ut och formulärets egna ord är låst, men utan lösenord. Nya rader skrivs på de tomma "
    "färgade raderna, eller infogas ovanför summan. Filen kan läsas in igen."
)
KEPT = "Versionen är låst, så här är inget att fylla i. Formlerna visar hur summorna räknas."
TEXTS = "De längre texterna står i Word- och PDF-filen."


class Facts:
    """Its rows, as they come."""

    def __init__(self, marks: e.Marks):
        self.sheet = Sheet(name=NAME, title=marks.name or marks.form)
        self.row = 1
        self.waiting: list[str] = []
        self.told: set[e.Entry] = set()
        self.begin(marks)

    def begin(self, marks: e.Marks) -> None:
        kept = marks.state == "last"
        said = f"{marks.form}, {marks.forbund}, formulärets version {marks.form_version}"
        state = {"last": f"Version {marks.version}, fingeravtryck {marks.fingerprint}", "blankett": "Tom blankett"}
        lines = [(marks.name or marks.form, "title"), (said, "note")]
        lines += [(state[marks.state] if marks.state in state else f"Utkast {marks.printed_at}".rstrip(), "note")]
        for words, look in (*lines, (f"{KEPT if kept else HOW} {TEXTS}", "how")):
            self.sheet.cells[self.row, LABEL] = Placed(cell=e.Cell(words, rule=e.Rule.STAMP), look=look)
            self.row += 1
        self.sheet.heights[1] = TITLE_HEIGHT
        self.sheet.merged[self.row - 1, LABEL] = max(WIDTHS)
        self.sheet.heights[self.row - 1] = 48
        self.sheet.widths |= WIDTHS
        self.sheet.heads = (1, 1)

    def heading(self, words: str) -> None:
        """Written when something comes under it."""
        self.waiting.append(words)

    def entry(self, entry: e.Entry, amounts: AmountFormat = KR) -> None:
        """A label, and what it says: each thing in a cell of its own. What stands at the head of many sheets is told once."""
        if entry in self.told:
            return
        self.told.add(entry)
        self.flush()
        row = self.row
        self.sheet.cells[row, LABEL] = Placed(cell=e.own(entry.label), look="label")
        parts = (entry.cell._replace(also=()), *entry.cell.also)
        for n, cell in enumerate(parts):
            typed = bool(cell.path) and cell.rule is None
            use = Use.TYPED if typed else Use.FIGURE if cell.key else Use.WORDS
            one = Placed(cell=cell, use=use, look="answer", amounts=amounts, rank=4 if len(parts) == 1 else 5)
            if cell.rule is e.Rule.LENGTH and n >= 2:
                one.use = Use.SUM
                one.formula = f.months_between((row, ANSWER + n - 2), (row, ANSWER + n - 1))
            self.sheet.cells[row, ANSWER + n] = one
            self.sheet.kinds[row] = "fact"
        if any(cell.missing for cell in parts):
            self.sheet.cells[row, ANSWER + len(parts)] = Placed(
                cell=e.Cell(f"({EMPTY})", rule=e.Rule.FORM), look="note"
            )
        self.row += 1

    def choice(self, boxes: e.Boxes) -> None:
        self.flush()
        chosen = next((box.value for box in boxes.options if box.chosen), None)
        self.sheet.cells[self.row, LABEL] = Placed(cell=e.own(boxes.label), look="label")
        self.sheet.kinds[self.row] = "fact"
        self.sheet.cells[self.row, ANSWER] = Placed(
            cell=e.Cell(chosen, Unit.TEXT, boxes.path),
            use=Use.TYPED,
            look="answer",
            rank=4,
            offers=tuple(box.value for box in boxes.options),
        )
        self.row += 1

    def phase(self, phase: e.Phase) -> None:
        """Its name, and its days beside it."""
        self.flush()
        cells = (phase.label, *phase.days)
        self.sheet.kinds[self.row] = "fact"
        for col, cell in zip((LABEL, ANSWER, ANSWER + 1), cells, strict=True):
            use = Use.TYPED if cell.path else Use.WORDS
            self.sheet.cells[self.row, col] = Placed(cell=cell, use=use, look="answer", rank=4)
        self.row += 1

    def band(self, band: e.Band) -> None:
        self.entry(e.Entry(band.label, band.cell, strong=True), band.amounts)

    def flush(self) -> None:
        for words in self.waiting:
            self.row += self.row > 5
            self.sheet.cells[self.row, LABEL] = Placed(cell=e.own(words), look="section")
            self.row += 1
        self.waiting = []
