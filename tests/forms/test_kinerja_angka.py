"""The performance workbooks computed: against fractions, against the printed examples, and in a real LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import kinerja
import office
from angka_kredit.forms.kinerja import keluarga, muat, riwayat
from angka_kredit.forms.kinerja.data import Isi, Masa, Tahun
from angka_kredit.forms.kinerja.keluarga import build_jabatan, build_konversi
from angka_kredit.recalc.run import recalculate
from kinerja import Terhitung
from sheets import cached

PEOPLE = {seed: kinerja.orang(seed) for seed in range(32)}


@pytest.fixture(scope="module")
def computed() -> dict[int, bytes]:
    return {seed: recalculate(build_konversi(isi=isi)).data for seed, isi in PEOPLE.items()}


def same(cell: Any, expected: Fraction | None) -> bool:
    """Equal but for the binary noise of sums; '' where nothing is asked."""
    if expected is None:
        return cell in (None, "")
    return abs(Fraction(str(cell)) - expected) < Fraction(1, 10**8)


@pytest.mark.parametrize("seed", PEOPLE)
def test_generated_people_against_fractions(computed: dict[int, bytes], seed: int) -> None:
    book, expected = Terhitung(computed[seed]), kinerja.hitung(PEOPLE[seed])
    totals = [value for value in book.column("riwayat_hasil")[1:] if value is not None]
    assert len(totals) == len(expected.riwayat)
    assert all(map(same, totals, expected.riwayat))
    assert same(book("penetapan_lama"), expected.lama)
    assert same(book("penetapan_baru"), expected.baru)
    assert same(book("penetapan_jumlah"), expected.jumlah)
    assert same(book("akumulasi_jumlah"), expected.riwayat[-1])
    for nama, asked in (("pangkat", expected.pangkat), ("jenjang", expected.jenjang)):
        assert same(book(f"ambang_{nama}"), asked)
        assert same(book(f"kelebihan_{nama}"), None if asked is None else expected.jumlah - asked)
    for nama, day in {"pangkat": expected.naik_pangkat, "jenjang": expected.naik_jenjang}.items():
        cell = book(f"periode_{nama}")
        assert (cell.date() if isinstance(cell, datetime) else None) == day


def test_the_generated_people_cover_the_rules() -> None:
    golongan = {(isi.data["jenjang"], isi.data["golongan"]) for isi in PEOPLE.values()}
    assert len({jenjang for jenjang, _ in golongan}) == len(kinerja.GOLONGAN) and len(golongan) >= 13
    assert any("golongan_masuk" in isi.data for isi in PEOPLE.values())
    assert sum("integrasi_ak" in isi.data for isi in PEOPLE.values()) >= 5
    assert sum(len({row.jenjang for row in isi.riwayat}) == 2 for isi in PEOPLE.values()) >= 5


@pytest.mark.parametrize("seed", PEOPLE)
def test_riwayat_ak_proves_the_same_totals(computed: dict[int, bytes], seed: int) -> None:
    """The rows as RIWAYAT_AK reads them; 'sesuai' also says that no LAMA or JUMLAH is missing or wrong."""
    book = Terhitung(computed[seed])
    words = [word for word in book.column("riwayat_periksa") if word]
    rows = len(PEOPLE[seed].riwayat) + ("integrasi_ak" in PEOPLE[seed].data)
    first = "LAMA baris pertama belum diisi; dihitung dari 0"
    assert len(words) == rows and set(words[1:]) <= {"sesuai"} and words[0] in ("sesuai", first)


def test_a_real_libreoffice_computes_the_same(
    need_program: Callable[[str], str], computed: dict[int, bytes], tmp_path: Path
) -> None:
    need_program("soffice")
    built = {f"{seed}.xlsx": data for seed, data in computed.items()}
    for nama, make in keluarga().items():
        built[nama] = recalculate(make("A4")).data
    files = [tmp_path / nama for nama in built]
    for file in files:
        file.write_bytes(built[file.name])
    for file, shown in zip(files, office.recalculate(files, tmp_path / "work", 300), strict=True):
        formulas = 0
        for sheet in openpyxl.load_workbook(io.BytesIO(built[file.name])).worksheets:
            values = cached(built[file.name], sheet.title)
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                formulas += 1
                mine, theirs = values[cell.coordinate], shown[sheet.title, cell.coordinate]
                where = f"{file.name} {sheet.title}!{cell.coordinate} {cell.value}"
                if isinstance(theirs, float):
                    assert mine == pytest.approx(theirs, rel=1e-12, abs=1e-12), where
                else:
                    assert ("" if mine is None else mine) == theirs, where
        assert formulas > 100


def test_the_example_by_hand() -> None:
    """161,5 - 100 = 61,5; 150% x 12,5 = 18,75; 2/12 x 100% x 12,5 = 2,08 (BKN prints both); 18,75 + 2,08 = 20,83."""
    book = Terhitung(recalculate(keluarga()["konversi_2023_contoh.xlsx"]("A4")).data)
    assert book("integrasi_nilai") == 61.5
    assert book("penetapan_lama") == 74  # 61,5 + 12,5
    assert round(book("penetapan_baru"), 2) == 20.83
    assert round(book("kelebihan_pangkat"), 2) == -5.17  # 94,83 - 100
    assert book.column("riwayat_persen")[3] == "2/12 x 100%"
    assert book("periode_pangkat") == datetime(2025, 10, 1)  # 5 months of 1,0417 from 28 February


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
    assert book("periksa_nip") == words


def test_text_that_begins_like_a_formula_stays_text() -> None:
    book = faulty(Masa(isi="Baik", tahun=2024, jenjang="Ahli Muda", golongan="III/c", lama=0), nama="=cmd()")
    assert book("nama") == "=cmd()"


BANDS = {"91": 150, "100": 150, "90": 125, "76": 125, "75": 100, "61": 100, "60": 75, "51": 75, "50": 50, "12": 50}


@pytest.mark.parametrize("jenjang, ambang", [("Ahli Pertama", 100), ("Ahli Muda", 200), ("Ahli Madya", 450)])
def test_ammi_by_nilai_kinerja(jenjang: str, ambang: int) -> None:
    """Bands of the sibling jabatan (rules: one source) times the minimum typed; thresholds of Lampiran IV.A."""
    minimal = Decimal("12.34")
    years = tuple(Tahun(tahun=2010 + at, nilai=Decimal(nilai)) for at, nilai in enumerate(BANDS))
    data: dict[str, Any] = {
        "ak_minimal": minimal,
        "golongan": "III/a",
        "pak_lama_jumlah": 7,
        "instansi_jenis": "daerah",
    }
    book = Terhitung(recalculate(build_jabatan("ammi", jenjang, isi=Isi(data=data, penilaian=years))).data)
    expected = [Fraction("12.34") * percent / 100 for percent in BANDS.values()]
    assert all(map(same, book.column("penilaian_ak"), expected))
    assert same(book("penetapan_jumlah"), sum(expected, Fraction(7)))
    assert same(book("kelebihan_jenjang"), sum(expected, Fraction(7)) - ambang)
    own = jenjang == "Ahli Pertama"  # III/a to III/b is the only rank step that the text prints
    assert same(book("ambang_pangkat"), Fraction(50) if own else None)
    assert book("tim") == ("Tim Penilai Kinerja Instansi" if own else None)
    assert book("belum_beres") == 0


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
        build_konversi(isi=Isi(riwayat=(row,) * riwayat.COUNT))
