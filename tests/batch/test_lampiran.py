"""A form that was made with one imported Lampiran is not recalculated with another: real forms, real imports."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from angka_kredit.errors import Refused
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.slow_lane import SlowLane
from folders import COMMAND, fill

MAIN = COMMAND[2]
BUILD = "import sys; from angka_kredit import forms; sys.stdout.buffer.write(forms.build('assessor', 'Muda'))"
TABLE = "kategori;kode;butir kegiatan;satuan hasil;angka kredit;pelaksana\nAhli;{};Uraian contoh;Laporan;{};Muda\n"
DIGEST = "0123456789abcdef" * 4


def python(code: str, data: Path, *args: object) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"ANGKA_KREDIT_DATA": str(data), "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", code, *map(str, args)], env=environment, capture_output=True)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data folders 'satu' and 'dua' with a Lampiran each, and in 'in' forms made with 'satu' and without any."""
    folder = tmp_path_factory.mktemp("lampiran")
    for name, credit in (("satu", "0,25"), ("dua", "0,5")):
        fill(folder, {f"{name}.csv": TABLE.format("LAB-1", credit).encode()})
        done = python(MAIN, folder / name, "impor-lampiran", folder / f"{name}.csv", "--jabatan", "assessor")
        assert done.returncode == 0, done.stderr
    for name in ("satu", "kosong"):
        fill(folder / "in", {f"{name}.xlsx": python(BUILD, folder / name).stdout})
    return folder


def told(place: Path, data: str, *names: str) -> dict[str, Any]:
    """What becomes of these forms where the data folder `data` is in use; the run tells that Lampiran's checksum."""
    paths = [place / "in" / name for name in names]
    done = python(MAIN, place / data, "hitung-ulang", *paths, "--keluar", place / "out" / data, "--json", "--cepat")
    document = json.loads(done.stdout)
    checksum = hashlib.sha256(next((place / data).glob("lampiran/assessor/*.csv")).read_bytes()).hexdigest()
    assert document["ringkasan"]["lampiran"] == {"assessor": checksum}
    assert f"Lampiran impor jabatan assessor: sha256 {checksum[:12]}".encode() in done.stderr
    return {Path(file["nama"]).name: file for file in document["berkas"]}


def test_with_its_own_lampiran_a_form_is_computed(place: Path) -> None:
    assert told(place, "satu", "satu.xlsx")["satu.xlsx"]["status"] == "dihitung"


def test_with_another_one_it_is_stopped_and_the_others_are_not(place: Path) -> None:
    files = told(place, "dua", "satu.xlsx", "kosong.xlsx")
    stopped = files["satu.xlsx"]
    assert stopped["status"] == "ditolak" and stopped["sel"] == "Lampiran!C4"
    assert "mencatat Lampiran impor jabatan assessor" in stopped["keterangan"] and "--lampiran" in stopped["keterangan"]
    assert files["kosong.xlsx"]["status"] == "dihitung"
    assert not (place / "out/dua/satu.xlsx").exists()


def test_freezing_stops_it_too(place: Path) -> None:
    args = ("bekukan", place / "in/satu.xlsx", "--keluar", place / "beku.xlsx")
    done = python(MAIN, place / "dua", *args)
    assert done.returncode == 1 and b"mencatat Lampiran impor" in done.stderr + done.stdout
    assert not (place / "beku.xlsx").exists()


def book(recorded: str, formula: str = "=1+1") -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Lampiran")
        sheet.write("A1", "Assessor SDM Aparatur")  # a person may type the name for the id
        sheet.write("C4", recorded)
        sheet.write_formula("D1", formula)
        made.define_name("jabatan", "=Lampiran!$A$1")
        made.define_name("lampiran_sha256", "=Lampiran!$C$4")
    return file.getvalue()


def test_who_records_nothing_is_not_asked() -> None:
    assert recalculate(book("")).changed
    with pytest.raises(
        Refused,
        match=r"sel Lampiran!C4 mencatat .* assessor dengan sha256 0123456789ab\.\.\..*tidak ada Lampiran impor",
    ):
        recalculate(book(DIGEST))


def test_the_slow_lane_asks_too() -> None:
    with SlowLane() as lane, pytest.raises(Refused, match="mencatat Lampiran impor"):
        recalculate(book(DIGEST, "=TODAY()"), slow_lane=lane)
