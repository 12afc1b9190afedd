"""Loads the official forms' data from `templates/`. Unknown or missing keys are refused."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import tomllib

from .. import positions
from ..errors import DataError
from ..resources import folder
from .schema import Dupak, DupakJabatan, Isi, Isian

T = TypeVar("T")


def templates() -> Path:
    return folder("templates")


@cache
def dupak() -> Dupak:
    return load(Dupak, "dupak")


@cache
def all_jabatan() -> dict[str, DupakJabatan]:
    """jabatan id -> what its form adds; every jabatan with credit per butir that has a file beside the skeletons."""
    known = [jabatan.id for jabatan in positions.all_jabatan().values() if jabatan.metode == "butir_kegiatan"]
    stems = [stem for stem in known if (templates() / f"{stem}.toml").exists()]
    return {stem: load(DupakJabatan, stem) for stem in sorted(stems)}


@cache
def isian(stem: str) -> tuple[Isian, ...]:
    """The inputs that the skeleton `templates/<stem>.toml` asks of the sheet Data; none where it has no [[isian]]."""
    path = templates() / f"{stem}.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal).get("isian", [])
    return tuple(read(Isian, row, path.name) for row in rows)


def load(kind: type[T], stem: str) -> T:
    """The skeleton `templates/<stem>.toml` as the dataclass `kind`."""
    return _load(kind, templates() / f"{stem}.toml")


@cache
def all_contoh() -> tuple[Isi, ...]:
    """The examples that fill in a form."""
    return tuple(_load(Isi, path) for path in sorted((templates() / "contoh").glob("*.toml")))


def _load(kind: type[T], path: Path) -> T:
    return read(kind, tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal), path.name)


def read(kind: type[T], table: dict[str, Any], where: str) -> T:
    """The table as the dataclass `kind`, nested tables likewise; DataError names the key that is wrong."""
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    if strange := set(table) - set(fields):
        raise DataError(f"{where}: unknown keys {sorted(strange)}")
    empty = dataclasses.MISSING
    needed = {name for name, field in fields.items() if field.default is empty and field.default_factory is empty}
    if missing := needed - set(table):
        raise DataError(f"{where}: lacks {sorted(missing)}")
    hints = get_type_hints(kind)
    try:
        return kind(**{name: _value(hints[name], value, f"{where} {name}") for name, value in table.items()})
    except DataError as error:
        raise DataError(f"{where}: {error}") from None


def _value(hint: Any, value: Any, where: str) -> Any:
    if get_origin(hint) is tuple:
        (item, _) = get_args(hint)
        if not isinstance(value, list):
            raise DataError(f"{where} must be a list")
        return tuple(_value(item, each, f"{where} {number}") for number, each in enumerate(value, 1))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return read(hint, value, where)
    if get_origin(hint) is not dict and not isinstance(value, get_args(hint) or hint):
        raise DataError(f"{where} is of the wrong kind: {value!r}")
    return value
