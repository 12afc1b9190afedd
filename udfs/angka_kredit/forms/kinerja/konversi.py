"""The sheets Konversi, Akumulasi and Integrasi: forms of the regime since 2023 that only show what Riwayat computed."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from ..style import put
from . import muat
from .buku import DUA, Buku
from .kertas import BANTU, BARIS, Isi, Kertas
from .riwayat_kolom import COUNT

_AK = {"num_format": DUA}
_KONVERSI = ((0, 4), (5, 7), (8, 9), (10, 11))
_AKUMULASI = ((0, 1), (2, 3), (4, 6), (7, 8), (9, 9), (10, 11))
_INTEGRASI = ((0, 4), (5, 8), (9, 11))
_TERAKHIR = 'IF(COUNT(riwayat_nomor)=0,"",MAX(riwayat_nomor))'
_PILIHAN = f'=IF(konversi_baris="",{_TERAKHIR},IF(ISNUMBER(MATCH(konversi_baris,riwayat_nomor,0)),konversi_baris,""))'


def write_konversi(buku: Buku, sheet: Worksheet) -> None:
    """One row of Riwayat: the one chosen on Data, else the last."""
    lembar = muat.konversi().konversi
    kertas = Kertas(buku, sheet)
    _bantu(buku, sheet, 1, "Baris Riwayat yang dicetak", _PILIHAN, "konversi_pilih")
    kertas.kop(lembar)
    kertas.bagian("II", lembar.kata["bagian"])
    kertas.kepala(_KONVERSI, lembar.kolom.teks, 44)
    kertas.baris(
        _KONVERSI,
        [
            (_chosen("isi"), "tengah", {}),
            (_chosen("persen"), "tengah", {}),
            (_chosen("koefisien"), "tengah", _AK),
            (_chosen("kredit"), "tengah", _AK | {"bold": True}),
        ],
    )
    kertas.nama("konversi_tahun", BANTU)
    put(sheet, kertas.row, BANTU, BANTU, _chosen("tahun"), buku.gaya("samar", num_format="0"))
    words = f'=IF(konversi_tahun="","","{lembar.kata["tahun"]} "&konversi_tahun)'
    kertas.sel((0, 11), words, "samar", font_size=8)
    kertas.maju()
    kertas.tanda(lembar.tanda)
    kertas.selesai()


def _chosen(nama: str) -> str:
    return f'=IF(konversi_pilih="","",INDEX(riwayat_{nama},MATCH(konversi_pilih,riwayat_no,0)))'


def write_akumulasi(buku: Buku, sheet: Worksheet) -> None:
    """Every row of Riwayat that belongs to the jenjang held now, in its order."""
    lembar = muat.lembar("akumulasi")
    kertas = Kertas(buku, sheet)
    put(sheet, 0, BANTU, BANTU, "Baris Riwayat", buku.gaya("samar", "kecil"))
    kertas.kop(lembar)
    kertas.bagian("II", lembar.kata["bagian"])
    kertas.kepala(_AKUMULASI, lembar.kolom.teks)
    top = kertas.row
    start = f'=IF(ROUND(ak_awal,9)=0,"","{lembar.kata["awal"]}")'
    opened: list[Isi] = [("", "kotak", {})] * 6
    opened[2] = (start, "masuk", {"shrink": True})
    opened[5] = ('=IF(ROUND(ak_awal,9)=0,"",ak_awal)', "volume", _AK)
    kertas.baris(_AKUMULASI, opened)
    for number in range(1, COUNT + 1):
        place = f"MATCH({number},riwayat_urut,0)"
        put(sheet, kertas.row, BANTU, BANTU, f'=IF(ISNUMBER({place}),{place},"")', buku.gaya("samar", num_format="0"))
        _akumulasi(kertas, lembar.kata, place)
    kertas.sel((0, 9), lembar.kolom.jumlah, "kotak", "tebal", "tengah", "abu")
    total = f"=SUM(K{top + 1}:K{kertas.row})"
    kertas.nama("akumulasi_jumlah", 10)
    kertas.sel((10, 11), total, "kotak", "tebal", "volume", "abu", num_format=DUA)
    kertas.maju()
    kertas.tanda(lembar.tanda)
    kertas.selesai()


def _akumulasi(kertas: Kertas, kata: dict[str, str], place: str) -> None:
    """A row; `place`: formula of the row of Riwayat that it shows."""
    helper = f"N{kertas.row + 1}"

    def shown(nama: str) -> str:
        return f'=IF({helper}="","",INDEX(riwayat_{nama},{place}))'

    first = f'INDEX(riwayat_jenis,{place})="integrasi"'
    words = f'IF({helper}=1,"{kata["integrasi"]}","{kata["rezim"]}")'
    months = f'IF(INDEX(riwayat_bulan,{place})="",12,INDEX(riwayat_bulan,{place}))'
    kertas.baris(
        _AKUMULASI,
        [
            (shown("tahun"), "tengah", {"num_format": "0"}),
            (f'=IF({helper}="","",IF({first},"-",{months}))', "tengah", {"num_format": "0"}),
            (f'=IF({helper}="","",IF({first},{words},INDEX(riwayat_isi,{place})))', "masuk", {"shrink": True}),
            (shown("persen"), "tengah", {"shrink": True}),
            (shown("koefisien"), "volume", _AK),
            (shown("kredit"), "volume", _AK),
        ],
    )


def write_integrasi(buku: Buku, sheet: Worksheet) -> None:
    """Conventional credit less the nilai dasar of the golongan ruang."""
    lembar = muat.lembar("integrasi")
    kertas = Kertas(buku, sheet)
    known = "ISNUMBER(MATCH(integrasi_golongan,daftar_golongan_integrasi,0))"
    given = 'OR(integrasi_ak="",integrasi_golongan="")'
    kertas.kop(lembar)
    kertas.bagian("II", lembar.kata["bagian"])
    kertas.kepala(_INTEGRASI, lembar.kolom.teks)
    kertas.nama("integrasi_nilai", 9)
    value = f'=IF({given},"",IF({known},AK_INTEGRASI(integrasi_ak,integrasi_golongan),""))'
    less = '=IF(integrasi_nilai="","",ROUND(SUM(integrasi_ak,-integrasi_nilai),9))'
    kertas.baris(
        _INTEGRASI,
        [
            ('=IF(integrasi_ak="","",integrasi_ak)', "tengah", {"num_format": "0.00###"}),
            (less, "tengah", _AK),
            (value, "tengah", {"num_format": "0.00###", "bold": True}),
        ],
    )
    found = '=IF(ISERROR(integrasi_nilai),"galat",IF(integrasi_nilai="","","ya"))'
    put(sheet, kertas.row, BANTU, BANTU, found, buku.gaya("samar"))
    kertas.nama("integrasi_ada", BANTU)
    wrong = f'IF(integrasi_ada="galat","{lembar.kata["galat"]}","")'
    note = f'=IF({given},"{lembar.kata["kosong"]}",IF({known},{wrong},"{lembar.kata["tanpa_dasar"]}"))'
    kertas.sel((0, 11), note, "samar", "bungkus", font_size=8)
    kertas.maju(2 * BARIS)
    kertas.tanda(lembar.tanda)
    kertas.selesai()


def _bantu(buku: Buku, sheet: Worksheet, row: int, label: str, formula: str, nama: str) -> None:
    """A named value beside the page, not printed."""
    sheet.set_column(BANTU, BANTU, 22)
    put(sheet, row - 1, BANTU, BANTU, f"{label} (tidak dicetak)", buku.gaya("samar", "kecil"))
    put(sheet, row, BANTU, BANTU, formula, buku.gaya("samar", num_format="0"))
    buku.name(nama, sheet, row, BANTU)
