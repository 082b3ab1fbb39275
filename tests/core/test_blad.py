"""Sections that are shown by a choice, and the sheets that they stand on."""

import json

import pytest

from finsam_forms.core.checks import check_document
from finsam_forms.core.checks.checker import Checker, recheck
from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.progress import section_states
from finsam_forms.core.references import References
from finsam_forms.export import elements as e
from finsam_forms.export.exchange import dumps, read_exchange, to_exchange
from finsam_forms.export.printout import parts_of, printout
from finsam_forms.export.stamp import Stamp
from tests.kinds.case import form_of

FORM = """
[[section]]
id = "valet"
heading = "Vilken rapport?"
short = "Vilken"

  [[section.field]]
  id = "bilaga"
  type = "choice"
  label = "Bilaga"
  options = ["Bilaga LS", "Bilaga Projekt"]
  printed = false

  [[section.field]]
  id = "tid"
  type = "choice"
  label = "Tid"
  options = ["helår", "delår"]
  printed = false

[[section]]
id = "namnet"
sheet = "Blad A"
heading = "Insatsens namn"
short = "Namn"
intro = "Första stycket."

  [[section.field]]
  id = "namn"
  type = "line"
  label = "Insatsens namn"

[[section]]
id = "arbetet"
part = "Arbetet"
heading = "Vad som gjordes"
short = "Arbetet"

  [[section.field]]
  id = "gjordes"
  type = "long_text"

[[section]]
id = "grupp"
sheet = "Bilaga LS Helår"
shown_when = [{ field = "bilaga", is = ["Bilaga LS"] }, { field = "tid", is = ["helår"] }]
heading = "Grupp"
short = "Grupp"

  [[section.field]]
  id = "grupptext"
  type = "line"
  label = "Gruppen"
  required = true

[[section]]
id = "tabell"
heading = "Tabell"
short = "Tabell"

  [[section.field]]
  id = "antal"
  type = "table"
  label = "Antal"
  row = [{ id = "a", label = "A" }]
  column = [{ id = "b", label = "B" }]

[[section]]
id = "projekt"
sheet = "Bilaga Projekt"
shown_when = { field = "bilaga", is = ["Bilaga Projekt"] }
heading = "Bilaga Projekt"
short = "Projekt"

  [[section.field]]
  id = "projekttext"
  type = "line"
  label = "Projektet"
"""
MALL = form_of(FORM, title_path="namn")
ALWAYS = ("valet", "namnet", "arbetet")
LS = {"bilaga": "Bilaga LS", "tid": "helår"}
FULL = {
    "namn": "Vägen in",
    "gjordes": "Samtal.",
    "grupptext": "Gruppen möttes",
    "projekttext": "Huset stod",
    "antal/a/b": "7",
}
CHOICES = {
    "inget valt": ({}, ALWAYS),
    "bara bilagan": ({"bilaga": "Bilaga LS"}, ALWAYS),
    "bilaga och helår": (LS, (*ALWAYS, "grupp", "tabell")),
    "delår": (LS | {"tid": "delår"}, ALWAYS),
    "projekt": ({"bilaga": "Bilaga Projekt"}, (*ALWAYS, "projekt")),
    "ett svar som inte finns": ({"bilaga": "Annat"}, ALWAYS),
}  # fmt: skip


def document(**values):
    return Document(MALL, FULL | values)


def ids(sections):
    return tuple(one.id for one in sections)


@pytest.mark.parametrize("name", CHOICES)
def test_svaren_bestammer_vilka_avsnitt_som_finns(name):
    answers, wanted = CHOICES[name]
    assert ids(MALL.shown(document(**answers))) == wanted
    assert tuple(section_states(document(**answers))) == wanted


def test_i_en_tom_blankett_finns_alla():
    empty = Document(MALL, {})
    assert ids(MALL.shown(empty, unanswered=True)) == ids(MALL.sections)
    headings = [one.text for one in printout(empty, Stamp("", "blankett")).elements if isinstance(one, e.Heading)]
    assert headings == ["Blad A", "Arbetet", "Vad som gjordes", "Bilaga LS Helår", "Grupp", "Tabell", "Bilaga Projekt"]


def test_grannarna_ar_dem_som_visas():
    at = MALL.section("projekt")
    assert [one and one.id for one in MALL.around(at, document(**LS))] == ["tabell", None]
    assert [one and one.id for one in MALL.around(at, document())] == ["arbetet", None]
    assert MALL.around(MALL.section("namnet"), document())[1].id == "arbetet"


def test_det_som_inte_visas_granskas_inte_och_hanvisningarna_dit_ar_borta():
    hidden, shown = document(grupptext=""), document(grupptext="", **LS)
    assert [one.path for one in check_document(hidden)] == []
    assert [one.path for one in check_document(shown)] == ["grupptext"]
    assert "antal/alla" not in References(hidden).by_key and "antal/alla" in References(shown).by_key


@pytest.mark.parametrize("path", ["bilaga", "tid"])
@pytest.mark.parametrize("text", ["Bilaga LS", "Bilaga Projekt", "helår", "delår", ""])
def test_granskningen_efter_ett_val_ar_densamma_som_fran_borjan(path, text):
    before = document(grupptext="", gjordes="Det är [[antal/alla]] personer. Ring 19640823-3234.", **LS)
    after = before.replace({path: text})
    assert recheck(Checker(before), after, {path}).remarks == Checker(after).remarks


