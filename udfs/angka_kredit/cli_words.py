"""Click's own words in Indonesian: what it says about wrong commands, and the headings of its help."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from .errors import AngkaKreditError

_WORDS = {
    "Options": "Pilihan",
    "Commands": "Perintah",
    "Show this message and exit.": "Menampilkan bantuan ini.",
    "Show the version and exit.": "Menampilkan versi.",
}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        words = args.replace("[OPTIONS]", "[PILIHAN]").replace("COMMAND [ARGS]...", "PERINTAH ...")
        super().write_usage(prog, words, prefix or "Cara pakai: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_WORDS.get(heading, heading))

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _WORDS.get(text, text)) for term, text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    context_class = _Context


class Group(click.Group):
    """A command with commands in it; what click refuses, it refuses in Indonesian, with exit status 2."""

    context_class = _Context
    command_class = Command

    def __init__(self, *args: Any, elsewhere: Mapping[str, str], **options: Any) -> None:
        """`elsewhere`: name -> 'module:command', below this package, of commands that are loaded when asked for."""
        super().__init__(*args, **options)
        self._elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.commands, *self._elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if place := self._elsewhere.get(cmd_name):
            module, _, name = place.partition(":")
            self.add_command(getattr(import_module(f".{module}", __package__), name))
        return super().get_command(ctx, cmd_name)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        try:
            return super().main(args, *rest, **extra | {"standalone_mode": False})
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else self.name
            click.echo(f"Salah perintah: {_refusal(error)} Lihat: {command} --bantuan", err=True)
            sys.exit(2)
        except AngkaKreditError as error:
            click.echo(f"Gagal: {str(error).rstrip('.')}.", err=True)
            sys.exit(1)
        except BrokenPipeError:  # the reader of our output has seen enough
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  (for the interpreter's last flush)
            sys.exit(0)
        except click.Abort:
            click.echo("Dihentikan.", err=True)
            sys.exit(130)


def _refusal(error: click.UsageError) -> str:
    if isinstance(error, click.MissingParameter):
        return f"{_name(error.param)} belum diisi."
    if isinstance(error, click.NoSuchOption):
        return f"pilihan '{error.option_name}' tidak ada.{_perhaps(error.possibilities)}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"perintah '{error.command_name}' tidak ada.{_perhaps(error.possibilities)}"
    if isinstance(error, click.BadOptionUsage):
        return f"pilihan '{error.option_name}' dipakai tidak semestinya."
    if isinstance(error, click.BadParameter):
        return f"isi {_name(error.param)} {_bad(error)}."
    return error.message


def _bad(error: click.BadParameter) -> str:
    """What the value of a parameter should be instead, as far as click tells."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange) and kind.min is not None and kind.max is not None:
        return f"harus bilangan bulat {kind.min} sampai {kind.max}"
    if isinstance(kind, click.Path) and "does not exist" in error.message:
        return "tidak ada; periksa namanya"
    return "tidak dapat dipakai"


def _perhaps(words: Sequence[str] | None) -> str:
    return f" Maksud Anda '{words[0]}'?" if words else ""


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return (parameter.name or "").upper() if parameter else "perintah"
