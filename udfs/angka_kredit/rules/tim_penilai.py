"""Tim penilai: whether a team is made up as the text asks (Assessor Pasal 20; PMB Lampiran VII.B.2-8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..regulations.schema import Jabatan
from ..regulations.tabel import SusunanTim
from ..regulations.umum import di_antara, pangkat
from .hasil import Hasil

PERAN = ("ketua", "wakil ketua", "sekretaris", "anggota")
TEKNIS, KEPEGAWAIAN, JABATAN, LAIN = UNSUR = ("teknis", "kepegawaian", "jabatan fungsional", "lain")
KEPALA = ("Ditemukan", "Terpenuhi", "Rujukan")
_HELD = {True: "ya", False: "tidak", None: "periksa"}
_VERDICT = {True: "SESUAI", False: "TIDAK SESUAI", None: "PERIKSA"}


class Orang(NamedTuple):
    """One person of the team; '' for a golongan that is not given."""

    peran: str  # of PERAN
    unsur: str  # of UNSUR
    golongan: str


class Uji(NamedTuple):
    """What was found, and whether it holds (None: a person must look)."""

    ditemukan: str
    terpenuhi: bool | None


def periksa_tim_penilai(jabatan: Jabatan, tim: Sequence[Orang], golongan: str | None) -> Hasil:
    """The verdict, then a row a requirement: what is asked, what was found, whether it holds, where it stands.

    `golongan`: the highest that is assessed. #N/A where the text has no such rule."""
    rules = jabatan.baris(SusunanTim)
    rows = [(rule, JENIS[rule.jenis](rule, tim, golongan)) for rule in rules]
    found = {uji.terpenuhi for _, uji in rows}
    verdict = _VERDICT[False if False in found else None if None in found else True]
    lines = [(rule.uraian, uji.ditemukan, _HELD[uji.terpenuhi], rule.rujukan) for rule, uji in rows]
    words = [f"- {uraian}: {ditemukan}, terpenuhi: {held}" for uraian, ditemukan, held, _ in lines]
    return Hasil([(verdict, *KEPALA), *lines], "\n".join(["ketentuan demi ketentuan", *words]), rules)


def _seorang(rule: SusunanTim, tim: Sequence[Orang], golongan: str | None) -> Uji:
    count = len(_of(tim, rule.peran))
    return Uji(f"{count} orang", count == 1)


def _paling_sedikit(rule: SusunanTim, tim: Sequence[Orang], golongan: str | None) -> Uji:
    count = len(_of(tim, rule.peran))
    return Uji(f"{count} orang", count >= int(rule.nilai))


def _genap(rule: SusunanTim, tim: Sequence[Orang], golongan: str | None) -> Uji:
    count = len(_of(tim, rule.peran))
    return Uji(f"{count} orang", count <= int(rule.nilai) or count % 2 == 0)


def _dari_unsur(rule: SusunanTim, tim: Sequence[Orang], golongan: str | None) -> Uji:
    found = [orang.unsur for orang in _of(tim, rule.peran)]
    return Uji(", ".join(found) or "tidak ada", bool(found) and all(unsur == rule.nilai for unsur in found))


def _ada_unsur(rule: SusunanTim, tim: Sequence[Orang], golongan: str | None) -> Uji:
    count = sum(orang.unsur == rule.nilai for orang in tim)
    return Uji(f"{count} orang", count > 0)


def _dari_jabatan(rule: SusunanTim, tim: Sequence[Orang], golongan: str | None) -> Uji:
    """Too few is no failure: the text allows others who are competent."""
    count = sum(orang.unsur == JABATAN for orang in _of(tim, rule.peran))
    return Uji(f"{count} orang", count >= int(rule.nilai) or None)


def _golongan(rule: SusunanTim, tim: Sequence[Orang], golongan: str | None) -> Uji:
    if golongan is None:
        return Uji("golongan ruang yang dinilai belum diisi", None)
    highest = list(pangkat())[-1]
    known = [orang for orang in tim if orang.golongan]
    lower = [f"{o.peran} {o.golongan}" for o in known if not di_antara(o.golongan, golongan, highest)]
    if lower:
        return Uji(f"di bawah {golongan}: {', '.join(lower)}", False)
    if missing := len(tim) - len(known):
        return Uji(f"golongan ruang {missing} orang belum diisi", None)
    return Uji(f"semua paling rendah {golongan}", True)


def _of(tim: Sequence[Orang], peran: str) -> list[Orang]:
    return [orang for orang in tim if orang.peran == peran]


JENIS: dict[str, Callable[[SusunanTim, Sequence[Orang], str | None], Uji]] = {
    "seorang": _seorang,
    "paling_sedikit": _paling_sedikit,
    "genap": _genap,
    "dari_unsur": _dari_unsur,
    "ada_unsur": _ada_unsur,
    "dari_jabatan": _dari_jabatan,
    "golongan": _golongan,
}
