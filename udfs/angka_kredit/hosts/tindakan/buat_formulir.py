"""Buat Formulir: a blank form for a jabatan and jenjang, written where the person says, and opened."""

from __future__ import annotations

from pathlib import Path

from ...files import check_closed, read, write
from ...positions import all_jabatan
from ...resources import folder
from ...words import fold
from .host import Host

_CONTOH = "_contoh"
_UMUM = "Jabatan lain: konversi predikat kinerja (sejak 2023)"
_KONVERSI = "konversi_2023"


def kerjakan(host: Host) -> None:
    sumber = _bertombol(host, _pilih(host))
    tujuan = host.minta_simpan("Simpan formulir baru sebagai", sumber.name).with_suffix(sumber.suffix)
    check_closed(tujuan)
    cadangan = write(tujuan, read(sumber))
    host.buka(tujuan)
    if cadangan:
        host.katakan(f"Formulir dibuat. Isi lama berkas itu disimpan sebagai {cadangan.name}.")


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
