"""The credit of pendidikan sekolah is that of the diploma that counts."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import CellError
from ...regulations.schema import Ijazah, Jabatan
from ...regulations.umum import find_ijazah
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import JUMLAH, SEKOLAH, Isi
from ..temuan import Temuan
from . import bersama
from .bersama import ak


def _sumber(jabatan: Jabatan | None, ijazah: Ijazah) -> str:
    """The diploma's article, said to be another jabatan's where it is."""
    own = jabatan is None or jabatan.regulasi.singkat in ijazah.rujukan
    return ijazah.rujukan if own else f"{ijazah.rujukan} (peraturan jabatan lain)"


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    school = fakta.jumlah.get((JUMLAH, SEKOLAH), Isi())
    try:
        diploma = find_ijazah(fakta["ijazah"].teks)
    except CellError:  # komposisi says that it cannot be read
        return
    if school.angka and school.angka != diploma.ak:
        source = _sumber(fakta.jabatan, diploma)
        words = f"pendidikan sekolah berjumlah {ak(school.angka)}, padahal ijazah {diploma.nama} {ak(diploma.ak)}"
        lakukan = "Betulkan angka kredit pendidikan sekolah, atau ijazah yang diperhitungkan."
        doubts = [fakta["ijazah"].ragu]
        if doubts[0] and school.angka < diploma.ak:  # a form may name the highest diploma instead of the counted one
            doubts.append(f"mungkin {diploma.nama} belum diperhitungkan")
            lakukan = f"Bila {diploma.nama} memang belum diperhitungkan, biarkan; bila sudah, betulkan angka kreditnya."
        yield bersama.temuan("ijazah_beda", school, words, lakukan, ragu="; ".join(doubts), sumber=source)
