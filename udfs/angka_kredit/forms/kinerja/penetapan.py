"""The sheet Penetapan: LAMA, BARU, JUMLAH of the jenjang held now, what the next rank and the next jenjang ask,
and whether it is there."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from ..style import Sel
from . import muat
from .buku import Buku
from .kertas import AKHIR, Area, Isi, Kertas

TABEL: tuple[Area, ...] = ((0, 0), (1, 5), (6, 6), (7, 7), (8, 8), (9, AKHIR))
_MINIMAL: tuple[Area, ...] = ((0, 7), (8, 9), (10, AKHIR))


def write(buku: Buku, sheet: Worksheet) -> None:
    lembar = muat.lembar("penetapan")
    kertas = Kertas(buku, sheet)
    kertas.kop(lembar)
    kertas.bagian("II", lembar.kata["bagian"])
    kertas.kepala(TABEL, lembar.kolom.teks, 26)
    top = kertas.row
    for number, (nama, lama, baru) in enumerate(_rows(), 1):
        _row(kertas, number, lembar.kata, nama, lama, baru)
    total(kertas, top, lembar.kolom.jumlah)
    hasil(kertas, lembar.kata)
    kertas.tanda(lembar.tanda)
    kertas.teks(lembar.kata["asli"])
    kertas.teks(lembar.kata["tembusan"])
    kertas.selesai()


def _rows() -> list[tuple[str, str, str]]:
    """The key of the words, the formulas of LAMA and BARU."""

    def both(nama: str, formula: str) -> tuple[str, str, str]:
        lama, baru = (formula.format(pak=pak, kecil=pak.lower()) for pak in ("Lama", "Baru"))
        return nama, lama, baru

    return [
        both("dasar", 'IF(awal_pak="{pak}",ak_awal,"")'),
        both("lama", "SUM(riwayat_integrasi_{kecil})"),
        both("penyetaraan", 'IF(penyetaraan_{kecil}="","",penyetaraan_{kecil})'),
        both("konversi", "SUM(riwayat_konversi_{kecil})"),
        both("pendidikan", 'IF(AND(pendidikan_tambahan="{pak}",kunci_jabatan<>""),AK_PENDIDIKAN_TAMBAHAN(jenjang),"")'),
        both("lain", 'IF(lain_{kecil}="","",lain_{kecil})'),
    ]


def _row(kertas: Kertas, number: int, kata: dict[str, str], nama: str, lama: str, baru: str) -> None:
    row, kosong = kertas.row + 1, angka(kertas, kosong=True)
    words: Sel = kata[nama]
    if nama == "lain":
        words = f'=IF(lain_uraian="","{kata[nama]}",lain_uraian)'
    kertas.baris(
        TABEL,
        [
            (number, "tengah", {"num_format": "0"}),
            (words, "bungkus", {"shrink": True, "text_wrap": False}),
            (f"={lama}", "volume", kosong),
            (f"={baru}", "volume", kosong),
            (f"=SUM(G{row},H{row})", "volume", kosong),
            (kata.get(f"{nama}_keterangan", ""), "bungkus", {"font_size": 8}),
        ],
    )


def angka(kertas: Kertas, kosong: bool = False) -> dict[str, Any]:
    """How a credit is shown; with `kosong` a zero stays white."""
    ak = kertas.buku.ak
    return {"num_format": f"{ak};-{ak};;@" if kosong else f"{ak};-{ak}"}


def total(kertas: Kertas, top: int, words: str) -> None:
    """JUMLAH = LAMA + BARU holds for the columns too."""
    for column, nama in ((6, "lama"), (7, "baru"), (8, "jumlah")):
        kertas.nama(f"penetapan_{nama}", column)
        letter = "ABCDEFGHI"[column]
        formula = f"=SUM({letter}{top + 1}:{letter}{kertas.row})"
        kertas.sel((column, column), formula, "kotak", "volume", "tebal", "abu", num_format=kertas.buku.ak)
    kertas.sel((0, 5), words, "kotak", "tebal", "abu", "masuk")
    kertas.sel((9, AKHIR), "", "kotak", "abu")
    kertas.maju(18)


def hasil(kertas: Kertas, kata: dict[str, str]) -> None:
    """What the next rank and the next jenjang ask, the difference, and the words that do not apply struck out."""
    kertas.maju(6)
    for area, nama in zip(_MINIMAL, ("minimal_judul", "pangkat", "jenjang"), strict=True):
        kertas.sel(area, kata[nama], "kepala")
    kertas.maju(18)
    row: list[Isi] = [
        (kata["minimal"], "masuk", {}),
        ('=IF(ambang_pangkat="","-",ambang_pangkat)', "tengah", angka(kertas)),
        ('=IF(ambang_jenjang="","-",ambang_jenjang)', "tengah", angka(kertas)),
    ]
    kertas.baris(_MINIMAL, row)
    for nama, column in (("pangkat", 8), ("jenjang", 10)):
        _selisih(kertas, kata, nama, column)
    kertas.maju(6)
    for nama in ("pangkat", "jenjang"):
        _dapat(kertas, kata, nama)
    kertas.sel((0, AKHIR), kata["coret"], "samar", "miring", font_size=8)
    kertas.maju(13)


def _selisih(kertas: Kertas, kata: dict[str, str], nama: str, column: int) -> None:
    kurang, cukup = _verdict(nama)
    kertas.sel((0, 2), kata[f"selisih_{nama}"], "masuk", "tepi_kiri", "titik")
    kertas.sel((3, 4), kata["kelebihan"], "kanan", "titik")
    kertas.coret(3, kurang)
    kertas.sel((5, 5), "/", "tengah", "titik")
    kertas.sel((6, 7), kata["kekurangan"], "kiri", "titik", "tepi_kanan", shrink=True)
    kertas.coret(6, cukup)
    value = f'=IF(kelebihan_{nama}="","-",kelebihan_{nama})'
    for first in (8, 10):
        own = first == column
        kertas.sel(
            (first, first + 1), value if own else "", "kotak", "tengah", *([] if own else ["abu"]), **angka(kertas)
        )
    kertas.maju()


def _dapat(kertas: Kertas, kata: dict[str, str], nama: str) -> None:
    kurang, cukup = _verdict(nama)
    kertas.sel((0, 4), kata["dapat"], "kanan", "tebal", "kotak", right=0, bottom=0)
    kertas.coret(0, kurang)
    kertas.sel((5, 5), "/", "tengah", "atas")
    kertas.sel((6, AKHIR), kata["tidak_dapat"], "tebal", "kotak", left=0, bottom=0)
    kertas.coret(6, cukup)
    kertas.maju()
    target = {"pangkat": "tujuan_pangkat", "jenjang": "tujuan_jenjang"}[nama]
    words = f'=IF({target}="","{kata[f"tanpa_{nama}"]}","{kata[f"untuk_{nama}"]} "&{target})'
    kertas.sel((0, AKHIR), words, "kotak", "tengah", top=0, shrink=True)
    kertas.maju()


def _verdict(nama: str) -> tuple[str, str]:
    """Formulas: the credit is short, the credit suffices; neither while it is not known."""
    known = f"ISNUMBER(kelebihan_{nama})"
    return f"AND({known},kelebihan_{nama}<0)", f"AND({known},kelebihan_{nama}>=0)"
