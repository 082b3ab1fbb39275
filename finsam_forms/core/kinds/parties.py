"""The organisations of the document, one a row. Their row ids are the party ids that budget and signatures refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from ..document import PLACE, Form
from ..party import SAID, Party, keys_said
from .email import Email
from .group import parts_from_json
from .intake import Intake
from .kind import NOTHING_INSIDE, Answer, Inside, Kind, Lack, Rest
from .line import Line
from .rows import OF_PLAIN_ROWS, Rows

KEY = re.compile("#[1-9][0-9]*")
PARTY_COLUMNS: tuple[Kind, ...] = (
    Line(id="organisation", label="Organisation", required=True),
    Line(id="kontaktperson", label="Kontaktperson", required=True),
    Email(id="epost", label="E-post", required=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties(Rows):
    """Insatsägare, or the other parties."""

    type: ClassVar[str] = "parties"
    stands_always: ClassVar[bool] = True
    inside: ClassVar[Inside] = NOTHING_INSIDE
    worked_out: ClassVar[frozenset[str]] = frozenset({"columns"}) | OF_PLAIN_ROWS
    names_parties: ClassVar[bool] = True
    limits_files: ClassVar[bool] = False
    columns: tuple[Kind, ...] = PARTY_COLUMNS
    contact: bool = True
    """Are somebody to ask and an address asked for too? In a report the organisation is enough."""
    owners: bool = False
    """True for insatsägare (they have columns in table 1), False for samverkansparter."""
    first_label: str = ""
    """What the first row is called: «Huvudinsatsägare»."""
    other_label: str = "{n}"
    """What the other rows are called; {n} is the row's number, {m} one less: «Delinsatsägare {m}»."""
    row_name: str = "part"

    def prepared(self, files: Mapping[str, str]) -> Self:
        return self if self.contact else replace(self, columns=PARTY_COLUMNS[:1])

    def row_label(self, number: int) -> str:
        if number == 1 and self.first_label:
            return self.first_label
        return self.other_label.format(n=number, m=number - 1)

    def row_role(self, number: int) -> str:
        """What the row is where a number says too little: «Samverkanspart 2», by the form's word for a row."""
        label = self.row_label(number)
        return f"{self.row_name[:1].upper()}{self.row_name[1:]} {label}" if label.isdigit() else label

    def faults(self, form: Form) -> Iterator[str]:
        try:
            self.row_label(2)
        except (ValueError, LookupError, AttributeError):
            yield f"other_label ”{self.other_label}” kan bara ha {{n}} och {{m}} inom klammer"
        yield from self.number_faults()

    @property
    def echoed(self) -> bool:
        return True

    def agrees(self, rest: Rest) -> bool:
        """Who speaks for a party may change."""
        return rest[-1:] in ((PLACE,), (PARTY_COLUMNS[0].id,))

    def parties_in(self, at: Answer[Any]) -> Iterator[Party]:
        for number, row in enumerate(at.rows(), 1):
            yield Party(
                id=row,
                path=f"{at.path}/{row}",
                owner=self.owners,
                label=self.row_label(number),
                role=self.row_role(number),
                name=at.text(row, "organisation"),
                contact=at.text(row, "kontaktperson"),
                email=at.text(row, "epost"),
            )

    def lacks(self, at: Answer[Any]) -> Iterator[Lack]:
        """A row at a time, by a rule of its own."""
        if self.required and not at.rows():
            yield Lack(at.path, self.label or f"minst en {self.row_name}", self.ask)
        for lack in Kind.lacks(self, at):
            yield lack._replace(code="")

    def name_of(self, at: Answer[Any], row: str, number: int) -> str:
        return at.text(row, "organisation") or self.row_role(number)

    def to_json(self, at: Answer[Any]) -> Any:
        """A row says what the party is called elsewhere in the file, where that is not its name."""
        said = keys_said(at.document)
        rows = Rows.to_json(self, at) or ()
        return [row | ({SAID: said[row["id"]]} if row["id"] in said else {}) for row in rows] or None

    def row_from_json(self, data: Any, path: str, intake: Intake) -> None:
        parts_from_json(self.columns, data, path, intake, also=frozenset({"id", SAID}))
        said = data.get(SAID) if isinstance(data, dict) else None
        if said is None:
            return
        if not isinstance(said, str) or not KEY.fullmatch(said):
            intake.fault(f"{path}/{SAID}", "ska vara # och ett nummer")
        elif said in intake.parties:
            intake.fault(f"{path}/{SAID}", f"”{said}” är redan en annan part")
        else:
            intake.parties[said] = path.rpartition("/")[2]

    def schema(self) -> dict[str, Any]:
        found = Rows.schema(self)
        found["items"]["properties"][SAID] = {"type": "string", "pattern": f"^{KEY.pattern}$"}
        return found

    def from_json(self, data: Any, path: str, intake: Intake) -> None:
        """A party's row id is its own in the whole document: budget and signatures know it by that."""
        Rows.from_json(self, data, path, intake)
        rows = [key.split("/")[-2] for key in intake.values if key.endswith("/" + PLACE) and key.startswith(f"{path}/")]
        for row in rows:
            if row in intake.party_rows:
                intake.fault(f"{path}/{row}/id", f"”{row}” är redan en annan parts id")
        intake.party_rows.update(rows)
        if self.owners:
            intake.owners.update(rows)


def owners_field(form: Form) -> Parties | None:
    """Where a form asks for its insatsägare."""
    return next((field for field in form.fields() if isinstance(field, Parties) and field.owners), None)
