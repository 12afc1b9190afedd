"""Checks on given numbers that many rules share."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..errors import OutOfRule
from ..words import indonesian


def tidak_negatif(ak: Mapping[str, Decimal]) -> None:
    """#NUM! for a negative credit; the keys say whose it is ('tugas')."""
    for name, number in ak.items():
        if number < 0:
            raise OutOfRule(f"Angka kredit {name} {indonesian(number)} negatif; isi 0 atau lebih.")
