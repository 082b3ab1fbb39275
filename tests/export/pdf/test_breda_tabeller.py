"""En tabell med fler tal än en sida rymmer delas: varje kolumn står en gång, och bara en summa står i varje del."""

import pytest

from finsam_forms.core.unit import Unit
from finsam_forms.export import elements as e
from finsam_forms.export.pdf import page as p
from finsam_forms.export.pdf.tables import divided, worded

MANY = 20


def wide(last):
    looks = ["text", *["amount"] * MANY, *last]
    heads = [e.own(f"k{number}") for number in range(len(looks))]
    cells = (e.own("Rad"), *(e.Cell(number, Unit.COUNT) for number in range(len(looks) - 1)))
    columns = tuple(e.Column(head, look) for head, look in zip(heads, looks, strict=True))
    return worded(e.Table(path="t", columns=columns, rows=(e.Row("row", cells),)))


@pytest.mark.parametrize("last", [[], ["sum"]], ids=["utan summa", "med summa"])
def test_varje_kolumn_star_en_gang(last):
    parts = divided(wide(last), p.WIDTH)
    assert len(parts) > 1
    counts = [head for part in parts for head in part.heads[1 : len(part.heads) - len(last)]]
    assert counts == [f"k{number}" for number in range(1, MANY + 1)]
    assert {part.heads[-1] for part in parts if last} <= {f"k{MANY + 1}"}
