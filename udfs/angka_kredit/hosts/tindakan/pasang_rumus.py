"""Pasang Rumus: formulas put into the forms of the open workbook, whoever made them; the plan as a table first."""

from __future__ import annotations

from collections.abc import Sequence

from .bersama import alinea, kalimat, perlu_buku
from .host import Baris, Host, Sel, SelRencana

KOLOM = ("Sel", "Isi lama", "Rumus baru", "Nilai lama", "Nilai baru", "Keadaan", "Bertumpu pada")
_BARU, _SAMA = "baru", "sama"


def kerjakan(host: Host) -> None:
    perlu_buku(host)
    rencana = host.rencana_rumus()
    if not rencana:
        host.katakan("Tidak ada DUPAK, surat pernyataan, atau PAK yang dikenali di buku kerja ini.")
        return
    baru = [each for each in rencana if each.keadaan == _BARU]
    ketikan = [each for each in rencana if each.ketikan]
    lain = [each for each in rencana if each.keadaan not in (_BARU, _SAMA) and not each.ketikan]
    host.tabel("Rencana pasang rumus", KOLOM, list(map(_baris, rencana)))
    dipakai = [*(baru if baru and _boleh(host, baru, lain) else ()), *(ketikan if _ganti(host, ketikan) else ())]
    larik = host.tulis_rumus([(each.sel, each.rumus) for each in dipakai]) if dipakai else []
    host.katakan(_laporan(dipakai, larik, [each for each in ketikan if each not in dipakai], lain))


def _baris(each: SelRencana) -> Baris:
    words = f"{each.keadaan}: {each.sebab}" if each.sebab else each.keadaan
    return (_sebut(each.sel), each.isi_lama, each.rumus, each.nilai_lama, each.nilai_baru, words, each.dasar)


def _boleh(host: Host, baru: Sequence[SelRencana], lain: Sequence[SelRencana]) -> bool:
    return host.tanya(
        kalimat(
            f"Rencananya ada di tabel. Pasang {len(baru)} rumus ke buku kerja ini?",
            alinea("Tidak disentuh:", [f"{_sebut(each.sel)}: {each.sebab}" for each in lain]),
        )
    )


def _ganti(host: Host, ketikan: Sequence[SelRencana]) -> bool:
    if not ketikan:
        return False
    told = [f"{_sebut(each.sel)}: {_angka(each.nilai_lama)} menjadi {_angka(each.nilai_baru)}" for each in ketikan]
    ask = "Ganti dengan rumusnya? Pilih Tidak untuk mempertahankan angkanya."
    return host.tanya(kalimat(alinea("Angka ketikan yang berbeda dari rumusnya:", told), ask))


def _laporan(
    dipakai: Sequence[SelRencana], larik: Sequence[Sel], dipertahankan: Sequence[SelRencana], lain: Sequence[SelRencana]
) -> str:
    kept = [f"{_sebut(each.sel)}: {_angka(each.nilai_lama)}" for each in dipertahankan]
    return kalimat(
        f"{len(dipakai) - len(larik)} rumus dipasang." if dipakai else "Tidak ada rumus yang dipasang.",
        alinea("Rumus larik, ubah sendiri:", [_sebut(sel) for sel in larik]),
        alinea("Angka ketikan yang dipertahankan:", kept),
        f"{len(lain)} sel lain tidak disentuh; sebabnya ada di tabel." if lain else "",
    )


def _sebut(sel: Sel) -> str:
    return f"{sel[0]}!{sel[1]}"


def _angka(value: object) -> str:
    return str(value).removesuffix(".0").replace(".", ",")
