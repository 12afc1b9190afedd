"""Porsi penulis: how authors share the credit of a jointly written karya tulis ilmiah (Assessor Pasal 16)."""

from __future__ import annotations

from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.schema import Butir, Jabatan, Nilai
from ..regulations.tabel import BatasPenulis, PorsiPenulis
from ..words import indonesian

SENDIRI = Decimal(1)
_TIDAK_DIBAGI = Nilai(SENDIRI, "tidak dibagi", "turunan")


def porsi_penulis(jabatan: Jabatan, jumlah: Decimal, urutan: Decimal) -> Nilai:
    """The share (0 to 1) of author number `urutan` (1 = penulis utama) among `jumlah` authors.

    #N/A where the jabatan's text has no such rule; #NUM! for more authors than it allows, or an
    author number that is not among them. A single author keeps all (nothing is shared)."""
    table = shares(jabatan)
    most = max(table)
    limit = jabatan.aturan(BatasPenulis).rujukan if jabatan.punya(BatasPenulis) else jabatan.regulasi.singkat
    if not 1 <= jumlah <= most or jumlah % 1:
        raise OutOfRule(f"Jumlah penulis {indonesian(jumlah)} di luar aturan: 1 sampai {most} orang ({limit}).")
    if not 1 <= urutan <= jumlah or urutan % 1:
        raise OutOfRule(
            f"Urutan penulis {indonesian(urutan)} tidak ada di antara {indonesian(jumlah)} penulis; "
            f"isi 1 untuk penulis utama, 2 sampai {indonesian(jumlah)} untuk penulis pembantu."
        )
    if jumlah == 1:
        return Nilai(SENDIRI, f"{jabatan.regulasi.singkat}: karya sendiri, tidak dibagi", "turunan")
    utama, pembantu = table[int(jumlah)]
    return utama if urutan == 1 else pembantu


def check_porsi(jabatan: Jabatan, porsi: Decimal, butir: Butir | None = None) -> Nilai:
    """The rule that `porsi` (0 to 1) comes from; #NUM! for a share that the text does not print, or of a butir that is
    known to be no karya tulis."""
    if porsi == SENDIRI:
        return _TIDAK_DIBAGI
    _check_shared(jabatan, butir)
    printed = [nilai for pair in shares(jabatan).values() for nilai in pair]
    same = [nilai for nilai in printed if nilai.nilai == porsi]
    if not same:
        allowed = "; ".join(indonesian(share) for share in sorted({n.nilai for n in printed}))
        rules = "; ".join(dict.fromkeys(nilai.rujukan for nilai in printed))
        raise OutOfRule(f"Porsi {indonesian(porsi)} tidak ada dalam aturan; yang ada: 1; {allowed} ({rules}).")
    return Nilai(porsi, "; ".join(nilai.rujukan for nilai in same), same[0].status, same[0].catatan)


def _check_shared(jabatan: Jabatan, butir: Butir | None) -> None:
    if not (butir and butir.unsur and jabatan.punya(BatasPenulis)):
        return
    rule = jabatan.aturan(BatasPenulis)
    if butir.unsur.kode != rule.unsur:
        raise OutOfRule(
            f"Butir {butir.kode} ({butir.unsur.nama}) bukan karya tulis ilmiah; hanya karya tulis yang dibagi di "
            f"antara penulis ({rule.rujukan}). Kosongkan porsi."
        )


def shares(jabatan: Jabatan) -> dict[int, tuple[Nilai, Nilai]]:
    """number of authors -> (share of the penulis utama, of each pembantu); #N/A where the text has no such rule."""
    if not jabatan.punya(PorsiPenulis):
        raise jabatan.tanpa(
            PorsiPenulis,
            "Kosongkan porsi bila karyanya tidak dibagi; bila dibagi, tanyakan pembagiannya kepada Tim Penilai.",
        )
    return {
        int(count): (
            Nilai(row.utama / 100, row.rujukan, row.status, row.catatan),
            Nilai(row.pembantu / 100, row.rujukan, row.status, row.catatan),
        )
        for count, row in jabatan.per_kunci(PorsiPenulis).items()
    }
