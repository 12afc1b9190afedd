"""A run told on one page of the screen: totals that passed a threshold first, then what a person must do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..words import shown
from .result import DIHITUNG, DILEWATI, DITINJAU, DITOLAK, STATUS, TETAP, Result
from .running import Report
from .snapshot import lampiran

MOST = 8  # lines of one kind
AMBANG, TOLAK, TINJAU, PERIKSA, GRAFIK = "AMBANG", "TIDAK DIHITUNG", "TINJAU", "PERIKSA", "GRAFIK"
_KINDS = (AMBANG, TOLAK, TINJAU, PERIKSA, GRAFIK, DIHITUNG.upper(), DILEWATI.upper())


def summary(report: Report) -> Iterator[str]:
    """The lines of the page."""
    page: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    count, formulas, cells = Counter[str](), 0, 0
    for result in report.results():
        formulas, cells = formulas + result.formulas, cells + result.cells
        for kind, words in _told(result):
            count[kind] += 1
            if len(page[kind]) < MOST:
                page[kind].append(f"{kind} {words}")
    for kind in _KINDS:
        yield from page[kind]
        if count[kind] > MOST:
            yield f"{kind} ... dan {count[kind] - MOST} lagi."
    yield from _totals(report, formulas, cells)


def _told(result: Result) -> Iterator[tuple[str, str]]:
    """What the page could say of the file: (kind of line, its words)."""
    name = result.name
    for cell, old, new, words in result.crossed:
        yield AMBANG, f"{name} {cell}: {shown(old)} -> {shown(new)}, {words}."
    if result.status == DITOLAK:
        yield TOLAK, f"{name}: {result.words}."
    if result.status == DITINJAU:
        yield TINJAU, f"{name}: dihitung dengan LibreOffice, karena {result.words}; periksa hasilnya."
    for cell, words in result.notes:
        yield PERIKSA, f"{name} {cell}: {words}"
    for words in result.stale:
        yield GRAFIK, f"{name}: {words} masih lama sampai berkasnya dibuka di Excel."
    if result.status in (DIHITUNG, TETAP, DITINJAU):
        yield DIHITUNG.upper(), f"{name}: {result.formulas} rumus, {result.cells} sel berubah."
    if result.status == DILEWATI:
        yield DILEWATI.upper(), f"{name}: {result.words}."


def _totals(report: Report, formulas: int, cells: int) -> Iterator[str]:
    files = sum(report.status.values())
    parts = ", ".join(f"{report.status[status]} {status}" for status in STATUS if report.status[status])
    yield f"{files} berkas: {parts or 'tidak ada'}. {formulas} rumus, {cells} sel berubah."
    yield f"{shown(round(report.seconds, 1))} detik, {shown(round(files / report.seconds, 1))} berkas/detik."
    if not report.options.vote:
        yield "Tanpa mesin pembanding (--cepat): hasil hanya dari satu mesin hitung."
    for jabatan, checksum in lampiran().items():
        yield f"Lampiran impor jabatan {jabatan}: sha256 {checksum[:12]}..."
    for folder in report.backups():
        yield f"Isi semula: {folder}"
    if report.interrupted:
        yield "Dihentikan sebelum selesai; jalankan perintah yang sama untuk meneruskan."
