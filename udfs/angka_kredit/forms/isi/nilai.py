"""A fact as a table holds it becomes what its cell takes; what it cannot be is said in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from ...errors import BadValue, CellError
from ...functions import convert
from ...regulations.umum import find_pangkat
from ...words import fold, indonesian
from ...words import tanggal as in_words
from .kolom import Kolom

Nilai = str | int | float | Decimal | date | None
_EXACT = 10**15  # a spreadsheet keeps 15 digits of a number
_HILANG = "berupa angka, sehingga angka-angka terakhirnya sudah hilang; ketik ulang sebagai teks"
_ILMIAH = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+]?[0-9]+")  # what a .csv has of a NIP that was a number
_KENDALI = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # no cell can hold these as they are
_ASTRAL, _KOTAK = re.compile(r"[\U00010000-\U0010ffff]"), "\N{WHITE SQUARE}"
_KELAMIN = {
    "l": "laki laki",
    "lk": "laki laki",
    "pria": "laki laki",
    "p": "perempuan",
    "pr": "perempuan",
    "wanita": "perempuan",
}


def baca(kolom: Kolom, given: Nilai, pilihan: Sequence[Nilai] = ()) -> Nilai:
    """The value for the fact's cell; None for a blank. CellError, in words, where it is of the wrong kind."""
    if given is None or (isinstance(given, str) and not given.strip()):
        return None
    if galat(given):
        raise BadValue(f"berisi galat {str(given).strip()}; betulkan rumusnya di tabel")
    if kolom.jenis == "tanggal":
        return convert.tanggal(float(given) if isinstance(given, Decimal) else given)
    if kolom.jenis == "angka":
        number = _angka(given)
        return _dari(number, pilihan) if pilihan and isinstance(number, str) else number
    text = _teks(given)
    if kolom.jenis == "nip":
        return _nip(text)
    return _dari(text, pilihan) if pilihan else text


def galat(given: Nilai) -> bool:
    """Whether it is what a formula of the table failed with."""
    return isinstance(given, str) and given.strip().upper() in convert.ERRORS


def bersih(nilai: Nilai, terpanjang: int, berhuruf_dua: bool = True) -> tuple[Nilai, str]:
    """The value as a cell can hold it, and in words what it lost ('' for nothing).

    `terpanjang`: letters that may stay; `berhuruf_dua`: whether those that Excel counts as two (emoji) may."""
    if not isinstance(nilai, str):
        return nilai, ""
    text, lost = nilai.replace("\r\n", "\n"), []
    plain = _KENDALI.sub(" ", text)
    if plain != text:
        lost.append("huruf kendali diganti spasi")
    if not berhuruf_dua and plain != (flat := _ASTRAL.sub(_KOTAK, plain)):
        plain = flat
        lost.append(f"emoji atau huruf langka diganti {_KOTAK}, karena rumus menghitung hurufnya")
    if len(plain.encode("utf-16-le")) > 2 * terpanjang:
        mark = f" ... [terpotong: semula {len(text)} huruf]"
        lost.append(f"terpotong: {len(text)} huruf, paling banyak {terpanjang}")
        plain = plain.encode("utf-16-le")[: 2 * (terpanjang - len(mark))].decode("utf-16-le", "ignore") + mark
    return plain, "; ".join(lost)


def _angka(given: Nilai) -> Nilai:
    """A number; text that is none stays, for the form shows it at its cell."""
    if isinstance(given, bool):
        return "TRUE" if given else "FALSE"
    if not isinstance(given, str):
        return given
    try:
        if given.strip().endswith("%"):  # a .csv of a sheet that shows percents
            return convert.angka(given.strip()[:-1]) / 100
        return convert.angka(given)
    except CellError:
        return given


def _teks(given: Nilai) -> str:
    if isinstance(given, str):
        return given.strip()
    if isinstance(given, date):
        return in_words(given.date() if isinstance(given, datetime) else given)
    if abs(Decimal(given or 0)) >= _EXACT:
        raise BadValue(_HILANG)
    return indonesian(Decimal(format(given, ".15g")) if isinstance(given, float) else Decimal(given or 0))


def _nip(text: str) -> str:
    """Without the spaces that people put between its parts."""
    if _ILMIAH.fullmatch(text.strip()):
        raise BadValue(_HILANG)
    return "".join(text.replace("'", " ").split())


def _dari(text: str, pilihan: Sequence[Nilai]) -> str:
    """The word of the form's list that the text names."""
    words = {fold(str(word)): str(word) for word in pilihan if word}
    wanted = fold(text)
    for spelled in (wanted, _KELAMIN.get(wanted, wanted), fold(golongan(text))):
        if spelled in words:
            return words[spelled]
    ends = [word for spelled, word in words.items() if spelled.endswith(f" {wanted}")]  # 'Muda' for 'Ahli Muda'
    if len(ends) == 1:
        return ends[0]
    raise BadValue(f"'{text}' tidak ada dalam daftar pilihan: {', '.join(words.values())}")


def golongan(text: str) -> str:
    """'III/c' of 'Penata, III c'; what names none as it is."""
    try:
        return find_pangkat(text).kode
    except CellError:
        return text
