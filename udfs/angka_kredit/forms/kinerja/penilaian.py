"""The sheet Penilaian: one row a year; the nilai kinerja makes its credit from what a year asks at least."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ..style import isi, put
from .buku import TIGA, Buku

NAMA = "Penilaian"
FIRST, COUNT = 5, 10
LAST = FIRST + COUNT - 1
DIISI = ("tahun", "nilai", "minimal", "bukti")
KOLOM = ("no", *DIISI, "persen", "dipakai", "ak", "hasil", "periksa")
NOMOR = {nama: number for number, nama in enumerate(KOLOM)}
BERES = "Beres"
_JUDUL = (
    "NO",
    "TAHUN",
    "NILAI\nKINERJA",
    "AK MINIMAL\nSETAHUN",
    "BUKTI",
    "PROSENTASE",
    "AK MINIMAL\nDIPAKAI",
    "ANGKA\nKREDIT",
    "JUMLAH",
    "PERIKSA",
)
_WIDTHS = (5, 9, 10, 12, 34, 12, 12, 12, 12, 46)
_ANGKA = ("minimal", "dipakai", "ak", "hasil")
_FORMAT = {
    "no": "0",
    "tahun": "0",
    "nilai": "0.##",
    "persen": "0%",
    **dict.fromkeys(_ANGKA, TIGA),
}
_PETUNJUK = {
    "tahun": "Tahun penilaian, misalnya 2020.",
    "nilai": "Nilai kinerja (prestasi kerja) setahun, seperti ditetapkan.",
    "minimal": "Kosong: yang pada lembar Data. Isi bila tahun ini lain.",
    "bukti": "Dokumen penilaian prestasi kerja.",
}


def write(buku: Buku, sheet: Worksheet, catatan: str) -> None:
    buku.page(sheet, landscape=True)
    put(sheet, 0, 0, len(KOLOM) - 1, f"Penilaian kinerja {buku.nama}", buku.gaya("tebal", "judul"))
    put(sheet, 1, 0, len(KOLOM) - 1, catatan, buku.gaya("samar", "bungkus", indent=0))
    sheet.set_row(1, 26)
    put(sheet, FIRST - 2, 0, 0, "", buku.gaya("kepala"))
    put(sheet, FIRST - 2, 1, len(DIISI), "DIISI", buku.gaya("kepala", "kecil"))
    put(sheet, FIRST - 2, len(DIISI) + 1, len(KOLOM) - 1, "TERISI SENDIRI", buku.gaya("kepala", "kecil"))
    for column, (words, width) in enumerate(zip(_JUDUL, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        put(sheet, FIRST - 1, column, column, words, buku.gaya("kepala", "kecil"))
    sheet.set_row(FIRST - 1, 28)
    for number in range(COUNT):
        _row(buku, sheet, FIRST + number, number)
    _total(buku, sheet)
    for nama, column in NOMOR.items():
        buku.name(f"penilaian_{nama}", sheet, FIRST, column, LAST)
    for nama in DIISI:
        _validation(sheet, nama)
    cell = f"{_huruf('periksa')}{FIRST + 1}"
    alarm = {"type": "formula", "criteria": f'=AND({cell}<>"",{cell}<>"{BERES}")', "format": buku.gaya("merah")}
    sheet.conditional_format(FIRST, NOMOR["periksa"], LAST, NOMOR["periksa"], alarm)
    sheet.freeze_panes(FIRST, 0)


def _huruf(nama: str) -> str:
    return str(xl_col_to_name(NOMOR[nama]))


def _row(buku: Buku, sheet: Worksheet, row: int, number: int) -> None:
    given = buku.isi.penilaian[number] if number < len(buku.isi.penilaian) else None
    tahun, nilai, minimal, dipakai, ak = (
        f"{_huruf(n)}{row + 1}" for n in ("tahun", "nilai", "minimal", "dipakai", "ak")
    )
    formulas = {
        "persen": f'IF(ISNUMBER({ak}),ROUND({ak}/{dipakai},9),"")',
        "dipakai": f'IF({nilai}="","",IF({minimal}<>"",{minimal},IF(ak_minimal="","",ak_minimal)))',
        "ak": f'IF({nilai}="","",IF({dipakai}="",#VALUE!,AK_NILAI_KINERJA({nilai},{dipakai})))',
        "hasil": f'IF({nilai}="","",SUM(pak_lama_jumlah,{_huruf("ak")}${FIRST + 1}:{ak}))',
        "periksa": f'IF({nilai}="",IF({tahun}="","","Isi nilai kinerja"),'
        f'IF({dipakai}="","Isi angka kredit minimal setahun",'
        f'IF(ISERROR({ak}),"Nilai kinerja tidak masuk rentang mana pun: isi nilai yang ditetapkan",'
        f'IF({tahun}="","Isi tahun",IF(COUNTIF(penilaian_tahun,{tahun})>1,"Tahun ganda","{BERES}")))))',
    }
    for column, nama in enumerate(KOLOM):
        look = {"num_format": _FORMAT[nama]} if nama in _FORMAT else {}
        bit = "volume" if nama in _ANGKA else "tengah" if nama in _FORMAT else "bungkus"
        if nama in DIISI:
            value = getattr(given, nama) if given else None
            isi(sheet, row, column, value, buku.gaya("kotak", bit, "isian", **look))
        else:
            value = number + 1 if nama == "no" else f"={formulas[nama]}"
            put(sheet, row, column, column, value, buku.gaya("kotak", bit, **look))
    sheet.set_row(row, 24)


def _total(buku: Buku, sheet: Worksheet) -> None:
    put(sheet, LAST + 1, 0, NOMOR["ak"] - 1, "JUMLAH", buku.gaya("kotak", "tebal", "tengah", "abu"))
    look = buku.gaya("kotak", "tebal", "abu", "volume", num_format=TIGA)
    put(sheet, LAST + 1, NOMOR["ak"], NOMOR["ak"], "=SUM(penilaian_ak)", look)
    buku.name("penilaian_jumlah", sheet, LAST + 1, NOMOR["ak"])


def _validation(sheet: Worksheet, nama: str) -> None:
    title = _JUDUL[NOMOR[nama]].replace("\n", " ").capitalize()
    words: dict[str, object] = {"input_title": title, "input_message": _PETUNJUK[nama], "error_title": title}
    rule: dict[str, object] = {"validate": "any"}
    if nama == "tahun":
        years: dict[str, object] = {"criteria": "between", "minimum": 1990, "maximum": 2099}
        rule = {"validate": "integer", "error_message": "Isi tahun, misalnya 2020."} | years
    elif nama in ("nilai", "minimal"):
        rule = {"validate": "decimal", "criteria": ">", "value": 0, "error_message": "Isi dengan angka lebih dari 0."}
    sheet.data_validation(FIRST, NOMOR[nama], LAST, NOMOR[nama], rule | words)
