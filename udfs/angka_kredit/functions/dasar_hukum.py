"""DASAR_HUKUM(jabatan; [pokok])"""

from __future__ import annotations

from typing import NamedTuple

from ..errors import unknown
from ..positions import find_jabatan
from ..regulations.schema import Jabatan
from ..regulations.tabel import TABEL
from ..rules.dasar_hukum import Pasal, pasal, semua_pasal
from ..words import fold, tanggal
from . import convert
from .argumen import JABATAN
from .registry import KATALOG, Argumen, Fungsi


class _Daftar(NamedTuple):
    jabatan: Jabatan
    nilai: list[Pasal]


def hitung(jabatan: str, pokok: str | None) -> _Daftar:
    found = find_jabatan(jabatan)
    if pokok:
        return _Daftar(found, _of_function(found, KATALOG.get(pokok)) or _of_subject(found, pokok))
    day = found.berlaku_sejak
    since = f"berlaku sejak {tanggal(day)}" if day else "tanggal berlaku tidak tercatat"
    return _Daftar(found, [Pasal(found.regulasi.nama, found.regulasi.tentang, since), *semua_pasal(found)])


def jelaskan(hasil: _Daftar) -> list[str]:
    lines = [f"{judul[:1].upper()}{judul[1:]}: {rujukan} ({status})." for rujukan, judul, status in hasil.nilai]
    later = hasil.jabatan.regulasi.sesudahnya
    return [*lines, f"Peraturan sesudahnya: {', '.join(later)}."] if later else lines


def _of_function(jabatan: Jabatan, fungsi: Fungsi | None) -> list[Pasal]:
    """The articles that the function rests on; #N/A where the jabatan's text lacks its rule."""
    if fungsi is None:
        return []
    if not fungsi.aturan:
        return [Pasal(fungsi.rujukan, fungsi.nama, "sama untuk semua jabatan")]
    own, *others = fungsi.aturan
    rows = pasal(jabatan, own, fungsi.pokok)
    return rows + [row for kind in others if jabatan.punya(kind) for row in pasal(jabatan, kind)]


def _of_subject(jabatan: Jabatan, pokok: str) -> list[Pasal]:
    word = fold(pokok)
    kind = next((kind for kind in TABEL.values() if word in (fold(kind.bagian), fold(kind.judul))), None)
    if kind is None:
        subjects = [kind.bagian.replace("_", " ") for kind in TABEL.values()]
        raise unknown("Pokok", pokok, subjects, "atau nama fungsi, misalnya FAKTOR_JENJANG")
    return pasal(jabatan, kind)


KATALOG.add(
    Fungsi(
        nama="DASAR_HUKUM",
        ringkas="Daftar pasal yang dipakai untuk sebuah jabatan: rujukan, pokok aturan, dan statusnya.",
        argumen=(
            JABATAN,
            Argumen(
                "pokok",
                convert.teks,
                "Pokok aturan atau nama fungsi, misalnya faktor jenjang atau AK_KUMULATIF; kosong berarti semua",
                wajib=False,
            ),
        ),
        rujukan="Bukan aturan: daftar rujukan semua aturan yang dipakai",
        contoh='=DASAR_HUKUM("pmb";"FAKTOR_JENJANG")',
        hitung=hitung,
        jelaskan=jelaskan,
    )
)
