"""Credit from performance, which belongs to no jabatan: the regime since 2023 (folder perbkn_3_2023/), the bands of
the 2016 family (kinerja_2016/), and the periods in which ranks rise (umum/). Anything unexpected is a DataError."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TypeVar

from ..errors import DataError
from . import load
from .schema import Jenjang, Regulasi
from .tabel import Dasar

FOLDER = load.FOLDER / "perbkn_3_2023"
KONVENSIONAL, INTEGRASI, KONVERSI = "konvensional", "integrasi", "konversi"


@dataclass(frozen=True, kw_only=True)
class AkJenjang(Dasar):
    """Credit points of a jenjang: those of one year, or those that one rise asks."""

    jenjang: str
    ak: Decimal


@dataclass(frozen=True, kw_only=True)
class NaikJenjang(AkJenjang):
    """What the rise to the next jenjang asks of someone who entered this one at `golongan_masuk`."""

    golongan_masuk: str


@dataclass(frozen=True, kw_only=True)
class AkGolongan(Dasar):
    golongan: str
    ak: Decimal  # credit points


@dataclass(frozen=True, kw_only=True)
class DalamJenjang(Dasar):
    """Credit points inside the jenjang: what a golongan ruang starts with, and what its next rise asks."""

    jenjang: str
    golongan: str
    ak_dasar: Decimal
    ambang: Decimal


@dataclass(frozen=True, kw_only=True)
class Predikat(Dasar):
    predikat: str
    nama_lain: str  # several with ';' between
    persen: Decimal

    @property
    def nama(self) -> tuple[str, ...]:
        return (self.predikat, *filter(None, self.nama_lain.split(";")))


@dataclass(frozen=True, kw_only=True)
class Persen(Dasar):
    persen: Decimal


@dataclass(frozen=True, kw_only=True)
class Rezim(Dasar):
    """A way of counting credit, and its first year (0: of old); it lasts until the next one's."""

    rezim: str
    mulai: int


@dataclass(frozen=True, kw_only=True)
class NilaiKinerja(Dasar):
    """A band of the nilai kinerja, both ends within it, and its share of the credit that one year asks at least."""

    rentang: str  # as it is printed
    dari: Decimal
    sampai: Decimal
    sebutan: str
    persen: Decimal


@dataclass(frozen=True, kw_only=True)
class PeriodeNaik(Dasar):
    """A month on whose first day ranks rise."""

    bulan: int


D = TypeVar("D", bound=Dasar)
R = TypeVar("R")
K = TypeVar("K", bound=Hashable)


@cache
def regulasi() -> Regulasi:
    """The regulation's description; its `berlaku_sejak` is None, for the sources give a year only (`rezim`)."""
    return load.regulasi(FOLDER)[0]


@cache
def jenjang() -> dict[str, Jenjang]:
    """name -> jenjang with its golongan ruang, both kategori, lowest first."""
    return _unique(load.jenjang(FOLDER), lambda row: row.nama, "jenjang")


@cache
def koefisien() -> dict[str, AkJenjang]:
    """jenjang -> credit points of one year at 100%."""
    return _every_jenjang("koefisien")


@cache
def naik_pangkat() -> dict[str, AkJenjang]:
    """jenjang -> credit points that one rank rise asks."""
    return _every_jenjang("naik_pangkat")


@cache
def naik_jenjang() -> dict[tuple[str, str], NaikJenjang]:
    """(jenjang, golongan at which it was entered) -> credit points for the next jenjang; none for the highest."""
    return _unique(_rows(NaikJenjang, "naik_jenjang"), lambda row: (row.jenjang, row.golongan_masuk), "naik_jenjang")


@cache
def dalam_jenjang() -> dict[str, DalamJenjang]:
    """golongan -> what it starts with and what its next rise asks, inside its jenjang of keahlian."""
    return _unique(_rows(DalamJenjang, "dalam_jenjang"), lambda row: row.golongan, "dalam_jenjang")


@cache
def nilai_dasar() -> dict[str, AkGolongan]:
    """golongan -> conventional credit points that are left out at the integrasi."""
    return _unique(_rows(AkGolongan, "nilai_dasar"), lambda row: row.golongan, "nilai_dasar")


@cache
def predikat() -> dict[str, Predikat]:
    return _unique(_rows(Predikat, "predikat"), lambda row: row.predikat, "predikat")


@cache
def pendidikan_tambahan() -> Persen:
    """Share of one rank's credit that a higher diploma adds."""
    rows = _rows(Persen, "pendidikan_tambahan")
    if len(rows) > 1:
        raise DataError(f"{FOLDER.name}/pendidikan_tambahan.csv: more than one row")
    return rows[0]


@cache
def rezim() -> dict[str, Rezim]:
    """name -> regime, the oldest first."""
    found = _unique(_rows(Rezim, "rezim"), lambda row: row.rezim, "rezim")
    if tuple(found) != (KONVENSIONAL, INTEGRASI, KONVERSI):
        raise DataError(f"{FOLDER.name}/rezim.csv: other regimes than the rules know")
    return found


@cache
def dasar(pokok: str) -> Dasar:
    """Where a reading that concerns no single value stands."""
    rows = {row.pop("pokok"): row for row in load.read_rows(FOLDER / "dasar.csv")}
    return load.tabel(Dasar, rows[pokok], f"{FOLDER.name}/dasar.csv {pokok}")  # type: ignore[no-any-return]


@cache
def nilai_kinerja() -> tuple[NilaiKinerja, ...]:
    """The bands, highest first; the first one that holds a nilai is its band."""
    return _rows(NilaiKinerja, "nilai_kinerja", "kinerja_2016")


@cache
def periode_naik() -> tuple[PeriodeNaik, ...]:
    """The periods of one year, in their order."""
    return _rows(PeriodeNaik, "periode_naik", "umum")


def _every_jenjang(name: str) -> dict[str, AkJenjang]:
    found = _unique(_rows(AkJenjang, name), lambda row: row.jenjang, name)
    if set(found) != set(jenjang()):
        raise DataError(f"{FOLDER.name}/{name}.csv: other jenjang than jenjang.csv")
    return found


def _rows(kind: type[D], name: str, folder: str = FOLDER.name) -> tuple[D, ...]:
    where = f"{folder}/{name}.csv"
    rows = tuple(load.tabel(kind, row, f"{where} {row}") for row in load.read_rows(load.FOLDER / where))
    if not rows:
        raise DataError(f"{where}: absent or empty")
    return rows


def _unique(rows: Iterable[R], key: Callable[[R], K], name: str) -> dict[K, R]:
    found: dict[K, R] = {}
    for row in rows:
        if found.setdefault(key(row), row) is not row:
            raise DataError(f"{FOLDER.name}/{name}.csv: {key(row)} twice")
    return found
