"""One person as the report tells her: facts, credit, what is short, when she may rise, and what deserves a look."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

CUKUP = "Angka kredit cukup"
PERKIRAAN = "Cukup bila laju tetap"
TERHALANG = "Terhalang unsur"
REZIM_LAMA = "Rezim lama"
BELUM = "Belum"
PUNCAK = "Tanpa kenaikan berikut"
TAK_TERHITUNG = "Tidak terhitung"
PENUNJANG = "Di luar penunjang yang melebihi batas"  # what is short where unsur penunjang is above its most
STATUS = (CUKUP, PERKIRAAN, TERHALANG, BELUM, PUNCAK, REZIM_LAMA, TAK_TERHITUNG)


@dataclass
class Tujuan:
    """A rise: to what, the credit it asks, what is short (credit points), and from which period it suffices."""

    nama: str = ""
    diminta: float | None = None
    kurang: float | None = None
    tercapai: date | None = None
    periode: date | None = None


@dataclass
class Pegawai:
    berkas: str
    rezim: str
    nama: str = ""
    nip: str = ""
    unit: str = ""
    jabatan: str = ""
    jenjang: str = ""
    golongan: str = ""
    id_jabatan: str = ""
    sampai: date | None = None  # until when the credit is counted
    ak: float | None = None
    menurut: str = ""  # whose count it is
    laju: float | None = None  # credit points a month
    pangkat: Tujuan = field(default_factory=Tujuan)
    naik_jenjang: Tujuan = field(default_factory=Tujuan)
    kurang_unsur: dict[str, float] = field(default_factory=dict)
    unsur_tercapai: dict[str, date] = field(default_factory=dict)  # by her own pace; without a day: not reached
    batas_penetapan: date | None = None
    bebas_sementara: date | None = None
    puncak: bool = False  # nothing higher, as far as its text prints
    status: str = TAK_TERHITUNG
    risiko: list[str] = field(default_factory=list)
    tidak_ada: list[str] = field(default_factory=list)  # labels of inputs that are missing
    periksa: list[str] = field(default_factory=list)  # what the workbook itself or this report finds odd
    galat: list[tuple[str, str]] = field(default_factory=list)
    banyak_galat: int = 0
    usang: str = ""  # why its values cannot be trusted
