"""What to write into which cell of a form, for one person: pure, no program and no file.

A cell that holds what a person typed is named in the plan and left alone unless she says otherwise; a formula is never
written over; whatever finds no place is told, not lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...errors import CellError
from .bentuk import BarisLama, Formulir, Isi, Orang, Rencana, Rumus, Tulis, sama, satu
from .kolom import Kolom, kegiatan, pegawai
from .lama import pindahkan
from .nilai import Nilai, baca


def rencana(orang: Orang, formulir: Formulir, lama: Sequence[BarisLama] = ()) -> Rencana:
    """The writes that fill in the form, in an order that does not matter."""
    hasil = Rencana()
    _fakta(orang, formulir, hasil)
    rows = [_kegiatan(row, number, hasil) for number, row in enumerate(orang.kegiatan, 1)]
    _baris([*pindahkan(lama, rows, formulir, hasil), *rows], formulir, hasil)
    return hasil


def terapan(hasil: Rencana, timpa: bool = False) -> list[Tulis]:
    """The writes to be applied: those over a typed value only with `timpa`."""
    return [tulis for tulis in hasil.tulis if timpa or tulis.diketik is None]


def _fakta(orang: Orang, formulir: Formulir, hasil: Rencana) -> None:
    for kolom in pegawai().kolom.values():
        sel = formulir.nama.get(kolom.sel, ())
        given = orang.fakta.get(kolom.kunci)
        if not kolom.sel or (not sel and given in (None, "")):
            continue
        if not sel:
            hasil.catatan.append(f"{kolom.label}: formulir ini tidak punya isian itu")
            continue
        pilihan = [word for word in formulir.kolom(kolom.pilihan) if not isinstance(word, Rumus)]
        try:
            nilai = baca(kolom, given, pilihan)
        except CellError as error:
            hasil.catatan.append(f"{kolom.label}: {error}")
            nilai = None
        satu(kolom.label, sel[0], nilai, formulir, hasil)
        if nilai is None and formulir.isi.get(sel[0]) in (None, ""):
            hasil.kurang.append(kolom.label)


def _kegiatan(row: Mapping[str, Nilai], number: int, hasil: Rencana) -> dict[str, Nilai]:
    """The activity's values by kunci; what cannot be read stays as it was given, for the form shows it at the cell."""
    found: dict[str, Nilai] = {}
    for kunci, kolom in kegiatan().kolom.items():
        given = row.get(kunci)
        try:
            nilai = baca(kolom, given)
        except CellError as error:
            hasil.catatan.append(f"kegiatan {number}, {kolom.label}: {error}")
            nilai = given
        if nilai is not None and kolom.sel:
            found[kunci] = nilai
    return found


def _baris(rows: Sequence[Mapping[str, Nilai]], formulir: Formulir, hasil: Rencana) -> None:
    """Puts every activity that is not there yet into the next row of Kegiatan that a person left empty."""
    kolom = {kunci: each for kunci, each in kegiatan().kolom.items() if formulir.nama.get(each.sel)}
    height = min((len(formulir.nama[each.sel]) for each in kolom.values()), default=0)
    held = [
        {kunci: formulir.isi.get(formulir.nama[each.sel][n]) for kunci, each in kolom.items()} for n in range(height)
    ]
    free = iter([n for n, cells in enumerate(held) if all(cell in (None, "") for cell in cells.values())])
    there = [cells for cells in held if any(cell not in (None, "") for cell in cells.values())]
    for number, row in enumerate(rows, 1):
        place = _ada(row, there)
        if place is not None:
            there.pop(place)
            continue
        at = next(free, None)
        if at is None:
            hasil.catatan.append(f"kegiatan '{_sebut(row)}' tidak muat; lembar Kegiatan penuh ({height} baris)")
            continue
        for kunci, nilai in row.items():
            _isi_kolom(kunci, nilai, at, kolom, number, formulir, hasil)


def _isi_kolom(
    kunci: str, nilai: Nilai, at: int, kolom: Mapping[str, Kolom], number: int, formulir: Formulir, hasil: Rencana
) -> None:
    if kunci in kolom:
        satu(f"Kegiatan {kunci}", formulir.nama[kolom[kunci].sel][at], nilai, formulir, hasil)
    else:
        hasil.catatan.append(f"kegiatan {number}: formulir ini tidak punya kolom {kunci}")


def _ada(row: Mapping[str, Nilai], there: Sequence[Mapping[str, Isi]]) -> int | None:
    """Which of the rows that are there is this activity."""
    for at, cells in enumerate(there):
        if all(sama(row.get(kunci), held) for kunci, held in cells.items()):
            return at
    return None


def _sebut(row: Mapping[str, Nilai]) -> str:
    return ", ".join(str(row[kunci]) for kunci in ("tanggal", "kode", "uraian") if row.get(kunci))
