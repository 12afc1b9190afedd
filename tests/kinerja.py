"""Performance workbooks for tests: generated people, what they come to, and a computed book read by name.

The tables are typed here from their sources (Permen PUPR 4/2024 Pasal 46, Peraturan BKN 3/2023), not read from the
package: this is the independent computation."""

from __future__ import annotations

import calendar
import io
import random
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import openpyxl

from angka_kredit.forms.kinerja.data import Isi, Masa

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
SATU_PANGKAT = {"Pemula": 15, "Terampil": 20, "Mahir": 50, "Penyelia": 100, "Ahli Pertama": 50, "Ahli Muda": 100}
SATU_PANGKAT |= {"Ahli Madya": 150, "Ahli Utama": 200}
NAIK_JENJANG = {"Pemula": 15, "Terampil": 60, "Mahir": 100, "Ahli Pertama": 100, "Ahli Muda": 200, "Ahli Madya": 450}
SEBELUM = {"Terampil": "Pemula", "Mahir": "Terampil", "Penyelia": "Mahir", "Ahli Muda": "Ahli Pertama"}
SEBELUM |= {"Ahli Madya": "Ahli Muda", "Ahli Utama": "Ahli Madya"}
AK_DASAR = {"III/a": 0, "III/b": 50, "III/c": 0, "III/d": 100, "IV/a": 0, "IV/b": 150, "IV/c": 300, "IV/d": 0}
AMBANG = {"III/a": 50, "III/b": 100, "III/c": 100, "III/d": 200, "IV/a": 150, "IV/b": 300, "IV/c": 450, "IV/d": 200}
NILAI_DASAR = {"III/a": 100, "III/b": 100, "III/c": 200, "III/d": 200, "IV/a": 400, "IV/b": 400, "IV/c": 400}
NILAI_DASAR |= {"IV/d": 850, "IV/e": 850}


@dataclass
class Hasil:
    """What a person comes to, in exact fractions; None where nothing is asked or known."""

    lama: Fraction
    baru: Fraction
    riwayat: list[Fraction]  # JUMLAH after each row
    pangkat: Fraction | None
    jenjang: Fraction | None
    naik_pangkat: date | None = None
    naik_jenjang: date | None = None

    @property
    def jumlah(self) -> Fraction:
        return self.lama + self.baru


def orang(seed: int) -> Isi:
    """A person of any jenjang; some with integrasi, some risen from the jenjang below, some entered higher."""
    rng = random.Random(seed)
    jenjang = list(GOLONGAN)[seed % len(GOLONGAN)]
    golongan = rng.choice(GOLONGAN[jenjang])
    data: dict[str, Any] = {"nama_jabatan": "Jabatan Contoh", "jenjang": jenjang, "golongan": golongan}
    data["masa_sampai"] = rng.choice([date(2026, 12, 31), date(2026, 6, 30), date(2026, 8, 30)])
    data["proyeksi_predikat"] = rng.choice(list(PERSEN))
    if jenjang == "Terampil" and golongan != "II/b" and rng.random() < 0.5:
        data["golongan_masuk"] = "II/c"
    rows: list[Masa] = []
    year = 2023
    if golongan in NILAI_DASAR and jenjang.startswith("Ahli") and rng.random() < 0.6:
        base = NILAI_DASAR[golongan]
        data |= {"integrasi_ak": base + rng.randrange(0, 90000) / 1000, "integrasi_tahun": 2022}
        data |= {"integrasi_golongan": golongan, "integrasi_jenjang": jenjang}
        data["integrasi_pak"] = rng.choice(["Lama", "Baru"])
    elif jenjang in SEBELUM and rng.random() < 0.6:
        below = SEBELUM[jenjang]
        rows.append(_masa(rng, year, below, GOLONGAN[below][-1], 12, lama=rng.choice([0, 10.5])))
        year += 1
    for _ in range(rng.randrange(1, 4)):
        first = rng.randrange(1, 12)
        parts = [12] if rng.random() < 0.5 else [first, 12 - first]
        rows += [_masa(rng, year, jenjang, golongan, months) for months in parts]
        year += 1
    if rng.random() < 0.3:
        data["pendidikan_tambahan"] = rng.choice(["Lama", "Baru"])
    if rng.random() < 0.3:
        data |= {"penyetaraan_lama": 3.125, "lain_baru": 0.1, "lain_uraian": "Lain"}
    return Isi(data=data, riwayat=tuple(rows))


