"""The office report of a small office: who may rise, who is at risk, what is missing; its totals added anew."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from angka_kredit.rekap.kinerja import _tercapai
from kantor import CONTOH, TANGGAL, dihitung, diketik, hari, kantor, lembar, pegawai, rekap, templat


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = kantor(tmp_path_factory.mktemp("kantor"), {f"{stem}.xlsx": templat(stem)[0] for stem in CONTOH})
    result = rekap(folder, "--tanggal", TANGGAL, "--bulan-risiko", "18")
    assert result.exit_code == 0, result.output
    assert "Tanggal laporan 1 Februari 2017; periode kenaikan berikut 1 April 2017." in result.output
    return folder


def test_a_person_of_the_assessor(contoh: Path) -> None:
    # 292,77 of 300; 42,27 in 12 months = 3,5225 a month; 7,23 : 3,5225 = 2,05: 3 months, 31 March 2017
    # profesi 3,6 of 4, 3,6 in 12 months = 0,3 a month; 0,4 : 0,3 = 1,3: 2 months, 28 February 2017
    # TMT 1 June 2013 (later than 1 April) + 5 years
    row = pegawai(contoh)["assessor_muda_contoh.xlsx"]
    assert row["Unit kerja"] == "Pusat Penilaian Kompetensi Contoh" and row["Golongan"] == "III/c"
    assert (row["Angka kredit"], row["Diminta pangkat"], row["Kurang pangkat"]) == (292.77, 300, 7.23)
    assert hari(row["Periode pangkat"]) == date(2017, 4, 1)
    # Madya: 400 - 292,77 = 107,23; : 3,5225 = 30,4: 31 months, 31 July 2019
    assert (row["Kurang jenjang"], hari(row["Periode jenjang"])) == (107.23, date(2019, 10, 1))
    assert row["Kurang menurut unsur"] == "Pengembangan profesi 0,4"
    assert row["Status"] == "Cukup bila laju tetap"
    assert hari(row["Bebas sementara"]) == date(2018, 6, 1)


def test_a_person_of_each_other_kind(contoh: Path) -> None:
    found = pegawai(contoh)
    # 94,8333.. of 100 since 2023; Baik 12,5 a year: 5,1666.. : 1,041666.. = 4,96: 5 months after 28 February 2025
    konversi = found["konversi_2023_contoh.xlsx"]
    assert konversi["Kurang pangkat"] == pytest.approx(5.1666667) and konversi["Jenjang berikut"] == "Ahli Muda"
    assert hari(konversi["Periode jenjang"]) == date(2025, 10, 1) and konversi["Bebas sementara"] is None
    # AMMI: 59,375 of 50; 34,375 in 24 months; 100 - 59,375 = 40,625 : 1,4322.. = 28,4: 29 months, 31 May 2023
    ammi = found["ammi_ahli_pertama_contoh.xlsx"]
    assert (ammi["Kurang pangkat"], ammi["Kurang jenjang"], ammi["Status"]) == (0, 40.625, "Angka kredit cukup")
    assert hari(ammi["Periode jenjang"]) == date(2023, 10, 1)
    # 66,3156 : 2,0612 = 32,2: 33 months, 30 September 2019
    pmb = found["pmb_ahli_muda_contoh.xlsx"]
    assert (pmb["Kurang pangkat"], hari(pmb["Periode pangkat"])) == (66.3156, date(2019, 10, 1))


def test_who_may_rise_next_and_who_is_at_risk(contoh: Path) -> None:
    rows = lembar(contoh / "rekap.xlsx", "Periode berikut")
    (assessor,) = [row for row in rows if row["Berkas"].startswith("assessor")]
    assert assessor["Menuju"] == "III/d" and assessor["Keterangan"].startswith("cukup bila laju tetap")
    assert "batas penetapan lewat" in assessor["Keterangan"]  # 31 January 2017 for 1 April; the report is of 1 February
    assert hari(assessor["Batas penetapan AK"]) == date(2017, 1, 31)
    (risk,) = lembar(contoh / "rekap.xlsx", "Berisiko")
    assert risk["Berkas"].startswith("assessor") and "1 Juni 2018" in risk["Risiko"]
    assert "menurut lajunya tercapai 31 Maret 2017" in risk["Risiko"]


def test_credit_that_comes_after_the_limit_is_late_whatever_the_day_of_the_report(tmp_path: Path) -> None:
    # reached 31 March 2017; the limit for 1 April is 31 January, which 5 January is not past
    folder = kantor(tmp_path, {"a.xlsx": templat("assessor_muda_contoh")[0]})
    assert rekap(folder, "--tanggal", "2017-01-05").exit_code == 0
    (row,) = lembar(folder / "rekap.xlsx", "Periode berikut")
    assert row["Keterangan"] == "cukup bila laju tetap; batas penetapan lewat"


def test_an_unsur_bars_a_rise_where_its_own_pace_does_not_bring_it_in_time(tmp_path: Path) -> None:
    # the sum is there on 31 March 2017 as before; 0,4 of profesi at 0,1 a year takes four years
    isi = {"proyeksi_isi_profesi": 0.1}
    folder = kantor(tmp_path, {"a.xlsx": dihitung("assessor_muda_contoh", isi)})
    assert rekap(folder, "--tanggal", TANGGAL).exit_code == 0
    (row,) = pegawai(folder).values()
    assert row["Status"] == "Terhalang unsur"
    (row,) = lembar(folder / "rekap.xlsx", "Periode berikut")
    assert row["Keterangan"].startswith("terhalang unsur: Pengembangan profesi 0,4")


def test_a_workbook_of_an_earlier_regime_lets_nobody_rise_and_nobody_be_late(tmp_path: Path) -> None:
    """AMMI of 2020 has enough, the Assessor of 2016 is past her suspension: both by scales that ended with 2022."""
    lama = ("ammi_ahli_pertama_contoh", "assessor_muda_contoh")
    folder = kantor(tmp_path, {f"{stem}.xlsx": templat(stem)[0] for stem in (*lama, "konversi_2023_contoh")})
    assert rekap(folder, "--tanggal", "2026-11-21").exit_code == 0
    found = pegawai(folder)
    for stem in lama:
        row = found[f"{stem}.xlsx"]
        assert row["Status"] == "Rezim lama" and "pada 2026 rezimnya konversi" in row["Periksa"]
        assert row["Angka kredit"] and not row["Risiko"] and row["Bebas sementara"] is None
        assert row["Periode pangkat"] is row["Periode jenjang"] is row["Kurang pangkat"] is None
    assert {row["Berkas"] for row in lembar(folder / "rekap.xlsx", "Periode berikut")} == {"konversi_2023_contoh.xlsx"}
    assert not lembar(folder / "rekap.xlsx", "Berisiko")
    assert [row["Pegawai"] for row in lembar(folder / "rekap.xlsx", "Per periode")] == [1]
    units = list(openpyxl.load_workbook(folder / "rekap.xlsx")["Ringkasan"].iter_rows(min_row=23, values_only=True))
    assert sum(row[units[0].index("Rezim lama")] for row in units[1:4]) == 2


def test_who_has_no_pace_is_not_said_to_come_later(tmp_path: Path) -> None:
    data = diketik("pmb_ahli_muda_contoh", {"masa_dari": None})
    assert rekap(kantor(tmp_path, {"a.xlsx": data}), "--tanggal", TANGGAL).exit_code == 0
    (row,) = pegawai(tmp_path).values()
    assert row["Status"] == "Tidak terhitung" and "laju tidak diketahui" in row["Periksa"]


def test_months_are_added_from_the_end_of_a_month_to_the_end_of_a_month() -> None:
    # 1 of 1 a month from 30 June: 31 July, as KAPAN_NAIK_PANGKAT and KAPAN_NAIK_KONVENSIONAL have it
    assert _tercapai(date(2020, 6, 30), 1, 1) == date(2020, 7, 31)
    assert _tercapai(date(2020, 6, 15), 1, 1) == date(2020, 7, 15)


def test_the_first_sheet_says_what_is_assumed_and_where_it_stands(contoh: Path) -> None:
    book = openpyxl.load_workbook(contoh / "rekap.xlsx")
    assert book.sheetnames[0] == "Asumsi"
    rows = {row["Anggapan"]: row for row in lembar(contoh / "rekap.xlsx", "Asumsi")}
    assert rows["Tanggal laporan"]["Isi"] == "1 Februari 2017"
    assert "Pasal 33 ayat (1)" in rows["Pembebasan sementara: assessor"]["Asal"]
    assert "tidak memuat" in rows["Pembebasan sementara: pmb"]["Isi"]
    assert "Lampiran VI.B.2" in rows["Periode berikut"]["Asal"]


def test_the_totals_added_anew(contoh: Path) -> None:
    book = openpyxl.load_workbook(contoh / "rekap.xlsx", data_only=True)
    table = list(book["Ringkasan"].iter_rows(min_row=23, values_only=True))
    heads, rows = table[0], {row[0]: row for row in table[1:]}
    total: dict[str, Decimal] = {}
    for row in pegawai(contoh).values():
        for nama in ("Angka kredit", "Kurang pangkat"):
            for kunci in (f"{row['Unit kerja']} {nama}", f"Jumlah semua unit {nama}"):
                total[kunci] = total.get(kunci, Decimal(0)) + Decimal(repr(row[nama] or 0))
    assert len(total) == 8
    for kunci, value in total.items():
        unit, nama = re.fullmatch("(.*) (Angka kredit|Kurang pangkat)", kunci).groups()  # type: ignore[union-attr]
        assert rows[unit][heads.index(nama)] == pytest.approx(float(value), abs=1e-6), kunci
    assert rows["Jumlah semua unit"][heads.index("Pegawai")] == rows["Jumlah semua pegawai"][1] == len(CONTOH)
    assert {rows["Kedua jumlah"][at] for at in (1, 2, 3)} == {"COCOK"}


def test_charts_are_native(contoh: Path) -> None:
    book = openpyxl.load_workbook(contoh / "rekap.xlsx")
    assert len(book["Ringkasan"]._charts) == 1 and len(book["Per periode"]._charts) == 1


def test_everybody_by_one_pace_and_one_predikat(tmp_path: Path) -> None:
    stems = ("pmb_ahli_muda_contoh", "konversi_2023_contoh")
    folder = kantor(tmp_path, {f"{stem}.xlsx": templat(stem)[0] for stem in stems})
    result = rekap(folder, "--tanggal", TANGGAL, "--ak-per-bulan", "2,5", "--predikat", "sangat baik")
    assert result.exit_code == 0, result.output
    found = pegawai(folder)
    # 66,3156 : 2,5 = 26,5: 27 months, 31 March 2019. 5,1666.. : 18,75/12 = 3,3: 4 months after 28 February 2025
    assert hari(found["pmb_ahli_muda_contoh.xlsx"]["Periode pangkat"]) == date(2019, 4, 1)
    assert hari(found["konversi_2023_contoh.xlsx"]["Periode pangkat"]) == date(2025, 10, 1)
    assert found["konversi_2023_contoh.xlsx"]["AK per bulan"] == pytest.approx(18.75 / 12)


@pytest.mark.parametrize(
    ("option", "value"),
    [("--predikat", "Baik Sekali"), ("--tanggal", "31/02/2017"), ("--ak-per-bulan", "1.234"), ("--ak-per-bulan", "0")],
)
def test_an_option_that_cannot_be_read_is_refused_in_words(tmp_path: Path, option: str, value: str) -> None:
    result = rekap(kantor(tmp_path, {}), option, value)
    assert result.exit_code == 2 and option in result.output


def test_what_is_allowed_is_said_with_the_refusal(tmp_path: Path) -> None:
    result = rekap(kantor(tmp_path, {}), "--bulan-risiko", "200")
    assert result.exit_code == 2 and "--bulan-risiko harus bilangan bulat 0 sampai 120" in result.output
    result = rekap(tmp_path / "entah")
    assert result.exit_code == 2 and "FOLDER tidak ada; periksa namanya" in result.output
