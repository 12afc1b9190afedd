"""LAMA = JUMLAH of the previous PAK: the total that the form itself names, its own PAK, and the file of --pak-lama."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ...errors import Refused
from ...forms.isi import lama as menurut_isi
from ...forms.isi.bentuk import BarisLama, Formulir, Orang, PakLama, Rencana, Rumus, Sel
from ...forms.isi.lama_periksa import periksa_lama
from ...words import fold, tanggal
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import JUMLAH, LAMA, SEMUA, BarisKredit, Fakta, Isi
from ..temuan import Temuan
from . import bersama
from .bersama import ak
from .pasangan import pasangan

_TERBACA = Decimal("0.001")  # typed sums are rounded: a smaller difference is none
_SIAPA = ("nip", "jabatan", "kategori", "jenjang", "lampiran_sha256")
_YANG_MANA = "Periksa apakah PAK lama yang diberikan memang yang terakhir."
_PASTI = 15  # digits of a NIP that a cell of numbers keeps
_SALIN = "Salin JUMLAH menurut Tim Penilai dari PAK terakhir ke kolom LAMA, baris demi baris."


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    yield from _disebut(fakta)
    yield from _pak_sendiri(fakta)
    if bahan.pak_lama is None:
        return
    if wrong := _bukan_pak_lama(bahan, bahan.pak_lama):
        place = fakta.jumlah.get((LAMA, SEMUA), fakta["nip"])
        yield bersama.temuan("pak_lama", place, f"LAMA tidak dicocokkan: {wrong}", _YANG_MANA)
        return
    if bahan.formulir is not None and bahan.pak_lama.formulir is not None:
        yield from _milik(bahan, bahan.pak_lama)
    else:
        yield from _asing(fakta, isian.fakta(bahan.pak_lama))


def _disebut(fakta: Fakta) -> Iterator[Temuan]:
    """Against the total of the last PAK that the person typed."""
    said, total = fakta["pak_lama_jumlah"], fakta.jumlah.get((LAMA, SEMUA), Isi())
    if said.angka is not None and total.angka is not None and abs(said.angka - total.angka) >= _TERBACA:
        words = (
            f"LAMA berjumlah {ak(total.angka)}, padahal jumlah PAK terakhir {ak(said.angka)} ({said.lembar}!{said.sel})"
        )
        yield bersama.temuan("lama_beda", total, words, _SALIN)


def _pak_sendiri(fakta: Fakta) -> Iterator[Temuan]:
    """Against the PAK of the same workbook: that of this claim, with its LAMA, or the last one, with its JUMLAH."""
    if fakta.milik_kita:
        own, pak = fakta["tim_lama_semua"], fakta["pak_lama"]
        if own.angka and pak.angka is not None and abs(own.angka - pak.angka) >= _TERBACA:
            words = f"LAMA menurut Tim Penilai pada DUPAK {ak(own.angka)}, padahal pada PAK {ak(pak.angka)}"
            yield bersama.temuan("lama_beda", pak, words, _SALIN)
        return
    readings = [list(_beda_baris(fakta.baris, fakta.pak, kolom)) for kolom in (LAMA, JUMLAH)]
    doubt = "PAK di buku kerja ini dibaca sebagai PAK usul ini, atau PAK sebelumnya"
    for lama, words in min(readings, key=len):
        yield bersama.temuan("lama_beda", lama, f"{words} pada PAK di buku kerja ini", _SALIN, ragu=doubt)


def _bukan_pak_lama(bahan: Bahan, lama: Bahan) -> str:
    """Why the other workbook cannot be this person's previous PAK; '' where it may be."""
    now, before = isian.fakta(bahan), isian.fakta(lama)
    if bahan.data == lama.data:
        return "PAK lama yang diberikan adalah berkas ini sendiri"
    mine, theirs = now["nip"].digit[:_PASTI], before["nip"].digit[:_PASTI]
    if mine and theirs and mine != theirs:
        return "NIP pada PAK lama bukan NIP pada formulir ini"
    if now.milik_kita and before.milik_kita:
        return ""  # filling in knows more of jabatan and masa
    if now.jabatan and before.jabatan and now.jabatan.id != before.jabatan.id:
        return f"PAK lama dari jabatan {before.jabatan.nama}, formulir ini {now.jabatan.nama}"
    ended, ends = before["masa_sampai"].hari, now["masa_sampai"].hari
    if ended and ends and ended >= ends:
        return f"PAK lama untuk masa sampai {tanggal(ended)}, masa penilaian ini sampai {tanggal(ends)}"
    return ""


def _milik(bahan: Bahan, before: Bahan) -> Iterator[Temuan]:
    """Two forms of ours: what filling in from that PAK would write is what differs."""
    fakta, form = isian.fakta(bahan), _formulir(bahan)
    masa = {each: fakta[each].hari for each in ("masa_dari", "masa_sampai")}
    usable, notes = periksa_lama(_pak(isian.fakta(before)), Orang(masa), form)
    place = fakta.jumlah.get((LAMA, SEMUA), Isi())
    for words in notes:
        yield bersama.temuan("pak_lama", place, words, _YANG_MANA)
    if usable is not None:
        yield from _baris(form, usable, place)


