"""The rules together on the sums of one DUPAK: does it add up, and does what reaches the next golongan ruang also hold
enough of each unsur (Assessor Pasal 12 (2), 13)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from ..errors import NotFound, OutOfRule
from ..regulations.schema import Ijazah, Jabatan, Jenjang
from ..regulations.tabel import Komposisi, ProfesiMinimal, Skala
from ..words import indonesian
from .ambang import ak_kumulatif
from .hasil import Berdasar, Hasil
from .komposisi import ak_utama_minimal
from .pangkat import jenjang_dari_golongan
from .periksa import tidak_negatif
from .profesi_minimal import ak_profesi_minimal


class Jumlah(NamedTuple):
    """JUMLAH of a DUPAK (credit points): formal education, all of unsur utama (it and profesi in it), penunjang."""

    sekolah: Decimal
    utama: Decimal
    profesi: Decimal
    penunjang: Decimal


class _Bagian(NamedTuple):
    """One rule's answer: the words, whether they are a finding, and what it rests on."""

    kata: str
    salah: bool
    dasar: tuple[Berdasar, ...] = ()


def periksa_dupak(jabatan: Jabatan, jenjang: Jenjang, golongan: str, ijazah: Ijazah, jumlah: Jumlah) -> Hasil:
    """'SESUAI', or the rows 'PERIKSA' and one finding each. A rule that the text of the jabatan does not have is named
    in the explanation, and finds nothing. #N/A where the golongan ruang is on another ladder than the jenjang."""
    tidak_negatif(jumlah._asdict())
    jenjang_dari_golongan(jabatan, golongan, jenjang.kategori)
    parts = [*_isi(ijazah, jumlah), *_naik(jabatan, jenjang, golongan, ijazah, jumlah)]
    found = [part.kata for part in parts if part.salah]
    dasar = dict.fromkeys(row for part in parts for row in (*part.dasar, jabatan.aturan(Skala)))
    nilai = [["PERIKSA"], *([words] for words in found)] if found else "SESUAI"
    return Hasil(nilai, "; ".join(found or [part.kata for part in parts]), tuple(dasar))


def _isi(ijazah: Ijazah, jumlah: Jumlah) -> list[_Bagian]:
    """Whether the sums can stand beside one another."""
    least = jumlah.sekolah + jumlah.profesi
    told = f"unsur utama {indonesian(jumlah.utama)}"
    whole = f"pendidikan sekolah dan pengembangan profesi di dalamnya {indonesian(least)}"
    diploma = f"pendidikan sekolah {indonesian(jumlah.sekolah)}"
    wrong = jumlah.sekolah != ijazah.ak
    words = f"{diploma}, padahal angka kredit ijazah {ijazah.nama} {indonesian(ijazah.ak)}" if wrong else diploma
    parts = [_Bagian(words, wrong, (ijazah,))]
    if jumlah.utama < least:
        parts.append(_Bagian(f"{told}, padahal {whole}", True))
    return parts


def _naik(jabatan: Jabatan, jenjang: Jenjang, golongan: str, ijazah: Ijazah, jumlah: Jumlah) -> list[_Bagian]:
    """Whether a total that reaches the next golongan ruang also holds enough of each unsur."""
    ladder = [g.kode for each in jabatan.jenjang if each.kategori == jenjang.kategori for g in each.golongan]
    if golongan == ladder[-1]:
        return [_Bagian(f"{golongan} golongan ruang tertinggi {jenjang.kategori}", False, (jabatan.tangga,))]
    goal = ladder[ladder.index(golongan) + 1]
    ambang, total = ak_kumulatif(jabatan, goal), jumlah.utama + jumlah.penunjang
    told = f"jumlah {indonesian(total)}, untuk {goal} perlu {indonesian(ambang.nilai)}"
    if total < ambang.nilai:
        return [_Bagian(f"{told}: belum tercapai, sehingga syarat setiap unsur belum berlaku", False, (ambang,))]
    return [
        _Bagian(f"{told}: tercapai", False, (ambang,)),
        _paling_sedikit(
            "unsur utama di luar pendidikan sekolah",
            jumlah.utama - jumlah.sekolah,
            Komposisi.judul,
            lambda: ak_utama_minimal(jabatan, goal, ijazah),
        ),
        _paling_sedikit(
            "pengembangan profesi", jumlah.profesi, ProfesiMinimal.judul, lambda: ak_profesi_minimal(jabatan, goal)
        ),
    ]


def _paling_sedikit(nama: str, ada: Decimal, judul: str, aturan: Callable[[], Hasil]) -> _Bagian:
    try:
        least = aturan()
    except NotFound:
        return _Bagian(f"{judul} tidak diperiksa, karena naskahnya tidak mengaturnya untuk ini", False)
    except OutOfRule:  # the diploma alone is more than the threshold
        return _Bagian(f"{judul}: tidak ada sisa untuk dibagi", False)
    need = least.nilai
    assert isinstance(need, Decimal)
    told = f"{nama} {indonesian(ada)}, paling sedikit {indonesian(need)}"
    return _Bagian(f"{told}: kurang {indonesian(need - ada)}" if ada < need else told, ada < need, least.dasar)
