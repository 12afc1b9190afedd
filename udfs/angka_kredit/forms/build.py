"""Builds the official forms as workbooks. The same input gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from xlsxwriter.workbook import Workbook

from .. import positions
from ..errors import DataError
from ..recalc.run import recalculate
from ..words import fold
from . import sheet_daftar, sheet_data, sheet_dupak, sheet_kegiatan, skeleton
from .book import Buku
from .rows import susun
from .schema import DupakJabatan, Formulir, Isi
from .style import Gaya

_CREATED = datetime(2015, 3, 27)  # fixed, so that a rebuilt form is the same file
_CALC_ID = 191029  # as Excel 2019 and later write it: an older one makes Excel recalculate on opening
_SHEETS = (sheet_data, sheet_kegiatan, sheet_dupak, sheet_daftar)


def names() -> list[str]:
    """Every form there is, by its file name; an example has the name of its form and '_contoh'."""
    return list(_forms())


def build_all() -> dict[str, bytes]:
    """file name -> workbook, of every form, its formulas computed."""
    return {name: recalculate(build(*arguments)).data for name, arguments in _forms().items()}


def build(jabatan_id: str, jenjang: str, isi: Isi | None = None) -> bytes:
    """The DUPAK of a jabatan and jenjang as an .xlsx, blank or filled in. Formulas hold no values yet."""
    output = BytesIO()
    workbook = Workbook(output, {"in_memory": True})
    buku = _open(workbook, jabatan_id, jenjang, isi)
    workbook.set_properties({"title": f"DUPAK {buku.nama_jabatan}", "author": "Angka Kredit", "created": _CREATED})
    # a program without our functions then keeps the computed values instead of asking for them on opening
    workbook.set_calc_mode("auto", _CALC_ID)
    workbook.calc_on_load = False
    sheets = [(module, workbook.add_worksheet(module.NAMA)) for module in _SHEETS]
    for module, sheet in sheets:
        module.write(buku, sheet)
    workbook.close()
    return output.getvalue()


def _open(workbook: Workbook, jabatan_id: str, jenjang: str, isi: Isi | None) -> Buku:
    own, formulir = _formulir(jabatan_id, jenjang)
    jabatan, dupak = positions.all_jabatan()[own.id], skeleton.dupak()
    level = positions.find_jenjang(jabatan.id, jenjang)
    susunan = susun(jabatan, level, dupak, own)
    if isi:
        codes = {line.kode for sub in susunan.kelompok for line in sub.baris}
        used = {row.baris for row in isi.kegiatan} | set(isi.lama)
        strange = (set(isi.data) - {isian.kunci for isian in dupak.isian}) | (used - codes - {""})
        if strange:
            raise DataError(f"{isi.jabatan} {isi.jenjang}: the form has no {sorted(strange)}")
        if len(isi.kegiatan) > sheet_kegiatan.COUNT:
            raise DataError(f"{len(isi.kegiatan)} kegiatan; the form has {sheet_kegiatan.COUNT} rows")
    return Buku(workbook, Gaya(workbook), jabatan, level, dupak, own, formulir, susunan, isi)


def _formulir(jabatan_id: str, jenjang: str) -> tuple[DupakJabatan, Formulir]:
    own = skeleton.all_jabatan().get(jabatan_id)
    for formulir in own.jenjang if own else ():
        if own and formulir.nama == jenjang:
            return own, formulir
    raise DataError(f"no form for {jabatan_id} {jenjang}; there are {names()}")


def _forms() -> dict[str, tuple[str, str, Isi | None]]:
    """file name -> what to build it from."""
    forms: dict[str, tuple[str, str, Isi | None]] = {}
    for own in skeleton.all_jabatan().values():
        for formulir in own.jenjang:
            forms[_file_name(own.id, formulir.nama)] = (own.id, formulir.nama, None)
    for isi in skeleton.all_contoh():
        forms[_file_name(isi.jabatan, isi.jenjang, "_contoh")] = (isi.jabatan, isi.jenjang, isi)
    return forms


def _file_name(jabatan_id: str, jenjang: str, suffix: str = "") -> str:
    return f"dupak_{jabatan_id}_{fold(jenjang).replace(' ', '_')}{suffix}.xlsx"
