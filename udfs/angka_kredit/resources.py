"""Finds what stands beside the package in a checkout and inside it in a wheel: templates/ and addin/.

The folder for an office PC also has tombol/, the forms with buttons."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `templates`, `addin` or `tombol`, which need not be there."""
    bundled = _PACKAGE / "bundled" / name
    return bundled if bundled.is_dir() else _PACKAGE.parents[1] / name
