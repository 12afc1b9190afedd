"""The command line, in Indonesian: angka-kredit templat | hitung-ulang | jelaskan | impor-lampiran | lampiran."""

from __future__ import annotations

from pathlib import Path

import click

from ._version import __version__
from .batch.cli import hitung_ulang
from .cli_words import Group
from .files import read, write
from .forms import build_all
from .forms.perintah import bekukan, isi
from .forms.ringkas import ringkas
from .lampiran.perintah import data_option, impor_lampiran, lampiran
from .recalc.explain import explain_cells
from .rekap.perintah import perintah as rekap

_PATH = click.Path(path_type=Path)


@click.group(cls=Group, context_settings={"help_option_names": ["--bantuan", "--help", "-h"]})
@click.version_option(__version__, "--versi", "--version", message="Angka Kredit %(version)s")
def main() -> None:
    """Angka kredit jabatan fungsional: formulir, perhitungan ulang, dan penjelasan beserta pasalnya."""


@main.command("templat")
@click.option("--keluar", type=_PATH, required=True, help="Folder tempat formulir dibuat.")
@click.option(
    "--kertas", type=click.Choice(["A4", "F4"], case_sensitive=False), default="A4", help="Ukuran kertas; bawaannya A4."
)
@data_option(exists=True)
def templat(keluar: Path, kertas: str) -> None:
    """Membuat formulir resmi sebagai .xlsx, kosong dan dengan isian contoh."""
    for name, data in build_all(kertas).items():
        _say_written(keluar / name, write(keluar / name, data))


main.add_command(hitung_ulang)


@main.command("jelaskan")
@click.argument("berkas", type=_PATH)
@data_option(exists=True)
def jelaskan(berkas: Path) -> None:
    """Menjelaskan setiap sel berfungsi Angka Kredit: perhitungannya dan pasalnya."""
    for place, formula, words in explain_cells(read(berkas)):
        click.echo(f"{place}  ={formula}")
        for line in words.splitlines():
            click.echo(f"    {line}")


main.add_command(isi)
main.add_command(ringkas)
main.add_command(rekap)
main.add_command(bekukan)
main.add_command(impor_lampiran)
main.add_command(lampiran)


def _say_written(path: Path, backup: Path | None) -> None:
    click.echo(f"  {path}" + (f" (isi lama disimpan sebagai {backup.name})" if backup else ""))
