"""An agency's own form filled in from the table of people: what is written, what is kept, what is told."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from angka_kredit.cli import main
from angka_kredit.forms.isi.bentuk import Rencana
from angka_kredit.forms.isi.nilai import Nilai
from angka_kredit.forms.templat_sendiri.kredit import Kegiatan
from angka_kredit.forms.templat_sendiri.orang import fakta as fakta_orang
from angka_kredit.forms.templat_sendiri.orang import teks as kata_orang
from angka_kredit.kenal import baca, kenali_kisi, profil
from angka_kredit.recalc import office_program
from packages import changed, with_macro
from templat_instansi import BARIS, templat

DUA, SATU = "198203032008031996", "198501012010012999"
PEGAWAI = f"""NIP;Nama;Pangkat/Gol. Ruang;TMT Pangkat;Jabatan;Jenjang;TMT Jabatan;Unit Kerja;Nama Atasan;NIP Atasan
'{DUA};CONTOH DUA;Penata, III/c;01/04/2013;Assessor SDM Aparatur;Muda;01/06/2013;Pusat;ATASAN;'197001012000011999
'{SATU};CONTOH SATU;III/c;;Assessor SDM Aparatur;Muda;;Balai;;
"""
KEGIATAN = f"""NIP;Tanggal;Kode Butir;Uraian;Angka Kredit;Volume;Bukti Fisik
'{DUA};12/02/2016;K-14;Menjadi ketua tim;0,35;3;Surat
'{DUA};13/02/2016;K-16;Menulis laporan;0,5;2;Laporan
'{DUA};14/02/2016;K-14;Menjadi ketua tim;0,35;1;Surat
'{DUA};15/02/2016;;Menulis laporan;0,5;1;Laporan
'{DUA};16/02/2016;K-99;Lain sama sekali;0,5;1;Laporan
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "pegawai.csv").write_text(PEGAWAI)
    (tmp_path / "kegiatan.csv").write_text(KEGIATAN)
    (tmp_path / "form.xlsx").write_bytes(templat())
    return tmp_path


def isi(desk: Path, *more: str, form: str = "form.xlsx") -> Result:
    tables = [word for name in ("pegawai", "kegiatan") for word in ("--data", str(desk / f"{name}.csv"))]
    return CliRunner().invoke(
        main, ["isi", "--templat", str(desk / form), *tables, "--keluar", str(desk / "hasil"), *more]
    )


def book(desk: Path, name: str = "0001.xlsx", *, values: bool = True) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO((desk / "hasil" / name).read_bytes()), data_only=values)


def told(desk: Path, row: int = 2) -> dict[str, str]:
    sheet = openpyxl.load_workbook(desk / "hasil" / "laporan.xlsx")["Pegawai"]
    return {str(head.value): str(cell.value or "") for head, cell in zip(sheet[1], sheet[row], strict=True)}


def test_a_person_and_her_activities_stand_in_the_agencys_form(desk: Path) -> None:
    assert isi(desk).exit_code == 0
    form, letter = book(desk)["Sheet"], book(desk)["SPMK"]
    assert [form[f"D{row}"].value for row in range(3, 8)] == [
        "CONTOH DUA",
        DUA,
        "Penata, III/c / 1 April 2013",
        "Assessor Sumber Daya Manusia Aparatur Muda / 1 Juni 2013",
        "Pusat",
    ]
    # K-14: 3 + 1 units of 0.25, which the form prints; K-16: 2 of 0.25; together 1 + 0.5
    assert [form[f"D{row}"].value for row in (14, 15, 16)] == [4, None, 2]
    assert (form["F14"].value, form["F16"].value, form["F18"].value) == (1, 0.5, 1.5)
    assert [letter[ref].value for ref in ("D4", "D5", "D8", "D9")] == [
        "ATASAN",
        "197001012000011999",
        "CONTOH DUA",
        DUA,
    ]
    assert [letter[f"B{row}"].value for row in range(13, 17)] == [
        "Menjadi ketua tim",
        "Menulis laporan",
        "Menjadi ketua tim",
        "Menulis laporan",
    ]
    assert [letter[f"{column}13"].value for column in "ACEFGH"] == [
        1,
        "12 Februari 2016",
        3,
        0.35,
        pytest.approx(1.05),
        "Surat",
    ]
    assert letter["G17"].value == pytest.approx(3 * 0.35 + 2 * 0.5 + 0.35 + 0.5)
    second = book(desk, "0002.xlsx")["Sheet"]
    assert (second["D3"].value, second["D5"].value, second["D14"].value) == ("CONTOH SATU", "Penata, III/c", None)


