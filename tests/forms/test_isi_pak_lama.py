"""A previous PAK that is not this form's, or not quite: said in words; what fits becomes LAMA and the sums hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from angka_kredit.forms.isi import Formulir, Orang, Sel
from angka_kredit.forms.isi.bentuk import BarisLama, PakLama
from angka_kredit.forms.isi.berkas import baca_formulir, dengan_lama
from angka_kredit.forms.isi.lama_periksa import periksa_lama
from angka_kredit.forms.isi.massal import baca_semua_lama
from angka_kredit.forms.isi.tabel import baca_tabel
from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.workbook import Place
from angka_kredit.resources import folder
from isi_contoh import NIP, orang, pak, tabel

SATU = PakLama(
    *(NIP, [BarisLama("U1a1", "S1", Decimal(100))], Decimal(100)),
    *("pmb", "keahlian", "Ahli Muda", date(2015, 1, 1), date(2015, 12, 31), "PAK-1", date(2016, 1, 5), "abc"),
)
MASA = {"masa_dari": "01/01/2016", "masa_sampai": date(2016, 12, 31)}
DIRI = {"jabatan": "pmb", "kategori": "keahlian", "jenjang": "Ahli Muda", "lampiran_sha256": "abc"}
FORMULIR = Formulir({kunci: [Sel("Data", kunci)] for kunci in DIRI}, {Sel("Data", k): v for k, v in DIRI.items()})


def test_a_pak_that_fits_says_nothing_and_brings_its_number() -> None:
    lama, notes = periksa_lama(SATU, Orang(MASA), FORMULIR)
    assert lama is SATU and notes == []
    facts = dengan_lama(Orang({"pak_lama_nomor": "dari tabel"}), lama).fakta
    assert facts == {
        **{"pak_lama_nomor": "dari tabel", "pak_lama_tanggal": date(2016, 1, 5), "pak_lama_jumlah": Decimal(100)}
    }
    assert periksa_lama(None, Orang({}), FORMULIR) == (None, [])


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"jabatan": "assessor"}, "PAK itu dari jabatan assessor, formulir ini pmb"),
        ({"kategori": "keterampilan"}, "isi dahulu 'Ijazah yang diperoleh'"),
        ({"masa_dari": date(2017, 1, 1)}, "mulai 1 Januari 2017, sesudah masa penilaian ini (31 Desember 2016)"),
    ],
)
def test_a_pak_of_something_else_gives_no_lama(changed: dict[str, Any], words: str) -> None:
    lama, notes = periksa_lama(SATU._replace(**changed), Orang(MASA), FORMULIR)
    assert lama is None and len(notes) == 1
    assert notes[0].startswith("LAMA tidak diisi dari PAK lama") and words in notes[0]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"jenjang": "Ahli Pertama"}, "dari jenjang Ahli Pertama, formulir ini Ahli Muda"),
        ({"masa_sampai": date(2016, 3, 31)}, "mencakup masa sampai 31 Maret 2016, padahal masa penilaian ini mulai"),
        ({"lampiran": "def"}, "dengan Lampiran yang lain"),
        ({"baris": []}, "belum dinilai, atau belum dihitung"),
        ({"jumlah": Decimal(101)}, "baris-barisnya 100, JUMLAH-nya 101"),
    ],
)
def test_a_pak_that_deserves_a_look_is_used_and_told(changed: dict[str, Any], words: str) -> None:
    lama, notes = periksa_lama(SATU._replace(**changed), Orang(MASA), FORMULIR)
    assert lama is not None and len(notes) == 1 and words in notes[0]


def test_strangers_in_a_folder_are_counted(tmp_path: Path) -> None:
    for number in range(1, 7):
        (tmp_path / f"{number:04}.xlsx").write_bytes(pak(("U1a1", "S1", 100), nip=f"{number:018}"))
    found = baca_semua_lama([tmp_path], baca_tabel(tabel(orang())))
    assert found.galat == [
        "PAK lama 0001.xlsx, 0002.xlsx, 0003.xlsx dan 3 lainnya: NIP di dalamnya tidak ada di tabel pegawai"
    ]


def test_of_several_for_one_person_the_newest_counts(tmp_path: Path) -> None:
    one = Path(folder("templates") / "pmb_ahli_muda_contoh.xlsx").read_bytes()
    until, nip = (baca_formulir(one).nama[name][0] for name in ("masa_sampai", "nip"))
    for name, year in (("a", 2015), ("b", 2016), ("c", 2014)):
        inputs = {Place(*until): date(year, 12, 31), Place(*nip): NIP}
        (tmp_path / f"{name}.xlsm").write_bytes(put_inputs(Package(one), inputs))
    found = baca_semua_lama([tmp_path], baca_tabel(tabel(orang())))
    assert str(found.oleh_nip[NIP].masa_sampai).startswith("2016-12-31")
    assert found.galat == [
        "PAK lama a.xlsm: tidak dipakai, karena b.xlsm untuk NIP yang sama",
        "PAK lama c.xlsm: tidak dipakai, karena b.xlsm untuk NIP yang sama",
    ]
