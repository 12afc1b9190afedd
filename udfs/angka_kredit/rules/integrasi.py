"""Integrasi: from conventional cumulative credit to credit inside the jenjang, and what a golongan ruang starts with
and asks there (regime since 2023)."""

from __future__ import annotations

from decimal import Decimal

from ..errors import NotFound, OutOfRule
from ..regulations import regime
from ..regulations.regime import DalamJenjang
from ..words import indonesian
from .hasil import Hasil
from .periksa import tidak_negatif


def ak_dasar(golongan: str) -> Hasil:
    """The credit points inside the jenjang that this golongan ruang starts with; #N/A where the sources have none."""
    row = _dalam_jenjang(golongan, "AK dasar")
    return Hasil(row.ak_dasar, f"AK dasar {golongan} dalam jenjang {row.jenjang}", (row,))


def ak_ambang_jenjang(golongan: str) -> Hasil:
    """The credit points inside the jenjang that the rise from this golongan ruang asks; #N/A where there are none."""
    row = _dalam_jenjang(golongan, "Ambang dalam jenjang")
    words = f"angka kredit dalam jenjang {row.jenjang} yang diminta untuk naik dari {golongan}"
    return Hasil(row.ambang, words, (row, regime.dasar("jenjang_baru")))


def ak_integrasi(ak: Decimal, golongan: str) -> Hasil:
    """The conventional cumulative credit `ak` less the nilai dasar of the golongan ruang (credit points).

    #NUM! where nothing would be left below 0, #N/A for a golongan without a nilai dasar."""
    tidak_negatif({"konvensional": ak})
    rows = regime.nilai_dasar()
    if golongan not in rows:
        raise _tidak_ada("Nilai dasar integrasi", golongan, rows)
    row = rows[golongan]
    words = f"{indonesian(ak)} - {indonesian(row.ak)} (nilai dasar {golongan})"
    if ak < row.ak:
        raise OutOfRule(
            f"Angka kredit konvensional {indonesian(ak)} di bawah nilai dasar {golongan}, {indonesian(row.ak)} "
            f"({row.rujukan}): hasilnya negatif. Periksa angka kredit dan golongan ruangnya."
        )
    return Hasil(ak - row.ak, words, (row,))


def _dalam_jenjang(golongan: str, what: str) -> DalamJenjang:
    rows = regime.dalam_jenjang()
    if golongan not in rows:
        raise _tidak_ada(what, golongan, rows)
    return rows[golongan]


def _tidak_ada(what: str, golongan: str, rows: dict[str, DalamJenjang] | dict[str, regime.AkGolongan]) -> NotFound:
    source = next(iter(rows.values())).rujukan
    return NotFound(f"{what} {golongan} tidak ada dalam sumber ({source}); yang ada: {', '.join(rows)}.")
