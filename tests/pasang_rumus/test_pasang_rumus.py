"""Formulas put into people's own forms: the right ones, where they belong, and nothing else of the file."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from acak import acak
from gaya import Kebenaran
from tata_letak import TataLetak, semua

import office
from angka_kredit.pasang_rumus import BARU, BEDA, DILEWATI, SAMA, Pilihan, Rencana, Sel, pasang
from angka_kredit.recalc.run import recalculate
from angka_kredit.resources import folder
from formulir_instansi import AMBANG, BARIS, DUPAK, PERTAMA, SURAT, buku
from makro import bermakro
from packages import CHAIN, SHEET1, SHEET2, changed, parts
from sheets import cached, validator_errors

FORM = buku()
TOTAL = BARIS["JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG"]
LAMA, BARU_, UNIT = 1.5, 0.0, 0.25  # what tests/kenal/lembaran.py types into every butir; BARU stays empty
KETIK = f"H{PERTAMA + 2}"  # the surat's credit that was typed without the 80%


def done(data: bytes, *, ganti: bool = False, ragu: bool = False) -> Rencana:
    """The workbook plugged; doing it again changes nothing."""
    found, _ = pasang(data, Pilihan(ganti, ragu))
    again, _ = pasang(found.data, Pilihan(ganti, ragu))
    assert again.data == found.data and not again.ditulis
    return found


def at(found: Rencana, lembar: str, ref: str) -> Sel:
    (only,) = [each for each in found.sel if (each.lembar, each.sel) == (lembar, ref)]
    return only


def without_formulas(data: bytes) -> bytes:
    """As a person types it who knows no formulas: the sums are empty."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
        if isinstance(cell.value, str) and cell.value.startswith("="):
            cell.value = None
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def totals(truth: Kebenaran) -> dict[tuple[str, str], float]:
    """What the row that adds all must show in each column, from what the layout says that it typed."""
    rows = [row for row, (kind, _, _) in truth.baris.items() if kind == "butir"]
    credits = sum((2 + row % 3) * UNIT for row in rows)
    product = ("volume", "") in truth.kolom or ("volume", "pengusul") in truth.kolom
    found = {key: 0.0 if key[1] == "tim" else LAMA * len(rows) for key in truth.kolom if key[0] in ("lama", "jumlah")}
    found |= {key: BARU_ for key in truth.kolom if key[0] == "baru" and not product}
    return found | {key: credits for key in truth.kolom if key[0] == "jumlah_ak"}


def shown_totals(data: bytes, truth: Kebenaran, values: dict[str, Any]) -> dict[tuple[str, str], float]:
    letters = {key: openpyxl.utils.get_column_letter(columns[0]) for key, columns in truth.kolom.items()}
    row = next(row for row, (kind, _, _) in truth.baris.items() if kind == "total")
    return {key: values.get(f"{letters[key]}{row}") for key in totals(truth)}


def said(layout: TataLetak) -> bool:
    """The layout says in words which rows add, and adds all at the end, on one sheet."""
    rows = layout.benar[0].baris.values()
    words = "tanpa kata" not in layout.nama and "kolom terbalik" not in layout.nama
    return words and len(layout.benar) == 1 and any(kind == "total" for kind, _, _ in rows)


LAYOUTS = [layout for layout in semua() if said(layout)]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.nama)
def test_empty_sums_of_every_layout_are_filled_and_right(layout: TataLetak) -> None:
    truth = layout.benar[0]
    found = done(without_formulas(layout.data), ragu=True)
    assert {each.status for each in found.sel} == {BARU}
    assert shown_totals(found.data, truth, cached(found.data, truth.lembar)) == pytest.approx(totals(truth))


@pytest.mark.parametrize("layout", [*LAYOUTS, *map(acak, range(7000, 7008))], ids=lambda layout: layout.nama)
def test_formulas_that_do_it_already_stay(layout: TataLetak) -> None:
    found = done(layout.data, ragu=True)
    assert not [each for each in found.sel if each.isi_lama.startswith("=") and each.status != SAMA]


def test_a_form_over_sheets_is_added_over_sheets() -> None:
    layout = next(each for each in semua() if each.nama == "lanjut tanpa kepala")
    found = done(without_formulas(layout.data), ragu=True)
    rows = sum(kind == "butir" for truth in layout.benar for kind, _, _ in truth.baris.values())
    last = layout.benar[-1]
    value = shown_totals(found.data, last, cached(found.data, last.lembar))
    assert value["lama", "pengusul"] == LAMA * rows
    careful = done(without_formulas(layout.data))  # the parts without heading are doubtful
    assert {each.lembar for each in careful.ditulis} == {layout.benar[0].lembar}


