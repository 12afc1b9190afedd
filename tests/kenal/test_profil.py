"""A profile read back says what was recognised; what was corrected counts; a form that it does not fit is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from acak import acak
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tata_letak import TataLetak, semua

from angka_kredit.cli import main
from angka_kredit.errors import Refused
from angka_kredit.kenal import Buku, baca, kenali_kisi, profil
from angka_kredit.kenal.bentuk import BUTIR, JUMLAH, Formulir, Kolom, Lembar
from angka_kredit.resources import folder


def layout(nama: str) -> TataLetak:
    return next(each for each in semua() if each.nama == nama)


def there_and_back(data: bytes) -> tuple[Buku, Buku]:
    grids = baca(data)
    found = kenali_kisi(grids)
    return found, profil.terapkan(profil.baca(profil.simpan(found)), grids)


@pytest.mark.parametrize("each", semua(), ids=lambda each: each.nama)
def test_read_back_it_is_what_was_recognised(each: TataLetak) -> None:
    found, back = there_and_back(each.data)
    assert back == found


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_of_layouts_put_together_by_chance_too(seed: int) -> None:
    found, back = there_and_back(acak(seed).data)
    assert back == found


@pytest.mark.parametrize("name", ["pmb_ahli_muda_contoh.xlsx", "konversi_2023_contoh.xlsx", "assessor_madya.xlsx"])
def test_of_our_own_forms_too(name: str) -> None:
    found, back = there_and_back((folder("templates") / name).read_bytes())
    assert back == found and any(sheet.formulir for sheet in back.lembar)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=30), st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_words_come_back_as_they_were(title: str, reason: str) -> None:
    column = Kolom("uraian", "tim", (3, 4, 7), title, "C8", ragu=reason)
    form = Formulir("pak", title, (7, 8), 9, (column,), (), (), ((20, 21),), "Muka", reason)
    (sheet,) = profil.baca(profil.simpan(Buku((Lembar(title, False, (form,), (reason,)),)))).lembar
    assert (sheet.nama, sheet.formulir[0].kerangka) == (title, form)
    assert sheet.catatan == (() if reason.startswith("nilai rusak: ") else (reason,))


def test_no_datum_of_a_person_stands_in_it() -> None:
    for each in semua():
        text = profil.simpan(kenali_kisi(baca(each.data)))
        assert "Pegawai Contoh" not in text and "198501012010012999" not in text


def test_what_a_person_corrects_counts_and_a_doubt_that_is_deleted_is_gone() -> None:
    grids = baca(layout("judul salah ketik").data)
    text = profil.simpan(kenali_kisi(grids))
    plain = "\n".join(line for line in text.splitlines() if not line.startswith("ragu = "))
    plain = plain.partition("[lembar.formulir.baris.ragu]")[0].replace(
        'isi = "baru"\npihak = "tim"', 'isi = "ak"\npihak = "tim"'
    )
    (form,) = profil.terapkan(profil.baca(plain), grids).lembar[0].formulir
    assert not any(each.ragu for each in (form, *form.kolom, *form.baris))
    assert [each.kolom for each in form.kolom if (each.isi, each.pihak) == ("ak", "tim")] == [(7,)]


def test_rows_below_a_corrected_sub_unsur_belong_to_it() -> None:
    grids = baca(layout("dupak resmi, nomor di kolom sendiri").data)
    found = kenali_kisi(grids)
    text = profil.simpan(found)
    (form,) = found.lembar[0].formulir
    row = next(each for each in form.baris if each.uraian == "Persiapan")
    lines = [line for line in text.splitlines() if line.startswith("kelompok = ")]
    groups = [each for each in lines[0].split('"')[1].split(", ") if each != str(row.nomor)]
    text = text.replace(lines[0], f'kelompok = "{", ".join(groups)}"')
    text = text.replace("sub_unsur = [\n", f'sub_unsur = [\n  "{row.nomor} Persiapan",\n')
    (corrected,) = profil.terapkan(profil.baca(text), grids).lembar[0].formulir
    below = next(each for each in corrected.baris if each.nomor == row.nomor + 1)
    assert below.jenis == BUTIR and below.sub_unsur.endswith("Persiapan") and below.unsur.endswith("UNSUR UTAMA")


def changed(data: bytes, **cells: object) -> bytes:
    book = load_workbook(BytesIO(data))
    for ref, value in cells.items():
        book.worksheets[0][ref] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_another_form_is_refused_by_the_cell_that_differs() -> None:
    data = layout("dupak resmi, nomor di kolom sendiri").data
    found = kenali_kisi(baca(data))
    book, text = profil.baca(profil.simpan(found)), profil.simpan(found)
    (form,) = found.lembar[0].formulir
    total = next(row for row in form.baris if row.jenis == JUMLAH)
    heading = next(each.sel for each in form.kolom if each.isi == "lama")
    name = next(each.label for each in form.orang if each.isi == "nip")
    for ref, value in ((heading, "BARU"), (f"A{total.nomor}", "JUMLAH LAIN"), (name, "Alamat"), (heading, None)):
        with pytest.raises(Refused, match=rf"{ref[0]}{ref[1:]}|B{total.nomor}"):
            profil.terapkan(book, baca(changed(data, **{ref: value})))
    with pytest.raises(Refused, match="lembar 'Lain' menurut profil tidak ada"):
        profil.terapkan(profil.baca(text.replace('nama = "Sheet"', 'nama = "Lain"')), baca(data))


def test_a_letter_of_another_length_is_read_with_the_same_profile() -> None:
    data = layout("surat pernyataan").data
    book = profil.baca(profil.simpan(kenali_kisi(baca(data))))
    (form,) = kenali_kisi(baca(data)).lembar[0].formulir
    sheet = load_workbook(BytesIO(data))
    sheet.worksheets[0].insert_rows(form.baris[1].nomor)
    sheet.worksheets[0].cell(form.baris[1].nomor, 2, "Kegiatan tambahan")
    out = BytesIO()
    sheet.save(out)
    (longer,) = profil.terapkan(book, baca(out.getvalue())).lembar[0].formulir
    assert len(longer.baris) == len(form.baris) + 1


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("versi = 1", "versi = 9", "versi 9 tidak dikenal"),
        ("versi = 1", "versi = ", "profil tidak dapat dibaca"),
        ('isi = "lama"', 'isi = "lamaa"', "maksud Anda 'lama'"),
        ('kolom = "C"', 'kolom = "3"', "kolom = '3'"),
        ('kolom = "C"', 'kolon = "C"', "kolom tidak ada"),
        ('pihak = "tim"', 'pihak = "kami"', "pengusul, tim"),
        ("baris_nomor = ", "kolam = 3\nbaris_nomor = ", "kunci 'kolam' tidak dikenal"),
        ('butir = "', 'butir = "9-3, ', "butir = '9-3'"),
        ('butir = "', 'mulai = 12\nbutir = "', "tidak keduanya"),
    ],
)
def test_what_is_wrong_in_a_profile_is_said_with_its_place(old: str, new: str, words: str) -> None:
    text = profil.simpan(kenali_kisi(baca(layout("dupak resmi, nomor di kolom sendiri").data)))
    assert old in text
    with pytest.raises(Refused, match=words):
        profil.baca(text.replace(old, new, 1))


def test_the_example_of_the_manual_can_be_read() -> None:
    text = (
        (Path(__file__).parents[2] / "docs" / "profil.md")
        .read_text("utf-8")
        .partition("```toml\n")[2]
        .partition("```")[0]
    )
    (sheet,) = profil.baca(text).lembar
    assert sheet.formulir[0].baris[33] == BUTIR and sheet.formulir[0].kerangka.kolom[1].pihak == "pengusul"


def test_the_command_saves_and_uses_it(tmp_path: Path) -> None:
    form, saved = tmp_path / "form.xlsx", tmp_path / "form.toml"
    form.write_bytes(layout("pak").data)
    plain = CliRunner().invoke(main, ["kenali", str(form), "--simpan-profil", str(saved)])
    assert plain.exit_code == 0 and saved.exists()
    by_profile = CliRunner().invoke(main, ["kenali", str(form), "--profil", str(saved)])
    assert by_profile.exit_code == 0 and by_profile.stdout == plain.stdout and "PAK: PENETAPAN" in plain.stdout
