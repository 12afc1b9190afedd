"""VERSI_ANGKA_KREDIT(): shows that the functions are really there. Hosts call it before they trust a cell."""

from __future__ import annotations

from typing import NamedTuple

from .._version import __version__
from .registry import KATALOG, Fungsi


class _Versi(NamedTuple):
    nilai: str


def hitung() -> _Versi:
    return _Versi(__version__)


KATALOG.add(
    Fungsi(
        nama="VERSI_ANGKA_KREDIT",
        ringkas="Versi Angka Kredit yang menghitung buku kerja ini.",
        argumen=(),
        rujukan="Bukan aturan: keterangan program",
        contoh="=VERSI_ANGKA_KREDIT()",
        hitung=hitung,
        jelaskan=lambda hasil: [f"VERSI_ANGKA_KREDIT = {hasil.nilai}: program Angka Kredit terpasang."],
    )
)
