"""The fingerprint: the same for documents that say the same, another as soon as one word or figure differs."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint as fingerprint_of
from finsam_forms.core.references import References
from finsam_forms.export.exchange import dumps, read_exchange
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from finsam_forms.mallar import mall_from_files
from tests.builder import LON, MALLS, OWNER, PARTNER, document, leaves_of, with_values, worked_example
from tests.kinds.case import form_of
from tests.kinds.test_faces import not_printed
from tests.kinds.test_udda import BUDGET, PARTIES, SECTION, SIGNATURE, field, part


def fingerprint(document):
    return fingerprint_of(document).shown


EXAMPLE = worked_example()
MARK = fingerprint(EXAMPLE)


def test_fingeravtrycket_ar_tolv_tecken_i_tre_grupper():
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}", MARK)


def test_varje_andrat_varde_andrar_fingeravtrycket():
    left_out = {field.id for field in EXAMPLE.mall.fields() if not field.printed}
    filled = [path for path, text in EXAMPLE.values.items() if text and not path.endswith("_plats")]
    filled = [path for path in filled if path not in left_out]
    assert len(filled) > 40
    for path in filled:
        assert fingerprint(EXAMPLE.replace({path: EXAMPLE.text(path) + "1"})) != MARK, path
        assert fingerprint(EXAMPLE.replace({path: ""})) != MARK, path


@pytest.mark.parametrize(
    "changes",
    [
        {"_notes/syfte/n1/text": "Fråga chefen"},
        {"diarienummer": "2027:20"},
        {"styrelsebeslut": "2027-03-01"},
        {"insatstyp": "individinriktad insats"},
        {"tidplan/tom/_plats": "zz"},
        {"samverkansparter/tom/_plats": "zz"},
        {"insatsagare/tom/_plats": "a"},
        {"mal/resultatmal/tom/_plats": "zz"},
        {"budget/ovrigt/tom/_plats": "zz"},
        {"samverkansparter/borta/_plats": "", "samverkansparter/borta/organisation": "Någon"},
        {"bakgrund_som_inte_finns": "x"},
    ],
    ids=str,
)
def test_gruppens_eget_och_det_borttagna_ingar_inte(changes):
    assert fingerprint(EXAMPLE.replace(changes)) == MARK


ALL_IN = "Texten hämtar allt: " + ", ".join(one.token for one in References(EXAMPLE))
PAPER = Stamp("", "last", "1", "AAAA-BBBB-CCCC")


@pytest.mark.parametrize("hidden", sorted({path.partition("/")[0] for path, text in EXAMPLE.values.items() if text}))
def test_det_som_star_nagonstans_pa_papperet_ingar_fast_faltet_inte_skrivs_ut_pa_sin_plats(hidden):
    """A text can refer to a figure, a day or a name; the head and the sheets to sign tell time, owner and money."""
    document = Document(not_printed(EXAMPLE.mall, hidden), {**EXAMPLE.values, "malgrupp": ALL_IN, "syfte": ALL_IN})
    paper, mark = printout(document, PAPER), fingerprint(document)
    told = [path for path, leaf in leaves_of(document) if path.partition("/")[0] == hidden and hidden != "diarienummer"]
    for path in told:
        changed = document.replace({path: "2" if document.text(path) != "2" else "3"})
        assert printout(changed, PAPER) == paper or fingerprint(changed) != mark, path


@pytest.mark.parametrize("values", [{"nej": "1"}, {"namn": "Annat namn"}], ids=["inget", "namnet"])
def test_faltet_som_ger_dokumentet_dess_namn_ingar_fast_det_inte_skrivs_ut_pa_sin_plats(values):
    line = SECTION + field(id='"namn"', type='"line"', label='"Namn"', printed="false") + PARTIES + SIGNATURE
    named = Document(form_of(line, title_path="namn"), {"namn": "Namnet", "agare/a1/_plats": "g"})
    assert (fingerprint(named.replace(values)) == fingerprint(named)) == ("nej" in values)


def test_en_rad_av_egna_ar_inte_formularets_rad_fast_den_heter_sa():
    group = BUDGET + part("table.group", id='"g"', heading='"G"', sum_label='"S"', own_rows='"Ny"')
    form = form_of(SECTION + PARTIES + group + part("table.group.row", id='"resor"', label='"Resor"'))
    values = {"agare/a1/_plats": "g", "agare/a1/organisation": "Tierp"}
    fixed = {"b/g/resor/belopp/a1": "5"}
    own = {"b/g/r1/_plats": "g", "b/g/r1/benamning": "Resor", "b/g/r1/belopp/a1": "5"}
    found = {fingerprint(Document(form, values | more)) for more in (fixed, own)}
    assert len(found) == 2


def test_en_tom_part_byter_inte_namn_pa_den_som_har_belopp_men_inget_namn():
    values = {f"{LON}/belopp/bb": "5", "underskrifter_insatsagare/bb/namn": "Chefen"}
    before = document().replace({"insatsagare/bb/_plats": "n"} | values)
    for row in ({"insatsagare/aa/_plats": "m"}, {"samverkansparter/aa/_plats": "a"}):
        after = before.replace(row)
        assert fingerprint(after) == fingerprint(before)
        read = read_exchange(dumps(after), MALLS).values
        assert {path: read.get(path) for path in values} == values


def test_en_part_utan_namn_ar_insatsagare_eller_samverkanspart():
    cell = "budget/ovrig_finansiering/rr/belopp/bb"
    line = {"budget/ovrig_finansiering/rr/_plats": "g", cell: "5"}
    blank = Document(EXAMPLE.mall, line)
    found = {fingerprint(blank.replace({f"{kind}/bb/_plats": "g"})) for kind in ("insatsagare", "samverkansparter")}
    assert len(found) == 2


def test_radernas_id_ingar_inte_men_deras_ordning():
    first = {"tidplan/a/_plats": "b", "tidplan/a/text": "Ett", "tidplan/b/_plats": "c", "tidplan/b/text": "Två"}
    renamed = {"tidplan/x/_plats": "b", "tidplan/x/text": "Ett", "tidplan/y/_plats": "c", "tidplan/y/text": "Två"}
    moved = first | {"tidplan/a/_plats": "d"}
    assert fingerprint(with_values(first)) == fingerprint(with_values(renamed))
    assert fingerprint(with_values(first)) != fingerprint(with_values(moved))


def test_beloppet_hos_en_part_med_ett_ovanligt_namn_ingar():
    named = document().replace({f"insatsagare/{OWNER}/organisation": "id"})
    assert fingerprint(named.replace({f"{LON}/belopp/{OWNER}": "5"})) != fingerprint(
        named.replace({f"{LON}/belopp/{OWNER}": "6"})
    )


def test_samma_belopp_hos_en_annan_part_ar_ett_annat_dokument():
    cell = "budget/egenfinansiering/lokal/lokalhyra/belopp"
    assert fingerprint(with_values({f"{cell}/{OWNER}": "5"})) != fingerprint(with_values({f"{cell}/{PARTNER}": "5"}))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=30), st.text(max_size=30))
def test_olika_texter_ger_olika_avtryck_och_lika_ger_lika(one, other):
    prints = [fingerprint(document(syfte=text)) for text in (one, other)]
    assert (prints[0] == prints[1]) == (one == other)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_samma_bokstaver_fran_en_annan_dator_ar_samma_text(form):
    text = unicodedata.normalize(form, "Ett samordnat stöd för Åsa på väg")
    assert fingerprint(document(syfte=text)) == fingerprint(document(syfte="Ett samordnat stöd för Åsa på väg"))


def test_tva_parter_vars_namn_bara_skrivs_olika_ar_fortfarande_tva():
    names = {f"insatsagare/{row}/organisation": name for row, name in (("p1", "Åre"), ("p2", "A\u030are"))}
    places = {"insatsagare/p1/_plats": "b", "insatsagare/p2/_plats": "c"}
    both = document().replace(names | places)
    cells = [f"{LON}/belopp/p1", f"{LON}/belopp/p2"]
    prints = {fingerprint(both.replace({cells[0]: one, cells[1]: other})) for one, other in (("5", "6"), ("6", "5"))}
    assert len(prints) == 2


def test_tva_titlar_ar_tva_dokument():
    blank = Document(MALLS["nulagesanalys"], {})
    assert fingerprint(blank.replace({"_titel": "Älvkarleby"})) != fingerprint(blank.replace({"_titel": "Tierp"}))


def test_ett_andrat_formular_ger_ett_annat_avtryck():
    """A changed sentence of the fixed text is seen, though nobody wrote anything new."""
    files = dict(EXAMPLE.mall.files)
    name = next(name for name in files if name.endswith(".toml"))
    other = mall_from_files(EXAMPLE.mall.id, files | {name: files[name] + "\n# ny rad\n"})
    assert fingerprint(Document(other, EXAMPLE.values)) != MARK
