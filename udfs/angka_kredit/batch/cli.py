"""The command hitung-ulang: folders of workbooks recalculated, and what became of them."""

from __future__ import annotations

from pathlib import Path

import click

from ..cli_words import Command
from ..lampiran.pilihan import data_option
from ..progress import Progress
from .plan import BadPlan
from .result import DITOLAK
from .running import Options, Report, run
from .summary import TOLAK, summary

_PATH = click.Path(path_type=Path)


@click.command("hitung-ulang", cls=Command)
@click.argument("berkas", nargs=-1, required=True)
@click.option("--keluar", metavar="DIR", help="Folder hasil; nama dan subfolder tetap sama.")
@click.option("--di-tempat", is_flag=True, help="Hasil menggantikan berkasnya; isi semula ke .cadangan-angka-kredit.")
@click.option("--cepat", is_flag=True, help="Tanpa mesin pembanding.")
@click.option("--json", "as_json", is_flag=True, help="Laporan untuk mesin ke stdout.")
@click.option("--laporan", type=_PATH, metavar="BERKAS.xlsx", help="Laporan lengkap sebagai buku kerja.")
@data_option(exists=True)
@click.option("--dask", metavar="ALAMAT", help="Dihitung pada klaster Dask ini, misalnya tcp://10.0.0.5:8786.")
def hitung_ulang(
    berkas: tuple[str, ...],
    keluar: str | None,
    di_tempat: bool,
    cepat: bool,
    as_json: bool,
    laporan: Path | None,
    dask: str | None,
) -> None:
    """Menghitung ulang semua rumus dan hanya menulis hasilnya; isi lain tidak berubah satu bita pun.

    BERKAS boleh berkas atau folder; di dalam folder semua .xlsx dan .xlsm dihitung."""
    if keluar is None and not di_tempat:
        raise click.UsageError("--keluar belum diisi (atau pakai --di-tempat).")
    if keluar is not None and di_tempat:
        raise click.UsageError("pakai --keluar atau --di-tempat, bukan keduanya.")
    if laporan and laporan.suffix.lower() != ".xlsx":
        raise click.UsageError("nama --laporan harus berakhiran .xlsx.")
    options = Options(output=keluar, vote=not cepat, report=laporan, cluster=dask)
    progress = Progress()
    try:
        report = run(berkas, options, progress)
    except BadPlan as error:
        raise click.UsageError(str(error)) from None
    finally:
        progress.end()
    with report:
        _tell(report, as_json)
    raise SystemExit(130 if report.interrupted else 1 if report.status[DITOLAK] else 0)


def _tell(report: Report, as_json: bool) -> None:
    """The report in full first: only then the results count as delivered."""
    if path := report.options.report:
        from .excel import write_report  # pandas takes longer to load than a file to compute

        write_report(report, path)
    if as_json:
        from .machine import document

        for piece in document(report):
            click.echo(piece, nl=False)
    for line in summary(report):
        click.echo(line, err=as_json or line.startswith(TOLAK))
    if path:
        click.echo(f"Laporan: {path}", err=as_json)
