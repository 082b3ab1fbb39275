"""May this row come? The same answer whoever asks: a button, an undo, a place that is saved."""

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.row_rule import fault_of_rows
from tests.kinds.case import form_of

MALL = form_of(
    """
[[section]]
id = "vilka"
heading = "Vilka"
short = "Vilka"

  [[section.field]]
  id = "agare"
  type = "parties"
  owners = true
  max_rows = 2

  [[section.field]]
  id = "vanner"
  type = "parties"

  [[section.field]]
  id = "mal"
  type = "goals"

    [[section.field.list]]
    id = "syfte"
    label = "Syfte"
    max_rows = 1
"""
)
TWO = {"agare/aa1/_plats": "g", "agare/aa2/_plats": "n", "mal/syfte/ss1/_plats": "g"}
MAY = {
    "en rad i en tom lista": {"vanner/bb1/_plats": "g"},
    "en rad som flyttas i en full lista": {"agare/aa1/_plats": "z"},
    "en rad som tas bort": {"agare/aa1/_plats": ""},
    "en rad som aldrig fanns och tas bort": {"agare/aa9/_plats": ""},
    "en rad i stället för en annan": {"mal/syfte/ss1/_plats": "", "mal/syfte/ss2/_plats": "i"},
    "ett svar": {"agare/aa1/organisation": "hello world"},
}
MAY_NOT = {
    "en rad för mycket": {"agare/aa3/_plats": "i"},
    "ett mål för mycket": {"mal/syfte/ss2/_plats": "i"},
    "två rader på en gång där en får rum": {
        "mal/syfte/ss1/_plats": "",
        "mal/syfte/ss2/_plats": "i",
        "mal/syfte/ss3/_plats": "k",
    },
    "en plats som inte är någon": {"vanner/bb1/_plats": "hello world"},
    "en rad som flyttas till en plats som inte är någon": {"agare/aa1/_plats": "Först"},
    "en rad med ett id som inte går att läsa in": {"vanner/b/_plats": "g"},
    "en rad med understreck i sitt id": {"vanner/b_1/_plats": "g"},
    "en annan parts id": {"vanner/aa1/_plats": "g"},
    "där det inte finns rader": {"mal/ss1/_plats": "g"},
    "i ett avsnitt som inte finns": {"nagot/ss1/_plats": "g"},
}


@pytest.mark.parametrize("changes", MAY.values(), ids=MAY)
def test_en_rad_som_far_komma(changes):
    assert fault_of_rows(Document(MALL, TWO), changes) == ""


@pytest.mark.parametrize("changes", MAY_NOT.values(), ids=MAY_NOT)
def test_en_rad_som_inte_far_komma_far_en_mening(changes):
    assert fault_of_rows(Document(MALL, TWO), changes).endswith(".")


def test_en_part_vars_id_har_tagits_kommer_inte_tillbaka():
    gone = Document(MALL, {"agare/aa1/_plats": "", "vanner/aa1/_plats": "g"})
    assert fault_of_rows(gone, {"agare/aa1/_plats": "g"})
