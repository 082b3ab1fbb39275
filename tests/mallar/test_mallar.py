"""The forms as data: their own words, a förbund's variants, and what is said about a broken file."""

import re

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.mall_fault import MallFault
from finsam_forms.core.mall_reader import read_mall
from finsam_forms.core.markup import Heading
from finsam_forms.export.stamp import Stamp
from finsam_forms.mallar import HERE, load_malls, mall_from_files
from tests.export import printing

MALLS = load_malls()
ANSOKAN = MALLS["ansokan"]

HEADINGS = [
    "Insatsens namn",
    "Insatsägare (*)",
    "Samverkansparter (*)",
    "Beskriv syftet med insatsen (*)",
    "Beskriv målen med insatsen (*)",
    "Beskriv bakgrunden till/behovet av insatsen (*)",
    "Planerad insatstid",
    "Beskriv målgrupp för insatsen (*)",
    "Beskriv uppföljning och utvärdering av målen (*)",
    "Beskriv metod/metoder ni kommer använda (*)",
    "Ange budget/finansiering (*)",
    "Beskriv på vilket sätt ansökan är förankrad (*)",
    "Har ansökan diskuterats i aktuell LOKUS-grupp eller i den strategiska utvecklingsgruppen?",
    "Överenskommelse",
    "Underskrifter",
    "Bilaga 1 – Tidplan",
    "Budget - detaljerad",
]
SMALL = """
id = "liten"
version = "1"
title = "Liten"
description = "Ett prov"
forbund = "Provförbundet"
[[section]]
id = "ett"
number = "1"
heading = "Första frågan"
short = "Ett"
[[section.field]]
id = "svar"
type = "long_text"
required = true
"""


def test_ansokan_har_formularets_egna_rubriker_i_ordning():
    assert [section.heading for section in ANSOKAN.sections if not section.aside] == HEADINGS


def test_avsnitten_ar_numrerade_som_formularet():
    assert [section.number for section in ANSOKAN.sections if not section.aside] == [
        str(number) for number in range(1, 18)
    ]


def test_varje_rubrik_med_stjarna_har_en_hel_stodtext():
    with_star = [
        section
        for section in ANSOKAN.sections
        if "(*)" in section.heading or any("(*)" in field.label for field in section.fields)
    ]
    assert len(with_star) == 11
    for section in with_star:
        assert section.help, section.id
        assert all((section.help.good, section.help.example, section.help.mistake, section.help.length)), section.id


def test_underskrifternas_rubriker_ar_formularets():
    labels = [field.label for field in ANSOKAN.section("underskrifter").fields]
    assert labels == ["Underskrifter – Insatsägare (*)", "Underskrifter – Samverkanspart (*)"]


def test_bara_vara_egna_fragor_utelamnas_pa_utskriften():
    assert [field.id for field in ANSOKAN.fields() if not field.printed] == [
        "insatstyp",
        "diarienummer",
        "styrelsebeslut",
        "uppfoljningsmetod",
        "preciserad_inriktning",
        "esf_finansiering",
        "planerat_antal",
    ]


def test_det_som_bara_uppfoljning_finsam_fragar_efter_star_for_sig_fore_underskrifterna():
    ids = [section.id for section in ANSOKAN.sections]
    assert [section.id for section in ANSOKAN.sections if section.aside] == ["uppfoljning_finsam"]
    assert ids[ids.index("uppfoljning_finsam") + 1] == "underskrifter"


def test_po_palagg_finns_bara_for_kanda_ar():
    assert ANSOKAN.settings.po_rate(2021, "kommun") == 4015
    assert ANSOKAN.settings.po_rate(2021, "region") == 4615
    assert ANSOKAN.settings.po_rate(2022, "kommun") is None


def test_utkastets_egen_kopia_ger_samma_formular():
    assert mall_from_files("ansokan", ANSOKAN.files) == ANSOKAN


