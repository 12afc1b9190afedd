"""The workbooks of who is assessed by performance beside what they must show."""

from __future__ import annotations

from fractions import Fraction

from terbaca import Terbaca

from . import kinerja
from .banding import Banding, Maka
from .kinerja import KONVENSIONAL, Baris, Hitung, HitungAmmi, Nilai, Orang, OrangAmmi

_RIWAYAT = ("persen", "koefisien", "kredit", "awal", "hasil", "urut", "periksa")
_BELUM = "LAMA baris pertama belum diisi; dihitung dari 0"
_BARIS = 16  # rows of Riwayat, and of Akumulasi
_GRAFIK = 34  # the first row below the chart of Proyeksi


def beda(orang: Orang, book: Terbaca) -> list[str]:
    """In words, every cell of the workbook since 2023 that shows something else than it must."""
    made = _Konversi(orang, book)
    made.semua()
    return made.found


def beda_ammi(orang: OrangAmmi, book: Terbaca) -> list[str]:
    """The same of AMMI's workbook."""
    made = _Ammi(orang, book)
    made.semua()
    return made.found


def _jumlah(values: list[Nilai]) -> Nilai:
    error = next((value for value in values if isinstance(value, str) and value), None)
    return error or sum((value for value in values if isinstance(value, Fraction)), Fraction(0))


class _Kinerja(Banding):
    """What both kinds of workbook have: the sheet Penetapan and its verdicts."""

    def penetapan(self, rows: list[tuple[Nilai, Nilai]]) -> None:
        """LAMA and BARU as given, JUMLAH their sum, then the totals of the columns; an error goes through."""
        sheet, _, last, _ = self.book.place("penetapan_lama")
        for at, (lama, baru) in enumerate(rows, last - len(rows)):
            self.baris(sheet, "GHI", at, (lama, baru, _jumlah([lama, baru])))
        columns = [row[0] for row in rows], [row[1] for row in rows]
        self.baris(sheet, "GHI", last, (*map(_jumlah, columns), _jumlah(columns[0] + columns[1])))

    def putusan(self, asked: dict[str, Fraction | None], total: Nilai) -> None:
        """What is asked, what is over or short, and the words that are struck out; '' while there is no total."""
        sheet, _, last, _ = self.book.place("penetapan_lama")
        assert len(self.book.struck) == 8
        for at, (nama, need) in enumerate(asked.items(), last + 4):
            over: Nilai = "" if need is None else total
            if need is not None and isinstance(total, Fraction):
                over = total - need
            self.sama(f"ambang_{nama}", self.book(f"ambang_{nama}"), need)
            self.sama(f"kelebihan_{nama}", self.book(f"kelebihan_{nama}"), over)
            column = "I" if nama == "pangkat" else "K"
            self.sel(sheet, f"{column}{last + 3}", "-" if need is None else need)
            self.sel(sheet, f"{column}{at}", "-" if over == "" else over)
            for place, formula in self.book.struck.items():
                if nama in formula:
                    word = str(self.book.values[place])
                    short = isinstance(over, Fraction) and over < 0
                    enough = isinstance(over, Fraction) and over >= 0
                    self.coret(*place, short if word in ("Kelebihan", "DAPAT") else enough)


