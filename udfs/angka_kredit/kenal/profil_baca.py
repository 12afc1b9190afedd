"""Reads a profile that people may have corrected: what is wrong in it is refused in words, naming where."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import tomllib
from openpyxl.utils.cell import column_index_from_string

from ..errors import Refused
from .bentuk import Formulir, Kolom, Orang
from .kata import data
from .profil_bentuk import BERTEKS, JENIS_BARIS, VERSI, Profil, ProfilFormulir, ProfilLembar

_REF = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_RENTANG = re.compile(r"([1-9][0-9]{0,6})(?:\s*-\s*([1-9][0-9]{0,6}))?")
_HURUF = re.compile(r"([A-Z]{1,3})(?:\s*:\s*([A-Z]{1,3}))?")
_BARIS = re.compile(r"([1-9][0-9]{0,6})(?:\s+(.*))?", re.DOTALL)
_MOST = 100_000  # rows of a range
_ORANG_LAIN = ("masa_kerja_lama", "masa_kerja_baru")


def baca(isi: bytes | str) -> Profil:
    """The profile; Refused, in words, where it is none."""
    try:
        root = tomllib.loads(isi if isinstance(isi, str) else isi.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused("profil tidak bersandi UTF-8; simpan sebagai teks UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"profil tidak dapat dibaca: {error}") from None
    at = _Tabel("profil", root)
    version = at.ambil("versi", int)
    if version != VERSI:
        raise Refused(f"profil versi {version} tidak dikenal; versi yang dikenal: {VERSI}")
    sheets = tuple(_lembar(each) for each in at.anak("lembar"))
    at.habis()
    return Profil(sheets)


class _Tabel:
    """A table of the file; every key must be asked for."""

    def __init__(self, nama: str, isi: Mapping[str, Any]) -> None:
        self.nama, self._isi, self._dipakai = nama, isi, set[str]()

    def ambil(self, kunci: str, jenis: type, bawaan: object = None) -> Any:
        self._dipakai.add(kunci)
        value = self._isi.get(kunci, bawaan)
        if value is None:
            raise Refused(f"{self.nama}: {kunci} tidak ada")
        if not isinstance(value, jenis) or isinstance(value, bool):
            raise self.salah(kunci, value)
        return value

    def salah(self, kunci: str, value: object) -> Refused:
        return Refused(f"{self.nama}: {kunci} = {value!r} tidak dapat dibaca; lihat docs/profil.md")

    def anak(self, kunci: str) -> Iterator[_Tabel]:
        for number, each in enumerate(self.ambil(kunci, list, []), 1):
            if not isinstance(each, dict):
                raise self.salah(kunci, each)
            yield _Tabel(f"{self.nama}, {kunci} {number}", each)

    def teks(self, kunci: str) -> list[str]:
        found = self.ambil(kunci, list, [])
        if not all(isinstance(each, str) for each in found):
            raise self.salah(kunci, found)
        return list(found)

    def pilihan(self, kunci: str, words: Iterable[str], bawaan: str | None = None) -> str:
        value = str(self.ambil(kunci, str, bawaan))
        known = list(words)
        if value not in known and value != bawaan:
            near = difflib.get_close_matches(value, known, n=1)
            hint = f"; maksud Anda '{near[0]}'?" if near else f"; yang dikenal: {', '.join(known)}"
            raise Refused(f"{self.nama}: {kunci} = '{value}' tidak dikenal{hint}")
        return value

    def sel(self, kunci: str, bawaan: str | None = None) -> str:
        value = str(self.ambil(kunci, str, bawaan))
        if value != bawaan and not _REF.fullmatch(value):
            raise self.salah(kunci, value)
        return value

    def kunci(self) -> set[str]:
        return set(self._isi) - self._dipakai

    def habis(self) -> None:
        if left := sorted(self.kunci()):
            raise Refused(f"{self.nama}: kunci '{left[0]}' tidak dikenal; lihat docs/profil.md")


def _lembar(at: _Tabel) -> ProfilLembar:
    at.nama = f"lembar '{at.ambil('nama', str)}'"
    forms = tuple(_formulir(each) for each in at.anak("formulir"))
    found = ProfilLembar(at.ambil("nama", str), forms, tuple(at.teks("catatan")))
    at.habis()
    return found


def _formulir(at: _Tabel) -> ProfilFormulir:
    jenis = at.pilihan("jenis", [*data()["formulir"], "tidak dikenal"])
    kepala = _rentang(at, "kepala", at.ambil("kepala", str)) if "kepala" in at.kunci() else (0, 0)
    people = [_orang(each) for each in at.anak("orang")]
    form = Formulir(
        jenis,
        at.ambil("judul", str, ""),
        kepala,
        at.ambil("baris_nomor", int, 0),
        tuple(_kolom(each) for each in at.anak("kolom")),
        (),
        tuple(people),
        tuple(_rentang(at, "kepala_ulang", each) for each in at.teks("kepala_ulang")),
        at.ambil("lanjutan_dari", str, ""),
        at.ambil("ragu", str, ""),
    )
    rows = _Tabel(f"{at.nama}, baris", at.ambil("baris", dict, {}))
    mulai = rows.ambil("mulai", int, 0)
    kinds, texts = _jenis_baris(rows)
    if kinds and mulai:
        raise Refused(f"{rows.nama}: isi `mulai`, atau sebut barisnya; tidak keduanya")
    doubts = _ragu_baris(rows)
    for each in (rows, at):
        each.habis()
    return ProfilFormulir(form, mulai, kinds, texts, doubts)


def _kolom(at: _Tabel) -> Kolom:
    columns = [column for part in at.ambil("kolom", str).split(",") for column in _huruf(at, part)]
    isi = at.pilihan("isi", [*data()["judul"], "tidak dikenal"])
    pihak = at.pilihan("pihak", ["pengusul", "tim"], "")
    made = Kolom(
        isi, pihak, tuple(columns), at.ambil("judul", str, ""), at.sel("sel", ""), ragu=at.ambil("ragu", str, "")
    )
    at.habis()
    return made


def _orang(at: _Tabel) -> Orang:
    isi = at.pilihan("isi", [*data()["orang"], *_ORANG_LAIN])
    siapa = at.pilihan("siapa", data()["siapa"], "pegawai")
    made = Orang(isi, siapa, at.sel("label"), at.sel("sel", ""), "", at.ambil("ragu", str, ""))
    at.habis()
    return made


def _jenis_baris(at: _Tabel) -> tuple[dict[int, str], dict[int, str]]:
    """(row -> kind, row -> words)."""
    kinds, texts = dict[int, str](), dict[int, str]()
    for jenis in JENIS_BARIS:
        found = list(_bertahap(at, jenis, texts)) if jenis in BERTEKS else _nomor(at, jenis, at.ambil(jenis, str, ""))
        for row in found:
            if row in kinds:
                raise Refused(f"{at.nama}: baris {row} disebut sebagai {kinds[row]} dan {jenis}; hapus salah satunya")
            kinds[row] = jenis
    return dict(sorted(kinds.items())), texts


def _bertahap(at: _Tabel, jenis: str, texts: dict[int, str]) -> Iterator[int]:
    for each in at.teks(jenis):
        found = _BARIS.fullmatch(each.strip())
        if not found:
            raise at.salah(jenis, each)
        if found[2]:
            texts[int(found[1])] = found[2]
        yield int(found[1])


def _ragu_baris(at: _Tabel) -> dict[int, str]:
    found = at.ambil("ragu", dict, {})
    if not all(key.isdecimal() and isinstance(reason, str) for key, reason in found.items()):
        raise at.salah("ragu", found)
    return {int(key): reason for key, reason in found.items()}


def _nomor(at: _Tabel, kunci: str, teks: str) -> list[int]:
    parts = (part.strip() for part in teks.split(",") if part.strip())
    return [row for part in parts for first, last in [_rentang(at, kunci, part)] for row in range(first, last + 1)]


def _rentang(at: _Tabel, kunci: str, teks: str) -> tuple[int, int]:
    found = _RENTANG.fullmatch(teks.strip())
    if not found or not 0 <= int(found[2] or found[1]) - int(found[1]) <= _MOST:
        raise at.salah(kunci, teks)
    return int(found[1]), int(found[2] or found[1])


def _huruf(at: _Tabel, teks: str) -> range:
    found = _HURUF.fullmatch(teks.strip())
    if not found:
        raise at.salah("kolom", teks)
    try:
        first, last = column_index_from_string(found[1]), column_index_from_string(found[2] or found[1])
    except ValueError:
        raise at.salah("kolom", teks) from None
    return range(first, last + 1)
