"""The facts of anybody's DUPAK, surat pernyataan or PAK, as far as the recogniser finds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...errors import CellError
from ...kenal import Buku, Formulir, Kisi
from ...positions import find_golongan
from ...regulations.schema import Jabatan, Jenjang
from . import asing_baris, asing_orang
from .bentuk import Fakta, Isi

_URUTAN = ("dupak", "surat_pernyataan", "pak")  # where the person's data are read first
_KREDIT, _PAK = ("dupak", "pak"), ("pak",)
_ATAS = 12  # rows above a table's heading that may name the jabatan


def fakta(buku: Buku, kisi: Sequence[Kisi]) -> Fakta:
    forms = _formulir(buku, kisi)
    people = asing_orang.isi(forms)
    jabatan, jenjang = asing_orang.jabatan(people, [text for pair in forms for text in _judul(*pair)])
    if "pangkat" in people:
        people["golongan"] = asing_orang.golongan(people["pangkat"])
    own = people.get("golongan", Isi()).teks
    acts = [act for pair in forms for act in asing_baris.kegiatan(*pair)]
    parts = _satu_usul(forms, _KREDIT)
    beside = _satu_usul(forms, _PAK) if parts and parts[0][1].jenis not in _PAK else []
    lines, pak = ([line for pair in each for line in asing_baris.baris(*pair)] for each in (parts, beside))
    others = asing_orang.banyak(forms)
    found = Fakta(jabatan, jenjang, people, acts, lines, asing_baris.jumlah(parts), pak=pak, banyak_orang=others)
    guessed = None if jenjang else _jenjang(jabatan, own)
    return found if guessed is None else replace(found, jenjang=guessed, jenjang_dari_golongan=True)


def _formulir(buku: Buku, kisi: Sequence[Kisi]) -> list[tuple[Kisi, Formulir]]:
    grids = {each.nama: each for each in kisi}
    found = [(grids[sheet.nama], form) for sheet in buku.lembar for form in sheet.formulir if form.jenis in _URUTAN]
    return sorted(found, key=lambda pair: _URUTAN.index(pair[1].jenis))


def _satu_usul(forms: Sequence[tuple[Kisi, Formulir]], jenis: Sequence[str]) -> list[tuple[Kisi, Formulir]]:
    """The first form of these kinds with LAMA, BARU and JUMLAH, and the parts of it that stand on other sheets."""
    first = next((pair for pair in forms if pair[1].jenis in jenis and not pair[1].lanjutan_dari), None)
    if first is None:
        return []
    found, sheets = [first], {first[0].nama}
    for pair in forms:
        if pair[1].lanjutan_dari in sheets and pair[1].jenis == first[1].jenis:
            found.append(pair)
            sheets.add(pair[0].nama)
    return found


def _judul(kisi: Kisi, form: Formulir) -> list[str]:
    """What stands above the table: 'JABATAN FUNGSIONAL PENGUJI MUTU BARANG'."""
    last = form.kepala[0] or _ATAS
    rows = range(1, last)
    return [form.judul, *(kisi.teks(row, column) for row in rows for column in kisi.isi_baris(row))]


def _jenjang(jabatan: Jabatan | None, golongan: str) -> Jenjang | None:
    """The jenjang of the golongan, where only one ladder has it."""
    if jabatan is None or not golongan:
        return None
    try:
        kode = find_golongan(jabatan.id, golongan)
    except CellError:
        return None
    having = [each for each in jabatan.jenjang if any(row.kode == kode for row in each.golongan)]
    return having[0] if len(having) == 1 else None
