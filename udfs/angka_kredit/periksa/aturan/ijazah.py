"""The credit of pendidikan sekolah is that of the diploma that counts."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import CellError
from ...regulations.umum import find_ijazah
from .. import isian
from ..bahan import Bahan
from ..isian.bentuk import JUMLAH, SEKOLAH, Isi
from ..temuan import Temuan
from . import bersama
from .bersama import ak


def periksa(bahan: Bahan) -> Iterator[Temuan]:
    fakta = isian.fakta(bahan)
    school = fakta.jumlah.get((JUMLAH, SEKOLAH), Isi())
    try:
        diploma = find_ijazah(fakta["ijazah"].teks)
    except CellError:  # komposisi says that it cannot be read
        return
    if school.angka and school.angka != diploma.ak:
        words = f"pendidikan sekolah berjumlah {ak(school.angka)}, padahal ijazah {diploma.nama} {ak(diploma.ak)}"
        lakukan = "Betulkan angka kredit pendidikan sekolah, atau ijazah yang diperhitungkan."
        yield bersama.temuan("ijazah_beda", school, words, lakukan, diploma, ragu=fakta["ijazah"].ragu)
