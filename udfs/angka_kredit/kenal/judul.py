"""What one column's heading says: the words above it, from top to bottom, and the field and side that they name."""

from __future__ import annotations

from dataclasses import dataclass

from .kata import cocok, lipat
from .kepala import Kepala, payung
from .kisi import Kisi, Tempat


@dataclass(frozen=True)
class Judul:
    """A heading's cells for one column; `isi` is '' where its words name nothing known."""

    kolom: int
    sel: Tempat  # of the lowest words
    teks: str
    isi: str
    pihak: str
    ragu: str


def baca(kisi: Kisi, kepala: Kepala, kolom: int) -> Judul | None:
    """The heading of the column; None where nothing stands above it."""
    cells = _jalur(kisi, kepala, kolom)
    own = [cell for cell in cells if not _warisan(cell, kolom, kisi)]
    if not own:
        return None
    texts = [kisi.teks(*cell) for cell in cells]
    pihak, rest = _pihak(texts)
    isi, ragu = _isi(rest)
    if not isi and not rest and pihak and not _berbagi(kisi, kepala, own[-1]):
        isi = "ak"
    bracketed = "(" in kisi.teks(*own[-1]) and not pihak  # what stands in brackets is read only here
    if (not isi or bracketed) and len(own) == 1 and (flat := _datar(kisi.teks(*own[0]))):
        isi, pihak, ragu = flat
    return Judul(kolom, own[-1], " / ".join(" ".join(text.split()) for text in texts), isi, pihak, ragu)


def _jalur(kisi: Kisi, kepala: Kepala, kolom: int) -> list[Tempat]:
    """The cells that head the column, from above; a heading typed in the first of several columns heads all."""
    found: list[Tempat] = []
    for row in range(kepala.atas, kepala.bawah + 1):
        cell = kisi.induk(row, kolom)
        if not kisi.teks(*cell):
            cell = _di_kiri(kisi, kepala, row, kolom)
        if cell[0] >= kepala.atas and kisi.teks(*cell) and cell not in found:
            found.append(cell)
    return found


def _di_kiri(kisi: Kisi, kepala: Kepala, baris: int, kolom: int) -> Tempat:
    """The unmerged heading to the left in the row that also heads this column, which must have words further below."""
    if not any(kisi.teks(*kisi.induk(row, kolom)) for row in range(baris + 1, kepala.bawah + 1)):
        return baris, kolom
    if any(kisi.teks(*kisi.induk(row, kolom)) and not _umum(kisi, row, kolom) for row in range(kepala.atas, baris)):
        return baris, kolom
    left = next((each for each in range(kolom - 1, 0, -1) if kisi.teks(*kisi.induk(baris, each))), 0)
    cell = kisi.induk(baris, left) if left else (baris, kolom)
    if not left or not _umum(kisi, *cell) or kisi.area(*cell)[3] > cell[1]:  # a merged one says itself how far
        return baris, kolom
    between = range(left, kolom)
    below = all(any(kisi.teks(row, each) for row in range(baris + 1, kepala.bawah + 1)) for each in between)
    return cell if below else (baris, kolom)


def _berbagi(kisi: Kisi, kepala: Kepala, cell: Tempat) -> bool:
    """Other headings stand below the cell."""
    _, left, bottom, right = kisi.area(*cell)
    rows = range(bottom + 1, kepala.bawah + 1)
    return any(kisi.teks(row, column) for row in rows for column in range(left, right + 1))


def _umum(kisi: Kisi, baris: int, kolom: int) -> bool:
    text = kisi.teks(*kisi.induk(baris, kolom))
    return payung(text) or bool(cocok(text, "pihak"))


def _warisan(cell: Tempat, kolom: int, kisi: Kisi) -> bool:
    """The cell heads this column only because it heads one to the left, unmerged."""
    return kisi.area(*cell)[3] < kolom


def _pihak(texts: list[str]) -> tuple[str, list[str]]:
    """The side, and the words that remain."""
    pihak, rest = "", list[str]()
    for text in texts:
        found = cocok(text, "pihak")
        if found:
            pihak = found[0]
        else:
            rest.append(text)
    return pihak, [] if all(payung(text) for text in rest) and pihak else rest


def _isi(texts: list[str]) -> tuple[str, str]:
    """(field, doubt): by all words together, else by those further below."""
    tails = (" ".join(texts[start:]) for start in range(len(texts)))
    return next((match for tail in tails if (match := cocok(tail, "judul"))), ("", ""))


def _datar(teks: str) -> tuple[str, str, str] | None:
    """(field, side, doubt) of a heading that says both in one cell: 'LAMA (PENGUSUL)'."""
    words = lipat(teks.replace("(", " ").replace(")", " ")).split()
    for at in range(1, len(words)):
        one, other = " ".join(words[:at]), " ".join(words[at:])
        for side, field in ((one, other), (other, one)):
            pihak, isi = cocok(side, "pihak"), cocok(field, "judul")
            if pihak and isi:
                return isi[0], pihak[0], pihak[1] or isi[1]
    return None
