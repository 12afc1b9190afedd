"""LAYAK_NAIK_JABATAN(jenjang; jabatan; [isian]), LAYAK_NAIK_PANGKAT(golongan; jabatan; [isian]),
LAYAK_DIANGKAT(cara; jabatan; [isian]; [kategori]), BEBAS_SEMENTARA(jabatan; [isian]),
DIBERHENTIKAN(jabatan; [isian])"""

from __future__ import annotations

from ..errors import NotFound, unknown
from ..positions import find_golongan, find_jabatan, find_jenjang, find_kategori
from ..regulations.schema import Jabatan
from ..regulations.tabel import (
    BatasUsia,
    BatasUsul,
    BebasSementara,
    Pemberhentian,
    PengangkatanKembali,
    Syarat,
    Tabel,
)
from ..rules.cara import kata_cara
from ..rules.hasil import Hasil
from ..rules.kasus import Kasus, Sasaran
from ..rules.syarat import BEBAS, BERHENTI, LAYAK, Putusan, periksa, sasaran_jabatan, sasaran_pangkat
from . import convert
from .argumen import GOLONGAN, JABATAN, JENJANG, KATEGORI
from .convert import Grid
from .isian import ISIAN, baca
from .registry import KATALOG, Argumen, Fungsi

_POKOK = ("naik_jabatan", "naik_pangkat", "bebas_sementara", "diberhentikan")  # the others are ways of being appointed
_TIDAK_ADA: dict[str, tuple[str, type[Tabel]]] = {  # in words, and the table whose absence has its reason in the data
    "naik_jabatan": ("syarat kenaikan jabatan", Syarat),
    "naik_pangkat": ("syarat kenaikan pangkat", Syarat),
    "bebas_sementara": ("pembebasan sementara", BebasSementara),
    "diberhentikan": ("pemberhentian dari jabatan", Pemberhentian),
    "kembali": ("pengangkatan kembali", PengangkatanKembali),
    "diangkat": ("syarat pengangkatan", Syarat),  # in any way
}
_SARAN = "Periksa syaratnya pada peraturan itu sendiri; yang diuji di sini hanya naskah yang ada."


def hitung_naik_jabatan(jenjang: str, jabatan: str, isian: Grid | None) -> Hasil:
    found = find_jabatan(jabatan)
    rows = _rows(found, "naik_jabatan")
    return _periksa(found, rows, isian, LAYAK, sasaran_jabatan(found, find_jenjang(found.id, jenjang)))


def hitung_naik_pangkat(golongan: str, jabatan: str, isian: Grid | None) -> Hasil:
    found = find_jabatan(jabatan)
    rows = _rows(found, "naik_pangkat")
    return _periksa(found, rows, isian, LAYAK, sasaran_pangkat(found, find_golongan(found.id, golongan)))


def hitung_diangkat(cara: str, jabatan: str, isian: Grid | None, kategori: str | None) -> Hasil:
    found = find_jabatan(jabatan)
    ways = {row.pokok.replace("_", " "): row.pokok for row in _all(found) if row.pokok not in _POKOK}
    pokok = ways.get(kata_cara(cara))
    if pokok is None:
        absent = kata_cara(cara).replace(" ", "_") if ways else "diangkat"
        if absent in _TIDAK_ADA:
            raise _tidak_memuat(found, absent)
        raise unknown(f"Cara pengangkatan {found.nama}", cara, ways, found.regulasi.singkat)
    return _periksa(found, _of_kategori(found, _rows(found, pokok), kategori), isian, LAYAK)


def hitung_bebas(jabatan: str, isian: Grid | None) -> Hasil:
    found = find_jabatan(jabatan)
    return _periksa(found, _rows(found, "bebas_sementara"), isian, BEBAS)


def hitung_berhenti(jabatan: str, isian: Grid | None) -> Hasil:
    found = find_jabatan(jabatan)
    return _periksa(found, _rows(found, "diberhentikan"), isian, BERHENTI)


def _periksa(
    jabatan: Jabatan, rows: tuple[Syarat, ...], isian: Grid | None, putusan: Putusan, sasaran: Sasaran | None = None
) -> Hasil:
    return periksa(Kasus(jabatan, rows, baca(isian, rows, jabatan), sasaran), putusan)


def _all(jabatan: Jabatan) -> tuple[Syarat, ...]:
    return jabatan.baris(Syarat) if jabatan.punya(Syarat) else ()


def _rows(jabatan: Jabatan, pokok: str) -> tuple[Syarat, ...]:
    rows = tuple(row for row in _all(jabatan) if row.pokok == pokok)
    if not rows:
        raise _tidak_memuat(jabatan, pokok)
    return rows


