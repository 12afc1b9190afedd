"""BARU of the DUPAK from the surat pernyataan: the credits of the rows that are the same butir."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..kenal.bentuk import BUTIR, Baris
from ..kenal.kata import lipat
from .bentuk import Bagian, Usul
from .kredit import kolom_kredit
from .rujukan import alamat, menjumlah

_SISI = ("pengusul", "")


@dataclass(frozen=True)
class Kegiatan:
    """A row of a surat pernyataan, and the column of its credit."""

    surat: Bagian
    baris: Baris
    kolom: int


def usul_baru(rantai: Sequence[Sequence[Bagian]]) -> Iterator[Usul]:
    """Of a workbook with one DUPAK. What has no row there, or two, is told at the surat's own cell."""
    letters = [part for chain in rantai for part in chain if part.formulir.jenis == "surat_pernyataan"]
    dupak = [chain for chain in rantai if chain[0].formulir.jenis == "dupak" and any(map(_baru, chain))]
    if not dupak:
        return
    places = _tempat(dupak[0])
    found: dict[tuple[str, int], list[Kegiatan]] = {}
    for each in (each for letter in letters for each in _kegiatan(letter)):
        where = [] if len(dupak) > 1 else _milik(each, places)
        if len(where) == 1:
            found.setdefault((where[0][0].lembar, where[0][1].nomor), []).append(each)
        else:
            count = f"{len(dupak)} DUPAK" if len(dupak) > 1 else f"{len(where)} baris DUPAK" if where else ""
            reason = f"butirnya dapat milik {count}" if count else "butirnya tidak ada di DUPAK"
            yield Usul(each.surat.lembar, each.baris.nomor, each.kolom, "", "", f"tidak masuk BARU: {reason}")
    for part, row in (each for group in places.values() for each in group):
        if rows := found.pop((part.lembar, row.nomor), []):
            yield _usul(part, row, _asli(rows))


def _baru(part: Bagian) -> int:
    """The column BARU that is to be filled; 0 where the form computes it from its own volume."""
    column = next((at for side in _SISI if (at := part.kolom("baru", side))), 0)
    return 0 if column in [kolom_kredit(part, side) for side in _SISI] else column


def _kegiatan(letter: Bagian) -> Iterator[Kegiatan]:
    column = letter.kolom("jumlah_ak", "") or kolom_kredit(letter, "")
    for row in letter.formulir.baris if column else ():
        if row.jenis == BUTIR and (row.uraian or _kode(letter, row)):
            yield Kegiatan(letter, row, column)


def _tempat(chain: Sequence[Bagian]) -> dict[str, list[tuple[Bagian, Baris]]]:
    """What a butir may be known by -> the DUPAK's rows."""
    found: dict[str, list[tuple[Bagian, Baris]]] = {}
    for part in chain:
        for row in part.formulir.baris if _baru(part) else ():
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
    """A person typed the activity's kode or words: they are no formulas."""
    kisi, row = each.surat.kisi, each.baris.nomor
    columns = [column for isi in ("uraian", "kode") if (column := each.surat.kolom(isi, ""))]
    return any(kisi.teks(row, column) and not kisi.rumus(row, column) for column in columns)


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


def _usul(part: Bagian, row: Baris, rows: Sequence[Kegiatan]) -> Usul:
    column = _baru(part)
    refs = [
        alamat(each.baris.nomor, each.kolom, "" if each.surat.lembar == part.lembar else each.surat.lembar)
        for each in rows
    ]
    doubts = [part.formulir.ragu, row.ragu, *part.ragu_kolom(column), _kembar(rows)]
    doubts += [words for each in rows for words in (each.surat.formulir.ragu, each.baris.ragu)]
    doubts += [words for each in rows for words in each.surat.ragu_kolom(each.kolom)]
    told = ", ".join(dict.fromkeys(f"lembar {each.surat.lembar}" for each in rows))
    reasons = "; ".join(dict.fromkeys(filter(None, doubts)))
    return Usul(part.lembar, row.nomor, column, menjumlah(refs), f"{len(rows)} kegiatan di {told}", reasons)
