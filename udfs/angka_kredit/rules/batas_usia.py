"""Batas usia: the highest age at an appointment as a date, and until when it is proposed
(PMB Lampiran IV.C.1, IV.C.3; Assessor Pasal 28 (1) d, 34 (3))."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..errors import unknown
from ..regulations.schema import Jabatan
from ..regulations.tabel import BatasUsia, BatasUsul
from ..words import tanggal
from .hasil import Hasil
from .kalender import akhir_bulan, dasar_kabisat, tambah_tahun

JABATAN_LAIN = "jabatan_lain"  # cara: from another position


def batas_usia(jabatan: Jabatan, cara: str, lahir: date) -> Hasil:
    """The last day on which someone born on `lahir` is appointed; `cara`: a key of the data's [batas_usia].

    #N/A where the text has no age limit for this way of appointment."""
    rule = _rule(jabatan, cara)
    birthday = tambah_tahun(lahir, rule.tahun)
    last, words = _LAST_DAY[rule.sampai](birthday)
    return Hasil(last, f"{_birthday(rule, birthday)}; {words}", (rule, *dasar_kabisat(lahir, birthday)))


def batas_usul(jabatan: Jabatan, cara: str, lahir: date) -> Hasil:
    """The last day on which the proposal is received; #N/A where the text has no such limit."""
    proposal, rule = jabatan.aturan(BatasUsul), _rule(jabatan, cara)
    birthday = tambah_tahun(lahir, rule.tahun)
    words = f"{_birthday(rule, birthday)}; hari terakhir bulan ke-{proposal.bulan} sebelumnya"
    return Hasil(akhir_bulan(birthday, -proposal.bulan), words, (proposal, rule))


def _rule(jabatan: Jabatan, cara: str) -> BatasUsia:
    rules = jabatan.per_kunci(BatasUsia)
    if cara not in rules:
        raise unknown("Cara pengangkatan berbatas usia", cara, rules, jabatan.regulasi.singkat)
    return rules[cara]


def _birthday(rule: BatasUsia, birthday: date) -> str:
    return f"ulang tahun ke-{rule.tahun} pada {tanggal(birthday)}"


_LAST_DAY: dict[str, Callable[[date], tuple[date, str]]] = {  # by `sampai`
    "ulang_tahun": lambda birthday: (birthday, "sampai dengan hari itu"),
    "bulan_sebelum": lambda birthday: (akhir_bulan(birthday, -1), "hari terakhir bulan sebelumnya"),
}
