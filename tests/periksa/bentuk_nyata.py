"""A DUPAK shaped as offices' real ones are: outer columns for unsur and sub unsur, headings among the butir, subtotals
of subtotals, ranges with gaps, sums by SUM and by '+', the JUMLAH column added along the row. Contents invented."""

from __future__ import annotations

import io
import random

from gaya import Kebenaran
from openpyxl import Workbook
from openpyxl.utils.cell import get_column_letter as huruf
from openpyxl.worksheet.worksheet import Worksheet
from tata_letak import TataLetak

SUB = ["Pendidikan", "Pelaksanaan tugas", "Evaluasi dan pengembangan", "Pengembangan profesi", "Pemantauan"]
TIANG = ("lama", "baru", "jumlah")


class Nyata:
    """Writes the form from the first row on; every choice hangs on the seed."""

    def __init__(self, benih: int) -> None:
        self.rng = random.Random(f"nyata {benih}")
        self.buku = Workbook()
        sheet = self.buku.active
        assert isinstance(sheet, Worksheet)
        self.sheet, sheet.title = sheet, self.rng.choice(["dupak", "DUPAK 2016", "Lembar1"])
        self.baris = 1
        self.uraian = self.rng.choice([2, 3])  # columns of the uraian
        self.mendatar = self.rng.random() < 0.5  # JUMLAH of a subtotal: along its row, else down its column
        self.tambah = self.rng.random() < 0.5  # subtotals by '+'
        first = 4 + self.uraian + 1
        self.kolom = {(isi, pihak): first + at for at, (pihak, isi) in enumerate(_ENAM)}
        self.benar = Kebenaran(sheet.title, "dupak")
        self.benar.kolom = {key: (column,) for key, column in self.kolom.items()}
        self.benar.kolom["ak_satuan", ""] = (first - 1,)

    def tulis(self, kolom: int, isi: object, baris: int | None = None) -> None:
        self.sheet.cell(baris or self.baris, kolom, isi)  # type: ignore[arg-type]

    def kepala(self) -> None:
        for text in ("DAFTAR USUL PENETAPAN ANGKA KREDIT", "JABATAN FUNGSIONAL PENGUJI CONTOH", ""):
            self.tulis(2, text or None)
            self.baris += 1
        for urut, (label, value) in enumerate((("Nama", "Pegawai Contoh"), ("NIP", "198501012010012999")), 1):
            for column, each in ((2, urut), (3, label), (5, value)):
                self.tulis(column, each)
            self.baris += 1
        self.baris += 1
        first, last = min(self.kolom.values()), max(self.kolom.values())
        self.tulis(2, "UNSUR"), self.tulis(3, "SUB UNSUR"), self.tulis(4, "RINCIAN KEGIATAN")
        self.tulis(first - 1, "SATUAN ANGKA KREDIT")
        self._gabung(first, last, "ANGKA KREDIT MENURUT", self.baris)
        self._gabung(first, first + 2, "INSTANSI PENGUSUL", self.baris + 1)
        self._gabung(first + 3, last, "TIM PENILAI", self.baris + 1)
        for (isi, _), column in self.kolom.items():
            self.tulis(column, isi.title(), self.baris + 2)
        self.baris += 3
        for urut, column in enumerate([2, 3, 4, *range(first - 1, last + 1)], 1):
            self.tulis(column, urut)
        self.baris += 1

    def _gabung(self, kiri: int, kanan: int, teks: str, baris: int) -> None:
        self.tulis(kiri, teks, baris)
        self.sheet.merge_cells(start_row=baris, start_column=kiri, end_row=baris, end_column=kanan)

    def isi(self) -> None:
        parts = self.rng.sample(SUB, self.rng.randint(2, 4))
        sums = [self.bagian(f"{huruf(at)}.", name, "I. UTAMA" if at == 1 else "") for at, name in enumerate(parts, 1)]
        utama = self.jumlah("JUMLAH UNSUR I", sums)
        penunjang = self.bagian("A.", "Penunjang tugas", "II. PENUNJANG", "JUMLAH UNSUR II")
        self.jumlah("JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG", [utama, penunjang], "total")

    def bagian(self, nomor: str, nama: str, unsur: str, jumlah: str = "") -> int:
        """A sub unsur: groups with their butir, and its subtotal; the subtotal's row."""
        self.tulis(2, unsur or None)
        self.tulis(3, f"{nomor} {nama}")
        rows: list[int] = []
        for group in range(self.rng.randint(1, 3)):
            self.tulis(4, f"{chr(97 + group)}. Kelompok kegiatan {group + 1}:")
            self.benar.baris[self.baris] = ("kelompok", "", "")
            self.baris += 1
            for urut in range(1, self.rng.randint(3, 6)):
                rows.append(self.butir(urut))
        return self.jumlah(jumlah or f"JUMLAH SUB UNSUR {nomor.rstrip('.')}", rows)

    def butir(self, urut: int) -> int:
        row = self.baris
        self.tulis(4, f"{urut})"), self.tulis(5, f"Menyusun laporan kegiatan {row}")
        self.tulis(min(self.kolom.values()) - 1, self.rng.choice([0.04, 0.15, 0.4, 2.5]))
        for (isi, pihak), column in self.kolom.items():
            if isi == "jumlah":
                one, other = (huruf(self.kolom[each, pihak]) for each in ("lama", "baru"))
                self.tulis(column, f"={one}{row}+{other}{row}")
            elif isi == "lama" and pihak == "pengusul":
                self.tulis(column, round(self.rng.uniform(0.1, 4), 3))
        self.benar.baris[row] = ("butir", "", "")
        self.baris += 1
        return row

    def jumlah(self, teks: str, rows: list[int], jenis: str = "jumlah") -> int:
        row = self.baris
        self.tulis(2 if "SUB" not in teks else 3, teks)
        leaf = self.benar.baris[rows[0]][0] == "butir"
        for (isi, pihak), column in self.kolom.items():
            if isi == "jumlah" and self.mendatar:
                one, other = (huruf(self.kolom[each, pihak]) for each in ("lama", "baru"))
                self.tulis(column, f"={one}{row}+{other}{row}")
            else:
                self.tulis(column, _rumus(huruf(column), rows, plus=self.tambah and not leaf))
        self.benar.baris[row] = (jenis, "", "")
        self.baris += 1
        return row


_ENAM = [(pihak, isi) for pihak in ("pengusul", "tim") for isi in TIANG]


def _rumus(letter: str, rows: list[int], plus: bool) -> str:
    if plus:
        return "=" + "+".join(f"{letter}{row}" for row in rows)
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    words = [f"{letter}{run[0]}:{letter}{run[-1]}" if len(run) > 1 else f"{letter}{run[0]}" for run in runs]
    return f"=SUM({','.join(words)})"


def nyata(benih: int) -> TataLetak:
    """The form of this seed, with where its rows and its columns of numbers are."""
    form = Nyata(benih)
    form.kepala()
    form.isi()
    form.baris += 1
    form.tulis(2, "III. LAMPIRAN PENDUKUNG DUPAK")
    out = io.BytesIO()
    form.buku.save(out)
    return TataLetak(f"nyata {benih}", out.getvalue(), [form.benar])
