"""Layouts that differ in every way that offices' own forms do; each says itself what stands where.

All people and activities are invented."""

from __future__ import annotations

import io
import itertools
from dataclasses import dataclass, replace

from contoh import BUTIR, DUPAK, ENAM, JUDUL, ORANG, PAK, PENUNJANG, SPMK, TOTAL, UTAMA
from gaya import Gaya, Kebenaran
from lembaran import Penulis
from openpyxl import Workbook


@dataclass
class TataLetak:
    """A workbook and what must be found in it."""

    nama: str
    data: bytes
    benar: list[Kebenaran]


def _satu(nama: str, gaya: Gaya, atas: int = 1, kiri: int = 1) -> TataLetak:
    book = Workbook()
    return _simpan(nama, book, [formulir(book, gaya, atas, kiri).benar])


def _simpan(nama: str, book: Workbook, benar: list[Kebenaran]) -> TataLetak:
    out = io.BytesIO()
    book.save(out)
    return TataLetak(nama, out.getvalue(), benar)


def formulir(book: Workbook, gaya: Gaya, atas: int = 1, kiri: int = 1, sheet: str = "") -> Penulis:
    """The whole form on the book's last sheet, or on a new one."""
    if sheet:
        book.create_sheet(sheet)
    writer = Penulis(book.worksheets[-1], gaya, atas, kiri)
    writer.judul("JABATAN FUNGSIONAL PENGUJI CONTOH")
    if gaya.jenis == "surat_pernyataan":
        return _surat(writer)
    writer.orang(ORANG)
    writer.kepala()
    writer.isi([UTAMA, PENUNJANG], TOTAL if gaya.jumlah != "kepala" else "")
    writer.penutup(
        "III. LAMPIRAN PENDUKUNG DUPAK", "1. Surat pernyataan melakukan kegiatan", "Kota Contoh, 2 Januari 2020"
    )
    return writer


def _surat(writer: Penulis) -> Penulis:
    writer.tulis(writer.kiri, "Yang bertanda tangan di bawah ini:")
    writer.baris += 1
    writer.orang({"nama": "Atasan Contoh", "nip": "197001012000011999", "jabatan": "Kepala Seksi"}, "atasan")
    writer.tulis(writer.kiri, "Menyatakan bahwa:")
    writer.baris += 1
    writer.orang(ORANG)
    writer.tulis(writer.kiri, "Telah melakukan kegiatan pengujian sebagai berikut:")
    writer.baris += 1
    writer.kepala()
    writer.rata(BUTIR, "JUMLAH")
    writer.penutup(
        "Demikian pernyataan ini dibuat untuk dapat dipergunakan sebagaimana mestinya.", "Atasan Langsung,", "NIP. 1970"
    )
    return writer


def _dua(nama: str, one: Gaya, other: Gaya, samping: bool) -> TataLetak:
    """Two forms on a sheet, stacked or side by side."""
    book = Workbook()
    first = formulir(book, one)
    down, right = (1, first.kanan + 2) if samping else (first.baris + 3, 1)
    second = Penulis(book.active, other, down, right)  # type: ignore[arg-type]
    second.judul()
    second.orang(ORANG)
    second.kepala()
    second.isi([UTAMA, PENUNJANG], TOTAL)
    return _simpan(nama, book, [first.benar, second.benar])


