"""`kontrollera FIL`: a förbund's own form is read as at start. Everything that is wrong is told with its line, or the form is printed."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .refusal import Refusal, file_trouble, say

if TYPE_CHECKING:
    from .core.mall import Mall
    from .core.mall_fault import MallFault


def words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL", help="formuläret, en TOML-fil")
    parser.add_argument("-o", "--output", type=Path, metavar="PDF", help="provtrycket; annars FIL-prov.pdf bredvid")


def try_out(args: argparse.Namespace) -> int:
    """Exit 1 when the form can't be used."""
    from .mallar.trying import try_form
    from .store.folder import FORMS, write_whole

    file: Path = args.file
    folder: Path = args.data / FORMS
    if file.is_dir():
        raise Refusal(f"{file} är en mapp. Skriv vilken fil i den som ska prövas.")
    try:
        found = try_form(file, folder)
        if isinstance(found, list):
            return told(found, file)
        output = args.output or file.with_name(f"{file.stem}-prov.pdf")
        write_whole(output, sample(found))
    except OSError as trouble:
        raise file_trouble(trouble) from None
    here = (
        "Starta om programmet,"
        if file.absolute().parent == folder.absolute()
        else f"Lägg filen i {folder} och starta om programmet,"
    )
    fields = sum(len(section.fields) for section in found.sections)
    say(f"Formuläret ”{found.title}” går att använda: {len(found.sections)} avsnitt, {fields} fält.")
    say(f"{here} så går det att välja.")
    print(output)
    return 0


def told(faults: list[MallFault], file: Path) -> int:
    for fault in faults:
        where = f"rad {fault.line}" if fault.line else "hela filen"
        print(f"{fault.file}, {where}: {fault.place}: {fault.fault}.")
    number = "Ett fel" if len(faults) == 1 else f"{len(faults)} fel"
    say(f"{number}. Formuläret i {file} går inte att använda förrän det är rättat.")
    return 1


def sample(mall: Mall) -> bytes:
    """The form on paper, to fill in by hand."""
    from .core.document import Document
    from .export.formats import PDF, Order
    from .export.stamp import Stamp

    if PDF.lacks:
        raise Refusal(
            f"Formuläret går att använda. Provtrycket kräver {', '.join(PDF.lacks)}, som inte är installerat."
        )
    stamp = Stamp(printed_at=f"{datetime.now():%Y-%m-%d %H:%M}", state="blankett")
    return PDF.make(Order(document=Document(mall, {}), stamp=stamp))
