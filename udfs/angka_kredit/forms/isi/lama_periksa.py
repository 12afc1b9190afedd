"""Whether a previous PAK may give its JUMLAH as LAMA to a person's form; where not, or not quite, why."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from ...errors import CellError
from ...functions import convert
from ...words import indonesian, tanggal
from .bentuk import Formulir, Orang, PakLama
from .nilai import Nilai

_ALIH = ("keterampilan", "keahlian")
_TANPA = "LAMA tidak diisi dari PAK lama"


def periksa_lama(lama: PakLama | None, orang: Orang, formulir: Formulir) -> tuple[PakLama | None, list[str]]:
    """The previous PAK, None where it is not this form's; and in words what is wrong with it."""
    if lama is None:
        return None, []
    lama, notes = _beralih(lama, formulir)
    wrong = _lain(lama, formulir) or _sesudah(lama, orang)
    if wrong:
        return None, [f"{_TANPA}: {wrong}"]
    return lama, [*notes, *_isinya(lama), *_bedanya(lama, orang, formulir)]


def _beralih(lama: PakLama, formulir: Formulir) -> tuple[PakLama, list[str]]:
    """Of an officer who has changed to keahlian: what her PAK alih kategori took along, instead of the PAK itself."""
    kategori = str(_satu(formulir, "kategori") or "")
    if lama.alih is None or (lama.kategori, kategori) != _ALIH:
        return lama, []
    baris, jumlah, nomor, tanggal_alih = lama.alih
    words = ", ".join(f"{each.kode} {indonesian(each.jumlah)}" for each in baris)
    taken = lama._replace(
        baris=baris, jumlah=jumlah, nomor=nomor, tanggal=tanggal_alih, kategori=kategori, jenjang="", lampiran=""
    )
    return taken, [f"LAMA diisi dari PAK alih kategori buku kerja itu ({words}); periksa barisnya"]


def _lain(lama: PakLama, formulir: Formulir) -> str:
    """It is of another jabatan, or of the other kategori."""
    jabatan, kategori = (str(_satu(formulir, kunci) or "") for kunci in ("jabatan", "kategori"))
    if lama.jabatan and jabatan and lama.jabatan != jabatan:
        return f"PAK itu dari jabatan {lama.jabatan}, formulir ini {jabatan}"
    if lama.kategori and kategori and lama.kategori != kategori:
        return (
            f"PAK itu dari kategori {lama.kategori}, formulir ini {kategori}; "
            "isi dahulu 'Ijazah yang diperoleh' pada kelompok PAK keterampilan ke keahlian buku kerja itu, hitung, "
            "lalu jalankan lagi (atau salin kolom terakhir lembar PAK Alih-nya ke kolom LAMA)"
        )
    return ""


def _sesudah(lama: PakLama, orang: Orang) -> str:
    """It stands for a time after that of the form."""
    began, ends = hari(lama.masa_dari), hari(orang.fakta.get("masa_sampai"))
    if began and ends and began > ends:
        return f"PAK itu untuk masa mulai {tanggal(began)}, sesudah masa penilaian ini ({tanggal(ends)})"
    return ""


def _isinya(lama: PakLama) -> list[str]:
    if not lama.baris:
        return ["PAK lama tidak memuat angka kredit menurut Tim Penilai: belum dinilai, atau belum dihitung"]
    total = sum((line.jumlah for line in lama.baris), Decimal(0))
    if lama.jumlah is not None and total != lama.jumlah:
        words = f"baris-barisnya {indonesian(total)}, JUMLAH-nya {indonesian(lama.jumlah)}"
        return [f"PAK lama tidak cocok dengan jumlahnya sendiri: {words}"]
    return []


def _bedanya(lama: PakLama, orang: Orang, formulir: Formulir) -> list[str]:
    """What does not forbid its use, but deserves a look."""
    notes = []
    jenjang = str(_satu(formulir, "jenjang") or "")
    if lama.jenjang and jenjang and lama.jenjang != jenjang:
        notes.append(f"PAK lama dari jenjang {lama.jenjang}, formulir ini {jenjang}: periksa baris LAMA satu per satu")
    ended, begins = hari(lama.masa_sampai), hari(orang.fakta.get("masa_dari"))
    if ended and begins and ended >= begins:
        notes.append(
            f"PAK lama mencakup masa sampai {tanggal(ended)}, padahal masa penilaian ini mulai {tanggal(begins)}"
        )
    mine = str(_satu(formulir, "lampiran_sha256") or "")
    if lama.lampiran and mine and lama.lampiran != mine:
        notes.append("PAK lama dihitung dengan Lampiran yang lain: angka kredit satuannya dapat berbeda")
    return notes


def hari(value: Nilai) -> date | None:
    """The date that a cell or a table holds; None where it is none."""
    try:
        day = convert.tanggal(float(value) if isinstance(value, Decimal) else value)
    except CellError:
        return None
    return day.date() if isinstance(day, datetime) else day


def _satu(formulir: Formulir, kunci: str) -> object:
    return next(iter(formulir.kolom(kunci)), None)
