"""Writes one invented form on a sheet, and notes while it writes what stands where: the truth to compare with."""

from __future__ import annotations

from gaya import Gaya, Kebenaran, Simpul, angka
from openpyxl.styles import Alignment
from openpyxl.utils.cell import get_column_letter as huruf
from openpyxl.worksheet.worksheet import Worksheet


class Penulis:
    """Writes a form from row `atas`, column `kiri` on."""

    def __init__(self, sheet: Worksheet, gaya: Gaya, atas: int = 1, kiri: int = 1) -> None:
        self.sheet, self.gaya, self.baris, self.kiri = sheet, gaya, atas, kiri
        self.benar = Kebenaran(sheet.title, gaya.jenis)
        self.letak: dict[tuple[str, str], list[int]] = {}
        column = kiri
        for key in gaya.kolom:
            width = gaya.lebar if key[0] == "uraian" else 1
            self.letak[key] = list(range(column, column + width))
            column += width
        self.kanan = column - 1
        self.butir: list[int] = []  # rows not yet added
        self.jumlah: list[int] = []  # rows that added them

    def tulis(self, kolom: int, isi: object, baris: int | None = None) -> None:
        self.sheet.cell(baris or self.baris, kolom, isi)  # type: ignore[arg-type]

    def judul(self, *lain: str) -> None:
        for text in (self.gaya.judul_form, *lain):
            if text:
                self.tulis(self.kiri, text)
                self.baris += 1
        self.baris += 1

    def orang(self, isi: dict[str, str], siapa: str = "pegawai") -> None:
        """One row a datum."""
        for urut, (key, value) in enumerate(isi.items(), 1):
            label = self.gaya.label.get(key, key.replace("_", " ").title())
            self.benar.orang[siapa, key] = self._datum(urut, label, value)
            self.baris += 1
        self.baris += 1

    def _datum(self, urut: int, label: str, value: str) -> str:
        at = self.kiri + 1
        if self.gaya.orang == "satu sel":
            self.tulis(self.kiri, f"{urut}. {label} : {value}")
            return f"{huruf(self.kiri)}{self.baris}"
        self.tulis(self.kiri, urut)
        self.tulis(at, label)
        if self.gaya.orang == "polos":
            self.tulis(at + 1, value or None)
            return f"{huruf(at + 1)}{self.baris}"
        self.tulis(at + 1, ":")
        self.tulis(at + 2, value or None)
        return f"{huruf(at + 2)}{self.baris}"

    def kepala(self, ulang: bool = False) -> None:
        """The heading, with the row of column numbers if there is one."""
        top, sides = self.baris, [key for key in self.gaya.kolom if key[1]]
        levels = (3 if self.gaya.payung else 2) if sides else self._tumpukan() if self.gaya.tumpuk else 1
        bottom = top + levels - 1
        for key in self.gaya.kolom:
            words = self.gaya.kotor(self.gaya.judul[key[0]])
            first, last = self.letak[key][0], self.letak[key][-1]
            if key[1]:
                self.tulis(first, words, bottom)
            elif self.gaya.tumpuk:
                for at, word in enumerate(words.split()):
                    self.tulis(first, word, top + at)
            else:
                self._gabung(top, first, bottom, last, words)
        self._payung(top, bottom, sides)
        self.baris = bottom + 1
        nomor = self._nomor()
        if ulang:
            self.benar.ulang.append((top, max(bottom, nomor)))
        else:
            self.benar.kepala, self.benar.baris_nomor = (top, bottom), nomor
            self.benar.kolom = {key: tuple(columns) for key, columns in self.letak.items()}
            if not self.gaya.gabung and self.gaya.sel_nomor != "tangga":  # nothing says that it has the others
                self.benar.kolom["uraian", ""] = self.benar.kolom["uraian", ""][:1]

    def _tumpukan(self) -> int:
        return max(len(self.gaya.kotor(self.gaya.judul[key[0]]).split()) for key in self.gaya.kolom)

    def _payung(self, top: int, bottom: int, sides: list[tuple[str, str]]) -> None:
        columns = [c for key in sides for c in self.letak[key]]
        if columns and self.gaya.payung:
            self._gabung(top, columns[0], top, columns[-1], self.gaya.kotor(self.gaya.payung))
        for side in ("pengusul", "tim"):
            own = [c for key in sides if key[1] == side for c in self.letak[key]]
            if own:
                self._gabung(bottom - 1, own[0], bottom - 1, own[-1], self.gaya.kotor(getattr(self.gaya, side)))

    def _gabung(self, top: int, left: int, bottom: int, right: int, words: str) -> None:
        self.tulis(left, words, top)
        self.sheet.cell(top, left).alignment = Alignment(wrap_text=True)
        if self.gaya.gabung and (top, left) != (bottom, right):
            self.sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def _nomor(self) -> int:
        if not self.gaya.baris_nomor:
            return 0
        for urut, key in enumerate(self.gaya.kolom, 1):
            text = self.gaya.baris_nomor.format(urut)
            self.tulis(self.letak[key][0], int(text) if text.isdigit() else text)
        self.baris += 1
        return self.baris - 1

    def isi(self, pohon: list[Simpul], total: str = "") -> None:
        """The body: every unsur with what stands below it, a row that adds after each, and one for all."""
        for urut, (unsur, below) in enumerate(pohon, 1):
            self.baris += self.gaya.spasi
            self._simpul(unsur, below, [urut], unsur, "")
            if self.gaya.jumlah != "kepala":
                self._jumlah(f"{self.gaya.kata_jumlah} {unsur}", "jumlah", self.butir)
                self.jumlah.append(self.baris - 1)
            self.butir = []
        if total:
            self._jumlah(total, "total", self.jumlah)

    def rata(self, butir: list[str], total: str = "") -> None:
        """A body of butir only, as in a surat pernyataan."""
        for urut, text in enumerate(butir, 1):
            self._teks([urut], text)
            self._nilai()
            self.benar.baris[self.baris] = ("butir", "", "")
            self.butir.append(self.baris)
            self.baris += 1
        if total:
            self._jumlah(total, "total", self.butir)

    def _simpul(self, text: str, below: list[Simpul], jalan: list[int], unsur: str, sub: str) -> None:
        self._teks(jalan, text)
        row, depth = self.baris, len(jalan) - 1
        kind = "unsur" if depth == 0 else "butir" if not below else "sub_unsur" if depth == 1 else "kelompok"
        self.benar.baris[row] = (kind, unsur, sub)
        if kind == "butir":
            self._nilai()
            self.butir.append(row)
        self.baris += 1
        for urut, (each, deeper) in enumerate(below, 1):
            self._simpul(each, deeper, [*jalan, urut], unsur, text if depth == 1 else sub)
        if self.gaya.jumlah == "kepala" and kind == "sub_unsur":
            self._rumus(row, list(range(row + 1, self.baris)))

    def _teks(self, jalan: list[int], text: str) -> None:
        number = angka(self.gaya.angka[len(jalan) - 1], jalan[-1]) if self.gaya.angka else ""
        columns = self.letak["uraian", ""]
        if self.gaya.sel_nomor == "kolom":
            self.tulis(self.letak["no", ""][0], int(number) if number.isdigit() else number)
            self.tulis(columns[0], text)
        elif self.gaya.sel_nomor == "teks":
            self.tulis(columns[0], f"{number} {text}".strip())
        else:
            at = min(len(jalan) - 1, len(columns) - 2)
            self.tulis(columns[at], int(number) if number.isdigit() else number)
            self.tulis(columns[at + 1], text)

    def _nilai(self) -> None:
        row, at = self.baris, {key: columns[0] for key, columns in self.letak.items()}
        plain = {"kode": f"K-{row}", "satuan": "Laporan", "volume": 2 + row % 3, "ak_satuan": 0.25, "lama": 1.5}
        plain |= {"tanggal": "2 Januari 2020", "bukti": "Laporan", "pelaksana": "Ahli Muda", "keterangan": "ada"}
        for key, column in at.items():
            if key[0] in plain and key != ("lama", "tim"):
                self.tulis(column, plain[key[0]])
            if key[0] == "jumlah":
                lama, baru = (f"{huruf(at[each, key[1]])}{row}" for each in ("lama", "baru"))
                self.tulis(column, f"={lama}+{baru}")
            if key[0] == "jumlah_ak":
                volume = at.get(("volume", key[1]), at.get(("volume", ""), 1))
                unit = at.get(("ak_satuan", key[1]), at.get(("ak_satuan", ""), 1))
                self.tulis(column, f"={huruf(volume)}{row}*{huruf(unit)}{row}")

    def _jumlah(self, text: str, kind: str, rows: list[int]) -> None:
        if self.gaya.jumlah != "tanpa kata":
            self.tulis(self.kiri if ("no", "") in self.letak else self.letak["uraian", ""][0], text)
        if self.gaya.jumlah != "kata":
            self._rumus(self.baris, rows)
        self.benar.baris[self.baris] = (kind, "", "")
        self.baris += 1

    def _rumus(self, row: int, rows: list[int]) -> None:
        for key, columns in self.letak.items():
            if key[0] in ("lama", "baru", "jumlah", "jumlah_ak"):
                letter = huruf(columns[0])
                run = rows and rows == list(range(rows[0], rows[-1] + 1)) and len(rows) > 1
                inside = f"{letter}{rows[0]}:{letter}{rows[-1]}" if run else ",".join(f"{letter}{r}" for r in rows)
                self.tulis(columns[0], f"=SUM({inside})", row)

    def penutup(self, *teks: str) -> None:
        self.baris += 1
        for text in teks:
            self.tulis(self.kiri, text)
            self.baris += 1
