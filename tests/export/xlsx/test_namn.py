"""What a sheet is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_forms.export.xlsx.names import LONGEST, sheet_name


@given(st.lists(st.text(max_size=60), max_size=12))
def test_varje_namn_ar_lagligt_och_inga_tva_ar_lika(titles):
    taken: list[str] = []
    for title in titles:
        taken.append(sheet_name(title, taken))
    assert all(0 < len(name) <= LONGEST and not set("[]:*?/\\") & set(name) for name in taken)
    assert all(not name.startswith("'") and not name.endswith("'") for name in taken)
    assert all(name.isprintable() or not any(ord(sign) < 32 for sign in name) for name in taken)
    assert len({name.casefold() for name in taken}) == len(taken)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Egenfinansiering", "Egenfinansiering"),
        ("2 Insatsägare (*)", "2 Insatsägare"),
        ("Kostnader att rekvirera från Samordningsförbundet", "Kostnader att rekvirera från…"),
        ("Kvinnor/män", "Kvinnor män"),
        ("history", "history (2)"),
        ("", "Blad"),
    ],
)
def test_namnet_ar_sa_nara_rubriken_det_gar(title, name):
    assert sheet_name(title, []) == name


def test_tva_som_borjar_lika_skiljs_at_pa_slutet():
    first = sheet_name("Kostnader att rekvirera från Samordningsförbundet", [])
    assert sheet_name("Kostnader att rekvirera från Samordningsförbundet per kalenderår", [first]).endswith(
        "per kalenderår"
    )
