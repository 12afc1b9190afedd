"""The typed tables are whole: butir, unsur, ranks, diplomas and misprints. Read as plain CSV, without the loader."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

import angka_kredit

FOLDER = Path(angka_kredit.__file__).parent / "regulations"
AMMI, ASSESSOR, PMB = "perka_bkn_20_2016_ammi", "permenpanrb_41_2012", "perber_mendag_15_bkn_14_2015"
EACH = pytest.mark.parametrize("regulasi", [AMMI, ASSESSOR, PMB])

# jenjang -> how many butir, and the letter of its list (Perka BKN 20/2016, Lampiran III; PermenPANRB 41/2012, Pasal 8)
LISTS = {
    AMMI: {
        "Ahli Pertama": (21, "A"),
        "Ahli Muda": (43, "B"),
        "Ahli Madya": (48, "C"),
        "Ahli Utama": (36, "D"),
        "semua": (5, "E"),
    },
    ASSESSOR: {"Pertama": (76, "a"), "Muda": (62, "b"), "Madya": (49, "c"), "Utama": (37, "d")},
}
PLACE = {
    AMMI: "Perka BKN 20/2016, Lampiran III.{letter}.{number}",
    ASSESSOR: "PermenPANRB 41/2012, Pasal 8 ayat (1) huruf {letter} angka {number} (nomor pasal disimpulkan)",
}
# printed twice within one jenjang; any other pair is a slip of ours
REPEATED = {
    AMMI: [("MUDA-9", "MUDA-11"), ("MUDA-24", "MUDA-37"), ("MADYA-18", "MADYA-32"), ("UTAMA-11", "UTAMA-21")],
    ASSESSOR: [],
    PMB: [],
}
JENIS = {"pendidikan_sekolah", "diklat", "prajabatan", "tugas_pokok", "profesi", "penunjang", "tugas_tambahan"}
TUGAS = {"tugas_pokok", "tugas_tambahan"}
GOLONGAN = [f"II/{letter}" for letter in "abcd"] + [f"III/{letter}" for letter in "abcd"]
GOLONGAN += [f"IV/{letter}" for letter in "abcde"]


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, restkey="too many", restval=None))
    assert found and all("too many" not in row and None not in row.values() for row in found)
    return found


def columns(name: str) -> list[str]:
    return list(rows(name)[0])


@pytest.mark.parametrize("regulasi", LISTS)
def test_every_list_is_whole_and_each_butir_cites_its_own_number(regulasi: str) -> None:
    given = [(row["kode"], row["jenjang"], row["rujukan"]) for row in rows(f"{regulasi}/butir.csv")]
    expected = []
    for jenjang, (count, letter) in LISTS[regulasi].items():
        word = "TAMBAHAN" if jenjang == "semua" else jenjang.removeprefix("Ahli ").upper()
        for number in range(1, count + 1):
            place = PLACE[regulasi].format(letter=letter, number=number)
            expected.append((f"{word}-{number}", jenjang, place))
    assert given == expected


def test_pmb_has_the_two_butir_of_its_examples() -> None:
    given = {row["kode"]: (row["jenjang"], row["ak"]) for row in rows(f"{PMB}/butir.csv")}
    assert given == {"MADYA-III.2.a": ("Ahli Madya", "0.014"), "PERTAMA-III.2.b": ("Ahli Pertama", "0.047")}


@EACH
def test_butir_are_fit_to_use(regulasi: str) -> None:
    name = f"{regulasi}/butir.csv"
    assert columns(name) == ["kode", "unsur", "uraian", "jenjang", "satuan", "ak", "rujukan", "status"]
    jenjang = {row["jenjang"] for row in rows(f"{regulasi}/jenjang.csv")} | {"semua"}
    jenis = {row["kode"]: row["jenis"] for row in rows(f"{regulasi}/unsur.csv")}
    kode = [row["kode"] for row in rows(name)]
    assert len({text.casefold() for text in kode}) == len(kode)
    for row in rows(name):
        assert re.match(r"^[A-Z]+-", row["kode"])
        assert row["jenjang"] in jenjang
        assert not row["unsur"] or jenis[row["unsur"]] in TUGAS, row["kode"]
        assert (row["ak"] == "") == (row["status"] == "belum_ada"), row["kode"]


@EACH
def test_uraian_are_clean_text(regulasi: str) -> None:
    for row in rows(f"{regulasi}/butir.csv"):
        text = row["uraian"]
        assert text[0].isupper() and (text[-1].isalnum() or text[-1] == ")"), row
        assert not re.search(r"[*_#`$\n]|\s\s|/ | /|\( | \)| [;,.]|\bdan$", text), row
        assert text.count("(") == text.count(")"), row
        assert not row["satuan"] or f"({row['satuan']})" in text, row


@EACH
def test_a_printed_unit_of_volume_is_in_its_column(regulasi: str) -> None:
    for row in rows(f"{regulasi}/butir.csv"):
        printed = re.search(r"\(([^()]*(?:assessee|responden|instansi))\)", row["uraian"])
        assert row["satuan"] == (printed[1] if printed else ""), row


@EACH
def test_a_text_repeats_within_a_jenjang_only_where_it_is_printed_twice(regulasi: str) -> None:
    places = defaultdict(list)
    for row in rows(f"{regulasi}/butir.csv"):
        places[row["jenjang"], row["uraian"].casefold()].append(row["kode"])
    assert [tuple(kode) for kode in places.values() if len(kode) > 1] == REPEATED[regulasi]


@EACH
def test_unsur_form_a_tree(regulasi: str) -> None:
    name = f"{regulasi}/unsur.csv"
    assert columns(name) == ["kode", "nama", "kelompok", "jenis", "rujukan", "status"]
    by_kode = {row["kode"]: row for row in rows(name)}
    assert len(by_kode) == len(rows(name))
    for kode, row in by_kode.items():
        parent = kode.rpartition(".")[0]
        below = {other["jenis"] for other in by_kode.values() if other["kode"].startswith(f"{kode}.")}
        assert row["nama"] and row["nama"] == row["nama"].strip()
        assert row["kelompok"] in ("utama", "penunjang")
        # a heading over several kinds of work has none of its own
        assert row["jenis"] == "" if len(below) > 1 else row["jenis"] in JENIS, row
        assert not parent or by_kode[parent]["kelompok"] == row["kelompok"], row


@EACH
def test_misprints_tell_where_what_and_why(regulasi: str) -> None:
    name = f"{regulasi}/ralat.csv"
    assert columns(name) == ["tempat", "tercetak", "dibaca", "alasan"]
    for row in rows(name):  # `dibaca` is empty where the print is left as it is
        assert row["tempat"] and row["tercetak"] and row["alasan"], row
        assert row["tercetak"] != row["dibaca"], row
        assert all(text == text.strip() for text in row.values()), row
        assert not re.search(r"\d{8}", row["tercetak"] + row["alasan"]), "no NIP of a person"


def test_the_ranks_are_in_order() -> None:
    assert columns("umum/pangkat.csv") == ["golongan", "pangkat", "rujukan", "status"]
    ranks = rows("umum/pangkat.csv")
    assert [row["golongan"] for row in ranks] == GOLONGAN
    assert len({row["pangkat"] for row in ranks}) == len(GOLONGAN)
    assert all(row["status"] == "naskah" for row in ranks)


@EACH
def test_a_jenjang_names_its_ranks_as_everyone_does(regulasi: str) -> None:
    pangkat = {row["golongan"]: row["pangkat"] for row in rows("umum/pangkat.csv")}
    for row in rows(f"{regulasi}/jenjang.csv"):
        assert row["pangkat"] == pangkat[row["golongan"]], row


def test_diplomas_rise_in_credit_and_no_name_means_two() -> None:
    name = "umum/ijazah.csv"
    assert columns(name) == ["ijazah", "urutan", "ak", "nama_lain", "rujukan", "status"]
    levels = [int(row["urutan"]) for row in rows(name)]
    credits = [Decimal(row["ak"]) for row in rows(name)]
    assert levels == sorted(levels) and set(levels) == set(range(1, levels[-1] + 1))
    assert credits == sorted(credits)
    names = [text for row in rows(name) for text in (row["ijazah"], *row["nama_lain"].split(";"))]
    folded = [re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip() for text in names]
    assert all(folded) and len(set(folded)) == len(folded)


def test_rises_of_ammi_step_through_its_own_ladder() -> None:
    table = rows(f"{AMMI}/jenjang.csv")
    jenjang = list(dict.fromkeys(row["jenjang"] for row in table))
    rises = rows(f"{AMMI}/kenaikan.csv")
    assert list(rises[0]) == ["jenis", "dari", "ke", "ak", "rujukan", "status", "catatan"]
    steps = [(row["dari"], row["ke"]) for row in rises if row["jenis"] == "jabatan"]
    assert steps == list(pairwise(jenjang))
    assert [(row["dari"], row["ke"]) for row in rises if row["jenis"] == "pangkat"] == [("III/a", "III/b")]
    assert [row["ak"] for row in rises] == ["100", "200", "450", "50"]
