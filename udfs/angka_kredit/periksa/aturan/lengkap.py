"""What a row must bring along: the written assignment for a butir of another jenjang, and the bukti fisik."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import Refused
from ...regulations.tabel import BatasJenjang
from ...rules.faktor_jenjang import in_words
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import Fakta, Isi, Kegiatan
from ..isian.naskah import naskah
from ..temuan import Temuan
from . import bersama
from .pemilik import pemilik

_DATA = {"nip": "NIP", "tanggal_lahir": "tanggal lahir", "golongan": "golongan ruang"}
_FORMULIR = "kolom bukti fisik pada formulirnya sendiri"


def data(bahan: Bahan) -> Iterator[Temuan]:
    """Finds nothing; Refused with what of the officer's data was not read in a form of somebody else's."""
    fakta = isian.fakta(bahan)
    missing = [label for nama, label in _DATA.items() if not fakta[nama].ada]
    if missing and fakta.isi and not fakta.milik_kita:
        raise Refused(f"data pegawai tidak terbaca: {', '.join(missing)}; yang memerlukannya tidak diperiksa")
    yield from ()


def penugasan(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    for act in fakta.kegiatan:
        owner = pemilik(fakta, act) if act.punya("penugasan") and not act["penugasan"].ada else None
        if owner is None or fakta.jenjang is None or owner.jenjang == fakta.jenjang:
            continue
        rule = bersama.jabatan(fakta).aturan(BatasJenjang)
        words = f"{in_words(fakta.jenjang, owner.jenjang)}, tanpa nomor surat penugasan"
        lakukan = "Isi nomor surat penugasan tertulis dari pimpinan unit kerja, dan lampirkan."
        yield bersama.temuan("penugasan_kosong", act["penugasan"], words, lakukan, rule, ragu=owner.ragu)


def bukti(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    acts = [act for act in fakta.kegiatan if act.punya("bukti") and act["volume"].ada]
    empty = [act for act in acts if not _disebut(act["bukti"])]
    if empty and len(empty) == len(acts) > 1 and not fakta.milik_kita:
        yield _bukti(fakta, empty[0], f"kolom bukti fisik kosong seluruhnya ({len(empty)} kegiatan)")
        return
    for act in empty:
        name = act["uraian"].teks or act["kode"].teks
        yield _bukti(fakta, act, f"'{name[:60]}' tanpa bukti fisik" if name else "kegiatan tanpa bukti fisik")


def _disebut(bukti: Isi) -> bool:
    """A dash or dots to write on name nothing."""
    return bukti.ada and (not bukti.teks or any(letter.isalnum() for letter in bukti.teks))


def _bukti(fakta: Fakta, act: Kegiatan, words: str) -> Temuan:
    source = naskah("bukti_fisik", fakta.jabatan) if fakta.jabatan else ""
    doubt = "" if source else "formulirnya memintanya; pasalnya tidak ada dalam naskah yang ada di sini"
    lakukan = "Isi nama bukti fisiknya, dan lampirkan."
    return bersama.temuan("bukti_kosong", act["bukti"], words, lakukan, ragu=doubt, sumber=source or _FORMULIR)
