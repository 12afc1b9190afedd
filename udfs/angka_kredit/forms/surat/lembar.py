"""The sheets of the letters: where each stands, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from ...regulations.schema import Jabatan, Jenjang
from ...regulations.tabel import AlihKategori
from ..book import Buku
from . import muat, pengangkatan
from .blok import Surat

KETERAMPILAN = "keterampilan"


@dataclass(frozen=True)
class LembarSurat:
    """A letter of blocks: the one called `kunci` in templates/<SKELETON>.toml."""

    SKELETON: str
    kunci: str
    NAMA: str

    def untuk(self, jabatan: Jabatan, jenjang: Jenjang) -> bool:
        return jabatan.metode == "butir_kegiatan"

    def write(self, buku: Buku, sheet: Worksheet) -> None:
        berkas = muat.berkas(self.SKELETON)
        lembar = next(each for each in berkas.lembar if each.kunci == self.kunci)
        buku.page(sheet)
        names = pengangkatan.nama(self.kunci) if lembar.cara else {}
        surat = Surat(buku, sheet, names)
        if lembar.cara:
            pengangkatan.hitung(surat.kertas, self.kunci, lembar.cara)
        surat.kertas.anak(muat.anak(lembar, buku.jabatan.id))
        for blok in berkas.blok:
            if self.kunci in (blok.surat or (self.kunci,)) and buku.jabatan.id in (blok.jabatan or (buku.jabatan.id,)):
                surat.tulis(blok)
        surat.kertas.selesai()


@dataclass(frozen=True)
class LembarAlih(LembarSurat):
    """A letter of the change from keterampilan to keahlian, where the text has the rule."""

    def untuk(self, jabatan: Jabatan, jenjang: Jenjang) -> bool:
        return alih(jabatan, jenjang)


def alih(jabatan: Jabatan, jenjang: Jenjang) -> bool:
    return jabatan.punya(AlihKategori) and jenjang.kategori == KETERAMPILAN
