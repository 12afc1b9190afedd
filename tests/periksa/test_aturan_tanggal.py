"""Dates, ages and the team: the last day that is right, and the first that is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fakta_contoh import fakta, temuan

from angka_kredit.errors import NotFound, Refused
from angka_kredit.periksa.aturan import tanggal, tenggat, tim, usia
from angka_kredit.periksa.temuan import Temuan


@pytest.mark.parametrize(("day", "found"), [
    (date(2016, 1, 1), []),
    (date(2016, 12, 31), []),
    (date(2015, 12, 31), [""]),
    ("1 Januari 2017", [""]),
    ("28 Desember 2016 - 3 Januari 2017", ["hanya sebagian di luar masa penilaian"]),
])  # fmt: skip
def test_an_activity_outside_the_period(day: Any, found: list[str]) -> None:
    got = temuan(tanggal.periksa, fakta(kegiatan=[{"tanggal": day, "volume": 1}]))
    assert [each.ragu for each in got] == found


def test_a_period_of_more_than_a_year() -> None:
    """Assessor Pasal 17 (2): at least once a year. 1 January to 31 December is a year; AMMI's text ends before it."""
    assert not temuan(tanggal.periksa, fakta())
    got = temuan(tanggal.periksa, fakta(masa_sampai=date(2017, 1, 1)))
    assert [each.jenis for each in got] == ["masa_lebih_setahun"] and "Pasal 17 ayat (2)" in got[0].rujukan
    assert not temuan(tanggal.periksa, fakta("ammi", "Ahli Muda", masa_sampai=date(2018, 1, 1)))


def test_a_period_that_ends_before_it_begins() -> None:
    assert temuan(tanggal.periksa, fakta(masa_sampai=date(2015, 1, 1)))[0].jenis == "masa_penilaian"


def kenaikan(jabatan: str, jenjang: str, tmt: date, **dates: date) -> list[Temuan]:
    return temuan(tenggat.penetapan, fakta(jabatan, jenjang, pak_tmt=tmt, **dates))


def test_the_credit_is_set_three_months_before() -> None:
    """Perber VI.B.2: April by January, October by July."""
    april, october = date(2015, 4, 1), date(2015, 10, 1)
    assert not kenaikan("pmb", "Mahir", april, pak_tanggal=date(2015, 1, 31))
    assert kenaikan("pmb", "Mahir", april, pak_tanggal=date(2015, 2, 1))[0].jenis == "tenggat_lewat"
    assert not kenaikan("pmb", "Mahir", october, pak_tanggal=date(2015, 7, 31))
    late = kenaikan("assessor", "Muda", october, pak_tanggal=date(2015, 1, 9), usul_tanggal=date(2015, 8, 1))
    assert [each.sel for each in late] == ["usul_tanggal"]  # the decision cannot be older than the claim
    assert kenaikan("pmb", "Mahir", date(2015, 5, 1), pak_tanggal=april)[0].jenis == "bukan_periode"


def test_a_year_is_assessed_by_january() -> None:
    """Perber VI.B.1: work of 2014 by January 2015; Assessor's text names no date."""
    year = {"masa_dari": date(2014, 1, 1), "masa_sampai": date(2014, 12, 31)}
    assert not temuan(tenggat.tahunan, fakta("pmb", "Mahir", **year, pak_tanggal=date(2015, 1, 31)))
    assert temuan(tenggat.tahunan, fakta("pmb", "Mahir", **year, pak_tanggal=date(2015, 2, 1)))
    with pytest.raises(NotFound, match="tanpa tanggal"):
        temuan(tenggat.tahunan, fakta(**year, pak_tanggal=date(2015, 2, 1)))


def diangkat(jabatan: str, jenjang: str, decided: date) -> list[Temuan]:
    data = {"tanggal_lahir": date(1965, 4, 15), "sk_tanggal": decided, "sk_jabatan_lama": "Analis"}
    return temuan(usia.pengangkatan, fakta(jabatan, jenjang, **data))


