"""The letters computed: the regulations' own examples and the example on file, against arithmetic done by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from angka_kredit.forms.schema import Kegiatan
from angka_kredit.recalc.run import recalculate
from angka_kredit.resources import folder
from dupak import contoh_isi
from surat import Terhitung, exactly, place

USUL = "Sama dengan usul"


@pytest.fixture(scope="module")
def contoh() -> Terhitung:
    isi = contoh_isi()
    data: dict[str, Any] = isi.data
    return Terhitung(isi.jabatan, isi.jenjang, *isi.kegiatan, lama=isi.lama, **data)


def test_pak_by_hand(contoh: Terhitung) -> None:
    # LAMA as typed. BARU: 1,2 + 5,4 + 3,6 + 3,6 + 3 = 16,8; 1,5; 0,6 + 0,6 = 1,2; 0,1344 + 0,94 + 0,16 = 1,2344
    rows = {
        "Penjaminan Mutu Barang": ("94.15", "16.8", "110.95"),
        "Pengembangan Pengujian/Kalibrasi": ("3", "1.5", "4.5"),
        "Pengelolaan Organisasi Penjaminan Mutu Barang": ("1.8", "1.2", "3"),
        "Pengembangan profesi": ("2", "2", "4"),
        "Butir kegiatan jenjang jabatan di atas/di bawah": ("0", "1.2344", "1.2344"),
        "JUMLAH UNSUR UTAMA": ("205.95", "22.7344", "228.6844"),
        "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG": ("208.95", "24.7344", "233.6844"),
    }
    for text, expected in rows.items():
        row = contoh.row("PAK", text)
        assert [exactly(row[column]) for column in "FGH"] == [Decimal(each) for each in expected], text
    assert contoh.named("pak_periksa") == "Beres"
    assert exactly(contoh.named("pak_kurang")) == Decimal("66.3156")  # III/d 300 - 233,6844
    words = contoh.words("PAK")
    assert {"Penguji Mutu Barang Ahli Muda", "Penata Tingkat I / III/d"} <= set(words)
    tail = words[words.index("TEMBUSAN disampaikan kepada:") + 1 :]
    assert tail[:2] == ["1. Penguji Mutu Barang yang bersangkutan;", "2. Sekretaris Tim Penilai yang bersangkutan;"]


def test_the_word_that_does_not_hold_is_struck_out(contoh: Terhitung) -> None:
    sheet = contoh.book["PAK"]
    struck = {
        str(area.sqref).split(":")[0]: rule
        for area in sheet.conditional_formatting
        for rule in area.rules
        if rule.dxf.font and rule.dxf.font.strike
    }
    words = {contoh("PAK", ref): rule.formula for ref, rule in struck.items()}
    assert words == {
        "DAPAT": ['AND(pak_periksa="Beres",ISNUMBER(pak_kurang),pak_kurang>0)'],
        "TIDAK DAPAT": ['AND(pak_periksa="Beres",ISNUMBER(pak_kurang),pak_kurang=0)'],
    }


def test_surat_pernyataan_lists_what_was_done(contoh: Terhitung) -> None:
    sums = {"sp_p_jumlah": "0", "sp_t_jumlah": "20.7344", "sp_r_jumlah": "2", "sp_n_jumlah": "2"}
    assert {nama: str(exactly(contoh.named(nama))) for nama in sums} == sums  # 24,7344 in all
    assert [contoh.named(f"sp_{huruf}_peringatan") for huruf in "ptrn"] == [""] * 4
    row = contoh.row("SP Tugas Pokok", "Menguji contoh barang secara mekanik (angka contoh)")
    assert [row[column] for column in "AFGHI"] == [4, "Laporan", 80, 0.045, pytest.approx(3.6)]
    foreign = contoh.row("SP Tugas Pokok", "Menelaah rencana pengujian (angka contoh)")
    assert foreign["J"] == "Lembar telaahan; penugasan ST.03/CONTOH/2016; faktor 80%"
    assert exactly(foreign["I"]) == Decimal("0.16")  # 10 x 0,02 x 80%
    words = contoh.words("SP Diklat")
    assert words[1].startswith("SURAT PERNYATAAN MENGIKUTI PENDIDIKAN") and "Atasan Langsung," in words


def test_letters_name_people_and_numbers(contoh: Terhitung) -> None:
    usul = contoh.words("Surat Usul")
    assert "(dua ratus tiga puluh tiga koma enam delapan empat empat)" in usul
    assert "Direktur Contoh Pengujian" in usul and "NIP. 197003031995032997" in usul
    listed = contoh.words("Pengusulan")
    assert any("CONTOH PEGAWAI SATU, S.Si, NIP 198501012010012999, Penata, III/c" in text for text in listed)
    formats = [cell.number_format for row in contoh.book["Surat Usul"].iter_rows() for cell in row]
    assert {each for each in formats if "mmmm" in each} == {
        "[$-421]d mmmm yyyy",
        '[$-421]"TMT "d mmmm yyyy',
    }


def test_berita_acara(contoh: Terhitung) -> None:
    assert contoh.named("tim_penilai_putusan") == "SESUAI"
    total = contoh.row("Berita Acara", "JUMLAH UNSUR UTAMA DAN UNSUR PENUNJANG")
    assert [exactly(total[column]) for column in "FHI"] == [Decimal("233.6844"), Decimal("233.6844"), 0]
    assert contoh.row("Berita Acara", "Ketua")["B"] == "CONTOH KETUA LIMA, M.Si / 196505051990031995"


def test_a_team_without_enough_members() -> None:
    book = Terhitung("pmb", "Ahli Muda", golongan="III/c", ketua_nama="X", ketua_unsur="teknis", ketua_golongan="IV/a")
    assert book.named("tim_penilai_putusan") == "TIDAK SESUAI"


def test_keterampilan_to_keahlian_is_the_example_of_the_text() -> None:
    """Abimanyu (Lampiran V.4): 65% of 4, 19 and 1 is 2,6 + 12,35 + 0,65 = 15,6, penunjang 1 not counted; S1 is 100."""
    lama: dict[str, int | Decimal] = {"U1a1": 60, "U1b1": 4, "U2b1": 19, "U5a1": 1, "P1a1": 1}
    book = Terhitung("pmb", "Terampil", lama=lama, golongan="III/a", alih_ijazah="S1")
    got = {}
    for text in (
        "Diklat fungsional/teknis di bidang pengujian mutu barang",
        "Pengujian mutu barang",
        "Pengembangan profesi",
    ):
        row = book.row("PAK Alih", text)
        got[exactly(row["F"])] = (exactly(row["G"]), exactly(row["H"]))
    share = Decimal("0.65")
    assert got == {4: (share, Decimal("2.6")), 19: (share, Decimal("12.35")), 1: (share, Decimal("0.65"))}
    assert exactly(book.named("alih_jumlah")) == Decimal("115.6")
    assert (book.named("alih_jenjang"), book.named("alih_periksa")) == ("Ahli Pertama", "Beres")
    words = book.words("SK Alih Kategori")
    assert "(seratus lima belas koma enam)" in words and "Penguji Mutu Barang Ahli Pertama" in words


def test_rank_first_then_the_change_of_kategori() -> None:
    book = Terhitung("pmb", "Terampil", lama={"U1b1": 4}, golongan="II/d", alih_ijazah="S1")
    assert "harus ditetapkan dulu" in book.named("alih_periksa")


def test_first_appointment_is_the_example_of_the_text() -> None:
    """Nunung (Lampiran II.B.4): 100 + 2 + 6 + 3 = 111, Ahli Pertama."""
    lama: dict[str, int | Decimal] = {"U1a1": 100, "U1c1": 2, "U2b1": 6, "U1b1": 3}
    book = Terhitung("pmb", "Ahli Pertama", lama=lama, sk_tanggal=date(2015, 5, 4), tanggal_lahir=date(1965, 4, 5))
    assert (book.named("sk_pertama_ak"), book.named("sk_pertama_jenjang")) == (111, "Ahli Pertama")
    assert book.named("sk_pertama_periksa") == "Beres"
    assert "(seratus sebelas)" in book.words("SK Pertama")
    # born April 1965: decided by the end of March 2015 (IV.C.3)
    assert book.named("sk_jabatan_lain_periksa") == "Tanggal keputusan melewati batas usia"


def test_the_jenjang_follows_the_credit() -> None:
    """Wibowo (Lampiran II.B.5): 150 + 20 + 150 + 25 + 30 = 375, Ahli Muda although IV/a."""
    lama: dict[str, int | Decimal] = {"U1a1": 150, "U1b1": 20, "U2b1": 150, "U5a1": 25, "P1a1": 30}
    book = Terhitung("pmb", "Ahli Madya", lama=lama, golongan="IV/a")
    assert (book.named("sk_jabatan_lain_ak"), book.named("sk_jabatan_lain_jenjang")) == (375, "Ahli Muda")
    assert "Ahli Muda; buku kerja ini: Ahli Madya" in book.named("sk_jabatan_lain_periksa")


def test_assessor_counts_by_its_own_text() -> None:
    """At a first appointment education and tugas pokok only (Pasal 27 (3)); for the rank, utama and profesi too."""
    lama: dict[str, int | Decimal] = {"U1a1": 100, "U1b1": 5, "U2a1": 50, "U5a1": 10, "P1a1": 40}
    book = Terhitung("assessor", "Muda", lama=lama, golongan="III/c", golongan_tujuan="III/c", ijazah="S1")
    assert (book.named("sk_pertama_ak"), book.named("sk_jabatan_lain_ak")) == (155, 205)
    # 205 >= 200, but utama outside the diploma is 65 of 80% x (200 - 100) = 80
    assert book.named("pak_kurang_kumulatif") == 0
    assert (book.named("pak_kurang_utama"), book.named("pak_kurang_profesi")) == (15, 0)
    assert book.named("pak_kurang") == 15


def test_more_activities_than_rows_shown() -> None:
    day = [date(2016, 1, number) for number in range(1, 32)]
    rows = [Kegiatan(sub="U2a", uraian="Uraian", ak=Decimal("0.1"), volume=1, tanggal=each, bukti="B") for each in day]
    book = Terhitung("pmb", "Ahli Muda", *rows, masa_dari=date(2016, 1, 1), masa_sampai=date(2016, 12, 31))
    assert "baris yang disembunyikan" in book.named("sp_t_peringatan")
    assert exactly(book.named("sp_t_jumlah")) == Decimal("3.1")  # nothing is lost
    sheet, ref = place(book.book, "sp_t_baris")
    first = int(ref.split(":")[0][1:])
    hidden = [number for number in range(100) if book.book[sheet].row_dimensions[first + number].hidden]
    assert hidden == list(range(30, 100))
    # the sum and the signature are not alone on their page: two rows that are shown stand before them
    breaks = [each.id for each in book.book[sheet].row_breaks.brk]
    assert breaks and max(breaks) < first + 30 - 2


def test_a_filled_form_shows_the_rows_that_it_fills(contoh: Terhitung) -> None:
    for mark, count in (("t", 11), ("r", 3), ("n", 3), ("p", 3)):  # own and other jenjang; three at least
        sheet, ref = place(contoh.book, f"sp_{mark}_baris")
        first, last = (int(corner[1:]) for corner in ref.replace("J", "A").split(":"))
        rows = contoh.book[sheet].row_dimensions
        shown = [row for row in range(first, last + 1) if not rows[row].hidden]
        assert shown == list(range(first, first + count)), sheet
        assert contoh.named(f"sp_{mark}_tampak") == count and not contoh.named(f"sp_{mark}_peringatan")


def test_every_letter_prints_one_page_wide(contoh: Terhitung) -> None:
    for sheet in contoh.book:
        if sheet.title.startswith(("SP ", "SK ")) or sheet.title in ("PAK", "Pengusulan", "Surat Usul", "Berita Acara"):
            assert sheet.sheet_properties.pageSetUpPr.fitToPage and (sheet.page_setup.fitToWidth or 1) == 1
            tall = 0 if sheet.title.startswith("SP ") else 1
            assert (1 if sheet.page_setup.fitToHeight is None else sheet.page_setup.fitToHeight) == tall, sheet.title
            assert sheet.protection.sheet and not sheet.protection.password
            if tall == 0:
                assert sheet.print_title_rows


def test_what_a_person_types_wrongly_stops_no_letter() -> None:
    """A name that looks like a formula stays text; a NIP that is a number (its digits are lost) is not printed."""
    book = Terhitung("pmb", "Ahli Muda", nama="=cmd()", pengusul_nip=Decimal("198501012010012999"), golongan="III/c")
    assert "=cmd()" in book.words("Surat Usul")
    assert "NIP. " in book.words("Surat Usul")
    assert recalculate(book.data).data


def test_berita_acara_is_numbered_as_the_pak(contoh: Terhitung) -> None:
    rows = contoh.book["Berita Acara"].iter_rows(max_col=2)
    shown = [tuple(contoh("Berita Acara", cell.coordinate) for cell in row) for row in rows]
    first = shown.index(("I", "UNSUR UTAMA"))
    numbers = [str(number or "") for number, _ in shown[first : first + 15]]
    assert numbers == ["I", "1", "", "", "", "2", "3", "4", "5", "6", "", "II", "1", "", ""]
    assert shown[first + 1][1] == "Pendidikan"


def test_pak_alih_has_all_its_parts() -> None:
    words = Terhitung("pmb", "Terampil", golongan="III/a").words("PAK Alih")
    assert [word for word in words if word in ("I", "II", "III")] == ["I", "II", "III"]
    assert {"ASLI disampaikan dengan hormat kepada:", "TEMBUSAN disampaikan kepada:"} <= set(words)


def test_the_titles_of_a_decision_are_in_capitals() -> None:
    words = Terhitung("pmb", "Ahli Muda", sk_pejabat="Kepala Biro Contoh").words("SK Pertama")
    assert words.count("KEPALA BIRO CONTOH") == 1
    assert any(word.startswith("KEPUTUSAN KEPALA BIRO CONTOH TENTANG") for word in words)


def test_a_letter_without_a_date_leaves_room_for_it() -> None:
    blank = openpyxl.load_workbook(folder("templates") / "pmb_ahli_muda.xlsx", data_only=True)
    for name in ("Pengusulan", "Surat Usul"):
        rows = [[str(cell.value) for cell in row if cell.value] for row in blank[name].iter_rows(max_row=12)]
        [place] = [row for row in rows if row[:1] == ["Nomor"]]
        assert [set(each) <= {".", ","} and len(each) > 10 for each in place[-2:]] == [True, True]
