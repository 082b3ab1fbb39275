"""So many of so many, and signatures: figures, suggestions, what is told."""

import pytest

from finsam_forms.core.checks import check_document
from finsam_forms.core.document import Document
from finsam_forms.core.figure import VOID
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.core.kinds.figures import figures
from finsam_forms.core.kinds.kind import suggestion_at
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.references import References
from finsam_forms.export import elements as e
from finsam_forms.export.exchange import to_exchange
from finsam_forms.export.printout import printout
from finsam_forms.export.stamp import Stamp
from tests.kinds.case import EXAMPLES, form_of
from tests.kinds.test_udda import SECTION, field

EXAMPLE = EXAMPLES["proportion"]


@pytest.mark.parametrize(("part", "whole", "share"), [(4, 57, 700), (7, 14, 5000), (14, 31, 4500), (0, 57, 0)])
def test_andelen_ar_hela_procent(part, whole, share):
    document = EXAMPLE.document(registrerade=str(whole), **{"bortfallet/antal": str(part)})
    assert figures(document).sum("bortfallet/andel").value == share
    assert References(document).resolve("bortfallet/andel") == f"{share // 100}\u00a0%"


@pytest.mark.parametrize("values", [{"registrerade": "0"}, {"registrerade": ""}, {"bortfallet/antal": ""}])
def test_av_ingenting_finns_ingen_andel(values):
    document = EXAMPLE.document(**values)
    assert figures(document).sum("bortfallet/andel") == VOID
    (share, *_) = [one for one in printout(document, Stamp("")).elements if isinstance(one, e.Entries)][1].rows
    assert share.cell.value == "–"


def codes(document, path):
    return [one.code for one in check_document(document) if one.path == path]


def test_fler_an_alla_sags():
    assert codes(EXAMPLE.document(registrerade="3"), "bortfallet/antal") == ["G60"]
    (remark,) = [one for one in check_document(EXAMPLE.document(registrerade="3")) if one.code == "G60"]
    assert "4 är fler än 3" in remark.sentence
    assert codes(EXAMPLE.document(registrerade="4"), "bortfallet/antal") == []
    assert codes(EXAMPLE.document(registrerade=""), "bortfallet/antal") == []


def test_noll_ar_ett_svar_men_tomt_ar_det_inte():
    assert codes(EXAMPLE.document(**{"bortfallet/antal": "0"}), "bortfallet/antal") == []
    assert codes(EXAMPLE.document(**{"bortfallet/antal": ""}), "bortfallet/antal") == ["G40"]


def test_antalet_kan_hamtas_ur_ett_annat_falt():
    found = suggestion_at(EXAMPLE.document(avhopp="9"), "bortfallet/antal")
    assert found[:3] == ("avhopp", "Avhopp", {"bortfallet/antal": "9"})
    assert suggestion_at(EXAMPLE.document(avhopp=""), "bortfallet/antal").values == {}
    assert suggestion_at(EXAMPLE.document(), "traning/antal") is None


def test_det_typade_star_i_filen_och_det_raknade_bland_summorna():
    data = to_exchange(EXAMPLE.document())
    assert data["innehall"]["traning"] == {"antal": 14, "av": 31}
    assert data["innehall"]["bortfallet"] == {"antal": 4}
    assert data["summor"] == {"bortfallet/andel": 700, "traning/andel": 4500}


PROPORTION = field(id='"del"', type='"proportion"', label='"Del"', of='"{of}"')


@pytest.mark.parametrize("of", ["finns/inte", "del", "del/antal", "text"])
def test_ett_helt_som_inte_raknas_ut_nagonstans_stoppar_starten(of):
    text = field(id='"text"', type='"line"', label='"Text"')
    with pytest.raises(MallFault, match="inget tal"):
        form_of(SECTION + text + PROPORTION.format(of=of))


SIGN = EXAMPLES["sign"]


def blocks(document):
    return [one for one in printout(document, Stamp("")).elements if isinstance(one, e.Signature)]


def test_samma_persons_namn_fragas_en_gang_och_star_pa_bada_bladen():
    names = [[row.cell.value for row in one.entries][1] for one in blocks(SIGN.document())]
    assert names == ["Ordföranden Lindgren", "Ordföranden Lindgren", "Ekonomen Ek"]
    assert [leaf.path for leaf in SIGN.mall.field("samma").answer(SIGN.document()).leaves()] == ["samma/datum"]


def test_namnet_ar_obligatoriskt_men_inte_dagen():
    empty = Document(SIGN.mall, {})
    assert [one.path for one in check_document(empty) if one.code == "G40"] == ["ordforande/namn"]


def test_ett_namn_som_bara_star_pa_det_andra_bladet_ar_anda_med_i_fingeravtrycket():
    form = form_of(SIGN.source.partition("\n[[section]]")[2].join(["[[section]]", ""]).replace(
        'role = "ordforande"\n', 'role = "ordforande"\n  printed = false\n'
    ))  # fmt: skip
    before = Document(form, SIGN.values)
    assert fingerprint(before) != fingerprint(before.replace({"ordforande/namn": "En annan"}))


def test_ordforandens_namn_jamfors_mellan_bladen():
    two = form_of(
        SECTION
        + field(id='"a"', type='"sign"', label='"A"', role='"ordforande"')
        + field(id='"b"', type='"sign"', label='"B"', role='"ordforande"')
    )
    told = [(one.code, one.path) for one in check_document(Document(two, {"a/namn": "Ek Ett", "b/namn": "Ek Två"}))]
    assert told == [("G62", "b/namn")]


@pytest.mark.parametrize("same_as", ["a", "a/namn", "finns/inte", "dag"])
def test_ett_namn_hamtas_bara_fran_en_rad_text_pa_ett_annat_stalle(same_as):
    fields = field(id='"dag"', type='"date"', label='"Dag"')
    fields += field(id='"a"', type='"sign"', label='"A"', same_as=f'"{same_as}"')
    with pytest.raises(MallFault, match="same_as"):
        form_of(SECTION + fields)
