"""Which imported Lampiran a workbook of ours was made with, and whether it is the one that is in use here."""

from __future__ import annotations

from ..errors import CellError, DataError, Refused
from ..positions import find_jabatan
from ..regulations import sources
from .loaded import Read
from .references import reference
from .values import Value

_RECORD, _JABATAN = "LAMPIRAN_SHA256", "JABATAN"  # defined names of our forms
_SHOWN = 12  # digits of a checksum, as in the name of the file that an import keeps


def check_lampiran(book: Read) -> None:
    """Refused where the workbook records another imported Lampiran than the one in use for its jabatan.

    Also where its formulas take every credit from its own sheet: then its numbers are from two sources. A workbook
    that records none goes with any: its credits are the text's, or were typed."""
    recorded = str(_named(book, _RECORD) or "").strip().lower()
    if not recorded:
        return
    jabatan = _id(str(_named(book, _JABATAN) or ""))
    in_use = _in_use(jabatan)
    if recorded != in_use:
        here = f"Lampiran dengan sha256 {in_use[:_SHOWN]}..." if in_use else "tidak ada Lampiran impor"
        raise Refused(
            f"sel {book.info.names[_RECORD].replace('$', '')} mencatat Lampiran impor jabatan {jabatan or '?'} dengan "
            f"sha256 {recorded[:_SHOWN]}..., sedangkan yang dipakai di sini: {here}. Sebut folder data impor yang "
            "memuat Lampiran itu dengan --lampiran, impor Lampiran itu lagi, atau buat formulirnya lagi dari data di "
            "sini; 'angka-kredit lampiran' menunjukkan yang terpasang"
        )


def _named(book: Read, name: str) -> Value:
    """What the single cell of this name holds; None where there is no such cell."""
    try:
        sheet, area = reference(name, book.info.names)
    except Refused:  # copies of one name that differ: no formula that uses ours passes the gate then
        return None
    if sheet is None or sheet not in book.contents or ":" in area:
        return None
    return book.contents.value(sheet, area)


def _id(jabatan: str) -> str:
    try:
        return find_jabatan(jabatan).id
    except CellError:  # not installed here
        return jabatan


def _in_use(jabatan_id: str) -> str:
    """The checksum of the active Lampiran of a jabatan as this process has read it; '' where it has none."""
    try:
        return sources.lampiran_in_use().get(jabatan_id, "")
    except DataError as error:
        raise Refused(str(error)) from None
