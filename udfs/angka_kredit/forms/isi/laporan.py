"""Two files beside the forms: whose number is which (no name or NIP stands in a file name), and what came of each."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl
import xlsxwriter

from ...errors import Refused
from ...files import check_closed, read, replace, write
from .kolom import pegawai, wajib
from .seorang import Hasil
from .tabel import Tabel

DAFTAR, LAPORAN = "daftar.xlsx", "laporan.xlsx"
_DAFTAR = ("Nomor", "NIP", "Berkas")
_PEGAWAI = (
    *("Nomor", "NIP", "Baris tabel", "Berkas", "Keadaan", "Isian yang kurang", "Tidak ditimpa (diketik orang)"),
    *("Ditimpa", "PAK lama tanpa pasangan", "Catatan"),
)
_WIDTHS = (8, 22, 12, 12, 12, 45, 40, 40, 40, 70)


def baca_daftar(path: Path) -> dict[str, int]:
    """NIP -> number, of earlier runs into this folder. Refused where the list cannot be understood."""
    if not path.exists():
        return {}
    try:
        sheet = openpyxl.load_workbook(io.BytesIO(read(path)), read_only=True).worksheets[0]
        rows = list(sheet.iter_rows(min_row=2, max_col=2, values_only=True))
        numbers = {str(nip): int(str(number)) for number, nip in rows if nip}
    except (OSError, ValueError, KeyError) as error:
        raise Refused(f"{path.name} tidak terbaca ({error}); pindahkan folder hasil, atau pilih folder lain") from None
    if len(set(numbers.values())) != len([nip for _, nip in rows if nip]):
        raise Refused(f"{path.name} memuat nomor atau NIP yang berganda; betulkan, atau pilih folder lain")
    return numbers


def tulis_daftar(path: Path, numbers: Mapping[str, int]) -> None:
    """Nothing is written where nothing is new."""
    if numbers and numbers != baca_daftar(path):
        check_closed(path)
        order = sorted(numbers.items(), key=lambda item: item[1])
        rows = [(number, nip, f"{number:04}") for nip, number in order]
        replace(path, _book([("Daftar", _DAFTAR, rows, (8, 22, 14))]))


def tulis_laporan(keluar: Path, tabel: Tabel, found: Sequence[Hasil], lama: Sequence[str]) -> Path:
    """The report: one row a person, then what the table itself lacks."""
    people = [
        (
            hasil.nomor or "",
            *(hasil.nip, hasil.baris, hasil.berkas, hasil.keadaan),
            *map(_lines, (_kurang(hasil), hasil.ditahan, hasil.ditimpa, hasil.tanpa_pasangan, hasil.catatan)),
        )
        for hasil in found
    ]
    said = [*tabel.tidak_dikenal, *(f"tidak ada kolom untuk: {words}" for words in tanpa_kolom(tabel))]
    said += [*tabel.tanpa_pegawai, *lama]
    path = keluar / LAPORAN
    check_closed(path)
    table = ("Tabel", ("Tentang tabelnya",), [(words,) for words in said], (110,))
    write(path, _book([("Pegawai", _PEGAWAI, people, _WIDTHS), table]))
    return path


def tanpa_kolom(tabel: Tabel) -> list[str]:
    """The inputs that the table has no column for: those that must not be missing by name; of the rest how many."""
    needed = {kolom.label for kunci, kolom in pegawai().kolom.items() if wajib(kunci)}
    named = [label for label in tabel.tidak_ada if label in needed]
    rest = f"{len(tabel.tidak_ada) - len(named)} isian lain; boleh diketik kemudian pada berkasnya"
    return [*named, *([rest] if len(named) < len(tabel.tidak_ada) else [])]


def _kurang(hasil: Hasil) -> list[str]:
    """What must not be missing by name; of the rest, which is the same for nearly everybody, how much."""
    rest = f"{len(hasil.kurang)} isian lain masih kosong; boleh diisi kemudian pada berkasnya"
    return [*(f"WAJIB: {label}" for label in hasil.wajib), *([rest] if hasil.kurang else [])]


def _lines(words: Sequence[str]) -> str:
    return "\n".join(words)


def _book(sheets: Iterable[tuple[str, Sequence[str], Sequence[Sequence[str | int]], Sequence[int]]]) -> bytes:
    """A workbook of plain tables; text stays text."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for name, headings, rows, widths in sheets:
            sheet = book.add_worksheet(name)
            for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, heading, bold)
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(number, column, value, plain)
                    else:
                        sheet.write_number(number, column, value, plain)
            sheet.freeze_panes(1, 0)
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
            if rows:
                sheet.autofilter(0, 0, len(rows), len(headings) - 1)
    return output.getvalue()
