"""Plants one known fault in a good form, and says where: every kind that periksa/lembar finds, in many variants.

The forms are the generated layouts of tests/kenal, filled in and recalculated, so that every cached value is right but
for what the fault itself makes wrong."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterator
from itertools import count, islice
from typing import TypeVar

from acak import acak
from bentuk_nyata import nyata
from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import get_column_letter as huruf
from openpyxl.worksheet.worksheet import Worksheet
from tanaman import Tanaman, Tempat
from tata_letak import Kebenaran, TataLetak, semua

from angka_kredit.errors import Refused
from angka_kredit.recalc.loaded import read
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.values import Value
from angka_kredit.recalc.workbook import Place
from angka_kredit.recalc.writer import write

VARIAN = 24  # of each kind
NILAI = ("lama", "baru", "jumlah", "jumlah_ak")
T = TypeVar("T")


class Kebun:
    """A form to plant in: its sheet, and where its rows and columns are."""

    def __init__(self, layout: TataLetak, benih: int) -> None:
        self.nama, self.rng = layout.nama, random.Random(f"{layout.nama} {benih}")
        self.buku: Workbook = load_workbook(io.BytesIO(layout.data))
        forms = [each for each in layout.benar if any(kind == "butir" for kind, _, _ in each.baris.values())]
        self.benar: Kebenaran = forms[0]
        self.sheet: Worksheet = self.buku[self.benar.lembar]
        self.nilai = {key: columns[0] for key, columns in self.benar.kolom.items() if key[0] in NILAI}
        self.butir = self._baris("butir")
        self.jumlah = self._baris("jumlah")
        self.total = self._baris("total")
        self.bagian = [row for row in self.jumlah if self._dari_butir(row)]  # the subtotals of butir
        self._isi()
        self.awal = self.simpan()
        self.tampak: dict[Place, Value] = {}  # what the planted cell itself shows, where no engine computes it

    def _baris(self, jenis: str) -> list[int]:
        return [row for row, (kind, _, _) in self.benar.baris.items() if kind == jenis]

    def _dari_butir(self, row: int) -> bool:
        named = [each for _, column in self.kolom() for each in self.dijumlah(row, column)]
        return bool(named) and not set(named) & set(self.jumlah)

    def _isi(self) -> None:
        """Credits of the period in every other row, as a person fills them in; what the forms' authors left stays."""
        for (isi, _), column in self.nilai.items():
            for at, row in enumerate(self.butir):
                if isi == "baru" and at % 2 == 0 and self.rumus(row, column) == "":
                    self.tulis(row, column, round(0.25 + 0.125 * (at % 5), 3))

    def rumus(self, row: int, column: int) -> str:
        value = self.sheet.cell(row, column).value
        return value if isinstance(value, str) and value.startswith("=") else ""

    def tulis(self, row: int, column: int, value: object) -> None:
        self.sheet.cell(row, column, value)  # type: ignore[arg-type]

    def sel(self, row: int, column: int) -> Tempat:
        return frozenset({(self.sheet.title, f"{huruf(column)}{row}")})

    def kolom(self, *isi: str) -> list[tuple[tuple[str, str], int]]:
        return [(key, column) for key, column in self.nilai.items() if not isi or key[0] in isi]

    def jumlahan(self, rows: list[int]) -> list[tuple[int, int]]:
        """Cells of these rows with a sum down their own column."""
        return [(row, column) for row in rows for _, column in self.kolom() if self.dijumlah(row, column)]

    def pilih(self, dari: list[T]) -> T | None:
        return self.rng.choice(dari) if dari else None

    def dijumlah(self, row: int, column: int) -> list[int]:
        """The rows that a sum of the generators names: SUM of ranges and cells, or cells with '+'."""
        letters = huruf(column)
        inside = re.fullmatch(rf"=(?:SUM\()?((?:{letters}[0-9]+[:,+]?)+)\)?", self.rumus(row, column))
        ends = [re.findall(r"[0-9]+", each) for each in re.split("[,+]", inside[1])] if inside else []
        return [each for found in ends for each in range(int(found[0]), int(found[-1]) + 1)]

    def jumlahkan(self, row: int, column: int, rows: list[int], extra: str = "") -> None:
        """Writes SUM of these rows, runs as ranges."""
        runs: list[list[int]] = []
        for each in sorted(rows):
            if runs and each == runs[-1][-1] + 1:
                runs[-1].append(each)
            else:
                runs.append([each])
        at = huruf(column)
        words = [f"{at}{run[0]}" if len(run) == 1 else f"{at}{run[0]}:{at}{run[-1]}" for run in runs]
        self.tulis(row, column, f"=SUM({','.join(words)}){extra}")

    def simpan(self) -> bytes:
        out = io.BytesIO()
        self.buku.save(out)
        return out.getvalue()

    def terhitung(self) -> bytes:
        """The workbook with every formula's value, as Excel saves it; those of the good form where the fault, such as
        a text among numbers, leaves open what a program would show."""
        try:
            return recalculate(self.simpan()).data
        except Refused:
            data = self.simpan()
        left = {Place(name, cell.ref) for name, found in read(data).cells.items() for cell in found.formulas}
        good = {each.place: each.new for each in recalculate(self.awal).changed if each.place in left}
        return write(Package(data), good | self.tampak, {}, {})


Penanam = Callable[[Kebun], tuple[str, Tempat] | None]


def kebun() -> Iterator[Kebun]:
    """The layouts made by hand and the real-shaped ones by turns, then those put together by chance, without end."""
    for benih, layout in enumerate(semua()):
        yield Kebun(layout, benih)
        yield Kebun(nyata(benih), benih)
    for benih in count():
        yield Kebun(acak(benih), benih)


def tanaman(jenis: str, cara: list[Penanam], banyak: int = VARIAN) -> Iterator[Tanaman]:
    """Variants of a kind: every way in turn, each in the next form that has room for it."""
    at = 0
    for each in islice(kebun(), 10 * VARIAN):
        if at == banyak:
            return
        planted = cara[at % len(cara)](each)
        if planted:
            at += 1
            yield Tanaman(jenis, f"{each.nama}: {planted[0]}", each.terhitung(), planted[1])


def bersih() -> Iterator[tuple[str, bytes]]:
    """Good workbooks: every layout by hand, as many real-shaped ones, and 150 put together by chance."""
    for each in islice(kebun(), 2 * len(semua()) + 150):
        yield each.nama, each.terhitung()