def test_libreoffice_shows_the_same_totals(tmp_path: Path) -> None:
    names = ("dupak resmi, nomor di kolom sendiri", "dua pihak: volume, satuan, AK, jumlah", "surat pernyataan", "pak")
    some = [layout for layout in LAYOUTS if layout.nama in names]
    files = []
    for number, data in enumerate([*(without_formulas(layout.data) for layout in some), FORM]):
        files.append(tmp_path / f"{number}.xlsx")
        files[-1].write_bytes(done(data, ragu=True).data)
    assert len(some) == 4
    *theirs, form = office.recalculate(files, tmp_path / "office")
    for layout, cells in zip(some, theirs, strict=True):
        truth = layout.benar[0]
        there = {ref: value for (sheet, ref), value in cells.items() if sheet == truth.lembar}
        assert shown_totals(b"", truth, there) == pytest.approx(totals(truth))
    ours = {(name, ref): value for name in (DUPAK, SURAT) for ref, value in cached(files[-1], name).items()}
    both = [(place, value, ours[place]) for place, value in form.items() if isinstance(value, float)]
    assert len(both) > 60 and all(value == pytest.approx(own) for _, value, own in both)


def test_the_agency_form_by_hand() -> None:
    """0,014 x 100 x 80% = 1,12; 0,047 x 50 = 2,35; typed 0,35 stays; 0,5 x 2 = 1: BARU 4,82; 205 + 4,82 = 209,82."""
    found = done(FORM)
    surat, dupak = cached(found.data, SURAT), cached(found.data, DUPAK)
    assert [surat[f"H{PERTAMA + row}"] for row in range(5)] == pytest.approx([1.12, 2.35, 0.35, 1, 4.82])
    evaluasi, uji = BARIS["Mengevaluasi dan mensahkan laporan hasil pengujian"], BARIS["Mengikuti seminar"]
    assert [dupak[f"{column}{evaluasi}"] for column in "DEFG"] == pytest.approx([0.014, 60, 1.47, 61.47])
    assert dupak[f"G{uji}"] == 10
    assert [dupak[f"{column}{TOTAL}"] for column in "EFG"] == pytest.approx([205, 4.82, 209.82])
    assert [dupak[f"G{AMBANG + row}"] for row in (0, 1)] == pytest.approx([300, 90.18])
    assert not [each for each in found.sel if each.sel == f"J{AMBANG}"]  # the form has no cell for it there
    jenjang = at(found, SURAT, f"H{PERTAMA}").rumus_baru
    assert jenjang == f'=ANGKA_KREDIT(B{PERTAMA},F{PERTAMA},$C$12,"pmb")'  # lives when the person rises


def test_a_typed_number_that_differs_is_kept_and_told_unless_it_may_go() -> None:
    kept, gone = at(done(FORM), SURAT, KETIK), at(done(FORM, ganti=True), SURAT, KETIK)
    assert (kept.status, kept.nilai_lama, kept.nilai_baru) == (BEDA, 0.35, pytest.approx(0.28))
    assert kept.kata == "beda: angka ketikan dipertahankan"
    assert (gone.status, gone.nilai_baru) == (BARU, pytest.approx(0.28))
    equal = at(done(FORM), SURAT, f"H{PERTAMA}")
    assert (equal.status, equal.isi_lama, equal.nilai_baru) == (BARU, "1.12", pytest.approx(1.12))


@pytest.mark.parametrize(("typed", "written"), [(1.1204, True), (1.1206, False), (1.12, True)])
def test_what_the_cell_shows_decides_whether_a_typed_number_differs(typed: float, written: bool) -> None:
    data = _typed(FORM, SURAT, f"H{PERTAMA}", typed)
    assert (at(done(data), SURAT, f"H{PERTAMA}").status == BARU) is written


def _typed(data: bytes, sheet: str, ref: str, value: object) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    book[sheet][ref].value = value  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_everything_else_in_the_file_stays(tmp_path: Path) -> None:
    for data in (bermakro(FORM), buku(manual=True)):
        found = done(data)
        assert changed(data, found.data) == {SHEET1, SHEET2, CHAIN}
        assert list(parts(data)) == list(parts(found.data))
    (tmp_path / "manual.xlsx").write_bytes(found.data)
    assert validator_errors(tmp_path / "manual.xlsx") == []
    assert b'calcMode="manual"' in parts(found.data)["xl/workbook.xml"]
    before, after = (openpyxl.load_workbook(io.BytesIO(each)) for each in (FORM, done(FORM).data))
    planned = {(each.lembar, each.sel) for each in done(FORM).ditulis}
    for sheet in before:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            other = after[sheet.title][cell.coordinate]
            assert other.style_id == cell.style_id
            assert (other.value == cell.value) is ((sheet.title, cell.coordinate) not in planned)


def test_the_result_is_computed_and_stays_so() -> None:
    found = done(FORM)
    assert recalculate(found.data).data == found.data


