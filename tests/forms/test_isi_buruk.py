"""Everything wrong that people bring, in one person's real form: said at the cell and in the report; the rest computes.

0,014 x 12 x 80% = 0,1344: PMB, Lampiran III.2."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from angka_kredit.forms.bekukan import bekukan
from angka_kredit.forms.isi import Orang, rencana
from angka_kredit.forms.isi.berkas import baca_formulir, isi_berkas
from angka_kredit.forms.isi.periksa import periksa
from angka_kredit.recalc.explain import explain_cells
from angka_kredit.resources import folder
from isi_contoh import NIP, PERINTAH, TEMPLAT, Buku

BAIK: dict[str, Any] = {
    **{"tanggal": "15 Februari 2016", "kode": "MADYA-III.2.a", "volume": 12},
    **{"bukti": "Laporan", "penugasan": "ST.01"},
}
KETIK: dict[str, Any] = {"tanggal": "16/02/2016", "sub_unsur": "U2a", "ak_satuan": "0,01", "volume": 1, "bukti": "L"}
# what is wrong -> the words at its cell
BURUK: list[tuple[dict[str, Any], str]] = [
    ({**BAIK, "kode": "XX-99"}, "Kode tidak dikenal"),
    ({**BAIK, "kode": "MUDA-III.2.a"}, "Kode tidak dikenal"),
    ({**BAIK, "volume": -3, "bukti": "A"}, "Volume -3 negatif"),
    ({**BAIK, "volume": "dua", "bukti": "B"}, "Volume berupa teks"),
    ({**BAIK, "tanggal": "01/01/2020"}, "Tanggal di luar masa penilaian"),
    ({**BAIK, "tanggal": "kemarin"}, "Tanggal bukan tanggal sungguhan"),
    ({**BAIK, "tanggal": "01/01/1800"}, "Tanggal bukan tanggal sungguhan"),
    (dict(BAIK), "Sama dengan baris nomor 1"),
    ({**KETIK, "uraian": "tanpa sub", "sub_unsur": ""}, "Pilih sub unsur"),
    ({**KETIK, "uraian": "ak teks", "ak_satuan": "nol koma satu"}, "Angka kredit satuan berupa teks"),
    ({**KETIK, "uraian": "porsi", "porsi": "60%"}, "tidak mengatur porsi penulis"),
    ({**KETIK, "uraian": "#REF!", "sub_unsur": "#N/A"}, "Sub unsur tidak dikenal"),
    ({**KETIK, "uraian": "jenjang", "jenjang_butir": "Zzz"}, "Jenjang butir tidak dikenal"),
    ({**KETIK, "uraian": "x" * 40_000}, "Uraian terlalu panjang"),
]
TEKS = ["=1+1", "+1+cmd|' /C calc'!A0", "@SUM(A1)", "kotak \U0001f600 \x01kendali", "*~?\"'<>&"]
FAKTA = {
    **{"nip": NIP, "nama": PERINTAH, "tanggal_lahir": "02/02/1985", "unit_kerja": "N" * 40_000, "golongan": "III/c"},
    **{"masa_dari": "01/01/2016", "masa_sampai": "31/12/2016", "instansi": "+1+cmd|' /C calc'!A0", "tempat": "@x"},
}
LAIN = [{**KETIK, "uraian": words} for words in TEKS]
FORMULIR = baca_formulir(TEMPLAT)
HASIL = rencana(Orang(FAKTA, [dict(BAIK), *(row for row, _ in BURUK), *LAIN]), FORMULIR)
OUTCOME = isi_berkas(TEMPLAT, HASIL)
BUKU = Buku(OUTCOME.data)


def test_every_fault_is_said_at_its_row() -> None:
    said = BUKU.semua("kegiatan_periksa")
    assert said[0] == "Beres"
    for number, (row, words) in enumerate(BURUK, 1):
        assert words in str(said[number]), (row, said[number])


def test_the_rest_computes_and_totals_are_not_silently_low() -> None:
    credits = BUKU.semua("kegiatan_ak")
    assert credits[0] == pytest.approx(0.1344, abs=1e-12)
    first = 1 + len(BURUK)
    assert credits[first : first + len(TEKS)] == [pytest.approx(0.01, abs=1e-12)] * len(TEKS)
    assert credits[3] == "#NUM!" and credits[4] == "#VALUE!" and credits[10] == "#VALUE!"
    assert str(BUKU["kegiatan_jumlah"]).startswith("#")  # a total over a fault is an error, never a smaller number


def test_no_text_becomes_a_formula_and_none_is_lost() -> None:
    book = openpyxl.load_workbook(io.BytesIO(OUTCOME.data))
    typed = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"}
    assert {PERINTAH, FAKTA["instansi"], "@x", *TEKS[:3], TEKS[4]} <= typed
    assert "kotak \N{WHITE SQUARE}  kendali" in typed and "galat #REF!" in typed
    formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert not [text for text in formulas if "cmd" in str(text) or str(text) in TEKS]


def test_the_report_names_all_of_it() -> None:
    notes = [*HASIL.catatan, *periksa(OUTCOME, FORMULIR)]
    for words in (
        "Unit kerja: terpotong: 40000 huruf",
        "kegiatan 15, Uraian: terpotong: 40000 huruf, paling banyak 8000",
        "kegiatan 7, Tanggal: 'kemarin' bukan tanggal",
        "kegiatan 8, Tanggal: '01/01/1800' bukan tanggal antara",
        "kegiatan 13, Uraian: berisi galat #REF!",
        "kegiatan 19, Uraian: huruf kendali diganti spasi; emoji atau huruf langka diganti",
        "tanggal lahir dalam NIP 1 Januari 1985, yang diisi 2 Februari 1985",
    ):
        assert [note for note in notes if words in note], words
    rows = [note.split(":")[0] for note in notes if note.startswith("Kegiatan!")]
    assert len(rows) == len(set(rows)), "one line a row"
    assert not [note for note in notes if note.startswith("SP ")], "no form repeats that rows are wrong"


def test_one_wrong_row_is_one_line() -> None:
    """A butir whose credit was never typed: its row says so; the DUPAK's totals only follow."""
    blank = (folder("templates") / "assessor_muda.xlsx").read_bytes()
    form = baca_formulir(blank)
    row = {"tanggal": "04/02/2016", "kode": "MUDA-1", "volume": 2, "bukti": "Laporan"}
    outcome = isi_berkas(blank, rencana(Orang({**FAKTA, "tanggal_lahir": "01/01/1985"}, [row]), form))
    assert str(Buku(outcome.data)["dupak_jumlah_semua"]) == "#VALUE!"
    [note] = [note for note in periksa(outcome, form) if "NIP" not in note]
    assert note.startswith("Kegiatan!") and "Angka kredit butir ini belum ada" in note
    assert [each for each in bekukan(outcome.data).catatan if "NIP" not in each] == [note]


def test_every_error_has_words_in_jelaskan_or_at_its_row() -> None:
    words = {str(place): said for place, _, said in explain_cells(OUTCOME.data)}
    assert "0,1344" in words[str(FORMULIR.nama["kegiatan_ak"][0])]
    rows = zip(
        *(BUKU.semua(f"kegiatan_{name}") for name in ("ak", "periksa")), FORMULIR.nama["kegiatan_ak"], strict=True
    )
    wrong = [(said, words.get(str(sel), "")) for credit, said, sel in rows if str(credit).startswith("#")]
    assert len(wrong) > 5 and all(said not in ("", "Beres") for said, _ in wrong)
    assert any("bukan angka" in jelas for _, jelas in wrong) and any("negatif" in jelas for _, jelas in wrong)
