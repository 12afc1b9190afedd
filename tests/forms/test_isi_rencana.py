"""The plan of filling in: pure, so tried on forms of a few cells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from angka_kredit.forms.isi import BarisLama, Formulir, Orang, Rencana, Rumus, Sel, rencana, terapan
from angka_kredit.forms.isi import kolom as judul
from angka_kredit.forms.isi.kolom import baris, pegawai
from isi_contoh import PERINTAH

ROWS = 3
LIST = ["III/a", "III/b", "III/c"]
BARIS = ["U1a1", "U1a2", "U2a1"]


def form(**held: Any) -> Formulir:
    """A form with every input of Data, three rows of Kegiatan and three lines of the DUPAK; `held`: name -> values."""
    single = [kolom.sel for kolom in pegawai().kolom.values() if kolom.sel]
    columns = [kolom.sel for nama in judul.BARIS for kolom in baris(nama).kolom.values() if kolom.sel]
    columns += ["dupak_kode_baris", "dupak_uraian", "dupak_isi_lama", "daftar_golongan"]
    nama = {name: [Sel("Data", f"B{row}")] for row, name in enumerate(single, 1)}
    nama |= {name: [Sel(name, f"A{row}") for row in range(1, ROWS + 1)] for name in columns}
    values = {"dupak_kode_baris": BARIS, "dupak_uraian": [Rumus.RUMUS] * 3, "daftar_golongan": LIST} | held
    isi = {sel: value for name, given in values.items() for sel, value in zip(nama[name], given, strict=False)}
    return Formulir(nama, isi)


def writes(hasil: Rencana, name: str, formulir: Formulir) -> list[Any]:
    """What goes into the cells of a name, from the first down."""
    found = {tulis.sel: tulis.nilai for tulis in hasil.tulis}
    return [found.get(sel) for sel in formulir.nama[name]]


def test_facts_go_to_the_cells_of_their_name() -> None:
    formulir = form()
    facts = {
        "nama": PERINTAH,
        "nip": "19850101 201001 2 999",
        "golongan": "Penata Muda Tk. I",
        "tanggal_lahir": "1 Januari 1985",
    }
    hasil = rencana(Orang(facts), formulir)
    expected = {"nama": PERINTAH, "nip": "198501012010012999", "golongan": "III/b", "tanggal_lahir": date(1985, 1, 1)}
    assert {name: writes(hasil, name, formulir)[0] for name in expected} == expected
    assert len(hasil.tulis) == len(expected)
    assert [note.split(";")[0] for note in hasil.catatan] == ["Nama: berawalan tanda rumus"]
    assert "Tempat lahir" in hasil.kurang and "Nama" not in hasil.kurang


def test_what_a_person_typed_stays_unless_she_says_so() -> None:
    formulir = form(nama=["DIKETIK"], unit_kerja=["Balai"], tempat_lahir=["Kota"])
    hasil = rencana(Orang({"nama": "BARU", "unit_kerja": "Balai", "karpeg": "X 1"}), formulir)
    assert [(t.nilai, t.diketik) for t in hasil.tulis if t.nama == "Nama"] == [("BARU", "DIKETIK")]
    assert [tulis.nilai for tulis in terapan(hasil)] == ["X 1"]
    assert [tulis.nilai for tulis in terapan(hasil, timpa=True)] == ["BARU", "X 1"]
    assert "Tempat lahir" not in hasil.kurang  # she has typed it


def test_a_formula_is_never_written_over() -> None:
    hasil = rencana(Orang({"nama": "BARU"}), form(nama=[Rumus.RUMUS]))
    assert not hasil.tulis and "berisi rumus" in hasil.catatan[0]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"golongan": "V/z"}, "tidak ada dalam daftar pilihan: III/a, III/b, III/c"),
        ({"tanggal_lahir": "kemarin"}, "bukan tanggal"),
        ({"nip": 198501012010012928}, "angka-angka terakhirnya sudah hilang"),
    ],
)
def test_a_fact_of_the_wrong_kind_is_told_and_not_written(facts: dict[str, Any], words: str) -> None:
    hasil = rencana(Orang(facts), form())
    assert not hasil.tulis and len(hasil.catatan) == 1 and words in hasil.catatan[0]


def test_a_fact_without_a_place_is_told() -> None:
    formulir = Formulir({}, {})
    hasil = rencana(Orang({"nama": "A", "karpeg": ""}, [{"kode": "X-1"}]), formulir)
    assert hasil.tanpa_tempat == ["Nama"]
    assert hasil.catatan == ["kegiatan 'X-1' tidak muat; formulir ini tidak punya lembar Kegiatan"]


def test_activities_take_the_rows_that_are_left() -> None:
    formulir = form(kegiatan_kode=["", "LAMA-1"], kegiatan_volume=[None, 4.0])
    acts: list[dict[str, Any]] = [
        {"kode": "LAMA-1", "volume": 4},  # there already
        {"kode": "B-2", "volume": "2,5", "tanggal": "15/02/2016"},
        {"kode": "B-3", "volume": "dua", "tanggal": "kemarin"},
        {"kode": "B-4", "volume": 1},
    ]
    hasil = rencana(Orang({}, acts), formulir)
    assert writes(hasil, "kegiatan_kode", formulir) == ["B-2", None, "B-3"]
    assert writes(hasil, "kegiatan_volume", formulir) == [Decimal("2.5"), None, "dua"]  # the form shows it at the cell
    assert writes(hasil, "kegiatan_tanggal", formulir) == [date(2016, 2, 15), None, "kemarin"]
    assert all(tulis.diketik is None for tulis in hasil.tulis)
    assert any("kegiatan 3, Tanggal" in note for note in hasil.catatan)
    assert "kegiatan 'B-4' tidak muat; lembar Kegiatan penuh (3 baris)" in hasil.catatan


def test_the_same_again_changes_nothing() -> None:
    formulir = form()
    person = Orang({"nama": "A", "tanggal_lahir": date(1985, 1, 1)}, [{"kode": "B-2", "tanggal": date(2016, 2, 15)}])
    first = rencana(person, formulir)
    again = Formulir(formulir.nama, {**formulir.isi, **{tulis.sel: tulis.nilai for tulis in first.tulis}})
    assert len(first.tulis) == 4 and not rencana(person, again).tulis


def lama(
    *lines: tuple[str, str, str], acts: list[dict[str, Any]] | None = None, **held: Any
) -> tuple[Rencana, Formulir]:
    formulir = form(**held)
    found = [BarisLama(kode, words, Decimal(number)) for kode, words, number in lines]
    return rencana(Orang({}, acts or []), formulir, found), formulir


def test_a_free_line_gets_its_lama_and_its_words() -> None:
    hasil, formulir = lama(("U1a2", "Kalibrasi", "14.4"))
    assert writes(hasil, "dupak_isi_lama", formulir) == [None, Decimal("14.4"), None]
    assert writes(hasil, "kegiatan_baris_ketik", formulir)[0] == "U1a2"
    assert writes(hasil, "kegiatan_uraian_ketik", formulir)[0] == "Kalibrasi"
    assert writes(hasil, "kegiatan_volume", formulir) == [None] * 3


def test_a_butir_done_again_stays_on_its_line() -> None:
    formulir = form()
    line = BarisLama("U1a2", "Mengevaluasi", Decimal(3), "MADYA-1")
    acts: list[dict[str, Any]] = [{"kode": "LAIN-2", "volume": 1}, {"kode": "MADYA-1", "volume": 2}]
    hasil = rencana(Orang({}, acts), formulir, [line])
    assert writes(hasil, "dupak_isi_lama", formulir) == [None, Decimal(3), None]
    assert writes(hasil, "kegiatan_baris_ketik", formulir) == [None, "U1a2", None]  # no third row for its words
    assert writes(hasil, "kegiatan_kode", formulir) == ["LAIN-2", "MADYA-1", None]


def test_printed_words_decide_the_line() -> None:
    hasil, formulir = lama(("U1a2", "Menguji  CONTOH.", "2"), dupak_uraian=["Menguji contoh", Rumus.RUMUS, "Lain"])
    assert writes(hasil, "dupak_isi_lama", formulir) == [Decimal(2), None, None]
    assert not hasil.tanpa_pasangan and writes(hasil, "kegiatan_baris_ketik", formulir) == [None] * 3


@pytest.mark.parametrize(
    ("line", "acts", "held"),
    [
        (("U9z9", "Hilang", "1"), [], {}),  # no such line
        (("U1a2", "Lama", "1"), [], {"dupak_uraian": [Rumus.RUMUS, "Lain sekali", Rumus.RUMUS]}),  # printed otherwise
        (("U1a2", "Lama", "1"), [{"baris": "U1a2", "uraian": "Baru", "volume": 1}], {}),  # taken by an activity
        (("U1a2", "Lama", "1"), [], {"kegiatan_baris_ketik": ["U1a2"], "kegiatan_uraian_ketik": ["Diketik"]}),
        (("U1a2", "Dua", "1"), [], {"dupak_uraian": ["Dua", Rumus.RUMUS, "Dua"]}),  # printed twice, never there
    ],
)
def test_a_line_without_a_partner_is_told(line: tuple[str, str, str], acts: list[Any], held: dict[str, Any]) -> None:
    hasil, formulir = lama(line, acts=acts, **held)
    assert [each.kode for each in hasil.tanpa_pasangan] == [line[0]]
    assert writes(hasil, "dupak_isi_lama", formulir) == [None] * 3


def test_a_typed_lama_stays() -> None:
    hasil, _ = lama(("U1a1", "A", "7"), dupak_isi_lama=[5.0])
    assert [(t.nilai, t.diketik) for t in hasil.tulis if t.nama == "LAMA U1a1"] == [(Decimal(7), 5.0)]
