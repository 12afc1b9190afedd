"""An office made of our filled-in examples: other people, units and numbers typed into their cells; its report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner, Result

from angka_kredit.cli import main
from angka_kredit.forms.isi.bentuk import Formulir
from angka_kredit.forms.isi.berkas import baca_formulir
from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.workbook import Place
from angka_kredit.resources import folder

TANGGAL = "2017-02-01"
KEPALA = 4  # the row of the headings
CONTOH = (
    "pmb_ahli_muda_contoh",
    "assessor_muda_contoh",
    "pmb_mahir_contoh",
    "ammi_ahli_pertama_contoh",
    "konversi_2023_contoh",
)


@cache
def templat(stem: str) -> tuple[bytes, Formulir]:
    data = (folder("templates") / f"{stem}.xlsx").read_bytes()
    return data, baca_formulir(data)


def diketik(stem: str, isi: Mapping[str, Any]) -> bytes:
    """The example with these inputs, by the names of their cells ('nama', or 'riwayat_isi:2' for the third of a
    column); the formulas keep the values they had."""
    data, formulir = templat(stem)
    writes = {}
    for key, value in isi.items():
        name, _, place = key.partition(":")
        writes[Place(*formulir.nama[name][int(place or 0)])] = value
    return put_inputs(Package(data), writes)


def dihitung(stem: str, isi: Mapping[str, Any]) -> bytes:
    """The same, its formulas computed."""
    return recalculate(diketik(stem, isi), vote=False).data


def rekap(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["rekap", str(folder), "--keluar", str(folder / "rekap.xlsx"), *options])


def lembar(path: Path, nama: str) -> list[dict[str, Any]]:
    rows = list(openpyxl.load_workbook(path)[nama].iter_rows(min_row=KEPALA, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def hari(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None


def pegawai(folder: Path) -> dict[str, dict[str, Any]]:
    return {row["Berkas"]: row for row in lembar(folder / "rekap.xlsx", "Pegawai")}


def kantor(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
