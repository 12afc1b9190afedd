"""A workbook built where a Lampiran was imported: its credits, its checksum, and what is then computed."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import openpyxl

from dupak import opened, place

CODE = """
import sys
from datetime import date
from pathlib import Path
from angka_kredit import forms
from angka_kredit.forms.schema import Isi, Kegiatan
from angka_kredit.recalc.run import recalculate
row = Kegiatan(tanggal=date(2014, 6, 2), kode="MUDA-1", volume=3, bukti="Laporan")
isi = Isi(jabatan="assessor", jenjang="Muda", data={}, lama={}, kegiatan=(row,))
Path(sys.argv[1]).write_bytes(recalculate(forms.build("assessor", "Muda", isi), vote=False).data)
"""
KEEP = """
import sys
from datetime import datetime
from angka_kredit.lampiran import store
row = dict(zip(store.BUTIR, sys.argv[1:], strict=True))
store.keep_list("assessor", store.keep([row], "assessor", datetime(2026, 1, 1)))
"""
ROW = ("MUDA-1", "b.2", "Uraian contoh", "Muda", "Laporan", "0.25", "Lampiran contoh.csv, baris 2", "impor")


def test_the_imported_credit_and_its_checksum_stand_in_the_workbook(tmp_path: Path) -> None:
    environment = {**os.environ, "ANGKA_KREDIT_DATA": str(tmp_path / "data"), "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", KEEP, *ROW], env=environment, check=True)
    (kept,) = (tmp_path / "data" / "lampiran" / "assessor").glob("*.csv")
    checksum = hashlib.sha256(kept.read_bytes()).hexdigest()
    out = tmp_path / "buku.xlsx"
    subprocess.run([sys.executable, "-c", CODE, str(out)], env=environment, check=True)

    book = opened(out.read_bytes())
    sheet, ref = place(book, "lampiran_sha256")
    assert sheet[ref].value == checksum
    codes, where = place(book, "lampiran_kode")
    row = next(cell.row for (cell,) in codes[where] if cell.value == "MUDA-1")
    assert [codes.cell(row, column).value for column in (3, 5, 6)] == ["Uraian contoh", "Laporan", 0.25]
    values = openpyxl.load_workbook(io.BytesIO(out.read_bytes()), data_only=True)
    sheet, ref = place(values, "dupak_baru_semua")
    assert sheet[ref].value == 0.75  # 3 x 0,25
