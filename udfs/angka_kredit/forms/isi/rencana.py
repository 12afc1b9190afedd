"""What to write into which cell of a form, for one person: pure, no program and no file.

A cell that holds what a person typed is named in the plan and left alone unless she says otherwise; a formula is never
written over; whatever finds no place is told, not lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...errors import CellError
from ...regulations.regime import KONVENSIONAL, KONVERSI
from ...words import fold
from .baris import baris_formulir
from .bentuk import BarisLama, Formulir, Orang, Rencana, Rumus, Tulis, satu
from .kolom import BARIS, Kolom, baris, pegawai, wajib
from .kredit import pindahkan_kredit
from .lama import pindahkan
from .nilai import Nilai, baca, bersih, galat

_TETAP = ("jenjang", "nama_jabatan")  # what the choice of the form says already, where the form computes it
_RUMUS = ("=", "+", "@")  # what a spreadsheet program takes for the beginning of a formula
_SEBAGAI_TEKS = "berawalan tanda rumus; disimpan sebagai teks biasa dan tidak dijalankan. Periksa isinya di tabel"
_PANJANG = 600  # letters of a note
_SEFAKTA, _SEBARIS = 2_000, 8_000  # of a fact, of a cell in a row: the forms join several to one text


def rencana(orang: Orang, formulir: Formulir, lama: Sequence[BarisLama] = ()) -> Rencana:
    """The writes that fill in the form, in an order that does not matter."""
    hasil = Rencana()
    _fakta(orang, formulir, hasil)
    for nama, given in _tabel(orang).items():
        rows = [_baris(nama, row, number, formulir, hasil) for number, row in enumerate(given, 1)]
        if nama == "riwayat":
            rows = [_berezim(row, formulir) for row in rows]
        if nama == "kegiatan":
            pindahkan_kredit(rows, formulir, hasil)
            rows = [*pindahkan(lama, rows, formulir, hasil), *rows]
        baris_formulir(nama, rows, formulir, hasil)
    return hasil


def terapan(hasil: Rencana, timpa: bool = False) -> list[Tulis]:
    """The writes to be applied: those over a typed value only with `timpa`."""
    return [tulis for tulis in hasil.tulis if timpa or tulis.diketik is None]


def _tabel(orang: Orang) -> dict[str, list[Mapping[str, Nilai]]]:
    """The rows by the form's tables: those of Riwayat until 2018 have a place of their own."""
    found = {nama: list(getattr(orang, nama)) for nama in BARIS}
    found[KONVENSIONAL] = [row for row in orang.riwayat if _rezim(row) == KONVENSIONAL]
    return found | {"riwayat": [row for row in orang.riwayat if _rezim(row) != KONVENSIONAL]}


def _rezim(row: Mapping[str, Nilai]) -> str:
    return fold(str(row.get("rezim") or "")).removeprefix("ak ")


def _berezim(row: dict[str, Nilai], formulir: Formulir) -> dict[str, Nilai]:
    """The row with its rezim, where a predikat says it: only konversi has them."""
    told = row.get("rezim") or row.get("isi") not in formulir.kolom("daftar_predikat")
    return row if told else {"rezim": KONVERSI, **row}


def _fakta(orang: Orang, formulir: Formulir, hasil: Rencana) -> None:
    for kolom in pegawai().kolom.values():
        sel = formulir.nama.get(kolom.sel, ())
        given = orang.fakta.get(kolom.kunci)
        if not kolom.sel or (not sel and (given in (None, "") or kolom.kunci in _TETAP)):
            continue
        if not sel:
            hasil.tanpa_tempat.append(kolom.label)
            continue
        if kolom.kunci in _TETAP and formulir.isi.get(sel[0]) is Rumus.RUMUS:
            continue
        nilai = _nilai(kolom, given, formulir, kolom.label, None, hasil)
        nilai = _muat(nilai, kolom.label, hasil, _SEFAKTA)
        if isinstance(nilai, str) and nilai.startswith(_RUMUS):
            hasil.catatan.append(f"{kolom.label}: {_SEBAGAI_TEKS}")
        satu(kolom.label, sel[0], nilai, formulir, hasil)
        if nilai is None and formulir.isi.get(sel[0]) in (None, ""):
            (hasil.wajib if wajib(kolom.kunci) else hasil.kurang).append(kolom.label)


def _baris(nama: str, row: Mapping[str, Nilai], number: int, formulir: Formulir, hasil: Rencana) -> dict[str, Nilai]:
    """The row's values by kunci; what cannot be read stays as it was given, for the form shows it at the cell."""
    found: dict[str, Nilai] = {}
    for kunci, kolom in baris(nama).kolom.items():
        given = row.get(kunci)
        label = f"{nama} {number}, {kolom.label}"
        nilai = _muat(
            _nilai(kolom, given, formulir, label, given, hasil), label, hasil, terpanjang=_SEBARIS, berhuruf_dua=False
        )
        if nilai is not None and kolom.sel:
            found[kunci] = nilai
    return found


def _nilai(kolom: Kolom, given: Nilai, formulir: Formulir, label: str, otherwise: Nilai, hasil: Rencana) -> Nilai:
    """What the cell gets; `otherwise` where the fact cannot be read, which is told."""
    pilihan = [word for word in formulir.kolom(kolom.pilihan) if not isinstance(word, Rumus)]
    try:
        nilai = baca(kolom, given, pilihan)
    except CellError as error:
        hasil.catatan.append(f"{label}: {_pendek(str(error))}")
        nilai = f"galat {otherwise}" if galat(otherwise) else otherwise  # no engine takes an error's name for text
    return nilai


def _muat(nilai: Nilai, label: str, hasil: Rencana, terpanjang: int, berhuruf_dua: bool = True) -> Nilai:
    """The value as the cell can hold it; what it lost is told."""
    nilai, lost = bersih(nilai, terpanjang, berhuruf_dua)
    if lost:
        hasil.catatan.append(f"{label}: {lost}")
    return nilai


def _pendek(words: str) -> str:
    """An error quotes what was given, however long that is."""
    return words if len(words) <= _PANJANG else f"{words[: _PANJANG // 2]} ... {words[-_PANJANG // 2 :]}"
