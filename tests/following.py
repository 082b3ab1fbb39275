"""A small report form that follows the application, for tests of what comes along."""

from pathlib import Path

from finsam_forms.core.mall import Mall
from finsam_forms.core.mall_reader import read_mall

TOML = """
id = "lagesrapport"
version = "1"
family = "rapport"
noun = "rapporten"
title = "Lägesrapport"
description = "Ett halvår i taget"
forbund = "Samordningsförbundet Prov"
title_path = "insatsens_namn"

[[section]]
id = "insats"
heading = "Insatsen"
short = "Insatsen"
field = [
  { id = "insatsens_namn", type = "line", label = "Insatsens namn", required = true },
  { id = "diarienummer", type = "line", label = "Diarienummer", role = "diarienummer" },
  { id = "insatsagare", type = "parties", label = "Insatsägare", owners = true },
  { id = "insatsperiod", type = "period", label = "Beviljad tid", role = "insatstid", from = "insatstid" },
  { id = "rapportperiod", type = "period", label = "Rapporten gäller", role = "rapportperiod" },
]

[[section]]
id = "svar"
heading = "Vad som gjorts"
short = "Vad som gjorts"

  [[section.field]]
  id = "malgrupp"
  type = "long_text"
  label = "Målgrupp"

  [[section.field]]
  id = "mal"
  type = "goals"
  label = "Mål"
  list = [{ id = "resultatmal", label = "Resultatmål" }, { id = "insatsmal", label = "Insatsmål" }]

  [[section.field]]
  id = "innehall"
  type = "long_text"
  label = "Innehåll"
  from = "metod"
  on_request = true

  [[section.field]]
  id = "tidplan"
  type = "rows"
  label = "Våra egna rader"
  from = ""
  row_name = "aktivitet"
  column = [{ id = "vad", type = "line", label = "Vad" }, { id = "antal", type = "number", label = "Antal" }]

  [[section.field]]
  id = "moten"
  type = "rows"
  label = "Möten"
  row_name = "möte"
  from_previous = ""
  column = [{ id = "dag", type = "date", label = "Dag" }]

  [[section.field]]
  id = "deltagare"
  type = "number"
  label = "Deltagare"
"""
FILE = "lagesrapport.toml"


def form(text: str = TOML) -> Mall:
    return read_mall(FILE, {FILE: text})


def put_in(data: Path) -> None:
    """Among a förbund's own forms, before the program starts."""
    (data / "mallar").mkdir(parents=True, exist_ok=True)
    (data / "mallar" / FILE).write_text(TOML, "utf-8")
