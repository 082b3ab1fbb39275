"""Opens a Word file in LibreOffice, changes it as a person would, and saves it. Run by the Python that has UNO (python3-uno).

`office.py IN OUT PROFILE` with the changes as JSON on stdin: a list of [what, …].
"""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

BREAK = 0  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK


def setting(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Office:
    def __init__(self, profile):
        self.pipe = f"finsam{os.getpid()}"
        words = ["soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={self.pipe};urp;"]
        self.process = subprocess.Popen(
            [*words, f"-env:UserInstallation={Path(profile).as_uri()}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        until = time.monotonic() + 90
        while True:
            try:
                self.context = resolver.resolve(f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                if time.monotonic() > until:
                    self.process.kill()
                    raise
                time.sleep(0.3)
        self.desktop = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)

    def close(self):
        with suppress(Exception):
            self.desktop.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Changes:
    def __init__(self, document):
        self.document, self.text = document, document.Text

    def replace(self, old, new):
        search = self.document.createReplaceDescriptor()
        search.SearchString, search.ReplaceString, search.SearchCaseSensitive = old, new, True
        assert self.document.replaceAll(search) == 1, old

    def replace_everywhere(self, old, new):
        search = self.document.createReplaceDescriptor()
        search.SearchString, search.ReplaceString = old, new
        assert self.document.replaceAll(search) >= 1, old

    def paragraph(self, start):
        found = self.text.createEnumeration()
        while found.hasMoreElements():
            one = found.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph") and one.String.startswith(start):
                return one
        raise AssertionError(start)

    def new_paragraph(self, after, words):
        cursor = self.text.createTextCursorByRange(self.paragraph(after).End)
        self.text.insertControlCharacter(cursor, BREAK, False)
        self.text.insertString(cursor, words, False)

    def remove_paragraph(self, start):
        cursor = self.text.createTextCursorByRange(self.paragraph(start).Start)
        cursor.gotoEndOfParagraph(True)
        cursor.goRight(1, True)
        cursor.String = ""

    def row_of(self, label):
        """The first row whose first words are these: its table, and its number."""
        tables = self.document.TextTables
        for number in range(tables.Count):
            table = tables.getByIndex(number)
            for name in table.CellNames:
                if name.startswith("A") and table.getCellByName(name).String.strip() == label:
                    return table, int(name[1:]) - 1
        raise AssertionError(label)

    def cell(self, label, column, words):
        table, row = self.row_of(label)
        cell = table.getCellByName(f"{column}{row + 1}")
        cursor = cell.createTextCursor()
        cursor.gotoStart(False)
        cursor.gotoEnd(True)
        cursor.String = words

    def remove_row(self, label):
        table, row = self.row_of(label)
        table.Rows.removeByIndex(row, 1)

    def new_row(self, below, cells):
        table, row = self.row_of(below)
        table.Rows.insertByIndex(row + 1, 1)
        for column, words in cells.items():
            table.getCellByName(f"{column}{row + 2}").String = words

    def track(self):
        self.document.RecordChanges = True


def main(source, target, profile):
    office = Office(profile)
    try:
        document = office.desktop.loadComponentFromURL(
            Path(source).resolve().as_uri(), "_blank", 0, (setting("Hidden", True),)
        )
        changes = Changes(document)
        for name, *words in json.load(sys.stdin):
            getattr(changes, name)(*words)
        filters = {".docx": "MS Word 2007 XML", ".odt": "writer8", ".doc": "MS Word 97"}
        document.storeToURL(Path(target).resolve().as_uri(), (setting("FilterName", filters[Path(target).suffix]),))
        document.close(True)
    finally:
        office.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
