"""What the summary, the PAK, the change to keahlian, the decisions and the letters must show for a person."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from . import tabel
from .hitung import Hitung, Nilai, jumlah
from .orang import Orang
from .tabel import AMBANG, ASSESSOR, KEAHLIAN, PMB
from .terbilang import terbilang

Angka = dict[str, Nilai]
KOSONG = f"({'.' * 24})"
DIKLAT, PENDIDIKAN = ("U1b", "U1c"), ("U1a",)
# rows of the PAK: words -> the sums of the DUPAK that they show
PAK = {
    PMB: {
        "Pendidikan sekolah": "U1a",
        "Diklat fungsional/teknis di bidang pengujian mutu barang": "U1b",
        "Diklat Prajabatan": "U1c",
        "Penjaminan Mutu Barang": "U2",
        "Pengembangan Pengujian/Kalibrasi": "U3",
        "Pengelolaan Organisasi Penjaminan Mutu Barang": "U4",
        "Pengembangan profesi": "U5",
        "Butir kegiatan jenjang jabatan di atas/di bawah": "blok",
        "Penunjang tugas Penguji Mutu Barang": "P1",
    },
    ASSESSOR: {
        "Pendidikan sekolah dan memperoleh ijazah/gelar": "U1a",
        "Pendidikan dan pelatihan fungsional di bidang penilaian kompetensi manajerial": "U1b",
        "Pendidikan dan pelatihan prajabatan": "U1c",
        "Penilaian kompetensi manajerial": "U2",
        "Monitoring dan evaluasi pelaksanaan penilaian dan pemanfaatan hasil penilaian": "U3",
        "Pengembangan sistem penilaian": "U4",
        "Pengembangan profesi": "U5",
        "Butir kegiatan jenjang jabatan di atas/di bawah": "blok",
        "Kegiatan penunjang Jabatan Fungsional Assessor": "P1",
    },
}
JUMLAH = {"JUMLAH UNSUR UTAMA": "utama", "JUMLAH UNSUR PENUNJANG": "penunjang"}
JUMLAH |= {"JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG": "semua"}
# rows of the PAK of the change to keahlian -> the sums, and whether 65% of them count (PMB Lampiran V.4)
PAK_ALIH: dict[str, tuple[tuple[str, ...], bool]] = {
    "Pendidikan sekolah sebelum ijazah yang diperoleh": (PENDIDIKAN, False),
    "Diklat fungsional/teknis di bidang pengujian mutu barang": (("U1b",), True),
    "Diklat Prajabatan": (("U1c",), True),
    "Pengujian mutu barang": (("U2", "U3", "U4", "blok"), True),
    "Pengembangan profesi": (("U5",), True),
    "Penunjang tugas": (("P1",), False),
}
_NAIK = "Pangkat harus ditetapkan dulu menjadi Penata Muda, golongan ruang III/a"


def less(have: Nilai, need: Nilai) -> Nilai:
    """What is short; '' where nothing is asked."""
    for each in (need, have):
        if isinstance(each, str):
            return each
    assert isinstance(need, Decimal) and isinstance(have, Decimal)
    return max(Decimal(0), need - have)


def jenjang_dari(ak: Decimal, levels: dict[str, tuple[str, ...]], none: str) -> str:
    """The highest jenjang whose lowest golongan's threshold is reached (PMB II.B.4-5; Assessor Pasal 6, 28 (2))."""
    reached = [name for name, golongan in levels.items() if ak >= AMBANG[golongan[0]]]
    return reached[-1] if reached else none


