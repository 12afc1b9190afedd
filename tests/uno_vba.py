"""Run by hosts/test_vba_office.py in a Python that has UNO: opens a workbook with its macros, tells what cells show.

uno_vba.py PIPE WORKBOOK"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import uno

from uno_desktop import desktop

ALWAYS = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN


def main(pipe: str, workbook: str) -> None:
    options = (_property("Hidden", True), _property("MacroExecutionMode", ALWAYS))
    document = desktop(pipe).loadComponentFromURL(Path(workbook).as_uri(), "_blank", 0, options)
    try:
        document.calculateAll()
        sheet = document.Sheets.getByIndex(0)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        cells = [
            [sheet.getCellByPosition(column, row).String for column in range(last.EndColumn + 1)]
            for row in range(last.EndRow + 1)
        ]
        print(json.dumps(cells))
    finally:
        document.close(True)


def _property(name: str, value: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
