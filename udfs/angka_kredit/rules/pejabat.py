"""Pejabat: who sets and who proposes credit, which team assesses it, and which team when there is none
(Assessor Pasal 18, 19, 21, 24; PMB Lampiran VI.A, VII.B.1, VII.C; AMMI Lampiran I.C.15)."""

from __future__ import annotations

from ..errors import NotFound, unknown
from ..regulations.schema import Jabatan
from ..regulations.tabel import Pejabat, TimPengganti
from ..regulations.umum import di_antara
from ..words import fold
from .hasil import Hasil
from .instansi import jenis_instansi

PENETAP, PENGUSUL, TIM = "penetap", "pengusul", "tim"
SEMUA = "semua"  # in the data: every kind of instansi
_PERAN = {
    PENETAP: "pejabat yang berwenang menetapkan angka kredit",
    PENGUSUL: "pejabat yang mengusulkan penetapan angka kredit",
    TIM: "tim penilai angka kredit",
}


def pejabat(jabatan: Jabatan, peran: str, golongan: str, instansi: str) -> Hasil:
    """Who has this role (penetap, pengusul, tim) for an officer of this golongan ruang, in the text's words.

    #N/A where the text does not say."""
    key, kind = jenis_instansi(jabatan, instansi)
    rows = [row for row in jabatan.baris(Pejabat) if row.peran == peran and row.instansi in (key, SEMUA)]
    found = next((row for row in rows if di_antara(golongan, row.golongan_dari, row.golongan_sampai)), None)
    if found is None:
        raise NotFound(f"{jabatan.regulasi.singkat} tidak memuat {_PERAN[peran]} untuk {golongan} di {kind.nama[0]}.")
    if not found.teks:
        raise NotFound(f"{jabatan.regulasi.singkat} tidak menyebut {_PERAN[peran]}. {found.catatan} ({found.rujukan}).")
    words = f"{found.tugas or _PERAN[peran]} untuk {found.golongan_dari} sampai {found.golongan_sampai}"
    where = "di semua instansi" if found.instansi == SEMUA else f"di {kind.nama[0]}"
    return Hasil(found.teks, f"{words}, {where}", (found,))


def tim_pengganti(jabatan: Jabatan, tim: str) -> Hasil:
    """The teams that may assess while this one does not exist, one a row, in the text's order.

    #N/A for a team without any, or unknown."""
    rows = jabatan.baris(TimPengganti)
    found = tuple(row for row in rows if _nama_tim(row.tim) == _nama_tim(tim))
    if not found:
        raise unknown("Tim dengan pengganti", tim, [row.tim for row in rows], jabatan.regulasi.singkat)
    words = f"penilaian dapat dimintakan bila {found[0].tim} belum terbentuk, menurut urutan ini"
    names = [row.pengganti for row in found]
    return Hasil([(name,) for name in names], f"{words}: {'; '.join(names)}", found)


def _nama_tim(text: str) -> str:
    """'Tim Penilai Kabupaten/Kota', 'kab/kota' -> 'kabupaten kota'."""
    word = fold(text)
    for title in ("tim penilai ", "tim "):
        word = word.removeprefix(title)
    return " ".join("kabupaten" if part == "kab" else part for part in word.split())
