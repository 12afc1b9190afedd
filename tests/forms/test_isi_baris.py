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
    assert "Kegiatan (belum ada satu pun)" in rencana(Orang({}), kegiatan()).wajib
    assert not rencana(Orang({}, [ACT]), kegiatan()).wajib
    years = form("penilaian_tahun", "penilaian_nilai")
    assert rencana(Orang({}), years).wajib == ["Penilaian (belum ada satu pun)"]


def test_what_must_not_be_missing_stands_apart() -> None:
    asked = form("golongan", "masa_dari", "karpeg")
    hasil = rencana(Orang({"masa_dari": "01/01/2016"}), asked)
    assert (hasil.wajib, len(hasil.kurang)) == (["Golongan ruang"], 1)


def test_a_name_that_looks_like_a_formula_is_told() -> None:
    hasil = rencana(Orang({"nama": "=cmd|' /C calc'!A0"}), form("nama"))
    assert len(hasil.tulis) == 1 and "Nama: berawalan tanda rumus" in hasil.catatan[0]


def test_what_the_choice_of_the_form_says_is_not_written_over_its_formula() -> None:
    computed = form("jenjang", "nama_jabatan", jenjang=[Rumus.RUMUS], nama_jabatan=[Rumus.RUMUS])
    hasil = rencana(Orang({"jenjang": "Ahli Muda", "nama_jabatan": "Asesor"}), computed)
    assert not hasil.tulis and not hasil.catatan


def test_rows_without_a_place_are_counted_in_one_note() -> None:
    acts: list[dict[str, Any]] = [{**ACT, "kode": f"A-{number}"} for number in range(ROWS + 30)]
    [note] = rencana(Orang({}, acts), kegiatan()).catatan
    assert note.startswith("30 baris kegiatan '") and note.count("A-") == 10
    assert "dan 20 lainnya tidak muat; lembar Kegiatan penuh (4 baris)" in note


def lampiran(*, typed: Any = None) -> Formulir:
    """A form whose sheet Lampiran has the credit of A-1, 0,25, and room for that of A-2."""
    blank = kegiatan()
    more = form(
        *("lampiran_kode", "lampiran_ak", "lampiran_sumber"),
        lampiran_kode=["A-1", "A-2"],
        lampiran_ak=[0.25, typed],
        lampiran_sumber=["Pasal contoh", Rumus.RUMUS],
    )
    return Formulir({**blank.nama, **more.nama}, {**blank.isi, **more.isi})


def test_a_credit_beside_a_kode_goes_into_the_sheet_lampiran() -> None:
    acts = [{**ACT, "kode": "A-2", "ak_satuan": "0,35", "volume": each} for each in (1, 2)]
    filled = after(lampiran(), rencana(Orang({}, acts), lampiran()))
    assert float(str(filled.kolom("lampiran_ak")[1])) == 0.35
    assert filled.kolom("kegiatan_kode")[:2] == ["A-2", "A-2"] and not any(filled.kolom("kegiatan_ak_ketik"))
    assert rencana(Orang({}, acts), filled).tulis == []
    over = rencana(Orang({}, [{**act, "ak_satuan": "0,4"} for act in acts]), filled)  # what somebody typed stays
    assert [float(str(t.diketik)) for t in over.tulis] == [0.35] and terapan(over) == []


def test_a_credit_that_the_lampiran_has_too_is_taken_where_it_agrees() -> None:
    hasil = rencana(Orang({}, [{**ACT, "ak_satuan": 0.25}]), lampiran())
    assert not hasil.catatan and not any(after(lampiran(), hasil).kolom("kegiatan_ak_ketik"))
    hasil = rencana(Orang({}, [{**ACT, "ak_satuan": 0.3}]), lampiran())
    assert "kode A-1: angka kredit satuannya 0,3 di tabel, 0,25 dalam Lampiran" in hasil.catatan[0]
    assert any(after(lampiran(), hasil).kolom("kegiatan_ak_ketik"))  # the form says so at the row


def test_rows_of_one_kode_must_agree_on_its_credit() -> None:
    acts = [{**ACT, "kode": "A-2", "ak_satuan": ak} for ak in (0.35, 0.4)]
    hasil = rencana(Orang({}, acts), lampiran())
    assert "kode A-2: angka kredit satuannya berbeda-beda (0,35; 0,4)" in hasil.catatan[0]
    assert after(lampiran(), hasil).kolom("lampiran_ak")[1] is None


def test_years_until_2018_have_rows_of_their_own() -> None:
    names = ("tahun", "isi", "jumlah")
    blank = form(*(f"{block}_{name}" for block in ("konvensional", "riwayat") for name in names))
    years = [
        {"tahun": 2023, "rezim": "konversi", "isi": "Baik"},
        {"tahun": 2018, "rezim": "Konvensional", "isi": 30, "jumlah": 180},
    ]
    filled = after(blank, rencana(Orang({}, riwayat=years), blank))
    assert filled.kolom("konvensional_tahun")[:2] == [2018, None] and filled.kolom("riwayat_tahun")[:2] == [2023, None]
    assert filled.kolom("konvensional_jumlah")[0] == 180
    many = rencana(Orang({}, riwayat=[{**years[1], "tahun": 2010 + number} for number in range(5)]), blank)
    assert any("lembar Riwayat untuk PAK konvensional penuh (4 baris)" in words for words in many.catatan)
