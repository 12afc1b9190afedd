"""The command line, in Indonesian: angka-kredit templat | hitung-ulang | jelaskan | impor-lampiran | lampiran."""

from __future__ import annotations

from pathlib import Path

import click

from ._version import __version__
from .cli_words import Group
from .errors import Refused
from .files import read, write
from .forms import build_all
from .lampiran.perintah import data_option, impor_lampiran, lampiran
from .recalc.explain import explain_cells
from .recalc.run import Outcome, recalculate

_PATH = click.Path(path_type=Path)
MOST_NOTES = 10


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


@main.command("hitung-ulang")
@click.argument("berkas", type=_PATH, nargs=-1, required=True)
@click.option("--keluar", type=_PATH, required=True, help="Folder hasil; nama berkas tetap sama.")
@data_option(exists=True)
def hitung_ulang(berkas: tuple[Path, ...], keluar: Path) -> None:
    """Menghitung ulang semua rumus dan hanya menulis hasilnya; isi lain tidak berubah satu bita pun."""
    _check_targets(berkas, keluar)
    failed = 0
    for path in berkas:
        try:
            outcome = recalculate(read(path))
            backup = write(keluar / path.name, outcome.data)
        except Refused as reason:
            failed += 1
            click.echo(f"TIDAK DIHITUNG {path.name}: {str(reason).rstrip('.')}.", err=True)
        else:
            _say_recalculated(path, outcome)
            _say_written(keluar / path.name, backup)
    click.echo(f"{len(berkas) - failed} berkas dihitung, {failed} tidak.")
    raise SystemExit(1 if failed else 0)


@main.command("jelaskan")
@click.argument("berkas", type=_PATH)
@data_option(exists=True)
def jelaskan(berkas: Path) -> None:
    """Menjelaskan setiap sel berfungsi Angka Kredit: perhitungannya dan pasalnya."""
    for place, formula, words in explain_cells(read(berkas)):
        click.echo(f"{place}  ={formula}")
        for line in words.splitlines():
            click.echo(f"    {line}")


main.add_command(impor_lampiran)
main.add_command(lampiran)


def _check_targets(files: tuple[Path, ...], folder: Path) -> None:
    """Results keep their file names, so two of one name, or a result over its own input, is refused at once."""
    seen: dict[str, Path] = {}
    for path in files:
        other = seen.setdefault(path.name.casefold(), path)
        if other is not path:
            raise click.UsageError(f"Dua berkas bernama {path.name}: hasilnya akan saling menimpa. Jalankan terpisah.")
        if (folder / path.name).resolve() == path.resolve():
            raise click.UsageError(f"Folder --keluar sama dengan folder {path.name}. Pilih folder lain.")


def _say_recalculated(path: Path, outcome: Outcome) -> None:
    click.echo(f"DIHITUNG {path.name}: {outcome.formulas} rumus, {len(outcome.changed)} sel berubah.")
    for place, words in outcome.notes[:MOST_NOTES]:
        click.echo(f"  PERIKSA {place}: {words}")
    if len(outcome.notes) > MOST_NOTES:
        click.echo(f"  PERIKSA {len(outcome.notes) - MOST_NOTES} sel lain.")


def _say_written(path: Path, backup: Path | None) -> None:
    click.echo(f"  {path}" + (f" (isi lama disimpan sebagai {backup.name})" if backup else ""))