def _tidak_memuat(jabatan: Jabatan, pokok: str) -> NotFound:
    words, kind = _TIDAK_ADA[pokok]
    why = jabatan.regulasi.tidak_ada.get(kind.bagian, "")
    parts = (f"{jabatan.regulasi.singkat} tidak memuat {words}.", f"{why}." if why else "", _SARAN)
    return NotFound(" ".join(part for part in parts if part))


def _of_kategori(jabatan: Jabatan, rows: tuple[Syarat, ...], kategori: str | None) -> tuple[Syarat, ...]:
    """The conditions of this kategori; it need not be given where they are the same for all, or are for one only."""
    having = dict.fromkeys(row.kategori for row in rows if row.kategori)
    if kategori is None and len(having) <= 1:
        return rows
    wanted = find_kategori(jabatan.id, kategori)
    if having and wanted not in having:
        raise unknown("Kategori untuk cara pengangkatan ini", wanted, having, jabatan.regulasi.singkat)
    return tuple(row for row in rows if row.kategori in ("", wanted))


KATALOG.add(
    Fungsi(
        nama="LAYAK_NAIK_JABATAN",
        ringkas="Layak tidaknya naik ke jenjang berikutnya: putusan, lalu setiap syarat dengan pasalnya.",
        argumen=(JENJANG, JABATAN, ISIAN),
        rujukan="PermenPANRB 41/2012 Pasal 12, 13, 29 (nomor disimpulkan) dan 30; Perka BKN 20/2016 Lampiran IV.A.1",
        contoh='=LAYAK_NAIK_JABATAN("Muda";"assessor";A2:B10)',
        hitung=hitung_naik_jabatan,
        aturan=(Syarat,),
        pokok=("naik_jabatan",),
    )
)
KATALOG.add(
    Fungsi(
        nama="LAYAK_NAIK_PANGKAT",
        ringkas="Layak tidaknya naik ke golongan ruang berikutnya: putusan, lalu setiap syarat dengan pasalnya.",
        argumen=(GOLONGAN, JABATAN, ISIAN),
        rujukan="PermenPANRB 41/2012 Pasal 12, 13 dan 29 (nomor disimpulkan); Perka BKN 20/2016 Lampiran IV.A.2",
        contoh='=LAYAK_NAIK_PANGKAT("III/c";"assessor";A2:B9)',
        hitung=hitung_naik_pangkat,
        aturan=(Syarat,),
        pokok=("naik_pangkat",),
    )
)
KATALOG.add(
    Fungsi(
        nama="LAYAK_DIANGKAT",
        ringkas="Layak tidaknya diangkat ke dalam jabatan fungsional: putusan, lalu setiap syarat dengan pasalnya.",
        argumen=(
            Argumen("cara", convert.teks, "pertama, jabatan lain, alih kategori, kembali, atau inpassing"),
            JABATAN,
            ISIAN,
            KATEGORI,
        ),
        rujukan="Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran IV.B-C dan V.1-3; "
        "PermenPANRB 41/2012 Pasal 27, 28, 34 (nomor disimpulkan), 30, 31 dan 38",
        contoh='=LAYAK_DIANGKAT("jabatan lain";"pmb";A2:B10;"keahlian")',
        hitung=hitung_diangkat,
        aturan=(Syarat, BatasUsia, BatasUsul),
        pokok=("pertama", "jabatan_lain", "alih_kategori", "kembali", "inpassing"),
    )
)
KATALOG.add(
    Fungsi(
        nama="BEBAS_SEMENTARA",
        ringkas="Apakah pejabat dibebaskan sementara: putusan, lalu setiap sebab dengan pasalnya; satu sebab cukup.",
        argumen=(JABATAN, ISIAN),
        rujukan="PermenPANRB 41/2012 Pasal 33",
        contoh='=BEBAS_SEMENTARA("assessor";A2:B10)',
        hitung=hitung_bebas,
        aturan=(Syarat, BebasSementara),
        pokok=("bebas_sementara",),
    )
)
KATALOG.add(
    Fungsi(
        nama="DIBERHENTIKAN",
        ringkas="Apakah pejabat diberhentikan dari jabatannya: putusan, lalu setiap sebab dengan pasalnya.",
        argumen=(JABATAN, ISIAN),
        rujukan="PermenPANRB 41/2012 Pasal 35",
        contoh='=DIBERHENTIKAN("assessor";A2:B9)',
        hitung=hitung_berhenti,
        aturan=(Syarat, Pemberhentian),
        pokok=("diberhentikan",),
    )
)