def test_what_has_no_row_or_line_is_told_and_all_else_stays_byte_for_byte(desk: Path) -> None:
    isi(desk)
    notes = told(desk)["Catatan"]
    assert "kegiatan 4 (Menulis laporan): tidak muat di DUPAK; beberapa baris cocok: 15, 16" in notes
    assert "kegiatan 5 (K-99): tidak muat di DUPAK; tidak ada butir" in notes
    assert f"kegiatan 5 (K-99): tidak muat di SPMK, yang hanya punya {BARIS} baris" in notes
    sheets = {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    assert changed((desk / "form.xlsx").read_bytes(), (desk / "hasil" / "0001.xlsx").read_bytes()) == sheets
    assert book(desk, values=False)["Sheet"]["F14"].value == "=D14*E14"


@pytest.mark.parametrize(
    ("fakta", "jabatan", "tercetak", "hasil"),
    [
        ({"kode": "MADYA-III.2.a", "volume": 12}, "Penguji Mutu Barang", None, 0.1344),  # 0.014 x 12 x 80%: III.2.a
        ({"kode": "MADYA-III.2.a", "volume": 12}, "pmb", Decimal("0.05"), 0.48),  # 0.05 x 12 x 80%
        ({"uraian": "x", "volume": Decimal("1.5"), "porsi": 0.6}, "Widyaiswara", Decimal("0.4"), 0.36),  # no factor
        ({"uraian": "x", "volume": 2}, "Widyaiswara", None, None),  # nobody knows the unit
        ({"uraian": "x", "ak_satuan": 0.5}, "pmb", None, None),  # no volume
    ],
)
def test_the_credit_of_an_activity(
    fakta: dict[str, Nilai], jabatan: str, tercetak: Decimal | None, hasil: float | None
) -> None:
    found = Kegiatan(fakta, {"jabatan": jabatan, "jenjang": "Ahli Muda"}, "kegiatan 1").kredit(tercetak)
    assert found == (None if hasil is None else pytest.approx(hasil, abs=1e-12))


@pytest.mark.parametrize(
    ("isi", "label", "teks"),
    [
        ("pangkat", "Pangkat/Golongan Ruang", "Penata, III/c"),
        ("pangkat", "Pangkat/Gol. Ruang, terhitung mulai tanggal", "Penata, III/c / 1 April 2013"),
        ("jabatan", "Jabatan/TMT", "Widyaiswara Ahli Muda"),
        ("lahir", "Tempat dan Tanggal Lahir", "Kota, 1 Januari 1982"),
        ("masa_penilaian", "Masa Penilaian", "1 Januari 2016 s/d 31 Desember 2016"),
        ("jenis_kelamin", "Jenis Kelamin", "Laki-laki"),
        ("karpeg", "Karpeg", None),
    ],
)
def test_a_datum_in_the_words_of_the_form(isi: str, label: str, teks: str | None) -> None:
    facts = fakta_orang(
        {
            "golongan": "III c",
            "tmt_golongan": date(2013, 4, 1),
            "jabatan": "Widyaiswara",
            "jenjang": "Ahli Muda",
            "tempat_lahir": "Kota",
            "tanggal_lahir": "01/01/1982",
            "masa_dari": date(2016, 1, 1),
            "masa_sampai": date(2016, 12, 31),
            "jenis_kelamin": "L",
        },
        Rencana(),
    )
    assert kata_orang(isi, "pegawai", label, facts) == teks


def test_a_second_run_changes_nothing_and_what_a_person_typed_stays(desk: Path) -> None:
    isi(desk)
    first = (desk / "hasil" / "0001.xlsx").read_bytes()
    isi(desk)
    assert (desk / "hasil" / "0001.xlsx").read_bytes() == first
    edited = book(desk, values=False)
    edited["Sheet"]["D14"] = 7
    edited.save(desk / "hasil" / "0001.xlsx")
    isi(desk)
    assert (
        book(desk)["Sheet"]["D14"].value == 7
        and "volume baris 14 (Sheet!D14)" in told(desk)["Tidak ditimpa (diketik orang)"]
    )
    isi(desk, "--timpa")
    assert book(desk)["Sheet"]["D14"].value == 4 and "volume baris 14" in told(desk)["Ditimpa"]


def test_marks_to_write_upon_are_no_contents_and_another_persons_form_is_refused(desk: Path) -> None:
    (desk / "form.xlsx").write_bytes(templat(penanda="........"))
    isi(desk)
    assert book(desk)["Sheet"]["D4"].value == DUA
    (desk / "lain.xlsx").write_bytes(templat(penanda=SATU))
    refused = isi(desk, "--keluar", str(desk / "hasil2"), form="lain.xlsx")
    assert refused.exit_code == 1 and "lain.xlsx berisi NIP orang lain" in refused.output
    assert not (desk / "hasil2" / "0001.xlsx").exists()


def test_macros_stay_and_locked_cells_are_told_not_written(desk: Path) -> None:
    data = with_macro(templat(kunci=True))
    (desk / "form.xlsm").write_bytes(data)
    assert isi(desk, form="form.xlsm").exit_code == 0
    made = (desk / "hasil" / "0001.xlsm").read_bytes()
    assert changed(data, made) == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}  # their sums are computed
    assert book(desk, "0001.xlsm")["Sheet"]["D4"].value is None
    assert book(desk, "0001.xlsm")["SPMK"]["B13"].value == "Menjadi ketua tim"
    assert "lembar 'Sheet': sel D4 terkunci; lembarnya diproteksi" in told(desk)["Catatan"]


