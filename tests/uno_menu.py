"""Run in a Python that has UNO: presses the buttons of a running LibreOffice, and tells what came of each.

uno_menu.py PIPE < steps. The steps, and what each of them answers, are JSON: [name, argument, ...]."""

from __future__ import annotations

import json
import sys
from typing import Any

import uno
from com.sun.star.beans import NamedValue, PropertyValue

from uno_desktop import listening

MENU = "/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar/id.angkakredit.menu/Submenu"
CALC = "com.sun.star.sheet.SpreadsheetDocument"


class Office:
    def __init__(self, pipe: str) -> None:
        context = listening(pipe)
        self.create: Any = lambda name: context.ServiceManager.createInstanceWithContext(name, context)
        self.desktop = self.create("com.sun.star.frame.Desktop")
        self.document: Any = None

    def buka(self, path: str) -> None:
        """Takes a workbook, opening it unless it is open, after closing the one before."""
        if self.document is not None:
            self.document.setModified(False)
            self.document.close(True)
        url = uno.systemPathToFileUrl(path)
        there = [each for each in self.documents() if url == each.URL]
        self.document = there[0] if there else self.desktop.loadComponentFromURL(url, "_blank", 0, ())
        if self.document is None:
            raise SystemExit(f"LibreOffice does not open {path}")

    def tekan(self, kunci: str, *answers: str) -> dict[str, Any]:
        """Presses a button with these answers: what it said, and the tables that it made."""
        given = PropertyValue()
        given.Name, given.Value = "Jawaban", uno.Any("[]string", answers)
        helper = self.create("com.sun.star.frame.DispatchHelper")
        frame = self.document.CurrentController.Frame
        event = helper.executeDispatch(frame, f"vnd.id.angkakredit:{kunci}", "", 0, (given,))
        return {"kata": event.Result, "tabel": self.tables()}

    def tekan_sendiri(self, kunci: str) -> str:
        """Presses a button whose dialogs nobody answers: without a screen they close by themselves."""
        helper = self.create("com.sun.star.frame.DispatchHelper")
        frame = self.document.CurrentController.Frame
        return str(helper.executeDispatch(frame, f"vnd.id.angkakredit:{kunci}", "", 0, ()).Result)

    def saat_buka(self, *answers: str) -> str:
        """What the opening of the workbook asks and says."""
        job = self.create("id.angkakredit.SaatBuka")
        environment = uno.Any("[]com.sun.star.beans.NamedValue", (named("Model", self.document),))
        return str(job.execute((named("Environment", environment), named("Jawaban", uno.Any("[]string", answers)))))

    def pilih(self, sheet: str, cell: str) -> None:
        self.document.CurrentController.select(self.cell(sheet, cell))

    def nilai(self, sheet: str, cell: str) -> Any:
        return self.cell(sheet, cell).getDataArray()[0][0]

    def ketik(self, sheet: str, cell: str, value: float) -> None:
        self.cell(sheet, cell).setValue(value)

    def rumus(self, sheet: str, cell: str) -> str:
        return str(self.cell(sheet, cell).getFormula())

    def urungkan(self) -> str:
        title = str(self.document.UndoManager.CurrentUndoActionTitle)
        self.document.UndoManager.undo()
        return title

    def sandi(self, sheet: str, password: str) -> None:
        self.document.Sheets.getByName(sheet).unprotect("")
        self.document.Sheets.getByName(sheet).protect(password)

    def terbuka(self) -> list[str]:
        return [sheet.Name for sheet in self.document.Sheets if not sheet.isProtected()]

    def langkah(self) -> list[str]:
        """The steps that Undo offers, the last first."""
        return list(self.document.UndoManager.AllUndoActionTitles)

    def simpan(self, path: str) -> None:
        """A copy, as .xlsx or as .ods."""
        given = PropertyValue()
        given.Name, given.Value = "FilterName", "Calc MS Excel 2007 XML" if path.endswith(".xlsx") else "calc8"
        self.document.storeToURL(uno.systemPathToFileUrl(path), (given,))

    def menu(self) -> list[list[str]]:
        """The menu as this office has it: label and address, in its order."""
        where = PropertyValue()
        where.Name, where.Value = "nodepath", MENU
        provider = self.create("com.sun.star.configuration.ConfigurationProvider")
        node = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (where,))
        items = [node.getByName(name) for name in node.ElementNames]
        return [[str(item.getByName("Title") or ""), str(item.getByName("URL"))] for item in items]

    def bilah(self) -> list[str]:
        manager = self.document.CurrentController.Frame.LayoutManager
        return [element.ResourceURL for element in manager.Elements if "angkakredit" in element.ResourceURL]

    def judul(self) -> list[str]:
        """The names of the open workbooks."""
        return sorted(each.Title for each in self.documents())

    def cell(self, sheet: str, cell: str) -> Any:
        return self.document.Sheets.getByName(sheet).getCellRangeByName(cell)

    def tables(self) -> list[Any]:
        """The unsaved workbooks, each as its sheet's name and rows; they are closed."""
        found = []
        for document in self.documents():
            if not document.URL:
                sheet = document.Sheets.getByIndex(0)
                cursor = sheet.createCursor()
                cursor.gotoEndOfUsedArea(True)
                found.append([sheet.Name, cursor.getDataArray()])
                document.close(True)
        return found

    def documents(self) -> list[Any]:
        components = self.desktop.Components.createEnumeration()
        found = []
        while components.hasMoreElements():
            each = components.nextElement()
            if hasattr(each, "supportsService") and each.supportsService(CALC):
                found.append(each)
        return found


def named(name: str, value: Any) -> Any:
    made = NamedValue()
    made.Name, made.Value = name, value
    return made


def main(pipe: str) -> None:
    running = Office(pipe)
    print(json.dumps([getattr(running, name)(*arguments) for name, *arguments in json.load(sys.stdin)]))


if __name__ == "__main__":
    main(*sys.argv[1:])
