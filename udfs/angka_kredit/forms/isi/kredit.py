"""The unit credit that a row gives beside its kode: into the sheet Lampiran, where the text prints none.

The form takes a butir's credit from that sheet only, so that all rows of a kode have the same."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ...words import indonesian
from .bentuk import Formulir, Rencana, Rumus, sama, satu
from .nilai import Nilai

_AK = "ak_satuan"
Baris = dict[str, Nilai]


def pindahkan_kredit(rows: Sequence[Baris], formulir: Formulir, hasil: Rencana) -> None:
    """Takes the credit out of the rows that the sheet Lampiran serves; one that contradicts it stays, and is told."""
    codes = formulir.kolom("lampiran_kode")
    given: dict[str, list[Baris]] = {}
    for row in rows:
        if row.get("kode") and row["kode"] in codes and isinstance(row.get(_AK), (int, float, Decimal)):
            given.setdefault(str(row["kode"]), []).append(row)
    for kode, same in given.items():
        if _ditulis(kode, same, codes.index(kode), formulir, hasil):
            for row in same:
                del row[_AK]


def _ditulis(kode: str, rows: Sequence[Baris], at: int, formulir: Formulir, hasil: Rencana) -> bool:
    """Whether the sheet Lampiran has the rows' credit, or gets it."""
    credits = {Decimal(format(ak, ".15g")) for row in rows if isinstance(ak := row[_AK], (int, float, Decimal))}
    said = "; ".join(map(indonesian, sorted(credits)))
    if len(credits) > 1:
        hasil.catatan.append(f"kegiatan kode {kode}: angka kredit satuannya berbeda-beda ({said}); samakan di tabel")
        return False
    credit, sel = credits.pop(), formulir.nama["lampiran_ak"][at]
    printed = formulir.isi.get(sel)
    if isinstance(formulir.kolom("lampiran_sumber")[at], Rumus) or printed in (None, ""):  # to be typed by the officer
        satu(f"Angka kredit {kode} pada Lampiran", sel, credit, formulir, hasil)
        return True
    if sama(credit, printed):
        return True
    hasil.catatan.append(
        f"kegiatan kode {kode}: angka kredit satuannya {said} di tabel, {_angka(printed)} dalam Lampiran; "
        "betulkan atau kosongkan di tabel"
    )
    return False


def _angka(held: object) -> str:
    return indonesian(Decimal(format(held, ".15g"))) if isinstance(held, (int, float, Decimal)) else str(held)
