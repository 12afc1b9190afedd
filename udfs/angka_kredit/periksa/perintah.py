"""The command periksa: what would come back from the Tim Penilai, before it is sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from ..cli_words import Command
from ..errors import AngkaKreditError, Refused
from ..files import check_closed, read, write
from ..lampiran.pilihan import data_option
from ..progress import Progress
from .abaikan import Alasan, baca_alasan
from .bentuk import Berkas, status
from .jalan import Permintaan, periksa_semua
from .laporan import baris_teks, nilai
from .pak_lama import pasangan

_PATH = click.Path(path_type=Path)
_LAPORAN = click.Path(dir_okay=False, path_type=Path)


@click.command("periksa", cls=Command)
@click.argument("berkas", nargs=-1, required=True, metavar="BERKAS|FOLDER...", type=_PATH)
@click.option("--keluar", type=_LAPORAN, metavar="LAPORAN.xlsx", help="Laporan yang dibuat.")
@click.option("--json", "sebagai_json", is_flag=True, help="Untuk program: semua temuan sebagai JSON.")
@click.option(
    "--abaikan",
    type=_LAPORAN,
    metavar="LAPORAN.xlsx",
    help="Laporan sebelumnya: temuan yang kolom Alasan diabaikan-nya terisi tidak disebut lagi.",
)
@click.option("--tandai", type=_PATH, metavar="DIR", help="Folder salinan dengan temuan sebagai catatan pada selnya.")
@click.option(
    "--pak-lama",
    type=_PATH,
    multiple=True,
    metavar="BERKAS|FOLDER",
    help="Buku kerja PAK sebelumnya, untuk mencocokkan kolom LAMA; bila banyak, dicari menurut NIP.",
)
@data_option(exists=True)
def perintah(
    berkas: tuple[Path, ...],
    keluar: Path | None,
    sebagai_json: bool,
    abaikan: Path | None,
    tandai: Path | None,
    pak_lama: tuple[Path, ...],
) -> None:
    """Memeriksa DUPAK, surat pernyataan, dan PAK: aturan yang dilanggar, dan kesalahan lembar kerjanya.

    Berkasnya tidak diubah. Status keluar: 0 tanpa temuan, 1 ada temuan, 2 ada berkas yang tidak terbaca."""
    if keluar and keluar.suffix.lower() != ".xlsx":
        raise click.UsageError("nama --keluar harus berakhiran .xlsx.")
    try:
        found = _jalankan(berkas, keluar, abaikan, tandai, pak_lama)
        _katakan(found, sebagai_json)
        if keluar:
            _tulis(keluar, found)
    except AngkaKreditError as reason:
        click.echo(f"Gagal: {str(reason).rstrip('.')}.", err=True)
        raise SystemExit(2) from None
    raise SystemExit(status(found))


def _jalankan(
    berkas: Sequence[Path], keluar: Path | None, abaikan: Path | None, tandai: Path | None, pak_lama: Sequence[Path]
) -> list[Berkas]:
    if keluar:
        check_closed(keluar)
    alasan = baca_alasan(read(abaikan)) if abaikan else Alasan()
    satu = len(berkas) == 1 and not berkas[0].is_dir()
    lama, notes = pasangan(pak_lama, satu) if pak_lama else ({}, [])
    if pak_lama and not lama:
        raise Refused("; ".join(notes) or "tidak ada PAK lama yang terbaca")
    for words in notes:
        click.echo(f"{words}.", err=True)
    ours = [path for path in (keluar, abaikan) if path]
    progress = Progress()
    try:
        return periksa_semua(berkas, Permintaan(alasan, lama, tandai, ours), progress)
    finally:
        progress.end()


def _katakan(found: Sequence[Berkas], sebagai_json: bool) -> None:
    if sebagai_json:
        click.echo(json.dumps(nilai(found), ensure_ascii=False, indent=1))
        return
    for line in baris_teks(found):
        click.echo(line)
    if marked := sum(bool(each.salinan) for each in found):
        click.echo(f"{marked} salinan ditandai.")


def _tulis(keluar: Path, found: Sequence[Berkas]) -> None:
    from .tulis import laporan  # pandas takes longer to load than many a file to check

    backup = write(keluar, laporan(found))
    click.echo(f"Laporan: {keluar}" + (f" (isi lama disimpan sebagai {backup.name})" if backup else ""), err=True)
