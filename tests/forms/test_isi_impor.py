"""A Lampiran that was imported reaches the forms that isi and Buat Formulir make."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import openpyxl
import pytest

from angka_kredit.hosts.tindakan import buat_formulir
from angka_kredit.regulations.sources import sha256
from berkas_host import BerkasHost, pressed
from isi_contoh import NIP, NIP_DUA, Buku, orang, tabel
from lampiran_contoh import Machine

# An example credit: 0,25 x 4 = 1 for a butir that the packaged form does not have.
LAMPIRAN = "Butir Kegiatan;Angka Kredit;Pelaksana\nMenguji contoh buatan;0,25;Ahli Muda\n"
PILIHAN = ["Penguji Mutu Barang", "Ahli Muda"]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    done = machine.again(LAMPIRAN.encode(), "pmb")
    assert done.returncode == 0, done.stdout + done.stderr
    return machine


def kode(machine: Machine) -> str:
    with machine.kept("pmb")[0].open(encoding="utf-8", newline="") as file:
        return next(row["kode"] for row in csv.DictReader(file) if row["uraian"] == "Menguji contoh buatan")


def test_an_imported_credit_reaches_the_total_of_the_dupak(machine: Machine) -> None:
    acts = [(nip, "15/02/2016", kode(machine), 4, "Laporan", "") for nip in (NIP, NIP_DUA)]
    path = machine.file("pegawai.xlsx", tabel(orang(), orang(nip=NIP_DUA), kegiatan=acts))
    done = machine.run("isi", "--data", path, "--keluar", machine.folder / "hasil")
    assert "2 berkas diisi" in done.stdout, done.stdout + done.stderr
    for name in ("0001.xlsx", "0002.xlsx"):
        filled = Buku((machine.folder / "hasil" / name).read_bytes())
        assert filled["lampiran_sha256"] == sha256(machine.kept("pmb")[0].read_bytes())
        assert filled["kegiatan_periksa"] == "Beres" or "masa" in filled["kegiatan_periksa"]
        assert filled["dupak_baru_semua"] == pytest.approx(1)


def test_a_file_from_before_the_import_is_told(machine: Machine) -> None:
    path = machine.file("pegawai.xlsx", tabel(orang()))
    words = ("isi", "--data", path, "--keluar", machine.folder / "hasil")
    empty = Machine(machine.folder)
    empty.data = machine.folder / "tanpa"
    empty.data.mkdir()
    assert empty.run(*words).returncode == 0
    assert machine.run(*words).returncode == 0
    sheet = openpyxl.load_workbook(machine.folder / "hasil" / "laporan.xlsx")["Pegawai"]
    assert "dibuat sebelum Lampiran diimpor" in str(sheet.cell(2, 10).value) and sheet.cell(2, 5).value == "periksa"


def test_buat_formulir_carries_the_import(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(machine.data))
    host = BerkasHost(b"", [*PILIHAN, machine.folder / "baru.xlsx"])
    assert pressed("buat_formulir", host) == ""
    made = Buku((machine.folder / "baru.xlsx").read_bytes())
    assert kode(machine) in made.semua("lampiran_kode")


def test_buat_formulir_without_the_libraries_says_so(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(machine.data))
    monkeypatch.setitem(sys.modules, "angka_kredit.forms.build", None)  # as inside LibreOffice
    said = pressed("buat_formulir", BerkasHost(b"", [*PILIHAN, machine.folder / "baru.xlsx"]))
    assert "tidak memuat Lampiran yang Anda impor" in said and "templat --keluar" in said
    source = buat_formulir.formulir()[PILIHAN[0]][PILIHAN[1]]
    assert (machine.folder / "baru.xlsx").read_bytes() == source.read_bytes()
