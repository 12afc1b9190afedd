"""The DUPAK computed: every credit and total against arithmetic done by hand, and against a real spreadsheet."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import office
from angka_kredit import forms
from angka_kredit.forms.schema import Isi, Kegiatan
from angka_kredit.recalc.run import recalculate
from dupak import BLANK, CONTOH, FILES, MADYA, MUDA, OWN, PMB, Computed, codes, filled

CREDITS = {  # row of Kegiatan -> its credit, by hand
    8: "1.2",  # 40 x 0,03 = 1,2
    9: "5.4",  # 90 x 0,06 = 5,4
    10: "3.6",  # 60 x 0,06 = 3,6
    11: "3.6",  # 80 x 0,045 = 3,6
    12: "3",  # 24 x 0,125 = 3
    13: "1.5",  # 2 x 0,75 = 1,5
    14: "0.6",  # 3 x 0,2 = 0,6
    15: "0.6",  # 4 x 0,15 = 0,6
    16: "2",  # 1 x 2 = 2
    17: "0.1344",  # butir Ahli Madya, one above: 12 x 0,014 x 80% = 0,168 x 80% = 0,1344
    18: "0.94",  # butir Ahli Pertama, one below: 20 x 0,047 x 100% = 0,94
    19: "0.16",  # typed, Ahli Madya: 10 x 0,02 x 80% = 0,16
    20: "2",  # 2 x 1 = 2
}
TOTALS = {  # title -> LAMA, BARU, JUMLAH of the instansi pengusul, by hand
    # LAMA 100 + 3 + 2 + 14,4 + 46,25 + 18 + 15,5 + 3 + 1,8 + 2 = 205,95
    # BARU 1,2 + 9 + 3,6 + 3 + 1,5 + 0,6 + 0,6 + 2 = 21,5; with the block 22,7344
    "JUMLAH UNSUR UTAMA": ("205.95", "22.7344", "228.6844"),
    "JUMLAH UNSUR PENUNJANG": ("3", "2", "5"),
    "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG": ("208.95", "24.7344", "233.6844"),
    # 0,1344 + 0,94 + 0,16 = 1,2344
    "JUMLAH BUTIR KEGIATAN JENJANG JABATAN DI ATAS/DI BAWAH *)": ("0", "1.2344", "1.2344"),
}


@pytest.fixture(scope="module")
def contoh() -> Computed:
    return Computed(FILES[CONTOH])


def exactly(value: Any) -> Decimal:
    return Decimal(format(value, ".15g"))


def test_the_example_by_hand(contoh: Computed) -> None:
    got = {row: contoh("Kegiatan", f"I{row}") for row in range(5, 45)}
    assert {row: exactly(value) for row, value in got.items() if value != ""} == {
        row: Decimal(value) for row, value in CREDITS.items()
    }
    for title, expected in TOTALS.items():
        row = contoh.total(title)
        assert [exactly(contoh("DUPAK", f"{c}{row}")) for c in "EFG"] == [Decimal(text) for text in expected], title
    two_months = contoh.line("U2b1")  # 5,4 + 3,6 on one line
    assert [contoh("DUPAK", f"{c}{two_months}") for c in "DF"] == [
        "Menguji contoh barang secara kimia (angka contoh)",
        pytest.approx(9, abs=1e-12),
    ]


def test_the_example_summary(contoh: Computed) -> None:
    assert contoh.named("pangkat") == "Penata"
    assert contoh.named("jenjang_tercapai") == "Ahli Muda"  # 200 <= 233,6844 < 400
    assert (contoh.named("ambang"), contoh.named("kelebihan")) == (300, 0)  # III/d
    assert exactly(contoh.named("kekurangan")) == Decimal("66.3156")  # 300 - 233,6844
    assert contoh.named("pemeriksaan") == "Semua kegiatan masuk DUPAK"
    assert {contoh("Kegiatan", f"N{row}") for row in range(5, 21)} == {"Beres"}


def test_the_file_on_disk_gets_these_values(contoh: Computed) -> None:
    outcome = recalculate(FILES[CONTOH])
    assert (outcome.notes, outcome.changed) == ([], [])  # the form is built with its values
    book = openpyxl.load_workbook(io.BytesIO(FILES[CONTOH]), data_only=True)
    row = contoh.total("JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG")
    assert exactly(book["DUPAK"][f"G{row}"].value) == Decimal("233.6844")
    assert book["DUPAK"]["A9"].value == "NOMOR: 001/DUPAK/CONTOH/2017"


def test_a_real_spreadsheet_carries_errors_the_same_way(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    wrong = dataclasses.replace(OWN, jenjang_butir="Penyelia")
    rows = (OWN, wrong, MADYA)
    path = tmp_path / "faulty.xlsx"
    path.write_bytes(forms.build(PMB, MUDA, Isi(jabatan=PMB, jenjang=MUDA, data={}, lama={}, kegiatan=rows)))
    (shown,) = office.recalculate([path], tmp_path / "work")
    engine = Computed(path.read_bytes())
    errors = 0
    for sheet in engine.book:
        for cell in [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]:
            there, here = shown[sheet.title, cell.coordinate], engine(sheet.title, cell.coordinate)
            expected = pytest.approx(here, abs=1e-9) if isinstance(here, float) else str(here)
            assert there == expected, f"{sheet.title}!{cell.coordinate} {cell.value}"
            errors += there == "#NUM!"
    assert errors >= 8  # the row, its line, the totals above it, the summary


def test_a_blank_form_stays_blank() -> None:
    blank = Computed(FILES[BLANK])
    names = ("ak_jumlah", "jenjang_tercapai", "ambang", "kekurangan", "kelebihan", "pemeriksaan", "pangkat")
    assert {nama: blank.named(nama) for nama in names} == dict.fromkeys(names, "")
    assert {blank("Kegiatan", f"{column}{row}") for column in "ILMN" for row in range(5, 45)} == {""}
    for kode in codes()["utama"]:
        assert [blank("DUPAK", f"{column}{blank.line(kode)}") for column in "DFG"] == ["", 0, 0]


def test_every_line_is_counted_once() -> None:
    """1 in LAMA of every line, so each total counts its lines."""
    all_codes = codes()
    ones = filled(lama={kode: 1 for group in all_codes.values() for kode in group})
    count = {group: len(found) for group, found in all_codes.items()}
    expected = {
        "JUMLAH UNSUR UTAMA": count["utama"] + count["blok"],
        "JUMLAH UNSUR PENUNJANG": count["penunjang"],
        "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG": sum(count.values()),
        "JUMLAH BUTIR KEGIATAN JENJANG JABATAN DI ATAS/DI BAWAH *)": count["blok"],
    }
    for title, lines in expected.items():
        assert [ones("DUPAK", f"{c}{ones.total(title)}") for c in "EFG"] == [lines, 0, lines], title


def test_jenjang_and_threshold_at_their_edges() -> None:
    """0,1 ten thousand times is 200 only after rounding: the threshold of III/c, Ahli Muda."""
    at = filled(*[Kegiatan(baris="U2a1", uraian="x", butir=Decimal("0.1"), volume=1)] * 10, lama={"U1a1": 199})
    assert at("DUPAK", f"F{at.line('U2a1')}") != 1  # ten floats of 0,1
    assert at.named("jenjang_tercapai") == "Ahli Muda"
    below = filled(lama={"U1a1": Decimal("199.999")}, golongan_tujuan="III/c")
    assert below.named("jenjang_tercapai") == "Ahli Pertama"
    assert exactly(below.named("kekurangan")) == Decimal("0.001")
    assert filled(lama={"U1a1": 99}).named("jenjang_tercapai") == "belum tercapai"
    assert filled(lama={"U1a1": 350}, golongan_tujuan="III/d").named("kelebihan") == 50