def test_the_profile_says_where_things_stand_and_must_fit(desk: Path) -> None:
    text = profil.simpan(kenali_kisi(baca(templat())))
    (desk / "form.toml").write_text(text.replace('label = "B7"\nsel = "D7"', 'label = "B7"\nsel = "H7"'))
    isi(desk, "--profil", str(desk / "form.toml"))
    assert [book(desk)["Sheet"][ref].value for ref in ("D7", "H7")] == [None, "Pusat"]
    (desk / "form.toml").write_text(text.replace('label = "B4"', 'label = "B5"'))
    refused = isi(desk, "--profil", str(desk / "form.toml"))
    assert refused.exit_code == 1 and "Sheet!B5 berisi 'Pangkat" in refused.output


def test_an_old_form_is_copied_by_libreoffice_only_when_asked(desk: Path, need_program: Callable[[str], str]) -> None:
    profile = f"-env:UserInstallation={(desk / 'profil').as_uri()}"
    command = [need_program("soffice"), profile, "--headless", "--convert-to", "xls", "form.xlsx"]
    subprocess.run(command, cwd=desk, env=office_program.environment(), check=True, capture_output=True)
    refused = isi(desk, form="form.xls")
    assert refused.exit_code == 1 and "beri --konversi" in refused.output
    assert isi(desk, "--konversi", form="form.xls").exit_code == 0
    assert book(desk)["Sheet"]["F18"].value == 1.5
    assert (desk / "hasil" / "form (konversi LibreOffice).xlsx").exists()
    sheet = openpyxl.load_workbook(desk / "hasil" / "laporan.xlsx")["Tabel"]
    assert any("salinan .xlsx yang dibuat LibreOffice" in str(row[0].value) for row in sheet.iter_rows())


def test_numbers_left_in_the_form_and_a_person_without_activities_are_told(desk: Path) -> None:
    sheets = openpyxl.load_workbook(io.BytesIO(templat()))
    kisi, form, row = next(
        (grid, form, row)
        for grid in baca(templat())
        for sheet in kenali_kisi([grid]).lembar
        for form in sheet.formulir
        for row in form.baris
        if row.jenis == "butir" and form.jenis == "dupak"
    )
    column = next(each.kolom[0] for each in form.kolom if each.isi in ("volume", "lama"))
    left = sheets[kisi.nama].cell(row.nomor, column, 7).coordinate
    sheets.save(desk / "form.xlsx")
    isi(desk)
    assert f"{kisi.nama}!{left}" in told(desk)["Catatan"]
    assert "tidak ada kegiatannya" in told(desk, 3)["Catatan"] and told(desk, 3)["Keadaan"] == "periksa"