def _formulir(bahan: Bahan) -> Formulir:
    """The named cells as filling in wants them."""
    assert bahan.formulir is not None
    isi: dict[Sel, Any] = {}
    for sel in (sel for cells in bahan.formulir.nama.values() for sel in cells):
        held = bahan.isi(*sel)
        isi[sel] = Rumus.RUMUS if held and held.rumus else held.nilai if held else None
    return Formulir(bahan.formulir.nama, isi)


def _pak(fakta: Fakta) -> PakLama:
    """What the previous form says of itself, according to the Tim Penilai."""
    lines = [(line, line.nilai[JUMLAH, "tim"].angka) for line in fakta.baris if (JUMLAH, "tim") in line.nilai]
    baris = [BarisLama(line.kode, line.uraian, jumlah) for line, jumlah in lines if jumlah]
    nip, jabatan, kategori, jenjang, lampiran = (fakta[each].teks for each in _SIAPA)
    dari, sampai = fakta["masa_dari"].hari, fakta["masa_sampai"].hari
    total = fakta["tim_jumlah_semua"].angka
    return PakLama(nip, baris, total, jabatan, kategori, jenjang, dari, sampai, lampiran=lampiran)


def _baris(form: Formulir, lama: PakLama, place: Isi) -> Iterator[Temuan]:
    plan = Rencana()
    list(menurut_isi.pindahkan(lama.baris, [], form, plan))
    for each in plan.tulis:
        held, was = _ketikan(form, each.sel), Decimal(str(each.nilai))
        if held.ada and held.angka is None:  # an error, or words: told of themselves
            continue
        words = f"{each.nama}: {ak(held.angka or Decimal(0))}, padahal JUMLAH PAK lama {ak(was)}"
        yield bersama.temuan("lama_beda", held, words, _SALIN)
    for line in plan.tanpa_pasangan:
        words = f"baris '{line.uraian[:60] or line.kode}' PAK lama ({ak(line.jumlah)}) tidak ada pasangannya di sini"
        yield bersama.temuan("lama_beda", place, words, _SALIN, ragu="barisnya dicocokkan menurut uraian")
    yield from _berlebih(form, lama, plan)


def _berlebih(form: Formulir, lama: PakLama, plan: Rencana) -> Iterator[Temuan]:
    """LAMA where the previous PAK has nothing."""
    planned = {each.sel for each in plan.tulis}
    codes, words = {line.kode for line in lama.baris}, {fold(line.uraian) for line in lama.baris}
    columns = form.kolom(menurut_isi.KODE), form.kolom(menurut_isi.URAIAN), form.nama[menurut_isi.LAMA]
    for kode, uraian, sel in zip(*columns, strict=False):
        held = _ketikan(form, sel)
        if held.angka and sel not in planned and kode not in codes and fold(str(uraian or "")) not in words:
            salah = f"LAMA {kode}: {ak(held.angka)}, padahal PAK lama tidak memuat baris ini"
            yield bersama.temuan("lama_beda", held, salah, _SALIN)


def _ketikan(form: Formulir, sel: Sel) -> Isi:
    """What a person typed into the cell."""
    held = form.isi.get(sel)
    value = float(held) if isinstance(held, Decimal) else None if isinstance(held, Rumus) else held
    return Isi(value, sel.lembar, sel.ref)


def _asing(fakta: Fakta, before: Fakta) -> Iterator[Temuan]:
    """Rows of the same words, and the totals."""
    if not any(_nilai(line, JUMLAH) for line in before.baris):
        raise Refused("PAK lama tidak memuat kolom JUMLAH yang dikenali, sehingga LAMA tidak dicocokkan dengannya")
    for lama, words in _beda_baris(fakta.baris, before.baris, JUMLAH):
        yield bersama.temuan("lama_beda", lama, f"{words} pada PAK lama", _SALIN)


def _beda_baris(now: Sequence[BarisKredit], pak: Sequence[BarisKredit], kolom: str) -> Iterator[tuple[Isi, str]]:
    """LAMA of each row that differs from this column of the row with the same words in a PAK, and how."""
    for line, before in pasangan(now, pak):
        lama, was = line.nilai.get((LAMA, "pengusul"), line.nilai.get((LAMA, ""))), _nilai(before, kolom)
        if lama is None or was is None or (lama.ada and lama.angka is None):
            continue
        have = lama.angka or Decimal(0)
        if abs(have - was) >= _TERBACA:
            name = f"'{line.uraian[:60]}'" if line.uraian else "jumlah semua"
            yield lama, f"LAMA {name} {ak(have)}, padahal {kolom.upper()} {ak(was)}"


def _nilai(line: BarisKredit, kolom: str) -> Decimal | None:
    """According to the Tim Penilai, else to nobody named, else to the pengusul."""
    found = (line.nilai.get((kolom, pihak)) for pihak in ("tim", "", "pengusul"))
    return next((each.angka for each in found if each is not None and each.angka is not None), None)
