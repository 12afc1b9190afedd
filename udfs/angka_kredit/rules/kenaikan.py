"""Kenaikan: the credit that one rise asks, where a text prints steps and no scale (AMMI Lampiran IV.A)."""

from __future__ import annotations

from ..errors import NotFound, OutOfRule
from ..regulations.schema import Jabatan, Jenjang
from ..regulations.tabel import Kenaikan
from .hasil import Hasil
from .pangkat import berikut_dalam


def ak_kenaikan(jabatan: Jabatan, dari: Jenjang | str) -> Hasil:
    """The credit points for the rise from this jenjang (to the next jenjang) or golongan ruang (to the next one).

    #N/A where the text has no such step, #NUM! where nothing is higher."""
    rows = jabatan.baris(Kenaikan)
    jenis = "jabatan" if isinstance(dari, Jenjang) else "pangkat"
    name = dari.nama if isinstance(dari, Jenjang) else dari
    found = next((row for row in rows if row.jenis == jenis and row.dari == name), None)
    if found is None:
        ke = jenjang_berikut(jabatan, dari).nama if isinstance(dari, Jenjang) else berikut_dalam(jabatan, dari)
        raise _no_step(jabatan, f"{name} ke {ke}", rows)
    words = f"angka kredit kumulatif yang harus dicapai untuk kenaikan {jenis} dari {found.dari} ke {found.ke}"
    return Hasil(found.ak, words, (found,))


def jenjang_berikut(jabatan: Jabatan, jenjang: Jenjang) -> Jenjang:
    """The jenjang one step higher on its ladder; #NUM! after the highest."""
    for other in jabatan.jenjang:
        if (other.kategori, other.urutan) == (jenjang.kategori, jenjang.urutan + 1):
            return other
    raise OutOfRule(
        f"{jenjang.nama} jenjang tertinggi {jabatan.nama}; tidak ada kenaikan jabatan berikutnya "
        f"({jabatan.tangga.rujukan})."
    )


def _no_step(jabatan: Jabatan, step: str, rows: tuple[Kenaikan, ...]) -> NotFound:
    printed = ", ".join(f"{row.dari} ke {row.ke}" for row in rows)
    why = jabatan.regulasi.tidak_ada.get(Kenaikan.bagian, "")
    return NotFound(
        f"{jabatan.regulasi.singkat} tidak memuat angka kredit kenaikan dari {step}; yang ada: {printed}."
        + (f" {why}." if why else "")
    )
