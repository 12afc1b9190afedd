"""Facts made by hand for one checker at a time: no workbook stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from angka_kredit.periksa.bahan import Bahan
from angka_kredit.periksa.isian.bentuk import Fakta, Isi, Kegiatan
from angka_kredit.periksa.temuan import Temuan
from angka_kredit.positions import all_jabatan, find_jenjang


def isi(value: Any, sel: str = "B2") -> Isi:
    return Isi(value, "Data", sel)


def fakta(jabatan: str = "assessor", jenjang: str = "Muda", **data: Any) -> Fakta:
    """An officer; `jumlah` by (column, what), `kegiatan` rows by column, `tim` people by part, all as plain values."""
    jumlah = {key: isi(value, "D9") for key, value in data.pop("jumlah", {}).items()}
    rows = [
        Kegiatan({nama: isi(v, f"{nama}{at}") for nama, v in row.items()})
        for at, row in enumerate(data.pop("kegiatan", []))
    ]
    team = [{part: isi(v, f"T{at}") for part, v in row.items()} for at, row in enumerate(data.pop("tim", []))]
    masa = {"masa_dari": date(2016, 1, 1), "masa_sampai": date(2016, 12, 31)}
    cells = {nama: isi(value, nama) for nama, value in (masa | data).items()}
    own = all_jabatan()[jabatan]
    return Fakta(own, find_jenjang(jabatan, jenjang), cells, rows, [], jumlah, tim=team, milik_kita=True)


def temuan(pemeriksa: Callable[[Bahan], Iterator[Temuan]], found: Fakta) -> list[Temuan]:
    bahan = Bahan("contoh", b"")
    bahan.simpan["isian"] = found
    return list(pemeriksa(bahan))
