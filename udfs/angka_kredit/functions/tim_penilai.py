"""PERIKSA_TIM_PENILAI(susunan; jabatan; [golongan])"""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import BadValue, CellError, NotFound, unknown
from ..positions import find_golongan, find_jabatan, find_jenjang
from ..regulations.schema import Jabatan
from ..regulations.tabel import SusunanTim
from ..regulations.umum import find_pangkat
from ..rules.hasil import Hasil
from ..rules.tim_penilai import JABATAN as FUNGSIONAL
from ..rules.tim_penilai import LAIN, PERAN, UNSUR, Orang, periksa_tim_penilai
from ..words import fold
from . import convert
from .argumen import JABATAN
from .convert import Cell, Grid
from .registry import KATALOG, Argumen, Fungsi

KOLOM = 3  # peran, unsur, golongan
_LAIN = frozenset((LAIN, "lainnya", "pejabat lain", "pns lain"))


def hitung(susunan: Grid, jabatan: str, golongan: str | None) -> Hasil:
    found = find_jabatan(jabatan)
    found.baris(SusunanTim)  # a text without the rule says so first, whatever the range holds
    highest = find_golongan(found.id, golongan) if golongan else None
    return periksa_tim_penilai(found, _baca(susunan, found), highest)


def _baca(susunan: Grid, jabatan: Jabatan) -> list[Orang]:
    rows = [row for row in susunan if any(cell not in (None, "") for cell in row)]
    if fold(str(rows[0][0])) == "peran":
        rows = rows[1:]
    return [_orang(row, number, jabatan) for number, row in enumerate(rows, start=1)]


def _orang(row: Sequence[Cell], number: int, jabatan: Jabatan) -> Orang:
    if len(row) != KOLOM:
        raise BadValue(f"Susunan harus {KOLOM} kolom: peran, unsur, golongan; rentang ini {len(row)} kolom.")
    try:
        peran, unsur, golongan = (convert.teks(cell) for cell in row)
        if not peran or not unsur:
            raise BadValue("peran dan unsurnya harus diisi.")
        return Orang(_peran(peran), _unsur(unsur, jabatan), find_pangkat(golongan).kode if golongan else "")
    except CellError as error:
        raise type(error)(f"Orang ke-{number} dalam susunan: {error}") from None


def _peran(text: str) -> str:
    word = fold(text).removesuffix(" merangkap anggota").removesuffix(" tim penilai")
    word = {"wakil": "wakil ketua"}.get(word, word)
    if word not in PERAN:
        raise unknown("Peran", text, PERAN, "susunan tim penilai")
    return word


def _unsur(text: str, jabatan: Jabatan) -> str:
    """The unsur; an officer of the jabatan is known by its name, or by a jenjang."""
    word = fold(text).removeprefix("unsur ").removeprefix("pejabat fungsional ")
    if word in UNSUR:
        return word
    if word in _LAIN:
        return LAIN
    if word in ("fungsional", "pejabat fungsional", *map(fold, (jabatan.id, jabatan.nama, *jabatan.nama_lain))):
        return FUNGSIONAL
    try:
        find_jenjang(jabatan.id, word)
    except NotFound:
        raise unknown("Unsur", text, UNSUR, f"susunan tim penilai; {FUNGSIONAL}: {jabatan.nama}") from None
    return FUNGSIONAL


KATALOG.add(
    Fungsi(
        nama="PERIKSA_TIM_PENILAI",
        ringkas="Apakah susunan tim penilai sesuai: putusan, lalu setiap ketentuan dengan pasalnya.",
        argumen=(
            Argumen(
                "susunan",
                convert.rentang,
                "Rentang tiga kolom, satu baris per orang: peran (Ketua, Wakil Ketua, Sekretaris, Anggota), "
                "unsur (teknis, kepegawaian, jabatan fungsional, lain), golongan ruang",
                rentang=True,
            ),
            JABATAN,
            Argumen("golongan", convert.teks, "Golongan ruang tertinggi pejabat yang dinilai", wajib=False),
        ),
        rujukan="PermenPANRB 41/2012 Pasal 20 (nomor disimpulkan); Perber 15/M-DAG/PER/1/2015 & 14/2015 Lampiran VII.B",
        contoh='=PERIKSA_TIM_PENILAI(A2:C8;"pmb";"III/d")',
        hitung=hitung,
        aturan=(SusunanTim,),
    )
)
