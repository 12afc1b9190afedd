"""The performance workbooks there are, and how each is built."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ... import positions
from ...errors import DataError
from ...words import fold
from ..book import UKURAN, Maker, tulis
from ..style import Gaya
from . import daftar, konversi, konversi_daftar, konversi_data, lembar_data, muat, penetapan, proyeksi, riwayat, tahunan
from .buku import DUA, TIGA, Buku
from .data import Berkas, Isi

Sheet = tuple[str, Callable[[Buku, Worksheet], None]]  # its name, and what writes it

KONVERSI = "konversi_2023"
_KONVERSI = "Angka kredit konversi predikat kinerja"


def keluarga() -> dict[str, Maker]:
    """file name -> how to build it: blank, then filled in with its example."""
    makers: dict[str, Maker] = {f"{KONVERSI}.xlsx": build_konversi}
    for berkas in muat.jabatan().values():
        for jenjang in positions.all_jabatan()[berkas.id].jenjang:
            stem = f"{berkas.id}_{fold(jenjang.nama).replace(' ', '_')}"
            makers[f"{stem}.xlsx"] = partial(_jabatan, berkas.id, jenjang.nama, None)
    for stem, isi in muat.contoh().items():
        if f"{stem}.xlsx" not in makers:
            raise DataError(f"contoh/{muat.METODE}/{stem}.toml fills in no workbook")
        example = partial(_jabatan, isi.jabatan, isi.jenjang, isi) if isi.jabatan else partial(_konversi, isi)
        makers[f"{stem}_contoh.xlsx"] = example
    return makers


def build_konversi(kertas: str = "A4", isi: Isi | None = None) -> bytes:
    """The workbook since 2023, of any jabatan and jenjang. Formulas hold no values yet."""
    sheets: list[Sheet] = [
        (lembar_data.NAMA, partial(lembar_data.write, ringkasan=konversi_data.ringkasan(), judul=_KONVERSI)),
        (riwayat.NAMA, riwayat.write),
        ("Konversi", konversi.write_konversi),
        ("Akumulasi", konversi.write_akumulasi),
        ("Penetapan", penetapan.write),
        ("Integrasi", konversi.write_integrasi),
        (proyeksi.NAMA, proyeksi.write),
        (daftar.NAMA, partial(daftar.write, groups=konversi_daftar.kelompok())),
    ]
    return _build(muat.konversi(), _KONVERSI, sheets, DUA, kertas, isi)


def build_jabatan(jabatan_id: str, jenjang: str, kertas: str = "A4", isi: Isi | None = None) -> bytes:
    """The workbook of one jenjang of a jabatan whose own text assesses by performance."""
    jabatan, level = positions.all_jabatan()[jabatan_id], positions.find_jenjang(jabatan_id, jenjang)
    berkas = muat.jabatan()[jabatan_id]
    nama = f"{jabatan.nama} {level.nama}"
    return _build(berkas, nama, tahunan.lembar(jabatan, level, berkas), TIGA, kertas, isi)


def _konversi(isi: Isi, kertas: str) -> bytes:
    return build_konversi(kertas, isi)


def _jabatan(jabatan_id: str, jenjang: str, isi: Isi | None, kertas: str) -> bytes:
    return build_jabatan(jabatan_id, jenjang, kertas, isi)


def _build(berkas: Berkas, nama: str, sheets: list[Sheet], ak: str, kertas: str, isi: Isi | None) -> bytes:
    isian = muat.isian(berkas)
    if isi and (strange := set(isi.data) - {each.kunci for each in isian}):
        raise DataError(f"{nama}: the form has no {sorted(strange)}")

    def write(workbook: Workbook) -> None:
        gaya, ukuran = Gaya(workbook), UKURAN[kertas.upper()]
        given = isi or Isi()
        words = (isian, berkas.perorangan, berkas.catatan, berkas.bulat)
        buku = Buku(workbook, gaya, nama, *words, ak, ukuran, given, isi is not None)
        for (_, make), sheet in [(each, workbook.add_worksheet(each[0])) for each in sheets]:
            make(buku, sheet)

    return tulis(nama, write)
