"""Marked copies: the findings as comments at their cells, and nothing else of the file touched."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from buku_periksa import BEDA, GALAT, LEMBAR_DUPAK, NIP, dupak, jalankan
from openpyxl.comments import Comment

from angka_kredit.periksa.bahan import bahan
from angka_kredit.periksa.tandai import ditandai
from angka_kredit.periksa.temuan import Temuan
from packages import changed, rich
from sheets import validator_errors

SALAH = dupak(BEDA, {GALAT: ("=C11/D20", "#DIV/0!")})


def catatan(data: bytes | Path) -> dict[str, str]:
    sheet = openpyxl.load_workbook(io.BytesIO(data) if isinstance(data, bytes) else data).worksheets[0]
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def galat(lembar: str, sel: str, salah: str = "Salah.") -> Temuan:
    return Temuan("sel_galat", lembar, sel, salah, "Betulkan.", "mungkin")


def test_the_copy_has_the_findings_and_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(SALAH)
    (tmp_path / "bersih.xlsx").write_bytes(dupak())
    found = jalankan(tmp_path, "--tandai", tmp_path / "tanda")
    assert found.exit_code == 1 and "1 salinan ditandai." in found.output
    copy = tmp_path / "tanda" / "a.xlsx"
    assert {NIP, GALAT} <= set(catatan(copy)) and "#DIV/0!" in catatan(copy)[GALAT]
    assert list((tmp_path / "tanda").iterdir()) == [copy] and (tmp_path / "a.xlsx").read_bytes() == SALAH
    assert validator_errors(copy) == []
    assert "a.xlsx" in jalankan(tmp_path, "--tandai", tmp_path / "tanda").output  # the copies are not checked


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_nothing_else_in_the_file_changes() -> None:
    before = rich()
    book = bahan(before, "kaya.xlsx")
    name = book.kisi[0].nama
    after, left = ditandai(book, [galat(name, "B2")])
    assert not left
    parts = {part for part in changed(before, after) if "comments" not in part and "vmlDrawing" not in part}
    assert not parts - {"[Content_Types].xml", "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"}


def buku(*comments: tuple[str, Comment], merged: str = "") -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    sheet.title, sheet["B2"], sheet["B3"] = LEMBAR_DUPAK, 1, 2
    for ref, comment in comments:
        sheet[ref].comment = comment
    if merged:
        sheet.merge_cells(merged)
    book.save(file)
    return file.getvalue()


def test_a_comment_that_stands_there_is_kept() -> None:
    book = bahan(buku(("B2", Comment("catatan penilai", "Penilai"))))
    data, left = ditandai(book, [galat(LEMBAR_DUPAK, "B2", "Satu."), galat(LEMBAR_DUPAK, "B2", "Dua.")])
    text = catatan(data)["B2"]
    assert not left and text.startswith("catatan penilai") and "Satu." in text and "Dua." in text
    again, _ = ditandai(bahan(data), [galat(LEMBAR_DUPAK, "B2", "Satu."), galat(LEMBAR_DUPAK, "B2", "Dua.")])
    assert again == data


def test_a_finding_inside_a_merged_cell_or_about_a_sheet_finds_its_place() -> None:
    book = bahan(buku(merged="B2:C4"))
    found = [galat(LEMBAR_DUPAK, "C3"), galat(LEMBAR_DUPAK, ""), galat(LEMBAR_DUPAK, "E5:E9")]
    assert set(catatan(ditandai(book, found)[0])) == {"B2", "A1", "E5"}


def test_a_cell_that_takes_no_comment_is_told_and_the_others_get_theirs() -> None:
    book = bahan(buku(("B2", Comment("utas", "tc={1}"))))
    data, left = ditandai(book, [galat(LEMBAR_DUPAK, "B2"), galat(LEMBAR_DUPAK, "B3")])
    assert len(left) == 1 and "B2 tidak ditandai" in left[0] and "utas" in left[0]
    assert "Salah." in catatan(data)["B3"] and catatan(data)["B2"] == "utas"
