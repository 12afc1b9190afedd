"""A copy of the workbook with each finding as a comment at its cell; nothing else in the file changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter

from ..errors import Refused
from ..kenal import Kisi
from ..recalc.package import Package
from ..recalc.workbook import Place
from ..recalc.writer import write
from .bahan import Bahan
from .temuan import Temuan, jenis, rujukan

_LONGEST = 8_000  # characters of one comment that a person still reads


def ditandai(bahan: Bahan, temuan: Sequence[Temuan]) -> tuple[bytes, list[str]]:
    """(the marked copy, in words what could not be marked). Comments that stand there are kept, ours below them."""
    texts: dict[Place, list[str]] = {}
    sheets = {kisi.nama: kisi for kisi in bahan.kisi}
    for each in temuan:
        texts.setdefault(_tempat(sheets, each), []).append(_kata(each))
    comments = {place: "\n\n".join(words)[:_LONGEST] for place, words in texts.items()}
    try:
        return _tulis(bahan.data, comments), []
    except Refused:
        return _satu_satu(bahan.data, comments)


def _satu_satu(data: bytes, comments: Mapping[Place, str]) -> tuple[bytes, list[str]]:
    """Where one cell takes no comment, the others still get theirs."""
    left: list[str] = []
    for place, words in comments.items():
        try:
            data = _tulis(data, {place: words})
        except Refused as reason:
            left.append(f"{place} tidak ditandai: {reason}")
    return data, left


def _tulis(data: bytes, comments: Mapping[Place, str]) -> bytes:
    return write(Package(data), {}, {}, comments)


def _tempat(sheets: Mapping[str, Kisi], temuan: Temuan) -> Place:
    """The first cell of the finding, of its merged area where it lies in one; A1 for a finding about a sheet."""
    lembar = temuan.lembar if temuan.lembar in sheets else next(iter(sheets))
    row, column = coordinate_to_tuple(temuan.sel.partition(":")[0] or "A1")
    row, column = sheets[lembar].induk(row, column)
    return Place(lembar, f"{get_column_letter(column)}{row}")


def _kata(temuan: Temuan) -> str:
    kind, doubt, article = jenis(temuan), f" (dugaan: {temuan.ragu})" if temuan.ragu else "", rujukan(temuan)
    lines = (f"{kind.berat.upper()}: {kind.judul}{doubt}", temuan.salah, temuan.lakukan, article)
    return "\n".join(filter(None, lines))
