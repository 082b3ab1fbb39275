"""`kontrollera FIL`: every fault of a förbund's own form at once, with its line, or a sample on paper. Never a stack trace."""

import random
import re

import pytest

from finsam_forms.cli import main
from finsam_forms.core.mall_reader import faults_in
from finsam_forms.core.toml_lines import with_lines
from finsam_forms.mallar import HERE

FORM = """id = "prov"
version = "1"
title = "Ett prov"
description = "Ett prov"
forbund = "Förbundet"

[[section]]
id = "ett"
heading = "Första frågan"
short = "Första"

[[section.field]]
id = "svar"
type = "line"
label = "Svar"

[[section.field]]
id = "fler"
type = "rows"
column = [
    { id = "namn", type = "line", label = "Namn" },
    { id = "dag", type = "date", label = "Dag" },
]
"""


@pytest.fixture
def tried(tmp_path, capsys):
    """Tries a form: (exit code, what is said of the form, what is said to the person)."""

    def run(content, name="prov.toml"):
        if content is not None:
            (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        code = main(["--data", str(tmp_path / "data"), "kontrollera", str(tmp_path / name)])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert not (tmp_path / "data" / "fel.txt").exists()
        return code, out, err

    return run


def test_ett_formular_utan_fel_skrivs_ut_pa_prov(tried, tmp_path):
    code, out, err = tried(FORM)
    assert (code, out.strip()) == (0, str(tmp_path / "prov-prov.pdf"))
    assert (tmp_path / "prov-prov.pdf").read_bytes().startswith(b"%PDF")
    assert "1 avsnitt, 2 fält" in err


def line_of(words, text):
    return text[: text.index(words)].count("\n") + 1


FAULTS = {
    "felstavad nyckel": ('label = "Svar"', 'lable = "Svar"', "menade du ”label”?"),
    "okänt slag": ('type = "line"\nlabel', 'type = "lina"\nlabel', "menade du ”line”?"),
    "okänt slag i en kolumn": ('id = "dag", type = "date"', 'id = "dag", type = "datum"', "okänd typ ”datum”"),
    "fel sorts värde": ('label = "Svar"', "required = 1", "”required” ska vara true eller false"),
    "okänd roll": ('label = "Svar"', 'role = "chef"', "okänd roll ”chef”"),
    "dåligt id": ('id = "svar"', 'id = "Svår"', "bara ha a–z"),
    "slut på citattecken": ('heading = "Första frågan"', 'heading = "Första frågan', "citattecken saknas"),
    "inga citattecken": ('heading = "Första frågan"', "heading = Första frågan", "raka citattecken"),
    "krulliga citattecken": ('heading = "Första frågan"', "heading = ”Första frågan”", "raka citattecken"),
    "inget likhetstecken": ('heading = "Första frågan"', 'heading "Första frågan"', "likhetstecken"),
    "samma nyckel två gånger": ('short = "Första"', 'heading = "Igen"', "står två gånger"),
    "för få klamrar": ("[[section.field]]\nid = \"fler\"", "[section.field]\nid = \"fler\"", "[[section.field]]"),
}  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_felet_sags_med_sin_rad(tried, good, bad, said):
    text = FORM.replace(good, bad)
    assert text != FORM
    code, out, _ = tried(text)
    (sentence,) = out.splitlines()
    assert code == 1
    assert said in sentence
    assert f"rad {line_of(bad, text)}:" in sentence


def test_alla_fel_sags_pa_en_gang_uppifran_och_ned(tried):
    text = FORM.replace('label = "Svar"', 'lable = "Svar"').replace('type = "date"', 'type = "datum"')
    text = text.replace('short = "Första"\n', "") + '[[section]]\nid = "ett"\n'
    code, out, err = tried(text)
    lines = [int(number) for number in re.findall(r"rad (\d+):", out)]
    assert code == 1
    assert lines == sorted(lines)
    for words in ("lable", "datum", "”short” saknas", "”heading” saknas"):
        assert words in out
    assert f"{len(lines)} fel" in err


def test_tva_med_samma_id_sags_dar_den_andra_star(tried):
    text = FORM + '[[section.field]]\nid = "svar"\ntype = "date"\n'
    _, out, _ = tried(text)
    assert "två fält har samma id ”svar”" in out
    assert f"rad {text.count(chr(10)) - 2}:" in out


def test_det_som_inte_stammer_mellan_delarna_har_ocksa_en_rad(tried):
    text = FORM.replace('type = "line"\nlabel', 'type = "proportion"\nof = "borta/alla"\nlabel')
    _, out, _ = tried(text)
    assert f"rad {line_of('of = ', text)}:" in out or f"rad {line_of('[[section.field]]', text)}:" in out


UNREADABLE = {
    "Latin-1": (FORM.encode("latin-1"), "rad 5"),
    "UTF-16": (FORM.encode("utf-16"), "rad 1"),
    "en bild": (b"\x89PNG\r\n\x1a\n\0\0", "rad 1"),
}


@pytest.mark.parametrize(("content", "line"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_en_fil_som_inte_ar_text_i_utf_8(tried, content, line):
    code, out, _ = tried(content)
    assert code == 1
    assert line in out
    assert "UTF-8" in out


def test_anteckningars_utf_8_med_marke_gar_bra(tried):
    assert tried(b"\xef\xbb\xbf" + FORM.replace("\n", "\r\n").encode())[0] == 0


def test_fil_som_inte_finns_och_mapp(tried, tmp_path):
    code, _, err = tried(None, "borta.toml")
    assert (code, "finns inte" in err) == (1, True)
    code, _, err = tried(None, "")
    assert (code, "är en mapp" in err) == (1, True)


@pytest.mark.parametrize(
    "content", ["", "\n", "# inget", '"""', "x = " + "9" * 5000, "x = " + "[" * 5000, "id = 1\nsection = 3"]
)
def test_konstiga_filer_ar_en_mening(tried, content):
    code, out, _ = tried(content)
    assert code == 1
    assert out


def test_ett_id_som_finns_redan(tried):
    code, out, _ = tried(FORM.replace('id = "prov"', 'id = "ansokan"'))
    assert (code, "rad 1: formuläret: id ”ansokan” finns redan" in out) == (1, True)


def test_en_fast_text_i_fel_kodning_sags(tried, tmp_path):
    (tmp_path / "fast.md").write_bytes("Så här".encode("latin-1"))
    code, out, _ = tried(
        FORM + '[[section.field]]\nid = "fast"\ntype = "fixed_text"\nfile = "fast.md"\nfingerprint = "x"\n'
    )
    assert code == 1
    assert "fast.md, rad 1" in out


@pytest.mark.parametrize("name", [file.name for file in sorted(HERE.glob("*.toml"))])
def test_programmets_egna_filer_lases_likadant_med_rader(name):
    import tomllib

    text = (HERE / name).read_text("utf-8")
    found = with_lines(text)
    assert found == tomllib.loads(text)
    lines = text.splitlines()
    for section in found.get("section", []):
        assert lines[section.line - 1] == "[[section]]"
        assert section.lines.keys() >= {key for key, value in section.items() if not isinstance(value, list | dict)}
        assert all(key in lines[line - 1] for key, line in section.lines.items())


def test_slumpvis_forstorda_formular_ger_meningar_med_rader():
    words = (HERE / "ansokan.toml").read_text("utf-8")
    files = {file.name: file.read_text("utf-8") for file in HERE.glob("*.md")}
    chance, told = random.Random(7), 0
    for _ in range(120):
        lines = words.splitlines()
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(lines))
            match chance.randrange(4):
                case 0:
                    del lines[at]
                case 1:
                    lines[at] = lines[chance.randrange(len(lines))]
                case 2:
                    lines[at] = re.sub(
                        r'"[^"]*"', chance.choice(["3", "[]", '""', "{}", '["a"]', "1979-05-27"]), lines[at], count=1
                    )
                case _:
                    place = chance.randrange(len(lines[at]) + 1)
                    lines[at] = lines[at][:place] + chance.choice('"[]{}=,.#é\\') + lines[at][place:]
        for fault in faults_in("x.toml", {**files, "x.toml": "\n".join(lines)}):
            told += 1
            assert 1 <= fault.line <= len(lines) + 1
            assert fault.fault
    assert told > 50


def test_en_uppgift_som_inget_star_i_har_ocksa_sin_rad():
    lines = (HERE / "ansokan.toml").read_text("utf-8").splitlines()
    here = next(number for number, line in enumerate(lines) if line.strip() == "[[section.field]]")
    files = {file.name: file.read_text("utf-8") for file in HERE.glob("*.md")}
    broken = "\n".join([*lines[:here], "  [[section.field]]", *lines[here:]])
    (fault,) = (one for one in faults_in("x.toml", {**files, "x.toml": broken}) if "”type” saknas" in one.fault)
    assert fault.line == here + 1
