"""Tables of people as offices keep them: any order, many spellings of the headings, mistakes told by row."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import tomllib
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.errors import Refused
from angka_kredit.forms.isi.kolom import BARIS, baris, pegawai
from angka_kredit.forms.isi.laporan import tanpa_kolom
from angka_kredit.forms.isi.tabel import baca_tabel
from angka_kredit.resources import folder
from angka_kredit.words import fold
from isi_contoh import ATAS, JUDUL, NIP, NIP_DUA, PERINTAH, SATU, orang, tabel

SINONIM = tomllib.loads((folder("templates") / "isi" / "kolom.toml").read_text(encoding="utf-8"))


@given(st.permutations(range(len(JUDUL))), st.integers(0, 1))
def test_columns_stand_in_any_order(order: list[int], above: int) -> None:
    read = baca_tabel(tabel([SATU[at] for at in order], judul=[JUDUL[at] for at in order], atas=above))
    [row] = read.baris
    assert (row.nip, row.galat) == (NIP, "")
    facts = dict(row.orang.fakta)
    dates = [str(facts.pop(kunci))[:10] for kunci in ("tanggal_lahir", "masa_dari", "masa_sampai")]
    assert dates == ["1985-01-01", "2016-01-01", "2016-12-31"]
    assert facts == {
        "nip": NIP,
        "nama": "CONTOH PEGAWAI SATU, S.Si",
        "jenis_kelamin": "P",
        "golongan": "Penata, III c",
        "jabatan": "Penguji Mutu Barang",
        "jenjang": "Muda",
        "unit_kerja": "Balai Contoh",
    }


def test_no_heading_means_two_things() -> None:
    for words in (
        SINONIM["pegawai"] | SINONIM["formulir"],
        *({key: row["judul"] for key, row in SINONIM[nama].items()} for nama in BARIS),
    ):
        counts = Counter(fold(word) for each in words.values() for word in each)
        assert [word for word, count in counts.items() if count > 1] == []
        assert all(word == fold(word) for each in words.values() for word in each), "synonyms are written folded"


def test_every_input_of_the_forms_has_a_heading() -> None:
    assert set(pegawai().kolom) <= set(pegawai().judul.values())
    for nama in BARIS:
        assert set(baris(nama).kolom) <= set(baris(nama).judul.values())
        assert set(baris(nama).kenal) <= set(baris(nama).kolom)
    assert pegawai().judul["unit kerja"] == "unit_kerja" and pegawai().judul["atasan langsung nama"] == "atasan_nama"


def test_columns_that_nobody_knows_and_columns_that_lack_are_named() -> None:
    read = baca_tabel(tabel((NIP, 1, "Leo", "X 1"), judul=("NIP", "No.", "Zodiak", "Karpg")))
    assert read.tidak_dikenal == ["kolom 'Zodiak' tidak dikenal", "kolom 'Karpg' tidak dikenal (maksud Anda 'karpeg'?)"]
    assert {"Nama", "Jabatan", "Tempat lahir"} <= set(read.tidak_ada) and "NIP" not in read.tidak_ada


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (orang(nip=""), "NIP kosong"),
        (orang(nip=198501012010012928), "sudah hilang"),
        (SATU, "NIP sama dengan baris 3"),
    ],
)
def test_a_row_whose_nip_cannot_be_used_says_why(row: tuple[Any, ...], words: str) -> None:
    first, bad, last = baca_tabel(tabel(SATU, row, orang(nip=NIP_DUA))).baris
    assert (first.nip, last.nip, bad.nip, bad.nomor) == (NIP, NIP_DUA, "", 4)
    assert words in bad.galat and NIP not in bad.galat


def test_activities_find_their_person() -> None:
    strange = ("999", "15/02/2016", "X-1", 1, "", "")
    read = baca_tabel(tabel(SATU, orang(nip=NIP_DUA), kegiatan=[ATAS, strange, (NIP_DUA, *ATAS[1:])]))
    assert [[act["kode"] for act in row.orang.kegiatan] for row in read.baris] == [["MADYA-III.2.a"]] * 2
    assert read.tanpa_pegawai == ["Kegiatan baris 3: NIP itu tidak ada di lembar pegawai"]


def test_a_csv_with_semicolons_reads_the_same() -> None:
    text = f"NIP;Nama;Golongan\n'{NIP};{PERINTAH};III/c\n"
    [row] = baca_tabel(text.encode()).baris
    assert (row.nip, row.orang.fakta["nama"]) == (NIP, PERINTAH)


def test_a_table_that_cannot_be_understood_is_refused() -> None:
    with pytest.raises(Refused, match="kolom NIP"):
        baca_tabel(tabel(("A",), judul=("Nama",)))
    with pytest.raises(Refused, match="dua kolom untuk Nama: B, C"):
        baca_tabel(tabel((NIP, "A", "B"), judul=("NIP", "Nama", "Nama Pegawai")))
    with pytest.raises(Refused):
        baca_tabel(b"PK bukan zip")


@pytest.mark.parametrize("nip", ["N I P", "N.I.P.", "NIP BARU", "nip_pegawai", "N I P  Baru"])
@pytest.mark.parametrize("golongan", ["Pangkat/Gol. Ruang", "Pangkat / Gol.Ruang", "PANGKAT/GOLRU", "Gol/Ruang"])
def test_headings_however_they_are_spaced(nip: str, golongan: str) -> None:
    [row] = baca_tabel(tabel((NIP, "III/c"), judul=(nip, golongan))).baris
    assert (row.nip, row.orang.fakta["golongan"]) == (NIP, "III/c")


@pytest.mark.parametrize("nama", ["Nama Lengkap & Gelar", "NAMA/GELAR", "Nama dan Gelar", "Nama & gelar"])
def test_signs_in_headings_make_no_difference(nama: str) -> None:
    read = baca_tabel(tabel((NIP, "CONTOH, S.Si", "pmb"), judul=("NIP", nama, "Jab. Fungsional")))
    [row] = read.baris
    assert (row.orang.fakta["nama"], row.orang.fakta["jabatan"]) == ("CONTOH, S.Si", "pmb")
    assert not read.tidak_dikenal


def test_an_empty_column_contradicts_nobody() -> None:
    judul = ("NIP", "Jab. Fungsional", "Jabatan Fungsional")
    [row] = baca_tabel(tabel((NIP, None, "pmb"), judul=judul)).baris
    assert row.orang.fakta["jabatan"] == "pmb"


def test_what_must_not_be_missing_is_named_the_rest_counted() -> None:
    read = baca_tabel(tabel((NIP, "A", "pmb", "Muda"), judul=("NIP", "Nama", "Jabatan", "Jenjang")))
    *named, rest = tanpa_kolom(read)
    assert {"Golongan ruang", "Masa penilaian, mulai"} <= set(named) and "NIP" not in named and len(named) < 6
    assert rest == f"{len(read.tidak_ada) - len(named)} isian lain; boleh diketik kemudian pada berkasnya"


def test_no_two_headings_are_the_same_without_blanks() -> None:
    for daftar in (pegawai(), *map(baris, BARIS)):
        found: dict[str, set[str]] = {}
        for word, kunci in daftar.judul.items():
            found.setdefault(word.replace(" ", ""), set()).add(kunci)
        assert [word for word, kunci in found.items() if len(kunci) > 1] == []


def test_two_columns_for_the_golongan_that_agree_are_one() -> None:
    judul = ("NIP", "Pangkat/Gol", "Gol/Ruang")
    read = baca_tabel(tabel((NIP, "Penata, III/c", "III/c"), (NIP_DUA, "III/d", "III d"), judul=judul))
    assert [row.orang.fakta["golongan"] for row in read.baris] == ["Penata, III/c", "III/d"]
    assert not read.tidak_dikenal
    with pytest.raises(Refused, match=r"dua kolom .*: B, C; .*baris 2: 'NIP', 'Pangkat/Gol', 'Gol/Ruang'"):
        baca_tabel(tabel((NIP, "Penata, III/c", "III/d"), judul=judul))


def test_a_table_without_nip_quotes_what_was_taken_for_its_headings() -> None:
    with pytest.raises(Refused, match=r"Pegawai: Yang terbaca sebagai judul, baris 2: 'No\. Induk', 'Nama', 'Gol'"):
        baca_tabel(tabel(("1", "A", "III/c"), judul=("No. Induk", "Nama", "Gol")))
