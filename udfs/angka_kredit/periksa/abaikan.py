"""Findings that a person silences: her reasons stand in the report that she gives back.

A reason holds for one kind at one cell of one file, as long as the cell's content and the finding stay as they were."""

from __future__ import annotations

import hashlib
import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import openpyxl

from ..errors import Refused
from ..recalc.package import Package
from ..recalc.places import area
from .bahan import Bahan
from .bentuk import Ditemukan
from .temuan import Temuan

LEMBAR, BERKAS, TEMPAT, ALASAN, SIDIK = "Temuan", "Berkas", "Tempat", "Alasan diabaikan", "Sidik"
_MOST_CELLS = 200  # of a finding over an area whose content counts
Kunci = tuple[str, str, str]  # file, place, kind


@dataclass(frozen=True)
class Alasan:
    """Reasons by the file and the finding's sidik, and by where it stood, for one that changed."""

    tetap: Mapping[tuple[str, str], str] = field(default_factory=dict)
    tempat: Mapping[Kunci, str] = field(default_factory=dict)


def tanda(bahan: Bahan, temuan: Temuan) -> str:
    """The finding's sidik: its kind, and a checksum of what it says and of what its cells hold."""
    said = "\n".join((temuan.lembar, temuan.sel, temuan.salah, *_isi(bahan, temuan)))
    return f"{temuan.jenis}:{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def dinilai(bahan: Bahan, temuan: Temuan, alasan: Alasan) -> Ditemukan:
    """The finding with the reason that silences it, or the one that no longer does."""
    sidik = tanda(bahan, temuan)
    if reason := alasan.tetap.get((bahan.nama, sidik)):
        return Ditemukan(temuan, sidik, reason)
    return Ditemukan(temuan, sidik, dahulu=alasan.tempat.get((bahan.nama, temuan.tempat, temuan.jenis), ""))


def baca_alasan(data: bytes) -> Alasan:
    """The reasons of an earlier report; Refused where the workbook is none."""
    tetap, tempat = dict[tuple[str, str], str](), dict[Kunci, str]()
    for row in _baris(data):
        if reason := row[ALASAN]:
            jenis = row[SIDIK].partition(":")[0]
            tetap[row[BERKAS], row[SIDIK]] = reason
            tempat[row[BERKAS], row[TEMPAT], jenis] = reason
    return Alasan(tetap, tempat)


def _baris(data: bytes) -> Iterator[dict[str, str]]:
    Package(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError):
        raise Refused("laporan ini tidak terbaca; pakai laporan dari periksa --keluar") from None
    rows = book[LEMBAR].iter_rows(values_only=True) if LEMBAR in book.sheetnames else iter(())
    wanted = (BERKAS, TEMPAT, ALASAN, SIDIK)
    heading = next((row for row in rows if all(name in row for name in wanted)), None)
    if heading is None:
        raise Refused(f"bukan laporan periksa: kolom {', '.join(wanted)} pada lembar {LEMBAR} tidak ada")
    columns = {name: heading.index(name) for name in wanted}
    for row in rows:
        yield {name: _teks(row[at]) if at < len(row) else "" for name, at in columns.items()}


def _teks(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _isi(bahan: Bahan, temuan: Temuan) -> Iterator[str]:
    """What the finding's cells hold: the formula, or what was typed."""
    if not temuan.sel:
        return
    for ref in area(temuan.sel).refs()[:_MOST_CELLS]:
        cell = bahan.isi(temuan.lembar, ref)
        yield f"{ref}={(cell.rumus or cell.teks) if cell else ''}"
