"""The command line, in Indonesian; most commands stand with what they do and load when asked for."""

from __future__ import annotations

from pathlib import Path

import click

from ._version import __version__
from .cli_words import Group
from .lampiran.pilihan import data_option

_PATH = click.Path(path_type=Path)
_ELSEWHERE = {  # where each command stands that is loaded when it is asked for
    "hitung-ulang": "batch.cli:hitung_ulang",
    "isi": "forms.perintah:isi",
    "ringkas": "forms.ringkas:ringkas",
    "rekap": "rekap.perintah:perintah",
    "bekukan": "forms.perintah:bekukan",
    "kenali": "kenal.perintah:kenali",
    "pasang-rumus": "pasang_rumus.perintah:perintah",
    "periksa": "periksa.perintah:perintah",
    "impor-lampiran": "lampiran.perintah:impor_lampiran",
    "lampiran": "lampiran.perintah:lampiran",
    "pasang": "hosts.pasang_perintah:pasang",
    "lepas": "hosts.pasang_perintah:lepas",
    "status": "hosts.pasang_perintah:status",
}


@click.group(cls=Group, elsewhere=_ELSEWHERE, context_settings={"help_option_names": ["--bantuan", "--help", "-h"]})
@click.version_option(__version__, "--versi", "--version", message="Angka Kredit %(version)s")
def main() -> None:
    """Angka kredit jabatan fungsional: formulir, perhitungan ulang, dan penjelasan beserta pasalnya."""


@main.command("templat")
@click.option("--keluar", type=_PATH, required=True, help="Folder tempat formulir dibuat.")
@click.option(
    "--kertas", type=click.Choice(["A4", "F4"], case_sensitive=False), default="A4", help="Ukuran kertas; bawaannya A4."
)
@click.option("--tombol", is_flag=True, help="Sebagai .xlsm dengan tombol pada lembar Data (untuk Excel).")
@data_option(exists=True)
def templat(keluar: Path, kertas: str, tombol: bool) -> None:
    """Membuat formulir resmi sebagai .xlsx, kosong dan dengan isian contoh."""
    from .files import write
    from .forms import build_all

    for name, data in build_all(kertas, tombol).items():
        _say_written(keluar / name, write(keluar / name, data))


@main.command("jelaskan")
@click.argument("berkas", type=_PATH)
@data_option(exists=True)
def jelaskan(berkas: Path) -> None:
    """Menjelaskan setiap sel berfungsi Angka Kredit: perhitungannya dan pasalnya."""
    from .files import read
    from .recalc.explain import explain_cells

    for place, formula, words in explain_cells(read(berkas)):
        click.echo(f"{place}  ={formula}")
        for line in words.splitlines():
            click.echo(f"    {line}")


def _say_written(path: Path, backup: Path | None) -> None:
    click.echo(f"  {path}" + (f" (isi lama disimpan sebagai {backup.name})" if backup else ""))
