"""Every word of a form does something, or the form is not taken in."""

from __future__ import annotations

import pytest

from finsam_forms.app import create_app
from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.mall_reader import read_mall
from finsam_forms.export.exchange import dumps, read_exchange
from tests.client import client_of
from tests.kinds.case import HEAD, form_of
from tests.kinds.conftest import ANNA
from tests.kinds.test_udda import BUDGET, LINE_COLUMN, PARTIES, ROWS, SECTION, SIGNATURE, field, part

GROUP = part("table.group", id='"g"', heading='"G"', sum_label='"S"', own_rows='"Ny"')
RESOR = part("table.group.row", id='"r{n}"', label='"Resor"')
CHOICE = field(id='"val"', type='"choice"', label='"Val"', options="{options}")
LIST = field(id='"mal"', type='"goals"') + part("list", id='"m"', label='"Mål"')
IDLE = {
    "en kolumn som inte skrivs ut": ROWS + LINE_COLUMN + "printed = false\n",
    "en lista med mål som inte skrivs ut": LIST + "printed = false\n",
    "underskrifter som är obligatoriska": PARTIES + SIGNATURE + "required = true\n",
    "en sammanställning som är obligatorisk": PARTIES + BUDGET + GROUP + field(
        id='"s"', type='"budget_summary"', required="true"
    ),
    "en kommentar på nej som ingen kan skriva": field(id='"j"', type='"yes_no"', label='"J"', comment_on_no="true"),
    "ett svar med mellanslag": CHOICE.format(options='[" a", "b"]'),
    "två svar som är samma": CHOICE.format(options='["Ny", "ny"]'),
    "svar i en kolumn": ROWS + part("column", id='"v"', type='"choice"', label='"V"', options='["Ny", "ny"]'),
    "två rader i budgeten med samma namn": PARTIES + BUDGET + GROUP + RESOR.format(n=1) + RESOR.format(n=2),
}  # fmt: skip


@pytest.mark.parametrize("name", IDLE)
def test_en_nyckel_som_inget_gor_tas_inte_emot_men_ett_utkasts_egen_kopia_far_ha_den(name):
    with pytest.raises(MallFault):
        form_of(SECTION + IDLE[name])
    assert read_mall("prov.toml", {"prov.toml": HEAD.format(id="prov") + SECTION + IDLE[name]}, offered=False)


@pytest.mark.parametrize(("kind", "named"), [("long_text", 0), ("amount", 0), ("rows", 0), ("line", 1)])
def test_dokumentets_namn_ar_en_rad_text(kind, named):
    one = field(id='"namn"', type=f'"{kind}"', label='"Namn"') + (LINE_COLUMN if kind == "rows" else "")
    try:
        form_of(SECTION + one, title_path="namn")
    except MallFault:
        assert not named
    else:
        assert named


LACKING = {
    "en tabell": (
        field(id='"t"', type='"table"', label='"Antal"', required="true")
        + part("row", id='"a"', label='"A"') + part("column", id='"b"', label='"B"'),
        "t", {"t/a/b": "0"},
    ),
    "en lista med mål": (LIST + "required = true\n", "mal/m", {"mal/m/aa1/_plats": "g", "mal/m/aa1/text": "Ett mål."}),
}  # fmt: skip


@pytest.mark.parametrize("name", LACKING)
def test_det_som_ar_obligatoriskt_sags_vara_tomt(name):
    fields, path, filled = LACKING[name]
    form = form_of(SECTION + fields)
    assert [one.path for one in check_document(Document(form, {})) if one.code == "G40"] == [path]
    assert not [one for one in check_document(Document(form, filled)) if one.code == "G40"]


def test_ett_minsta_antal_galler_ocksa_i_rader():
    column = part("column", id='"antal"', type='"number"', label='"Antal"', at_least="4")
    form = form_of(SECTION + ROWS + column + LINE_COLUMN)
    few = {"rader/aa1/_plats": "g", "rader/aa1/antal": "2", "rader/aa1/namn": "Möten"}
    assert [one.path for one in check_document(Document(form, few)) if one.code == "G63"] == ["rader/aa1/antal"]
    assert not [one for one in check_document(Document(form, few | {"rader/aa1/antal": "4"})) if one.code == "G63"]


def test_en_enhet_som_inte_finns_sags_och_gar_att_lasa_in_igen():
    form = form_of(SECTION + PARTIES + BUDGET + GROUP)
    document = Document(form, {"b/enhet": "mkr"})
    assert [one.path for one in check_document(document) if one.code == "G44"] == ["b/enhet"]
    assert read_exchange(dumps(document), {form.id: form}).values == {"b/enhet": "mkr"}


HINTED = {
    "period": "", "yes_no": "", "goals": part("list", id='"m"', label='"Mål"'), "rows": LINE_COLUMN,
    "parties": 'owners = true\n',
    "table": part("row", id='"a"', label='"A"') + part("column", id='"b"', label='"B"'),
}  # fmt: skip


def test_varje_slag_visar_sin_ledtext(tmp_path):
    """The words of the form beside the question, whatever the question is."""
    fields = "".join(
        field(id=f'"f{number}"', type=f'"{kind}"', label=f'"{kind}"', hint=f'"Ledtext för {kind}"') + more
        for number, (kind, more) in enumerate(HINTED.items())
    )
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "prov.toml").write_text(HEAD.format(id="prov") + SECTION + fields, "utf-8")
    app = create_app(tmp_path, TESTING=False, WTF_CSRF_ENABLED=False)
    running = app.extensions["finsam_forms"]
    try:
        draft = running.store.drafts.create(running.malls["prov"], {}, ANNA)
        seen = client_of(app).get(f"/utkast/{draft}/avsnitt/a").text
    finally:
        running.feed.stop()
        running.store.close()
    assert [kind for kind in HINTED if f"Ledtext för {kind}" not in seen] == []
