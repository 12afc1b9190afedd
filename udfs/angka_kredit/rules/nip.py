"""NIP: what the 18 digits of a Nomor Identitas Pegawai say, and what is certainly wrong with one.

No sentence here repeats a NIP: it is personal data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..errors import BadValue
from ..regulations.umum import dasar
from ..words import tanggal
from .hasil import Hasil
from .kalender import TERAWAL

ANGKA = 18
KELAMIN = {"1": "Laki-laki", "2": "Perempuan"}
_KEPT = 15  # digits of a number that a spreadsheet keeps
_TERMUDA = 10  # years: no legal age, only one below which a digit is surely wrong


class Nip(NamedTuple):
    """What could be read (None: that part could not), and what is wrong, in words."""

    lahir: date | None
    diangkat: date | None  # first day of the month
    kelamin: str | None  # a word of KELAMIN
    temuan: tuple[str, ...]


def baca_nip(nip: str | Decimal) -> Nip:
    """The parts of a NIP, spaces allowed. A number is one that the sheet may have spoilt."""
    if isinstance(nip, Decimal) and abs(nip) >= 10**_KEPT:
        return _unread(f"diketik sebagai angka; {_KEPT} angka saja yang tersimpan, ketik ulang sebagai teks")
    digits = "".join(str(nip).split())
    if not (digits.isascii() and digits.isdigit()):
        return _unread("ada karakter selain angka dan spasi")
    if len(digits) != ANGKA:
        return _unread(f"bukan NIP {ANGKA} angka ({len(digits)} angka); NIP lama dan nomor PPPK tidak diperiksa")
    born, appointed = _day(digits[:8]), _day(digits[8:14] + "01")
    kelamin = KELAMIN.get(digits[14])
    wrong = {
        "angka 1-8 bukan tanggal lahir yang ada di kalender": born is None,
        "angka 9-14 bukan tahun dan bulan pengangkatan; nomor PPPK bisa bersusun lain": appointed is None,
        "pengangkatannya mendahului kelahiran": born and appointed and appointed < born.replace(day=1),
        f"pengangkatannya sebelum berumur {_TERMUDA} tahun; periksa angka 1-14": (
            born and appointed and appointed >= born.replace(day=1) and _terlalu_muda(born, appointed)
        ),
        "angka ke-15 bukan 1 (laki-laki) atau 2 (perempuan)": kelamin is None,
    }
    return Nip(born, appointed, kelamin, tuple(words for words, found in wrong.items() if found))


def periksa_nip(nip: str | Decimal, lahir: date | None, kelamin: str | None) -> Hasil:
    """'SESUAI', or the rows 'PERIKSA' and one finding each; `lahir` and `kelamin` (of KELAMIN) are compared if given.

    A finding warns, it does not refuse: old numbers and those of PPPK are made otherwise."""
    read = baca_nip(nip)
    findings = [*read.temuan]
    if lahir and read.lahir and lahir != read.lahir:
        findings.append(f"tanggal lahir dalam NIP {tanggal(read.lahir)}, yang diisi {tanggal(lahir)}")
    if kelamin and read.kelamin and kelamin != read.kelamin:
        findings.append(f"jenis kelamin dalam NIP {read.kelamin}, yang diisi {kelamin}")
    if findings:
        return Hasil([["PERIKSA"], *([finding] for finding in findings)], "; ".join(findings), (dasar("nip"),))
    compared = [name for name, value in (("tanggal lahir", lahir), ("jenis kelamin", kelamin)) if value]
    words = f"cocok dengan {' dan '.join(compared)} yang diisi" if compared else "hanya susunannya yang diperiksa"
    return Hasil("SESUAI", words, (dasar("nip"),))


def lahir_nip(nip: str | Decimal) -> Hasil:
    """The date of birth; #VALUE! for a NIP with a finding."""
    return _part(baca_nip(nip), "lahir", "angka 1-8 NIP")


def tmt_nip(nip: str | Decimal) -> Hasil:
    """The first day of the month of the first appointment; #VALUE! for a NIP with a finding."""
    return _part(baca_nip(nip), "diangkat", "angka 9-14 NIP, tahun dan bulan pengangkatan pertama, sebagai tanggal 1")


def kelamin_nip(nip: str | Decimal) -> Hasil:
    """A word of KELAMIN; #VALUE! for a NIP with a finding."""
    return _part(baca_nip(nip), "kelamin", "angka ke-15 NIP")


def _part(read: Nip, name: str, words: str) -> Hasil:
    if read.temuan:
        raise BadValue(f"NIP tidak dapat dipakai: {'; '.join(read.temuan)}.")
    return Hasil(getattr(read, name), words, (dasar("nip"),))


def _terlalu_muda(born: date, appointed: date) -> bool:
    """Whether the month of appointment comes before the one in which that age is reached."""
    return (appointed.year - _TERMUDA, appointed.month) < (born.year, born.month)


def _unread(finding: str) -> Nip:
    return Nip(None, None, None, (finding,))


def _day(digits: str) -> date | None:
    """The day that YYYYMMDD names, where a living officer can have it."""
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return day if day >= TERAWAL else None
