"""Dates of activities outside the masa penilaian, and a masa penilaian that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ...errors import Refused
from ...rules.kalender import tambah_tahun
from ...words import tanggal
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import Fakta, Kegiatan
from ..isian.kata_tanggal import mustahil, rentang
from ..isian.naskah import naskah
from ..temuan import Temuan
from . import bersama

_HARI = timedelta(days=1)
_SEBUT = 5  # cells that a note names


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    yield from _mustahil(fakta)
    begins, ends = fakta["masa_dari"].hari, fakta["masa_sampai"].hari
    if begins is None or ends is None:
        if any(act["tanggal"].ada for act in fakta.kegiatan):
            raise Refused("masa penilaian tidak terbaca, sehingga tanggal kegiatan tidak dicocokkan dengannya")
        return
    if begins > ends:
        words = f"masa penilaian mulai {tanggal(begins)}, sesudah akhirnya {tanggal(ends)}"
        yield bersama.temuan("masa_penilaian", fakta["masa_dari"], words, "Betulkan kedua tanggal masa penilaian.")
        return
    yield from _lama(fakta, begins, ends)
    for act in fakta.kegiatan:
        yield from _di_luar(act, begins, ends)
    if unread := [act["tanggal"] for act in fakta.kegiatan if act["tanggal"].ada and rentang(act["tanggal"]) is None]:
        places = ", ".join(f"{each.lembar}!{each.sel}" for each in unread[:_SEBUT])
        more = f" dan {len(unread) - _SEBUT} sel lain" if len(unread) > _SEBUT else ""
        raise Refused(f"tanggal kegiatan pada {places}{more} tidak terbaca, sehingga tidak dicocokkan dengan masanya")


def _mustahil(fakta: Fakta) -> Iterator[Temuan]:
    for act in fakta.kegiatan:
        if wrong := mustahil(act["tanggal"].teks):
            words = f"tanggal kegiatan {wrong} tidak ada dalam kalender"
            yield bersama.temuan("tanggal_tidak_ada", act["tanggal"], words, "Betulkan tanggalnya.")


def _lama(fakta: Fakta, begins: date, ends: date) -> Iterator[Temuan]:
    """Where the regulation wants a claim every year."""
    source = naskah("sekali_setahun", fakta.jabatan) if fakta.jabatan else ""
    if source and ends >= tambah_tahun(begins, 1):
        words = f"masa penilaian {tanggal(begins)} sampai {tanggal(ends)} lebih dari setahun"
        lakukan = "Usulkan angka kredit paling sedikit sekali setahun; pisahkan DUPAK menurut masanya."
        doubt = "naskah tidak menyebut akibatnya"
        yield bersama.temuan("masa_lebih_setahun", fakta["masa_sampai"], words, lakukan, ragu=doubt, sumber=source)


def _di_luar(act: Kegiatan, begins: date, ends: date) -> Iterator[Temuan]:
    days = rentang(act["tanggal"]) if act["tanggal"].ada else None
    if days is None or begins <= days[0] <= days[1] <= ends:
        return
    shown = tanggal(days[0]) if days[0] == days[1] else f"{tanggal(days[0])} sampai {tanggal(days[1])}"
    words = f"tanggal kegiatan {shown} di luar masa penilaian {tanggal(begins)} sampai {tanggal(ends)}"
    partly = days[0] <= ends and days[1] >= begins
    doubt = "hanya sebagian di luar masa penilaian" if partly else ""
    when = "sebelum" if days[0] < begins else "sesudah"
    lakukan = f"Betulkan tanggalnya, atau usulkan kegiatan ini dalam masa penilaian {when}nya."
    yield bersama.temuan("tanggal_di_luar_masa", act["tanggal"], words, lakukan, ragu=doubt)