class _Konversi(_Kinerja):
    def __init__(self, orang: Orang, book: Terbaca) -> None:
        super().__init__(book)
        self.orang, self.hitung, self.data = orang, Hitung(orang), orang.data
        self.tujuan = self.hitung.tujuan() if self.hitung.golongan else ("", "", "")
        self.ambang = {"pangkat": self.hitung.ambang_pangkat(), "jenjang": self.hitung.ambang_jenjang()}

    def semua(self) -> None:
        self._riwayat()
        self._cetak()
        self._akumulasi()
        self.penetapan(self.hitung.penetapan())
        self.putusan(self.ambang, self.hitung.total)
        self._integrasi()
        self._ringkasan()
        self._proyeksi()

    def _riwayat(self) -> None:
        columns = {nama: self.book.column(f"riwayat_{nama}") for nama in _RIWAYAT}
        rows = {row.nomor: row for row in self.hitung.rows}
        for at in range(_BARIS):
            row = rows.get(at + 1)
            expected = self._baris_riwayat(row) if row else [""] * len(_RIWAYAT)
            for nama, value in zip(_RIWAYAT, expected, strict=True):
                self.sama(f"Riwayat {at + 1} {nama}", columns[nama][at], value)

    def _baris_riwayat(self, row: Baris) -> list[Maka]:
        hitung = self.hitung
        urut = hitung.aktif.index(row) + 1 if row in hitung.aktif else ""
        silent = row is hitung.rows[0] and row.predikat and self.orang.riwayat[0].lama is None
        words = _BELUM if silent else self._tanpa_dasar(row) or "sesuai"
        return [row.persen, row.koefisien, row.ak, row.awal, row.hasil, urut, words]

    def _tanpa_dasar(self, row: Baris) -> str:
        """What is said where a jenjang is entered above its lowest golongan ruang, and no AK dasar is printed."""
        at = self.hitung.rows.index(row)
        if not row.predikat or at == 0 or self.hitung.rows[at - 1].jenjang == row.jenjang:
            return ""
        golongan = self.orang.riwayat[row.nomor - 2].golongan
        lowest = ("II/a", "II/b", "III/a", "III/c") if not row.jenjang.startswith("Ahli") else ("IV/d",)
        printed = row.jenjang.startswith("Ahli") and golongan != "IV/e"
        return "" if printed or golongan in lowest else f"AK dasar {golongan} tidak ada dalam sumber; dianggap 0"

    def _cetak(self) -> None:
        """The one row that the form Konversi prints: the one asked for, else the last."""
        rows = {row.nomor: row for row in self.hitung.rows if row.predikat}
        asked = self.data.get("konversi_baris")  # as the sheet numbers them
        row = rows.get(asked - KONVENSIONAL if asked else max(rows, default=0))
        sheet, _, at, _ = self.book.place("konversi_tahun")
        values = (row.predikat, row.persen, row.koefisien, row.ak) if row else ("", "", "", "")
        self.baris(sheet, "AFIK", at - 1, values)
        self.sel(sheet, f"N{at}", row.tahun if row else "")

    def _akumulasi(self) -> None:
        sheet, _, last, _ = self.book.place("akumulasi_jumlah")
        aktif = self.hitung.aktif
        self.sel(sheet, f"K{last - _BARIS - 1}", self.hitung.awal or "")
        for number in range(_BARIS):
            expected: list[Maka] = ["", "", "", "", ""]
            if number < len(aktif):
                row = aktif[number]
                expected = [row.tahun, row.bulan if row.predikat else "-", row.persen, row.koefisien, row.ak]
            self.baris(sheet, "ACHJK", last - _BARIS + number, expected)
        self.sel(sheet, f"K{last}", self.hitung.awal + sum((row.ak for row in aktif), Fraction(0)))

    def _integrasi(self) -> None:
        sheet, _, at, _ = self.book.place("integrasi_nilai")
        values: tuple[Nilai, ...] = ("", "", "")
        if "integrasi_ak" in self.data:
            whole = Fraction(self.data["integrasi_ak"])
            base = Fraction(kinerja.NILAI_DASAR[self.data["integrasi_golongan"]])
            values = (whole, base, whole - base)
        self.baris(sheet, "AFJ", at, values)

    def _ringkasan(self) -> None:
        pangkat, _, jenjang = self.tujuan
        self.sama("ak_awal", self.book("ak_awal"), self.hitung.awal)
        self.sama("ak_total", self.book("ak_total"), self.hitung.total)
        self.sama("tujuan_pangkat", self.book("tujuan_pangkat"), pangkat)
        self.sama("tujuan_jenjang", self.book("tujuan_jenjang"), f"Jabatan Contoh {jenjang}" if jenjang else "")

    def _proyeksi(self) -> None:
        """The table, and what the chart is drawn from."""
        _, words, jenjang = self.tujuan
        for column, nama, tujuan in (("B", "pangkat", words), ("C", "jenjang", jenjang)):
            rows = self.hitung.proyeksi(self.ambang[nama])
            for at, value in enumerate([tujuan if rows[0] != "" else "", *rows], 5):
                self.sel("Proyeksi", f"{column}{at}", value)
            self.sama(f"kapan_{nama}", self.book(f"kapan_{nama}"), rows[-1])
        for ahead in range(9):
            expected: list[Maka] = ["", "", "", ""]  # nothing is drawn before all is known
            if self.hitung.aktif and "masa_sampai" in self.data:
                year = max(row.tahun for row in self.hitung.aktif) + ahead
                expected = [year, self.hitung.total + ahead * self.hitung.setahun(), *self.ambang.values()]
            self.baris("Proyeksi", "ABCD", _GRAFIK + ahead, expected)


class _Ammi(_Kinerja):
    def __init__(self, orang: OrangAmmi, book: Terbaca) -> None:
        super().__init__(book)
        self.orang, self.hitung, self.data = orang, HitungAmmi(orang), orang.data

    def semua(self) -> None:
        self._penilaian()
        total, lama = self.hitung.jumlah(), self.hitung.lama
        self.sama("penilaian_jumlah", self.book("penilaian_jumlah"), total)
        self.sama("belum_beres", self.book("belum_beres"), sum(isinstance(ak, str) for _, _, ak in self.hitung.tahun()))
        tim = "Tim Penilai Kinerja Instansi" if "instansi_jenis" in self.data else ""  # Perka BKN 20/2016
        self.sama("tim", self.book("tim"), tim)
        self.penetapan([(lama if "pak_lama_jumlah" in self.data else "", ""), ("", total)])
        pangkat, jenjang = self.hitung.ambang()
        self.putusan({"pangkat": pangkat, "jenjang": jenjang}, _jumlah([lama, total]) or "")
        done = [(kode, year) for kode, year in self.orang.kegiatan]
        top = self.book.row("Usul", done[0][0], "B") if done else 0
        for at, (kode, year) in enumerate(done, top):
            self.baris("Usul", "BK", at, (kode, year))

    def _penilaian(self) -> None:
        """Each year on the sheet Penilaian and on the form Usul."""
        names = ("persen", "dipakai", "ak", "hasil")
        columns = {nama: self.book.column(f"penilaian_{nama}") for nama in names}
        top = self.book.row("Usul", "TAHUN", "A") + 2
        years = self.hitung.tahun()
        for at in range(len(columns["ak"])):
            expected: tuple[Maka, ...] = ("", "", "", "")
            if at < len(years):
                expected = (*years[at], _jumlah([self.hitung.lama, self.hitung.jumlah(at + 1)]))
            for nama, value in zip(names, expected, strict=True):
                self.sama(f"Penilaian {at + 1} {nama}", columns[nama][at], value)
            self.baris("Usul", "EGI", top + at, expected[:3])
