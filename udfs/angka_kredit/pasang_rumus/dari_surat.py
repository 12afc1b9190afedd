"""BARU of the DUPAK from the surat pernyataan: the credits of the rows that are the same butir."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ..kenal.bentuk import BUTIR, Baris
from ..kenal.kata import lipat
from .bentuk import Bagian, Usul
from .kredit import kolom_kredit
from .milik import bukan_orangnya, masa, ragu_surat, ragu_tanggal
from .rujukan import alamat, menjumlah

_SISI = ("pengusul", "")


@dataclass(frozen=True)
class Kegiatan:
    """A row of a surat pernyataan, and the column of its credit. `bukan`: why it is not of this DUPAK."""

    surat: Bagian
    baris: Baris
    kolom: int
    bukan: str
    ragu: str


def usul_baru(rantai: Sequence[Sequence[Bagian]]) -> Iterator[Usul]:
    """Of a workbook with one DUPAK. What is not taken into it is told at the surat's own cell."""
    letters = [chain for chain in rantai if chain[0].formulir.jenis == "surat_pernyataan"]
    dupak = [chain for chain in rantai if chain[0].formulir.jenis == "dupak" and any(map(_tujuan, chain))]
    if not dupak:
        return
    places = _tempat(dupak[0])
    found: dict[tuple[str, int], list[Kegiatan]] = {}
    for each in (each for letter in letters for each in _kegiatan(letter, dupak[0], letters)):
        where = [] if len(dupak) > 1 else _milik(each, places)
        if reason := each.bukan if len(dupak) == 1 else "":
            yield _tidak_masuk(each, reason)
        elif len(where) == 1:
            found.setdefault((where[0][0].lembar, where[0][1].nomor), []).append(each)
        else:
            count = f"{len(dupak)} DUPAK" if len(dupak) > 1 else f"{len(where)} baris DUPAK" if where else ""
            yield _tidak_masuk(each, f"butirnya dapat milik {count}" if count else "butirnya tidak ada di DUPAK")
    for part, row in (each for group in places.values() for each in group):
        if rows := found.pop((part.lembar, row.nomor), []):
            yield from _sebaris(part, row, rows)


def _tidak_masuk(each: Kegiatan, reason: str) -> Usul:
    words = f"tidak masuk BARU: {reason}"
    return Usul(each.surat.lembar, each.baris.nomor, each.kolom, "", "", catatan=words)


def _sebaris(part: Bagian, row: Baris, rows: Sequence[Kegiatan]) -> Iterator[Usul]:
    """What the activities of one row make of it: its BARU, unless the form computes that from its own volume."""
    if own := _bervolume(part):
        yield from (_tidak_masuk(each, "DUPAK menghitungnya dari volumenya sendiri") for each in rows)
        if not any(part.kisi.teks(row.nomor, each) for each in own):
            told = f"volume di DUPAK kosong, padahal butirnya ada di lembar {rows[0].surat.lembar}"
            yield Usul(part.lembar, row.nomor, _tujuan(part), "", "", told)
        return
    kept = _asli(rows)
    for each in rows:
        if each not in kept:
            yield _tidak_masuk(each, "isinya rumus yang menunjuk kegiatan lain, yang sudah terhitung")
    yield _usul(part, row, kept, _ragu_dibuang(rows, kept))


def _tujuan(part: Bagian) -> int:
    """The column of the pengusul's new credits; 0 where the form has none."""
    found = [part.kolom("baru", side) or kolom_kredit(part, side) for side in _SISI]
    return next(filter(None, found), 0)


def _bervolume(part: Bagian) -> list[int]:
    """The columns of volume from which the form itself computes the pengusul's new credits."""
    sides = [side for side in _SISI if kolom_kredit(part, side) == _tujuan(part)]
    return [column for side in sides if (column := part.kolom("volume", side) or part.kolom("volume", ""))]


def _kegiatan(
    surat: Sequence[Bagian], dupak: Sequence[Bagian], semua: Sequence[Sequence[Bagian]]
) -> Iterator[Kegiatan]:
    other, doubt, span = bukan_orangnya(surat, dupak), ragu_surat(surat, dupak, semua), masa(dupak)
    for part in surat:
        column = part.kolom("jumlah_ak", "") or kolom_kredit(part, "")
        for row in part.formulir.baris if column else ():
            if row.jenis == BUTIR and (row.uraian or _kode(part, row)):
                hidden = f"baris {row.nomor} lembar {part.lembar} tersembunyi" if row.tersembunyi else ""
                doubts = "; ".join(filter(None, (doubt, hidden, ragu_tanggal(part, row, span))))
                yield Kegiatan(part, row, column, other, doubts)


