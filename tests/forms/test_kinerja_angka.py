"""The performance workbooks computed: against the printed examples, and what they say of faulty input.

Generated people against fractions and LibreOffice: test_setuju.py."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from angka_kredit.forms.kinerja import keluarga, muat, riwayat_kolom
from angka_kredit.forms.kinerja.data import Isi, Masa, Tahun
from angka_kredit.forms.kinerja.keluarga import build_jabatan, build_konversi
from angka_kredit.recalc.run import recalculate
from kinerja import Terhitung


def test_the_example_by_hand() -> None:
    """161,5 - 100 = 61,5; 150% x 12,5 = 18,75; 2/12 x 100% x 12,5 = 2,08 (BKN prints both); 18,75 + 2,08 = 20,83."""
    book = Terhitung(recalculate(keluarga()["konversi_2023_contoh.xlsx"]("A4")).data)
    assert book("integrasi_nilai") == 61.5
    assert book("penetapan_lama") == 74  # 61,5 + 12,5
    assert round(book("penetapan_baru"), 2) == 20.83
    assert round(book("kelebihan_pangkat"), 2) == -5.17  # 94,83 - 100
    assert book.column("riwayat_persen")[3] == "2/12 x 100%"
    assert book("periode_pangkat") == datetime(2025, 10, 1)  # 5 months of 1,0417 from 28 February: 31 July
    assert book.book["Proyeksi"]["B10"].value == datetime(2025, 7, 31)


def faulty(row: Masa, **data: Any) -> Terhitung:
    given = {"jenjang": "Ahli Muda", "golongan": "III/c"} | data
    return Terhitung(recalculate(build_konversi(isi=Isi(data=given, riwayat=(row,)))).data)


def test_what_is_wrong_is_an_error_and_said_in_words() -> None:
    row = {"tahun": 2024, "jenjang": "Ahli Muda", "golongan": "III/c", "lama": 0}
    unknown = faulty(Masa(isi="Baik Sekali", **row))  # type: ignore[arg-type]
    assert unknown("penetapan_jumlah") == "#VALUE!" and "Baik Sekali" in unknown.column("riwayat_periksa")[1]
    long = faulty(Masa(isi="Baik", bulan=13, **row))  # type: ignore[arg-type]
    assert long("penetapan_jumlah") == "#NUM!" and long("periksa_riwayat") == "PERIKSA"
    printed = faulty(Masa(isi="Baik", jumlah=26, **row))  # type: ignore[arg-type]
    assert "JUMLAH 26 seharusnya 25" in printed.column("riwayat_periksa")[1]
    other = faulty(Masa(isi="Baik", **row), golongan="IV/a")  # type: ignore[arg-type]
    assert other("periksa_jabatan") == "Golongan ruang bukan milik jenjang itu" and other("ambang_pangkat") is None
    late = faulty(Masa(isi="Baik", **row), golongan_masuk="III/d")  # type: ignore[arg-type]
    assert late("periksa_jabatan") == "Golongan saat masuk di atas golongan sekarang"
    below = {"integrasi_ak": 150, "integrasi_golongan": "III/c", "integrasi_jenjang": "Ahli Muda"}
    low = faulty(Masa(isi="Baik", **row), **below)  # type: ignore[arg-type]
    assert low("integrasi_nilai") == "#NUM!"


@pytest.mark.parametrize(
    "nip, lahir, kelamin, words",
    [
        ("199003032015031994", date(1990, 3, 3), "Laki-laki", "SESUAI"),
        ("199003032015031994", date(1990, 3, 4), "Laki-laki", "Tanggal lahir berbeda dengan NIP"),
        ("199003032015031994", date(1990, 3, 3), "Perempuan", "Jenis kelamin berbeda dengan NIP"),
        ("990000000", date(1990, 3, 3), "", "NIP tidak terbaca: harus 18 angka sebagai teks"),
    ],
)
def test_the_nip_is_checked(nip: str, lahir: date, kelamin: str, words: str) -> None:
    row = Masa(isi="Baik", tahun=2024, jenjang="Ahli Muda", golongan="III/c", lama=0)
    book = faulty(row, nip=nip, tanggal_lahir=lahir, **({"jenis_kelamin": kelamin} if kelamin else {}))
    assert book("pemeriksaan_nip") == words


def test_text_that_begins_like_a_formula_stays_text() -> None:
    book = faulty(Masa(isi="Baik", tahun=2024, jenjang="Ahli Muda", golongan="III/c", lama=0), nama="=cmd()")
    assert book("nama") == "=cmd()"


def test_ammi_between_the_bands_and_without_a_minimum() -> None:
    years = (Tahun(tahun=2019, nilai=Decimal("90.5")),)

    def muda(**data: Any) -> Terhitung:
        return Terhitung(recalculate(build_jabatan("ammi", "Ahli Muda", isi=Isi(data=data, penilaian=years))).data)

    between = muda(ak_minimal=10)
    assert between("penilaian_ak") == between("penetapan_jumlah") == "#NUM!"
    assert "rentang" in between("penilaian_periksa") and between("belum_beres") == 1
    without = muda()
    assert without("penilaian_ak") == "#VALUE!" and "minimal" in without("penilaian_periksa")


def test_ammi_lists_what_was_done() -> None:
    stem, isi = next((stem, isi) for stem, isi in muat.contoh().items() if isi.jabatan == "ammi")
    book = Terhitung(recalculate(keluarga()[f"{stem}_contoh.xlsx"]("A4")).data)
    sheet = book.book["Usul"]
    shown = [row[1].value for row in sheet.iter_rows() if str(row[1].value or "").startswith("PERTAMA-")]
    assert shown == [each.kode for each in isi.kegiatan]
    assert [kode for kode in book.column("kegiatan_kode") if kode.startswith("TAMBAHAN")] == [
        f"TAMBAHAN-{number}" for number in range(1, 6)
    ]


def test_more_rows_than_the_form_has_are_refused() -> None:
    row = Masa(isi="Baik", tahun=2024)
    with pytest.raises(Exception, match="rows of riwayat"):
        build_konversi(isi=Isi(riwayat=(row,) * riwayat_kolom.COUNT))
