"""Isian: what an officer fills in for conditions, two columns, what and value, in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from ..errors import BadValue, CellError, OutOfRule, unknown
from ..positions import find_golongan
from ..regulations.schema import Jabatan
from ..regulations.tabel import Syarat
from ..regulations.umum import find_ijazah, find_pangkat
from ..rules.kasus import Isi
from ..rules.pengangkatan import sebab_bebas
from ..rules.syarat import DIISI, KATA_PUTUSAN, KEPALA
from ..rules.uji_syarat import ANTARA, BEBAS, IJAZAH, LAHIR, NAIK_JENJANG, SEBAB, TMT
from ..words import fold, indonesian
from . import convert
from .convert import Cell, Grid
from .registry import Argumen

ISIAN = Argumen(
    "isian",
    convert.rentang,
    "Rentang dua kolom: nama isian dan nilainya, misalnya angka kredit dan 210. Kosong: tabel yang harus diisi; "
    "salin dengan kepalanya lalu isi",
    wajib=False,
    rentang=True,
)
_JUDUL = frozenset(("isian", *map(fold, KATA_PUTUSAN)))  # what may stand over the names
_NILAI = frozenset(("", "nilai", *map(fold, KEPALA)))  # and over the values of two columns
_YA = frozenset(("ya", "y", "true", "benar", "sudah", "ada", "lulus", "tersedia", "1"))
_TIDAK = frozenset(("tidak", "t", "false", "salah", "belum", "tidak ada", "tidak lulus", "tidak tersedia", "0"))


def baca(isian: Grid | None, syarat: Sequence[Syarat], jabatan: Jabatan) -> dict[str, Isi]:
    """label of a condition -> what was filled in. #N/A for an unknown label, #VALUE! for two values of one."""
    names = {fold(name): row for row in reversed(syarat) for name in row.nama}
    found: dict[str, Isi] = {}
    for name, value in _pairs(isian or ()):
        row = names.get(fold(name))
        if row is None:
            labels = dict.fromkeys(row.label for row in syarat)
            raise unknown("Isian", name, labels, f"syarat menurut {jabatan.regulasi.singkat}")
        if _blank(value):
            continue
        isi = _isi(row, value, jabatan)
        if found.setdefault(row.label, isi) != isi:
            raise BadValue(f"Isian '{row.label}' ada dua kali dengan nilai berbeda; hapus salah satunya.")
    return found


def _pairs(isian: Iterable[Sequence[Cell]]) -> Iterable[tuple[str, Cell]]:
    rows = [row for row in isian if not all(map(_blank, row))]
    column = _kolom_kepala(rows[0]) if rows else None
    for row in rows[column is not None :]:
        if column is None and len(row) != 2:
            raise BadValue(
                f"Isian harus dua kolom, nama dan nilainya, atau tabel hasil fungsi ini dengan kepalanya; "
                f"rentang ini {len(row)} kolom tanpa kepala."
            )
        name, value = row[0], row[column or 1]
        if _blank(name):
            if not _blank(value):
                raise BadValue(f"Nilai '{value}' tidak punya nama isian di kolom pertama.")
            continue
        yield str(name).strip(), value


def _kolom_kepala(row: Sequence[Cell]) -> int | None:
    """Which column holds the values, if this row is a heading: 'Isian' and 'Nilai', or that of a table of ours."""
    words = [fold(str(cell)) if not _blank(cell) else "" for cell in row]
    if words[0] not in _JUDUL:
        return None
    if len(words) == 2:
        return 1 if words[1] in _NILAI else None
    return 1 + KEPALA.index(DIISI) if words[1 : 1 + len(KEPALA)] == [fold(name) for name in KEPALA] else None


def _blank(value: Cell) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _isi(row: Syarat, value: Cell, jabatan: Jabatan) -> Isi:
    if row.satuan and isinstance(value, str):
        value = value.strip().removesuffix(row.satuan)  # '2 tahun', as a table of ours shows it
    try:
        return READERS.get(row.jenis, _angka)(value, jabatan)
    except CellError as error:
        raise type(error)(f"Isian '{row.label}': {error}") from None


def _ya_tidak(value: Cell, jabatan: Jabatan) -> bool:
    word = fold(str(int(value)) if isinstance(value, float) and value.is_integer() else str(value))
    if word not in _YA | _TIDAK:
        raise BadValue(f"'{value}' bukan ya atau tidak.")
    return word in _YA


def _angka(value: Cell, jabatan: Jabatan) -> Decimal:
    number = convert.jumlah_ak(value)
    if number < 0:
        raise OutOfRule(f"{indonesian(number)} negatif; isi 0 atau lebih.")
    return number


def _tanggal(value: Cell, jabatan: Jabatan) -> Isi:
    day = convert.tanggal(value)
    if day is None:
        raise BadValue("0 bukan tanggal; kosongkan bila belum ada.")
    return day


def _kata(value: Cell) -> str:
    word = convert.teks(value)
    if word is None:
        raise BadValue("0 bukan kata; kosongkan bila belum ada.")
    return word


READERS: dict[str, Callable[[Cell, Jabatan], Isi]] = {
    **dict.fromkeys(("ya", "tidak", NAIK_JENJANG), _ya_tidak),
    **dict.fromkeys((LAHIR, TMT, BEBAS, "masa", "usia", "usul", "lewat_bebas", "lewat_berhenti"), _tanggal),
    "golongan": lambda value, jabatan: find_pangkat(_kata(value)).kode,
    ANTARA: lambda value, jabatan: find_golongan(jabatan.id, _kata(value)),
    IJAZAH: lambda value, jabatan: find_ijazah(_kata(value)),
    SEBAB: lambda value, jabatan: sebab_bebas(jabatan, _kata(value)),
}  # every other jenis takes a number
