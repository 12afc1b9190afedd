"""Periksa: what a person should look at in the open workbook; no cell changes.

As far as it goes today: the form's own checks, and the errors and refusals that hitung-ulang would tell."""

from __future__ import annotations

import re

from ...words import fold, shown
from .banding import banding
from .bersama import kalimat, perlu_buku
from .host import Baris, Host, Rumus, Sel
from .jelaskan_sel import pertanyaan

KOLOM = ("Sel", "Temuan", "Asal")
BERES = ("", "beres", "sesuai", "semua kegiatan masuk dupak", "lama sama dengan pak terakhir")
_NAMA = re.compile(r"(?:^|_)(?:periksa|pemeriksaan|peringatan)(?:_|$)")
_FORMULIR, _HITUNG, _BEDA, _FUNGSI = "pemeriksaan formulir", "hitung-ulang", "beda dengan hitung-ulang", "galat fungsi"
_MOST = 100  # errors explained one by one


def kerjakan(host: Host) -> None:
    perlu_buku(host)
    rumus = {each.sel: each for each in host.semua_rumus()}
    nama = {name: cells for name, cells in host.formulir().nama.items() if _NAMA.search(name)}
    temuan, sebab = _formulir([(sel.lembar, sel.ref) for cells in nama.values() for sel in cells], rumus), ""
    found = banding(host)
    temuan += [(sel, words, _HITUNG) for sel, words in found.catatan]
    temuan += [(sel, f"menunjukkan {shown(old)}, seharusnya {shown(new)}", _BEDA) for sel, old, new, _ in found.beda]
    if found.tanpa:
        sebab = f"Hitung-ulang tidak dapat menilai buku kerja ini: {found.tanpa}."
        temuan += _galat(host, list(rumus.values()))
    if temuan:
        host.tabel("Temuan", KOLOM, temuan)
    jumlah = f"{len(temuan)} temuan; lihat tabelnya." if temuan else "Tidak ada temuan."
    host.katakan(kalimat(jumlah, _yang_diperiksa(len(nama), found.tanpa), sebab))


def _formulir(cells: list[Sel], rumus: dict[Sel, Rumus]) -> list[Baris]:
    """What the form's own checks say, but for those that are content."""
    shown = [(sel, str(rumus[sel].nilai or "")) for sel in cells if sel in rumus]
    return [(f"{lembar}!{ref}", words, _FORMULIR) for (lembar, ref), words in shown if fold(words) not in BERES]


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
    rest = "galat setiap fungsi Angka Kredit" + ("" if tanpa else ", dan nilai setiap rumus")
    return f"Yang diperiksa: {own}; {rest}. Pemeriksaan lain (kewajaran isi, kelengkapan berkas) belum ada."
