"""Kewajiban: credit that must be collected in the second year of a rank, or every year (Assessor Pasal 14 (2), 15)."""

from __future__ import annotations

from ..errors import NotFound
from ..regulations.schema import Jabatan
from ..regulations.tabel import Tahunan, TahunKedua
from ..words import indonesian
from .ambang import ak_kumulatif
from .hasil import Hasil
from .pangkat import berikut_dalam


def ak_tahun_kedua(jabatan: Jabatan, golongan: str) -> Hasil:
    """The least credit points in the second year for an officer of this golongan ruang who reached the credit for the
    next one in the first: a share of the increment between the two. #NUM! where the jabatan has no next golongan."""
    rule = jabatan.aturan(TahunKedua)
    berikut = berikut_dalam(jabatan, golongan)
    now, then = ak_kumulatif(jabatan, golongan), ak_kumulatif(jabatan, berikut)
    step = f"{indonesian(then.nilai)} ({berikut}) - {indonesian(now.nilai)} ({golongan})"
    words = f"{indonesian(rule.persen)}% x ({step}), wajib bila syarat ke {berikut} sudah tercapai pada tahun pertama"
    return Hasil(rule.persen / 100 * (then.nilai - now.nilai), words, (rule, now, then))


def ak_tahunan_minimal(jabatan: Jabatan, golongan: str) -> Hasil:
    """The least credit points every year for this golongan ruang; #N/A where the text sets none."""
    rows = jabatan.baris(Tahunan)
    found = next((row for row in rows if row.golongan == golongan), None)
    if found is None:
        printed = ", ".join(f"{row.golongan} ({row.rujukan})" for row in rows)
        raise NotFound(
            f"{jabatan.regulasi.singkat} tidak mewajibkan {Tahunan.judul} bagi {golongan}; yang diwajibkan: {printed}."
        )
    return Hasil(found.ak, f"angka kredit paling sedikit setiap tahun bagi {golongan}", (found,))
