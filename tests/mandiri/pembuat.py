"""People made up for the conventional forms, by number. Names, NIP and every credit are plainly synthetic."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from . import tabel
from .hitung import Hitung
from .orang import AKHIR, AWAL, Butir, Kerja, Orang, sub_unsur
from .tabel import ASSESSOR, PMB, SUB

CARA = ("lengkap", "tepat", "jarang", "galat", "koreksi", "pindah", "bersama", "kosong")  # kinds of people
GALAT = ("dua_di_atas", "negatif", "tak_dikenal", "tanpa_ak", "teks")
_SATUAN = ("0.00033", "0.0125", "0.047", "0.1", "0.125", "0.5", "0.75", "1.5")


def orang(jabatan: str, jenjang: str, nomor: int) -> Orang:
    """Person `nomor` (0, 1, ...) of the jenjang: kinds and golongan ruang go round."""
    return _Pembuat(jabatan, jenjang, nomor).buat()


class _Pembuat:
    def __init__(self, jabatan: str, jenjang: str, nomor: int) -> None:
        self.rng, self.siapa = random.Random(f"{jabatan} {jenjang} {nomor}"), (jabatan, jenjang)
        self.orang = Orang(jabatan, jenjang, CARA[nomor % len(CARA)])
        self.nomor = nomor
        self.levels = list(tabel.tangga(jabatan, jenjang))

    def buat(self) -> Orang:
        cara = self.orang.cara
        self.orang.lampiran = self.lampiran()
        if cara == "kosong":
            if self.nomor % 2:  # nothing but LAMA
                self.orang.data = {"nama": "CONTOH KOSONG", "golongan_tujuan": tabel.golongan(*self.siapa)[1]}
                self.lamakan()
            return self.orang
        if cara == "jarang":
            self.orang.data = dict(self.rng.sample(list(self.data().items()), 6))
            self.kerjakan(2)
            self.samakan()
            return self.orang
        self.orang.data = self.data()
        if cara != "pindah":
            self.lamakan()
        self.kerjakan(8 if cara == "lengkap" else 6)
        if cara in ("lengkap", "galat", "bersama"):
            self.cela()
        if cara == "galat":
            self.orang.kerja.insert(2, self.galat(GALAT[(self.nomor // len(CARA) + len(self.orang.jenjang)) % 5]))
        self.samakan()
        if cara == "koreksi":
            self.koreksi()
        if cara in ("tepat", "koreksi"):
            self.tepatkan()
        return self.orang

    def data(self) -> dict[str, Any]:
        rng, ladder = self.rng, tabel.golongan(self.orang.jabatan, self.orang.jenjang)
        own = tabel.tangga(self.orang.jabatan, self.orang.jenjang)[self.orang.jenjang]
        golongan = own[self.nomor % len(own)] if rng.random() < 0.5 else ladder[self.nomor % len(ladder)]
        born = date(rng.randrange(1962, 1992), rng.randrange(1, 13), rng.randrange(1, 29))
        male = rng.random() < 0.5
        following = ladder[min(ladder.index(golongan) + 1, len(ladder) - 1)]
        found: dict[str, Any] = {
            "nama": f"CONTOH ORANG {self.nomor}",
            "nip": f"{born:%Y%m%d}201501{1 if male else 2}{990 + self.nomor % 10}",
            "tanggal_lahir": born,
            "jenis_kelamin": "Laki-laki" if male else "Perempuan",
            "golongan": golongan,
            "masa_dari": AWAL,
            "masa_sampai": AKHIR,
            "penilaian_tim": "Diketik per baris" if self.orang.cara == "koreksi" else "Sama dengan usul",
            "sk_tanggal": date(rng.randrange(2012, 2018), rng.randrange(1, 13), 15),
        }
        found["ijazah"] = rng.choice(tabel.IJAZAH_KOMPOSISI if self.orang.jabatan == ASSESSOR else list(tabel.IJAZAH))
        if self.orang.cara in ("tepat", "koreksi") or rng.random() < 0.85:
            found["golongan_tujuan"] = rng.choice([following, rng.choice(ladder), ladder[-1]])
        if self.nomor % 3:
            found |= {"tmt_golongan": date(2011 + self.nomor % 5, 4, 1), "tmt_jabatan": date(2013, 10, 1)}
        if tabel.kategori(self.orang.jabatan, self.orang.jenjang) == tabel.KETERAMPILAN and rng.random() < 0.8:
            found["alih_ijazah"] = rng.choice(["S1", "D.IV"])
        return found

    def lampiran(self) -> dict[str, Butir]:
        """The credits typed into Lampiran; PMB has none to type, so three butir of the officer's own."""
        if self.orang.jabatan == ASSESSOR:
            known = {kode: (tabel.MILIK[kode.split("-")[0]], *row) for kode, row in tabel.BUTIR.items()}
            return {kode: Butir(whose, sub, Decimal(ak)) for kode, (whose, sub, ak) in known.items()}
        own = self.levels.index(self.orang.jenjang)
        found = {}
        for kode, at in (("LAB-1", own), ("LAB-2", own + 1), ("LAB-3", own - 1)):
            if 0 <= at < len(self.levels):
                sub = "U2c" if at == own else ""
                ak = Decimal(self.rng.choice(_SATUAN))
                found[kode] = Butir(self.levels[at], sub, ak, f"Butir contoh {kode}", sendiri=True)
        return found

    def lamakan(self) -> None:
        """LAMA of some lines; of a few the words too."""
        rng, subs = self.rng, SUB[self.orang.jabatan]
        ijazah = self.orang.data.get("ijazah", "S1")
        self.orang.lama["U1a1"] = Decimal(tabel.IJAZAH[ijazah])
        for sub in rng.sample(list(subs), 8):
            line = f"{sub}{rng.randrange(1, subs[sub] + 1) if self.bebas(sub) else 1}"
            self.orang.lama.setdefault(line, Decimal(rng.randrange(1, 40000)) / 1000)
            if self.bebas(sub) and rng.random() < 0.4:
                self.orang.uraian_lama[line] = f"Uraian lama {line}"

    def bebas(self, sub: str) -> bool:
        """Whether every line of the sub unsur is free in every jenjang: nothing is printed on it."""
        return sub[:2] in ("U1", "U5", "P1") or (self.orang.jabatan == PMB and sub != "U2b")

    def kerjakan(self, banyak: int) -> None:
        """Work of every kind: own butir with and without kode, others' jenjang, profesi, diklat, penunjang."""
        rng = self.rng
        self.orang.kerja += [self.berkode() for _ in range(rng.randrange(2, banyak + 1))]
        self.orang.kerja += [self.diketik(sub) for sub in rng.sample(list(SUB[self.orang.jabatan]), banyak - 1)]
        self.orang.kerja += [self.lain(rng.choice((-1, 1))) for _ in range(3)]
        if self.orang.cara == "bersama":
            self.orang.kerja += [self.diketik("U5a") for _ in range(2)]
        rng.shuffle(self.orang.kerja)

    def berkode(self) -> Kerja:
        """A butir by its kode: of the own jenjang, one above or one below; of Assessor any below."""
        own = self.levels.index(self.orang.jenjang)
        low = 0 if self.orang.jabatan == ASSESSOR else own - 1
        near = [kode for kode, row in self.orang.lampiran.items() if low <= self.levels.index(row.jenjang) <= own + 1]
        near += [kode for kode, (level, _) in tabel.TERCETAK.items() if self._dekat(level, own)] * 2
        made = self.kerja()
        made.kode = self.rng.choice(near)
        made.penugasan = f"ST.{self.rng.randrange(100)}/CONTOH"
        return made

    def _dekat(self, level: str, own: int) -> bool:
        return self.orang.jabatan == PMB and level in self.levels and abs(self.levels.index(level) - own) <= 1

    def diketik(self, sub: str) -> Kerja:
        """Work without a kode, on a line of this sub unsur; now and then the line is typed too."""
        made = self.kerja()
        made.sub, made.ak = sub, Decimal(self.rng.choice(_SATUAN))
        made.uraian, made.satuan = f"Kegiatan contoh {sub}", self.rng.choice(["Laporan", "Contoh", ""])
        if self.bebas(sub) and self.rng.random() < 0.2:
            made.baris = next(
                (
                    f"{sub}{n}"
                    for n in range(1, SUB[self.orang.jabatan][sub] + 1)
                    if f"{sub}{n}" not in self.orang.uraian_lama
                ),
                "",
            )
        if sub == "U5a" and self.orang.jabatan == ASSESSOR:
            made.porsi = Decimal(self.rng.choice(tabel.PORSI))
        return made

    def lain(self, jauh: int) -> Kerja:
        """Work without a kode that belongs to the jenjang next above or below, where there is one."""
        at = self.levels.index(self.orang.jenjang) + jauh
        if not 0 <= at < len(self.levels):
            at -= 2 * jauh
        if not 0 <= at < len(self.levels):
            return self.diketik("U3a")
        made = self.kerja()
        made.ak, made.jenjang, made.penugasan = Decimal(self.rng.choice(_SATUAN)), self.levels[at], "ST.7/CONTOH"
        made.uraian = f"Kegiatan contoh milik {made.jenjang}"
        return made

    def kerja(self) -> Kerja:
        rng = self.rng
        volume = Decimal(rng.randrange(1, 4000)) / 10 if rng.random() < 0.3 else rng.randrange(1, 120)
        day = AWAL + timedelta(days=rng.randrange(366))
        return Kerja(volume=volume, tanggal=day, bukti=f"Laporan contoh {rng.randrange(10**6)}")

    def samakan(self) -> None:
        """No more words in a sub unsur than it has lines: some share theirs, some those of the previous PAK."""
        known: dict[str, list[str]] = {}
        for line, words in self.orang.uraian_lama.items():
            known.setdefault(sub_unsur(line), []).append(words)
        for row in self.orang.kerja:
            if row.baris and row.uraian not in known.setdefault(row.sub, []):
                known[row.sub].append(row.uraian)
        for number, row in enumerate(self.orang.kerja):
            if row.sub and not row.baris and self.bebas(row.sub):
                words, here = f"{row.uraian} nomor {number % 3}", known.setdefault(row.sub, [])
                if words not in here and len(here) >= SUB[self.orang.jabatan][row.sub]:
                    words = here[0]
                row.uraian = words
                here += [] if words in here else [words]

    def cela(self) -> None:
        """What the form must say in words though the credit counts: no evidence, a day outside, no assignment."""
        rows = [row for row in self.orang.kerja if row.ak is not None or row.kode]
        for row, what in zip(rows, ("bukti", "tanggal", "penugasan", "volume"), strict=False):
            if what == "bukti":
                row.bukti = ""
            elif what == "tanggal":
                row.tanggal = AKHIR + timedelta(days=1)
            elif what == "penugasan":
                row.penugasan = ""
            else:
                row.volume = None

    def galat(self, jenis: str) -> Kerja:
        """A row whose credit is an error; `teks`: a volume that is no number."""
        made = self.diketik("U3a")
        made.porsi, made.baris = None, ""
        own = self.levels.index(self.orang.jenjang)
        if jenis == "dua_di_atas" and own + 2 < len(self.levels):
            made.jenjang, made.sub = self.levels[own + 2], ""
        elif jenis == "tak_dikenal":
            made = self.berkode()
            made.kode = "TIDAK-ADA-1"
        elif jenis == "tanpa_ak" and self.orang.jabatan == ASSESSOR:
            made = self.berkode()
            made.kode = f"{next(p for p, level in tabel.MILIK.items() if level == self.orang.jenjang)}-1"
            self.orang.lampiran.pop(made.kode, None)
            self.orang.kerja = [row for row in self.orang.kerja if row.kode != made.kode]
        elif jenis == "teks":
            made.volume = "dua belas"
        else:
            made.volume = -3
        return made

    def koreksi(self) -> None:
        """The Tim Penilai types BARU of some lines, with and without LAMA."""
        lines = [line for line in self.orang.lama if self.bebas(sub_unsur(line))]
        lines += [row.baris for row in self.orang.kerja if row.baris]
        for line in lines[:4]:
            self.orang.koreksi[line] = Decimal(self.rng.randrange(0, 5000)) / 1000

    def tepatkan(self) -> None:
        """LAMA such that the sum is the next threshold: exactly, or a thousandth beside it."""
        data, ladder = self.orang.data, tabel.golongan(*self.siapa)
        total = Hitung(self.orang).tim("jumlah", "semua")
        assert isinstance(total, Decimal)
        data["golongan_tujuan"] = next((each for each in ladder if tabel.AMBANG[each] > total + 1), ladder[-1])
        beside = Decimal((0, -1, 1)[self.nomor // len(CARA) % 3]) / 1000
        missing = tabel.AMBANG[data["golongan_tujuan"]] + beside - total
        if missing > 0:
            self.orang.lama["U3a1"] = self.orang.lama.get("U3a1", Decimal(0)) + missing
        wrong = self.rng.choice([Decimal(0), Decimal(0), Decimal("0.5")])
        data["pak_lama_jumlah"] = sum(self.orang.lama.values(), wrong)
