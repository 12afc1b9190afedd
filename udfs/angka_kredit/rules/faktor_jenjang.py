"""Faktor jenjang: the share of a butir's credit that counts when the butir belongs to another jenjang
(PMB Lampiran III; Assessor Pasal 9-10)."""

from __future__ import annotations

from ..errors import NotFound, OutOfRule
from ..regulations.schema import Jabatan, Jenjang, Nilai

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


def faktor_jenjang(jabatan: Jabatan, jenjang: Jenjang, jenjang_butir: Jenjang) -> Nilai:
    """The factor (0 to 1) for an officer of `jenjang` doing a butir of `jenjang_butir`.

    #NUM! where the text allows no such distance, or where the two stand on different ladders;
    #N/A where the jabatan's text has no such rule."""
    if not jabatan.faktor_jenjang:
        raise NotFound(f"{jabatan.regulasi.singkat} tidak memuat faktor untuk butir kegiatan.")
    if jenjang.kategori != jenjang_butir.kategori:
        raise OutOfRule(
            f"Butir {jenjang_butir.nama} ({jenjang_butir.kategori}) tidak setangga dengan {jenjang.nama} "
            f"({jenjang.kategori}); aturan tingkat di atas/di bawah berlaku dalam satu kategori (bacaan kami). "
            f"{_rule(jabatan)}"
        )
    key = distance(jenjang, jenjang_butir)
    faktor = jabatan.faktor_jenjang.get(key)
    if faktor is None:
        raise OutOfRule(
            f"Butir {jenjang_butir.nama} {_DISTANCE[key]} jenjang {jenjang.nama}: tidak dibolehkan. {_rule(jabatan)} "
            "Periksa jenjang butirnya, atau serahkan kepada pejabat yang jenjangnya sesuai."
        )
    return faktor


def in_words(jenjang: Jenjang, jenjang_butir: Jenjang) -> str:
    key = distance(jenjang, jenjang_butir)
    if key == "sendiri":
        return f"butir jenjang sendiri ({jenjang.nama})"
    return f"butir {jenjang_butir.nama}, {_DISTANCE[key]} {jenjang.nama}"


def _rule(jabatan: Jabatan) -> str:
    return f"Aturan: {jabatan.batas_jenjang.rujukan}." if jabatan.batas_jenjang else ""
