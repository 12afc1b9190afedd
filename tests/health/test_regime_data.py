"""The data of the regime since 2023 are whole, sourced, and agree with one another. Read as plain CSV."""

from __future__ import annotations

import csv
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

import angka_kredit
from angka_kredit.regulations import regime
from angka_kredit.regulations.umum import pangkat

FOLDER = Path(angka_kredit.__file__).parent / "regulations"
BKN = "Peraturan BKN 3/2023"
PUPR = "Permen PUPR 4/2024 Pasal 46 (2)-(3), mengutip PermenPANRB 1/2023"
PAK = "PAK menurut peraturan jabatannya"  # the credit until 2018 rests on another regulation for every jabatan
LADDERS = [["Pemula", "Terampil", "Mahir", "Penyelia"], ["Ahli Pertama", "Ahli Muda", "Ahli Madya", "Ahli Utama"]]
QUOTED = {"koefisien": PUPR, "predikat": PUPR}  # every other table of the folder stands in the regulation itself
LISTS = ("dasar", "tidak_diatur_di_sini")  # readings and what is left out, not values


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, restkey="too many", restval=None))
    assert found and all("too many" not in row and None not in row.values() for row in found)
    return found


def column(name: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in rows(f"perbkn_3_2023/{name}")}


@pytest.mark.parametrize("path", sorted((FOLDER / "perbkn_3_2023").glob("*.csv")), ids=lambda path: path.stem)
def test_every_value_names_the_source_it_was_read_in(path: Path) -> None:
    if path.stem in LISTS:
        return
    for row in rows(f"perbkn_3_2023/{path.stem}"):
        source = PAK if row.get("rezim") == "konvensional" else QUOTED.get(path.stem, BKN)
        assert (row["rujukan"], row["status"]) == (source, "peraturan_lain"), row


def test_the_2016_family_is_marked_as_one_source_and_says_so() -> None:
    for row in rows("kinerja_2016/nilai_kinerja"):
        assert row["status"] == "satu_sumber" and row["catatan"], row
    exact = [row for row in rows("kinerja_2016/nilai_kinerja") if row["dari"] == row["sampai"]]
    assert [row["dari"] for row in exact] == ["50"] and "sumber lain" in exact[0]["catatan"]


def test_readings_say_how_we_read() -> None:
    for row in rows("perbkn_3_2023/dasar"):
        assert row["rujukan"] and row["catatan"], row
    for row in rows("umum/periode_naik"):
        assert row["status"] == "naskah" and "bacaan kami" in row["catatan"], row


def test_a_year_brings_a_quarter_of_one_rank() -> None:
    """No rule read says so, but every printed pair does: a slip in either column shows here."""
    koefisien, naik = column("koefisien", "jenjang", "ak"), column("naik_pangkat", "jenjang", "ak")
    assert list(koefisien) == list(naik) == [name for ladder in LADDERS for name in ladder]
    for name in naik:
        assert 4 * Decimal(koefisien[name]) == Decimal(naik[name])


def test_the_predikat_are_the_five_of_the_regime() -> None:
    persen = {"Sangat Baik": "150", "Baik": "100", "Butuh Perbaikan": "75", "Kurang": "50", "Sangat Kurang": "25"}
    assert column("predikat", "predikat", "persen") == persen


def test_a_jenjang_is_as_many_ranks_long_as_its_rise_asks() -> None:
    golongan = [row["golongan"] for row in rows("perbkn_3_2023/jenjang") if row["kategori"] == "keahlian"]
    assert golongan == list(pangkat())[4:]
    naik = column("naik_pangkat", "jenjang", "ak")
    for row in rows("perbkn_3_2023/naik_jenjang"):
        own = [r["golongan"] for r in rows("perbkn_3_2023/jenjang") if r["jenjang"] == row["jenjang"]]
        ranks = len(own) - own.index(row["golongan_masuk"])
        assert Decimal(row["ak"]) == ranks * Decimal(naik[row["jenjang"]]), row


def test_every_jenjang_but_the_highest_has_a_next_one() -> None:
    with_rise = {row["jenjang"] for row in rows("perbkn_3_2023/naik_jenjang")}
    assert with_rise == {name for ladder in LADDERS for name in ladder[:-1]}


def test_inside_a_jenjang_each_rank_starts_where_the_one_before_ends() -> None:
    by_jenjang: dict[str, list[dict[str, str]]] = {}
    for row in rows("perbkn_3_2023/dalam_jenjang"):
        by_jenjang.setdefault(row["jenjang"], []).append(row)
    assert list(by_jenjang) == LADDERS[1]
    naik = column("naik_pangkat", "jenjang", "ak")
    for name, inside in by_jenjang.items():
        assert inside[0]["ak_dasar"] == "0"
        assert all(lower["ambang"] == upper["ak_dasar"] for lower, upper in pairwise(inside))
        assert all(Decimal(r["ambang"]) - Decimal(r["ak_dasar"]) == Decimal(naik[name]) for r in inside)


def test_the_nilai_dasar_is_the_conventional_threshold_of_the_jenjangs_lowest_rank() -> None:
    skala = {row["golongan"]: row["ak"] for row in rows("umum/ambang")}
    jenjang = [row for row in rows("perbkn_3_2023/jenjang") if row["kategori"] == "keahlian"]
    lowest = {name: next(r["golongan"] for r in jenjang if r["jenjang"] == name) for name in LADDERS[1]}
    dasar = column("nilai_dasar", "golongan", "ak")
    assert dasar == {row["golongan"]: skala[lowest[row["jenjang"]]] for row in jenjang}


def test_the_regimes_follow_one_another() -> None:
    assert column("rezim", "rezim", "mulai") == {"konvensional": "0", "integrasi": "2019", "konversi": "2023"}


def test_the_regulation_says_since_when_and_no_day_it_does_not_know() -> None:
    found = regime.regulasi()
    assert (found.id, found.singkat, found.berlaku_sejak) == ("perbkn_3_2023", BKN, None)
    assert any("2023; tanggalnya tidak tercatat" in note for note in found.catatan)
    assert found.tidak_diatur_di_sini and all(row.alasan for row in found.tidak_diatur_di_sini)
