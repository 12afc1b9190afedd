"""Whose form it is: the jabatan, the jenjang and the golongan ruang that a workbook names, as a formula takes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from openpyxl.utils.cell import coordinate_to_tuple

from ..errors import CellError
from ..kenal.bentuk import Formulir
from ..positions import all_jabatan, find_golongan, find_jenjang
from ..regulations.schema import Jabatan
from ..words import fold, split_golongan
from .bentuk import Bagian
from .rujukan import alamat, teks

_JUDUL = "jabatan fungsional "
_BUKAN_NAMA = re.compile(  # words of a jabatan's datum beside its name
    r"jabatan|fungsional|ahli|pertama|muda|madya|utama|terampil|mahir|penyelia|pemula|pelaksana|lanjutan|jenjang|tingkat"
    r"|keahlian|keterampilan|kategori|tmt|terhitung|mulai|tanggal"
    r"|(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|agt|ags|sep|okt|nov|nop|des)[a-z]*"
)


@dataclass(frozen=True)
class Data:
    """A datum: its value, and the cells (sheet, ref) that hold it and nothing else."""

    nilai: str
    sel: tuple[tuple[str, str], ...]

    def dalam(self, lembar: str) -> str:
        """As an argument in a formula of this sheet: its own cell if it has one, else another's, else the words."""
        place = next((each for each in self.sel if each[0] == lembar), self.sel[0] if self.sel else None)
        if place is None:
            return teks(self.nilai)
        row, column = coordinate_to_tuple(place[1])
        return alamat(row, column, "" if place[0] == lembar else place[0], tetap=True)


@dataclass(frozen=True)
class Pegawai:
    """What is known for sure; None where the workbook says nothing, or two things."""

    jabatan: Jabatan | None = None
    jenjang: Data | None = None
    golongan: Data | None = None


def baca_pegawai(bagian: Sequence[Bagian]) -> Pegawai:
    last: dict[str, int] = {}
    found: dict[int, Jabatan | None] = {}
    for part in bagian:
        found |= {id(each): each for each in _jabatan(part, last.get(part.lembar, 0) + 1)}
        last[part.lembar] = max([last.get(part.lembar, 0), *(row.nomor for row in part.formulir.baris)])
    jabatan = next(iter(found.values()), None)
    if jabatan is None or len(found) > 1:
        return Pegawai()
    return Pegawai(
        jabatan,
        _satu(_data(bagian, "jabatan", lambda text: find_jenjang(jabatan.id, text).nama)),
        _satu(_data(bagian, "pangkat", lambda text: find_golongan(jabatan.id, text))),
    )


def _jabatan(bagian: Bagian, mulai: int) -> Iterator[Jabatan | None]:
    """The jabatan that the title above the table, or the datum, names; None for one that is not ours."""
    own = {each.label for each in bagian.formulir.orang} | {each.sel for each in bagian.formulir.orang}
    for (row, column), sel in bagian.kisi.sel.items():
        if mulai <= row < bagian.formulir.kepala[0] and isinstance(sel.nilai, str) and alamat(row, column) not in own:
            text = fold(sel.teks)
            yield from _bernama(text, text.partition(_JUDUL)[2] if text.startswith(_JUDUL) else "")
    for each in bagian.formulir.orang:
        if (each.isi, each.siapa) == ("jabatan", "pegawai"):
            yield from _bernama(fold(each.nilai), fold(each.nilai))


def _bernama(text: str, nama: str) -> Iterator[Jabatan | None]:
    """Ours in the text; None where `nama`, which can only be a jabatan's, holds words and is none of ours."""
    found = [
        jabatan
        for jabatan in all_jabatan().values()
        if any(f" {fold(name)} " in f" {text} " for name in (jabatan.nama, *jabatan.nama_lain))
    ]
    words = [word for word in nama.split() if word.isalpha() and not _BUKAN_NAMA.fullmatch(word)]
    yield from found
    if words and not found:
        yield None


def _data(bagian: Iterable[Bagian], isi: str, kenali: Callable[[str], str]) -> Iterator[Data]:
    for each in bagian:
        yield from _dari_formulir(each.lembar, each.formulir, isi, kenali)


def _dari_formulir(lembar: str, form: Formulir, isi: str, kenali: Callable[[str], str]) -> Iterator[Data]:
    for each in form.orang:
        if each.isi != isi or each.siapa != "pegawai" or each.ragu or not each.nilai:
            continue
        words = [each.nilai, *each.nilai.replace(",", "/").split("/"), split_golongan(each.nilai)[0] or ""]
        for at, word in enumerate(words):
            if name := _dikenal(word.strip(), kenali):
                alone = at == 0 and each.sel != each.label
                yield Data(name, ((lembar, each.sel),) if alone else ())
                break


def _dikenal(text: str, kenali: Callable[[str], str]) -> str:
    try:
        return kenali(text) if text else ""
    except CellError:
        return ""


def _satu(found: Iterator[Data]) -> Data | None:
    """The datum where all forms of the workbook agree on it."""
    every = list(found)
    if len({each.nilai for each in every}) != 1:
        return None
    return Data(every[0].nilai, tuple(place for each in every for place in each.sel))
