"""What offices have in their folders besides: other workbooks, damaged ones, values that nobody computed, formulas as
names, one person twice. Each is named, and stops nobody."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl

from angka_kredit.forms.kinerja.keluarga import build_konversi
from kantor import TANGGAL, dihitung, diketik, kantor, lembar, pegawai, rekap, templat
from sheets import workbook

STEM = "konversi_2023_contoh"
RUMUS = '=HYPERLINK("http://contoh.invalid","x")'


def berkas(folder: Path) -> dict[str, tuple[str, str]]:
    rows = lembar(folder / "rekap.xlsx", "Berkas")
    return {row["Berkas"]: (row["Keadaan"], row["Keterangan"] or "") for row in rows}


def test_one_bad_file_stops_nobody(tmp_path: Path) -> None:
    data = templat(STEM)[0]
    files = {
        "baik.xlsx": data,
        "asing.xlsx": workbook({"B1": "=1+1"}),
        "terpotong.xlsx": data[: len(data) // 2],
        "kosong.xlsx": b"",
        "unit/templat.xlsx": build_konversi(),
        "baik.cadangan-1.xlsx": data,
        "~$baik.xlsx": b"kunci",
    }
    result = rekap(kantor(tmp_path, files), "--tanggal", TANGGAL)
    assert result.exit_code == 1 and "TIDAK DIBACA asing.xlsx: bukan buku kerja Angka Kredit" in result.output
    assert "CONTOH PEGAWAI" not in result.output and "19900303" not in result.output  # no personal data on the screen
    assert list(pegawai(tmp_path)) == ["baik.xlsx"]
    found = berkas(tmp_path)
    assert set(found) == {"baik.xlsx", "asing.xlsx", "terpotong.xlsx", "kosong.xlsx", "unit/templat.xlsx"}
    assert found["unit/templat.xlsx"][0] == "belum diisi"
    assert all(found[name][0] == "tidak dibaca" and found[name][1] for name in ("terpotong.xlsx", "kosong.xlsx"))


def test_values_that_nobody_computed_are_said_and_not_counted(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(templat(STEM)[0]))  # openpyxl keeps no computed value
    book["Data"]["B30"] = "CONTOH TANPA NILAI"
    tanpa = io.BytesIO()
    book.save(tanpa)
    lama = diketik(STEM, {"golongan": "III/a"})  # the values are still those of III/b
    files = {"tanpa.xlsx": tanpa.getvalue(), "lama.xlsx": lama}
    result = rekap(kantor(tmp_path, files), "--tanggal", TANGGAL)
    assert result.exit_code == 0 and "hitung-ulang" in result.output
    rows = pegawai(tmp_path)
    # the same NIP and period: one of the two is used, and says so
    ((name, row),) = rows.items()
    assert row["Status"] == "Tidak terhitung" and row["Angka kredit"] is None and "hitung-ulang" in row["Periksa"]
    assert "NIP dan masa penilaian yang sama" in row["Periksa"] and name == "lama.xlsx"


def test_the_newest_workbook_of_a_person_counts(tmp_path: Path) -> None:
    newer = {"masa_sampai": date(2025, 12, 31), "riwayat_bulan:3": 12}
    files = {"a.xlsx": dihitung(STEM, newer), "b.xlsx": templat(STEM)[0]}
    assert rekap(kantor(tmp_path, files), "--tanggal", TANGGAL).exit_code == 0
    assert list(pegawai(tmp_path)) == ["a.xlsx"] and berkas(tmp_path)["b.xlsx"][0] == "tidak dipakai"
    assert "a.xlsx" in berkas(tmp_path)["b.xlsx"][1]


def test_a_name_like_a_formula_stays_text(tmp_path: Path) -> None:
    data = diketik(STEM, {"nama": RUMUS, "unit_kerja": "+62 Balai"})
    assert rekap(kantor(tmp_path, {"a.xlsx": data}), "--tanggal", TANGGAL).exit_code == 0
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "rekap.xlsx")["Pegawai"].iter_rows() for cell in row]
    (name,) = [cell for cell in cells if cell.value == RUMUS]
    assert name.data_type == "s" and any(cell.value == "+62 Balai" and cell.data_type == "s" for cell in cells)


def test_what_is_missing_and_errors_in_cells(tmp_path: Path) -> None:
    data = dihitung(STEM, {"unit_kerja": None, "tmt_jabatan": None, "riwayat_jumlah:2": "entah", "lain_baru": "x"})
    assert rekap(kantor(tmp_path, {"a.xlsx": data}), "--tanggal", TANGGAL).exit_code == 0
    missing = {row["Yang belum diisi"] for row in lembar(tmp_path / "rekap.xlsx", "Data kurang")}
    assert missing == {"Unit kerja", "TMT jabatan"}
    (row,) = pegawai(tmp_path).values()
    assert row["Unit kerja"] == "(unit kerja kosong)" and "riwayat: JUMLAH: 'entah' bukan angka" in row["Periksa"]
    assert "periksa_riwayat" not in row["Periksa"]
    data = dihitung("pmb_ahli_muda_contoh", {"kegiatan_ak_ketik:0": "x"})  # text as a credit is #VALUE!
    folder = kantor(tmp_path / "dua", {"b.xlsx": data})
    assert rekap(folder, "--tanggal", TANGGAL).exit_code == 0
    errors = lembar(folder / "rekap.xlsx", "Galat")
    assert {row["Galat"] for row in errors} >= {"#VALUE!"} and any(row["Sel"].startswith("Kegiatan!") for row in errors)
    (row,) = pegawai(folder).values()
    assert row["Status"] == "Tidak terhitung" and row["Galat"] >= len(errors) - 1


def test_one_wrong_predikat_is_told_in_words_and_without_our_helper_columns(tmp_path: Path) -> None:
    data = dihitung(STEM, {"riwayat_isi:2": "Amat Baik"})
    assert rekap(kantor(tmp_path, {"a.xlsx": data}), "--tanggal", TANGGAL).exit_code == 0
    cells = [row["Sel"] for row in lembar(tmp_path / "rekap.xlsx", "Galat")]
    hidden = {f"Riwayat!{column}" for column in ("R", "S", "T", "U", "V", "W", "X", "Y", "Z", "AA", "AB", "AC")}
    assert cells and not {cell.rstrip("0123456789") for cell in cells} & hidden
    (row,) = pegawai(tmp_path).values()
    assert "riwayat: " in row["Periksa"] and "'Amat Baik'" in row["Periksa"]
    assert row["Galat"] == len(cells)


def test_a_predikat_of_another_regime_for_the_projection_is_said(tmp_path: Path) -> None:
    data = dihitung(STEM, {"proyeksi_predikat": "Amat Baik"})
    assert rekap(kantor(tmp_path, {"a.xlsx": data}), "--tanggal", TANGGAL).exit_code == 0
    (row,) = pegawai(tmp_path).values()
    assert row["Status"] == "Tidak terhitung" and "'Amat Baik'" in row["Periksa"]
    assert "'Amat Baik'" in berkas(tmp_path)["a.xlsx"][1]


def test_workbooks_that_are_not_xlsx_are_named_with_what_to_do(tmp_path: Path) -> None:
    files = {"baik.xlsx": templat(STEM)[0], "lama.xls": b"x", "unit/bebas.ods": b"x"}
    result = rekap(kantor(tmp_path, files), "--tanggal", TANGGAL)
    assert result.exit_code == 1 and "TIDAK DIBACA lama.xls" in result.output
    found = berkas(tmp_path)
    for name in ("lama.xls", "unit/bebas.ods"):
        assert found[name][0] == "tidak dibaca" and "simpan sebagai .xlsx" in found[name][1]


def test_a_nip_is_its_digits_however_it_is_typed(tmp_path: Path) -> None:
    """Of a cell that holds it as a number the last digits are lost: then the name tells too."""
    nip = ("199003032015031994", "19900303 201503 1 994", "'199003032015031994", 199003032015031994)
    files = {f"{at}.xlsx": diketik(STEM, {"nip": each}) for at, each in enumerate(nip)}
    files["lain.xlsx"] = diketik(STEM, {"nip": "199003032015031995", "nama": "CONTOH LAIN"})
    files["angka.xlsx"] = diketik(STEM, {"nip": 199003032015031993, "nama": "CONTOH KETIGA"})
    assert rekap(kantor(tmp_path, files), "--tanggal", TANGGAL).exit_code == 0
    assert set(pegawai(tmp_path)) == {"0.xlsx", "lain.xlsx", "angka.xlsx"}


def test_of_two_workbooks_of_one_period_the_computed_one_counts(tmp_path: Path) -> None:
    lama = diketik(STEM, {"golongan": "III/a"})  # the values are still those of III/b
    assert rekap(kantor(tmp_path, {"a.xlsx": lama, "b.xlsx": templat(STEM)[0]}), "--tanggal", TANGGAL).exit_code == 0
    assert list(pegawai(tmp_path)) == ["b.xlsx"] and berkas(tmp_path)["a.xlsx"][0] == "tidak dipakai"


def test_a_predikat_below_the_coefficient_is_a_risk(tmp_path: Path) -> None:
    data = dihitung(STEM, {"riwayat_isi:3": "Kurang"})
    assert rekap(kantor(tmp_path, {"a.xlsx": data}), "--tanggal", TANGGAL).exit_code == 0
    (row,) = lembar(tmp_path / "rekap.xlsx", "Berisiko")
    assert row["Risiko"] == "predikat terakhir Kurang: 6,25 setahun, di bawah koefisien 12,5"  # 50% x 12,5


def test_units_spelled_otherwise_are_one(tmp_path: Path) -> None:
    files = {
        "a.xlsx": diketik(STEM, {"unit_kerja": "Balai  Contoh", "nip": "199003032015031001"}),
        "b.xlsx": diketik(STEM, {"unit_kerja": "BALAI CONTOH", "nip": "199003032015031002"}),
    }
    assert rekap(kantor(tmp_path, files), "--tanggal", TANGGAL).exit_code == 0
    assert {row["Unit kerja"] for row in pegawai(tmp_path).values()} == {"Balai Contoh"}
