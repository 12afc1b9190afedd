"""What the sheet Proyeksi of a conventional form must show: months at the pace of the period, periods April and October
(PMB Lampiran VI.B.2), their deadlines two months earlier, five years until the suspension (Assessor Pasal 33 (1))."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from fractions import Fraction

from . import tabel
from .hitung import Nilai
from .penetapan import Penetapan
from .tabel import AMBANG

Maka = Fraction | Decimal | date | str
TIDAK = "tidak, dengan laju ini"
NAMA = ("kumulatif", "utama", "profesi")


class Proyeksi:
    def __init__(self, maka: Penetapan) -> None:
        self.maka, self.data = maka, maka.data
        self.tim = maka.hitung.tim if self.data.get("penilaian_tim") else maka.hitung.dupak
        self.golongan = str(self.data.get("golongan", ""))
        ladder = maka.ladder
        last = self.golongan in ("", ladder[-1])
        self.goal = "" if last else ladder[ladder.index(self.golongan) + 1]
        self.pada: date | str = self.data.get("masa_sampai", "")
        total = self.tim("jumlah", "semua")
        self.ak: Nilai = "" if isinstance(total, str) or total == 0 else total
        self.laju = self._laju()

    def _laju(self) -> dict[str, Nilai]:
        """Credit a year of the parts and of all; the period of everybody here is the whole of 2016."""
        sums = {nama: self.tim("baru", kunci) for nama, kunci in (("utama", "utama"), ("sekolah", "U1a"))}
        sums |= {"profesi": self.tim("baru", "U5"), "penunjang": self.tim("baru", "penunjang")}
        known = "masa_dari" in self.data and "masa_sampai" in self.data

        def less(first: str, *others: str) -> Nilai:
            values = [sums[nama] for nama in (first, *others)]
            if not known or any(isinstance(value, str) for value in values):
                return ""
            return Decimal(values[0]) - sum(Decimal(value) for value in values[1:])

        found = {"tugas": less("utama", "sekolah", "profesi"), "profesi": less("profesi")}
        found["penunjang"] = less("penunjang")
        told = [value for value in found.values() if isinstance(value, Decimal)]
        return found | {"laju": sum(told, Decimal(0)) if told else ""}

    def siap(self) -> bool:
        pace = self.laju["laju"]
        return all((self.golongan, self.pada, self.ak)) and isinstance(pace, Decimal) and pace > 0

    def sel(self) -> dict[str, Maka]:
        found: dict[str, Maka] = {"proyeksi_pada": self.pada, "proyeksi_ak": self.ak, "proyeksi_golongan": self.goal}
        found |= {f"proyeksi_{nama}": value for nama, value in self.laju.items()}
        if self.siap():
            found["proyeksi_siap"] = ""
        found |= self._unsur()
        found |= self._naik("", self.goal)
        found |= self._naik("_jenjang", self._golongan_jenjang())
        found["proyeksi_bebas"] = bebas = self._bebas()
        done = found["proyeksi_tanggal_capai"]
        found["proyeksi_lebih_dulu"] = ""
        if isinstance(bebas, date) and isinstance(done, date):
            found["proyeksi_lebih_dulu"] = "Sebelum tanggal itu" if done <= bebas else "SESUDAH tanggal itu"
        return found

    def _unsur(self) -> dict[str, Maka]:
        goal, maka = self.goal, self.maka
        assessor = maka.assessor and goal in tabel.PROFESI
        need: dict[str, Nilai] = {"kumulatif": AMBANG[goal] if goal else "", "utama": maka.utama_minimal(goal)}
        need["profesi"] = Decimal(tabel.PROFESI[goal]) if assessor else ""
        utama, sekolah = self.tim("jumlah", "utama"), self.tim("jumlah", "U1a")
        broken = isinstance(utama, str) or isinstance(sekolah, str)
        held: dict[str, Nilai] = {"kumulatif": self.ak, "utama": "" if broken else Decimal(utama) - Decimal(sekolah)}
        profesi = self.tim("jumlah", "U5")
        held["profesi"] = "" if isinstance(profesi, str) else profesi
        both = [value for value in (self.laju["tugas"], self.laju["profesi"]) if isinstance(value, Decimal)]
        pace = {"kumulatif": self.laju["laju"], "utama": sum(both, Decimal(0)), "profesi": self.laju["profesi"]}
        found: dict[str, Maka] = {}
        for nama in NAMA:
            asked, have = need[nama], held[nama]
            known = isinstance(asked, Decimal) and isinstance(have, Decimal)
            short = max(Decimal(0), Decimal(asked) - Decimal(have)) if known else ""
            found |= {f"proyeksi_perlu_{nama}": asked, f"proyeksi_ada_{nama}": have, f"proyeksi_kurang_{nama}": short}
            found[f"proyeksi_tercapai_{nama}"] = self._tercapai(short, pace[nama])
        days = [found[f"proyeksi_tercapai_{nama}"] for nama in NAMA]
        real = [day for day in days if isinstance(day, date)]
        found["proyeksi_unsur"] = "" if not real else TIDAK if TIDAK in days else max(real)
        return found

    def _tercapai(self, short: Nilai, pace: Nilai) -> date | str:
        if not self.siap() or isinstance(short, str):
            return ""
        assert isinstance(self.pada, date)
        if short == 0:
            return self.pada
        if isinstance(pace, str) or pace <= 0:
            return TIDAK
        return _sesudah(self.pada, -(-Fraction(short) * 12 // Fraction(pace)))

    def _golongan_jenjang(self) -> str:
        levels = list(self.maka.levels)
        at = levels.index(self.maka.orang.jenjang) + 1
        return self.maka.levels[levels[at]][0] if at < len(levels) else "-"

    def _naik(self, suffix: str, goal: str) -> dict[str, Maka]:
        """The rise to this golongan; '-' where there is no higher jenjang."""
        names = [f"proyeksi_{nama}{suffix}" for nama in ("ambang", "tanggal_capai", "periode")]
        if goal in ("", "-") or not self.siap():
            return dict.fromkeys(names, goal if goal == "-" else "")
        assert isinstance(self.ak, Decimal)
        day = self._tercapai(max(Decimal(0), AMBANG[goal] - self.ak), self.laju["laju"])
        assert isinstance(day, date)
        period = _periode(day)
        found: dict[str, Maka] = dict(zip(names, (AMBANG[goal], day, period), strict=True))
        if not suffix:
            limit = date(period.year, period.month - 3, 31)  # 31 January, 31 July
            late = day > limit
            found |= {"proyeksi_batas": limit, "proyeksi_nyata": _periode(_sesudah(period, 1)) if late else period}
        return found

    def _bebas(self) -> date | str:
        if not self.maka.assessor:
            return "tidak ada dalam naskah"
        if self.golongan in ("", "IV/e"):
            return "kewajiban setiap tahun" if self.golongan else ""
        if "tmt_golongan" not in self.data or "tmt_jabatan" not in self.data:
            return "isi kedua TMT"
        tmt = max(self.data["tmt_golongan"], self.data["tmt_jabatan"])
        return date(tmt.year + 5, tmt.month, tmt.day)


def _sesudah(day: date, months: int | Fraction) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + int(months), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _periode(day: date) -> date:
    starts = (date(year, month, 1) for year in (day.year, day.year + 1) for month in (4, 10))
    return next(start for start in starts if start >= day)
