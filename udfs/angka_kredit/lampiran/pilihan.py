"""The option --lampiran of every command that reads data; a module of its own, for the others load openpyxl."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ..regulations import sources

F = TypeVar("F", bound=Callable[..., Any])


def data_option(exists: bool = False) -> Callable[[F], F]:
    """The option --lampiran. `exists`: the command only reads, so a folder that is not there is a mistake."""
    return click.option(
        "--lampiran",
        metavar="FOLDER",
        type=click.Path(exists=exists, file_okay=False, path_type=Path),
        expose_value=False,
        is_eager=True,
        callback=_use,
        help=f"Folder data impor; bawaan: {sources.ENVIRONMENT}, lalu folder data pengguna.",
    )


def _use(context: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        os.environ[sources.ENVIRONMENT] = str(value.resolve())  # for this process and those that it starts
