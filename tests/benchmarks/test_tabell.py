"""One cell of a large table of counts, beside one cell of a budget: thirty rows, eight kommuner that are rows elsewhere, shares."""

import json

import pytest

from tests.benchmarks.measure import interleaved
from tests.benchmarks.test_spara import ANNA, ROUNDS, Saver, app
from tests.builder import worked_example
from tests.core.test_tabell import KOMMUNER, SECTION, rows, table
from tests.kinds.case import form_of

__all__ = ["app"]
ROWS, COLUMNS = 30, 8
FEWER = ROUNDS // 2


def large(**keys):
    """(the form, its values): every cell of the table is written."""
    form = form_of(
        SECTION
        + KOMMUNER
        + table(row=rows(*(f"Rad {number}" for number in range(ROWS))), columns_from='"kommuner"', **keys)
    )
    names = [f"kk{column}" for column in range(COLUMNS)]
    values = {f"kommuner/{one}/_plats": "bdfhjlnp"[number] for number, one in enumerate(names)}
    values |= {f"kommuner/{one}/namn": f"Kommun {one}" for one in names}
    return form, values | {f"t/r{row}/{one}": str(7 + row) for row in range(ROWS) for one in names}


class CountSaver(Saver):
    """Saves the same cell of a table again and again, a new count each time."""

    def __init__(self, app, form, values):
        self.desk = app.extensions["finsam_forms"].desk
        self.draft_id = app.extensions["finsam_forms"].store.drafts.create(form, values, ANNA)
        self.path, self.version = "t/r3/kk4", 1


@pytest.mark.parametrize("percent", ["", "column"], ids=["antal", "med andelar"])
def test_en_sparad_ruta_i_en_stor_tabell(app, figures, percent):
    with app.test_request_context():
        saver = CountSaver(app, *large(percent=f'"{percent}"'))
        budget = Saver(app, worked_example().values)
        saver(), budget()
        message = saver()
        size = len(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode())
        ours, bare = interleaved(FEWER, saver, budget)
    figures.ratio(f"spara en ruta i en stor tabell {percent or 'antal'}", ours, bare, 2)
    figures.value(f"svaret på en ruta i en stor tabell {percent or 'antal'}", size, 1024, "byte")
