"""What was passed over in silence: figures and words by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fakta_contoh import fakta, temuan
from isian_asing import LABEL, ORANG, surat, usul

from angka_kredit.errors import Refused
from angka_kredit.periksa.aturan import faktor, lengkap, tanggal
from angka_kredit.periksa.bahan import bahan
from angka_kredit.periksa.isian import fakta as dibaca


@pytest.mark.parametrize("label", ["N I P", "N. I. P.", "NIP"])
def test_a_label_spelt_letter_by_letter(label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LABEL, "nip", label)
    assert dibaca(bahan(usul("penuh").data))["nip"].digit == ORANG["nip"]


def test_what_of_the_person_was_not_read_is_said() -> None:
    people = {key: value for key, value in ORANG.items() if key != "lahir"}
    with pytest.raises(Refused, match="data pegawai tidak terbaca: tanggal lahir;"):
        list(lengkap.data(bahan(usul("penuh", people).data)))
    assert not list(lengkap.data(bahan(usul("penuh").data)))


def test_dates_that_no_calendar_has_and_dates_that_nobody_reads() -> None:
    rows = [{"tanggal": "31 Juni 2016"}, {"tanggal": "TW III 2016"}, {"tanggal": "30 Juni 2016"}]
    with pytest.raises(Refused, match="Data!tanggal0, Data!tanggal1 tidak terbaca"):
        temuan(tanggal.periksa, fakta(kegiatan=rows))
    assert not temuan(tanggal.periksa, fakta(kegiatan=rows[2:]))
    form = surat("surat", (("Menguji contoh", "31 Juni 2016", 4, 0.25, "Laporan A"),))
    told = next(tanggal.periksa(bahan(form.data)))
    assert told.jenis == "tanggal_tidak_ada" and "31 Juni 2016 tidak ada" in told.salah


@pytest.mark.parametrize("bukti", ["-", "...", " — "])
def test_a_dash_is_no_evidence(bukti: str) -> None:
    rows = [{"volume": 1, "uraian": "Menguji", "bukti": each} for each in (bukti, "Laporan A", 12)]
    assert [each.sel for each in temuan(lengkap.bukti, fakta(kegiatan=rows))] == ["bukti0"]


@pytest.mark.parametrize(("ak", "found"), [(0.6, 0), (0.48, 0), (0.9, 1)])
def test_a_row_of_an_unknown_jenjang(ak: float, found: int) -> None:
    """0.15 x 4 = 0.6, or 80% of it where it is a butir one level above (Pasal 10); 0.9 is neither."""
    data: dict[str, Any] = {"uraian": "Mengamati", "ak_satuan": 0.15, "volume": 4, "ak": ak}
    got = temuan(faktor.periksa, replace(fakta(kegiatan=[data]), milik_kita=False))
    assert len(got) == found and all("tidak diketahui" in each.ragu for each in got)
