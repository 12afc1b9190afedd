"""Run by libreoffice_layar.py in a Python that has UNO: brings LibreOffice before the camera, picture by picture.

uno_layar.py PIPE FORM EXAMPLE FOLDER"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from uno_desktop import listening

MENU_BAR_ITEM = 34  # com.sun.star.accessibility.AccessibleRole.MENU
SIZE = (1024, 640)
PROTOCOL = "vnd.id.angkakredit:"


def main(pipe: str, form: str, example: str, folder: str) -> None:
    office, pictures = Office(pipe), Path(folder)
    frame = office.show(example)  # first: with other windows open, the wizard starts empty
    office.select(frame, "B3")
    office.dispatch(frame, ".uno:FunctionDialog")
    save(pictures / "libreoffice-panduan.png")
    frame = office.show(form)
    save(pictures / "libreoffice-formulir.png")
    press_menu(frame)
    save(pictures / "libreoffice-menu.png")
    frame = office.show(str(Path(example).with_name("salah.xlsx")))
    office.select(frame, "B4")
    office.dispatch(frame, f"{PROTOCOL}jelaskan_sel")
    save(pictures / "libreoffice-galat.png")


class Office:
    """The running LibreOffice."""

    def __init__(self, pipe: str) -> None:
        self.context = listening(pipe)

    def show(self, path: str) -> Any:
        """Opens a workbook over the whole screen; its frame."""
        desktop = self.create("com.sun.star.frame.Desktop")
        document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, ())
        window = document.CurrentController.Frame.ContainerWindow
        window.setPosSize(0, 0, *SIZE, 15)  # com.sun.star.awt.PosSize.POSSIZE
        window.toFront()
        time.sleep(2)  # until it is the active window
        return document.CurrentController.Frame

    def select(self, frame: Any, cell: str) -> None:
        sheet = frame.Controller.Model.Sheets.getByIndex(0)
        frame.Controller.select(sheet.getCellRangeByName(cell))
        time.sleep(2)

    def dispatch(self, frame: Any, address: str) -> None:
        """Does not wait: what shows a dialog ends with the dialog."""
        helper = self.create("com.sun.star.frame.DispatchHelper")
        threading.Thread(target=helper.executeDispatch, args=(frame, address, "", 0, ()), daemon=True).start()

    def create(self, service: str) -> Any:
        return self.context.ServiceManager.createInstance(service)


def press_menu(frame: Any) -> None:
    """Opens the menu Angka Kredit, as assistive technology does."""
    for part in parts(frame.ContainerWindow, 4):
        if part.getAccessibleName() == "Angka Kredit" and part.getAccessibleRole() == MENU_BAR_ITEM:
            part.doAccessibleAction(0)
            return
    raise SystemExit("no menu Angka Kredit")


def parts(accessible: Any, depth: int) -> Any:
    context = accessible.getAccessibleContext()
    yield context
    for number in range(min(context.getAccessibleChildCount(), 60) if depth else 0):
        yield from parts(context.getAccessibleChild(number), depth - 1)


def save(path: Path) -> None:
    """The screen as soon as two pictures in a row are the same."""
    last = b""
    for _attempt in range(20):
        time.sleep(2)
        command = [
            "import",
            "-window",
            "root",
            "-strip",
            "+dither",
            "-colors",
            "64",
            "-define",
            "png:compression-level=9",
            "png:-",
        ]
        now = subprocess.run(command, capture_output=True, check=True).stdout
        if now == last:
            path.write_bytes(now)
            return
        last = now
    raise SystemExit(f"{path.name}: the screen does not come to rest")


if __name__ == "__main__":
    main(*sys.argv[1:])
