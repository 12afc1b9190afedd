"""Buat Formulir: a blank form for a jabatan and jenjang, written where the person says, and opened."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ...files import check_closed, read, write
from ...positions import all_jabatan
from ...resources import folder
from ...words import fold
from .bersama import kalimat, minta_tujuan
from .host import Host

_CONTOH = "_contoh"
_UMUM = "Jabatan lain: konversi predikat kinerja (sejak 2023)"
_KONVERSI = "konversi_2023"
_TANPA_IMPOR = (
    "Formulir ini tidak memuat Lampiran yang Anda impor, karena program ini tidak dapat membuat formulir. Buat dengan "
    "perintah 'angka-kredit templat --keluar FOLDER', atau ketik angka kreditnya pada lembar Lampiran."
)


def kerjakan(host: Host) -> None:
    sumber = _bertombol(host, _pilih(host))
    tujuan = minta_tujuan(host, "Simpan formulir baru sebagai", sumber.name)
    check_closed(tujuan)
    data, catatan = _kosong(sumber)
    cadangan = write(tujuan, data)
    host.buka(tujuan)
    if cadangan:
        catatan = [f"Formulir dibuat. Isi lama berkas itu disimpan sebagai {cadangan.name}.", *catatan]
    if catatan:
        host.katakan(kalimat(*catatan))


def _kosong(sumber: Path) -> tuple[bytes, list[str]]:
    """The form with the Lampiran that was imported; without it, and the words for that, where none can be made here."""
    from ...forms.isi.kosong import kosong

    with tempfile.TemporaryDirectory(prefix="angka-kredit-") as jadi:
        try:
            return read(kosong(sumber, Path(jadi))), []
        except ImportError:  # inside LibreOffice
            return read(sumber), [_TANPA_IMPOR]


def formulir() -> dict[str, dict[str, Path]]:
    """What the person chooses from: jabatan -> jenjang -> the blank form. One form for all jenjang stands under ''."""
    there = {path.stem: path for path in folder("templates").glob("*.xlsx") if not path.stem.endswith(_CONTOH)}
    found: dict[str, dict[str, Path]] = {}
    for jabatan in all_jabatan().values():
        for jenjang in jabatan.jenjang:
            path = there.get(f"{jabatan.id}_{fold(jenjang.nama).replace(' ', '_')}")
            if path:
                found.setdefault(jabatan.nama, {})[jenjang.nama] = path
    if _KONVERSI in there:
        found[_UMUM] = {"": there[_KONVERSI]}
    return found


def _bertombol(host: Host, formulir: Path) -> Path:
    """The same form with buttons, where this computer has it and the person wants it; only Excel's folder has them."""
    lain = folder("tombol") / f"{formulir.stem}.xlsm"
    if lain.is_file() and host.tanya("Dengan tombol Angka Kredit di atas lembar Data (berkas .xlsm bermakro)?"):
        return lain
    return formulir


def _pilih(host: Host) -> Path:
    forms = formulir()
    jenjang = forms[host.pilih("Formulir untuk jabatan apa?", list(forms))]
    if len(jenjang) == 1:
        return next(iter(jenjang.values()))
    return jenjang[host.pilih("Formulir untuk jenjang apa?", list(jenjang))]
