"""The Tim Penilai: whether it is made up as the text asks, and whether anybody in it is assessed or counted twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...errors import BadValue, Refused
from ...functions.tim_penilai import hitung
from ...regulations.tabel import SusunanTim
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import Fakta, Isi
from ..isian.naskah import naskah
from ..temuan import Temuan
from . import bersama

Anggota = Mapping[str, Isi]
_BAGIAN = ("peran", "unsur", "golongan")
_TIDAK, _PERIKSA = "tidak", "periksa"  # as PERIKSA_TIM_PENILAI answers
_GOLONGAN = "golongan"  # the rule that cannot be tested while somebody's golongan is missing
_MASA = "formulir tidak memuat mulainya masa jabatan Tim Penilai, sehingga masa jabatannya tidak diperiksa"


def susunan(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    team = [each for each in fakta.tim if each["nama"].ada]
    if not team:
        return
    jabatan = bersama.jabatan(fakta)
    rules = jabatan.baris(SusunanTim)
    if not any(each["unsur"].ada for each in team):
        raise Refused("unsur anggota Tim Penilai belum diisi, sehingga susunannya tidak diperiksa")
    rows = [[each[part].nilai for part in _BAGIAN] for each in team]
    try:
        lines = list(hitung(rows, jabatan.id, fakta["golongan"].teks or None).nilai)[1:]  # type: ignore[arg-type]
    except BadValue as error:
        raise Refused(f"susunan Tim Penilai tidak diperiksa: {error}") from None
    for rule, line in zip(rules, lines, strict=True):
        asked, found, held = (str(each) for each in line[:3])
        if held == _TIDAK or (held == _PERIKSA and rule.jenis != _GOLONGAN):
            place = _tempat(rule, team)
            doubt = "" if held == _TIDAK else rule.catatan or "perlu dilihat sendiri"
            words = f"{asked}; ditemukan: {found}"
            yield bersama.temuan(
                "tim_susunan", place, words, "Lengkapi atau ganti susunan Tim Penilai.", rule, ragu=doubt
            )
    raise Refused(_MASA)


def _tempat(rule: SusunanTim, team: Sequence[Anggota]) -> Isi:
    """Where the team's first person of that role stands."""
    return next((each["nama"] for each in team if each["peran"].teks.casefold() == rule.peran), team[0]["nama"])


def orang(bahan: Bahan) -> Iterator[Temuan]:
    """By NIP; the person assessed among the team, or one person in two seats."""
    fakta = isian.fakta(bahan)
    own, seen = _nip(fakta["nip"]), dict[str, Isi]()
    for each in fakta.tim:
        number = _nip(each["nip"])
        if not number:
            continue
        if number == own:
            yield _dinilai(fakta, each)
        first = seen.setdefault(number, each["nip"])
        if first is not each["nip"]:
            words = f"{each['peran'].teks} ber-NIP sama dengan anggota tim pada {first.sel}"
            lakukan = "Betulkan NIP-nya; satu orang menempati satu kedudukan."
            yield bersama.temuan("tim_rangkap", each["nip"], words, lakukan)


def _dinilai(fakta: Fakta, anggota: Anggota) -> Temuan:
    found = bersama.jabatan(fakta)
    source = naskah("anggota_dinilai", found) or f"tidak disebut {found.regulasi.singkat}"
    words = f"{anggota['peran'].teks} Tim Penilai ber-NIP sama dengan pegawai yang dinilai"
    lakukan = "Minta ketua mengangkat anggota pengganti untuk penilaian ini, atau betulkan NIP-nya."
    return bersama.temuan("tim_dinilai", anggota["nip"], words, lakukan, sumber=source)


def _nip(isi: Isi) -> str:
    return "".join(isi.teks.split())
