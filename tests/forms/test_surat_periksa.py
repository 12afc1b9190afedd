"""While PERIKSA flags rows of Kegiatan, no form goes out unaware: PAK decides nothing, every form says why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from angka_kredit.forms.schema import Kegiatan
from angka_kredit.recalc.run import recalculate
from surat import Terhitung, exactly

PERIODE = {"masa_dari": date(2016, 1, 1), "masa_sampai": date(2016, 12, 31)}
BESAR = Kegiatan(tanggal=date(2016, 6, 1), sub="U2a", ak=Decimal(200), uraian="Uraian", volume=1, bukti="Laporan")
DI_LUAR = Kegiatan(tanggal=date(2017, 6, 1), sub="U2a", ak=Decimal(200), uraian="Lain", volume=1, bukti="Laporan")
DUA = "2 baris Kegiatan harus dibetulkan: lihat kolom PERIKSA"
LEMBAR = ("DUPAK", "PAK", "SP Tugas Pokok", "SP Diklat")


def _pak(*rows: Kegiatan, **data: str) -> Terhitung:
    tim = {"penilaian_tim": "Sama dengan usul"}
    return Terhitung("pmb", "Ahli Muda", *rows, golongan="III/c", **tim, **PERIODE, **data)


def test_twice_and_outside_the_period() -> None:
    book = _pak(BESAR, BESAR, DI_LUAR)
    assert exactly(book.named("pak_jumlah")) == 600  # it still computes
    assert book.named("pak_periksa") == DUA
    assert "Belum diputuskan: lihat Periksa di samping halaman" in book.words("PAK")
    for sheet in LEMBAR:
        assert DUA in book.words(sheet), sheet
    assert recalculate(book.data).data  # hitung-ulang computes such a file too


def test_in_order_nothing_is_said() -> None:
    book = _pak(Kegiatan(**{**BESAR.__dict__, "ak": Decimal(300)}))
    assert (book.named("pak_periksa"), book.named("pak_kurang")) == ("Beres", 0)
    for sheet in LEMBAR:
        assert not [words for words in book.words(sheet) if "PERIKSA" in words or "Belum diputuskan" in words]


def test_a_credit_that_is_an_error_is_said_in_words() -> None:
    assert "harus dibetulkan" in _pak(Kegiatan(**{**BESAR.__dict__, "volume": "dua"})).named("pak_periksa")


@pytest.mark.parametrize(("tujuan", "kurang", "pangkat"), [("", 100, "III/d"), ("IV/a", 200, "IV/a")])
def test_nothing_typed_aims_one_rank_above(tujuan: str, kurang: int, pangkat: str) -> None:
    """III/c aims at III/d, 300; IV/a asks 400 (Lampiran VII)."""
    book = _pak(BESAR, **({"golongan_tujuan": tujuan} if tujuan else {}))
    assert (book.named("pak_periksa"), book.named("pak_kurang")) == ("Beres", kurang)
    assert any(words.endswith(f" / {pangkat}") for words in book.words("PAK"))
