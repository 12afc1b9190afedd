"""The forms with buttons on the sheet Data: macro workbooks (.xlsm) whose buttons call Excel's add-in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from xlsxwriter.workbook import Workbook

from ..hosts.excel_vba import modul_formulir, tombol_lembar
from ..hosts.vba_project import sisipkan
from .book import PENUTUP, Maker

LEMBAR = "Data"
_BARIS, _KOLOM = 0, 2  # beside the title, in the rows that never scroll away
_LEBAR, _TINGGI, _JARAK = 104, 28, 4  # pixels


def bertombol(makers: Mapping[str, Maker]) -> dict[str, Maker]:
    """The same forms as .xlsm with buttons, by their new file names."""
    return {f"{name.removesuffix('.xlsx')}.xlsm": partial(_buat, make) for name, make in makers.items()}


def pasang(workbook: Workbook) -> None:
    """Puts the buttons and their macros into a form that is not yet closed."""
    sheet = workbook.get_worksheet_by_name(LEMBAR)
    for number, each in enumerate(tombol_lembar()):
        sheet.insert_button(
            _BARIS,
            _KOLOM,
            {
                "macro": f"Tombol_{each.kunci}",
                "caption": each.label,
                "description": each.tip,
                "width": _LEBAR,
                "height": _TINGGI,
                "x_offset": _JARAK + number * (_LEBAR + _JARAK),
                "y_offset": _JARAK,
            },
        )
    sisipkan(workbook, modul_formulir())


def _buat(make: Maker, kertas: str) -> bytes:
    token = PENUTUP.set(pasang)
    try:
        return make(kertas)
    finally:
        PENUTUP.reset(token)
