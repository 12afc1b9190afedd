"""The command rekap: the office report from a folder of people's workbooks."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from ..cli_words import Command
from ..errors import CellError
from ..files import check_closed, write
from ..functions import convert
from ..functions.kinerja import find_predikat
from ..lampiran.pilihan import data_option
from ..progress import Progress
from ..words import baca_tanggal, tanggal
from .asumsi import Asumsi
from .jalan import DIPAKAI, TAK_DIBACA, Rekap, rekap
from .pegawai import STATUS

_PATH = click.Path(path_type=Path)
_MOST = 20  # lines on the screen; the report has all


def _hari(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    try:
        return baca_tanggal(value) if value else date.today()
    except CellError as error:
        raise click.UsageError(f"--tanggal: {error}") from None


def _predikat(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return find_predikat(value).predikat if value else None
    except CellError as error:
        raise click.UsageError(f"--predikat: {error}") from None


def _laju(context: click.Context, parameter: click.Parameter, value: str | None) -> Decimal | None:
    try:
        pace = convert.angka(value) if value else None
    except CellError as error:
        raise click.UsageError(f"--ak-per-bulan: {error}") from None
    if pace is not None and pace <= 0:
        raise click.UsageError("--ak-per-bulan harus lebih dari 0.")
    return pace


@click.command("rekap", cls=Command)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--keluar", type=_PATH, required=True, metavar="BERKAS.xlsx", help="Laporan yang dibuat.")
@click.option("--tanggal", "pada", callback=_hari, metavar="TANGGAL", help="Tanggal laporan; bawaannya hari ini.")
@click.option(
    "--predikat", callback=_predikat, help="Predikat semua orang sejak 2023; bawaannya dari buku kerja, lalu Baik."
)
@click.option(
    "--ak-per-bulan",
    callback=_laju,
    metavar="AK",
    help="Laju semua orang yang tanpa predikat; bawaannya AK BARU masing-masing dibagi bulan masa penilaiannya.",
)
@click.option(
    "--bulan-risiko",
    type=click.IntRange(0, 120),
    default=12,
    metavar="BULAN",
    help="Berisiko: bebas sementara dalam sekian bulan; bawaannya 12.",
)
@data_option(exists=True)
def perintah(
    folder: Path,
    keluar: Path,
    pada: date,
    predikat: str | None,
    ak_per_bulan: Decimal | None,
    bulan_risiko: int,
) -> None:
    """Merekap buku kerja sekantor: siapa dapat naik, siapa berisiko, apa yang kurang, jumlah setiap unit.

    Nilainya dibaca seperti tersimpan, tanpa Excel; bila belum dihitung, jalankan hitung-ulang lebih dahulu."""
    if keluar.suffix.lower() != ".xlsx":
        raise click.UsageError("nama --keluar harus berakhiran .xlsx.")
    check_closed(keluar)
    asumsi = Asumsi(pada, predikat, ak_per_bulan, bulan_risiko)
    click.echo(f"Tanggal laporan {tanggal(pada)}; periode kenaikan berikut {tanggal(asumsi.periode)}.")
    progress = Progress()
    try:
        found = rekap(folder, keluar, asumsi, progress)
    finally:
        progress.end()
    from .tulis import laporan  # pandas takes longer to load than many a folder to read

    backup = write(keluar, laporan(found))
    _tell(found)
    click.echo(f"Laporan: {keluar}" + (f" (isi lama disimpan sebagai {backup.name})" if backup else ""))
    raise SystemExit(1 if any(each.status == TAK_DIBACA for each in found.berkas) else 0)


def _tell(found: Rekap) -> None:
    """Files and counts only: names and NIP stand in the report alone."""
    unread = [each for each in found.berkas if each.status == TAK_DIBACA]
    for each in unread[:_MOST]:
        click.echo(f"TIDAK DIBACA {each.nama}: {each.kata.rstrip('.')}.", err=True)
    if len(unread) > _MOST:
        click.echo(f"TIDAK DIBACA {len(unread) - _MOST} berkas lain.", err=True)
    files = Counter(each.status for each in found.berkas)
    if others := [f"{count} berkas {status}" for status, count in files.items() if status != DIPAKAI]:
        click.echo(f"{'; '.join(others)}.")
    counts = Counter(each.status for each in found.pegawai)
    click.echo(f"{len(found.pegawai)} pegawai: " + ", ".join(f"{counts[s]} {s.lower()}" for s in STATUS if counts[s]))
    risk = sum(bool(each.risiko) for each in found.pegawai)
    lack = sum(bool(each.tidak_ada) for each in found.pegawai)
    old = sum(bool(each.usang) for each in found.pegawai)
    wrong = sum(bool(each.banyak_galat) for each in found.pegawai)
    click.echo(f"{risk} berisiko, {lack} dengan data kurang, {wrong} dengan galat, {old} belum dihitung.")
    if old:
        click.echo("Yang belum dihitung: jalankan angka-kredit hitung-ulang, lalu rekap lagi.")
