"""Komposisi: how much of the required minimum comes from unsur utama and from penunjang (Assessor Pasal 12 (2))."""

from __future__ import annotations

from decimal import Decimal

from ..errors import NotFound, OutOfRule
from ..regulations.schema import Ijazah, Jabatan
from ..regulations.tabel import Komposisi
from ..words import indonesian
from .ambang import ak_kumulatif
from .hasil import Hasil


def ak_utama_minimal(jabatan: Jabatan, golongan: str, ijazah: Ijazah) -> Hasil:
    """The least credit (credit points) from unsur utama other than the diploma, for this golongan ruang.

    #N/A where the text has no such rule, or none for this diploma; #NUM! where the diploma exceeds the threshold."""
    return _share(jabatan, golongan, ijazah, jabatan.aturan(Komposisi).utama_paling_rendah, "utama paling rendah")


def ak_penunjang_maksimal(jabatan: Jabatan, golongan: str, ijazah: Ijazah) -> Hasil:
    """The most credit (credit points) from penunjang that counts; errors as `ak_utama_minimal`."""
    percent = jabatan.aturan(Komposisi).penunjang_paling_tinggi
    return _share(jabatan, golongan, ijazah, percent, "penunjang paling tinggi")


def _share(jabatan: Jabatan, golongan: str, ijazah: Ijazah, percent: Decimal, what: str) -> Hasil:
    rule = jabatan.aturan(Komposisi)
    if ijazah.nama not in rule.ijazah:
        raise NotFound(
            f"Ijazah {ijazah.nama} tidak ada dalam aturan ini; yang ada: {', '.join(rule.ijazah)} ({rule.rujukan})."
        )
    ambang = ak_kumulatif(jabatan, golongan)
    rest = ambang.nilai - ijazah.ak
    sum_words = f"{indonesian(ambang.nilai)} ({golongan}) - {indonesian(ijazah.ak)} (ijazah {ijazah.nama})"
    if rest < 0:
        raise OutOfRule(
            f"{sum_words} = {indonesian(rest)}: angka kredit ijazah sudah melebihi angka kredit kumulatif {golongan}, "
            f"jadi tidak ada sisa untuk dibagi ({rule.rujukan}). Isi golongan ruang yang lebih tinggi."
        )
    words = f"unsur {what} = {indonesian(percent)}% x ({sum_words}), di luar angka kredit ijazah"
    return Hasil(percent / 100 * rest, words, (rule, ambang, ijazah))
