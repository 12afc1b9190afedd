"""Rows of a table that was corrected meet the rows of a form that was filled in from it, or by hand, before."""

from __future__ import annotations

from typing import Any

from angka_kredit.forms.isi import Formulir, Orang, Rencana, Rumus, Sel, rencana, terapan
from angka_kredit.forms.isi.kolom import baris

ROWS = 4


def form(*names: str, **held: Any) -> Formulir:
    nama = {name: [Sel("Lembar", f"{name}{row}") for row in range(1, ROWS + 1)] for name in names}
    isi = {sel: value for name, values in held.items() for sel, value in zip(nama[name], values, strict=False)}
    return Formulir(nama, isi)


def kegiatan(**held: Any) -> Formulir:
    return form(
        *(kolom.sel for kunci, kolom in baris("kegiatan").kolom.items() if kolom.sel and kunci != "tahun"), **held
    )


def after(formulir: Formulir, hasil: Rencana, timpa: bool = False) -> Formulir:
    return Formulir(formulir.nama, {**formulir.isi, **{t.sel: t.nilai for t in terapan(hasil, timpa)}})


ACT: dict[str, Any] = {"tanggal": "15/02/2016", "kode": "A-1", "volume": 4, "bukti": "Laporan"}


def test_a_corrected_activity_is_not_counted_twice() -> None:
    filled = after(kegiatan(), rencana(Orang({}, [ACT]), kegiatan()))
    again = rencana(Orang({}, [{**ACT, "volume": 5}]), filled)
    assert [(t.sel, t.nilai, t.diketik) for t in again.tulis] == [(Sel("Lembar", "kegiatan_volume1"), 5, 4)]
    assert terapan(again) == [] and not again.catatan
    assert after(filled, again, timpa=True).kolom("kegiatan_volume") == [5, None, None, None]


def test_what_she_added_by_hand_stays_beside_what_the_table_says() -> None:
    filled = after(kegiatan(), rencana(Orang({}, [ACT]), kegiatan()))
    typed = Formulir(filled.nama, {**filled.isi, filled.nama["kegiatan_penugasan"][0]: "ST.9"})
    assert rencana(Orang({}, [ACT]), typed).tulis == []


def test_rows_that_the_table_no_longer_has_are_told() -> None:
    filled = after(kegiatan(), rencana(Orang({}, [ACT, {**ACT, "kode": "A-2"}]), kegiatan()))
    again = rencana(Orang({}, [ACT]), filled)
    assert again.tulis == []
    assert "1 baris kegiatan pada berkas tidak ada di tabel, dan tetap dihitung: Lembar!" in again.catatan[0]
    assert not rencana(Orang({}), filled).catatan  # a table without activities says nothing about them


def test_the_same_activity_done_twice_stays_two_rows() -> None:
    acts = [ACT, {**ACT, "bukti": "Laporan 2"}]
    filled = after(kegiatan(), rencana(Orang({}, acts), kegiatan()))
    assert filled.kolom("kegiatan_bukti") == ["Laporan", "Laporan 2", None, None]
    assert rencana(Orang({}, acts), filled).tulis == []


def test_a_form_that_prints_its_kode_is_marked_where_it_stands() -> None:
    blank = form("kegiatan_kode", "kegiatan_tahun", "kegiatan_bukti", kegiatan_kode=["A-1", "A-2", "A-3", "A-4"])
    acts: list[dict[str, Any]] = [
        {"kode": "A-3", "tanggal": "05/01/2019", "bukti": "x"},
        {"kode": "A-9", "tahun": 2019},
        {"kode": "A-1", "tahun": "2020", "volume": 2},
    ]
    hasil = rencana(Orang({}, acts), blank)
    filled = after(blank, hasil)
    assert filled.kolom("kegiatan_tahun") == [2020, None, 2019, None]
    assert filled.kolom("kegiatan_kode") == ["A-1", "A-2", "A-3", "A-4"]
    assert "kegiatan '2019, A-9' tidak muat; kodenya tidak tercetak pada formulir ini" in hasil.catatan[0]
    assert hasil.catatan[1] == "kegiatan: formulir ini tidak punya kolom volume"
    assert rencana(Orang({}, acts), filled).tulis == []


def test_years_go_below_the_row_that_computes_itself() -> None:
    names = [kolom.sel for kolom in baris("riwayat").kolom.values() if kolom.sel]
    lists = {"daftar_predikat": ["Baik", "Sangat Baik"], "daftar_jenjang": ["Ahli Muda"]}
    blank = form(*names, *lists, riwayat_tahun=[Rumus.RUMUS], riwayat_isi=[Rumus.RUMUS], **lists)
    years: list[dict[str, Any]] = [{"tahun": 2023, "jenjang": "Muda", "isi": "BAIK"}, {"tahun": 2022, "isi": "12,5"}]
    hasil = rencana(Orang({}, riwayat=[*years, {"tahun": 2024, "isi": "Bagus"}]), blank)
    filled = after(blank, hasil)
    assert filled.kolom("riwayat_tahun") == [Rumus.RUMUS, 2023, 2022, 2024]
    assert list(map(str, filled.kolom("riwayat_isi")[1:])) == ["Baik", "12.5", "Bagus"]  # the form shows it at the cell
    assert filled.kolom("riwayat_jenjang")[1] == "Ahli Muda"
    assert len(hasil.catatan) == 1 and "riwayat 3, Isi: 'Bagus' tidak ada dalam daftar" in hasil.catatan[0]


def test_a_person_without_activities_is_told() -> None:
    assert "Kegiatan (belum ada satu pun)" in rencana(Orang({}), kegiatan()).kurang
    assert "Kegiatan (belum ada satu pun)" not in rencana(Orang({}, [ACT]), kegiatan()).kurang


def test_what_the_choice_of_the_form_says_is_not_written_over_its_formula() -> None:
    computed = form("jenjang", "nama_jabatan", jenjang=[Rumus.RUMUS], nama_jabatan=[Rumus.RUMUS])
    hasil = rencana(Orang({"jenjang": "Ahli Muda", "nama_jabatan": "Asesor"}), computed)
    assert not hasil.tulis and not hasil.catatan
