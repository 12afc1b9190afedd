"""Ages and first days: an appointment from another position past its age, a TMT before the person was appointed."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import CellError
from ...functions.convert import nomor
from ...regulations.tabel import BatasUsia
from ...rules.batas_usia import JABATAN_LAIN, batas_usia
from ...rules.nip import tmt_nip
from ...rules.usia import usia
from ...words import tanggal
from .. import isian
from ..bahan import Bahan
from ..temuan import Temuan
from . import bersama
from .bersama import hari

_TMT = {"tmt_golongan": "golongan ruang", "tmt_jabatan": "jabatan"}


def pengangkatan(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    born, decided = fakta["tanggal_lahir"].hari, fakta["sk_tanggal"]
    if not fakta["sk_jabatan_lama"].ada or decided.hari is None or born is None:
        return
    jabatan = bersama.jabatan(fakta)
    jabatan.per_kunci(BatasUsia)
    limit = batas_usia(jabatan, JABATAN_LAIN, born)
    if decided.hari > hari(limit):
        words = (
            f"keputusan pengangkatan dari jabatan lain {tanggal(decided.hari)}, pada usia "
            f"{usia(born, decided.hari).nilai} tahun; paling lambat {tanggal(hari(limit))} ({limit.uraian})"
        )
        lakukan = "Periksa tanggal lahir dan tanggal keputusan; bila benar, pengangkatan dari jabatan lain sudah lewat."
        yield bersama.temuan("usia_lewat", decided, words, lakukan, *limit.dasar)


def tmt(bahan: Bahan) -> Iterator[Temuan]:
    """A TMT before the month of the first appointment that the NIP holds."""
    fakta = isian.fakta(bahan)
    try:
        number = nomor(fakta["nip"].nilai)
        first = hari(tmt_nip(number)) if number is not None else None
    except CellError:  # another rule tells it
        return
    for nama, what in _TMT.items():
        begun = fakta[nama].hari
        if first is not None and begun is not None and begun < first:
            words = f"TMT {what} {tanggal(begun)}, sebelum pengangkatan pertama menurut NIP ({tanggal(first)})"
            doubt = "bisa juga NIP-nya yang salah ketik"
            yield bersama.temuan("tmt_sebelum_nip", fakta[nama], words, "Periksa TMT dan NIP.", ragu=doubt)
