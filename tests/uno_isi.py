"""Run by test_isi_libreoffice.py in a Python that has UNO: opens the form, fills it in, tells what the cells show.

uno_isi.py PIPE FORM TABLE NAME..."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import uno  # noqa: F401  # makes com.sun.star importable
from com.sun.star.beans import PropertyValue

from angka_kredit.forms.isi import rencana
from angka_kredit.forms.isi.libreoffice import baca_formulir, tampakkan, terapkan
from angka_kredit.forms.isi.tabel import baca_tabel
from uno_desktop import desktop


def main(pipe: str, form: str, table: str, *names: str) -> None:
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop(pipe).loadComponentFromURL(Path(form).as_uri(), "_blank", 0, (hidden,))
    try:
        print(json.dumps(filled(document, table, names)))
    finally:
        document.close(True)


def filled(document: Any, table: str, names: tuple[str, ...]) -> dict[str, Any]:
    person = baca_tabel(Path(table).read_bytes()).baris[0].orang
    terapkan(document, rencana(person, baca_formulir(document)))
    document.calculateAll()
    shown: dict[str, Any] = {name: column(document, name)[0] for name in names}
    shown["kegiatan_ak"] = column(document, "kegiatan_ak")
    shown["again"] = len(rencana(person, baca_formulir(document)).tulis)
    shown["tampak"] = hidden_rows_shown(document)
    shown["formula"] = area(document, "nama").getCellByPosition(0, 0).Type.value
    return shown


def hidden_rows_shown(document: Any) -> list[Any]:
    """Hides the first rows of a surat pernyataan, then has the filled ones shown: sheets, rows seen, their count."""
    rows, count = area(document, "sp_t_baris"), area(document, "sp_t_tampak").getCellByPosition(0, 0)
    for row in range(4):
        rows.Rows.getByIndex(row).IsVisible = False
    count.setValue(0)
    sheets = tampakkan(document)
    return [sheets, [bool(rows.Rows.getByIndex(row).IsVisible) for row in range(4)], count.getValue()]


def column(document: Any, name: str) -> list[Any]:
    return [row[0] for row in area(document, name).getDataArray()]


def area(document: Any, name: str) -> Any:
    return document.NamedRanges.getByName(name).getReferredCells()


if __name__ == "__main__":
    main(*sys.argv[1:])