def _berlembar() -> TataLetak:
    """Person on one sheet, unsur utama on the next, penunjang on a third with the heading again."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Muka"
    parts = [Penulis(sheet, replace(DUPAK, kolom=[("no", ""), ("uraian", "")]))]
    parts[0].judul()
    parts[0].orang(ORANG)
    for name, tree in (("Utama", UTAMA), ("Penunjang", PENUNJANG)):
        part = Penulis(book.create_sheet(name), DUPAK)
        part.kepala()
        part.isi([tree])
        part.benar.lanjutan = parts[-1].benar.lembar
        parts.append(part)
    row = parts[-1].baris - 1  # the only row that adds on its sheet
    parts[-1].benar.baris[row] = ("jumlah", "", "")
    return _simpan("terbagi ke tiga lembar", book, [part.benar for part in parts])


def _tanpa_kepala(dirt: bool) -> TataLetak:
    """The table goes on in the midst of an unsur on a second and a third sheet, which have rows alone."""
    book, (name, subs) = Workbook(), UTAMA
    gaya = replace(DUPAK, kolom=PENUH, baris_nomor="{}" if dirt else "", spasi=dirt)
    first = Penulis(book.active, gaya)  # type: ignore[arg-type]
    first.judul()
    first.orang(ORANG)
    first.kepala()
    first._simpul(name, subs[:2], [1], name, "")
    parts = [first, Penulis(book.create_sheet("Hal 2"), gaya), Penulis(book.create_sheet("Hal 3"), gaya)]
    if dirt:
        parts[1]._nomor()
    for urut, (text, below) in enumerate(subs[2:], 3):
        parts[1]._simpul(text, below, [1, urut], name, text)
    parts[1]._jumlah("JUMLAH UNSUR UTAMA", "jumlah", parts[1].butir)
    parts[2]._simpul(*PENUNJANG, [2], PENUNJANG[0], "")
    parts[2]._jumlah(TOTAL, "total", parts[2].butir)
    for before, part in itertools.pairwise(parts):
        part.benar.kolom, part.benar.lanjutan = first.benar.kolom, before.benar.lembar
        part.benar.baris_nomor = 1 if dirt and part is parts[1] else 0
    return _simpan(f"lanjut tanpa kepala{', bernomor' if dirt else ''}", book, [part.benar for part in parts])


def _ulang() -> TataLetak:
    book = Workbook()
    writer = Penulis(book.active, DUPAK)  # type: ignore[arg-type]
    writer.judul()
    writer.orang(ORANG)
    writer.kepala()
    writer.isi([UTAMA])
    writer.baris += 1
    writer.kepala(ulang=True)
    writer.isi([PENUNJANG], TOTAL)
    return _simpan("kepala diulang di halaman berikut", book, [writer.benar])


def _salah_ketik(text: str) -> str:
    wrong = {"UNSUR, SUB UNSUR DAN BUTIR KEGIATAN": "UNSUR, SUB UNSUR DAN BUTIR KEGITAN", "JUMLAH": "JUMLH"}
    wrong |= {
        "INSTANSI PENGUSUL": "INSTANSI PENGSUL",
        "TIM PENILAI": "TIM PENLIAI",
        "ANGKA KREDIT MENURUT": "ANGAK KREDIT MENURUT",
    }
    return wrong.get(text, text)


def _singkat(text: str) -> str:
    return (
        text.replace("ANGKA KREDIT", "AK")
        .replace("Angka Kredit", "AK")
        .replace("JUMLAH", "JML")
        .replace("Jumlah", "Jml.")
    )


def _berbaris(text: str) -> str:
    return "\n".join(text.split()) + "  "


def _spasi(text: str) -> str:
    return "  ".join(" ".join(word) if word.isalpha() and len(word) > 2 else word for word in text.split())


PENUH = [("no", ""), ("kode", ""), ("uraian", ""), ("satuan", ""), ("ak_satuan", ""), *ENAM, ("keterangan", "")]
ACAK = [*ENAM, ("satuan", ""), ("uraian", ""), ("kode", ""), ("no", ""), ("ak_satuan", "")]
BKN = [
    ("no", ""),
    ("kode", ""),
    ("uraian", ""),
    *((i, p) for p in ("pengusul", "tim") for i in ("volume", "satuan", "ak_satuan", "jumlah_ak")),
]
JUDUL_BKN = JUDUL | {"uraian": "URAIAN KEGIATAN", "ak_satuan": "ANGKA KREDIT", "jumlah_ak": "JUMLAH"}
TANGGA = ("I.", "A.", "1.", "a.")


def semua() -> list[TataLetak]:
    """Every layout, by name."""
    plain = replace(DUPAK, kolom=[key for key in DUPAK.kolom if key[0] != "no"])
    return [
        _satu("dupak resmi, nomor di kolom sendiri", DUPAK),
        _satu("uraian menyebar ke lima kolom", replace(plain, lebar=5, sel_nomor="tangga", angka=TANGGA)),
        _satu("nomor di depan teks, satu kolom", replace(plain, sel_nomor="teks", angka=("I.", "1.", "a.", "1)"))),
        _satu("kepala tidak digabung", replace(DUPAK, gabung=False, baris_nomor="({})"), 3, 2),
        _satu("judul salah ketik", replace(DUPAK, kotor=_salah_ketik, kata_jumlah="JUMALH")),
        _satu("singkatan AK dan JML", replace(DUPAK, kolom=PENUH, kotor=_singkat, kata_jumlah="JML", baris_nomor="")),
        _satu("judul berganti baris", replace(DUPAK, kotor=_berbaris, orang="satu sel")),
        _satu("huruf berspasi", replace(DUPAK, kotor=_spasi, orang="polos")),
        _satu("huruf kecil, kolom penuh", replace(DUPAK, kolom=PENUH, kotor=str.lower, spasi=True), 5, 3),
        _satu("kolom terbalik dan acak", replace(DUPAK, kolom=ACAK)),
        _satu("jumlah tanpa kata", replace(DUPAK, jumlah="tanpa kata")),
        _satu("jumlah tanpa rumus", replace(DUPAK, kolom=PENUH, jumlah="kata", kata_jumlah="TOTAL", baris_nomor="")),
        _satu("jumlah di baris sub unsur", replace(DUPAK, kolom=PENUH, jumlah="kepala")),
        _satu("dua pihak: volume, satuan, AK, jumlah", replace(DUPAK, kolom=BKN, judul=JUDUL_BKN, payung="")),
        _satu("surat pernyataan", SPMK),
        _satu("surat pernyataan, judul bertumpuk", replace(SPMK, tumpuk=True, baris_nomor="{}."), 2, 2),
        _satu(
            "surat pernyataan, kolom acak",
            replace(SPMK, kolom=[SPMK.kolom[i] for i in (7, 1, 0, 3, 2, 6, 4, 5)], kotor=_singkat),
        ),
        _satu("pak", PAK),
        _satu(
            "pak tanpa nomor kolom",
            replace(PAK, baris_nomor="", kolom=[("uraian", ""), *PAK.kolom[2:5]], sel_nomor="teks"),
        ),
        _dua("bertumpuk: dupak lalu pak", DUPAK, PAK, samping=False),
        _dua("berdampingan: dupak dan pak", DUPAK, PAK, samping=True),
        _dua("berdampingan: dua pak, uraian menyebar", PAK, replace(PAK, lebar=2, sel_nomor="kolom"), samping=True),
        _berlembar(),
        _tanpa_kepala(dirt=False),
        _tanpa_kepala(dirt=True),
        _ulang(),
    ]
