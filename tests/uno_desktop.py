"""For what runs in a Python that has UNO: the office that listens on a pipe."""

from __future__ import annotations

import time
from typing import Any

import uno
from com.sun.star.connection import NoConnectException


def desktop(pipe: str) -> Any:
    """The running office, which takes a while to listen."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + 60
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