def test_the_age_of_an_appointment_from_another_position() -> None:
    """Perber IV.C.3: born April 1965, by the end of March 2015. Assessor Pasal 28 (1) d: 50, until the birthday."""
    assert not diangkat("pmb", "Mahir", date(2015, 3, 31))
    assert diangkat("pmb", "Mahir", date(2015, 4, 1))[0].jenis == "usia_lewat"
    assert not diangkat("assessor", "Muda", date(2015, 4, 15))
    assert diangkat("assessor", "Muda", date(2015, 4, 16))


def test_a_tmt_before_the_nip_says_so() -> None:
    """Digits 9-14: March 2008."""
    nip = "198203032008031996"
    assert not temuan(usia.tmt, fakta(nip=nip, tmt_golongan=date(2008, 3, 1)))
    assert temuan(usia.tmt, fakta(nip=nip, tmt_jabatan=date(2008, 2, 29)))[0].sel == "tmt_jabatan"
    assert not temuan(usia.tmt, fakta(nip="470012345", tmt_golongan=date(1990, 1, 1)))


SUSUNAN = [("Ketua", "teknis"), ("Wakil Ketua", "lain"), ("Sekretaris", "kepegawaian")]
SUSUNAN += [("Anggota", "jabatan fungsional")] * 2 + [("Anggota", "teknis")] * 2


def team(rows: list[tuple[str, str]], golongan: str = "III/d") -> list[dict[str, str]]:
    people = enumerate(rows)
    return [
        {"nama": f"N{at}", "nip": f"{at:018}", "peran": p, "unsur": u, "golongan": golongan} for at, (p, u) in people
    ]


def susunan(rows: list[tuple[str, str]], jabatan: str, jenjang: str, golongan: str = "III/d") -> list[Temuan]:
    """Of an officer of III/d; the note that the form holds no term of the team is always there."""
    found: list[Temuan] = []
    with pytest.raises(Refused, match="masa jabatan"):
        for each in _iter(tim.susunan, fakta(jabatan, jenjang, golongan="III/d", tim=team(rows, golongan))):
            found.append(each)
    return found


def _iter(pemeriksa: Any, found: Any) -> Any:
    from angka_kredit.periksa.bahan import Bahan

    bahan = Bahan("contoh", b"")
    bahan.simpan["isian"] = found
    return pemeriksa(bahan)


def test_the_team() -> None:
    """Assessor Pasal 20; Perber VII.B.2-8."""
    assert susunan(SUSUNAN, "assessor", "Muda") == susunan(SUSUNAN, "pmb", "Ahli Muda") == []
    chair = [("Ketua", "lain"), *SUSUNAN[1:]]  # only Assessor wants the chair from the technical side
    assert ["teknis" in each.salah for each in susunan(chair, "assessor", "Muda")] == [True]
    assert susunan(chair, "pmb", "Ahli Muda") == []
    three, five = SUSUNAN[:-1], [*SUSUNAN, ("Anggota", "lain")]
    assert ["3 orang" in each.salah for each in susunan(three, "assessor", "Muda")] == [True]
    assert susunan(five, "assessor", "Muda") == []  # PMB: an even number above four
    assert [each.jenis for each in susunan(five, "pmb", "Ahli Muda")] == ["tim_susunan"]
    assert [bool(each.ragu) for each in susunan([*SUSUNAN[:3], *[("Anggota", "lain")] * 4], "assessor", "Muda")] == [
        True
    ]
    assert ["III/c" in each.salah for each in susunan(SUSUNAN, "assessor", "Muda", "III/c")] == [True]
    assert susunan(SUSUNAN, "assessor", "Muda", "") == []  # nobody's golongan is filled in


def test_nobody_assesses_herself() -> None:
    """Perber VII.B.12; Assessor Pasal 22 (3)."""
    own = temuan(tim.orang, fakta(nip=f"{4:018}", tim=team(SUSUNAN)))
    assert [(each.jenis, each.sel) for each in own] == [("tim_dinilai", "T4")] and "Pasal 22 ayat (3)" in own[0].rujukan
    rows = team(SUSUNAN)
    rows[5]["nip"] = rows[1]["nip"]
    assert [(each.jenis, each.sel) for each in temuan(tim.orang, fakta(nip="1", tim=rows))] == [("tim_rangkap", "T5")]
