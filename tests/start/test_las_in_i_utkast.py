"""`import FIL --till ID`: shown first, taken in with --ja, never without."""

import json

import docx
import pytest

from finsam_forms import cli
from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.export.formats import FORMATS
from finsam_forms.store import Person, Store
from tests.builder import MALLS, worked_example


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    assert cli.main(["--data", str(folder), "exempel"]) == 0
    return folder


@pytest.fixture
def changed(tmp_path, data, capsys):
    """The example as JSON, with another name, and a day that is none."""
    capsys.readouterr()
    file = tmp_path / "ändrad ansökan.json"
    assert cli.main(["--data", str(data), "export", "1", "--format", "json", "-o", str(file)]) == 0
    content = json.loads(file.read_text("utf-8"))
    content["innehall"]["insatsens_namn"] = "Ett annat namn"
    content["innehall"]["insatstid"]["start"] = "i våras"
    file.write_text(json.dumps(content), "utf-8")
    return file


def values(data):
    with Store(data) as store:
        return store.drafts.load(1).values


def test_utan_ja_visas_vad_som_skiljer_och_ingenting_andras(data, changed, capsys):
    before = values(data)
    assert cli.main(["--data", str(data), "import", str(changed), "--till", "1"]) == 1
    out, err = capsys.readouterr()
    assert "Insatsens namn" in out and "{+Ett annat namn" in out
    assert len(out.splitlines()) == 2
    assert "Ingenting är intaget. Lägg till --ja" in err
    assert values(data) == before


def test_med_ja_tas_det_in_som_inte_ar_tveksamt(data, changed, capsys):
    before = values(data)
    assert cli.main(["--data", str(data), "import", str(changed), "--till", "1", "--ja"]) == 1
    assert "Intaget: 1. Kvar att ta ställning till: 1." in capsys.readouterr().err
    assert values(data) == before | {"insatsens_namn": "Ett annat namn"}
    with Store(data) as store:
        change = store.log.history(1, "insatsens_namn")[0]
        assert store.dossier.files(1) == {change.op: "ändrad ansökan.json"}
        assert store.drafts.about(1).title == "Ett annat namn"


def test_en_fil_som_inte_sager_hur_det_stod_andrar_inget_som_star_har(data, changed, capsys):
    before = values(data)
    content = json.loads(changed.read_text("utf-8"))
    del content["andring"]
    changed.write_text(json.dumps(content), "utf-8")
    assert cli.main(["--data", str(data), "import", str(changed), "--till", "1", "--ja"]) == 1
    out, err = capsys.readouterr()
    assert out.count("Kan vara ändrat här sedan filen sparades") == 2
    assert "Intaget: 0. Kvar att ta ställning till: 2." in err
    assert values(data) == before
    with Store(data) as store:
        assert store.dossier.files(1) == {}


def test_en_kommentar_i_filen_blir_en_anteckning_i_ett_nytt_utkast(data, tmp_path, capsys):
    file = tmp_path / "a.docx"
    assert cli.main(["--data", str(data), "export", "1", "--format", "docx", "-o", str(file)]) == 0
    document = docx.Document(file)
    words = next(one for one in document.paragraphs if one.text.startswith("Syftet är att"))
    document.add_comment(words.runs, text="Är det rätt?", author="Karin Ek")
    document.save(file)
    assert cli.main(["--data", str(data), "import", str(file)]) == 0
    assert "Kommentar av Karin Ek: Är det rätt?" in capsys.readouterr().err
    with Store(data) as store:
        notes = {path: text for path, text in store.drafts.load(2).values.items() if path.startswith("_notes/syfte/")}
    assert sorted(notes.values()) == ["Karin Ek", "Är det rätt?"]


@pytest.mark.parametrize("name", FORMATS)
def test_en_fil_utan_andringar_ar_inget_att_gora_och_blir_annars_ett_likadant_utkast(data, tmp_path, capsys, name):
    """Whatever it was saved as: what no format can hold stands in all of them."""
    file = tmp_path / f"a.{name}"
    assert cli.main(["--data", str(data), "export", "1", "--format", name, "-o", str(file)]) == 0
    assert cli.main(["--data", str(data), "import", str(file), "--till", "1", "--ja"]) == 0
    assert "Inga ändringar" in capsys.readouterr().err
    assert cli.main(["--data", str(data), "import", str(file)]) == 0
    with Store(data) as store:
        assert fingerprint(Document(MALLS["ansokan"], store.drafts.load(2).values)) == fingerprint(worked_example())


def test_ett_last_utkast_andras_inte(data, changed, capsys):
    with Store(data) as store:
        store.dossier.lock(1, fingerprint(worked_example()), Person("Anna", "FK"))
    before = values(data)
    assert cli.main(["--data", str(data), "import", str(changed), "--till", "1", "--ja"]) == 1
    assert "låst" in capsys.readouterr().err.lower()
    assert values(data) == before


def test_medan_programmet_ar_igang_tas_inget_in_vid_sidan_av(data, changed, capsys):
    with Store(data, exclusive=True):
        assert cli.main(["--data", str(data), "import", str(changed), "--till", "1"]) == 1
        assert "{+Ett annat namn" in capsys.readouterr().out
        assert cli.main(["--data", str(data), "import", str(changed), "--till", "1", "--ja"]) == 1
    assert "redan igång" in capsys.readouterr().err
    assert values(data)["insatsens_namn"] != "Ett annat namn"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"{", "här går filen inte att läsa som JSON"), (b"PK", "skadad"), (b"hej", "av en sort"), (b"", "tom")],
)
def test_en_fil_som_inte_gar_att_lasa_sags_med_sitt_namn(data, tmp_path, capsys, content, sentence):
    file = tmp_path / "trasig"
    file.write_bytes(content)
    for more in ([], ["--till", "1"]):
        assert cli.main(["--data", str(data), "import", str(file), *more]) == 1
        err = capsys.readouterr().err
        assert sentence in err and str(file) in err


def test_ett_annat_formular_och_ett_utkast_som_inte_finns(data, changed, tmp_path, capsys):
    other = tmp_path / "n.json"
    other.write_text(
        json.dumps({"format": "finsam-forms", "formatversion": 1, "mall": "nulagesanalys", "innehall": {}}), "utf-8"
    )
    assert cli.main(["--data", str(data), "import", str(other), "--till", "1"]) == 1
    assert f"utkastet är en ”{MALLS['ansokan'].title}”" in capsys.readouterr().err
    assert cli.main(["--data", str(data), "import", str(changed), "--till", "99"]) == 1
    assert "finns inte" in capsys.readouterr().err
    assert cli.main(["--data", str(data), "import", str(changed), str(other), "--till", "1"]) == 1
    assert "En fil i taget" in capsys.readouterr().err
