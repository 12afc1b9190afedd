"""Whose form it is: the jabatan, the jenjang and the golongan ruang that a workbook names, as a formula takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from openpyxl.utils.cell import coordinate_to_tuple

from ..errors import CellError
from ..kenal.bentuk import Formulir
from ..kenal.kisi import Kisi
from ..positions import all_jabatan, find_golongan, find_jenjang
from ..regulations.schema import Jabatan
from ..words import fold, split_golongan
from .bentuk import Bagian
from .rujukan import alamat, teks

_ATAS = 60  # rows in which a form names the jabatan


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


def baca_pegawai(kisi: Sequence[Kisi], bagian: Sequence[Bagian]) -> Pegawai:
    found = {id(each): each for sheet in kisi for each in _jabatan(sheet)}
    if len(found) != 1:
        return Pegawai()
    (jabatan,) = found.values()
    return Pegawai(
        jabatan,
        _satu(_data(bagian, "jabatan", lambda text: find_jenjang(jabatan.id, text).nama)),
        _satu(_data(bagian, "pangkat", lambda text: find_golongan(jabatan.id, text))),
    )


def _jabatan(kisi: Kisi) -> Iterator[Jabatan]:
    """The jabatan whose names stand in the sheet's first rows."""
    texts = [f" {fold(sel.teks)} " for (row, _), sel in kisi.sel.items() if row <= _ATAS and isinstance(sel.nilai, str)]
    for jabatan in all_jabatan().values():
        names = [f" {fold(name)} " for name in (jabatan.nama, *jabatan.nama_lain)]
        if any(name in text for name in names for text in texts):
            yield jabatan


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
