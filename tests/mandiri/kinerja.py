"""The regime since 2023 and AMMI's, for people made up by number: every rule by its own words, in exact fractions.

Typed from Permen PUPR 4/2024 Pasal 46 (koefisien, predikat) and Peraturan BKN 3/2023 (the rest); for AMMI from Perka
BKN 20/2016 Lampiran IV.A, its bands from a sibling jabatan of the same drafting family (one source)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from .tabel import PANGKAT

KOEFISIEN = {
    "Pemula": "3.75",
    "Terampil": "5",
    "Mahir": "12.5",
    "Penyelia": "25",
    "Ahli Pertama": "12.5",
    "Ahli Muda": "25",
    "Ahli Madya": "37.5",
    "Ahli Utama": "50",
}
KONVENSIONAL = 4  # rows of the sheet Riwayat above all others, for PAK until 2018
PERSEN = {"Sangat Baik": 150, "Baik": 100, "Butuh Perbaikan": 75, "Cukup": 75, "Kurang": 50, "Sangat Kurang": 25}
GOLONGAN = {
    "Pemula": ["II/a"],
    "Terampil": ["II/b", "II/c", "II/d"],
    "Mahir": ["III/a", "III/b"],
    "Penyelia": ["III/c", "III/d"],
    "Ahli Pertama": ["III/a", "III/b"],
    "Ahli Muda": ["III/c", "III/d"],
    "Ahli Madya": ["IV/a", "IV/b", "IV/c"],
    "Ahli Utama": ["IV/d", "IV/e"],
}
PASANGAN = [(jenjang, golongan) for jenjang, own in GOLONGAN.items() for golongan in own]
SATU_PANGKAT = {"Pemula": 15, "Terampil": 20, "Mahir": 50, "Penyelia": 100, "Ahli Pertama": 50, "Ahli Muda": 100}
SATU_PANGKAT |= {"Ahli Madya": 150, "Ahli Utama": 200}
NAIK_JENJANG = {"Pemula": 15, "Terampil": 60, "Mahir": 100, "Ahli Pertama": 100, "Ahli Muda": 200, "Ahli Madya": 450}
SESUDAH = {"Pemula": "Terampil", "Terampil": "Mahir", "Mahir": "Penyelia", "Ahli Pertama": "Ahli Muda"}
SESUDAH |= {"Ahli Muda": "Ahli Madya", "Ahli Madya": "Ahli Utama"}
SEBELUM = {after: before for before, after in SESUDAH.items()}
AK_DASAR = {"III/a": 0, "III/b": 50, "III/c": 0, "III/d": 100, "IV/a": 0, "IV/b": 150, "IV/c": 300, "IV/d": 0}
AMBANG = {"III/a": 50, "III/b": 100, "III/c": 100, "III/d": 200, "IV/a": 150, "IV/b": 300, "IV/c": 450, "IV/d": 200}
NILAI_DASAR = {"III/a": 100, "III/b": 100, "III/c": 200, "III/d": 200, "IV/a": 400, "IV/b": 400, "IV/c": 400}
NILAI_DASAR |= {"IV/d": 850, "IV/e": 850}

AMMI = {"Ahli Pertama": 100, "Ahli Muda": 200, "Ahli Madya": 450}  # jenjang -> credit for the next one
AMMI_KODE = {"Ahli Pertama": "PERTAMA", "Ahli Muda": "MUDA", "Ahli Madya": "MADYA", "Ahli Utama": "UTAMA"}
RENTANG = ((91, 100, 150), (76, 90, 125), (61, 75, 100), (51, 60, 75), (0, 50, 50))  # from, to, percent

Nilai = Fraction | str | date


@dataclass
class Masa:
    """A row of the history: a year or part of one at one jenjang."""

    tahun: int
    jenjang: str
    golongan: str
    predikat: str
    bulan: int | None = None
    lama: str | None = None
    pak: str = ""


@dataclass
class Orang:
    data: dict[str, Any] = field(default_factory=dict)
    riwayat: list[Masa] = field(default_factory=list)


@dataclass
class OrangAmmi:
    jenjang: str
    data: dict[str, Any] = field(default_factory=dict)
    tahun: list[tuple[int, str, str]] = field(default_factory=list)  # year, nilai kinerja, its own minimum or ''
    kegiatan: list[tuple[str, int]] = field(default_factory=list)  # kode, year


@dataclass
class Baris:
    """What a row of Riwayat comes to; `nomor` is its number there."""

    nomor: int
    tahun: int
    jenjang: str
    pak: str
    awal: Fraction
    ak: Fraction
    predikat: str = ""
    persen: str = ""
    bulan: int = 12

    @property
    def hasil(self) -> Fraction:
        return self.awal + self.ak

    @property
    def koefisien(self) -> Fraction | str:
        return Fraction(KOEFISIEN[self.jenjang]) if self.predikat else ""


class Hitung:
    """Of one person of the regime since 2023."""

    def __init__(self, orang: Orang) -> None:
        self.data, self.rows = orang.data, list(_baris(orang))
        self.jenjang, self.golongan = str(self.data.get("jenjang", "")), str(self.data.get("golongan", ""))
        others = [at for at, row in enumerate(self.rows, 1) if row.jenjang != self.jenjang]
        self.aktif = self.rows[max(others, default=0) :]

    @property
    def awal(self) -> Fraction:
        """What there was when the jenjang began."""
        if self.aktif:
            return self.aktif[0].awal
        return Fraction(AK_DASAR.get(self.golongan, 0)) if self.jenjang.startswith("Ahli") else Fraction(0)

    def penetapan(self) -> list[tuple[Nilai, Nilai]]:
        """LAMA and BARU of the six rows; '' where nothing is shown."""
        pak = self.aktif[0].pak if self.aktif else "Baru"
        rows: list[tuple[Nilai, Nilai]] = [(self.awal, "") if pak == "Lama" else ("", self.awal)]
        rows.append(self._jumlah(integrasi=True))
        rows.append((self._angka("penyetaraan_lama"), self._angka("penyetaraan_baru")))
        rows.append(self._jumlah(integrasi=False))
        quarter = Fraction(SATU_PANGKAT.get(self.jenjang, 0), 4)
        added = self.data.get("pendidikan_tambahan")
        rows.append((quarter if added == "Lama" else "", quarter if added == "Baru" else ""))
        rows.append((self._angka("lain_lama"), self._angka("lain_baru")))
        return rows

    def _jumlah(self, *, integrasi: bool) -> tuple[Fraction, Fraction]:
        rows = [row for row in self.aktif if (not row.predikat) == integrasi]
        lama, baru = (sum((row.ak for row in rows if row.pak == pak), Fraction(0)) for pak in ("Lama", "Baru"))
        return lama, baru

    def _angka(self, kunci: str) -> Nilai:
        return Fraction(self.data[kunci]) if kunci in self.data else ""

    @property
    def total(self) -> Fraction:
        return sum((each for row in self.penetapan() for each in row if isinstance(each, Fraction)), Fraction(0))

    def ambang_jenjang(self) -> Fraction | None:
        if self.jenjang == "Terampil" and self.data.get("golongan_masuk") == "II/c":
            return Fraction(40)
        return Fraction(NAIK_JENJANG[self.jenjang]) if self.jenjang in NAIK_JENJANG else None

    def ambang_pangkat(self) -> Fraction | None:
        if not self.golongan:
            return None
        own = GOLONGAN[self.jenjang]
        if self.golongan == own[-1]:
            return self.ambang_jenjang()
        if self.jenjang.startswith("Ahli"):
            return Fraction(AMBANG[self.golongan])
        entered = own.index(str(self.data.get("golongan_masuk", own[0])))
        return Fraction(SATU_PANGKAT[self.jenjang] * (own.index(self.golongan) - entered + 1))

    def tujuan(self) -> tuple[str, str, str]:
        """The next rank in words, the same as Proyeksi says it, and the next jenjang."""
        after, own = SESUDAH.get(self.jenjang, ""), GOLONGAN.get(self.jenjang, [""])
        inside = self.golongan != own[-1]
        if not inside and not after:
            return "", "", after
        golongan = own[own.index(self.golongan) + 1] if inside else GOLONGAN[after][0]
        words = golongan if inside else f"{golongan}, sesudah naik ke {after}"
        return f"{PANGKAT[golongan]}, golongan ruang {golongan}", words, after

    def proyeksi(self, ambang: Fraction | None) -> list[Nilai]:
        """Asked, short, a month's credit, months, the day, the period; '' where nobody asks or it is not known."""
        since, predikat = self.data.get("masa_sampai"), self.data.get("proyeksi_predikat")
        if ambang is None or since is None or predikat is None:
            return [""] * 6
        short, pace = max(Fraction(0), ambang - self.total), self.setahun() / 12
        months = -(-short // pace)
        year, month = divmod(since.year * 12 + since.month - 1 + int(months), 12)
        last = calendar.monthrange(year, month + 1)[1]
        ends = since.day == calendar.monthrange(since.year, since.month)[1]
        day = date(year, month + 1, last if ends else min(since.day, last))
        starts = (date(y, m, 1) for y in (day.year, day.year + 1) for m in (4, 10))
        return [ambang, short, pace, Fraction(months), day, next(start for start in starts if start >= day)]

    def setahun(self) -> Fraction:
        return Fraction(KOEFISIEN[self.jenjang]) * PERSEN[str(self.data["proyeksi_predikat"])] / 100


def _baris(orang: Orang) -> Iterator[Baris]:
    data = orang.data
    before, total = "", Fraction(0)
    if "integrasi_ak" in data:
        total = Fraction(data["integrasi_ak"]) - NILAI_DASAR[str(data["integrasi_golongan"])]
        before = str(data["integrasi_jenjang"])
        yield Baris(1, data["integrasi_tahun"], before, data["integrasi_pak"], Fraction(0), total)
    for nomor, row in enumerate(orang.riwayat, 2):
        if before != row.jenjang:
            based = AK_DASAR.get(row.golongan, 0) if row.jenjang.startswith("Ahli") else 0
            total = Fraction(based) if before else Fraction(row.lama or 0)
        months = row.bulan or 12
        credit = Fraction(KOEFISIEN[row.jenjang]) * PERSEN[row.predikat] / 100 * months / 12
        persen = f"{PERSEN[row.predikat]}%" if months == 12 else f"{months}/12 x {PERSEN[row.predikat]}%"
        yield Baris(nomor, row.tahun, row.jenjang, row.pak or "Baru", total, credit, row.predikat, persen, months)
        before, total = row.jenjang, total + credit


class HitungAmmi:
    """Of one person of AMMI."""

    def __init__(self, orang: OrangAmmi) -> None:
        self.orang, self.data = orang, orang.data

    def persen(self, nilai: str) -> Fraction | None:
        """None between the bands as they are printed."""
        grade = Fraction(nilai)
        return next((Fraction(percent, 100) for low, high, percent in RENTANG if low <= grade <= high), None)

    def tahun(self) -> list[tuple[Nilai, Nilai, Nilai]]:
        """Percent, minimum, credit of each year."""
        rows: list[tuple[Nilai, Nilai, Nilai]] = []
        for _, nilai, minimal in self.orang.tahun:
            used, share = minimal or self.data.get("ak_minimal", ""), self.persen(nilai)
            if not used:
                rows.append(("", "", "#VALUE!"))
            elif share is None:
                rows.append(("", Fraction(used), "#NUM!"))
            else:
                rows.append((share, Fraction(used), share * Fraction(used)))
        return rows

    @property
    def lama(self) -> Fraction:
        return Fraction(self.data.get("pak_lama_jumlah", 0))

    def jumlah(self, banyak: int | None = None) -> Nilai:
        """The credit of the first years; an error where one of them is."""
        credits = [ak for _, _, ak in self.tahun()[:banyak]]
        error = next((each for each in credits if isinstance(each, str)), None)
        return error or sum((each for each in credits if isinstance(each, Fraction)), Fraction(0))

    def ambang(self) -> tuple[Fraction | None, Fraction | None]:
        """For the next rank and the next jenjang; III/a to III/b is the only rank step that the text prints."""
        jenjang = AMMI.get(self.orang.jenjang)
        pangkat = Fraction(50) if self.data["golongan"] == "III/a" else None
        return pangkat, None if jenjang is None else Fraction(jenjang)