def test_a_protected_sheet_is_named_and_not_touched() -> None:
    found = done(buku(kunci=SURAT))
    cells = [each for each in found.sel if each.lembar == SURAT]
    assert cells and {each.status for each in cells} == {DILEWATI}
    assert all("diproteksi" in each.sebab for each in cells)
    assert any(each.lembar == DUPAK for each in found.ditulis)


def test_a_sum_that_misses_a_row_or_counts_one_twice_is_told_and_stays() -> None:
    row, seminar = BARIS["JUMLAH UNSUR UTAMA"], BARIS["Mengikuti seminar"]
    short = _typed(FORM, DUPAK, f"E{row}", f"=SUM(E{row - 6}:E{row - 2})")
    kept = at(done(short), DUPAK, f"E{row}")
    assert kept.status == BEDA and f"tidak menjumlah baris {row - 1}" in kept.sebab
    twice = _typed(FORM, DUPAK, f"E{TOTAL}", f"=SUM(E{row},E{seminar}:E{TOTAL - 1})")
    told = at(done(twice), DUPAK, f"E{TOTAL}")
    assert told.status == BEDA and "menghitung dua kali" in told.sebab


def test_what_would_be_an_error_is_left_out_with_what_rests_on_it_whole() -> None:
    found = done(_typed(FORM, SURAT, f"F{PERTAMA + 1}", "banyak"))
    bad = at(found, SURAT, f"H{PERTAMA + 1}")
    assert bad.status == DILEWATI and "#VALUE!" in bad.sebab
    assert at(found, SURAT, f"H{PERTAMA + 4}").nilai_baru == pytest.approx(1.12 + 0.35 + 1)


def test_an_activity_without_a_row_in_the_dupak_is_told() -> None:
    data = _typed(FORM, SURAT, f"C{PERTAMA + 3}", "Menyusun hal lain")
    told = [each for each in done(data).sel if each.sel == f"H{PERTAMA + 3}"]
    assert any("tidak ada di DUPAK" in each.kata for each in told)


def test_nothing_doubtful_is_written_unless_asked_for() -> None:
    layout = next(each for each in semua() if each.nama == "judul salah ketik")
    data = without_formulas(layout.data)
    careful, bold = done(data), done(data, ragu=True)
    doubts = [each for each in careful.sel if each.status == DILEWATI]
    assert doubts and all(each.sebab for each in doubts)
    assert Counter(each.status for each in bold.sel)[DILEWATI] == 0


def _copied(data: bytes, *, linked: bool) -> bytes:
    """The surat once more on another sheet: typed again, or as formulas that show the first."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.copy_worksheet(book[SURAT])
    sheet.title = "Salinan"
    for row in range(PERTAMA, PERTAMA + 4) if linked else ():
        for column in "BCFGH":
            if sheet[f"{column}{row}"].value is not None:
                sheet[f"{column}{row}"].value = f"='{SURAT.replace(chr(39), chr(39) * 2)}'!{column}{row}"
    out = io.BytesIO()
    book.save(out)
    return recalculate(out.getvalue()).data if linked else out.getvalue()


def test_an_activity_that_stands_twice_is_not_counted_twice() -> None:
    place = f"F{BARIS['Mengevaluasi dan mensahkan laporan hasil pengujian']}"
    shown = at(done(_copied(FORM, linked=True)), DUPAK, place)
    assert shown.nilai_baru == pytest.approx(1.47) and "Salinan" not in shown.rumus_baru
    typed = at(done(_copied(FORM, linked=False)), DUPAK, place)
    assert typed.status == DILEWATI and "dua surat pernyataan" in typed.sebab


@pytest.mark.parametrize("name", ["pmb_ahli_muda_contoh", "konversi_2023_contoh"])
def test_our_own_forms_need_nothing(name: str) -> None:
    """They have all their formulas; the thresholds of yearly appraisals are not those of the cumulative scale."""
    found = done((folder("templates") / f"{name}.xlsx").read_bytes())
    assert not found.ditulis and not [each for each in found.sel if each.status == BEDA]


def test_a_number_that_is_a_text_is_told_and_never_left_out_of_a_sum_in_silence() -> None:
    seminar = BARIS["Mengikuti seminar"]
    found = done(_typed(FORM, DUPAK, f"E{seminar}", "12,5"), ragu=True)
    for ref in (f"G{seminar}", f"E{seminar + 2}"):
        cell = at(found, DUPAK, ref)
        assert cell.status == DILEWATI and f"E{seminar} berisi teks '12,5'" in cell.sebab
    volume = at(done(_typed(FORM, SURAT, f"F{PERTAMA + 3}", "2 kali"), ragu=True), SURAT, f"H{PERTAMA + 3}")
    assert volume.status == DILEWATI and "'2 kali'" in volume.sebab
    assert at(done(_typed(FORM, DUPAK, f"E{seminar}", "-")), DUPAK, f"G{seminar}").status == BARU
