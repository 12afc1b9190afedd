"""Deadlines: the credit set too late for the rank rise or for the year, and the years after which suspension comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ...errors import NotFound, OutOfRule, Refused
from ...regulations.tabel import BatasPenetapan, BebasSementara, PenilaianTahunan
from ...rules.ambang import ak_kumulatif
from ...rules.hasil import Hasil
from ...rules.pembebasan import tanggal_bebas_sementara
from ...rules.tenggat import batas_penetapan_ak, batas_penilaian_tahunan
from ...words import tanggal
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import JUMLAH, SEMUA, Fakta, Isi
from ..temuan import Temuan
from . import bersama
from .bersama import ak, hari

_SURAT = ("tanggal", "pengusulan_tanggal", "usul_tanggal", "ba_tanggal", "pak_tanggal")  # as the papers follow


def penetapan(bahan: Bahan) -> Iterator[Temuan]:
    """For a rank rise: three months before its period."""
    fakta = isian.fakta(bahan)
    jabatan, tmt, last = bersama.jabatan(fakta), fakta["pak_tmt"], _terakhir(fakta)
    jabatan.aturan(BatasPenetapan)
    if tmt.hari is None or last.hari is None:
        return
    try:
        limit = batas_penetapan_ak(jabatan, tmt.hari)
    except OutOfRule as error:
        lakukan = "Isi TMT dengan tanggal 1 bulan periode kenaikan pangkat."
        doubt = "TMT kenaikan jabatan boleh bulan lain"
        words = str(error).split(" (")[0]
        yield bersama.temuan("bukan_periode", tmt, words, lakukan, jabatan.aturan(BatasPenetapan), ragu=doubt)
        return
    yield from _lewat(last, limit, f"kenaikan pangkat {tanggal(tmt.hari)}", "Usulkan untuk periode berikutnya.")


def tahunan(bahan: Bahan) -> Iterator[Temuan]:
    """For a year's work: by the end of the month that the text names."""
    fakta = isian.fakta(bahan)
    jabatan, ends, last = bersama.jabatan(fakta), fakta["masa_sampai"].hari, _terakhir(fakta)
    jabatan.aturan(PenilaianTahunan)
    if ends is not None and last.hari is not None:
        limit = batas_penilaian_tahunan(jabatan, Decimal(ends.year))
        yield from _lewat(last, limit, f"prestasi kerja {ends.year}", "Tetapkan penilaian setiap tahun tepat waktu.")


def bebas(bahan: Bahan) -> Iterator[Temuan]:
    """Years in the rank or jabatan without the credit for the next."""
    fakta = isian.fakta(bahan)
    jabatan = bersama.jabatan(fakta)
    jabatan.baris(BebasSementara)
    days = [fakta[nama].hari for nama in ("tmt_golongan", "tmt_jabatan")]
    total, ends = fakta.jumlah.get((JUMLAH, SEMUA), Isi()), fakta["masa_sampai"].hari
    if days[0] is None or days[1] is None or ends is None or not total.angka:
        return
    goal = bersama.tujuan(fakta)
    try:
        limit = tanggal_bebas_sementara(jabatan, bersama.golongan(fakta), max(days[0], days[1]))
    except NotFound:
        return
    need = ak_kumulatif(jabatan, goal).nilai if goal else Decimal(0)
    if total.angka < need and hari(limit) <= ends:
        words = (
            f"JUMLAH {ak(total.angka)}, untuk {goal} {ak(need)}, padahal jangka waktunya genap {tanggal(hari(limit))}"
        )
        lakukan = f"Periksa pembebasan sementara: kurang {ak(need - total.angka)} sesudah {limit.uraian}."
        yield bersama.temuan("bebas_sementara", total, words, lakukan, *limit.dasar)


def _terakhir(fakta: Fakta) -> Isi:
    """The latest dated paper: the decision cannot be older than it."""
    dated = [fakta[nama] for nama in _SURAT if fakta[nama].hari]
    if not dated and not fakta.milik_kita:
        raise Refused("tanggal usul dan penetapan tidak dikenali, sehingga tenggat penetapan tidak diperiksa")
    return max(dated, key=_hari, default=Isi())


def _hari(isi: Isi) -> date:
    return isi.hari or date.min


def _lewat(last: Isi, limit: Hasil, what: str, lakukan: str) -> Iterator[Temuan]:
    day = last.hari
    if day is not None and day > hari(limit):
        words = f"{tanggal(day)} sudah lewat dari {tanggal(hari(limit))}, batas penetapan untuk {what}"
        yield bersama.temuan("tenggat_lewat", last, words, lakukan, *limit.dasar)
