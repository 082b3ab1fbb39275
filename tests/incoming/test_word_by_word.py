"""In the terminal a text that becomes another is told by what differs, not twice as a whole."""

import pytest

from finsam_forms.incoming.chosen import lines
from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.word_by_word import word_by_word
from tests.incoming.test_compare import DOC, brought

LONG = " ".join(f"ord{number}" for number in range(200))


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("Fler ska få arbete.", "Alla ska få arbete.", "[−Fler−] {+Alla+} ska få arbete."),
        ("Ett. Två.", "Ett. Två. Tre.", "Ett. [−Två.−]{+Två. Tre.+}"),
        ("Ett och två", "Ett två", "Ett [−och−] två"),
        ("Ett.\n\nTvå.", "Ett.\nTvå.", "Ett. ¶ [−¶−] Två."),
        ("En sak", "Helt annat", "[−En sak−]{+Helt annat+}"),
    ],
)
def test_det_som_gar_och_det_som_kommer(before, now, told):
    assert word_by_word(before, now) == told


def test_av_en_lang_text_sags_det_som_star_omkring():
    told = word_by_word(LONG, LONG.replace("ord50 ", "femtio ").replace("ord150 ", ""))
    assert told == (
        "… ord44 ord45 ord46 ord47 ord48 ord49 [−ord50−] {+femtio+} ord51 ord52 ord53 ord54 ord55 ord56 … "
        "ord145 ord146 ord147 ord148 ord149 [−ord150−] ord151 ord152 ord153 ord154 ord155 …"
    )


def test_skillnaden_sags_ord_for_ord_och_ett_belopp_helt():
    file = {"syfte": "Fler ska få studier.", "insatstid/start": "2022-02-21"}
    assert [*lines(compare(brought(file), DOC, "1"))] == [
        "Syfte: Fler ska få [−arbete.−]{+studier.+}.",
        "Insatstid, Planerat startdatum: «2021-02-21» → «2022-02-21».",
    ]
