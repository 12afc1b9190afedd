"""The commands impor-lampiran and lampiran."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ..cli_words import Command
from ..errors import Refused
from ..files import write
from . import report
from .impor import keep, printable, refusal
from .installed import installed
from .ladder import COLUMNS
from .match import match_rows
from .outcome import Outcome
from .pilihan import data_option
from .table import Row
from .target import installed_target, new_target, read_named, read_table

_PATH = click.Path(path_type=Path)


@click.command("impor-lampiran", cls=Command)
@click.argument("berkas", type=_PATH)
@click.option(
    "--jabatan", metavar="ID", required=True, help="Id jabatan, misalnya pmb; untuk jabatan baru: id yang dibuat."
)
@click.option("--nama", metavar="NAMA", help="Nama jabatan baru, atau nama lain untuk jabatan yang sudah diimpor.")
@click.option(
    "--jenjang",
    type=_PATH,
    metavar="BERKAS",
    help=f"Tabel jenjang jabatan baru atau yang sudah diimpor: {', '.join(COLUMNS)}.",
)
@click.option(
    "--lembar", metavar="NAMA", multiple=True, help="Lembar yang dibaca bila tabelnya lebih dari satu; boleh diulang."
)
@click.option("--laporan", type=_PATH, metavar="BERKAS", help="Berkas .csv untuk semua baris beserta keterangannya.")
@click.option("--uji", is_flag=True, help="Hanya menunjukkan hasilnya; tidak ada yang disimpan.")
@data_option()
def impor_lampiran(
    berkas: Path,
    jabatan: str,
    nama: str | None,
    jenjang: Path | None,
    lembar: tuple[str, ...],
    laporan: Path | None,
    uji: bool,
) -> None:
    """Mengimpor angka kredit per butir dari Lampiran milik sendiri (.xlsx atau .csv)."""
    target = new_target(jabatan, nama, jenjang) if nama or jenjang else installed_target(jabatan)
    found = match_rows(_table(berkas, lembar), target)
    lines = [*_reported(found, laporan)]
    reason = refusal(found)
    if uji:
        lines.append("Uji saja: tidak ada yang disimpan.")
    elif not reason:  # before the first line is shown: its reader may leave any time (| head)
        lines += keep(found, target, printable(berkas), printable(jenjang) if jenjang else "")
    for line in (report.summary(found), *lines, *report.without_credit(found, target), "", *report.table(found)):
        click.echo(line)
    if reason:
        raise Refused(reason)


@click.command("lampiran", cls=Command)
@data_option()
def lampiran() -> None:
    """Menunjukkan data yang terpasang: jabatan, jumlah butir, asal, tanggal, dan checksum-nya."""
    for line in installed():
        click.echo(line)


def _table(berkas: Path, lembar: Sequence[str]) -> list[Row]:
    data = read_named(berkas, "BERKAS")
    try:
        return read_table(data, lembar)
    except Refused as reason:
        raise Refused(f"BERKAS {berkas.name}: {reason}") from None


def _reported(found: Sequence[Outcome], laporan: Path | None) -> Iterator[str]:
    if laporan:
        backup = write(laporan, report.as_csv(found))
        yield f"Laporan: {laporan}" + (f" (isi lama disimpan sebagai {backup.name})" if backup else "")
