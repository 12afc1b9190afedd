"""For what runs in a Python that has UNO: the office that listens on a pipe."""

from __future__ import annotations

import time
from typing import Any

import uno
from com.sun.star.connection import NoConnectException


def desktop(pipe: str) -> Any:
    """The running office."""
    context = listening(pipe)
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def listening(pipe: str) -> Any:
    """The context of the running office, which takes a while to listen."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + 60
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
