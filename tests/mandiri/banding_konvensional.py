"""The conventional workbook beside what it must show: Kegiatan, surat pernyataan, DUPAK, PAK, letters, decisions."""

from __future__ import annotations

import re
from decimal import Decimal

from terbaca import Terbaca, Value

from . import tabel
from .banding import Banding, Maka
from .hitung import Baris, Nilai, jumlah
from .orang import Orang
from .penetapan import JUMLAH, PAK, PAK_ALIH, Penetapan
from .proyeksi import Proyeksi

_ANGKA = ("Jumlah angka kredit usul", "Jumlah yang disepakati", "dengan angka kredit sebesar")
_KEGIATAN = ("ak", "ak_satuan", "faktor", "urut", "periksa")
_NAMA = re.compile("(dupak|tim)_(lama|baru|jumlah)_([UP][0-9].*|blok|utama|penunjang|semua)$")
_KODE = re.compile("([UP][0-9][a-z])[0-9]+$")


def beda(orang: Orang, book: Terbaca) -> list[str]:
    """In words, every cell that shows something else than it must."""
    made = _Konvensional(orang, book)
    made.semua()
    return made.found


class _Konvensional(Banding):
    def __init__(self, orang: Orang, book: Terbaca) -> None:
        super().__init__(book)
        self.orang, self.maka = orang, Penetapan(orang)
        self.hitung = self.maka.hitung
        kode, uraian, satuan = (book.column(f"lampiran_{nama}") for nama in ("kode", "uraian", "satuan"))
        self.uraian, self.satuan = dict(zip(kode, uraian, strict=True)), dict(zip(kode, satuan, strict=True))

    def semua(self) -> None:
        self._kegiatan()
        for huruf in "PTRN":
            self._pernyataan(huruf, [row for row in self.hitung.rows if row.urut.startswith(huruf)])
        self._jumlah_dupak()
        self._baris_dupak()
        self._pak()
        self._berita_acara()
        self._alih()
        self._surat()
        maka = self.maka
        for nama, value in (maka.ringkasan() | maka.pak() | maka.alih() | maka.keputusan()).items():
            self.sama(nama, self.book(nama), value)
        for nama, hasil in Proyeksi(maka).sel().items():
            self.sama(nama, self.book(nama), hasil)
        self._coret()

    def _kegiatan(self) -> None:
        columns = {nama: self.book.column(f"kegiatan_{nama}") for nama in _KEGIATAN}
        rows = self.hitung.rows
        for number, row in enumerate(rows):
            values: tuple[Maka, ...] = (row.ak, row.satuan, row.faktor, row.urut)
            for nama, value in zip(_KEGIATAN, values, strict=False):
                self.sama(f"Kegiatan {number + 1} {nama}", columns[nama][number], value)
            words, shown = self.hitung.periksa(number), columns["periksa"][number]
            if words is not None or shown in ("", "Beres"):
                self.sama(f"Kegiatan {number + 1} periksa", shown, words or "words on what is wrong")
        self.sama("Kegiatan, rows that nobody filled", "".join(map(str, columns["ak"][len(rows) :])), "")

    def _pernyataan(self, huruf: str, rows: list[Baris]) -> None:
        """A surat pernyataan: its rows in their order, their evidence, their sum, and nothing below."""
        nama = f"sp_{huruf.lower()}"
        sheet, _, top, bottom = self.book.place(f"{nama}_baris")
        for number, row in enumerate(rows, 1):
            kerja = row.kerja
            volume: Maka = Decimal(kerja.volume) if isinstance(kerja.volume, (int, Decimal)) else kerja.volume
            uraian = kerja.uraian or str(self.uraian.get(kerja.kode, ""))
            satuan = kerja.satuan or str(self.satuan.get(kerja.kode, ""))
            values = (number, uraian, kerja.tanggal, satuan, volume, row.satuan, row.ak, _keterangan(row))
            self.baris(sheet, "ABEFGHIJ", top + number - 1, values)
        self.sama(f"{nama}_jumlah", self.book(f"{nama}_jumlah"), jumlah(row.ak for row in rows))
        for below in range(top + len(rows), bottom + 1):
            self.baris(sheet, "AI", below, ("", ""))

    def _jumlah_dupak(self) -> None:
        """Every sum of the DUPAK that has a name."""
        found = [match for nama in self.book.names if (match := _NAMA.match(nama))]
        assert len(found) > 200
        for nama in found:
            owner = self.hitung.dupak if nama[1] == "dupak" else self.hitung.tim
            self.sama(nama[0], self.book(nama[0]), owner(nama[2], nama[3]))

    def _baris_dupak(self) -> None:
        """Every line: JUMLAH = LAMA + BARU; and each activity's credit on a line with its words."""
        _, _, top, _ = self.book.place("dupak_kode_baris")
        blok = "U6a" if "dupak_baru_U6" not in self.book.names else "U7a"
        shown: dict[tuple[str, str], Value] = {}
        lines = zip(self.book.column("dupak_kode_baris"), self.book.column("dupak_uraian"), strict=True)
        for row, (code, words) in enumerate(lines, top):
            if (line := _KODE.match(str(code))) and (baru := self._baris(row, str(code))):
                shown["blok" if line[1] == blok else line[1], str(words)] = baru
        per_uraian = self.hitung.baru_per_uraian().items()
        expected = {(sub, str(self.uraian.get(words, words))): ak for (sub, words), ak in per_uraian if ak != 0}
        for key in shown.keys() | expected.keys():
            self.sama(f"DUPAK {key}", shown.get(key, ""), expected.get(key, ""))

    def _baris(self, row: int, code: str) -> Value:
        """One line of the instansi and of the Tim Penilai; returns BARU."""
        baru = self.book.values["DUPAK", f"F{row}"]
        usul = self.orang.data.get("penilaian_tim") == "Sama dengan usul"
        tim = self.orang.koreksi.get(code, _nilai(baru) if usul else "")
        lama: Nilai = self.orang.lama.get(code, "")
        values = (lama, jumlah((lama, _nilai(baru))), lama, tim, jumlah((lama, tim)))
        self.baris("DUPAK", "EGHIJ", row, values)
        return baru

    def _pak(self) -> None:
        tim = self.hitung.tim
        for words, nama in (PAK[self.orang.jabatan] | JUMLAH).items():
            values = (tim(part, nama) for part in ("lama", "baru", "jumlah"))
            self.baris("PAK", "FGH", self.book.row("PAK", words), values)

    def _berita_acara(self) -> None:
        """The claim before and after the assessment, and what was added or left out."""
        for words, nama in (PAK[self.orang.jabatan] | JUMLAH).items():
            at = self.book.row("Berita Acara", rf"([a-c]\. )?{re.escape(words)}")
            before, after = self.hitung.dupak("jumlah", nama), self.hitung.tim("jumlah", nama)
            error = next((each for each in (before, after) if isinstance(each, str)), None)
            self.baris("Berita Acara", "FHI", at, (before, after, error or Decimal(after) - Decimal(before)))

    def _alih(self) -> None:
        """PMB keterampilan to keahlian: the old credit, and 65% of what counts."""
        for words, (names, counts) in PAK_ALIH.items() if self.maka.alih() else ():
            old = self.maka.alih_baris(names)
            share = (tabel.ALIH, old if isinstance(old, str) else old * tabel.ALIH) if counts else ()
            self.baris("PAK Alih", "FGH"[: 1 + len(share)], self.book.row("PAK Alih", words), (old, *share))

    def _surat(self) -> None:
        """Credits as numbers and in words, in the letters and decisions; the list attached to the pengusulan."""
        for sheet, values in self.maka.kata().items():
            self.baris(sheet, "GH", self.book.row(sheet, "|".join(_ANGKA)), values)
        credits = (self.hitung.dupak(part, "semua") or "" for part in ("baru", "jumlah"))
        self.baris("Pengusulan", "IJ", self.book.row("Pengusulan", r"1\.0", "A"), credits)

    def _coret(self) -> None:
        """Struck out: DAPAT or TIDAK DAPAT by what is short; ATAS or BAWAH where the block holds the other alone."""
        pak = self.maka.pak()
        short = pak["pak_kurang"] if pak["pak_periksa"] == "Beres" else ""
        up, down = (self.hitung.arah(far) > 0 for far in (1, -1))
        expected = {"DAPAT": isinstance(short, Decimal) and short > 0, "TIDAK DAPAT": short == 0}
        expected |= {"DI ATAS": down and not up, "DI BAWAH": up and not down}
        words = {str(self.book.values[place]): place for place in self.book.struck}
        assert words.keys() == expected.keys(), words
        for word, place in words.items():
            self.coret(*place, expected[word])


def _nilai(value: Value) -> Nilai:
    return Decimal(repr(value)) if isinstance(value, float) else str(value)


def _keterangan(row: Baris) -> str:
    """The evidence, the assignment, and the factor and share that make column 7 less than 5 x 6."""
    kerja = row.kerja
    notes = [kerja.bukti, f"; penugasan {kerja.penugasan}" if kerja.penugasan else ""]
    notes.append("; faktor 80%" if row.faktor == tabel.DI_ATAS else "")
    notes.append(f"; porsi {kerja.porsi * 100:.0f}%" if kerja.porsi is not None else "")
    return "".join(notes)
