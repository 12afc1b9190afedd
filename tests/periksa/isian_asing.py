"""Forms that nobody of us made, in the layouts of tests/kenal, filled in for an invented Assessor without a fault."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from contoh import DUPAK, ENAM, JUDUL, PAK, PENUNJANG, SPMK, TOTAL, UTAMA
from gaya import Gaya
from lembaran import Penulis
from openpyxl import Workbook
from openpyxl.utils.cell import get_column_letter

from angka_kredit.recalc.run import recalculate

LABEL = {
    "nama": "Nama",
    "nip": "NIP",
    "lahir": "Tempat dan Tanggal Lahir",
    "jenis_kelamin": "Jenis Kelamin",
    "pendidikan": "Pendidikan yang telah diperhitungkan angka kreditnya",
    "pangkat": "Pangkat/Golongan Ruang/TMT",
    "jabatan": "Jabatan/TMT",
    "unit_kerja": "Unit Kerja",
    "masa_penilaian": "Masa Penilaian",
}
ORANG = {
    "nama": "Pegawai Contoh",
    "nip": "198203032008031996",
    "lahir": "Kota Contoh, 3 Maret 1982",
    "jenis_kelamin": "Laki-laki",
    "pendidikan": "Magister (S2) Psikologi",
    "pangkat": "Penata, III/c, TMT 1 April 2014",
    "jabatan": "Assessor SDM Aparatur Muda, TMT 1 Juni 2014",
    "unit_kerja": "Balai Contoh",
    "masa_penilaian": "1 Januari 2016 s/d 31 Desember 2016",
}
# (LAMA, BARU) of each butir: 150 of the diploma, 201 in all, and 11.1 new
NILAI = {
    "Magister (S2)": (150.0, 0.0),
    "Diklat prajabatan": (2.0, 0.0),
    "Menyusun rencana": (20.0, 3.5),
    "Menyiapkan alat": (10.0, 2.25),
    "Mengambil contoh di lapangan": (14.0, 3.0),
    "Menulis karya ilmiah": (3.0, 1.2),
    "Mengikuti seminar": (2.0, 1.15),
}
KEGIATAN = (  # uraian, tanggal, volume, ak_satuan, bukti
    ("Menguji contoh secara kimia", "2 Februari 2016", 4, 0.25, "Laporan A"),
    ("Mengalibrasi neraca", "1 - 5 Maret 2016", 10, 0.12, "Sertifikat"),
    ("Menyusun laporan triwulan", "April - Juni 2016", 2, 0.5, "Laporan B"),
    ("Menilai peserta", "10/10/2016", 20, 0.047, "Berita acara"),
)
PENUH = [("no", ""), ("kode", ""), ("uraian", ""), ("satuan", ""), *ENAM, ("keterangan", "")]
ACAK = [*ENAM, ("satuan", ""), ("uraian", ""), ("kode", ""), ("no", "")]
GAYA: dict[str, tuple[Gaya, int, int]] = {
    "resmi": (DUPAK, 1, 1),
    "penuh": (replace(DUPAK, kolom=PENUH), 5, 3),
    "tidak digabung": (replace(DUPAK, gabung=False, baris_nomor="({})"), 3, 2),
    "acak": (replace(DUPAK, kolom=ACAK), 1, 1),
    "huruf kecil": (replace(DUPAK, kotor=str.lower, spasi=True), 2, 1),
    "menyebar": (
        replace(
            DUPAK,
            kolom=[each for each in DUPAK.kolom if each[0] != "no"],
            lebar=5,
            sel_nomor="tangga",
            angka=("I.", "A.", "1.", "a."),
        ),
        1,
        1,
    ),
    "pak": (replace(PAK, kolom=[("no", ""), ("uraian", ""), *((isi, "") for isi in ("lama", "baru", "jumlah"))]), 1, 1),
}
SPMK_KOLOM = [each for each in SPMK.kolom]
SURAT: dict[str, tuple[Gaya, int, int]] = {
    "surat": (SPMK, 1, 1),
    "surat bertumpuk": (replace(SPMK, tumpuk=True, baris_nomor="{}."), 2, 2),
    "surat acak": (replace(SPMK, kolom=[SPMK.kolom[i] for i in (7, 1, 0, 3, 2, 6, 4, 5)]), 1, 1),
    "surat berpelaksana": (replace(SPMK, kolom=[*SPMK.kolom, ("pelaksana", "")]), 1, 1),
}


@dataclass(frozen=True)
class Lembaran:
    """A written form: its file, and the cell of a field in the row with these words."""

    data: bytes
    sel: Callable[[str, str], str]
    lembar: str
    orang: Mapping[str, str]  # the value's cell of each datum


class _Penulis(Penulis):
    """Writes the numbers that it is given, row by row."""

    nilai: Mapping[str, Mapping[str, Any]] = {}

    def _teks(self, jalan: list[int], text: str) -> None:
        self.kata: dict[str, int] = getattr(self, "kata", {})
        self.kata[text] = self.baris
        self.sekarang = text
        super()._teks(jalan, text)

    def _nilai(self) -> None:
        super()._nilai()
        given = self.nilai.get(self.sekarang, {})
        for (isi, pihak), columns in self.letak.items():
            if isi in ("lama", "baru") or (isi in given and pihak != "tim"):
                self.sheet.cell(self.baris, columns[0]).value = given.get(isi)


def usul(
    gaya: str, orang: Mapping[str, str] | None = None, nilai: Mapping[str, tuple[float, float]] | None = None
) -> Lembaran:
    """A DUPAK or PAK of that layout."""
    style, top, left = GAYA[gaya]
    writer = _penulis(style, top, left)
    writer.nilai = {text: {"lama": lama, "baru": baru} for text, (lama, baru) in (nilai or NILAI).items()}
    writer.judul("JABATAN FUNGSIONAL")
    writer.orang(dict(orang or ORANG))
    writer.kepala()
    writer.isi([UTAMA, PENUNJANG], TOTAL)
    return _selesai(writer)


def berdua(gaya: str, nilai: Mapping[str, tuple[float, float]], pak: Mapping[str, tuple[float, float]]) -> Lembaran:
    """A DUPAK of that layout, and a PAK on the next sheet."""
    style, top, left = GAYA[gaya]
    writer, beside = _penulis(style, top, left), None
    assert writer.sheet.parent is not None
    beside = _Penulis(writer.sheet.parent.create_sheet("PAK"), replace(GAYA["pak"][0], label=LABEL), 1, 1)
    for each, numbers in ((beside, pak), (writer, nilai)):
        each.nilai = {text: {"lama": lama, "baru": baru} for text, (lama, baru) in numbers.items()}
        each.judul("JABATAN FUNGSIONAL")
        each.orang(dict(ORANG))
        each.kepala()
        each.isi([UTAMA, PENUNJANG], TOTAL)
    return _selesai(writer)


def surat(
    gaya: str, rows: tuple[tuple[Any, ...], ...] = KEGIATAN, orang: Mapping[str, str] | None = None, judul: str = ""
) -> Lembaran:
    """A surat pernyataan. A row may go on with its pelaksana, and its credit where that is no product."""
    style, top, left = SURAT[gaya]
    style = replace(style, judul_form=judul or style.judul_form)
    writer = _penulis(style, top, left)
    names = ("tanggal", "volume", "ak_satuan", "bukti", "pelaksana", "jumlah_ak")
    writer.nilai = {row[0]: dict(zip(names, row[1:], strict=False)) for row in rows}
    if "pelaksana" in dict(style.kolom):
        writer.nilai = {text: {"pelaksana": "Muda", **given} for text, given in writer.nilai.items()}
    writer.judul()
    writer.tulis(writer.kiri, "Menyatakan bahwa:")
    writer.baris += 1
    writer.orang(dict(orang or ORANG))
    writer.tulis(writer.kiri, "Telah melakukan kegiatan sebagai berikut:")
    writer.baris += 1
    writer.kepala()
    writer.rata([row[0] for row in rows], "JUMLAH")
    return _selesai(writer)


def _penulis(style: Gaya, top: int, left: int) -> _Penulis:
    sheet = Workbook().active
    assert sheet is not None
    titles = {key: style.judul.get(key, JUDUL.get(key, key)) for key in (each[0] for each in style.kolom)}
    return _Penulis(sheet, replace(style, label=LABEL, judul=titles), top, left)


def _selesai(writer: _Penulis) -> Lembaran:
    out = io.BytesIO()
    assert writer.sheet.parent is not None
    writer.sheet.parent.save(out)
    rows, columns = dict(writer.kata), {key: each[0] for key, each in writer.letak.items()}

    def cell(text: str, isi: str) -> str:
        """Of the pengusul where there are two sides. The last row that adds all is ''."""
        row = rows[text] if text else writer.baris - 1
        return f"{get_column_letter(columns.get((isi, 'pengusul')) or columns[isi, ''])}{row}"

    people = {isi: place for (_, isi), place in writer.benar.orang.items()}
    return Lembaran(recalculate(out.getvalue(), vote=False).data, cell, writer.sheet.title, people)


@cache
def bersih() -> list[tuple[str, bytes]]:
    sheets = [(f"asing {each}", usul(each).data) for each in GAYA] + [(each, surat(each).data) for each in SURAT]
    later = {text: (old + new, 0.0 if old == 150 else 1.0) for text, (old, new) in NILAI.items()}
    return [
        *sheets,
        ("beserta PAK", berdua("resmi", NILAI, NILAI).data),
        ("sesudah PAK", berdua("penuh", later, NILAI).data),
    ]


def berulang(choices: Iterator[Any] | list[Any], banyak: int) -> list[Any]:
    items = list(choices)
    return [items[at % len(items)] for at in range(banyak)]