@pytest.mark.parametrize("path", ["bilaga", "gjordes"])
def test_hanvisningar_och_lagen_foljer_valet(path):
    before = document()
    assert References(before).resolve("antal/alla") is None
    after = before.replace(LS | {path: LS.get(path, "x")})
    assert References(after).resolve("antal/alla") == "7"


def test_vardena_ar_kvar_i_filen_men_inte_i_fingeravtrycket():
    kept = document()
    again = read_exchange(dumps(kept), {MALL.id: MALL})
    assert again.values == dict(kept.values)
    assert fingerprint(kept) == fingerprint(document(grupptext="Något annat"))
    assert fingerprint(document(**LS)) != fingerprint(document(**LS, grupptext="Något annat"))
    left_out = to_exchange(kept)["fingeravtryck"]["utan"]
    assert left_out == ["antal", "grupptext", "projekttext"]


def test_ett_val_av_blad_andrar_fingeravtrycket_aven_nar_bladet_ar_tomt():
    empty = Document(MALL, {"namn": "Vägen in"})
    assert fingerprint(empty) != fingerprint(empty.replace(LS))


def words(document, part):
    found = printout(document, Stamp("2026-11-23 14:00"), part).elements
    return json.dumps([repr(one) for one in found], ensure_ascii=False)


def test_ett_blad_gar_att_skriva_ut_for_sig():
    full = document(**LS)
    parts = [part for part, _, _ in parts_of(full)]
    assert parts == ["allt", "text", "blad-a", "bilaga-ls-helar", "granskning"]
    sheet = words(full, "bilaga-ls-helar")
    assert "Gruppen möttes" in sheet and "Tabell" in sheet and "Vägen in" in sheet
    assert "Samtal." not in sheet and "Huset stod" not in sheet
    first = words(full, "blad-a")
    assert "Samtal." in first and "Gruppen möttes" not in first
    assert "bilaga-projekt" not in parts and "Huset stod" not in words(full, "allt")


def test_varje_blad_borjar_med_huvudet_och_sitt_ord():
    found = printout(document(**LS), Stamp("2026-11-23 14:00")).elements
    starts = [number for number, one in enumerate(found) if isinstance(one, e.NewPage)]
    assert [(found[n].head, type(found[n + 1]), found[n + 2].text) for n in starts] == [
        ("Prov av prov, Blad A", e.FormHead, "Blad A"),
        ("Prov av prov, Bilaga LS Helår", e.FormHead, "Bilaga LS Helår"),
    ]
    title = next(number for number, one in enumerate(found) if isinstance(one, e.Title))
    assert found[title + 2] == e.Note("Första stycket.", "namnet")


def test_under_en_del_star_rubrikerna_ett_steg_ner():
    found = [one for one in printout(document(), Stamp("")).elements if isinstance(one, e.Heading)]
    assert [(one.text, one.level) for one in found] == [("Blad A", 1), ("Arbetet", 2), ("Vad som gjordes", 3)]


OTHER = """
[[section]]
id = "forst"
heading = "Först"
short = "Först"

  [[section.field]]
  id = "val"
  type = "choice"
  label = "Val"
  options = ["ja", "nej"]

[[section]]
id = "sedan"
heading = "Sedan"
short = "Sedan"
shown_when = {condition}

  [[section.field]]
  id = "svar"
  type = "{kind}"
  label = "Svar"
{more}
"""
WRONG = {
    "ett fält som inte finns": '{ field = "vall", is = ["ja"] }',
    "ett fält utan svar att välja": '{ field = "svar", is = ["ja"] }',
    "ett svar som inte finns": '{ field = "val", is = ["kanske"] }',
    "inga svar": '{ field = "val", is = [] }',
    "svar som inte är text": '{ field = "val", is = [1] }',
    "en okänd nyckel": '{ field = "val", is = ["ja"], inte = true }',
    "bara en text": '"val"',
}


@pytest.mark.parametrize("name", WRONG)
def test_ett_villkor_som_inte_gar_att_anvanda_stoppar_starten(name):
    with pytest.raises(MallFault, match="sedan"):
        form_of(OTHER.format(condition=WRONG[name], kind="line", more=""))


ALSO_WRONG = {
    "parter": ("parties", "owners = true"),
    "ett fält med roll": ("line", 'role = "diarienummer"'),
}


@pytest.mark.parametrize("name", ALSO_WRONG)
def test_det_som_andra_falt_gar_efter_visas_alltid(name):
    kind, more = ALSO_WRONG[name]
    condition = '{ field = "val", is = ["ja"] }'
    assert form_of(OTHER.format(condition=condition, kind="line", more=""))
    with pytest.raises(MallFault, match="alltid visas"):
        form_of(OTHER.format(condition=condition, kind=kind, more=more))


def test_forsta_avsnittet_visas_alltid_och_tva_blad_heter_olika():
    condition = 'shown_when = { field = "bilaga", is = ["Bilaga LS"] }\n'
    first = FORM.replace('short = "Vilken"\n', f'short = "Vilken"\n{condition}')
    with pytest.raises(MallFault):
        form_of(first)
    with pytest.raises(MallFault, match="blad"):
        form_of(FORM.replace('sheet = "Bilaga Projekt"', 'sheet = "BLAD A"'))


def test_en_hanvisning_till_en_bilaga_ar_ratt_nar_dokumentet_har_flera_blad():
    text = {"gjordes": "Se bilaga."}
    assert "G50" in {one.code for one in check_document(document(**text))}
    assert "G50" not in {one.code for one in check_document(document(**text, **LS))}
