"""How fast a person's credit grows, and numbers in words."""

from __future__ import annotations

from decimal import Decimal

from ..words import indonesian
from .asumsi import Asumsi
from .fakta import Fakta

_HARI_SEBULAN = 365.25 / 12


def laju_sendiri(fakta: Fakta, baru: str, asumsi: Asumsi) -> float | None:
    """Credit points a month: what the command says, else the new credit over the months of its period.

    None where the workbook does not tell."""
    if asumsi.ak_per_bulan is not None:
        return float(asumsi.ak_per_bulan)
    gained, start, end = fakta.angka(baru), fakta.tanggal("masa_dari"), fakta.tanggal("masa_sampai")
    if gained is None or start is None or end is None or end < start:
        return None
    return gained / max(1, round((end - start).days / _HARI_SEBULAN))


def tiga(number: float) -> str:
    """At most three decimals, as an Indonesian reads them."""
    return indonesian(Decimal(f"{number:.3f}"))
