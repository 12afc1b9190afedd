"""The workbook while it is typed: what each row says is wrong, where an error shows, and which line is taken."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from angka_kredit.forms.schema import Isi, Kegiatan
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from dupak import MADYA, MUDA, OWN, PMB, Computed, computed, filled, inti

PERIOD = {"masa_dari": date(2016, 1, 1), "masa_sampai": date(2016, 12, 31)}
LONG = "kata " * 30


def own(sub: str, **changes: object) -> Kegiatan:
    """A good activity that nobody else in the test resembles, changed."""
    return dataclasses.replace(OWN, sub=sub, uraian=f"Uraian {sub} {sorted(changes)}", **changes)  # type: ignore[arg-type]


def test_each_row_says_what_is_wrong() -> None:
    cases = [
        (own("U2a"), "Beres"),
        (MADYA, "Beres"),
        (Kegiatan(baris="U1a1", uraian="Sarjana (S1)"), "Beres"),  # only names a line that has LAMA
        (Kegiatan(sub="U1a", uraian="Magister (S2)"), "Beres"),
        (own("U2a", tanggal=date(2016, 12, 31)), "Beres"),
        (own("U2a", tanggal=date(2015, 12, 31)), "Tanggal di luar masa penilaian"),
        (own("U2b", ak=None), "Isi kode butir, atau angka kredit satuannya"),
        (own("U2b", volume=None), "Isi volume"),
        (own("U2b", tanggal=None), "Isi tanggal"),
        (own("U2b", bukti=""), "Isi bukti fisik"),
        (dataclasses.replace(OWN, sub=""), "Pilih sub unsur"),
        (dataclasses.replace(OWN, sub="U9z"), "Sub unsur tidak dikenal: pilih dari daftar"),
        (dataclasses.replace(OWN, sub="U4i", uraian=""), "Isi uraian kegiatan"),
        (dataclasses.replace(OWN, sub="U4h", uraian=LONG), "Uraian terlalu panjang untuk dua baris DUPAK; ringkas"),
        (own("U3a", baris="U99x1"), "Baris DUPAK tidak dikenal"),
        (own("U3a", baris="U6a9"), "Baris ini untuk butir jenjang lain; ketik baris lain"),
        (own("U3b", kode="MADYA-9"), "Kode tidak dikenal: pilih dari lembar Lampiran, atau tambahkan di sana"),
        (
            dataclasses.replace(MADYA, bukti="x", ak=1),
            "Kode sudah menentukan angka kredit dan jenjang: kosongkan ketikannya",
        ),
        (own("U3b", jenjang="Penyelia"), "Jenjang butir tidak dikenal: pilih dari daftar"),
        (own("U3c", jenjang="Ahli Madya"), "Butir jenjang lain: isi nomor surat penugasan"),
        (dataclasses.replace(MADYA, bukti="y", penugasan=""), "Butir jenjang lain: isi nomor surat penugasan"),
        (
            dataclasses.replace(MADYA, kode="PERTAMA-III.2.b", baris="U2c1"),
            "Butir jenjang lain: kosongkan baris, atau ketik baris U6a...",
        ),
        (own("U5a", porsi=Decimal(1)), "Beres"),
        (
            own("U5a", porsi=Decimal("0.6")),
            "Perber 15/M-DAG/PER/1/2015 & 14/2015 tidak mengatur porsi penulis: kosongkan porsi",
        ),
        (own("U2a"), "Sama dengan baris nomor 1: tanggal, kegiatan dan bukti fisiknya"),
    ]
    form = filled(*(row for row, _ in cases), **PERIOD)
    assert form.kegiatan("periksa", len(cases)) == [words for _, words in cases]
    assert form.named("pemeriksaan") == "Ada baris Kegiatan yang harus dibetulkan: lihat kolom Periksa"


def test_credit_that_is_absent_says_where_to_type_it_and_the_rest_computes() -> None:
    butir = Kegiatan(tanggal=date(2014, 6, 2), kode="MUDA-1", volume=1, bukti="Laporan")
    form = filled(butir, dataclasses.replace(OWN, sub="U2a"), form=("assessor", "Muda"))
    (words, other) = form.kegiatan("periksa", 2)
    assert "Lampiran I PermenPANRB 41/2012" in words and "ketik pada lembar Lampiran" in words
    assert other == "Beres" and form.named("dupak_baru_U2a") == pytest.approx(0.1)
    assert str(form.named("dupak_jumlah_semua")) == "#VALUE!"  # never silently too low
    assert form.kegiatan("baris", 1) != [""]  # the line waits for it


def test_karya_tulis_is_shared_as_the_text_prints() -> None:
    """Assessor Pasal 16: 2 x 60% = 1,2; 45% is no share of the table; only karya tulis is shared."""
    karya = Kegiatan(
        tanggal=date(2014, 6, 2), sub="U5a", ak=2, uraian="Karya", volume=1, porsi=Decimal("0.6"), bukti="a"
    )
    rows = [
        karya,
        dataclasses.replace(karya, porsi=Decimal("0.45"), uraian="Karya dua"),
        dataclasses.replace(karya, sub="U2a", uraian="Tugas"),
    ]
    form = filled(*rows, form=("assessor", "Muda"))
    assert form.kegiatan("ak", 1) == [pytest.approx(1.2)]
    beres, share, place = form.kegiatan("periksa", 3)
    assert beres == "Beres" and "Porsi 0,45 tidak ada dalam aturan" in share
    assert place == "Porsi penulis hanya untuk karya tulis (pengembangan profesi)"


def test_the_line_fills_itself() -> None:
    second, third = (dataclasses.replace(OWN, uraian=f"Uraian {n}", bukti=f"Bukti {n}") for n in (2, 3))
    rows = [
        OWN,
        second,
        dataclasses.replace(OWN, bukti="lagi"),  # the same activity: the same line
        dataclasses.replace(third, baris="U2a2"),  # a typed line overrides, and the others make room
        MADYA,
        dataclasses.replace(OWN, jenjang="Ahli Pertama", penugasan="ST"),
        dataclasses.replace(MADYA, bukti="lain"),  # the same kode: the same line of the block
    ]
    form = filled(*rows, **PERIOD)
    assert form.kegiatan("baris", 7) == ["U2a1", "U2a3", "U2a1", "U2a2", "U6a1", "U6a2", "U6a1"]
    assert form.kegiatan("periksa", 7) == ["Beres"] * 7
    assert form.named("pemeriksaan") == "Semua kegiatan masuk DUPAK"
    assert form.kegiatan("arah", 7) == ["", "", "", "", "atas", "bawah", "atas"]


def test_a_butir_of_the_own_jenjang_has_its_line() -> None:
    rows = [Kegiatan(kode=kode, volume=1) for kode in ("MUDA-1", "MUDA-40", "MADYA-1")]
    form = filled(*rows, form=("assessor", "Muda"))
    printed = {form.book["DUPAK"][f"D{form.line(code)}"].value for code in form.kegiatan("baris", 2)}
    assert printed == set(form.kegiatan("uraian", 2))
    assert form.kegiatan("letak", 3)[2] == form.kegiatan("baris", 3)[2].rstrip("0123456789") == "U7a"


def test_the_last_free_line_is_shared() -> None:
    rows = [dataclasses.replace(OWN, uraian=f"Uraian {number}") for number in range(1, 9)]  # U2a has five lines
    form = filled(*rows, **PERIOD)
    assert form.kegiatan("baris", 8) == ["U2a1", "U2a2", "U2a3", "U2a4", *["U2a5"] * 4]
    assert form.kegiatan("periksa", 8) == ["Beres"] * 8
    assert form.named("pemeriksaan") == "Semua kegiatan masuk DUPAK"
    row = form.line("U2a5")
    assert form("DUPAK", f"D{row}") == "Uraian 5 (dan 3 lain)"
    assert form("DUPAK", f"F{row}") == pytest.approx(0.4)  # 4 x 0,1
    assert form("DUPAK", f"D{form.line('U2a4')}") == "Uraian 4"


def test_the_tenth_seminar() -> None:
    seminar = dataclasses.replace(OWN, sub="P1b")
    rows = [dataclasses.replace(seminar, uraian=f"Seminar {number}") for number in range(1, 11)]  # two lines
    form = filled(*rows, **PERIOD)
    assert form.kegiatan("periksa", 10) == ["Beres"] * 10
    assert form.named("dupak_baru_P1b") == pytest.approx(1)
    assert form("DUPAK", f"D{form.line('P1b2')}") == "Seminar 2 (dan 8 lain)"


def test_a_line_that_is_typed_twice_is_shared() -> None:
    rows = [dataclasses.replace(OWN, uraian=f"Uraian {number}", baris="U2a3") for number in (1, 2)]
    form = filled(*rows, **PERIOD)
    assert form.kegiatan("periksa", 2) == ["Beres"] * 2
    assert form("DUPAK", f"D{form.line('U2a3')}") == "Uraian 1 (dan 1 lain)"


def test_where_every_line_was_given_away_the_last_is_shared() -> None:
    rows = [dataclasses.replace(OWN, uraian=f"Uraian {number}", baris=f"U2a{number}") for number in range(1, 6)]
    form = filled(*rows, *(dataclasses.replace(OWN, uraian=f"Uraian {number}") for number in (6, 7)), **PERIOD)
    assert form.kegiatan("baris", 7) == ["U2a1", "U2a2", "U2a3", "U2a4", "U2a5", "U2a5", "U2a5"]
    assert form.kegiatan("periksa", 7) == ["Beres"] * 7
    assert form.named("pemeriksaan") == "Semua kegiatan masuk DUPAK"
    assert form("DUPAK", f"D{form.line('U2a5')}") == "Uraian 5 (dan 2 lain)"


def test_the_word_that_does_not_apply_is_left_out() -> None:
    below = dataclasses.replace(OWN, jenjang="Ahli Pertama", penugasan="ST")
    for rows, words in (((), "DI ATAS/DI BAWAH *)"), ((MADYA,), "DI ATAS"), ((below,), "DI BAWAH")):
        form = filled(*rows)
        total = place_of(form, "dupak_lama_blok")
        assert form("DUPAK", f"A{total}") == f"JUMLAH BUTIR KEGIATAN JENJANG JABATAN {words}"
        counts = [form.named("blok_atas"), form.named("blok_bawah")]
        assert counts == [rows == (MADYA,), rows == (below,)]


def place_of(form: Computed, nama: str) -> int:
    return int(form.book.defined_names[nama].attr_text.split("$")[-1])


def test_lama_is_compared_with_the_last_pak() -> None:
    lama = {"U1a1": 100, "U2a1": Decimal("5.5")}
    words = {
        None: "Isi jumlah angka kredit PAK terakhir, untuk dicocokkan dengan LAMA",
        Decimal("105.5"): "LAMA sama dengan PAK terakhir",
        105: "LAMA pada DUPAK berbeda dengan PAK terakhir: periksa kolom LAMA",
    }
    for total, expected in words.items():
        given = {} if total is None else {"pak_lama_jumlah": total}
        assert filled(lama=lama, **given).named("pemeriksaan_lama") == expected


def test_a_nip_is_compared_with_birth_and_sex() -> None:
    person = {"nip": "198501012010012999", "tanggal_lahir": date(1985, 1, 1), "jenis_kelamin": "Perempuan"}
    assert filled(**person).named("pemeriksaan_nip") == "SESUAI"
    wrong = filled(**(person | {"tanggal_lahir": date(1985, 1, 2)})).named("pemeriksaan_nip")
    assert "tanggal lahir dalam NIP 1 Januari 1985, yang diisi 2 Januari 1985" in wrong


@pytest.mark.parametrize(
    "row",
    [
        Kegiatan(kode="=cmd()", uraian="=1+1", bukti="=A1", volume=1),
        dataclasses.replace(OWN, tanggal="31 Feb 2016"),  # type: ignore[arg-type]
        dataclasses.replace(OWN, volume="dua"),  # type: ignore[arg-type]
        dataclasses.replace(OWN, volume=-1),
        dataclasses.replace(OWN, uraian=1.5, bukti=2.5, penugasan=3.5),  # type: ignore[arg-type]
        dataclasses.replace(OWN, kode=0.014, sub=1.5, baris=2.5),  # type: ignore[arg-type]
        dataclasses.replace(OWN, ak="1.234", porsi="x", jenjang=2.5),  # type: ignore[arg-type]
        dataclasses.replace(OWN, porsi=Decimal("0.5")),
    ],
)
def test_bad_input_is_told_at_the_row_and_the_rest_computes(row: Kegiatan) -> None:
    good = dataclasses.replace(OWN, sub="U2c", uraian="Baik")
    data = {"nama": "=cmd()", "nip": "x", "golongan": "V/z", "jenis_kelamin": "?", "golongan_tujuan": "?", **PERIOD}
    isi = Isi(jabatan=PMB, jenjang=MUDA, data=data, lama={}, kegiatan=(row, good))
    built = inti(PMB, MUDA, isi)
    recalculate(built)  # not refused
    form = Computed(built)
    wrong, right = form.kegiatan("periksa", 2)
    assert wrong not in ("", "Beres") and right == "Beres"
    assert form.named("dupak_baru_U2c") == pytest.approx(0.1)
    assert form.named("nama") == "=cmd()" and form.named("pemeriksaan").startswith("Ada baris Kegiatan")


def test_text_in_a_column_of_numbers_is_an_error_in_every_total() -> None:
    isi = Isi(jabatan=PMB, jenjang=MUDA, data={}, lama={"U1a1": 7654, "U2a1": 5}, kegiatan=())
    pasted = edited(computed(inti(PMB, MUDA, isi)), b"<v>7654</v>", b"<is><t>7654,5</t></is>", kind=b't="inlineStr"')
    form = Computed(pasted)
    for nama in ("utama", "semua"):
        assert [str(value) for value in form.sums(nama)[::2]] == ["#VALUE!", "#VALUE!"]
    assert str(form("DUPAK", f"G{form.line('U1a1')}")) == "#VALUE!"
    assert form.named("dupak_lama_penunjang") == 0
    notes = {str(place): words for place, words in recalculate(pasted).notes}
    assert "teks di kolom angka" in notes[f"DUPAK!G{form.line('U1a1')}"]


def edited(data: bytes, old: bytes, new: bytes, kind: bytes) -> bytes:
    """The workbook with the one input cell that holds `old` holding `new` instead, as pasted text does."""
    package = Package(data)
    parts = {}
    for part in package.names:
        xml = package.read(part)
        if part.startswith("xl/worksheets/") and old in xml:
            for start in [at for at in range(len(xml)) if xml.startswith(b"<c ", at)]:
                end = xml.index(b">", start)
                if xml.startswith(old, end + 1):
                    parts[part] = xml[:start] + b"<c " + kind + b" " + xml[start + 3 :].replace(old, new, 1)
    assert len(parts) == 1
    return package.replaced(parts)


def test_an_error_is_explained_with_its_article() -> None:
    form = filled(dataclasses.replace(OWN, volume=-1))
    assert str(form.kegiatan("ak", 1)[0]) == "#NUM!"
    assert "negatif" in form.kegiatan("periksa", 1)[0]
    assert str(form("DUPAK", f"F{form.line('U2a1')}")) == "#NUM!"  # never silently too low
    assert str(form.named("ak_jumlah")) == "#NUM!"


def test_two_levels_away_is_refused_with_the_article() -> None:
    row = dataclasses.replace(OWN, jenjang="Ahli Madya", penugasan="ST")
    form = filled(row, form=(PMB, "Ahli Pertama"))
    assert "Lampiran III.1" in form.kegiatan("periksa", 1)[0]


def test_uraian_comes_from_the_kode_unless_typed() -> None:
    form = filled(MADYA, dataclasses.replace(MADYA, uraian="Ketikan sendiri"))
    known = "Mengevaluasi dan mensahkan laporan hasil pengujian/kalibrasi"
    assert form.kegiatan("uraian", 2) == [known, "Ketikan sendiri"]
    # two words for one line: the first, and how many others
    assert form("DUPAK", f"D{form.line('U6a1')}") == known