class Penetapan:
    def __init__(self, orang: Orang) -> None:
        self.orang, self.hitung = orang, Hitung(orang)
        self.data = orang.data
        self.ladder = tabel.golongan(orang.jabatan, orang.jenjang)
        self.levels = tabel.tangga(orang.jabatan, orang.jenjang)
        self.assessor = orang.jabatan == ASSESSOR

    def utama_minimal(self, golongan: str) -> Nilai:
        """Assessor Pasal 12 (2), of the threshold less the diploma; no rule where the diploma is more."""
        return self._bagian(golongan, tabel.UTAMA)

    def _bagian(self, golongan: str, share: Decimal) -> Nilai:
        ijazah = self.data.get("ijazah")
        if not self.assessor or not golongan or ijazah not in tabel.IJAZAH_KOMPOSISI:
            return ""
        rest = AMBANG[golongan] - tabel.IJAZAH[str(ijazah)]
        return rest * share if rest >= 0 else "#NUM!"

    def tujuan(self) -> str:
        golongan = self.data.get("golongan", "")
        if "golongan_tujuan" in self.data or not golongan or golongan == self.ladder[-1]:
            return str(self.data.get("golongan_tujuan", ""))
        return self.ladder[self.ladder.index(golongan) + 1]

    def ringkasan(self) -> Angka:
        tujuan, dupak = self.tujuan(), self.hitung.dupak
        total = dupak("jumlah", "semua")
        ak: Nilai = "" if total == 0 else total
        need: Nilai = AMBANG[tujuan] if tujuan else ""
        profesi: Nilai = Decimal(tabel.PROFESI[tujuan]) if self.assessor and tujuan in tabel.PROFESI else ""
        utama = self._di_luar_ijazah(dupak("jumlah", "utama"), dupak("jumlah", "U1a"))
        minimal = self.utama_minimal(tujuan)
        over = "" if not self.assessor or tujuan in ("", self.ladder[-1]) else self._over(ak, need)
        return {
            "tujuan": tujuan,
            "nama_pangkat": tabel.PANGKAT[self.data["golongan"]] if "golongan" in self.data else "",
            "ak_jumlah": ak,
            "ambang": need,
            "kekurangan": less(ak, need),
            "jenjang_tercapai": ak if isinstance(ak, str) else jenjang_dari(ak, self.levels, "belum tercapai"),
            "utama_ada": utama,
            "utama_minimal": minimal,
            "kekurangan_utama": less(utama, minimal),
            "profesi_ada": dupak("jumlah", "U5"),
            "profesi_minimal": profesi,
            "kekurangan_profesi": less(dupak("jumlah", "U5"), profesi),
            "penunjang_ada": dupak("jumlah", "P1"),
            "penunjang_maksimal": self._bagian(tujuan, tabel.PENUNJANG),
            "kelebihan": over,
            "pemeriksaan_lama": self._lama(),
            "blok_atas": Decimal(self.hitung.arah(1)),
            "blok_bawah": Decimal(self.hitung.arah(-1)),
        }

    @staticmethod
    def _di_luar_ijazah(utama: Nilai, sekolah: Nilai) -> Nilai:
        return utama - sekolah if isinstance(utama, Decimal) and isinstance(sekolah, Decimal) else utama

    @staticmethod
    def _over(ak: Nilai, need: Nilai) -> Nilai:
        if isinstance(ak, str) or isinstance(need, str):
            return ak if isinstance(ak, str) else need
        return max(Decimal(0), ak - need)

    def _lama(self) -> Nilai:
        lama = self.hitung.dupak("lama", "semua")
        printed = self.data.get("pak_lama_jumlah")
        if isinstance(lama, str):
            return lama
        if printed is None:
            return "Isi jumlah angka kredit PAK terakhir, untuk dicocokkan dengan LAMA" if lama else ""
        if lama == printed:
            return "LAMA sama dengan PAK terakhir"
        return "LAMA pada DUPAK berbeda dengan PAK terakhir: periksa kolom LAMA"

    def pak(self) -> Angka:
        tujuan, tim = self.tujuan(), self.hitung.tim
        total = tim("jumlah", "semua")
        if isinstance(total, str):
            short = dict.fromkeys(("pak_kurang_kumulatif", "pak_kurang"), total if tujuan else "")
            return {**short, "pak_periksa": self._peringatan()}
        known = bool(tujuan) and total != 0
        short: Angka = {"pak_kurang_kumulatif": less(total, AMBANG[tujuan]) if known else ""}
        if self.assessor:
            have = self._di_luar_ijazah(tim("jumlah", "utama"), tim("jumlah", "U1a"))
            short["pak_kurang_utama"] = less(have, self.utama_minimal(tujuan)) if known else ""
            asked = Decimal(tabel.PROFESI.get(tujuan, 0))
            short["pak_kurang_profesi"] = less(tim("jumlah", "U5"), asked) if known else ""
        worst: Nilai = next((each for each in short.values() if isinstance(each, str)), "")
        if not any(isinstance(each, str) for each in short.values()):
            worst = max(each for each in short.values() if isinstance(each, Decimal))
        return {**short, "pak_kurang": worst, "pak_periksa": self._pak_periksa(total, tujuan)}

    def _peringatan(self) -> str:
        return f"{self.hitung.salah} baris Kegiatan harus dibetulkan: lihat kolom PERIKSA"

    def _pak_periksa(self, total: Decimal, tujuan: str) -> str:
        if self.hitung.salah:
            return self._peringatan()
        if total == 0:
            return ""
        if not tujuan:
            return "Isi golongan ruang, atau yang dituju, pada lembar Data"
        return "Isi ijazah pada lembar Data" if self.assessor and "ijazah" not in self.data else "Beres"

    def alih(self) -> Angka:
        """PMB keterampilan to keahlian; nothing elsewhere."""
        if self.assessor or self.ladder[0] != "II/a":
            return {}
        rows = [self.alih_baris(names) for names, counts in PAK_ALIH.values() if counts]
        ijazah = self.data.get("alih_ijazah")
        total = jumlah([Decimal(tabel.IJAZAH[ijazah]), *map(self._enam_lima, rows)]) if ijazah else ""
        keahlian = tabel.TANGGA[PMB, KEAHLIAN]
        level = total if isinstance(total, str) else jenjang_dari(total, keahlian, "(belum tercapai)")
        low = str(self.data.get("golongan", "")).startswith("II/")
        words = total if isinstance(total, str) else _NAIK if low else "Beres"
        return {"alih_jumlah": total, "alih_jenjang": level, "alih_periksa": words}

    def alih_baris(self, names: tuple[str, ...]) -> Nilai:
        return jumlah(self.hitung.tim("jumlah", nama) for nama in names)

    @staticmethod
    def _enam_lima(ak: Nilai) -> Nilai:
        return ak if isinstance(ak, str) else ak * tabel.ALIH

    def keputusan(self) -> Angka:
        """The credits of the appointments. First, Assessor: education and tugas pokok alone (Pasal 27 (3))."""
        tim, alih = self.hitung.tim, self.alih()
        total = tim("jumlah", "semua")
        parts = ("U1", "U2", "U3", "U4", "U6a", "blok") if self.assessor else ("semua",)
        first = "" if total == 0 else jumlah(tim("jumlah", nama) for nama in parts)
        found: Angka = {"sk_pertama_ak": first, "sk_jabatan_lain_ak": "" if total == 0 else total}
        found |= {"sk_alih_ak": alih["alih_jumlah"]} if alih else {}
        limit = self._batas()
        found["sk_jabatan_lain_batas"] = Decimal((limit - date(1899, 12, 30)).days) if limit else ""
        for nama in ("sk_pertama", "sk_jabatan_lain"):
            found |= self._sk(nama, found[f"{nama}_ak"])
        if alih:
            found |= {"sk_alih_jenjang": alih["alih_jenjang"], "sk_alih_periksa": alih["alih_periksa"]}
        return found

    def _sk(self, nama: str, ak: Nilai) -> Angka:
        if isinstance(ak, str):
            return {f"{nama}_jenjang": ak, f"{nama}_periksa": ak}
        own, level = self.orang.jenjang, jenjang_dari(ak, self.levels, "(belum tercapai)")
        words = "Beres" if level == own else f"Jenjang menurut angka kredit: {level}; buku kerja ini: {own}"
        limit, day = self._batas(), self.data.get("sk_tanggal")
        if nama == "sk_jabatan_lain" and limit and day and day > limit:
            words = "Tanggal keputusan melewati batas usia"
        return {f"{nama}_jenjang": level, f"{nama}_periksa": words}

    def _batas(self) -> date | None:
        """PMB IV.C.3: the last day of the month before the 50th birthday's; Assessor Pasal 28 (1) d: that birthday."""
        born = self.data.get("tanggal_lahir")
        if born is None:
            return None
        if self.assessor:
            return date(born.year + 50, born.month, born.day)
        year, month = (born.year + 50, born.month - 1) if born.month > 1 else (born.year + 49, 12)
        return date(year, month, monthrange(year, month)[1])

    def kata(self) -> dict[str, tuple[Nilai, Nilai]]:
        """Sheet -> the credit that a letter names as a number, and in words."""
        names = {"Surat Usul": self.hitung.dupak("jumlah", "semua"), "Berita Acara": self.hitung.tim("jumlah", "semua")}
        sk = self.keputusan()
        names |= {"SK Pertama": sk["sk_pertama_ak"], "SK Jabatan Lain": sk["sk_jabatan_lain_ak"]}
        names |= {"SK Alih Kategori": sk["sk_alih_ak"]} if "sk_alih_ak" in sk else {}
        return {
            sheet: (ak, (ak or KOSONG) if isinstance(ak, str) else f"({terbilang(ak)})") for sheet, ak in names.items()
        }
