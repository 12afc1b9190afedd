"""The DUPAK computed: every credit and total against arithmetic done by hand."""

from __future__ import annotations

import dataclasses
import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from angka_kredit.forms.schema import Kegiatan
from angka_kredit.recalc.run import recalculate
from dupak import BLANK, CONTOH, FILES, MUDA, OWN, PMB, Computed, codes, filled

CREDITS = {  # row of Kegiatan -> its credit, by hand
    4: "1.2",  # 40 x 0,03 = 1,2
    5: "5.4",  # 90 x 0,06 = 5,4
    6: "3.6",  # 60 x 0,06 = 3,6
    7: "3.6",  # 80 x 0,045 = 3,6
    8: "3",  # 24 x 0,125 = 3
    9: "1.5",  # 2 x 0,75 = 1,5
    10: "0.6",  # 3 x 0,2 = 0,6
    11: "0.6",  # 4 x 0,15 = 0,6
    12: "2",  # 1 x 2 = 2
    13: "0.1344",  # butir Ahli Madya, one above: 12 x 0,014 x 80% = 0,168 x 80% = 0,1344
    14: "0.94",  # butir Ahli Pertama, one below: 20 x 0,047 x 100% = 0,94
    15: "0.16",  # typed, Ahli Madya: 10 x 0,02 x 80% = 0,16
    16: "2",  # 2 x 1 = 2
}
TOTALS = {  # name -> LAMA, BARU, JUMLAH of the instansi pengusul, by hand
    # LAMA 100 + 3 + 2 + 14,4 + 46,25 + 18 + 15,5 + 3 + 1,8 + 2 = 205,95
    # BARU 1,2 + 9 + 3,6 + 3 + 1,5 + 0,6 + 0,6 + 2 = 21,5; with the block 22,7344
    "utama": ("205.95", "22.7344", "228.6844"),
    "penunjang": ("3", "2", "5"),
    "semua": ("208.95", "24.7344", "233.6844"),
    "blok": ("0", "1.2344", "1.2344"),  # 0,1344 + 0,94 + 0,16
    "U2": ("94.15", "16.8", "110.95"),  # 14,4 + 46,25 + 18 + 15,5; 1,2 + 9 + 3,6 + 3
    "U2b": ("64.25", "12.6", "76.85"),  # 46,25 + 18; 9 + 3,6
    "U5": ("2", "2", "4"),
}


@pytest.fixture(scope="module")
def contoh() -> Computed:
    return Computed(FILES[CONTOH])


def exactly(value: Any) -> Decimal:
    return Decimal(format(value, ".15g"))


def test_the_example_by_hand(contoh: Computed) -> None:
    got = dict(enumerate(contoh.column("kegiatan_ak"), 1))
    assert {row: exactly(value) for row, value in got.items() if value != ""} == {
        row: Decimal(value) for row, value in CREDITS.items()
    }
    for nama, expected in TOTALS.items():
        assert [exactly(value) for value in contoh.sums(nama)] == [Decimal(text) for text in expected], nama
    two_months = contoh.line("U2b1")  # 5,4 + 3,6 on one line
    assert [contoh("DUPAK", f"{c}{two_months}") for c in "DF"] == [
        "Menguji contoh barang secara kimia (angka contoh)",
        pytest.approx(9, abs=1e-12),
    ]


def test_the_team_takes_over_the_usul_unless_it_corrects(contoh: Computed) -> None:
    for nama in TOTALS:
        tim = [contoh.named(f"tim_{column}_{nama}") for column in ("lama", "baru", "jumlah")]
        assert tim == contoh.sums(nama), nama
    silent = filled(OWN, lama={"U2a1": 5})
    assert [silent.named(f"tim_{column}_U2a") for column in ("lama", "baru", "jumlah")] == [5, 0, 5]


def test_the_example_summary(contoh: Computed) -> None:
    assert (contoh.named("nama_pangkat"), contoh.named("tujuan")) == ("Penata", "III/d")
    assert contoh.named("jenjang_tercapai") == "Ahli Muda"  # 200 <= 233,6844 < 400
    assert contoh.named("ambang") == 300  # III/d
    assert exactly(contoh.named("kekurangan")) == Decimal("66.3156")  # 300 - 233,6844
    assert exactly(contoh.named("utama_ada")) == Decimal("128.6844")  # 228,6844 - S1 100
    assert contoh.named("pemeriksaan") == "Semua kegiatan masuk DUPAK"
    assert contoh.named("pemeriksaan_lama") == "LAMA sama dengan PAK terakhir"
    assert contoh.named("pemeriksaan_nip") == "SESUAI"
    assert set(contoh.kegiatan("periksa", 16)) == {"Beres"}
    assert contoh.kegiatan("urut", 16) == ["", "", "", *(f"T{n}" for n in range(1, 9)), "R1", "T9", "T10", "T11", "N1"]


def test_the_file_on_disk_gets_these_values(contoh: Computed) -> None:
    outcome = recalculate(FILES[CONTOH])
    assert (outcome.notes, outcome.changed) == ([], [])  # the form is built with its values
    book = openpyxl.load_workbook(io.BytesIO(FILES[CONTOH]), data_only=True)
    assert book["DUPAK"]["A9"].value == "NOMOR: 001/DUPAK/CONTOH/2017"


