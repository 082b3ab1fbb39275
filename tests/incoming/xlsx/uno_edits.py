"""Edits workbooks in LibreOffice, as a person does: run by the Python that has `uno`, with a file of jobs.

A job: `[file, saved as, [[what, sheet, …], …]]`. Rows are counted from 1; cells are called as a spreadsheet calls them.
"""

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellRangeAddress


def says(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice svarar inte")


def edit(document, what, name, *rest):
    sheet = document.Sheets.getByName(name)
    if what == "number":
        sheet.getCellRangeByName(rest[0]).Value = rest[1]
    elif what == "text":
        sheet.getCellRangeByName(rest[0]).String = rest[1]
    elif what == "type":  # as from the keyboard: «=12*3», «2021-05-01»
        sheet.getCellRangeByName(rest[0]).setFormula(rest[1])
    elif what == "unprotect":
        sheet.unprotect("")
    elif what == "insert rows":
        sheet.Rows.insertByIndex(rest[0] - 1, rest[1])
    elif what == "delete rows":
        sheet.Rows.removeByIndex(rest[0] - 1, rest[1])
    elif what == "insert columns":
        sheet.Columns.insertByIndex(rest[0] - 1, rest[1])
    elif what == "rename":
        sheet.Name = rest[0]
    elif what == "delete sheet":
        document.Sheets.removeByName(name)
    elif what == "move row":  # cut and put in between others
        source, target = rest
        sheet.Rows.insertByIndex(target - 1, 1)
        source += source >= target
        whole = CellRangeAddress(sheet.RangeAddress.Sheet, 0, source - 1, 100, source - 1)
        sheet.moveRange(sheet.getCellByPosition(0, target - 1).CellAddress, whole)
        sheet.Rows.removeByIndex(source - 1, 1)
    else:
        raise SystemExit(f"okänt: {what}")


def main(jobs, profile):
    pipe = f"finsam{os.getpid()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        desk = desktop(pipe)
        for source, target, edits in json.loads(Path(jobs).read_text("utf-8")):
            document = desk.loadComponentFromURL(source, "_blank", 0, (says("Hidden", True),))
            for one in edits:
                edit(document, *one)
            document.calculateAll()
            document.storeToURL(target, (says("FilterName", "Calc MS Excel 2007 XML"),))
            document.close(True)
        with contextlib.suppress(Exception):
            desk.terminate()
        office.wait(30)
    finally:
        if office.poll() is None:
            office.terminate()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
