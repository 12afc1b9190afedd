"""Stands in for pywin32, which exists on Windows only, so that xlwings' own conversion code runs here unmodified."""

from __future__ import annotations

import ctypes
import datetime as dt
import importlib
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

MODULE = "angka_kredit.hosts.excel"  # where our functions are, as xlwings imports them


def _module(name: str, **content: Any) -> types.ModuleType:
    module = types.ModuleType(name)
    vars(module).update(content)
    sys.modules[name] = module
    return module


@contextmanager
def udf_server() -> Iterator[Any]:
    """xlwings' own COM server, whose `CallUDF(module, name, arguments)` calls our functions; all gone afterwards."""
    before = set(sys.modules)
    install()
    sys.modules.pop(MODULE, None)
    importlib.import_module(MODULE)
    yield importlib.import_module("xlwings.com_server").XLPython()
    for name in set(sys.modules) - before:
        if name.startswith(("xlwings", "win32", "pythoncom", "pywintypes", MODULE)):
            del sys.modules[name]


def install() -> types.ModuleType:
    """Puts the stubs in place and returns xlwings.udfs, with xlwings' decorators pointing at it as on Windows."""

    class ComError(Exception):
        hresult = None

    class TimeType(dt.datetime):
        pass

    class Dispatch:
        pass

    _module("pywintypes", com_error=ComError, error=ComError, TimeType=TimeType, IID=str, datetime=TimeType)
    _module(
        "pythoncom",
        CoInitialize=lambda *args: None,
        IID_IDispatch="dispatch",
        IID_IEnumVARIANT="enum",
        TypeIIDs={"dispatch": Dispatch},
        ole_error=ComError,
        com_error=ComError,
        __file__="pythoncom.dll",
    )
    client = _module(
        "win32com.client",
        Dispatch=mock.MagicMock(),
        DispatchEx=mock.MagicMock(),
        CDispatch=type("CDispatch", (), {}),
        CoClassBaseClass=type("CoClassBaseClass", (), {}),
        DispatchBaseClass=type("DispatchBaseClass", (), {}),
        gencache=mock.MagicMock(),
        __path__=[],
    )
    _module("win32com.client.dynamic")
    server = _module("win32com.server", __path__=[])
    _module("win32com", client=client, server=server, __path__=[])
    for name in ("dispatcher", "policy"):
        setattr(server, name, _module(f"win32com.server.{name}", DefaultPolicy=object))
    server.util = _module("win32com.server.util", wrap=lambda x, **_: x, unwrap=lambda x: x)
    for name in ("win32api", "win32con", "win32gui", "win32process", "win32event"):
        sys.modules[name] = mock.MagicMock()
    _module("win32timezone", TimeZoneInfo=mock.MagicMock(utc=lambda: dt.timezone.utc))
    return _xlwings_as_on_windows()


def _xlwings_as_on_windows() -> types.ModuleType:
    windows = {"oledll": mock.MagicMock(), "windll": mock.MagicMock(), "PyDLL": mock.MagicMock()}
    with mock.patch.multiple(ctypes, create=True, **windows):
        import xlwings
        import xlwings._xlwindows as implementation
    xlwings.engines.add(xlwings.Engine(impl=implementation.engine))
    import xlwings.udfs as udfs

    xlwings.func, xlwings.arg, xlwings.ret = udfs.xlfunc, udfs.xlarg, udfs.xlret
    return udfs
