"""Rows of a table put into the rows of a form's sheet: each once, a corrected one where it stood, the others below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...regulations.regime import KONVENSIONAL
from .bentuk import Formulir, Isi, Rencana, Rumus, sama, satu
from .kolom import Kolom, baris
from .nilai import Nilai

_KODE = "kode"
_WAJIB = ("kegiatan", "penilaian")  # sheets without which a form has nothing to count
_MOST = 10  # rows that a note names
Row = Mapping[str, Nilai]
Held = Mapping[str, Isi]


def baris_formulir(nama: str, rows: Sequence[Row], formulir: Formulir, hasil: Rencana) -> None:
    """Plans the writes of the sheet's rows; says which have no place, and which of the form the table does not have."""
    kolom = {kunci: each for kunci, each in baris(nama).kolom.items() if formulir.nama.get(each.sel)}
    held = _held(kolom, formulir)
    rows = [_bertahun(row, kolom) for row in rows]
    places = _tempat(rows, held, baris(nama).kenal)
    if out := [_sebut(row) for row, at in zip(rows, places, strict=True) if at is None]:
        count = f"{len(out)} baris {nama}" if len(out) > 1 else nama
        hasil.catatan.append(f"{count} {_daftar(out)} tidak muat; {_penuh(nama, held)}")
    for row, at in zip(rows, places, strict=True):
        if at is None:
            continue
        for kunci in [kunci for kunci in kolom if kunci in row]:
            sel = formulir.nama[kolom[kunci].sel][at]
            satu(f"{nama.capitalize()} {kolom[kunci].label.lower()}", sel, row[kunci], formulir, hasil)
    if lost := sorted({kunci for row in rows for kunci in row} - kolom.keys()) if held else []:
        hasil.catatan.append(f"{nama}: formulir ini tidak punya kolom {', '.join(lost)}")
    first = formulir.nama[next(iter(kolom.values())).sel] if held else ()
    left = [str(first[at]) for at, cells in enumerate(held) if at not in places and _sendiri(cells)]
    if left and rows:  # they count, so somebody must look
        words = f"{len(left)} baris {nama} pada berkas tidak ada di tabel, dan tetap dihitung"
        hasil.catatan.append(f"{words}: {_daftar(left, '')}")
    if held and nama in _WAJIB and not rows and not any(_terisi(cells) for cells in held):
        printed = any(map(_hanya_kode, held))  # such a form takes its credit from elsewhere
        (hasil.kurang if printed else hasil.wajib).append(f"{nama.capitalize()} (belum ada satu pun)")


def _daftar(words: Sequence[str], kutip: str = "'") -> str:
    """The first of them, then how many more."""
    more = f" dan {len(words) - _MOST} lainnya" if len(words) > _MOST else ""
    return ", ".join(f"{kutip}{word}{kutip}" for word in words[:_MOST]) + more


def _held(kolom: Mapping[str, Kolom], formulir: Formulir) -> list[Held]:
    height = min((len(formulir.nama[each.sel]) for each in kolom.values()), default=0)
    return [
        {kunci: formulir.isi.get(formulir.nama[each.sel][n]) for kunci, each in kolom.items()} for n in range(height)
    ]


def _tempat(rows: Sequence[Row], held: Sequence[Held], kenal: Sequence[str]) -> list[int | None]:
    """Where each row goes: where it stands already, else where one of the same thing stands, else a free row."""
    left = [at for at, cells in enumerate(held) if Rumus.RUMUS not in cells.values()]
    places: list[int | None] = [None] * len(rows)
    for fits in (_persis, lambda row, cells: _serupa(row, cells, kenal), _kosong):
        for number, row in enumerate(rows):
            if places[number] is None:
                at = next((at for at in left if fits(row, held[at])), None)
                if at is not None:
                    places[number] = at
                    left.remove(at)
    return places


def _persis(row: Row, cells: Held) -> bool:
    return _terisi(cells) and all(sama(row.get(kunci), cell) for kunci, cell in cells.items())


def _serupa(row: Row, cells: Held, kenal: Sequence[str]) -> bool:
    """Whether both speak of the same thing; a row of the form that holds nothing but a kode waits for that kode."""
    if _hanya_kode(cells):
        return sama(row.get(_KODE), cells[_KODE])
    here = [kunci for kunci in kenal if kunci in cells]
    return any(row.get(kunci) for kunci in here) and all(sama(row.get(kunci), cells[kunci]) for kunci in here)


def _kosong(row: Row, cells: Held) -> bool:
    return all(cell in (None, "") for cell in cells.values())


def _terisi(cells: Held) -> bool:
    return any(cell not in (None, "") for cell in cells.values()) and not _hanya_kode(cells)


def _hanya_kode(cells: Held) -> bool:
    """As in a form that prints every kode, to be marked where it was done."""
    return [kunci for kunci, cell in cells.items() if cell not in (None, "")] == [_KODE]


def _bertahun(row: Row, kolom: Mapping[str, Kolom]) -> Row:
    """The row with the year of its date, where the form asks for the year only."""
    day = row.get("tanggal")
    if "tanggal" in kolom or "tahun" not in kolom or day is None or isinstance(day, (str, int, float)):
        return row
    rest = {kunci: nilai for kunci, nilai in row.items() if kunci != "tanggal"}
    return {"tahun": getattr(day, "year", None), **rest}


def _sendiri(cells: Held) -> bool:
    """Whether somebody filled the row in."""
    return _terisi(cells) and Rumus.RUMUS not in cells.values()


def _penuh(nama: str, held: Sequence[Held]) -> str:
    sheet = "Riwayat untuk PAK konvensional" if nama == KONVENSIONAL else nama.capitalize()
    if not held:
        return f"formulir ini tidak punya lembar {sheet}"
    if any(_hanya_kode(cells) for cells in held):
        return "kodenya tidak tercetak pada formulir ini, atau sudah terpakai"
    return f"lembar {sheet} penuh ({len(held)} baris)"


def _sebut(row: Row) -> str:
    named = ("tanggal", "tahun", "kode", "uraian", "isi")
    return ", ".join(str(row[kunci])[:60] for kunci in named if row.get(kunci))
