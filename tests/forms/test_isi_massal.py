"""The command isi: a file for everybody, numbers that stay, a report of what is missing, one bad row stops nobody."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from angka_kredit.forms.isi import massal, seorang, templat
from angka_kredit.forms.isi.tabel import baca_tabel
from angka_kredit.forms.perintah import isi
from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.workbook import Place
from angka_kredit.resources import folder as bundled
from isi_contoh import ATAS, BAWAH, JUDUL, NIP, NIP_DUA, PERINTAH, Buku, orang, pak, tabel
from makro import MAKRO, bermakro

SEMUA = (
    orang(nama=PERINTAH),
    orang(nip="1" * 18, jabatan="Penguji"),
    orang(nip=NIP_DUA, golongan="V/z"),
    orang(nip=""),
    orang(nip="2" * 18, jenjang="Ahli Mudah"),
    orang(nip="3" * 18, nama="CONTOH TIGA"),
)


def run(folder: Path, data: bytes, *options: object) -> Result:
    (folder / "pegawai.xlsx").write_bytes(data)
    words = ["--data", folder / "pegawai.xlsx", "--keluar", folder / "hasil", *options]
    return CliRunner().invoke(isi, [str(word) for word in words])


def report(folder: Path) -> list[dict[str, Any]]:
    rows = list(openpyxl.load_workbook(folder / "hasil" / "laporan.xlsx")["Pegawai"].iter_rows(values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def book(folder: Path, number: int) -> Buku:
    return Buku((folder / "hasil" / f"{number:04}.xlsx").read_bytes())


def test_one_bad_row_stops_nobody(tmp_path: Path) -> None:
    result = run(tmp_path, tabel(*SEMUA, kegiatan=[ATAS, BAWAH]))  # enough people for several processes
    print(result.output)
    assert result.exit_code == 1 and "3 berkas diisi (3 perlu diperiksa), 3 tidak." in result.output
    assert "WAJIB, masih kosong: " in result.output and "Kegiatan (belum ada satu pun) (2 orang)" in result.output
    names = sorted(path.name for path in (tmp_path / "hasil").iterdir())
    assert names == ["0001.xlsx", "0003.xlsx", "0005.xlsx", "daftar.xlsx", "laporan.xlsx"]
    assert [row["Keadaan"] for row in report(tmp_path)] == [
        *("periksa", "tidak diisi", "periksa"),
        *("tidak diisi", "tidak diisi", "periksa"),
    ]
    first, wrong, checked, blank, level, last = report(tmp_path)
    assert (
        "Penguji Mutu Barang" in wrong["Catatan"] and "V/z" in checked["Catatan"] and blank["Catatan"] == "NIP kosong"
    )
    assert "Ahli Muda" in level["Catatan"] and "Nama: berawalan tanda rumus" in first["Catatan"]
    assert "WAJIB: Golongan ruang\nWAJIB: Kegiatan" in checked["Isian yang kurang"]
    assert first["Isian yang kurang"].endswith("boleh diisi kemudian pada berkasnya") and "WAJIB" not in str(
        first["Isian yang kurang"]
    )
    assert (book(tmp_path, 1)["nama"], book(tmp_path, 5)["nama"]) == (PERINTAH, "CONTOH TIGA")
    assert sum(value or 0 for value in book(tmp_path, 1).semua("kegiatan_ak")) == pytest.approx(0.1344 + 0.9635)
    assert "Data!B9" in last["Catatan"]  # such a NIP there is not
    assert last["NIP"] == "3" * 18 and not any(
        row[0] in result.output for row in SEMUA if row[0]
    )  # no NIP on the screen


def test_numbers_stay_with_their_people(tmp_path: Path) -> None:
    run(tmp_path, tabel(orang(), orang(nip=NIP_DUA)))
    before = (tmp_path / "hasil" / "0001.xlsx").read_bytes()
    run(tmp_path, tabel(orang(nip="3" * 18), orang(nip=NIP_DUA), orang()))
    listed = openpyxl.load_workbook(tmp_path / "hasil" / "daftar.xlsx").active
    assert listed is not None
    assert [row[:2] for row in listed.iter_rows(min_row=2, values_only=True)] == [(1, NIP), (2, NIP_DUA), (3, "3" * 18)]
    assert (tmp_path / "hasil" / "0001.xlsx").read_bytes() == before  # nothing new for her: not a byte, no backup
    assert not list((tmp_path / "hasil").glob("000*cadangan*"))


def typed(path: Path, name: str, value: str) -> None:
    """As a person would, in a program of hers."""
    sheet, area = next(iter(openpyxl.load_workbook(path).defined_names[name].destinations))
    path.write_bytes(put_inputs(Package(path.read_bytes()), {Place(sheet, area.replace("$", "")): value}))


def test_what_was_typed_by_hand_stays_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "hasil" / "0001.xlsx"
    run(tmp_path, tabel(orang(unit="")))
    typed(path, "unit_kerja", "Balai yang diketik")
    typed(path, "karpeg", "X 000009")
    run(tmp_path, tabel(orang(unit="Balai Lain")))
    assert (book(tmp_path, 1)["unit_kerja"], book(tmp_path, 1)["karpeg"]) == ("Balai yang diketik", "X 000009")
    [row] = report(tmp_path)
    assert row["Keadaan"] == "periksa" and "Unit kerja" in row["Tidak ditimpa (diketik orang)"] and not row["Ditimpa"]
    run(tmp_path, tabel(orang(unit="Balai Lain")), "--timpa")
    assert (book(tmp_path, 1)["unit_kerja"], book(tmp_path, 1)["karpeg"]) == ("Balai Lain", "X 000009")
    [row] = report(tmp_path)
    assert "Unit kerja" in row["Ditimpa"] and "0001.cadangan-2.xlsx" in row["Catatan"]
    assert Buku((tmp_path / "hasil" / "0001.cadangan-2.xlsx").read_bytes())["unit_kerja"] == "Balai yang diketik"


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    run(tmp_path, tabel(orang()))
    path = tmp_path / "hasil" / "0001.xlsx"
    (tmp_path / "hasil" / "daftar.xlsx").unlink()
    before = path.read_bytes()
    result = run(tmp_path, tabel(orang(nip=NIP_DUA)))
    assert result.exit_code == 1 and "berisi NIP lain" in result.output and path.read_bytes() == before


def test_lama_comes_from_the_previous_pak(tmp_path: Path) -> None:
    printed, free, gone = ("U1a1", "Sarjana (S1)", 100), ("U2a1", "Mengambil contoh", 14.4), ("U9z9", "Hilang", 2)
    old = tmp_path / "lalu"
    old.mkdir()
    (old / "0007.xlsx").write_bytes(pak(printed, free, gone, jumlah=116.4))
    (old / "0008.xlsx").write_bytes(pak(printed, nip="9" * 18))
    (old / "laporan.xlsx").write_bytes(b"bukan PAK")
    result = run(tmp_path, tabel(orang(), kegiatan=[ATAS]), "--pak-lama", old)
    assert result.exit_code == 0 and "PAK lama 0008.xlsx: NIP di dalamnya tidak ada" in result.output
    [row] = report(tmp_path)
    assert row["PAK lama tanpa pasangan"] == "U9z9 Hilang: 2" and row["Keadaan"] == "periksa"
    filled = book(tmp_path, 1)
    lines = dict(zip(filled.semua("dupak_kode_baris"), filled.semua("dupak_isi_lama"), strict=True))
    words = dict(zip(filled.semua("dupak_kode_baris"), filled.semua("dupak_uraian"), strict=True))
    assert (lines["U1a1"], lines["U2a1"]) == (100, 14.4)
    assert (words["U1a1"], words["U2a1"]) == ("Sarjana (S1)", "Mengambil contoh")
    assert sum(value or 0 for value in filled.semua("kegiatan_ak")) == pytest.approx(0.1344)  # LAMA is no activity


def test_a_year_follows_the_year_before(tmp_path: Path) -> None:
    """This year's workbook is next year's previous PAK: the same butir stays on its line, JUMLAH becomes LAMA."""
    first, second = tmp_path / "satu", tmp_path / "dua"
    for each in (first, second):
        each.mkdir()
    run(first, tabel(orang(), kegiatan=[ATAS, BAWAH]))
    path = first / "hasil" / "0001.xlsx"
    typed(path, "penilaian_tim", "Sama dengan usul")
    path.write_bytes(recalculate(path.read_bytes()).data)
    result = run(second, tabel(orang(), kegiatan=[ATAS]), "--pak-lama", path)
    assert result.exit_code == 0 and report(second)[0]["PAK lama tanpa pasangan"] == ""
    before, after = lines(book(first, 1)), lines(book(second, 1))
    # 0,014 x 12 x 80% done again; 0,047 x 20,5 not
    done = {kode: jumlah for kode, (_, _, jumlah) in before.items() if jumlah}
    assert sorted(done.values()) == [pytest.approx(0.1344), pytest.approx(0.9635)]
    assert {kode: lama for kode, (_, lama, _) in after.items() if lama} == pytest.approx(done)
    assert {kode: after[kode][0] for kode in done} == {kode: before[kode][0] for kode in done}
    totals = book(second, 1)
    assert totals["pak_lama_jumlah"] == pytest.approx(1.0979) == pytest.approx(totals["dupak_lama_semua"])
    assert totals["dupak_jumlah_semua"] == pytest.approx(1.0979 + 0.1344)
    filled = (second / "hasil" / "0001.xlsx").read_bytes()
    run(second, tabel(orang(), kegiatan=[ATAS]), "--pak-lama", path)
    assert (second / "hasil" / "0001.xlsx").read_bytes() == filled and report(second)[0][
        "PAK lama tanpa pasangan"
    ] == ""


def lines(found: Buku) -> dict[str, tuple[Any, Any, Any]]:
    """Line code -> its words, LAMA, JUMLAH of the Tim Penilai."""
    names = ("dupak_kode_baris", "dupak_uraian", "dupak_isi_lama", "dupak_tim_jumlah")
    return {row[0]: row[1:] for row in zip(*map(found.semua, names), strict=True) if row[0]}


def test_a_pak_that_contradicts_its_own_total_is_told(tmp_path: Path) -> None:
    (tmp_path / "lama.xlsx").write_bytes(pak(("U1a1", "S1", 100), jumlah=101))
    run(tmp_path, tabel(orang()), "--pak-lama", tmp_path / "lama.xlsx")
    assert "baris-barisnya 100, JUMLAH-nya 101" in report(tmp_path)[0]["Catatan"]


def test_a_fault_in_one_row_is_told_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(fakta: Any) -> Any:
        raise ZeroDivisionError

    task = seorang.Tugas(massal_baris(), 1, tmp_path, None, False, tmp_path)
    monkeypatch.setattr(seorang, "templat", fail)
    found = seorang.kerjakan(task)
    assert found.keadaan == "tidak diisi" and "ZeroDivisionError" in found.catatan[0]


def massal_baris() -> Any:
    return baca_tabel(tabel(orang())).baris[0]


def test_a_process_that_dies_takes_nobody_with_it(tmp_path: Path) -> None:
    """Unpickling the one task ends the process that takes it, as the crash of an engine does."""
    baris = massal_baris()
    tasks: list[Any] = [seorang.Tugas(baris, number, tmp_path, None, False, tmp_path) for number in range(1, 6)]
    tasks[2] = Mati(baris, 3, tmp_path, None, False, tmp_path)
    found = sorted(massal._kerjakan(tasks), key=lambda hasil: hasil.nomor)
    assert [hasil.keadaan for hasil in found] == ["periksa", "periksa", "tidak diisi", "periksa", "periksa"]
    assert "berhenti mendadak" in found[2].catatan[0]


class Mati(seorang.Tugas):
    def __reduce__(self) -> Any:
        return os._exit, (139,)


def test_a_form_of_another_kind_is_taken_up_again(tmp_path: Path) -> None:
    """The workbook since 2023 holds the jenjang as an input: a second run still knows its own file."""
    one = orang(jabatan="Auditor Contoh", jenjang="Muda")
    table = tabel((*one, "konversi_2023"), judul=(*JUDUL, "Templat"))
    for _ in range(2):
        result = run(tmp_path, table)
        assert result.exit_code == 0, result.output
    assert (book(tmp_path, 1)["nama_jabatan"], book(tmp_path, 1)["jenjang"]) == ("Auditor Contoh", "Ahli Muda")


def test_rows_that_a_blank_form_hides_are_shown_as_far_as_they_are_filled(tmp_path: Path) -> None:
    acts = [(NIP, f"{number % 28 + 1:02}/02/2016", *ATAS[2:4], f"Laporan {number}", "ST.01") for number in range(34)]
    assert "0 perlu diperiksa" in run(tmp_path, tabel(orang(), kegiatan=acts)).output
    filled = openpyxl.load_workbook(tmp_path / "hasil" / "0001.xlsx", data_only=True)
    sheet, area = next(iter(filled.defined_names["sp_t_baris"].destinations))
    rows = range(*(int(part.rpartition("$")[2]) for part in area.split(":")))
    shown = [row for row in rows if not filled[sheet].row_dimensions[row].hidden]
    assert len(shown) == 34 and filled[sheet].cell(shown[-1], 1).value == 34
    found = book(tmp_path, 1)
    assert (found["sp_t_tampak"], found["sp_t_peringatan"]) == (34, None)


def test_spare_rows_of_a_surat_are_hidden_in_a_new_file(tmp_path: Path) -> None:
    """One activity: three rows and the sum, all on one page; who shows more rows since keeps them."""
    path = tmp_path / "hasil" / "0001.xlsx"
    for _ in range(2):  # the second time nothing is new
        assert run(tmp_path, tabel(orang(), kegiatan=[ATAS])).exit_code == 0
        filled = openpyxl.load_workbook(path)
        sheet, area = next(iter(filled.defined_names["sp_t_baris"].destinations))
        top, bottom = (int(part.rpartition("$")[2]) for part in area.split(":"))
        shown = [row for row in range(top, bottom + 1) if not filled[sheet].row_dimensions[row].hidden]
        assert shown == [top, top + 1, top + 2] and not filled[sheet].row_breaks.brk
        assert (book(tmp_path, 1)["sp_t_tampak"], book(tmp_path, 1)["sp_t_peringatan"]) == (3, None)
    assert not list((tmp_path / "hasil").glob("0001.cadangan*"))


def test_a_form_with_macros_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forms = tmp_path / "templates"
    shutil.copytree(bundled("templates") / "isi", forms / "isi")
    for path in (*bundled("templates").glob("*.toml"), bundled("templates") / "ammi_ahli_muda.xlsx"):
        shutil.copy(path, forms)
    (forms / "ammi_ahli_muda.xlsm").write_bytes(bermakro((forms / "ammi_ahli_muda.xlsx").read_bytes()))
    monkeypatch.setattr(templat, "folder", lambda name: forms)
    one = orang(jabatan="ammi", jenjang="Ahli Muda")
    for form, wanted in (("ammi_ahli_muda", "0001.xlsx"), ("ammi_ahli_muda.xlsm", "0002.xlsm")):
        row = (*one[1:], form)
        table = tabel((NIP if wanted == "0001.xlsx" else NIP_DUA, *row), judul=(*JUDUL, "Templat"))
        for _ in range(2):
            assert run(tmp_path, table).exit_code == 0
        assert report(tmp_path)[0]["Berkas"] == wanted
    with zipfile.ZipFile(tmp_path / "hasil" / "0002.xlsm") as package:
        assert package.read("xl/vbaProject.bin") == MAKRO
