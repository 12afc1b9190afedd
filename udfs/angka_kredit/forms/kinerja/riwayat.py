"""The sheet Riwayat: one row a year or part of one. Its columns B to I are the table that RIWAYAT_AK proves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ..book import define
from ..style import Sel, isi, put
from .buku import DUA, Buku
from .data import Masa

NAMA = "Riwayat"
FIRST, COUNT = 5, 16  # row 6 on the sheet is the integrasi; the others are typed
LAST = FIRST + COUNT - 1
KELOMPOK = ("integrasi lama", "integrasi baru", "konversi lama", "konversi baru")


@dataclass(frozen=True)
class Kolom:
    """`petunjuk` says what to type (none: a formula); `daftar` the list it is chosen from."""

    nama: str
    judul: str
    lebar: float
    bits: tuple[str, ...] = ()
    num_format: str = ""
    petunjuk: str = ""
    daftar: str = ""


DIISI = (
    Kolom("tahun", "TAHUN", 8, ("tengah",), "0", "Tahun kalender, misalnya 2024."),
    Kolom("rezim", "REZIM", 11, ("masuk",), "", "konversi sejak 2023; integrasi untuk 2019-2022.", "daftar_rezim"),
    Kolom("jenjang", "JENJANG", 14, ("masuk",), "", "Jenjang yang dipegang pada masa itu.", "daftar_jenjang"),
    Kolom("golongan", "GOL.\nRUANG", 8, ("tengah",), "", "Golongan ruang pada masa itu.", "daftar_golongan"),
    Kolom(
        "isi",
        "PREDIKAT\n(ATAU AK)",
        17,
        ("masuk",),
        "0.00###;-0.00###;0.00;@",
        "Predikat kinerja; pada rezim integrasi angka kreditnya.",
    ),
    Kolom("bulan", "BULAN", 8, ("tengah",), "0", "Lama masa dalam bulan penuh; kosong berarti 12."),
    Kolom(
        "lama",
        "LAMA\nPADA PAK",
        10,
        ("volume",),
        DUA,
        "Baris pertama: AK dasar, atau 0. Lainnya boleh kosong; bila diisi, dicocokkan.",
    ),
    Kolom("jumlah", "JUMLAH\nPADA PAK", 10, ("volume",), DUA, "Boleh kosong; bila diisi, dicocokkan."),
    Kolom("pak", "PAK", 8, ("tengah",), "", "Lama: sudah ditetapkan pada PAK terakhir. Kosong: baru.", "daftar_pak"),
)
TERHITUNG = (
    Kolom("persen", "PROSENTASE", 14, ("tengah",), "@"),
    Kolom("koefisien", "KOEFISIEN\nPER TAHUN", 11, ("volume",), DUA),
    Kolom("kredit", "ANGKA\nKREDIT", 11, ("tebal", "volume"), DUA),
    Kolom("awal", "LAMA\n(DIHITUNG)", 11, ("volume",), DUA),
    Kolom("hasil", "JUMLAH\n(DIHITUNG)", 11, ("tebal", "volume"), DUA),
    Kolom("periksa", "PERIKSA", 42, ("bungkus",), "@"),
    Kolom("dasar", "DASAR", 42, ("bungkus", "samar", "kecil"), "@"),
)
PEMBANTU = tuple(
    Kolom(nama, nama.upper(), 9, ("samar", "kecil"))
    for nama in (
        "jenis",  # konversi, integrasi, or belum: not yet complete; '' for an empty row
        "jenjang_akhir",  # the jenjang of the last row that is filled in, this one included
        "hasil_akhir",  # its JUMLAH
        "sisa",  # 1 while this row and all below it are of the jenjang held now
        "urut",  # the how-manieth row of that jenjang
        "kelompok",  # what the row counts as: rezim, and lama or baru
        "nomor",  # its number, where it can be printed as Konversi
        "tahun_aktif",
        *(kelompok.replace(" ", "_") for kelompok in KELOMPOK),  # its credit, where it belongs there
    )
)
NO = Kolom("no", "NO", 5, ("tengah",), "0")
KOLOM = (NO, *DIISI, *TERHITUNG, *PEMBANTU)
NOMOR = {kolom.nama: number for number, kolom in enumerate(KOLOM)}
_PRINTED = NOMOR[TERHITUNG[-1].nama]


def write(buku: Buku, sheet: Worksheet) -> None:
    buku.page(sheet, landscape=True)
    _heading(buku, sheet)
    rows = buku.isi.riwayat
    for number in range(COUNT):
        given = rows[number - 1] if 0 < number <= len(rows) else None
        _row(buku, sheet, FIRST + number, number, given)
    for column, kolom in enumerate(KOLOM):
        buku.name(f"riwayat_{kolom.nama}", sheet, FIRST, column, LAST)
        if kolom.petunjuk:
            _validation(sheet, column, kolom)
    define(buku.workbook, "riwayat", sheet, (FIRST, NOMOR["tahun"], LAST, NOMOR["jumlah"]))
    wrong = f'=AND({_huruf("periksa")}{FIRST + 1}<>"",{_huruf("periksa")}{FIRST + 1}<>"sesuai")'
    rule = {"type": "formula", "criteria": wrong, "format": buku.gaya("merah")}
    periksa = NOMOR["periksa"]
    sheet.conditional_format(FIRST, periksa, LAST, periksa, rule)
    sheet.repeat_rows(FIRST - 3, FIRST - 1)
    sheet.freeze_panes(FIRST, 2)
    sheet.print_area(0, 0, LAST, _PRINTED)


def _heading(buku: Buku, sheet: Worksheet) -> None:
    put(sheet, 0, 0, _PRINTED, "Riwayat angka kredit", buku.gaya("tebal", "judul"))
    note = (
        "Satu baris satu tahun, atau satu bagian tahun, dari yang terlama. Baris 1 terisi dari penghitungan integrasi. "
        "Jenjang baru memulai hitungan lagi."
    )
    put(sheet, 1, 0, _PRINTED, note, buku.gaya("samar"))
    for title, columns in (("", (NO,)), ("DIISI", DIISI), ("TERISI SENDIRI", TERHITUNG)):
        first, last = NOMOR[columns[0].nama], NOMOR[columns[-1].nama]
        put(sheet, FIRST - 3, first, last, title, buku.gaya("kepala", "kecil"))
    for number, kolom in enumerate(KOLOM):
        sheet.set_column(number, number, kolom.lebar, None, {"hidden": True, "level": 1} if kolom in PEMBANTU else {})
        put(sheet, FIRST - 2, number, number, kolom.judul, buku.gaya("kepala", "kecil"))
        if kolom not in PEMBANTU:
            put(sheet, FIRST - 1, number, number, number + 1, buku.gaya("kepala", "kecil", num_format="0"))
    sheet.set_row(FIRST - 2, 28)


def _row(buku: Buku, sheet: Worksheet, row: int, number: int, given: Masa | None) -> None:
    put(sheet, row, 0, 0, number + 1, buku.gaya("kotak", "tengah", num_format="0"))
    formulas = rumus(row + 1)
    for column, kolom in enumerate(KOLOM):
        extra: dict[str, Any] = {"num_format": kolom.num_format} if kolom.num_format else {}
        if kolom.petunjuk and number:
            value = getattr(given, kolom.nama) if given else None
            isi(sheet, row, column, value, buku.gaya("kotak", *kolom.bits, "isian", **extra))
        elif kolom is not NO:
            formula = _INTEGRASI[kolom.nama] if kolom.petunjuk else f"={formulas[kolom.nama]}"
            put(sheet, row, column, column, formula, buku.gaya("kotak", *kolom.bits, **extra))
    sheet.set_row(row, 24)


def _huruf(nama: str) -> str:
    return str(xl_col_to_name(NOMOR[nama]))


def _own(value: str) -> str:
    return f'=IF(integrasi_ada="","",{value})'


# the first row: what the integrasi has left
_INTEGRASI: Mapping[str, Sel] = {
    "tahun": '=IF(OR(integrasi_ada="",integrasi_tahun=""),"",integrasi_tahun)',
    "rezim": _own('"integrasi"'),
    "jenjang": '=IF(OR(integrasi_ada="",integrasi_jenjang=""),"",integrasi_jenjang)',
    "golongan": _own("integrasi_golongan"),
    "isi": _own('IF(integrasi_ada="ya",integrasi_nilai,"galat")'),
    "bulan": "",
    "lama": _own("0"),
    "jumlah": "",
    "pak": _own('IF(integrasi_pak="","",integrasi_pak)'),
}


def rumus(row: int) -> dict[str, str]:
    """The formulas of row `row` as the sheet counts it, without '='; the rows above and below by their cells."""

    def at(nama: str, other: int = row) -> str:
        return f"{_huruf(nama)}{other}"

    top, bottom = row == FIRST + 1, row == LAST + 1
    filled = f'{at("tahun")}<>""' if top else f"COUNTA({at('tahun')}:{at('jumlah')})>0"
    known = f"ISNUMBER(MATCH({at('jenjang')},daftar_jenjang,0))"
    full = (
        f'IF(AND({at("rezim")}="konversi",ISNUMBER(MATCH({at("isi")},daftar_predikat,0))),"konversi",'
        f'IF(AND({at("rezim")}="integrasi",ISNUMBER({at("isi")})),"integrasi","belum"))'
    )
    percent = f'INDEX(daftar_persen,MATCH({at("isi")},daftar_predikat,0))&"%"'
    part = f'OR({at("bulan")}="",{at("bulan")}=12,{at("bulan")}=0)'
    jenis, level = at("jenis"), at("jenjang")
    kunci = f'{level}&" "&{at("golongan")}'
    start = f"IF(ISNUMBER(MATCH({kunci},daftar_dasar,0)),AK_DASAR({at('golongan')}),0)"
    opened = f'IF({at("lama")}="",0,{at("lama")})'
    before = (at("jenjang_akhir", row - 1), at("hasil_akhir", row - 1))
    chain = opened if top else f'IF({before[0]}="",{opened},IF({before[0]}={level},{before[1]},{start}))'
    verdict, dasar = (f"INDEX(RIWAYAT_AK(riwayat),{row - FIRST + 1},{column})" for column in (4, 5))
    following = "1" if bottom else at("sisa", row + 1)
    above = "1" if top else f"SUM(1,COUNT({at('urut', FIRST + 1)}:{at('urut', row - 1)}))"
    found = {
        "persen": f'IF({jenis}="konversi",IF({part},{percent},{at("bulan")}&"/12 x "&{percent}),"")',
        "koefisien": f'IF({jenis}="konversi",INDEX(daftar_koefisien,MATCH({level},daftar_jenjang,0)),"")',
        "kredit": f'IF({jenis}="","",IF({jenis}="konversi",AK_KONVERSI({level},{at("isi")},{at("bulan")}),'
        f'IF({jenis}="integrasi",{at("isi")},#VALUE!)))',
        "awal": f'IF({jenis}="","",{chain})',
        "hasil": f'IF({jenis}="","",SUM({at("awal")},{at("kredit")}))',
        "periksa": f'IF({jenis}="","",{verdict})',
        "dasar": f'IF({jenis}="","",{dasar})',
        "jenis": f'IF({filled},IF({known},{full},"belum"),"")',
        "jenjang_akhir": f'IF({jenis}="",{chr(34) * 2 if top else before[0]},{level})',
        "hasil_akhir": f'IF({jenis}="",{chr(34) * 2 if top else before[1]},{at("hasil")})',
        "sisa": f'IF({jenis}="",{following},IF({level}=jenjang,{following},0))',
        "urut": f'IF({jenis}="","",IF({at("sisa")}=1,{above},""))',
        "kelompok": f'IF({at("urut")}="","",IF({jenis}="integrasi","integrasi","konversi")&'
        f'IF({at("pak")}="Lama"," lama"," baru"))',
        "nomor": f'IF({jenis}="konversi",{at("no")},"")',
        "tahun_aktif": f'IF({at("urut")}="","",{at("tahun")})',
    }
    own = {kelompok.replace(" ", "_"): f'IF({at("kelompok")}="{kelompok}",{at("kredit")},"")' for kelompok in KELOMPOK}
    return found | own


def _validation(sheet: Worksheet, column: int, kolom: Kolom) -> None:
    title = kolom.judul.replace("\n", " ").capitalize()
    words: dict[str, object] = {"input_title": title, "input_message": kolom.petunjuk, "error_title": title}
    rule: dict[str, object] = {"validate": "any"}
    if kolom.daftar:
        rule = {"validate": "list", "source": f"={kolom.daftar}", "error_message": "Pilih dari daftar."}
    elif kolom.nama in ("tahun", "bulan"):
        least, most = (1990, 2099) if kolom.nama == "tahun" else (1, 12)
        limits: dict[str, object] = {"criteria": "between", "minimum": least, "maximum": most}
        rule = {"validate": "integer", "error_message": f"Isi bilangan bulat {least} sampai {most}."} | limits
    elif kolom.nama in ("lama", "jumlah"):
        rule = {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": "Isi dengan angka, 0 atau lebih."}
    sheet.data_validation(FIRST + 1, column, LAST, column, rule | words)
