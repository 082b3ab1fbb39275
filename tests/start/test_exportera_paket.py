"""`export ID --format zip`: the same parcel as the page's, not made while a fel is left."""

import io
import zipfile

from finsam_forms import cli
from finsam_forms.core.edit import Edit, Person
from finsam_forms.store import Store


def test_paketet_fran_kommandoraden(tmp_path, capsys):
    data, file = tmp_path / "data", tmp_path / "paket.zip"
    assert cli.main(["--data", str(data), "exempel"]) == 0
    words = ["--data", str(data), "export", "1", "--format", "zip", "-o", str(file)]
    assert cli.main(words) == 0
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
        assert len(package.namelist()) == 11
        assert "Lästes in från en fil" in package.read("historik.csv").decode("utf-8-sig")
    with Store(data) as store:
        store.changes.save(1, Edit("syfte", "", 1, "abcdefgh"), Person("Anna", "FK"))
    file.unlink()
    assert cli.main(words) == 1
    assert "1 fel är kvar (granska 1 visar dem)" in capsys.readouterr().err
    assert not file.exists()
