"""Naik: what a rise in rank or jenjang asks, and what a higher diploma adds, in the regime since 2023.

Credit counts inside the jenjang; a new jenjang starts again."""

from __future__ import annotations

from ..errors import BadValue, NotFound, OutOfRule
from ..regulations import regime
from ..regulations.schema import Jenjang
from ..words import indonesian
from .hasil import Hasil


def ak_kenaikan_pangkat(jenjang: Jenjang) -> Hasil:
    """The credit points of one rank rise of this jenjang."""
    row = regime.naik_pangkat()[jenjang.nama]
    return Hasil(row.ak, f"angka kredit satu kenaikan pangkat {jenjang.nama}, dalam jenjangnya", (row,))


def ak_kenaikan_jenjang(jenjang: Jenjang, golongan_masuk: str | None) -> Hasil:
    """The credit points, inside this jenjang, for the next one; `golongan_masuk`: at which the jenjang was entered,
    None for its lowest.

    #NUM! after the highest jenjang, #VALUE! for a golongan of another, #N/A for an entry that the sources lack."""
    berikut = jenjang_berikut(jenjang)
    lowest = jenjang.golongan[0].kode
    masuk = golongan_masuk or lowest
    periksa_golongan(jenjang, masuk)
    rows = regime.naik_jenjang()
    row = rows.get((jenjang.nama, masuk))
    words = f"angka kredit dalam jenjang {jenjang.nama} untuk naik ke {berikut.nama}, masuk pada {masuk}"
    if row:
        return Hasil(row.ak, words, (row, regime.dasar("jenjang_baru")))
    awal = regime.dalam_jenjang().get(masuk)
    if awal is None or awal.jenjang != jenjang.nama:
        known = ", ".join(golongan for name, golongan in rows if name == jenjang.nama)
        raise NotFound(
            f"Angka kredit kenaikan jenjang {jenjang.nama} yang masuk pada {masuk} tidak ada dalam sumber "
            f"({rows[jenjang.nama, lowest].rujukan}); yang ada: masuk pada {known}."
        )
    row = rows[jenjang.nama, lowest]
    return Hasil(row.ak, f"{words}; AK dasarnya {indonesian(awal.ak_dasar)} ikut dihitung", (row, awal))


def ak_pendidikan_tambahan(jenjang: Jenjang) -> Hasil:
    """The credit points that a higher diploma adds, once: a share of one rank rise of this jenjang."""
    rule, naik = regime.pendidikan_tambahan(), regime.naik_pangkat()[jenjang.nama]
    words = f"{indonesian(rule.persen)}% x {indonesian(naik.ak)} (satu kenaikan pangkat {jenjang.nama}), satu kali"
    return Hasil(naik.ak * rule.persen / 100, words, (rule, naik))


def jenjang_berikut(jenjang: Jenjang) -> Jenjang:
    """The next jenjang of the same kategori; #NUM! after the highest."""
    for other in regime.jenjang().values():
        if (other.kategori, other.urutan) == (jenjang.kategori, jenjang.urutan + 1):
            return other
    raise OutOfRule(
        f"{jenjang.nama} jenjang tertinggi kategori {jenjang.kategori}; tidak ada kenaikan jenjang berikutnya "
        f"({jenjang.golongan[0].rujukan})."
    )


def punya_golongan(jenjang: Jenjang, golongan: str) -> bool:
    return any(golongan == own.kode for own in jenjang.golongan)


def periksa_golongan(jenjang: Jenjang, golongan: str) -> None:
    """#VALUE! for a golongan ruang that does not belong to the jenjang."""
    if not punya_golongan(jenjang, golongan):
        own = ", ".join(row.kode for row in jenjang.golongan)
        raise BadValue(
            f"Golongan ruang {golongan} bukan golongan ruang {jenjang.nama}, yang punya {own} "
            f"({jenjang.golongan[0].rujukan}). Samakan jenjang dan golongan ruangnya."
        )
