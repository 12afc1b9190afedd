"""Every workbook of every jenjang: whole, sound, printable, its names in place, its butir those of the data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from angka_kredit import positions
from angka_kredit.resources import folder
from angka_kredit.rules.faktor_jenjang import nearest
from angka_kredit.words import fold
from dupak import JENJANG, LEMBAR, opened, place, susunan
from sheets import validator_errors
from terbaca import Terbaca

NAMES = (
    *("jabatan", "nama_jabatan", "kategori", "jenjang", "nama_pangkat"),
    *("lampiran_sha256", "pemeriksaan", "kekurangan"),
)
KEGIATAN = (
    *("tanggal", "baris", "urut", "uraian", "satuan", "volume", "ak_satuan", "faktor", "porsi", "ak", "bukti"),
    *("penugasan", "kode", "periksa"),
)
every = pytest.mark.parametrize(("jabatan", "jenjang"), JENJANG)


@cache
def built(jabatan: str, jenjang: str) -> bytes:
    """As it stands in templates/, built and computed: test_fresh says that it is what the program builds now."""
    return (folder("templates") / f"{jabatan}_{fold(jenjang).replace(' ', '_')}.xlsx").read_bytes()


@cache
def shown(jabatan: str, jenjang: str) -> Workbook:
    """The workbook read once for all tests that only look."""
    return opened(built(jabatan, jenjang))


def test_both_jabatan_whole() -> None:
    levels = {(id, jenjang.nama) for id in ("pmb", "assessor") for jenjang in positions.all_jabatan()[id].jenjang}
    assert set(JENJANG) == levels and len(levels) == 11


@every
def test_it_opens_without_repair(jabatan: str, jenjang: str, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(built(jabatan, jenjang))
    assert validator_errors(path) == []


@every
def test_every_formula_has_a_value_and_no_name_is_unknown(jabatan: str, jenjang: str) -> None:
    book = Terbaca(built(jabatan, jenjang))
    count = len(book.formulas)
    for each in book.formulas:
        assert not str(book.values[each]).startswith("#"), f"{each} is {book.values[each]}"
    assert count > 3000


@every
def test_it_prints_one_page_wide(jabatan: str, jenjang: str) -> None:
    book = shown(jabatan, jenjang)
    assert [name for name in book.sheetnames if name in LEMBAR] == list(LEMBAR)
    for name in LEMBAR:
        sheet = book[name]
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth or 1) == (9, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight in (0, 1)
        assert "Halaman &P dari &N" in sheet.oddFooter.right.text
        assert sheet.protection.sheet and not sheet.protection.password


@every
def test_its_names_are_there(jabatan: str, jenjang: str) -> None:
    book, rows = shown(jabatan, jenjang), susunan(jabatan, jenjang)
    groups = [unsur.kode for unsur in (*rows.utama, *rows.penunjang)] + [sub.kode for sub in rows.sub[:-1]]
    for nama in [*groups, "blok", "utama", "penunjang", "semua"]:
        for prefix in ("dupak", "tim"):
            for column in ("lama", "baru", "jumlah"):
                sheet, ref = place(book, f"{prefix}_{column}_{nama}")
                assert sheet.title == "DUPAK" and sheet[ref].data_type == "f"
    for nama in NAMES:
        place(book, nama)
    heights = {
        place(book, f"kegiatan_{nama}")[1].translate({ord(c): None for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
        for nama in KEGIATAN
    }
    assert heights == {"6:105"}


@every
def test_the_butir_of_the_own_jenjang_are_printed_once(jabatan: str, jenjang: str) -> None:
    level = positions.find_jenjang(jabatan, jenjang)
    data = list(positions.all_jabatan()[jabatan].butir.values())
    own = [butir for butir in data if level in butir.jenjang]
    sheet = shown(jabatan, jenjang)["DUPAK"]
    printed = [line.butir for sub in susunan(jabatan, jenjang).sub for line in sub.baris if line.butir]
    assert sorted(b.kode for b in printed) == sorted(b.kode for b in own)
    words = {cell.value for (cell,) in sheet["D1:D400"]}
    assert {butir.uraian for butir in own} <= words
    if jabatan == "assessor":
        assert len(own) == {"Pertama": 76, "Muda": 62, "Madya": 49, "Utama": 37}[jenjang]


@every
def test_lampiran_holds_the_ladder(jabatan: str, jenjang: str) -> None:
    book, level = shown(jabatan, jenjang), positions.find_jenjang(jabatan, jenjang)
    sheet, ref = place(book, "lampiran_kode")
    codes = [cell.value for (cell,) in sheet[ref]]
    butir = [b for b in positions.all_jabatan()[jabatan].butir.values() if b.jenjang[0].kategori == level.kategori]
    assert codes == [each.kode for each in butir] + [None] * 60
    owners, where = place(book, "lampiran_jenjang")
    got = [cell.value for (cell,) in owners[where]]
    assert got[: len(butir)] == [nearest(level, each.jenjang).nama for each in butir]
    credit, where = place(book, "lampiran_ak")
    for each, (cell,) in zip(butir, credit[where], strict=False):
        assert cell.value == (float(each.ak) if each.ak is not None else None)
        assert cell.protection.locked == (each.ak is not None)  # an absent credit is typed here
    sheet, ref = place(book, "lampiran_sha256")
    assert sheet[ref].value is None  # packaged data
