"""A form as a closed .xlsx or .xlsm: read with openpyxl, filled in by our lossless writer, then recalculated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.workbook import Workbook

from ...errors import Refused
from ...recalc.package import Package
from .bentuk import Alih, BarisLama, Formulir, Isi, Orang, PakLama, Rencana, Rumus, Sel
from .lama import KODE, TIM, URAIAN
from .rencana import terapan

if TYPE_CHECKING:
    from ...recalc.run import Outcome

_SIAPA = ("nip", "jabatan", "kategori", "jenjang", "lampiran_sha256")
_ALIH = "PAK alih kategori"  # before the words of its lines
_JUMLAH, _BARIS, _BUTIR = "tim_jumlah_semua", "kegiatan_baris", "kegiatan_kode"


def baca_formulir(data: bytes) -> Formulir:
    """The named cells of the workbook and what they hold. Refused where it cannot be read."""
    book = _book(data)
    nama = {name: cells for name in book.defined_names if (cells := _cells(book, name))}
    isi = {sel: _held(book[sel.lembar][sel.ref]) for cells in nama.values() for sel in cells}
    return Formulir(nama, isi)


def isi_berkas(data: bytes, hasil: Rencana, timpa: bool = False, baru: bool = False) -> Outcome:
    """The workbook filled in and recalculated; the rest of it byte for byte. Refused where either cannot be done.

    `baru`: nobody has worked in it yet, so that its spare rows may be hidden."""
    from ...recalc.inputs import put_inputs  # all this is not inside LibreOffice, which fills in open forms
    from ...recalc.run import recalculate
    from ...recalc.workbook import Place
    from .tampak import tampakkan

    writes = {Place(*tulis.sel): tulis.nilai for tulis in terapan(hasil, timpa)}
    outcome = recalculate(put_inputs(Package(data), writes) if writes else data)
    wider = tampakkan(outcome.data, baru)
    return recalculate(wider) if wider else outcome


def baca_lama(data: bytes) -> PakLama:
    """JUMLAH according to the Tim Penilai, line by line. Refused where the workbook has no such column or no values."""
    book = _book(data, values=True)
    if missing := [name for name in (KODE, URAIAN, TIM) if name not in book.defined_names]:
        raise Refused(f"bukan DUPAK buatan Angka Kredit: nama {', '.join(missing)} tidak ada")
    columns = (_column(book, name) for name in (KODE, URAIAN, TIM))
    acts = zip(_column(book, _BARIS), _column(book, _BUTIR), strict=False)
    butir = {baris: str(kode) for baris, kode in acts if baris and kode}
    lines = [
        BarisLama(str(kode), str(uraian or ""), jumlah, butir.get(kode, ""))
        for kode, uraian, tim in zip(*columns, strict=False)
        if kode and (jumlah := _jumlah(str(kode), tim))
    ]
    total = _satu(book, _JUMLAH)
    nip, jabatan, kategori, jenjang, lampiran = (str(_satu(book, name) or "") for name in _SIAPA)
    dari, sampai, nomor, hari = (_satu(book, name) for name in ("masa_dari", "masa_sampai", "pak_nomor", "pak_tanggal"))
    jumlah_semua = _jumlah("JUMLAH", total) if total else None
    siapa = (jabatan, kategori, jenjang, dari, sampai, nomor, hari, lampiran)
    return PakLama(nip, lines, jumlah_semua, *siapa, _alih(book))


def _alih(book: Workbook) -> Alih | None:
    """The sheet PAK Alih; None where there is none, or its total is not there yet."""
    total = _satu(book, "alih_jumlah")
    rows = zip(*(_column(book, f"alih_{name}") for name in ("kode", "uraian", "hasil")), strict=True)
    if not isinstance(total, (int, float)):
        return None
    lines = [
        BarisLama(kode, f"{_ALIH}: {uraian}", jumlah)
        for kode, uraian, ak in rows
        if kode and (jumlah := _jumlah(kode, ak))
    ]
    nomor, tanggal = (_satu(book, f"alih_{name}") for name in ("nomor", "tanggal"))
    return Alih(lines, _jumlah("JUMLAH", total), nomor, tanggal) if lines else None


def dengan_lama(orang: Orang, lama: PakLama | None) -> Orang:
    """The person with what her previous PAK says of itself as facts, where the table does not say it."""
    if lama is None:
        return orang
    said = {"pak_lama_jumlah": lama.jumlah, "pak_lama_nomor": lama.nomor, "pak_lama_tanggal": lama.tanggal}
    return replace(orang, fakta={**{kunci: nilai for kunci, nilai in said.items() if nilai is not None}, **orang.fakta})


def _satu(book: Workbook, name: str) -> Any:
    return next(iter(_column(book, name)), None)


def _jumlah(kode: str, value: object) -> Decimal:
    if isinstance(value, str) and value:
        raise Refused(f"baris {kode} kolom JUMLAH Tim Penilai berisi '{value[:40]}', bukan angka")
    return Decimal(format(value, ".15g")) if isinstance(value, (int, float)) else Decimal(0)


def _column(book: Workbook, name: str) -> list[Any]:
    """What the cells of a name hold, from the first down; nothing where there is no such name."""
    cells = _cells(book, name) if name in book.defined_names else []
    return [book[sel.lembar][sel.ref].value for sel in cells]


def _book(data: bytes, values: bool = False) -> Workbook:
    Package(data)  # refuses in words what is damaged, encrypted or a bomb
    try:
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise Refused(f"bukan buku kerja .xlsx yang dapat dibaca ({error})") from None


def _cells(book: Workbook, name: str) -> list[Sel]:
    """The cells of a name that is one cell or one column of cells; none of another."""
    places = list(_destinations(book, name))
    if len(places) != 1 or places[0][0] not in book.sheetnames:
        return []
    sheet, area = places[0]
    left, top, right, bottom = range_boundaries(area)
    if left != right or None in (left, top, bottom):
        return []
    letter = openpyxl.utils.get_column_letter(left)
    return [Sel(sheet, f"{letter}{row}") for row in range(top or 0, (bottom or 0) + 1)]


def _destinations(book: Workbook, name: str) -> Iterator[tuple[str, str]]:
    try:
        yield from ((sheet, area.replace("$", "")) for sheet, area in book.defined_names[name].destinations)
    except ValueError:  # a name that is no place
        return


def _held(cell: Any) -> Isi:
    if cell.data_type == "f":
        return Rumus.RUMUS
    value = cell.value
    return value if value is None or isinstance(value, (str, int, float, date)) else str(value)
