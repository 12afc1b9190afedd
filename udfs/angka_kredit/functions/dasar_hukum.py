"""DASAR_HUKUM(jabatan; [pokok])"""

from __future__ import annotations

from typing import NamedTuple

from ..errors import unknown
from ..positions import find_jabatan
from ..regulations.schema import Jabatan
from ..regulations.tabel import TABEL, Tabel
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
        rows = [row for kind in _kinds(found, pokok) for row in pasal(found, kind)]
    else:
        day = found.berlaku_sejak
        since = f"berlaku sejak {tanggal(day)}" if day else "tanggal berlaku tidak tercatat"
        rows = [Pasal(found.regulasi.nama, found.regulasi.tentang, since), *semua_pasal(found)]
    return _Daftar(found, rows)


def jelaskan(hasil: _Daftar) -> list[str]:
    lines = [f"{judul[:1].upper()}{judul[1:]}: {rujukan} ({status})." for rujukan, judul, status in hasil.nilai]
    later = hasil.jabatan.regulasi.sesudahnya
    return [*lines, f"Peraturan sesudahnya: {', '.join(later)}."] if later else lines


def _kinds(jabatan: Jabatan, pokok: str) -> list[type[Tabel]]:
    """The rules that a word names: a function, or the subject itself. Of several, those that the jabatan has."""
    fungsi = KATALOG.get(pokok)
    if fungsi and fungsi.aturan:
        kinds = list(fungsi.aturan)
    else:
        word = fold(pokok)
        kinds = [kind for kind in TABEL.values() if word in (fold(kind.bagian), fold(kind.judul))]
    if not kinds:
        subjects = [kind.bagian.replace("_", " ") for kind in TABEL.values()]
        raise unknown("Pokok", pokok, subjects, "atau nama fungsi, misalnya FAKTOR_JENJANG")
    return [kind for kind in kinds if jabatan.punya(kind)] or kinds[:1]


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
