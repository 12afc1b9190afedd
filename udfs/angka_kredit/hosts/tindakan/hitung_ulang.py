"""Hitung Ulang: every formula of the open workbook computed anew, whatever was cached; what changed, as a table."""

from __future__ import annotations

from .banding import banding, sama
from .bersama import kalimat, perlu_buku
from .host import Baris, Host

KOLOM = ("Sel", "Sebelum", "Sesudah", "Rumus", "Keterangan")
_LANGKAH = 3  # reading, computing, comparing
_BERUBAH = "berubah karena dihitung ulang"
_BEDA = "masih menunjukkan 'Sebelum'; menurut hitung-ulang yang benar 'Sesudah'"


def kerjakan(host: Host) -> None:
    perlu_buku(host)
    with host.kemajuan("Menghitung ulang") as maju:
        maju(0, _LANGKAH)
        lama = {rumus.sel: rumus.nilai for rumus in host.semua_rumus()}
        maju(1, _LANGKAH)
        host.hitung_semua()
        kini = host.semua_rumus()
        maju(2, _LANGKAH)
        found = banding(host)
    berubah: list[Baris] = [
        (f"{rumus.sel[0]}!{rumus.sel[1]}", lama.get(rumus.sel), rumus.nilai, rumus.rumus, _BERUBAH)
        for rumus in kini
        if not sama(lama.get(rumus.sel), rumus.nilai)
    ]
    baris = [*([*row, _BEDA] for row in found.beda), *berubah]
    if baris:
        host.tabel("Hitung ulang", KOLOM, baris)
    host.katakan(kalimat(_jumlah(len(kini), len(berubah)), _pembanding(len(found.beda), found.tanpa)))


def _jumlah(rumus: int, berubah: int) -> str:
    if not rumus:
        return "Buku kerja ini tidak memuat rumus."
    kata = f"{berubah} sel berubah" if berubah else "tidak ada sel yang berubah"
    return f"{rumus} rumus dihitung ulang; {kata}."


def _pembanding(beda: int, tanpa: str) -> str:
    if tanpa:
        return f"Tidak dibandingkan dengan hitung-ulang: {tanpa}."
    if beda:
        return (
            f"PERIKSA: {beda} sel menunjukkan nilai lain daripada hitung-ulang; lihat tabelnya. "
            "Biasanya Angka Kredit belum terpasang benar di program ini, atau versinya berbeda."
        )
    return "Semua nilainya sama dengan hasil hitung-ulang."
