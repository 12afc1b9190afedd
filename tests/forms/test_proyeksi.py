"""The sheet Proyeksi of the conventional forms: the examples by hand; pace and date typed; what is missing is said."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from angka_kredit.forms.isi.berkas import baca_formulir
from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.workbook import Place
from angka_kredit.resources import folder


def sel(data: bytes) -> dict[str, Any]:
    """What the named cells of the sheet show."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    found = {}
    for nama, place in book.defined_names.items():
        if nama.startswith("proyeksi_"):
            ((sheet, ref),) = place.destinations
            value = book[sheet][ref.replace("$", "")].value
            found[nama.removeprefix("proyeksi_")] = value.date() if isinstance(value, datetime) else value
    return found


def contoh(stem: str, **isi: Any) -> dict[str, Any]:
    data = (folder("templates") / f"{stem}.xlsx").read_bytes()
    if isi:
        nama = baca_formulir(data).nama
        data = put_inputs(Package(data), {Place(*nama[kunci][0]): value for kunci, value in isi.items()})
        data = recalculate(data).data
    return sel(data)


def test_the_assessor() -> None:
    # BARU of 2016: 42,27, of it profesi 3,6, penunjang 2, no diploma: 36,67 of the rest
    found = contoh("assessor_muda_contoh")
    assert (found["tugas"], found["profesi"], found["penunjang"], found["laju"]) == (36.67, 3.6, 2, 42.27)
    # 300 - 292,77 = 7,23; : (42,27/12 = 3,5225) = 2,05: 3 months after 31 December 2016
    assert (found["golongan"], found["ambang"], found["kurang_kumulatif"]) == ("III/d", 300, 7.23)
    assert (found["tanggal_capai"], found["periode"]) == (date(2017, 3, 31), date(2017, 4, 1))
    # too late for 31 January 2017, the deadline of that period
    assert (found["batas"], found["nyata"]) == (date(2017, 1, 31), date(2017, 10, 1))
    # profesi 4 - 3,6 = 0,4; : (3,6/12 = 0,3) = 1,33: 2 months; utama 180,77 of 160 is there
    assert (found["kurang_profesi"], found["tercapai_profesi"]) == (0.4, date(2017, 2, 28))
    assert (found["kurang_utama"], found["tercapai_utama"]) == (0, date(2016, 12, 31))
    assert found["unsur"] == date(2017, 3, 31)
    # Madya from 400: 107,23 : 3,5225 = 30,4: 31 months
    assert (found["tanggal_capai_jenjang"], found["periode_jenjang"]) == (date(2019, 7, 31), date(2019, 10, 1))
    # TMT jabatan 1 June 2013 is the later one; + 5 years
    assert (found["bebas"], found["lebih_dulu"]) == (date(2018, 6, 1), "Sebelum tanggal itu")


def test_another_pace_and_day() -> None:
    typed = {"proyeksi_tanggal": date(2017, 1, 31), "proyeksi_isi_tugas": 1, "proyeksi_isi_profesi": 0}
    found = contoh("assessor_muda_contoh", **typed)
    # 1 + 0 + 2 a year: 7,23 : 0,25 = 28,9: 29 months after 31 January 2017; no profesi: never
    assert (found["laju"], found["tanggal_capai"]) == (3, date(2019, 6, 30))
    assert found["tercapai_profesi"] == found["unsur"] == "tidak, dengan laju ini"
    assert found["lebih_dulu"] == "SESUDAH tanggal itu"


def test_where_the_text_has_no_suspension() -> None:
    found = contoh("pmb_ahli_muda_contoh")
    assert (found["tanggal_capai"], found["periode"]) == (date(2019, 9, 30), date(2019, 10, 1))  # 66,3156 : 2,0612
    assert found["bebas"] == "tidak ada dalam naskah" and not found["lebih_dulu"]


@pytest.mark.parametrize(
    ("isi", "words"),
    [
        ({"golongan": None}, "Isi golongan ruang pada lembar Data"),
        ({"masa_sampai": None}, "Isi akhir masa penilaian"),
        ({"masa_dari": None}, "Isi masa penilaian pada lembar Data, atau laju di bawah"),
        ({"kegiatan_ak_ketik": "x"}, "mengandung galat: lihat DUPAK"),
        ({"proyeksi_isi_tugas": 0, "proyeksi_isi_profesi": 0, "proyeksi_isi_penunjang": 0}, "per tahun 0"),
    ],
)
def test_what_is_missing_is_said(isi: dict[str, Any], words: str) -> None:
    found = contoh("pmb_ahli_muda_contoh", **isi)
    assert words in found["siap"] and not found["tanggal_capai"] and not found["periode"]