def _tempat(chain: Sequence[Bagian]) -> dict[str, list[tuple[Bagian, Baris]]]:
    """What a butir may be known by -> the DUPAK's rows."""
    found: dict[str, list[tuple[Bagian, Baris]]] = {}
    for part in chain:
        for row in part.formulir.baris if _tujuan(part) else ():
            if row.jenis == BUTIR:
                for key in dict.fromkeys(filter(None, (_kode(part, row), _uraian(row)))):
                    found.setdefault(key, []).append((part, row))
    return found


def _milik(each: Kegiatan, places: dict[str, list[tuple[Bagian, Baris]]]) -> list[tuple[Bagian, Baris]]:
    """By the kode where both have one, else by the same words."""
    kode = _kode(each.surat, each.baris)
    if kode and any(key.startswith("kode ") for key in places):
        return places.get(kode, [])
    return places.get(_uraian(each.baris), [])


def _kode(part: Bagian, row: Baris) -> str:
    column = part.kolom("kode", "")
    text = part.kisi.teks(row.nomor, column) if column else ""
    return f"kode {text.casefold()}" if text else ""


def _uraian(row: Baris) -> str:
    return f"uraian {lipat(row.uraian)}" if row.uraian else ""


def _asli(rows: Sequence[Kegiatan]) -> list[Kegiatan]:
    """Without those that only show what stands elsewhere, where others are typed."""
    return [each for each in rows if _diketik(each)] or list(rows)


def _diketik(each: Kegiatan) -> bool:
    """A person typed the activity's kode, words or volume: they are no formulas."""
    return any(map(partial(_ketikan, each), ("uraian", "kode", "volume")))


def _ketikan(each: Kegiatan, isi: str) -> str:
    """What a person typed in this column; '' for nothing or a formula."""
    kisi, row, column = each.surat.kisi, each.baris.nomor, each.surat.kolom(isi, "")
    return "" if not column or kisi.rumus(row, column) else kisi.teks(row, column)


def _ragu_dibuang(rows: Sequence[Kegiatan], kept: Sequence[Kegiatan]) -> str:
    """An activity left out as a copy has a date of its own."""
    days = {each.surat.kisi.teks(each.baris.nomor, each.surat.kolom("tanggal", "")) for each in kept}
    odd = [each for each in rows if each not in kept and (day := _ketikan(each, "tanggal")) and day not in days]
    return (
        f"baris {odd[0].baris.nomor} lembar {odd[0].surat.lembar} tidak dihitung, padahal tanggalnya lain"
        if odd
        else ""
    )


def _kembar(rows: Sequence[Kegiatan]) -> str:
    """Why the activities of two letters may be the same ones, written twice."""
    found: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for each in rows:
        texts = [each.surat.kisi.teks(each.baris.nomor, each.surat.kolom(isi, "")) for isi in ("tanggal", "volume")]
        found.setdefault((each.surat.lembar, each.surat.formulir.kepala[0]), []).append((texts[0], texts[1]))
    contents = [sorted(each) for each in found.values()]
    shown = len(found) > 1 and not any(map(_diketik, rows))
    twice = shown or len(contents) > len({tuple(each) for each in contents})
    return "kegiatan yang sama tertulis di dua surat pernyataan; mungkin terhitung dua kali" if twice else ""


def _usul(part: Bagian, row: Baris, rows: Sequence[Kegiatan], ragu: str) -> Usul:
    column = _tujuan(part)
    refs = [
        alamat(each.baris.nomor, each.kolom, "" if each.surat.lembar == part.lembar else each.surat.lembar)
        for each in rows
    ]
    doubts = [part.formulir.ragu, row.ragu, *part.ragu_kolom(column), _kembar(rows), ragu]
    doubts += [words for each in rows for words in (each.surat.formulir.ragu, each.baris.ragu, each.ragu)]
    doubts += [words for each in rows for words in each.surat.ragu_kolom(each.kolom)]
    told = ", ".join(dict.fromkeys(f"lembar {each.surat.lembar}" for each in rows))
    reasons = "; ".join(dict.fromkeys(filter(None, doubts)))
    texts = (each.surat.bukan_angka(each.baris.nomor, each.kolom, each.surat.lembar) for each in rows)
    words, stopped = f"{len(rows)} kegiatan di {told}", next(filter(None, texts), "")
    return Usul(part.lembar, row.nomor, column, menjumlah(refs), words, reasons, halangan=stopped)