def _masa(rng: random.Random, year: int, jenjang: str, golongan: str, bulan: int, lama: float | None = None) -> Masa:
    predikat, pak = rng.choice(list(PERSEN)), rng.choice(["", "Lama", "Baru"])
    return Masa(tahun=year, jenjang=jenjang, golongan=golongan, isi=predikat, bulan=bulan, lama=lama, pak=pak)  # type: ignore[arg-type]


def exact(number: Any) -> Fraction:
    return Fraction(str(number or 0))


def hitung(isi: Isi) -> Hasil:
    """The same person in fractions: every rule by its own words."""
    data, jenjang, golongan = isi.data, str(isi.data["jenjang"]), str(isi.data["golongan"])
    sums = {"Lama": Fraction(0), "Baru": Fraction(0)}
    totals: list[Fraction] = []
    before, total = "", Fraction(0)
    if "integrasi_ak" in data:
        total = exact(data["integrasi_ak"]) - NILAI_DASAR[str(data["integrasi_golongan"])]
        before = str(data["integrasi_jenjang"])
        sums[str(data["integrasi_pak"])] += total
    for row in isi.riwayat:
        pak = row.pak or "Baru"
        if before != row.jenjang:
            total = _awal(row) if before else exact(row.lama)
            sums = {"Lama": Fraction(0), "Baru": Fraction(0)}
            sums[pak] += total
        credit = exact(KOEFISIEN[row.jenjang]) * PERSEN[str(row.isi)] / 100 * (row.bulan or 12) / 12
        total, before = total + credit, row.jenjang
        sums[pak] += credit
        totals.append(total)
    if "pendidikan_tambahan" in data:
        sums[str(data["pendidikan_tambahan"])] += Fraction(SATU_PANGKAT[jenjang], 4)
    sums["Lama"] += exact(data.get("penyetaraan_lama"))
    sums["Baru"] += exact(data.get("lain_baru"))
    hasil = Hasil(sums["Lama"], sums["Baru"], totals, _pangkat(isi), _jenjang(isi))
    pace = exact(KOEFISIEN[jenjang]) * PERSEN[str(data["proyeksi_predikat"])] / 100 / 12
    since = data["masa_sampai"]
    assert isinstance(since, date) and golongan in GOLONGAN[jenjang]
    hasil.naik_pangkat = _periode(hasil.pangkat, hasil.jumlah, pace, since)
    hasil.naik_jenjang = _periode(hasil.jenjang, hasil.jumlah, pace, since)
    return hasil


def _awal(row: Masa) -> Fraction:
    return Fraction(AK_DASAR.get(row.golongan, 0)) if row.jenjang.startswith("Ahli") else Fraction(0)


def _jenjang(isi: Isi) -> Fraction | None:
    jenjang = str(isi.data["jenjang"])
    if jenjang == "Terampil" and isi.data.get("golongan_masuk") == "II/c":
        return Fraction(40)
    return Fraction(NAIK_JENJANG[jenjang]) if jenjang in NAIK_JENJANG else None


def _pangkat(isi: Isi) -> Fraction | None:
    jenjang, golongan = str(isi.data["jenjang"]), str(isi.data["golongan"])
    if golongan in ("IV/e",) or (jenjang, golongan) == ("Penyelia", "III/d"):
        return None
    if jenjang.startswith("Ahli"):
        return Fraction(AMBANG[golongan])
    own = GOLONGAN[jenjang]
    entered = own.index(str(isi.data.get("golongan_masuk", own[0])))
    return Fraction(SATU_PANGKAT[jenjang] * (own.index(golongan) - entered + 1))


def _periode(ambang: Fraction | None, ada: Fraction, pace: Fraction, since: date) -> date | None:
    if ambang is None:
        return None
    months = 0
    while ada + months * pace < ambang:
        months += 1
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    day = date(year, month + 1, min(since.day, calendar.monthrange(year, month + 1)[1]))
    starts = (date(y, m, 1) for y in (day.year, day.year + 1) for m in (4, 10))
    return next(start for start in starts if start >= day)


class Terhitung:
    """A computed workbook, read by the names of its cells."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)

    def __call__(self, nama: str) -> Any:
        return self.column(nama)[0]

    def column(self, nama: str) -> list[Any]:
        sheet, ref = self.book.defined_names[nama].attr_text.split("!")
        cells = self.book[sheet.strip("'")][ref.replace("$", "")]
        return [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
