"""A form as a closed .xlsx or .xlsm: read with openpyxl, filled in by our lossless writer, then recalculated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.workbook import Workbook

from ...errors import Refused
from ...recalc.package import Package
from ...words import indonesian
from .bentuk import BarisLama, Formulir, Isi, Orang, Rencana, Rumus, Sel
from .lama import KODE, TIM, URAIAN
from .rencana import terapan

if TYPE_CHECKING:
    from ...recalc.run import Outcome

_JUMLAH, _BARIS, _BUTIR = "tim_jumlah_semua", "kegiatan_baris", "kegiatan_kode"


def baca_formulir(data: bytes) -> Formulir:
    """The named cells of the workbook and what they hold. Refused where it cannot be read."""
    book = _book(data)
    nama = {name: cells for name in book.defined_names if (cells := _cells(book, name))}
    isi = {sel: _held(book[sel.lembar][sel.ref]) for cells in nama.values() for sel in cells}
    return Formulir(nama, isi)


def isi_berkas(data: bytes, hasil: Rencana, timpa: bool = False) -> Outcome:
    """The workbook filled in and recalculated; the rest of it byte for byte. Refused where either cannot be done."""
    from ...recalc.inputs import put_inputs  # the rest of recalc is not in LibreOffice, which fills in open forms
    from ...recalc.run import recalculate
    from ...recalc.workbook import Place

    writes = {Place(*tulis.sel): tulis.nilai for tulis in terapan(hasil, timpa)}
    return recalculate(put_inputs(Package(data), writes) if writes else data)


class PakLama(NamedTuple):
    """What the previous workbook says: whose it is, its lines, its total (None where it has none)."""

    nip: str
    baris: list[BarisLama]
    jumlah: Decimal | None


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
    nip, total = (next(iter(_column(book, name)), None) for name in ("nip", _JUMLAH))
    return PakLama("" if nip is None else str(nip), lines, _jumlah("JUMLAH", total) if total else None)


def dengan_lama(orang: Orang, lama: PakLama | None) -> tuple[Orang, list[str]]:
    """The person with the total of her previous PAK as a fact."""
    if lama is None or lama.jumlah is None:
        return orang, []
    total = sum((line.jumlah for line in lama.baris), Decimal(0))
    notes = []
    if total != lama.jumlah:
        words = f"baris-barisnya {indonesian(total)}, JUMLAH-nya {indonesian(lama.jumlah)}"
        notes = [f"PAK lama tidak cocok dengan jumlahnya sendiri: {words}"]
    return Orang({"pak_lama_jumlah": lama.jumlah, **orang.fakta}, orang.kegiatan), notes


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
