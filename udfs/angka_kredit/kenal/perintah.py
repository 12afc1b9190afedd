"""The command kenali: what was recognised in a person's workbook."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..cli_words import Command
from ..files import read, write
from ..xls import terbaca
from . import baca, kenali_kisi
from .laporan import baris_teks, nilai
from .profil import baca as baca_profil
from .profil import simpan, terapkan

_PATH = click.Path(path_type=Path)


@click.command("kenali", cls=Command)
@click.argument("berkas", type=_PATH)
@click.option("--json", "sebagai_json", is_flag=True, help="Untuk program: semua yang dikenali sebagai JSON.")
@click.option("--profil", type=_PATH, metavar="FORM.toml", help="Menurut profil formulir itu, bukan dikenali sendiri.")
@click.option("--simpan-profil", type=_PATH, metavar="FORM.toml", help="Menyimpan susunan formulirnya sebagai profil.")
def kenali(berkas: Path, sebagai_json: bool, profil: Path | None, simpan_profil: Path | None) -> None:
    """Menyebutkan apa yang dikenali dalam DUPAK, surat pernyataan, atau PAK buatan siapa pun.

    Yang meragukan ditandai [ragu: sebabnya]. Berkasnya tidak diubah; .xls dan .ods dibaca lewat LibreOffice."""
    data, said = terbaca(read(berkas))
    grids = baca(data)
    found = terapkan(baca_profil(read(profil)), grids) if profil else kenali_kisi(grids)
    if simpan_profil:
        write(simpan_profil, simpan(found).encode())
        click.echo(f"Profil disimpan: {simpan_profil}. Periksa baris yang bertanda ragu.", err=True)
    if sebagai_json:
        click.echo(json.dumps(nilai(found) | {"konversi": said}, ensure_ascii=False, indent=1))
        return
    if said:
        click.echo(f"KONVERSI {said}.")
    for line in baris_teks(found):
        click.echo(line)
