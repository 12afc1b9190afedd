"""Whether a surat pernyataan is the DUPAK's: of the same person, and of the time that is assessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..kenal.bentuk import Baris
from ..periksa.isian.asing_orang import isi
from ..periksa.isian.bentuk import Isi
from ..periksa.isian.kata_tanggal import rentang
from ..words import fold
from .bentuk import Bagian

_NIP = 18  # digits; a karpeg's may follow them
_TAHUN = re.compile(r"\d{4}")
Masa = tuple[date, date]


def bukan_orangnya(surat: Sequence[Bagian], dupak: Sequence[Bagian]) -> str:
    """Why the letter is another person's; '' where it is hers, or does not say."""
    theirs, own = _nip(surat), _nip(dupak)
    return "surat pernyataannya milik NIP lain" if theirs and own and not theirs & own else ""


def ragu_surat(surat: Sequence[Bagian], dupak: Sequence[Bagian], semua: Sequence[Sequence[Bagian]]) -> str:
    """Why the letter may not be the DUPAK's."""
    doubts = ["lembar surat pernyataannya tersembunyi" if any(each.kisi.tersembunyi for each in surat) else ""]
    if not _nip(surat) & _nip(dupak):
        names, theirs = _data(dupak, "nama"), _data(surat, "nama")
        doubts.append(
            "nama di surat pernyataan lain dari nama di DUPAK" if names and theirs and not names & theirs else ""
        )
    several = not _nip(dupak) and len(set().union(*map(_nip, semua))) > 1
    doubts.append("surat pernyataannya milik beberapa NIP, dan DUPAK tidak menyebut NIP" if several else "")
    unread = masa(dupak) is None and any(_TAHUN.search(each) for each in _data(dupak, "masa_penilaian"))
    doubts.append("masa penilaian di DUPAK tidak terbaca" if unread else "")
    return "; ".join(filter(None, doubts))


def masa(dupak: Sequence[Bagian]) -> Masa | None:
    """The masa penilaian; None where the DUPAK names none that can be read."""
    found = isi([(each.kisi, each.formulir) for each in dupak])
    first, last = (found.get(name, Isi()).nilai for name in ("masa_dari", "masa_sampai"))
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def ragu_tanggal(surat: Bagian, baris: Baris, masa: Masa | None) -> str:
    """Why the activity may not be of the masa penilaian."""
    if masa is None:
        return ""
    column = surat.kolom("tanggal", "")
    sel = surat.kisi.sel.get((baris.nomor, column)) if column else None
    span = rentang(Isi(sel.nilai)) if sel else None
    if span is None:
        words = f"'{surat.kisi.teks(baris.nomor, column)[:30]}' tidak terbaca" if sel else "tidak disebut"
        return f"tanggal kegiatan di baris {baris.nomor} {words}; mungkin di luar masa penilaian"
    inside = masa[0] <= span[0] and span[1] <= masa[1]
    return "" if inside else f"tanggal kegiatan di baris {baris.nomor} di luar masa penilaian"


def _nip(parts: Sequence[Bagian]) -> set[str]:
    found = (re.sub(r"\D", "", each)[:_NIP] for each in _data(parts, "nip"))
    return {each for each in found if len(each) == _NIP}


def _data(parts: Sequence[Bagian], isi: str) -> set[str]:
    orang = [each for part in parts for each in part.formulir.orang if (each.isi, each.siapa) == (isi, "pegawai")]
    return {words for each in orang if (words := fold(each.nilai.split(",")[0]))}