def test_a_blank_form_stays_blank() -> None:
    blank = Computed(FILES[BLANK])
    names = ("ak_jumlah", "jenjang_tercapai", "ambang", "kekurangan", "tujuan", "nama_pangkat")
    names += ("pemeriksaan", "pemeriksaan_lama", "pemeriksaan_nip")
    assert {nama: blank.named(nama) for nama in names} == dict.fromkeys(names, "")
    for nama in ("ak", "uraian", "periksa", "baris", "urut", "faktor"):
        assert set(blank.column(f"kegiatan_{nama}")) == {""}, nama
    for kode in codes()["utama"]:
        row = blank.line(kode)
        assert [blank("DUPAK", f"{column}{row}") for column in "FGJ"] == [0, 0, 0]


@pytest.mark.parametrize("form", [(PMB, "Pemula"), (PMB, MUDA), ("assessor", "Pertama")])
def test_every_line_is_counted_once(form: tuple[str, str]) -> None:
    """1 in LAMA of every line, so each total counts its lines."""
    all_codes = codes(*form)
    ones = filled(lama={kode: 1 for group in all_codes.values() for kode in group}, form=form)
    count = {group: len(found) for group, found in all_codes.items()}
    expected = {
        "utama": count["utama"] + count["blok"],
        "penunjang": count["penunjang"],
        "semua": sum(count.values()),
        "blok": count["blok"],
    }
    for nama, lines in expected.items():
        assert ones.sums(nama) == [lines, 0, lines], nama
        assert [ones.named(f"tim_{column}_{nama}") for column in ("lama", "baru", "jumlah")] == [lines, 0, lines]
    for group in [*all_codes["utama"], *all_codes["penunjang"]]:
        sub = group.rstrip("0123456789")
        assert ones.sums(sub)[0] == sum(
            kode.rstrip("0123456789") == sub for codes_ in all_codes.values() for kode in codes_
        )


def test_jenjang_and_threshold_at_their_edges() -> None:
    """0,1 ten thousand times is 200 only after rounding: the threshold of III/c, Ahli Muda."""
    rows = [dataclasses.replace(OWN, bukti=f"Bukti {number}") for number in range(10)]
    at = filled(*rows, lama={"U1a1": 199})
    assert at("DUPAK", f"F{at.line('U2a1')}") != 1  # ten floats of 0,1
    assert at.named("jenjang_tercapai") == "Ahli Muda"
    below = filled(lama={"U1a1": Decimal("199.999")}, golongan_tujuan="III/c")
    assert below.named("jenjang_tercapai") == "Ahli Pertama"
    assert exactly(below.named("kekurangan")) == Decimal("0.001")
    assert filled(lama={"U1a1": 99}).named("jenjang_tercapai") == "belum tercapai"


def test_what_is_short_by_unsur_where_the_text_has_the_rule() -> None:
    """Assessor Muda, S1, towards III/d: 300 - 100 = 200, of which utama 160, penunjang 40; profesi 4."""
    form = filled(
        Kegiatan(sub="U5a", uraian="Karya tulis", ak=3, volume=1),
        lama={"U1a1": 100, "U2a1": 90, "P1a1": 45},
        form=("assessor", "Muda"),
        golongan="III/c",
        ijazah="S1",
    )
    assert form.named("tujuan") == "III/d"
    names = ("utama_minimal", "utama_ada", "kekurangan_utama")
    assert [form.named(nama) for nama in names] == [160, 93, 67]  # 90 + 3; 160 - 93
    assert [form.named(n) for n in ("profesi_minimal", "profesi_ada", "kekurangan_profesi")] == [4, 3, 1]
    assert [form.named(n) for n in ("penunjang_maksimal", "penunjang_ada")] == [40, 45]
    assert [form.named(n) for n in ("ambang", "ak_jumlah", "kekurangan")] == [300, 238, 62]


def test_lama_stays_what_was_typed_beside_a_wrong_baru() -> None:
    wrong = dataclasses.replace(OWN, volume="dua")
    book = filled(wrong, lama={"U2a1": 7, "P1a1": 2}, pak_lama_jumlah=9, golongan="III/c")
    for owner in ("dupak", "tim"):
        assert [book.named(f"{owner}_lama_{nama}") for nama in ("U2a", "U2", "utama", "semua")] == [7, 7, 7, 9]
    assert book.named("pemeriksaan_lama") == "LAMA sama dengan PAK terakhir"
    assert str(book.named("dupak_jumlah_semua")).startswith("#")


def test_text_in_lama_is_an_error_of_lama() -> None:
    book = filled(lama={"U2a1": "7", "P1a1": 2})  # type: ignore[dict-item]
    assert [str(value).startswith("#") for value in book.sums("U2a")] == [True, False, True]
    assert str(book.named("tim_lama_semua")).startswith("#") and book.named("dupak_lama_penunjang") == 2


def test_without_the_diploma_the_summary_asks_for_it() -> None:
    notes = [
        [str(filled(form=("assessor", "Muda"), golongan="III/c", **given)("Data", f"B{row}")) for row in range(1, 40)]
        for given in ({}, {"ijazah": "S1"})
    ]
    assert [sum("Isi ijazah" in note for note in found) for found in notes] == [2, 0]
