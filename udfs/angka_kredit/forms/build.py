"""Builds the official forms as workbooks. The same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import repeat

from xlsxwriter.workbook import Workbook

from .. import positions
from ..errors import DataError
from ..recalc.run import recalculate
from ..words import fold
from . import (
    kegiatan_kolom,
    kinerja,
    sheet_daftar,
    sheet_data,
    sheet_dupak,
    sheet_kegiatan,
    sheet_lampiran,
    sheet_proyeksi,
    skeleton,
)
from .book import UKURAN, Buku, Lembar, Maker, tulis
from .rows import susun
from .schema import DupakJabatan, Formulir, Isi, Isian
from .style import Gaya
from .surat import LEMBAR as SURAT

# The sheets in the order of their tabs. A module (or an object) has NAMA, write(buku, sheet), untuk(jabatan, jenjang),
# and where it has a skeleton of its own in templates/, its stem as SKELETON.
LEMBAR: tuple[Lembar, ...] = (
    sheet_data,
    sheet_kegiatan,
    sheet_lampiran,
    sheet_dupak,
    *SURAT,
    sheet_proyeksi,
    sheet_daftar,
)


def names() -> list[str]:
    """Every form there is, by its file name; an example has the name of its form and '_contoh'."""
    return list(_makers())


def build_all(kertas: str = "A4", tombol: bool = False) -> dict[str, bytes]:
    """file name -> workbook, of every form, its formulas computed; as .xlsm where it is to have buttons."""
    makers = _makers()
    if tombol:
        from .tombol import bertombol  # with all that Excel's add-in is made of: nobody else pays for it

        makers = bertombol(makers)
    with ProcessPoolExecutor() as pool:
        return dict(zip(makers, pool.map(_made, makers.values(), repeat(kertas)), strict=True))


def _made(make: Maker, kertas: str) -> bytes:
    return recalculate(make(kertas), vote=False).data


def build(jabatan_id: str, jenjang: str, isi: Isi | None = None, kertas: str = "A4") -> bytes:
    """The workbook of a jabatan and jenjang as an .xlsx, blank or filled in. Formulas hold no values yet."""
    level = positions.find_jenjang(jabatan_id, jenjang)
    judul = f"Angka kredit {positions.all_jabatan()[jabatan_id].nama} {level.nama}"

    def write(workbook: Workbook) -> None:
        buku = _open(workbook, jabatan_id, jenjang, isi, kertas)
        sheets = [(module, workbook.add_worksheet(module.NAMA)) for module in _lembar(jabatan_id, jenjang)]
        for module, sheet in sheets:
            module.write(buku, sheet)

    return tulis(judul, write)


def _lembar(jabatan_id: str, jenjang: str) -> list[Lembar]:
    jabatan, level = positions.all_jabatan()[jabatan_id], positions.find_jenjang(jabatan_id, jenjang)
    return [module for module in LEMBAR if module.untuk(jabatan, level)]


def _open(workbook: Workbook, jabatan_id: str, jenjang: str, isi: Isi | None, kertas: str) -> Buku:
    own, formulir = _formulir(jabatan_id, jenjang)
    jabatan, dupak = positions.all_jabatan()[own.id], skeleton.dupak()
    level = positions.find_jenjang(jabatan.id, jenjang)
    susunan = susun(jabatan, level, dupak, own)
    isian = _isian(_lembar(jabatan_id, jenjang))
    if isi:
        strange = set(isi.data) - {each.kunci for each in isian}
        strange |= set(isi.lama) - {line.kode for sub in susunan.sub for line in sub.baris}
        strange |= set(isi.lampiran) - {butir.kode for butir in jabatan.butir.values() if butir.ak is None}
        if strange:
            raise DataError(f"{isi.jabatan} {isi.jenjang}: the form has no {sorted(strange)}")
        if len(isi.kegiatan) > kegiatan_kolom.COUNT:
            raise DataError(f"{len(isi.kegiatan)} kegiatan; the form has {kegiatan_kolom.COUNT} rows")
    return Buku(
        workbook, Gaya(workbook), jabatan, level, dupak, own, formulir, susunan, isian, UKURAN[kertas.upper()], isi
    )


def _isian(modules: list[Lembar]) -> tuple[Isian, ...]:
    """The inputs that the sheets of one workbook ask for, each once, those of one kelompok together."""
    found: dict[str, Isian] = {}
    for stem in dict.fromkeys(module.SKELETON for module in modules if hasattr(module, "SKELETON")):
        for each in skeleton.isian(stem):
            if found.setdefault(each.kunci, each) != each:
                raise DataError(f"{stem}: isian {each.kunci} is declared otherwise elsewhere")
    groups = list(dict.fromkeys(each.kelompok for each in found.values()))
    return tuple(sorted(found.values(), key=lambda each: groups.index(each.kelompok)))


def _formulir(jabatan_id: str, jenjang: str) -> tuple[DupakJabatan, Formulir]:
    own = skeleton.all_jabatan().get(jabatan_id)
    for formulir in own.jenjang if own else ():
        if own and formulir.nama == jenjang:
            return own, formulir
    raise DataError(f"no form for {jabatan_id} {jenjang}; there are {names()}")


def _jabatan() -> dict[str, Maker]:
    """One workbook a jabatan and jenjang, then the examples."""
    makers: dict[str, Maker] = {}
    for own in skeleton.all_jabatan().values():
        for formulir in own.jenjang:
            makers[_file_name(own.id, formulir.nama)] = partial(build, own.id, formulir.nama, None)
    for isi in skeleton.all_contoh():
        makers[_file_name(isi.jabatan, isi.jenjang, "_contoh")] = partial(build, isi.jabatan, isi.jenjang, isi)
    return makers


# Kinds of workbook, each: file name -> how to build it.
KELUARGA: tuple[Callable[[], dict[str, Maker]], ...] = (_jabatan, kinerja.keluarga)


def _makers() -> dict[str, Maker]:
    return {name: make for family in KELUARGA for name, make in family().items()}


def _file_name(jabatan_id: str, jenjang: str, suffix: str = "") -> str:
    return f"{jabatan_id}_{fold(jenjang).replace(' ', '_')}{suffix}.xlsx"
