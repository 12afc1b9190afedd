"""The data of conditions, officials and teams: every jenis is tested by a rule, no label is read two ways, no gap."""

from __future__ import annotations

from itertools import groupby

import pytest

from angka_kredit.functions.isian import READERS
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import (
    BatasUsia,
    Formasi,
    Instansi,
    Pejabat,
    PengangkatanKembali,
    SusunanTim,
    Syarat,
)
from angka_kredit.regulations.umum import di_antara, pangkat
from angka_kredit.rules.pejabat import SEMUA
from angka_kredit.rules.tim_penilai import JENIS as TIM
from angka_kredit.rules.uji_syarat import JENIS, PEMILIH
from angka_kredit.words import fold

EVERY = pytest.mark.parametrize("jabatan", all_jabatan().values(), ids=lambda jabatan: jabatan.id)


def conditions(jabatan: Jabatan) -> list[list[Syarat]]:
    """The rows that one call of a function looks at."""
    rows = jabatan.baris(Syarat) if jabatan.punya(Syarat) else ()
    return [list(group) for _, group in groupby(rows, key=lambda row: (row.pokok, row.kategori))]


@EVERY
def test_every_condition_is_tested_and_read(jabatan: Jabatan) -> None:
    for rows in conditions(jabatan):
        assert len({(row.pokok, row.kategori) for row in rows}) == 1
        for row in rows:
            assert row.jenis in JENIS
            assert all(row.nama) and row.label == row.label.strip()


@EVERY
def test_the_rows_of_one_subject_stand_together(jabatan: Jabatan) -> None:
    keys = [(rows[0].pokok, rows[0].kategori) for rows in conditions(jabatan)]
    assert len(keys) == len(set(keys))


@EVERY
def test_a_label_means_one_thing(jabatan: Jabatan) -> None:
    for rows in conditions(jabatan):
        owner: dict[str, str] = {}
        readers: dict[str, object] = {}
        for row in rows:
            for name in row.nama:
                assert owner.setdefault(fold(name), row.label) == row.label, f"{row.pokok}: {name}"
            assert readers.setdefault(row.label, READERS.get(row.jenis)) == READERS.get(row.jenis)


@EVERY
def test_what_selects_a_group_comes_first_in_it(jabatan: Jabatan) -> None:
    for rows in conditions(jabatan):
        for _, group in groupby((row for row in rows if row.kelompok), key=lambda row: row.kelompok):
            selects = [row.jenis in PEMILIH for row in group]
            assert selects == sorted(selects, reverse=True)


@EVERY
def test_conditions_point_at_data_that_is_there(jabatan: Jabatan) -> None:
    for row in (row for rows in conditions(jabatan) for row in rows):
        if row.jenis in ("usia", "usul"):
            assert row.nilai in jabatan.per_kunci(BatasUsia)
        if row.jenis == "sebab":
            assert row.nilai in jabatan.per_kunci(PengangkatanKembali)
        if row.jenis in ("golongan", "golongan_antara"):
            assert set(row.nilai.split(" sampai ")) <= set(pangkat())


@EVERY
def test_every_golongan_has_one_official_of_each_kind(jabatan: Jabatan) -> None:
    if not jabatan.punya(Pejabat):
        return
    rows, kinds = jabatan.baris(Pejabat), jabatan.per_kunci(Instansi)
    assert {row.instansi for row in rows} <= {*kinds, SEMUA}
    own = [golongan.kode for jenjang in jabatan.jenjang for golongan in jenjang.golongan]
    for peran in {row.peran for row in rows}:
        for golongan in own:
            for kind in kinds:
                mine = [row for row in rows if row.peran == peran and row.instansi in (kind, SEMUA)]
                assert sum(di_antara(golongan, row.golongan_dari, row.golongan_sampai) for row in mine) == 1


@EVERY
def test_instansi_and_teams_are_known_words(jabatan: Jabatan) -> None:
    kinds = jabatan.per_kunci(Instansi) if jabatan.punya(Instansi) else {}
    names = [fold(name) for key, rule in kinds.items() for name in {key.replace("_", " "), *map(fold, rule.nama)}]
    assert len(names) == len(set(names))
    assert set(jabatan.per_kunci(Formasi) if jabatan.punya(Formasi) else ()) <= set(kinds)
    assert {row.jenis for row in (jabatan.baris(SusunanTim) if jabatan.punya(SusunanTim) else ())} <= set(TIM)
