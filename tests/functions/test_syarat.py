"""Eligibility as a sheet shows it: the rows under the verdict, what is asked when nothing is filled in, the words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit import call

TITLES = ["Diminta", "Diisi", "Terpenuhi", "Rujukan"]
NAIK: dict[str, Any] = {
    "angka kredit": 300,
    "ijazah": "S1",
    "angka kredit utama": 160,
    "angka kredit profesi": 4,
    "masa kerja dalam pangkat": 2,
    "tahun prestasi baik": 2,
    "syarat lain": "ya",
}


def table(nama: str, *args: Any) -> list[list[Any]]:
    result = call(nama, *args)
    assert isinstance(result, list)
    return result


def isian(**more: Any) -> list[list[Any]]:
    return [[key, value] for key, value in (NAIK | more).items()]


def by_label(rows: list[list[Any]]) -> dict[str, list[Any]]:
    return {row[0]: row[1:4] for row in rows[1:]}


def test_each_condition_has_its_row() -> None:
    rows = table("LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian(ijazah="Magister", **{"angka kredit": 299.5}))
    assert rows[0] == ["BELUM LAYAK", *TITLES]
    assert by_label(rows) == {
        "angka kredit": ["paling kurang 300", "299,5", "tidak"],
        "ijazah": ["paling rendah S1", "S2", "ya"],
        "angka kredit utama": ["paling kurang 120", "160", "ya"],  # 80% x (300 - 150)
        "angka kredit profesi": ["paling kurang 4", "4", "ya"],
        "masa kerja dalam pangkat": ["paling kurang 2 tahun", "2 tahun", "ya"],
        "tahun prestasi baik": ["paling kurang 2 tahun", "2 tahun", "ya"],
        "syarat lain": ["ya", "ya", "ya"],
    }
    assert all("Pasal" in row[4] for row in rows[1:])


@pytest.mark.parametrize(
    ("nama", "args"),
    [
        ("LAYAK_NAIK_JABATAN", ("Muda", "assessor")),
        ("LAYAK_NAIK_PANGKAT", ("III/b", "assessor")),
        ("LAYAK_DIANGKAT", ("pertama", "assessor")),
        ("LAYAK_DIANGKAT", ("kembali", "assessor")),
        ("BEBAS_SEMENTARA", ("assessor",)),
        ("DIBERHENTIKAN", ("assessor",)),
    ],
)
def test_without_isian_the_table_says_what_to_fill_in(nama: str, args: tuple[str, ...]) -> None:
    for nothing in ([], [None], [[[None, None], ["", ""]]], [0]):
        rows = table(nama, *args, *nothing)
        assert rows[0][0] == "BELUM LENGKAP"
        assert {(row[2], row[3]) for row in rows[1:]} == {("", "belum diisi")}
    # the labels that it shows are those that it takes
    blank = [[label, None] for label in dict.fromkeys(row[0] for row in rows[1:])]
    assert call(nama, *args, blank) == rows


def test_what_depends_on_another_isian_waits_for_it() -> None:
    rows = table("LAYAK_NAIK_PANGKAT", "III/c", "assessor", [["angka kredit utama", 200]])
    assert by_label(rows)["angka kredit utama"] == ["paling kurang menurut isian lain", "200", "menunggu isian lain"]


def test_the_rise_of_jabatan_is_asked_only_where_the_jenjang_changes() -> None:
    label = "kenaikan jabatan ditetapkan"
    asked = {
        golongan for golongan in ("III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d") if label in _of(golongan)
    }
    assert asked == {"III/b", "III/d", "IV/c"}  # to Muda III/c, Madya IV/a, Utama IV/d


def _of(golongan: str) -> dict[str, list[Any]]:
    return by_label(table("LAYAK_NAIK_PANGKAT", golongan, "assessor"))


def test_after_the_cause_only_its_own_conditions_are_asked() -> None:
    rows = table("LAYAK_DIANGKAT", "kembali", "assessor", [["sebab", "ditugaskan di luar"]])
    assert [row[0] for row in rows[1:]] == ["sebab", "tanggal lahir", "tanggal keputusan"]
    rows = table("BEBAS_SEMENTARA", "assessor", [["golongan", "IV/e"]])
    assert "angka kredit" not in by_label(rows) and by_label(rows)["angka kredit setahun"][0] == "di bawah 25"


def test_an_error_in_the_isian_comes_out_as_it_went_in() -> None:
    assert call("LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian(ijazah="#REF!")) == "#REF!"


def test_an_error_names_the_isian_and_what_is_allowed() -> None:
    words = str(call("JELASKAN", "LAYAK_NAIK_PANGKAT", "III/c", "assessor", [["umur", 40]]))
    assert "'umur' tidak dikenal" in words and "'masa kerja dalam pangkat'" in words
    words = str(call("JELASKAN", "LAYAK_DIANGKAT", "kembali", "assessor", [["sebab", "bosan"]]))
    assert "Isian 'sebab'" in words and "'tugas belajar'" in words
    words = str(call("JELASKAN", "LAYAK_DIANGKAT", "alih kategori", "assessor"))
    assert "'jabatan lain'" in words and "'inpassing'" in words
    words = str(call("JELASKAN", "LAYAK_NAIK_JABATAN", "Ahli Muda", "pmb"))
    assert "tidak memuat syarat kenaikan jabatan" in words


def test_the_explanation_says_what_is_our_reading() -> None:
    words = str(call("JELASKAN", "LAYAK_NAIK_PANGKAT", "III/b", "assessor", isian()))
    assert "- angka kredit (jumlah angka kredit kumulatif yang ditetapkan): diminta paling kurang 200" in words
    assert "Diminta bila golongan ruang yang dituju milik jenjang lain" in words
    assert "bagian dari angka kredit kumulatif" in words  # Pasal 13
    words = str(call("JELASKAN", "LAYAK_DIANGKAT", "jabatan lain", "pmb", None, "keahlian"))
    assert "sama dengan pangkat yang dimiliki" in words and "PENGALAMAN_KUMULATIF" in words
    assert "Lampiran V (ayat (3))" in str(call("JELASKAN", "LAYAK_DIANGKAT", "inpassing", "assessor"))


@given(st.permutations(isian()))
def test_the_order_of_the_isian_does_not_matter(rows: list[list[Any]]) -> None:
    assert call("LAYAK_NAIK_PANGKAT", "III/c", "assessor", rows) == call(
        "LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian()
    )


@given(st.decimals(0, 2000, places=3), st.decimals(0, 500, places=3))
def test_more_credit_never_takes_a_rise_away(ak: Any, more: Any) -> None:
    verdict = [
        table("LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian(**{"angka kredit": value}))[0][0]
        for value in (ak, ak + more)
    ]
    assert verdict in (["LAYAK"] * 2, ["BELUM LAYAK"] * 2, ["BELUM LAYAK", "LAYAK"])


@given(st.sets(st.sampled_from(sorted(NAIK))), st.sets(st.sampled_from(["syarat lain", "angka kredit", "ijazah"])))
def test_the_verdict_follows_from_the_rows(left_out: set[str], failing: set[str]) -> None:
    bad = {"syarat lain": "tidak", "angka kredit": 1, "ijazah": "S1"}
    given_rows = [[key, bad[key] if key in failing else value] for key, value in NAIK.items() if key not in left_out]
    rows = table("LAYAK_NAIK_PANGKAT", "III/c", "assessor", given_rows)
    held = {row[3] for row in rows[1:]}
    expected = "BELUM LAYAK" if "tidak" in held else "LAYAK" if held == {"ya"} else "BELUM LENGKAP"
    assert rows[0][0] == expected


def test_the_teams_that_may_assess_instead_stand_in_order() -> None:
    assert call("TIM_PENGGANTI", "kab/kota", "assessor") == [
        ["Tim Penilai Kabupaten/Kota lain terdekat"],
        ["Tim Penilai Provinsi lain yang terdekat"],
        ["Tim Penilai Unit Kerja"],
        ["Tim Penilai Pusat"],
    ]


def test_each_requirement_on_a_team_has_its_row() -> None:
    team = [["Ketua", "lain", "III/d"], ["Anggota", "PMB", "III/c"], ["Anggota", "Ahli Madya", None]]
    rows = table("PERIKSA_TIM_PENILAI", team, "pmb", "III/d")
    assert rows[0] == ["TIDAK SESUAI", "Ditemukan", "Terpenuhi", "Rujukan"]
    assert [row[1:3] for row in rows[1:]] == [
        ["1 orang", "ya"],  # Ketua
        ["0 orang", "tidak"],  # Wakil Ketua
        ["0 orang", "tidak"],  # Sekretaris
        ["2 orang", "tidak"],  # anggota
        ["2 orang", "ya"],  # genap, of more than 4 only
        ["0 orang", "tidak"],  # unsur teknis
        ["tidak ada", "tidak"],  # Sekretaris dari kepegawaian
        ["2 orang", "ya"],  # dari jabatan ini
        ["di bawah III/d: anggota III/c", "tidak"],
    ]
