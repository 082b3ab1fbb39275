"""Documents that nobody chose: every form, with much or little in it, from a seed."""

import random

from finsam_forms.core.document import Document
from finsam_forms.core.roles import DIARIENUMMER
from finsam_forms.export.stamp import Stamp
from tests.builder import ANSOKAN, MALLS
from tests.kinds.case import EXAMPLES

AT = "2026-11-23 14:00"
FORMS = [*list(MALLS.values()) * 8, *(example.mall for example in EXAMPLES.values())]
WORDS = [
    *(word for word in ANSOKAN.field("overenskommelse").text.lower().split() if word.isalpha()),
    *("verksamhetsutvecklingssamordnare", "Försäkringskassan", "Regionen", "40 %", "12 500 kr", "2021-04-01") * 3,
]
SHAPES = ("stycke", "stycke", "stycke", "lista", "nummer", "rubrik", "kort rad", "kolon")
STATES = (Stamp(AT), Stamp.locked(AT, 3, "b" * 64), Stamp(AT, "blankett"))


class Chance(random.Random):
    def words(self, least, most):
        return " ".join(self.choice(WORDS) for _ in range(self.randint(least, most)))

    def name(self):
        return self.choice([self.words(1, 3), self.words(1, 6), self.words(2, 20)]).capitalize()

    def text(self):
        """What says that something follows is followed by something."""
        blocks = [self.block(self.choice(SHAPES)) for _ in range(self.randint(0, 8))]
        return "\n\n".join([*blocks, self.block("stycke")])

    def block(self, shape):
        if shape == "stycke":
            return f"{self.words(5, 120).capitalize()} {self.choice(['', self.day()])}."
        if shape in ("lista", "nummer"):
            marks = [f"{n}." if shape == "nummer" else "-" for n in range(1, self.randint(2, 8))]
            return "\n".join(f"{mark} {self.words(2, 30)}." for mark in marks)
        return (
            {"rubrik": "## ", "kort rad": "", "kolon": ""}[shape]
            + self.words(1, 4).capitalize()
            + ":" * (shape == "kolon")
        )

    def day(self):
        return f"20{self.randint(21, 23)}-{self.randint(1, 12):02d}-{self.randint(1, 28):02d}"

    def amount(self):
        return str(self.randint(1, 10 ** self.randint(3, 9)))

    def value(self, leaf):
        kind = leaf.type
        if self.random() < 0.15:
            return ""
        if kind == "long_text":
            return self.text()
        if kind == "date":
            return self.day()
        if kind == "email":
            return f"{'.'.join(self.words(1, 3).lower().split())}@{self.choice(['kommun', 'arbetsmarknadsenheten.alvkarleby'])}.example"
        if kind in ("amount", "number", "percent"):
            return self.amount() if kind == "amount" else str(self.randint(0, 100))
        if kind == "choice":
            return self.choice(leaf.options)
        return self.name()


def some_document(seed):
    """The document and how it is printed."""
    chance = Chance(seed)
    mall = chance.choice(FORMS)
    document = Document(mall, {})
    stamp = chance.choice((*STATES, *STATES[:2]))
    return (document if stamp.state == "blankett" else filled(document, chance)), stamp


def filled(document, chance):
    rows = {}
    for field in document.mall.fields():
        at = field.answer(document)
        if field.type in ("parties", "rows"):
            most = chance.choice([1, 3, 3, 6, 17])
            rows |= {f"{field.id}/r{n:03d}/_plats": f"g{n:03d}" for n in range(chance.randint(0, most))}
        if field.type == "goals":
            for part in at.parts():
                rows |= {f"{part.path}/m{n:03d}/_plats": f"g{n:03d}" for n in range(chance.randint(0, 4))}
        if field.type == "budget":
            for _, group in field.groups():
                most = chance.choice([1, 3, 4, 12]) if group.own_rows else 0
                rows |= {f"{field.id}/{group.id}/k{n:03d}/_plats": f"g{n:03d}" for n in range(chance.randint(0, most))}
            rows[f"{field.id}/enhet"] = chance.choice(["kr", "kr", "tkr"])
    document = document.replace(rows)
    values = {}
    for field in document.mall.fields():
        dense = 1.0 if field.type != "budget" else 0.3
        for leaf in field.answer(document).leaves():
            if leaf.path not in rows and chance.random() < dense:
                values[leaf.path] = chance.value(leaf.field)
    number = document.mall.of_role(DIARIENUMMER)
    if number:
        values[number.id] = chance.choice(["", "2027:20", chance.words(5, 12), chance.words(20, 40)])
    return document.replace(values)
