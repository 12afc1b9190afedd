"""The add-in's menu: LibreOffice asks this component to carry out the addresses of menu and toolbar."""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.frame import DispatchResultEvent, XDispatchProvider, XNotifyingDispatch
from com.sun.star.lang import XInitialization, XServiceInfo
from com.sun.star.task import XJob

from angka_kredit.hosts.libreoffice import JOB, MENU, PROTOKOL
from angka_kredit.hosts.libreoffice_menu import kerjakan, saat_buka

_HANDLER = "com.sun.star.frame.ProtocolHandler"
_SUCCESS = 1  # com.sun.star.frame.DispatchResultState


class Menu(unohelper.Base, XDispatchProvider, XNotifyingDispatch, XInitialization, XServiceInfo):  # type: ignore[misc]
    def __init__(self, context: Any) -> None:
        self._context = context
        self._frame: Any = None

    def initialize(self, arguments: tuple[Any, ...]) -> None:
        if arguments:
            self._frame = arguments[0]

    def queryDispatch(self, url: Any, _target: str, _flags: int) -> Menu | None:
        return self if url.Complete.startswith(PROTOKOL) else None

    def queryDispatches(self, requests: tuple[Any, ...]) -> tuple[Menu | None, ...]:
        return tuple(self.queryDispatch(each.FeatureURL, each.FrameName, each.SearchFlags) for each in requests)

    def dispatch(self, url: Any, arguments: tuple[Any, ...]) -> None:
        self._run(url, arguments)

    def dispatchWithNotification(self, url: Any, arguments: tuple[Any, ...], listener: Any) -> None:
        said = self._run(url, arguments)
        if listener is not None:
            listener.dispatchFinished(DispatchResultEvent(self, _SUCCESS, said))

    def addStatusListener(self, _listener: Any, _url: Any) -> None:
        """Every command can always be used: it says in words what it lacks."""

    def removeStatusListener(self, _listener: Any, _url: Any) -> None:
        """None is kept."""

    def getImplementationName(self) -> str:
        return MENU

    def supportsService(self, name: str) -> bool:
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        return (_HANDLER, MENU)

    def _run(self, url: Any, arguments: tuple[Any, ...]) -> str:
        answers = next((each.Value for each in arguments if each.Name == "Jawaban"), None)
        return kerjakan(self._context, self._frame, url.Complete.removeprefix(PROTOKOL), answers)


class SaatBuka(unohelper.Base, XJob, XServiceInfo):  # type: ignore[misc]
    """Looks at a workbook that was opened just now."""

    def __init__(self, context: Any) -> None:
        self._context = context

    def execute(self, arguments: tuple[Any, ...]) -> str:
        given = {each.Name: each.Value for each in arguments}
        environment = {each.Name: each.Value for each in given.get("Environment", ())}
        return saat_buka(self._context, environment.get("Model"), given.get("Jawaban"))

    def getImplementationName(self) -> str:
        return JOB

    def supportsService(self, name: str) -> bool:
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        return (JOB,)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Menu, MENU, (_HANDLER, MENU))
g_ImplementationHelper.addImplementation(SaatBuka, JOB, (JOB,))
