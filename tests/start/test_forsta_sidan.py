"""The first page waits for nothing that it does not show (docs/beslut/0026)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LATER = {
    "docx": "Word",
    "email_validator": "e-postadresser",
    "finsam_forms.core.checks.rules": "reglerna i Granska",
    "finsam_forms.export.elements": "det som gör papper",
    "finsam_forms.web.avsnitt": "ett avsnitt",
    "finsam_forms.core.kinds.registry": "slagen av svar",
    "finsam_forms.core.mall_reader": "det som läser formulär",
    "finsam_forms.web.kinds": "det som sidor frågar ett slags svar",
    "lxml": "det som läser och gör filer",
    "markdown_it": "långa texter",
    "openpyxl": "det som läser Excel",
    "pypdf": "det som läser PDF",
    "reportlab": "PDF",
    "stdnum": "personnummer",
    "xlsxwriter": "Excel",
}
"""What is loaded when it is needed."""
FIRST_PAGE = """
import sys
from pathlib import Path
from finsam_forms.app import create_app
app = create_app(Path(sys.argv[1]))
assert app.test_client().get("/", base_url="http://127.0.0.1").status_code == 200
print(*sys.modules, flush=True)
app.extensions["finsam_forms"].feed.stop()
app.extensions["finsam_forms"].store.close()
"""


def test_den_forsta_sidan_vantar_inte_pa_det_som_den_inte_visar(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, str(tmp_path / "data")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    loaded = set(run.stdout.split())
    assert "finsam_forms.web.oversikt" in loaded
    assert {why for name, why in LATER.items() if name in loaded} == set()
