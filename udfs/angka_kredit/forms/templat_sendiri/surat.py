"""Activities put into the lines of surat pernyataan, one after the other; each letter gets those of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ...kenal.bentuk import JUMLAH, TOTAL
from ...kenal.bentuk import Formulir as Dikenal
from ...kenal.kata import lipat
from ...kenal.kisi import Kisi, alamat
from ...words import tanggal
from ..isi.bentuk import Formulir, Isi, Rencana, Rumus, Sel, satu
from ..isi.nilai import Nilai
from .kredit import Kegiatan

Bagian = tuple[Kisi, Dikenal]
_MACAM = {  # words of a letter's title, or of an activity's sub unsur, by which they belong together
    "pendidikan": ("pendidikan", "diklat", "pelatihan"),
    "profesi": ("profesi",),
    "penunjang": ("penunjang", "menunjang", "pendukung"),
}
_TUGAS = "tugas"
_ATAS = 25  # rows above a table that speak of it
_ISIAN = ("uraian", "tanggal", "volume", "bukti", "kode")  # a line with none of these is free


def isi_surat(parts: Sequence[Bagian], acts: Sequence[Kegiatan], formulir: Formulir, hasil: Rencana) -> None:
    """Plans a line for every activity; names each that finds none."""
    kinds = [macam(_sebutan(kisi, form)) for kisi, form in parts]
    left: dict[int, list[Kegiatan]] = {at: [] for at in range(len(parts))}
    for act in acts:
        kind = macam(f"{act.teks('sub_unsur')} {act.teks('kode')}")
        at = 0 if len(parts) == 1 else kinds.index(kind) if kinds.count(kind) == 1 else -1
        if at < 0:
            hasil.catatan.append(f"{act.sebut}: tidak jelas surat pernyataan mana ({kind}); isi Sub Unsur-nya")
        else:
            left[at].append(act)
    for at, (kisi, form) in enumerate(parts):
        _surat(kisi, form, left[at], formulir, hasil)


def _sebutan(kisi: Kisi, form: Dikenal) -> str:
    """What the letter says of itself: title, often parted over rows, sheet's name, words before its table."""
    above = range(max(1, form.kepala[0] - _ATAS), form.kepala[0])
    texts = (kisi.teks(row, column) for row in above for column in kisi.isi_baris(row))
    said = [text for text in texts if lipat(text).split(" ")[0] in ("melakukan", "mengikuti", "telah")]
    return " ".join([form.judul, kisi.nama, *said])


def macam(teks: str) -> str:
    words = lipat(teks)
    return next((kind for kind, signs in _MACAM.items() if any(sign in words for sign in signs)), _TUGAS)


def _surat(kisi: Kisi, form: Dikenal, acts: Sequence[Kegiatan], formulir: Formulir, hasil: Rencana) -> None:
    columns = {each.isi: each.kolom[0] for each in form.kolom if not each.ragu}
    if acts and "uraian" not in columns:
        hasil.catatan.append(f"{kisi.nama}: kolom uraian ragu atau tidak ada, sehingga kegiatan tidak diisi")
        return
    lines = list(_baris(kisi, form))
    free = [row for row in lines if _bebas(kisi, columns, row)]
    taken = {row: lipat(kisi.teks(row, columns["uraian"])) for row in lines if acts and row not in free}
    for number, act in enumerate(acts, 1):
        same = next((row for row, words in taken.items() if words == lipat(act.uraian)), 0)
        row = same or (free.pop(0) if free else 0)
        taken.pop(row, None)
        if not row:
            hasil.catatan.append(f"{act.sebut}: tidak muat di {kisi.nama}, yang hanya punya {len(lines)} baris")
            continue
        for isi, value in _nilai(act, number, columns).items():
            sel = Sel(kisi.nama, alamat(row, columns[isi]))
            if not _dihitung(formulir.isi.get(sel), isi):
                satu(f"{isi.replace('_', ' ')} baris {row}", sel, value, formulir, hasil)


def _dihitung(held: Isi, isi: str) -> bool:
    """The form computes or counts it itself."""
    return isinstance(held, Rumus) or (isi == "no" and held not in (None, ""))


def _baris(kisi: Kisi, form: Dikenal) -> Iterator[int]:
    """The lines between the heading and the row that adds, or the words that follow; hidden ones left out."""
    first = max(form.kepala[1], form.baris_nomor) + 1
    known = {row.nomor: row.jenis for row in form.baris}
    for row in range(first, max([*known, first, kisi.terakhir]) + 1):
        below = bool(kisi.isi_baris(row)) and row > max(known, default=0)
        if known.get(row) in (JUMLAH, TOTAL) or below:
            return
        if row not in kisi.baris_sembunyi:
            yield row


def _bebas(kisi: Kisi, columns: dict[str, int], row: int) -> bool:
    return not any(kisi.teks(row, columns[isi]) for isi in _ISIAN if isi in columns)


def _nilai(act: Kegiatan, number: int, columns: dict[str, int]) -> dict[str, Nilai]:
    """The line's cells by field, as far as the letter has them and the table says them."""
    day = act.fakta.get("tanggal")
    found: dict[str, Nilai] = {
        "no": number,
        "kode": act.fakta.get("kode"),
        "uraian": act.uraian or act.fakta.get("kode"),
        "tanggal": tanggal(day) if isinstance(day, date) else day,
        "satuan": act.fakta.get("satuan"),
        "volume": act.fakta.get("volume"),
        "ak_satuan": act.satuan_ak,
        "jumlah_ak": act.kredit(),
        "bukti": act.fakta.get("bukti"),
        "pelaksana": act.fakta.get("jenjang_butir"),
    }
    return {isi: value for isi, value in found.items() if isi in columns and value is not None}
