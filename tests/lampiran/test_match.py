"""What becomes of each row: matched with a butir of ours, new, a heading, or refused."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.lampiran.outcome import HEADING, MATCHED, NEW, REFUSED
from lampiran_contoh import AHLI, HEADER, LEVELS, outcomes, own_butir, target

PERTAMA, MUDA, MADYA = AHLI
OURS = (
    own_butir("PERTAMA-1", "Menyusun jadwal (contoh)", PERTAMA),
    own_butir("MUDA-1", "Menilai hasil contoh", MUDA),
    own_butir("MUDA-2", "Mengolah data contoh", MUDA),
    own_butir("MUDA-3", "Mengolah data contoh", MUDA),  # texts repeat in real annexes
    own_butir("MADYA-1", "Menilai hasil contoh", MADYA),
    own_butir("TAMBAHAN-1", "Mengajar", *AHLI),
)


def line(
    uraian: str, ak: object = "0,5", pelaksana: str = "Muda", kode: str = "", kategori: str = "Ahli"
) -> list[object]:
    return [kategori, kode, uraian, "Laporan", ak, pelaksana]


def results(*lines: list[object], ours: bool = True) -> list[tuple[str, str]]:
    """(state, kode) of each row."""
    found = outcomes([HEADER, *lines], target(AHLI, OURS) if ours else target(LEVELS))
    return [(outcome.state, outcome.kode) for outcome in found]


def notes(*lines: list[object]) -> list[str]:
    return [outcome.note for outcome in outcomes([HEADER, *lines], target(AHLI, OURS))]


def test_a_butir_is_known_by_its_words_and_its_jenjang() -> None:
    assert results(
        line("b. menyusun jadwal, contoh", pelaksana="Jabatan Contoh Pertama"),
        line("1. Menilai hasil contoh", pelaksana="Muda"),
        line("1. Menilai hasil contoh", pelaksana="Madya"),
        line("Mengajar", pelaksana="Semua jenjang"),
    ) == [(MATCHED, "PERTAMA-1"), (MATCHED, "MUDA-1"), (MATCHED, "MADYA-1"), (MATCHED, "TAMBAHAN-1")]


def test_a_butir_is_known_with_the_words_of_its_heading() -> None:
    assert results(line("1. Menilai hasil:", "", ""), line("a. contoh")) == [(HEADING, ""), (MATCHED, "MUDA-1")]


def test_the_same_words_of_another_jenjang_are_another_butir() -> None:
    assert results(line("1. Menyusun jadwal contoh", pelaksana="Madya")) == [(NEW, "keahlian/1")]


def test_two_of_ours_with_one_text_are_told_apart_by_kode_only() -> None:
    assert results(line("Mengolah data contoh")) == [(REFUSED, "")]
    assert "MUDA-2 dan MUDA-3" in notes(line("Mengolah data contoh"))[0]
    assert results(line("Mengolah data contoh", kode="muda-3"), line("Mengolah data contoh", kode="MUDA-2")) == [
        (MATCHED, "MUDA-3"),
        (MATCHED, "MUDA-2"),
    ]


def test_a_kode_of_ours_must_agree_with_the_rest_of_its_row() -> None:
    assert results(line("kata lain", kode="MUDA-1", pelaksana="")) == [(MATCHED, "MUDA-1")]
    for wrong, words in (
        (line("kata lain", kode="MUDA-1", pelaksana="Madya"), "adalah butir Muda, bukan Madya"),
        (line("Mengolah data contoh", kode="MUDA-1"), "uraiannya adalah butir MUDA-2 atau MUDA-3"),
    ):
        assert results(wrong) == [(REFUSED, "")] and words in notes(wrong)[0]


def test_rows_that_claim_one_butir_are_refused_by_name() -> None:
    twice = (line("Menilai hasil contoh"), line("Menilai hasil contoh", "0,7"))
    assert results(*twice) == [(REFUSED, "MUDA-1")] * 2
    assert notes(*twice) == ["ganda: sama dengan baris 3 (MUDA-1)", "ganda: sama dengan baris 2 (MUDA-1)"]


def test_a_text_that_is_nearly_ours_is_new_and_said() -> None:
    (note,) = notes(line("Menilai hasil contohnya"))
    assert "mirip MUDA-1" in note and "kolom kode" in note


def test_a_credit_of_ours_that_changes_is_said() -> None:
    from dataclasses import replace
    from decimal import Decimal

    ours = replace(OURS[1], ak=Decimal("0.014"))
    (outcome,) = outcomes([HEADER, line("Menilai hasil contoh", "0,015")], target(AHLI, (ours,)))
    assert outcome.state == MATCHED and outcome.note == "menggantikan 0,014 (Pasal contoh)"


def test_a_heading_with_a_pelaksana_is_said() -> None:
    (note,) = notes(line("1. Menguji", "", "Muda"))
    assert "angka kreditnya kosong" in note


def test_what_is_refused_is_said_row_by_row() -> None:
    found = outcomes(
        [
            HEADER,
            line("1. a", pelaksana=""),
            line("2. b", "1.234"),
            line("", "0,5"),
            line("4. d", kategori="Ketua"),
            line("5. e", pelaksana="Terampil"),
            line("6. f", pelaksana="Lain"),
        ],
        target(LEVELS),
    )
    words = [
        "pelaksananya kosong",
        "ribuan atau desimal",
        "uraian butirnya kosong",
        "kategori 'Ketua' tidak ada",
        "Terampil bukan jenjang kategori keahlian",
        "'lain' bukan jenjang",
    ]
    assert all(outcome.state == REFUSED for outcome in found)
    assert [word in outcome.note for word, outcome in zip(words, found, strict=True)] == [True] * 6


def test_jenjang_of_two_kategori_are_two_butir() -> None:
    (outcome,) = outcomes([HEADER, line("1. f", pelaksana="Terampil dan Muda", kategori="")], target(LEVELS))
    assert outcome.state == REFUSED and "dua kategori" in outcome.note


def test_a_kode_is_the_path_and_only_where_it_repeats_more_than_that() -> None:
    table = [
        line("1. Menyusun > a. Kategori contoh", "", "", "1.a"),
        line("1. Menyusun > a. Kategori contoh > Ketua", "3", "Madya", "1.a"),
        line("1. Menyusun > a. Kategori contoh > Anggota", "2", "Muda", "1.a"),
        line("1. Menyusun > a. Kategori contoh > Anggota", "1", "Pertama", "1.a"),
        line("2. Menyimpan > - film", "1", "Muda", "2"),
        line("2. Menyimpan > - rekaman suara", "1", "Muda", "2"),
        line("3. Menguji", "1", "Semua jenjang", "3"),
        line("3. Menguji", "1", "Semua jenjang", "3", kategori="Terampil"),
    ]
    assert [kode for _, kode in results(*table, ours=False)] == [
        "",
        "keahlian/1.a.ketua",
        "keahlian/1.a.anggota.muda",
        "keahlian/1.a.anggota.pertama",
        "keahlian/2.film",
        "keahlian/2.rekaman-suara",
        "keahlian/3",
        "keterampilan/3",
    ]


def test_rows_without_any_number_are_known_by_their_words() -> None:
    assert [kode for _, kode in results(line("Menilai"), line("Mengolah"), ours=False)] == [
        "keahlian/menilai",
        "keahlian/mengolah",
    ]


LONG = "Menyusun bahan dan rencana kerja tahunan contoh untuk kegiatan yang uraiannya panjang sekali bagian "


def test_a_kode_of_many_words_is_bounded_and_still_its_own() -> None:
    table = [line(f"{LONG}{word}", pelaksana=who) for word in ("satu", "dua") for who in ("Muda", "Madya")]
    kodes = [kode for _, kode in results(*table, ours=False)]
    assert len(set(kodes)) == 4 and max(map(len, kodes)) <= len("keahlian/") + 48
    assert all(kode.startswith("keahlian/menyusun-bahan-dan-rencana") for kode in kodes)
    shouted = [line(row[2].upper() if isinstance(row[2], str) else "", pelaksana=str(row[5])) for row in table[::-1]]
    assert [kode for _, kode in results(*shouted, ours=False)] == kodes[::-1]


def test_a_kategori_of_the_row_above_that_decides_is_said_in_the_row() -> None:
    table = [
        line("1. Menguji", "1", "Semua jenjang"),
        line("2. Mengajar", "1", "Semua jenjang", kategori=""),
        line("3. Menilai", "1", "Muda", kategori=""),
        line("4. Menyalin", "1", "Mahir", kategori=""),
    ]
    first, second, third, fourth = outcomes([HEADER, *table], target(LEVELS))
    assert (first.note, third.note) == ("", "") and third.state == NEW  # 'Muda' says its kategori itself
    assert second.state == NEW and "kategorinya kosong: diambil keahlian dari baris di atas" in second.note
    assert fourth.state == REFUSED and "bukan jenjang kategori keahlian (kategori dari baris di atas)" in fourth.note


def test_a_row_printed_twice_is_refused() -> None:
    same = (line("1. Menilai", kode="1"), line("1. Menilai", "0,6", kode="1"))
    assert [state for state, _ in results(*same, ours=False)] == [REFUSED, REFUSED]


ROW = st.tuples(
    st.sampled_from(["1", "1.a", "1.A", "2", ""]),
    st.sampled_from(["Ketua", "Anggota", "- film", "1. Menilai", "Menilai"]),
    st.sampled_from(["Pertama", "Muda", "Muda dan Madya", "Semua jenjang"]),
)


@given(st.lists(ROW, min_size=1, max_size=12))
def test_a_kode_is_one_rows_alone_and_the_order_of_the_rows_is_nothing_to_it(rows: list[tuple[str, str, str]]) -> None:
    def kodes(order: list[tuple[str, str, str]]) -> dict[tuple[str, str, str], tuple[str, str]]:
        table = [line(f"x > {uraian}", "1", pelaksana, kode) for kode, uraian, pelaksana in order]
        found = outcomes([HEADER, *table], target(AHLI))
        return {row: (outcome.state, outcome.kode) for row, outcome in zip(order, found, strict=True)}

    found = kodes(rows)
    taken = [kode.casefold() for state, kode in found.values() if state == NEW]
    assert len(taken) == len(set(taken)) and all(kode.startswith("keahlian/") for kode in taken)
    assert kodes(rows[::-1]) == found
    assert {row for row in rows if rows.count(row) > 1} <= {
        row for row, (state, _) in found.items() if state == REFUSED
    }
