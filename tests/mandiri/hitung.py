"""What the sheets Kegiatan, surat pernyataan and DUPAK must show for a person, by the texts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from . import tabel
from .orang import AKHIR, AWAL, Kerja, Orang, sub_unsur

Nilai = Decimal | str  # '' where nothing is shown; '#NUM!' an error


def jumlah(nilai: Iterable[Nilai]) -> Nilai:
    """The sum; the first error where there is one; what shows nothing counts nothing."""
    total = Decimal(0)
    for each in nilai:
        if isinstance(each, str):
            if each:
                return each
        else:
            total += each
    return total


class Baris(NamedTuple):
    """What a row of Kegiatan comes to."""

    kerja: Kerja
    jenjang: str  # whose butir; '' where nobody asks
    letak: str  # the sub unsur of the DUPAK, or 'blok'; '' where there is none
    satuan: Nilai
    faktor: Nilai
    ak: Nilai
    urut: str  # T3: third row of the surat pernyataan of tugas pokok


def _sebutan(row: Baris) -> str:
    """What tells one line's activities from another's: the kode, else the words."""
    return row.kerja.kode or row.kerja.uraian


class Hitung:
    """Of one person: the rows, and the sums of the DUPAK by LAMA, BARU, JUMLAH."""

    def __init__(self, orang: Orang) -> None:
        self.orang = orang
        self.levels = list(tabel.tangga(orang.jabatan, orang.jenjang))

    @cached_property
    def rows(self) -> list[Baris]:
        found: list[Baris] = []
        count = dict.fromkeys("PTRN", 0)
        for kerja in self.orang.baris:
            jenjang, letak, satuan = self._milik(kerja)
            asked = bool(kerja.kode) or kerja.ak is not None
            urut = ""
            if asked and letak:
                surat = tabel.SURAT.get(letak[:2], "T")
                count[surat] += 1
                urut = f"{surat}{count[surat]}"
            faktor = self._faktor(jenjang) if asked else ""
            ak = self._kredit(kerja, satuan, faktor) if asked else ""
            found.append(Baris(kerja, jenjang, letak, satuan, faktor, ak, urut))
        return found

    def _milik(self, kerja: Kerja) -> tuple[str, str, Nilai]:
        """Whose butir it is, where it stands on the DUPAK, the credit of one unit."""
        own = self.orang.jenjang
        if not kerja.kode:
            jenjang = kerja.jenjang or own
            line = sub_unsur(kerja.baris)
            return jenjang, "blok" if jenjang != own else kerja.sub or line, "" if kerja.ak is None else kerja.ak
        if kerja.kode in tabel.TERCETAK and self.orang.jabatan == tabel.PMB:
            jenjang, ak = tabel.TERCETAK[kerja.kode]
            sub = {"MADYA-III.2.a": "U2e", "PERTAMA-III.2.b": "U2b"}[kerja.kode]
            return jenjang, sub if jenjang == own else "blok", Decimal(ak)
        if butir := self.orang.lampiran.get(kerja.kode):
            return butir.jenjang, butir.sub if butir.jenjang == own else "blok", butir.ak
        if kerja.kode in tabel.BUTIR:  # of the own jenjang, its credit not typed
            return own, tabel.BUTIR[kerja.kode][0], ""
        return (own, "U2i", "") if kerja.kode.split("-")[0] in tabel.MILIK else (own, "", "")

    def _faktor(self, jenjang: str) -> Nilai:
        """PMB: one above 80%, one below 100%, no further. Assessor: any below 100% (Pasal 10 b without 'satu')."""
        far = self.levels.index(jenjang) - self.levels.index(self.orang.jenjang)
        if far > 1 or (far < -1 and self.orang.jabatan == tabel.PMB):
            return "#NUM!"
        return tabel.DI_ATAS if far == 1 else tabel.DI_BAWAH

    def _kredit(self, kerja: Kerja, satuan: Nilai, faktor: Nilai) -> Nilai:
        if isinstance(satuan, str) or (isinstance(kerja.volume, str) and kerja.volume):
            return "#VALUE!"
        volume = Decimal(kerja.volume or 0)
        if volume < 0 or isinstance(faktor, str):
            return "#NUM!"
        return satuan * volume * faktor * (kerja.porsi if kerja.porsi is not None else 1)

    def periksa(self, number: int) -> str | None:
        """What PERIKSA says of the row; None where its own words are many."""
        row = self.rows[number]
        kerja, asked = row.kerja, bool(row.kerja.kode) or row.kerja.ak is not None
        if not asked:
            return "Beres"
        if isinstance(row.ak, str) or not row.letak:
            return None
        where = self.orang.data
        if not kerja.volume:
            return "Isi volume"
        if "masa_dari" in where and "masa_sampai" in where and not AWAL <= (kerja.tanggal or AWAL) <= AKHIR:
            return "Tanggal di luar masa penilaian"
        if not kerja.bukti:
            return "Isi bukti fisik"
        if row.jenjang != self.orang.jenjang and not kerja.penugasan:
            return "Butir jenjang lain: isi nomor surat penugasan"
        return "Beres"

    @property
    def salah(self) -> int:
        """How many rows need a look: the PAK decides nothing then."""
        return sum(self.periksa(number) != "Beres" for number in range(len(self.rows)))

    @cached_property
    def _kredit_baris(self) -> list[tuple[str, str, Nilai]]:
        """(sub unsur, the line where it is known here, credit) of every row of the DUPAK that has credit."""
        return [(row.letak, self._baris_dupak(row), row.ak) for row in self.rows if row.letak and row.ak != ""]

    def _baris_dupak(self, row: Baris) -> str:
        """The line: as typed, or the one whose words it shares, or the free line that its words come to in order."""
        sub = row.letak
        here = [each for each in self.rows if each.letak == sub]
        typed = {_sebutan(each): each.kerja.baris for each in reversed(here) if each.kerja.baris}
        if row.kerja.baris or _sebutan(row) in typed:
            return row.kerja.baris or typed[_sebutan(row)]
        lines = [f"{sub}{number}" for number in range(1, tabel.SUB[self.orang.jabatan].get(sub, 0) + 1)]
        free = [line for line in lines if line not in typed.values()]
        words = list(dict.fromkeys(_sebutan(each) for each in here if _sebutan(each) not in typed))
        at = words.index(_sebutan(row))
        return free[min(at, len(free) - 1)] if free else f"{sub}?"  # the last free line is shared

    def _ada(self, sub: str, nama: str) -> bool:
        """Whether the sub unsur counts in this sum: itself, its unsur, utama, penunjang, semua, blok."""
        group = "penunjang" if sub.startswith("P") else "utama"
        return nama in (sub, sub[:2], group, "semua") if sub != "blok" else nama in ("blok", "utama", "semua")

    def dupak(self, kolom: str, nama: str) -> Nilai:
        """LAMA, BARU or JUMLAH of the instansi pengusul; an error of BARU shows in JUMLAH too."""
        baru = jumlah(ak for sub, _, ak in self._kredit_baris if self._ada(sub, nama))
        return self._kolom(kolom, nama, baru)

    def tim(self, kolom: str, nama: str) -> Nilai:
        """The same of the Tim Penilai: what it typed for a line, else the claim where it takes that over."""
        koreksi = self.orang.koreksi
        same = self.orang.data.get("penilaian_tim") == "Sama dengan usul"
        kept = [ak for sub, line, ak in self._kredit_baris if self._ada(sub, nama) and same and line not in koreksi]
        typed = [value for line, value in koreksi.items() if self._ada(sub_unsur(line), nama)]
        return self._kolom(kolom, nama, jumlah([*kept, *typed]))

    def _kolom(self, kolom: str, nama: str, baru: Nilai) -> Nilai:
        if kolom == "baru":
            return baru
        lama = jumlah(v for line, v in self.orang.lama.items() if self._ada(sub_unsur(line), nama))
        return lama if kolom == "lama" else jumlah((lama, baru))

    def baru_per_uraian(self) -> dict[tuple[str, str], Nilai]:
        """BARU of each line of the DUPAK, by its sub unsur and its words (or kode)."""
        found: dict[tuple[str, str], list[Nilai]] = {}
        for row in self.rows:
            if row.letak and row.ak != "":
                found.setdefault((row.letak, _sebutan(row)), []).append(row.ak)
        return {key: jumlah(values) for key, values in found.items()}

    def arah(self, jauh: int) -> int:
        """How many rows are of a jenjang above (1) or below (-1)."""
        own = self.levels.index(self.orang.jenjang)
        far = [self.levels.index(row.jenjang) - own for row in self.rows if row.letak == "blok"]
        return sum((each > 0) == (jauh > 0) for each in far if each)
