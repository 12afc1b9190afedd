"""The sums that belong into the rows that add, one a column of credits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..kenal.bentuk import JUMLAH, TOTAL, Baris, Kolom
from ..kenal.kata import lipat
from ..kenal.rumus import dijumlah
from .bentuk import Bagian, Usul
from .jumlah import Butir, Penjumlah, ragu_judul
from .rujukan import alamat, menjumlah

KREDIT = ("jumlah_ak", "ak", "lama", "baru", "jumlah", "penilai_1", "penilai_2")  # columns that are added
LAMA_BARU = "LAMA + BARU"
_MOST = 5  # rows that are named
Tempat = tuple[Bagian, int, int]  # row, column


def usul_jumlah(rantai: Sequence[Bagian]) -> Iterator[Usul]:
    """The sums of a form, whose parts may stand on several sheets."""
    adder = Penjumlah()
    last = [row for part in rantai for row in part.formulir.baris if row.jenis in (JUMLAH, TOTAL)][-1:]
    for bagian in rantai:
        for row, added in adder.baca(bagian):
            open_end = any(row is each for each in last) and len(adder.terbuka) > len(added)
            yield from _baris(adder, bagian, row, added, _ragu_akhir(row) if open_end else "")


def _ragu_akhir(row: Baris) -> str:
    """The last sum, which leaves some rows out, says neither what it adds nor that it adds all."""
    bare = lipat(row.uraian) in ("jumlah", "total") and not row.menjumlah
    return "tidak disebut: jumlah bagian terakhir, atau jumlah seluruhnya" if bare else ""


def _baris(adder: Penjumlah, bagian: Bagian, row: Baris, added: list[Butir], ragu: str) -> Iterator[Usul]:
    """The row's sums."""
    expected = sum((adder.isi[each.tempat] for each in added), Counter[tuple[str, int]]())
    said = adder.butir(bagian.lembar, row.menjumlah)
    doubts = [ragu, *_ragu(bagian, row, added, said, expected)]
    for kolom in bagian.formulir.kolom:
        if kolom.isi not in KREDIT or (kolom.isi == "jumlah" and bagian.kolom("penilai_1", kolom.pihak)):
            continue
        formula = bagian.kisi.rumus(row.nomor, kolom.kolom[0])
        words, cells = _isi(bagian, row, added, kolom)
        refs = [alamat(at, column, "" if part is bagian else part.lembar) for part, at, column in cells]
        reasons = [
            *doubts,
            "" if formula or words == LAMA_BARU else _rumus_lain(bagian, row),
            *bagian.ragu_kolom(kolom.kolom[0]),
            "" if refs else "kolomnya tidak ada di lembar lain",
        ]
        yield Usul(
            bagian.lembar,
            row.nomor,
            kolom.kolom[0],
            menjumlah(refs) if refs else "",
            words,
            "; ".join(dict.fromkeys(filter(None, reasons))),
            _keberatan(adder, bagian, row, formula, kolom.kolom[0], expected or said),
            halangan=next((found for part, at, column in cells if (found := part.bukan_angka(at, column))), ""),
            catatan="" if words == LAMA_BARU else _sembunyi(bagian, row, added),
        )


def _ragu(
    bagian: Bagian,
    row: Baris,
    added: list[Butir],
    said: Counter[tuple[str, int]],
    expected: Counter[tuple[str, int]],
) -> Iterator[str]:
    """What is doubtful about which rows it adds; `said` by its own formulas, `expected` by where it stands."""
    yield from (bagian.formulir.ragu, row.ragu)
    if row.menjumlah:
        wrong = _beda(said, expected, bagian.lembar) if added else ""
        yield f"rumus di baris ini {wrong}" if wrong else ""
        return
    yield from (words for each in added for words in (each.bagian.formulir.ragu, each.baris.ragu))
    yield "" if added else "tidak ada baris yang dijumlahkannya"
    yield ragu_judul(row, added)


def _rumus_lain(bagian: Bagian, row: Baris) -> str:
    """A formula of the row is no plain sum: what it leaves out, the others may have to leave out too."""
    columns = [each.kolom[0] for each in bagian.formulir.kolom if each.isi in KREDIT and each.isi != "jumlah"]
    odd = [
        at for at in columns if "-" in (formula := bagian.kisi.rumus(row.nomor, at)) and not row.menjumlah and formula
    ]
    return f"rumus {alamat(row.nomor, odd[0])} di baris ini mengurangi" if odd else ""


def _sembunyi(bagian: Bagian, row: Baris, added: list[Butir]) -> str:
    """The hidden rows that the sum adds, in words."""
    own = [
        (bagian.lembar, each.nomor)
        for each in bagian.formulir.baris
        if each.nomor in row.menjumlah and each.tersembunyi
    ]
    rest = [each.tempat for each in added if each.baris.tersembunyi and not row.menjumlah]
    return _sebut("menjumlah juga yang tersembunyi:", [*own, *rest], bagian.lembar)


def _isi(bagian: Bagian, row: Baris, added: list[Butir], kolom: Kolom) -> tuple[str, list[Tempat]]:
    """What the cell is, in words, and the cells that it adds: JUMLAH is LAMA + BARU of its own row."""
    if kolom.isi == "jumlah" and (sides := lama_baru(bagian, kolom.pihak)):
        return LAMA_BARU, [(bagian, row.nomor, each) for each in sides]
    cells = _yang_dijumlah(bagian, row, added, kolom)
    return f"jumlah {len(cells)} baris" + (", seperti rumus yang ada di baris ini" if row.menjumlah else ""), cells


def lama_baru(bagian: Bagian, pihak: str) -> list[int]:
    """The columns of LAMA and BARU of this side; none where one of them is not there."""
    found = [bagian.kolom(isi, pihak) for isi in ("lama", "baru")]
    return found if all(found) else []


def _yang_dijumlah(bagian: Bagian, row: Baris, added: list[Butir], kolom: Kolom) -> list[Tempat]:
    """The cells to add; none where one of the sheets has no such column."""
    if row.menjumlah:
        return [(bagian, number, kolom.kolom[0]) for number in row.menjumlah]
    cells = [(each.bagian, each.baris.nomor, each.bagian.kolom(kolom.isi, kolom.pihak)) for each in added]
    return cells if all(column for *_, column in cells) else []


def _keberatan(
    adder: Penjumlah, bagian: Bagian, row: Baris, formula: str, kolom: int, wanted: Counter[tuple[str, int]]
) -> str:
    """What the sum that stands in the cell adds wrong; '' where it is right, or no such sum."""
    rows = dijumlah(formula, row.nomor, kolom) if formula else ()
    return _beda(adder.butir(bagian.lembar, rows), wanted, bagian.lembar) if rows else ""


def _beda(found: Counter[tuple[str, int]], wanted: Counter[tuple[str, int]], lembar: str) -> str:
    """What a sum on this sheet adds that it should not, or once too often, or not at all."""
    twice = [place for place, count in found.items() if count > 1]
    words = [
        _sebut("menghitung dua kali", twice, lembar),
        _sebut("tidak menjumlah", wanted.keys() - found.keys(), lembar),
        _sebut("juga menjumlah", found.keys() - wanted.keys(), lembar),
    ]
    return ", ".join(filter(None, words))


def _sebut(words: str, places: Iterable[tuple[str, int]], lembar: str) -> str:
    rows = [str(row) if sheet == lembar else f"{row} lembar {sheet}" for sheet, row in sorted(places)]
    more = f" dan {len(rows) - _MOST} lagi" if len(rows) > _MOST else ""
    return f"{words} baris {', '.join(rows[:_MOST])}{more}" if rows else ""
