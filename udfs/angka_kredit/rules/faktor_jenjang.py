"""Faktor jenjang: the share of a butir's credit that counts when the butir belongs to another jenjang
(PMB Lampiran III; Assessor Pasal 9-10)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..errors import OutOfRule
from ..regulations.schema import Butir, Jabatan, Jenjang, Nilai
from ..regulations.tabel import BatasJenjang, ButirSemuaJenjang, FaktorJenjang
from .hasil import Bernilai

_DISTANCE = {
    "sendiri": "jenjang sendiri",
    "satu_di_atas": "satu tingkat di atas",
    "satu_di_bawah": "satu tingkat di bawah",
    "dua_atau_lebih_di_atas": "dua tingkat atau lebih di atas",
    "dua_atau_lebih_di_bawah": "dua tingkat atau lebih di bawah",
}


def distance(jenjang: Jenjang, jenjang_butir: Jenjang) -> str:
    """Where the butir's jenjang lies, seen from the jenjang held: a key of the data's table."""
    steps = jenjang_butir.urutan - jenjang.urutan
    if steps == 0:
        return "sendiri"
    count = "satu" if abs(steps) == 1 else "dua_atau_lebih"
    return f"{count}_di_{'atas' if steps > 0 else 'bawah'}"


def faktor_jenjang(jabatan: Jabatan, jenjang: Jenjang, jenjang_butir: Jenjang) -> Bernilai:
    """The factor (0 to 1) for an officer of `jenjang` doing a butir of `jenjang_butir`.

    #NUM! where the text allows no such distance, or where the two stand on different ladders;
    #N/A where the jabatan's text has no such rule."""
    table = jabatan.per_kunci(FaktorJenjang)
    if FaktorJenjang.bagian in jabatan.regulasi.tidak_ada and jenjang != jenjang_butir:
        raise jabatan.tanpa(FaktorJenjang)  # an import: only the own jenjang is known
    if jenjang.kategori != jenjang_butir.kategori:
        raise OutOfRule(
            f"Butir {jenjang_butir.nama} ({jenjang_butir.kategori}) tidak setangga dengan {jenjang.nama} "
            f"({jenjang.kategori}); aturan tingkat di atas/di bawah berlaku dalam satu kategori (bacaan kami). "
            f"{_rule(jabatan)}"
        )
    key = distance(jenjang, jenjang_butir)
    faktor = table.get(key)
    if faktor is None:
        raise OutOfRule(
            f"Butir {jenjang_butir.nama} {_DISTANCE[key]} jenjang {jenjang.nama}: tidak dibolehkan. {_rule(jabatan)} "
            "Periksa jenjang butirnya, atau serahkan kepada pejabat yang jenjangnya sesuai."
        )
    return faktor


def faktor_butir(jabatan: Jabatan, jenjang: Jenjang, butir: Butir) -> tuple[Jenjang, Bernilai]:
    """Whose the butir counts as, and the factor: one that is open to every jenjang of the ladder, or is no tugas
    pokok, counts as own; of several jenjang the own one counts, else the nearest of the same ladder (our reading)."""
    open_to_all = butir.semua_jenjang or _beside(butir)
    if open_to_all and any(owner.kategori == jenjang.kategori for owner in butir.jenjang):
        rule = jabatan.aturan(ButirSemuaJenjang)
        return jenjang, Nilai(Decimal(1), rule.rujukan, rule.status, rule.catatan)
    owner = butir.jenjang[0] if len(butir.jenjang) == 1 else nearest(jenjang, butir.jenjang)
    return owner, faktor_jenjang(jabatan, jenjang, owner)


def _beside(butir: Butir) -> bool:
    """Whether the butir is known to lie outside the tugas pokok: pendidikan, profesi, penunjang."""
    return butir.unsur is not None and butir.unsur.jenis not in ("", "tugas_pokok")


def nearest(jenjang: Jenjang, owners: Iterable[Jenjang]) -> Jenjang:
    """The owner closest to `jenjang`: same ladder first, the lower one of two as near."""

    def gap(owner: Jenjang) -> tuple[bool, int, int]:
        return owner.kategori != jenjang.kategori, abs(owner.urutan - jenjang.urutan), owner.urutan

    return min(owners, key=gap)


def in_words(jenjang: Jenjang, jenjang_butir: Jenjang) -> str:
    key = distance(jenjang, jenjang_butir)
    if key == "sendiri":
        return f"butir jenjang sendiri ({jenjang.nama})"
    return f"butir {jenjang_butir.nama}, {_DISTANCE[key]} {jenjang.nama}"


def _rule(jabatan: Jabatan) -> str:
    return f"Aturan: {jabatan.aturan(BatasJenjang).rujukan}." if jabatan.punya(BatasJenjang) else ""
