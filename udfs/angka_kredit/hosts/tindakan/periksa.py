"""Periksa: what a person should look at in the open workbook; no cell changes.

The checkers of `angka-kredit periksa` over a copy, beside what the form says of itself. Where the engines are not
there, as inside LibreOffice: the form's own checks, and the errors of our functions."""

from __future__ import annotations

import re

from ...words import fold, shown
from .banding import TANPA, sama, segar
from .bersama import kalimat, perlu_buku
from .host import Baris, Host, Kemajuan, Nilai, Rumus, Sel
from .jelaskan_sel import pertanyaan
from .pemeriksa import KOLOM, pemeriksa

_TANPA_MESIN = 3  # columns that there are without the checkers
BERES = ("", "beres", "sesuai", "semua kegiatan masuk dupak", "lama sama dengan pak terakhir")
_NAMA = re.compile(r"(?:^|_)(?:periksa|pemeriksaan|peringatan)(?:_|$)")
_FORMULIR, _FUNGSI, _BASI = "pemeriksaan formulir", "galat fungsi", "belum dihitung ulang; tekan Hitung Ulang"
_LANGKAH = 3  # reading, computing, explaining
_MOST = 100  # errors explained one by one
_MOST_NOTES = 6  # in the dialog


def kerjakan(host: Host) -> None:
    perlu_buku(host)
    with host.kemajuan("Memeriksa") as maju:
        maju(0, _LANGKAH)
        rumus = {each.sel: each for each in host.semua_rumus()}
        maju(1, _LANGKAH)
        found = pemeriksa(host)
        maju(2, _LANGKAH)
        kini, basi, sebab = _kini(host, rumus) if found.tanpa else (rumus, [], "")
        nama = {name: cells for name, cells in host.formulir().nama.items() if _NAMA.search(name)}
        rows = [*found.baris, *basi]
        if found.tanpa:
            rows += _galat(host, list(kini.values()), maju)
        rows += _formulir([(sel.lembar, sel.ref) for cells in nama.values() for sel in cells], kini)
    width = _TANPA_MESIN if found.tanpa else len(KOLOM)
    temuan = [(*row, *[""] * len(KOLOM))[:width] for row in rows]
    if temuan:
        host.tabel("Temuan", KOLOM[:width], temuan)
    jumlah = f"{len(temuan)} temuan; lihat tabelnya." if temuan else "Tidak ada temuan."
    host.katakan(
        kalimat(
            jumlah, _yang_diperiksa(len(nama), found.tanpa, sebab), _tanpa(found.tanpa, sebab), _tidak(found.catatan)
        )
    )


def _kini(host: Host, rumus: dict[Sel, Rumus]) -> tuple[dict[Sel, Rumus], list[Baris], str]:
    """Where hitung-ulang cannot say: the formulas with what they show once computed anew, findings where the workbook
    still shows something else; and why it could not be computed anew, '' where it could."""
    kini, sebab = segar(host, rumus)
    pairs = [(rumus[each.sel], each) for each in kini if not sama(rumus[each.sel].nilai, each.nilai)]
    basi: list[Baris] = [(f"{old.sel[0]}!{old.sel[1]}", _seharusnya(old.nilai, new.nilai), _BASI) for old, new in pairs]
    return {each.sel: each for each in kini}, basi, sebab


def _seharusnya(old: Nilai, new: Nilai) -> str:
    return f"menunjukkan {shown(old)}, seharusnya {shown(new)}"


def _tanpa(tanpa: str, sebab: str) -> str:
    """Why values were not compared with hitung-ulang, and with what instead."""
    if not tanpa:
        return ""
    alasan = "" if tanpa == TANPA else f" ({tanpa})"
    if sebab:
        return f"Nilai rumus tidak dibandingkan dengan hitung-ulang{alasan}: {sebab}."
    return f"Nilai rumus dihitung ulang oleh program ini sendiri pada sebuah salinan, bukan oleh hitung-ulang{alasan}."


def _formulir(cells: list[Sel], rumus: dict[Sel, Rumus]) -> list[Baris]:
    """What the form's own checks say, but for those that are content."""
    shown = [(sel, str(rumus[sel].nilai or "")) for sel in cells if sel in rumus]
    return [(f"{lembar}!{ref}", words, _FORMULIR) for (lembar, ref), words in shown if fold(words) not in BERES]


def _galat(host: Host, rumus: list[Rumus], maju: Kemajuan) -> list[Baris]:
    """The reason of every error that a function of ours shows, as the program itself computes it."""
    found: list[Baris] = []
    tautan = host.tautan()
    for each in rumus:
        asked = list(pertanyaan(each.rumus, tautan)) if str(each.nilai).startswith("#") else []
        if asked and len(found) < _MOST:
            maju(_LANGKAH - 1, _LANGKAH)
            words = host.hitung_rumus(each.sel, [asked[0][1]])[0]
            found.append((f"{each.sel[0]}!{each.sel[1]}", words, _FUNGSI))
    return found


def _yang_diperiksa(nama: int, tanpa: str, sebab: str) -> str:
    own = f"{nama} pemeriksaan milik formulir" if nama else "formulir ini tidak punya pemeriksaan sendiri"
    if not tanpa:
        return f"Yang diperiksa: aturan angka kredit, rumus dan nilai setiap sel; {own}."
    rest = "galat setiap fungsi Angka Kredit" + ("" if sebab else ", dan nilai setiap rumus")
    return f"Yang diperiksa: {own}; {rest}. Aturan angka kredit tidak diperiksa."


def _tidak(catatan: list[str]) -> str:
    if not catatan:
        return ""
    more = [f"dan {len(catatan) - _MOST_NOTES} hal lain"] if len(catatan) > _MOST_NOTES else []
    told = [each if len(each) < 200 else f"{each[:200]} ..." for each in catatan[:_MOST_NOTES]]
    return "\n".join(["Tidak diperiksa:", *(f"- {each}" for each in [*told, *more])])
