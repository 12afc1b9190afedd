"""Isi Otomatis: the open form filled in from a table of people; what a person typed stays unless she says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import Refused
from ...files import read
from ...positions import find_jabatan
from .bersama import BUKU, MOST, alinea, kalimat, perlu_buku
from .host import Host

if TYPE_CHECKING:
    from ...forms.isi import Formulir, Orang, Rencana, Tulis
    from ...forms.isi.bentuk import PakLama
    from ...forms.isi.tabel import Baris, Tabel


def kerjakan(host: Host) -> None:
    from ...forms.isi import rencana
    from ...forms.isi.berkas import dengan_lama
    from ...forms.isi.lama_periksa import periksa_lama
    from ...forms.isi.tabel import baca_tabel
    from ...forms.isi.templat import berjenjang

    perlu_buku(host)
    formulir = host.formulir()
    if not formulir.nama.get("nip"):
        raise Refused("buku kerja ini bukan formulir Angka Kredit; buat dahulu dengan tombol Buat Formulir")
    tabel = baca_tabel(read(host.minta_berkas("Pilih tabel pegawai dan kegiatan", (*BUKU, ".csv"))))
    baris = _pilih(host, tabel, formulir)
    orang = berjenjang(baris.orang)
    _check_formulir(orang, formulir)
    lama = _lama(host, baris.nip) if "dupak_isi_lama" in formulir.nama else None
    lama, catatan = periksa_lama(lama, orang, formulir)
    hasil = rencana(dengan_lama(orang, lama), formulir, lama.baris if lama else ())
    timpa = _boleh_timpa(host, hasil)
    ditulis = host.isi(hasil, timpa)
    host.katakan(_laporan(tabel, hasil, ditulis, catatan))


def _pilih(host: Host, tabel: Tabel, formulir: Formulir) -> Baris:
    """The row of the form's own NIP; of a form without one, the only row or the one that the person chooses."""
    if not tabel.baris:
        raise Refused("tabel itu tidak memuat seorang pegawai pun")
    nip = _digits(formulir.isi.get(formulir.nama["nip"][0]))
    if nip:
        found = [baris for baris in tabel.baris if _digits(baris.nip) == nip]
        if not found:
            raise Refused("NIP pada formulir tidak ada dalam tabel itu; periksa NIP-nya, atau kosongkan pada formulir")
    elif len(tabel.baris) > 1:
        words = {f"baris {baris.nomor}: {baris.orang.fakta.get('nama') or baris.nip}": baris for baris in tabel.baris}
        found = [words[host.pilih("Isi untuk pegawai yang mana?", list(words))]]
    else:
        found = tabel.baris
    if found[0].galat:
        raise Refused(f"baris {found[0].nomor} tabel: {found[0].galat}")
    return found[0]


def _digits(value: object) -> str:
    return "".join(letter for letter in str(value or "") if letter.isdigit())


def _check_formulir(orang: Orang, formulir: Formulir) -> None:
    """Refused where the row names another jabatan or jenjang than the form is made for."""
    held = {kunci: str((formulir.kolom(kunci) or [""])[0] or "") for kunci in ("jabatan", "jenjang")}
    given = {kunci: str(orang.fakta.get(kunci) or "") for kunci in held}
    if not held["jabatan"]:
        return  # a form for any jabatan
    if given["jabatan"]:
        given["jabatan"] = find_jabatan(given["jabatan"]).id
    for kunci, value in given.items():
        if value and held[kunci] and value != held[kunci]:
            raise Refused(f"formulir ini untuk {kunci} {held[kunci]}, sedangkan baris tabel untuk {value}")


def _lama(host: Host, nip: str) -> PakLama | None:
    from ...forms.isi.berkas import baca_lama

    if not host.tanya("Apakah ada buku kerja PAK sebelumnya, yang JUMLAH-nya dipindahkan ke kolom LAMA?"):
        return None
    lama = baca_lama(read(host.minta_berkas("Pilih buku kerja PAK sebelumnya", BUKU)))
    if _digits(lama.nip) != _digits(nip):
        raise Refused("NIP dalam PAK sebelumnya itu bukan NIP pegawai ini; tidak ada yang diisi")
    return lama


def _boleh_timpa(host: Host, hasil: Rencana) -> bool:
    over = [f"{tulis.nama} ({tulis.sel})" for tulis in hasil.tulis if tulis.diketik is not None]
    if not over:
        return False
    judul = f"{len(over)} sel sudah berisi ketikan yang berbeda dengan tabel:"
    return host.tanya(kalimat(alinea(judul, over), "Ganti dengan isi tabel? Pilih Tidak untuk mempertahankannya."))


def _laporan(tabel: Tabel, hasil: Rencana, ditulis: list[Tulis], catatan: list[str]) -> str:
    kept = len(hasil.tulis) - len(ditulis)
    lama = [f"{line.kode} {line.uraian}" for line in hasil.tanpa_pasangan]
    return kalimat(
        f"{len(ditulis)} sel diisi." + (f" {kept} sel yang diketik dipertahankan." if kept else ""),
        alinea("Wajib, belum terisi:", hasil.wajib),
        f"{len(hasil.kurang)} isian lain belum terisi." if hasil.kurang else "",
        alinea("Perlu diperiksa:", [*catatan, *hasil.catatan]),
        alinea("Baris PAK lama tanpa pasangan:", lama),
        alinea("Tidak diminta formulir ini:", hasil.tanpa_tempat),
        alinea("Tabel:", tabel.tidak_dikenal[:MOST]),
    )
