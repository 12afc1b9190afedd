"""The DUPAK while it is typed: what each row says is wrong, and where an error shows."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from angka_kredit import forms
from angka_kredit.forms.schema import Isi, Kegiatan
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from dupak import MADYA, MUDA, OWN, PMB, Computed, filled


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (MADYA, "Beres"),
        (OWN, "Beres"),
        (Kegiatan(baris="U1a1", uraian="Sarjana (S1)"), "Beres"),  # only names a line that has LAMA
        (dataclasses.replace(OWN, butir=""), "Isi butir: kodenya atau angka kredit satuannya"),
        (dataclasses.replace(OWN, butir=0), "Isi butir: kodenya atau angka kredit satuannya"),
        (dataclasses.replace(OWN, volume=None), "Isi volume"),
        (dataclasses.replace(OWN, tanggal=None), "Isi tanggal"),
        (dataclasses.replace(OWN, uraian="kata " * 30), "Uraian terlalu panjang untuk dua baris DUPAK; ringkas"),
        (dataclasses.replace(OWN, baris=""), "Pilih baris DUPAK"),
        (dataclasses.replace(OWN, uraian=""), "Isi uraian kegiatan"),
        (dataclasses.replace(OWN, jenjang_butir="Ahli Madya"), "Butir jenjang lain: pilih baris U6a..."),
        (dataclasses.replace(OWN, baris="U6a3"), "Isi jenjang butirnya"),
        (dataclasses.replace(OWN, baris="U6a3", jenjang_butir="Ahli Madya"), "Isi nomor surat penugasan"),
        (dataclasses.replace(OWN, baris="U6a1", jenjang_butir="Ahli Madya"), "Baris ini milik butir MADYA-III.2.a"),
        (dataclasses.replace(MADYA, baris="U6a2"), "Kode ini berbaris di U6a1"),
        (dataclasses.replace(MADYA, penugasan=""), "Isi nomor surat penugasan"),
        (dataclasses.replace(OWN, tanggal=date(2015, 12, 31)), "Tanggal di luar masa penilaian"),
        (dataclasses.replace(OWN, tanggal=date(2016, 1, 1)), "Beres"),
        (dataclasses.replace(OWN, tanggal=date(2016, 12, 31)), "Beres"),
    ],
)
def test_each_row_says_what_is_wrong(row: Kegiatan, words: str) -> None:
    form = filled(row, masa_dari=date(2016, 1, 1), masa_sampai=date(2016, 12, 31))
    assert form("Kegiatan", "N5") == words


def test_credit_that_reaches_no_line_is_reported() -> None:
    form = filled(OWN, dataclasses.replace(OWN, baris=""))
    assert form.named("pemeriksaan") == "Ada baris Kegiatan yang harus dibetulkan: lihat kolom Periksa"
    period = {"masa_dari": date(2016, 1, 1), "masa_sampai": date(2016, 12, 31)}
    assert filled(OWN, **period).named("pemeriksaan") == "Semua kegiatan masuk DUPAK"


def test_text_in_a_column_of_numbers_is_an_error_in_every_total() -> None:
    data = forms.build(PMB, MUDA, Isi(jabatan=PMB, jenjang=MUDA, data={}, lama={"U1a1": 7654, "U2a1": 5}, kegiatan=()))
    pasted = edited(data, b"<v>7654</v>", b"<is><t>7654,5</t></is>", kind=b't="inlineStr"')
    form = Computed(pasted)
    for title in ("JUMLAH UNSUR UTAMA", "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG"):
        row = form.total(title)
        assert [str(form("DUPAK", f"{column}{row}")) for column in "EG"] == ["#VALUE!", "#VALUE!"]
    assert str(form("DUPAK", f"G{form.line('U1a1')}")) == "#VALUE!"
    assert form("DUPAK", f"E{form.total('JUMLAH UNSUR PENUNJANG')}") == 0
    ((place, words),) = recalculate(pasted).notes
    assert str(place) == f"DUPAK!G{form.line('U1a1')}" and "teks di kolom angka" in words


def edited(data: bytes, old: bytes, new: bytes, kind: bytes) -> bytes:
    """The workbook with the one cell that holds `old` holding `new` instead, as pasted text does."""
    package = Package(data)
    parts = {}
    for part in package.names:
        xml = package.read(part)
        if part.startswith("xl/worksheets/") and old in xml:
            start = xml.rindex(b"<c ", 0, xml.index(old))
            parts[part] = xml[:start] + b"<c " + kind + b" " + xml[start + 3 :].replace(old, new, 1)
    assert len(parts) == 1
    return package.replaced(parts)


def test_an_error_is_explained_with_its_article() -> None:
    form = filled(dataclasses.replace(OWN, jenjang_butir="Penyelia"))
    assert str(form("Kegiatan", "I5")) == "#NUM!"
    assert "Lampiran III.1" in form("Kegiatan", "N5")
    assert str(form("DUPAK", f"F{form.line('U2a1')}")) == "#NUM!"  # never silently too low
    assert str(form.named("ak_jumlah")) == "#NUM!"


def test_two_activities_of_one_line_must_say_the_same() -> None:
    form = filled(OWN, dataclasses.replace(OWN, uraian="Uraian lain"))
    assert [form("Kegiatan", f"N{row}") for row in (5, 6)] == [
        "Beres",
        "Baris ini sudah dipakai uraian lain; pilih baris kosong",
    ]


def test_uraian_comes_from_the_kode_unless_typed() -> None:
    form = filled(MADYA, dataclasses.replace(MADYA, uraian="Ketikan sendiri"))
    known = "Mengevaluasi dan mensahkan laporan hasil pengujian/kalibrasi"
    assert [form("Kegiatan", f"L{row}") for row in (5, 6)] == [known, "Ketikan sendiri"]
    assert form.book["Kegiatan"]["F5"].value is None and form.book["Kegiatan"]["F6"].value == "Ketikan sendiri"
    assert form.book["DUPAK"][f"D{form.line('U6a1')}"].value == f"{known} (butir Ahli Madya)"
