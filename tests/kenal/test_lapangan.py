"""Headings and labels as filled-in forms of offices spell them, typed here by hand; each once was read wrongly."""

from __future__ import annotations

import io

import openpyxl
import pytest

from angka_kredit.kenal import Formulir, kenali
from angka_kredit.kenal.kata import cocok

N = None


def form(*rows: list[object]) -> Formulir:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    (found,) = kenali(out.getvalue()).lembar[0].formulir
    return found


def test_a_letter_with_headings_put_together_of_known_words() -> None:
    found = form(
        ["SURAT PERNYATAAN"],
        ["MELAKUKAN KEGIATAN PENGEMBANGAN PROFESI"],
        ["Nama", ":", "Contoh"],
        ["NIP", ":", "19"],
        [
            "No.",
            "Uraian Kegiatan/Butir Kegiatan",
            "Tgl",
            "Satuan Hasil",
            "Jml Vol. Keg",
            "Angka Kredit",
            "Jumlah AK",
            "Ket/ Bukti Fisik",
        ],
        [1, "Menulis makalah", "12-02-2019", "Makalah", 1, 2.5, "=E6*F6", "Makalah"],
        ["Jumlah", N, N, N, N, N, "=SUM(G6:G6)"],
    )
    assert [each.isi for each in found.kolom] == [
        "no",
        "uraian",
        "tanggal",
        "satuan",
        "volume",
        "ak_satuan",
        "jumlah_ak",
        "bukti",
    ]
    assert [row.jenis for row in found.baris] == ["butir", "total"] and found.ragu == ""


def test_the_side_in_brackets_is_read() -> None:
    found = form(
        ["DUPAK"],
        [
            "No",
            "Butir Kegiatan",
            "AK Lama (Pengusul)",
            "AK Baru (Pengusul)",
            "Jumlah AK (Pengusul)",
            "Lama (Tim Penilai)",
            "Baru (Tim Penilai)",
            "Jumlah (Tim Penilai)",
        ],
        [1, "Menguji", 1, 2, "=C3+D3", 1, 2, "=F3+G3"],
        ["Total", N, "=SUM(C3)", "=SUM(D3)", "=SUM(E3)"],
    )
    six = [(isi, side) for side in ("pengusul", "tim") for isi in ("lama", "baru", "jumlah")]
    assert [(each.isi, each.pihak) for each in found.kolom[2:]] == six


def test_masa_kerja_lama_is_no_name_and_nip_may_stand_with_karpeg() -> None:
    found = form(
        ["DAFTAR USUL PENETAPAN ANGKA KREDIT"],
        [1, "N a m a", ":", "Contoh"],
        [2, "NIP / No. Seri Karpeg", ":", "19 / X"],
        [3, "Masa kerja golongan", "lama", ":", "5 tahun"],
        [N, N, "baru", ":", "7 tahun"],
        ["NO", "BUTIR KEGIATAN", "LAMA", "BARU", "JUMLAH"],
        [1, "Menguji", 1, 2, 3],
    )
    assert {each.isi: each.sel for each in found.orang} == {
        "nama": "D2",
        "nip": "D3",
        "masa_kerja_lama": "E4",
        "masa_kerja_baru": "E5",
    }


def test_a_second_table_below_the_last_sum_is_not_the_first_ones() -> None:
    found = form(
        ["PENETAPAN ANGKA KREDIT"],
        ["II", "PENETAPAN ANGKA KREDIT", "LAMA", "BARU", "JUMLAH", "KETERANGAN"],
        [1, "AK Dasar yang diberikan", 100, 0, 100],
        [2, "AK Konversi", 0, 25, 25],
        ["JUMLAH ANGKA KREDIT KUMULATIF", N, 100, 25, 125],
        [N, "Keterangan", "Pangkat", "Jenjang Jabatan"],
        ["Angka Kredit minimal yang harus dipenuhi", N, 100, 200],
    )
    assert [(row.nomor, row.jenis) for row in found.baris] == [(3, "butir"), (4, "butir"), (5, "total")]


@pytest.mark.parametrize(
    ("judul", "isi"),
    [
        ("Butir Kegiatan / Uraian Tugas", "uraian"),
        ("Jumlah Perolehan Angka Kredit", "jumlah_ak"),
        ("Nilai AK per Butir", "ak_satuan"),
        ("Vol. Output Kegiatan", "volume"),
        ("Bulan/Tanggal Pelaksanaan", "tanggal"),
        ("Dokumen Bukti Fisik", "bukti"),
        ("Harga Satuan Barang", ""),
        ("Jumlah Harga", ""),
        ("Nama Pegawai", ""),
    ],
)
def test_headings_of_no_list(judul: str, isi: str) -> None:
    assert (cocok(judul, "judul") or ("", ""))[0] == isi
