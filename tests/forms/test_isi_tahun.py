"""Year after year: this year's workbook is next year's previous PAK; the sums by hand, and every activity counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import pytest

from angka_kredit.forms.isi import Orang, rencana
from angka_kredit.forms.isi.berkas import baca_formulir, baca_lama, isi_berkas
from angka_kredit.forms.isi.lama_periksa import periksa_lama
from angka_kredit.recalc.run import recalculate
from angka_kredit.resources import folder
from isi_contoh import NIP, TEMPLAT, Buku
from surat import Terhitung

FAKTA = {"nip": NIP, "nama": "CONTOH", "ijazah": "S1", "penilaian_tim": "Sama dengan usul"}
SEMINAR = {"volume": 1, "bukti": "Sertifikat", "sub_unsur": "P1a", "satuan": "Sertifikat", "ak_satuan": 0.3}
DUA_BELAS = [{**SEMINAR, "tanggal": date(2015, 5, day), "uraian": f"Seminar {day}"} for day in range(1, 13)]


class Tahun(NamedTuple):
    data: bytes
    buku: Buku
    catatan: list[str]

    def baris(self, kode: str) -> tuple[Any, ...]:
        """Words, LAMA, JUMLAH of the Tim Penilai of a line."""
        names = ("dupak_kode_baris", "dupak_uraian", "dupak_isi_lama", "dupak_tim_jumlah")
        return next(row[1:] for row in zip(*map(self.buku.semua, names), strict=True) if row[0] == kode)

    def jumlah(self) -> list[float]:
        return [self.buku[f"tim_{nama}_semua"] for nama in ("lama", "baru", "jumlah")]


def isi(tahun: int, acts: Sequence[Mapping[str, Any]], lama: bytes | None = None, templat: bytes = TEMPLAT) -> Tahun:
    """The year's workbook after `lama`, and what filling it in had to say."""
    form = baca_formulir(templat)
    facts = {**FAKTA, "golongan": "III/c", "masa_dari": date(tahun, 1, 1), "masa_sampai": date(tahun, 12, 31)}
    person = Orang(facts, acts)
    pak, notes = periksa_lama(baca_lama(lama) if lama else None, person, form)
    plan = rencana(person, form, pak.baris if pak else ())
    assert not plan.tanpa_pasangan
    data = isi_berkas(templat, plan, baru=True).data
    return Tahun(data, Buku(data), [*plan.catatan, *notes])


def test_three_years_of_seminars() -> None:
    """12 x 0,3 = 3,6 on two lines: 0,3 and 11 x 0,3 = 3,3. Then 0,3 more each year: 3,9 and 4,2."""
    first = isi(2015, DUA_BELAS)
    assert first.jumlah() == pytest.approx([0, 3.6, 3.6])
    assert first.baris("P1a2") == ("Seminar 2 (dan 10 lain)", None, pytest.approx(3.3))

    second = isi(2016, [{**SEMINAR, "tanggal": date(2016, 3, 5), "uraian": "Seminar baru"}], first.data)
    assert second.jumlah() == pytest.approx([3.6, 0.3, 3.9]) and second.catatan == []
    assert set(second.buku.semua("kegiatan_periksa")) <= {"Beres", None}
    assert second.baris("P1a1") == ("Seminar 1", 0.3, pytest.approx(0.3))
    assert second.baris("P1a2") == ("Seminar 2 (dan 10 lain) (dan 1 lain)", pytest.approx(3.3), pytest.approx(3.6))

    third = isi(2017, [{**SEMINAR, "tanggal": date(2017, 3, 5), "uraian": "Seminar terbaru"}], second.data)
    assert third.jumlah() == pytest.approx([3.9, 0.3, 4.2]) and third.catatan == []
    assert third.baris("P1a2") == ("Seminar 2 (dan 11 lain) (dan 1 lain)", pytest.approx(3.6), pytest.approx(3.9))


def test_a_change_of_kategori_takes_along_what_the_pak_alih_says() -> None:
    """65% of 4, 19 and 1 is 2,6 + 12,35 + 0,65, and S1 is 100: 115,6, as Abimanyu in Lampiran V.4; then 2 x 0,047."""
    lama = {"U1a1": 60, "U1b1": 4, "U2b1": 19, "U5a1": 1, "P1a1": 1}
    facts = {**FAKTA, "masa_dari": date(2015, 1, 1), "masa_sampai": date(2015, 12, 31)}
    book = Terhitung("pmb", "Terampil", lama=lama, golongan="III/a", alih_ijazah="S1", alih_nomor="PAK-A", **facts)  # type: ignore[arg-type]
    ahli = (folder("templates") / "pmb_ahli_pertama.xlsx").read_bytes()
    act = {"tanggal": date(2016, 2, 1), "kode": "PERTAMA-III.2.b", "volume": 2, "bukti": "Laporan"}
    found = isi(2016, [act], recalculate(book.data).data, ahli)
    assert found.jumlah() == pytest.approx([115.6, 0.094, 115.694])
    assert [found.baris(kode)[1] for kode in ("U1a1", "U1b1", "U2a1", "U5a1")] == pytest.approx([100, 2.6, 12.35, 0.65])
    assert found.baris("U1a1")[0] == "PAK alih kategori: Ijazah yang diperoleh: S1"
    assert found.catatan == [
        "LAMA diisi dari PAK alih kategori buku kerja itu (U1a1 100, U1b1 2,6, U2a1 12,35, U5a1 0,65); periksa barisnya"
    ]
