"""The performance workbooks as files: their formulas, how they print, what may be typed, what is worded how."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest

from angka_kredit import positions
from angka_kredit.forms.kinerja import keluarga, muat
from angka_kredit.recalc.run import recalculate
from kinerja import Terhitung
from sheets import validator_errors

FILES = {nama: make("A4") for nama, make in keluarga().items()}
every = pytest.mark.parametrize("nama", FILES)


def stem(jenjang: str) -> str:
    return f"ammi_{jenjang.lower().replace(' ', '_')}"


def test_the_workbooks_that_exist() -> None:
    ammi = [f"{stem(jenjang.nama)}.xlsx" for jenjang in positions.all_jabatan()["ammi"].jenjang]
    assert len(ammi) == 4
    assert set(FILES) == {"konversi_2023.xlsx", "konversi_2023_contoh.xlsx", "ammi_ahli_pertama_contoh.xlsx", *ammi}


@every
def test_opens_without_repair_with_its_values(nama: str, tmp_path: Path) -> None:
    path = tmp_path / nama
    outcome = recalculate(FILES[nama])
    path.write_bytes(outcome.data)
    assert validator_errors(path) == [] and outcome.notes == []
    for sheet in openpyxl.load_workbook(path, data_only=True):
        wrong = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "e"]
        assert wrong == [], sheet.title


@every
def test_the_same_bytes_every_time_and_nobody_named(nama: str) -> None:
    assert keluarga()[nama]("A4") == FILES[nama]
    properties = openpyxl.load_workbook(io.BytesIO(FILES[nama])).properties
    assert (properties.creator, properties.lastModifiedBy) == ("Angka Kredit", "Angka Kredit")


@every
@pytest.mark.parametrize("kertas, kode", [("A4", 9), ("F4", 14)])
def test_every_sheet_prints_one_page_wide(nama: str, kertas: str, kode: int) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(keluarga()[nama](kertas))):
        assert sheet.page_setup.fitToWidth in (None, 1) and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.paperSize == kode
        assert "&P dari &N" in (sheet.oddFooter.right.text or "")


@every
def test_formulas_are_locked_and_inputs_are_not(nama: str) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(FILES[nama])):
        assert sheet.protection.sheet and not sheet.protection.password
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            yellow = cell.fill.fgColor.rgb == "FFFFF9DB"
            assert cell.protection.locked != yellow, f"{sheet.title}!{cell.coordinate}"
            assert not (yellow and cell.data_type == "f"), f"{sheet.title}!{cell.coordinate}"


@every
def test_formulas_add_with_sum_and_know_no_text_function(nama: str) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(FILES[nama])):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            bare = re.sub(r'"[^"]*"', "", str(cell.value))
            assert "+" not in bare and not re.search(r"\bTEXT\(|TODAY|NOW\(|INDIRECT|OFFSET", bare), cell.coordinate


@every
def test_every_input_has_its_name_and_says_what_to_type(nama: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FILES[nama]))
    berkas = muat.jabatan()["ammi"] if nama.startswith("ammi") else muat.konversi()
    for isian in muat.isian(berkas):
        sheet, ref = book.defined_names[isian.kunci].attr_text.split("!")
        ref = ref.replace("$", "")
        assert (sheet, book[sheet][f"A{ref[1:]}"].value) == ("Data", isian.label)
        rule = next(rule for rule in book[sheet].data_validations.dataValidation if ref in rule.sqref)
        assert rule.prompt == isian.petunjuk
        assert isian.jenis != "pilihan" or rule.formula1 == isian.pilihan in book.defined_names


def test_the_chart_shows_the_credit_and_both_thresholds() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(FILES["konversi_2023_contoh.xlsx"]))["Proyeksi"]
    chart = sheet._charts[0]  # openpyxl has no public name for the charts that it read
    shown = [series.val.numRef.f for series in chart.series]
    assert shown == [f"Proyeksi!${column}$34:${column}$42" for column in "BCD"]


@pytest.mark.parametrize("nama", ["konversi_2023.xlsx", "ammi_ahli_muda.xlsx"])
def test_what_is_left_over_is_said_of_the_rank_and_of_the_jenjang(nama: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(FILES[nama]))["Penetapan"]
    rows = [[cell.value for cell in row if cell.value] for row in sheet.iter_rows()]
    assert [row[0] for row in rows if "Kelebihan" in row] == ["Kenaikan pangkat", "Kenaikan jenjang"]


@pytest.mark.parametrize("nama, kurang", [("Penetapan", "pangkat")])
def test_the_word_that_does_not_apply_is_struck_out_live(nama: str, kurang: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(FILES["konversi_2023.xlsx"]))[nama]
    rules = {rule.formula[0]: str(area.sqref) for area in sheet.conditional_formatting for rule in area.rules}
    assert all(rule.dxf.font.strike for area in sheet.conditional_formatting for rule in area.rules)
    short = rules[f"AND(ISNUMBER(kelebihan_{kurang}),kelebihan_{kurang}<0)"]
    assert sheet[short.split(":")[0]].value in ("DAPAT", "Kelebihan")


def test_every_butir_of_ammi_stands_in_the_words_of_the_text() -> None:
    for jenjang in positions.all_jabatan()["ammi"].jenjang:
        book = Terhitung(FILES[f"{stem(jenjang.nama)}.xlsx"])
        own = [each for each in positions.all_jabatan()["ammi"].butir.values() if jenjang in each.jenjang]
        assert book.column("kegiatan_kode") == [each.kode for each in own]
        assert book.column("kegiatan_uraian") == [each.uraian for each in own]


def test_nothing_is_quoted_that_was_not_read() -> None:
    """A form of these that is not in a text we have says so on the page."""
    lembar = [muat.konversi().konversi, *map(muat.lembar, ("akumulasi", "penetapan", "integrasi"))]
    lembar += [muat.jabatan()["ammi"].usul, muat.jabatan()["ammi"].penetapan]
    for each in lembar:
        assert each.kop.status == "lazim" and "lazim, bukan kutipan" in each.kop.peraturan.casefold()
        assert each.kata["status"] in ("lazim", "petunjuk")


def test_a_check_that_is_fine_is_not_red() -> None:
    """A number is compared with a number: with a text it would differ always."""
    sheet = openpyxl.load_workbook(io.BytesIO(FILES["ammi_ahli_muda.xlsx"]))["Data"]
    rules = {rule.formula[0] for area in sheet.conditional_formatting for rule in area.rules}
    assert rules == {
        'AND(belum_beres<>"",belum_beres<>0)',
        'AND(pemeriksaan_nip<>"",pemeriksaan_nip<>"SESUAI")',
    }