def test_den_fasta_texten_ar_hel():
    field = ANSOKAN.field("overenskommelse")
    assert [block.runs[0].text for block in field.blocks() if isinstance(block, Heading)] == [
        "Lagar och förordningar",
        "Arbetsgivaransvar",
        "Information från insatsen",
        "Kostnader",
        "Underskrifter",
    ]
    (last,) = field.last_part()
    assert last.runs[0].text.endswith("att uppfylla denna plan inom de beskrivna ramarna överenskommits.")


def test_andrad_fast_text_stoppar_starten():
    files = {file.name: file.read_text("utf-8") for file in HERE.iterdir() if file.suffix in (".toml", ".md")}
    files["ansokan.overenskommelse.md"] += "och lite till"
    with pytest.raises(MallFault, match="den fasta texten .* är ändrad"):
        read_mall("ansokan.toml", files)


def test_en_variant_i_egen_mapp_erbjuds_bredvid(tmp_path):
    text = (HERE / "ansokan.toml").read_text("utf-8")
    (tmp_path / "var.toml").write_text(text.replace('id = "ansokan"', 'id = "ansokan_var"', 1), "utf-8")
    assert {"ansokan", "ansokan_var"} <= set(load_malls(tmp_path))


def test_ett_nytt_formular_kraver_ingen_python_och_gar_att_skriva_ut(tmp_path):
    (tmp_path / "liten.toml").write_text(SMALL, "utf-8")
    mall = load_malls(tmp_path)["liten"]
    assert printing.pdf(Document(mall, {"svar": "Hej"}), Stamp("nu")).startswith(b"%PDF")


BROKEN = {
    "okänd typ": (SMALL.replace("long_text", "langtext"), "okänd typ ”langtext”"),
    "samma fält två gånger": (SMALL + '[[section.field]]\nid = "svar"\ntype = "line"\n', "samma id"),
    "ingen rubrik": (SMALL.replace('heading = "Första frågan"\n', ""), "”heading” saknas"),
    "tom rubrik": (SMALL.replace("Första frågan", ""), "”heading” saknas"),
    "trasig TOML": (SMALL + "[[section", "inte giltig TOML"),
    "felstavad nyckel": (SMALL.replace("required", "requird"), "okänd nyckel ”requird”"),
    "fel sorts värde": (SMALL.replace("required = true", 'required = "ja"'), "ska vara true eller false"),
    "inga avsnitt": (SMALL.split("[[section]]")[0], "inga avsnitt"),
    "dåligt id": (SMALL.replace('id = "svar"', 'id = "Svår!"'), "bara ha a–z"),
    "fast text saknas": (
        SMALL.replace('type = "long_text"\nrequired = true', 'type = "fixed_text"\nfile = "x.md"\nfingerprint = "0"'),
        "x.md",
    ),
    "ett tidigare svar pekar fel": (
        SMALL.replace("\n[[section]]", '\n[former]\nordforande = "borta"\n[[section]]', 1),
        "former",
    ),
    "titeln annars pekar fel": ('title_else = "borta"\n' + SMALL, "title_else"),
    "titel pekar fel": ('title_path = "borta"\n' + SMALL, "title_path"),
    "upptaget id": (SMALL.replace('id = "liten"', 'id = "ansokan"'), "finns redan"),
}


@pytest.mark.parametrize(("text", "fault"), BROKEN.values(), ids=BROKEN.keys())
def test_trasigt_formular_stoppar_med_fil_plats_och_fel(tmp_path, text, fault):
    (tmp_path / "prov.toml").write_text(text, "utf-8")
    with pytest.raises(MallFault, match=re.escape(fault)) as found:
        load_malls(tmp_path)
    assert found.value.file == "prov.toml"
    assert found.value.place
    assert "\n" not in str(found.value)


def test_fil_som_inte_ar_text(tmp_path):
    (tmp_path / "prov.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MallFault, match="UTF-8"):
        load_malls(tmp_path)
