"""The commands pasang, lepas and status."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import click

from .._version import __version__
from ..cli_words import Command
from ..errors import Refused
from . import pasang_excel, pasang_libreoffice
from .log import log_file

_KE = click.Argument(["program"], type=click.Choice(["excel", "libreoffice"]))


@click.command("pasang", cls=Command, params=[_KE])
def pasang(program: str) -> None:
    """Memasang Angka Kredit di excel atau libreoffice milik pengguna ini; tanpa hak administrator."""
    if program == "excel":
        said = pasang_excel.pasang(pasang_excel.tempat(), pasang_excel.addin())
    else:
        command = pasang_libreoffice.unopkg()
        with pasang_libreoffice.pengaya() as oxt:
            said = pasang_libreoffice.pasang(command, oxt)
    click.echo("\n".join(said))


@click.command("lepas", cls=Command, params=[_KE])
def lepas(program: str) -> None:
    """Melepas Angka Kredit dari excel atau libreoffice; pengaya lain dan data impor tidak disentuh."""
    if program == "excel":
        said = pasang_excel.lepas(pasang_excel.tempat())
    else:
        said = pasang_libreoffice.lepas(pasang_libreoffice.unopkg())
    click.echo("\n".join(said))


@click.command("status", cls=Command)
def status() -> None:
    """Menunjukkan yang terpasang, versinya, yang kurang, dan yang harus dilakukan."""
    found = [*_program(), *_excel(), *pasang_libreoffice.status()]
    for line, _ in found:
        click.echo(line)
    todo = list(dict.fromkeys(action for _, action in found if action))
    click.echo("\nYang perlu dilakukan:" if todo else "\nTidak ada yang perlu dilakukan.")
    for action in todo:
        click.echo(f"- {action}")


def _program() -> Iterator[tuple[str, str]]:
    yield f"Angka Kredit {__version__}, Python {platform.python_version()}: {sys.executable}", ""
    found = _xlwings()
    wrong = sys.platform == "win32" and found != pasang_excel.XLWINGS
    words = f"pip install xlwings=={pasang_excel.XLWINGS} (untuk Excel)"
    yield f"xlwings: {found or 'tidak ada; hanya diperlukan untuk Excel di Windows'}", words if wrong else ""
    yield f"Catatan (log): {log_file() or 'tidak ada tempatnya'}", ""


def _excel() -> Iterator[tuple[str, str]]:
    try:
        yield from pasang_excel.status(pasang_excel.tempat(), pasang_excel.addin())
    except Refused as elsewhere:
        yield f"Pengaya Excel: {elsewhere}.", ""


def _xlwings() -> str:
    try:
        return version("xlwings")
    except PackageNotFoundError:
        return ""
