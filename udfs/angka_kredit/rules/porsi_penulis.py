"""Porsi penulis: how authors share the credit of a jointly written karya tulis ilmiah (Assessor Pasal 16)."""

from __future__ import annotations

from decimal import Decimal

from ..errors import NotFound, OutOfRule
from ..regulations.schema import Jabatan, Nilai
from ..words import indonesian

SENDIRI = Decimal(1)


def porsi_penulis(jabatan: Jabatan, jumlah: Decimal, urutan: Decimal) -> Nilai:
    """The share (0 to 1) of author number `urutan` (1 = penulis utama) among `jumlah` authors.

    #N/A where the jabatan's text has no such rule; #NUM! for more authors than it allows, or an
    author number that is not among them. A single author keeps all (nothing is shared)."""
    _need_rule(jabatan)
    most = max(jabatan.porsi_penulis)
    limit = jabatan.batas_penulis.rujukan if jabatan.batas_penulis else jabatan.regulasi.singkat
    if not 1 <= jumlah <= most or jumlah % 1:
        raise OutOfRule(f"Jumlah penulis {indonesian(jumlah)} di luar aturan: 1 sampai {most} orang ({limit}).")
    if not 1 <= urutan <= jumlah or urutan % 1:
        raise OutOfRule(
            f"Urutan penulis {indonesian(urutan)} tidak ada di antara {indonesian(jumlah)} penulis; "
            f"isi 1 untuk penulis utama, 2 sampai {indonesian(jumlah)} untuk penulis pembantu."
        )
    if jumlah == 1:
        return Nilai(SENDIRI, f"{jabatan.regulasi.singkat}: karya sendiri, tidak dibagi", "turunan")
    utama, pembantu = jabatan.porsi_penulis[int(jumlah)]
    return utama if urutan == 1 else pembantu


def check_porsi(jabatan: Jabatan, porsi: Decimal) -> Nilai:
    """The rule that `porsi` (0 to 1) comes from; #NUM! for a share that the text does not print."""
    if porsi == SENDIRI:
        return Nilai(SENDIRI, "tidak dibagi", "turunan")
    _need_rule(jabatan)
    shares = [nilai for pair in jabatan.porsi_penulis.values() for nilai in pair]
    same = [nilai for nilai in shares if nilai.nilai == porsi]
    if not same:
        allowed = "; ".join(indonesian(share) for share in sorted({n.nilai for n in shares}))
        rules = "; ".join(dict.fromkeys(nilai.rujukan for nilai in shares))
        raise OutOfRule(f"Porsi {indonesian(porsi)} tidak ada dalam aturan; yang ada: 1; {allowed} ({rules}).")
    return Nilai(porsi, "; ".join(nilai.rujukan for nilai in same), same[0].status)


def _need_rule(jabatan: Jabatan) -> None:
    if not jabatan.porsi_penulis:
        raise NotFound(
            f"{jabatan.regulasi.singkat} tidak memuat pembagian angka kredit karya tulis bersama. "
            "Kosongkan porsi bila karyanya tidak dibagi; bila dibagi, tanyakan pembagiannya kepada Tim Penilai."
        )
