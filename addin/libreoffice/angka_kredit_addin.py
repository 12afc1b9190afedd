"""The add-in's component: LibreOffice loads this module and finds the class that has the cell functions.

A single value is returned as it is. Rows cannot be: a method declared `any` loses their type on the way, and one
declared to return rows makes Calc keep texts outside its pool, where `=A1="Ahli Muda"` and `=A1=""` are false even
when they are true. So rows travel as a 'volatile result', whose value may say its type."""

from __future__ import annotations

import uno
import unohelper
from com.sun.star.lang import XServiceInfo
from com.sun.star.sheet import ResultEvent, XResultListener, XVolatileResult
from id.angkakredit import XAngkaKredit

from angka_kredit.hosts.libreoffice import IMPLEMENTATION, Method, Rows, methods


class Table(unohelper.Base, XVolatileResult):
    """Rows that Calc asks for once, right after the call."""

    def __init__(self, rows: Rows) -> None:
        all_text = all(isinstance(value, str) for row in rows for value in row)
        self._rows = uno.Any("[][]string" if all_text else "[][]any", rows)

    def addResultListener(self, listener: XResultListener) -> None:
        event = ResultEvent()
        event.Value = self._rows
        listener.modified(event)

    def removeResultListener(self, listener: XResultListener) -> None:
        """Nothing to end: no second value ever comes."""


class AddIn(unohelper.Base, XAngkaKredit, XServiceInfo):
    def __init__(self, context: object) -> None:
        """UNO gives its context; the functions need none of it."""

    def getImplementationName(self) -> str:
        return IMPLEMENTATION

    def supportsService(self, name: str) -> bool:
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        return (IMPLEMENTATION,)


def _of_addin(function: Method) -> Method:
    def method(_addin: AddIn, *args: object) -> float | str | Table:
        result = function(*args)
        return Table(result) if isinstance(result, tuple) else result

    return method


for _name, _function in methods().items():
    setattr(AddIn, _name, _of_addin(_function))

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(AddIn, IMPLEMENTATION, (IMPLEMENTATION,))
