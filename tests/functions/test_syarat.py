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

AK_299 = {"angka kredit": 299.5, "angka kredit utama": 140}  # 150 (S2) + 140 = 290


def table(nama: str, *args: Any) -> list[list[Any]]:
    result = call(nama, *args)
    assert isinstance(result, list)
    return result


def isian(**more: Any) -> list[list[Any]]:
    return [[key, value] for key, value in (NAIK | more).items()]


def by_label(rows: list[list[Any]]) -> dict[str, list[Any]]:
    return {row[0]: row[1:4] for row in rows[1:]}


def test_each_condition_has_its_row() -> None:
    rows = table("LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian(ijazah="Magister", **AK_299))
    assert rows[0] == ["BELUM LAYAK", *TITLES]
    assert by_label(rows) == {
        "angka kredit": ["paling kurang 300", "299,5", "tidak"],
        "ijazah": ["paling rendah S1/D.IV", "S2", "ya"],
        "angka kredit utama": ["paling kurang 120", "140", "ya"],  # 80% x (300 - 150)
        "angka kredit profesi": ["paling kurang 4", "4", "ya"],
        "masa kerja dalam pangkat": ["paling kurang 2 tahun", "2 tahun", "ya"],
        "tahun prestasi baik": ["paling kurang 2 tahun", "2 tahun", "ya"],
        "syarat lain": ["ya", "ya", "ya"],
    }
    assert all("Pasal" in row[4] for row in rows[1:])


def test_a_kelompok_is_named_so_that_one_sees_that_one_is_enough() -> None:
    rows = table("DIBERHENTIKAN", "assessor")
    assert rows[0][5] == "Kelompok (satu yang terpenuhi cukup)"
    assert {row[0]: row[5] for row in rows[1:]} == {
        "golongan": "1, 2",
        "dibebaskan karena angka kredit": "1, 2",
        "tanggal bebas sementara": "1, 2",
        "tanggal diperiksa": "1, 2",
        "angka kredit": "1",
        "angka kredit setahun": "2",
        "hukuman disiplin berat": "3",
        "penurunan pangkat atau jabatan": "3",
    }
    assert rows[1][1] == "III/b sampai IV/d atau IV/e"
    words = str(call("JELASKAN", "DIBERHENTIKAN", "assessor"))
    assert "[kelompok 1, 2]" in words and "satu kelompok yang terpenuhi cukup" in words


def test_what_a_rule_cannot_compute_stays_in_its_row() -> None:
    rows = table("LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian(ijazah="D.IV"))
    held = {row[0]: row[3] for row in rows[1:]}
    assert rows[0][0] == "BELUM LENGKAP" and held["ijazah"] == "ya"
    assert held.pop("angka kredit utama") == "tidak dapat dihitung" and set(held.values()) == {"ya"}
    asked = by_label(rows)["angka kredit utama"][0]
    assert "Ijazah D.IV" in asked and "S1, S2, S3" in asked and "Pasal 12 ayat (2)" in asked


def test_what_contradicts_itself_is_told_in_words() -> None:
    def words(nama: str, *args: Any) -> str:
        return str(call("JELASKAN", nama, *args))

    told = words("LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian(**{"angka kredit utama": 350}))
    assert "'angka kredit utama' (350) dan ijazah S1 (100) berjumlah 450" in told and "'angka kredit' (300)" in told
    told = words("LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian(**{"angka kredit profesi": 999}))
    assert "'angka kredit profesi' (999) adalah bagian dari 'angka kredit utama' (160)" in told
    late = [["tanggal usul", "2015-04-02"], ["tanggal keputusan", "2015-04-01"]]
    told = words("LAYAK_DIANGKAT", "jabatan lain", "pmb", late, "keahlian")
    assert "'tanggal usul' (2 April 2015) sesudah 'tanggal keputusan' (1 April 2015)" in told
    assert "Perbaiki salah satunya" in told


def test_what_a_text_lacks_says_why_and_what_to_do() -> None:
    for args in (
        ("BEBAS_SEMENTARA", "pmb"),
        ("DIBERHENTIKAN", "ammi"),
        ("LAYAK_DIANGKAT", "kembali", "pmb"),
        ("LAYAK_DIANGKAT", "pertama", "ammi"),
        ("LAYAK_NAIK_JABATAN", "Ahli Muda", "pmb"),
        ("LAYAK_NAIK_PANGKAT", "III/c", "pmb"),
    ):
        words = str(call("JELASKAN", *args))
        assert "#N/A" in words and "Belum ada satu pun" not in words
        assert "tidak memuat" in words and "Peraturan induknya" in words and "Periksa syaratnya" in words


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


@given(st.decimals(260, 2000, places=3), st.decimals(0, 500, places=3))  # less than 100 (S1) + 160 contradicts itself
def test_more_credit_never_takes_a_rise_away(ak: Any, more: Any) -> None:
    verdict = [
        table("LAYAK_NAIK_PANGKAT", "III/c", "assessor", isian(**{"angka kredit": value}))[0][0]
        for value in (ak, ak + more)
    ]
    assert verdict in (["LAYAK"] * 2, ["BELUM LAYAK"] * 2, ["BELUM LAYAK", "LAYAK"])


@given(st.sets(st.sampled_from(sorted(NAIK))), st.sets(st.sampled_from(["syarat lain", "angka kredit", "ijazah"])))
def test_the_verdict_follows_from_the_rows(left_out: set[str], failing: set[str]) -> None:
    bad = {"syarat lain": "tidak", "angka kredit": 260, "ijazah": "S1"}
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
