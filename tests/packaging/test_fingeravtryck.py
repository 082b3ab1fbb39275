"""The fingerprint is worked out again from the file alone, by a script that knows nothing of the program."""

import hashlib
import json
import subprocess
import unicodedata
from pathlib import Path

import pytest

from finsam_forms.core.document import Document
from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.export.exchange import dumps, to_exchange
from tests.builder import LON, MALLS, OWNER, document, worked_example
from tests.others import needs

SCRIPT = Path(__file__).parents[2] / "docs" / "fingeravtryck.mjs"
SPEC = {
    "format": "finsam-forms",
    "formatversion": 1,
    "mall": "prov",
    "mallversion": "1",
    "mallavtryck": "0" * 64,
    "titel": "Vägen in",
    "innehall": {
        "syfte": "Ett stöd.",
        "mal": {"resultatmal": [{"id": "g1", "text": "40 kartläggningar"}, {"id": "g2"}]},
        "belopp": 325000,
        "diarienummer": "2027:20",
    },
    "fingeravtryck": {"metod": "finsam-forms/2", "utan": ["diarienummer"]},
}
DOCUMENTS = {
    "exemplet": worked_example(),
    "tomt": Document(MALLS["ansokan"], {}),
    "namn från en annan dator": document(syfte=unicodedata.normalize("NFD", "Åsa på väg, ett “stöd” \u2028 för 😀")),
    "en part som heter 2027": document().replace(
        {f"insatsagare/{OWNER}/organisation": "2027", f"{LON}/belopp/{OWNER}": "5"}
    ),
    "en part som heter id": document().replace(
        {f"insatsagare/{OWNER}/organisation": "id", f"{LON}/belopp/{OWNER}": "5"}
    ),
    "titel": Document(MALLS["nulagesanalys"], {"_titel": "Nuläget i A\u030are"}),
}


def in_node(file):
    return subprocess.run(["node", str(SCRIPT), str(file)], capture_output=True, encoding="utf-8")


def in_python(data):
    """The same rule, written a second time and without the package."""

    def tidy(item, in_list=False):
        if isinstance(item, str):
            return unicodedata.normalize("NFC", item)
        if isinstance(item, list):
            return [one for one in (tidy(inner, True) for inner in item) if one not in ("", None, {}, [])]
        if isinstance(item, dict):
            pairs = ((tidy(key), tidy(value)) for key, value in item.items() if not (in_list and key == "id"))
            return {key: value for key, value in pairs if value not in ("", None, {}, [])}
        return item

    left_out = data["fingeravtryck"]["utan"]
    body = {key: data.get(key, "") for key in ("mall", "mallversion", "mallavtryck")} | {
        "innehall": tidy({key: value for key, value in data["innehall"].items() if key not in left_out}),
        "metod": data["fingeravtryck"]["metod"],
        "titel": tidy(data.get("titel", "")),
        "utan": left_out,
    }
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def test_exemplet_i_beskrivningen():
    assert in_python(SPEC) == "d1263e9b9da03f88251a18580a2fae2d694e5928f27a2428af9c8e97d1317a97"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_filen_racker_for_att_rakna_ut_avtrycket(name):
    data = json.loads(dumps(DOCUMENTS[name]))
    assert in_python(data) == data["fingeravtryck"]["sha256"] == fingerprint(DOCUMENTS[name]).sha256


@needs("Skriptet i docs/fingeravtryck.mjs", "node")
def test_skriptet_i_dokumentationen_sager_detsamma(tmp_path):
    for name, found in DOCUMENTS.items():
        file = tmp_path / "fil.json"
        file.write_text(dumps(found), "utf-8")
        assert in_node(file).stdout.strip() == fingerprint(found).sha256, name
    file.write_text(json.dumps(SPEC), "utf-8")
    assert in_node(file).stdout.strip() == in_python(SPEC)


@needs("Skriptet i docs/fingeravtryck.mjs", "node")
def test_skriptet_sager_till_om_filen_har_andrats(tmp_path):
    data = to_exchange(worked_example())
    data["innehall"]["syfte"] += " Och lite till."
    file = tmp_path / "fil.json"
    file.write_text(json.dumps(data), "utf-8")
    answer = in_node(file)
    assert answer.returncode == 1
    assert "har ändrats" in answer.stderr
