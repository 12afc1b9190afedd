"""Every generated layout is recognised whole; our own forms too; what is doubtful says why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from acak import acak
from click.testing import CliRunner
from nilai import nilai
from openpyxl import load_workbook
from tata_letak import TataLetak, semua

from angka_kredit.cli import main
from angka_kredit.errors import Refused
from angka_kredit.kenal import Buku, Formulir, kenali
from angka_kredit.kenal.kata import data
from angka_kredit.resources import folder


@pytest.mark.parametrize("layout", semua(), ids=lambda layout: layout.nama)
def test_a_layout_is_recognised_as_it_says_of_itself(layout: TataLetak) -> None:
    assert nilai(kenali(layout.data), layout.benar).salah == []


def test_layouts_put_together_by_chance_reach_what_was_set() -> None:
    scored = [nilai(kenali(each.data), each.benar) for each in map(acak, range(5000, 5060))]
    assert [words for each in scored for words in each.salah if words.startswith("kolom")] == []
    assert sum(each.baris[0] for each in scored) >= 0.98 * sum(each.baris[1] for each in scored)


def test_the_score_sees_what_is_wrong() -> None:
    layout = semua()[0]
    truth = layout.benar[0]
    truth.kolom["lama", "tim"], truth.kolom["baru", "tim"] = truth.kolom["baru", "tim"], truth.kolom["lama", "tim"]
    row = next(iter(truth.baris))
    truth.baris[row] = ("butir", "", "")
    scored = nilai(kenali(layout.data), layout.benar)
    assert scored.kolom[1] - scored.kolom[0] == 2 and scored.baris[1] - scored.baris[0] == 1
    assert nilai(Buku(()), layout.benar).kolom[0] == 0


@pytest.fixture(scope="module")
def ours() -> dict[str, tuple[Formulir, ...]]:
    found = kenali((folder("templates") / "pmb_ahli_muda_contoh.xlsx").read_bytes())
    return {sheet.nama: sheet.formulir for sheet in found.lembar}


def test_our_own_dupak(ours: dict[str, tuple[Formulir, ...]]) -> None:
    (form,) = ours["DUPAK"]
    assert (form.jenis, form.ragu) == ("dupak", "")
    assert [(each.isi, each.pihak) for each in form.kolom] == [
        ("no", ""),
        ("uraian", ""),
        *((isi, pihak) for pihak in ("pengusul", "tim") for isi in ("lama", "baru", "jumlah")),
    ]
    adding = {row.uraian: row.jenis for row in form.baris if row.jenis in ("jumlah", "total")}
    assert adding["JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG"] == "total"
    assert [row.uraian for row in form.baris if row.jenis == "unsur"][:2] == ["UNSUR UTAMA", "UNSUR PENUNJANG"]
    assert {each.isi for each in form.orang} >= {
        "nama",
        "nip",
        "karpeg",
        "pangkat",
        "masa_kerja_lama",
        "masa_kerja_baru",
    }


def test_our_own_other_forms(ours: dict[str, tuple[Formulir, ...]]) -> None:
    for name in ("SP Diklat", "SP Tugas Pokok", "SP Profesi", "SP Penunjang"):
        (form,) = ours[name]
        assert form.jenis == "surat_pernyataan" and form.baris[-1].jenis == "total"
        assert {(each.siapa, each.isi) for each in form.orang} >= {("atasan", "nip"), ("pegawai", "nip")}
    (pak,) = ours["PAK"]
    assert pak.jenis == "pak" and pak.kolom[0].isi == "no" and "dikenali dari nomor" in pak.kolom[0].ragu
    for name in ("Pengusulan", "Surat Usul", "Berita Acara", "SK Pertama", "Daftar"):
        assert ours[name] == ()


def test_a_typing_error_is_told_with_what_it_was_read_as() -> None:
    layout = next(each for each in semua() if each.nama == "judul salah ketik")
    (form,) = kenali(layout.data).lembar[0].formulir
    doubts = {each.isi: each.ragu for each in form.kolom if each.ragu}
    assert "tertulis 'UNSUR, SUB UNSUR DAN BUTIR KEGITAN'" in doubts["uraian"]
    assert any("dibaca 'jumlah'" in row.ragu for row in form.baris if row.jenis == "jumlah")


def test_a_heading_that_is_not_known_is_said_and_not_made_part_of_another_column() -> None:
    book = load_workbook(BytesIO(semua()[0].data))
    sheet = book.worksheets[0]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_cols(3)  # between the uraian and LAMA
    sheet["C10"] = "CAP DINAS"
    out = BytesIO()
    book.save(out)
    (form,) = kenali(out.getvalue()).lembar[0].formulir
    assert [each.kolom for each in form.kolom if each.isi == "uraian"] == [(2,)]
    assert [(each.sel, each.ragu) for each in form.kolom if each.isi == "tidak dikenal"] == [
        ("C10", "judulnya tidak dikenal")
    ]


def test_the_command_says_it_in_indonesian_and_as_json(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(semua()[4].data)
    told = CliRunner().invoke(main, ["kenali", str(path)])
    assert told.exit_code == 0 and "DUPAK: DAFTAR USUL" in told.output and "[ragu: tertulis" in told.output
    plain = json.loads(CliRunner().invoke(main, ["kenali", str(path), "--json"]).output)
    columns = plain["lembar"][0]["formulir"][0]["kolom"]
    assert {each["keyakinan"] for each in columns} == {"pasti", "ragu"}
    assert all(("alasan" in each) == (each["keyakinan"] == "ragu") for each in columns)


def test_a_part_without_heading_is_said_to_be_doubtful_and_a_foreign_sheet_is_none() -> None:
    layout = next(each for each in semua() if each.nama == "lanjut tanpa kepala")
    _, second, third = (sheet.formulir[0] for sheet in kenali(layout.data).lembar)
    assert second.lanjutan_dari == "Sheet" and third.lanjutan_dari == "Hal 2"
    assert "tanpa judul dan kepala tabel" in second.ragu and {each.sel for each in second.kolom} == {""}
    book = load_workbook(BytesIO(layout.data))
    book["Hal 2"]["T3"] = "catatan sendiri"  # outside the form's columns
    out = BytesIO()
    book.save(out)
    assert kenali(out.getvalue()).lembar[1].formulir == ()


def test_words_that_were_read_in_a_text_are_words_of_the_file_and_say_where() -> None:
    lists = [words for part in data().values() if isinstance(part, dict) for words in _lists(part)]
    assert data()["status"] == "lazim" and data()["naskah"]
    for each in data()["naskah"]:
        assert each["rujukan"] and all(any(word in words for words in lists) for word in each["kata"])


def _lists(part: dict[str, Any]) -> Iterator[list[str]]:
    for value in part.values():
        if isinstance(value, dict):
            yield from _lists(value)
        elif isinstance(value, list):
            yield value


def test_the_title_of_an_assessors_dupak_is_certain() -> None:
    found = kenali((folder("templates") / "assessor_madya.xlsx").read_bytes())
    (form,) = next(sheet.formulir for sheet in found.lembar if sheet.nama == "DUPAK")
    assert (form.jenis, form.ragu) == ("dupak", "")


def test_what_is_no_workbook_is_refused() -> None:
    for content in (b"", b"\xd0\xcf\x11\xe0rest", b"PK\x03\x04rest"):
        with pytest.raises(Refused):
            kenali(content)
