"""A fact as a table holds it becomes what its cell takes; what it cannot be is said in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from ...errors import BadValue, CellError
from ...functions import convert
from ...regulations.umum import find_pangkat
from ...words import baca_tanggal, fold, indonesian
from ...words import tanggal as in_words
from .kolom import Kolom

Nilai = str | int | float | Decimal | date | None
_EXACT = 10**15  # a spreadsheet keeps 15 digits of a number
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
    if kolom.jenis == "tanggal":
        return _tanggal(given)
    if kolom.jenis == "angka":
        return _angka(given)
    text = _teks(given)
    if kolom.jenis == "nip":
        return _nip(text)
    return _dari(text, pilihan) if pilihan else text


def _tanggal(given: Nilai) -> Nilai:
    if isinstance(given, str):
        return baca_tanggal(given)
    return convert.tanggal(float(given) if isinstance(given, Decimal) else given)


def _angka(given: Nilai) -> Nilai:
    """A number; text that is none stays, for the form shows it at its cell."""
    if not isinstance(given, str):
        return given
    try:
        return convert.angka(given)
    except CellError:
        return given


def _teks(given: Nilai) -> str:
    if isinstance(given, str):
        return given.strip()
    if isinstance(given, date):
        return in_words(given.date() if isinstance(given, datetime) else given)
    if abs(Decimal(given or 0)) >= _EXACT:
        raise BadValue("berupa angka, sehingga angka-angka terakhirnya sudah hilang; ketik ulang sebagai teks")
    return indonesian(Decimal(format(given, ".15g")) if isinstance(given, float) else Decimal(given or 0))


def _nip(text: str) -> str:
    """Without the spaces that people put between its parts."""
    return "".join(text.replace("'", " ").split())


def _dari(text: str, pilihan: Sequence[Nilai]) -> str:
    """The word of the form's list that the text names."""
    words = {fold(str(word)): str(word) for word in pilihan if word}
    wanted = fold(text)
    for spelled in (wanted, _KELAMIN.get(wanted, wanted), fold(_golongan(text))):
        if spelled in words:
            return words[spelled]
    raise BadValue(f"'{text}' tidak ada dalam daftar pilihan: {', '.join(words.values())}")


def _golongan(text: str) -> str:
    try:
        return find_pangkat(text).kode
    except CellError:
        return text
