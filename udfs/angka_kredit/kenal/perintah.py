"""The command kenali: what was recognised in a person's workbook."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..cli_words import Command
from ..files import read
from . import kenali as kenali_data
from .laporan import baris_teks, nilai


@click.command("kenali", cls=Command)
@click.argument("berkas", type=click.Path(path_type=Path))
@click.option("--json", "sebagai_json", is_flag=True, help="Untuk program: semua yang dikenali sebagai JSON.")
def kenali(berkas: Path, sebagai_json: bool) -> None:
    """Menyebutkan apa yang dikenali dalam DUPAK, surat pernyataan, atau PAK buatan siapa pun.

    Yang meragukan ditandai [ragu: sebabnya]. Berkasnya tidak diubah."""
    found = kenali_data(read(berkas))
    if sebagai_json:
        click.echo(json.dumps(nilai(found), ensure_ascii=False, indent=1))
        return
    for line in baris_teks(found):
        click.echo(line)
