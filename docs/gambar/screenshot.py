"""Makes docs/gambar/libreoffice.png: LibreOffice Calc on a virtual screen, with the examples of some cell functions.

    python docs/gambar/screenshot.py

Needs soffice, Xvfb and ImageMagick's import. Indonesian settings, so that formulas look as users type them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter

from angka_kredit.functions import KATALOG

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "tests"))

import office  # noqa: E402  (stands in tests/)

WIDTH, HEIGHT = 1280, 520
SHOWN = ("ANGKA_KREDIT", "FAKTOR_JENJANG", "AK_KUMULATIF", "JENJANG_DARI_AK", "PORSI_PENULIS", "JELASKAN")
CALC_WINDOW = "org.openoffice.Setup:Factory['com.sun.star.sheet.SpreadsheetDocument']"
SETTINGS = {
    **office.RECALCULATE_ALWAYS,
    "/org.openoffice.Setup/L10N": {"ooSetupSystemLocale": "id-ID"},
    "/org.openoffice.Office.Common/Misc": {"ShowTipOfTheDay": "false", "FirstRun": "false"},
    f"/org.openoffice.Setup/Office/Factories/{CALC_WINDOW}": {
        "ooSetupFactoryWindowAttributes": f"0,0,{WIDTH},{HEIGHT};1;0,0,0,0;"
    },
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        work = Path(folder)
        book = write_book(work / "contoh.xlsx")
        environment = {**office.clean_environment(), "DISPLAY": display}
        empty = picture(display)
        process = office.start(["--calc", str(book)], work, office.build_addin(work), SETTINGS, environment)
        try:
            (HERE / "libreoffice.png").write_bytes(at_rest(display, empty))
        finally:
            office.kill_group(process)


@contextmanager
def screen(width: int = WIDTH, height: int = HEIGHT) -> Iterator[str]:
    """A virtual screen; its name, as DISPLAY takes it."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        f"{width}x{height}x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as process:
        os.close(writing)
        try:
            with os.fdopen(reading) as number:
                yield f":{number.readline().strip()}"
        finally:
            process.terminate()


def write_book(path: Path) -> Path:
    """The example of each function as it is typed, and beside it the living formula."""
    with xlsxwriter.Workbook(path) as book:
        head = book.add_format({"font_name": "Carlito", "font_size": 13, "bold": True, "bg_color": "#DCE6F1"})
        typed = book.add_format({"font_name": "DejaVu Sans Mono", "font_size": 10, "text_wrap": True, "valign": "top"})
        result = book.add_format({"font_name": "Carlito", "font_size": 13, "text_wrap": True, "valign": "top"})
        result.set_align("left")
        sheet = book.add_worksheet("Contoh")
        sheet.set_column("A:A", 60)
        sheet.set_column("B:B", 86)
        sheet.write_row("A1", ["Rumus", "Hasil"], head)
        for row, name in enumerate(SHOWN, start=1):
            fungsi = KATALOG.get(name)
            assert fungsi
            sheet.write_string(row, 0, fungsi.contoh, typed)
            sheet.write_formula(row, 1, in_file(fungsi.contoh), result, value=office.SEED)
            sheet.set_row(row, 122 if fungsi.nama == "JELASKAN" else 22)
        sheet.set_selection("B2")
    return path


def in_file(formula: str) -> str:
    """A formula as files hold it: point for the decimal comma, comma for the semicolon."""
    return re.sub(r"(?<=\d),(?=\d)", ".", formula).replace(";", ",")


def at_rest(display: str, empty: bytes, seconds: float = 60) -> bytes:
    """The screen as soon as two pictures in a row are the same, and not the empty screen."""
    last = empty
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        time.sleep(3)
        now = picture(display)
        if now == last != empty:
            return now
        last = now
    raise SystemExit("the screen does not come to rest")


def picture(display: str) -> bytes:
    command = ["import", "-display", display, "-window", "root", "-strip", "png:-"]
    return subprocess.run(command, capture_output=True, check=True).stdout


if __name__ == "__main__":
    main()
