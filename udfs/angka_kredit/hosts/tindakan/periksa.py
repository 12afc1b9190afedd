"""Periksa: what a person should look at in the open workbook; no cell changes.

The checkers of `angka-kredit periksa` over a copy, beside what the form says of itself. Where the engines are not
there, as inside LibreOffice: the form's own checks, and the errors of our functions."""

from __future__ import annotations

import re

from ...words import fold
from .bersama import kalimat, perlu_buku
from .host import Baris, Host, Rumus, Sel
from .jelaskan_sel import pertanyaan
from .pemeriksa import KOLOM, pemeriksa

_TANPA_MESIN = 3  # columns that there are without the checkers
BERES = ("", "beres", "sesuai", "semua kegiatan masuk dupak", "lama sama dengan pak terakhir")
_NAMA = re.compile(r"(?:^|_)(?:periksa|pemeriksaan|peringatan)(?:_|$)")
_FORMULIR, _FUNGSI = "pemeriksaan formulir", "galat fungsi"
_MOST = 100  # errors explained one by one
_MOST_NOTES = 6  # in the dialog


def kerjakan(host: Host) -> None:
    perlu_buku(host)
    rumus = {each.sel: each for each in host.semua_rumus()}
    nama = {name: cells for name, cells in host.formulir().nama.items() if _NAMA.search(name)}
    own = _formulir([(sel.lembar, sel.ref) for cells in nama.values() for sel in cells], rumus)
    found = pemeriksa(host)
    rows = _galat(host, list(rumus.values())) if found.tanpa else found.baris
    width = _TANPA_MESIN if found.tanpa else len(KOLOM)
    temuan = [(*row, *[""] * len(KOLOM))[:width] for row in (*rows, *own)]
    if temuan:
        host.tabel("Temuan", KOLOM[:width], temuan)
    jumlah = f"{len(temuan)} temuan; lihat tabelnya." if temuan else "Tidak ada temuan."
    host.katakan(kalimat(jumlah, _yang_diperiksa(len(nama), found.tanpa), _tidak_diperiksa(found.catatan)))


def _formulir(cells: list[Sel], rumus: dict[Sel, Rumus]) -> list[Baris]:
    """What the form's own checks say, but for those that are content."""
    shown = [(sel, str(rumus[sel].nilai or "")) for sel in cells if sel in rumus]
    told = [(f"{lembar}!{ref}", words) for (lembar, ref), words in shown if fold(words) not in BERES]
    return [(sel, words, _FORMULIR) for sel, words in told]


def _galat(host: Host, rumus: list[Rumus]) -> list[Baris]:
    """The reason of every error that a function of ours shows, as the program itself computes it."""
    found: list[Baris] = []
    tautan = host.tautan()
    for each in rumus:
        asked = list(pertanyaan(each.rumus, tautan)) if str(each.nilai).startswith("#") else []
        if asked and len(found) < _MOST:
            words = host.hitung_rumus(each.sel, [asked[0][1]])[0]
            found.append((f"{each.sel[0]}!{each.sel[1]}", words, _FUNGSI))
    return found


def _yang_diperiksa(nama: int, tanpa: str) -> str:
    own = f"{nama} pemeriksaan milik formulir" if nama else "formulir ini tidak punya pemeriksaan sendiri"
    if not tanpa:
        return f"Yang diperiksa: aturan angka kredit, rumus dan nilai setiap sel; {own}."
    words = "Aturan, rumus, dan nilai sel tidak diperiksa"
    return f"Yang diperiksa: {own}; galat setiap fungsi Angka Kredit. {words}: {tanpa.rstrip('.')}."


def _tidak_diperiksa(catatan: list[str]) -> str:
    if not catatan:
        return ""
    more = [f"dan {len(catatan) - _MOST_NOTES} hal lain"] if len(catatan) > _MOST_NOTES else []
    told = [each if len(each) < 200 else f"{each[:200]} ..." for each in catatan[:_MOST_NOTES]]
    return "\n".join(["Tidak diperiksa:", *(f"- {each}" for each in [*told, *more])])
