"""Where a regulation rules what only the checker asks: naskah.toml."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import tomllib

from ...regulations.schema import Jabatan


def naskah(pokok: str, jabatan: Jabatan) -> str:
    """The article; '' where this jabatan's regulation has none."""
    return _semua()[pokok].get(jabatan.regulasi.id, "")


@cache
def _semua() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "naskah.toml").read_text(encoding="utf-8"))
