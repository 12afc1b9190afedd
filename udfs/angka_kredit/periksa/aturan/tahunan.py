"""What must be collected every year: 25 at IV/e (Assessor Pasal 15), and in the second year of a rank whose rise was
earned in the first (Pasal 14 ayat (2))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from ...errors import CellError, NotFound, Refused
from ...regulations.schema import Jabatan
from ...regulations.tabel import Tahunan, TahunKedua
from ...rules.ambang import ak_kumulatif
from ...rules.hasil import Hasil
from ...rules.kalender import tambah_tahun
from ...rules.kewajiban import ak_tahun_kedua, ak_tahunan_minimal
from ...words import tanggal
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import BARU, LAMA, SEMUA, TUGAS_PROFESI, Fakta, Isi
from ..temuan import Temuan
from . import bersama
from .bersama import ak, desimal

_HARI = timedelta(days=1)
_SUMBER = "dari tugas pokok dan pengembangan profesi"


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    jabatan = bersama.jabatan(fakta)
    jabatan.baris(Tahunan)  # a text without the rules says so first
    jabatan.aturan(TahunKedua)
    if fakta.jumlah.get((BARU, SEMUA), Isi()).angka or fakta.jumlah.get((LAMA, SEMUA), Isi()).angka:
        yield from _setiap_tahun(fakta, jabatan, bersama.golongan(fakta))
        yield from _tahun_kedua(fakta, jabatan, bersama.golongan(fakta))


def _setiap_tahun(fakta: Fakta, jabatan: Jabatan, held: str) -> Iterator[Temuan]:
    try:
        least = ak_tahunan_minimal(jabatan, held)
    except NotFound:  # nothing is asked of this golongan
        return
    begins, ends, got = _masa(fakta)
    years = max(1, _tahun_penuh(begins, ends))
    need = desimal(least) * years
    have = got.angka
    if have is not None and have < need:
        whole = tambah_tahun(begins, 1) - _HARI <= ends
        doubt = "" if whole else f"masa penilaian berakhir {tanggal(ends)}, belum setahun"
        per = f" setahun, {years} tahun" if years > 1 else " setahun"
        yield bersama.temuan(
            "tahunan_kurang",
            got,
            f"BARU {_SUMBER} {ak(have)}; bagi {held} paling sedikit {ak(desimal(least))}{per}",
            f"Tambah {ak(need - have)} {_SUMBER}; kekurangan setahun membawa pembebasan sementara.",
            *least.dasar,
            ragu=doubt,
        )


def _tahun_kedua(fakta: Fakta, jabatan: Jabatan, held: str) -> Iterator[Temuan]:
    """Only where LAMA shows that the credit for the next rank was there before the first year was over."""
    before, tmt = fakta.jumlah.get((LAMA, SEMUA), Isi()).angka, fakta["tmt_golongan"].hari
    try:
        least, goal = ak_tahun_kedua(jabatan, held), bersama.tujuan(fakta)
    except CellError:  # the highest golongan
        return
    if before is None or tmt is None or not goal or before < ak_kumulatif(jabatan, goal).nilai:
        return
    begins, ends, got = _masa(fakta)
    first, second = tambah_tahun(tmt, 1), tambah_tahun(tmt, 2) - _HARI
    if tmt <= begins <= first <= ends and got.angka is not None and got.angka < desimal(least):
        doubt = "" if ends >= second else f"tahun kedua sejak TMT pangkat baru selesai {tanggal(second)}"
        yield _kurang(got, least, held, goal, doubt)


def _kurang(got: Isi, least: Hasil, held: str, goal: str, ragu: str) -> Temuan:
    have, need = got.angka or Decimal(0), desimal(least)
    return bersama.temuan(
        "tahun_kedua_kurang",
        got,
        f"angka kredit untuk {goal} sudah tercapai pada tahun pertama dalam {held}, tetapi BARU tahun kedua {_SUMBER} "
        f"{ak(have)}, paling sedikit {ak(need)} ({least.uraian})",
        f"Tambah {ak(need - have)} {_SUMBER} dalam tahun kedua.",
        *least.dasar,
        ragu=ragu,
    )


def _masa(fakta: Fakta) -> tuple[date, date, Isi]:
    """The period, and its credit of tugas pokok and profesi."""
    begins, ends = fakta["masa_dari"].hari, fakta["masa_sampai"].hari
    if begins is None or ends is None:
        raise Refused("masa penilaian tidak terbaca, sehingga kewajiban setiap tahun tidak diperiksa")
    return begins, ends, fakta.jumlah.get((BARU, TUGAS_PROFESI), Isi())


def _tahun_penuh(begins: date, ends: date) -> int:
    years = 0
    while tambah_tahun(begins, years + 1) - _HARI <= ends:
        years += 1
    return years
