"""The tidplan as a picture: one description for the page and the paper, with the gaps in words too."""

import re

from finsam_forms.core.charts import time_chart
from finsam_forms.web.kinds.time_axis import LEFT, RIGHT, time_picture
from tests.builder import worked_example


def test_insatstid_faser_lokus_och_lon_star_pa_samma_axel(exempel):
    text = exempel.get("/utkast/1/avsnitt/tidplan").text
    for look, count in (("insats", 1), ("phase", 3), ("wage", 1)):
        assert text.count(f"span--{look}") == count
    assert text.count("lokus-mark") == 2
    assert "Faserna täcker hela insatstiden" in text


def test_luckor_och_overlapp_syns_och_sags_i_ord(exempel, sheet):
    phases = sheet().document.rows("tidplan")
    exempel.save(f"tidplan/{phases[0]}/till", "2021-06-10", base=1)
    exempel.save(f"tidplan/{phases[2]}/fran", "2021-09-15", base=1)
    text = exempel.get("/utkast/1/tidsaxel").text.replace("\u00a0", " ")
    assert "span--gap" in text
    assert text.count("span--overlap") == 2
    assert "Ingen fas: 2021-06-11 – 2021-06-30." in text
    assert "Två faser samtidigt: 2021-09-15 – 2021-09-30." in text


def test_inget_star_utanfor_bilden():
    picture = time_picture(worked_example())
    for line in picture.lines:
        for box in line.boxes:
            assert LEFT <= box.x <= box.x + box.width <= RIGHT + 1
    assert len(picture.lines) == len(time_chart(worked_example()).rows)


def test_utan_datum_sags_vad_som_behovs(ansokan):
    text = ansokan.get("/utkast/1/avsnitt/tidplan").text
    assert "ritas de här på en tidsaxel" in text
    assert not re.search("<svg viewBox=.0 0 720", text)
